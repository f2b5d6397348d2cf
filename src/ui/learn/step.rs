//! What a step shows: its text, what stands beside it, its question, and what is held back until that is answered.

use leptos::prelude::*;

use super::ask::AskBox;
use super::playing::Playing;
use super::stage::Stage;
use super::words::Words;
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
    let playing = Playing::get();
    let step = playing.step().clone();
    let revealed = playing.revealed;
    let (later, now): (Vec<Shown>, Vec<Shown>) = step.show.into_iter().partition(|it| it.later);
    let asks = step.ask.is_some();
    let beside = match (now.is_empty(), asks) {
        (false, _) => "stage",
        (true, true) => "ask",
        (true, false) => "nothing",
    };
    let has_later = !later.is_empty();
    let after = StoredValue::new((step.notice, step.discuss));
    let later = StoredValue::new(later);
    let after = move || {
        let (notice, discuss) = after.get_value();
        view! { <After notice discuss /> }
    };
    let first_after = (!has_later).then(|| view! { <Show when=move || revealed.get()>{after()}</Show> });
    let second = has_later.then(|| {
        view! {
            <Show when=move || revealed.get()>
                <div class="step-band step-later" data-beside="stage">
                    <div class="step-stage">{staged(later.get_value(), texts().learn.stage_later)}</div>
                    <div class="step-more">{after()}</div>
                </div>
            </Show>
        }
    });
    view! {
        <div class="step" data-presenting=presenting.then_some("true")>
            <div class="step-band" data-beside=beside>
                <div class="step-text prose"><Paragraphs texts=step.text /></div>
                {(!now.is_empty()).then(|| view! { <div class="step-stage">{staged(now, texts().learn.stage)}</div> })}
                <div class="step-more">
                    {asks.then(|| view! { <AskBox presenting /> })}
                    {first_after}
                </div>
            </div>
            {second}
        </div>
    }
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
