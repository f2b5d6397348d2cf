//! Events as marks on the line. They can be selected, and dragged in time.

use std::collections::BTreeMap;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::actions;
use super::frame::{Frame, rem, share};
use super::hover::Hover;
use super::seen::Seen;
use super::words::is_first_hand;
use crate::charts::marks::place;
use crate::charts::{Effect, Mark};
use crate::engine::model::EventIdx;
use crate::engine::{Day, Points};
use crate::ui::kit::{Roll, Slots};
use crate::ui::state::{Lab, texts};

/// A pointer that moves so many pixels drags; less is a press.
const DRAG_PX: f64 = 3.0;

/// A mark as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    /// Where it lies, as CSS wants it.
    place: String,
    /// The same from the left and from the top, for paper, where the plot has another width.
    on_paper: (String, String),
    words: Words,
}

/// What a mark says. An edit moves most marks and changes the words of few.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    event: String,
    day: Day,
    sign: &'static str,
    label: String,
    count: usize,
    /// Whether it stands for a record of what never happened.
    wrong: bool,
    /// Whether it can be dragged: it stands for one event, and for the subject's own.
    moves: bool,
}

/// All marks.
#[component]
pub fn Marks(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
    /// The plot, to read places from.
    plot: NodeRef<html::Div>,
) -> impl IntoView {
    let locked = Lab::get().locked;
    let marks = Slots::new(move || {
        let Some(frame) = frame.get().filter(|it| it.time.width > 0.0) else { return Roll::default() };
        seen.with(|seen| seen.as_ref().map(|it| shown(it, &frame, locked)).unwrap_or_default())
    });
    let mark = move |id: String| view! { <MarkButton mark=marks.slot(&id) frame plot /> };
    view! { <div class="chart-marks"><For each=move || marks.ids() key=Clone::clone children=mark /></div> }
}

/// The class of a mark: its shape says without colour what the event did.
pub const fn sign(effect: Effect) -> &'static str {
    match effect {
        Effect::Gain => "gain",
        Effect::Loss => "loss",
        Effect::Neutral => "other",
        Effect::Nothing => "nothing",
    }
}

fn shown(seen: &Seen, frame: &Frame, locked: bool) -> Roll<Shown> {
    let mut sums: BTreeMap<EventIdx, Points> = BTreeMap::new();
    for line in seen.life().lines.iter().filter(|it| is_first_hand(it)) {
        if let Some(event) = line.event {
            *sums.entry(event).or_default() += line.applied;
        }
    }
    let is_wrong = |it: EventIdx| seen.event(it).is_some_and(|it| !it.genuine);
    let mut marks = place(seen.case(), &seen.outcome.report, seen.subject, &frame.time, &frame.score, is_wrong);
    // A mark that is dragged past another must not change its place in the page: the browser would let go of it.
    marks.sort_by_key(|it| it.event);
    let shown = |it: Mark| {
        let event = seen.event(it.event).map(|it| it.id.clone()).unwrap_or_default();
        let is_one = it.count == 1;
        let label = if is_one {
            label(seen, &it, sums.get(&it.event).copied())
        } else {
            (texts().life.marks)(it.count, it.wrong, it.days.0, it.days.1)
        };
        let words = Words {
            event: event.clone(),
            day: it.days.0,
            sign: sign(it.effect),
            label,
            count: it.count,
            wrong: it.wrong == it.count,
            moves: is_one && !it.spilled && !locked,
        };
        (
            event,
            Shown {
                place: rem(it.x, it.y),
                on_paper: (share(it.x, frame.time.width), share(it.y, frame.score.height)),
                words,
            },
        )
    };
    marks.into_iter().map(shown).collect()
}

fn label(seen: &Seen, mark: &Mark, points: Option<Points>) -> String {
    let t = &texts().life;
    let mut what = seen.what(mark.event);
    if mark.spilled {
        let giver = seen.case().events.get(mark.event).map_or("", |it| seen.name_of(it.subject));
        what = (t.from)(&what, giver);
    }
    match mark.effect {
        Effect::Gain | Effect::Loss => (t.mark)(&what, mark.days.0, points),
        Effect::Neutral => format!("{}, {}", (t.mark)(&what, mark.days.0, None), t.mark_other),
        Effect::Nothing => format!("{}, {}", (t.mark)(&what, mark.days.0, None), t.mark_nothing),
    }
}

