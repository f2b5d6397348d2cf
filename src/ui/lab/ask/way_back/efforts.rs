//! What acts are assumed to cost: edited in place, kept in the document.

use leptos::prelude::*;

use super::super::super::life::{Seen, capital};
use super::act_name;
use crate::engine::Points;
use crate::engine::explain::acts::acts;
use crate::scenario::Decimal;
use crate::scenario::doable::{counted, doables, effort_of};
use crate::scenario::doc::Effort;
use crate::ui::kit::{Complaint, NumberField, Roll, Slots};
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// A kind of act.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: String,
    unit: String,
    hours: Points,
    money: Points,
    is_choice: bool,
    is_told: bool,
}

/// The table of assumptions.
#[component]
pub fn Efforts(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().way_back;
    let rows = Slots::new(move || seen.with(|it| it.as_ref().map(rows).unwrap_or_default()));
    let row = move |id: String| view! { <EffortRow row=rows.slot(&id) id /> };
    view! {
        <section class="way-part" aria-labelledby="way-efforts">
            <h3 id="way-efforts">{t.efforts}</h3>
            <p class="note">{t.efforts_note}</p>
            {move || rows.ids().is_empty().then(|| view! { <p>{t.no_kinds}</p> })}
            <div class="table-wrap" hidden=move || rows.ids().is_empty()>
                <table class="table way-efforts" aria-labelledby="way-efforts">
                    <thead><tr><th scope="col">{t.column_act}</th><th scope="col">{t.can_choose}</th>
                        <th scope="col">{t.column_hours}</th><th scope="col">{t.column_money}</th>
                        <th scope="col">{t.column_for}</th><th scope="col">{t.column_from}</th></tr></thead>
                    <tbody><For each=move || rows.ids() key=Clone::clone children=row /></tbody>
                </table>
                <PinButton />
            </div>
        </section>
    }
}

/// One kind of act.
#[component]
fn EffortRow(
    /// The kind, as long as it is there.
    row: ReadSignal<Option<Row>>,
    /// Its id.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let (t, common) = (&texts().way_back, &texts().common);
    let id = StoredValue::new(id);
    let name = move || row.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let points = move |part: fn(&Row) -> Points| {
        Signal::derive(move || row.with(|it| it.as_ref().map(part).unwrap_or_default()))
    };
    let is_choice = move || row.with(|it| it.as_ref().is_some_and(|it| it.is_choice));
    let is_told = move || row.with(|it| it.as_ref().is_some_and(|it| it.is_told));
    let unit = move || row.with(|it| it.as_ref().map(|it| it.unit.clone()).unwrap_or_default());
    let path = move |part: &str| id.with_value(|id| format!("kinds/{id}/effort/{part}"));
    let edit = move |part: &'static str, change: &dyn Fn(&mut Effort)| {
        id.with_value(|id| {
            lab.edit(&format!("kinds/{id}/effort/{part}"), |scenario| {
                let Some(at) = scenario.kinds.iter().position(|it| it.id == *id) else { return };
                let (assumed, is_choice) = effort_of(scenario, &scenario.kinds[at]);
                let first = Effort { hours: Decimal(assumed.hours), money: Decimal(assumed.money), never: !is_choice };
                change(scenario.kinds[at].effort.get_or_insert(first));
            });
        });
    };
    let reset = move |_| {
        id.with_value(|id| {
            lab.edit("", |it| it.kinds.iter_mut().filter(|it| it.id == *id).for_each(|it| it.effort = None));
        });
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><label class="check"><input type="checkbox" aria-label=move || (t.can_choose_act)(&name()) prop:checked=is_choice
                on:change:target=move |event| { let on = event.target().checked(); edit("never", &|it| it.never = !on) } /></label></td>
            <td><NumberField path=path("hours") label=Signal::derive(move || (t.hours_of)(&name())) value=points(|it| it.hours)
                on_value=move |it: Points| edit("hours", &|effort| effort.hours = Decimal(it)) /><Complaint path=path("hours") /></td>
            <td><NumberField path=path("money") label=Signal::derive(move || (t.money_of)(&name())) value=points(|it| it.money)
                on_value=move |it: Points| edit("money", &|effort| effort.money = Decimal(it)) /><Complaint path=path("money") /></td>
            <td>{unit}</td>
            <td>{move || if is_told() { t.told } else { t.assumed }}" "
                <button type="button" class="btn btn-sm btn-quiet" hidden=move || !is_told()
                    aria-label=move || (t.reset_of)(&name()) on:click=reset>{common.reset}</button></td>
        </tr>
    }
}

/// The kinds that a rule in use gives the subject points for, whether they can be chosen or not.
fn rows(seen: &Seen) -> Roll<Row> {
    let t = &texts().way_back;
    let mut known = doables(&seen.scenario);
    known.iter_mut().for_each(|it| it.is_choice = true);
    let acts = acts(seen.case(), seen.subject, &known);
    let row = |(at, kind): (usize, &crate::scenario::doc::Kind)| {
        acts.iter().any(|it| it.kind == at).then(|| {
            let (effort, is_choice) = effort_of(&seen.scenario, kind);
            let field = counted(&seen.scenario, kind).and_then(|it| kind.fields.get(it));
            let unit = field.map_or_else(
                || t.each.to_owned(),
                |it| (t.for_each)(if it.unit.is_empty() { &it.label } else { &it.unit }),
            );
            let (hours, money) = (effort.hours, effort.money);
            let name = capital(&act_name(seen, at, &[]));
            (kind.id.clone(), Row { name, unit, hours, money, is_choice, is_told: kind.effort.is_some() })
        })
    };
    seen.scenario.kinds.iter().enumerate().filter_map(row).collect()
}
