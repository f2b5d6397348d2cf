//! Every measure that is one number, by name.

use super::fairness::{Counts, gap, parts, share_of_highest};
use super::mobility::Matrix;
use super::part::{Part, Who};
use super::{
    appeals, bands, chilling, diversity, exposure, gini, incentive, lives, penalised, recovery, reports, score, sticky,
    wrongly,
};
use crate::engine::society::model::Nature;
use crate::engine::society::{Society, Tally};

/// What a value is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share of something, from 0 to 1: shown in per cent.
    Share,
    /// The difference of two shares: shown in percentage points.
    Gap,
    /// A number without a unit, from 0 to 1 (or the change of one).
    Index,
    /// Points of the rulebook's scale.
    Points,
    /// Months.
    Months,
    /// So many for each person.
    PerPerson,
    /// So many for each thousand people.
    PerThousand,
    /// So many for each thousand people and year.
    PerThousandYears,
}

/// A measure of a society under a rulebook: one number for some people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Share of time under a penalty ([`penalised`]).
    Penalised,
    /// Share of people ever under a penalty.
    EverPenalised,
    /// Share of time wrongly under a penalty ([`wrongly`]).
    Wrongly,
    /// Of the time under a penalty, the share that is wrong.
    WronglyOfPenalised,
    /// Share of people ever wrongly under a penalty.
    EverWrongly,
    /// Share in the lowest band at the end ([`bands`]).
    LowestBand,
    /// Share in the highest band at the end.
    HighestBand,
    /// Mean score at the end ([`score`]).
    MeanScore,
    /// Median score at the end.
    MedianScore,
    /// Share in the same band a year later ([`super::mobility`]).
    Persistence,
    /// Share in a higher band a year later.
    Upward,
    /// Share in a lower band a year later.
    Downward,
    /// Share of the lowest band that is there a year later ([`sticky`]).
    StickyFloor,
    /// Months within which half of the penalties had ended ([`recovery`]).
    Recovery,
    /// Share of penalties that had not ended.
    NotRecovered,
    /// Share that did harm in a year ([`super::fairness`]).
    BaseRate,
    /// Share under a penalty at a year's end.
    PenaltyRate,
    /// Of those who did no harm, the share under a penalty.
    FalsePositives,
    /// Of those who did harm, the share without one.
    FalseNegatives,
    /// Of those under a penalty, the share that did harm.
    Meaning,
    /// Share treated as the year's record says.
    Accuracy,
    /// Difference of penalty rates between groups (of a group: between districts).
    PenaltyGap,
    /// Lowest penalty rate as a share of the highest.
    PenaltyRatio,
    /// Lowest share without a penalty as a share of the highest: below 0.8 it breaks the four-fifths rule.
    SparedRatio,
    /// Difference of false positive rates.
    FalsePositiveGap,
    /// Difference of false negative rates.
    FalseNegativeGap,
    /// Difference of predictive values.
    MeaningGap,
    /// Of acts of a nature, the share forgone ([`chilling`]).
    Forgone(Nature),
    /// Of acts of a nature, the share done because of the system ([`incentive`]).
    Added(Nature),
    /// Diversity of acts under the system ([`diversity`]).
    Diversity,
    /// The same, less that without the system.
    DiversityChange,
    /// True reports ([`reports`]).
    TrueReports,
    /// False reports.
    FalseReports,
    /// Ties broken by reports.
    BrokenTies,
    /// Share of persons without a tie at the end.
    Isolated,
    /// Records for each person ([`exposure`]).
    Held,
    /// Sources joined for each person.
    Joined,
    /// Share of people who are unique in their neighbourhood.
    Unique,
    /// Share of people exposed by a leak.
    Exposed,
    /// Records exposed by a leak.
    ExposedRecords,
    /// Gini coefficient of scores ([`gini`]).
    GiniScores,
    /// Gini coefficient of months with a reward.
    GiniBenefits,
    /// Wrong records entered ([`lives`]).
    WrongRecords,
    /// Of the records entered, the share that is wrong.
    WrongShare,
    /// Of wrong records that cost something, the share whose subject was told ([`appeals`]).
    Told,
    /// … that was appealed against.
    Appealed,
    /// Of appeals, the share decided.
    Heard,
    /// Months from appeal to decision.
    Wait,
    /// Of decisions, the share that struck out a record.
    Success,
    /// Of wrong records that cost something, the share never corrected.
    NeverCorrected,
    /// Appeals that wait at the end.
    Queue,
}

