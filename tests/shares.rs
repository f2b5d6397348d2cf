//! What each event and rule contributed, what would change a band, near misses: laws on random scenarios, each held
//! against a plain computation of the whole case.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::generate::{Rng, Sort, of_sort};
use proptest::prelude::{Strategy as _, any};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use social_credit_lab::engine::case::{Entry, Standing, Verdict};
use social_credit_lab::engine::explain::excerpt::Excerpt;
use social_credit_lab::engine::explain::flip::{Flips, LARGEST};
use social_credit_lab::engine::explain::shapley::EXACT;
use social_credit_lab::engine::explain::{
    Among, Contributions, CurveSearch, Dial, FlipSearch, Measure, Method, Need, Player, Route, Says, Share, Shares,
    near_misses, route,
};
use social_credit_lab::engine::model::{Case, Event, EventIdx, SubjectIdx};
use social_credit_lab::engine::{Day, Points, run};
use social_credit_lab::jobs::curve::CurveRequest;
use social_credit_lab::jobs::flips::{FlipsRequest, Number};
use social_credit_lab::jobs::shares::SharesRequest;
use social_credit_lab::jobs::{self, Answer, Request, Step, start};
use social_credit_lab::scenario::{Outcome, Scenario, evaluate, lower, presets, write};

/// A case, one of its subjects, and one of its days.
struct Asked {
    case: Case,
    subject: SubjectIdx,
    day: Day,
}

type Law = fn(&Asked, &mut Rng);

/// Tests a law on random scenarios, always the same ones unless `SCL_CASES` says how many.
fn hold(cases: u32, largest: u32, law: Law) {
    let wanted: Option<u32> = std::env::var("SCL_CASES").ok().and_then(|it| it.parse().ok());
    let config = Config { cases: wanted.unwrap_or(cases), failure_persistence: None, ..Config::default() };
    let mut runner = match wanted {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let result = runner.run(&(0..=largest, any::<u64>().no_shrink()), |(size, seed)| {
        let mut rng = Rng::new(seed, "asked", 0);
        let case = lower(&of_sort(Sort::Any, seed, size)).unwrap().case;
        let subject = usize::try_from(rng.below(case.subjects.len() as u64)).unwrap();
        let span = u64::try_from(case.last.days_since(case.first)).unwrap();
        let days = if rng.chance(50) { span } else { rng.below(span + 1) };
        let day = case.first.plus_days(i32::try_from(days).unwrap());
        let asked = Asked { case, subject, day };
        let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| law(&asked, &mut rng)));
        held.map_err(|why| {
            let why = why.downcast_ref::<String>().cloned();
            TestCaseError::fail(why.unwrap_or_else(|| "it panicked".to_owned()))
        })
    });
    if let Err(TestError::Fail(why, (size, seed))) = result {
        panic!("{why}\n\nseed {seed}, size {size}:\n{}", write(&of_sort(Sort::Any, seed, size)));
    }
    result.unwrap();
}

impl Asked {
    /// The standing, computed from the whole case after a change.
    fn after(&self, change: impl FnOnce(&mut Case)) -> Standing {
        let mut case = self.case.clone();
        change(&mut case);
        run(&case).lives[self.subject].at(self.day)
    }

    fn shares(&self, among: Among, measure: Measure) -> Shares {
        Contributions::new(&self.case, self.subject, self.day, among, measure).unwrap().finish()
    }

    fn flips(&self) -> Flips {
        FlipSearch::new(&self.case, self.subject, self.day).unwrap().finish()
    }
}

/// Really leaves events out.
fn leave_out(case: &mut Case, out: &[EventIdx]) {
    let events = std::mem::take(&mut case.events).into_iter().enumerate();
    case.events = events.filter(|it| !out.contains(&it.0)).map(|it| it.1).collect();
}

/// Really leaves players out.
fn without(case: &mut Case, out: &[Player]) {
    let mut events = Vec::new();
    for it in out {
        match it {
            Player::Event(event) => events.push(*event),
            Player::Rule(rule) => case.rulebook.rules[*rule].on = false,
        }
    }
    leave_out(case, &events);
}

