//! A scenario as the end of an address, so that it can be shared without a server.
//!
//! `1.<base64url(deflate(json))>`: the version of the codec, and a JSON array of
//! 0. the version of the document's format,
//! 1. the document, packed (`pack`, an array), or what is different from a preset, packed (`patch`, an object),
//! 2. the preset, as `[id, revision]`, or `null`,
//! 3. what the sender was looking at, as `[page, subject, day]`.
//!
//! What is not there is `null`, or cut off at the end.
//!
//! # Forever
//!
//! A link that was shared once must open forever, and as the same scenario. What may change, and how: slots and the
//! numbers of words are only added to ([`super::shape`]); a preset is never edited ([`super::presets`]); a new version
//! of the document keeps a copy of the old table and migrates what it unpacks; anything else is a new version of the
//! codec beside this one. `tests/golden/links` holds links of every kind.
//!
//! # Links are hostile
//!
//! Whatever a link holds, decoding it ends soon, takes little memory and does not panic. It holds data only: texts are
//! texts, and nothing in it is a command.

mod column;
mod fits;
mod mend;
mod names;
mod pack;
mod patch;
mod salvage;
mod unpack;

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{DecompressError, TINFLStatus, decompress_to_vec_with_limit};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::bounds::{ID_CHARS, LABEL_CHARS};
use super::compare::{apply, diff};
use super::diagnostic::Diagnostic;
use super::doc::{Scenario, VERSION};
use super::plain::{clean, without_isolates};
use super::presets;
use super::read::from_value;
use super::shape;
use crate::engine::Day;
use names::Names;
use pack::Packer;
use salvage::saved;

pub use fits::{BROWSER_CHARS, CHAT_CHARS, Fits, QR_CHARS, fits};
pub use mend::{begins_with_link, is_dash, plain};

/// The version of the codec, the first character of every link.
const CODEC: char = '1';
/// What stands between the version and the rest.
const MARK: char = '.';
/// The most characters that are decoded at all: far beyond what can be pasted anywhere.
pub const LINK_CHARS: usize = 64 * 1024;
/// The most bytes that they may inflate to. So many characters of a real scenario do not inflate to half as much.
pub const INSIDE_BYTES: usize = 512 * 1024;
/// How hard deflate tries.
const LEVEL: u8 = 10;

/// Links come without padding. They are read even if whoever passed them on cut off or added a little: see [`mend`].
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The scenario.
    pub scenario: Scenario,
    /// The preset that it was made from.
    pub base: Option<Base>,
    /// What the sender was looking at.
    pub view: View,
}

/// A preset, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
}

/// What the sender was looking at. Everything may be missing, or name something that does not exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The page, or the part of it.
    pub page: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The day.
    pub day: Option<Day>,
}

/// Why a link cannot be opened. Where some of it can be read, `salvage` is that: a document that opens if there is
/// enough for one, and otherwise whatever JSON there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is nothing.
    Empty,
    /// It does not begin with the version of a codec.
    UnknownVersion {
        /// How it begins.
        found: char,
    },
    /// A later build made it.
    TooNew {
        /// The version of its codec or document.
        found: u64,
        /// What can be read of it.
        salvage: Option<String>,
    },
    /// It is longer than [`LINK_CHARS`].
    TooLong {
        /// How long it is.
        chars: usize,
        /// How long it may be.
        most: usize,
    },
    /// A part of it is missing or was changed on the way.
    Damaged {
        /// What can be read of it.
        salvage: Option<String>,
    },
    /// It holds more than [`INSIDE_BYTES`].
    TooLargeInside {
        /// How many bytes it may hold.
        most: usize,
    },
    /// What it holds is no scenario.
    NotAScenario {
        /// What is wrong with it.
        diagnostic: Diagnostic,
        /// What it holds.
        salvage: Option<String>,
    },
    /// It changes a preset that this build does not have.
    UnknownPreset {
        /// The preset.
        id: String,
        /// Its revision.
        revision: u32,
        /// The changes.
        salvage: Option<String>,
    },
    /// The changes do not fit the preset.
    Patch {
        /// What is wrong with them.
        diagnostic: Diagnostic,
        /// The changes.
        salvage: Option<String>,
    },
}

