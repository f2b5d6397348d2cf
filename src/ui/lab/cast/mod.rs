//! The cast: fictional people and businesses, their groups and associates.

mod groups;
mod subject;

use leptos::prelude::*;

use crate::editor::edits::fresh_id;
use crate::scenario::doc::{Scenario, Subject, SubjectKind};
use crate::ui::state::{Lab, texts};
use groups::Groups;
use subject::SubjectCard;

/// One card for each subject.
#[component]
pub fn CastPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().cast;
    let ids = Memo::new(move |_| lab.with_scenario(|it| it.cast.iter().map(|it| it.id.clone()).collect::<Vec<_>>()));
    let add = move |kind, stem: &'static str, name: &'static str| {
        let mut id = String::new();
        lab.edit("", |it| id = add_subject(it, kind, stem, name));
        lab.choose_subject(&id);
    };
    view! {
        <h2 id="cast-title">{t.title}</h2>
        <p class="muted">{t.intro}</p>
        <Show when=move || ids.with(Vec::is_empty)><p class="empty">{t.empty}</p></Show>
        <ul class="plain cast-cards"><For each=move || ids.get() key=Clone::clone children=|id| view! { <SubjectCard id /> } /></ul>
        <div class="system-line">
            <button type="button" class="btn" on:click=move |_| add(SubjectKind::Person, "person", t.new_person)>{t.add_person}</button>
            <button type="button" class="btn" on:click=move |_| add(SubjectKind::Business, "business", t.new_business)>{t.add_business}</button>
        </div>
        <Groups />
    }
}

fn add_subject(scenario: &mut Scenario, kind: SubjectKind, stem: &str, name: &str) -> String {
    let id = fresh_id(stem, scenario.cast.iter().map(|it| it.id.as_str()));
    scenario.cast.push(Subject {
        id: id.clone(),
        name: name.to_owned(),
        kind,
        about: String::new(),
        group: None,
        consents: true,
        associates: Vec::new(),
    });
    id
}
