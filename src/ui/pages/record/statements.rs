//! All statements, by topic, with a search and filters. What does not fit stays in the page and is hidden.

use std::sync::Arc;

use leptos::prelude::*;

use super::parts::Stage;
use super::search::Search;
use super::statement::Statement;
use crate::record::{FOUR, Facts, Topic};
use crate::scenario::doc::{Mechanism, Standing};
use crate::ui::kit::{StandingChip, standing_name};
use crate::ui::state::texts;

/// The first part of the page that waits belongs to the topics.
const FIRST: usize = 3;

/// The search and the list.
#[component]
pub fn Statements(
    /// How much of the page is there.
    stage: Stage,
) -> impl IntoView {
    let t = &texts().record;
    let facts = use_context::<Arc<Facts>>()?;
    let search = Search::get();
    let all = facts.facts.len();
    let n = Memo::new(move |_| search.found.with(|it| it.n));
    let topic = |(i, it): (usize, &Topic)| {
        let id = StoredValue::new(it.id.clone());
        let own: Vec<usize> = (0..all).filter(|at| facts.facts.get(*at).is_some_and(|of| of.topic == it.id)).collect();
        let is_empty = move || search.found.with(|it| !own.iter().any(|at| it.fits.get(*at) == Some(&true)));
        view! {
            <section class="facts-topic" hidden=is_empty>
                <h3>{it.title.clone()}</h3>
                <p class="note">{it.summary.clone()}</p>
                <Show when=move || stage.has_come(FIRST + i)><OfTopic id /></Show>
            </section>
        }
    };
    let topics = facts.topics.iter().enumerate().map(topic).collect_view();
    Some(view! {
        <p class="record-lede">{(t.statements_lede)(all, facts.sources.len())}</p>
        <Filters />
        <p class="facts-count" role="status">{move || (t.found)(n.get(), all)}</p>
        <div class="empty" hidden=move || n.get() != 0>
            <p class="empty-title">{t.none_found}</p>
            <p>{t.none_found_hint}</p>
        </div>
        {topics}
    })
}

#[component]
fn OfTopic(
    /// The topic.
    id: StoredValue<String>,
) -> impl IntoView {
    let facts = use_context::<Arc<Facts>>()?;
    let own = facts.facts.iter().enumerate().filter(|it| id.with_value(|id| it.1.topic == *id));
    let one = |(at, fact): (usize, &crate::record::Fact)| view! { <Statement fact=fact.clone() at /> };
    Some(view! { <ul class="facts-list" role="list">{own.map(one).collect_view()}</ul> })
}

/// Words, marks, topic, mechanism.
#[component]
fn Filters() -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let facts = use_context::<Arc<Facts>>()?;
    let search = Search::get();
    let exists = |it: &Standing| facts.facts.iter().any(|of| of.standing == *it);
    let marks = super::MARKS.into_iter().filter(exists).map(|it| view! { <Mark standing=it /> }).collect_view();
    let topic = |it: &Topic| {
        let id = StoredValue::new(it.id.clone());
        let is_chosen = move || search.topic.with(|it| id.with_value(|id| it.as_ref() == Some(id)));
        view! { <option value=it.id.clone() prop:selected=is_chosen>{it.title.clone()}</option> }
    };
    let mechanism = |it: Mechanism| {
        view! {
            <option value=mechanism_id(it) prop:selected=move || search.mechanism.get() == Some(it)>
                {(common.mechanism)(it)}
            </option>
        }
    };
    let choose_topic = move |value: String| search.topic.set((!value.is_empty()).then_some(value));
    let choose_mechanism = move |value: String| {
        search.mechanism.set(FOUR.into_iter().map(|it| it.mechanism).find(|it| mechanism_id(*it) == value));
    };
    Some(view! {
        <search class="facts-search" data-print="no">
            <div class="field">
                <label class="field-label" for="record-search">{t.search}</label>
                <input type="search" class="input" id="record-search" aria-describedby="record-search-hint"
                    autocomplete="off" prop:value=search.words
                    on:input:target=move |event| search.words.set(event.target().value()) />
                <p class="field-hint" id="record-search-hint">{t.search_hint}</p>
            </div>
            <fieldset class="facts-marks"><legend class="field-label">{t.by_standing}</legend>{marks}</fieldset>
            <div class="field">
                <label class="field-label" for="record-topic">{t.by_topic}</label>
                <select class="select" id="record-topic" on:change:target=move |event| choose_topic(event.target().value())>
                    <option value="" prop:selected=move || search.topic.with(Option::is_none)>{t.all_topics}</option>
                    {facts.topics.iter().map(topic).collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="field-label" for="record-mechanism">{t.by_mechanism}</label>
                <select class="select" id="record-mechanism"
                    on:change:target=move |event| choose_mechanism(event.target().value())>
                    <option value="" prop:selected=move || search.mechanism.get().is_none()>{t.all_mechanisms}</option>
                    {FOUR.map(|it| mechanism(it.mechanism)).collect_view()}
                </select>
            </div>
            <p class="facts-clear">
                <button type="button" class="btn" aria-disabled=move || search.is_open().to_string()
                    on:click=move |_| search.clear()>{t.clear}</button>
            </p>
        </search>
    })
}

/// A box for a mark, with how many statements it would leave.
#[component]
fn Mark(
    /// The mark.
    standing: Standing,
) -> impl IntoView {
    let search = Search::get();
    let n = move || search.found.with(|it| it.by_standing.iter().find(|it| it.0 == standing).map_or(0, |it| it.1));
    let choose = move |chosen: bool| {
        search.standings.update(|it| {
            if chosen {
                it.insert(standing);
            } else {
                it.remove(&standing);
            }
        });
    };
    view! {
        <label class="check">
            <input type="checkbox" value=standing_name(standing)
                prop:checked=move || search.standings.with(|it| it.contains(&standing))
                on:change:target=move |event| choose(event.target().checked()) />
            <span><StandingChip standing=Signal::stored(standing) />" "<span class="count">{n}</span></span>
        </label>
    }
}

/// The name of a mechanism in the list of choices.
const fn mechanism_id(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => "score",
        Mechanism::List => "list",
        Mechanism::FirmRating => "firm-rating",
        Mechanism::CommercialScore => "commercial-score",
    }
}
