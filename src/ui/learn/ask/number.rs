//! A number is predicted: a slider and a box for it, then what came true and how far off it was.

use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{Afterwards, Asked, Form, RESULT, focus_soon};
use crate::engine::Points;
use crate::lessons::{Answer, Quoted};
use crate::scenario::typed::Takes;
use crate::ui::kit::{FigureLook, NumberInput};
use crate::ui::state::texts;

/// What can be given.
#[derive(Clone, Debug)]
pub(super) struct Range {
    /// What it is in.
    pub unit: String,
    /// The least.
    pub lowest: i64,
    /// The most.
    pub highest: i64,
    /// The distance between two positions.
    pub step: i64,
}

impl Range {
    /// Where a value lies, as CSS wants it.
    fn left(&self, value: f64) -> String {
        let span = (self.highest - self.lowest).max(1) as f64;
        format!("{:.2}%", ((value - self.lowest as f64) / span * 100.0).clamp(0.0, 100.0))
    }

    /// Where the slider rests until it is moved.
    fn middle(&self) -> i64 {
        let step = self.step.max(1);
        self.lowest + (self.highest - self.lowest) / 2 / step * step
    }
}

/// What the quote that comes true is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Truth {
    Known(f64),
    Counting,
    Unknown,
}

/// The form, or the result.
#[component]
pub(super) fn NumberAsk(
    asked: Asked,
    /// What can be given.
    range: Range,
    /// What comes true: a quote without braces.
    truth: String,
) -> impl IntoView {
    let range = StoredValue::new(range);
    let truth = Memo::new(move |_| match asked.quoted(&truth) {
        Some(Quoted::Pending) => Truth::Counting,
        it => it.and_then(|it| it.number()).map_or(Truth::Unknown, Truth::Known),
    });
    asked.tell(move || in_words(range, truth.get(), said(asked)));
    move || match (asked.revealed(), asked.presenting) {
        (true, _) => view! { <Outcome asked range truth /> }.into_any(),
        (false, false) => view! { <Fields asked range /> }.into_any(),
        (false, true) => {
            let between = range.with_value(|it| (texts().learn.between)(it.lowest, it.highest, &it.unit));
            view! { <p class="ask-between">{between}</p> }.into_any()
        }
    }
}

/// The number that was predicted on this device.
fn said(asked: Asked) -> Option<i64> {
    asked.answer().and_then(|it| if let Answer::Number(it) = it { Some(it) } else { None })
}

fn in_words(range: StoredValue<Range>, truth: Truth, said: Option<i64>) -> String {
    let t = &texts().learn;
    match (truth, said) {
        (Truth::Known(truth), Some(said)) => (t.distance)(said, truth),
        (Truth::Known(truth), None) => range.with_value(|it| (t.truth)(truth, &it.unit)),
        (Truth::Counting, _) => t.still_counting.to_owned(),
        (Truth::Unknown, _) => t.cannot_tell.to_owned(),
    }
}

fn out_of_range(range: StoredValue<Range>) -> String {
    range.with_value(|it| (texts().learn.number_first)(it.lowest, it.highest, &it.unit))
}

/// A slider and a box for the same number.
#[component]
fn Fields(asked: Asked, range: StoredValue<Range>) -> impl IntoView {
    let t = &texts().learn;
    let it = range.get_value();
    let chosen = RwSignal::new(None::<i64>);
    let complaint = RwSignal::new(String::new());
    // What stands in the box is not taken for an answer as long as it is none.
    let is_unread = RwSignal::new(false);
    let choose = move |number: Option<i64>| {
        complaint.set(String::new());
        chosen.set(number);
    };
    let slid = move |event: ev::Targeted<ev::Event, HtmlInputElement>| {
        if let Ok(it) = event.target().value().parse() {
            choose(Some(it));
        }
    };
    let submit = Callback::new(move |()| {
        let within =
            chosen.get_untracked().filter(|it| range.with_value(|range| (range.lowest..=range.highest).contains(it)));
        let within = within.filter(|_| !is_unread.get_untracked());
        match within {
            Some(number) => asked.give(Answer::Number(number)),
            None => {
                complaint.set(out_of_range(range));
                focus_soon("ask-number");
            }
        }
    });
    let middle = it.middle();
    let position = move || chosen.get().unwrap_or(middle).to_string();
    let slider_says = move || {
        chosen.get().map_or(t.slider_rests.to_owned(), |it| range.with_value(|range| (t.slider_says)(it, &range.unit)))
    };
    let takes = Takes::whole(it.lowest, it.highest);
    let value = Signal::derive(move || chosen.get().map(Points::whole));
    view! {
        <Form asked submit=t.submit skip=t.skip complaint on_submit=submit>
            <fieldset class="ask-number" aria-labelledby="ask-question">
                <input type="range" class="ask-range" aria-label=t.slider min=it.lowest.to_string() max=it.highest.to_string()
                    step=it.step.max(1).to_string() prop:value=position aria-valuetext=slider_says
                    data-rests=move || chosen.get().is_none().then_some("true") on:input:target=slid />
                <p class="ask-ends" aria-hidden="true"><span>{(t.whole)(it.lowest)}</span><span>{(t.whole)(it.highest)}</span></p>
                <div class="ask-box">
                    <NumberInput id="ask-number" label=(t.number_in)(&it.unit) value takes step=it.step.max(1) look=FigureLook::Box
                        described_by="ask-complaint" unread=is_unread
                        on_value=move |it: Points| choose(Some(it.thousandths() / 1000)) on_empty=move |()| choose(None) />
                    <span aria-hidden="true">{it.unit.clone()}</span>
                </div>
            </fieldset>
        </Form>
    }
}

/// What came true, and how far off the prediction was.
#[component]
fn Outcome(asked: Asked, range: StoredValue<Range>, truth: Memo<Truth>) -> impl IntoView {
    let t = &texts().learn;
    let figure = move || match truth.get() {
        Truth::Known(it) => range.with_value(|range| (t.truth)(it, &range.unit)),
        Truth::Counting => t.counting.to_owned(),
        Truth::Unknown => "–".to_owned(),
    };
    let words = move || {
        let is_told = matches!((truth.get(), said(asked)), (Truth::Known(_), None));
        (!is_told).then(|| view! { <p class="ask-distance">{in_words(range, truth.get(), said(asked))}</p> })
    };
    let picture = move || match truth.get() {
        Truth::Known(it) => Some(view! { <OnALine range said=said(asked) truth=it /> }),
        _ => None,
    };
    view! {
        <div class="ask-result">
            <h3 id=RESULT tabindex="-1">{t.come_true}</h3>
            <p class="ask-figure">{figure}</p>
            {words}
            {picture}
            <Afterwards asked />
        </div>
    }
}

/// Prediction and truth on the line between the ends: a picture of what the words beside it say.
#[component]
fn OnALine(range: StoredValue<Range>, said: Option<i64>, truth: f64) -> impl IntoView {
    let t = &texts().learn;
    range.with_value(|it| {
        let mark = |who: &'static str, value: f64, words: &'static str| {
            view! { <span class="ask-mark" data-who=who style:left=it.left(value)>{words}</span> }
        };
        view! {
            <div class="ask-line" aria-hidden="true">
                {said.map(|said| mark("you", said as f64, t.you_said))}
                {mark("truth", truth, t.it_is)}
                <p class="ask-ends"><span>{(t.whole)(it.lowest)}</span><span>{(t.whole)(it.highest)}</span></p>
            </div>
        }
    })
}
