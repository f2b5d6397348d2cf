//! What the answers of a class come to: a chart for each sort of question.

use leptos::prelude::*;

use super::bars::{Bar, Bars};
use super::course::Course;
use super::kept::Room;
use super::lines::DrawnLines;
use super::opened::plain;
use crate::lessons::format::{Ask, Given};
use crate::lessons::tally::parts;
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// So many bars have room beside each other.
const MOST: usize = 12;

/// The charts of the step that is being played.
#[component]
pub fn Tally(
    /// The class.
    room: Room,
) -> impl IntoView {
    let playing = Playing::get();
    let revealed = playing.revealed;
    let step = playing.step().clone();
    match step.ask {
        Some(Ask::Choice { options, .. }) => view! { <Choices room options revealed /> }.into_any(),
        Some(Ask::Number { unit, lowest, highest, step, truth, .. }) => {
            let range = Range { unit, lowest, highest, step };
            view! { <Numbers room range truth revealed /> }.into_any()
        }
        Some(Ask::Line { subject, from, .. }) => {
            let course = playing.scene().and_then(|it| Course::of(it, subject.as_deref(), from.0));
            course.map(|course| view! { <Lines room course revealed /> }).into_any()
        }
        None => ().into_any(),
    }
}

/// Answers to choose from: codes and hands together.
#[component]
fn Choices(room: Room, options: Vec<Given>, revealed: Signal<bool>) -> impl IntoView {
    let t = &texts().room;
    let playing = StoredValue::new(Playing::get());
    let has_truth = options.iter().any(|it| it.right.is_some());
    let options = StoredValue::new(options);
    let bars = Memo::new(move |_| {
        options.with_value(|options| {
            let counts = room.class().choices(options.len());
            let count = |at: usize| counts.get(at).copied().unwrap_or_default() + room.hands(at) as usize;
            let holds =
                |it: &Given| it.right.as_ref().is_some_and(|it| playing.with_value(|on| on.holds(it)) == Some(true));
            let bar = |(at, it): (usize, &Given)| Bar {
                label: playing.with_value(|on| plain(on, &it.text)),
                count: count(at),
                right: revealed.get() && holds(it),
            };
            let premise = Bar { label: texts().learn.premise.to_owned(), count: count(options.len()), right: false };
            let premise = (!has_truth || premise.count > 0).then_some(premise);
            options.iter().enumerate().map(bar).chain(premise).collect::<Vec<_>>()
        })
    });
    let title = move || {
        bars.with(|bars| {
            let n = bars.iter().map(|it| it.count).sum::<usize>();
            let most = bars.iter().map(|it| it.count).max().unwrap_or_default();
            let leading: Vec<&str> = bars.iter().filter(|it| it.count == most).map(|it| it.label.as_str()).collect();
            let found = (t.choices_found)(n, most, &leading);
            match bars.iter().find(|it| it.right).filter(|_| n > 0) {
                Some(right) => format!("{found} {}", (t.choices_told)(right.count, n, &right.label)),
                None => found,
            }
        })
    };
    let summary = Signal::stored(t.choices_summary.to_owned());
    view! { <Bars id="room-choices" title=Signal::derive(title) summary bars=bars.into() /> }
}

/// What numbers can be given.
#[derive(Clone, Debug)]
struct Range {
    unit: String,
    lowest: i64,
    highest: i64,
    step: i64,
}

impl Range {
    fn label(&self, from: i64, to: i64) -> String {
        let whole = texts().learn.whole;
        let to = to.min(self.highest);
        if to <= from { whole(from) } else { (texts().room.from_to)(&whole(from), &whole(to)) }
    }
}

/// The ends of three equal parts of a range: low, middle, high.
pub fn thirds(lowest: i64, highest: i64) -> [(i64, i64); 3] {
    let span = (highest - lowest).max(0) + 1;
    [0, 1, 2].map(|it| (lowest + span * it / 3, (lowest + span * (it + 1) / 3 - 1).max(lowest + span * it / 3)))
}

