//! What a step shows: its text, what stands beside it, its question, and what is held back until that is answered.

use leptos::prelude::*;

use super::ask::AskBox;
use super::playing::Playing;
use super::stage::{Stage, StepLab};
use super::words::Words;
use crate::lessons::Step;
use crate::lessons::format::{Shown, What};
use crate::ui::state::texts;

/// The step that is being played, without its heading.
///
/// What is held back is there as long as [`Playing::revealed`] says so.
#[component]
pub fn StepBody(
    /// Whether it is on a projector: the question is shown, and answered in the room.
    #[prop(optional)]
    presenting: bool,
) -> impl IntoView {
    let step = Playing::get().step().clone();
    view! {
        <StepLab><Bands step presenting /></StepLab>
    }
}

/// Text, stage and question beside each other; where there is something to look at before the question, what was held
/// back comes below them, else below the question.
#[component]
fn Bands(step: Step, presenting: bool) -> impl IntoView {
    let t = &texts().learn;
    let revealed = Playing::get().revealed;
    let (later, now): (Vec<Shown>, Vec<Shown>) = step.show.into_iter().partition(|it| it.later);
    let (has_now, has_later, asks) = (!now.is_empty(), !later.is_empty(), step.ask.is_some());
    let has_words = !step.notice.is_empty() || !step.discuss.is_empty();
    let words = StoredValue::new((step.notice, step.discuss));
    let after = move || {
        let after = move || {
            let (notice, discuss) = words.get_value();
            view! { <After notice discuss /> }
        };
        view! { <Show when=move || revealed.get()>{after()}</Show> }
    };
    let later = StoredValue::new(later);
    let held = move || {
        has_later.then(|| {
            view! {
                <Show when=move || revealed.get()>
                    <div class="step-stage step-later">{staged(later.get_value(), t.stage_later)}</div>
                </Show>
            }
        })
    };
    let ask = move || asks.then(|| view! { <AskBox presenting /> });
    let text = view! { <div class="step-text prose"><Paragraphs texts=step.text /></div> };
    let bands = if has_now {
        let below = has_later.then(|| {
            let beside = if has_words { "stage" } else { "nothing" };
            view! { <div class="step-band" data-beside=beside>{held()}<div class="step-more">{after()}</div></div> }
        });
        view! {
            <div class="step-band" data-beside="stage">
                {text}
                <div class="step-side step-stage">{staged(now, t.stage)}</div>
                <div class="step-more">{ask()}{(!has_later).then(after)}</div>
            </div>
            {below}
        }
        .into_any()
    } else {
        let beside = if asks || has_later { "ask" } else { "nothing" };
        view! {
            <div class="step-band" data-beside=beside>
                {text}
                <div class="step-side">{ask()}{held()}</div>
                <div class="step-more">{after()}</div>
            </div>
        }
        .into_any()
    };
    view! { <div class="step" data-presenting=presenting.then_some("true")>{bands}</div> }
}

/// Paragraphs of the lesson that is being played.
#[component]
pub fn Paragraphs(
    /// The paragraphs, as [`crate::lessons::text`] reads them.
    texts: Vec<String>,
) -> impl IntoView {
    texts.into_iter().map(|text| view! { <p><Words text /></p> }).collect_view()
}

fn staged(shown: Vec<Shown>, title: &'static str) -> impl IntoView {
    let one = |it: Shown| {
        let sort = if matches!(it.what, What::Controls(_)) { "controls" } else { "picture" };
        view! { <div class="step-shown" data-sort=sort><Stage what=it.what /></div> }
    };
    view! { <h2 class="visually-hidden">{title}</h2>{shown.into_iter().map(one).collect_view()} }
}

/// What to notice, and what to talk about.
#[component]
fn After(notice: Vec<String>, discuss: Vec<String>) -> impl IntoView {
    let t = &texts().learn;
    let notice = (!notice.is_empty()).then(|| {
        view! {
            <section class="step-notice prose" aria-labelledby="step-notice">
                <h2 id="step-notice">{t.notice}</h2>
                <Paragraphs texts=notice />
            </section>
        }
    });
    let discuss = (!discuss.is_empty()).then(|| {
        let question = |text: String| view! { <li><Words text /></li> };
        view! {
            <section class="step-discuss prose" aria-labelledby="step-discuss">
                <h2 id="step-discuss">{t.discuss}</h2>
                <ul>{discuss.into_iter().map(question).collect_view()}</ul>
            </section>
        }
    });
    view! { {notice}{discuss} }
}