/// What a measure promises about worlds that cannot have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zero {
    Never,
    WithoutErrors,
    WithoutFeedback,
}

impl Measure {
    /// All measures, in the order of the table in [`super`].
    pub const ALL: [Self; 57] = [
        Self::Penalised,
        Self::EverPenalised,
        Self::Wrongly,
        Self::WronglyOfPenalised,
        Self::EverWrongly,
        Self::LowestBand,
        Self::HighestBand,
        Self::MeanScore,
        Self::MedianScore,
        Self::Persistence,
        Self::Upward,
        Self::Downward,
        Self::StickyFloor,
        Self::Recovery,
        Self::NotRecovered,
        Self::BaseRate,
        Self::PenaltyRate,
        Self::FalsePositives,
        Self::FalseNegatives,
        Self::Meaning,
        Self::Accuracy,
        Self::PenaltyGap,
        Self::PenaltyRatio,
        Self::SparedRatio,
        Self::FalsePositiveGap,
        Self::FalseNegativeGap,
        Self::MeaningGap,
        Self::Forgone(Nature::Judged),
        Self::Forgone(Nature::Prosocial),
        Self::Forgone(Nature::Harmful),
        Self::Forgone(Nature::Circumstance),
        Self::Added(Nature::Prosocial),
        Self::Added(Nature::Harmful),
        Self::Added(Nature::Circumstance),
        Self::Added(Nature::Judged),
        Self::Diversity,
        Self::DiversityChange,
        Self::TrueReports,
        Self::FalseReports,
        Self::BrokenTies,
        Self::Isolated,
        Self::Held,
        Self::Joined,
        Self::Unique,
        Self::Exposed,
        Self::ExposedRecords,
        Self::GiniScores,
        Self::GiniBenefits,
        Self::WrongRecords,
        Self::WrongShare,
        Self::Told,
        Self::Appealed,
        Self::Heard,
        Self::Wait,
        Self::Success,
        Self::NeverCorrected,
        Self::Queue,
    ];

