//! The scale as a bar whose borders can be dragged.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use crate::charts::band_token;
use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::Rulebook;
use crate::ui::state::{Lab, texts};

/// What the bar shows of a band: its id, name, beginning and end, as shares of the scale and in points.
#[derive(Clone, PartialEq)]
struct Stretch {
    id: String,
    name: String,
    from: Points,
    left: f64,
    width: f64,
    is_lowest: bool,
    token: usize,
}

/// The bands side by side, the lowest at the left; every border is a slider.
#[component]
pub fn BandBar() -> impl IntoView {
    let lab = Lab::get();
    let bar = NodeRef::<html::Div>::new();
    let stretches = Memo::new(move |_| lab.with_scenario(|it| stretches(&it.rulebook)));
    let ids = move || stretches.with(|it| it.iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    let row = move |id: String| {
        let this = {
            let id = id.clone();
            Memo::new(move |_| stretches.with(|it| it.iter().find(|it| it.id == id).cloned()))
        };
        view! { <BandStretch this bar id /> }
    };
    view! {
        <div class="band-bar" node_ref=bar><For each=ids key=Clone::clone children=row /></div>
        <p class="muted small" data-print="no">{texts().system.drag_hint}</p>
    }
}

/// One band and the border at which it begins.
#[component]
fn BandStretch(
    /// The band.
    this: Memo<Option<Stretch>>,
    /// The bar, to measure the pointer against.
    bar: NodeRef<html::Div>,
    /// The id of the band.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let id = StoredValue::new(id);
    let part = move |read: fn(&Stretch) -> f64| {
        move || this.with(|it| format!("{:.3}%", it.as_ref().map_or(0.0, read) * 100.0))
    };
    let move_to = move |from: Points| id.with_value(|id| move_border(lab, id, from));
    let drag = move |event: ev::PointerEvent| {
        if event.buttons() & 1 == 0 {
            return;
        }
        let (Some(bar), Some((lowest, highest))) = (bar.get_untracked(), ends(lab)) else { return };
        let rect = bar.get_bounding_client_rect();
        let share = ((f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0);
        let span = highest - lowest;
        #[expect(clippy::cast_possible_truncation, reason = "a share of the scale, rounded to whole points")]
        let points = (share * span.to_f64()).round() as i64;
        move_to(lowest + Points::whole(points));
    };
    let grab = move |event: ev::PointerEvent| {
        lab.hold_gesture();
        let target = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if let Some(it) = target {
            it.set_pointer_capture(event.pointer_id()).ok();
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let step = if event.shift_key() { 10 } else { 1 };
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step,
            "ArrowLeft" | "ArrowDown" => -step,
            "PageUp" => 10 * step,
            "PageDown" => -10 * step,
            _ => return,
        };
        event.prevent_default();
        if let Some(from) = this.with_untracked(|it| it.as_ref().map(|it| it.from)) {
            move_to(from + Points::whole(step));
        }
    };
    let border = move || {
        let is_lowest = this.with(|it| it.as_ref().is_none_or(|it| it.is_lowest));
        let name = move || this.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default());
        let value = move || this.with(|it| it.as_ref().map(|it| it.from.to_string()).unwrap_or_default());
        let end = move |read: fn((Points, Points)) -> Points| move || ends(lab).map(|it| read(it).to_string());
        (!is_lowest).then(|| {
            view! {
                <button type="button" class="band-border" role="slider" style:left=part(|it| it.left)
                    aria-label=move || (texts().system.band_edge)(&name()) aria-valuenow=value
                    aria-valuemin=end(|it| it.0) aria-valuemax=end(|it| it.1)
                    on:pointerdown=grab on:pointermove=drag on:pointerup=move |_| lab.end_gesture() on:pointercancel=move |_| lab.end_gesture()
                    on:keydown=keys on:blur=move |_| lab.end_gesture() />
            }
        })
    };
    let token = move |prefix: &'static str| {
        move || format!("var(--{prefix}{})", this.with(|it| it.as_ref().map_or(0, |it| it.token)))
    };
    view! {
        <span class="band-stretch" style:left=part(|it| it.left) style:width=part(|it| it.width)
            style:background-color=token("band-") style:color=token("band-ink-")>
            {move || this.with(|it| it.as_ref().map(|it| it.name.clone()))}
        </span>
        {border}
    }
}

fn stretches(book: &Rulebook) -> Vec<Stretch> {
    let Some(scale) = &book.scale else { return Vec::new() };
    let (lowest, highest) = (scale.lowest.0.to_f64(), scale.highest.0.to_f64());
    let span = (highest - lowest).max(0.001);
    let n = book.bands.len();
    let tops = std::iter::once(highest).chain(book.bands.iter().map(|it| it.from.0.to_f64()));
    let stretch = |((at, band), top): ((usize, &crate::scenario::doc::Band), f64)| {
        let from = band.from.0.to_f64();
        let left = ((from - lowest) / span).clamp(0.0, 1.0);
        Stretch {
            id: band.id.clone(),
            name: band.name().to_owned(),
            from: band.from.0,
            left,
            width: (((top - lowest) / span).clamp(0.0, 1.0) - left).max(0.0),
            is_lowest: at + 1 == n,
            token: band_token(n, at),
        }
    };
    book.bands.iter().enumerate().zip(tops).map(stretch).collect()
}

fn ends(lab: Lab) -> Option<(Points, Points)> {
    lab.with_scenario(|it| it.rulebook.scale.as_ref().map(|it| (it.lowest.0, it.highest.0)))
}

/// Moves the beginning of a band, but not past its neighbours.
fn move_border(lab: Lab, id: &str, from: Points) {
    lab.edit(&format!("bands/{id}/from"), |scenario| {
        let book = &mut scenario.rulebook;
        let Some(highest) = book.scale.as_ref().map(|it| it.highest.0) else { return };
        let Some(at) = book.bands.iter().position(|it| it.id == id) else { return };
        let above = if at == 0 { highest + Points::whole(1) } else { book.bands[at - 1].from.0 };
        let Some(below) = book.bands.get(at + 1).map(|it| it.from.0) else { return };
        let one = Points::whole(1);
        if below + one <= above - one {
            book.bands[at].from = Decimal(from.clamp(below + one, above - one));
        }
    });
}