fn some_border(asked: &Asked, rng: &mut Rng) -> Measure {
    let border = *rng.pick(&asked.case.rulebook.bands);
    match rng.below(3) {
        0 => Measure::Score,
        1 => Measure::Below(border),
        _ => Measure::Above(border),
    }
}

#[test]
fn an_excerpt_says_the_same_as_the_whole() {
    hold(600, 40, |asked, _| {
        let (is, whole) = (Excerpt::of(&asked.case, asked.subject, asked.day).unwrap().standing(), asked.after(|_| ()));
        assert_eq!((is.score, is.band), (whole.score, whole.band));
    });
}

#[test]
fn shares_add_up_from_the_start_to_the_score() {
    hold(150, 12, |asked, rng| {
        let now = asked.after(|_| ()).score;
        for among in [Among::Events, Among::Rules] {
            let measure = some_border(asked, rng);
            let it = asked.shares(among, measure);
            assert_eq!(it.start, measure.of(asked.case.rulebook.scale.start));
            assert_eq!(it.end, measure.of(now));
            assert_eq!(it.start + it.shares.iter().map(|it| it.share).sum(), it.end);
            assert_eq!(it.shares.len() <= EXACT, it.method == Method::Exact);
        }
    });
}

#[test]
fn drawn_orders_add_up_too_and_say_their_error() {
    let mut drawn = 0;
    for seed in 0..40 {
        let case = lower(&of_sort(Sort::Any, seed, 40)).unwrap().case;
        let subject = 0;
        let asked = Asked { day: case.last, subject, case };
        if Excerpt::of(&asked.case, subject, asked.day).unwrap().events_that_move().len() <= EXACT || drawn == 4 {
            continue;
        }
        drawn += 1;
        let it = asked.shares(Among::Events, Measure::Score);
        assert!(matches!(it.method, Method::Sampled { orders, .. } if orders >= 8));
        assert_eq!(it.start + it.shares.iter().map(|it| it.share).sum(), it.end);
        assert_eq!(it, asked.shares(Among::Events, Measure::Score), "the same question has the same answer");
        for Share { player, alone, .. } in it.shares {
            assert_eq!(it.end - alone, asked.after(|case| without(case, &[player])).score);
        }
    }
    assert_eq!(drawn, 4);
}

#[test]
fn without_it_means_computed_without_it() {
    hold(150, 10, |asked, rng| {
        for among in [Among::Events, Among::Rules] {
            let measure = some_border(asked, rng);
            let it = asked.shares(among, measure);
            for Share { player, alone, .. } in it.shares {
                let score = asked.after(|case| without(case, &[player])).score;
                assert_eq!(it.end - alone, measure.of(score), "{player:?}");
            }
        }
    });
}

#[test]
fn what_has_no_share_changes_nothing() {
    hold(200, 14, |asked, _| {
        let now = asked.after(|_| ());
        for among in [Among::Events, Among::Rules] {
            let it = asked.shares(among, Measure::Score);
            let all = match among {
                Among::Events => (0..asked.case.events.len()).map(Player::Event).collect::<Vec<_>>(),
                Among::Rules => (0..asked.case.rulebook.rules.len()).map(Player::Rule).collect(),
            };
            let own = |it: &Player| match it {
                Player::Event(event) => asked.case.events[*event].subject == asked.subject,
                Player::Rule(_) => asked.case.subjects.len() == 1,
            };
            for other in all.iter().filter(|other| own(other) && !it.shares.iter().any(|it| it.player == **other)) {
                assert_eq!(asked.after(|case| without(case, &[*other])).score, now.score, "{other:?}");
            }
        }
    });
}

/// All orders of so many things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1);
    let put = |at: usize| {
        shorter.iter().map(move |it| {
            let mut order = it.clone();
            order.insert(at, n - 1);
            order
        })
    };
    (0..n).flat_map(put).collect()
}

