//! One line of the ledger.

use leptos::prelude::*;

use super::super::life::{Hover, Seen, focus_soon, line_words};
use super::made::MadeOf;
use crate::engine::case::{Entry, LineIdx};
use crate::engine::{Day, Points};
use crate::ui::state::{Lab, texts};

/// A line as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    line: LineIdx,
    day: Day,
    event: Option<String>,
    rule: Option<String>,
    what: String,
    notes: Vec<String>,
    nominal: Option<Points>,
    applied: Points,
    moves_points: bool,
    score: Points,
    band: String,
}

/// Puts a line into words. Its id stays the same as long as it follows from the same event and rule.
pub fn row(seen: &Seen, idx: LineIdx) -> (String, Row) {
    let line = &seen.life().lines[idx];
    let words = line_words(seen, idx);
    let event = line.event.and_then(|it| seen.event(it)).map(|it| it.id.clone());
    let rule = line.rule.and_then(|it| seen.rule(it)).map(|it| it.id.clone());
    let sort = match line.entry {
        Entry::Posted(_) => "post".to_owned(),
        Entry::Spilled { .. } => "spill".to_owned(),
        Entry::GivenBack { .. } => "back".to_owned(),
        Entry::Faded => format!("fade {}", line.day),
        Entry::Ceiling { .. } => "ceiling".to_owned(),
        Entry::CeilingEnded { .. } => "ceiling-end".to_owned(),
        Entry::Listed { list } => format!("list {list}"),
        Entry::ListingEnded { list, .. } => format!("list-end {list}"),
    };
    let id = format!("{}/{}/{sort}", event.as_deref().unwrap_or_default(), rule.as_deref().unwrap_or_default());
    let moves_points =
        matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::GivenBack { .. } | Entry::Faded);
    let row = Row {
        line: idx,
        day: line.day,
        event,
        rule,
        what: words.what,
        notes: words.notes,
        nominal: (line.nominal != line.applied).then_some(line.nominal),
        applied: line.applied,
        moves_points,
        score: line.score.1,
        band: seen.band(line.band.1).to_owned(),
    };
    (id, row)
}

/// One line. Pressing it selects its event, in the chart too.
#[component]
pub fn LedgerRow(
    /// The line, as long as it is there.
    row: ReadSignal<Option<Row>>,
    /// The day that is looked at. Later lines stand back.
    cursor: Memo<Day>,
    /// Whether there is a score at all.
    has_score: Memo<bool>,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let hover = Hover::get();
    // An edit changes the score after most lines, the points of some, and the words of few.
    let words = Memo::new(move |_| {
        row.with(|it| it.as_ref().map(|it| (it.day, it.event.clone(), it.what.clone(), it.notes.clone())))
    });
    let points = Memo::new(move |_| row.with(|it| it.as_ref().map(|it| (it.moves_points, it.applied, it.nominal))));
    let after =
        move || row.with(|it| it.as_ref().map(|it| format!("{} · {}", (texts().common.points)(it.score), it.band)));
    let is_selected = Memo::new(move |_| {
        let is_own = |event: &Option<String>| event.is_some() && lab.event.with(|now| now == event);
        words.with(|it| it.as_ref().is_some_and(|it| is_own(&it.1)))
    });
    let is_later = Memo::new(move |_| words.with(|it| it.as_ref().is_some_and(|it| it.0 > cursor.get())));
    let rule = Memo::new(move |_| row.with(|it| it.as_ref().and_then(|it| it.rule.clone())));
    let is_of_rule = Memo::new(move |_| rule.with(|rule| rule.is_some() && lab.rule.with(|open| open == rule)));
    let press = move |_| {
        let Some((day, event, ..)) = words.get_untracked() else { return };
        hover.set(None);
        lab.day.set(Some(day));
        lab.event.set(event);
    };
    let day = move || words.with(|it| it.as_ref().map(|it| (texts().common.day_short)(it.0)));
    let what = move || words.with(|it| it.as_ref().map(|it| it.2.clone()));
    let notes = move || {
        let note = |text: String| view! { <span class="ledger-note">{text}</span> };
        words.with(|it| it.as_ref().map(|it| it.3.iter().cloned().map(note).collect_view()))
    };
    let figures = move || {
        let class = move || points.with(|it| it.as_ref().map_or("n", |it| class_of(it.1)));
        has_score.get().then(|| {
            view! {
                <td class=class>{move || points.get().map(|(moves, applied, nominal)| points_view(moves, applied, nominal))}</td>
                <td class="n">{after}</td>
            }
        })
    };
    view! {
        <tr class="ledger-row" aria-current=move || is_selected.get().then_some("true")
            data-later=move || is_later.get().then_some("true") class:of-rule=is_of_rule>
            <td class="date">{day}</td>
            <th scope="row">
                <button type="button" class="ledger-what" aria-pressed=move || if is_selected.get() { "true" } else { "false" }
                    on:click=press>{what}</button>
                {notes}
            </th>
            {figures}
        </tr>
        {move || is_selected.get().then(|| view! {
            <tr class="ledger-more" aria-current="true"><td colspan=move || if has_score.get() { "4" } else { "2" }><RowTools row seen /></td></tr>
        })}
    }
}

const fn class_of(points: Points) -> &'static str {
    if points.is_gain() {
        "n gain"
    } else if points.is_loss() {
        "n loss"
    } else {
        "n"
    }
}

/// The points that moved, after those that the rule names if they are others.
fn points_view(moves: bool, applied: Points, nominal: Option<Points>) -> impl IntoView {
    let nominal = nominal.map(|it| {
        view! {
            <s class="ledger-nominal"><span class="visually-hidden">{(texts().why.nominal)(it)}", "</span>
                <span aria-hidden="true">{(texts().common.signed)(it)}</span></s>" "
        }
    });
    (nominal, if moves { (texts().common.signed)(applied) } else { "–".to_owned() })
}

/// What can be done from a selected line.
#[component]
fn RowTools(
    /// The line, as long as it is there.
    row: ReadSignal<Option<Row>>,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().why;
    let line = Signal::derive(move || row.with(|it| it.as_ref().map(|it| it.line)));
    let rule = Memo::new(move |_| row.with(|it| it.as_ref().and_then(|it| it.rule.clone())));
    let open_rule = move |_| lab.rule.set(rule.get_untracked());
    // A locked life has neither an editor of events nor one of rules.
    let tools = (!lab.locked).then(|| view! {
        <span class="ledger-tools">
            <button type="button" class="btn btn-sm" on:click=move |_| focus_soon("event-title")>{t.show_event}</button>
            {move || rule.get().is_some().then(|| view! {
                <button type="button" class="btn btn-sm" on:click=open_rule>{t.show_rule}</button>
            })}
        </span>
    });
    view! {
        {tools}
        <MadeOf seen line />
    }
}
