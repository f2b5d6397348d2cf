//! One documentary: what it is, what to watch for, what is disputed, and what of it can be tested here.

use leptos::prelude::*;

use crate::record::{Film, Probe};
use crate::ui::kit::{StandingChip, standing_name};
use crate::ui::pages::record::{Grounds, SourceList, TryLink};
use crate::ui::state::texts;

/// The entry of a film.
#[component]
pub fn Entry(
    /// The film.
    film: Film,
) -> impl IntoView {
    let t = &texts().record;
    let heading = format!("film-{}", film.id);
    let named = heading.clone();
    let about = [Some(film.maker), film.year, film.length].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let unverified = film.unverified.map(|it| {
        view! { <p class="film-unverified"><strong>{t.not_verified}</strong>" "{it}</p> }
    });
    let sources = (!film.sources.is_empty()).then(|| {
        view! {
            <details class="grounds"><summary>{t.film_sources}</summary><SourceList ids=film.sources /></details>
        }
    });
    let disputed = (!film.disputed.is_empty()).then(|| {
        view! { <h4>{t.disputed}</h4><ul>{items(film.disputed)}</ul> }
    });
    view! {
        <article class="film" data-standing=standing_name(film.standing) aria-labelledby=named>
            <header class="film-head">
                <h3 id=heading tabindex="-1"><cite>{film.title}</cite></h3>
                <p class="film-about">{about}</p>
                <p><StandingChip standing=Signal::stored(film.standing) /></p>
                {unverified}
            </header>
            <h4>{t.shows}</h4>
            <p>{film.shows}</p>
            <h4>{t.watch_for}</h4>
            <ul>{items(film.watch)}</ul>
            {disputed}
            <Grounds ids=film.facts words=t.beside />
            <h4>{t.probes}</h4>
            <ul class="probes" role="list">{film.probes.into_iter().map(probe).collect_view()}</ul>
            {sources}
        </article>
    }
}

fn items(texts: Vec<String>) -> impl IntoView {
    texts.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()
}

fn probe(it: Probe) -> impl IntoView {
    let t = &texts().record;
    view! {
        <li class="probe">
            <p><span class="probe-mark">{t.claim}</span>" "<q>{it.claim}</q></p>
            <p>{it.how}</p>
            <p><TryLink to=it.tries /></p>
        </li>
    }
}
