//! Several rulebooks on the same lives.

use super::common::Common;
use super::texts;
use crate::engine::Day;
use crate::engine::explain::Pairs;
use crate::engine::model::BandIdx;
use crate::scenario::Scenario;
use crate::scenario::doc::{Mechanism, Standing};
use crate::scenario::mechanisms::{Declared, Facet};
use crate::scenario::verdict::{Follows, Sort, Verdict};

texts! {
    /// Several rulebooks on the same lives.
    Compare {
        title = "Compare rulebooks",
        lede = "The same people and the same events, judged by up to four systems. Nothing that they did is different: only the rules are.",
        open: fn(&str) -> String = |title| format!("{title} (open in the Lab)"),
        changed: fn(&str) -> String = |title| format!("{title}, changed here"),
        rulebooks = "Rulebooks",
        people: fn(&str) -> String = |title| format!("People and events are those of “{title}”."),
        add = "Add a rulebook",
        add_chosen = "Add it",
        add_choose = "Choose one…",
        full = "Four is the most. Take one away to add another.",
        remove: fn(&str) -> String = |title| format!("Take away {title}"),
        removed: fn(&str) -> String = |title| format!("{title} taken away."),
        added: fn(&str) -> String = |title| format!("{title} added."),
        lost: fn(&str, &[&str]) -> String = |name, near| match near {
            [] => format!("There is no rulebook called “{name}”."),
            near => format!("There is no rulebook called “{name}”. Did you mean {}?", near.join(" or ")),
        },
        none = "No rulebook is chosen. Add one above.",
        nobody = "There is nobody to compare yet. Add a person in the Lab, under Cast.",
        not_computed = "could not be computed with these events",
        broken = "The open scenario does not make sense at the moment. This is what followed from its last version that did.",
        finding: fn(&str, &[(&str, Phrase)], usize) -> String = finding,
        phrase: fn(&Scenario, &Verdict) -> Phrase = phrase,
        summary: fn(&str, Day) -> String = |name, day| format!("Where {name} stands on {}, under each rulebook:", (Common::ENGLISH.day)(day)),
        chart: fn(&str) -> String = |name| format!("{name} under each rulebook, as a share of each scale"),
        axis_note = "Each line runs on its own scale, from its lowest score (0 %) to its highest (100 %). The lines show which way each system goes. They do not make a score of one system worth a score of another.",
        percent: fn(u32) -> String = |it| format!("{}.{} %", it / 10, it % 10),
        percent_whole: fn(i64) -> String = |it| format!("{it} %"),
        strips = "On lists",
        strip: fn(&str, &str, &str, Option<&str>) -> String = |list, book, from, to| match to {
            Some(to) => format!("{list} ({book}): from {from} to {to}"),
            None => format!("{list} ({book}): from {from} to the end"),
        },
        off_list = "on no list",
        table = "The lines as a table",
        column_day = "Day",
        column_rulebook = "Rulebook",
        column_standing = "Verdict on the last day",
        column_follows = "In force then",
        column_seen = "What it sees of these events",
        follows: fn(usize, usize) -> String = follows,
        seen: fn(usize, usize, usize) -> String = seen,
        seen_table = "What each rulebook does not see",
        seen_note = "Events go to a kind of the same name, or else to a kind that our table calls the same act. That table is a modelling choice. What a rulebook has no word for, it cannot judge.",
        foreign: fn(usize) -> String = |n| format!("{} without meaning here", (Common::ENGLISH.count)(n, "event", "events")),
        foreign_one: fn(&str, usize) -> String = |kind, n| if n == 1 { kind.to_owned() } else { format!("{kind} ({n} times)") },
        sees_all = "It has a rule or a name for every event.",
        ranks = "Who comes first",
        ranks_finding: fn(Option<(&str, &str, Pairs)>) -> String = ranks_finding,
        ranks_note = "A pair is two people. “The other way round” means that one system puts the first above the second and the other system the second above the first. This is an exact count (Kendall's distance).",
        column_pair = "Two rulebooks",
        column_same = "Same order",
        column_swapped = "The other way round",
        column_tied = "No order in one of them",
        and: fn(&str, &str) -> String = |one, other| format!("{one} and {other}"),
        swapped_pairs: fn(&[(String, String)]) -> String = swapped_pairs,
        verdicts = "Penalised here, rewarded there",
        verdicts_finding: fn(usize, usize) -> String = verdicts_finding,
        column_who = "Who",
        column_contradiction = "Contradiction",
        contradiction: fn(&[&str], &[&str]) -> String = |penalised, rewarded| format!("penalised by {}, rewarded by {}", join(penalised), join(rewarded)),
        no_contradiction = "none",
        mechanisms = "Four different things",
        mechanisms_note = "People often call all of these “the social credit score”. They are four different mechanisms.",
        column_mechanism = "Mechanism",
        column_what = "What it is",
        column_presets = "In this lab",
        facts = "What the sources say",
        facts_note = "In our words, with how far each was checked and where it stands. The lab's own points and amounts may differ from it. A rulebook that was changed here has no source: its column tells what its document declares.",
        facts_compared = "The rulebooks compared above",
        facts_of: fn(Mechanism, usize) -> String = facts_of,
        column_facet = "Question",
        facet: fn(Facet) -> &'static str = facet,
        untold = "Nothing was read on it.",
        from_document = "Declared by the document",
        declared: fn(&Declared, Facet) -> String = declared,
        mechanism_name: fn(Mechanism) -> &'static str = mechanism_name,
        mechanism_what: fn(Mechanism) -> &'static str = mechanism_what,
        mechanism_standing: Standing = Standing::Documented,
        backing: fn(&[(Standing, usize)], usize) -> String = backing,
        to_lab = "Back to the lab",
    }
}

