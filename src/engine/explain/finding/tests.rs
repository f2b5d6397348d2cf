//! Lives, and what is told about them.

use super::*;
use crate::engine::condition::{Comparison as Is, Cond};
use crate::engine::explain::testing::{a_year, as_is, case, city, day, lists, person};
use crate::engine::model::{Amount, CeilingEffect, Limit, Period, Relation, Set, Spill, SubjectKind};
use expect_test::{Expect, expect};

const BILL: usize = 0;
const COURT: usize = 1;
const HELP: usize = 2;
const GIFT: usize = 3;
const PRIZE: usize = 4;
const ODD: usize = 5;

const D: usize = 0;
const C: usize = 1;
const B: usize = 2;
const A: usize = 3;

/// Late bills cost 20, lost court cases 50; volunteering gives 2, at most 10 a year; a prize gives 30.
fn usual() -> Case {
    city().rule(BILL, -20, as_is).rule(COURT, -50, as_is).rule(HELP, 2, |it| it.limit = a_year(10)).rule(
        PRIZE,
        30,
        |it| it.limit = Some(Limit { per: Period::Year, points: None, times: Some(1) }),
    )
}

#[track_caller]
fn check(case: Case, expected: Expect) {
    expected.assert_eq(&tell(&finding(&case, &case.report(), 0)));
}

