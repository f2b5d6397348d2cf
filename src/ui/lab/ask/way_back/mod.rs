//! The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.
//!
//! - [`question`]: which band, by when; [`answer`]: the plan or the obstacle, with [`mod@line`] (the score) and
//!   [`off_lists`] where there is no score;
//! - [`efforts`]: what acts are assumed to cost; [`exchange`] and [`gaming`]: tables.

mod answer;
mod efforts;
mod exchange;
mod gaming;
mod line;
mod off_lists;
mod question;

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.
#[component]
pub fn WayBackPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = cursor;
    let t = &texts().way_back;
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().map(Seen::has_score)));
    let inside = move || match has_score.get() {
        None => view! { <p class="note">{texts().ask.no_life}</p> }.into_any(),
        Some(false) => view! { <off_lists::OffLists seen /> }.into_any(),
        Some(true) => view! { <WithScore seen /> }.into_any(),
    };
    view! {
        <p class="muted">{t.intro}</p>
        {inside}
    }
}

/// All parts, where there is a score.
#[component]
fn WithScore(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let asked = question::Asked::new(seen);
    view! {
        <question::QuestionLine seen asked />
        <answer::AnswerPart seen asked />
        <efforts::Efforts seen />
        <exchange::Exchange seen />
        <gaming::Gaming seen />
    }
}

/// The name of the currency.
fn currency(seen: &Seen) -> &str {
    crate::scenario::doable::currency(&seen.scenario).unwrap_or(texts().way_back.currency)
}

/// What an event with these values is called: its kind in short, and the values.
fn act_name(seen: &Seen, kind: usize, values: &[crate::engine::Points]) -> String {
    let Some(kind) = seen.scenario.kinds.get(kind) else { return String::new() };
    let shown = crate::editor::planned::values_shown(kind, values, texts().common.points);
    if shown.is_empty() { kind.short.clone() } else { format!("{} ({shown})", kind.short) }
}
