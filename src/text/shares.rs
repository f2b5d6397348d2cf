//! What each event and each rule contributed to a score.

use super::common::{day as on, day_short as short_day, n_points, points, signed};
use super::texts;
use crate::engine::{Day, Points};

texts! {
    /// What each event and each rule contributed to a score.
    Shares {
        lists_only = "This system keeps lists and no score, so there are no points to share out. The ledger says who was put on a list, and why.",
        made = "What made the score",
        by = "Shared out among",
        by_event = "events",
        by_rule = "rules",
        title: fn(&str, &Told<'_>) -> String = title,
        nothing: fn(&str, Day) -> String = |name, day| format!("Nothing has moved the score of {name} up to {}.", on(day)),
        exact: fn(usize) -> String = |n| format!("Exact: the life was computed for every combination of {}.", match n { 1 => "the 1 row".to_owned(), n => format!("the {n} rows") }),
        sampled: fn(usize, u32, Points) -> String = sampled,
        caption: fn(&str, Day) -> String = |name, day| format!("From the start to the score of {name} on {}", on(day)),
        column_what = "What",
        column_share = "Share",
        column_without = "Without it",
        start = "Start",
        end = "Score",
        others: fn(usize) -> String = |n| format!("{n} others"),
        show_all: fn(usize) -> String = |n| format!("Show all {n}"),
        show_fewer = "Show fewer",
        times: fn(&str, Day) -> String = |what, day| format!("{what}, {}", short_day(day)),
        at: fn(&str, &str) -> String = |what, name| format!("{what} ({name})"),
        without: fn(Points, Points) -> String = |score, change| format!("{} ({})", points(score), signed(change)),
        means_share = "Share: the points that a row brings on average, over all orders in which the rows could have counted. Shares add up to the score.",
        means_without = "Without it: the score if only this row were missing, computed anew. These changes need not add up.",
        same = "Here both say the same for every row: no row's points depend on another.",
        differ: fn(&str, Points, Points) -> String = |what, share, alone| format!(
            "They differ most for “{what}”: its share is {}, but without it the score would change by {}. A limit, a ladder, a cap, fading or the end of the scale makes its points depend on the others.",
            signed(share), signed(-alone)),
        back_title = "From life to points",
        back_intro = "Choose something that is in force on this day. What led to it?",
        back_choose = "In force",
        back_none = "Neither a reward nor a penalty is in force on this day.",
        back_penalty: fn(&str) -> String = |it| format!("{it} (penalty)"),
        back_reward: fn(&str) -> String = |it| format!("{it} (reward)"),
        back_everybody = "Every band carries it, so no event led to it.",
        back_lists: fn(usize) -> String = |n| match n {
            1 => "It comes with a list. One event put the name there:".to_owned(),
            n => format!("It comes with a list. {n} events put the name there, and each alone is enough:"),
        },
        back_ceilings: fn(usize) -> String = |n| match n {
            1 => "The score alone would not bring it. One event holds the band down:".to_owned(),
            n => format!("The score alone would not bring it. {n} events hold the band down, and each alone is enough:"),
        },
        back_below: fn(Points, Points) -> String = |border, fall| format!("It ends at {}. The score is {} below that. What each event bears of the fall:", points(border), n_points(fall)),
        back_above: fn(Points, Points) -> String = |border, rise| format!("It begins at {}. The score is {}. What each event bears of the rise above that:", points(border), if rise.is_zero() { "exactly there".to_owned() } else { format!("{} above that", n_points(rise)) }),
        back_start: fn(bool) -> &'static str = |below| if below { "The start lies below" } else { "The start lies above" },
        back_end: fn(bool) -> &'static str = |below| if below { "Below the border" } else { "Above the border" },
        back_caption: fn(&str) -> String = |what| format!("What led to “{what}”"),
        back_by_start = "No event led to it: everybody starts there.",
    }
}

/// The largest share, and the sum that it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// What it is of.
    pub what: &'a str,
    /// The points.
    pub share: Points,
    /// All shares of the same sign together.
    pub of: Points,
    /// Whether it is the only one of its sign.
    pub only: bool,
}

fn title(name: &str, told: &Told<'_>) -> String {
    let Told { what, share, of, only } = *told;
    let (brought, verb) = if share.is_loss() { ("took", "lost") } else { ("brought", "gained") };
    if only {
        return format!("“{what}” {brought} all that {name} {verb}: {}", n_points(of.abs()));
    }
    format!("“{what}” {brought} {} of the {} that {name} {verb}", points(share.abs()), n_points(of.abs()))
}

fn sampled(n: usize, orders: u32, error: Points) -> String {
    let error = match error.is_zero() {
        true => "Each order and its reverse gave the same shares, so they are hardly off.".to_owned(),
        false => format!("A share may be off by about ±{} (largest standard error).", points(error)),
    };
    format!(
        "Sampled: {n} rows have too many combinations, so {orders} orders were drawn, always the same ones. {error} \
         The shares still add up exactly."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_orders_say_their_error() {
        let words = sampled(15, 1000, Points::from_thousandths(250));
        assert!(words.contains("15 rows") && words.contains("1000 orders") && words.contains("±0.25"), "{words}");
        assert!(!sampled(15, 1000, Points::ZERO).contains('±'));
    }

    #[test]
    fn the_largest_share_is_told_with_its_sum() {
        let told = |share, of, only| Told {
            what: "Contract case lost",
            share: Points::whole(share),
            of: Points::whole(of),
            only,
        };
        for (told, words) in [
            (told(-50, -91, false), "“Contract case lost” took 50 of the 91 points that Mei lost"),
            (told(-1, -1, true), "“Contract case lost” took all that Mei lost: 1 point"),
            (told(30, 65, false), "“Contract case lost” brought 30 of the 65 points that Mei gained"),
        ] {
            assert_eq!(title("Mei", &told), words);
        }
    }
}
