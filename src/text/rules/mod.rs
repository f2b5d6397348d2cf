//! Words of the rules column, and rules as sentences.

mod conditions;
mod sentence;

use super::texts;
use crate::editor::rules::Place;
use crate::editor::rules::cond::Joint;
use crate::editor::rules::part::Part;
use crate::editor::rules::reach::{Idle, Reach};
use crate::engine::case::Verdict;
use crate::scenario::doc::{Combine, Comparison, Period, Relation, Rule, Scenario, Standing, SubjectKind};
use crate::text::common::{count, relation, signed};

pub use sentence::{Piece, Sentence};

texts! {
    /// Words of the rules column.
    Rules {
        title = "Rules",
        sentence: fn(&Scenario, &Rule) -> Sentence = sentence::english,
        figure_of: fn(&Scenario, &Rule) -> String = figure_of,
        empty = "No rules yet. Nothing that happens changes anything.",
        empty_hint = "Add a rule: choose what happens, then what it costs or earns.",
        none_match: fn(&str) -> String = none_match,
        all_again = "Show all rules",
        more: fn(usize) -> String = |n| format!("Show {n} more"),

        search = "Search the rules",
        search_key = "/",
        found: fn(usize, usize) -> String = |n, of| format!("{n} of {of} rules"),
        in_life = "in this life",
        in_life_long = "Only rules about something that happens in this life",
        combine = "When several rules match one event",
        combines: fn(Combine) -> &'static str = combine,

        add = "+ rule",
        add_title = "Add a rule",
        add_when = "A rule for when",
        add_done = "Add it",
        new_kind = "something new…",
        kind_label = "It reads “when …”",
        kind_label_hint = "someone whistles in class",
        kind_short = "In short, as on a button",
        kind_short_hint = "whistles",
        kind_source = "Who records it",
        kind_add = "Add this",
        kind_wanting = "Fill in both lines first.",
        new_office = "the office",
        too_many: fn(usize) -> String = |most| format!("A rulebook holds at most {most} rules."),

        points_when: fn(&str) -> String = |when| format!("Points {when}"),
        figure: fn(&Place) -> String = figure,
        on: fn(&str) -> String = |when| format!("In use: {when}"),
        edit: fn(&str) -> String = |when| format!("Edit the rule {when}"),
        separator = sentence::SEPARATOR,
        reach: fn(&Reach) -> String = reach,
        here: fn(Verdict) -> &'static str = verdict,

        kind = "When",
        tests = "Only if",
        no_tests = "No test: every such event counts.",
        add_test = "+ test",
        add_group = "+ group of tests",
        no_room = "This rule holds no more tests.",
        remove_test = "Remove this test",
        remove_group = "Remove this group",
        what = "What is tested",
        who = "who it is",
        whose_group = "the group",
        how = "Comparison",
        comparison: fn(Comparison, bool) -> &'static str = conditions::comparison,
        is: fn(bool) -> &'static str = |not| if not { "is not" } else { "is" },
        value = "Value",
        unknown: fn(&str) -> String = |id| format!("{id}?"),
        subject: fn(SubjectKind) -> &'static str = |it| if it == SubjectKind::Person { "a person" } else { "a business" },
        joint = "How the tests are joined",
        joints: fn(Joint) -> &'static str = joint,

        sources = "Reported by",
        sources_note = "None ticked: any source will do.",
        source_off: fn(&str) -> String = |label| format!("{label} (switched off)"),
        effect = "Then",
        part: fn(Part) -> &'static str = part,
        part_add: fn(Part) -> &'static str = part_add,
        part_remove: fn(Part) -> String = |it| format!("Remove: {}", part(it)),
        points_unit = "points",
        per_each = "for every",
        of = "of",
        per_field = "Number of the event",
        first_time = "1st time",
        nth_time: fn(usize, bool) -> String = nth_time,
        step_all = "all",
        step_all_label: fn(usize) -> String = |n| format!("All points the {} time", sentence::nth(n)),
        add_step = "+ further time",
        remove_step: fn(usize) -> String = |n| format!("Remove the {} time", sentence::nth(n)),
        within = "counting the last",
        within_label = "Forget earlier times",
        months: fn(u32) -> &'static str = |n| if n == 1 { "month" } else { "months" },
        after = "given back after",
        for_good = "for good",
        for_term = "for",
        term = "How long",
        list_term = "as long as the list says",
        per_cent = "% goes to",
        relation: fn(Relation) -> &'static str = relation,
        range_from = "between",
        range_to = "and",
        range_note = "The rule's text leaves the number to an official. The points above are used.",
        limit_points: fn(bool) -> &'static str = |on| if on { "points" } else { "no limit of points" },
        limit_times: fn(bool) -> &'static str = |on| if on { "times" } else { "no limit of times" },
        limit_most = "at most",
        limit_by: fn(Period) -> &'static str = |it| if it == Period::Month { "a month" } else { "a year" },
        limit_period = "In which time",
        limit_by_points = "Limit the points",
        limit_by_times = "Limit the times",
        band = "Band",
        ceiling_note = "Whatever the score, no better than this band.",
        list = "List",
        add_list = "+ list",
        remove_list = "Not this list",
        note = "Note",
        add_note = "+ note",
        changed: fn(Standing) -> &'static str = changed,
        changed_note: fn(&str) -> String = |before| format!("Before: {before}"),
        before: fn(&Scenario, &Rule) -> String = before,
        own = "added here",
        reset = "Reset this rule",

        up = "Move up",
        down = "Move down",
        tools = "This rule",
        close = "Close",
        keys = "Alt ↑ and Alt ↓ move the rule; the arrow keys change a number.",

        said_added: fn(&str) -> String = |when| format!("Added a rule {when}."),
        said_copied: fn(&str) -> String = |when| format!("Duplicated the rule {when}. The copy stands below it."),
        said_deleted: fn(&str) -> String = |when| format!("Deleted the rule {when}. Undo brings it back."),
        said_reset: fn(&str) -> String = |when| format!("The rule {when} is as the source says."),
        said_moved: fn(usize, usize) -> String = |place, of| format!("Now rule {place} of {of}."),
        said_fitted = "Tests and units that the new kind does not have were removed.",
    }
}

