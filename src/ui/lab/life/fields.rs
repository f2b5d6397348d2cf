//! What is known about an event besides its kind and its day.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::{Event, Field, Value};
use crate::ui::kit::{Choice, Complaint, NumberField};
use crate::ui::state::{Lab, texts};

/// One input for each field of the event's kind.
#[component]
pub fn EventFields(
    /// The id of the event.
    id: String,
    /// The event, as long as it is there.
    event: Memo<Option<Arc<Event>>>,
) -> impl IntoView {
    let lab = Lab::get();
    let fields = Memo::new(move |_| {
        let kind = event.with(|it| it.as_ref().map(|it| it.kind.clone()))?;
        lab.with_scenario(|it| it.kinds.iter().find(|it| it.id == kind).map(|it| it.fields.clone()))
    });
    let input = move |field: Field| {
        let id = id.clone();
        if field.choices.is_empty() {
            view! { <NumberInput id field event /> }.into_any()
        } else {
            view! { <ChoiceInput id field event /> }.into_any()
        }
    };
    move || fields.get().map(|it| it.into_iter().map(&input).collect_view())
}

/// A number of an event.
#[component]
fn NumberInput(
    /// The id of the event.
    id: String,
    /// The field.
    field: Field,
    /// The event, as long as it is there.
    event: Memo<Option<Arc<Event>>>,
) -> impl IntoView {
    let lab = Lab::get();
    let label = (texts().life.field)(&field.label, &field.unit);
    let path = format!("events/{id}/fields/{}", field.id);
    let otherwise = match field.default {
        Some(Value::Number(it)) => it.0,
        _ => Points::ZERO,
    };
    let name = StoredValue::new(field.id);
    let value = Signal::derive(move || {
        event.with(|it| match it.as_ref().and_then(|it| it.fields.get(&name.get_value())) {
            Some(Value::Number(it)) => it.0,
            _ => otherwise,
        })
    });
    let set = move |value: Points| {
        let name = name.get_value();
        lab.edit_event(&id, &format!("fields/{name}"), |it| {
            if value == otherwise {
                it.fields.remove(&name);
            } else {
                it.fields.insert(name.clone(), Value::Number(Decimal(value)));
            }
        });
    };
    view! {
        <div class="field"><span class="field-label">{label.clone()}</span>
            <NumberField path=path.clone() label value on_value=set /><Complaint path /></div>
    }
}

/// A choice of an event.
#[component]
fn ChoiceInput(
    /// The id of the event.
    id: String,
    /// The field.
    field: Field,
    /// The event, as long as it is there.
    event: Memo<Option<Arc<Event>>>,
) -> impl IntoView {
    let lab = Lab::get();
    let path = format!("events/{id}/fields/{}", field.id);
    let options: Vec<(String, String)> = field.choices.iter().map(|it| (it.id.clone(), it.label.clone())).collect();
    let otherwise = match &field.default {
        Some(Value::Choice(it)) => it.clone(),
        _ => field.choices.first().map(|it| it.id.clone()).unwrap_or_default(),
    };
    let otherwise = StoredValue::new(otherwise);
    let name = StoredValue::new(field.id);
    let value = Signal::derive(move || {
        event.with(|it| match it.as_ref().and_then(|it| it.fields.get(&name.get_value())) {
            Some(Value::Choice(it)) => it.clone(),
            _ => otherwise.get_value(),
        })
    });
    let set = move |value: String| {
        let name = name.get_value();
        lab.edit_event(&id, &format!("fields/{name}"), |it| {
            if value == otherwise.get_value() {
                it.fields.remove(&name);
            } else {
                it.fields.insert(name.clone(), Value::Choice(value));
            }
        });
    };
    view! {
        <div class="field"><span class="field-label">{field.label.clone()}</span>
            <Choice label=field.label options value on_value=set /><Complaint path /></div>
    }
}