/// A finding in a few words: bands by letter, rules by number.
fn tell(finding: &Finding) -> String {
    let band = |it: &BandIdx| ["D", "C", "B", "A", "AA", "AAA"][*it];
    let causes = |all: &[Cause]| -> String {
        let one = |it: &Cause| {
            let rule = it.rule.map_or(String::new(), |it| format!(" {it}"));
            format!("{}× {:?}{rule}: {}", it.lines.len(), it.by, it.points)
        };
        all.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    match finding {
        Finding::NeverMoves { why, band: it } => format!("never moves from {}: {why:?}", band(it)),
        Finding::Listed(it) => format!(
            "on list {} from {} to {:?} by rule {:?}, {} days, {} penalties{}",
            it.list,
            it.day,
            it.end.or(it.due).map(|it| it.to_string()),
            it.rule,
            it.days,
            it.penalties,
            if it.never_ends() { ", without end" } else { "" },
        ),
        Finding::Unconsented { from, to } => format!("{} to {} without consent", band(from), band(to)),
        Finding::ReachesEnd { end, band: it, day, causes: by, lost, line } => {
            assert!(line.is_some());
            format!("{end:?} score in {} since {day}, {lost} lost; {}", band(it), causes(by))
        }
        Finding::Falls { from, to, day, line, causes: by, versus, now } => {
            assert!(line.is_some());
            format!(
                "falls {} to {} on {day}, now {}; {}; {}",
                band(from),
                band(to),
                band(now),
                causes(by),
                compare(*versus)
            )
        }
        Finding::Recovers { from, to, day, causes: by, fell, back, days, line } => {
            assert!(line.is_some());
            let way = format!("{} to {} on {day}", band(from), band(to));
            format!("recovers {way}, {fell} to {back}, {days} days; {}", causes(by))
        }
        Finding::Rises { from, to, day, causes: by, now, line } => {
            assert!(line.is_some());
            format!("rises {} to {} on {day}, now {}; {}", band(from), band(to), band(now), causes(by))
        }
        Finding::Penalised { band: it, days, of, penalties } => {
            format!("{penalties} penalties on {days} of {of} days in {}", band(it))
        }
        Finding::Steady { band: it, low, high, now } => format!("steady in {}, {low} to {high}, now {now}", band(it)),
    }
}

fn compare(versus: Option<Comparison>) -> String {
    match versus {
        None => "no comparison".to_owned(),
        Some(Comparison::NoGain) => "no gain".to_owned(),
        Some(Comparison::Years { rule, per_year, years }) => format!("> {years} years of rule {rule} at {per_year}"),
        Some(Comparison::Acts { rule, each, acts }) => format!("{acts} acts of rule {rule} at {each}"),
    }
}

#[test]
fn what_never_moves_says_why() {
    check(usual(), expect!["never moves from A: NoEvents"]);
    let bill = || usual().happens(BILL, &["2021-03-02"]);
    check(bill().but(|it| it.events[0].recorded_by = Set::default()), expect!["never moves from A: NobodyRecorded"]);
    check(bill().but(|it| it.rulebook.sources_on = Set::of(1)), expect!["never moves from A: NobodyRecorded"]);
    check(bill().but(|it| it.rule_at(0).on = false), expect!["never moves from A: RulesOff"]);
    check(bill().but(|it| it.rule_at(0).sources = Set::of(1)), expect!["never moves from A: NotReported"]);
    check(
        bill().but(|it| it.rule_at(0).cond = Cond::Subject(SubjectKind::Business)),
        expect!["never moves from A: NoRuleMatches"],
    );
    check(usual().happens(ODD, &["2021-03-02"]), expect!["never moves from A: NoRuleMatches"]);
    check(
        bill().but(|it| it.rulebook.safeguards.event_cap = Some(Points::ZERO)),
        expect!["never moves from A: Cut(EventCap)"],
    );
    check(bill().but(|it| it.rule_at(0).limit = a_year(0)), expect!["never moves from A: Cut(RuleLimit)"]);
    check(
        case(&[0], 12, 12).rule(HELP, 1, as_is).happens(HELP, &["2021-03-02"]),
        expect!["never moves from D: Cut(ScaleEnd)"],
    );
    let both = city().rule(BILL, -5, as_is).rule(BILL, 5, as_is).happens(BILL, &["2021-03-02"]);
    check(both, expect!["never moves from A: CancelsOut"]);
}

#[test]
fn a_fall_names_the_fewest_causes_that_were_enough() {
    let mixed = usual().happens(HELP, &["2021-02-01"]).happens(BILL, &["2021-05-01", "2021-06-01"]);
    // 1002 − 40 is not below 960; with the court case it is, and that alone would have been.
    check(
        mixed.clone().happens(COURT, &["2021-07-01"]),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 4 years of rule 2 at 10"],
    );
    check(
        mixed.happens(BILL, &["2021-07-01"]),
        expect!["falls A to B on 2021-07-01, now B; 3× Rule 0: -60; > 5 years of rule 2 at 10"],
    );
    // Of two rules that cost the same the first is named.
    let same = city().rule(BILL, -30, as_is).rule(COURT, -30, as_is);
    check(
        same.happens(COURT, &["2021-02-01"]).happens(BILL, &["2021-03-01"]),
        expect!["falls A to B on 2021-03-01, now B; 1× Rule 0: -30, 1× Rule 1: -30; no gain"],
    );
}

#[test]
fn a_fall_is_told_to_its_lowest_band_and_with_the_band_at_the_end() {
    let days = ["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"];
    let falls =
        usual().happens(COURT, &days).but(|it| it.rule_at(1).points.iter_mut().for_each(|it| it.months = Some(6)));
    check(
        falls.clone().but(|it| it.last = day("2021-09-15")),
        expect!["falls A to C on 2021-04-01, now B; 4× Rule 1: -200; > 6 years of rule 3 at 30"],
    );
    check(falls, expect!["recovers A to C on 2021-04-01, 2021-01-01 to 2021-10-01, 273 days; 4× Rule 1: -200"]);
    // Up first, then back to where it began.
    check(
        usual().happens(PRIZE, &["2021-02-01"]).happens(BILL, &["2021-08-01"]),
        expect!["falls AA to A on 2021-08-01, now A; 1× Rule 0: -20; 1 acts of rule 3 at 30"],
    );
}

#[test]
fn a_loss_is_compared_with_what_the_subject_wins_or_could_win() {
    let court = || usual().happens(COURT, &["2021-07-01"]);
    check(court(), expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 1 years of rule 3 at 30"]);
    check(
        court().happens(HELP, &["2021-08-01"]),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 4 years of rule 2 at 10"],
    );
    check(
        court().but(|it| it.rule_at(2).on = false).but(|it| it.rule_at(3).on = false),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; no gain"],
    );
    check(
        court().rule(GIFT, 1, as_is),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; 50 acts of rule 4 at 1"],
    );
    check(
        court().rule(GIFT, 1, |it| it.cond = Cond::All(vec![Cond::Subject(SubjectKind::Business)])),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 1 years of rule 3 at 30"],
    );
    let per_unit = Amount::PerUnit { points: Points::whole(1), field: 0, unit: Points::whole(100) };
    let gift = court().rule(GIFT, 1, |it| it.points.iter_mut().for_each(|it| it.amount = per_unit.clone()));
    check(
        gift.happens(GIFT, &["2021-08-01"]).but(|it| it.events[1].fields = vec![Points::whole(300)]),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; 50 acts of rule 4 at 1"],
    );
    // Exactly two years' worth is not more than two years' worth.
    check(
        court().happens(HELP, &["2021-08-01"]).but(|it| it.rule_at(2).limit = a_year(25)),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 1 years of rule 2 at 25"],
    );
}

#[test]
fn ceilings_associates_expiry_and_fading_are_causes() {
    let ceiling = CeilingEffect { band: C, months: Some(12) };
    let ceiled = city().rule(ODD, 0, |it| it.ceiling = Some(ceiling)).happens(ODD, &["2021-03-02"]);
    check(
        ceiled.clone().but(|it| it.last = day("2021-12-31")),
        expect!["falls A to C on 2021-03-02, now C; 1× Ceiling 0: 0; no comparison"],
    );
    check(ceiled, expect!["recovers A to C on 2021-03-02, 2021-03-02 to 2022-03-02, 365 days; 1× Ceiling 0: 0"]);
    let spill = Spill { share: 1000, to: Set::of(Relation::Household as usize) };
    let household = usual()
        .but(|it| it.rule_at(1).points.iter_mut().for_each(|it| it.spill = Some(spill)))
        .but(|it| it.subjects.push(person()))
        .but(|it| it.subjects[1].associates.push((0, Relation::Household)))
        .happens_to(1, COURT, &["2021-03-02"]);
    check(household, expect!["falls A to B on 2021-03-02, now B; 1× Associate(1) 1: -50; > 1 years of rule 3 at 30"]);
    let prize = usual().but(|it| it.rule_at(3).points.iter_mut().for_each(|it| it.months = Some(3)));
    check(
        prize.happens(PRIZE, &["2021-02-01"]),
        expect!["falls AA to A on 2021-05-01, now A; 1× Expiry: -30; no comparison"],
    );
    let fading = usual().but(|it| it.rulebook.fading = 500).happens(COURT, &["2021-03-02"]);
    check(fading, expect!["recovers A to B on 2021-03-02, 2021-03-02 to 2021-04-01, 30 days; 1× Rule 1: -50"]);
    let corrected = usual().happens(COURT, &["2021-03-02"]).but(|it| it.events[0].corrected = Some(day("2021-04-01")));
    check(corrected, expect!["recovers A to B on 2021-03-02, 2021-03-02 to 2021-04-01, 30 days; 1× Rule 1: -50"]);
}

#[test]
fn of_several_falls_and_recoveries_the_longest_is_told() {
    let expires = |months| move |it: &mut Case| it.rule_at(1).points.iter_mut().for_each(|it| it.months = Some(months));
    let twice = usual().but(expires(2)).happens(COURT, &["2021-03-02", "2022-03-02", "2022-04-02"]);
    check(twice, expect!["recovers A to B on 2022-03-02, 2022-03-02 to 2022-06-02, 92 days; 1× Rule 1: -50"]);
}

#[test]
fn rises() {
    check(
        usual().happens(PRIZE, &["2021-02-01", "2022-02-01"]),
        expect!["rises A to AAA on 2022-02-01, now AAA; 2× Rule 3: 60"],
    );
    check(
        usual().happens(PRIZE, &["2021-02-01", "2021-03-01"]),
        expect!["rises A to AA on 2021-02-01, now AA; 1× Rule 3: 30"],
    );
    check(
        usual().happens(HELP, &["2021-02-01", "2021-03-01"]).happens(PRIZE, &["2021-02-01"]),
        expect!["rises A to AA on 2021-02-01, now AA; 1× Rule 3: 30"],
    );
}

#[test]
fn ends_of_the_scale() {
    let dog = || case(&[0], 12, 12).rule(BILL, -6, as_is).rule(HELP, 2, as_is);
    check(
        dog().happens(BILL, &["2021-02-01", "2021-03-01"]),
        expect!["Lowest score in D since 2021-03-01, 0 lost; 2× Rule 0: -12"],
    );
    check(
        dog().happens(BILL, &["2021-02-01", "2021-03-01", "2021-04-01"]).happens(HELP, &["2021-02-15"]),
        expect!["Lowest score in D since 2021-04-01, -4 lost; 3× Rule 0: -14"],
    );
    check(
        dog().but(|it| it.rulebook.scale.start = Points::whole(11)).happens(HELP, &["2021-02-01"]),
        expect!["Highest score in D since 2021-02-01, 1 lost; 1× Rule 1: 1"],
    );
    check(dog().happens(BILL, &["2021-02-01"]).happens(HELP, &["2021-03-01"]), expect!["steady in D, 6 to 12, now 8"]);
}

#[test]
fn lists_are_told_where_they_weigh_no_less_than_the_score() {
    let listed =
        |months| usual().rule(ODD, 0, |it| lists(it, 1, months)).consequence(true, &[], |it| it.lists = Set::of(1));
    check(
        listed(None).happens(ODD, &["2021-03-02"]),
        expect!["on list 1 from 2021-03-02 to None by rule Some(4), 1766 days, 1 penalties, without end"],
    );
    check(
        listed(Some(6)).happens(ODD, &["2021-03-02"]),
        expect![[r#"on list 1 from 2021-03-02 to Some("2021-09-02") by rule Some(4), 184 days, 1 penalties"#]],
    );
    check(
        listed(Some(24)).happens(ODD, &["2025-03-02"]),
        expect![[r#"on list 1 from 2025-03-02 to Some("2027-03-02") by rule Some(4), 305 days, 1 penalties"#]],
    );
    check(
        listed(None).rule(GIFT, 0, |it| it.delistings.push(1)).happens(ODD, &["2025-03-02"]),
        expect!["on list 1 from 2025-03-02 to None by rule Some(4), 305 days, 1 penalties"],
    );
    // Twice on the same list without leaving it is one time; the longer of two is told.
    check(
        listed(Some(6)).happens(ODD, &["2021-03-02", "2021-05-02"]),
        expect![[r#"on list 1 from 2021-03-02 to Some("2021-11-02") by rule Some(4), 245 days, 1 penalties"#]],
    );
    check(
        listed(Some(2)).happens(ODD, &["2021-03-02", "2022-03-02", "2022-04-02"]),
        expect![[r#"on list 1 from 2022-03-02 to Some("2022-06-02") by rule Some(4), 92 days, 1 penalties"#]],
    );
    // A fall with penalties for longer than the list is told instead.
    let both = listed(Some(6)).consequence(true, &[D, C, B], as_is).happens(COURT, &["2021-02-01"]);
    check(
        both.clone().happens(ODD, &["2021-03-02"]),
        expect!["falls A to B on 2021-02-01, now B; 1× Rule 1: -50; > 1 years of rule 3 at 30"],
    );
    check(
        both.but(|it| it.rulebook.consequences.truncate(1)).happens(ODD, &["2021-03-02"]),
        expect![[r#"on list 1 from 2021-03-02 to Some("2021-09-02") by rule Some(4), 184 days, 1 penalties"#]],
    );
    // A list without penalties is told only where nothing else moves.
    let red = || usual().rule(ODD, 0, |it| lists(it, 0, None)).happens(ODD, &["2021-03-02"]);
    check(red(), expect!["on list 0 from 2021-03-02 to None by rule Some(4), 1766 days, 0 penalties, without end"]);
    check(
        red().happens(COURT, &["2021-04-02"]),
        expect!["falls A to B on 2021-04-02, now B; 1× Rule 1: -50; > 1 years of rule 3 at 30"],
    );
}

#[test]
fn bands_that_never_change() {
    check(
        usual().happens(BILL, &["2021-02-01"]).happens(HELP, &["2021-03-01"]),
        expect!["steady in A, 980 to 1000, now 982"],
    );
    let strict = usual().consequence(true, &[D, C, B, A], as_is).consequence(true, &[A], as_is);
    check(strict.happens(BILL, &["2021-02-01"]), expect!["2 penalties on 1826 of 1826 days in A"]);
    let later = usual()
        .but(|it| it.rulebook.domain_of_kind[BILL] = Some(0))
        .but(|it| it.rulebook.safeguards.purpose_limit = true)
        .consequence(true, &[A], as_is)
        .happens(BILL, &["2025-12-22"]);
    check(later, expect!["1 penalties on 10 of 1826 days in A"]);
}

#[test]
fn without_consent_nothing_follows() {
    let asked = usual().but(|it| it.rulebook.safeguards.consent = true).but(|it| it.subjects[0].consents = false);
    check(asked.clone().happens(COURT, &["2021-02-01"]), expect!["A to B without consent"]);
    check(asked.happens(BILL, &["2021-02-01"]), expect!["steady in A, 980 to 1000, now 980"]);
}

#[test]
fn nobody_and_nothing_is_told_without_a_subject() {
    let case = usual();
    assert_eq!(finding(&case, &case.report(), 7), Finding::NeverMoves { why: Still::NoEvents, band: 0 });
}

#[test]
fn a_test_on_a_number_may_always_hold() {
    let number = Cond::Number { field: 0, is: Is::AtLeast, value: Points::whole(8) };
    check(
        usual().but(|it| it.rule_at(2).cond = number).happens(COURT, &["2021-07-01"]),
        expect!["falls A to B on 2021-07-01, now B; 1× Rule 1: -50; > 1 years of rule 3 at 30"],
    );
}
