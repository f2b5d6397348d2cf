//! Questions: what is expected is given first, then what comes true is shown.
//!
//! - [`number`], [`choice`], [`line`](mod@line): by what is given; [`drawing`]: the picture of a line that is drawn;
//! - [`code`]: the answer as a code for the class.

mod choice;
mod code;
mod drawing;
mod line;
mod number;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::answers::Answers;
use super::playing::Playing;
use super::words::Words;
use crate::lessons::format::Ask;
use crate::lessons::{Answer, Quoted};
use crate::ui::state::{Lab, texts};

use code::GiveCode;

/// The id of the heading of a result.
const RESULT: &str = "ask-result";

/// The question of the step that is being played: for everything in its box.
#[derive(Clone, Copy)]
struct Asked {
    lab: Lab,
    answers: Answers,
    playing: StoredValue<Playing>,
    /// The ids of lesson and step.
    place: StoredValue<(String, String)>,
    /// Whether it is on a projector.
    presenting: bool,
    answer: Memo<Option<Answer>>,
    revealed: Memo<bool>,
}

impl Asked {
    fn new(presenting: bool) -> Self {
        let playing = Playing::get();
        let place = StoredValue::new((playing.lesson.id.clone(), playing.step().id.clone()));
        let answers = Answers::get();
        // A projector is not one of the class.
        let answer =
            Memo::new(move |_| if presenting { None } else { place.with_value(|it| answers.at(&it.0, &it.1)) });
        let seen = playing.revealed;
        let revealed = Memo::new(move |_| seen.get());
        let playing = StoredValue::new(playing);
        Self { lab: Lab::get(), answers, playing, place, presenting, answer, revealed }
    }

    /// What was answered on this device.
    fn answer(self) -> Option<Answer> {
        self.answer.get()
    }

    fn revealed(self) -> bool {
        self.revealed.get()
    }

    /// Answers the question, and goes to the result.
    fn give(self, answer: Answer) {
        self.place.with_value(|it| self.answers.set(&it.0, &it.1, Some(answer)));
        focus_soon(RESULT);
    }

    /// Shows the result without an answer.
    fn skip(self) {
        self.place.with_value(|it| self.answers.show(&it.0, &it.1));
        focus_soon(RESULT);
    }

    /// Takes the answer back and asks again.
    fn take_back(self) {
        self.place.with_value(|it| self.answers.set(&it.0, &it.1, None));
        self.lab.announce(texts().learn.taken_back);
        focus_soon("ask-title");
    }

    /// The value of a quote.
    fn quoted(self, quote: &str) -> Option<Quoted> {
        self.playing.with_value(|it| it.quoted(quote))
    }

    /// Whether a condition holds; `None` as long as that is not known.
    fn holds(self, condition: &str) -> Option<bool> {
        self.playing.with_value(|it| it.holds(condition))
    }

    /// Tells a screen reader the result when it is revealed, and not when the page opens with it.
    fn tell(self, words: impl Fn() -> String + 'static) {
        Effect::new(move |told: Option<String>| {
            let now = if self.revealed() { words() } else { String::new() };
            if told.is_some_and(|it| it != now) && !now.is_empty() {
                self.lab.announce(now.clone());
            }
            now
        });
    }
}

/// The question of the step that is being played, and what comes true.
#[component]
pub fn AskBox(
    /// Whether it is on a projector.
    presenting: bool,
) -> impl IntoView {
    let t = &texts().learn;
    let asked = Asked::new(presenting);
    let ask = asked.playing.with_value(|it| it.step().ask.clone())?;
    let title = match (presenting, ask.has_truth()) {
        (true, _) => t.class_title,
        (false, true) => t.predict_title,
        (false, false) => t.argue_title,
    };
    let question = ask.question().to_owned();
    let part = match ask {
        Ask::Number { unit, lowest, highest, step, truth, .. } => {
            let range = number::Range { unit, lowest, highest, step };
            view! { <number::NumberAsk asked range truth /> }.into_any()
        }
        Ask::Choice { options, .. } => view! { <choice::ChoiceAsk asked options /> }.into_any(),
        Ask::Line { subject, from, .. } => view! { <line::LineAsk asked subject from=from.0 /> }.into_any(),
    };
    Some(view! {
        <section class="ask" aria-labelledby="ask-title" data-revealed=move || asked.revealed().then_some("true")>
            <h2 id="ask-title" tabindex="-1">{title}</h2>
            <p class="ask-question" id="ask-question"><Words text=question /></p>
            {part}
        </section>
    })
}

/// A form with its buttons, as long as nothing is revealed.
#[component]
fn Form(
    asked: Asked,
    /// What the button says that gives the answer.
    submit: &'static str,
    /// What the button says that shows the result without one.
    skip: &'static str,
    /// What is wrong with what was given; empty if nothing is.
    complaint: RwSignal<String>,
    /// Called to give the answer.
    on_submit: Callback<()>,
    children: Children,
) -> impl IntoView {
    let done = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <form class="ask-form" novalidate on:submit=done>
            {children()}
            <p class="ask-complaint" id="ask-complaint" role="alert">{complaint}</p>
            <p class="row">
                <button type="submit" class="btn btn-primary">{submit}</button>
                <button type="button" class="btn btn-quiet" on:click=move |_| asked.skip()>{skip}</button>
            </p>
        </form>
    }
}

/// What stands below a result: the code for the class, and the way back to the question. Nothing on a projector.
#[component]
fn Afterwards(asked: Asked) -> impl IntoView {
    let t = &texts().learn;
    let code = move || {
        let answer = asked.answer()?;
        let (lesson, step) = asked.place.get_value();
        Some(view! { <GiveCode lesson step answer /> })
    };
    let again = move || if asked.answer().is_some() { t.take_back } else { t.predict_after_all };
    (!asked.presenting).then(|| {
        view! {
            {code}
            <p><button type="button" class="btn btn-quiet btn-sm ask-again" on:click=move |_| asked.take_back()>{again}</button></p>
        }
    })
}

/// Moves the focus to an element when it is there.
pub(super) fn focus_soon(id: &'static str) {
    request_animation_frame(move || {
        if let Some(found) = document().get_element_by_id(id) {
            found.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
        }
    });
}
