//! The town of dot-people, its clock and its persons.

use super::numbers::{count, lower, share, times};
use crate::engine::{Day, Points};
use crate::text::common::month;
use crate::text::{common, texts};

texts! {
    /// The town of dot-people.
    SocietyTown {
        finding: fn(&Unequal<'_>) -> String = finding,
        waiting = "The town is being settled",
        month_line: fn(Day, f64, f64, f64) -> String = |day, wrongly, low, high| format!(
            "{}. Wrongly penalised in the whole town: {} (5–95 %: {} to {}).", month(day), share(wrongly), share(low), share(high)),
        sample: fn(usize, u64) -> String = |shown, all| match shown as u64 == all {
            true => format!("One dot is one person or business. All {} are here.", count(all)),
            false => format!("One dot is one person or business. {} of {} are here: the first neighbourhoods.", count(shown as u64), count(all)),
        },
        order = "In each box the best band at the end stands first.",
        by = "Boxes",
        by_group = "groups",
        by_place = "neighbourhoods",
        letters = "Letters",
        side = "Rules",
        before = "as they are",
        after = "with the reform",
        place: fn(usize, &str) -> String = |n, district| format!("{district} {}", n + 1),
        legend = "Bands. Press one to see who is in it.",
        legend_penalised = "under a penalty",
        legend_wrongly = "wrongly so",
        legend_none = "no band",
        play = "Play",
        pause = "Pause",
        step_back = "One month back",
        step = "One month on",
        speed = "Speed",
        speeds: [&'static str; 3] = ["slow", "medium", "fast"],
        month = "Month",
        month_of: fn(Day, u32, u32) -> String = |day, at, of| format!("{}, month {} of {of}", month(day), at + 1),
        person = "Choose a person with the arrow keys",
        keys = "Press a dot, or move through the dots with the arrow keys. Page Up and Page Down go from box to box. \
            Enter shows the person.",
        nobody = "Nobody is chosen.",
        person_name: fn(u32) -> String = |n| format!("No. {}", count(u64::from(n) + 1)),
        person_text: fn(u32, &PersonWords<'_>) -> String = |n, it| format!(
            "No. {}, {}, band {}{}", n + 1, it.group, it.band, penalty(it)),
        card = "The person",
        row_group = "Group",
        row_district = "District",
        row_band = "Band this month",
        row_score = "Score this month",
        row_penalised = "Months under a penalty",
        row_wrongly = "Of these, wrongly",
        row_wrong = "Wrong records in the file",
        of_months: fn(usize, usize) -> String = |n, of| format!("{n} of {of}"),
        score: fn(Points) -> String = common::points,
        open_life = "Open this life in the Lab",
        opened: fn(u32) -> String = |n| format!("The life of no. {} is open. Undo brings your scenario back.", n + 1),
        to_dot = "Back to the dot",
        unpick = "Let go",
        no_score = "This system keeps lists and no score.",
    }
}

/// What a screen reader hears of a dot.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "words of a sentence")]
pub struct PersonWords<'a> {
    pub group: &'a str,
    pub band: &'a str,
    pub penalised: bool,
    pub wrongly: bool,
}

const fn penalty(it: &PersonWords<'_>) -> &'static str {
    match (it.penalised, it.wrongly) {
        (_, true) => ", wrongly under a penalty",
        (true, false) => ", under a penalty",
        _ => "",
    }
}

/// Two groups whose shares of something differ most.
#[derive(Clone, Copy, Debug)]
pub struct Unequal<'a> {
    /// The group with the larger share, and the share.
    pub more: Option<(&'a str, f64)>,
    /// The group with the smaller share, and the share.
    pub less: Option<(&'a str, f64)>,
    /// The share of everybody.
    pub all: f64,
    /// Whether the repeats bear it out.
    pub sure: bool,
}

/// "Migrant workers are 2.3 times as often wrongly penalised as urban residents."
fn finding(it: &Unequal<'_>) -> String {
    let (Some((more, high)), Some((less, low))) = (it.more, it.less) else {
        return "Nobody is wrongly penalised".to_owned();
    };
    match () {
        () if high <= 0.0 => "Nobody is wrongly penalised".to_owned(),
        () if !it.sure => {
            format!("{} of all months are spent wrongly under a penalty; no group stands out clearly", share(it.all))
        }
        () if low <= 0.0 => {
            format!("{more} are wrongly penalised in {} of all months, {} never", share(high), lower(less))
        }
        () if share(high) == share(low) => {
            format!("{} of all months are spent wrongly under a penalty, in all groups alike", share(it.all))
        }
        () => format!("{more} are {} as often wrongly penalised as {}", times(high / low), lower(less)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finding_says_how_many_times_or_that_it_cannot() {
        let it = Unequal {
            more: Some(("Migrant workers", 0.074)),
            less: Some(("Urban residents", 0.02)),
            all: 0.03,
            sure: true,
        };
        assert_eq!(finding(&it), "Migrant workers are 3.7 times as often wrongly penalised as urban residents");
        assert!(finding(&Unequal { sure: false, ..it }).starts_with("3.0\u{202f}% of all months"));
        assert!(finding(&Unequal { less: Some(("B", 0.0)), ..it }).contains("b never"));
        assert_eq!(finding(&Unequal { more: None, ..it }), "Nobody is wrongly penalised");
    }
}
