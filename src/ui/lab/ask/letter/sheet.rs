//! The letter, and what it does not say.

use leptos::prelude::*;

use super::Writing;
use crate::scenario::told::Fact;
use crate::ui::state::texts;

/// The letter, as it would lie on the table.
#[component]
pub(super) fn LetterSheet(
    /// What is written.
    writing: Memo<Option<Writing>>,
) -> impl IntoView {
    let t = &texts().letter;
    let sheet = Memo::new(move |_| {
        writing.with(|it| it.as_ref().map(|it| (t.sheet)(&it.of(), &it.notice, it.reasons, it.language)))
    });
    let paragraph = |it: String| view! { <p>{it}</p> };
    let letter = move || {
        sheet.get().map(|it| {
            let records = (!it.records.is_empty()).then(|| {
                view! { <ul class="letter-records">{it.records.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul> }
            });
            view! {
                <p class="letter-from">{it.from}</p>
                <p class="letter-to"><span>{it.to}</span><span>{it.date}</span></p>
                <h3 class="letter-heading">{it.heading}</h3>
                <div class="letter-decision">{it.decision.into_iter().map(paragraph).collect_view()}</div>
                <div class="letter-why">{it.reasons.into_iter().map(paragraph).collect_view()}{records}</div>
                <div class="letter-rights">{it.rights.into_iter().map(paragraph).collect_view()}</div>
            }
        })
    };
    view! {
        <div class="letter-side">
            <article class="letter-sheet" aria-label=t.title>{letter}</article>
            <button type="button" class="btn btn-sm" on:click=|_| print_letter()>{t.print}</button>
        </div>
    }
}

/// What the letter does not say, and what one cannot do for that reason.
#[component]
pub(super) fn Withheld(
    /// What is written.
    writing: Memo<Option<Writing>>,
) -> impl IntoView {
    let t = &texts().letter;
    let missing = Memo::new(move |_| writing.with(|it| it.as_ref().map(withheld).unwrap_or_default()));
    let item = |it: Fact| {
        let so = (t.untold)(it);
        view! { <li><strong>{(t.fact)(it)}</strong>". "<span class="muted">{so}</span></li> }
    };
    view! {
        <section class="letter-withheld" aria-labelledby="letter-withheld">
            <h3 id="letter-withheld">{t.withheld}</h3>
            {move || match missing.get() {
                list if list.is_empty() => view! { <p>{t.withheld_none}</p> }.into_any(),
                list => view! { <ul>{list.into_iter().map(item).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}

/// What one needs and the letter does not give.
fn withheld(writing: &Writing) -> Vec<Fact> {
    let safeguards = &writing.seen.scenario.rulebook.safeguards;
    let is_missing = |it: &Fact| it.is_needed() && !it.is_told(writing.reasons, safeguards);
    Fact::ALL.into_iter().filter(is_missing).collect()
}

/// Prints the letter alone: the style sheet hides everything else while the root says so.
fn print_letter() {
    let Some(root) = document().document_element() else { return };
    // Refused only for names that are not names.
    root.set_attribute("data-printing", "letter").ok();
    window().print().ok();
    root.remove_attribute("data-printing").ok();
}
