//! Everything that was changed against the baseline, and what it does to the lives.

use std::sync::Arc;

use leptos::prelude::*;

use crate::scenario::compare::{self, Change, What, changes};
use crate::scenario::doc::Scenario;
use crate::ui::pin::PinButton;
use crate::ui::senseless::Senseless;
use crate::ui::state::{Lab, Shown, texts};

/// The page of changes.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().changes;
    let pair = Memo::new(move |_| lab.document.with(|it| (it.baseline.clone(), it.scenario.clone())));
    let list = Memo::new(move |_| pair.with(|(before, after)| changes(before, after)));
    let rows = move || pair.with(|(before, after)| list.with(|list| group(before, after, list)));
    let reset_all = move |_| {
        let baseline = pair.with_untracked(|it| it.0.clone());
        lab.edit("", |it| *it = (*baseline).clone());
        lab.announce(t.reset_done);
    };
    view! {
        <div class="page page-narrow"><div class="stack-lg">
            <h1>{t.title}</h1>
            <p class="muted">{move || lab.document.with(|it| (t.intro)(&it.baseline.title, it.base.is_some()))}</p>
            <Show when=move || list.with(Vec::is_empty)>
                <p class="empty">{t.none}</p>
            </Show>
            <Effects />
            {move || rows().into_iter().map(|(title, rows)| view! { <ChangeTable title rows /> }).collect_view()}
            <p class="row">
                <a class="btn btn-primary" href="#/lab">{t.back_to_lab}</a>
                <Show when=move || list.with(|it| !it.is_empty())>
                    <button type="button" class="btn" on:click=reset_all>{t.reset_all}</button>
                </Show>
            </p>
        </div></div>
    }
}

/// A change with its words.
#[derive(Clone)]
struct Row {
    change: Change,
    what: String,
    before: String,
    after: String,
}

/// The changes by the part of the document that they are in.
fn group(before: &Scenario, after: &Scenario, list: &[Change]) -> Vec<(&'static str, Vec<Row>)> {
    let t = &texts().changes;
    let mut groups: Vec<(&'static str, Vec<Row>)> =
        [t.rules, t.events, t.system, t.cast, t.other].map(|it| (it, Vec::new())).into();
    for change in list {
        let parts: Vec<&str> = change.path.parts().collect();
        let at = match parts.as_slice() {
            ["rulebook", "rules", ..] | ["kinds", ..] => 0,
            ["events", ..] => 1,
            ["rulebook", ..] => 2,
            ["cast" | "groups", ..] => 3,
            _ => 4,
        };
        let words = (t.describe)(before, after, change);
        let row = Row { change: change.clone(), what: words.what, before: words.before, after: words.after };
        groups[at].1.push(row);
    }
    groups.retain(|it| !it.1.is_empty());
    groups
}

/// One table of changes.
#[component]
fn ChangeTable(
    /// Its heading.
    title: &'static str,
    /// Its rows.
    rows: Vec<Row>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().changes;
    let row = move |row: Row| {
        let change = StoredValue::new(row.change);
        let reset = move |_| {
            change.with_value(|it| reset_one(lab, it));
            lab.announce(t.reset_done);
        };
        view! {
            <tr>
                <th scope="row">{row.what.clone()}</th>
                <td>{row.before}</td>
                <td>{row.after}</td>
                <td><button type="button" class="btn btn-sm" on:click=reset aria-label=(t.reset_one)(&row.what)>{texts().common.reset}</button></td>
            </tr>
        }
    };
    view! {
        <h2>{title}</h2>
        <div class="table-wrap" tabindex="0" role="region" aria-label=title>
            <table class="table">
                <thead><tr>
                    <th scope="col">{t.change}</th><th scope="col">{t.was}</th><th scope="col">{t.is_now}</th>
                    <th scope="col"><span class="visually-hidden">{texts().common.reset}</span></th>
                </tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <PinButton />
    }
}

/// Puts one thing back as it was.
fn reset_one(lab: Lab, change: &Change) {
    let reverted = lab.document.with_untracked(|it| match change.what {
        What::Order => compare::revert_order(&it.scenario, &it.baseline, &change.path),
        _ => compare::revert(&it.scenario, &it.baseline, &change.path),
    });
    if let Ok(scenario) = reverted {
        lab.edit("", |it| *it = scenario);
    }
}

/// Score and band of each subject at the end, before and after.
#[component]
fn Effects() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().changes;
    let end = |shown: &Shown, id: &str| {
        let end = shown.life(id)?.end();
        let band = shown.scenario.rulebook.bands.iter().rev().nth(end.band);
        let band = band.map(|it| it.name().to_owned());
        let score = (texts().common.points)(end.score);
        Some(band.map_or_else(|| score.clone(), |band| format!("{score} {band}")))
    };
    let lines = move || {
        let cast =
            lab.with_scenario(|it| it.cast.iter().map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>());
        let (before, now) = (lab.before.get(), lab.shown.get());
        let differ = |id: &String| match (before.life(id), now.life(id)) {
            (Some(before), Some(now)) => before.course != now.course || before.consequences != now.consequences,
            _ => false,
        };
        let line = |(id, name): (String, String)| {
            let ends = end(&before, &id).zip(end(&now, &id)).filter(|_| differ(&id))?;
            Some((t.effect_line)(&name, &ends.0, &ends.1))
        };
        cast.into_iter().filter_map(line).collect::<Vec<_>>()
    };
    let is_changed =
        move || lab.document.with(|it| !Arc::ptr_eq(&it.scenario, &it.baseline) && it.scenario != it.baseline);
    view! {
        <Show when=is_changed>
            <h2>{t.effect}</h2>
            {move || match lines() {
                _ if lab.cannot_compute() => view! { <Senseless /> }.into_any(),
                lines if lines.is_empty() => view! { <p class="empty">{t.effect_none}</p> }.into_any(),
                lines => view! { <ul class="effects">{lines.into_iter().map(|it| view! { <li class="nums">{it}</li> }).collect_view()}</ul> }.into_any(),
            }}
        </Show>
    }
}
