//! One consequence.

use leptos::prelude::*;

use super::bands::name_of;
use crate::scenario::doc::{Consequence, ConsequenceNature, SubjectKind};
use crate::scenario::mark;
use crate::ui::kit::{Choice, Complaint, MarkChip, RemoveButton, Switch, TextBox, domains, of_word, toggled, words_of};
use crate::ui::state::{Lab, texts};

/// Text, nature, part of life, and the bands and lists that carry it.
#[component]
pub fn ConsequenceRow(
    /// The id of the consequence.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let id = StoredValue::new(id);
    let this = Memo::new(move |_| {
        id.with_value(|id| lab.with_scenario(|it| it.rulebook.consequences.iter().find(|it| it.id == *id).cloned()))
    });
    let path = move |part: &str| id.with_value(|id| format!("rulebook/consequences/{id}/{part}"));
    let edit = move |part: &'static str, change: &dyn Fn(&mut Consequence)| {
        id.with_value(|id| {
            lab.edit(&format!("consequences/{id}/{part}"), |it| {
                it.rulebook.consequences.iter_mut().filter(|it| it.id == *id).for_each(change);
            });
        });
    };
    let mark = Memo::new(move |_| {
        this.with(|it| it.as_ref().map(|it| lab.document.with(|all| mark::of_consequence(it, &all.baseline))))
    });
    let label = move || this.with(|it| it.as_ref().map(|it| it.label.clone()).unwrap_or_default());
    let natures = [ConsequenceNature::Reward, ConsequenceNature::Penalty];
    let nature_options = move || words_of(&natures, t.natures);
    let nature = move || this.with(|it| it.as_ref().map(|it| (t.natures)(it.nature).to_owned()).unwrap_or_default());
    let set_nature = move |word: String| {
        if let Some(nature) = of_word(&natures, t.natures, &word) {
            edit("nature", &|it| it.nature = nature);
        }
    };
    let domain = move || this.with(|it| it.as_ref().map(|it| domains::id_of(it.domain)).unwrap_or_default());
    let set_domain = move |id: String| {
        if let Some(domain) = domains::from_id(&id) {
            edit("domain", &|it| it.domain = domain);
        }
    };
    let who_options = move || {
        [("", t.both), ("person", t.persons), ("business", t.businesses)]
            .map(|it| (it.0.to_owned(), it.1.to_owned()))
            .to_vec()
    };
    let who = move || {
        this.with(|it| {
            match it.as_ref().and_then(|it| it.who) {
                None => "",
                Some(SubjectKind::Person) => "person",
                Some(SubjectKind::Business) => "business",
            }
            .to_owned()
        })
    };
    let set_who = move |word: String| {
        let who = match word.as_str() {
            "person" => Some(SubjectKind::Person),
            "business" => Some(SubjectKind::Business),
            _ => None,
        };
        edit("who", &|it| it.who = who);
    };
    let carriers = move || {
        let bands =
            lab.with_scenario(|it| it.rulebook.bands.iter().map(|it| (it.id.clone(), name_of(it))).collect::<Vec<_>>());
        let lists = lab.with_scenario(|it| {
            it.rulebook.lists.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>()
        });
        let band = move |(band, name): (String, String)| {
            let on = {
                let band = band.clone();
                move || this.with(|it| it.as_ref().is_some_and(|it| it.bands.contains(&band)))
            };
            let set = move |_| edit("bands", &|it| toggled(&mut it.bands, &band));
            view! { <label class="check"><input type="checkbox" prop:checked=on on:change=set />{name}</label> }
        };
        let list = move |(list, name): (String, String)| {
            let on = {
                let list = list.clone();
                move || this.with(|it| it.as_ref().is_some_and(|it| it.lists.contains(&list)))
            };
            let set = move |_| edit("lists", &|it| toggled(&mut it.lists, &list));
            view! { <label class="check"><input type="checkbox" prop:checked=on on:change=set />{name}</label> }
        };
        (bands.into_iter().map(band).collect_view(), lists.into_iter().map(list).collect_view())
    };
    let remove = move |()| {
        let gone = label();
        id.with_value(|id| lab.edit("", |it| it.rulebook.consequences.retain(|it| it.id != *id)));
        lab.announce((t.removed)(&gone));
    };
    view! {
        <li class="system-row system-row-tall">
            <div class="system-line grow">
                <TextBox path=path("label") label=t.consequence_name value=Signal::derive(label)
                    on_value=move |text: String| edit("label", &|it| it.label.clone_from(&text)) />
                <Choice label=t.nature options=Signal::derive(nature_options) value=Signal::derive(nature) on_value=set_nature />
                <Choice label=t.domain options=Signal::derive(domains::options) value=Signal::derive(domain) on_value=set_domain />
                <Choice label=t.who options=Signal::derive(who_options) value=Signal::derive(who) on_value=set_who />
                <Switch label=t.essential shown=true hint=t.essential_note
                    value=Signal::derive(move || this.with(|it| it.as_ref().is_some_and(|it| it.essential)))
                    on_value=move |on| edit("essential", &|it| it.essential = on) />
                <RemoveButton label=Signal::derive(move || (t.remove)(&label())) on_press=remove />
            </div>
            <fieldset class="checks"><legend>{t.carried_by}</legend>{carriers}</fieldset>
            <p class="muted small">
                {move || mark.get().map(|it| view! { <MarkChip mark=it /> })}
                " "{move || this.with(|it| it.as_ref().map(|it| it.note.clone()))}
            </p>
            <Complaint path=id.with_value(|id| format!("rulebook/consequences/{id}")) parts=true />
        </li>
    }
}
