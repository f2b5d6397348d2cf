//! All consequences.

use leptos::prelude::*;

use super::consequence::ConsequenceRow;
use crate::editor::edits::fresh_id;
use crate::scenario::doc::{Consequence, ConsequenceNature, Domain, Scenario, Standing};
use crate::ui::state::{Lab, texts};

/// One row for each consequence.
#[component]
pub fn ConsequencesPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let ids = Memo::new(move |_| {
        lab.with_scenario(|it| it.rulebook.consequences.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <p class="muted">{t.consequences_note}</p>
        <Show when=move || ids.with(Vec::is_empty)><p class="empty">{t.no_consequences}</p></Show>
        <ul class="plain system-rows"><For each=move || ids.get() key=Clone::clone children=|id| view! { <ConsequenceRow id /> } /></ul>
        <button type="button" class="btn" on:click=move |_| lab.edit("", add)>{t.add_consequence}</button>
    }
}

/// Adds a penalty that the worst band carries, or that nothing carries yet.
fn add(scenario: &mut Scenario) {
    let book = &mut scenario.rulebook;
    let id = fresh_id("consequence", book.consequences.iter().map(|it| it.id.as_str()));
    book.consequences.push(Consequence {
        id,
        label: texts().system.new_consequence.to_owned(),
        nature: ConsequenceNature::Penalty,
        domain: Domain::PublicServices,
        essential: false,
        bands: book.bands.last().map(|it| it.id.clone()).into_iter().collect(),
        lists: Vec::new(),
        who: None,
        standing: Standing::Invented,
        reference: None,
        note: String::new(),
    });
}
