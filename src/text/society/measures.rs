//! What the measures are called, and how their values read.

use super::numbers::{number, plain, share, signed_share};
use crate::engine::society::measures::{Measure, Unit};
use crate::engine::society::model::Nature;

/// The name of a measure.
pub const fn measure(it: Measure) -> &'static str {
    match it {
        Measure::Penalised => "Months under a penalty",
        Measure::EverPenalised => "People ever under a penalty",
        Measure::Wrongly => "Months wrongly under a penalty",
        Measure::WronglyOfPenalised => "Penalised months that are wrong",
        Measure::EverWrongly => "People ever wrongly under a penalty",
        Measure::LowestBand => "In the lowest band at the end",
        Measure::HighestBand => "In the highest band at the end",
        Measure::MeanScore => "Mean score",
        Measure::MedianScore => "Median score",
        Measure::Persistence => "In the same band a year later",
        Measure::Upward => "In a higher band a year later",
        Measure::Downward => "In a lower band a year later",
        Measure::StickyFloor => "Lowest band: still there a year later",
        Measure::Recovery => "Months until half of the penalties had ended",
        Measure::NotRecovered => "Penalties that had not ended",
        Measure::BaseRate => "People who did harm in a year",
        Measure::PenaltyRate => "Under a penalty at a year’s end",
        Measure::FalsePositives => "False alarms: did no harm, penalised",
        Measure::FalseNegatives => "Missed: did harm, not penalised",
        Measure::Meaning => "Penalised who did harm",
        Measure::Accuracy => "Penalised or not, as the year’s acts say",
        Measure::PenaltyGap => "Gap between groups: penalties",
        Measure::PenaltyRatio => "Lowest penalty rate divided by the highest",
        Measure::SparedRatio => "Lowest share without a penalty divided by the highest",
        Measure::FalsePositiveGap => "Gap between groups: false alarms",
        Measure::FalseNegativeGap => "Gap between groups: missed",
        Measure::MeaningGap => "Gap between groups: meaning of a penalty",
        Measure::Forgone(Nature::Judged) => "Lawful but judged acts given up",
        Measure::Forgone(Nature::Prosocial) => "Good acts given up",
        Measure::Forgone(Nature::Harmful) => "Harmful acts prevented",
        Measure::Forgone(Nature::Circumstance) => "Bad circumstances avoided",
        Measure::Added(Nature::Prosocial) => "Good acts done for the system",
        Measure::Added(Nature::Harmful) => "Harmful acts that the system brought about",
        Measure::Added(Nature::Circumstance) => "Bad circumstances that the system brought about",
        Measure::Added(Nature::Judged) => "Lawful but judged acts that the system brought about",
        Measure::Diversity => "Diversity of what people do",
        Measure::DiversityChange => "Diversity, against the world without the system",
        Measure::TrueReports => "Reports of what happened",
        Measure::FalseReports => "Reports of what did not happen",
        Measure::BrokenTies => "Ties broken",
        Measure::Isolated => "Persons without a tie",
        Measure::Held => "Records held on each person",
        Measure::Joined => "Sources joined for each person",
        Measure::Unique => "People who can be picked out by what is seen of them",
        Measure::Exposed => "People whose records were taken in a leak",
        Measure::ExposedRecords => "Records taken in a leak",
        Measure::GiniScores => "Inequality of scores (Gini)",
        Measure::GiniBenefits => "Inequality of rewards (Gini)",
        Measure::WrongRecords => "Wrong records",
        Measure::WrongShare => "Records that are wrong",
        Measure::Told => "Wrong losses that people were told of",
        Measure::Appealed => "Wrong losses that were contested",
        Measure::Heard => "Appeals decided",
        Measure::Wait => "Months from appeal to decision",
        Measure::Success => "Decisions that struck out a record",
        Measure::NeverCorrected => "Wrong losses never corrected",
        Measure::Queue => "Appeals waiting at the end",
    }
}

/// A value with its unit.
pub fn value(it: Measure, value: f64) -> String {
    match unit(it) {
        "" => figure(it, value),
        unit => format!("{} {unit}", figure(it, value)),
    }
}

/// A value alone; its unit stands elsewhere.
pub fn figure(it: Measure, value: f64) -> String {
    match it.unit() {
        Unit::Share => share(value),
        Unit::Gap => signed_share(value).trim_start_matches('+').to_owned(),
        Unit::Index => plain(value, 2),
        _ => number(value),
    }
}

/// What values are in, as it reads after the number.
pub const fn unit(it: Measure) -> &'static str {
    match it.unit() {
        Unit::Share | Unit::Index | Unit::PerPerson => "",
        Unit::Gap => "percentage points",
        Unit::Points => "points",
        Unit::Months => "months",
        Unit::PerThousand => "per 1000 people",
        Unit::PerThousandYears => "per 1000 people and year",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_measures_have_one_name() {
        let names: std::collections::BTreeSet<&str> = Measure::ALL.into_iter().map(measure).collect();
        assert_eq!(names.len(), Measure::ALL.len());
    }
}
