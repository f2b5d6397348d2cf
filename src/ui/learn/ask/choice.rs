//! One of several answers is chosen; where none can come true, that the question is wrong is an answer too.

use leptos::prelude::*;

use super::super::words::Words;
use super::{Afterwards, Asked, Form, RESULT, focus_soon};
use crate::lessons::Answer;
use crate::lessons::format::Given;
use crate::ui::state::texts;

type Options = StoredValue<Vec<Given>>;

/// The form, or the result.
#[component]
pub(super) fn ChoiceAsk(
    asked: Asked,
    /// The answers.
    options: Vec<Given>,
) -> impl IntoView {
    let has_truth = options.iter().any(|it| it.right.is_some());
    let options: Options = StoredValue::new(options);
    asked.tell(move || in_words(asked, options, has_truth));
    move || match (asked.revealed(), asked.presenting) {
        (true, _) => view! { <Outcome asked options has_truth /> }.into_any(),
        (false, false) => view! { <Fields asked options has_truth /> }.into_any(),
        (false, true) => {
            let own = |it: Given| view! { <li><Words text=it.text /></li> };
            let premise = (!has_truth).then(|| view! { <li>{texts().learn.premise}</li> });
            view! { <ol class="ask-options">{options.get_value().into_iter().map(own).collect_view()}{premise}</ol> }
                .into_any()
        }
    }
}

/// The place of the answer that comes true: `Err` as long as it is not known.
fn right(asked: Asked, options: Options) -> Result<Option<usize>, ()> {
    options.with_value(|all| {
        let mut known = true;
        for (at, it) in all.iter().enumerate() {
            match it.right.as_ref().map(|it| asked.holds(it)) {
                Some(Some(true)) => return Ok(Some(at)),
                Some(None) => known = false,
                _ => {}
            }
        }
        if known { Ok(None) } else { Err(()) }
    })
}

/// The text of an answer without its marks, for sentences that are spoken.
fn plain(asked: Asked, options: Options, at: usize) -> String {
    use crate::lessons::{Piece, pieces};
    let text = options.with_value(|it| it.get(at).map(|it| it.text.clone())).unwrap_or_default();
    let piece = |it: Piece| match it {
        Piece::Text(it) | Piece::Emphasis(it) => it,
        Piece::Quote(it) => asked.quoted(&it).map_or(it, |it| (texts().learn.quoted)(&it)),
        Piece::Fact(_) => String::new(),
    };
    pieces(&text).into_iter().map(piece).collect()
}

fn in_words(asked: Asked, options: Options, has_truth: bool) -> String {
    let t = &texts().learn;
    if !has_truth {
        return t.can_be_said.to_owned();
    }
    match (right(asked, options), asked.answer()) {
        (Err(()), _) => t.still_counting.to_owned(),
        (Ok(None), _) => t.cannot_tell.to_owned(),
        (Ok(Some(at)), Some(Answer::Choice(said))) if at == said => t.you_were_right.to_owned(),
        (Ok(Some(at)), Some(_)) => (t.you_were_not)(&plain(asked, options, at)),
        (Ok(Some(at)), None) => (t.skipped_right)(&plain(asked, options, at)),
    }
}

/// The answers to choose from.
#[component]
fn Fields(asked: Asked, options: Options, has_truth: bool) -> impl IntoView {
    let t = &texts().learn;
    let chosen = RwSignal::new(None::<Answer>);
    let complaint = RwSignal::new(String::new());
    let submit = Callback::new(move |()| match chosen.get_untracked() {
        Some(answer) => asked.give(answer),
        None => {
            complaint.set(t.choose_first.to_owned());
            focus_soon("ask-option-0");
        }
    });
    let choose = move |answer: Answer| {
        complaint.set(String::new());
        chosen.set(Some(answer));
    };
    let option = move |(at, it): (usize, Given)| {
        view! {
            <label class="ask-option">
                <input type="radio" name="ask" id=format!("ask-option-{at}") on:change=move |_| choose(Answer::Choice(at)) />
                <span><Words text=it.text /></span>
            </label>
        }
    };
    let premise = (!has_truth).then(|| {
        view! {
            <label class="ask-option">
                <input type="radio" name="ask" id="ask-premise" on:change=move |_| choose(Answer::Premise) />
                <span>{t.premise}</span>
            </label>
            <Show when=move || chosen.with(|it| *it == Some(Answer::Premise))><Why asked /></Show>
        }
    });
    let (submit_words, skip) = if has_truth { (t.submit, t.skip) } else { (t.submit_argue, t.skip_argue) };
    view! {
        <Form asked submit=submit_words skip complaint on_submit=submit>
            <fieldset class="ask-choices" aria-labelledby="ask-question">
                {options.get_value().into_iter().enumerate().map(option).collect_view()}
                {premise}
            </fieldset>
        </Form>
    }
}

