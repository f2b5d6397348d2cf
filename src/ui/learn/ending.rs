//! What follows the last step of a lesson: questions to talk about, what to read on, the way to the lab.

use std::sync::Arc;

use leptos::prelude::*;

use super::lab_link::lab_link;
use super::playing::Playing;
use super::words::Words;
use crate::lessons::Scene;
use crate::lessons::format::{Index, Lesson, What};
use crate::record::Fact;
use crate::ui::kit::StandingChip;
use crate::ui::state::texts;

/// The end of the lesson that is being played.
#[component]
pub fn Ending(
    /// The list of lessons.
    index: Arc<Index>,
) -> impl IntoView {
    let t = &texts().learn;
    let playing = Playing::get();
    let lesson = playing.lesson.clone();
    let discuss = (!lesson.discuss.is_empty()).then(|| {
        let question = |text: &String| view! { <li><Words text=text.clone() /></li> };
        view! {
            <section class="prose" aria-labelledby="ending-discuss">
                <h3 id="ending-discuss">{t.end_discuss}</h3>
                <ul>{lesson.discuss.iter().map(question).collect_view()}</ul>
            </section>
        }
    });
    let facts: Vec<&Fact> = lesson.read.iter().filter_map(|it| playing.record.facts.fact(it)).collect();
    let read = (!facts.is_empty()).then(|| {
        view! {
            <section aria-labelledby="ending-read">
                <h3 id="ending-read">{t.read_on}</h3>
                <ul class="ending-facts" role="list">{facts.into_iter().map(fact).collect_view()}</ul>
            </section>
        }
    });
    let to_lab = last_scene(&lesson, &playing.scenes).map(|(scene, society)| {
        view! {
            <section aria-labelledby="ending-lab">
                <h3 id="ending-lab"><a href=lab_link(&lesson, scene, society)>{t.take_to_lab}</a></h3>
                <p class="muted">{t.take_to_lab_note}</p>
            </section>
        }
    });
    let is_last = index.lessons.last().is_none_or(|it| it.id == lesson.id);
    view! {
        <section class="lesson-end" aria-labelledby="lesson-end">
            <h2 id="lesson-end">{t.the_end}</h2>
            <div class="ending-parts">{discuss}<div class="stack-lg">{read}{to_lab}</div></div>
            {is_last.then(|| view! { <p><a class="btn" href="#/learn">{t.all_lessons}</a></p> })}
        </section>
    }
}

/// A statement with its standing, as a link to the record.
fn fact(fact: &Fact) -> impl IntoView {
    let standing = fact.standing;
    view! {
        <li>
            <a href=format!("#/record?at=fact-{}", fact.id)>{fact.text.clone()}</a>" "
            <StandingChip standing=Signal::stored(standing) />
        </li>
    }
}

/// The scenario that the lesson ends with, and whether many lives are shown in it.
fn last_scene<'a>(lesson: &Lesson, scenes: &'a [Scene]) -> Option<(&'a Scene, bool)> {
    let step = lesson.steps.iter().rev().find(|it| it.scenario.is_some())?;
    let scene = scenes.iter().find(|it| step.scenario.as_ref() == Some(&it.id))?;
    Some((scene, step.show.iter().any(|it| matches!(it.what, What::Town { .. }))))
}
