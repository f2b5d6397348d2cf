//! What each event and each rule contributed to a score.
//!
//! - [`mod@rows`]: an answer as the rows of a waterfall;
//! - [`table`]: the waterfall, which is its own table;
//! - [`back`]: from a consequence in force to what led to it.

mod back;
mod rows;
mod table;

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::engine::Points;
use crate::jobs::shares::{Among, Measure, SharesFound, SharesRequest};
use crate::jobs::{Answer, Request};
use crate::scenario::DayText;
use crate::text::shares::Told;
use crate::ui::search::{Progress, Search};
use crate::ui::state::{Lab, texts};
use rows::{Ends, Row, rows};
use table::SharesTable;

/// What each event and each rule contributed to a score, on the day that is chosen: a pointer that wanders over the
/// chart begins no long computation.
#[component]
pub fn SharesPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = cursor;
    let lab = Lab::get();
    let t = &texts().shares;
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().map(Seen::has_score)));
    move || match has_score.get() {
        None => view! { <p class="note">{texts().ask.no_life}</p> }.into_any(),
        Some(false) => view! { <p class="note">{t.lists_only}</p> }.into_any(),
        Some(true) => view! {
            <div class="shares">
                <Made lab seen />
                <back::Back lab seen />
            </div>
        }
        .into_any(),
    }
}

/// What is asked about the subject and the day that are chosen.
fn request(lab: Lab, among: Among, measure: Measure) -> Request {
    Request::Shares(SharesRequest { subject: lab.subject(), day: DayText(lab.day_or_last()), among, measure })
}

/// An answer in words and bars.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    title: String,
    caption: String,
    method: String,
    differ: String,
    rows: Vec<Row>,
}

/// What made the score.
#[component]
fn Made(
    /// The document.
    lab: Lab,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().shares;
    let among = RwSignal::new(Among::Events);
    let search = Search::new(move || Some(request(lab, among.get(), Measure::Score)));
    // The names are those of the life that was computed, so they are read once for each answer.
    let told = Memo::new(move |_| {
        let answer = search.answer.get();
        let (Request::Shares(asked), Answer::Shares(found)) = answer? else { return None };
        seen.with_untracked(|it| it.as_ref().map(|it| told(it, &asked, &found)))
    });
    let radio = move |value: Among, name: &'static str| {
        view! {
            <label><input type="radio" name="shares-among" prop:checked=move || among.get() == value
                on:change=move |_| among.set(value) /><span>{name}</span></label>
        }
    };
    let answer = move || {
        told.get().map(|it| {
            view! {
                <h3 class="ask-finding" id="shares-finding">{it.title}</h3>
                {(!it.rows.is_empty()).then(|| view! {
                    <p class="note" id="shares-method">{it.method}</p>
                    <SharesTable lab rows=it.rows caption=it.caption with_alone=true />
                    <div class="ask-notes">
                        <p>{t.means_share}</p><p>{t.means_without}</p><p>{it.differ}</p>
                    </div>
                })}
            }
        })
    };
    view! {
        <section class="ask-part" aria-label=t.made>
            <fieldset class="segmented">
                <legend class="field-label">{t.by}</legend>
                {radio(Among::Events, t.by_event)}
                {radio(Among::Rules, t.by_rule)}
            </fieldset>
            <Progress search id="shares-progress" />
            {answer}
        </section>
    }
}

fn told(seen: &Seen, asked: &SharesRequest, found: &SharesFound) -> Shown {
    let t = &texts().shares;
    let name = seen.name();
    let parts = &found.parts;
    let ends = Ends { start: t.start.to_owned(), end: t.end.to_owned() };
    let rows = rows(seen, asked.among, found, &ends);
    let largest = parts.iter().max_by_key(|it| (it.share.0.abs(), std::cmp::Reverse(&it.id)));
    let title = largest.filter(|it| !it.share.0.is_zero()).map(|it| {
        let like = || parts.iter().map(|it| it.share.0).filter(|other| other.is_loss() == it.share.0.is_loss());
        let of: Points = like().sum();
        let only = like().filter(|it| !it.is_zero()).count() == 1;
        (t.title)(name, &Told { what: &rows::name_of(seen, asked.among, &it.id).0, share: it.share.0, of, only })
    });
    let method = match found.sampled {
        None => (t.exact)(parts.len()),
        Some((orders, error)) => (t.sampled)(parts.len(), orders, error.0),
    };
    let gap = |it: &&crate::jobs::shares::SharePart| (it.share.0 - it.alone.0).abs();
    // Shares that were drawn are never quite exact, so a small gap says nothing.
    let least = found.sampled.map_or(Points::from_thousandths(1), |it| it.1.0.times(3));
    let differ = parts.iter().filter(|it| gap(it) > least).max_by_key(gap).map(|it| {
        let (what, note) = rows::name_of(seen, asked.among, &it.id);
        let what = if note.is_empty() { what } else { format!("{what}, {note}") };
        (t.differ)(&what, it.share.0, it.alone.0)
    });
    Shown {
        title: title.unwrap_or_else(|| (t.nothing)(name, asked.day.0)),
        caption: (t.caption)(name, asked.day.0),
        method,
        differ: differ.unwrap_or_else(|| t.same.to_owned()),
        rows: if parts.is_empty() { Vec::new() } else { rows },
    }
}
