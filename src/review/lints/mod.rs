//! The questions of a review, one file each. Every file says what it finds, how grave that is, and what it leaves alone.
//!
//! There is none about lawful acts that are judged (criticism, petition, worship): a document does not say which acts are
//! lawful, and guessing it from words would be a guess.

mod annihilation;
mod cliff;
mod cross_domain;
mod dead_rule;
mod discretion;
mod double_punishment;
mod endless_list;
mod essential;
mod money_buys_points;
mod no_notice;
mod no_way_back;
mod permanent;
mod publicity;
mod relatives;
mod turning_back;
mod uncapped_gain;
mod unreachable_band;
mod who_you_are;
mod wrong_records;

use super::book::Book;
use super::finding::{Findings, Lint};

/// A lint at work: what it finds in a rulebook goes to the findings.
pub type Check = fn(&Book<'_>, &mut Findings);

/// All lints.
pub const ALL: &[(Lint, Check)] = &[
    (Lint::Relatives, relatives::check),
    (Lint::WhoYouAre, who_you_are::check),
    (Lint::Essential, essential::check),
    (Lint::NoWayBack, no_way_back::check),
    (Lint::Permanent, permanent::check),
    (Lint::NoNotice, no_notice::check),
    (Lint::WrongRecords, wrong_records::check),
    (Lint::EndlessList, endless_list::check),
    (Lint::Publicity, publicity::check),
    (Lint::CrossDomain, cross_domain::check),
    (Lint::DoublePunishment, double_punishment::check),
    (Lint::Annihilation, annihilation::check),
    (Lint::Cliff, cliff::check),
    (Lint::Discretion, discretion::check),
    (Lint::MoneyBuysPoints, money_buys_points::check),
    (Lint::UncappedGain, uncapped_gain::check),
    (Lint::TurningBack, turning_back::check),
    (Lint::UnreachableBand, unreachable_band::check),
    (Lint::DeadRule, dead_rule::check),
];
