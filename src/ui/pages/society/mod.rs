//! Many lives under the open rulebook.
//!
//! - [`stage`]: what the parts share; [`figures`] and [`names`]: what charts read from the counts;
//! - [`controls`], [`shelf`] and [`shocks`]: the run, the reform that it is compared with, what happens on the way;
//! - [`town`]: the dot-people; [`groups`]: groups side by side; [`gains`] and [`price`]: what the reform does;
//! - [`wrong`]: wrong records and the queue; [`mobility`]: from year to year; [`fairness`] and [`triangle`];
//! - [`chilling`] and [`exposure`]; [`sweeps`]; [`cards`]: the assumptions; [`stories`];
//! - [`frame`]: a chart with its finding and its table; [`later`]: one figure after the other.

mod cards;
mod chilling;
mod controls;
mod exposure;
mod fairness;
mod figures;
pub(in crate::ui) mod frame;
mod gains;
pub(in crate::ui) mod groups;
mod later;
mod mobility;
pub(in crate::ui) mod names;
mod price;
mod shelf;
mod shocks;
mod stage;
mod stories;
mod sweeps;
mod town;
mod triangle;
mod wrong;

use leptos::prelude::*;

use crate::jobs::society::plan::Refusal;
use crate::ui::senseless::Senseless;
use crate::ui::state::texts;
use later::Later;
use stage::Stage;

/// The page.
#[component]
pub fn SocietyPage() -> impl IntoView {
    let t = &texts().society;
    let stage = Stage::provide();
    // Nothing, a word of waiting, or the figures; figures follow the results by themselves.
    let state = Memo::new(move |_| match () {
        () if stage.lab.cannot_compute() => State::Senseless,
        () if stage.runs.refused.get().is_some() => State::Refused(stage.runs.refused.get()),
        () if stage.results().is_none() => State::Waiting,
        () => State::There,
    });
    let figures = move || match state.get() {
        State::Refused(Some(Refusal::Memory(bytes))) => view! {
            <div class="empty"><p class="empty-title">{t.too_large_title}</p><p>{(t.too_large)(bytes)}</p></div>
        }
        .into_any(),
        State::Refused(_) => view! {
            <div class="empty"><p class="empty-title">{t.refused_title}</p><p>{t.refused}</p>
                <a class="btn" href="#/lab">{t.to_lab}</a></div>
        }
        .into_any(),
        State::Senseless => view! { <Senseless /> }.into_any(),
        State::Waiting => view! { <p class="busy" role="status">{t.loading}</p> }.into_any(),
        State::There => view! { <Figures /> }.into_any(),
    };
    view! {
        <div class="page page-wide society-page"><div class="stack-lg">
            <div class="stack">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
                <details class="fold society-not">
                    <summary>{t.not_title}</summary>
                    <p><strong>{t.not_lead}</strong></p>
                    <ul>{t.not.map(|it| view! { <li>{it}</li> }).into_iter().collect_view()}</ul>
                </details>
            </div>
            {move || (stage.lab.is_stale() && !stage.lab.cannot_compute()).then(|| view! { <p class="notice" data-kind="warn"><span>{t.stale}</span></p> })}
            <div class="society-layout">
                <div class="society-side">
                    <controls::Going />
                    <details class="fold society-settings" open=is_wide()>
                        <summary>{t.settings}</summary>
                        <controls::Controls />
                        <shelf::Shelf />
                        <shocks::Shocks />
                    </details>
                </div>
                <div class="society-main" class:is-stale=move || stage.runs.stale.get()>{figures}</div>
            </div>
            <cards::Cards />
            <stories::Stories />
        </div></div>
    }
}

/// Whether there is room beside the figures. On a telephone the figures come first.
fn is_wide() -> bool {
    const PIXELS: f64 = 1024.0;
    window().inner_width().ok().and_then(|it| it.as_f64()).is_none_or(|it| it >= PIXELS)
}

/// What the page can show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Senseless,
    Refused(Option<Refusal>),
    Waiting,
    There,
}

/// Everything that needs results.
#[component]
fn Figures() -> impl IntoView {
    view! {
        <Later nth=0><town::Town /></Later>
        <Later nth=1><groups::Groups /></Later>
        <Later nth=2><gains::Gains /></Later>
        <Later nth=3><price::Price /></Later>
        <Later nth=4><wrong::Wrong /></Later>
        <Later nth=5><mobility::Mobility /></Later>
        <Later nth=6><fairness::Fairness /></Later>
        <Later nth=7><chilling::Chilling /></Later>
        <Later nth=8><exposure::Exposure /></Later>
        <Later nth=9><sweeps::Sweeps /></Later>
    }
}
