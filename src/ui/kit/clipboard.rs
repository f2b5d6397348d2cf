//! Texts and tables to take away.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use crate::text::csv::Sheet;

/// Copies a text, and says whether that worked. Pages that are not served securely have no clipboard.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    if !is_there() {
        return done(false);
    }
    spawn_local(async move {
        done(JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok());
    });
}

/// Copies a table for spreadsheets and for documents; where a browser takes only text, for spreadsheets.
pub fn copy_table(sheet: &Sheet, done: impl Fn(bool) + 'static) {
    let text = sheet.tabs();
    match is_there().then(|| write_both(&text, &sheet.html())) {
        Some(Ok(writing)) => spawn_local(async move {
            match JsFuture::from(writing).await {
                Ok(_) => done(true),
                Err(_) => copy(text, done),
            }
        }),
        _ => copy(text, done),
    }
}

fn is_there() -> bool {
    js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).is_ok_and(|it| !it.is_undefined())
}

/// Begins to write one thing in two forms. Refused by browsers that have no such things.
fn write_both(text: &str, html: &str) -> Result<js_sys::Promise, JsValue> {
    let forms = js_sys::Object::new();
    for (media_type, form) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = js_sys::Array::of1(&JsValue::from_str(form));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        js_sys::Reflect::set(&forms, &JsValue::from_str(media_type), &blob)?;
    }
    let made = js_sys::Reflect::get(&window(), &JsValue::from_str("ClipboardItem"))?;
    let item = js_sys::Reflect::construct(
        made.dyn_ref::<js_sys::Function>().ok_or(JsValue::NULL)?,
        &js_sys::Array::of1(&forms),
    )?;
    let clipboard = window().navigator().clipboard();
    let write = js_sys::Reflect::get(&clipboard, &JsValue::from_str("write"))?;
    let write = write.dyn_ref::<js_sys::Function>().ok_or(JsValue::NULL)?;
    Ok(write.call1(&clipboard, &js_sys::Array::of1(&item))?.unchecked_into())
}
