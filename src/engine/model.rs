//! What the engine computes with: a scenario after all names were resolved, all defaults filled in, all checks passed.
//!
//! Things refer to each other by their place in a list. There are no unused parts, no texts, and no "absent means …"
//! except where absence is the meaning (a posting that never ends).

use super::condition::Cond;
use super::{Day, Points};

/// Place of a subject in [`Case::subjects`].
pub type SubjectIdx = usize;
/// Place of an event in [`Case::events`].
pub type EventIdx = usize;
/// Place of a rule in [`Rulebook::rules`].
pub type RuleIdx = usize;
/// Place of a band in [`Rulebook::bands`]: 0 is the lowest.
pub type BandIdx = usize;
/// Place of a list; at most 32 lists.
pub type ListIdx = usize;
/// Place of a consequence in [`Rulebook::consequences`].
pub type ConsequenceIdx = usize;
/// Place of a kind of event in [`Rulebook::rules_of_kind`].
pub type KindIdx = usize;
/// A group of subjects.
pub type GroupIdx = usize;
/// A domain of life; at most 32.
pub type DomainIdx = usize;

/// A set of small numbers (lists, domains, bands, sources), one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(pub u64);

impl Set {
    /// The set of one member.
    pub const fn of(member: usize) -> Self {
        Self(1 << (member & 63))
    }

    /// Whether it has the member.
    pub const fn has(self, member: usize) -> bool {
        self.0 & Self::of(member).0 != 0
    }

    /// The same set with one more member.
    pub const fn with(self, member: usize) -> Self {
        Self(self.0 | Self::of(member).0)
    }

    /// The same set without a member.
    pub const fn without(self, member: usize) -> Self {
        Self(self.0 & !Self::of(member).0)
    }

    /// Whether both have a member in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What is in both.
    pub const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Its members, from the smallest.
    pub fn members(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let member = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(member)
        })
    }

    /// Whether it has no member.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(members: I) -> Self {
        members.into_iter().fold(Self::default(), Self::with)
    }
}

/// Some lives, what happens in them, and the rules under which they are kept in points.
#[derive(Clone, Debug)]
pub struct Case {
    /// The first day of the account.
    pub first: Day,
    /// The last day of the account.
    pub last: Day,
    /// The scoring system.
    pub rulebook: Rulebook,
    /// The subjects, in the order of their ids: that order, not the document's, decides who spills over first.
    pub subjects: Vec<Subject>,
    /// Everything that happens from the first to the last day, in document order.
    pub events: Vec<Event>,
}

/// One scoring system.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// The scale.
    pub scale: Scale,
    /// The score at which each band begins, rising. There is at least one, and the first begins at the lowest score.
    pub bands: Vec<Points>,
    /// What happens when several rules match.
    pub combine: Combine,
    /// By how many thousandths what is left of each posting shrinks on the first of a month.
    pub fading: u32,
    /// The sources in use.
    pub sources_on: Set,
    /// The rules, in the order in which they are offered an event.
    pub rules: Vec<Rule>,
    /// For each kind of event, its rules in rulebook order.
    pub rules_of_kind: Vec<Vec<RuleIdx>>,
    /// For each kind of event, its domain.
    pub domain_of_kind: Vec<Option<DomainIdx>>,
    /// What bands and lists carry.
    pub consequences: Vec<Consequence>,
    /// What limits the system.
    pub safeguards: Safeguards,
}

/// The ends of the scale and the score at which everybody starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// No score is lower.
    pub lowest: Points,
    /// No score is higher.
    pub highest: Points,
    /// Where every subject starts.
    pub start: Points,
}

/// What happens when several rules match one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combine {
    /// All of them apply.
    All,
    /// The first in rulebook order applies.
    First,
    /// The strongest loss and the strongest gain apply (ties: rulebook order), and every rule without points.
    Strongest,
}

/// A rule: when an event of its kind meets the condition and a source reports it, the effects follow.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The kind of event it is about.
    pub kind: KindIdx,
    /// Whether it is in use. A rule that is not is still here, so that it can be named.
    pub on: bool,
    /// The sources of which one must have recorded the event.
    pub sources: Set,
    /// The tests that the event and its subject must meet.
    pub cond: Cond,
    /// The points given or taken.
    pub points: Option<PointsEffect>,
    /// The best band that remains possible.
    pub ceiling: Option<CeilingEffect>,
    /// Lists that the subject is put on.
    pub listings: Vec<ListingEffect>,
    /// Lists that the subject is taken off.
    pub delistings: Vec<ListIdx>,
    /// The most points that the rule moves in a period.
    pub limit: Option<Limit>,
}

