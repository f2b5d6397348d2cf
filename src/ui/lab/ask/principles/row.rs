//! One principle: a sentence with its number editable in place, what the lives say, and the life that breaks it.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::super::life::focus_soon;
use super::found::{Answers, Known, State};
use crate::engine::Points;
use crate::principles::ask::{takes_kind, usual};
use crate::scenario::doc::{Principle, Scenario};
use crate::scenario::mark::declare_changes;
use crate::scenario::{Decimal, bounds};
use crate::ui::kit::{Choice, Complaint, FigureLook, NumberField};
use crate::ui::state::{Lab, fresh_document, texts};

/// A principle and what is known about it.
#[component]
pub fn PrincipleRow(
    /// What is known.
    known: ReadSignal<Option<Known>>,
    /// What the search found.
    answers: Memo<Answers>,
    /// The id of the principle.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let Some(first) = known.get_untracked() else { return ().into_any() };
    let says = first.principle.says;
    let id = StoredValue::new(id);
    let edit = move |part: &str, change: &dyn Fn(&mut Principle)| {
        id.with_value(|id| {
            lab.edit(&format!("principles/{id}/{part}"), |it| {
                it.principles.iter_mut().filter(|it| it.id == *id).for_each(change);
            });
        });
    };
    let path = move |part: &str| id.with_value(|id| format!("principles/{id}/{part}"));
    let sentence = move || known.with(|it| it.as_ref().map(|it| it.sentence.clone()).unwrap_or_default());
    let before = (t.before_and_after)(says).0;
    let number = usual(says).map(|usual| {
        let most = move || {
            let stated = known.with(|it| it.as_ref().and_then(|it| it.principle.most));
            stated.map_or(Points::whole(usual), |it| it.0)
        };
        view! {
            " "<NumberField path=path("most") label=t.most value=Signal::derive(most) look=FigureLook::Inline
                on_value=move |most| edit("most", &|it| it.most = Some(Decimal(most))) />" "{move || (t.unit)(says, most())}
        }
    });
    let about = takes_kind(says).then(|| {
        let options = move || {
            let kinds = lab.with_scenario(|it| {
                it.kinds.iter().map(|it| (it.id.clone(), it.short.clone())).collect::<Vec<_>>()
            });
            std::iter::once((String::new(), t.any_kind.to_owned())).chain(kinds).collect::<Vec<_>>()
        };
        let options = Memo::new(move |_| options());
        let kind = move || known.with(|it| it.as_ref().and_then(|it| it.principle.kind.clone()).unwrap_or_default());
        view! {
            <label class="field-inline principle-about"><span class="muted">{t.only}</span>
                <Choice label=t.about options value=Signal::derive(kind)
                    on_value=move |kind: String| edit("kind", &|it| it.kind = Some(kind.clone()).filter(|it| !it.is_empty())) />
            </label>
        }
    });
    let here = move || known.with(|it| it.as_ref().map(|it| it.here.clone()));
    let could = move || known.with(|it| it.as_ref().map(|it| it.could.clone()));
    let verdict = |it: Option<(State, String)>| {
        it.map(|(state, text)| view! { <p class="verdict" data-state=state.name()>{text}</p> })
    };
    let is_breakable = Memo::new(move |_| known.with(|it| it.as_ref().is_some_and(|it| it.could.0 == State::Broken)));
    let open = move |_| {
        let life = id.with_value(|id| answers.with_untracked(|it| it.get(id).and_then(|it| it.life.clone())));
        if let Some(life) = life {
            open_life(lab, &life);
        }
    };
    let remove = move |_| {
        let gone = sentence();
        id.with_value(|id| lab.edit("", |it| it.principles.retain(|it| it.id != *id)));
        lab.announce((t.removed)(&gone));
    };
    view! {
        <li class="principle">
            <div class="principle-says">
                <p>{before}{number}</p>
                {about}
                <button type="button" class="btn btn-quiet" on:click=remove aria-label=move || (t.remove)(&sentence())>"✕"</button>
            </div>
            {move || verdict(here())}
            {move || verdict(could())}
            {move || is_breakable.get().then(|| view! {
                <button type="button" class="btn btn-sm" on:click=open aria-label=move || (t.open_label)(&sentence())>{t.open}</button>
            })}
            <Complaint path=id.with_value(|id| format!("principles/{id}")) parts=true />
        </li>
    }
    .into_any()
}

/// Puts a life that could happen in place of the lives shown. That can be undone.
fn open_life(lab: Lab, life: &Scenario) {
    let t = &texts().principles;
    let title = (t.life_title)(&life.title);
    let mut scenario = life.clone();
    if title.chars().count() <= bounds::LABEL_CHARS {
        scenario.title = title;
    }
    lab.document.with_untracked(|it| declare_changes(&mut scenario, &it.scenario, &it.baseline));
    lab.open(fresh_document(Arc::new(scenario), None));
    lab.announce(t.opened);
    focus_soon("finding");
}
