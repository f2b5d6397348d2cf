//! The groups that subjects belong to.

use leptos::prelude::*;

use crate::editor::edits::{self, fresh_id};
use crate::scenario::doc::{Group, Scenario};
use crate::ui::kit::{CareNote, Complaint, RemoveButton, TextBox};
use crate::ui::state::{Lab, texts};

/// One line for each group.
#[component]
pub fn Groups() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().cast;
    let ids = Memo::new(move |_| lab.with_scenario(|it| it.groups.iter().map(|it| it.id.clone()).collect::<Vec<_>>()));
    let typed =
        move || lab.with_scenario(|it| it.groups.iter().map(|it| it.label.as_str()).collect::<Vec<_>>().join("\n"));
    view! {
        <h3 data-print=move || ids.with(Vec::is_empty).then_some("no")>{t.groups}</h3>
        <CareNote id="care-groups" texts=Signal::derive(typed) />
        <ul class="plain system-rows"><For each=move || ids.get() key=Clone::clone children=|id| view! { <GroupRow id /> } /></ul>
        <button type="button" class="btn btn-quiet" on:click=move |_| lab.edit("", add)>{t.add_group}</button>
    }
}

/// Name of a group.
#[component]
fn GroupRow(
    /// The id of the group.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().cast;
    let id = StoredValue::new(id);
    let label = move || {
        let label =
            |it: &Scenario| id.with_value(|id| it.groups.iter().find(|it| it.id == *id).map(|it| it.label.clone()));
        lab.with_scenario(label).unwrap_or_default()
    };
    let rename = move |text: String| {
        id.with_value(|id| {
            lab.edit(&format!("groups/{id}"), |it| {
                it.groups.iter_mut().filter(|it| it.id == *id).for_each(|it| it.label.clone_from(&text));
            })
        });
    };
    let remove = move |()| {
        let gone = label();
        id.with_value(|id| lab.edit("", |it| edits::remove_group(it, id)));
        lab.announce((texts().system.removed)(&gone));
    };
    let path = id.with_value(|id| format!("groups/{id}/label"));
    view! {
        <li class="system-row">
            <TextBox path=path.clone() label=t.group_name described_by="care-groups" value=Signal::derive(label) on_value=rename />
            <RemoveButton label=Signal::derive(move || (texts().system.remove)(&label())) on_press=remove />
            <Complaint path />
        </li>
    }
}

fn add(scenario: &mut Scenario) {
    let id = fresh_id("group", scenario.groups.iter().map(|it| it.id.as_str()));
    scenario.groups.push(Group { id, label: texts().cast.new_group.to_owned() });
}
