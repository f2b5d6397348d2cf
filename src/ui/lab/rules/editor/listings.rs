//! Lists that the subject is put on, or taken off.

use leptos::prelude::*;

use super::ceiling::TERM;
use super::parts::first_field;
use super::term::Term;
use crate::editor::rules::Place;
use crate::editor::rules::part::{Part, free_list};
use crate::scenario::doc::Listing;
use crate::ui::kit::{Choice, Complaint, toggled};
use crate::ui::lab::rules::focus::focus;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// One line for each list that the subject is put on.
#[component]
pub(super) fn ListingsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let count = rule.read(|it| it.listings.len());
    let free = rule.read_named(free_list);
    let add = move |_| {
        if let Some(list) = free.get_untracked() {
            let at = count.get_untracked();
            rule.edit_with(|_, it| it.listings.push(Listing { list, months: None }));
            focus(listing_id(rule, at));
        }
    };
    view! {
        <For each=move || 0..count.get() key=|it| *it children=move |at| view! { <ListingFields rule at count /> } />
        <Show when=move || free.get().is_some()>
            <button type="button" class="btn btn-sm" on:click=add>{t.add_list}</button>
        </Show>
    }
}

/// Which list, and for how long.
#[component]
fn ListingFields(
    /// The rule.
    rule: RuleRef,
    /// Which of the listings.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let t = &texts().rules;
    let list = rule.read(move |it| it.listings.get(at).map(|it| it.list.clone()).unwrap_or_default());
    let options = rule.read_named(move |names, it| {
        let mut all: Vec<_> = names.rulebook.lists.iter().map(|it| (it.id.clone(), it.label.clone())).collect();
        let now = it.listings.get(at).map(|it| it.list.clone());
        all.extend(now.filter(|now| all.iter().all(|it| it.0 != *now)).map(|it| (it.clone(), (t.unknown)(&it))));
        all
    });
    let edit = move |part: &str, change: &dyn Fn(&mut Listing)| {
        rule.edit(&format!("listings/{at}/{part}"), |it| {
            it.listings.get_mut(at).map(change);
        });
    };
    let remove = move |_| {
        rule.edit_with(|_, it| {
            it.listings.remove(at);
        });
        focus(listing_id(rule, at.saturating_sub(1)));
    };
    view! {
        <div class="rule-words">
            <Choice id=listing_id(rule, at) label=t.list options value=list
                on_value=move |id: String| edit("list", &|it| it.list.clone_from(&id)) />
            <Term rule place=Place::ListingMonths(at) without=t.list_term
                on_value=move |on: bool| edit("months", &|it| it.months = on.then_some(TERM)) />
            <Show when=move || { count.get() > 1 }>
                <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.remove_list on:click=remove>"×"</button>
            </Show>
        </div>
        <Complaint path=rule.path(&format!("listings/{at}")) parts=true />
    }
}

fn listing_id(rule: RuleRef, at: usize) -> String {
    if at == 0 { first_field(rule, Part::Listings) } else { rule.element(&format!("listing-{at}")) }
}

/// A box for each list that the subject may be taken off.
#[component]
pub(super) fn DelistingsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let ids = rule.read_named(|names, it| {
        let known = names.rulebook.lists.iter().map(|it| it.id.clone());
        let unknown = it.delistings.iter().filter(|id| names.rulebook.lists.iter().all(|it| it.id != **id));
        known.chain(unknown.cloned()).collect::<Vec<_>>()
    });
    let first = move |id: &str| ids.with_untracked(|it| it.first().is_some_and(|it| it == id));
    let list = move |id: String| {
        let element = first(&id).then(|| first_field(rule, Part::Delistings));
        let id = StoredValue::new(id);
        let name = rule.read_named(move |names, _| {
            id.with_value(|id| {
                let list = names.rulebook.lists.iter().find(|it| it.id == *id);
                list.map_or_else(|| (t.unknown)(id), |it| it.label.clone())
            })
        });
        let is_ticked = rule.read(move |it| id.with_value(|id| it.delistings.contains(id)));
        let tick = move |_| rule.edit("delistings", |it| id.with_value(|id| toggled(&mut it.delistings, id)));
        view! {
            <label class="check"><input type="checkbox" id=element prop:checked=is_ticked on:change=tick /><span>{name}</span></label>
        }
    };
    view! {
        <div class="rule-boxes"><For each=move || ids.get() key=Clone::clone children=list /></div>
        <Complaint path=rule.path("delistings") parts=true />
    }
}
