//! Many lives natively and as WebAssembly: the same numbers, bit for bit; and random societies in which everything
//! happens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use common::hash::hex;
use common::society::society;
use social_credit_lab::engine::society::model::Society;
use social_credit_lab::engine::society::pair::Both;
use social_credit_lab::engine::society::{count, measures};
use social_credit_lab::scenario::doc::Reform;
use social_credit_lab::scenario::society::{reform, reformed, settle};
use social_credit_lab::scenario::{lower, presets};

/// All counts of two replicates of a society, and every measure of them to its last bit.
fn counted(society: &Society) -> String {
    let mut text = String::new();
    for replicate in 0..2 {
        let tally = count(society, replicate, 0..society.neighbourhoods());
        text.push_str(&format!("{:?}", tally.counts()));
        for it in measures::Measure::ALL {
            let value = it.value(society, &tally, measures::Who::All);
            text.push_str(&format!("{:?}", value.map(f64::to_bits)));
        }
    }
    text
}

fn of_preset(preset: &presets::Preset) -> String {
    let mut scenario = preset.scenario().unwrap();
    scenario.society.people = Some(500);
    scenario.society.months = Some(36);
    let before = settle(&scenario, &lower(&scenario).unwrap()).unwrap();
    let missing = Reform::ALL.into_iter().filter(|it| !reform::is_on(&scenario, *it));
    scenario.society.reform = missing.collect();
    let after = reformed(&scenario).map(|it| settle(&it, &lower(&it).unwrap()).unwrap());
    let mut text = counted(&before);
    if let Some(after) = &after {
        let mut both = Both::new(&before, after, 0);
        (0..before.neighbourhoods()).for_each(|it| both.count(it));
        text.push_str(&format!("{:?}{:?}", both.second.counts(), both.pair.counts()));
    }
    text
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn many_lives_are_the_same_everywhere() {
    let of_presets = presets::ALL.iter().map(|it| (format!("{}.{}", it.id, it.revision), of_preset(it)));
    let random = (0..60).map(|seed| (format!("seed {seed}"), counted(&society(seed, 60, 30))));
    let lines: String = of_presets.chain(random).map(|(name, text)| format!("{name}: {}\n", hex(&text))).collect();
    #[cfg(not(target_arch = "wasm32"))]
    expect_test::expect_file!["golden/societies.txt"].assert_eq(&lines);
    #[cfg(target_arch = "wasm32")]
    assert_eq!(lines, include_str!("golden/societies.txt").replace('\r', ""));
}

/// Random societies are worth as much as what happens in them.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn random_societies_leave_nothing_out() {
    use social_credit_lab::engine::society::model::Nature;
    use social_credit_lab::engine::society::tally::{Monthly, Once};
    use social_credit_lab::engine::society::{Truth, diary};

    let mut found: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    let mut see = |what: &str, n: u64| *found.entry(what.to_owned()).or_default() += n;
    for seed in 0..600 {
        let society = society(seed, 40, 30);
        let tally = count(&society, 0, 0..society.neighbourhoods());
        let sum = |what: Monthly| -> u64 {
            let cells = (0..30).flat_map(|month| (0..society.cells()).map(move |cell| (month, cell)));
            cells.map(|(month, cell)| tally.monthly(what, month, cell)).sum()
        };
        for (what, name) in [
            (Monthly::Penalised, "penalised"),
            (Monthly::Wrongly, "wrongly penalised"),
            (Monthly::Rewarded, "rewarded"),
            (Monthly::Listed, "listed"),
            (Monthly::Error, "errors"),
            (Monthly::Mismatch, "wrong files"),
            (Monthly::Malice, "made-up reports"),
            (Monthly::Caught, "caught"),
            (Monthly::WonWrong, "won, wrong"),
            (Monthly::WonTrue, "won, true"),
            (Monthly::Found, "found"),
            (Monthly::ReportsTrue, "true reports"),
            (Monthly::Broken, "broken ties"),
            (Monthly::Waiting, "waiting"),
            (Monthly::Forgone(Nature::Judged), "forgone"),
            (Monthly::Added(Nature::Circumstance), "added"),
        ] {
            see(name, u64::from(sum(what) > 0));
        }
        see("leaks", u64::from((0..society.cells()).any(|it| tally.once(Once::Exposed, it) > 0)));
        let files = diary(&society, 0, 7);
        see("files together", u64::from(files.members.len() > 1));
        see("corrections in a file", files.events.iter().filter(|it| it.corrected.is_some()).count() as u64);
        see("wrong records in a file", files.events.iter().filter(|it| it.truth != Truth::True).count() as u64);
    }
    let rare: Vec<_> = found.iter().filter(|it| *it.1 < 4).collect();
    assert!(rare.is_empty(), "{rare:?} of {found:?}");
}
