//! The list of lessons.

use std::sync::Arc;

use leptos::prelude::*;

use super::answers::Answers;
use crate::editor::{Route, Sheet};
use crate::lessons::format::{Entry, Index};
use crate::ui::data::{self, when_loaded};
use crate::ui::state::{Lab, texts};

/// The page.
#[component]
pub fn LearnPage() -> impl IntoView {
    let t = &texts().learn;
    view! {
        <div class="page page-wide"><div class="learn">
            <header class="learn-head">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
            </header>
            {when_loaded(data::lessons(), |index| view! { <Lessons index=index.clone() /><Teachers index /> }.into_any())}
            <Beside />
        </div></div>
    }
}

fn lesson(id: &str, step: Option<String>) -> String {
    Route::Lesson(id.to_owned(), step).to_string()
}

/// The lessons in order, with what was done in this tab.
#[component]
fn Lessons(index: Arc<Index>) -> impl IntoView {
    let t = &texts().learn;
    let (answers, lab) = (Answers::get(), Lab::get());
    let forget = move |_| {
        answers.forget();
        lab.announce(t.forgotten);
        // The button goes away; the list is what it was about.
        super::ask::focus_soon("learn-list");
    };
    let empty = index.lessons.is_empty().then(|| view! { <p class="empty">{t.no_lessons}</p> });
    view! {
        <section class="learn-lessons" aria-labelledby="learn-lessons">
            <h2 id="learn-lessons" class="visually-hidden">{t.lessons}</h2>
            {empty}
            <ol class="learn-list" role="list" id="learn-list" tabindex="-1">
                {index.lessons.iter().enumerate().map(|(at, it)| view! { <Item at entry=it.clone() /> }).collect_view()}
            </ol>
            <Show when=move || answers.any()>
                <p class="row note">{t.kept_note}" "<button type="button" class="btn btn-quiet btn-sm" on:click=forget>{t.forget}</button></p>
            </Show>
        </section>
    }
}

/// A lesson: number, title, what it asks, how long it takes, what was done.
#[component]
fn Item(at: usize, entry: Entry) -> impl IntoView {
    let t = &texts().learn;
    let answers = Answers::get();
    let (id, title) = (StoredValue::new(entry.id.clone()), StoredValue::new(entry.title.clone()));
    let state = move || {
        let id = id.get_value();
        if answers.is_done(&id) {
            return Some(view! { <span class="learn-done">{t.finished}</span> }.into_any());
        }
        let step = answers.step_of(&id).filter(|it| !it.is_empty())?;
        let name = title.with_value(|it| (t.go_on_in)(it));
        Some(view! { <a class="learn-go-on" href=lesson(&id, Some(step)) aria-label=name>{t.go_on}</a> }.into_any())
    };
    view! {
        <li class="learn-item" data-done=move || id.with_value(|it| answers.is_done(it)).then_some("true")>
            <span class="learn-number" aria-hidden="true">{at + 1}</span>
            <h3><a href=lesson(&entry.id, None)>{entry.title.clone()}</a></h3>
            <p class="learn-summary">{entry.summary.clone()}</p>
            <p class="learn-state"><span class="nums">{(t.minutes)(entry.minutes)}</span>{state}</p>
        </li>
    }
}

/// What a teacher needs for tomorrow: the projector, and each lesson on paper.
#[component]
fn Teachers(index: Arc<Index>) -> impl IntoView {
    let t = &texts().learn;
    let row = |it: &Entry| {
        let way = |route: Route, words: &'static str, class: &'static str| {
            view! { <a class=class href=route.to_string() aria-label=(t.sheet_of)(words, &it.title)>{words}</a> }
        };
        let sheet = |sheet: Sheet, words: &'static str| way(Route::Print(sheet, it.id.clone()), words, "learn-sheet");
        view! {
            <li>
                <span class="learn-sheet-of">{it.title.clone()}</span>
                <span class="learn-sheets">
                    {sheet(Sheet::Plan, t.plan)}{sheet(Sheet::Worksheet, t.worksheet)}{sheet(Sheet::Key, t.key)}
                    {way(Route::Present(it.id.clone(), None), t.present, "btn btn-sm")}
                </span>
            </li>
        }
    };
    view! {
        <section class="learn-teachers" aria-labelledby="learn-teachers">
            <h2 id="learn-teachers">{t.teachers}</h2>
            <div class="prose"><p>{t.teachers_lede}</p><p>{t.teachers_devices}</p></div>
            <ul class="learn-papers" role="list">{index.lessons.iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The doors beside the lessons.
#[component]
fn Beside() -> impl IntoView {
    let t = &texts().learn;
    let doors = [
        ("#/record", t.to_record, t.to_record_note),
        ("#/watching", t.to_watching, t.to_watching_note),
        ("#/lab", t.to_lab, t.to_lab_note),
    ];
    let door =
        |(href, title, note)| view! { <li class="contents-item"><h3><a href=href>{title}</a></h3><p>{note}</p></li> };
    view! {
        <section class="learn-beside" aria-labelledby="learn-beside">
            <h2 id="learn-beside">{t.beside}</h2>
            <ul class="contents" role="list">{doors.into_iter().map(door).collect_view()}</ul>
        </section>
    }
}