/// Why the question is wrong, in the reader's words. They leave the device no more than the answer does.
#[component]
fn Why(asked: Asked) -> impl IntoView {
    let t = &texts().learn;
    let why = asked.place.with_value(|it| untrack(|| asked.answers.why(&it.0, &it.1)));
    let keep = move |text: String| asked.place.with_value(|it| asked.answers.set_why(&it.0, &it.1, text));
    view! {
        <div class="field ask-why">
            <label class="field-label" for="ask-why">{t.premise_why}</label>
            <textarea class="textarea" id="ask-why" rows="3" maxlength="2000" aria-describedby="ask-why-note" prop:value=why
                on:input:target=move |event| keep(event.target().value())></textarea>
            <p class="field-hint" id="ask-why-note">{t.premise_note}</p>
        </div>
    }
}

/// What came true, or what can be said for each answer.
#[component]
fn Outcome(asked: Asked, options: Options, has_truth: bool) -> impl IntoView {
    let t = &texts().learn;
    let title = if has_truth { t.come_true } else { t.can_be_said };
    let body = if has_truth {
        view! { <Verdict asked options /> }.into_any()
    } else {
        view! { <Stands asked options /> }.into_any()
    };
    view! {
        <div class="ask-result">
            <h3 id=RESULT tabindex="-1">{title}</h3>
            {body}
            <Afterwards asked />
        </div>
    }
}

/// The answers with what came true and what was expected, and the replies to both.
#[component]
fn Verdict(asked: Asked, options: Options) -> impl IntoView {
    let t = &texts().learn;
    let said = move || if let Some(Answer::Choice(it)) = asked.answer() { Some(it) } else { None };
    let found = Memo::new(move |_| right(asked, options));
    let row = move |(at, it): (usize, Given)| {
        let is_right = move || found.get() == Ok(Some(at));
        let yours = move || (said() == Some(at)).then(|| view! { <span class="chip">{t.yours}</span> });
        let right = move || is_right().then(|| view! { <span class="chip ask-right">{t.right}</span> });
        view! { <li data-right=move || is_right().then_some("true")><span><Words text=it.text /></span>" "{right}" "{yours}</li> }
    };
    let replies = move || {
        let right = found.get().ok().flatten();
        let mut shown: Vec<usize> = said().into_iter().chain(right).collect();
        shown.dedup();
        let reply =
            |at: usize| options.with_value(|it| it.get(at).map(|it| it.reply.clone())).filter(|it| !it.is_empty());
        shown.into_iter().filter_map(reply).map(|text| view! { <p><Words text /></p> }).collect_view()
    };
    view! {
        <p class="ask-distance">{move || in_words(asked, options, true)}</p>
        <ul class="ask-verdicts" role="list">{options.get_value().into_iter().enumerate().map(row).collect_view()}</ul>
        <div class="ask-replies">{replies}</div>
    }
}

/// What speaks for the answer that was given, and folded what speaks for the others. All at once if none was given.
#[component]
fn Stands(asked: Asked, options: Options) -> impl IntoView {
    let t = &texts().learn;
    let answer = asked.answer;
    let own = move |it: Given| view! { <div class="ask-stand"><dt><Words text=it.text /></dt><dd><Words text=it.reply /></dd></div> };
    let list = move |skip: Option<usize>| {
        let all = options.get_value().into_iter().enumerate().filter(move |it| Some(it.0) != skip);
        let premise = answer.with(|it| *it != Some(Answer::Premise)).then(|| {
            view! {
                <div class="ask-stand"><dt>{t.premise}</dt><dd>{t.premise_reply}</dd></div>
            }
        });
        view! { <dl class="ask-stands">{all.map(|it| own(it.1)).collect_view()}{premise}</dl> }
    };
    let others = move |skip: Option<usize>| {
        view! {
            <details class="fold"><summary>{t.others}</summary>{list(skip)}</details>
        }
    };
    move || match answer.get() {
        Some(Answer::Choice(at)) => {
            let chosen = options.with_value(|it| it.get(at).cloned());
            view! { {chosen.map(|it| view! { <dl class="ask-stands">{own(it)}</dl> })}{others(Some(at))} }.into_any()
        }
        Some(_) => view! {
            <dl class="ask-stands"><div class="ask-stand"><dt>{t.premise}</dt><dd>{t.premise_reply}</dd></div></dl>
            <Why asked />
            {others(None)}
        }
        .into_any(),
        None => list(None).into_any(),
    }
}
