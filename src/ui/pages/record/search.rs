//! What the reader looks for among all statements.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::record::{Facts, Filter};
use crate::scenario::doc::{Mechanism, Standing};
use crate::ui::shell;
use crate::ui::state::{Lab, texts};

/// Words and filters, the statement that a link names, and what fits.
#[derive(Clone, Copy)]
pub struct Search {
    /// Words that have to occur.
    pub words: RwSignal<String>,
    /// Chosen marks; all, if none is chosen.
    pub standings: RwSignal<BTreeSet<Standing>>,
    /// The chosen topic.
    pub topic: RwSignal<Option<String>>,
    /// The chosen mechanism.
    pub mechanism: RwSignal<Option<Mechanism>>,
    /// The id of the statement that the address names.
    pub here: RwSignal<Option<String>>,
    /// What fits.
    pub found: Memo<Found>,
    facts: StoredValue<Arc<Facts>>,
}

/// What fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// For each statement in the order of the file, whether it fits.
    pub fits: Vec<bool>,
    /// How many fit.
    pub n: usize,
    /// How many of each mark would fit if only that one were chosen.
    pub by_standing: Vec<(Standing, usize)>,
}

impl Search {
    /// Makes it and provides it to the components below.
    pub fn provide(facts: Arc<Facts>) -> Self {
        let (words, standings) = (RwSignal::new(String::new()), RwSignal::new(BTreeSet::new()));
        let (topic, mechanism) = (RwSignal::new(None), RwSignal::new(None));
        let facts = StoredValue::new(facts);
        let found = Memo::new(move |_| {
            let filter = Filter {
                words: words.get(),
                standings: BTreeSet::new(),
                topic: topic.get(),
                mechanism: mechanism.get(),
            };
            standings.with(|chosen| facts.with_value(|facts| found(facts, &filter, chosen)))
        });
        let search = Self { words, standings, topic, mechanism, here: RwSignal::new(None), found, facts };
        provide_context(search);
        search
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether nothing is looked for.
    pub fn is_open(self) -> bool {
        self.words.with(|it| it.trim().is_empty())
            && self.standings.with(BTreeSet::is_empty)
            && self.topic.with(Option::is_none)
            && self.mechanism.with(Option::is_none)
    }

    /// Shows everything.
    pub fn clear(self) {
        self.words.set(String::new());
        self.standings.set(BTreeSet::new());
        self.topic.set(None);
        self.mechanism.set(None);
    }

    /// Follows links to one statement: marks it, and clears what hides it. Answers whether one is named.
    pub fn follow_address(self) -> Signal<bool> {
        let lab = Lab::get();
        let look = move || {
            let named = shell::place_in_page().and_then(|it| it.strip_prefix("fact-").map(str::to_owned));
            if let Some(id) = &named {
                self.show(lab, id);
            }
            self.here.try_set(named);
        };
        look();
        let listener = window_event_listener(ev::hashchange, move |_| look());
        on_cleanup(move || listener.remove());
        Signal::derive(move || self.here.with(Option::is_some))
    }

    /// The id that the address names, if no statement has it.
    pub fn missing(self) -> Option<String> {
        self.here.get().filter(|id| self.facts.with_value(|it| it.fact(id).is_none()))
    }

    fn show(self, lab: Lab, id: &str) {
        let t = &texts().record;
        let at = self.facts.try_with_value(|it| it.facts.iter().position(|it| it.id == id)).flatten();
        let Some(at) = at else {
            return lab.announce((t.gone)(id));
        };
        let is_hidden = self.found.try_with_untracked(|it| it.fits.get(at) == Some(&false)).unwrap_or_default();
        if is_hidden {
            self.clear();
            lab.announce(t.cleared_for_link);
        }
    }
}

/// What fits a filter, and how many of each mark, whichever marks are chosen.
fn found(facts: &Facts, filter: &Filter, chosen: &BTreeSet<Standing>) -> Found {
    let all = facts.found(filter);
    let ids: BTreeSet<&str> =
        all.iter().filter(|it| chosen.is_empty() || chosen.contains(&it.standing)).map(|it| it.id.as_str()).collect();
    let count = |standing: Standing| (standing, all.iter().filter(|it| it.standing == standing).count());
    Found {
        fits: facts.facts.iter().map(|it| ids.contains(it.id.as_str())).collect(),
        n: ids.len(),
        by_standing: super::MARKS.map(count).into(),
    }
}
