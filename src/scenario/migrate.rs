//! From every version that ever was to the present one, step by step, on bare JSON.
//!
//! Steps never use the types of [`super::doc`]: those change, and a step must go on doing what it did. There is one
//! version so far, and so there are no steps. A fixture of every version stands in `tests/fixtures`.

use serde_json::Value;

use super::diagnostic::{Code, Diagnostic, Path};
use super::doc::VERSION;

/// One step: from the version of its place, counted from 1, to the next.
type Step = fn(Value) -> Value;

/// The steps, oldest first.
const STEPS: &[Step] = &[];

/// Brings a document to the present version.
///
/// # Errors
///
/// If the version is missing, unknown, or later than the present one.
pub fn migrate(mut document: Value) -> Result<Value, Diagnostic> {
    let fail = |code| Err(Diagnostic { code, path: Path::root().at("version") });
    let stated = document.get("version").filter(|it| !it.is_null());
    let Some(stated) = stated else { return fail(Code::NoVersion) };
    let unknown = || Code::UnknownVersion { found: stated.to_string().chars().take(20).collect() };
    let typed = stated.as_str().and_then(|it| it.trim().parse().ok());
    let Some(found) = stated.as_u64().or(typed) else { return fail(unknown()) };
    if found > u64::from(VERSION) {
        return fail(Code::TooNew { found });
    }
    let Some(done) = usize::try_from(found).ok().and_then(|it| it.checked_sub(1)) else {
        return fail(unknown());
    };
    for step in STEPS.iter().skip(done) {
        document = step(document);
    }
    if let Some(version) = document.get_mut("version") {
        *version = VERSION.into();
    }
    Ok(document)
}
