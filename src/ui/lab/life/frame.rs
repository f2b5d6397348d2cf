//! The two axes of the chart, and the size that they are made for.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;

use super::seen::Seen;
use crate::charts::{ScoreScale, TimeScale};
use crate::engine::{Day, Points};

/// The two axes of the chart. Lengths are in sixteenths of the reader's letter size, so that ticks keep their distance
/// when letters grow; the page places things by shares of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Days, from left to right.
    pub time: TimeScale,
    /// Scores, from the top down. Without a score: one line in the middle.
    pub score: ScoreScale,
}

impl Frame {
    /// The axes for a life, and for what it was before if that is drawn too.
    pub fn of(seen: &Seen, ghost: Option<&Seen>, width: f64) -> Self {
        let case = seen.case();
        let time = TimeScale { first: case.first, last: case.last, width };
        let lives: Vec<_> = std::iter::once(seen).chain(ghost).map(Seen::life).collect();
        let score = if seen.has_score() {
            ScoreScale::fit(&case.rulebook, &lives, height(width))
        } else {
            ScoreScale { lo: Points::whole(-1), hi: Points::whole(1), height: 72.0 }
        };
        Self { time, score }
    }

    /// The place of a day, as CSS wants it.
    pub fn left(&self, day: Day) -> String {
        share(self.time.x(day), self.time.width)
    }

    /// The place of a score, as CSS wants it.
    pub fn top(&self, score: Points) -> String {
        share(self.score.y(score), self.score.height)
    }

    /// The height of the plot, as CSS wants it.
    pub fn height(&self) -> String {
        format!("{}rem", self.score.height / 16.0)
    }
}

/// A place on the plot, as CSS wants it for something that is moved there without a new layout.
pub fn rem(x: f64, y: f64) -> String {
    format!("{:.3}rem {:.3}rem", x / 16.0, y / 16.0)
}

/// Part of a whole, as CSS wants it.
pub fn share(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { part / whole } else { 0.0 };
    format!("{:.3}%", share * 100.0)
}

/// A plot is flat on a desk and nearly square on a phone, and the screen always has room for more than the plot.
fn height(width: f64) -> f64 {
    (width * 0.46).clamp(232.0, 344.0).round()
}

/// The width of an element in sixteenths of the page's letter size. Zero until it is known.
pub fn use_width(target: NodeRef<html::Div>) -> ReadSignal<f64> {
    let (width, set_width) = signal(0.0);
    let measure = move || {
        let Some(found) = target.try_get_untracked().flatten() else { return };
        let rounded = (found.get_bounding_client_rect().width() * 16.0 / letter_px()).round();
        if width.try_get_untracked().is_some_and(|it| it != rounded) {
            set_width.set(rounded);
        }
    };
    let watching = StoredValue::new_local(None::<(web_sys::ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(found) = target.get() else { return };
        let on_resize = Closure::<dyn FnMut()>::new(measure);
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&found);
            watching.set_value(Some((observer, on_resize)));
        }
        measure();
    });
    on_cleanup(move || {
        if let Some((observer, _)) = watching.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
    width
}

fn letter_px() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|it| window().get_computed_style(&it).ok().flatten());
    let size = style.and_then(|it| it.get_property_value("font-size").ok());
    size.and_then(|it| it.trim_end_matches("px").parse().ok()).filter(|it| *it > 0.0).unwrap_or(16.0)
}
