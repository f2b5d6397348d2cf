//! The striking out of an event.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::span::{Span, widen};
use crate::engine::Day;
use crate::scenario::doc::{Correction as Granted, CorrectionGround, Event};
use crate::scenario::wire::DayText;
use crate::ui::kit::{Choice, Complaint, DayField};
use crate::ui::state::{Lab, texts};

/// A correction that is added takes effect so many months after the event.
const MONTHS: u32 = 3;

/// Whether and when the event is struck out, and why.
#[component]
pub fn Correction(
    /// The id of the event.
    id: String,
    /// The event, as long as it is there.
    event: Memo<Option<Arc<Event>>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let path = format!("events/{id}/corrected/day");
    let id = StoredValue::new(id);
    let granted = Memo::new(move |_| event.with(|it| it.as_ref().and_then(|it| it.corrected.clone())));
    let ground = move || granted.with(|it| it.as_ref().map_or("none", |it| name(it.by)).to_owned());
    let grounds = [CorrectionGround::Appeal, CorrectionGround::Repair];
    let options: Vec<(String, String)> = std::iter::once(("none".to_owned(), t.correction_none.to_owned()))
        .chain(grounds.map(|it| (name(it).to_owned(), (t.correction_by)(it).to_owned())))
        .collect();
    let set_ground = move |value: String| {
        lab.edit_event(&id.get_value(), "corrected", |it| {
            let later = DayText(it.day.0.plus_months(MONTHS));
            let day = it.corrected.as_ref().map_or(later, |it| it.day);
            it.corrected = grounds.into_iter().find(|it| name(*it) == value).map(|by| Granted { day, by });
        });
    };
    let lengthen = move |day: Day| {
        lab.edit("", |it| {
            widen(it, day);
            let found = it.events.iter_mut().find(|it| id.with_value(|id| it.id == *id));
            if let Some(it) = found.and_then(|it| Arc::make_mut(it).corrected.as_mut()) {
                it.day = DayText(day);
            }
        });
    };
    // Before the event there is nothing to strike out.
    let span = Signal::derive(move || {
        let account = lab.with_scenario(Span::of);
        let first = event.with(|it| it.as_ref().map_or(account.first, |it| it.day.0.plus_days(1)));
        Span { first: first.min(account.last), ..account }
    });
    let set_day = move |day: Day| {
        lab.edit_event(&id.get_value(), "corrected/day", |it| {
            if let Some(it) = &mut it.corrected {
                it.day = DayText(day);
            }
        });
    };
    let is_granted = Memo::new(move |_| granted.with(Option::is_some));
    let is_ignored = move || is_granted.get() && lab.with_scenario(|it| !it.rulebook.safeguards.corrections);
    let day = Signal::derive(move || granted.with(|it| it.as_ref().map(|it| it.day.0)).unwrap_or_default());
    view! {
        <div class="event-fields">
            <div class="field"><span class="field-label">{t.correction}</span>
                <Choice label=t.correction options value=Signal::derive(ground) on_value=set_ground /></div>
            {move || is_granted.get().then(|| view! {
                <div class="field"><span class="field-label">{t.correction_day}</span>
                    <DayField path=path.clone() label=t.correction_day value=day span on_lengthen=lengthen on_value=set_day />
                    <Complaint path=path.clone() /></div>
            })}
        </div>
        {move || is_ignored().then(|| view! { <p class="note">{t.corrections_off}</p> })}
    }
}

const fn name(it: CorrectionGround) -> &'static str {
    match it {
        CorrectionGround::Appeal => "appeal",
        CorrectionGround::Repair => "repair",
    }
}
