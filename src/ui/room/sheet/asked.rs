//! The question of a step on paper: with room for the answer, or with what comes true.

use leptos::prelude::*;

use super::Lines;
use super::frame::Frame;
use crate::lessons::format::{Ask, Given};
use crate::lessons::tally::parts;
use crate::ui::learn::{Playing, Words};
use crate::ui::room::course::Course;
use crate::ui::state::texts;

/// The question of the step that is being played.
#[component]
pub fn Asked(
    /// Whether what comes true is printed.
    is_key: bool,
) -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let ask = playing.step().ask.clone()?;
    let question = ask.question().to_owned();
    let has_truth = ask.has_truth();
    let room = match ask {
        Ask::Number { unit, lowest, highest, step, truth, .. } => view! {
            <NumberLine lowest highest step />
            {if is_key {
                view! { <p class="sheet-truth">{texts().learn.come_true}": "<strong><Words text=format!("{{{truth}}}") />" "{unit}</strong></p> }.into_any()
            } else {
                view! { <p class="sheet-write">{(t.my_number)(&unit)}<span class="write-blank" aria-hidden="true"></span></p> }.into_any()
            }}
        }
        .into_any(),
        Ask::Choice { options, .. } => view! { <Options options has_truth is_key /> }.into_any(),
        Ask::Line { subject, from, .. } => {
            let course = playing.scene().and_then(|it| Course::of(it, subject.as_deref(), from.0));
            course.map(|course| view! { <Frame course is_key /> }).into_any()
        }
    };
    let because = (!is_key).then(|| view! { <p class="sheet-write">{t.because}<Lines n=2 /></p> });
    Some(view! {
        <div class="sheet-ask">
            <p class="sheet-question"><Words text=question /></p>
            {room}
            {because}
        </div>
    })
}

/// The range of a number as a line to mark.
#[component]
fn NumberLine(lowest: i64, highest: i64, step: i64) -> impl IntoView {
    /// So many numbers have room below the line.
    const MOST: usize = 11;
    let (width, count) = parts(lowest, highest, step, MOST);
    let span = (highest - lowest).max(1) as f64;
    // The end of the range always has its mark; one that would stand too close before it has none.
    let marks = (0..count as i64).map(|it| lowest + it * width).filter(|it| highest - it >= width);
    let mark = |it: i64| {
        let left = format!("{:.2}%", (it - lowest) as f64 / span * 100.0);
        view! { <li style:inset-inline-start=left>{(texts().learn.whole)(it)}</li> }
    };
    view! { <ol class="number-line nums" role="list">{marks.chain([highest]).map(mark).collect_view()}</ol> }
}

/// The answers with boxes; on the key with what came true and what is said to each.
#[component]
fn Options(options: Vec<Given>, has_truth: bool, is_key: bool) -> impl IntoView {
    let t = &texts().learn;
    let playing = StoredValue::new(Playing::get());
    let option = move |it: Given| {
        let right = it.right;
        let is_right = Memo::new(move |_| {
            is_key && right.as_ref().is_some_and(|it| playing.with_value(|on| on.holds(it)) == Some(true))
        });
        let chip = move || is_right.get().then(|| view! { <span class="chip">{t.right}</span> });
        let reply =
            (is_key && !it.reply.is_empty()).then(|| view! { <p class="sheet-reply"><Words text=it.reply /></p> });
        view! {
            <li data-right=move || is_right.get().then_some("true")>
                <span class="tick" aria-hidden="true">{move || is_right.get().then_some("✓")}</span>
                <div><p><Words text=it.text />" "{chip}</p>{reply}</div>
            </li>
        }
    };
    let premise = (!has_truth).then(|| {
        let reply = is_key.then(|| view! { <p class="sheet-reply">{t.premise_reply}</p> });
        view! { <li><span class="tick" aria-hidden="true"></span><div><p>{t.premise}</p>{reply}</div></li> }
    });
    view! { <ul class="plain sheet-options" role="list">{options.into_iter().map(option).collect_view()}{premise}</ul> }
}
