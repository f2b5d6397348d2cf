//! The notice that a subject gets: what it says, what it does not say, and the exercise with it.

use super::common::{Common, day as on};
use super::system::System;
use super::texts;
use crate::engine::Day;
use crate::engine::case::{Entry, Line, LineIdx};
use crate::engine::explain::Notice;
use crate::engine::model::{BandIdx, EventIdx, SubjectIdx};
use crate::scenario::doc::{ConsequenceNature, ListNature, Reasons};
use crate::scenario::told::Fact;
use crate::scenario::{Outcome, Scenario};

texts! {
    /// The notice that a subject gets.
    Letter {
        title = "The letter",
        intro: fn(&str, Day) -> String = |name, day| format!("What {name} is told by {}. The letter is about the last decision up to that day.", on(day)),
        nobody = "There is nobody to write to.",
        none: fn(&str, Day) -> String = |name, day| format!("Nothing has been decided about {name} up to {}: no other band, no list, no reward or penalty that began or ended. Choose a later day on the chart.", on(day)),
        reasons = "Reasons given",
        reasons_names: [&'static str; 3] = ["Nothing", "The sort of record", "Every record"],
        in_force = "in force here",
        language = "Language",
        language_names: [&'static str; 2] = ["Official", "Plain"],
        set_in_force = "Make this the system's rule",
        set_done: fn(&str) -> String = |name| format!("Reasons given: {name}. Undo takes it back."),
        no_notice: fn(Option<&str>) -> String = no_notice,
        print = "Print the letter",
        sheet: fn(&Of<'_>, &Notice, Reasons, Language) -> Sheet = sheet,
        withheld = "You were not told",
        withheld_none = "Nothing was held back. Everything that one needs to object stands in the letter.",
        fact: fn(Fact) -> &'static str = fact,
        untold: fn(Fact) -> &'static str = untold,
        exercise = "Appeal from this letter alone",
        exercise_intro = "You are the person in the letter. Write an objection. Use only what the letter says.",
        draft = "Your objection",
        draft_note = "What you write stays in the memory of this page. It is not saved and not sent, and it is gone when you leave this tab.",
        needs = "What would you need to know? Tick it.",
        reveal = "Show what really happened",
        hide = "Hide it again",
        truth = "What really happened",
        truth_note = "Nothing is marked right or wrong here. The table sets what you ticked beside what the letter gave. What one needs to object is a modelling choice.",
        column_fact = "What one needs to know",
        column_ticked = "You ticked it",
        column_given = "The letter gave it",
        column_truth = "What the system holds",
        yes = "yes",
        no = "no",
        counted: fn(usize, usize) -> String = |given, needed| format!("This letter gives {given} of {needed} things that an objection needs"),
        truth_of: fn(&Of<'_>, &Notice, Fact) -> Vec<String> = truth_of,
        false_record: fn(&Of<'_>, &Notice, Reasons) -> Option<String> = false_record,
    }
}

/// How a letter is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// As an office writes.
    Official,
    /// As one would say it.
    Plain,
}

/// Whom a letter is to, and where the names are.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The document.
    pub scenario: &'a Scenario,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// Whose letter it is.
    pub subject: SubjectIdx,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The office, or whoever writes.
    pub from: String,
    /// The person or business.
    pub to: String,
    /// The day of the decision.
    pub date: String,
    /// What it is about.
    pub heading: String,
    /// What was decided and what follows.
    pub decision: Vec<String>,
    /// Why, as far as that is told.
    pub reasons: Vec<String>,
    /// The records, if they are named.
    pub records: Vec<String>,
    /// What one can do.
    pub rights: Vec<String>,
}

impl Sheet {
    /// Every sentence of it.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let body = self.decision.iter().chain(&self.reasons).chain(&self.records).chain(&self.rights);
        std::iter::once(&self.heading).chain(body).map(String::as_str)
    }
}

/// So many records are named in a letter; the others are counted.
const MOST_RECORDS: usize = 12;

impl<'a> Of<'a> {
    fn name_of(&self, subject: SubjectIdx) -> &'a str {
        let place = self.outcome.lowered.subjects.get(subject);
        place.and_then(|it| self.scenario.cast.get(*it)).map_or("", |it| &it.name)
    }

    fn band(&self, band: BandIdx) -> &'a str {
        super::compare::band_name(self.scenario, band)
    }

    fn list(&self, list: usize) -> &'a str {
        self.scenario.rulebook.lists.get(list).map_or("", |it| &it.label)
    }

    fn lines(&self) -> &'a [Line] {
        self.outcome.report.lives.get(self.subject).map_or(&[], |it| &it.lines)
    }

    fn line(&self, line: LineIdx) -> Option<&'a Line> {
        self.lines().get(line)
    }

    /// The names of rewards or penalties by the places of their intervals.
    fn effects(&self, intervals: &[usize]) -> Vec<String> {
        let life = self.outcome.report.lives.get(self.subject);
        let held = intervals.iter().filter_map(|it| life?.consequences.get(*it));
        held.filter_map(|it| self.scenario.rulebook.consequences.get(it.consequence))
            .map(|it| it.label.clone())
            .collect()
    }

    fn what(&self, event: EventIdx) -> &'a str {
        let kind = self.outcome.lowered.case.events.get(event).and_then(|it| self.scenario.kinds.get(it.kind));
        kind.map_or("", |it| &it.short)
    }

    /// Whether a line comes from a record of what never happened.
    fn is_false(&self, line: &Line) -> bool {
        let place = line.event.and_then(|it| self.outcome.lowered.events.get(it));
        place.and_then(|it| self.scenario.events.get(*it)).is_some_and(|it| !it.genuine)
    }

    /// The rule's words, as they stand after "when".
    fn rule(&self, line: &Line) -> Option<&'a str> {
        let rule = self.outcome.lowered.case.rulebook.rules.get(line.rule?)?;
        self.scenario.kinds.get(rule.kind).map(|it| it.label.as_str())
    }

    /// The places of the sources that the rule heard of the event from.
    fn sources(&self, line: &Line) -> Vec<usize> {
        let case = &self.outcome.lowered.case;
        let Some(event) = line.event.and_then(|it| case.events.get(it)) else { return Vec::new() };
        let heard = event.recorded_by.both(case.rulebook.sources_on);
        let heard = line.rule.and_then(|it| case.rulebook.rules.get(it)).map_or(heard, |it| heard.both(it.sources));
        (0..self.scenario.rulebook.sources.len()).filter(|it| heard.has(*it)).collect()
    }

    fn source_names(&self, line: &Line) -> Vec<&'a str> {
        let all = &self.scenario.rulebook.sources;
        self.sources(line).into_iter().filter_map(|it| all.get(it)).map(|it| it.label.as_str()).collect()
    }

    fn behind(&self, notice: &Notice) -> Vec<&'a Line> {
        notice.behind.iter().filter_map(|it| self.line(*it)).collect()
    }

    /// The sorts of sources behind a decision, each once.
    fn sorts(&self, notice: &Notice) -> Vec<&'static str> {
        let mut sorts = Vec::new();
        for line in self.behind(notice) {
            for source in self.sources(line) {
                let sort = self.scenario.rulebook.sources.get(source).map(|it| (System::ENGLISH.sorts)(it.sort));
                sorts.extend(sort.filter(|it| !sorts.contains(it)));
            }
        }
        sorts
    }
}