#[test]
fn exact_shares_are_the_mean_over_all_orders() {
    hold(150, 9, |asked, rng| {
        for among in [Among::Events, Among::Rules] {
            let measure = some_border(asked, rng);
            let it = asked.shares(among, measure);
            let n = it.shares.len();
            if n > 5 {
                continue;
            }
            let players: Vec<Player> = it.shares.iter().map(|it| it.player).collect();
            let worths: Vec<i64> = (0..1_usize << n)
                .map(|set| {
                    let out: Vec<Player> = (0..n).filter(|it| set & (1 << it) == 0).map(|it| players[it]).collect();
                    measure.of(asked.after(|case| without(case, &out)).score).thousandths()
                })
                .collect();
            let orders = orders(n);
            let (mut sums, mut moved) = (vec![0; n], vec![false; n]);
            for order in &orders {
                let mut set = 0;
                for player in order {
                    let brings = worths[set | (1 << player)] - worths[set];
                    sums[*player] += brings;
                    moved[*player] |= brings != 0;
                    set |= 1 << player;
                }
            }
            let of = i64::try_from(orders.len()).unwrap();
            for ((share, sum), moved) in it.shares.iter().zip(sums).zip(moved) {
                let share = share.share.thousandths();
                assert!(share * of > sum - of && share * of < sum + of, "{share} is not {sum} / {of}");
                assert!(moved || share == 0, "what never brings anything has no share");
            }
        }
    });
}

#[test]
fn events_that_are_alike_have_like_shares() {
    hold(150, 8, |asked, rng| {
        let own: Vec<EventIdx> =
            (0..asked.case.events.len()).filter(|it| asked.case.events[*it].subject == asked.subject).collect();
        if own.is_empty() {
            return;
        }
        let twin = *rng.pick(&own);
        let mut case = asked.case.clone();
        case.events.insert(twin, case.events[twin].clone());
        let asked = Asked { case, ..*asked };
        let it = asked.shares(Among::Events, Measure::Score);
        let of = |event: EventIdx| it.shares.iter().find(|it| it.player == Player::Event(event));
        assert_eq!(of(twin).map(|it| it.alone), of(twin + 1).map(|it| it.alone));
        if let (Some(one), Some(other), Method::Exact) = (of(twin), of(twin + 1), it.method) {
            // Two that are alike differ by at most the thousandth that is left over.
            assert!((one.share - other.share).abs() <= Points::from_thousandths(1));
        }
    });
}

/// All sets of so many of these.
fn sets(of: &[EventIdx], size: usize) -> Vec<Vec<EventIdx>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with = |at: usize| {
        sets(&of[at + 1..], size - 1).into_iter().map(move |mut it| {
            it.insert(0, of[at]);
            it
        })
    };
    (0..of.len()).flat_map(with).collect()
}

#[test]
fn a_set_that_flips_flips_and_no_smaller_one_does() {
    hold(250, 20, |asked, _| {
        let own: Vec<EventIdx> =
            (0..asked.case.events.len()).filter(|it| asked.case.events[*it].subject == asked.subject).collect();
        if own.len() > 9 {
            return;
        }
        let now = asked.after(|_| ());
        let flips = asked.flips();
        assert_eq!((flips.score, flips.band), (now.score, now.band));
        let band_without = |out: &[EventIdx]| asked.after(|case| leave_out(case, out)).band;
        for (way, found) in flips.ways.iter().enumerate() {
            let is_there = |band: usize| if way == 0 { band > now.band } else { band < now.band };
            let tried = match &found.without {
                Some(it) => {
                    let standing = asked.after(|case| leave_out(case, &it.events));
                    assert_eq!((standing.score, standing.band), (it.score, it.band));
                    assert!(is_there(it.band));
                    assert!(it.smallest || it.events.len() > LARGEST + 1);
                    (it.events.len() - 1).min(LARGEST)
                }
                None => flips.tried,
            };
            for out in (1..=tried).flat_map(|size| sets(&own, size)) {
                assert!(!is_there(band_without(&out)), "{out:?} does it too");
            }
            if let Some(it) = found.without.as_ref().filter(|it| it.events.len() <= flips.tried) {
                let alike = sets(&own, it.events.len()).into_iter().filter(|out| is_there(band_without(out)));
                assert_eq!(alike.count(), it.others + 1);
            }
        }
    });
}