impl LinkError {
    /// What can be read of the link.
    pub fn salvage(&self) -> Option<&str> {
        match self {
            Self::TooNew { salvage, .. }
            | Self::Damaged { salvage }
            | Self::NotAScenario { salvage, .. }
            | Self::UnknownPreset { salvage, .. }
            | Self::Patch { salvage, .. } => salvage.as_deref(),
            _ => None,
        }
    }
}

/// Makes a link: the value of the parameter, without the address of the page.
///
/// # Properties
///
/// [`decode`] gives back what went in. Equal inputs make equal links, on every machine. The link holds only the
/// differences from the preset if there is one and that is shorter.
pub fn encode(shared: &Shared) -> String {
    Bodies::of(&shared.scenario, shared.base.as_ref()).link(&shared.view)
}

/// The links to one scenario from several views, as [`encode`] makes them; `None` for one that is longer than so many
/// characters.
///
/// The scenario is packed once, and if it alone makes a link that is far too long, nothing else is done.
pub fn encode_short(scenario: &Scenario, base: Option<&Base>, views: &[View], most: usize) -> Vec<Option<String>> {
    let bodies = Bodies::of(scenario, base);
    if bodies.link(&View::default()).len() > most + LABEL_CHARS {
        return vec![None; views.len()];
    }
    views.iter().map(|it| Some(bodies.link(it)).filter(|it| it.len() <= most)).collect()
}

/// What a link can hold of a scenario: all of it, or what is different from a preset.
struct Bodies<'a> {
    whole: Value,
    changes: Option<Value>,
    base: Option<&'a Base>,
}

impl<'a> Bodies<'a> {
    fn of(scenario: &Scenario, base: Option<&'a Base>) -> Self {
        Self { whole: whole(scenario), changes: base.and_then(|it| changes(scenario, it)), base }
    }

    /// The shorter link of the two.
    fn link(&self, view: &View) -> String {
        let whole = written(&self.whole, self.base, view);
        let short = self.changes.as_ref().map(|it| written(it, self.base, view));
        short.filter(|it| it.len() <= whole.len()).unwrap_or(whole)
    }
}

fn whole(scenario: &Scenario) -> Value {
    let document = json(scenario);
    let names = Names::of(&document);
    Packer { names: &names }.value(&document, shape::Shape::Record(shape::SCENARIO))
}

/// What is different from the preset, if this build has it.
fn changes(scenario: &Scenario, base: &Base) -> Option<Value> {
    let preset = presets::find(&base.id, base.revision)?.scenario().ok()?;
    Some(patch::pack(&json(&preset), &diff(&preset, scenario)))
}

/// A document as JSON.
///
/// Writing a document into memory cannot fail: all its keys are texts and all its numbers finite.
fn json(scenario: &Scenario) -> Value {
    serde_json::to_value(scenario).unwrap_or_default()
}

fn written(body: &Value, base: Option<&Base>, view: &View) -> String {
    let base = base.map(|it| Value::from(vec![it.id.as_str().into(), Value::from(it.revision)]));
    let mut parts = vec![VERSION.into(), body.clone(), base.into(), view_written(view)];
    parts.truncate(parts.iter().rposition(|it| !it.is_null()).map_or(0, |it| it + 1));
    let text = without_isolates(Value::Array(parts).to_string());
    // What is larger than a link may hold opens nowhere: its length is all that anybody asks for.
    let level = if text.len() <= INSIDE_BYTES { LEVEL } else { 1 };
    let bytes = compress_to_vec(text.as_bytes(), level);
    format!("{CODEC}{MARK}{}", BASE64.encode(bytes))
}

fn view_written(view: &View) -> Value {
    let mut parts: Vec<Value> =
        vec![view.page.clone().into(), view.subject.clone().into(), view.day.map(Day::number).into()];
    parts.truncate(parts.iter().rposition(|it| !it.is_null()).map_or(0, |it| it + 1));
    if parts.is_empty() { Value::Null } else { Value::Array(parts) }
}

/// Opens a link.
///
/// The scenario has the right shape; whether it can be computed is [`super::lower()`]'s question, as for any document.
///
/// # Errors
///
/// What is wrong with it, and what can be saved.
pub fn decode(text: &str) -> Result<Shared, LinkError> {
    let readings = mend::readings(text)?;
    let holds_something = |it: &&String| inflate(it).is_ok_and(|it| serde_json::from_slice::<IgnoredAny>(&it).is_ok());
    let likeliest = readings.first().map(String::as_str).unwrap_or_default();
    let reading = if readings.len() > 1 { readings.iter().find(holds_something) } else { None };
    let text = inflated(reading.map_or(likeliest, String::as_str))?;
    let parts: Result<Vec<Value>, _> = serde_json::from_str(&text);
    let parts = parts.map_err(|_| LinkError::Damaged { salvage: saved(&text) })?;
    opened(&parts, &text)
}

