//! What the case engine answers.

use crate::engine::model::{BandIdx, ConsequenceIdx, EventIdx, ListIdx, RuleIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// Place of a line in a life's ledger.
pub type LineIdx = usize;

/// Everything that follows from a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One life for each subject, in the same order.
    pub lives: Vec<Life>,
    /// What became of each event, in the same order.
    pub events: Vec<Outcome>,
}

/// The account of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The ledger: every posting and every change of lists and ceilings, in the order in which they happened.
    pub lines: Vec<Line>,
    /// Score and band at the end of the first day and of every day on which either changed.
    pub course: Vec<Standing>,
    /// Rewards and penalties, by beginning, then in rulebook order.
    pub consequences: Vec<Interval>,
}

impl Life {
    /// Score and band at the end of a day; the first day's before it.
    pub fn at(&self, day: Day) -> Standing {
        let next = self.course.partition_point(|it| it.day <= day);
        self.course[next.saturating_sub(1).min(self.course.len() - 1)]
    }

    /// Score and band at the end of the last day.
    pub fn end(&self) -> Standing {
        self.course[self.course.len() - 1]
    }
}

/// Score and band at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day.
    pub day: Day,
    /// The score.
    pub score: Points,
    /// The band, under the ceilings in force.
    pub band: BandIdx,
}

/// One line of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub day: Day,
    /// What sort of line it is.
    pub entry: Entry,
    /// The event behind it, if there is one.
    pub event: Option<EventIdx>,
    /// The rule behind it, if there is one.
    pub rule: Option<RuleIdx>,
    /// The points that the rule names, or that were to be given back.
    pub nominal: Points,
    /// The points by which the score moved.
    pub applied: Points,
    /// Every step that made the nominal points fewer, in order.
    pub reductions: Vec<Reduction>,
    /// The score before and after.
    pub score: (Points, Points),
    /// The band before and after.
    pub band: (BandIdx, BandIdx),
    /// The day on which it ends by itself.
    pub ends: Option<Day>,
    /// What is left of the applied points at the end of the account; zero once given back.
    pub left: Points,
}

impl Line {
    /// Whether it was written when its event happened, and not when something ended later.
    pub const fn is_first_hand(&self) -> bool {
        match self.entry {
            Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. } | Entry::Listed { .. } => true,
            Entry::ListingEnded { because, .. } => matches!(because, End::Delisting),
            Entry::GivenBack { .. } | Entry::CeilingEnded { .. } | Entry::Faded => false,
        }
    }
}

/// The sorts of ledger lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A rule gave or took points.
    Posted(Basis),
    /// An associate's posting spilled over.
    Spilled {
        /// The associate.
        from: SubjectIdx,
        /// The line in the associate's ledger.
        line: LineIdx,
    },
    /// What was left of a posting was given back.
    GivenBack {
        /// The posting.
        of: LineIdx,
        /// Why.
        because: End,
    },
    /// What was left of all postings shrank; one line for the sum.
    Faded,
    /// The band was limited.
    Ceiling {
        /// The best band that remains possible.
        band: BandIdx,
        /// Whether the rule named a lower one and the safeguard against cliffs raised it.
        raised: bool,
    },
    /// A limit of the band ended.
    CeilingEnded {
        /// The line that began it.
        of: LineIdx,
        /// Why.
        because: End,
    },
    /// The subject was put on a list.
    Listed {
        /// The list.
        list: ListIdx,
    },
    /// A listing ended.
    ListingEnded {
        /// The line that began it.
        of: LineIdx,
        /// The list.
        list: ListIdx,
        /// Why.
        because: End,
    },
}

/// How the nominal points came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The rule names them.
    Flat,
    /// So many whole units.
    Units(i64),
    /// The value for the nth time.
    Nth(u32),
    /// The nth time takes everything down to the lowest score.
    All(u32),
}

/// Why something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its time was over.
    Term,
    /// The event behind it was struck out.
    Correction,
    /// A rule took the subject off the list.
    Delisting,
}

/// A step that made points fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduction {
    /// Which step.
    pub by: Step,
    /// The points that remained.
    pub to: Points,
}

/// The steps between nominal and applied points, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The most that the rule moves in a period.
    RuleLimit,
    /// The most that one event may cost.
    EventCap,
    /// The most that a year may cost.
    YearCap,
    /// At most to the next lower band.
    NoCliff,
    /// The scale ends.
    ScaleEnd,
}

/// A reward or penalty from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Which.
    pub consequence: ConsequenceIdx,
    /// The first day on which it holds.
    pub begin: Day,
    /// The first day on which it does not hold any more; `None` if it holds to the end of the account.
    pub end: Option<Day>,
    /// The ledger line that began it; `None` if it held from the start.
    pub cause: Option<LineIdx>,
    /// The ledger line that ended it.
    pub ended_by: Option<LineIdx>,
}

/// What became of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether a source in use recorded it.
    pub recorded: bool,
    /// Every rule of its kind in rulebook order, and what became of the offer. Empty if nobody recorded it.
    pub offers: Vec<Offer>,
}

/// A rule that was offered an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The rule.
    pub rule: RuleIdx,
    /// What became of it.
    pub verdict: Verdict,
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The rule applied.
    Applied,
    /// The rule is switched off.
    Off,
    /// None of the sources that the rule listens to recorded the event.
    NotReported,
    /// A test failed.
    TestFailed,
    /// It matched, but another rule came first or was stronger.
    Dropped,
}