    /// The measure of a name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// Its name in tables and links; never changes.
    pub const fn id(self) -> &'static str {
        self.facts().0
    }

    /// What its values are in.
    pub const fn unit(self) -> Unit {
        self.facts().1
    }

    /// A value as it is shown: scaled, and with so many decimal places.
    pub fn shown(self, value: f64) -> (f64, usize) {
        match self.unit() {
            Unit::Share => (value * 100.0, usize::from((value * 100.0).abs() < 9.95)),
            Unit::Gap => (value * 100.0, 1),
            Unit::Index => (value, 2),
            _ => (value, usize::from(value.abs() < 99.95)),
        }
    }

    /// Whether a reader sees one figure for both values: then neither is better than the other.
    pub fn reads_same(self, one: f64, other: f64) -> bool {
        let figure = |value: f64| {
            let (value, places) = self.shown(value);
            let text = format!("{value:.places$}");
            if text.bytes().all(|it| matches!(it, b'-' | b'0' | b'.')) { "0".to_owned() } else { text }
        };
        figure(one) == figure(other)
    }

    /// Whether less of it is better; `None` where that is a matter of opinion.
    pub const fn lower_is_better(self) -> Option<bool> {
        self.facts().2
    }

    /// Whether it is zero, or has no value, where there are no wrong records: no errors of sources, no mismatch, no made-up
    /// reports, no captured office.
    pub const fn zero_without_errors(self) -> bool {
        matches!(self.facts().3, Zero::WithoutErrors)
    }

    /// Whether it is zero, or has no value, where penalties, pressure and incentives change nothing that people do, and
    /// nobody repairs.
    pub const fn zero_without_feedback(self) -> bool {
        matches!(self.facts().3, Zero::WithoutFeedback)
    }

    /// Whether values under two rulebooks can be set against each other: points need the same scale, and bands need as
    /// many bands.
    pub fn is_comparable(self, before: &Society, after: &Society) -> bool {
        match self {
            Self::MeanScore | Self::MedianScore => before.rulebook.scale == after.rulebook.scale,
            Self::LowestBand
            | Self::HighestBand
            | Self::Persistence
            | Self::Upward
            | Self::Downward
            | Self::StickyFloor => before.bands() == after.bands(),
            _ => true,
        }
    }

    const fn facts(self) -> (&'static str, Unit, Option<bool>, Zero) {
        const LESS: Option<bool> = Some(true);
        const MORE: Option<bool> = Some(false);
        use Nature::{Circumstance, Harmful, Judged, Prosocial};
        use Unit::{Gap, Index, Months, PerPerson, PerThousand, PerThousandYears, Points, Share};
        use Zero::{Never, WithoutErrors, WithoutFeedback};
        match self {
            Self::Penalised => ("penalised", Share, None, Never),
            Self::EverPenalised => ("ever-penalised", Share, None, Never),
            Self::Wrongly => ("wrongly-penalised", Share, LESS, WithoutErrors),
            Self::WronglyOfPenalised => ("wrongly-of-penalised", Share, LESS, WithoutErrors),
            Self::EverWrongly => ("ever-wrongly-penalised", Share, LESS, WithoutErrors),
            Self::LowestBand => ("lowest-band", Share, None, Never),
            Self::HighestBand => ("highest-band", Share, None, Never),
            Self::MeanScore => ("mean-score", Points, None, Never),
            Self::MedianScore => ("median-score", Points, None, Never),
            Self::Persistence => ("persistence", Share, None, Never),
            Self::Upward => ("upward", Share, None, Never),
            Self::Downward => ("downward", Share, None, Never),
            Self::StickyFloor => ("sticky-floor", Share, LESS, Never),
            Self::Recovery => ("recovery", Months, None, Never),
            Self::NotRecovered => ("not-recovered", Share, None, Never),
            Self::BaseRate => ("base-rate", Share, LESS, Never),
            Self::PenaltyRate => ("penalty-rate", Share, None, Never),
            Self::FalsePositives => ("false-positives", Share, LESS, Never),
            Self::FalseNegatives => ("false-negatives", Share, LESS, Never),
            Self::Meaning => ("predictive-value", Share, MORE, Never),
            Self::Accuracy => ("accuracy", Share, MORE, Never),
            Self::PenaltyGap => ("penalty-gap", Gap, LESS, Never),
            Self::PenaltyRatio => ("penalty-ratio", Index, MORE, Never),
            Self::SparedRatio => ("spared-ratio", Index, MORE, Never),
            Self::FalsePositiveGap => ("false-positive-gap", Gap, LESS, Never),
            Self::FalseNegativeGap => ("false-negative-gap", Gap, LESS, Never),
            Self::MeaningGap => ("predictive-value-gap", Gap, LESS, Never),
            Self::Forgone(Judged) => ("chilling", Share, LESS, WithoutFeedback),
            Self::Forgone(Prosocial) => ("forgone-prosocial", Share, LESS, WithoutFeedback),
            Self::Forgone(Harmful) => ("forgone-harmful", Share, MORE, WithoutFeedback),
            Self::Forgone(Circumstance) => ("forgone-circumstance", Share, MORE, WithoutFeedback),
            Self::Added(Prosocial) => ("for-points", Share, None, WithoutFeedback),
            Self::Added(Harmful) => ("added-harmful", Share, LESS, WithoutFeedback),
            Self::Added(Circumstance) => ("added-circumstance", Share, LESS, WithoutFeedback),
            Self::Added(Judged) => ("added-judged", Share, None, WithoutFeedback),
            Self::Diversity => ("diversity", Index, None, Never),
            Self::DiversityChange => ("diversity-change", Index, None, WithoutFeedback),
            Self::TrueReports => ("true-reports", PerThousandYears, None, Never),
            Self::FalseReports => ("false-reports", PerThousandYears, LESS, WithoutErrors),
            Self::BrokenTies => ("broken-ties", PerThousandYears, LESS, Never),
            Self::Isolated => ("isolated", Share, LESS, Never),
            Self::Held => ("records-held", PerPerson, None, Never),
            Self::Joined => ("sources-joined", PerPerson, None, Never),
            Self::Unique => ("unique", Share, LESS, Never),
            Self::Exposed => ("exposed", Share, LESS, Never),
            Self::ExposedRecords => ("exposed-records", PerThousand, LESS, Never),
            Self::GiniScores => ("gini-scores", Index, None, Never),
            Self::GiniBenefits => ("gini-benefits", Index, None, Never),
            Self::WrongRecords => ("wrong-records", PerThousandYears, LESS, WithoutErrors),
            Self::WrongShare => ("wrong-share", Share, LESS, WithoutErrors),
            Self::Told => ("told", Share, MORE, WithoutErrors),
            Self::Appealed => ("appealed", Share, None, WithoutErrors),
            Self::Heard => ("heard", Share, MORE, Never),
            Self::Wait => ("wait", Months, LESS, Never),
            Self::Success => ("success", Share, None, Never),
            Self::NeverCorrected => ("never-corrected", Share, LESS, WithoutErrors),
            Self::Queue => ("queue", PerThousand, LESS, Never),
        }
    }

    /// Its value for some people; `None` where there is nothing to divide by, or it is not counted for them.
    pub fn value(self, society: &Society, tally: &Tally, who: Who) -> Option<f64> {
        let part = Part::new(tally, who);
        let it = &part;
        let counts = || Counts::of(it);
        let compared = || parts(society, tally, who).into_iter().map(|it| it.1).collect::<Vec<Counts>>();
        match self {
            Self::Penalised => penalised::of_time(it),
            Self::EverPenalised => penalised::ever(it),
            Self::Wrongly => wrongly::of_time(it),
            Self::WronglyOfPenalised => wrongly::of_penalised(it),
            Self::EverWrongly => wrongly::ever(it),
            Self::LowestBand => bands::lowest(it),
            Self::HighestBand => bands::highest(it),
            Self::MeanScore => score::mean_at_end(society.rulebook.scale, it),
            Self::MedianScore => score::quantile_at_end(society.rulebook.scale, it, 50),
            Self::Persistence => Matrix::of(it)?.persistence(),
            Self::Upward => Matrix::of(it)?.upward(),
            Self::Downward => Matrix::of(it)?.downward(),
            Self::StickyFloor => sticky::floor(it),
            Self::Recovery => recovery::months(it),
            Self::NotRecovered => recovery::not_recovered(it),
            Self::BaseRate => counts().base_rate(),
            Self::PenaltyRate => counts().penalty_rate(),
            Self::FalsePositives => counts().fpr(),
            Self::FalseNegatives => counts().fnr(),
            Self::Meaning => counts().ppv(),
            Self::Accuracy => counts().accuracy(),
            Self::PenaltyGap => gap(&compared(), Counts::penalty_rate),
            Self::PenaltyRatio => share_of_highest(&compared(), Counts::penalty_rate),
            Self::SparedRatio => share_of_highest(&compared(), Counts::spared_rate),
            Self::FalsePositiveGap => gap(&compared(), Counts::fpr),
            Self::FalseNegativeGap => gap(&compared(), Counts::fnr),
            Self::MeaningGap => gap(&compared(), Counts::ppv),
            Self::Forgone(nature) => chilling::forgone(it, nature),
            Self::Added(nature) => incentive::added(it, nature),
            Self::Diversity => diversity::with_system(society, it),
            Self::DiversityChange => diversity::change(society, it),
            Self::TrueReports => reports::true_reports(it),
            Self::FalseReports => reports::false_reports(it),
            Self::BrokenTies => reports::broken_ties(it),
            Self::Isolated => reports::isolated(it),
            Self::Held => exposure::held(it),
            Self::Joined => exposure::joined(it),
            Self::Unique => exposure::unique(it),
            Self::Exposed => exposure::exposed(it),
            Self::ExposedRecords => exposure::exposed_records(it),
            Self::GiniScores => gini::of_scores(it),
            Self::GiniBenefits => gini::of_benefits(it),
            Self::WrongRecords => lives::wrong_records(it),
            Self::WrongShare => lives::wrong_share(it),
            Self::Told => appeals::told(it),
            Self::Appealed => appeals::reach(it),
            Self::Heard => appeals::heard(it),
            Self::Wait => appeals::wait(it),
            Self::Success => appeals::success(it),
            Self::NeverCorrected => appeals::never_corrected(it),
            Self::Queue => appeals::queue_at_end(it),
        }
    }
}