/// The JSON inside.
fn inflated(encoded: &str) -> Result<String, LinkError> {
    let damaged = |output: Vec<u8>| {
        // Behind what was read the buffer has zeros, which JSON never has.
        let read = output.split(|it| *it == 0).next().unwrap_or_default();
        LinkError::Damaged { salvage: saved(&String::from_utf8_lossy(read)) }
    };
    let bytes = inflate(encoded).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLargeInside { most: INSIDE_BYTES },
        _ if error.output.is_empty() => LinkError::Damaged { salvage: None },
        _ => damaged(error.output),
    })?;
    String::from_utf8(bytes).map_err(|error| damaged(error.into_bytes()))
}

/// What the letters of a link inflate to. What stands behind its end is passed over.
fn inflate(encoded: &str) -> Result<Vec<u8>, DecompressError> {
    let nothing = DecompressError { status: TINFLStatus::FailedCannotMakeProgress, output: Vec::new() };
    // One character alone at the end holds less than a byte: something was cut off, which shows later.
    let whole = encoded.len() - usize::from(encoded.len() % 4 == 1);
    let bytes = BASE64.decode(encoded.as_bytes().get(..whole).unwrap_or_default()).map_err(|_| nothing)?;
    decompress_to_vec_with_limit(&bytes, INSIDE_BYTES)
}

fn opened(parts: &[Value], text: &str) -> Result<Shared, LinkError> {
    let salvage = || Some(text.to_owned());
    let damaged = || LinkError::Damaged { salvage: salvage() };
    let found = parts.first().and_then(Value::as_u64).ok_or_else(damaged)?;
    if found > u64::from(VERSION) {
        return Err(LinkError::TooNew { found, salvage: salvage() });
    }
    let base = parts.get(2).and_then(base_read);
    let view = view_read(parts.get(3));
    let scenario = match (parts.get(1), &base) {
        (Some(row @ Value::Array(_)), _) => unpacked(row, text)?,
        (Some(packed @ Value::Object(_)), Some(base)) => patched(packed, base, text)?,
        _ => return Err(damaged()),
    };
    Ok(Shared { scenario, base, view })
}

fn unpacked(row: &Value, text: &str) -> Result<Scenario, LinkError> {
    let fail = |diagnostic, salvage| LinkError::NotAScenario { diagnostic, salvage: Some(salvage) };
    let document = unpack::document(row).map_err(|it| fail(it, text.to_owned()))?;
    from_value(document.clone()).map_err(|it| fail(it, format!("{document:#}")))
}

fn patched(packed: &Value, base: &Base, text: &str) -> Result<Scenario, LinkError> {
    let preset = presets::find(&base.id, base.revision).and_then(|it| it.scenario().ok());
    let Some(preset) = preset else {
        let Base { id, revision } = base.clone();
        return Err(LinkError::UnknownPreset { id, revision, salvage: Some(text.to_owned()) });
    };
    let fail = |diagnostic, salvage| LinkError::Patch { diagnostic, salvage: Some(salvage) };
    let patch = patch::unpack(&json(&preset), packed).map_err(|it| fail(it, text.to_owned()))?;
    apply(&preset, &patch).map_err(|it| fail(it, format!("{patch:#}")))
}

fn base_read(part: &Value) -> Option<Base> {
    let [id, revision] = part.as_array()?.as_slice() else { return None };
    let id = clean(id.as_str().filter(|it| it.len() <= ID_CHARS)?).into_owned();
    Some(Base { id, revision: u32::try_from(revision.as_u64()?).ok()? })
}

/// What makes no sense is left out: a link is not worth less because of where its sender looked.
fn view_read(part: Option<&Value>) -> View {
    let part = |at| part.and_then(|it| it.get(at));
    let name = |it: &Value| it.as_str().filter(|it| it.len() <= LABEL_CHARS).map(str::to_owned);
    let day = part(2).and_then(Value::as_i64).and_then(|it| i32::try_from(it).ok());
    View { page: part(0).and_then(name), subject: part(1).and_then(name), day: day.map(Day::from_number) }
}
