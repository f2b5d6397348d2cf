//! Why a life never moves.

use std::collections::BTreeMap;

use crate::engine::case::{Entry, Life, Report, Step, Verdict};
use crate::engine::model::{Case, SubjectIdx};

/// Why neither score nor band nor lists ever change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// Nothing happens.
    NoEvents,
    /// No source in use recorded anything that happens.
    NobodyRecorded,
    /// Every rule for what happens is switched off.
    RulesOff,
    /// No rule listens to the sources that recorded it.
    NotReported,
    /// There is no rule for what happens, or its tests fail.
    NoRuleMatches,
    /// Rules match, but this step left nothing of the points.
    Cut(Step),
    /// Rules match, but give nothing, or give and take as much on one day.
    CancelsOut,
}

/// Why a life never moves, if it does not.
pub(super) fn why(case: &Case, report: &Report, life: &Life, subject: SubjectIdx) -> Option<Still> {
    let scale = case.rulebook.scale;
    let moves = life.course.len() > 1 || life.course.iter().any(|it| it.score != scale.start);
    let ceiled_or_listed = |entry: Entry| matches!(entry, Entry::Listed { .. } | Entry::Ceiling { .. });
    if moves || life.lines.iter().any(|it| ceiled_or_listed(it.entry)) {
        return None;
    }
    if !life.lines.is_empty() {
        return Some(last_step(life).map_or(Still::CancelsOut, Still::Cut));
    }
    let own = || case.events.iter().zip(&report.events).filter(|it| it.0.subject == subject).map(|it| it.1);
    let offers = || own().flat_map(|it| &it.offers);
    let all_are = |verdicts: &[Verdict]| offers().all(|it| verdicts.contains(&it.verdict));
    Some(match () {
        () if own().next().is_none() => Still::NoEvents,
        () if own().all(|it| !it.recorded) => Still::NobodyRecorded,
        () if offers().next().is_none() => Still::NoRuleMatches,
        () if all_are(&[Verdict::Off]) => Still::RulesOff,
        () if all_are(&[Verdict::Off, Verdict::NotReported]) => Still::NotReported,
        () => Still::NoRuleMatches,
    })
}

/// The step that most often left nothing; of several, the one that comes first.
fn last_step(life: &Life) -> Option<Step> {
    let mut times: BTreeMap<Step, usize> = BTreeMap::new();
    let emptied = life.lines.iter().filter(|it| it.applied.is_zero());
    for step in emptied.filter_map(|it| it.reductions.last()).map(|it| it.by) {
        *times.entry(step).or_default() += 1;
    }
    times.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0)
}
