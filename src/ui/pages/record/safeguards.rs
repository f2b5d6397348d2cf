//! Safeguards, and where they come from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::record::Origin;
use crate::ui::data::Record;
use crate::ui::kit::FactLines;
use crate::ui::state::texts;

/// All safeguards, with the statements about them and with what the lab assumes.
#[component]
pub fn Safeguards() -> impl IntoView {
    let t = &texts().record;
    let record = expect_context::<Arc<Record>>();
    let one = |it: &Origin| {
        let model = it.model.clone().map(|it| {
            view! { <p class="origin-model"><strong>{t.safeguard_model}</strong>" "{it}</p> }
        });
        view! {
            <li class="origin" id=format!("safeguard-{}", it.id)>
                <h3>{it.name.clone()}</h3>
                <p>{it.does.clone()}</p>
                <FactLines ids=it.facts.clone() />
                {model}
            </li>
        }
    };
    view! {
        <p class="record-lede">{t.safeguards_lede}</p>
        <ul class="origins" role="list">{record.safeguards.iter().map(one).collect_view()}</ul>
    }
}
