//! How one line of the ledger was made, and what hangs on it.

use super::common::{day as on, points, signed};
use super::texts;
use super::why::ordinal;
use crate::engine::{Day, Points};

texts! {
    /// The page of one line.
    Made {
        title = "How this is made",
        flat: fn(Points) -> String = |it| format!("{}: the points that the rule names", signed(it)),
        units: fn(i64, Points, &str, Points) -> String = |n, each, unit, sum| format!("{n} × {} for each {unit} = {}", signed(each), signed(sum)),
        nth: fn(u32, Points) -> String = |n, it| format!("{}: the rule's points for the {} time", signed(it), ordinal(n)),
        all: fn(u32, Points) -> String = |n, it| format!("{}: the {} time takes everything", signed(it), ordinal(n)),
        share: fn(&str, Points, u32, Points) -> String = |name, of, share, it| {
            format!("{} of {name}'s {} = {}", per_cent(share), signed(of), signed(it))
        },
        left: fn(Day, Points) -> String = |day, it| format!("{}: what was left of the line of {}", signed(it), on(day)),
        fading: fn(Points) -> String = |it| format!("{}: a share of what was left of every line", signed(it)),
        no_points = "No points move: it is about a list or a ceiling.",
        cut: fn(&str, Points) -> String = |why, to| format!("→ {}: {why}", signed(to)),
        score: fn(Points, Points, Points) -> String = |before, applied, after| {
            format!("{} {} {} = {}", points(before), if applied.is_loss() { "−" } else { "+" }, points(applied.abs()), points(after))
        },
        from_rule = "The rule",
        from_record = "The record",
        recorded_by: fn(&str) -> String = |who| format!("recorded by {who}"),
        recorded_by_nobody = "a record of nobody",
        leads_to = "What hangs on it",
        nothing_hangs = "Only the score: no band, no consequence, nobody else.",
        band: fn(&str, &str) -> String = |from, to| format!("The band goes from {from} to {to}."),
        began: fn(&str, Option<Day>) -> String = |what, end| match end {
            Some(end) => format!("{what} begins, until {}.", on(end)),
            None => format!("{what} begins, and lasts to the end of the account."),
        },
        ended: fn(&str) -> String = |what| format!("{what} ends."),
        later: fn(Day, &str) -> String = |day, what| format!("{}: {what}", on(day)),
        spilled: fn(&str, Points) -> String = |name, it| format!("{name} gets {}.", signed(it)),
    }
}

fn per_cent(thousandths: u32) -> String {
    match (thousandths / 10, thousandths % 10) {
        (whole, 0) => format!("{whole} %"),
        (whole, rest) => format!("{whole}.{rest} %"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_written_out() {
        let t = Made::ENGLISH;
        assert_eq!((t.score)(Points::whole(1000), Points::whole(-50), Points::whole(950)), "1000 − 50 = 950");
        assert_eq!((t.units)(2, Points::whole(-10), "8 hours", Points::whole(-20)), "2 × −10 for each 8 hours = −20");
        assert_eq!((t.share)("Hao", Points::whole(-40), 125, Points::whole(-5)), "12.5 % of Hao's −40 = −5");
    }
}