/// A verdict in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As in "best band in …": goes before the name of the rulebook.
    pub words: String,
    /// How good or bad it is.
    pub sort: Sort,
    /// What follows from it.
    pub follows: Follows,
}

/// The name of a band.
pub fn band_name(scenario: &Scenario, band: BandIdx) -> &str {
    let bands = &scenario.rulebook.bands;
    let found = bands.len().checked_sub(band + 1).and_then(|it| bands.get(it));
    found.map_or("", |it| it.name())
}

fn phrase(scenario: &Scenario, verdict: &Verdict) -> Phrase {
    let list = |it: &usize| scenario.rulebook.lists.get(*it).map_or("", |it| it.label.as_str());
    let words = match (verdict.score, verdict.black.first(), verdict.red.first()) {
        (_, Some(it), _) => format!("on the blacklist “{}” under", list(it)),
        (Some(it), ..) if it.bands > 1 && verdict.sort() == Sort::Best => {
            format!("in the best band ({}) under", band_name(scenario, it.band))
        }
        (Some(it), ..) if it.bands > 1 && verdict.sort() == Sort::Worst => {
            format!("in the lowest band ({}) under", band_name(scenario, it.band))
        }
        (_, None, Some(it)) => format!("on the redlist “{}” under", list(it)),
        (Some(it), ..) => format!("in band {} under", band_name(scenario, it.band)),
        (None, None, None) => "on no list under".to_owned(),
    };
    Phrase { words, sort: verdict.sort(), follows: verdict.follows() }
}

/// What several systems do to one life, where they do not do the same; else the best and the worst verdict, and what
/// follows from all. `all` counts the rulebooks, those too to which nothing that happened means anything: of these nothing
/// is told but their number.
fn finding(name: &str, verdicts: &[(&str, Phrase)], all: usize) -> String {
    let told = |it: &(&str, Phrase)| format!("{} “{}”", it.1.words, it.0);
    // Of equals the first is told.
    let best = verdicts.iter().rev().max_by_key(|it| it.1.sort);
    let worst = verdicts.iter().rev().min_by_key(|it| it.1.sort);
    let n = number(verdicts.len());
    let blind = match all.saturating_sub(verdicts.len()) {
        0 => String::new(),
        1 => ". To one more rulebook this life means nothing".to_owned(),
        k => format!(". To {} more rulebooks this life means nothing", number(k)),
    };
    let judged = match (verdicts, best, worst) {
        ([], ..) => return format!("To none of these rulebooks does the life of {name} mean anything"),
        ([one], ..) => format!("{name} is {}", told(one)),
        (all, ..) if all.iter().any(|it| it.1.follows != all[0].1.follows) => {
            format!("One life, {n} verdicts: {name} is {}", treated(all))
        }
        ([first, .., last], best, worst) => {
            let ends = best.zip(worst).filter(|it| it.0.1.sort != it.1.1.sort);
            let (one, other) = ends.unwrap_or((first, last));
            let follows = alike(name, first.1.follows, verdicts.len());
            format!("One life, {n} verdicts: {name} is {}, and {}. {follows}", told(one), told(other))
        }
    };
    format!("{judged}{blind}")
}

