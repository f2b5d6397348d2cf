//! Which safeguards a rulebook has.
//!
//! The answers follow from the document alone. "Partly" means that some of it is there, or that nothing breaks the
//! safeguard today and nothing would stop tomorrow's rulebook from breaking it. What sources say stands beside the
//! answer; where a document that rests on sources
//! notes nothing from them on a safeguard, "no" would claim too much.

use crate::review::book::Book;
use crate::review::finding::{Finding, Lint};
use crate::scenario::doc::{Backing, Reasons, Standing};
use crate::scenario::{Outcome, Scenario};

pub use crate::scenario::doc::Safeguard;

/// Whether a rulebook has a safeguard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has.
    Yes,
    /// It has some of it.
    Partly,
    /// It has not.
    No,
    /// The document rests on sources and notes nothing from them on it; it is off.
    Untold,
}

/// What an answer rests on, with the numbers that its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The rulebook says so, or does not.
    Declared,
    /// Nothing in this rulebook breaks it, and nothing forbids to.
    NothingBreaksIt,
    /// So many of all effects that take something end by themselves.
    Ending {
        /// How many end.
        ending: usize,
        /// Of how many.
        of: usize,
    },
    /// So many of the three: a cap per event, a cap per year, no cliff.
    Limits(usize),
    /// So many things break it.
    Broken(usize),
    /// Corrections take effect, but nobody has a right to ask for one.
    OnlyCorrections,
    /// Corrections take effect; from the sources nothing is noted on a right to ask for one.
    UntoldAppeals,
    /// Appeals are heard, but corrections do not take effect.
    OnlyAppeals,
}

/// One line of the scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which safeguard.
    pub safeguard: Safeguard,
    /// Whether the rulebook has it.
    pub answer: Answer,
    /// What the answer rests on.
    pub ground: Ground,
    /// What sources say, whatever the answer is.
    pub told: Vec<Told>,
}

/// What a source says about a safeguard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How far it is backed.
    pub standing: Standing,
    /// What it says.
    pub note: String,
    /// The source, as the document describes it.
    pub source: Option<String>,
}

/// The scorecard of a rulebook, given what its review found.
pub fn scorecard(scenario: &Scenario, outcome: &Outcome, findings: &[Finding]) -> Vec<Line> {
    let book = Book::new(scenario, outcome);
    let safeguards = &scenario.rulebook.safeguards;
    let found = |lint: Lint| findings.iter().filter(|it| it.lint == lint).count();
    let flag = |is: bool| (if is { Answer::Yes } else { Answer::No }, Ground::Declared);
    let unbroken = |is_on: bool, broken: usize| match (is_on, broken) {
        (true, _) => (Answer::Yes, Ground::Declared),
        (false, 0) => (Answer::Partly, Ground::NothingBreaksIt),
        (false, n) => (Answer::No, Ground::Broken(n)),
    };
    let answer = |safeguard: Safeguard| match safeguard {
        Safeguard::Notice => flag(safeguards.notice),
        Safeguard::Reasons => match safeguards.reasons {
            Reasons::Nothing => flag(false),
            Reasons::Category => (Answer::Partly, Ground::Declared),
            Reasons::Full => flag(true),
        },
        Safeguard::Appeal => match (safeguards.appeal, safeguards.corrections) {
            (true, true) => flag(true),
            (true, false) => (Answer::Partly, Ground::OnlyAppeals),
            (false, true) => (Answer::Partly, Ground::OnlyCorrections),
            (false, false) => flag(false),
        },
        Safeguard::Expiry => expiry(&book),
        Safeguard::Proportion => {
            let limits = [safeguards.event_cap.is_some(), safeguards.year_cap.is_some(), safeguards.no_cliff];
            match limits.into_iter().filter(|it| *it).count() {
                0 => (Answer::No, Ground::Limits(0)),
                3 => (Answer::Yes, Ground::Limits(3)),
                n => (Answer::Partly, Ground::Limits(n)),
            }
        }
        Safeguard::Purpose => unbroken(safeguards.purpose_limit, found(Lint::CrossDomain)),
        Safeguard::Floor => unbroken(safeguards.essential_floor, found(Lint::Essential)),
        Safeguard::NoSpill => unbroken(safeguards.no_spill_over, found(Lint::Relatives)),
        Safeguard::HumanReview => flag(safeguards.human_review),
        Safeguard::Audit => flag(safeguards.audit),
        Safeguard::Consent => flag(safeguards.consent),
    };
    let line = |safeguard| {
        let told = told(scenario, safeguard);
        let (answer, ground) = match answer(safeguard) {
            (Answer::No, Ground::Declared) if told.is_empty() && is_sourced(scenario) => {
                (Answer::Untold, Ground::Declared)
            }
            (answer, Ground::OnlyCorrections) if told.is_empty() && is_sourced(scenario) => {
                (answer, Ground::UntoldAppeals)
            }
            other => other,
        };
        Line { safeguard, answer, ground, told }
    };
    Safeguard::ALL.map(line).to_vec()
}

/// Whether a document claims to describe a system that there is or was.
const fn is_sourced(scenario: &Scenario) -> bool {
    matches!(scenario.standing, Standing::Documented | Standing::Reported | Standing::Derived)
}

fn told(scenario: &Scenario, safeguard: Safeguard) -> Vec<Told> {
    let source = |id: &String| scenario.references.iter().find(|it| it.id == *id).map(|it| it.text.clone());
    let told = |it: &Backing| Told {
        standing: it.standing,
        note: it.note.clone(),
        source: it.reference.as_ref().and_then(source),
    };
    scenario.rulebook.safeguards.backing.iter().filter(|it| it.safeguard == safeguard).map(told).collect()
}

/// How many of the effects that take something end by themselves.
fn expiry(book: &Book<'_>) -> (Answer, Ground) {
    let (mut ending, mut of) = (0, 0);
    let mut count = |ends: bool| {
        of += 1;
        ending += usize::from(ends);
    };
    for it in book.live() {
        if it.loss.is_loss() {
            count(it.months().is_some() || book.fades());
        }
        if let Some(ceiling) = it.rule.ceiling {
            count(ceiling.months.is_some());
        }
        for listing in it.rule.listings.iter().filter(|it| book.list_hurts(it.list)) {
            count(listing.months.is_some());
        }
    }
    let answer = match ending {
        _ if of == 0 => return (Answer::Partly, Ground::NothingBreaksIt),
        n if n == of => Answer::Yes,
        0 => Answer::No,
        _ => Answer::Partly,
    };
    (answer, Ground::Ending { ending, of })
}
