//! Documentaries, and what to try beside them.
//!
//! - [`film`]: one of them; [`sheet`]: questions for any of them, to be printed.

mod film;
mod sheet;

use std::sync::Arc;

use leptos::prelude::*;

use super::record::{Contents, Part};
use crate::record::{Film, Look};
use crate::ui::data::{self, Record, when_loaded};
use crate::ui::shell;
use crate::ui::state::texts;

/// The ways of looking, with their names in the address.
const LOOKS: [(Look, &str); 3] = [(Look::Place, "place"), (Look::Groups, "groups"), (Look::LongTerm, "long-term")];
const SHEET: &str = "sheet";

/// The page.
#[component]
pub fn WatchingPage() -> impl IntoView {
    let t = &texts().record;
    view! {
        <div class="page page-wide"><div class="record watching">
            <header class="record-head">
                <h1>{t.watching}</h1>
                <p class="lede">{t.watching_lede}</p>
                <p class="record-lede">{t.watching_note}</p>
                <p><a href="#/record">{t.to_record}</a></p>
            </header>
            {when_loaded(data::record(), |record| view! { <Body record /> }.into_any())}
        </div></div>
    }
}

/// Everything that rests on the files.
#[component]
fn Body(
    /// The files.
    record: Arc<Record>,
) -> impl IntoView {
    let t = &texts().record;
    provide_context(record.facts.clone());
    let films = StoredValue::new(record.films.clone());
    let contents = LOOKS.iter().map(|it| (it.1, (t.look)(it.0))).chain([(SHEET, t.sheet)]).collect();
    let part = |(look, id): (Look, &'static str)| {
        view! { <Part id title=(t.look)(look)><Films look films=films.get_value() /></Part> }
    };
    shell::arrive_again();
    view! {
        <Contents page="watching" parts=contents />
        <div class="record-body">
            {LOOKS.map(part).collect_view()}
            <Part id=SHEET title=t.sheet><sheet::Sheet /></Part>
        </div>
    }
}

/// The films with one way of looking. Each stands where it looks first, and is named wherever else it looks.
#[component]
fn Films(
    /// The way of looking.
    look: Look,
    /// All films.
    films: Arc<Vec<Film>>,
) -> impl IntoView {
    let t = &texts().record;
    let is_first = |it: &&Film| it.looks.first() == Some(&look);
    let own = films.iter().filter(is_first).map(|it| view! { <film::Entry film=it.clone() /> }).collect_view();
    let others: Vec<_> = films.iter().filter(|it| !is_first(it) && it.looks.contains(&look)).map(named).collect();
    view! {
        <p class="record-lede">{(t.look_lede)(look)}</p>
        <div class="films">{own}</div>
        {(!others.is_empty()).then(|| view! {
            <p id=format!("also-{}", slug(look))>{t.also}</p>
            <ul class="films-also" aria-labelledby=format!("also-{}", slug(look))>{others}</ul>
        })}
    }
}

fn slug(look: Look) -> &'static str {
    LOOKS.iter().find(|it| it.0 == look).map_or("", |it| it.1)
}

fn named(it: &Film) -> impl IntoView + use<> {
    view! { <li><a href=format!("#/watching?at=film-{}", it.id)><cite>{it.title.clone()}</cite></a></li> }
}
