//! Four stories, each with a button that sets the town so that it can be tried.

use leptos::prelude::*;

use super::stage::Stage;
use crate::scenario::society::stories::SETS;
use crate::text::society::Story;
use crate::ui::state::texts;

/// The stories.
#[component]
pub fn Stories() -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.stories;
    let story = move |(nth, it): (usize, Story)| {
        let tell = move |_| {
            lab.edit("", |scenario| SETS[nth](scenario));
            lab.announce((t.set)(it.title));
        };
        view! {
            <details class="fold">
                <summary>{it.title}</summary>
                {it.text.iter().map(|it| view! { <p>{*it}</p> }).collect_view()}
                <p><strong>{t.look}": "</strong>{it.look}</p>
                <p><button type="button" class="btn" on:click=tell>{t.try_it}</button></p>
            </details>
        }
    };
    view! {
        <section class="society-part society-stories" aria-labelledby="society-stories">
            <h2 id="society-stories">{t.title}</h2>
            <p class="note">{t.lead}</p>
            {t.all.into_iter().enumerate().map(story).collect_view()}
        </section>
    }
}
