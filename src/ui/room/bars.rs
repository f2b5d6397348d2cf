//! Counts as bars, with a finding, a summary and a table.

use leptos::prelude::*;

use crate::editor::claims::Place;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// One of the answers, and how many gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The answer.
    pub label: String,
    /// How many gave it.
    pub count: usize,
    /// Whether it came true.
    pub right: bool,
}

/// The chart.
#[component]
pub fn Bars(
    /// Names its elements.
    id: &'static str,
    /// What is to be seen.
    title: Signal<String>,
    /// What is drawn.
    summary: Signal<String>,
    /// The bars.
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let t = &texts().room;
    let share = move |it: &Bar| {
        let most = bars.with(|all| all.iter().map(|it| it.count).max().unwrap_or_default()).max(1);
        format!("{:.2}%", it.count as f64 / most as f64 * 100.0)
    };
    let right = |it: &Bar| it.right.then(|| view! { <span class="chip tally-right">{texts().learn.right}</span>" " });
    let bar = move |it: Bar| {
        let width = share(&it);
        let right = right(&it);
        view! {
            <li data-right=it.right.then_some("true")>
                <span class="tally-label">{it.label}" "{right}</span>
                <span class="tally-track" aria-hidden="true"><span class="tally-fill" style:inline-size=width></span></span>
                <span class="tally-count nums">{it.count}</span>
            </li>
        }
    };
    let row = |it: Bar| {
        let true_words = it.right.then_some(texts().learn.right);
        view! { <tr><th scope="row">{it.label}</th><td class="n">{it.count}</td><td>{true_words}</td></tr> }
    };
    view! {
        <figure class="tally" aria-labelledby=id>
            <figcaption>
                <h3 class="tally-title" id=id>{title}</h3>
                <p class="note">{summary}</p>
            </figcaption>
            <ol class="tally-bars" role="list">{move || bars.get().into_iter().map(bar).collect_view()}</ol>
            <details class="fold">
                <summary>{t.table}</summary>
                <div class="table-wrap" role="group" tabindex="0" aria-labelledby=id><table class="table" aria-labelledby=id>
                    <thead><tr><th scope="col">{t.answer}</th><th scope="col" class="n">{t.how_many}</th><th scope="col">{t.came_true}</th></tr></thead>
                    <tbody>{move || bars.get().into_iter().map(row).collect_view()}</tbody>
                </table></div>
                <PinButton place=Place::Class />
            </details>
        </figure>
    }
}
