//! The four mechanisms that are often taken for one, with the statements that tell them apart.

use crate::scenario::doc::Mechanism;

/// One of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Which.
    pub mechanism: Mechanism,
    /// Statements that show what it is.
    pub facts: &'static [&'static str],
    /// Scenarios of the gallery that are built on it, by their ids.
    pub presets: &'static [&'static str],
}

/// The four, each with a few statements and scenarios. Which ones is our choice.
pub const FOUR: [Sort; 4] = [
    Sort {
        mechanism: Mechanism::Score,
        facts: &["rongcheng-start", "rongcheng-no-penalty", "suining-start", "dog-start"],
        presets: &["rongcheng-rules", "suining-2010", "jinan-dog-licence"],
    },
    Sort {
        mechanism: Mechanism::List,
        facts: &["defaulters-grounds", "spending-restriction", "tickets-not-score", "lists-how"],
        presets: &["judgment-defaulters"],
    },
    Sort {
        mechanism: Mechanism::FirmRating,
        facts: &["firms-first", "tax-start", "tax-bands", "customs-rates"],
        presets: &["firm-tax-rating"],
    },
    Sort {
        mechanism: Mechanism::CommercialScore,
        facts: &["zhima-private", "zhima-range", "fico-range", "schufa-new-score"],
        presets: &["commercial-score", "credit-bureau"],
    },
];
