//! The reform shelf and the cards of assumptions.

use super::numbers::count;
use crate::scenario::doc::Reform;
use crate::text::texts;

texts! {
    /// The reform shelf and the cards of assumptions.
    SocietyShelf {
        title = "Reform shelf",
        lead = "The rules stay as they are, and beside them the same people live under this reform.",
        reform: fn(Reform) -> (&'static str, &'static str) = reform,
        already = "in the rulebook already",
        none = "Take all off",
        on: fn(usize) -> String = |n| match n {
            0 => "No reform".to_owned(),
            1 => "1 safeguard in the reform".to_owned(),
            n => format!("{n} safeguards in the reform"),
        },
        cards_title = "Assumptions",
        cards_lead: fn(usize, usize) -> String = |all, changed| match changed {
            0 => format!("{} numbers make the town. None of them is changed.", count(all as u64)),
            1 => format!("{} numbers make the town. 1 of them is changed.", count(all as u64)),
            n => format!("{} numbers make the town. {n} of them are changed.", count(all as u64)),
        },
        cards_some: fn(usize) -> String = |n| format!("{n} changed"),
        cards_search = "Search the assumptions",
        cards_changed = "Only what was changed",
        cards_reset_all = "Reset all",
        cards_reset: fn(&str) -> String = |it| format!("Reset {it}"),
        cards_sweep = "Sweep this number",
        cards_sweep_name: fn(&str) -> String = |it| format!("Sweep this number: {it}"),
        cards_usual: fn(&str) -> String = |it| format!("usually {it}"),
        cards_range: fn(&str, &str, &str) -> String = |low, high, unit| format!("{low} to {high} {unit}"),
        cards_none = "No assumption fits.",
        cards_choice = "Modelling choice.",
        cards_source: fn(&str) -> String = |it| format!("Source: {it}"),
    }
}

/// The name of a safeguard on the shelf, and what it means.
pub const fn reform(it: Reform) -> (&'static str, &'static str) {
    match it {
        Reform::Notice => ("Notice", "whoever loses something is told"),
        Reform::Reasons => ("Reasons in full", "which rule, which record"),
        Reform::Appeal => ("Appeal", "objections are heard and decided"),
        Reform::Audit => ("Audit", "the office looks for its own errors"),
        Reform::HumanReview => ("A person looks first", "before a record counts"),
        Reform::Expiry => ("Records expire", "after twelve months"),
        Reform::Proportion => ("Proportion", "caps per event and year, no cliff"),
        Reform::PurposeLimit => ("Only the same part of life", "a bus fine costs bus rights"),
        Reform::EssentialFloor => ("Essential services stay", "nobody loses what all need"),
        Reform::NoSpillOver => ("Relatives do not pay", "no spill-over"),
        Reform::Consent => ("Consent", "only who agreed is scored"),
        Reform::NoNeighbours => ("No reports by neighbours", "neighbours are no source"),
        Reform::LawfulActsFree => ("Lawful acts are free", "criticism costs no points"),
    }
}
