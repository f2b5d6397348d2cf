//! The society of a document: that what it changes is there, and inside its range.

use super::Checks;
use super::names::{Names, is_like};
use crate::scenario::bounds;
use crate::scenario::diagnostic::{Code, Path, Thing};
use crate::scenario::doc::{Scenario, Shock, Society};
use crate::scenario::society::memory::{MOST_BYTES, expected};
use crate::scenario::society::town::shock;
use crate::scenario::society::{Shares, dial, dials, is_nobody, town};

/// Checks sizes, dials and shocks.
pub(super) fn society(checks: &mut Checks, scenario: &Scenario, sources: &Names<'_>, bands: usize) {
    let it = &scenario.society;
    let path = Path::root().at("society");
    let before = checks.errors;
    for (name, number, most) in [
        ("people", it.people, bounds::PEOPLE),
        ("months", it.months, bounds::SOCIETY_MONTHS),
        ("replicates", it.replicates, bounds::REPLICATES),
    ] {
        within(checks, &path.at(name), number, 1, most);
    }
    if checks.errors == before {
        let bytes = expected(scenario, bands);
        if bytes > MOST_BYTES {
            let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
            let code = Code::SocietyTooLarge { megabytes: megabytes(bytes), most: megabytes(MOST_BYTES) };
            checks.error(path.at("replicates"), code);
        }
    }
    changed(checks, &path.at("dials"), it);
    for of in [Shares::Persons, Shares::Districts] {
        if is_nobody(it, of) {
            checks.error(path.at("dials"), Code::NobodyThere { of });
        }
    }
    let ids = it.shocks.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Shock, &path.at("shocks"), bounds::SHOCKS, ids);
    let months = it.months.unwrap_or(town().usual.months);
    for it in &it.shocks {
        check_shock(checks, &path.at("shocks").at(&it.id), it, sources, months);
    }
}

fn changed(checks: &mut Checks, path: &Path, society: &Society) {
    let ids = society.dials.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Dial, path, bounds::DIALS, ids);
    for it in &society.dials {
        let path = path.at(&it.id);
        match dial(&it.id) {
            Some(spec) if spec.allows(it.value) => {}
            Some(spec) => {
                let (least, most) = (i64::from(spec.family.min), i64::from(spec.family.max));
                checks.error(path.at("value"), Code::OutOfRange { least, most });
            }
            None => {
                let like = dials().iter().find(|spec| is_like(&spec.id, &it.id)).map(|it| it.id.clone());
                checks.error(path.at("id"), Code::Unknown { thing: Thing::Dial, id: it.id.clone(), like });
            }
        }
    }
}

fn check_shock(checks: &mut Checks, path: &Path, it: &Shock, sources: &Names<'_>, months: u32) {
    within(checks, &path.at("from"), Some(it.from), 1, bounds::SOCIETY_MONTHS);
    within(checks, &path.at("months"), Some(it.months), 1, bounds::SOCIETY_MONTHS);
    if it.from > months && it.from <= bounds::SOCIETY_MONTHS {
        checks.error(path.at("from"), Code::ShockTooLate);
    }
    if let Some(usual) = shock(it.what).filter(|it| it.max > 0) {
        within(checks, &path.at("strength"), it.strength, usual.min, usual.max);
    }
    if let Some(source) = &it.source {
        sources.find(checks, &path.at("source"), source);
    }
}

fn within(checks: &mut Checks, path: &Path, number: Option<u32>, least: u32, most: u32) {
    if number.is_some_and(|it| it < least || it > most) {
        checks.error(path.clone(), Code::OutOfRange { least: i64::from(least), most: i64::from(most) });
    }
}