/// How many systems do what: "rewarded by one system and punished by two".
fn treated(verdicts: &[(&str, Phrase)]) -> String {
    let words = [
        (Follows::Rewarded, "rewarded by"),
        (Follows::Punished, "punished by"),
        (Follows::Both, "rewarded and punished at once by"),
        (Follows::Nothing, "neither rewarded nor punished by"),
    ];
    let count = |of: Follows| verdicts.iter().filter(|it| it.1.follows == of).count();
    let counts = words.iter().map(|it| (it.1, count(it.0))).filter(|it| it.1 > 0);
    let parts: Vec<String> = counts
        .enumerate()
        .map(|(at, (words, n))| match at {
            0 => format!("{words} {} {}", number(n), if n == 1 { "system" } else { "systems" }),
            _ => format!("{words} {}", number(n)),
        })
        .collect();
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(""),
    }
}

/// What all of several systems do.
fn alike(name: &str, follows: Follows, n: usize) -> String {
    let all = if n == 2 { "Both".to_owned() } else { format!("All {}", number(n)) };
    match follows {
        Follows::Rewarded => format!("{all} reward {name}"),
        Follows::Punished => format!("{all} punish {name}"),
        Follows::Both => format!("{all} reward and punish {name} at once"),
        Follows::Nothing if n == 2 => format!("Neither rewards or punishes {name}"),
        Follows::Nothing => format!("None of them rewards or punishes {name}"),
    }
}

fn number(n: usize) -> String {
    ["no", "one", "two", "three", "four"].get(n).map_or_else(|| n.to_string(), |it| (*it).to_owned())
}

fn follows(penalties: usize, rewards: usize) -> String {
    let count = Common::ENGLISH.count;
    match (penalties, rewards) {
        (0, 0) => "neither a reward nor a penalty".to_owned(),
        (n, 0) => count(n, "penalty", "penalties"),
        (0, n) => count(n, "reward", "rewards"),
        (p, r) => format!("{} and {}", count(p, "penalty", "penalties"), count(r, "reward", "rewards")),
    }
}

fn seen(lost: usize, all: usize, kindred: usize) -> String {
    let table = match kindred {
        0 => String::new(),
        n => format!(" {n} came over as the same act under another name."),
    };
    match lost {
        _ if all == 0 => "There are no events.".to_owned(),
        0 => format!("All {all} events mean something to it.{table}"),
        n if n == all => format!("None of the {all} events mean anything to it."),
        n => format!("{n} of {all} events mean nothing to it.{table}"),
    }
}

fn ranks_finding(most: Option<(&str, &str, Pairs)>) -> String {
    match most {
        None => "With one person or one rulebook there is no order to disagree about.".to_owned(),
        Some((_, _, it)) if it.swapped == 0 => "No two rulebooks put any two people the other way round.".to_owned(),
        Some((one, other, it)) => format!(
            "“{one}” and “{other}” put {} of {} the other way round",
            it.swapped,
            (Common::ENGLISH.count)(it.total(), "pair", "pairs")
        ),
    }
}

fn swapped_pairs(pairs: &[(String, String)]) -> String {
    let told: Vec<String> = pairs.iter().take(3).map(|it| format!("{} and {}", it.0, it.1)).collect();
    match pairs.len().saturating_sub(told.len()) {
        0 => told.join("; "),
        n => format!("{}; and {n} more", told.join("; ")),
    }
}

fn verdicts_finding(n: usize, all: usize) -> String {
    match n {
        0 => "Nobody is penalised by one of these systems and rewarded by another on the last day".to_owned(),
        1 => format!("1 of {all} is penalised by one system and rewarded by another"),
        n => format!("{n} of {all} are penalised by one system and rewarded by another"),
    }
}

