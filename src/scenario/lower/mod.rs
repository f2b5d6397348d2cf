//! From a document to what the engine computes with: every name resolved, every default filled in, every check made.
//!
//! This is the only way into the engine, and after it nothing can fail. All errors are collected, not only the first:
//! an editor shows each beside its field.

mod cond;
mod expect;
mod kinds;
mod names;
mod rulebook;
mod society;

use crate::engine::Day;
use crate::engine::case::work::work;
use crate::engine::model::{Case, Event, Relation, Set, Subject, SubjectKind};
use crate::scenario::bounds;
use crate::scenario::diagnostic::{Code, Diagnostic, Measure, Path, Severity, Thing};
use crate::scenario::doc;
use crate::scenario::plain;
use crate::scenario::wire::DECIMAL_MAX;
use kinds::Kinds;
use names::Names;

pub use cond::measure;
pub use names::is_id;

/// A scenario that the engine can compute.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What the engine computes with.
    pub case: Case,
    /// For each subject of the case, its place in the document's cast.
    pub subjects: Vec<usize>,
    /// For each event of the case, its place among the document's events.
    pub events: Vec<usize>,
    /// What has no effect as it is.
    pub warnings: Vec<Diagnostic>,
}

impl Lowered {
    /// The place in the case of the subject at a place of the document's cast.
    pub fn subject_at(&self, place: usize) -> Option<usize> {
        self.subjects.iter().position(|it| *it == place)
    }
}

/// Checks a document and resolves it.
///
/// Rules, lists and consequences keep their places. Bands are reversed: the document has the best first, the engine
/// the lowest. Subjects are sorted by id. Events outside the scenario's days, and events of a kind that does not happen
/// to their subject, are left out with a warning.
///
/// # Errors
///
/// Everything that keeps the scenario from being computed, in document order, together with the warnings.
pub fn lower(scenario: &doc::Scenario) -> Result<Lowered, Vec<Diagnostic>> {
    let mut checks = Checks::default();
    let checks = &mut checks;
    let root = Path::root();
    checks.label(&root.at("title"), &scenario.title);
    checks.text(&root.at("summary"), &scenario.summary);
    checks.text(&root.at("caveat"), &scenario.caveat);
    let (first, last) = (scenario.first_day.0, scenario.last_day.0);
    if last < first {
        checks.error(root.at("last_day"), Code::DaysBackwards);
    } else if last.days_since(first) > bounds::SPAN_DAYS {
        checks.error(root.at("last_day"), Code::SpanTooLong);
    }

    let ids = scenario.references.iter().map(|it| it.id.as_str());
    let references = Names::collect(checks, Thing::Reference, &root.at("references"), bounds::REFERENCES, ids);
    for it in &scenario.references {
        let path = root.at("references").at(&it.id);
        if it.text.trim().is_empty() {
            checks.error(path.at("text"), Code::EmptyText);
        }
        checks.text(&path.at("text"), &it.text);
        checks.text(&path.at("url"), it.url.as_deref().unwrap_or_default());
    }
    let ids = scenario.groups.iter().map(|it| it.id.as_str());
    let groups = Names::collect(checks, Thing::Group, &root.at("groups"), bounds::GROUPS, ids);
    for it in &scenario.groups {
        checks.label(&root.at("groups").at(&it.id).at("label"), &it.label);
    }
    let sources_path = root.at("rulebook").at("sources");
    let ids = scenario.rulebook.sources.iter().map(|it| it.id.as_str());
    let sources = Names::collect(checks, Thing::Source, &sources_path, bounds::SOURCES, ids);
    for it in &scenario.rulebook.sources {
        checks.label(&sources_path.at(&it.id).at("label"), &it.label);
    }
    let kinds = Kinds::collect(checks, &scenario.kinds);
    let sources_of_kind: Vec<Set> = scenario
        .kinds
        .iter()
        .map(|it| sources.find_all(checks, &root.at("kinds").at(&it.id).at("sources"), &it.sources))
        .collect();

    let scope = rulebook::Scope { kinds: &kinds, groups: &groups, references: &references, sources: &sources };
    let rulebook = rulebook::lower(checks, scenario, &scope);
    let (subjects, places) = cast(checks, scenario, &groups);
    let (events, event_places) = events(checks, scenario, &kinds, &sources, &sources_of_kind, &places);

    expect::principles(checks, scenario, &kinds);
    expect::expectations(checks, scenario, &places);
    society::society(checks, scenario, &sources, rulebook.bands.len());

    let case = Case { first, last, rulebook, subjects, events };
    bound_work(checks, &case);
    let (failed, diagnostics) = std::mem::take(checks).told();
    if failed {
        return Err(diagnostics);
    }
    let subjects = places.iter().map(|it| it.1).collect();
    Ok(Lowered { case, subjects, events: event_places, warnings: diagnostics })
}

