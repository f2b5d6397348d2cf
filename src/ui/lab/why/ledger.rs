//! The ledger: every line that moved something, newest first.

use leptos::prelude::*;

use super::super::life::Seen;
use super::row::{LedgerRow, Row, row};
use crate::engine::Day;
use crate::engine::case::LineIdx;
use crate::engine::explain::matters;
use crate::ui::kit::{Roll, Slots};
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// So many lines are shown at first, and added each time: each of them is laid out again at every edit.
const PART: usize = 40;
/// So many newer lines stay above the one that is looked for, when a long ledger jumps to it.
const ABOVE: usize = 10;
/// The cursor must rest so long before a long ledger follows it.
const REST_MS: u64 = 350;

/// The ledger.
#[component]
pub fn Ledger(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().why;
    let lines = Memo::new(move |_| seen.with(|it| it.as_ref().map(lines).unwrap_or_default()));
    let total = Memo::new(move |_| lines.with(Vec::len));
    let rested = use_rested(cursor);
    let extra = RwSignal::new(0);
    // The newest line that is shown. A ledger that fits is shown from the newest of all.
    let start = Memo::new(move |earlier: Option<&usize>| {
        let kept = earlier.copied().unwrap_or_default();
        let wanted = wanted(&seen.read(), &lines.read(), lab.event.get().as_deref(), rested.get());
        match wanted {
            _ if total.get() <= PART => 0,
            Some(at) if at < kept || at >= kept + PART + extra.get_untracked() => at.saturating_sub(ABOVE),
            _ => kept.min(total.get() - 1),
        }
    });
    let rows = Slots::new(move || {
        let window = lines.with(|it| it.iter().skip(start.get()).take(PART + extra.get()).copied().collect::<Vec<_>>());
        seen.with(|it| it.as_ref().map(|it| window.into_iter().map(|line| row(it, line)).collect::<Roll<Row>>()))
            .unwrap_or_default()
    });
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().is_some_and(Seen::has_score)));
    let older = Memo::new(move |_| total.get().saturating_sub(start.get() + PART + extra.get()).min(PART));
    let newer = Memo::new(move |_| start.get());
    let show_newest = move |_| {
        extra.update(|it| *it += start.get_untracked());
        lab.event.set(None);
        lab.day.set(None);
    };
    let head = move || {
        has_score.get().then(|| {
            view! {
                <th scope="col" class="n">{t.column_points}</th><th scope="col" class="n">{t.column_after}</th>
            }
        })
    };
    view! {
        <div class="section-head"><h3>{t.ledger}</h3><span class="count">{total}</span></div>
        {move || (total.get() == 0).then(|| view! { <p class="note">{t.ledger_empty}</p> })}
        {move || (newer.get() > 0).then(|| view! {
            <button type="button" class="btn btn-sm" on:click=show_newest>{move || (t.show_newest)(newer.get())}</button>
        })}
        <table class="table ledger" hidden=move || total.get() == 0>
            <thead><tr><th scope="col">{t.column_day}</th><th scope="col">{t.column_what}</th>{head}</tr></thead>
            <tbody>
                <For each=move || rows.ids() key=Clone::clone
                    children=move |id: String| view! { <LedgerRow row=rows.slot(&id) cursor has_score seen /> } />
            </tbody>
        </table>
        <div hidden=move || total.get() == 0><PinButton table=".ledger" /></div>
        {move || (older.get() > 0).then(|| view! {
            <button type="button" class="btn btn-sm" on:click=move |_| extra.update(|it| *it += PART)>
                {move || (t.show_more)(older.get())}
            </button>
        })}
    }
}

/// The lines of the ledger, newest first.
fn lines(seen: &Seen) -> Vec<LineIdx> {
    let lines = seen.life().lines.iter().enumerate().rev();
    lines.filter(|it| matters(it.1)).map(|it| it.0).collect()
}

/// The place of the line that must be in view: of the selected event, or else the last up to a day.
fn wanted(seen: &Option<Seen>, lines: &[LineIdx], event: Option<&str>, day: Day) -> Option<usize> {
    let seen = seen.as_ref()?;
    let all = &seen.life().lines;
    let event = event.and_then(|it| seen.event_idx(it));
    let of_event = event.and_then(|event| lines.iter().rposition(|it| all[*it].event == Some(event)));
    of_event.or_else(|| lines.iter().position(|it| all[*it].day <= day))
}

/// The day on which the cursor last came to rest.
fn use_rested(cursor: Memo<Day>) -> ReadSignal<Day> {
    let (rested, set_rested) = signal(cursor.get_untracked());
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        let day = cursor.get();
        if let Some(handle) = waiting.flatten() {
            handle.clear();
        }
        let rest = std::time::Duration::from_millis(REST_MS);
        set_timeout_with_handle(
            move || {
                set_rested.try_set(day);
            },
            rest,
        )
        .ok()
    });
    rested
}