/// Points given or taken.
#[derive(Clone, Debug)]
pub struct PointsEffect {
    /// How many.
    pub amount: Amount,
    /// Months after which what is left is given back; `None` is for good. Already shortened by the safeguard.
    pub months: Option<u32>,
    /// What associates get.
    pub spill: Option<Spill>,
}

/// How many points a rule gives or takes.
#[derive(Clone, Debug)]
pub enum Amount {
    /// Always the same.
    Flat(Points),
    /// For each whole unit of a number of the event.
    PerUnit {
        /// Points for one unit.
        points: Points,
        /// Which number of the event.
        field: usize,
        /// The size of a unit.
        unit: Points,
    },
    /// A value for the first time, one for the second, …; the last is for all later times.
    Ladder {
        /// The values; at least one.
        steps: Vec<LadderStep>,
        /// Only the last so many months count; `None` is all time.
        within: Option<u32>,
    },
}

impl Amount {
    /// The months that a ladder looks back.
    pub const fn within(&self) -> Option<u32> {
        match self {
            Self::Ladder { within, .. } => *within,
            _ => None,
        }
    }
}

/// One value of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LadderStep {
    /// So many points.
    Points(Points),
    /// Everything down to the lowest score.
    All,
}

/// What associates get of the points applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spill {
    /// The share in thousandths.
    pub share: u32,
    /// The relations that get it, as a set of [`Relation`].
    pub to: Set,
}

/// What an associate is to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Lives in the same household.
    Household = 0,
    /// Employs the subject.
    Employer = 1,
    /// Owns the subject.
    Owner = 2,
    /// Supplies the subject.
    Supplier = 3,
}

/// The best band that remains possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CeilingEffect {
    /// The band.
    pub band: BandIdx,
    /// For so many months; `None` is for good.
    pub months: Option<u32>,
}

/// Putting a subject on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListingEffect {
    /// The list.
    pub list: ListIdx,
    /// For so many months; `None` is until a rule takes it off.
    pub months: Option<u32>,
}

/// The most that a rule moves in a calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The period.
    pub per: Period,
    /// The most points applied, given and taken together.
    pub points: Option<Points>,
    /// The most events that count. What the limit refuses does not.
    pub times: Option<u32>,
}

/// A calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Period {
    /// A number that two days share exactly if they are in the same period.
    pub fn of(self, day: Day) -> i32 {
        match self {
            Self::Month => i32::from(day.year()) * 12 + i32::from(day.month()),
            Self::Year => i32::from(day.year()),
        }
    }
}

/// A reward or penalty that bands or lists carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Whether it is a penalty; else it is a reward.
    pub penalty: bool,
    /// The domain of life.
    pub domain: DomainIdx,
    /// Whether it takes away something that nobody should go without.
    pub essential: bool,
    /// The bands that carry it.
    pub bands: Set,
    /// The lists that carry it.
    pub lists: Set,
    /// Whom it touches, as a set of [`SubjectKind`].
    pub who: Set,
}

/// What limits the system in one life. All off by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Safeguards {
    /// No reward or penalty follows from the band of a subject that has not consented; from its lists they do.
    pub consent: bool,
    /// The most that one event may cost a subject over all rules.
    pub event_cap: Option<Points>,
    /// The most that a calendar year may cost a subject.
    pub year_cap: Option<Points>,
    /// One event leads at most to the next lower band.
    pub no_cliff: bool,
    /// A penalty of a band or list needs a live loss, ceiling or listing in its own domain.
    pub purpose_limit: bool,
    /// Essential penalties do not apply.
    pub essential_floor: bool,
    /// Associates get nothing.
    pub no_spill_over: bool,
}

/// A person or business.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Person or business.
    pub kind: SubjectKind,
    /// The group it belongs to.
    pub group: Option<GroupIdx>,
    /// Whether it agreed to be scored.
    pub consents: bool,
    /// Who gets a share of its points, and what they are to it; in the order of the subjects.
    pub associates: Vec<(SubjectIdx, Relation)>,
}

/// Person or business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// A person.
    Person = 0,
    /// A business.
    Business = 1,
}

/// Something that happens to a subject.
#[derive(Clone, Debug)]
pub struct Event {
    /// Who it happens to.
    pub subject: SubjectIdx,
    /// What happens.
    pub kind: KindIdx,
    /// When.
    pub day: Day,
    /// The values of the kind's fields: numbers, or the place of a choice as a whole number.
    pub fields: Vec<Points>,
    /// The sources that recorded it.
    pub recorded_by: Set,
    /// The day on which it is struck out, after its own.
    pub corrected: Option<Day>,
}
