//! What all rows of the rules column share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::rules::has_words;
use crate::editor::rules::reach::{Reach, reach, verdicts};
use crate::engine::case::Verdict;
use crate::scenario::Scenario;
use crate::scenario::doc::{Band, Group, Kind, List, Rule, Source};
use crate::text::rules::Sentence;
use crate::ui::kit::{Roll, Slots};
use crate::ui::lab::ask::Questions;
use crate::ui::state::{Lab, texts};

/// How many rules are shown at first, and how many more at a time.
pub(super) const WINDOW: usize = 100;

/// The handle that the parts of the rules column share.
#[derive(Clone, Copy)]
pub(super) struct Book {
    /// The document.
    pub(super) lab: Lab,
    /// What the reader searches for.
    pub(super) search: RwSignal<String>,
    /// Whether only rules about something that happens in the life that is shown are shown.
    pub(super) in_life: RwSignal<bool>,
    /// How many rules are shown at most.
    pub(super) window: RwSignal<usize>,
    /// The ids of the rules that the search finds.
    pub(super) found: Memo<Vec<String>>,
    /// The document before the reader's edits.
    pub(super) baseline: Memo<Arc<Scenario>>,
    /// The names that sentences are made with.
    names: Memo<Arc<Names>>,
    /// The rules by id.
    pub(super) rules: Slots<Arc<Rule>>,
    /// What each rule comes to.
    pub(super) fates: Slots<Fate>,
}

/// What a rule comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fate {
    /// What it did in the life that is shown; `None` while that is not known.
    pub(super) reach: Option<Reach>,
    /// What became of the chosen event with it.
    pub(super) verdict: Option<Verdict>,
    /// Whether something is wrong with it.
    pub(super) complains: bool,
    /// How many things the review questions about it.
    pub(super) questions: usize,
}

/// The names that sentences are made with.
#[derive(PartialEq)]
struct Names {
    kinds: Vec<Kind>,
    groups: Vec<Group>,
    sources: Vec<Source>,
    bands: Vec<Band>,
    lists: Vec<List>,
}

impl Names {
    fn are_of(&self, it: &Scenario) -> bool {
        let book = &it.rulebook;
        (&self.kinds, &self.groups) == (&it.kinds, &it.groups)
            && (&self.sources, &self.bands, &self.lists) == (&book.sources, &book.bands, &book.lists)
    }

    fn of(it: &Scenario) -> Self {
        let book = &it.rulebook;
        Self {
            kinds: it.kinds.clone(),
            groups: it.groups.clone(),
            sources: book.sources.clone(),
            bands: book.bands.clone(),
            lists: book.lists.clone(),
        }
    }
}

impl Book {
    /// Makes the handle and provides it to the column.
    pub(super) fn provide() -> Self {
        let lab = Lab::get();
        let search = RwSignal::new(String::new());
        let names = Memo::new_owning(move |earlier: Option<Arc<Names>>| {
            lab.with_scenario(|it| match earlier {
                Some(earlier) if earlier.are_of(it) => (earlier, false),
                _ => (Arc::new(Names::of(it)), true),
            })
        });
        let in_life = RwSignal::new(false);
        let reaches = Memo::new(move |_| Arc::new(reaches(lab)));
        let questions = Questions::get();
        let book = Self {
            lab,
            search,
            in_life,
            window: RwSignal::new(WINDOW),
            found: Memo::new(move |_| found(lab, search, in_life, reaches)),
            baseline: Memo::new(move |_| lab.document.with(|it| it.baseline.clone())),
            names,
            rules: Slots::new(move || {
                lab.with_scenario(|it| it.rulebook.rules.iter().map(|it| (it.id.clone(), it.clone())).collect())
            }),
            fates: Slots::new(move || fates(lab, &reaches.read(), questions)),
        };
        provide_context(book);
        book
    }

    /// The handle, for components of the column.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// The sentence of a rule. It is made anew when the rule changes, or a name that may stand in it.
    pub(super) fn sentence(self, rule: ReadSignal<Option<Arc<Rule>>>) -> Memo<Sentence> {
        Memo::new(move |_| {
            self.names.track();
            let of = |rule: &Arc<Rule>| self.lab.peek_scenario(|it| (texts().rules.sentence)(it, rule));
            rule.with(|it| it.as_ref().map(of).unwrap_or_default())
        })
    }

