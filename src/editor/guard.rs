//! A note that something is being opened, taken away when it is on the screen. If it is still there at the next
//! attempt, the last one did not end: the page froze or broke down, and would do so again.

use super::store::Store;

/// Under which name the note is kept.
const NAME: &str = "scl.opening";
/// So long, in milliseconds, something may take in another tab before it counts as not ended.
const PATIENCE_MS: f64 = 10_000.0;
/// What is left sooner than so many milliseconds after it began was not waited for.
const LEFT_MS: f64 = 1_500.0;

/// What is being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening(String);

impl Opening {
    /// A link.
    pub fn link(payload: &str) -> Self {
        Self(format!("link-{:x}", digest(payload)))
    }

    /// The work of this tab after a reload.
    pub fn work() -> Self {
        Self("work".to_owned())
    }
}

/// Notes that something is being opened. Answers whether it should be: not if the last time did not end.
///
/// `tab` is forgotten with the tab, `all` is common to all tabs; where neither keeps anything, everything is opened.
pub fn begin(tab: &impl Store, all: &impl Store, what: &Opening, now_ms: f64) -> bool {
    let is_long_ago = |since: f64| !(0.0..PATIENCE_MS).contains(&(now_ms - since));
    let in_tab = noted(tab).iter().any(|it| it.0 == what.0);
    let anywhere = *what != Opening::work() && noted(all).iter().any(|it| it.0 == what.0 && is_long_ago(it.1));
    if in_tab || anywhere {
        return false;
    }
    begin_anyway(tab, all, what, now_ms);
    true
}

/// The same for something that the reader wants to see although the last time did not end.
pub fn begin_anyway(tab: &impl Store, all: &impl Store, what: &Opening, now_ms: f64) {
    note(tab, what, now_ms);
    note(all, what, now_ms);
}

fn note(store: &impl Store, what: &Opening, now_ms: f64) {
    let mut all = noted(store);
    all.retain(|it| it.0 != what.0);
    all.push((what.0.clone(), now_ms));
    write(store, &all);
}

/// Notes that something is on the screen. What else did not end stays noted.
pub fn end(tab: &impl Store, all: &impl Store, what: &Opening) {
    retain(tab, |it| it.0 != what.0);
    retain(all, |it| it.0 != what.0);
}

/// Notes that the page is being left. Who leaves at once has not waited in vain.
pub fn leave(tab: &impl Store, all: &impl Store, now_ms: f64) {
    for (what, since) in noted(tab) {
        if (0.0..LEFT_MS).contains(&(now_ms - since)) {
            end(tab, all, &Opening(what));
        }
    }
}

fn retain(store: &impl Store, stays: impl Fn(&(String, f64)) -> bool) {
    let mut all = noted(store);
    all.retain(stays);
    write(store, &all);
}

fn write(store: &impl Store, all: &[(String, f64)]) {
    let lines: Vec<String> = all.iter().map(|it| format!("{} {}", it.0, it.1)).collect();
    // Without room for so little there is no guard.
    if lines.is_empty() {
        store.remove(NAME).ok()
    } else {
        store.set(NAME, &lines.join("\n")).ok()
    };
}

fn noted(store: &impl Store) -> Vec<(String, f64)> {
    let text = store.get(NAME).ok().flatten().unwrap_or_default();
    let line = |it: &str| {
        let (what, since) = it.split_once(' ')?;
        Some((what.to_owned(), since.parse().ok()?))
    };
    text.lines().filter_map(line).collect()
}

/// A number that tells texts apart (FNV-1a).
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |it, byte| (it ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
