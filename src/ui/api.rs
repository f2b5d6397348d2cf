//! The JavaScript interface: the engine for checking and reuse, without the page.
//!
//! These are exports of the app's module; `boot.js` puts them on `window.socialCreditLab`. They take and give text, hold
//! no state, and throw only strings that say what is wrong.

use wasm_bindgen::prelude::*;

use crate::report;
use crate::scenario::file::Foreign;
use crate::scenario::link::{self, Shared, View};
use crate::scenario::{Diagnostic, read, write};
use crate::text::ENGLISH;

/// Computes a scenario (JSON) and answers with a report (JSON). The report names its format; faults of the scenario are
/// in its `diagnostics`.
#[wasm_bindgen]
pub fn evaluate(scenario_json: JsValue) -> String {
    match text_in(&scenario_json) {
        Ok(text) => report::report_from_json(&text, &ENGLISH),
        Err(what) => report::refusal(&what.refused(), &ENGLISH),
    }
}

/// Makes the part of a link after `s=` from a scenario (JSON).
///
/// # Errors
///
/// What is wrong with the JSON, if it is not a scenario.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(scenario_json: JsValue) -> Result<String, String> {
    let text = text_in(&scenario_json).map_err(|it| in_words(&it.refused()))?;
    let scenario = read(&text).map_err(|it| in_words(&it))?;
    Ok(link::encode(&Shared { scenario, base: None, view: View::default() }))
}

/// Reads the part of a link after `s=` and answers with the scenario (JSON).
///
/// # Errors
///
/// What is wrong with the link.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(link: JsValue) -> Result<String, String> {
    let Some(link) = link.as_string() else { return Err(ENGLISH.share.link_no_text.to_owned()) };
    let shared = link::decode(&link).map_err(|it| {
        let words = (ENGLISH.share.broken)(&it);
        format!("{} {}", words.message, words.hint)
    })?;
    Ok(write(&shared.scenario))
}

/// The text that a program gave; what it gave instead, if that was none.
fn text_in(given: &JsValue) -> Result<String, Foreign> {
    given.as_string().ok_or(if given.is_object() { Foreign::Object } else { Foreign::NotText })
}

fn in_words(fault: &Diagnostic) -> String {
    let words = (ENGLISH.diagnostics.words)(&fault.code);
    let place = if fault.path.0.is_empty() { String::new() } else { format!("{}: ", fault.path) };
    format!("{place}{} {}", words.message, words.hint)
}

/// The versions of the engine, of the document and of the report.
#[wasm_bindgen]
pub fn version() -> String {
    let (engine, document) = (env!("CARGO_PKG_VERSION"), crate::scenario::doc::VERSION);
    format!("{{\"engine\":\"{engine}\",\"document\":{document},\"report\":{}}}", report::VERSION)
}
