//! The people of the open scenario as cards with QR codes.

use leptos::prelude::*;

use super::opened::address;
use crate::editor::Route;
use crate::scenario::Scenario;
use crate::scenario::doc::{Subject, SubjectKind};
use crate::scenario::link::{self, QR_CHARS, View};
use crate::ui::kit::MarkChip;
use crate::ui::share::QrCode;
use crate::ui::state::{Lab, texts};

/// So many cards are on a page.
const ON_A_PAGE: usize = 4;
/// So many events are on a card: enough to have a life in mind, and not its end.
const EVENTS: usize = 4;
/// A telephone comes closer to paper than to a projector, so a somewhat longer link has a code.
const CODE_CHARS: usize = QR_CHARS * 3 / 2;

/// A card.
#[derive(Clone, Debug, PartialEq)]
struct Card {
    name: String,
    what: String,
    about: String,
    events: Vec<(crate::engine::Day, String)>,
    more: usize,
    /// None if it is too long for a code.
    link: Option<String>,
}

/// The page.
#[component]
pub fn CardsPage() -> impl IntoView {
    let t = &texts().room;
    let lab = Lab::get();
    let cards = Memo::new(move |_| {
        lab.document.with(|it| {
            let cast = &it.scenario.cast;
            let view = |who: &Subject| View { page: None, subject: Some(who.id.clone()), day: None };
            let views: Vec<View> = cast.iter().map(view).collect();
            let links = link::encode_short(&it.scenario, it.base.as_ref(), &views, CODE_CHARS);
            cast.iter().zip(links).map(|(who, link)| card(&it.scenario, who, link)).collect::<Vec<_>>()
        })
    });
    let title = move || lab.with_scenario(|it| it.title.clone());
    let print = move |_| {
        if window().print().is_err() {
            lab.announce(t.print_refused);
        }
    };
    let pages = move || {
        let page = |it: &[Card]| {
            view! { <ul class="cards-page" role="list">{it.iter().cloned().map(|card| view! { <OneCard card /> }).collect_view()}</ul> }
        };
        cards.with(|it| it.chunks(ON_A_PAGE).map(page).collect_view())
    };
    view! {
        <div class="page page-wide"><div class="sheet" data-sheet="cards">
            <div class="sheet-tools" data-print="no">
                <p><a href=Route::Lab.to_string()>{t.to_lab}</a></p>
                <button type="button" class="btn btn-primary sheet-print" on:click=print>{t.print}</button>
            </div>
            <header class="cards-head">
                <h1>{t.cards_title}</h1>
                <p class="lede">{title}" "<MarkChip mark=Signal::derive(move || lab.mark()) /></p>
                <p class="notice">{t.cards_note}</p>
            </header>
            <Show when=move || cards.with(Vec::is_empty)><p class="empty">{t.no_cards}</p></Show>
            {pages}
        </div></div>
    }
}

/// One card.
#[component]
fn OneCard(card: Card) -> impl IntoView {
    let t = &texts().room;
    let event = |(day, what): (crate::engine::Day, String)| {
        view! { <li><span class="date">{(texts().common.day_short)(day)}</span>" "{what}</li> }
    };
    let more = (card.more > 0).then(|| view! { <p class="note">{(t.more_events)(card.more)}</p> });
    let code = match card.link.filter(|it| it.len() <= CODE_CHARS) {
        Some(link) => view! { <QrCode text=link /> }.into_any(),
        None => view! { <p class="note">{t.card_too_long}</p> }.into_any(),
    };
    view! {
        <li class="persona">
            <div class="persona-words">
                <h2>{card.name}</h2>
                <p class="persona-what">{card.what}</p>
                <p>{card.about}</p>
                <ul class="persona-events">{card.events.into_iter().map(event).collect_view()}</ul>
                {more}
            </div>
            <div class="persona-code">{code}<p class="note">{t.card_invented}</p></div>
        </li>
    }
}

fn card(scenario: &Scenario, who: &Subject, link: Option<String>) -> Card {
    let kind = match who.kind {
        SubjectKind::Person => texts().common.person,
        SubjectKind::Business => texts().common.business,
    };
    let group = who.group.as_ref().and_then(|id| scenario.groups.iter().find(|it| it.id == *id));
    let mut own: Vec<_> = scenario.events.iter().filter(|it| it.subject == who.id).collect();
    own.sort_by_key(|it| it.day.0);
    Card {
        name: who.name.clone(),
        what: std::iter::once(kind).chain(group.map(|it| it.label.as_str())).collect::<Vec<_>>().join(" · "),
        about: who.about.clone(),
        events: own.iter().take(EVENTS).map(|it| (it.day.0, (texts().life.what)(scenario, it))).collect(),
        more: own.len().saturating_sub(EVENTS),
        link: link.map(|it| address(&Route::Shared(it))),
    }
}
