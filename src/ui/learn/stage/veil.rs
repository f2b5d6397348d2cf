//! The veil of ignorance: approve the rules; then draw who you are; then say it again. Nothing of it is kept.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::engine::model::SubjectIdx;
use crate::scenario::doc::ConsequenceNature;
use crate::ui::lab::life::Seen;
use crate::ui::state::{Lab, Shown, now_ms, texts};

/// The two questions and the draw between them.
#[component]
pub fn Veil() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let id = fresh_name();
    let before = RwSignal::new(None::<usize>);
    let after = RwSignal::new(None::<usize>);
    let drawn = RwSignal::new(None::<String>);
    let draw = move |_| {
        let next = lab.shown.with_untracked(|it| drawn.with_untracked(|last| somebody(it, last.as_deref())));
        after.set(None);
        drawn.set(next);
    };
    let person = Memo::new(move |_| {
        let id = drawn.get()?;
        lab.shown.with(|it| Seen::of(it, &id))
    });
    let has_drawn = Memo::new(move |_| person.with(Option::is_some));
    let name = move || person.with(|it| it.as_ref().map(|it| it.name().to_owned()).unwrap_or_default());
    let both = move || {
        let (before, after) = (before.get()?, after.get()?);
        Some((t.veil_both)(t.veil_answers[before], &name(), t.veil_answers[after], before == after))
    };
    let second = move || {
        has_drawn.get().then(|| {
            view! {
                {move || person.get().map(|it| view! { <Person seen=it /> })}
                <Question legend=Signal::derive(move || (t.veil_after)(&name())) answer=after />
            }
        })
    };
    view! {
        <section class="stage-part stage-veil" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{t.veil_title}</h3>
            <Question legend=Signal::stored(t.veil_before.to_owned()) answer=before />
            <div class="row">
                <button type="button" class="btn btn-primary" aria-disabled=move || before.get().is_none().then_some("true")
                    on:click=move |it| if before.get_untracked().is_some() { draw(it) }>
                    {move || if has_drawn.get() { t.veil_again } else { t.veil_draw }}</button>
                <p class="note">{move || if before.get().is_none() { t.veil_first } else { t.veil_kept }}</p>
            </div>
            <div aria-live="polite">{second}</div>
            <p class="stage-outcome" role="status">{both}</p>
        </section>
    }
}

/// Whether the rules are approved of.
#[component]
fn Question(
    /// The question.
    legend: Signal<String>,
    /// The answer.
    answer: RwSignal<Option<usize>>,
) -> impl IntoView {
    let name = fresh_name();
    let option = move |(at, label): (usize, &'static str)| {
        view! {
            <label><input type="radio" name=name.clone() prop:checked=move || answer.get() == Some(at)
                on:change=move |_| answer.set(Some(at)) /><span>{label}</span></label>
        }
    };
    view! {
        <fieldset><legend class="field-label">{legend}</legend>
            <div class="segmented">{texts().stage.veil_answers.into_iter().enumerate().map(option).collect_view()}</div></fieldset>
    }
}

/// Who was drawn: name and group, where the score began and stands, and what follows from it.
#[component]
fn Person(
    /// The life.
    seen: Seen,
) -> impl IntoView {
    let t = &texts().stage;
    let place = seen.outcome.lowered.subjects.get(seen.subject);
    let subject = place.and_then(|it| seen.scenario.cast.get(*it));
    let about = subject.map(|it| it.about.clone()).filter(|it| !it.is_empty());
    let group = subject.and_then(|it| it.group.as_ref());
    let group =
        group.and_then(|id| seen.scenario.groups.iter().find(|it| it.id == *id)).map(|it| (t.veil_group)(&it.label));
    let last = seen.case().last;
    let start = seen.has_score().then(|| (t.veil_start)(seen.case().rulebook.scale.start));
    let held: Vec<(bool, String)> = seen
        .life()
        .consequences
        .iter()
        .filter(|it| it.begin <= last && it.end.is_none_or(|end| last < end))
        .filter_map(|it| seen.scenario.rulebook.consequences.get(it.consequence))
        .map(|it| (it.nature == ConsequenceNature::Penalty, it.label.clone()))
        .collect();
    let item = |(is_penalty, name): (bool, String)| {
        let (nature, word) = if is_penalty { ("penalty", texts().why.penalty) } else { ("reward", texts().why.reward) };
        view! { <li class="held" data-nature=nature><span class="visually-hidden">{word}": "</span><span>{name}</span></li> }
    };
    let none = held.is_empty().then(|| view! { <p class="note">{t.brings_nothing}</p> });
    let line = |it: String| view! { <li>{it}</li> };
    view! {
        <div class="card stage-person">
            <h4>{(t.veil_you)(seen.name())}</h4>
            <ul class="plain">{about.map(line)}{group.map(line)}{start.map(line)}<li>{seen.standing_words(last)}</li></ul>
            {none}
            <ul class="held-list" role="list">{held.into_iter().map(item).collect_view()}</ul>
        </div>
    }
}

/// Somebody of the cast, and not the one who was drawn last unless there is nobody else. The clock is the luck.
fn somebody(shown: &Shown, last: Option<&str>) -> Option<String> {
    let outcome = shown.outcome.as_ref()?;
    let id = |subject: SubjectIdx| {
        let place = *outcome.lowered.subjects.get(subject)?;
        shown.scenario.cast.get(place).map(|it| it.id.clone())
    };
    let all: Vec<String> = (0..outcome.report.lives.len()).filter_map(id).collect();
    let others: Vec<&String> = all.iter().filter(|it| Some(it.as_str()) != last).collect();
    let from = if others.is_empty() { all.iter().collect() } else { others };
    // One step of a generator spreads times that are close to each other (Knuth's MMIX).
    let luck = (now_ms() as u64).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let n = u64::try_from(from.len()).ok().filter(|it| *it > 0)?;
    from.get(usize::try_from((luck >> 33) % n).ok()?).map(|it| (*it).clone())
}
