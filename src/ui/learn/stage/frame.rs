//! A chart of a step: a finding as its title, a sentence, the picture, and the same as a table.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::ui::pages::society::frame::{Grid, GridTable};
use crate::ui::state::texts;

/// A chart with its finding and its table. The table is made when it is opened.
#[component]
pub fn Figure(
    /// The finding.
    #[prop(into)]
    title: Signal<String>,
    /// What is shown, in a sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// The same as a table.
    grid: Signal<Grid>,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let id = fresh_name();
    let open = RwSignal::new(false);
    let label = id.clone();
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <p class="note">{summary}</p>
            {children()}
            <details class="fold" on:toggle:target=move |event| open.set(event.target().open())>
                <summary id=format!("{id}-table")>{texts().society.table}</summary>
                {move || open.get().then(|| view! { <GridTable grid label=label.clone() /> })}
            </details>
        </section>
    }
}
