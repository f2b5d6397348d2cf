//! What a society is made of: a rulebook, and everything that is assumed about the people under it.
//!
//! As in [`crate::engine::model`], all names are resolved and all checks passed. Factors are in thousandths: 1000 leaves
//! things as they are.

use super::chance::Chance;
use crate::engine::model::{GroupIdx, KindIdx, Rulebook, Set, SubjectKind};
use crate::engine::{Day, Points};

/// A society and the rules that it lives under.
#[derive(Clone, Debug)]
pub struct Society {
    /// What its luck begins with.
    pub seed: u64,
    /// How many people and businesses.
    pub people: u32,
    /// How many months are lived through.
    pub months: u32,
    /// The first day: the first of a month.
    pub first: Day,
    /// The scoring system.
    pub rulebook: Rulebook,
    /// Lists that everybody can read.
    pub public_lists: Set,
    /// How many live in one neighbourhood, businesses included.
    pub neighbourhood: u32,
    /// How many persons live in one household.
    pub household: u32,
    /// How many of a neighbourhood are businesses; an even number.
    pub businesses: u32,
    /// How much people of one group differ in their rates: 0 not at all, 1000 between nothing and twice.
    pub spread: u32,
    /// The groups.
    pub groups: Vec<Group>,
    /// The districts that neighbourhoods belong to.
    pub districts: Vec<District>,
    /// What people do.
    pub behaviours: Vec<Behaviour>,
    /// How well each source of the rulebook records; in its order.
    pub sources: Vec<Source>,
    /// Of records of loss-making acts, the chance that one lands in the file of somebody else in the neighbourhood.
    pub mismatch: Chance,
    /// Neighbours' reports.
    pub reports: Reports,
    /// What penalties do to later months.
    pub feedback: Feedback,
    /// How people adapt.
    pub adaptation: Adaptation,
    /// How records are contested.
    pub appeals: Appeals,
    /// What happens to the whole society on the way.
    pub shocks: Vec<Shock>,
}

/// A group of people or businesses.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its share among the groups of its kind, in any unit.
    pub share: u32,
    /// Persons or businesses.
    pub kind: SubjectKind,
    /// The group of the rulebook that it is, if conditions speak of it.
    pub is: Option<GroupIdx>,
    /// Factors on the rates of acts, by [`Nature`].
    pub conduct: [u32; NATURES],
    /// Factors on what each source records of it, in the order of the sources.
    pub visible: Vec<u32>,
    /// Factor on wrong records.
    pub errors: u32,
    /// Free time: a factor on acts that take time.
    pub time: u32,
    /// Money: a factor on acts that take money, and on sums.
    pub money: u32,
    /// The chance to appeal when told of a loss.
    pub appeals: Chance,
    /// The chance to have agreed to be scored.
    pub consents: Chance,
}

/// A part of town.
#[derive(Clone, Debug)]
pub struct District {
    /// Its share of the neighbourhoods, in any unit.
    pub share: u32,
    /// Factors on what each source records there, in the order of the sources.
    pub visible: Vec<u32>,
}

/// How many natures there are.
pub const NATURES: usize = 4;

/// The natures of what people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Helps others.
    Prosocial = 0,
    /// Harms others.
    Harmful = 1,
    /// Befalls people: a bill paid late after a lost job.
    Circumstance = 2,
    /// Lawful, but judged by some: criticism, petition, worship, association.
    Judged = 3,
}

impl Nature {
    /// All, in order.
    pub const ALL: [Self; NATURES] = [Self::Prosocial, Self::Harmful, Self::Circumstance, Self::Judged];
}

/// What an act takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Free time.
    Time,
    /// Money.
    Money,
}

/// What the rulebook makes of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// Nothing.
    No,
    /// Some rule rewards it and none punishes it.
    Gain,
    /// Some rule punishes it.
    Loss,
}

/// Something that people do, or that befalls them, now and then.
#[derive(Clone, Debug)]
pub struct Behaviour {
    /// Names its luck: the same act has the same luck under all rulebooks.
    pub key: u64,
    /// Its nature.
    pub nature: Nature,
    /// The kind of event that it is in the rulebook, if the rulebook knows it.
    pub kind: Option<KindIdx>,
    /// The sources that can record it.
    pub sources: Set,
    /// Who does it, as a set of [`SubjectKind`].
    pub who: Set,
    /// The chance that somebody does it in a month, before all factors.
    pub rate: Chance,
    /// What it takes.
    pub needs: Needs,
    /// Only somebody under a penalty does it, to make good.
    pub repair: bool,
    /// It is the reporting of neighbours: done by [`Reports`], and never by its rate.
    pub reporting: bool,
    /// How its rate changes under full pressure, in thousandths: −500 halves it.
    pub response: i32,
    /// How its rate changes for those who know that the rulebook scores it, in thousandths.
    pub incentive: i32,
    /// What the rulebook makes of it.
    pub scored: Scored,
    /// The values of the fields of its kind.
    pub fields: Vec<Draw>,
}