    /// Runs again when a name changes that rules refer to.
    pub(super) fn with_names<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.names.track();
        self.lab.peek_scenario(read)
    }

    /// Whether not all rules may be shown.
    pub(super) fn is_narrowed(self) -> bool {
        self.in_life.get() || self.search.with(|it| !it.trim().is_empty())
    }

    /// Shows all rules again.
    pub(super) fn widen(self) {
        self.search.set(String::new());
        self.in_life.set(false);
    }

    /// The ids of the rules that are on the page.
    pub(super) fn on_page(self) -> Vec<String> {
        let open = self.lab.rule.get();
        let window = self.window.get();
        self.found.with(|ids| {
            let open = ids.iter().position(|it| Some(it) == open.as_ref()).map_or(0, |it| it + 1);
            ids.iter().take(window.max(open)).cloned().collect()
        })
    }
}

/// The rules that are searched for. The one that is open stays, whatever is searched for.
fn found(
    lab: Lab,
    search: RwSignal<String>,
    in_life: RwSignal<bool>,
    reaches: Memo<Arc<BTreeMap<String, Reach>>>,
) -> Vec<String> {
    let search = search.get();
    let id = |it: &Arc<Rule>| it.id.clone();
    if search.trim().is_empty() && !in_life.get() {
        return lab.with_scenario(|it| it.rulebook.rules.iter().map(id).collect());
    }
    let open = lab.rule.get();
    // A rule that has just been added did not reach anything yet, and is shown.
    let happens =
        |it: &Rule| !in_life.get() || reaches.with(|all| all.get(&it.id).is_none_or(|it| it.events + it.spilled > 0));
    lab.with_scenario(|scenario| {
        let is_found = |rule: &&Arc<Rule>| {
            Some(&rule.id) == open.as_ref() || happens(rule) && has_words(&words(lab, scenario, rule), &search)
        };
        scenario.rulebook.rules.iter().filter(is_found).map(id).collect()
    })
}

/// Everything about a rule that can be searched for.
fn words(lab: Lab, scenario: &Scenario, rule: &Rule) -> String {
    let sentence = (texts().rules.sentence)(scenario, rule).plain();
    let reference = scenario.references.iter().find(|it| Some(&it.id) == rule.reference.as_ref());
    let reference = reference.map_or("", |it| it.text.as_str());
    let standing = (texts().common.mark)(lab.mark_of_rule(rule, scenario));
    format!("{sentence} {} {reference} {standing} {}", rule.note, rule.id)
}

fn reaches(lab: Lab) -> BTreeMap<String, Reach> {
    let subject = lab.subject();
    lab.shown.with(|shown| {
        let (Some(outcome), Some(subject)) = (&shown.outcome, shown.subject_idx(&subject)) else {
            return BTreeMap::new();
        };
        let ids = shown.scenario.rulebook.rules.iter().map(|it| it.id.clone());
        ids.zip(reach(outcome, subject)).collect()
    })
}

fn fates(lab: Lab, reaches: &BTreeMap<String, Reach>, questions: Questions) -> Roll<Fate> {
    let (verdicts, complaining, questions) = (verdicts_of_event(lab), complaining(lab), questions.of_rules());
    let fate = |id: &String| Fate {
        reach: reaches.get(id).copied(),
        verdict: verdicts.get(id).copied(),
        complains: complaining.contains(id),
        questions: questions.get(id).copied().unwrap_or_default(),
    };
    lab.with_scenario(|it| it.rulebook.rules.iter().map(|it| (it.id.clone(), fate(&it.id))).collect())
}

fn verdicts_of_event(lab: Lab) -> BTreeMap<String, Verdict> {
    let Some(event) = lab.event.get() else { return BTreeMap::new() };
    lab.shown.with(|shown| {
        let place = shown.scenario.events.iter().position(|it| it.id == event);
        let (Some(outcome), Some(place)) = (&shown.outcome, place) else { return BTreeMap::new() };
        let event = outcome.lowered.events.iter().position(|it| *it == place);
        let found = event.and_then(|it| verdicts(outcome, it)).unwrap_or_default();
        let rules = &shown.scenario.rulebook.rules;
        found.into_iter().filter_map(|(rule, it)| Some((rules.get(rule)?.id.clone(), it))).collect()
    })
}

fn complaining(lab: Lab) -> BTreeSet<String> {
    let rule_of =
        |path: &str| path.strip_prefix("rulebook/rules/").map(|it| it.split('/').next().unwrap_or(it).to_owned());
    lab.diagnostics.with(|it| it.iter().filter_map(|it| rule_of(&it.path.0)).collect())
}
