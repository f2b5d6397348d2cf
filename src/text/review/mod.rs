//! What is questionable about a rulebook, and its safeguards.

mod demands;
mod found;
mod scorecard;

use super::texts;
use crate::review::demands::{Demand, Document};
use crate::review::scorecard::{Answer, Line, Safeguard};
use crate::review::{Finding, Fix, Lint, Place, Severity};
use crate::scenario::Scenario;

texts! {
    /// Words of the review.
    Review {
        title = "Review of the rulebook",
        headline: fn(usize, usize) -> String = headline,
        none = "Nothing to question by these lints. That does not make a system good: they look only at what a document says.",
        intro = "Each of these is read off the rules, whoever they hit. How grave it is, is a modelling choice.",
        filter = "Show",
        all: fn(usize) -> String = |n| format!("All ({n})"),
        only: fn(Severity, usize) -> String = |it, n| format!("{} ({n})", severity(it)),
        severity: fn(Severity) -> &'static str = severity,
        nothing_here = "None of this weight.",
        lint: fn(Lint) -> &'static str = found::title,
        why: fn(Lint) -> &'static str = found::why,
        place: fn(&Scenario, &Place) -> String = found::place,
        what: fn(&Scenario, &Finding) -> String = found::what,
        fix: fn(&Scenario, &Fix) -> String = found::fix,
        fixed: fn(&str) -> String = |fix| format!("Done: {fix}. Undo takes it back."),
        show_rule = "Show the rule",
        more: fn(usize) -> String = |n| format!("Show {n} more"),

        card = "Safeguards: what this rulebook has",
        card_finding: fn(&[Line]) -> String = scorecard::finding,
        card_note = "Read off this scenario, which may leave out what the real rules promise, and not off how an office works. “Not told” means that it is off here and that nothing from the sources is noted on it. “Asked for by” lists what we could check, with how far.",
        columns: [&'static str; 3] = ["Safeguard", "This rulebook", "Asked for by"],
        safeguard: fn(Safeguard) -> &'static str = scorecard::name,
        answer: fn(Answer) -> &'static str = scorecard::answer,
        ground: fn(&Line) -> String = scorecard::ground,
        document: fn(Document) -> &'static str = demands::document,
        asks: fn(&Demand) -> &'static str = demands::asks,

        questions: fn(usize) -> String = questions,
        questions_of: fn(usize, &str) -> String = |n, when| format!("{} to this rule: {when}", questions(n)),
        questions_title = "Questions",
    }
}

fn headline(n: usize, grave: usize) -> String {
    let things = if n == 1 { "1 thing to question".to_owned() } else { format!("{n} things to question") };
    match grave {
        0 if n == 1 => format!("{things}; it is not grave"),
        0 => format!("{things}; none of them grave"),
        1 if n == 1 => format!("{things}, and it is grave"),
        1 => format!("{things}; 1 is grave"),
        grave if grave == n => format!("{things}, all of them grave"),
        grave => format!("{things}; {grave} are grave"),
    }
}

fn questions(n: usize) -> String {
    if n == 1 { "1 question".to_owned() } else { format!("{n} questions") }
}

const fn severity(it: Severity) -> &'static str {
    match it {
        Severity::Grave => "Grave",
        Severity::Questionable => "Questionable",
        Severity::Minor => "Minor",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_counts() {
        for (n, grave, expected) in [
            (12, 3, "12 things to question; 3 are grave"),
            (12, 1, "12 things to question; 1 is grave"),
            (1, 1, "1 thing to question, and it is grave"),
            (1, 0, "1 thing to question; it is not grave"),
            (2, 2, "2 things to question, all of them grave"),
        ] {
            assert_eq!(headline(n, grave), expected);
        }
    }
}
