//! The dialog in which a number is chosen and pinned.

use leptos::html;
use leptos::prelude::*;

use super::{Asked, Pins};
use crate::editor::claims::{MOST, NOTE_CHARS, Number};
use crate::editor::store::Trouble;
use crate::ui::kit::{CareNote, Choice, Dialog};
use crate::ui::state::{Lab, texts};

/// The dialog that all buttons open.
#[component]
pub fn PinDialog() -> impl IntoView {
    let pins = Pins::get();
    view! { <Dialog title=texts().claims.pin_title open=pins.open><Inside /></Dialog> }
}

/// The choice, or why there is none.
#[component]
fn Inside() -> impl IntoView {
    let (pins, t) = (Pins::get(), &texts().claims);
    let asked = pins.asked.get_untracked();
    if asked.stale {
        return view! { <p class="notice" data-kind="warn"><span>{t.stale}</span></p> }.into_any();
    }
    if asked.grid.columns().is_empty() {
        return view! { <p class="empty">{t.no_table}</p> }.into_any();
    }
    view! { <Form asked /> }.into_any()
}

/// Row, column, value, note.
#[component]
fn Form(
    /// The table.
    asked: Asked,
) -> impl IntoView {
    let (lab, pins, t) = (Lab::get(), Pins::get(), &texts().claims);
    let figure = asked.origin.as_ref().map(|it| it.figure.clone()).unwrap_or_default();
    let columns = asked.grid.columns();
    let row = RwSignal::new("0".to_owned());
    let column = RwSignal::new(columns.first().copied().unwrap_or_default().to_string());
    let named = |(at, name): (usize, String)| (at.to_string(), cut(&name));
    let rows: Vec<(String, String)> = asked.grid.row_names().into_iter().enumerate().map(named).collect();
    let head = |at: usize| {
        let head = asked.grid.heads.get(at).filter(|it| !it.is_empty()).cloned();
        (at.to_string(), head.map_or_else(|| (t.column_nth)(at + 1), |it| cut(&it)))
    };
    let heads: Vec<(String, String)> = columns.into_iter().map(head).collect();
    let asked = StoredValue::new(asked);
    let number = Memo::new(move |_| {
        let (row, column) = (row.get().parse().ok()?, column.get().parse().ok()?);
        asked.with_value(|it| it.grid.pick(row, column))
    });
    let note = NodeRef::<html::Textarea>::new();
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let at = (row.get_untracked().parse().unwrap_or_default(), column.get_untracked().parse().unwrap_or_default());
        let origin = asked.with_value(|it| it.origin_of(at));
        let Some((number, origin)) = number.get_untracked().zip(origin) else { return };
        let words = match pins.pin(number.clone(), origin, &typed.get_untracked()) {
            Some(_) => (t.pinned_now)(&number, untrack(|| pins.count())),
            None => (t.full)(MOST),
        };
        typed.set(String::new());
        lab.announce(words.clone());
        told.set(Some(words));
    };
    let (rows, heads) = (StoredValue::new(rows), StoredValue::new(heads));
    view! {
        <form class="pin-form" on:submit=send>
            {(!figure.is_empty()).then(|| view! { <p class="muted">{figure}</p> })}
            <div class="field"><span class="field-label" aria-hidden="true">{t.row}</span>
                <Choice label=t.row id="pin-row" options=Signal::derive(move || rows.get_value()) value=row
                    on_value=move |it: String| row.set(it) /></div>
            <div class="field"><span class="field-label" aria-hidden="true">{t.column}</span>
                <Choice label=t.column id="pin-column" options=Signal::derive(move || heads.get_value()) value=column
                    on_value=move |it: String| column.set(it) /></div>
            <output class="pin-value" for="pin-row pin-column">{move || shown(number.get())}</output>
            <div class="field">
                <label class="field-label" for="pin-note">{t.note}</label>
                <textarea class="textarea" id="pin-note" rows="2" maxlength=NOTE_CHARS.to_string() node_ref=note
                    aria-describedby="pin-note-hint pin-care" prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value()) />
                <span class="field-hint" id="pin-note-hint">{t.note_hint}</span>
                <CareNote id="pin-care" texts=Signal::derive(move || typed.get()) />
            </div>
            <div class="row">
                <button type="submit" class="btn btn-primary pin-now" disabled=move || number.with(Option::is_none)>{t.pin_now}</button>
                <span role="status" class="pin-told">{told}</span>
                {move || told.with(Option::is_some).then(|| view! {
                    <a href="#/claims" on:click=move |_| pins.open.set(false)>{t.to_list}</a>
                })}
            </div>
            <Kept />
        </form>
    }
}

/// Says that the browser keeps nothing, if it does not.
#[component]
pub fn Kept() -> impl IntoView {
    let (pins, t) = (Pins::get(), &texts().claims);
    move || {
        let words = match pins.trouble.get()? {
            Trouble::Blocked => t.blocked,
            Trouble::Full => t.no_room,
        };
        Some(view! { <p class="notice" data-kind="warn" role="status"><span>{words}</span></p> })
    }
}

/// The number as the card will show it.
fn shown(number: Option<Number>) -> AnyView {
    let t = &texts().claims;
    match number {
        None => view! { <span class="muted">{t.nothing_there}</span> }.into_any(),
        Some(it) => {
            let range = (t.range)(&it).map(|it| view! { <span class="muted">{it}</span> });
            view! { <strong class="claim-value">{it.value.clone()}</strong><span>{(t.what)(&it)}</span>{range} }
                .into_any()
        }
    }
}

/// A name short enough for a list.
fn cut(text: &str) -> String {
    const MOST_CHARS: usize = 90;
    if text.chars().count() <= MOST_CHARS {
        return text.to_owned();
    }
    text.chars().take(MOST_CHARS - 1).chain(['…']).collect()
}
