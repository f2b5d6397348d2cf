//! Saving and opening files.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::scenario::mark::on_its_own;
use crate::scenario::{self, bounds};
use crate::text::file_name::file_name;
use crate::ui::lab::life::finding::what_is_wrong;
use crate::ui::state::{Lab, fresh_document, texts};

/// Hands a text to the reader as a file.
pub fn save(name: &str, media_type: &str, text: &str) {
    // Every step is refused only by a browser that has no files at all.
    let save = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
        set_timeout(
            move || {
                Url::revoke_object_url(&url).ok();
            },
            std::time::Duration::from_secs(30),
        );
        Ok(())
    };
    save().ok();
}

/// Hands the open scenario to the reader as a file. It leaves its baseline behind, so it declares what was changed.
pub fn save_scenario(lab: Lab) {
    lab.document.with_untracked(|it| {
        let made = on_its_own(&it.scenario, &it.baseline);
        save(&file_name(&made.title, "scenario", "json"), "application/json", &scenario::write(&made));
    });
}

/// Opens a file that the reader chose, in place of the open document. What is wrong with it goes to `complain`.
pub fn open(lab: Lab, file: web_sys::File, complain: impl Fn(String) + 'static) {
    let t = texts();
    if file.size() > bounds::DOCUMENT_BYTES as f64 {
        complain(t.share.file_too_large.to_owned());
        return;
    }
    leptos::task::spawn_local(async move {
        let Ok(bytes) = gloo::file::futures::read_as_bytes(&gloo::file::Blob::from(file)).await else {
            complain(t.share.unreadable_file.to_owned());
            return;
        };
        match scenario::read_file(&bytes) {
            Ok(scenario) => {
                let opened = (t.share.opened)(&scenario.title);
                lab.open(fresh_document(std::sync::Arc::new(scenario), None));
                let wrong = untrack(|| lab.cannot_compute().then(|| what_is_wrong(lab)));
                lab.announce(match wrong {
                    Some(wrong) => format!("{opened} {} {wrong}", t.life.senseless),
                    None => opened,
                });
                complain(String::new());
            }
            Err(diagnostic) => {
                let words = (t.diagnostics.words)(&diagnostic.code);
                let place = if diagnostic.path.0.is_empty() { String::new() } else { format!("{}: ", diagnostic.path) };
                complain(format!("{place}{} {}", words.message, words.hint));
            }
        }
    });
}
