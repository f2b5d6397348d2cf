//! The saved cases: results that a reader expects of the lives shown.

use leptos::prelude::*;

use super::super::super::life::Seen;
use super::case::CaseRow;
use super::tally::counted;
use crate::editor::edits::fresh_id;
use crate::engine::explain::stays;
use crate::principles::{Judged, judge};
use crate::scenario::doc::{Expectation, Expected, ListNature, Scenario};
use crate::scenario::{Decimal, bounds};
use crate::ui::kit::{Complaint, Roll, Slots};
use crate::ui::state::{Lab, Shown, texts};

/// A saved case and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The case.
    pub expectation: Expectation,
    /// The case as a sentence.
    pub sentence: String,
    /// Whether it is as expected, if it can be judged.
    pub kept: Option<bool>,
    /// What came of it, in words.
    pub words: String,
}

/// The saved cases, and buttons that save what is shown.
#[component]
pub fn SavedCases() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let slots = Slots::new(move || lab.with_scenario(|open| lab.shown.with(|shown| cases(open, shown))));
    let is_empty = Memo::new(move |_| lab.with_scenario(|it| it.expectations.is_empty()));
    let counted = counted(lab);
    let seen = Seen::now(lab);
    // What could be saved of the life shown, best first; what is saved already is left out.
    let offers = Memo::new(move |_| {
        let offers = seen.with(|it| it.as_ref().map(shown_now).unwrap_or_default());
        lab.with_scenario(|it| {
            let is_new = |new: &Expectation| {
                !it.expectations.iter().any(|old| Expectation { id: String::new(), ..old.clone() } == *new)
            };
            offers.into_iter().filter(is_new).map(|new| ((t.case)(&new, it), new)).collect::<Vec<_>>()
        })
    });
    let save = move |new: &Expectation| {
        if lab.peek_scenario(|it| it.expectations.len() >= bounds::EXPECTATIONS) {
            return lab.announce(t.full);
        }
        lab.edit("", |it| {
            let id = fresh_id("case", it.expectations.iter().map(|it| it.id.as_str()));
            it.expectations.push(Expectation { id, ..new.clone() });
        });
    };
    let offer = move |(sentence, new): (String, Expectation)| {
        view! { <li><button type="button" class="btn" on:click=move |_| save(&new)>{(t.save_shown)(&sentence)}</button></li> }
    };
    view! {
        <section class="stack" aria-labelledby="saved-cases-title">
            <h3 id="saved-cases-title" tabindex="-1">{t.saved}" "
                {move || counted.get().map(|(n, _)| view! { <span class="count">{n}</span> })}</h3>
            <p class="muted">{t.saved_intro}</p>
            {move || counted.get().map(|(n, broken)| view! {
                <p class="verdict" data-state={if broken == 0 { "kept" } else { "broken" }}>{(t.tally)(n, broken)}</p>
            })}
            <Show when=move || is_empty.get()><p class="empty">{t.saved_empty}</p></Show>
            <ul class="plain principles saved-cases" aria-label=t.saved>
                <For each=move || slots.ids() key=Clone::clone let:id><CaseRow case=slots.slot(&id) id /></For>
            </ul>
            <Complaint path="expectations" />
            <ul class="plain row" aria-label=t.add_case>{move || offers.get().into_iter().map(offer).collect_view()}</ul>
        </section>
    }
}

fn cases(open: &Scenario, shown: &Shown) -> Roll<Case> {
    let t = &texts().principles;
    let cases = open.expectations.iter().map(|it| {
        let judged: Option<Judged> = shown.outcome.as_ref().and_then(|outcome| judge(it, &shown.scenario, outcome));
        let words = (t.judged)(judged.as_ref(), &shown.scenario);
        let kept = judged.map(|it| it.kept);
        (it.id.clone(), Case { expectation: it.clone(), sentence: (t.case)(it, open), kept, words })
    });
    cases.collect()
}

/// What the life that is shown does, as cases that could be saved.
fn shown_now(seen: &Seen) -> Vec<Expectation> {
    let book = &seen.scenario.rulebook;
    let place = seen.outcome.lowered.subjects.get(seen.subject);
    let Some(subject) = place.and_then(|it| seen.scenario.cast.get(*it)) else { return Vec::new() };
    let new = |is| Expectation {
        id: String::new(),
        subject: subject.id.clone(),
        is,
        band: None,
        score: None,
        list: None,
        day: None,
    };
    let life = seen.life();
    let mut all = Vec::new();
    if seen.has_score() {
        let band = |at: usize| book.bands.iter().rev().nth(at).map(|it| it.id.clone());
        let lowest = life.course.iter().map(|it| it.band).min().unwrap_or_default();
        all.push(Expectation { band: band(life.end().band), ..new(Expected::EndsInBand) });
        all.push(Expectation { band: band(lowest), ..new(Expected::StaysAtLeast) });
        all.push(Expectation { score: Some(Decimal(life.end().score)), ..new(Expected::ScoreAtLeast) });
    }
    let stays = stays(life);
    for (at, list) in book.lists.iter().enumerate().filter(|it| it.1.nature == ListNature::Black).take(2) {
        let on_at_end = stays.iter().any(|it| it.list == at && it.end.is_none());
        let never = !stays.iter().any(|it| it.list == at);
        let is = if on_at_end { Some(Expected::OnList) } else { never.then_some(Expected::NeverOnList) };
        all.extend(is.map(|is| Expectation { list: Some(list.id.clone()), ..new(is) }));
    }
    all
}
