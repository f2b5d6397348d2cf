//! The frame of a chart: a finding as its title, a sentence, the picture, and the same as a table.

use leptos::prelude::*;

use super::stage::Stage;
use crate::editor::claims::{Place, Run};
use crate::ui::pin::{Counted, PinButton};
use crate::ui::state::texts;

/// A table: what stands over the columns, and the rows, each beginning with its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Over the columns.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A chart with its finding and its table. The table is made when it is opened.
#[component]
pub fn Framed(
    /// Names the elements.
    id: &'static str,
    /// The finding.
    #[prop(into)]
    title: Signal<String>,
    /// What is shown, in a sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// The same as a table.
    #[prop(into)]
    grid: Signal<Grid>,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let stage = use_context::<Stage>();
    let title = move || match stage {
        Some(stage) => (texts().society.told)(stage.runs.counting(), title.get()),
        None => title.get(),
    };
    view! {
        <section class="society-part" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p class="note society-summary">{summary}</p>
            {children()}
            <details class="fold" on:toggle:target=move |event| open.set(event.target().open())>
                <summary id=format!("{id}-table")>{texts().society.table}</summary>
                {move || open.get().then(|| view! { <GridTable grid label=id /> })}
            </details>
        </section>
    }
}

/// A grid as a table. Its numbers are those of the town around it, or else published ones.
#[component]
pub fn GridTable(
    /// What stands in it.
    grid: Signal<Grid>,
    /// The id of what names it.
    #[prop(into)]
    label: String,
    /// How it was counted, if not as the page counts.
    #[prop(optional)]
    run: Option<Signal<Option<Run>>>,
    /// Whether it is older than the open scenario, if not as the page is.
    #[prop(optional)]
    stale: Option<Signal<bool>>,
) -> impl IntoView {
    let counted = use_context::<Counted>();
    let place = if counted.is_some() { Place::Town } else { Place::Published };
    let run = run.unwrap_or_else(|| Signal::derive(move || counted.and_then(|it| it.run.get())));
    let stale = stale.unwrap_or_else(|| Signal::derive(move || counted.is_some_and(|it| it.stale.get())));
    let head = |(at, it): (usize, String)| view! { <th scope="col" class:n=at != 0>{it}</th> };
    let row = |it: Vec<String>| {
        let mut cells = it.into_iter();
        let name = cells.next();
        view! { <tr><th scope="row">{name}</th>{cells.map(|it| view! { <td class="n">{it}</td> }).collect_view()}</tr> }
    };
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-labelledby=format!("{label} {label}-table")>
            <table class="table">
                <thead><tr>{move || grid.get().heads.into_iter().enumerate().map(head).collect_view()}</tr></thead>
                <tbody>{move || grid.get().rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <PinButton place run stale />
    }
}
