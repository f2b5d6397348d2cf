//! Many lives under the open rulebook.
//!
//! - [`stage`]: what the parts share; [`runs`]: the running; [`figures`]: what charts read from the counts;
//! - [`controls`] and [`shelf`]: the run, and the reform that it is compared with;
//! - [`town`]: the dot-people; [`groups`]: groups side by side;
//! - [`frame`]: a chart with its finding and its table.

mod controls;
mod figures;
mod frame;
mod groups;
mod names;
mod runs;
mod shelf;
mod stage;
mod town;

use leptos::prelude::*;

use crate::ui::state::texts;
use stage::Stage;

/// The page.
#[component]
pub fn SocietyPage() -> impl IntoView {
    let t = &texts().society;
    let stage = Stage::provide();
    // Nothing, a word of waiting, or the figures; figures follow the results by themselves.
    let state = Memo::new(move |_| match () {
        () if stage.runs.refused.with(Option::is_some) => State::Refused,
        () if stage.results().is_none() => State::Waiting,
        () => State::There,
    });
    let figures = move || match state.get() {
        State::Refused => view! {
            <div class="empty"><p class="empty-title">{t.refused_title}</p><p>{t.refused}</p>
                <a class="btn" href="#/lab">{t.to_lab}</a></div>
        }
        .into_any(),
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
            {move || stage.lab.is_stale().then(|| view! { <p class="notice" data-kind="warn"><span>{t.stale}</span></p> })}
            <div class="society-layout">
                <div class="society-side">
                    <controls::Controls />
                    <controls::Going />
                    <shelf::Shelf />
                </div>
                <div class="society-main" class:stale=move || stage.runs.stale.get()>{figures}</div>
            </div>
        </div></div>
    }
}

/// What the page can show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Refused,
    Waiting,
    There,
}

/// Everything that needs results.
#[component]
fn Figures() -> impl IntoView {
    view! {
        <town::Town />
        <groups::Groups />
    }
}
