//! Where records come from.

use leptos::prelude::*;

use crate::editor::edits::{self, fresh_id};
use crate::scenario::doc::{Scenario, Source, SourceSort};
use crate::ui::kit::{Choice, Complaint, RemoveButton, Switch, TextBox, of_word, words_of};
use crate::ui::state::{Lab, texts};

const SORTS: [SourceSort; 10] = [
    SourceSort::Court,
    SourceSort::Bank,
    SourceSort::TaxOffice,
    SourceSort::Utility,
    SourceSort::Platform,
    SourceSort::Camera,
    SourceSort::Employer,
    SourceSort::Neighbour,
    SourceSort::SelfReport,
    SourceSort::Office,
];

/// One row for each source.
#[component]
pub fn SourcesPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let ids = Memo::new(move |_| {
        lab.with_scenario(|it| it.rulebook.sources.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <p class="muted">{t.sources_note}</p>
        <ul class="plain system-rows"><For each=move || ids.get() key=Clone::clone children=|id| view! { <SourceRow id /> } /></ul>
        <Complaint path="rulebook/sources" />
        <button type="button" class="btn" on:click=move |_| lab.edit("", add)>{t.add_source}</button>
    }
}

/// Name, sort and switch of a source.
#[component]
fn SourceRow(
    /// The id of the source.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let id = StoredValue::new(id);
    let this = Memo::new(move |_| {
        id.with_value(|id| lab.with_scenario(|it| it.rulebook.sources.iter().find(|it| it.id == *id).cloned()))
    });
    let edit = move |part: &'static str, change: &dyn Fn(&mut Source)| {
        id.with_value(|id| {
            lab.edit(&format!("sources/{id}/{part}"), |it| {
                it.rulebook.sources.iter_mut().filter(|it| it.id == *id).for_each(change)
            });
        });
    };
    let label = move || this.with(|it| it.as_ref().map(|it| it.label.clone()).unwrap_or_default());
    let options = move || words_of(&SORTS, t.sorts);
    let sort = move || this.with(|it| it.as_ref().map(|it| (t.sorts)(it.sort).to_owned()).unwrap_or_default());
    let set_sort = move |word: String| {
        if let Some(sort) = of_word(&SORTS, t.sorts, &word) {
            edit("sort", &|it| it.sort = sort);
        }
    };
    let remove = move |()| {
        let gone = label();
        id.with_value(|id| lab.edit("", |it| edits::remove_source(it, id)));
        lab.announce((t.removed)(&gone));
    };
    view! {
        <li class="system-row">
            <Switch label=Signal::derive(move || format!("{}: {}", t.in_use, label()))
                value=Signal::derive(move || this.with(|it| it.as_ref().is_some_and(|it| it.on)))
                on_value=move |on| edit("on", &|it| it.on = on) />
            <TextBox path=id.with_value(|id| format!("rulebook/sources/{id}/label")) label=t.source_name value=Signal::derive(label)
                on_value=move |text: String| edit("label", &|it| it.label.clone_from(&text)) />
            <Choice label=t.source_sort options=Signal::derive(options) value=Signal::derive(sort) on_value=set_sort />
            <RemoveButton label=Signal::derive(move || (t.remove)(&label())) on_press=remove />
            <Complaint path=id.with_value(|id| format!("rulebook/sources/{id}")) parts=true />
        </li>
    }
}

fn add(scenario: &mut Scenario) {
    let sources = &mut scenario.rulebook.sources;
    let id = fresh_id("source", sources.iter().map(|it| it.id.as_str()));
    sources.push(Source { id, label: texts().system.new_source.to_owned(), sort: SourceSort::Office, on: true });
}
