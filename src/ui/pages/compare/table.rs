//! The lines as tables: verdicts on the last day, standings over time, and what each rulebook does not see.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::chooser::LineKey;
use super::side::{Side, Sides};
use crate::engine::Day;
use crate::engine::explain::stays;
use crate::engine::model::SubjectIdx;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// So many days are shown; the rest is for the table of each life in the Lab.
const MOST_DAYS: usize = 60;

/// The verdict of each rulebook on the last day.
#[component]
pub fn Standings(
    /// What is compared.
    sides: Memo<Sides>,
    /// Whose life is shown.
    subject: Memo<SubjectIdx>,
) -> impl IntoView {
    let t = &texts().compare;
    let row = move |(side, day): (Arc<Side>, Day)| {
        let follows = side.verdict(subject.get(), day).map(|it| (t.follows)(it.penalties, it.rewards));
        view! {
            <tr>
                <th scope="row"><LineKey nth=side.nth />" "{side.title.clone()}</th>
                <td class="nums">{side.standing(subject.get(), day)}</td>
                <td>{follows}</td>
                <td>{(t.seen)(side.transfer.lost(), side.transfer.events, side.transfer.kindred)}</td>
            </tr>
        }
    };
    let rows = move || sides.with(|it| it.all.iter().map(|side| row((side.clone(), it.days.1))).collect_view());
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=t.column_standing>
            <table class="table compare-standings">
                <thead><tr><th scope="col">{t.column_rulebook}</th><th scope="col">{t.column_standing}</th>
                    <th scope="col">{t.column_follows}</th><th scope="col">{t.column_seen}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <PinButton />
    }
}

/// Standings on every day on which one of them changed. Nothing is computed while it is shut.
#[component]
pub fn Days(
    /// What is compared.
    sides: Memo<Sides>,
    /// Whose life is shown.
    subject: Memo<SubjectIdx>,
) -> impl IntoView {
    let t = &texts().compare;
    let (open, set_open) = signal(false);
    let table = move || {
        open.get().then(|| {
            sides.with(|it| {
                let at = subject.get();
                let heads = it.all.iter().map(|it| view! { <th scope="col">{it.title.clone()}</th> }).collect_view();
                let row = |day: Day| {
                    let cell = |side: &Arc<Side>| view! { <td class="nums">{side.standing(at, day)}</td> };
                    view! {
                        <tr><th scope="row" class="date">{(texts().common.day_short)(day)}</th>{it.all.iter().map(cell).collect_view()}</tr>
                    }
                };
                let rows = days(it, at).into_iter().map(row).collect_view();
                view! {
                    <table class="table"><thead><tr><th scope="col">{t.column_day}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
                }
            })
        })
    };
    view! {
        <details class="fold" on:toggle:target=move |event| set_open.set(event.target().open())>
            <summary>{t.table}</summary>
            <div class="table-wrap" tabindex="0" role="region" aria-label=t.table>{table}</div>
            <PinButton />
        </details>
    }
}

/// The days on which score, band or lists changed under some rulebook. Of very many, evenly chosen ones and the last.
fn days(sides: &Sides, subject: SubjectIdx) -> Vec<Day> {
    let mut days: BTreeSet<Day> = [sides.days.0, sides.days.1].into();
    for life in sides.all.iter().filter_map(|it| it.life(subject)) {
        days.extend(life.course.iter().map(|it| it.day));
        days.extend(stays(life).iter().flat_map(|it| [Some(it.begin), it.end]).flatten());
    }
    let days: Vec<Day> = days.into_iter().filter(|it| *it <= sides.days.1).collect();
    let every = days.len().div_ceil(MOST_DAYS).max(1);
    let last = days.len().saturating_sub(1);
    days.into_iter().enumerate().filter(|it| it.0 % every == 0 || it.0 == last).map(|it| it.1).collect()
}

/// The events that mean nothing to each rulebook, by kind.
#[component]
pub fn Seen(
    /// What is compared.
    sides: Memo<Sides>,
) -> impl IntoView {
    let t = &texts().compare;
    let rows = move || {
        sides.with(|it| {
            let row = |side: &Arc<Side>| {
                let foreign = side.transfer.foreign.iter();
                let names: Vec<String> = foreign.map(|(kind, n)| (t.foreign_one)(it.kind(kind), *n)).collect();
                let words = if names.is_empty() { t.sees_all.to_owned() } else { names.join(", ") };
                let count = (t.foreign)(side.transfer.lost());
                view! { <tr><th scope="row">{side.title.clone()}</th><td class="nums">{count}</td><td>{words}</td></tr> }
            };
            it.all.iter().map(row).collect_view()
        })
    };
    view! {
        <details class="fold compare-unseen">
            <summary>{t.seen_table}</summary>
            <p class="note">{t.seen_note}</p>
            <div class="table-wrap" tabindex="0" role="region" aria-label=t.seen_table>
                <table class="table"><tbody>{rows}</tbody></table>
            </div>
            <PinButton />
        </details>
    }
}
