//! Which band is wanted, and by when.

use leptos::prelude::*;

use super::super::super::life::Seen;
use crate::editor::span::{Span, widen};
use crate::engine::{Day, Points};
use crate::jobs::Request;
use crate::jobs::way_back::WayBackRequest;
use crate::scenario::bounds::SPAN_DAYS;
use crate::scenario::typed::Takes;
use crate::scenario::{DayText, Decimal};
use crate::ui::kit::{Choice, DayField, NumberField};
use crate::ui::state::{Lab, texts};

/// Money that an hour counts as much as, until the reader says something else. A modelling choice.
const HOUR: Points = Points::whole(25);
/// Months after the start by which the band is wanted, until the reader says something else.
const MONTHS: u32 = 12;

/// What the reader asks for. What was not chosen follows the life.
#[derive(Clone, Copy)]
pub struct Asked {
    target: RwSignal<Option<usize>>,
    after: RwSignal<Option<Day>>,
    by: RwSignal<Option<Day>>,
    hour: RwSignal<Points>,
    /// The band that is wanted, the day after which acts begin, and the day by which it is wanted.
    pub now: Memo<Option<(usize, Day, Day)>>,
}

impl Asked {
    /// Nothing is chosen yet.
    pub fn new(seen: Memo<Option<Seen>>) -> Self {
        let (target, after, by) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        let now =
            Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| resolved(it, target.get(), after.get(), by.get()))));
        Self { target, after, by, hour: RwSignal::new(HOUR), now }
    }

    /// The request to the search.
    pub fn request(self, seen: Memo<Option<Seen>>) -> Option<Request> {
        let (target, from, by) = self.now.get()?;
        let subject = seen.with(|it| it.as_ref().and_then(subject_id))?;
        let (from, by, hour) = (DayText(from), DayText(by), Decimal(self.hour.get()));
        Some(Request::WayBack(WayBackRequest { subject, target, from, by, hour }))
    }
}

/// The id of the subject that is looked at.
pub fn subject_id(seen: &Seen) -> Option<String> {
    let place = seen.outcome.lowered.subjects.get(seen.subject)?;
    seen.scenario.cast.get(*place).map(|it| it.id.clone())
}

/// The next better band, a year after the last day, unless something else was chosen. Days are kept where they make sense.
fn resolved(seen: &Seen, target: Option<usize>, after: Option<Day>, by: Option<Day>) -> (usize, Day, Day) {
    let case = seen.case();
    let after = after.unwrap_or(case.last).clamp(case.first, case.last);
    let days = within(seen, after);
    let by = by.unwrap_or_else(|| after.plus_months(MONTHS)).clamp(days.first, days.last);
    let best = case.rulebook.bands.len().saturating_sub(1);
    let next = seen.life().at(after).band + 1;
    (target.unwrap_or(next).min(best), after, by)
}

/// The days by which the band can be wanted.
fn within(seen: &Seen, after: Day) -> Span {
    let first = after.plus_days(1);
    Span { first, last: seen.case().first.plus_days(SPAN_DAYS).max(first) }
}

fn account(seen: &Seen) -> Span {
    Span { first: seen.case().first, last: seen.case().last }
}

/// The question as a line of fields.
#[component]
pub fn QuestionLine(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let (lab, t) = (Lab::get(), &texts().way_back);
    let bands = move || {
        seen.with(|it| {
            let Some(it) = it else { return Vec::new() };
            (0..it.case().rulebook.bands.len()).rev().map(|band| (band.to_string(), it.band(band).to_owned())).collect()
        })
    };
    let now = move || asked.now.get().unwrap_or_default();
    view! {
        <div class="way-question">
            <span class="field"><span class="field-label" aria-hidden="true">{t.target}</span>
                <Choice label=t.target id="way-target" options=Signal::derive(bands)
                    value=Signal::derive(move || now().0.to_string())
                    on_value=move |it: String| asked.target.set(it.parse().ok()) /></span>
            <span class="field"><span class="field-label" aria-hidden="true">{t.after}</span>
                <DayField path="ask/way-back/after" label=t.after value=Signal::derive(move || now().1)
                    span=Signal::derive(move || seen.with(|it| it.as_ref().map_or(Span::ALL, account)))
                    on_lengthen=move |day| { lab.edit("", |it| widen(it, day)); asked.after.set(Some(day)) }
                    on_value=move |it| asked.after.set(Some(it)) /></span>
            <span class="field"><span class="field-label" aria-hidden="true">{t.by}</span>
                <DayField path="ask/way-back/by" label=t.by value=Signal::derive(move || now().2)
                    span=Signal::derive(move || seen.with(|it| it.as_ref().map_or(Span::ALL, |it| within(it, now().1))))
                    on_value=move |it| asked.by.set(Some(it)) /></span>
            <span class="field"><span class="field-label" aria-hidden="true">{t.hour}</span>
                <NumberField path="ask/way-back/hour" label=t.hour value=asked.hour
                    takes=Takes { least: Points::ZERO, ..Takes::DECIMAL } on_value=move |it: Points| asked.hour.set(it) /></span>
        </div>
        <p class="note">{t.hour_note}</p>
    }
}
