//! A show of hands, counted by the teacher: the lesson works with the projector alone.

use leptos::prelude::*;

use super::kept::Room;
use super::opened::plain;
use super::tally::thirds;
use crate::lessons::format::Ask;
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// More hands than this are not in one room.
const MOST: u32 = 999;

/// A number field for each answer.
#[component]
pub fn Hands(
    /// The class.
    room: Room,
) -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let ask = playing.step().ask.clone()?;
    let note = match ask {
        Ask::Choice { .. } => t.hands_note,
        Ask::Number { .. } => t.hands_note_number,
        Ask::Line { .. } => t.hands_note_line,
    };
    let labels = labels(&ask);
    let playing = StoredValue::new(playing);
    let field = move |(at, label): (usize, String)| {
        let typed = move |text: String| room.set_hands(at, text.trim().parse::<u32>().unwrap_or_default().min(MOST));
        let value = move || Some(room.hands(at)).filter(|it| *it > 0).map(|it| it.to_string()).unwrap_or_default();
        view! {
            <li class="hands-row">
                <label for=format!("hands-{at}")>{move || playing.with_value(|it| plain(it, &label))}</label>
                <input type="number" class="input" id=format!("hands-{at}") inputmode="numeric" min="0" max=MOST.to_string()
                    prop:value=value on:change:target=move |event| typed(event.target().value()) />
            </li>
        }
    };
    Some(view! {
        <section class="room-hands" aria-labelledby="room-hands">
            <h3 id="room-hands">{t.hands}</h3>
            <p class="note">{note}</p>
            <ul class="plain hands-rows">{labels.into_iter().enumerate().map(field).collect_view()}</ul>
        </section>
    })
}

/// What hands are raised for.
fn labels(ask: &Ask) -> Vec<String> {
    let t = &texts().room;
    match ask {
        Ask::Choice { options, .. } => {
            let premise = (!ask.has_truth()).then(|| texts().learn.premise.to_owned());
            options.iter().map(|it| it.text.clone()).chain(premise).collect()
        }
        Ask::Number { lowest, highest, .. } => {
            let whole = texts().learn.whole;
            let words = thirds(*lowest, *highest).map(|(from, to)| (t.from_to)(&whole(from), &whole(to)));
            t.low_to_high.into_iter().zip(words).map(|(name, range)| format!("{name} ({range})")).collect()
        }
        Ask::Line { .. } => t.line_ends.into_iter().map(ToOwned::to_owned).collect(),
    }
}
