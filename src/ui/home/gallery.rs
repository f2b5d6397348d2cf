//! The scenarios that come with the lab, like a table of contents.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::scenario::doc::{Mechanism, Standing};
use crate::scenario::presets;
use crate::ui::kit::StandingChip;
use crate::ui::state::texts;

/// The groups, in order.
const GROUPS: [Mechanism; 4] = [Mechanism::Score, Mechanism::List, Mechanism::FirmRating, Mechanism::CommercialScore];

/// What the gallery says about a scenario.
struct Card {
    id: &'static str,
    title: String,
    shows: String,
    mechanism: Mechanism,
    standing: Standing,
}

/// Presets do not change while the page is open, so they are read once.
fn cards() -> &'static [Card] {
    static CARDS: OnceLock<Vec<Card>> = OnceLock::new();
    CARDS.get_or_init(|| {
        let latest = |it: &&presets::Preset| presets::latest(it.id) == Some(it);
        let card = |it: &presets::Preset| {
            let scenario = it.scenario().ok()?;
            let shows = first_sentence(&scenario.summary).to_owned();
            let (mechanism, standing) = (scenario.mechanism, scenario.standing);
            Some(Card { id: it.id, title: scenario.title, shows, mechanism, standing })
        };
        presets::ALL.iter().filter(|it| it.listed).filter(latest).filter_map(card).collect()
    })
}

/// The title of a listed preset.
pub fn title_of(id: &str) -> Option<String> {
    cards().iter().find(|it| it.id == id).map(|it| it.title.clone())
}

/// A text up to the end of its first sentence.
fn first_sentence(text: &str) -> &str {
    match text.find(". ") {
        Some(end) => &text[..=end],
        None => text,
    }
}

/// All listed scenarios, by mechanism.
#[component]
pub fn Gallery() -> impl IntoView {
    let t = &texts().home;
    let group = |mechanism: Mechanism| {
        let members: Vec<&'static Card> = cards().iter().filter(|it| it.mechanism == mechanism).collect();
        (!members.is_empty()).then(|| view! { <Group mechanism members /> })
    };
    view! {
        <section class="gallery" aria-labelledby="gallery-title">
            <header class="gallery-head">
                <h2 id="gallery-title">{(t.gallery)(cards().len())}</h2>
                <p class="muted">{t.gallery_note}</p>
            </header>
            <div class="gallery-groups">{GROUPS.map(group).collect_view()}</div>
        </section>
    }
}

/// The scenarios of one mechanism, and what that mechanism is.
#[component]
fn Group(
    /// The mechanism.
    mechanism: Mechanism,
    /// Its scenarios.
    members: Vec<&'static Card>,
) -> impl IntoView {
    let t = &texts().home;
    let is_large = members.len() > 4;
    let item = |it: &'static Card| {
        view! {
            <li class="gallery-item">
                <h4><a href=format!("#/lab?preset={}", it.id)>{it.title.clone()}</a></h4>
                <p>{it.shows.clone()}</p>
                <StandingChip standing=it.standing />
            </li>
        }
    };
    view! {
        <div class="gallery-group" class:gallery-large=is_large>
            <h3>{(t.group)(mechanism)}</h3>
            <p class="gallery-note">{(t.group_note)(mechanism)}</p>
            <ul role="list">{members.into_iter().map(item).collect_view()}</ul>
        </div>
    }
}