/// Numbers as a histogram; hands, which say less, as a chart of their own.
#[component]
fn Numbers(room: Room, range: Range, truth: String, revealed: Signal<bool>) -> impl IntoView {
    let t = &texts().room;
    let playing = StoredValue::new(Playing::get());
    let (width, count) = parts(range.lowest, range.highest, range.step, MOST);
    let truth = Memo::new(move |_| {
        if !revealed.get() {
            return None;
        }
        playing.with_value(|it| it.quoted(&truth)).and_then(|it| it.number())
    });
    let range = StoredValue::new(range);
    let is_at = move |from: i64, to: i64| truth.get().is_some_and(|it| from as f64 <= it && it < to as f64 + 1.0);
    let bars = Memo::new(move |_| {
        range.with_value(|range| {
            let end = range.lowest + width * count as i64 - 1;
            let counts = room.class().histogram(range.lowest, end, count);
            let bar = |(at, count): (usize, usize)| {
                let from = range.lowest + width * at as i64;
                let to = from + width - 1;
                Bar { label: range.label(from, to), count, right: is_at(from, to) }
            };
            counts.into_iter().enumerate().map(bar).collect::<Vec<_>>()
        })
    });
    let title = move || {
        let numbers = room.class().numbers();
        let middle = numbers.get(numbers.len().saturating_sub(1) / 2).copied();
        let found = (t.numbers_found)(numbers.len(), numbers.first().copied(), numbers.last().copied(), middle);
        let Some(truth) = truth.get().filter(|_| !numbers.is_empty()) else { return found };
        let lower = numbers.iter().filter(|it| (**it as f64) < truth).count();
        let higher = numbers.iter().filter(|it| (**it as f64) > truth).count();
        let truth = range.with_value(|it| (texts().learn.truth)(truth, &it.unit));
        format!("{found} {}", (t.numbers_told)(&truth, [higher, lower, numbers.len() - higher - lower]))
    };
    let summary = range.with_value(|it| Signal::stored((t.numbers_summary)(&it.unit)));
    let by_hand = move || {
        range.with_value(|range| {
            let bar = |(at, (from, to)): (usize, (i64, i64))| Bar {
                label: range.label(from, to),
                count: room.hands(at) as usize,
                right: is_at(from, to),
            };
            thirds(range.lowest, range.highest).into_iter().enumerate().map(bar).collect::<Vec<_>>()
        })
    };
    view! {
        <Bars id="room-numbers" title=Signal::derive(title) summary bars=bars.into() />
        <ByHand bars=Memo::new(move |_| by_hand()) />
    }
}

/// Drawn lines; hands, which say only where a line ends, as a chart of their own.
#[component]
fn Lines(room: Room, course: Course, revealed: Signal<bool>) -> impl IntoView {
    let t = &texts().room;
    let end = course.truth.last().copied().unwrap_or_default();
    let right = match end.cmp(&course.start) {
        std::cmp::Ordering::Greater => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Less => 2,
    };
    let bars = Memo::new(move |_| {
        let bar = |(at, label): (usize, &'static str)| Bar {
            label: label.to_owned(),
            count: room.hands(at) as usize,
            right: revealed.get() && at == right,
        };
        t.line_ends.into_iter().enumerate().map(bar).collect::<Vec<_>>()
    });
    view! {
        <DrawnLines room course revealed />
        <ByHand bars />
    }
}

/// A show of hands, once there was one.
#[component]
fn ByHand(bars: Memo<Vec<Bar>>) -> impl IntoView {
    let t = &texts().room;
    let n = Memo::new(move |_| bars.with(|it| it.iter().map(|it| it.count).sum::<usize>()));
    let title = move || {
        let right = bars.with(|it| it.iter().find(|it| it.right).map(|it| (it.label.clone(), it.count)));
        (t.hands_found)(n.get(), right.as_ref().map(|it| (it.0.as_str(), it.1)))
    };
    view! {
        <Show when=move || { n.get() > 0 }>
            <Bars id="room-hands-shown" title=Signal::derive(title) summary=Signal::stored(t.hands_summary.to_owned()) bars=bars.into() />
        </Show>
    }
}