fn no_notice(first_penalty: Option<&str>) -> String {
    let finds_out = match first_penalty {
        Some(it) => format!("One finds out when it happens: “{it}”."),
        None => "One may never find out.".to_owned(),
    };
    format!("No letter is sent in this scenario. {finds_out} What follows is what a letter would say.")
}

fn sheet(of: &Of<'_>, notice: &Notice, reasons: Reasons, language: Language) -> Sheet {
    let plain = language == Language::Plain;
    let safeguards = &of.scenario.rulebook.safeguards;
    let heading = match (plain, is_worse(of, notice)) {
        (false, _) => "Notice of a change of standing",
        (true, Some(true)) => "Something has changed for you, and not for the better",
        (true, Some(false)) => "Something has changed for you, for the better",
        (true, None) => "Something has changed for you",
    };
    let mut rights = Vec::new();
    if safeguards.appeal {
        rights.push(objection(plain, safeguards.corrections).to_owned());
    }
    if safeguards.human_review {
        let words = if plain {
            "A person has looked at this. You can ask who."
        } else {
            "This decision was examined by a member of staff, who will be named to you on request."
        };
        rights.push(words.to_owned());
    }
    if safeguards.audit {
        let words = if plain {
            "Somebody from outside checks what we do."
        } else {
            "The records and decisions of this office are subject to external audit."
        };
        rights.push(words.to_owned());
    }
    Sheet {
        from: of.scenario.title.clone(),
        to: of.name_of(of.subject).to_owned(),
        date: on(notice.day),
        heading: heading.to_owned(),
        decision: decision(of, notice, plain),
        reasons: why(of, notice, reasons, plain),
        records: if reasons == Reasons::Full { records(of, notice, plain) } else { Vec::new() },
        rights,
    }
}

