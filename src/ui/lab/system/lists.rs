//! Redlists and blacklists.

use leptos::prelude::*;

use crate::editor::edits::{self, fresh_id};
use crate::scenario::doc::{List, ListNature, Scenario, Standing};
use crate::scenario::mark;
use crate::ui::kit::{Choice, Complaint, CountField, MarkChip, RemoveButton, Switch, TextBox, of_word, words_of};
use crate::ui::state::{Lab, texts};

/// One row for each list.
#[component]
pub fn ListsPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let ids = Memo::new(move |_| {
        lab.with_scenario(|it| it.rulebook.lists.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <p class="muted">{t.lists_note}</p>
        <Show when=move || ids.with(Vec::is_empty)><p class="empty">{t.no_lists}</p></Show>
        <ul class="plain system-rows"><For each=move || ids.get() key=Clone::clone children=|id| view! { <ListRow id /> } /></ul>
        <Complaint path="rulebook/lists" />
        <button type="button" class="btn" on:click=move |_| lab.edit("", add)>{t.add_list}</button>
    }
}

/// Name, sort, publicity and term of a list.
#[component]
fn ListRow(
    /// The id of the list.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let id = StoredValue::new(id);
    let this = Memo::new(move |_| {
        id.with_value(|id| lab.with_scenario(|it| it.rulebook.lists.iter().find(|it| it.id == *id).cloned()))
    });
    let path = move |part: &str| id.with_value(|id| format!("rulebook/lists/{id}/{part}"));
    let edit = move |part: &'static str, change: &dyn Fn(&mut List)| {
        id.with_value(|id| {
            lab.edit(&format!("lists/{id}/{part}"), |it| {
                it.rulebook.lists.iter_mut().filter(|it| it.id == *id).for_each(change)
            });
        });
    };
    let mark = Memo::new(move |_| {
        this.with(|it| it.as_ref().map(|it| lab.document.with(|all| mark::of_list(it, &all.baseline))))
    });
    let label = move || this.with(|it| it.as_ref().map(|it| it.label.clone()).unwrap_or_default());
    let natures = [ListNature::Black, ListNature::Red];
    let options = move || words_of(&natures, t.list_natures);
    let nature =
        move || this.with(|it| it.as_ref().map(|it| (t.list_natures)(it.nature).to_owned()).unwrap_or_default());
    let set_nature = move |word: String| {
        if let Some(nature) = of_word(&natures, t.list_natures, &word) {
            edit("nature", &|it| it.nature = nature);
        }
    };
    let has_term = Memo::new(move |_| this.with(|it| it.as_ref().is_some_and(|it| it.months.is_some())));
    let remove = move |()| {
        let gone = label();
        id.with_value(|id| lab.edit("", |it| edits::remove_list(it, id)));
        lab.announce((t.removed)(&gone));
    };
    view! {
        <li class="system-row">
            <TextBox path=path("label") label=t.list_name value=Signal::derive(label)
                on_value=move |text: String| edit("label", &|it| it.label.clone_from(&text)) />
            <Choice label=t.list_nature options=Signal::derive(options) value=Signal::derive(nature) on_value=set_nature />
            <Switch label=t.public shown=true hint=t.public_note
                value=Signal::derive(move || this.with(|it| it.as_ref().is_some_and(|it| it.public)))
                on_value=move |on| edit("public", &|it| it.public = on) />
            <Switch label=t.term shown=true value=has_term
                on_value=move |on: bool| edit("months", &|it| it.months = on.then_some(24)) />
            <Show when=move || has_term.get() fallback=move || view! { <span class="muted">{t.no_term}</span> }>
                <CountField path=path("months") label=t.term least=1
                    value=Signal::derive(move || this.with(|it| it.as_ref().and_then(|it| it.months).unwrap_or_default()))
                    on_value=move |months| edit("months", &|it| it.months = Some(months)) />
                <span>{t.months}</span>
            </Show>
            {move || mark.get().map(|it| view! { <MarkChip mark=it /> })}
            <RemoveButton label=Signal::derive(move || (t.remove)(&label())) on_press=remove />
            <Complaint path=id.with_value(|id| format!("rulebook/lists/{id}")) parts=true />
        </li>
    }
}

fn add(scenario: &mut Scenario) {
    let book = &mut scenario.rulebook;
    let id = fresh_id("list", book.lists.iter().map(|it| it.id.as_str()));
    book.lists.push(List {
        id,
        label: texts().system.new_list.to_owned(),
        nature: ListNature::Black,
        public: false,
        months: None,
        standing: Standing::Invented,
        reference: None,
    });
}
