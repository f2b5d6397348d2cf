//! What a class said at a step, and whether the result was revealed. It stays in this tab.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::editor::store::Thing;
use crate::lessons::answer::{Misread, code, read};
use crate::lessons::tally::Class;
use crate::ui::share::InTab;

/// The name under which the tab keeps it.
const NAME: &str = "scl.room";

thread_local! {
    /// The same while the page is open, for browsers that keep nothing.
    static KEPT: RefCell<Option<(InTab, Kept)>> = const { RefCell::new(None) };
}

/// By lesson and step: `twelve-points/by-hand`.
type Kept = BTreeMap<String, Mark>;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Mark {
    revealed: bool,
    codes: Vec<String>,
    hands: Vec<u32>,
}

/// What became of codes that were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// So many are new.
    pub counted: usize,
    /// So many were there already.
    pub doubled: usize,
    /// These are not counted, and why.
    pub refused: Vec<(String, Misread)>,
}

/// A class at a step.
#[derive(Clone, Copy)]
pub struct Room {
    mark: RwSignal<Mark>,
    names: StoredValue<(String, String)>,
}

impl Room {
    /// The class at a step of a lesson, with what was said in this tab before.
    pub fn at(lesson: &str, step: &str) -> Self {
        let mark = with_kept(|it| it.get(&key(lesson, step)).cloned()).unwrap_or_default();
        Self { mark: RwSignal::new(mark), names: StoredValue::new((lesson.to_owned(), step.to_owned())) }
    }

    /// The ids of lesson and step.
    pub fn names(self) -> (String, String) {
        self.names.get_value()
    }

    /// Whether the result may be seen.
    pub fn revealed(self) -> bool {
        self.mark.with(|it| it.revealed)
    }

    /// Shows the result, or holds it back.
    pub fn reveal(self, revealed: bool) {
        self.change(|it| it.revealed = revealed);
    }

    /// The codes that are counted.
    pub fn codes(self) -> Vec<String> {
        self.mark.with(|it| it.codes.clone())
    }

    /// The answers in the codes.
    pub fn class(self) -> Class {
        let codes = self.mark.with(|it| it.codes.join(" "));
        self.names.with_value(|it| Class::read(&it.0, &it.1, &codes))
    }

    /// Counts codes: one on each line, or divided by commas or spaces.
    pub fn add(self, text: &str) -> Added {
        let mut added = Added::default();
        let mut codes = self.mark.with_untracked(|it| it.codes.clone());
        let (lesson, step) = self.names();
        for given in text.split(|it: char| it.is_whitespace() || ",;".contains(it)).filter(|it| !it.is_empty()) {
            match read(&lesson, &step, given) {
                Err(why) => added.refused.push((given.to_owned(), why)),
                Ok(said) => {
                    // As a device writes it, however it was typed.
                    let clean = code(&lesson, &step, said.device, &said.answer);
                    if codes.contains(&clean) {
                        added.doubled += 1;
                    } else {
                        added.counted += 1;
                        codes.push(clean);
                    }
                }
            }
        }
        if added.counted > 0 {
            self.change(|it| it.codes = codes);
        }
        added
    }

    /// How many raised their hands for the answer at a place.
    pub fn hands(self, at: usize) -> u32 {
        self.mark.with(|it| it.hands.get(at).copied().unwrap_or_default())
    }

    /// Notes how many raised their hands for the answer at a place.
    pub fn set_hands(self, at: usize, count: u32) {
        self.change(|it| {
            if it.hands.len() <= at {
                it.hands.resize(at + 1, 0);
            }
            it.hands[at] = count;
        });
    }

    /// Forgets what was said, and holds the result back again.
    pub fn clear(self) {
        self.change(|it| *it = Mark::default());
    }

    /// Forgets what was said at every step of the lesson.
    pub fn clear_lesson(self) {
        let lesson = self.names.with_value(|it| format!("{}/", it.0));
        with_kept(|it| it.retain(|key, _| !key.starts_with(&lesson)));
        self.clear();
    }

    fn change(self, change: impl FnOnce(&mut Mark)) {
        self.mark.try_update(change);
        let Some(mark) = self.mark.try_get_untracked() else { return };
        let key = self.names.with_value(|it| key(&it.0, &it.1));
        with_kept(|it| drop(it.insert(key, mark)));
        KEPT.with_borrow(|it| {
            if let Some((place, kept)) = it {
                place.keep(&serde_json::to_string(kept).unwrap_or_default());
            }
        });
    }
}

fn key(lesson: &str, step: &str) -> String {
    format!("{lesson}/{step}")
}

fn with_kept<T>(read: impl FnOnce(&mut Kept) -> T) -> T {
    KEPT.with_borrow_mut(|it| {
        let from_tab = || {
            let (place, kept) = InTab::find(Thing::Class, NAME, 0);
            (place, kept.unwrap_or_default())
        };
        read(&mut it.get_or_insert_with(from_tab).1)
    })
}
