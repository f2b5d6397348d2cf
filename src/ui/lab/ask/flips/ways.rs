//! Events and numbers that would move the subject to another band, each with a button that tries it.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::super::life::{Seen, focus_soon};
use crate::editor::rules::{Figure, Place};
use crate::engine::Points;
use crate::jobs::flips::{EditFound, FlipsFound, FlipsRequest, Number, WayFound, WithoutFound};
use crate::jobs::{Answer, Request};
use crate::scenario::doc::Rule;
use crate::scenario::{DayText, Decimal};
use crate::text::flips::Change;
use crate::ui::search::{Progress, Search};
use crate::ui::state::{Lab, texts};

/// An answer in words.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    title: String,
    now: String,
    ways: Vec<(&'static str, Vec<Advice>)>,
}

/// A sentence, what else is to be known about it, and what it would do.
#[derive(Clone, Debug, PartialEq)]
struct Advice {
    words: String,
    note: String,
    deed: Option<(String, Deed)>,
}

/// What can be tried.
#[derive(Clone, Debug, PartialEq)]
enum Deed {
    LeaveOut(Vec<String>),
    Turn { rule: String, step: usize, to: Points },
}

/// What would move the subject up, and down.
#[component]
pub(super) fn Ways(
    /// The document.
    lab: Lab,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let search = Search::new(move || {
        Some(Request::Flips(FlipsRequest { subject: lab.subject(), day: DayText(lab.day_or_last()) }))
    });
    // The names are those of the life that was computed, so they are read once for each answer.
    let told = Memo::new(move |_| {
        let (Request::Flips(asked), Answer::Flips(Some(found))) = search.answer.get()? else { return None };
        seen.with_untracked(|it| it.as_ref().map(|it| told(it, &asked, &found)))
    });
    // The heading stays when an answer replaces another: what is tried leaves the focus there.
    let title = Memo::new(move |_| told.with(|it| it.as_ref().map(|it| it.title.clone())));
    let answer = move || {
        told.get().map(|it| {
            let way = |(name, all): (&'static str, Vec<Advice>)| {
                let all = all.into_iter().map(|it| advice(lab, it)).collect::<Vec<_>>();
                view! { <div class="flip-way"><h4>{name}</h4>{all}</div> }
            };
            view! {
                <p class="note">{it.now}</p>
                <div class="flip-ways">{it.ways.into_iter().map(way).collect::<Vec<_>>()}</div>
            }
        })
    };
    view! {
       <section class="ask-part">
           <h3 class="ask-finding" id="flips-finding" tabindex="-1" hidden=move || title.with(Option::is_none)>{title}</h3>
           <Progress search id="ways-progress" />
           {answer}
       </section>
    }
}

fn advice(lab: Lab, it: Advice) -> impl IntoView {
    let t = &texts().flips;
    let tools = it.deed.map(|(label, deed)| {
        let rule = match &deed {
            Deed::Turn { rule, .. } => Some(rule.clone()),
            Deed::LeaveOut(_) => None,
        };
        let open = rule.map(|id| {
            let press = move |_| lab.rule.set(Some(id.clone()));
            view! { <button type="button" class="btn btn-sm" on:click=press>{t.open_rule}</button> }
        });
        let press = move |_| attempt(lab, &deed);
        view! {
            <span class="row"><button type="button" class="btn btn-sm flip-try" aria-label=label on:click=press>{t.try_it}</button>{open}</span>
        }
    });
    let note = (!it.note.is_empty()).then(|| view! { <p class="note">{it.note}</p> });
    view! { <div class="flip"><p>{it.words}</p>{note}{tools}</div> }
}

/// Changes the document. That is one step to undo.
fn attempt(lab: Lab, deed: &Deed) {
    match deed {
        Deed::LeaveOut(ids) => lab.edit("", |it| it.events.retain(|event| !ids.contains(&event.id))),
        Deed::Turn { rule, step, to } => lab.edit("", |it| {
            if let Some(rule) = it.rulebook.rules.iter_mut().find(|it| it.id == *rule) {
                turn(Arc::make_mut(rule), *step, *to);
            }
        }),
    }
    lab.announce(texts().flips.tried);
    focus_soon("flips-finding");
}

/// Puts another number into a rule. A range that an official chooses from grows to hold it.
fn turn(rule: &mut Rule, step: usize, to: Points) {
    let place = match step.checked_sub(1) {
        None => Place::Amount,
        Some(at) => Place::Step(at),
    };
    place.write(rule, Figure::Signed(to));
    if let Some((least, most)) = rule.points.as_mut().filter(|_| step == 0).and_then(|it| it.range.as_mut()) {
        *least = (*least).min(Decimal(to));
        *most = (*most).max(Decimal(to));
    }
}

fn told(seen: &Seen, asked: &FlipsRequest, found: &FlipsFound) -> Told {
    let t = &texts().flips;
    let name = seen.name();
    let band = seen.band(found.band);
    let way = |it: &WayFound, end: fn(&str) -> String| {
        if !it.possible {
            return vec![Advice { words: end(name), note: String::new(), deed: None }];
        }
        vec![without(seen, found, it.without.as_ref()), edit(seen, found, it.edit.as_ref())]
    };
    Told {
        title: (t.title)(name, band, asked.day.0),
        now: (t.now)(name, found.score.0, band),
        ways: [(t.up, t.top), (t.down, t.bottom)]
            .into_iter()
            .zip(&found.ways)
            .map(|((name, end), it)| (name, way(it, end)))
            .collect(),
    }
}

fn without(seen: &Seen, found: &FlipsFound, it: Option<&WithoutFound>) -> Advice {
    let t = &texts().flips;
    let Some(it) = it else {
        return Advice { words: (t.no_set)(found.tried, found.events), note: String::new(), deed: None };
    };
    let name = |id: &String| {
        let event = seen.event_idx(id)?;
        Some((texts().shares.times)(&seen.what(event), seen.case().events[event].day))
    };
    let names: Vec<String> = it.events.iter().filter_map(name).collect();
    let note = if it.smallest { (t.smallest)(it.events.len(), it.others) } else { (t.built)(found.tried) };
    Advice {
        words: (t.without)(seen.name(), &names, seen.band(it.band), it.score.0),
        note,
        deed: Some(((t.try_without)(&names.join(", ")), Deed::LeaveOut(it.events.clone()))),
    }
}

fn edit(seen: &Seen, found: &FlipsFound, it: Option<&EditFound>) -> Advice {
    let t = &texts().flips;
    let advice = it.and_then(|it| {
        let Number::Points { rule: id, step } = &it.number else { return None };
        let rule = seen.scenario.rulebook.rules.iter().find(|it| it.id == *id)?;
        let when = (texts().rules.sentence)(&seen.scenario, rule).when_plain();
        let band = seen.band(it.band);
        let change = Change { rule: &when, step: *step, from: it.from.0, to: it.to.0, band, score: it.score.0 };
        Some(Advice {
            words: (t.edit)(seen.name(), &change),
            note: t.edit_note.to_owned(),
            deed: Some(((t.try_edit)(&when, it.to.0), Deed::Turn { rule: id.clone(), step: *step, to: it.to.0 })),
        })
    });
    advice.unwrap_or_else(|| Advice { words: (t.no_edit)(found.reach), note: String::new(), deed: None })
}