/// Whether a decision is for the worse, if it goes one way.
fn is_worse(of: &Of<'_>, notice: &Notice) -> Option<bool> {
    if let Some((before, after)) = notice.band {
        return Some(after < before);
    }
    let is_black = |it: &usize| of.scenario.rulebook.lists.get(*it).map(|it| it.nature == ListNature::Black);
    if let (Some(list), _) | (None, Some(list)) = (notice.listed.first(), notice.unlisted.first()) {
        return is_black(list).map(|black| black != notice.listed.is_empty());
    }
    let life = of.outcome.report.lives.get(of.subject)?;
    let nature = |it: &usize| {
        let held = life.consequences.get(*it)?;
        Some(of.scenario.rulebook.consequences.get(held.consequence)?.nature == ConsequenceNature::Penalty)
    };
    notice.begun.first().and_then(nature).or_else(|| notice.ended.first().and_then(nature).map(|it| !it))
}

const fn objection(plain: bool, corrections: bool) -> &'static str {
    match (plain, corrections) {
        (false, true) => {
            "You may lodge an objection to any record. If it succeeds, the record and its effects are removed."
        }
        (false, false) => "You may lodge an objection to any record. It will be noted. Records are not removed.",
        (true, true) => "You can say that a record is wrong. If you are right, we take it out, and what it did too.",
        (true, false) => "You can say that a record is wrong. We write that down. We do not take the record out.",
    }
}

fn decision(of: &Of<'_>, notice: &Notice, plain: bool) -> Vec<String> {
    let mut said = Vec::new();
    if let Some((before, after)) = notice.band {
        let (before, after) = (of.band(before), of.band(after));
        said.push(match plain {
            true => format!("You are now in band {after}. Until now you were in band {before}."),
            false => format!(
                "With effect from {}, your classification is changed from band {before} to band {after}.",
                on(notice.day)
            ),
        });
    }
    for list in &notice.listed {
        let list = of.list(*list);
        said.push(match plain {
            true => format!("You are now on the list “{list}”."),
            false => format!("With effect from {}, you are entered on the list “{list}”.", on(notice.day)),
        });
    }
    for list in &notice.unlisted {
        let list = of.list(*list);
        said.push(match plain {
            true => format!("You are no longer on the list “{list}”."),
            false => format!("With effect from {}, you are removed from the list “{list}”.", on(notice.day)),
        });
    }
    let (begun, ended) = (of.effects(&notice.begun), of.effects(&notice.ended));
    if !begun.is_empty() {
        let begun = begun.join("; ");
        said.push(if plain {
            format!("From now on: {begun}.")
        } else {
            format!("The following measures apply to you: {begun}.")
        });
    }
    if !ended.is_empty() {
        let ended = ended.join("; ");
        said.push(if plain {
            format!("No longer: {ended}.")
        } else {
            format!("The following measures no longer apply to you: {ended}.")
        });
    }
    if begun.is_empty() && ended.is_empty() {
        said.push(if plain { "Nothing else changes." } else { "No further measures follow from this." }.to_owned());
    }
    said
}

