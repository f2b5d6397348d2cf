//! One rule.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::deeds;
use super::editor::RuleEditor;
use super::place::PlaceField;
use super::rule_ref::RuleRef;
use super::sentence::Pieces;
use crate::editor::rules::Place;
use crate::editor::rules::part::Part;
use crate::engine::case::Verdict;
use crate::ui::kit::{Complaint, FigureLook, Switch, with_press};
use crate::ui::lab::ask::Questions;
use crate::ui::state::texts;

/// A rule as a sentence: its points, its words, whether it is in use, and the button that opens its editor.
#[component]
pub(super) fn RuleRow(
    /// The id of the rule.
    id: String,
) -> impl IntoView {
    let t = &texts().rules;
    let rule = RuleRef::new(id);
    let open = rule.lab.rule;
    let is_open = Memo::new(move |_| open.with(|it| it.as_ref() == Some(&rule.id())));
    let is_on = rule.read(|it| it.on);
    let is_here = Memo::new(move |_| rule.fate.get().and_then(|it| it.verdict) == Some(Verdict::Applied));
    let complains = Memo::new(move |_| rule.fate.get().is_some_and(|it| it.complains) && !is_open.get());
    let when = Memo::new(move |_| rule.sentence.with(|it| it.when.clone()));
    let details = Memo::new(move |_| rule.sentence.with(|it| it.details_line()));
    let toggle = move || open.set((!is_open.get_untracked()).then(|| rule.id()));
    // A click beside the controls opens the rule too; the button is there for everybody else.
    let pressed = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let is_control = target
            .is_some_and(|it| it.closest("input, button, label, select, a, .rule-editor").is_ok_and(|it| it.is_some()));
        if !is_control {
            toggle();
        }
    };
    view! {
        <li class="rule" id=rule.element("row") on:keydown=move |event| keys(rule, &event)>
            <article class="entry" aria-labelledby=rule.element("when") aria-current=move || is_open.get().then_some("true")
                data-off=move || (!is_on.get()).then_some("true") class:rule-here=is_here on:click=pressed>
                <div class="rule-figure"><RuleFigure rule /></div>
                <p class="entry-main" id=rule.element("when")><Pieces rule pieces=when /></p>
                <p class="entry-note"><Pieces rule pieces=details /><ReachNote rule /><QuestionsNote rule /></p>
                <div class="entry-tool rule-tools">
                    <Switch label=rule.label(t.on) value=is_on on_value=move |on| rule.edit("on", |it| it.on = on) />
                    <button type="button" class="btn btn-quiet btn-icon btn-sm rule-open" id=rule.element("open")
                        aria-label=rule.label(t.edit) aria-controls=rule.element("editor")
                        aria-expanded=move || if is_open.get() { "true" } else { "false" } on:click=move |_| toggle()></button>
                </div>
                <div class="rule-editor" id=rule.element("editor")>
                    <Show when=move || complains.get()><Complaint path=rule.path("") parts=true /></Show>
                    <Show when=move || is_open.get()><RuleEditor rule /></Show>
                </div>
            </article>
        </li>
    }
}

/// The points, or a word for what happens instead.
#[component]
fn RuleFigure(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let has_points = rule.read(|it| Part::Points.is_in(it));
    let word = rule.read_named(|names, it| (texts().rules.figure_of)(names, it));
    view! {
        <Show when=move || has_points.get() fallback=move || view! { <span class="rule-word">{word}</span> }>
            <PlaceField rule place=Place::Amount look=FigureLook::Stepped id=rule.element("amount")
                label=rule.label(texts().rules.points_when) />
        </Show>
    }
}

/// What the rule did in the life that is shown, or with the chosen event.
#[component]
fn ReachNote(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let reach = Memo::new(move |_| rule.fate.get().and_then(|it| it.reach));
    let verdict = Memo::new(move |_| rule.fate.get().and_then(|it| it.verdict));
    let is_idle = move || reach.get().is_some_and(|it| it.idle.is_some());
    let has_details = Memo::new(move |_| rule.sentence.with(|it| !it.details.is_empty()));
    let separator = move || if has_details.get() { t.separator } else { "" };
    let text = move || match (verdict.get(), reach.get()) {
        (Some(verdict), _) => (t.here)(verdict).to_owned(),
        (None, Some(reach)) => (t.reach)(&reach),
        (None, None) => String::new(),
    };
    view! { {separator}<span class="rule-reach" class:rule-idle=is_idle>{text}</span> }
}

/// How many things the review questions about the rule, and the way to them.
#[component]
fn QuestionsNote(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let (t, questions) = (&texts().review, Questions::get());
    let count = Memo::new(move |_| rule.fate.get().map_or(0, |it| it.questions));
    let button = move || {
        let n = Some(count.get()).filter(|n| *n > 0)?;
        let label = move || rule.sentence.with(|it| (t.questions_of)(n, &it.when_plain()));
        let open = move |_| questions.open_at(rule.id());
        Some(view! {
            {texts().rules.separator}
            <button type="button" class="rule-questions" aria-label=label on:click=open>{(t.questions)(n)}</button>
        })
    };
    view! { {button} }
}

/// Alt and the arrow keys move the rule; Ctrl or Cmd and D duplicates it.
fn keys(rule: RuleRef, event: &ev::KeyboardEvent) {
    let has_ctrl = event.ctrl_key() || event.meta_key();
    match (event.key().as_str(), event.alt_key(), has_ctrl) {
        ("ArrowUp", true, false) => deeds::shift(rule, true),
        ("ArrowDown", true, false) => deeds::shift(rule, false),
        (_, false, true) if with_press(event, |it| it.is('d')) => deeds::duplicate(rule),
        _ => return,
    }
    event.prevent_default();
}
