//! A principle with its names resolved, the lives that it is put to, and what was found.

use crate::engine::case::{Interval, Life, Line, Report};
use crate::engine::model::{
    BandIdx, Case, ConsequenceIdx, EventIdx, GroupIdx, KindIdx, ListIdx, SubjectIdx, SubjectKind,
};
use crate::engine::{Day, Points};
use crate::scenario::doc::{self, ListNature, Principle, Says};
use crate::scenario::{Outcome, Scenario};

/// A principle with its names resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it says.
    pub says: Says,
    /// The number in the sentence.
    pub most: Points,
    /// The kind of event that it is about, if it is about one alone.
    pub kind: Option<KindIdx>,
}

impl Asked {
    /// Resolves a principle. A kind that is not there, or that the sentence has no place for, is left out.
    pub fn of(principle: &Principle, scenario: &Scenario) -> Self {
        let says = principle.says;
        let kind = principle.kind.as_ref().filter(|_| takes_kind(says));
        let kind = kind.and_then(|id| scenario.kinds.iter().position(|it| it.id == *id));
        let usual = Points::whole(usual(says).unwrap_or_default());
        Self { says, most: principle.most.map_or(usual, |it| it.0), kind }
    }

    /// Whether it is about an event.
    pub fn is_about(&self, case: &Case, event: EventIdx) -> bool {
        self.kind.is_none_or(|kind| case.events.get(event).is_some_and(|it| it.kind == kind))
    }
}

/// The number that a sentence has if none is given: bands, points or years. `None` if it has no number.
///
/// The numbers are modelling choices: small enough that the popular picture breaks them.
pub const fn usual(says: Says) -> Option<i64> {
    match says {
        Says::EventCostsBands => Some(1),
        Says::EventCostsPoints => Some(50),
        Says::YearCostsPoints => Some(100),
        Says::EffectsEnd => Some(5),
        _ => None,
    }
}

/// Whether a sentence can be about one kind of event alone.
pub const fn takes_kind(says: Says) -> bool {
    !matches!(says, Says::NoPenaltyWithoutNotice | Says::EssentialsStay | Says::PenaltiesStayInTheirPart)
}

/// What the engine does not know about a rulebook.
#[derive(Clone, Debug)]
pub struct Book {
    /// Whether people are told before they are penalised.
    pub notice: bool,
    /// Whether records that were struck out lose their effect.
    pub corrections: bool,
    /// For each kind of event, who it can happen to.
    pub who: Vec<Option<SubjectKind>>,
    /// How many groups there are.
    pub groups: usize,
    /// For each list, whether it is bad to be on it.
    pub black: Vec<bool>,
}

impl Book {
    /// What a document says.
    pub fn of(scenario: &Scenario) -> Self {
        let kind = |it: doc::SubjectKind| match it {
            doc::SubjectKind::Person => SubjectKind::Person,
            doc::SubjectKind::Business => SubjectKind::Business,
        };
        Self {
            notice: gives_notice(scenario),
            corrections: scenario.rulebook.safeguards.corrections,
            who: scenario.kinds.iter().map(|it| it.who.map(kind)).collect(),
            groups: scenario.groups.len(),
            black: scenario.rulebook.lists.iter().map(|it| it.nature == ListNature::Black).collect(),
        }
    }
}

/// Whether the rulebook tells people before it penalises them. No rulebook can say so yet.
const fn gives_notice(_scenario: &Scenario) -> bool {
    false
}

/// Some lives, and what followed.
#[derive(Clone, Copy, Debug)]
pub struct Lives<'a> {
    /// What the engine computed with.
    pub case: &'a Case,
    /// What it answered.
    pub report: &'a Report,
    /// For each event, the day on which an appeal was won or a repair granted, whether or not the rulebook cares.
    pub granted: &'a [Option<Day>],
    /// What the engine does not know.
    pub book: &'a Book,
}

/// For each event of the case, the day on which an appeal was won or a repair granted.
pub fn granted(scenario: &Scenario, outcome: &Outcome) -> Vec<Option<Day>> {
    let day = |place: &usize| scenario.events.get(*place)?.corrected.as_ref().map(|it| it.day.0);
    outcome.lowered.events.iter().map(day).collect()
}

impl<'a> Lives<'a> {
    /// The penalties of all lives, each with whose it is.
    pub fn penalties(&self) -> impl Iterator<Item = (SubjectIdx, &'a Life, &'a Interval)> {
        let all = &self.case.rulebook.consequences;
        let of_life = move |(subject, life): (SubjectIdx, &'a Life)| {
            let is_penalty = |it: &&Interval| all.get(it.consequence).is_some_and(|it| it.penalty);
            life.consequences.iter().filter(is_penalty).map(move |it| (subject, life, it))
        };
        self.report.lives.iter().enumerate().flat_map(of_life)
    }

    /// The lines of all ledgers that an event wrote by itself, not by its end: each with whose it is and the event.
    pub fn lines(&self) -> impl Iterator<Item = (SubjectIdx, &'a Line, EventIdx)> {
        let of_life = |(subject, life): (SubjectIdx, &'a Life)| {
            life.lines.iter().filter_map(move |it| Some((subject, it, it.event?)))
        };
        self.report.lives.iter().enumerate().flat_map(of_life)
    }
}

/// What came of putting a principle to some lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    /// How many things it was put to: events, penalties, corrections. If none, these lives say nothing about it.
    pub n: usize,
    /// The first break, by day and then by subject.
    pub broken: Option<Violation>,
}

impl Tested {
    /// The first of some breaks.
    pub fn of(n: usize, all: impl IntoIterator<Item = Violation>) -> Self {
        Self { n, broken: all.into_iter().min_by_key(|it| (it.day, it.subject)) }
    }
}

/// How a life breaks a principle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Whose life it is.
    pub subject: SubjectIdx,
    /// The day of the break.
    pub day: Day,
    /// The events behind it. None if it holds from the first day.
    pub events: Vec<EventIdx>,
    /// What happened, in numbers.
    pub fact: Fact,
}

/// What happened, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// One event led from one band to another.
    Bands(BandIdx, BandIdx),
    /// One event cost so many points.
    Points(Points),
    /// A year cost so many points.
    Year(i16, Points),
    /// Something ends so late, or never by itself.
    Lasts(Lasting, Option<Day>),
    /// A penalty holds.
    Penalty(ConsequenceIdx),
    /// An event counts for so many points here, and for so many for somebody else.
    Otherwise(Points, Points, Twin),
    /// Somebody else's event cost so many points.
    Paid(SubjectIdx, Points),
    /// After the correction the score is so much lower than without the event, or the band or a list is worse.
    Left {
        /// How much lower the score is.
        points: Points,
        /// The band, and what it would be.
        band: (BandIdx, BandIdx),
        /// A list that the subject would not be on.
        list: Option<ListIdx>,
    },
}

/// Something that lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// Points lost.
    Loss(Points),
    /// A limit of the band.
    Ceiling(BandIdx),
    /// A blacklist.
    Listing(ListIdx),
}

/// Who else an event is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// The same life of a person or a firm.
    Kind(SubjectKind),
    /// The same life of a member of a group, or of none.
    Group(Option<GroupIdx>),
}
