//! What the guesses explain, above the rules that were hidden.

use leptos::prelude::*;

use super::{Guessed, Secret};
use crate::engine::explain::guess::{Explained, Guess, KindResult, explained};
use crate::ui::lab::life::{Seen, capital};
use crate::ui::state::{Lab, texts};

/// The finding, and a table by kind.
#[component]
pub(in crate::ui::lab::rules) fn GuessResult() -> impl IntoView {
    let lab = Lab::get();
    let secret = Secret::get();
    let t = &texts().secret;
    let seen = Seen::now(lab);
    let found = Memo::new(move |_| {
        seen.with(|it| it.as_ref().map(|it| secret.guesses.with(|all| held(it, all))).unwrap_or_default())
    });
    let title = move || {
        found.with(|it| match it.movements {
            0 => t.nothing_happened.to_owned(),
            n => (t.result)(it.sign_right, it.size_right, n),
        })
    };
    lab.announce(untrack(title));
    let rows = move || {
        seen.with(|seen| {
            let Some(seen) = seen.as_ref() else { return Vec::new() };
            found.with(|it| it.kinds.iter().map(|it| row(seen, it)).collect::<Vec<_>>())
        })
    };
    view! {
        <section class="secret-result" aria-labelledby="secret-result">
            <h3 class="secret-finding" id="secret-result" tabindex="-1">{title}</h3>
            <div class="table-wrap" role="region" aria-label=t.table tabindex="0">
                <table class="table">
                    <caption class="visually-hidden">{t.table}</caption>
                    <thead><tr>
                        <th scope="col">{t.column_kind}</th><th scope="col">{t.column_guess}</th>
                        <th scope="col">{t.column_did}</th><th scope="col">{t.column_right}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="note">{t.result_note}</p>
            <button type="button" class="btn" on:click=move |_| secret.hide(lab)>{t.again}</button>
        </section>
    }
}

fn held(seen: &Seen, guesses: &[Guessed]) -> Explained {
    let guess = |it: &Guessed| {
        let kind = seen.scenario.kinds.iter().position(|kind| kind.id == it.kind)?;
        Some(Guess { kind, points: it.points() })
    };
    let guesses: Vec<Guess> = guesses.iter().filter_map(guess).collect();
    explained(seen.case(), &seen.outcome.report, seen.subject, &guesses)
}

fn row(seen: &Seen, it: &KindResult) -> AnyView {
    let t = &texts().secret;
    let name = seen.scenario.kinds.get(it.kind).map(|it| capital(&it.short)).unwrap_or_default();
    let (state, icon, word) = match (it.guess, it.times) {
        (None, _) => ("none", "–", (t.guess)(None)),
        (_, 0) => ("none", "–", t.not_asked.to_owned()),
        (_, n) => {
            let (state, icon) = match (it.sign_right, it.size_right) {
                (_, size) if size == n => ("yes", "✓"),
                (0, _) => ("no", "✗"),
                _ => ("partly", "≈"),
            };
            (state, icon, (t.right)(it.sign_right, it.size_right, n))
        }
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{(t.guess)(it.guess)}</td>
            <td>{(t.did)(it.times, it.typical)}</td>
            <td class="secret-right" data-state=state><span aria-hidden="true">{icon}</span>" "{word}</td>
        </tr>
    }
    .into_any()
}
