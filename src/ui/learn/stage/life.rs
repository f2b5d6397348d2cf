//! A life as a chart, with its consequences and its table; with buttons for events where the step lets them be changed.

use leptos::prelude::*;

use super::step::{Reset, StepBox, fresh_name};
use crate::lessons::Scene;
use crate::ui::lab::life::chart::LifeFigure;
use crate::ui::lab::life::editor::EventEditor;
use crate::ui::lab::life::events::AllEvents;
use crate::ui::lab::life::finding::{told, what_is_wrong};
use crate::ui::lab::life::palette::Palette;
use crate::ui::lab::life::table::ChartTable;
use crate::ui::lab::life::{ChartName, Hover, Seen, done_by};
use crate::ui::learn::Playing;
use crate::ui::state::{Lab, texts};

/// The life of the subject that is looked at.
#[component]
pub fn LifeStage(
    /// Another scenario of the lesson, whose course of the same life is a ghost.
    against: Option<String>,
    /// Whether events may be added and moved.
    editable: bool,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let id = fresh_name();
    provide_context(ChartName(StepBox::get().map_or_else(fresh_name, StepBox::chart_name)));
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let other = against.and_then(|id| Playing::get().scenes.iter().find(|it| it.id == id).cloned());
    let has_other = other.is_some();
    let ghost = Memo::new(move |_| {
        let subject = lab.subject();
        let was = match &other {
            Some(scene) => of_scene(scene, &subject),
            None => lab.before.with(|it| Seen::of(it, &subject)),
        };
        let was = was.filter(Seen::has_score)?;
        let is_other = |now: &Seen| now.has_score() && now.life().course != was.life().course;
        seen.with(|now| now.as_ref().is_some_and(is_other)).then_some(was)
    });
    let told = Memo::new(move |_| seen.with(|it| it.as_ref().map(told)));
    let title = move || told.with(|it| it.as_ref().map(|it| it.title.clone()));
    let rest = move || told.with(|it| it.as_ref().map(|it| it.rest.clone())).filter(|it| !it.is_empty());
    let summary = move || {
        seen.with(|it| {
            let it = it.as_ref()?;
            let words = if it.has_score() { texts().life.sub_score } else { texts().life.sub_lists };
            let has_ghost = ghost.with(Option::is_some);
            let text = words(it.case().first, it.case().last, has_ghost && !has_other);
            Some(if has_other { format!("{text} {}", (t.against)(has_ghost)) } else { text })
        })
    };
    let is_there = Memo::new(move |_| seen.with(Option::is_some));
    let ghost_words = has_other.then(|| t.other_rules.to_owned());
    let figure = move || {
        let ghost_words = ghost_words.clone();
        is_there.get().then(|| view! { <LifeFigure seen ghost cursor ghost_words /> })
    };
    // Where there is no editor, the event that is pressed is told below the chart.
    let chosen = Memo::new(move |_| {
        let id = lab.event.get().filter(|_| !editable)?;
        seen.with(|it| chosen(it.as_ref()?, &id))
    });
    let is_stale = Memo::new(move |_| editable && lab.is_stale());
    let stale = move || {
        is_stale.get().then(|| view! { <p class="notice" data-kind="warn"><span>{texts().life.stale}" "{what_is_wrong(lab)}</span></p> })
    };
    view! {
        <section class="stage-part stage-life" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            {move || rest().map(|it| view! { <p>{it}</p> })}
            <p class="note">{summary}</p>
            {figure}
            {move || chosen.get().map(|it| view! { <p class="stage-chosen">{it}</p> })}
            {editable.then(|| view! {
                <div role="status">{stale}</div>
                <Palette />
                <EventEditor seen />
                <AllEvents seen />
                <p><Reset /></p>
            })}
            <ChartTable seen />
        </section>
    }
}

/// What an event did in a life, in words; none if it has nothing to do with that life.
fn chosen(seen: &Seen, id: &str) -> Option<String> {
    let event = seen.event_idx(id)?;
    let it = seen.case().events.get(event)?;
    let (points, line) = done_by(seen, event);
    let is_here = it.subject == seen.subject || line.is_some();
    is_here.then(|| (texts().life.mark)(&seen.what(event), it.day, line.map(|_| points)))
}

/// The life of a subject in a scenario of the lesson.
fn of_scene(scene: &Scene, subject: &str) -> Option<Seen> {
    let place = scene.scenario.cast.iter().position(|it| it.id == subject)?;
    let subject = scene.outcome.lowered.subject_at(place)?;
    Some(Seen { scenario: scene.scenario.clone(), outcome: scene.outcome.clone(), subject })
}
