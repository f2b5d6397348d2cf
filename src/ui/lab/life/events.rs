//! All events of the subject, as a table.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::actions;
use super::more::{More, PART};
use super::seen::Seen;
use super::words::is_first_hand;
use crate::engine::{Day, Points};
use crate::scenario::Scenario;
use crate::scenario::doc::{Event, Kind, Value};
use crate::ui::kit::{Roll, Slots};
use crate::ui::state::{Lab, texts};

/// An event as a row.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    day: Day,
    what: String,
    detail: String,
    effect: Option<Points>,
}

/// The disclosure with the table. Nothing in it is computed while it is shut.
#[component]
pub fn AllEvents(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let (open, set_open) = signal(false);
    let shown = RwSignal::new(PART);
    let total = Memo::new(move |_| {
        let subject = lab.subject();
        lab.with_scenario(|it| it.events.iter().filter(|it| it.subject == subject).count())
    });
    let rows = Slots::new(move || {
        if !open.get() {
            return Roll::default();
        }
        let subject = lab.subject();
        let effects = seen.with(|it| it.as_ref().map(effects).unwrap_or_default());
        lab.with_scenario(|it| rows(it, &subject, &effects, shown.get()))
    });
    let name =
        move || lab.with_scenario(|it| it.cast.iter().find(|it| it.id == lab.subject()).map(|it| it.name.clone()));
    let row = move |id: String| view! { <EventRow row=rows.slot(&id) id /> };
    view! {
        <details class="fold" on:toggle:target=move |event| set_open.set(event.target().open())>
            <summary>{move || (t.all_events)(total.get())}</summary>
            {move || (total.get() == 0).then(|| view! { <p class="note">{(t.no_events)(&name().unwrap_or_default())}</p> })}
            <div class="table-wrap" hidden=move || total.get() == 0>
                <table class="table" id="all-events" tabindex="-1">
                    <thead><tr>
                        <th scope="col">{t.column_day}</th><th scope="col">{t.column_what}</th>
                        <th scope="col" class="n">{t.column_effect}</th><th scope="col"><span class="visually-hidden">{t.column_edit}</span></th>
                    </tr></thead>
                    <tbody><For each=move || rows.ids() key=Clone::clone children=row /></tbody>
                </table>
            </div>
            <More shown total words=t.show_more list="all-events" />
        </details>
    }
}

/// One event.
#[component]
fn EventRow(
    /// The event, as long as it is there.
    row: ReadSignal<Option<Row>>,
    /// Its id.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let id = StoredValue::new(id);
    let day = move || row.with(|it| it.as_ref().map(|it| it.day)).unwrap_or_default();
    let what = move || row.with(|it| it.as_ref().map(|it| it.what.clone())).unwrap_or_default();
    let detail = move || row.with(|it| it.as_ref().map(|it| it.detail.clone())).filter(|it| !it.is_empty());
    let effect = move || row.with(|it| it.as_ref().and_then(|it| it.effect));
    let is_selected = move || lab.event.with(|it| it.as_deref() == Some(id.get_value().as_str()));
    let edit = move |_| {
        actions::select(lab, &id.get_value(), day());
        actions::focus_soon("event-title");
    };
    let figures = move || match effect() {
        Some(points) if !points.is_zero() => (texts().common.signed)(points),
        Some(_) => t.mark_other.to_owned(),
        None => t.mark_nothing.to_owned(),
    };
    view! {
        <tr aria-current=move || is_selected().then_some("true")>
            <td class="date">{move || (texts().common.day_short)(day())}</td>
            <td>{what}{move || detail().map(|it| view! { <span class="note">" · "{it}</span> })}</td>
            <td class="n" class:gain=move || effect().is_some_and(Points::is_gain) class:loss=move || effect().is_some_and(Points::is_loss)>
                {figures}
            </td>
            <td class="n"><button type="button" class="btn btn-sm" aria-label=move || (t.edit)(&what(), day()) on:click=edit>
                {texts().common.edit}</button></td>
        </tr>
    }
}

/// What each event did on its day. Those that did nothing are not in it.
fn effects(seen: &Seen) -> BTreeMap<String, Points> {
    let mut sums: BTreeMap<usize, Points> = BTreeMap::new();
    for line in seen.life().lines.iter().filter(|it| is_first_hand(it) && crate::engine::explain::matters(it)) {
        if let Some(event) = line.event {
            *sums.entry(event).or_default() += line.applied;
        }
    }
    sums.into_iter().filter_map(|(event, points)| Some((seen.event(event)?.id.clone(), points))).collect()
}

fn rows(scenario: &Scenario, subject: &str, effects: &BTreeMap<String, Points>, most: usize) -> Roll<Row> {
    let mut own: Vec<&Event> = scenario.events.iter().filter(|it| it.subject == subject).map(|it| &**it).collect();
    own.sort_by_key(|it| it.day.0);
    let row = |it: &Event| {
        let kind = scenario.kinds.iter().find(|kind| kind.id == it.kind);
        let what = (texts().life.what)(scenario, it);
        let detail = kind.map(|kind| detail(kind, it)).unwrap_or_default();
        (it.id.clone(), Row { day: it.day.0, what, detail, effect: effects.get(&it.id).copied() })
    };
    own.into_iter().take(most).map(row).collect()
}

/// The values of an event's fields, in words.
pub fn detail(kind: &Kind, event: &Event) -> String {
    let value = |field: &crate::scenario::doc::Field| match event.fields.get(&field.id).or(field.default.as_ref())? {
        Value::Number(it) => Some(format!("{} {}", (texts().common.points)(it.0), field.unit).trim_end().to_owned()),
        Value::Choice(id) => field.choices.iter().find(|it| it.id == *id).map(|it| it.label.clone()),
    };
    kind.fields.iter().filter_map(value).collect::<Vec<_>>().join(", ")
}
