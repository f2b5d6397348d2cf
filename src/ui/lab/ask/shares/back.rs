//! From life to points: what led to a consequence that is in force.

use leptos::prelude::*;

use super::super::super::life::{Seen, line_words};
use super::request;
use super::rows::{Ends, Row, rows};
use super::table::SharesTable;
use crate::engine::case::LineIdx;
use crate::engine::explain::{Route, route};
use crate::engine::model::ConsequenceIdx;
use crate::engine::{Day, Points};
use crate::jobs::shares::{Among, Measure};
use crate::jobs::{Answer, Request};
use crate::scenario::Decimal;
use crate::scenario::doc::ConsequenceNature;
use crate::ui::kit::Choice;
use crate::ui::search::{Progress, Search};
use crate::ui::state::{Lab, texts};

/// Why the chosen consequence is in force.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    label: String,
    route: Route,
    score: Points,
    day: Day,
}

/// The select, and what led to the one that is chosen.
#[component]
pub(super) fn Back(
    /// The document.
    lab: Lab,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().shares;
    let picked = RwSignal::new(String::new());
    let options =
        Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| held(it, lab.day_or_last())).unwrap_or_default()));
    let is_none = Memo::new(move |_| options.with(Vec::is_empty));
    // What was picked may not be in force on another day: then the first is looked at, a penalty if there is one.
    let value = Memo::new(move |_| {
        options.with(|all| {
            let found = all.iter().find(|it| picked.with(|id| *id == it.0)).or(all.first());
            found.map(|it| it.0.clone()).unwrap_or_default()
        })
    });
    let chosen =
        Memo::new(move |_| seen.with(|it| it.as_ref().and_then(|it| chosen(it, &value.get(), lab.day_or_last()))));
    let measure = Memo::new(move |_| chosen.with(|it| it.as_ref().and_then(|it| measure_of(&it.route))));
    let search = Search::new(move || measure.get().map(|it| request(lab, Among::Events, it)));
    let divided = Memo::new(move |_| {
        let (Request::Shares(asked), Answer::Shares(found)) = search.answer.get()? else { return None };
        // The answer to an earlier choice does not belong below this one.
        if measure.get() != Some(asked.measure) {
            return None;
        }
        let below = matches!(asked.measure, Measure::Below(_));
        let ends = Ends { start: (t.back_start)(below).to_owned(), end: (t.back_end)(below).to_owned() };
        let mut rows = seen.with_untracked(|it| it.as_ref().map(|it| rows(it, asked.among, &found, &ends)))?;
        rows.retain(|it| !it.points.is_zero() || it.sign == "total");
        Some(rows)
    });
    let led = move || chosen.get().map(|it| led(lab, seen, &it, divided));
    view! {
        <section class="ask-part" aria-labelledby="shares-back">
            <h3 id="shares-back">{t.back_title}</h3>
            {move || if is_none.get() {
                view! { <p class="note">{t.back_none}</p> }.into_any()
            } else {
                view! {
                    <p class="note">{t.back_intro}</p>
                    <Choice label=t.back_choose options value on_value=move |it| picked.set(it) id="shares-consequence" />
                }.into_any()
            }}
            <Progress search id="back-progress" />
            {led}
        </section>
    }
}

/// What is in force on a day, penalties first: id and name.
fn held(seen: &Seen, day: Day) -> Vec<(String, String)> {
    let t = &texts().shares;
    let on_day = seen.life().consequences.iter().filter(|it| it.begin <= day && it.end.is_none_or(|end| day < end));
    let mut all: Vec<_> = on_day
        .filter_map(|it| {
            let it = seen.scenario.rulebook.consequences.get(it.consequence)?;
            let is_penalty = it.nature == ConsequenceNature::Penalty;
            let words = if is_penalty { t.back_penalty } else { t.back_reward };
            Some((!is_penalty, it.id.clone(), words(&it.label)))
        })
        .collect();
    all.sort_by_key(|it| it.0);
    all.into_iter().map(|it| (it.1, it.2)).collect()
}

fn chosen(seen: &Seen, id: &str, day: Day) -> Option<Chosen> {
    let place: ConsequenceIdx = seen.scenario.rulebook.consequences.iter().position(|it| it.id == id)?;
    let route = route(seen.case(), seen.life(), place, day)?;
    let label = seen.scenario.rulebook.consequences[place].label.clone();
    Some(Chosen { label, route, score: seen.life().at(day).score, day })
}

fn measure_of(route: &Route) -> Option<Measure> {
    match route {
        Route::Below(border) => Some(Measure::Below(Decimal(*border))),
        Route::Above(border) => Some(Measure::Above(Decimal(*border))),
        Route::Lists(_) | Route::Ceilings(_) | Route::Everybody => None,
    }
}

/// What led there, in words and in a table.
fn led(lab: Lab, seen: Memo<Option<Seen>>, it: &Chosen, divided: Memo<Option<Vec<Row>>>) -> AnyView {
    let t = &texts().shares;
    let lines = |words: String, lines: &[LineIdx]| {
        let items = seen.with_untracked(|seen| {
            let all = lines.iter().filter_map(|line| line_link(lab, seen.as_ref()?, *line));
            all.collect_view()
        });
        view! { <p>{words}</p><ul class="ask-list">{items}</ul> }.into_any()
    };
    let shares = |words: String| {
        let caption = (t.back_caption)(&it.label);
        let table = move || match divided.get() {
            Some(rows) if rows.len() < 2 || rows.iter().all(|it| matches!(it.sign, "start" | "total")) => {
                view! { <p class="note">{t.back_by_start}</p> }.into_any()
            }
            Some(rows) => view! { <SharesTable lab rows caption=caption.clone() with_alone=false /> }.into_any(),
            None => ().into_any(),
        };
        view! { <p>{words}</p>{table} }.into_any()
    };
    match &it.route {
        Route::Everybody => view! { <p>{t.back_everybody}</p> }.into_any(),
        Route::Lists(all) => lines((t.back_lists)(all.len()), all),
        Route::Ceilings(all) => lines((t.back_ceilings)(all.len()), all),
        Route::Below(border) => shares((t.back_below)(*border, *border - it.score)),
        Route::Above(border) => shares((t.back_above)(*border, it.score - *border)),
    }
}

/// The event behind a line, to be selected.
fn line_link(lab: Lab, seen: &Seen, line: LineIdx) -> Option<impl IntoView + use<>> {
    let day = seen.life().lines.get(line)?.day;
    let id = seen.event_id_of_line(line)?.to_owned();
    let what = (texts().shares.times)(&line_words(seen, line).what, day);
    let press = move |_| lab.event.set(Some(id.clone()));
    Some(view! { <li><button type="button" class="link" on:click=press>{what}</button></li> })
}