fn why(of: &Of<'_>, notice: &Notice, reasons: Reasons, plain: bool) -> Vec<String> {
    let sorts = of.sorts(notice);
    let said = match (reasons, plain) {
        (Reasons::Nothing, false) => "The decision is based on the records that are held about you.".to_owned(),
        (Reasons::Nothing, true) => "We do not say why.".to_owned(),
        (Reasons::Full, _) if notice.behind.is_empty() => "The decision follows from the passage of time.".to_owned(),
        (Reasons::Category, _) if sorts.is_empty() => "The decision follows from the passage of time.".to_owned(),
        (Reasons::Category, false) => {
            format!("The decision is based on records of the following category: {}.", sorts.join(", "))
        }
        (Reasons::Category, true) => format!("The reason lies in records of this sort: {}.", sorts.join(", ")),
        (Reasons::Full, false) => "The decision is based on the following records.".to_owned(),
        (Reasons::Full, true) => "These are the reasons:".to_owned(),
    };
    vec![said]
}

/// Every record behind a decision, oldest first; of many, the last ones.
fn records(of: &Of<'_>, notice: &Notice, plain: bool) -> Vec<String> {
    let lines = of.behind(notice);
    let more = lines.len().saturating_sub(MOST_RECORDS);
    let counted = (more > 0).then(|| format!("{more} earlier records, listed in the annex."));
    counted.into_iter().chain(lines.into_iter().skip(more).map(|it| record(of, it, plain))).collect()
}

fn record(of: &Of<'_>, line: &Line, plain: bool) -> String {
    let what = line.event.map_or("", |it| of.what(it));
    let what = match line.entry {
        Entry::Faded => "points fade with time".to_owned(),
        Entry::GivenBack { .. } => format!("“{what}” no longer counts"),
        Entry::Spilled { from, .. } => format!("“{what}”, which happened to {}", of.name_of(from)),
        Entry::Listed { list } => format!("“{what}”: entry on the list “{}”", of.list(list)),
        Entry::ListingEnded { list, .. } => format!("end of the entry on the list “{}”", of.list(list)),
        Entry::Ceiling { band, .. } => format!("“{what}”: no band above {}", of.band(band)),
        Entry::CeilingEnded { .. } => format!("“{what}” no longer limits the band"),
        Entry::Posted(_) => format!("“{what}”"),
    };
    let mut parts = vec![format!("{}: {what}", on(line.day))];
    let sources = of.source_names(line);
    if !sources.is_empty() && !matches!(line.entry, Entry::GivenBack { .. } | Entry::CeilingEnded { .. }) {
        parts.push(format!("reported by {}", sources.join(" and ")));
    }
    if !line.applied.is_zero() {
        parts.push(points(line));
    }
    if let Some(rule) = of.rule(line) {
        parts.push(if plain {
            format!("because of the rule for when {rule}")
        } else {
            format!("under the rule “{rule}”")
        });
    }
    parts.extend(term(line, plain));
    format!("{}.", parts.join("; "))
}

fn points(line: &Line) -> String {
    let common = Common::ENGLISH;
    format!(
        "{} points ({} to {})",
        (common.signed)(line.applied),
        (common.points)(line.score.0),
        (common.points)(line.score.1)
    )
}

/// How long a line counts; nothing for one that ends something.
fn term(line: &Line, plain: bool) -> Option<String> {
    let begins =
        matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. } | Entry::Listed { .. });
    begins.then(|| match (line.ends, plain) {
        (Some(day), _) => format!("counts until {}", on(day)),
        (None, true) => "counts for good".to_owned(),
        (None, false) => "counts without limit of time".to_owned(),
    })
}