#[test]
fn an_edit_that_flips_flips_and_no_smaller_one_does() {
    hold(250, 16, |asked, rng| {
        let now = asked.after(|_| ());
        let flips = asked.flips();
        let dials: Vec<Dial> =
            (0..asked.case.rulebook.rules.len()).flat_map(|it| Dial::of_rule(&asked.case, it)).collect();
        let turned = |dial: Dial, points: i64| {
            let to = dial.read(&asked.case).unwrap() + Points::whole(points);
            dial.allows(&asked.case, to).then(|| asked.after(|case| dial.write(case, Some(to))))
        };
        for (way, found) in flips.ways.iter().enumerate() {
            let is_there = |band: usize| if way == 0 { band > now.band } else { band < now.band };
            let distance = match found.edit {
                Some(it) => {
                    assert_eq!(it.dial.read(&asked.case), Some(it.from));
                    let standing = asked.after(|case| it.dial.write(case, Some(it.to)));
                    assert_eq!((standing.score, standing.band), (it.score, it.band));
                    assert!(is_there(it.band));
                    let distance = (it.to - it.from).thousandths();
                    assert_eq!(distance % 1000, 0, "edits are whole points");
                    distance.abs() / 1000
                }
                None => flips.reach + 1,
            };
            // The last point before, and some others.
            let shorter = [distance - 1, 1, 2, 1 + i64::try_from(rng.below(20)).unwrap()];
            for points in shorter.into_iter().filter(|it| (1..distance).contains(it)) {
                for dial in &dials {
                    for points in [points, -points] {
                        let band = turned(*dial, points).map_or(now.band, |it| it.band);
                        assert!(!is_there(band), "{dial:?} by {points} does it too");
                    }
                }
            }
        }
    });
}

#[test]
fn a_set_that_was_built_needs_all_its_members() {
    // Fourteen small losses: no three of them are enough for the next band.
    let mut scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
    let subject = scenario.cast[0].id.clone();
    let event = scenario.events.iter().find(|it| it.kind == "late-bill").unwrap().clone();
    scenario.events.clear();
    for at in 0..14 {
        let mut it = social_credit_lab::scenario::doc::Event::clone(&event);
        it.id = format!("late{at}");
        it.subject.clone_from(&subject);
        it.day.0 = it.day.0.plus_days(at * 3);
        scenario.events.push(it.into());
    }
    let outcome = evaluate(&scenario).unwrap();
    let place = outcome.lowered.subject_at(0).unwrap();
    let asked = Asked { day: outcome.lowered.case.last, subject: place, case: outcome.lowered.case };
    let now = asked.after(|_| ());
    let flips = asked.flips();
    let up = flips.ways[0].without.as_ref().unwrap();
    assert!(up.events.len() > LARGEST, "{up:?}");
    assert_eq!(up.smallest, up.events.len() == LARGEST + 1);
    for at in 0..up.events.len() {
        let mut fewer = up.events.clone();
        fewer.remove(at);
        assert!(asked.after(|case| leave_out(case, &fewer)).band <= now.band);
    }
}

#[test]
fn a_consequence_leads_back_to_what_carries_it() {
    hold(400, 40, |asked, _| {
        let case = &asked.case;
        let life = &run(case).lives[asked.subject];
        let standing = life.at(asked.day);
        let held = life.consequences.iter();
        for it in held.filter(|it| it.begin <= asked.day && it.end.is_none_or(|end| asked.day < end)) {
            let carries = |band: usize| case.rulebook.consequences[it.consequence].bands.has(band);
            let band_at = |score: Points| case.rulebook.bands.partition_point(|from| *from <= score) - 1;
            match route(case, life, it.consequence, asked.day).expect("what is in force is carried") {
                Route::Lists(lines) => {
                    assert!(lines.iter().all(|it| matches!(life.lines[*it].entry, Entry::Listed { .. })));
                }
                Route::Ceilings(lines) => {
                    assert!(!lines.is_empty() && !carries(band_at(standing.score)));
                }
                Route::Below(border) => {
                    assert!(standing.score < border && !carries(band_at(border)));
                    assert!(carries(band_at(border - Points::from_thousandths(1))));
                }
                Route::Above(border) => {
                    assert!(standing.score >= border && carries(band_at(border)));
                    assert!(!carries(band_at(border - Points::from_thousandths(1))));
                }
                Route::Everybody => assert!((0..case.rulebook.bands.len()).all(carries)),
            }
        }
    });
}

