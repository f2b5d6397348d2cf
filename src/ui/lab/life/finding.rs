//! The largest text of the page: what is to be seen in this life. Below it, what is drawn, and what is the matter.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::rules::Secret;
use super::seen::Seen;
use crate::editor::history::Deed;
use crate::editor::{Untouched, is_same_life, untouched};
use crate::engine::explain::finding;
use crate::scenario::Severity;
use crate::text::finding::{Named, Told};
use crate::ui::senseless::Senseless;
use crate::ui::state::{Lab, texts};

/// The finding, the line below it, and remarks.
#[component]
pub fn Finding(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The same subject's life before the reader's edits, if it was another.
    ghost: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let secret = Secret::get();
    let told = Memo::new(move |_| {
        let words = if secret.hides() { outcome_alone } else { told };
        seen.with(|it| it.as_ref().map(words))
    });
    let title = move || {
        let is_nobody = lab.with_scenario(|it| it.cast.is_empty());
        let is_senseless = lab.cannot_compute();
        let otherwise = || match () {
            () if is_nobody => t.nobody.to_owned(),
            () if is_senseless => t.senseless_title.to_owned(),
            () => t.nothing_yet.to_owned(),
        };
        told.with(|it| it.as_ref().map_or_else(otherwise, |it| it.title.clone()))
    };
    let rest = move || told.with(|it| it.as_ref().map(|it| it.rest.clone())).filter(|it| !it.is_empty());
    let sub = move || {
        seen.with(|it| match it {
            Some(it) => {
                let (first, last) = (it.case().first, it.case().last);
                let words = if it.has_score() { t.sub_score } else { t.sub_lists };
                words(first, last, ghost.with(Option::is_some))
            }
            None if lab.cannot_compute() && !lab.with_scenario(|it| it.cast.is_empty()) => t.senseless_hint.to_owned(),
            None => t.nobody_hint.to_owned(),
        })
    };
    view! {
        <h2 class="finding" id="finding" tabindex="-1">{title}</h2>
        {move || rest().map(|text| view! { <p class="life-rest">{text}</p> })}
        <p class="muted life-sub">{sub}</p>
        <Remarks seen />
    }
}

/// What the life shows, in words.
pub fn told(seen: &Seen) -> Told {
    let names = Named { scenario: &seen.scenario, outcome: &seen.outcome, subject: seen.subject };
    (texts().finding.told)(&finding(seen.case(), &seen.outcome.report, seen.subject), &names)
}

/// Where the life ends, and nothing of what led there.
fn outcome_alone(seen: &Seen) -> Told {
    let end = seen.life().end();
    let title = if seen.has_score() {
        (texts().secret.ends)(seen.name(), end.score, seen.band(end.band))
    } else {
        seen.lists_words(seen.case().last)
    };
    Told { title, rest: String::new() }
}

/// What is wrong with the document, or why the last edit changed nothing here.
#[component]
fn Remarks(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let secret = Secret::get();
    let wrong = Memo::new(move |_| lab.is_stale().then(|| what_is_wrong(lab)));
    let watched = Memo::new(move |earlier: Option<&Watched>| {
        let now = seen.get();
        let before = earlier.and_then(|it| it.seen.as_ref());
        let remark = before.zip(now.as_ref()).and_then(|(before, now)| remark(lab, before, now));
        Watched { seen: now, remark }
    });
    let remark =
        move || watched.with(|it| it.remark.clone()).filter(|_| wrong.with(Option::is_none) && !secret.hides());
    view! {
        <div class="remarks" role="status">
            {move || wrong.get().map(|text| if lab.cannot_compute() { view! { <Senseless /> }.into_any() } else { view! {
                <div class="notice" data-kind="warn"><p><strong>{t.stale}</strong>" "{text}" "{t.stale_kept}</p></div>
            }.into_any() })}
            {move || remark().map(|text| view! { <div class="notice" data-kind="info"><p>{text}</p></div> })}
        </div>
    }
}

/// The life at the last change, and what there was to say about that change.
#[derive(Clone, PartialEq)]
struct Watched {
    seen: Option<Seen>,
    remark: Option<String>,
}

pub fn what_is_wrong(lab: Lab) -> String {
    let t = &texts().life;
    let errors = lab.shown.with(|it| {
        let errors = it.diagnostics.iter().filter(|it| it.severity() == Severity::Error);
        errors.map(|it| (texts().diagnostics.words)(&it.code)).collect::<Vec<_>>()
    });
    match errors.split_first() {
        None => t.stale_input.to_owned(),
        Some((first, [])) => format!("{} {}", first.message, first.hint),
        Some((first, rest)) => format!("{} {} {}", first.message, first.hint, (t.more_wrong)(rest.len())),
    }
}

/// Why the last step left the life as it was, if it was an edit and did so.
fn remark(lab: Lab, before: &Seen, now: &Seen) -> Option<String> {
    let is_edit = untrack(|| {
        lab.with_history(|it| {
            let last = it.past().last().filter(|it| it.deed == Deed::Edited);
            it.future().next().is_none() && last.is_some_and(|it| Arc::ptr_eq(&it.after.scenario, &now.scenario))
        })
    });
    let is_same = before.name() == now.name() && is_same_life(now.case(), before.life(), now.life());
    if !is_edit || !is_same {
        return None;
    }
    let reason = untouched(&before.scenario, &now.scenario, &now.outcome, now.subject)?;
    let about = match &reason {
        Untouched::Rule { kind, .. } => now.scenario.kinds.iter().find(|it| it.id == *kind).map(|it| it.label.clone()),
        Untouched::SomebodyElse(id) => now.scenario.cast.iter().find(|it| it.id == *id).map(|it| it.name.clone()),
        _ => None,
    };
    Some((texts().life.untouched)(&reason, now.name(), &about.unwrap_or_default()))
}
