//! Principles and saved cases: the engine does not need them, but what they name must be there.

use super::Checks;
use super::kinds::Kinds;
use super::names::Names;
use crate::engine::Points;
use crate::scenario::bounds;
use crate::scenario::diagnostic::{Code, Path, Thing};
use crate::scenario::doc::{Expected, Scenario};

/// Checks the ids, the numbers and the kinds of principles.
pub(super) fn principles(checks: &mut Checks, scenario: &Scenario, kinds: &Kinds<'_>) {
    let path = Path::root().at("principles");
    let ids = scenario.principles.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Principle, &path, bounds::PRINCIPLES, ids);
    for it in &scenario.principles {
        let path = path.at(&it.id);
        let largest = i64::from(bounds::PRINCIPLE_NUMBER);
        if it.most.is_some_and(|it| it.0.is_loss() || it.0 > Points::whole(largest)) {
            checks.error(path.at("most"), Code::OutOfRange { least: 0, most: largest });
        }
        if let Some(kind) = &it.kind {
            kinds.names.find(checks, &path.at("kind"), kind);
        }
    }
}

/// Checks that saved cases name somebody, and say what they expect. `subjects` are ids, sorted.
pub(super) fn expectations(checks: &mut Checks, scenario: &Scenario, subjects: &[(&str, usize)]) {
    let book = &scenario.rulebook;
    let path = Path::root().at("expectations");
    let ids = scenario.expectations.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Expectation, &path, bounds::EXPECTATIONS, ids);
    for it in &scenario.expectations {
        let path = path.at(&it.id);
        let unknown = |thing, id: &str| Code::Unknown { thing, id: id.to_owned(), like: None };
        if subjects.binary_search_by_key(&it.subject.as_str(), |it| it.0).is_err() {
            checks.error(path.at("subject"), unknown(Thing::Subject, &it.subject));
        }
        if let Some(band) = it.band.as_ref().filter(|id| !book.bands.iter().any(|it| it.id == **id)) {
            checks.error(path.at("band"), unknown(Thing::Band, band));
        }
        if let Some(list) = it.list.as_ref().filter(|id| !book.lists.iter().any(|it| it.id == **id)) {
            checks.error(path.at("list"), unknown(Thing::List, list));
        }
        if it.score.is_some() && book.scale.is_none() {
            checks.error(path.at("score"), Code::NeedsScale);
        }
        let is_said = match it.is {
            Expected::EndsInBand | Expected::StaysAtLeast => it.band.is_some(),
            Expected::ScoreAtLeast | Expected::ScoreAtMost => it.score.is_some(),
            Expected::OnList | Expected::NeverOnList => it.list.is_some(),
        };
        if !is_said {
            checks.error(path.at("is"), Code::ExpectsNothing);
        }
    }
}
