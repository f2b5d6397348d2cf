//! What stands beside the text of a step, on paper.

use leptos::prelude::*;

use super::Lines;
use crate::lessons::Scene;
use crate::lessons::format::{Control, What};
use crate::record::Myth;
use crate::ui::lab::life::{Seen, finding};
use crate::ui::learn::{Playing, Stage, said};
use crate::ui::state::texts;

/// Something beside the text: as it is, as a table to fill in, or as a word on where to look.
#[component]
pub fn Shown(
    /// What.
    what: What,
    /// Whether what comes true is printed.
    is_key: bool,
) -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let seen = |subject: &Option<String>| playing.scene().and_then(|it| seen(it, subject.as_deref()));
    let name = |subject: &Option<String>| seen(subject).map(|it| it.name().to_owned()).unwrap_or_default();
    let on_screen = |words: String| view! { <p class="sheet-screen">{words}</p> }.into_any();
    match what {
        What::ByHand { subject } => seen(&subject).map(|seen| view! { <ByHand seen is_key /> }).into_any(),
        What::Life { subject, .. } if is_key => {
            let told = seen(&subject).map(|it| finding::told(&it).title);
            view! { <p class="sheet-finding">{told}</p> }.into_any()
        }
        What::Life { subject, .. } => on_screen((t.screen_life)(&name(&subject))),
        What::Ledger { subject } => on_screen((t.screen_ledger)(&name(&subject))),
        What::Letter { subject } => on_screen((t.screen_letter)(&name(&subject))),
        What::Principles => on_screen(t.screen_principles.to_owned()),
        What::Veil => on_screen(t.screen_veil.to_owned()),
        What::Controls(controls) => view! { <Controls controls /> }.into_any(),
        What::Myths(ids) => {
            let myths = ids.iter().filter_map(|id| playing.record.myths.iter().find(|it| it.id == *id)).cloned();
            view! { <Myths myths=myths.collect() is_key /> }.into_any()
        }
        it @ (What::Rules { .. }
        | What::Bands
        | What::Facts(_)
        | What::Systems(_)
        | What::Counts { .. }
        | What::Town { .. }) => view! { <div class="sheet-shown"><Stage what=it /></div> }.into_any(),
    }
}

/// A life of a scene.
fn seen(scene: &Scene, subject: Option<&str>) -> Option<Seen> {
    let subject = subject.unwrap_or(&scene.subject);
    let place = scene.scenario.cast.iter().position(|it| it.id == subject)?;
    let subject = scene.outcome.lowered.subject_at(place)?;
    scene.outcome.report.lives.get(subject)?;
    Some(Seen { scenario: scene.scenario.clone(), outcome: scene.outcome.clone(), subject })
}

/// A life to be worked out, as a table.
#[component]
fn ByHand(seen: Seen, is_key: bool) -> impl IntoView {
    let (t, common) = (&texts().stage, &texts().common);
    let start = seen.case().rulebook.scale.start;
    let row = |(at, it): (usize, _)| {
        let it: &crate::ui::learn::Said = it;
        let filled = |words: String| is_key.then_some(words);
        let detail = (!it.detail.is_empty()).then(|| view! { <span class="note">{it.detail.clone()}</span> });
        view! {
            <tr data-nth=at.to_string()>
                <td class="date">{(common.day_short)(it.day)}</td><th scope="row">{it.what.clone()}" "{detail}</th>
                <td class="n">{filled((common.signed)(it.points))}</td><td class="n">{filled((common.points)(it.score))}</td>
            </tr>
        }
    };
    let all = said(&seen);
    view! {
        <h3>{(t.hand_title)(seen.name())}</h3>
        <p>{(t.hand_start)(start)}</p>
        <div class="table-wrap" role="group" tabindex="0" aria-label=(t.hand_title)(seen.name())><table class="table sheet-hand">
            <thead><tr><th scope="col">{texts().room.day}</th><th scope="col">{texts().room.happened}</th>
                <th scope="col" class="n">{t.hand_points}</th><th scope="col" class="n">{t.hand_score}</th></tr></thead>
            <tbody>{all.iter().enumerate().map(row).collect_view()}</tbody>
        </table></div>
    }
}

/// What is said, to be sorted with ticks; on the key with what the record says.
#[component]
fn Myths(myths: Vec<Myth>, is_key: bool) -> impl IntoView {
    let t = &texts().stage;
    let row = |it: Myth| {
        let said = if is_key {
            view! { <td colspan="3"><strong>{(t.myth_verdict)(it.verdict)}</strong>" "{it.answer}</td> }.into_any()
        } else {
            t.myth_options
                .map(|_| view! { <td><span class="tick" aria-hidden="true"></span></td> })
                .collect_view()
                .into_any()
        };
        view! { <tr><th scope="row">{it.claim}</th>{said}</tr> }
    };
    let head = if is_key {
        view! { <th scope="col" colspan="3">{texts().room.record_says}</th> }.into_any()
    } else {
        t.myth_options.map(|it| view! { <th scope="col">{it}</th> }).collect_view().into_any()
    };
    view! {
        <div class="table-wrap" role="group" tabindex="0" aria-label=texts().room.is_said><table class="table sheet-myths">
            <thead><tr><th scope="col">{texts().room.is_said}</th>{head}</tr></thead>
            <tbody>{myths.into_iter().map(row).collect_view()}</tbody>
        </table></div>
    }
}

/// What can be changed on the screen, with room for what came of it.
#[component]
fn Controls(controls: Vec<Control>) -> impl IntoView {
    let t = &texts().room;
    let whole = texts().learn.whole;
    let blank = || view! { <Lines n=1 /> };
    let range = move |label: String, low: i64, high: i64| {
        view! { <li>{(t.dial_range)(&label, &whole(low), &whole(high))}{blank()}</li> }.into_any()
    };
    let control = |it: Control| match it {
        Control::Number { label, lowest, highest, .. } => range(label, lowest, highest),
        Control::Dial { label, lowest, highest, .. } => range(label, lowest.into(), highest.into()),
        Control::Switch { label, .. } => view! { <li>{label}{blank()}</li> }.into_any(),
        Control::Choice { label, options } => {
            let option = |it: crate::lessons::format::Variant| view! { <li>{it.label}{blank()}</li> };
            view! { <li>{label}<ol class="sheet-variants">{options.into_iter().map(option).collect_view()}</ol></li> }
                .into_any()
        }
    };
    view! {
        <div class="sheet-controls">
            <h3>{t.try_on_screen}</h3>
            <ul class="plain">{controls.into_iter().map(control).collect_view()}</ul>
        </div>
    }
}
