//! The page of an address that names a scenario: that scenario, or what is wrong with the address.

use leptos::prelude::*;

use super::{arrive, files};
use crate::editor::Route;
use crate::editor::open::{Arrival, Notice, notice, show_own, show_sent};
use crate::editor::route::near_presets;
use crate::scenario::link::LinkError;
use crate::ui::lab::LabPage;
use crate::ui::pages::SocietyPage;
use crate::ui::state::{Lab, draft_name, texts};

/// The lab or the society with what the address names; or what is wrong with the address.
#[component]
pub fn AddressPage() -> impl IntoView {
    let lab = Lab::get();
    match lab.arrival.get_untracked() {
        Arrival::Shown(it) if it.society => view! { <VisitorNotice /><SocietyPage /> }.into_any(),
        Arrival::Shown(_) | Arrival::Open => view! { <VisitorNotice /><LabPage /> }.into_any(),
        Arrival::Broken(error) => view! { <BrokenLink error /> }.into_any(),
        Arrival::NoPreset(name) => view! { <NoPreset name /> }.into_any(),
        Arrival::Held => view! { <HeldLink /> }.into_any(),
    }
}

/// Says whose the scenario is: as it was sent, or what the reader made of that. The other is one press away.
#[component]
fn VisitorNotice() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let seen = RwSignal::new(None::<Notice>);
    let now = Memo::new(move |_| lab.with_history(|it| lab.arrival.with(|arrival| notice(arrival, it))));
    let go = move |to_own: bool| {
        lab.with_drafts(|history, _| {
            match to_own {
                true => show_own(history),
                false => show_sent(history, draft_name()),
            }
            (true, ())
        });
        lab.look_at_nothing();
        lab.announce(if to_own { t.own_shown } else { t.sent_shown });
    };
    move || {
        let now = now.get().filter(|it| Some(*it) != seen.get())?;
        let (title, text, button) = match now {
            Notice::Sent => (t.visitor_title, t.visitor_text, None),
            Notice::SentBesideOwn => (t.visitor_title, t.sent_beside_own, Some((t.show_own, true))),
            Notice::OwnOfLink => (t.own_title, t.own_of_link, Some((t.show_sent, false))),
            Notice::OwnOfPreset => (t.own_title, t.own_of_preset, Some((t.show_published, false))),
            Notice::PresetBesideOwn => (t.published_title, t.published_beside_own, Some((t.show_own, true))),
        };
        let button = button.map(
            |(words, to_own)| view! { <button type="button" class="btn" on:click=move |_| go(to_own)>{words}</button> },
        );
        Some(view! {
            <aside class="notice visitor-notice" data-kind="info" aria-label=title>
                <p role="status"><strong>{title}". "</strong>{text}</p>
                <p class="row">{button}
                    <button type="button" class="btn btn-quiet" on:click=move |_| seen.set(Some(now))>{t.visitor_dismiss}</button></p>
            </aside>
        })
    }
}

/// What is wrong with a link, and what can be done.
#[component]
fn BrokenLink(
    /// What is wrong.
    error: LinkError,
) -> impl IntoView {
    let t = &texts().share;
    let words = (t.broken)(&error);
    let salvage = error.salvage().map(str::to_owned);
    let save = salvage.map(|text| view! {
        <button type="button" class="btn" on:click=move |_| files::save("salvaged.json", "application/json", &text)>{t.broken_save}</button>
    });
    view! {
        <div class="page page-narrow"><div class="stack-lg">
            <h1>{t.broken_title}</h1>
            <div class="notice" data-kind="error"><p>{words.message}</p><p>{words.hint}</p></div>
            <p>{t.broken_safe}</p>
            <p class="row">
                <a class="btn btn-primary" href="#/lab">{t.broken_lab}</a>
                <a class="btn" href="#/">{t.broken_home}</a>
                {save}
            </p>
        </div></div>
    }
}

/// Says that there is no preset of this name, and which may be meant.
#[component]
fn NoPreset(
    /// What the address says.
    name: String,
) -> impl IntoView {
    let t = &texts().share;
    let (near, are_like) = near_presets(&name);
    let row = |it: &crate::scenario::presets::Preset| {
        let title = it.scenario().map(|it| it.title).unwrap_or_default();
        view! { <li><a href=Route::Preset(it.id.to_owned()).to_string()>{title}</a></li> }
    };
    view! {
        <div class="page page-narrow"><div class="stack-lg">
            <h1>{t.no_preset_title}</h1>
            <div class="notice" data-kind="error"><p>{(t.no_preset)(&name)}</p></div>
            <section class="stack" aria-labelledby="near-presets">
                <h2 id="near-presets">{if are_like { t.no_preset_near } else { t.no_preset_all }}</h2>
                <ul>{near.into_iter().map(row).collect_view()}</ul>
            </section>
            <p>{t.no_preset_safe}</p>
            <p class="row">
                <a class="btn btn-primary" href="#/lab">{t.broken_lab}</a>
                <a class="btn" href="#/">{t.broken_home}</a>
            </p>
        </div></div>
    }
}

/// Says that a link did not get up the last time, and opens it only if the reader wants that.
#[component]
fn HeldLink() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let anyway = move |_| {
        let route = lab.route.get_untracked();
        arrive(lab, &route, true);
        lab.route.set(route);
    };
    view! {
        <div class="page page-narrow"><div class="stack-lg">
            <h1>{t.held_title}</h1>
            <div class="notice" data-kind="warn"><p>{t.held}</p></div>
            <p>{t.broken_safe}</p>
            <p class="row">
                <a class="btn btn-primary" href="#/lab">{t.broken_lab}</a>
                <button type="button" class="btn" on:click=anyway>{t.held_open}</button>
            </p>
        </div></div>
    }
}
