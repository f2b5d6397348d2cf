//! A show of hands, counted by the teacher: the lesson works with the projector alone.

use leptos::prelude::*;

use super::kept::Room;
use super::opened::plain;
use super::tally::thirds;
use crate::engine::Points;
use crate::lessons::format::Ask;
use crate::scenario::typed::Takes;
use crate::ui::kit::{FigureLook, NumberInput};
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// More hands than this are not in one room.
const MOST: i64 = 999;

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
        let name = Signal::derive(move || playing.with_value(|it| plain(it, &label)));
        let set = move |it: Points| room.set_hands(at, u32::try_from(it.thousandths() / 1000).unwrap_or_default());
        let value =
            Signal::derive(move || Some(room.hands(at)).filter(|it| *it > 0).map(|it| Points::whole(i64::from(it))));
        view! {
            <li class="hands-row">
                <label for=format!("hands-{at}")>{name}</label>
                <NumberInput id=format!("hands-{at}") label=name value takes=Takes::whole(0, MOST) look=FigureLook::Box
                    on_value=set on_empty=move |()| room.set_hands(at, 0) />
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
