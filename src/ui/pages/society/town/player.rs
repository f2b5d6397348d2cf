//! The clock: play, step, speed, and a month to go to.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;

use super::super::stage::Stage;
use super::Shown;
use crate::ui::state::texts;

/// How long a month is on the screen, by speed.
const MS: [u64; 3] = [900, 350, 120];

/// The line below the dots.
#[component]
pub fn Player(
    /// The people.
    crowd: Shown,
) -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.town;
    let speed = RwSignal::new(1_usize);
    let playing = RwSignal::new(false);
    let months = Memo::new(move |_| crowd.with(|it| it.as_ref().map_or(0, |it| it.society.months)));
    let last = move || months.get_untracked().saturating_sub(1);
    let month = move || stage.month_of(months.get());
    let go = move |month: u32| {
        stage.month.try_set(Some(month.min(last())));
    };
    let clock = StoredValue::new(None::<IntervalHandle>);
    let halt = move || {
        if let Some(it) = clock.try_update_value(Option::take).flatten() {
            it.clear();
        }
    };
    let tick = move || {
        let Some(now) = stage.month.try_get_untracked() else { return };
        let next = now.map_or(0, |it| it + 1);
        if next >= last() {
            playing.try_set(false);
        }
        go(next);
    };
    Effect::new(move |_| {
        let pace = MS[speed.get().min(2)];
        halt();
        if playing.get() {
            clock.set_value(set_interval_with_handle(tick, Duration::from_millis(pace)).ok());
        }
    });
    on_cleanup(halt);
    let play = move |_| {
        let is_at_end = stage.month_of(months.get_untracked()) >= last();
        if !playing.get_untracked() && is_at_end {
            go(0);
        }
        playing.update(|it| *it = !*it);
    };
    let step = move |by: i32| {
        playing.set(false);
        go(stage.month_of(months.get_untracked()).saturating_add_signed(by));
    };
    let words = move || {
        crowd.with(|it| {
            it.as_ref().map(|it| (t.month_of)(it.society.first.plus_months(month()), month(), it.society.months))
        })
    };
    let scrub = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        playing.set(false);
        if let Ok(it) = event.target().value().parse() {
            go(it);
        }
    };
    let pace = move |(at, name): (usize, &'static str)| {
        view! {
            <label><input type="radio" name="town-speed" prop:checked=move || speed.get() == at
                on:change=move |_| speed.set(at) /><span>{name}</span></label>
        }
    };
    view! {
        <div class="row town-player">
            <button type="button" class="btn btn-primary town-play" on:click=play>
                {move || if playing.get() { t.pause } else { t.play }}
            </button>
            <button type="button" class="btn btn-icon" aria-label=t.step_back on:click=move |_| step(-1)>"◀"</button>
            <button type="button" class="btn btn-icon" aria-label=t.step on:click=move |_| step(1)>"▶"</button>
            <input type="range" class="town-month" min="0" max=move || months.get().saturating_sub(1).to_string() step="1"
                aria-label=t.month aria-valuetext=words prop:value=move || month().to_string() on:input:target=scrub />
            <fieldset class="segmented"><legend class="visually-hidden">{t.speed}</legend>
                {t.speeds.into_iter().enumerate().map(pace).collect_view()}
            </fieldset>
            <p class="nums town-now">{words}</p>
        </div>
    }
}