/// How a value of an act is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// Half, once, one and a half times or twice this number, equally likely; and then the group's factor, rounded to a
    /// whole number where the typical number is whole.
    Around {
        /// The typical number.
        typical: Points,
        /// Whose factor of the group it is scaled by.
        by: Needs,
    },
    /// One of so many choices.
    Choice(u32),
}

/// How well a source records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Names its luck.
    pub key: u64,
    /// It is a neighbour: of what can be reported, it records what neighbours report, and nothing else.
    pub neighbour: bool,
    /// It is a camera.
    pub camera: bool,
    /// The chance that an act that it can see becomes a record.
    pub coverage: Chance,
    /// The chance of a wrong record about somebody in a month.
    pub error: Chance,
}

/// Neighbours' reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reports {
    /// The chance that somebody is minded to report a neighbour in a month.
    pub rate: Chance,
    /// Factor on that, for those who know that the rulebook rewards it.
    pub reward: u32,
    /// The chance that somebody who has nothing to report makes something up.
    pub invents: Chance,
    /// The chance that a report breaks the tie.
    pub breaks: Chance,
}

/// What penalties do to later months, by domain of life. Lists are in the order of the domains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Factors on the rates of circumstances while a penalty in the domain holds.
    pub circumstance: Vec<u32>,
    /// Factors on what sources record while a penalty in the domain holds.
    pub watched: Vec<u32>,
}

/// How people adapt. Pressure is between 0 and 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adaptation {
    /// The share of people who know the rules.
    pub know: Chance,
    /// The pressure that a month under a penalty adds.
    pub felt: u32,
    /// The pressure that a month adds where everybody else is seen under a penalty.
    pub seen: u32,
    /// How much of the pressure a month takes away, in thousandths.
    pub fades: u32,
}

/// How records are contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appeals {
    /// Whether there is anybody to appeal to, and what was won takes effect.
    pub heard: bool,
    /// The chance to be told of a loss. Who is not told cannot appeal.
    pub told: Chance,
    /// Factor on the readiness to appeal where the record is true.
    pub if_true: u32,
    /// How much the lack of money keeps from appealing, in thousandths.
    pub cost: u32,
    /// How many appeals are decided a month for each thousand people, in thousandths.
    pub capacity: u32,
    /// The fewest months between appeal and decision.
    pub delay: u32,
    /// The chance to win where the record is wrong.
    pub wins_wrong: Chance,
    /// The chance to win where the record is true.
    pub wins_true: Chance,
    /// The chance that the office finds a wrong record by itself in a month.
    pub found: Chance,
    /// The chance that a reviewer throws out a wrong record before it counts.
    pub review: Chance,
    /// Months after which every wrong record is found out.
    pub found_out: Option<u32>,
}

/// Something that happens to the whole society for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shock {
    /// What.
    pub what: Event,
    /// The first month, counted from 0.
    pub from: u32,
    /// How many months it lasts.
    pub months: u32,
}

/// The sorts of shocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Circumstances happen so many times as often, in thousandths.
    Recession(u32),
    /// A source records nothing, right or wrong.
    Outage(usize),
    /// Cameras record so many times as much, right and wrong, in thousandths.
    Cameras(u32),
    /// All records are taken from the office on the first day of the shock.
    Leak,
    /// The office spares its friends (this share of people, in thousandths) and punishes critics with the same chance.
    Captured(u32),
}

impl Society {
    /// How many neighbourhoods there are; the last may be smaller.
    pub fn neighbourhoods(&self) -> u32 {
        self.people.div_ceil(self.neighbourhood.max(1))
    }

    /// How many live in a neighbourhood.
    pub fn residents(&self, neighbourhood: u32) -> u32 {
        let before = neighbourhood.saturating_mul(self.neighbourhood);
        self.people.saturating_sub(before).min(self.neighbourhood)
    }

    /// How many cells there are: each group in each district.
    pub fn cells(&self) -> usize {
        self.groups.len() * self.districts.len()
    }

    /// How many bands the rulebook has.
    pub fn bands(&self) -> usize {
        self.rulebook.bands.len()
    }
}