fn join(names: &[&str]) -> String {
    names.iter().map(|it| format!("“{it}”")).collect::<Vec<_>>().join(" and ")
}

const fn mechanism_name(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => "A score",
        Mechanism::List => "A list",
        Mechanism::FirmRating => "A rating of firms",
        Mechanism::CommercialScore => "A commercial score",
    }
}

/// What each mechanism is. Facts: §0 and §2 (score), §1.6 and §1.7 (list), §1.8 (firms), §1.5 and §3 (commercial).
const fn mechanism_what(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => {
            "Points for people, kept by an authority. China has scattered city and village schemes of this sort. There is no single score for everyone in the country."
        }
        Mechanism::List => {
            "One is on it or off it. An office lists those who broke one of its own rules, and other offices add limits of their own. The blocked tickets come from a court's list of unmet judgments, not from a low score."
        }
        Mechanism::FirmRating => {
            "A grade for businesses. The tax office starts at 100 and takes points off; customs sorts firms by status. Most of the machinery called social credit regulates firms."
        }
        Mechanism::CommercialScore => {
            "A score that a company sells or uses. Sesame Credit was private and chosen by its users, from 350 to 950; its weights were never published officially. Scores of the US kind run from 300 to 850 and count for loans and flats."
        }
    }
}

fn facts_of(it: Mechanism, n: usize) -> String {
    format!("{}: what the sources say of {}", mechanism_name(it), (Common::ENGLISH.count)(n, "example", "examples"))
}

const fn facet(it: Facet) -> &'static str {
    match it {
        Facet::Who => "Who is rated?",
        Facet::Runs => "Who runs it?",
        Facet::Enters => "What goes in?",
        Facet::Leaves => "What comes out?",
        Facet::Follows => "What follows?",
        Facet::Voluntary => "Is it voluntary?",
        Facet::Contested => "Can it be contested?",
        Facet::Lasts => "How long does it last?",
    }
}

/// What a document declares on a point.
fn declared(it: &Declared, on: Facet) -> String {
    let count = Common::ENGLISH.count;
    match on {
        Facet::Who => match it.cast {
            (0, 0) => "Nobody yet.".to_owned(),
            (n, 0) => format!("{}.", count(n, "person", "people")),
            (0, n) => format!("{}.", count(n, "business", "businesses")),
            (p, b) => format!("{} and {}.", count(p, "person", "people"), count(b, "business", "businesses")),
        },
        Facet::Runs => "The document does not say.".to_owned(),
        Facet::Enters => {
            let rules = count(it.rules, "rule", "rules");
            match it.sources.as_slice() {
                [] => format!("{rules}; nobody records anything."),
                [one] => format!("{rules}, on records of {one}."),
                all => format!("{rules}, on records of {} sources.", all.len()),
            }
        }
        Facet::Leaves => {
            let scale = it.scale.map(|(from, to)| {
                let points = Common::ENGLISH.points;
                format!("a score from {} to {} in {}", points(from.0), points(to.0), count(it.bands, "band", "bands"))
            });
            let lists = (it.lists > 0).then(|| count(it.lists, "list", "lists"));
            let parts: Vec<String> = scale.into_iter().chain(lists).collect();
            sentence(if parts.is_empty() { "nothing".to_owned() } else { parts.join(", and ") })
        }
        Facet::Follows => sentence(follows(it.consequences.0, it.consequences.1)),
        Facet::Voluntary if it.consent => "Yes. Only who agrees is scored.".to_owned(),
        Facet::Voluntary => "No. Nobody is asked.".to_owned(),
        Facet::Contested => match (it.appeal, it.notice) {
            (true, true) => "Yes. One is told, and can object.".to_owned(),
            (true, false) => "Yes, but nobody is told.".to_owned(),
            (false, true) => "No. One is told, and cannot object.".to_owned(),
            (false, false) => "No. Nobody is told, and nobody can object.".to_owned(),
        },
        Facet::Lasts => match (it.expiry, it.ending) {
            (Some(n), _) => format!("At most {}.", count(n as usize, "month", "months")),
            (None, (_, 0)) => "No rule moves points.".to_owned(),
            (None, (0, _)) => "No rule that moves points says when that ends.".to_owned(),
            (None, (ending, of)) => format!("{ending} of {of} rules that move points say when that ends."),
        },
    }
}

