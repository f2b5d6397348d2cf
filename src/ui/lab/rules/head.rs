//! The head of the rules column.

use leptos::prelude::*;

use super::add::AddRule;
use super::book::Book;
use super::deeds::ADD_ID;
use crate::scenario::doc::Combine;
use crate::ui::kit::Choice;
use crate::ui::state::texts;

/// Title, number of rules, the combine policy, and the form that adds a rule.
#[component]
pub(super) fn RulesHead() -> impl IntoView {
    let lab = Book::get().lab;
    let t = &texts().rules;
    let adding = RwSignal::new(false);
    let count = Memo::new(move |_| lab.with_scenario(|it| it.rulebook.rules.len()));
    let policies = [Combine::All, Combine::First, Combine::Strongest];
    let word = |it: Combine| (texts().rules.combines)(it).to_owned();
    let combine = Memo::new(move |_| lab.with_scenario(|it| it.rulebook.combine));
    let set_combine = move |text: String| {
        if let Some(policy) = policies.into_iter().find(|it| word(*it) == text) {
            lab.edit("combine", |it| it.rulebook.combine = policy);
        }
    };
    view! {
        <div class="section-head">
            <h2 id="rules-title">{t.title}</h2>
            <span class="count">{count}</span>
            <div class="section-tools">
                <span class="rules-combine" title=t.combine>
                    <Choice label=t.combine options=policies.map(|it| (word(it), word(it))).to_vec()
                        value=Signal::derive(move || word(combine.get())) on_value=set_combine />
                </span>
                <button type="button" class="btn btn-sm" id=ADD_ID
                    aria-expanded=move || if adding.get() { "true" } else { "false" } aria-controls="rules-adding"
                    on:click=move |_| adding.update(|it| *it = !*it)>{t.add}</button>
            </div>
        </div>
        <div id="rules-adding"><Show when=move || adding.get()><AddRule adding /></Show></div>
    }
}