/// Refuses a case that cannot be computed while somebody waits. How much there is to do is asked only of a case in which
/// nothing else is wrong.
fn bound_work(checks: &mut Checks, case: &Case) {
    let path = Path::root().at("events");
    let offers = case.events.iter().map(|it| case.rulebook.rules_of_kind[it.kind].len() as u64);
    let found = offers.fold(0_u64, u64::saturating_add);
    if found > bounds::OFFERS {
        checks.error(path, Code::TooManyOffers { found });
    } else if checks.errors == 0 {
        let work = work(case);
        for (of, found, most) in [
            (Measure::Lines, work.lines, bounds::LINES),
            (Measure::Intervals, work.intervals, bounds::INTERVALS),
            (Measure::Steps, work.steps, bounds::STEPS),
        ] {
            if found > most {
                checks.error(path, Code::TooMuchWork { of, found, most });
                return;
            }
        }
    }
}

/// The subjects in the order of their ids, and for each its id and its place in the document.
fn cast<'a>(
    checks: &mut Checks,
    scenario: &'a doc::Scenario,
    groups: &Names<'_>,
) -> (Vec<Subject>, Vec<(&'a str, usize)>) {
    let path = Path::root().at("cast");
    let ids = scenario.cast.iter().map(|it| it.id.as_str());
    let names = Names::collect(checks, Thing::Subject, &path, bounds::SUBJECTS, ids);
    let places: Vec<(&str, usize)> = names.sorted().collect();
    let place_in_case = |id: &str| places.binary_search_by_key(&id, |it| it.0).ok();
    let mut subjects = Vec::with_capacity(places.len());
    for &(id, place) in &places {
        let subject = &scenario.cast[place];
        let path = path.at(id);
        checks.label(&path.at("name"), &subject.name);
        checks.text(&path.at("about"), &subject.about);
        let group = subject.group.as_ref().and_then(|it| groups.find(checks, &path.at("group"), it));
        let found = subject.associates.len();
        if found > bounds::ASSOCIATES {
            let most = bounds::ASSOCIATES;
            checks.error(path.at("associates"), Code::TooMany { thing: Thing::Associate, found, most });
        }
        let mut associates = Vec::new();
        for (at, associate) in subject.associates.iter().enumerate() {
            let path = path.at("associates").at(at).at("subject");
            if associate.subject == id {
                checks.error(path, Code::OwnAssociate);
            } else if names.find(checks, &path, &associate.subject).is_some() {
                associates.extend(place_in_case(&associate.subject).map(|it| (it, relation(associate.relation))));
            }
        }
        associates.sort_by_key(|it| (it.0, it.1 as usize));
        subjects.push(Subject { kind: subject_kind(subject.kind), group, consents: subject.consents, associates });
    }
    (subjects, places)
}

/// The events inside the scenario's days, in document order, and the place of each in the document.
fn events(
    checks: &mut Checks,
    scenario: &doc::Scenario,
    kinds: &Kinds<'_>,
    sources: &Names<'_>,
    sources_of_kind: &[Set],
    subjects: &[(&str, usize)],
) -> (Vec<Event>, Vec<usize>) {
    let path = Path::root().at("events");
    let ids = scenario.events.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Event, &path, bounds::EVENTS, ids);
    let safeguards = &scenario.rulebook.safeguards;
    let mut events = Vec::with_capacity(scenario.events.len());
    let mut places = Vec::with_capacity(scenario.events.len());
    for (place, event) in scenario.events.iter().enumerate() {
        let at = LazyPath { path: &path, id: &event.id };
        let subject = subjects.binary_search_by_key(&event.subject.as_str(), |it| it.0).ok();
        let Some(subject) = subject else {
            let like = None;
            let code = Code::Unknown { thing: Thing::Subject, id: event.subject.clone(), like };
            checks.error(at.part("subject"), code);
            continue;
        };
        let Some(kind) = kinds.names.find_at(&event.kind) else {
            kinds.names.find(checks, &at.part("kind"), &event.kind);
            continue;
        };
        let fields = kinds.values(checks, || at.part("fields"), kind, event);
        let recorded_by = match &event.recorded_by {
            Some(ids) => sources.find_all(checks, &at.part("recorded_by"), ids),
            None => sources_of_kind[kind],
        };
        checks.text_at(|| at.part("note"), &event.note);
        let day = event.day.0;
        if event.corrected.as_ref().is_some_and(|it| it.day.0 <= day) {
            checks.error(at.part("corrected").at("day"), Code::CorrectionTooEarly);
        }
        if scenario.kinds[kind].who.is_some_and(|it| it != scenario.cast[subjects[subject].1].kind) {
            checks.error(at.part("kind"), Code::EventNotForSubject { kind: event.kind.clone() });
            continue;
        }
        if day < scenario.first_day.0 || day > scenario.last_day.0 {
            checks.error(at.part("day"), Code::EventOutside);
            continue;
        }
        let granted = event.corrected.as_ref().filter(|_| safeguards.corrections).map(|it| it.day.0);
        let found_out = safeguards.false_records_days.filter(|_| !event.genuine);
        // Days end with the calendar: what would be found out later is never found out.
        let found_out =
            found_out.and_then(|days| i32::try_from(days).ok()).filter(|days| *days <= Day::MAX.days_since(day));
        let found_out = found_out.map(|days| day.plus_days(days));
        let corrected = [granted, found_out].into_iter().flatten().min();
        events.push(Event { subject, kind, day, fields, recorded_by, corrected });
        places.push(place);
    }
    (events, places)
}