#[test]
fn a_curve_is_what_the_engine_says_for_each_value() {
    hold(120, 16, |asked, rng| {
        let mut dials = vec![Dial::Start, Dial::EventCap];
        dials.extend((0..asked.case.rulebook.rules.len()).flat_map(|it| Dial::of_rule(&asked.case, it)));
        let dial = *rng.pick(&dials);
        let curve = CurveSearch::new(&asked.case, asked.subject, asked.day, dial).unwrap().finish();
        assert_eq!(curve.now, dial.read(&asked.case));
        assert!(curve.now.is_none_or(|now| curve.points.iter().any(|it| it.value == now)));
        assert!(curve.points.windows(2).all(|it| it[0].value < it[1].value));
        for pair in curve.points.windows(2).filter(|it| it[0].band != it[1].band) {
            assert!(pair[1].value - pair[0].value <= Points::whole(1), "a border is known to a point");
        }
        for at in &curve.points {
            let standing = asked.after(|case| dial.write(case, Some(at.value)));
            assert_eq!((at.score, at.band), (standing.score, standing.band), "{dial:?} at {}", at.value);
        }
    });
}

/// The event as the rule would have needed it, and its subject.
fn mend(case: &Case, event: EventIdx, need: Need) -> (Event, social_credit_lab::engine::model::Subject) {
    let mut event = case.events[event].clone();
    let mut subject = case.subjects[event.subject].clone();
    match need {
        Need::Number { field, needed, .. } => event.fields[field] = needed,
        Need::Choice { field, needed, .. } => event.fields[field] = Points::whole(i64::try_from(needed).unwrap()),
        Need::Subject(kind) => subject.kind = kind,
        Need::Group(group) => subject.group = Some(group),
        Need::NotGroup(_) => subject.group = None,
    }
    (event, subject)
}

#[test]
fn a_rule_takes_an_event_that_had_what_it_needed() {
    hold(400, 40, |asked, _| {
        let report = run(&asked.case);
        for event in 0..asked.case.events.len() {
            let misses = near_misses(&asked.case, &report, event);
            let failed = report.events[event].offers.iter().filter(|it| it.verdict == Verdict::TestFailed);
            assert_eq!(misses.len(), failed.count());
            for miss in misses {
                let cond = &asked.case.rulebook.rules[miss.rule].cond;
                assert!(miss.failed > 0);
                let Some(need) = miss.need else { continue };
                let (mended, subject) = mend(&asked.case, event, need);
                assert!(cond.holds(&mended.fields, &subject), "{need:?} is not enough for {cond:?}");
                let Need::Number { field, had, needed, says } = need else { continue };
                let holds = |value: Points| {
                    let mut other = asked.case.events[event].clone();
                    other.fields[field] = value;
                    cond.holds(&other.fields, &asked.case.subjects[other.subject])
                };
                // Nothing between what it has and what it needs would do.
                let (lo, hi) =
                    (had.thousandths().min(needed.thousandths()), had.thousandths().max(needed.thousandths()));
                let step = usize::try_from((hi - lo) / 500 + 1).unwrap();
                for between in (lo + 1..hi).step_by(step).chain([lo + 1, hi - 1]) {
                    let between = Points::from_thousandths(between);
                    assert!(between == needed || !holds(between), "{between} is nearer than {needed}");
                }
                let up = matches!(says, Says::AtLeast | Says::MoreThan);
                let beyond = Points::from_thousandths(if up { 1 } else { -1 });
                assert!(says == Says::Exactly || ((needed > had) == up && holds(needed + beyond)), "{says:?}");
            }
        }
    });
}

/// Of two rules with one failed test each, the nearer is the one with the smaller gap, wherever it stands in the rulebook.
#[test]
fn the_nearest_rule_is_the_one_with_the_smallest_gap() {
    let scenario = presets::latest("credit-bureau").unwrap().scenario().unwrap();
    let outcome = evaluate(&scenario).unwrap();
    let balance = scenario.events.iter().position(|it| it.id == "e28").unwrap();
    let event = outcome.lowered.events.iter().position(|it| *it == balance).unwrap();
    let misses = near_misses(&outcome.lowered.case, &outcome.report, event);
    let told = misses.iter().map(|it| (scenario.rulebook.rules[it.rule].id.as_str(), it.need));
    let needs = |needed| {
        let (had, needed) = (Points::whole(30), Points::whole(needed));
        Some(Need::Number { field: 0, had, needed, says: Says::AtLeast })
    };
    assert_eq!(told.collect::<Vec<_>>(), [("card-half-full", needs(40)), ("card-nearly-full", needs(80))]);
}