fn none_match(search: &str) -> String {
    if search.is_empty() {
        "Nothing that happens in this life has a rule.".to_owned()
    } else {
        format!("No rule here has “{search}” in it.")
    }
}

/// What stands in the place of points where a rule has none.
fn figure_of(scenario: &Scenario, rule: &Rule) -> String {
    if let Some(ceiling) = &rule.ceiling {
        format!("→ {}", sentence::band_name(scenario, &ceiling.band))
    } else if !rule.listings.is_empty() {
        "on list".to_owned()
    } else if !rule.delistings.is_empty() {
        "off list".to_owned()
    } else {
        "–".to_owned()
    }
}

const fn changed(it: Standing) -> &'static str {
    match it {
        Standing::Documented | Standing::Reported => "Changed from the source.",
        Standing::Unverified | Standing::Derived | Standing::Invented => "Changed here.",
    }
}

/// A rule on one line, with its points first.
fn before(scenario: &Scenario, rule: &Rule) -> String {
    let figure = rule.points.as_ref().map_or_else(|| figure_of(scenario, rule), |it| signed(it.amount.0));
    let off = if rule.on { "" } else { " (switched off)" };
    format!("{figure} {}{off}", sentence::english(scenario, rule).plain())
}

const fn combine(it: Combine) -> &'static str {
    match it {
        Combine::All => "all that match apply",
        Combine::First => "only the first applies",
        Combine::Strongest => "only the strongest apply",
    }
}

