//! What the tests of this folder are made from.

use crate::engine::case::{Life, Standing};
use crate::engine::model::{Combine, Rulebook, Safeguards, Scale, Set};
use crate::engine::{Day, Points};

/// A rulebook without rules: bands that begin at these scores, and the highest score.
pub(super) fn rulebook(bands: &[i64], highest: i64) -> Rulebook {
    let bands: Vec<Points> = bands.iter().copied().map(Points::whole).collect();
    Rulebook {
        scale: Scale { lowest: bands[0], highest: Points::whole(highest), start: bands[0] },
        bands,
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

/// A life with these scores, one each day from 1 January 2021.
pub(super) fn life(scores: &[i64]) -> Life {
    let first = Day::from_ymd(2021, 1, 1).unwrap();
    let standing =
        |(day, score): (i32, &i64)| Standing { day: first.plus_days(day), score: Points::whole(*score), band: 0 };
    Life { lines: Vec::new(), course: (0..).zip(scores).map(standing).collect(), consequences: Vec::new() }
}