/// One mark. It is not in the tab order: the plot's own keys go from event to event.
#[component]
fn MarkButton(
    /// The mark, as long as it is there.
    mark: ReadSignal<Option<Shown>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
    /// The plot, to read places from.
    plot: NodeRef<html::Div>,
) -> impl IntoView {
    let lab = Lab::get();
    let hover = Hover::get();
    let place = move || mark.with(|it| it.as_ref().map(|it| it.place.clone()));
    let left = move || mark.with(|it| it.as_ref().map(|it| it.on_paper.0.clone()));
    let top = move || mark.with(|it| it.as_ref().map(|it| it.on_paper.1.clone()));
    let words = Memo::new(move |_| mark.with(|it| it.as_ref().map(|it| it.words.clone())));
    let is_selected = Memo::new(move |_| {
        words.with(|it| it.as_ref().is_some_and(|it| lab.event.with(|now| now.as_deref() == Some(it.event.as_str()))))
    });
    // Where the pointer went down, and whether it has moved since.
    let drag = StoredValue::new(None::<(f64, bool)>);
    let pressed = move |event: ev::PointerEvent| {
        event.stop_propagation();
        let Some(it) = words.get_untracked().filter(|_| event.button() == 0) else { return };
        hover.set(None);
        actions::select(lab, &it.event, it.day);
        if it.moves {
            drag.set_value(Some((f64::from(event.client_x()), false)));
            capture(&event);
        }
    };
    let moved = move |event: ev::PointerEvent| {
        let Some((from, is_drag)) = drag.get_value() else { return };
        event.stop_propagation();
        let x = f64::from(event.client_x());
        if !is_drag && (x - from).abs() < DRAG_PX {
            return;
        }
        if !is_drag {
            lab.hold_gesture();
        }
        drag.set_value(Some((from, true)));
        let axes = frame.get_untracked().zip(plot.get_untracked());
        if let Some(((frame, plot), it)) = axes.zip(words.get_untracked()) {
            let rect = plot.get_bounding_client_rect();
            actions::move_to(
                lab,
                &it.event,
                frame.time.day((x - rect.left()) / rect.width().max(1.0) * frame.time.width),
            );
        }
    };
    let cancelled = move |_: ev::PointerEvent| {
        if drag.try_update_value(Option::take).flatten().is_some_and(|it| it.1) {
            lab.end_gesture();
        }
    };
    let released = move |event: ev::PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let was_drag = drag.try_update_value(Option::take).flatten().is_some_and(|it| it.1);
        if !was_drag && !lab.locked {
            return actions::focus_soon("event-title");
        }
        if let Some(it) = words.get_untracked().filter(|_| was_drag) {
            lab.end_gesture();
            lab.announce(it.label);
        }
    };
    let inside = move || {
        words.get().map(|it| view! { <span class="mark-sign" data-shape=it.sign data-many=(it.count > 1).then_some("true")></span> })
    };
    let label = move || words.with(|it| it.as_ref().map(|it| it.label.clone()));
    view! {
        <button type="button" class="mark" tabindex="-1" aria-label=label title=label style:translate=place style=("--left", left) style=("--top", top)
            data-wrong=move || words.with(|it| it.as_ref().is_some_and(|it| it.wrong)).then_some("true")
            data-moves=move || words.with(|it| it.as_ref().is_some_and(|it| it.moves)).then_some("true")
            aria-pressed=move || if is_selected.get() { "true" } else { "false" }
            on:pointerdown=pressed on:pointermove=moved on:pointerup=released on:pointercancel=cancelled>
            {inside}
        </button>
    }
}

/// From now on the pointer's moves go to the element that it was pressed on.
fn capture(event: &ev::PointerEvent) {
    use leptos::wasm_bindgen::JsCast as _;
    let target = event.current_target();
    if let Some(element) = target.as_ref().and_then(|it| it.dyn_ref::<web_sys::Element>()) {
        // Refused only for a pointer that is gone already.
        element.set_pointer_capture(event.pointer_id()).ok();
    }
}
