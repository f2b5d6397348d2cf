//! What the system does to what people do, what it knows about them, and what happens to the whole town.

use super::numbers::{lower, number, share};
use crate::scenario::doc::ShockSort;
use crate::text::texts;

texts! {
    /// Chilling, exposure, shocks.
    SocietyEffects {
        chill_title: fn(f64) -> String = |it| match it < 0.0005 {
            true => "Lawful acts are not given up".to_owned(),
            false => format!("{} of lawful but judged acts were given up", share(it)),
        },
        chill_summary = "Criticism, petition, worship, association: acts that are lawful, and that some would punish. They are compared with the same people in a world without the system.",
        counted: fn(&str, &str) -> String = |whom, summary| format!("Counted here: {}. {summary}", lower(whom)),
        chill_meter = "Lawful acts given up",
        expose_title: fn(f64, f64) -> String = |unique, held| format!(
            "{} of people can be picked out by what is seen of them; on average {} records are held on each", share(unique), number(held)),
        expose_summary = "What the office holds at the end, and how many people could be picked out in their neighbourhood by it.",
        expose_no_leak = "No leak happens in this run.",
        expose_add_leak = "Add a leak",
        shocks_title = "Shocks",
        shocks_lead = "Something happens to the whole town for a while.",
        shocks_none = "Nothing happens.",
        shock_add = "Add a shock",
        shock_sort: fn(ShockSort) -> &'static str = |it| match it {
            ShockSort::Recession => "Recession",
            ShockSort::Outage => "A source is out",
            ShockSort::Leak => "Leak",
            ShockSort::CapturedOffice => "Captured office",
            ShockSort::Cameras => "More cameras",
        },
        shock_what: fn(ShockSort) -> &'static str = |it| match it {
            ShockSort::Recession => "Bills are paid late and jobs are lost more often.",
            ShockSort::Outage => "One source records nothing, right or wrong.",
            ShockSort::Leak => "All records are taken on the first day.",
            ShockSort::CapturedOffice => "The office spares its friends and punishes critics.",
            ShockSort::Cameras => "Cameras record more, right and wrong.",
        },
        shock_strength: fn(ShockSort) -> &'static str = |it| match it {
            ShockSort::CapturedOffice => "per cent of people are friends",
            _ => "per cent of usual",
        },
        shock_from = "from month",
        shock_months = "for months",
        shock_source = "source",
        shock_remove: fn(&str) -> String = |it| format!("Remove {it}"),
        shock_added: fn(&str) -> String = |it| format!("{it} added."),
        shock_removed: fn(&str) -> String = |it| format!("{it} removed. Undo brings it back."),
    }
}
