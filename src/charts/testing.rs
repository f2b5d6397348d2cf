//! What the tests of this folder are made from.

use crate::engine::case::{Life, Standing};
use crate::engine::explain::testing::case;
use crate::engine::model::Rulebook;
use crate::engine::{Day, Points};

/// A rulebook without rules: bands that begin at these scores, and the highest score.
pub(super) fn rulebook(bands: &[i64], highest: i64) -> Rulebook {
    case(bands, highest, bands[0]).rulebook
}

/// A life with these scores, one each day from 1 January 2021.
pub(super) fn life(scores: &[i64]) -> Life {
    let first = Day::from_ymd(2021, 1, 1).unwrap();
    let standing = |(day, score): (i32, &i64)| {
        let score = Points::whole(*score);
        Standing { day: first.plus_days(day), score, band: 0 }
    };
    Life { lines: Vec::new(), course: (0..).zip(scores).map(standing).collect(), consequences: Vec::new() }
}
