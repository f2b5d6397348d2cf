//! The notice that a subject gets, at three levels of openness, and an exercise: object to it.
//!
//! [`sheet`] is the letter and what it does not say; [`exercise`] is the objection.

mod exercise;
mod sheet;

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::engine::explain::{Notice, notice};
use crate::scenario::doc::{ConsequenceNature, Reasons};
use crate::text::letter::{Language, Of};
use crate::ui::state::{Lab, texts};

const REASONS: [Reasons; 3] = [Reasons::Nothing, Reasons::Category, Reasons::Full];
const LANGUAGES: [Language; 2] = [Language::Official, Language::Plain];

/// A letter that can be written: the life, the decision that it is about, and how it is written.
#[derive(Clone, Debug, PartialEq)]
struct Writing {
    seen: Seen,
    notice: Notice,
    reasons: Reasons,
    language: Language,
}

impl Writing {
    fn of(&self) -> Of<'_> {
        Of { scenario: &self.seen.scenario, outcome: &self.seen.outcome, subject: self.seen.subject }
    }
}

/// The notice that a subject gets.
#[component]
pub fn LetterPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().letter;
    let in_force = Memo::new(move |_| {
        let reasons = lab.with_scenario(|it| it.rulebook.safeguards.reasons);
        REASONS.iter().position(|it| *it == reasons).unwrap_or_default()
    });
    // What the reader previews; the system's own rule, until the reader has chosen.
    let chosen = RwSignal::new(None::<usize>);
    let level = Memo::new(move |_| chosen.get().unwrap_or_else(|| in_force.get()));
    let language = RwSignal::new(1_usize);
    let decided = Memo::new(move |_| seen.with(|it| it.as_ref().and_then(|it| notice(it.life(), cursor.get()))));
    let writing = Memo::new(move |_| {
        let (seen, notice) = (seen.get()?, decided.get()?);
        Some(Writing { seen, notice, reasons: REASONS[level.get()], language: LANGUAGES[language.get()] })
    });
    let is_there = Memo::new(move |_| writing.with(Option::is_some));
    let intro = move || seen.with(|it| it.as_ref().map(|it| (t.intro)(it.name(), cursor.get())));
    let none =
        move || seen.with(|it| it.as_ref().map_or_else(|| t.nobody.to_owned(), |it| (t.none)(it.name(), cursor.get())));
    let unsent = move || {
        let sends = lab.with_scenario(|it| it.rulebook.safeguards.notice);
        (!sends).then(|| writing.with(|it| (t.no_notice)(it.as_ref().and_then(first_penalty).as_deref())))
    };
    let make_rule = move |_| {
        let (at, reasons) = (level.get_untracked(), REASONS[level.get_untracked()]);
        lab.edit("safeguards/reasons", |it| it.rulebook.safeguards.reasons = reasons);
        lab.announce((t.set_done)(t.reasons_names[at]));
    };
    view! {
        <p class="muted">{intro}</p>
        <div class="row letter-choices">
            <Levels level chosen in_force />
            <Languages language />
            {(!lab.locked).then(|| view! {
                <button type="button" class="btn btn-sm" disabled=move || level.get() == in_force.get() on:click=make_rule>{t.set_in_force}</button>
            })}
        </div>
        {move || is_there.get().then(|| view! {
            {move || unsent().map(|it| view! { <p class="notice letter-unsent"><span>{it}</span></p> })}
            <div class="letter-desk">
                <sheet::LetterSheet writing />
                <sheet::Withheld writing />
            </div>
            <exercise::Exercise writing />
        })}
        {move || (!is_there.get()).then(|| view! { <p class="empty">{none}</p> })}
    }
}

/// The first penalty that a decision brings.
fn first_penalty(writing: &Writing) -> Option<String> {
    let life = writing.seen.life();
    let begun = writing.notice.begun.iter().filter_map(|it| life.consequences.get(*it));
    let begun = begun.filter_map(|it| writing.seen.scenario.rulebook.consequences.get(it.consequence));
    begun.filter(|it| it.nature == ConsequenceNature::Penalty).map(|it| it.label.clone()).next()
}

/// How much of the reasons is told: three levels, the system's own marked.
#[component]
fn Levels(
    /// The level that is shown.
    level: Memo<usize>,
    /// The level that the reader chose.
    chosen: RwSignal<Option<usize>>,
    /// The level of the open scenario.
    in_force: Memo<usize>,
) -> impl IntoView {
    let t = &texts().letter;
    let option = move |at: usize| {
        let mark = move || (in_force.get() == at).then(|| view! { " "<em class="letter-in-force">{t.in_force}</em> });
        view! {
            <label><input type="radio" name="letter-reasons" prop:checked=move || level.get() == at
                on:change=move |_| chosen.set(Some(at)) /><span>{t.reasons_names[at]}{mark}</span></label>
        }
    };
    view! {
        <fieldset class="segmented letter-reasons"><legend class="field-label">{t.reasons}</legend>
            {(0..REASONS.len()).map(option).collect_view()}</fieldset>
    }
}

/// Official or plain.
#[component]
fn Languages(
    /// Which.
    language: RwSignal<usize>,
) -> impl IntoView {
    let t = &texts().letter;
    let option = move |at: usize| {
        view! {
            <label><input type="radio" name="letter-language" prop:checked=move || language.get() == at
                on:change=move |_| language.set(at) /><span>{t.language_names[at]}</span></label>
        }
    };
    view! {
        <fieldset class="segmented letter-language"><legend class="field-label">{t.language}</legend>
            {(0..LANGUAGES.len()).map(option).collect_view()}</fieldset>
    }
}
