//! The plan: what a teacher reads before the lesson.

use leptos::context::Provider;
use leptos::prelude::*;

use super::cited::Cited;
use crate::ui::learn::{Paragraphs, Playing, StepLab, Words};
use crate::ui::state::texts;

/// The plan of the lesson that is being played.
#[component]
pub fn Plan() -> impl IntoView {
    let (t, learn) = (&texts().room, &texts().learn);
    let playing = Playing::get();
    let lesson = playing.lesson.clone();
    let belief = |it: &crate::lessons::format::Misconception| {
        view! { <div><dt><Words text=it.belief.clone() /></dt><dd><Words text=it.answer.clone() /></dd></div> }
    };
    let row = |(at, it): (usize, &crate::lessons::Step)| {
        let ask = it.ask.as_ref().map(|it| it.question().to_owned());
        let own = Playing { place: at, town: RwSignal::new(None), ..playing.clone() };
        let step = it.clone();
        let inside = move || {
            let question = ask.map(|text| view! { <p class="plan-question"><Words text /></p> });
            let talk = (!step.discuss.is_empty()).then(|| {
                let each = |it: String| view! { <li><Words text=it /></li> };
                view! { <p>{learn.discuss}":"</p><ul>{step.discuss.clone().into_iter().map(each).collect_view()}</ul> }
            });
            let notes = step.teacher.clone();
            view! { {question}<Paragraphs texts=notes />{talk} }
        };
        view! {
            <tr>
                <td class="n">{(learn.minutes)(it.minutes)}</td>
                <th scope="row">{at + 1}". "{it.title.clone()}<span class="note">" "{(learn.beat)(it.beat)}</span></th>
                <td><Provider value=StoredValue::new(own)><StepLab>{inside()}</StepLab></Provider></td>
            </tr>
        }
    };
    let discuss = lesson.discuss.iter().map(|it| view! { <li><Words text=it.clone() /></li> }).collect_view();
    let papers = t.papers.iter().map(|it| view! { <li>{*it}</li> }).collect_view();
    let rows = lesson.steps.iter().enumerate().map(row).collect_view();
    view! {
        <section class="prose" aria-labelledby="plan-before">
            <h2 id="plan-before">{t.before}</h2>
            <Paragraphs texts=lesson.teacher.clone() />
            <ul>{papers}</ul>
        </section>
        <section aria-labelledby="plan-beliefs">
            <h2 id="plan-beliefs">{t.beliefs}</h2>
            <dl class="plan-beliefs">{lesson.misconceptions.iter().map(belief).collect_view()}</dl>
        </section>
        <section aria-labelledby="plan-steps">
            <h2 id="plan-steps">{t.course}</h2>
            <div class="table-wrap" role="group" tabindex="0" aria-label=t.course><table class="table plan-steps" aria-labelledby="plan-steps">
                <thead><tr><th scope="col" class="n">{t.time}</th><th scope="col">{t.step}</th><th scope="col">{t.notes}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </section>
        <section aria-labelledby="plan-end">
            <h2 id="plan-end">{learn.end_discuss}</h2>
            <ul>{discuss}</ul>
        </section>
        <Cited />
    }
}
