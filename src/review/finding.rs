//! What a review finds.

use crate::engine::Points;
use crate::review::fix::Fix;
use crate::scenario::doc::{Domain, Relation, SubjectKind};

/// The lints, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the file of the same name in `lints`, which says what it is")]
pub enum Lint {
    Relatives,
    WhoYouAre,
    Essential,
    NoWayBack,
    Permanent,
    NoNotice,
    WrongRecords,
    EndlessList,
    Publicity,
    CrossDomain,
    DoublePunishment,
    Annihilation,
    Cliff,
    Discretion,
    MoneyBuysPoints,
    UncappedGain,
    TurningBack,
    UnreachableBand,
    DeadRule,
}

/// How much a finding matters. The line between them is a modelling choice, and each lint says where it draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Somebody pays for what they did not do, for good, or with something that nobody should go without.
    Grave,
    /// A reader should ask why it is so.
    Questionable,
    /// It has no effect, or a small one.
    Minor,
}

impl Severity {
    /// All, gravest first.
    pub const ALL: [Self; 3] = [Self::Grave, Self::Questionable, Self::Minor];
}

/// What a finding is about: a part of the rulebook, by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The system as a whole.
    Book,
    /// A rule.
    Rule(String),
    /// A band.
    Band(String),
    /// A list.
    List(String),
    /// A consequence.
    Consequence(String),
    /// A source.
    Source(String),
}

impl Place {
    /// The rule, if it is one.
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::Rule(id) => Some(id),
            _ => None,
        }
    }

    /// Its place in the document.
    pub fn path(&self) -> String {
        match self {
            Self::Book => "rulebook".to_owned(),
            Self::Rule(id) => format!("rulebook/rules/{id}"),
            Self::Band(id) => format!("rulebook/bands/{id}"),
            Self::List(id) => format!("rulebook/lists/{id}"),
            Self::Consequence(id) => format!("rulebook/consequences/{id}"),
            Self::Source(id) => format!("rulebook/sources/{id}"),
        }
    }
}

/// One thing to question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which lint found it.
    pub lint: Lint,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub place: Place,
    /// The values that its sentence needs.
    pub what: What,
    /// The edit that settles it, if there is one.
    pub fix: Option<Fix>,
}

/// What was found, with the values that the sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The same event is punished by this rule, or this list, as well.
    Twice(Place),
    /// A rule never applies.
    Dead(Dead),
    /// The best, or the worst, score that the rules can lead to does not reach the band.
    OutOfReach {
        /// That score.
        end: Points,
        /// Whether the band is above it.
        above: bool,
    },
    /// A penalty of one band is missing in a worse one, or a reward in a better one.
    TurnsBack {
        /// The band that has it.
        has: String,
        /// The one that lacks it.
        lacks: String,
        /// Whether it is a reward.
        reward: bool,
    },
    /// Nothing limits how much a rule gives.
    Uncapped {
        /// Whether it gives points for each unit, so that one event can give any number.
        per_unit: bool,
        /// Whether everybody starts at the highest score, so that gains can only repair.
        repairs_only: bool,
    },
    /// A loss is larger than everything that can be gained within the scenario's days.
    NoWayBack {
        /// The points lost at one time.
        loss: Points,
        /// The most that can be gained.
        gain: Points,
        /// Months until the loss ends, if it does.
        months: Option<u32>,
    },
    /// An effect never ends.
    Forever(Forever),
    /// So many penalties can begin, and the rulebook does not ask that anybody be told.
    Untold {
        /// How many.
        penalties: usize,
    },
    /// An official chooses the points between these.
    Discretion {
        /// The lowest.
        least: Points,
        /// The highest.
        most: Points,
    },
    /// Points for money.
    Money {
        /// The name of the amount.
        field: String,
        /// Whether the points grow with it.
        per_unit: bool,
        /// Whether nothing limits them.
        uncapped: bool,
    },
    /// The rule asks who somebody is.
    Who {
        /// The groups that it names.
        groups: Vec<String>,
        /// The sort of subject that it names.
        kind: Option<SubjectKind>,
    },
    /// Others get a share of the points.
    Spills {
        /// The share in thousandths.
        share: u32,
        /// Who gets it.
        to: Vec<Relation>,
        /// Whether it is a loss.
        loss: bool,
    },
    /// Records of a source are false.
    Wrong {
        /// How many.
        wrong: usize,
        /// Of how many that rules listen to.
        of: usize,
        /// How many of the false ones nothing ever corrects.
        uncorrected: usize,
    },
    /// A penalty touches another part of life than everything that leads to it.
    Elsewhere {
        /// The part of life that it touches.
        domain: Domain,
        /// Those of what leads to it. An event may belong to none.
        causes: Vec<Domain>,
    },
    /// A penalty takes away something that nobody should go without.
    EssentialTaken,
    /// One event costs everything.
    Everything {
        /// Which time; `None` if the loss is as large as the way from the start.
        nth: Option<usize>,
        /// Whether it is for good.
        forever: bool,
    },
    /// One event leads from the start past a whole band.
    Cliff {
        /// The band at the start.
        from: String,
        /// The band after it.
        to: String,
    },
    /// A penalty that shows somebody to everybody comes from a band.
    Shown,
    /// A public blacklist has no term.
    NoTerm {
        /// Whether a rule takes subjects off it.
        exit: bool,
    },
}

/// Why a rule never applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dead {
    /// It is switched off.
    Off,
    /// No source in use that the rule listens to records such events.
    Unheard,
    /// Its tests contradict each other, or the kind of event.
    Contradiction,
    /// Where only the first rule applies, this one always comes first.
    Behind(String),
}

/// What never ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forever {
    /// A loss of points.
    Loss,
    /// A limit of the band.
    Ceiling(String),
    /// A listing that no rule takes back.
    Listing(String),
}

/// Collects findings for the lint that is at work.
#[derive(Default)]
pub struct Findings {
    lint: Option<Lint>,
    list: Vec<Finding>,
}

impl Findings {
    /// The next lint is at work.
    pub fn begin(&mut self, lint: Lint) {
        self.lint = Some(lint);
    }

    /// Adds one.
    pub fn add(&mut self, severity: Severity, place: Place, what: What, fix: Option<Fix>) {
        if let Some(lint) = self.lint {
            self.list.push(Finding { lint, severity, place, what, fix });
        }
    }

    /// All of them.
    pub fn done(self) -> Vec<Finding> {
        self.list
    }
}
