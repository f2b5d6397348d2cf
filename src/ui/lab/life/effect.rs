//! What an event did, in one line.

use leptos::prelude::*;

use super::super::rules::Secret;
use super::seen::Seen;
use super::words::done_by;
use crate::engine::explain::{idle, matters};
use crate::ui::state::{Lab, texts};

/// What the selected event did, or why nothing came of it.
#[component]
pub fn EffectLine(
    /// The id of the event.
    id: String,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let secret = Secret::get();
    let words = Memo::new(move |_| {
        let subject = lab.with_scenario(|it| it.events.iter().find(|it| it.id == id).map(|it| it.subject.clone()));
        seen.with(|it| it.as_ref().map(|it| effect_words(it, &id, &subject.unwrap_or_default(), secret.hides())))
            .unwrap_or_default()
    });
    view! { <p class="note event-effect">{words}</p> }
}

fn effect_words(seen: &Seen, id: &str, subject: &str, is_secret: bool) -> String {
    let t = &texts().life;
    let whose = seen.scenario.cast.iter().find(|it| it.id == subject);
    let whose = whose.filter(|it| it.name != seen.name()).map(|it| (t.happened_to)(&it.name));
    let Some(event) = seen.event_idx(id) else { return t.outside.to_owned() };
    let (points, first) = done_by(seen, event);
    let line = first.and_then(|it| seen.life().lines.get(it)).filter(|it| matters(it) || !points.is_zero());
    let effect = match line {
        Some(line) if !points.is_zero() => (t.effect)(points, &seen.standing_words(line.day)),
        Some(_) => t.effect_other.to_owned(),
        None if is_secret => texts().secret.nothing_came.to_owned(),
        None => {
            let found = idle(seen.case(), &seen.outcome.report, seen.subject);
            let why = found.iter().find(|it| it.event == event).map(|it| it.why);
            why.map_or_else(|| t.effect_elsewhere.to_owned(), |it| (t.no_effect_of_event)(it))
        }
    };
    whose.map_or(effect.clone(), |whose| format!("{whose} {effect}"))
}
