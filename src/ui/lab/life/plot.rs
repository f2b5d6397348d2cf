//! The plot as something to read off and to operate: pointer, touch and keys move the cursor.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::actions;
use super::frame::Frame;
use super::hover::Hover;
use super::seen::Seen;
use super::words;
use crate::engine::Day;
use crate::ui::state::{Lab, texts};

/// The id of a chart's reader on a page that has several charts.
#[derive(Clone)]
pub struct ChartName(pub String);

impl ChartName {
    /// The id of the same chart as a table.
    pub fn table() -> String {
        use_context::<Self>().map_or_else(|| "chart-table".to_owned(), |it| format!("{}-table", it.0))
    }

    /// Where the focus goes when it goes to the chart.
    fn here() -> String {
        use_context::<Self>().map_or_else(|| "chart-reader".to_owned(), |it| it.0)
    }
}

/// The box that ground, names and marks lie in. It is one slider for the keyboard and for screen readers.
#[component]
pub fn Plot(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
    /// The box itself.
    plot: NodeRef<html::Div>,
    /// What lies in it.
    children: Children,
) -> impl IntoView {
    let lab = Lab::get();
    let hover = Hover::get();
    let t = &texts().life;
    let day_at = move |event: &ev::PointerEvent| {
        let time = frame.get_untracked()?.time;
        let rect = plot.get_untracked()?.get_bounding_client_rect();
        Some(time.day((f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0) * time.width))
    };
    let keep = move |day: Option<Day>| {
        hover.set(None);
        lab.day.set(day);
    };
    let moved = move |event: ev::PointerEvent| {
        let is_pressed = event.buttons() & 1 == 1;
        match (event.pointer_type().as_str(), is_pressed) {
            ("mouse", false) | ("pen", false) => hover.set(day_at(&event)),
            _ if is_pressed => keep(day_at(&event)),
            _ => {}
        }
    };
    let pressed = move |event: ev::PointerEvent| {
        if event.button() == 0 {
            keep(day_at(&event));
        }
    };
    let reader = StoredValue::new(ChartName::here());
    let keys_id = reader.with_value(|it| format!("{it}-keys"));
    let keys = move |event: ev::KeyboardEvent| {
        if reader.with_value(|it| operate(lab, it, &event)) {
            event.prevent_default();
            hover.set(None);
        }
    };
    let range = Memo::new(move |_| frame.get().map(|it| (it.time.first.number(), it.time.last.number())));
    let name = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| it.name().to_owned())).unwrap_or_default());
    let said = move || seen.with(|seen| seen.as_ref().map(|it| said(lab, it, cursor.get())));
    let dot = move || {
        let frame = frame.get()?;
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            Some((frame.left(cursor.get()), frame.top(seen.life().at(cursor.get()).score)))
        })
    };
    view! {
        <div class="chart-plot" node_ref=plot style:height=move || frame.get().map(|it| it.height())
            on:pointermove=moved on:pointerdown=pressed on:pointerleave=move |_| hover.set(None) on:keydown=keys>
            {children()}
            <span class="chart-dot" aria-hidden="true" style:left=move || dot().map(|it| it.0) style:top=move || dot().map(|it| it.1)></span>
            <div class="chart-reader" id=reader.get_value() role="slider" tabindex="0" aria-label=move || (t.cursor)(&name.get())
                aria-valuemin=move || range.get().map(|it| it.0.to_string())
                aria-valuemax=move || range.get().map(|it| it.1.to_string())
                aria-valuenow=move || cursor.get().number().to_string() aria-valuetext=said
                aria-describedby=keys_id.clone()></div>
            <p class="visually-hidden" id=keys_id>{if lab.locked { t.keys_locked } else { t.keys }}</p>
        </div>
    }
}

/// What a screen reader says of a day: score and band, and the selected event if that is where it happened.
fn said(lab: Lab, seen: &Seen, day: Day) -> String {
    let t = &texts().life;
    let at = (t.cursor_at)(day, &seen.standing_words(day));
    let event = lab.event.get().and_then(|id| seen.event_idx(&id)).filter(|it| seen.case().events[*it].day == day);
    match event {
        Some(event) => {
            let (points, line) = words::done_by(seen, event);
            let words = (t.mark)(&seen.what(event), day, line.map(|_| points));
            (t.with_event)(&at, &(t.selected)(&words))
        }
        None => at,
    }
}

/// Does what a key says. Answers whether it says anything.
fn operate(lab: Lab, reader: &str, event: &ev::KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() {
        return false;
    }
    let (first, last) = lab.peek_scenario(|it| (it.first_day.0, it.last_day.0));
    let day = untrack(|| lab.day_or_last());
    let go = |to: Day| lab.day.set(Some(to.clamp(first, last.max(first))));
    let selected = lab.event.get_untracked();
    let step = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => -1,
        "ArrowRight" | "ArrowUp" => 1,
        "Home" => {
            go(first);
            return true;
        }
        "End" => {
            go(last);
            return true;
        }
        key @ ("PageUp" | "PageDown") => {
            if let Some((day, id)) = actions::neighbour(lab, key == "PageDown") {
                actions::select(lab, &id, day);
            }
            return true;
        }
        "Delete" | "Backspace" if !lab.locked => {
            if let Some(id) = selected {
                actions::delete(lab, &id);
                actions::focus_soon(reader);
            }
            return true;
        }
        "Enter" if selected.is_some() && !lab.locked => {
            actions::focus_soon("event-title");
            return true;
        }
        "Escape" if selected.is_some() => {
            lab.event.set(None);
            actions::focus_soon(reader);
            return true;
        }
        _ => return false,
    };
    let (days, months) = if event.shift_key() { (0, step) } else { (step, 0) };
    match (event.alt_key(), selected) {
        (true, Some(id)) if !lab.locked => actions::move_by(lab, &id, days, months),
        (true, _) => return false,
        (false, _) => go(actions::plus(day, days, months)),
    }
    true
}

/// The line at the day that is looked at, through plot and ribbons, with day and score in words above it.
#[component]
pub fn CursorLine(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let x = Memo::new(move |_| {
        frame.get().map(|it| it.time.x(cursor.get()) / it.time.width.max(1.0) * 100.0).unwrap_or_default()
    });
    let standing = Memo::new(move |_| {
        seen.with(|seen| {
            let seen = seen.as_ref().filter(|it| it.has_score())?;
            let at = seen.life().at(cursor.get());
            Some((
                (texts().common.points)(at.score),
                seen.band(at.band).to_owned(),
                seen.band_token(at.band).to_string(),
            ))
        })
    });
    let figures = move || {
        standing
            .get()
            .map(|(score, band, token)| view! { <b>{score}</b><span class="band" data-band=token>{band}</span> })
    };
    view! {
        <div class="chart-cursor" aria-hidden="true">
            // It moves by its own share of its width, so it never leaves the plot.
            <p class="chart-flag" style:left=move || format!("{:.3}%", x.get())
                style:transform=move || format!("translateX(-{:.3}%)", x.get())>
                <span>{move || (texts().common.day_short)(cursor.get())}</span>
                {figures}
            </p>
            <span class="chart-line" style:left=move || format!("{:.3}%", x.get())></span>
        </div>
    }
}
