//! Who is put above whom, and who is penalised here and rewarded there.

use std::sync::Arc;

use leptos::prelude::*;

use super::side::{Side, Sides};
use crate::engine::explain::{Pairs, pairs, swapped};
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// Every pair of rulebooks, and how they agree on pairs of people.
#[component]
pub fn Ranks(
    /// What is compared.
    sides: Memo<Sides>,
) -> impl IntoView {
    let t = &texts().compare;
    let rows = Memo::new(move |_| sides.with(ranks));
    let finding = move || {
        rows.with(|it| {
            let most = it.iter().rev().max_by_key(|it| it.pairs.swapped).filter(|it| it.pairs.total() > 0);
            (t.ranks_finding)(most.map(|it| (it.one.as_str(), it.other.as_str(), it.pairs)))
        })
    };
    let row = |it: Rank| {
        let who = (t.swapped_pairs)(&it.swapped);
        view! {
            <tr>
                <th scope="row">{(t.and)(&it.one, &it.other)}</th>
                <td class="n">{it.pairs.same}</td>
                <td class="n">{it.pairs.swapped}</td>
                <td class="n">{it.pairs.tied}</td>
                <td>{who}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="compare-ranks" class="stack">
            <h2 id="compare-ranks">{finding}</h2>
            <div class="table-wrap" tabindex="0" role="region" aria-label=t.ranks>
                <table class="table compare-ranks">
                    <thead><tr><th scope="col">{t.column_pair}</th><th scope="col" class="n">{t.column_same}</th>
                        <th scope="col" class="n">{t.column_swapped}</th><th scope="col" class="n">{t.column_tied}</th>
                        <th scope="col">{t.column_who}</th></tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <PinButton />
            <p class="note">{t.ranks_note}</p>
        </section>
    }
}

/// Two rulebooks and how they agree.
#[derive(Clone, Debug, PartialEq)]
struct Rank {
    one: String,
    other: String,
    pairs: Pairs,
    swapped: Vec<(String, String)>,
}

fn ranks(sides: &Sides) -> Vec<Rank> {
    let day = sides.days.1;
    let order = |side: &Side| {
        let of = |it: usize| side.verdict(it, day).map(|it| it.rank());
        (0..sides.cast.len()).map(of).collect::<Vec<_>>()
    };
    let orders: Vec<_> = sides.all.iter().filter(|it| it.outcome.is_some()).map(|it| (it, order(it))).collect();
    let mut rows = Vec::new();
    for (at, (one, first)) in orders.iter().enumerate() {
        for (other, second) in &orders[at + 1..] {
            let names = swapped(first, second);
            rows.push(Rank {
                one: one.title.clone(),
                other: other.title.clone(),
                pairs: pairs(first, second),
                swapped: names.iter().map(|it| (sides.name(it.0).to_owned(), sides.name(it.1).to_owned())).collect(),
            });
        }
    }
    rows
}

/// Everybody under every rulebook on the last day.
#[component]
pub fn Contradictions(
    /// What is compared.
    sides: Memo<Sides>,
) -> impl IntoView {
    let t = &texts().compare;
    let heads = move || {
        sides.with(|it| it.all.iter().map(|it| view! { <th scope="col">{it.title.clone()}</th> }).collect_view())
    };
    let finding = move || {
        sides.with(|it| {
            let n = (0..it.cast.len()).filter(|who| contradiction(it, *who).is_some()).count();
            (t.verdicts_finding)(n, it.cast.len())
        })
    };
    let rows = move || {
        sides.with(|it| {
            let row = |who: usize| {
                let cell = |side: &Arc<Side>| {
                    let follows = side.verdict(who, it.days.1).map(|it| (t.follows)(it.penalties, it.rewards));
                    view! { <td>{side.standing(who, it.days.1)}<br /><span class="muted">{follows}</span></td> }
                };
                let words = contradiction(it, who).unwrap_or_else(|| t.no_contradiction.to_owned());
                view! {
                    <tr><th scope="row">{it.name(who).to_owned()}</th>{it.all.iter().map(cell).collect_view()}<td>{words}</td></tr>
                }
            };
            (0..it.cast.len()).map(row).collect_view()
        })
    };
    view! {
        <section aria-labelledby="compare-verdicts" class="stack">
            <h2 id="compare-verdicts">{finding}</h2>
            <div class="table-wrap" tabindex="0" role="region" aria-label=t.verdicts>
                <table class="table compare-verdicts">
                    <thead><tr><th scope="col">{t.column_who}</th>{heads}<th scope="col">{t.column_contradiction}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <PinButton />
        </section>
    }
}

/// Whether somebody only has penalties under one rulebook and only rewards under another, in words.
fn contradiction(sides: &Sides, who: usize) -> Option<String> {
    let (mut penalised, mut rewarded) = (Vec::new(), Vec::new());
    for side in &sides.all {
        match side.verdict(who, sides.days.1).map(|it| (it.penalties, it.rewards)) {
            Some((0, n)) if n > 0 => rewarded.push(side.title.as_str()),
            Some((n, 0)) if n > 0 => penalised.push(side.title.as_str()),
            _ => {}
        }
    }
    let both = !penalised.is_empty() && !rewarded.is_empty();
    both.then(|| (texts().compare.contradiction)(&penalised, &rewarded))
}
