//! The ledger of a life, to read.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::ui::lab::life::{Hover, Seen};
use crate::ui::lab::why::ledger::Ledger;
use crate::ui::state::{Lab, texts};

/// Every line of the subject that is looked at.
#[component]
pub fn LedgerStage() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let id = fresh_name();
    let title =
        move || seen.with(|it| it.as_ref().map(|it| (t.ledger_of)(it.name(), it.life().end().score, it.has_score())));
    view! {
        <section class="stage-part why" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <p class="note">{t.ledger_note}</p>
            <Ledger seen cursor />
        </section>
    }
}
