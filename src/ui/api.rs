//! The JavaScript interface: the engine for checking and reuse, without the page.
//!
//! These are exports of the app's module; `boot.js` puts them on `window.socialCreditLab`. They take and give text, hold
//! no state, and throw only strings that say what is wrong.

use wasm_bindgen::prelude::*;

use crate::report;
use crate::scenario::link::{self, Shared, View};
use crate::scenario::{read, write};
use crate::text::ENGLISH;

/// Computes a scenario (JSON) and answers with a report (JSON). The report names its format; faults of the scenario are
/// in its `diagnostics`.
#[wasm_bindgen]
pub fn evaluate(scenario_json: &str) -> String {
    report::report_from_json(scenario_json, &ENGLISH)
}

/// Makes the part of a link after `s=` from a scenario (JSON).
///
/// # Errors
///
/// What is wrong with the JSON, if it is not a scenario.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(scenario_json: &str) -> Result<String, String> {
    let scenario = read(scenario_json).map_err(|it| {
        let words = (ENGLISH.diagnostics.words)(&it.code);
        format!("{}: {} {}", it.path, words.message, words.hint)
    })?;
    Ok(link::encode(&Shared { scenario, base: None, view: View::default() }))
}

/// Reads the part of a link after `s=` and answers with the scenario (JSON).
///
/// # Errors
///
/// What is wrong with the link.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(link: &str) -> Result<String, String> {
    let shared = link::decode(link).map_err(|it| {
        let words = (ENGLISH.share.broken)(&it);
        format!("{} {}", words.message, words.hint)
    })?;
    Ok(write(&shared.scenario))
}

/// The versions of the engine, of the document and of the report.
#[wasm_bindgen]
pub fn version() -> String {
    let (engine, document) = (env!("CARGO_PKG_VERSION"), crate::scenario::doc::VERSION);
    format!("{{\"engine\":\"{engine}\",\"document\":{document},\"report\":{}}}", report::VERSION)
}
