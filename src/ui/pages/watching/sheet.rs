//! Questions for any documentary, to be printed and written on.

use leptos::prelude::*;

use crate::ui::state::texts;

/// The sheet with its button.
#[component]
pub fn Sheet() -> impl IntoView {
    let t = &texts().record;
    let item = |it: &&'static str| view! { <li>{*it}<span class="sheet-lines" aria-hidden="true"></span></li> };
    let part = |(title, items): (&'static str, &'static [&'static str])| {
        view! { <section><h3>{title}</h3><ol>{items.iter().map(item).collect_view()}</ol></section> }
    };
    let parts = [(t.before, t.before_items), (t.during, t.during_items), (t.after, t.after_items)];
    view! {
        <p class="record-lede">{t.sheet_lede}</p>
        <p><button type="button" class="btn" on:click=move |_| print_sheet()>{t.print_sheet}</button></p>
        <div class="watching-sheet">
            <p class="sheet-title">{t.watching}</p>
            <p class="sheet-film">{t.sheet_film}</p>
            {parts.map(part).collect_view()}
        </div>
    }
}

/// Prints the sheet alone: the style sheet hides everything else while the root says so.
fn print_sheet() {
    let Some(root) = document().document_element() else { return };
    // Refused only for names that are not names.
    root.set_attribute("data-printing", "watching").ok();
    window().print().ok();
    root.remove_attribute("data-printing").ok();
}
