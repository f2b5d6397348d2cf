//! Charts as they were when somebody last looked at them, natively and as WebAssembly.
//!
//! `UPDATE_EXPECT=1 cargo test --test charts` writes new pictures to `tests/golden/charts`; look at them before they
//! are kept.

#![expect(clippy::unwrap_used, reason = "what a test is made from must be there")]

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
        safeguards: Safeguards {
            consent: false,
            event_cap: None,
            year_cap: None,
            no_cliff: false,
            purpose_limit: false,
            essential_floor: false,
            no_spill_over: false,
        },
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