/// The path of one of thousands of members, made only if it is needed.
struct LazyPath<'a> {
    path: &'a Path,
    id: &'a str,
}

impl LazyPath<'_> {
    fn part(&self, part: &str) -> Path {
        self.path.at(self.id).at(part)
    }
}

/// What was found so far: the first hundred errors and the first hundred warnings, and how many there are.
#[derive(Default)]
struct Checks {
    found: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Checks {
    fn error(&mut self, path: Path, code: Code) {
        let it = Diagnostic { code, path };
        let count = match it.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= bounds::COMPLAINTS {
            self.found.push(it);
        }
    }

    /// Whether no more errors are told.
    const fn is_full(&self) -> bool {
        self.errors >= bounds::COMPLAINTS
    }

    /// Whether there are errors, and all that is told.
    fn told(self) -> (bool, Vec<Diagnostic>) {
        let mut told = self.found;
        for (found, severity) in [(self.errors, Severity::Error), (self.warnings, Severity::Warning)] {
            if let Some(more) = found.checked_sub(bounds::COMPLAINTS).filter(|it| *it > 0) {
                told.push(Diagnostic { code: Code::AndMore { more, severity }, path: Path::root() });
            }
        }
        (self.errors > 0, told)
    }

    /// A name or label: not empty, not too long.
    fn label(&mut self, path: &Path, text: &str) {
        if text.trim().is_empty() {
            self.error(path.clone(), Code::EmptyText);
        }
        self.short(path, text);
    }

    /// A label or unit that may be empty, but is not too long.
    fn short(&mut self, path: &Path, text: &str) {
        if plain::length(text) > bounds::LABEL_CHARS {
            self.error(path.clone(), Code::TextTooLong { most: bounds::LABEL_CHARS });
        }
    }

    /// A longer text: may be empty, but not too long.
    fn text(&mut self, path: &Path, text: &str) {
        self.text_at(|| path.clone(), text);
    }

    fn text_at(&mut self, path: impl FnOnce() -> Path, text: &str) {
        if text.len() > bounds::TEXT_CHARS && plain::length(text) > bounds::TEXT_CHARS {
            self.error(path(), Code::TextTooLong { most: bounds::TEXT_CHARS });
        }
    }

    fn months(&mut self, path: &Path, months: Option<u32>) {
        if months.is_some_and(|it| it == 0 || it > bounds::MONTHS) {
            self.error(path.clone(), Code::OutOfRange { least: 1, most: i64::from(bounds::MONTHS) });
        }
    }

    fn reference(&mut self, path: &Path, references: &Names<'_>, reference: Option<&str>) {
        if let Some(it) = reference {
            references.find(self, &path.at("reference"), it);
        }
    }
}

const fn subject_kind(it: doc::SubjectKind) -> SubjectKind {
    match it {
        doc::SubjectKind::Person => SubjectKind::Person,
        doc::SubjectKind::Business => SubjectKind::Business,
    }
}

const fn relation(it: doc::Relation) -> Relation {
    match it {
        doc::Relation::Household => Relation::Household,
        doc::Relation::Employer => Relation::Employer,
        doc::Relation::Owner => Relation::Owner,
        doc::Relation::Supplier => Relation::Supplier,
    }
}
