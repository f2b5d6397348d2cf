//! A file that is dropped anywhere on the page is opened as by the button.

use std::time::Duration;

use leptos::ev::{self, DragEvent};
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DataTransfer, HtmlDialogElement};

use super::files;
use crate::editor::Route;
use crate::ui::kit::Dialog;
use crate::ui::state::{Lab, texts};

/// A file that is dragged over the page is told of at least this often.
const SILENCE: Duration = Duration::from_millis(700);

/// The hint while a file is over the page, and what is wrong with the file that was dropped.
#[component]
pub fn DropTarget() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let hint = NodeRef::<html::Div>::new();
    let over = RwSignal::new(false);
    let gone = StoredValue::new(None::<TimeoutHandle>);
    let (complaint, complaining) = (RwSignal::new(String::new()), RwSignal::new(false));

    let dragged = move |event: DragEvent| {
        let Some(transfer) = event.data_transfer().filter(has_files) else { return };
        // Without this, the browser would leave the page and show the file.
        event.prevent_default();
        transfer.set_drop_effect("copy");
        over.set(true);
        let silent = move || {
            over.try_set(false);
        };
        let handle = set_timeout_with_handle(silent, SILENCE).ok();
        gone.update_value(|it| {
            if let Some(earlier) = std::mem::replace(it, handle) {
                earlier.clear();
            }
        });
    };
    let complain = move |words: String| {
        complaining.try_set(!words.is_empty());
        complaint.try_set(words);
    };
    let dropped = move |event: DragEvent| {
        let Some(transfer) = event.data_transfer().filter(has_files) else { return };
        event.prevent_default();
        over.set(false);
        match the_file(&transfer) {
            Ok(file) => files::open(lab, file, move |words| {
                if words.is_empty() {
                    close_dialogs();
                    lab.go(&Route::Lab);
                }
                complain(words);
            }),
            Err(words) => complain(words.to_owned()),
        }
    };
    let listeners = [
        window_event_listener(ev::dragenter, dragged),
        window_event_listener(ev::dragover, dragged),
        window_event_listener(ev::drop, dropped),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|it| it.remove()));
    Effect::new(move |_| {
        let (Some(hint), is_over) = (hint.get(), over.get()) else { return };
        // A popover stands above open dialogs. Browsers that have none show it all the same, below them.
        let method = JsValue::from_str(if is_over { "showPopover" } else { "hidePopover" });
        let method = js_sys::Reflect::get(&hint, &method).unwrap_or(JsValue::UNDEFINED);
        if let Some(method) = method.dyn_ref::<js_sys::Function>() {
            // Refused only if it is as it should be already.
            method.call0(&hint).ok();
        }
    });
    view! {
        <div class="drop-hint" popover="manual" data-shown=move || over.get().then_some("") aria-hidden="true" node_ref=hint>
            <p>{t.drop_hint}</p>
        </div>
        <Dialog title=t.drop_failed open=complaining>
            <p class="notice" data-kind="error" role="alert">{complaint}</p>
        </Dialog>
    }
}

fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().iter().any(|it| it.as_string().as_deref() == Some("Files"))
}

/// The one file that was dropped, or what was dropped instead.
fn the_file(transfer: &DataTransfer) -> Result<web_sys::File, &'static str> {
    let t = &texts().share;
    let files = transfer.files().ok_or(t.unreadable_file)?;
    match files.length() {
        _ if is_folder(transfer).unwrap_or(false) => Err(t.drop_folder),
        0 => Err(t.drop_nothing),
        1 => files.get(0).ok_or(t.unreadable_file),
        _ => Err(t.drop_several),
    }
}

/// Whether the first thing is a folder, if the browser tells.
fn is_folder(transfer: &DataTransfer) -> Result<bool, JsValue> {
    let read = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let first = read(&read(transfer, "items")?, "0")?;
    let entry = read(&first, "webkitGetAsEntry")?;
    let entry = entry.dyn_ref::<js_sys::Function>().ok_or(JsValue::NULL)?.call0(&first)?;
    Ok(read(&entry, "isDirectory")?.is_truthy())
}

/// Dialogs are about the document that was open.
fn close_dialogs() {
    let Ok(dialogs) = document().query_selector_all("dialog[open]") else { return };
    for at in 0..dialogs.length() {
        if let Some(it) = dialogs.get(at).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
            it.close();
        }
    }
}
