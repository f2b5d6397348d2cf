//! What is said, and what the record makes of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::tries::TryLink;
use crate::record::{Facts, Myth, Verdict};
use crate::scenario::doc::Standing;
use crate::ui::data::Record;
use crate::ui::kit::FactLines;
use crate::ui::state::texts;

const VERDICTS: [Verdict; 4] = [Verdict::NotSo, Verdict::MixedUp, Verdict::Partly, Verdict::Open];

/// All myths, after the words that the verdicts use.
#[component]
pub fn Myths() -> impl IntoView {
    let t = &texts().record;
    let record = expect_context::<Arc<Record>>();
    let meaning = |it: Verdict| {
        view! { <li>{verdict(it)}" "<span class="muted">{(t.verdict_long)(it)}</span></li> }
    };
    let myth = |it: &Myth| view! { <One myth=it.clone() /> };
    view! {
        <p class="record-lede">{t.myths_lede}</p>
        <ul class="myth-verdicts" role="list">{VERDICTS.map(meaning).collect_view()}</ul>
        <ul class="myths" role="list">{record.myths.iter().map(myth).collect_view()}</ul>
    }
}

/// A verdict as a word with a shape.
fn verdict(it: Verdict) -> impl IntoView {
    let name = match it {
        Verdict::NotSo => "not-so",
        Verdict::MixedUp => "mixed-up",
        Verdict::Partly => "partly",
        Verdict::Open => "open",
    };
    view! { <strong class="myth-verdict" data-verdict=name>{(texts().record.verdict)(it)}</strong> }
}

#[component]
fn One(
    /// The myth.
    myth: Myth,
) -> impl IntoView {
    let t = &texts().record;
    view! {
        <li class="myth" id=format!("myth-{}", myth.id)>
            <h3><span class="myth-heard">{t.myth_heard}</span>" "<q>{myth.claim}</q></h3>
            <p>{verdict(myth.verdict)}</p>
            <p>{myth.answer}</p>
            <Grounds ids=myth.facts words=t.rests_on />
            {myth.tries.map(|to| view! { <p><TryLink to /></p> })}
        </li>
    }
}

/// The statements behind something, folded. The line that unfolds them says whether some were not verified.
#[component]
pub fn Grounds(
    /// Their ids.
    ids: Vec<String>,
    /// The line, from how many there are and how many of them were not verified.
    words: fn(usize, usize) -> String,
) -> impl IntoView {
    let facts = use_context::<Arc<Facts>>()?;
    let standings = ids.iter().filter_map(|id| facts.fact(id)).map(|it| it.standing);
    let unverified = standings.filter(|it| *it == Standing::Unverified).count();
    Some(view! {
        <details class="grounds">
            <summary>{words(ids.len(), unverified)}</summary>
            <FactLines ids />
        </details>
    })
}
