//! Lists and consequences as ribbons on the time axis of the chart.

use leptos::prelude::*;

use super::super::rules::Secret;
use super::bars::{Bar, NamePlace, bars};
use super::frame::Frame;
use super::hover::Hover;
use super::seen::Seen;
use crate::ui::kit::Slots;
use crate::ui::state::{Lab, texts};

/// All ribbons, and a line that says what the one in question is and what began it.
#[component]
pub fn Ribbons(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
) -> impl IntoView {
    let t = &texts().life;
    let secret = Secret::get();
    // Ribbons for a thumb are so high that a name may have two lines.
    let is_coarse = window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|it| it.matches());
    let lines = if is_coarse { 2 } else { 1 };
    let shown = Memo::new(move |_| {
        let time = frame.get().map(|it| it.time).filter(|it| it.width > 0.0);
        seen.with(|seen| seen.as_ref().zip(time).map(|(seen, time)| bars(seen, &time, lines, !secret.hides())))
    });
    let roll = Slots::new(move || shown.with(|it| it.as_ref().map(|it| it.bars.clone()).unwrap_or_default()));
    let rows = Memo::new(move |_| shown.with(|it| it.as_ref().map_or(0, |it| it.rows)));
    // The ribbon that was last pointed at, focused or pressed.
    let asked = RwSignal::new(None::<String>);
    let answer = Memo::new(move |_| {
        let id = asked.get()?;
        roll.with(&id, Bar::words)
    });
    let ribbon = move |id: String| view! { <Ribbon bar=roll.slot(&id) id asked /> };
    let is_empty = move || shown.with(|it| it.as_ref().is_some_and(|it| it.rows == 0));
    view! {
        <div class="ribbons" role="group" aria-label=t.consequences>
            {move || is_empty().then(|| view! { <p class="note ribbons-none">{t.no_consequences}</p> })}
            <ul class="ribbon-rows" role="list" style:--rows=move || rows.get().to_string()>
                <For each=move || roll.ids() key=Clone::clone children=ribbon />
            </ul>
            <p class="note ribbon-answer" hidden=move || rows.get() == 0 data-print=move || answer.with(Option::is_none).then_some("no")>
                {move || answer.get().unwrap_or_else(|| t.ribbons_hint.to_owned())}
            </p>
        </div>
    }
}

/// One ribbon: a button that leads to the line that began it.
#[component]
fn Ribbon(
    /// The ribbon, as long as it is there.
    bar: ReadSignal<Option<Bar>>,
    /// Its id.
    id: String,
    /// Set to the id when somebody asks what this is.
    asked: RwSignal<Option<String>>,
) -> impl IntoView {
    let lab = Lab::get();
    let hover = Hover::get();
    let read = move |part: fn(&Bar) -> String| move || bar.with(|it| it.as_ref().map(part));
    let id = StoredValue::new(id);
    let ask = move || asked.set(Some(id.get_value()));
    let press = move |_| {
        ask();
        let Some(it) = bar.get_untracked() else { return };
        hover.set(None);
        lab.day.set(Some(it.begin));
        lab.announce(it.words());
        if it.event.is_some() {
            lab.event.set(it.event);
        }
    };
    let is_selected = move || {
        bar.with(|it| it.as_ref().is_some_and(|it| it.event.is_some() && lab.event.with(|now| *now == it.event)))
    };
    let name = move |place: NamePlace| {
        move || bar.with(|it| it.as_ref().filter(|it| it.place == place).map(|it| it.name.clone()))
    };
    let outside = move || {
        bar.with(|it| {
            let it = it.as_ref().filter(|it| matches!(it.place, NamePlace::After | NamePlace::Before))?;
            Some((it.name.clone(), it.place == NamePlace::Before, it.name_edge.clone(), it.name_room.clone()))
        })
    };
    view! {
        <li class="ribbon-item" style:--row=read(|it| it.row.to_string())>
            <button type="button" class="ribbon" data-nature=move || bar.with(|it| it.as_ref().map(|it| it.nature))
                data-open=move || bar.with(|it| it.as_ref().is_some_and(|it| it.is_open)).then_some("true")
                style:left=read(|it| it.left.clone()) style:width=read(|it| it.width.clone())
                aria-label=read(Bar::words) title=read(|it| it.label.clone())
                aria-pressed=move || if is_selected() { "true" } else { "false" }
                on:click=press on:focus=move |_| ask() on:pointerenter=move |_| ask()>
                <span class="ribbon-name">{name(NamePlace::Inside)}</span>
            </button>
            {move || outside().map(|(name, is_before, edge, room)| {
                let edge = if is_before { ("auto".to_owned(), edge) } else { (edge, "auto".to_owned()) };
                view! {
                    <span class="ribbon-beside" aria-hidden="true" style:left=edge.0 style:right=edge.1 style:max-width=room>
                        {name}
                    </span>
                }
            })}
        </li>
    }
}
