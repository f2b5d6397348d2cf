//! What is often said, to be sorted; then what the record says.

use leptos::prelude::*;

use super::facts::FactRefs;
use super::step::fresh_name;
use crate::record::Myth;
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// The cards. Their answers come when they are asked for, whether all are sorted or not.
#[component]
pub fn Myths(
    /// Ids of myths.
    ids: Vec<String>,
) -> impl IntoView {
    let t = &texts().stage;
    let id = fresh_name();
    let record = Playing::get().record;
    let myths: Vec<Myth> = ids.iter().filter_map(|id| record.myths.iter().find(|it| it.id == *id)).cloned().collect();
    let total = myths.len();
    let sorted: Vec<RwSignal<Option<usize>>> = myths.iter().map(|_| RwSignal::new(None)).collect();
    let shown = RwSignal::new(false);
    let all = sorted.clone();
    let count = Memo::new(move |_| all.iter().filter(|it| it.get().is_some()).count());
    let press = move |_| shown.update(|it| *it = !*it);
    let card = move |(myth, choice): (Myth, RwSignal<Option<usize>>)| view! { <Card myth choice shown /> };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{t.myths_title}</h3>
            <p class="note">{t.myths_note}</p>
            <ul class="plain stage-myths">{myths.into_iter().zip(sorted).map(card).collect_view()}</ul>
            <div class="row">
                <button type="button" class="btn btn-primary" aria-expanded=move || if shown.get() { "true" } else { "false" }
                    on:click=press>{move || if shown.get() { t.myths_hide } else { t.myths_show }}</button>
                <p class="note" role="status">{move || (t.myths_sorted)(count.get(), total)}</p>
            </div>
        </section>
    }
}

/// Something that is said.
#[component]
fn Card(
    /// What.
    myth: Myth,
    /// Where the reader sorted it.
    choice: RwSignal<Option<usize>>,
    /// Whether the answers are shown.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let t = &texts().stage;
    let name = fresh_name();
    let option = move |(at, label): (usize, &'static str)| {
        view! {
            <label><input type="radio" name=name.clone() prop:checked=move || choice.get() == Some(at)
                on:change=move |_| choice.set(Some(at)) /><span>{label}</span></label>
        }
    };
    let claim = myth.claim.clone();
    let answer = move || {
        shown.get().then(|| {
            view! {
                <div class="stage-answer">
                    <p><strong>{(t.myth_verdict)(myth.verdict)}</strong>" "{myth.answer.clone()}</p>
                    <FactRefs ids=myth.facts.clone() />
                </div>
            }
        })
    };
    view! {
        <li class="card stage-myth">
            <fieldset><legend><q>{claim}</q></legend>
                <div class="segmented">{t.myth_options.into_iter().enumerate().map(option).collect_view()}</div></fieldset>
            <div aria-live="polite">{answer}</div>
        </li>
    }
}
