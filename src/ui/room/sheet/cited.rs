//! Every statement of the record that a lesson points at, with its standing and its sources.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::lessons::format::{Ask, Lesson, What};
use crate::lessons::{Piece, pieces};
use crate::record::{Fact, System};
use crate::ui::data::Record;
use crate::ui::kit::StandingChip;
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// The list.
#[component]
pub fn Cited() -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let ids = ids(&playing.lesson, &playing.record);
    let facts = &playing.record.facts;
    let entry = |it: &Fact| {
        let source = |it: &crate::record::Source| {
            let words = it.text.clone();
            match it.url.clone() {
                Some(url) => {
                    view! { <li><a href=url target="_blank" rel="noreferrer noopener">{words}</a></li> }.into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        };
        let as_of = it.as_of.as_ref().map(|it| view! { <span class="note">" "{(t.as_of)(it)}</span> });
        let note = it.note.as_ref().map(|it| view! { <p class="note">{it.clone()}</p> });
        let standing = it.standing;
        view! {
            <li>
                <p>{it.text.clone()}" "<StandingChip standing=Signal::stored(standing) />{as_of}</p>
                {note}
                <ul class="cited-sources">{facts.sources_of(it).map(source).collect_view()}</ul>
            </li>
        }
    };
    let list = facts.facts.iter().filter(|it| ids.contains(&it.id)).map(entry).collect_view();
    view! {
        <section class="sheet-cited" aria-labelledby="sheet-cited">
            <h2 id="sheet-cited">{t.cited}</h2>
            <p class="note">{t.cited_note}</p>
            <ol>{list}</ol>
        </section>
    }
}

/// The ids of all statements that a lesson points at, quotes, shows or recommends.
fn ids(lesson: &Lesson, record: &Record) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = lesson.read.iter().cloned().collect();
    for text in all_texts(lesson) {
        ids.extend(pieces(text).into_iter().filter_map(|it| match it {
            Piece::Fact(id) => Some(id),
            Piece::Quote(quote) => of_quote(&quote),
            Piece::Text(_) | Piece::Emphasis(_) => None,
        }));
    }
    for step in &lesson.steps {
        if let Some(Ask::Number { truth, .. }) = &step.ask {
            ids.extend(of_quote(truth));
        }
        for it in &step.show {
            match &it.what {
                What::Facts(shown) => ids.extend(shown.iter().cloned()),
                What::Counts { fact, .. } => ids.extend([fact.clone()]),
                What::Myths(shown) => {
                    let myths = record.myths.iter().filter(|it| shown.contains(&it.id));
                    ids.extend(myths.flat_map(|it| it.facts.iter().cloned()));
                }
                What::Systems(shown) => {
                    let systems = record.systems.iter().filter(|it| shown.contains(&it.id));
                    ids.extend(systems.flat_map(of_system));
                }
                _ => {}
            }
        }
    }
    ids
}

fn of_system(it: &System) -> impl Iterator<Item = String> {
    let cells = [&it.inputs, &it.output, &it.consequences, &it.appeal, &it.errors];
    cells.into_iter().flat_map(|it| it.facts.iter().cloned())
}

/// The statement that a quote takes its figure from.
fn of_quote(quote: &str) -> Option<String> {
    let id = match quote.split_once(':')? {
        ("fact", of) => of.rsplit_once('.')?.0,
        ("rate", of) => of.split('/').next()?,
        _ => return None,
    };
    Some(id.to_owned())
}

/// Every text of a lesson.
fn all_texts(lesson: &Lesson) -> Vec<&String> {
    let mut all: Vec<&String> = lesson.goals.iter().chain(&lesson.teacher).chain(&lesson.discuss).collect();
    all.extend(lesson.misconceptions.iter().flat_map(|it| [&it.belief, &it.answer]));
    for step in &lesson.steps {
        for part in [&step.text, &step.notice, &step.discuss, &step.teacher, &step.key] {
            all.extend(part);
        }
        match &step.ask {
            Some(Ask::Choice { question, options }) => {
                all.push(question);
                all.extend(options.iter().flat_map(|it| [&it.text, &it.reply]));
            }
            Some(Ask::Number { question, .. } | Ask::Line { question, .. }) => all.push(question),
            None => {}
        }
    }
    all
}