const fn fact(it: Fact) -> &'static str {
    match it {
        Fact::Decision => "what was decided",
        Fact::Effects => "what follows from it",
        Fact::Sort => "the sort of record",
        Fact::Record => "which record, of which day",
        Fact::Source => "who reported it",
        Fact::Points => "how many points it moved",
        Fact::Rule => "under which rule",
        Fact::Term => "until when it counts",
        Fact::Objection => "how to object",
        Fact::Decider => "who decided",
    }
}

/// What one cannot do without knowing it.
const fn untold(it: Fact) -> &'static str {
    match it {
        Fact::Decision | Fact::Effects | Fact::Sort => "",
        Fact::Record => "So you cannot say that it is wrong, or about somebody else.",
        Fact::Source => "So you cannot ask anybody for proof.",
        Fact::Points => "So you cannot tell how much it mattered.",
        Fact::Rule => "So you cannot say that the rule does not apply.",
        Fact::Term => "So you cannot tell whether waiting is enough.",
        Fact::Objection => "So you do not know whether anybody would read your objection.",
        Fact::Decider => "So you do not know whether any person has looked at it.",
    }
}

/// What the system holds about a fact.
fn truth_of(of: &Of<'_>, notice: &Notice, fact: Fact) -> Vec<String> {
    let lines = of.behind(notice);
    let more = lines.len().saturating_sub(MOST_RECORDS);
    let each = |say: &dyn Fn(&Line) -> String| {
        let mut said: Vec<String> = Vec::new();
        for it in lines.iter().skip(more).map(|it| say(it)).filter(|it| !it.is_empty()) {
            if !said.contains(&it) {
                said.push(it);
            }
        }
        said
    };
    let what = |line: &Line| line.event.map_or_else(String::new, |it| format!("{}, {}", of.what(it), on(line.day)));
    let record = |line: &Line| {
        let never = if of.is_false(line) { ": a wrong record, it never happened" } else { "" };
        format!("{}{never}", what(line))
    };
    let safeguards = &of.scenario.rulebook.safeguards;
    match fact {
        Fact::Decision | Fact::Effects => decision(of, notice, true),
        Fact::Sort => of.sorts(notice).into_iter().map(str::to_owned).collect(),
        Fact::Record => each(&record),
        Fact::Source => each(&|line| of.source_names(line).join(" and ")),
        Fact::Points => each(&|line| {
            if line.applied.is_zero() { String::new() } else { format!("{}: {}", what(line), points(line)) }
        }),
        Fact::Rule => each(&|line| of.rule(line).map_or_else(String::new, |it| format!("when {it}"))),
        Fact::Term => each(&|line| term(line, true).map_or_else(String::new, |it| format!("{}: {it}", what(line)))),
        Fact::Objection if safeguards.appeal => vec![objection(true, safeguards.corrections).to_owned()],
        Fact::Objection => vec!["Nobody can object in this system.".to_owned()],
        Fact::Decider if safeguards.human_review => vec!["A person looked at it.".to_owned()],
        Fact::Decider => vec!["The rules did. No person looked at it.".to_owned()],
    }
}

/// Whether a false record is behind a decision, and whether one could have known from the letter.
fn false_record(of: &Of<'_>, notice: &Notice, reasons: Reasons) -> Option<String> {
    let first_hand = |line: &Line| {
        matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. } | Entry::Listed { .. })
    };
    let line = of.behind(notice).into_iter().find(|it| first_hand(it) && of.is_false(it))?;
    let what = line.event.map_or("", |it| of.what(it));
    let known = match reasons {
        Reasons::Full => "The letter names it: one could have said so.",
        Reasons::Category => "The letter only names the sort of record: one could not have known which.",
        Reasons::Nothing => "The letter does not name it: one could not have known.",
    };
    Some(format!("One of the records is false: “{what}” of {} never happened. {known}", on(line.day)))
}