/// What a job answers about somebody on the last day.
fn answer(scenario: &Scenario, outcome: &Outcome, request: Request) -> Answer {
    let mut job = start(request, scenario, outcome);
    let mut last = 0;
    loop {
        match job.step() {
            Step::Going(done, total) => {
                assert!(last <= done && done <= total, "a job goes forward");
                last = done;
            }
            Step::Done(answer) => return answer,
        }
    }
}

#[test]
fn jobs_tell_what_made_a_score_and_what_would_change_it() {
    let scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
    let outcome = evaluate(&scenario).unwrap();
    let (subject, day) = ("mei".to_owned(), scenario.last_day);
    let mut told = String::new();
    for among in [jobs::shares::Among::Events, jobs::shares::Among::Rules] {
        let measure = jobs::shares::Measure::Score;
        let request = SharesRequest { subject: subject.clone(), day, among, measure };
        let Answer::Shares(found) = answer(&scenario, &outcome, Request::Shares(request)) else { panic!() };
        told += &format!("{} to {}, sampled: {:?}\n", found.start.0, found.end.0, found.sampled.map(|it| it.0));
        for it in found.parts {
            told += &format!("  {}: {}, alone {}\n", it.id, it.share.0, it.alone.0);
        }
    }
    let request = FlipsRequest { subject: subject.clone(), day };
    let Answer::Flips(Some(found)) = answer(&scenario, &outcome, Request::Flips(request)) else { panic!() };
    told += &format!("band {} of {} points, tried {}, reach {}\n", found.band, found.score.0, found.tried, found.reach);
    for it in found.ways {
        let without = it.without.map(|it| (it.events, it.band, it.score.0.to_string(), it.smallest, it.others));
        let edit = it.edit.map(|it| (it.number, it.from.0.to_string(), it.to.0.to_string(), it.band));
        told += &format!("  without {without:?}\n  edit {edit:?}\n");
    }
    let number = Number::Points { rule: "contract-case".to_owned(), step: 0 };
    let request = CurveRequest { subject, day, number };
    let Answer::Curve(Some(found)) = answer(&scenario, &outcome, Request::Curve(request)) else { panic!() };
    let mut band = None;
    for (value, score, at) in found.points {
        if band.replace(at) != Some(at) {
            told += &format!("from {} on: {} points, band {at}\n", value.0, score.0);
        }
    }
    expect_test::expect![[r#"
        1000 to 956, sampled: Some(1000)
          e2: 4, alone 4
          e4: 5, alone 5
          e7: 6, alone 6
          e11: 5, alone 5
          e15: -20, alone -20
          e16: -20, alone -20
          e18: -5, alone -5
          e19: -50, alone -50
          e20: 8, alone 8
          e22: 5, alone 5
          e24: 11, alone 10
          e25: 9, alone 8
          e29: -20, alone -20
          e30: 10, alone 10
          e33: 8, alone 8
        1000 to 956, sampled: None
          contract-case: -50, alone -50
          late-bill: -60, alone -60
          traffic-fine: -5, alone -5
          volunteering: 56, alone 56
          blood: 15, alone 15
        band 2 of 956 points, tried 3, reach 1000
          without Some((["e15"], 3, "976", true, 4))
          edit Some((Points { rule: "volunteering", step: 0 }, "2", "3", 3))
          without None
          edit Some((Points { rule: "volunteering", step: 0 }, "2", "-2", 1))
        from -150 on: 856 points, band 2
        from -46 on: 960 points, band 3
        from 24 on: 1030 points, band 4
        from 44 on: 1050 points, band 5
    "#]]
    .assert_eq(&told);
    let nobody = FlipsRequest { subject: "nobody".to_owned(), day };
    assert_eq!(answer(&scenario, &outcome, Request::Flips(nobody)), Answer::Flips(None));
}