/// With a capital letter and a full stop.
fn sentence(words: String) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |it| format!("{}{}.", it.to_uppercase(), letters.as_str()))
}

fn backing(rules: &[(Standing, usize)], references: usize) -> String {
    let rules: Vec<String> =
        rules.iter().filter(|it| it.1 > 0).map(|it| format!("{} {}", it.1, (Common::ENGLISH.standing)(it.0))).collect();
    let sources = (Common::ENGLISH.count)(references, "source", "sources");
    if rules.is_empty() { sources } else { format!("rules: {}; {sources}", rules.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{mechanisms, presets};
    use expect_test::expect;

    fn said(verdicts: &[(&str, &str, Sort, Follows)], all: usize) -> String {
        let phrase = |it: &(&str, &str, Sort, Follows)| Phrase { words: it.1.to_owned(), sort: it.2, follows: it.3 };
        let verdicts: Vec<_> = verdicts.iter().map(|it| (it.0, phrase(it))).collect();
        finding("Mei", &verdicts, all)
    }

    #[test]
    fn systems_that_do_different_things_are_counted() {
        let (fair, best, black) = (
            ("A city", "in band B under", Sort::Between, Follows::Rewarded),
            ("A bureau", "in the best band (top) under", Sort::Best, Follows::Nothing),
            ("A court", "on the blacklist “debtors” under", Sort::Worst, Follows::Punished),
        );
        assert_eq!(
            said(&[fair, black, black], 3),
            "One life, three verdicts: Mei is rewarded by one system and punished by two"
        );
        assert_eq!(
            said(&[fair, black, best], 4),
            "One life, three verdicts: Mei is rewarded by one system, punished by one and neither rewarded nor punished by one. To one more rulebook this life means nothing"
        );
        assert_eq!(
            said(&[black, best, best], 3),
            "One life, three verdicts: Mei is punished by one system and neither rewarded nor punished by two"
        );
    }

    #[test]
    fn systems_that_do_the_same_are_told_by_their_verdicts() {
        let (fair, best) = (
            ("A city", "in band B under", Sort::Between, Follows::Nothing),
            ("A bureau", "in the best band (top) under", Sort::Best, Follows::Nothing),
        );
        assert_eq!(
            said(&[fair, best], 3),
            "One life, two verdicts: Mei is in the best band (top) under “A bureau”, and in band B under “A city”. Neither rewards or punishes Mei. To one more rulebook this life means nothing"
        );
        let (one, other) = (
            ("A city", "in band B under", Sort::Between, Follows::Punished),
            ("A village", "in band low under", Sort::Between, Follows::Punished),
        );
        assert_eq!(
            said(&[one, other], 2),
            "One life, two verdicts: Mei is in band B under “A city”, and in band low under “A village”. Both punish Mei"
        );
        assert_eq!(
            said(&[best], 4),
            "Mei is in the best band (top) under “A bureau”. To three more rulebooks this life means nothing"
        );
        assert_eq!(said(&[], 2), "To none of these rulebooks does the life of Mei mean anything");
    }

    #[test]
    fn what_a_document_declares_is_told() {
        let scenario = presets::latest("blank").unwrap().scenario().unwrap();
        let blank = mechanisms::declared(&scenario);
        let told: Vec<String> = Facet::ALL.map(|it| declared(&blank, it)).to_vec();
        expect![[r#"
            1 person.
            The document does not say.
            1 rule, on records of 10 sources.
            A score from 0 to 100 in 3 bands.
            Neither a reward nor a penalty.
            No. Nobody is asked.
            No. Nobody is told, and nobody can object.
            No rule that moves points says when that ends."#]]
        .assert_eq(&told.join("\n"));
    }

    #[test]
    fn what_is_not_seen_is_counted_in_words() {
        assert_eq!(seen(9, 66, 0), "9 of 66 events mean nothing to it.");
        assert_eq!(seen(0, 3, 1), "All 3 events mean something to it. 1 came over as the same act under another name.");
        assert_eq!(seen(4, 4, 0), "None of the 4 events mean anything to it.");
    }
}
