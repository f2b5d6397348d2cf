//! One id, one thing: a document in which things of a sort share an id is given new ids before it is edited.
//!
//! [`super::lower()`] refuses such a document, and for programs that is the answer. An editor cannot show a list in which
//! two rows are one, so it opens the document with the later ones renamed, and says so. What names the id goes on meaning
//! the first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bounds::ID_CHARS;
use super::diagnostic::Thing;
use super::doc::Scenario;

/// A thing that had the id of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// What it is.
    pub thing: Thing,
    /// The id that it had.
    pub from: String,
    /// The id that it has now; `None` if it was left out: two values of one assumption cannot both stand.
    pub to: Option<String>,
}

/// Gives every thing an id of its own within its list. Answers what was renamed, in document order.
///
/// # Properties
///
/// Afterwards no list has an id twice; a second call changes nothing; a document without repeated ids stays as it is.
pub fn make_unique(it: &mut Scenario) -> Vec<Renamed> {
    let mut all = Renames(Vec::new());
    all.list(Thing::Reference, &mut it.references, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Group, &mut it.groups, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Kind, &mut it.kinds, |it| &it.id, |it| &mut it.id);
    for kind in &mut it.kinds {
        all.list(Thing::Field, &mut kind.fields, |it| &it.id, |it| &mut it.id);
        for field in &mut kind.fields {
            all.list(Thing::Choice, &mut field.choices, |it| &it.id, |it| &mut it.id);
        }
    }
    let book = &mut it.rulebook;
    all.list(Thing::Band, &mut book.bands, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Source, &mut book.sources, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Rule, &mut book.rules, |it| &it.id, |it| &mut Arc::make_mut(it).id);
    all.list(Thing::List, &mut book.lists, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Consequence, &mut book.consequences, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Subject, &mut it.cast, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Event, &mut it.events, |it| &it.id, |it| &mut Arc::make_mut(it).id);
    all.list(Thing::Principle, &mut it.principles, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Expectation, &mut it.expectations, |it| &it.id, |it| &mut it.id);
    all.list(Thing::Shock, &mut it.society.shocks, |it| &it.id, |it| &mut it.id);
    let mut seen = BTreeSet::new();
    it.society.dials.retain(|dial| {
        let is_first = seen.insert(dial.id.clone());
        if !is_first {
            all.0.push(Renamed { thing: Thing::Dial, from: dial.id.clone(), to: None });
        }
        is_first
    });
    all.0
}

struct Renames(Vec<Renamed>);

impl Renames {
    fn list<T>(&mut self, thing: Thing, list: &mut [T], id: fn(&T) -> &String, id_mut: fn(&mut T) -> &mut String) {
        let mut seen = BTreeSet::new();
        let repeated: Vec<usize> = (0..list.len()).filter(|at| !seen.insert(id(&list[*at]).as_str())).collect();
        if repeated.is_empty() {
            return;
        }
        let mut taken: BTreeSet<String> = seen.into_iter().map(str::to_owned).collect();
        let mut counts = BTreeMap::new();
        for at in repeated {
            let from = id(&list[at]).clone();
            let to = free(&from, &mut taken, &mut counts);
            id_mut(&mut list[at]).clone_from(&to);
            self.0.push(Renamed { thing, from, to: Some(to) });
        }
    }
}

/// An id like this one that nothing has yet: with the next number behind it, and no longer than ids may be.
fn free(id: &str, taken: &mut BTreeSet<String>, counts: &mut BTreeMap<String, usize>) -> String {
    let is_letter = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '-' | '+' | '_');
    let stem: String = id.chars().filter(is_letter).take(ID_CHARS - 8).collect();
    let count = counts.entry(stem.clone()).or_insert(1);
    loop {
        *count += 1;
        let free = if stem.is_empty() { format!("unnamed-{count}") } else { format!("{stem}-{count}") };
        if taken.insert(free.clone()) {
            return free;
        }
    }
}
