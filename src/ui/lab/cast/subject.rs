//! One person or business.

use leptos::prelude::*;

use crate::editor::edits;
use crate::scenario::doc::{Associate, Relation, Subject, SubjectKind};
use crate::ui::kit::{CareNote, Choice, Complaint, RemoveButton, Switch, TextBox, of_word, words_of};
use crate::ui::state::{Lab, texts};

const RELATIONS: [Relation; 4] = [Relation::Household, Relation::Employer, Relation::Owner, Relation::Supplier];

/// Name, group, consent and associates of a subject.
#[component]
pub fn SubjectCard(
    /// The id of the subject.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let (t, common) = (&texts().cast, &texts().common);
    let id = StoredValue::new(id);
    let this =
        Memo::new(move |_| id.with_value(|id| lab.with_scenario(|it| it.cast.iter().find(|it| it.id == *id).cloned())));
    let path = move |part: &str| id.with_value(|id| format!("cast/{id}/{part}"));
    let edit = move |part: &'static str, change: &dyn Fn(&mut Subject)| {
        id.with_value(|id| {
            lab.edit(&format!("cast/{id}/{part}"), |it| it.cast.iter_mut().filter(|it| it.id == *id).for_each(change))
        });
    };
    let name = move || this.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let care_id = move || id.with_value(|id| format!("care-cast-{id}"));
    let typed = move || this.with(|it| it.as_ref().map(|it| format!("{}\n{}", it.name, it.about)).unwrap_or_default());
    let kind = move || {
        this.with(|it| match it.as_ref().map(|it| it.kind) {
            Some(SubjectKind::Business) => common.business,
            _ => common.person,
        })
    };
    let groups = move || {
        let groups =
            lab.with_scenario(|it| it.groups.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>());
        std::iter::once((String::new(), t.no_group.to_owned())).chain(groups).collect::<Vec<_>>()
    };
    let n_events = Memo::new(move |_| {
        id.with_value(|id| lab.with_scenario(|it| it.events.iter().filter(|it| it.subject == *id).count()))
    });
    let remove = move |()| {
        let gone = name();
        id.with_value(|id| lab.edit("", |it| edits::remove_subject(it, id)));
        lab.announce((texts().system.removed)(&gone));
    };
    view! {
        <li class="card cast-card">
            <div class="system-line">
                <TextBox path=path("name") label=t.name value=Signal::derive(name) described_by=care_id()
                    on_value=move |text: String| edit("name", &|it| it.name.clone_from(&text)) />
                <span class="chip">{kind}</span>
                <RemoveButton on_press=remove
                    label=Signal::derive(move || format!("{} {}", (texts().system.remove)(&name()), t.remove_note)) />
            </div>
            <TextBox path=path("about") label=t.about long=true described_by=care_id()
                value=Signal::derive(move || this.with(|it| it.as_ref().map(|it| it.about.clone()).unwrap_or_default()))
                on_value=move |text: String| edit("about", &|it| it.about.clone_from(&text)) />
            <CareNote id=care_id() texts=Signal::derive(typed) />
            <div class="system-line">
                <label class="field-inline"><span>{t.group}</span>
                    <Choice label=t.group options=Signal::derive(groups)
                        value=Signal::derive(move || this.with(|it| it.as_ref().and_then(|it| it.group.clone()).unwrap_or_default()))
                        on_value=move |group: String| edit("group", &|it| it.group = Some(group.clone()).filter(|it| !it.is_empty())) />
                </label>
                <Switch label=t.consents shown=true
                    value=Signal::derive(move || this.with(|it| it.as_ref().is_some_and(|it| it.consents)))
                    on_value=move |on| edit("consents", &|it| it.consents = on) />
            </div>
            <Associates this id />
            <p class="system-line">
                <span class="muted">{move || (t.events)(n_events.get())}</span>
                <a href="#/lab" class="btn btn-sm" on:click=move |_| id.with_value(|id| lab.choose_subject(id))>{t.show}</a>
            </p>
            <Complaint path=id.with_value(|id| format!("cast/{id}")) parts=true />
        </li>
    }
}

/// Who gets a share of the subject's points where a rule spills over.
#[component]
fn Associates(
    /// The subject.
    this: Memo<Option<Subject>>,
    /// Its id.
    id: StoredValue<String>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().cast;
    let edit = move |change: &dyn Fn(&mut Subject)| {
        id.with_value(|id| {
            lab.edit(&format!("cast/{id}/associates"), |it| {
                it.cast.iter_mut().filter(|it| it.id == *id).for_each(change)
            })
        });
    };
    let others = move || {
        let is_other = |it: &&Subject| id.with_value(|id| it.id != *id);
        lab.with_scenario(|it| {
            it.cast.iter().filter(is_other).map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>()
        })
    };
    let relations = move || words_of(&RELATIONS, t.relations);
    let n = Memo::new(move |_| this.with(|it| it.as_ref().map_or(0, |it| it.associates.len())));
    let row = move |at: usize| {
        let read = move |read: &dyn Fn(&Associate) -> String| {
            this.with(|it| it.as_ref().and_then(|it| it.associates.get(at)).map(read).unwrap_or_default())
        };
        let set =
            move |change: &dyn Fn(&mut Associate)| edit(&|it| it.associates.get_mut(at).into_iter().for_each(change));
        let set_relation = move |word: String| {
            if let Some(relation) = of_word(&RELATIONS, t.relations, &word) {
                set(&|it| it.relation = relation);
            }
        };
        view! {
            <li class="system-line">
                <Choice label=t.associates options=Signal::derive(others) value=Signal::derive(move || read(&|it| it.subject.clone()))
                    on_value=move |other: String| set(&|it| it.subject.clone_from(&other)) />
                <Choice label=t.relation options=Signal::derive(relations)
                    value=Signal::derive(move || read(&|it| (t.relations)(it.relation).to_owned())) on_value=set_relation />
                <RemoveButton label=texts().common.delete
                    on_press=move |()| edit(&|it| { if at < it.associates.len() { it.associates.remove(at); } }) />
            </li>
        }
    };
    let add = move |_| {
        if let Some((other, _)) = others().into_iter().next() {
            edit(&|it| it.associates.push(Associate { subject: other.clone(), relation: Relation::Household }));
        }
    };
    view! {
        <div class="associates">
            <span class="field-label">{t.associates}</span>
            <Show when=move || n.get() == 0><span class="muted">" "{t.no_associates}</span></Show>
            <ul class="plain"><For each=move || 0..n.get() key=|at| *at children=row /></ul>
            <Show when=move || !others().is_empty()>
                <button type="button" class="btn btn-sm" on:click=add>{t.add_associate}</button>
            </Show>
        </div>
    }
}