fn figure(place: &Place) -> String {
    match place {
        Place::Amount => "Points".to_owned(),
        Place::Unit => "Size of a unit".to_owned(),
        Place::Step(at) => format!("Points the {} time", sentence::nth(at + 2)),
        Place::Within => "Months in which earlier times count".to_owned(),
        Place::Months => "Months until the points are given back".to_owned(),
        Place::Share => "Share that others get, in per cent".to_owned(),
        Place::RangeLow => "Least that an official may choose".to_owned(),
        Place::RangeHigh => "Most that an official may choose".to_owned(),
        Place::LimitPoints => "Most points".to_owned(),
        Place::LimitTimes => "Most times".to_owned(),
        Place::CeilingMonths => "Months at this band".to_owned(),
        Place::ListingMonths(_) => "Months on the list".to_owned(),
        Place::Test(_) => "Number in the test".to_owned(),
    }
}

/// What a rule did in the life that is shown.
fn reach(it: &Reach) -> String {
    let events = |n: usize| count(n, "event", "events");
    let why = match it.idle {
        None if it.times == 0 => return format!("{}× here through others, {}", it.spilled, signed(it.spilled_points)),
        None if it.has_points => return format!("{}× here, {}", it.times, signed(it.points)),
        None => return format!("{}× here", it.times),
        Some(Idle::Off) => return "switched off".to_owned(),
        Some(Idle::NothingHappened) => return "not in\u{a0}this\u{a0}life".to_owned(),
        Some(Idle::Unrecorded(n)) => format!("nobody recorded {}", events(n)),
        Some(Idle::NotReported(n)) => format!("{} came from other sources", events(n)),
        Some(Idle::TestFailed(n)) => format!("{} failed the test", events(n)),
        Some(Idle::Dropped(n)) => format!("another rule took {}", events(n)),
        Some(Idle::TooSmall(n)) => format!("{} too small for one unit", events(n)),
        Some(Idle::NothingLeft(n)) => format!("{} over a limit or off the scale", events(n)),
    };
    format!("no effect: {why}")
}

const fn verdict(it: Verdict) -> &'static str {
    match it {
        Verdict::Applied => "applied to the chosen event",
        Verdict::Off => "not for the chosen event: switched off",
        Verdict::NotReported => "not for the chosen event: other source",
        Verdict::TestFailed => "not for the chosen event: test failed",
        Verdict::Dropped => "not for the chosen event: another rule took it",
    }
}

const fn joint(it: Joint) -> &'static str {
    match it {
        Joint::All => "all of these",
        Joint::Any => "at least one of these",
        Joint::NotAll => "not all of these",
        Joint::Neither => "none of these",
    }
}

const fn part(it: Part) -> &'static str {
    match it {
        Part::Points => "Points",
        Part::PerUnit => "Per unit",
        Part::Ladder => "Repeated",
        Part::Months => "Ends",
        Part::Range => "Discretion",
        Part::Spill => "Spills over",
        Part::Limit => "Limit",
        Part::Ceiling => "Straight to",
        Part::Listings => "Onto a list",
        Part::Delistings => "Off a list",
    }
}

const fn part_add(it: Part) -> &'static str {
    match it {
        Part::Points => "+ points",
        Part::PerUnit => "+ per unit",
        Part::Ladder => "+ for repeats",
        Part::Months => "+ end date",
        Part::Range => "+ discretion",
        Part::Spill => "+ spill-over",
        Part::Limit => "+ limit",
        Part::Ceiling => "+ straight to a band",
        Part::Listings => "+ onto a list",
        Part::Delistings => "+ off a list",
    }
}

