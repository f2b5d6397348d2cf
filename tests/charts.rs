//! Charts as they were when somebody last looked at them, natively and as WebAssembly.
//!
//! `UPDATE_EXPECT=1 cargo test --test charts` writes new pictures to `tests/golden/charts`; look at them before they
//! are kept.

#![expect(clippy::unwrap_used, reason = "what a test is made from must be there")]

use social_credit_lab::charts::shares::{draw_shares, shares};
use social_credit_lab::charts::{Course, LifeChart, Role, ScoreScale, TimeScale, draw};
use social_credit_lab::engine::case::{Life, Standing};
use social_credit_lab::engine::model::{Combine, Rulebook, Safeguards, Scale, Set};
use social_credit_lab::engine::{Day, Points};

/// Compares with a picture. WebAssembly has no files, so there the picture is compiled in.
macro_rules! check {
    ($svg:expr, $name:literal) => {{
        #[cfg(not(target_arch = "wasm32"))]
        expect_test::expect_file![concat!("golden/charts/", $name)].assert_eq(&$svg);
        #[cfg(target_arch = "wasm32")]
        assert_eq!($svg, include_str!(concat!("golden/charts/", $name)));
    }};
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A rulebook without rules: the scale from 0 to 1100 in six bands.
fn rulebook() -> Rulebook {
    Rulebook {
        scale: Scale { lowest: Points::ZERO, highest: Points::whole(1100), start: Points::whole(1000) },
        bands: [0, 600, 850, 960, 1030, 1050].map(Points::whole).to_vec(),
        combine: Combine::All,
        fading: 0,
        sources_on: Set::default(),
        rules: Vec::new(),
        rules_of_kind: Vec::new(),
        domain_of_kind: Vec::new(),
        consequences: Vec::new(),
        safeguards: Safeguards::default(),
    }
}

/// A life with these scores from these days on.
fn life(scores: &[(&str, i64)]) -> Life {
    let course =
        scores.iter().map(|&(from, score)| Standing { day: day(from), score: Points::whole(score), band: 0 }).collect();
    Life { lines: Vec::new(), course, consequences: Vec::new() }
}

fn mei() -> Life {
    life(&[
        ("2020-01-01", 1000),
        ("2020-04-02", 1002),
        ("2020-08-01", 997),
        ("2020-11-03", 999),
        ("2021-03-02", 1004),
        ("2021-06-11", 984),
        ("2021-09-14", 964),
        ("2021-12-03", 959),
        ("2022-03-05", 961),
        ("2022-06-12", 911),
        ("2023-01-04", 913),
        ("2023-05-05", 943),
        ("2023-09-01", 945),
        ("2024-03-06", 950),
        ("2024-09-02", 970),
    ])
}

fn mei_before() -> Life {
    life(&[
        ("2020-01-01", 1000),
        ("2021-03-02", 1004),
        ("2021-06-11", 994),
        ("2021-09-14", 984),
        ("2021-12-03", 979),
        ("2022-06-12", 931),
        ("2023-01-04", 933),
        ("2023-05-05", 963),
        ("2024-09-02", 990),
    ])
}

fn course(life: &Life, role: Role) -> Course<'_> {
    Course { standings: &life.course, until: day("2024-12-31"), role }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_life_and_its_baseline() {
    let (rulebook, live, before) = (rulebook(), mei(), mei_before());
    let time = TimeScale { first: day("2020-01-01"), last: day("2024-12-31"), width: 520.0 };
    let score = ScoreScale::fit(&rulebook, &[&live, &before], 312.0);
    let courses = vec![course(&before, Role::Ghost), course(&live, Role::Live)];
    let svg = draw(&LifeChart { time, score, rulebook: &rulebook, courses });
    check!(svg, "life-and-baseline.svg");
}

/// A life that wanders over the scale, with a change every third day.
fn restless(changes: i32) -> Life {
    let mut score = 1000;
    let first = day("2000-01-01");
    let standing = |it: i32| {
        // Any series will do; this one is the same everywhere.
        score = (score + (it * it % 37) - 19).clamp(0, 1100);
        Standing { day: first.plus_days(3 * it), score: Points::whole(score.into()), band: 0 }
    };
    Life { lines: Vec::new(), course: (0..changes).map(standing).collect(), consequences: Vec::new() }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_life_with_thousands_of_changes() {
    let (rulebook, live) = (rulebook(), restless(5000));
    let last = day("2041-01-24");
    let time = TimeScale { first: day("2000-01-01"), last, width: 240.0 };
    let score = ScoreScale::fit(&rulebook, &[&live], 160.0);
    let courses = vec![Course { standings: &live.course, until: last, role: Role::Live }];
    let svg = draw(&LifeChart { time, score, rulebook: &rulebook, courses });
    assert!(svg.len() < 20_000, "{} bytes for 480 columns", svg.len());
    check!(svg, "thousands-of-changes.svg");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn four_rulebooks_in_a_window_of_time() {
    let rulebook = rulebook();
    let lives =
        [mei(), mei_before(), life(&[("2020-01-01", 1000), ("2022-01-01", 1100)]), life(&[("2021-05-05", 900)])];
    let all: Vec<&Life> = lives.iter().collect();
    let time = TimeScale { first: day("2021-03-01"), last: day("2022-08-31"), width: 520.0 };
    let score = ScoreScale::fit(&rulebook, &all, 240.0);
    let courses = lives.iter().enumerate().map(|(nth, it)| course(it, Role::Compared(nth))).collect();
    check!(draw(&LifeChart { time, score, rulebook: &rulebook, courses }), "four-rulebooks.svg");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_line_that_has_come_to_its_day() {
    let (rulebook, live) = (rulebook(), mei());
    let time = TimeScale { first: day("2020-01-01"), last: day("2024-12-31"), width: 890.0 };
    let score = ScoreScale { lo: Points::whole(820), hi: Points::whole(1120), height: 356.0 };
    let courses = vec![Course { until: day("2022-11-20"), ..course(&live, Role::Live) }];
    check!(draw(&LifeChart { time, score, rulebook: &rulebook, courses }), "until-a-day.svg");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_chart_without_room_or_lines_is_still_a_picture() {
    let rulebook = rulebook();
    let time = TimeScale { first: day("2020-01-01"), last: day("2020-01-01"), width: 0.0 };
    let score = ScoreScale::fit(&rulebook, &[], 0.0);
    let svg = draw(&LifeChart { time, score, rulebook: &rulebook, courses: Vec::new() });
    assert!(svg.starts_with("<svg aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 1 1\""), "{svg}");
    assert!(svg.trim_end().ends_with("</svg>"), "{svg}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn two_systems_each_on_its_own_scale() {
    let city = rulebook();
    let small = Rulebook {
        scale: Scale { lowest: Points::ZERO, highest: Points::whole(12), start: Points::whole(12) },
        bands: [0, 1].map(Points::whole).to_vec(),
        ..rulebook()
    };
    let dog = life(&[("2020-01-01", 12), ("2021-06-01", 9), ("2022-06-01", 6), ("2023-01-01", 12)]);
    let time = TimeScale { first: day("2020-01-01"), last: day("2024-12-31"), width: 480.0 };
    let lines = [(0, shares(&city, &mei())), (2, shares(&small, &dog))];
    check!(draw_shares(time, 260.0, &city, &lines, day("2024-12-31")), "shares.svg");
}
