//! The scorecard: which safeguards the rulebook has, and what documents ask for.

use leptos::prelude::*;

use super::state::Questions;
use crate::review::demands::{self, Demand};
use crate::review::scorecard::{Answer, Line, Told, scorecard};
use crate::ui::kit::StandingChip;
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// A table of safeguards. What documents ask for never changes, so only the answers are drawn anew.
#[component]
pub(super) fn Card() -> impl IntoView {
    let (lab, questions) = (Lab::get(), Questions::get());
    let t = &texts().review;
    let lines = Memo::new(move |_| {
        lab.shown.with(|it| {
            let outcome = it.outcome.as_ref();
            outcome
                .map(|outcome| questions.findings.with(|found| scorecard(&it.scenario, outcome, found)))
                .unwrap_or_default()
        })
    });
    let finding = move || lines.with(|it| if it.is_empty() { t.card.to_owned() } else { (t.card_finding)(it) });
    let n = lines.with_untracked(Vec::len);
    let row = move |at: usize| {
        let line = Memo::new(move |_| lines.with(|it| it.get(at).cloned()));
        let asked =
            line.with_untracked(|it| it.as_ref().map(|it| demands::about(it.safeguard).map(demand).collect_view()));
        let name = line.with_untracked(|it| it.as_ref().map(|it| (t.safeguard)(it.safeguard)));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{move || line.get().map(answer)}</td>
                <td><ul class="plain demands" role="list">{asked}</ul></td>
            </tr>
        }
    };
    view! {
        <div class="table-wrap review-card" role="region" aria-labelledby="review-card-title" tabindex="0">
            <table class="table">
                <caption id="review-card-title">{finding}</caption>
                <thead><tr>{t.columns.map(|it| view! { <th scope="col">{it}</th> }).into_iter().collect_view()}</tr></thead>
                <tbody>{(0..n).map(row).collect_view()}</tbody>
            </table>
        </div>
        <PinButton />
        <p class="muted small">{t.card_note}</p>
    }
}

/// Yes, partly or no, and what that rests on.
fn answer(line: Line) -> AnyView {
    let t = &texts().review;
    let name = match line.answer {
        Answer::Yes => "yes",
        Answer::Partly => "partly",
        Answer::No => "no",
        Answer::Untold => "unknown",
    };
    view! {
        <span class="answer" data-answer=name>{(t.answer)(line.answer)}</span>
        <span class="answer-ground muted">{(t.ground)(&line)}</span>
        {line.told.into_iter().map(told).collect_view()}
    }
    .into_any()
}

/// What a source says about a safeguard of this rulebook.
fn told(it: Told) -> AnyView {
    view! {
        <span class="answer-told">
            {it.note}" "{it.source.map(|it| view! { <span class="muted small">{it}</span>" " })}
            <StandingChip standing=it.standing />
        </span>
    }
    .into_any()
}

/// What one document asks for.
fn demand(it: &'static Demand) -> AnyView {
    let t = &texts().review;
    view! {
        <li>
            {(t.asks)(it)}" "<span class="muted small">{(t.document)(it.document)}</span>" "<StandingChip standing=it.standing />
        </li>
    }
    .into_any()
}
