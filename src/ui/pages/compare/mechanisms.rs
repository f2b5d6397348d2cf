//! The four mechanisms that are often taken for one, with what the lab's own examples rest on.

use leptos::prelude::*;

use crate::scenario::Scenario;
use crate::scenario::doc::{Mechanism, Standing};
use crate::scenario::presets;
use crate::ui::kit::StandingChip;
use crate::ui::state::texts;

/// The four.
pub(super) const ALL: [Mechanism; 4] =
    [Mechanism::Score, Mechanism::List, Mechanism::FirmRating, Mechanism::CommercialScore];
const STANDINGS: [Standing; 5] =
    [Standing::Documented, Standing::Reported, Standing::Unverified, Standing::Derived, Standing::Invented];

/// The table.
#[component]
pub fn Mechanisms() -> impl IntoView {
    let t = &texts().compare;
    let listed = presets::ALL.iter().filter(|it| it.listed && it.id != "blank");
    let scenarios: Vec<(&str, Scenario)> = listed.filter_map(|it| Some((it.id, it.scenario().ok()?))).collect();
    let row = |it: Mechanism| {
        let own: Vec<_> = scenarios.iter().filter(|of| of.1.mechanism == it).collect();
        let preset = |it: &&(&str, Scenario)| {
            let address = format!("#/lab?preset={}", it.0);
            view! {
                <li><a href=address>{it.1.title.clone()}</a>
                    <span class="muted small compare-backing">{backing(&it.1)}</span></li>
            }
        };
        view! {
            <tr>
                <th scope="row">{(t.mechanism_name)(it)}</th>
                <td>{(t.mechanism_what)(it)}" "<StandingChip standing=t.mechanism_standing /></td>
                <td><ul role="list" class="stack">{own.iter().map(preset).collect_view()}</ul></td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="compare-mechanisms" class="stack">
            <h2 id="compare-mechanisms">{t.mechanisms}</h2>
            <p class="muted">{t.mechanisms_note}</p>
            <div class="table-wrap" tabindex="0" role="group" aria-label=t.mechanisms>
                <table class="table compare-mechanisms">
                    <thead><tr><th scope="col">{t.column_mechanism}</th><th scope="col">{t.column_what}</th>
                        <th scope="col">{t.column_presets}</th></tr></thead>
                    <tbody>{ALL.map(row).into_iter().collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// How many rules of a scenario are documented, reported, …, and how many sources it names.
fn backing(it: &Scenario) -> String {
    let count = |standing: Standing| (standing, it.rulebook.rules.iter().filter(|it| it.standing == standing).count());
    (texts().compare.backing)(&STANDINGS.map(count), it.references.len())
}
