//! A step on paper.

use leptos::prelude::*;

use super::Lines;
use super::asked::Asked;
use super::shown::Shown;
use crate::editor::Sheet;
use crate::lessons::Step;
use crate::lessons::format::Beat;
use crate::ui::learn::{Paragraphs, Playing, StepLab, Words};
use crate::ui::state::texts;

/// The step that is being played: for students with room to write, or with what comes true.
#[component]
pub fn StepSheet(
    /// Which of the two.
    sheet: Sheet,
) -> impl IntoView {
    let t = &texts().learn;
    let playing = Playing::get();
    let (step, place) = (playing.step().clone(), playing.place);
    let id = format!("sheet-{}", step.id);
    view! {
        <section class="sheet-step" aria-labelledby=id>
            <h2 id=id.clone()>
                <span class="sheet-number nums">{place + 1}</span>" "{step.title.clone()}" "
                <span class="sheet-pace">{(t.beat)(step.beat)}" · "{(t.minutes)(step.minutes)}</span>
            </h2>
            <div class="prose"><Paragraphs texts=step.text.clone() /></div>
            <StepLab><Inside step=step.clone() is_key={sheet == Sheet::Key} /></StepLab>
        </section>
    }
}

/// What stands beside the text, the question, and what follows it.
#[component]
fn Inside(step: Step, is_key: bool) -> impl IntoView {
    let t = &texts().learn;
    let shown = step.show.iter().map(|it| view! { <Shown what=it.what.clone() is_key /> }).collect_view();
    let asked = step.ask.is_some().then(|| view! { <Asked is_key /> });
    let discuss = (!step.discuss.is_empty()).then(|| {
        let question = |it: &String| {
            let room = (!is_key).then(|| view! { <Lines n=2 /> });
            view! { <li><Words text=it.clone() />{room}</li> }
        };
        view! { <h3>{t.discuss}</h3><ul>{step.discuss.iter().map(question).collect_view()}</ul> }
    });
    let own_words = !is_key && step.ask.is_none() && step.discuss.is_empty() && step.beat != Beat::Hand;
    let own_words = own_words.then(|| view! { <p class="sheet-write">{texts().room.i_notice}<Lines n=2 /></p> });
    let answers = is_key.then(|| view! { <Answers step=step.clone() /> });
    view! { {shown}{asked}{answers}{discuss}{own_words} }
}

/// What the key says, and what to notice.
#[component]
fn Answers(step: Step) -> impl IntoView {
    let part = |title: &'static str, class: &'static str, texts: Vec<String>| {
        (!texts.is_empty()).then(|| view! { <div class=class><h3>{title}</h3><Paragraphs texts /></div> })
    };
    view! {
        {part(texts().room.key_says, "sheet-key prose", step.key)}
        {part(texts().learn.notice, "sheet-notice prose", step.notice)}
    }
}
