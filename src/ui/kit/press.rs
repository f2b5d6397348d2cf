//! Keys as the editor reads them.

use leptos::ev::KeyboardEvent;
use leptos::wasm_bindgen::JsCast as _;

use crate::editor::keys::{Into, Press};

/// Reads a key.
pub fn with_press<T>(event: &KeyboardEvent, read: impl FnOnce(Press<'_>) -> T) -> T {
    let (key, code) = (event.key(), event.code());
    let command = event.ctrl_key() || event.meta_key();
    read(Press { key: &key, code: &code, command, shift: event.shift_key(), alt: event.alt_key() })
}

/// Fields that take text.
const TYPED: &str = "textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=file])";
/// Fields for which a letter means something.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// Where a key goes. A field whose text is that of the document says so: `data-undo="document"`.
pub fn goes_into(event: &KeyboardEvent) -> Into {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let is = |css: &str| target.as_ref().is_some_and(|it| it.closest(css).ok().flatten().is_some());
    match (is(FIELDS), is(TYPED) && !is("[data-undo=document]")) {
        (_, true) => Into::Own,
        (true, false) => Into::Document,
        (false, false) => Into::Page,
    }
}
