//! The exercise: object from the letter alone, then see what the system holds.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::Writing;
use crate::scenario::told::Fact;
use crate::ui::state::texts;

/// What the reader writes and ticks, kept only as long as this is on the page.
#[component]
pub(super) fn Exercise(
    /// The letter.
    writing: Memo<Option<Writing>>,
) -> impl IntoView {
    let t = &texts().letter;
    let draft = RwSignal::new(String::new());
    let ticked = RwSignal::new(BTreeSet::<Fact>::new());
    let shown = RwSignal::new(false);
    let check = move |fact: Fact| {
        let toggle = move |_| {
            ticked.update(|it| {
                if !it.remove(&fact) {
                    it.insert(fact);
                }
            });
        };
        view! {
            <label class="check"><input type="checkbox" prop:checked=move || ticked.with(|it| it.contains(&fact)) on:change=toggle />
                <span>{(t.fact)(fact)}</span></label>
        }
    };
    let facts = Fact::ALL.into_iter().filter(|it| it.is_needed());
    view! {
        <section class="letter-exercise stack" aria-labelledby="letter-exercise">
            <h3 id="letter-exercise">{t.exercise}</h3>
            <p>{t.exercise_intro}</p>
            <div class="field">
                <label class="field-label" for="letter-draft">{t.draft}</label>
                <textarea class="textarea" id="letter-draft" rows="6" maxlength="4000" autocomplete="off" aria-describedby="letter-draft-note"
                    prop:value=draft on:input:target=move |event| draft.set(event.target().value()) />
                <p class="field-hint" id="letter-draft-note">{t.draft_note}</p>
            </div>
            <fieldset class="letter-needs"><legend class="field-label">{t.needs}</legend>
                {facts.map(check).collect_view()}</fieldset>
            <p><button type="button" class="btn btn-primary" aria-expanded=move || if shown.get() { "true" } else { "false" }
                aria-controls="letter-truth" on:click=move |_| shown.update(|it| *it = !*it)>
                {move || if shown.get() { t.hide } else { t.reveal }}</button></p>
            <div id="letter-truth">{move || shown.get().then(|| view! { <Truth writing ticked /> })}</div>
        </section>
    }
}

/// What was ticked, what the letter gave and what the system holds, side by side.
#[component]
fn Truth(
    /// The letter.
    writing: Memo<Option<Writing>>,
    /// What the reader ticked.
    ticked: RwSignal<BTreeSet<Fact>>,
) -> impl IntoView {
    let t = &texts().letter;
    let is_told = |it: &Writing, fact: Fact| fact.is_told(it.reasons, &it.seen.scenario.rulebook.safeguards);
    let yes_no = |it: bool| if it { t.yes } else { t.no };
    let counted = move || {
        writing.with(|it| {
            let needed = || Fact::ALL.into_iter().filter(|it| it.is_needed());
            let given = it.as_ref().map_or(0, |it| needed().filter(|fact| is_told(it, *fact)).count());
            (t.counted)(given, needed().count())
        })
    };
    let wrong =
        move || writing.with(|it| it.as_ref().and_then(|it| (t.false_record)(&it.of(), &it.notice, it.reasons)));
    let rows = Memo::new(move |_| {
        writing.with(|it| {
            let row =
                |fact: Fact| it.as_ref().map(|it| (fact, is_told(it, fact), (t.truth_of)(&it.of(), &it.notice, fact)));
            Fact::ALL.into_iter().filter(|it| it.is_needed()).filter_map(row).collect::<Vec<_>>()
        })
    });
    let row = move |(fact, given, truth): (Fact, bool, Vec<String>)| {
        let truth = truth.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
        view! {
            <tr>
                <th scope="row">{(t.fact)(fact)}</th>
                <td>{move || yes_no(ticked.with(|it| it.contains(&fact)))}</td>
                <td>{yes_no(given)}</td>
                <td><ul role="list">{truth}</ul></td>
            </tr>
        }
    };
    view! {
        <div class="stack">
            <h4>{counted}</h4>
            {move || wrong().map(|it| view! { <p class="notice" data-kind="warn"><span>{it}</span></p> })}
            <div class="table-wrap" tabindex="0" role="region" aria-label=t.truth>
                <table class="table letter-truth">
                    <thead><tr><th scope="col">{t.column_fact}</th><th scope="col">{t.column_ticked}</th>
                        <th scope="col">{t.column_given}</th><th scope="col">{t.column_truth}</th></tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <p class="note">{t.truth_note}</p>
        </div>
    }
}
