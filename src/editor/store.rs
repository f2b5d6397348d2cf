//! What a browser keeps, seen from here: texts under names, in a place that may be blocked, full, or damaged.
//!
//! Nothing that cannot be read is written over: a later build may have written it, or somebody may still mend it. What
//! this build keeps goes under another name beside it then.

use serde::Deserialize;
use serde_json::Value;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not allow it.
    Blocked,
    /// There is no room.
    Full,
}

/// Texts under names.
pub trait Store {
    /// The text under a name.
    ///
    /// # Errors
    ///
    /// If the browser does not allow it. Then nobody knows whether there is one.
    fn get(&self, name: &str) -> Result<Option<String>, Trouble>;

    /// Keeps a text under a name.
    ///
    /// # Errors
    ///
    /// If the browser does not allow it or has no room. What was kept before stays.
    fn set(&self, name: &str, text: &str) -> Result<(), Trouble>;

    /// Forgets the text under a name.
    ///
    /// # Errors
    ///
    /// If the browser does not allow it.
    fn remove(&self, name: &str) -> Result<(), Trouble>;

    /// All names, in any order.
    ///
    /// # Errors
    ///
    /// If the browser does not allow it.
    fn names(&self) -> Result<Vec<String>, Trouble>;
}

/// What a browser keeps as one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Pinned numbers.
    Claims,
    /// Answers to lessons.
    Answers,
    /// What a class said.
    Class,
    /// What was done in this tab.
    Work,
}

/// Where a thing is kept that is one text, and what was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The thing, if it could be read.
    pub thing: Option<T>,
    /// The name under which it is kept from now on: nothing there is unreadable.
    pub name: String,
    /// Names of texts that cannot be read. They stay as they are.
    pub unreadable: Vec<String>,
}

/// So many texts that cannot be read are passed by.
const PASSED: usize = 9;

/// Looks for the thing that is kept under a name; if what is there cannot be read, under the name with a number.
///
/// # Errors
///
/// If the browser does not allow to look. Then nothing may be written either.
pub fn find<T>(store: &impl Store, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Found<T>, Trouble> {
    let mut unreadable = Vec::new();
    for nth in 1..=PASSED {
        let name = if nth == 1 { name.to_owned() } else { format!("{name}.{nth}") };
        let Some(text) = store.get(&name)? else { return Ok(Found { thing: None, name, unreadable }) };
        match read(&text) {
            Some(thing) => return Ok(Found { thing: Some(thing), name, unreadable }),
            None => unreadable.push(name),
        }
    }
    Err(Trouble::Full)
}

/// Reads a thing that was kept as JSON with a version, or without one by builds of before. `None` if it is damaged or of
/// a later version.
pub fn read_versioned<T: for<'a> Deserialize<'a>>(text: &str, version: u64) -> Option<T> {
    let value: Value = serde_json::from_str(text).ok()?;
    let found = match value.get("version") {
        None => 0,
        Some(found) => found.as_u64()?,
    };
    if found > version {
        return None;
    }
    serde_json::from_value(value).ok()
}