fn nth_time(n: usize, is_last: bool) -> String {
    if is_last { format!("{} time on", sentence::nth(n)) } else { format!("{} time", sentence::nth(n)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::rules::{Figure, part};
    use crate::scenario::presets;

    /// Checks the plain sentence of a rule of a small scenario.
    #[track_caller]
    fn check(rule: &str, expected: &str) {
        let scenario: Scenario = serde_json::from_str(
            r#"{"version":1,"title":"t","mechanism":"score","standing":"invented",
                "first_day":"2020-01-01","last_day":"2020-12-31",
                "groups":[{"id":"g","label":"Tenants"}],
                "kinds":[{"id":"fine","label":"a fine is issued","short":"fine","fields":[
                    {"id":"amount","label":"Amount","unit":"yuan"},
                    {"id":"late","label":"Overdue for","unit":"months"},
                    {"id":"hours","label":"Hours","unit":"hours"},
                    {"id":"why","label":"Ground","choices":[{"id":"noise","label":"noise"},{"id":"dirt","label":"dirt"}]}]}],
                "rulebook":{
                    "scale":{"lowest":0,"highest":100,"start":50},
                    "bands":[{"id":"a","label":"Fine","from":50},{"id":"C","from":0}],
                    "sources":[{"id":"u","label":"the utility company","sort":"utility"},
                               {"id":"p","label":"the police","sort":"office","on":false}],
                    "rules":[],
                    "lists":[{"id":"d","label":"Defaulters","nature":"black","months":24,"standing":"invented"},
                             {"id":"r","label":"Redlist","nature":"red","standing":"invented"}]},
                "cast":[],"events":[]}"#,
        )
        .unwrap();
        let rule = rule.trim_start_matches('{');
        let comma = if rule == "}" { "" } else { "," };
        let rule: Rule =
            serde_json::from_str(&format!(r#"{{"id":"r","kind":"fine","standing":"invented"{comma}{rule}"#)).unwrap();
        let plain = sentence::english(&scenario, &rule).plain();
        assert_eq!(plain.strip_prefix("when a fine is issued").unwrap().trim_start_matches("\u{a0}· "), expected);
    }

    #[test]
    fn rules_read_as_sentences() {
        check("}", "");
        check(r#"{"reported_by":["u"]}"#, "from the utility company");
        check(r#"{"reported_by":["u","p"]}"#, "from the utility company or the police (switched off)");
        check(r#"{"points":{"amount":-1,"months":12}}"#, "for 12 months");
        check(r#"{"points":{"amount":-1,"months":1}}"#, "for 1 month");
        check(r#"{"points":{"amount":-1,"per":{"field":"amount","unit":100}}}"#, "for every 100 yuan");
        check(r#"{"points":{"amount":-1,"per":{"field":"late","unit":1}}}"#, "for every 1 month");
        check(r#"{"points":{"amount":-1,"repeat":{"then":[-6]}}}"#, "from the 2nd time −6");
        check(r#"{"points":{"amount":-1,"repeat":{"then":["all"]}}}"#, "from the 2nd time all");
        check(
            r#"{"points":{"amount":-1,"repeat":{"then":[-6,"all"],"within":24}}}"#,
            "2nd time −6, then all within 24 months",
        );
        check(r#"{"points":{"amount":-1,"repeat":{"then":[-6,-8,-9]}}}"#, "2nd time −6, 3rd −8, then −9");
        check(
            r#"{"points":{"amount":-1,"spill":{"share":500,"to":["household"]}}}"#,
            "50% of it also to the household",
        );
        check(
            r#"{"points":{"amount":-1,"spill":{"share":333,"to":["household","owner"]}}}"#,
            "33.3% of it also to the household and the owner",
        );
        check(r#"{"points":{"amount":-1,"range":[-5,0]}}"#, "an official decides between −5 and 0");
        check(r#"{"limit":{"per":"year","points":20}}"#, "at most 20 points a year");
        check(r#"{"limit":{"per":"month","times":1}}"#, "at most 1 time a month");
        check(r#"{"limit":{"per":"year","points":1,"times":2}}"#, "at most 1 point and 2 times a year");
        check(r#"{"ceiling":{"band":"C","months":24}}"#, "straight to C for 24 months");
        check(r#"{"ceiling":{"band":"a"}}"#, "straight to Fine for good");
        check(r#"{"listings":[{"list":"d"}]}"#, "onto “Defaulters” for 24 months");
        check(
            r#"{"listings":[{"list":"r"},{"list":"d","months":6}]}"#,
            "onto “Redlist” until a rule takes them off\u{a0}· onto “Defaulters” for 6 months",
        );
        check(r#"{"delistings":["r"]}"#, "off “Redlist”");
    }

    #[test]
    fn tests_read_as_words() {
        let number = |field: &str, is: &str| format!(r#"{{"number":{{"field":"{field}","is":"{is}","value":100}}}}"#);
        let when = |cond: &str| format!(r#"{{"when":{cond}}}"#);
        let (amount, late) = (number("amount", "at-least"), number("late", "less-than"));
        for (cond, expected) in [
            (amount.clone(), "and amount at least 100 yuan"),
            (late.clone(), "and overdue for less than 100 months"),
            (number("hours", "equal"), "and hours exactly 100"),
            (number("gone", "equal"), "and “gone” exactly 100"),
            (format!(r#"{{"not":{amount}}}"#), "and amount less than 100 yuan"),
            (format!(r#"{{"not":{}}}"#, number("amount", "equal")), "and amount other than 100 yuan"),
            (r#"{"choice":{"field":"why","is":"noise"}}"#.to_owned(), "and ground: “noise”"),
            (r#"{"not":{"choice":{"field":"why","is":"noise"}}}"#.to_owned(), "and ground: not “noise”"),
            (r#"{"subject":"person"}"#.to_owned(), "and it is a person"),
            (r#"{"not":{"group":"g"}}"#.to_owned(), "and not one of “Tenants”"),
            (
                format!(r#"{{"all":[{amount},{{"subject":"business"}}]}}"#),
                "and amount at least 100 yuan, and it is a business",
            ),
            (
                format!(r#"{{"any":[{amount},{late}]}}"#),
                "and either amount at least 100 yuan or overdue for less than 100 months",
            ),
            (
                format!(
                    r#"{{"all":[{{"any":[{amount},{{"group":"g"}}]}},{{"not":{{"any":[{late},{{"group":"g"}}]}}}}]}}"#
                ),
                "and (either amount at least 100 yuan or one of “Tenants”), \
                 and (neither overdue for less than 100 months nor one of “Tenants”)",
            ),
            (
                format!(r#"{{"not":{{"all":[{amount},{late}]}}}}"#),
                "and not (amount at least 100 yuan and overdue for less than 100 months)",
            ),
            (r#"{"any":[]}"#.to_owned(), "and never"),
            (r#"{"all":[]}"#.to_owned(), ""),
        ] {
            check(&when(&cond), expected);
        }
    }

    #[test]
    fn every_number_of_a_sentence_is_the_rules_own() {
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            for rule in &scenario.rulebook.rules {
                let mut rule = Rule::clone(rule);
                for part in part::Part::ALL.into_iter().filter(|it| it.fits(&scenario, &rule)).collect::<Vec<_>>() {
                    part.put(&scenario, &mut rule);
                }
                for piece in sentence::english(&scenario, &rule).details_line() {
                    if let Piece::Number(place, figure) = piece {
                        assert_eq!(place.read(&rule), Some(figure));
                        let mut edited = rule.clone();
                        place.write(&mut edited, Figure::Count(3));
                        assert_eq!(place.read(&edited).map(Figure::decimal), Some(crate::engine::Points::whole(3)));
                    }
                }
            }
        }
    }

    #[test]
    fn units_and_ordinals_follow_their_number() {
        let one = crate::engine::Points::whole(1);
        for (unit, singular) in [("months", "month"), ("entries", "entry"), ("yuan", "yuan"), ("glass", "glass")] {
            assert_eq!(sentence::unit_name(unit, one), singular);
        }
        let nths: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 22].map(sentence::nth).to_vec();
        assert_eq!(nths, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"]);
    }
}
