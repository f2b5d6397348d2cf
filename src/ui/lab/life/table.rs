//! The chart as a table, to read and to take away.

use leptos::prelude::*;

use super::clipboard;
use super::more::{More, PART};
use super::roll::Roll;
use super::seen::Seen;
use super::words::{LineWords, line_words};
use crate::editor::edits::id_from_label;
use crate::engine::explain::matters;
use crate::engine::{Day, Points};
use crate::text::csv::csv;
use crate::ui::share::save_file;
use crate::ui::state::{Lab, texts};

/// A day on which something changed.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    day: Day,
    score: Points,
    band: String,
    change: Points,
    what: String,
}

/// The disclosure with the table. Nothing in it is computed while it is shut.
#[component]
pub fn ChartTable(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let (open, set_open) = signal(false);
    let shown = RwSignal::new(PART);
    let opened = move || if open.get() { seen.get() } else { None };
    let rows = Memo::new(move |_| {
        let rows = opened().map(|it| rows(&it, shown.get())).unwrap_or_default();
        rows.into_iter().map(|it| (it.day.to_string(), it)).collect::<Roll<Row>>()
    });
    let total = Memo::new(move |_| opened().map_or(0, |it| days(&it).len()));
    let has_score = Memo::new(move |_| opened().is_none_or(|it| it.has_score()));
    let ids = Roll::ids(rows);
    let (said, say) = signal("");
    let whole = move || seen.with_untracked(|it| it.as_ref().map(as_csv)).unwrap_or_default();
    let copy = move |_| {
        clipboard::copy(whole(), move |done| {
            say.try_set(if done { t.copied } else { t.not_copied });
        })
    };
    let download = move |_| {
        let name = seen.with_untracked(|it| it.as_ref().map(|it| format!("{} {}", it.scenario.title, it.name())));
        save_file(
            &format!("{}.csv", id_from_label(&name.unwrap_or_default(), "table")),
            "text/csv;charset=utf-8",
            &whole(),
        );
    };
    let row = move |id: String| {
        let row = Roll::slice(rows, id);
        let read = move |part: fn(&Row) -> String| move || row.with(|it| it.as_ref().map(part));
        let score = move || {
            has_score.get().then(|| view! {
            <td class="n">{read(|it| (texts().common.points)(it.score))}</td>
            <td>{read(|it| it.band.clone())}</td>
            <td class="n">{read(|it| if it.change.is_zero() { String::new() } else { (texts().common.signed)(it.change) })}</td>
        })
        };
        let day = move || row.with(|it| it.as_ref().map(|it| it.day)).unwrap_or_default();
        view! {
            <tr>
                <th scope="row" class="date"><button type="button" class="link" on:click=move |_| lab.day.set(Some(day()))>
                    {read(|it| (texts().common.day_short)(it.day))}</button></th>
                {score}
                <td>{read(|it| it.what.clone())}</td>
            </tr>
        }
    };
    let score_heads = move || {
        has_score.get().then(|| view! {
        <th scope="col" class="n">{t.column_score}</th><th scope="col">{t.column_band}</th><th scope="col" class="n">{t.column_change}</th>
    })
    };
    view! {
        <details class="fold" on:toggle:target=move |event| set_open.set(event.target().open())>
            <summary>{t.table}</summary>
            <div class="row">
                <button type="button" class="btn btn-sm" on:click=copy>{t.copy}</button>
                <button type="button" class="btn btn-sm" on:click=download>{t.download}</button>
                <span class="note" role="status">{said}</span>
            </div>
            <div class="table-wrap">
                <table class="table" id="chart-table" tabindex="-1">
                    <thead><tr><th scope="col">{t.column_day}</th>{score_heads}<th scope="col">{t.column_what}</th></tr></thead>
                    <tbody><For each=move || ids.get() key=Clone::clone children=row /></tbody>
                </table>
            </div>
            <More shown total words=t.show_more list="chart-table" />
        </details>
    }
}

/// The days on which something changed, each with its place in the ledger; the first day of all comes first.
fn days(seen: &Seen) -> Vec<(Day, Vec<usize>)> {
    let mut days: Vec<(Day, Vec<usize>)> = vec![(seen.case().first, Vec::new())];
    for (idx, line) in seen.life().lines.iter().enumerate().filter(|it| matters(it.1)) {
        match days.last_mut() {
            Some(last) if last.0 == line.day => last.1.push(idx),
            _ => days.push((line.day, vec![idx])),
        }
    }
    days
}

fn rows(seen: &Seen, most: usize) -> Vec<Row> {
    let mut before = seen.case().rulebook.scale.start;
    let row = |(day, lines): (Day, Vec<usize>)| {
        let at = seen.life().at(day);
        let what = |idx: usize| {
            let LineWords { what, notes } = line_words(seen, idx);
            if notes.is_empty() { what } else { format!("{what} ({})", notes.join("; ")) }
        };
        let what = lines.iter().map(|it| what(*it)).collect::<Vec<_>>().join("; ");
        let change = at.score - std::mem::replace(&mut before, at.score);
        let what = if what.is_empty() { texts().life.first_day.to_owned() } else { what };
        Row { day, score: at.score, band: seen.band(at.band).to_owned(), change, what }
    };
    days(seen).into_iter().take(most).map(row).collect()
}

/// The whole table for a spreadsheet: plain numbers, ISO days.
fn as_csv(seen: &Seen) -> String {
    let t = &texts().life;
    let heads =
        [t.column_day, t.column_score, t.column_band, t.column_change, t.column_what].map(str::to_owned).to_vec();
    let row = |it: Row| vec![it.day.to_string(), it.score.to_string(), it.band, it.change.to_string(), it.what];
    csv(std::iter::once(heads).chain(rows(seen, usize::MAX).into_iter().map(row)))
}
