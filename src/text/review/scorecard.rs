//! The scorecard of safeguards.

use crate::review::scorecard::{Answer, Ground, Line, Safeguard};

/// What the scorecard says on the whole, as a title.
pub(super) fn finding(lines: &[Line]) -> String {
    let count = |answer: Answer| lines.iter().filter(|it| it.answer == answer).count();
    let (yes, partly) = (count(Answer::Yes), count(Answer::Partly));
    let has = match yes {
        0 => format!("None of {} safeguards is there in full", lines.len()),
        1 => format!("1 of {} safeguards is there", lines.len()),
        n => format!("{n} of {} safeguards are there", lines.len()),
    };
    if partly == 0 { has } else { format!("{has}, {partly} in part") }
}

pub(super) const fn name(it: Safeguard) -> &'static str {
    match it {
        Safeguard::Notice => "Notice",
        Safeguard::Reasons => "Reasons",
        Safeguard::Appeal => "Appeal and correction",
        Safeguard::Expiry => "Expiry",
        Safeguard::Proportion => "Proportion",
        Safeguard::Purpose => "Purpose limit",
        Safeguard::Floor => "Essential services stay",
        Safeguard::NoSpill => "Relatives do not pay",
        Safeguard::HumanReview => "Human review",
        Safeguard::Audit => "Independent audit",
        Safeguard::Consent => "Consent",
    }
}

pub(super) const fn answer(it: Answer) -> &'static str {
    match it {
        Answer::Yes => "yes",
        Answer::Partly => "partly",
        Answer::No => "no",
        Answer::Untold => "not told",
    }
}

/// What an answer rests on.
pub(super) fn ground(line: &Line) -> String {
    match (line.ground, line.safeguard, line.answer) {
        (Ground::NothingBreaksIt, ..) => "Nothing here breaks it, and nothing forbids it.".to_owned(),
        (Ground::Ending { ending, of }, ..) => format!("{ending} of {of} losses and limits end by themselves."),
        (Ground::Limits(n), ..) => format!("{n} of 3 are on: cap per event, cap per year, no cliff."),
        (Ground::Broken(1), ..) => "Broken in 1 place.".to_owned(),
        (Ground::Broken(n), ..) => format!("Broken in {n} places."),
        (Ground::OnlyCorrections, ..) => "Corrections count once granted, but nobody has a right to one.".to_owned(),
        (Ground::UntoldAppeals, ..) => {
            "Corrections count once granted. From the sources nothing is noted on a right to ask for one.".to_owned()
        }
        (Ground::OnlyAppeals, ..) => "Appeals are heard, but corrections do not take effect.".to_owned(),
        (Ground::Declared, Safeguard::Reasons, Answer::Partly) => "Only the sort of record is told.".to_owned(),
        (Ground::Declared, _, Answer::Yes) => "The rulebook says so.".to_owned(),
        (Ground::Declared, _, Answer::Untold) => {
            "From the sources nothing is noted on it, so it is off here.".to_owned()
        }
        (Ground::Declared, ..) => "Not switched on in this scenario.".to_owned(),
    }
}
