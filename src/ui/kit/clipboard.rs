//! Texts to take away.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;

/// Copies a text, and says whether that worked. Pages that are not served securely have no clipboard.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    if clipboard.is_ok_and(|it| it.is_undefined()) {
        return done(false);
    }
    spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(window().navigator().clipboard().write_text(&text));
        done(copied.await.is_ok());
    });
}
