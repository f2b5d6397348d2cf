//! The editor of the selected event.

use leptos::prelude::*;

use super::actions;
use super::correction::Correction;
use super::effect::EffectLine;
use super::fields::EventFields;
use super::recorders::Recorders;
use super::seen::Seen;
use crate::editor::span::Span;
use crate::scenario::Scenario;
use crate::ui::kit::{Choice, Complaint, DayField, TextBox};
use crate::ui::state::{Lab, texts};

/// The editor, as long as an event is selected.
#[component]
pub fn EventEditor(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let selected = Memo::new(move |_| {
        let id = lab.event.get()?;
        lab.with_scenario(|it| it.events.iter().any(|it| it.id == id)).then_some(id)
    });
    move || selected.get().map(|id| view! { <EventForm id seen /> })
}

/// The form for one event.
#[component]
fn EventForm(
    /// The id of the event.
    id: String,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let event = lab.event_slice(id.clone());
    let id = StoredValue::new(id);
    let path = move |part: &str| format!("events/{}/{part}", id.get_value());
    let kind = Memo::new(move |_| event.with(|it| it.as_ref().map(|it| it.kind.clone())).unwrap_or_default());
    let short = move || {
        let words = |it: &Scenario| event.with(|of| of.as_ref().map(|of| (texts().life.what)(it, of)));
        lab.with_scenario(words)
    };
    let kinds = move || {
        let subject = event.with(|it| it.as_ref().map(|it| it.subject.clone()));
        lab.with_scenario(|it| {
            let who = it.cast.iter().find(|it| Some(&it.id) == subject.as_ref()).map(|it| it.kind);
            let fits =
                it.kinds.iter().filter(|it| it.who.is_none_or(|it| Some(it) == who) || kind.with(|now| *now == it.id));
            fits.map(|it| (it.id.clone(), it.short.clone())).collect::<Vec<_>>()
        })
    };
    let set_kind = move |kind: String| actions::become_kind(lab, &id.get_value(), &kind);
    let go = move |forwards: bool| {
        move |_| {
            if let Some((day, id)) = actions::neighbour(lab, forwards) {
                actions::select(lab, &id, day);
            }
            actions::focus_soon("event-title");
        }
    };
    let close = move |_| {
        lab.event.set(None);
        actions::focus_soon("chart-reader");
    };
    let delete = move |_| {
        actions::delete(lab, &id.get_value());
        actions::focus_soon(if lab.event.with_untracked(Option::is_some) { "event-title" } else { "chart-reader" });
    };
    let day = move || event.with(|it| it.as_ref().map(|it| it.day.0)).unwrap_or_default();
    let note = move || event.with(|it| it.as_ref().map(|it| it.note.clone())).unwrap_or_default();
    view! {
        <section class="event-editor" aria-labelledby="event-title">
            <div class="section-head">
                <h3 id="event-title" tabindex="-1">{move || (t.event)(&short().unwrap_or_default())}</h3>
                <div class="section-tools">
                    <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.previous title=t.previous on:click=go(false)>"‹"</button>
                    <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.next title=t.next on:click=go(true)>"›"</button>
                    <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.close title=t.close on:click=close>"×"</button>
                </div>
            </div>
            <EffectLine id=id.get_value() seen />
            <div class="event-fields">
                <div class="field"><span class="field-label">{t.kind}</span>
                    <Choice label=t.kind options=Signal::derive(kinds) value=kind on_value=set_kind /></div>
                <div class="field"><span class="field-label">{t.day}</span>
                    <DayField path=path("day") label=t.day value=Signal::derive(day)
                        span=Signal::derive(move || lab.with_scenario(Span::of))
                        on_lengthen=move |day| actions::move_outside(lab, &id.get_value(), day)
                        on_value=move |day| actions::move_to(lab, &id.get_value(), day) />
                    <Complaint path=path("day") /></div>
                <EventFields id=id.get_value() event />
            </div>
            <Recorders id=id.get_value() event />
            <Correction id=id.get_value() event />
            <div class="field"><span class="field-label">{t.note}</span>
                <TextBox path=path("note") label=t.note value=Signal::derive(note)
                    on_value=move |text: String| lab.edit_event(&id.get_value(), "note", |it| it.note = text) />
                <Complaint path=path("note") /></div>
            <Complaint path=path("kind") />
            <div class="row">
                <button type="button" class="btn" on:click=move |_| actions::duplicate(lab, &id.get_value())>{texts().common.duplicate}</button>
                <button type="button" class="btn btn-danger" on:click=delete>{texts().common.delete}</button>
            </div>
        </section>
    }
}
