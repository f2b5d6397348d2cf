//! What the charts read from the counts: shares by group, over all repeats.

use super::stand_in::{Part, Summary, Who, ratio, summarise};
use crate::engine::society::tally::{Monthly, Once, Spread};
use crate::engine::society::{Society, Tally};
use crate::jobs::society::Results;

/// A number over the repeats.
pub fn over(tallies: &[Tally], who: Who, read: impl Fn(&Part<'_>) -> Option<f64>) -> Option<Summary> {
    summarise(&values(tallies, who, read))
}

/// A number in each repeat that has one.
pub fn values(tallies: &[Tally], who: Who, read: impl Fn(&Part<'_>) -> Option<f64>) -> Vec<f64> {
    tallies.iter().filter_map(|it| read(&Part::new(it, who))).collect()
}

/// The tallies of the rules as they are, or of the reform where it is asked for and there is one.
pub fn tallies(results: &Results, reform: bool) -> &[Tally] {
    if reform && !results.second.is_empty() { &results.second } else { &results.first }
}

/// Months under a penalty, of all months.
pub fn penalised(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::Penalised), part.person_months())
}

/// Months wrongly under a penalty, of all months.
pub fn wrongly(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::Wrongly), part.person_months())
}

/// The share wrongly under a penalty at the end of a month.
pub fn wrongly_in(part: &Part<'_>, month: usize) -> Option<f64> {
    ratio(part.monthly(Monthly::Wrongly, month), part.people())
}

/// The median score at the end, in points.
pub fn median_score(society: &Society, part: &Part<'_>) -> Option<f64> {
    let counts = part.spread(Spread::Score);
    let half = counts.iter().sum::<u64>().div_ceil(2).max(1);
    let mut below = 0;
    let at = counts.iter().position(|it| {
        below += it;
        below >= half
    })?;
    let (lowest, highest) = (society.rulebook.scale.lowest, society.rulebook.scale.highest);
    Some(lowest.to_f64() + (highest - lowest).to_f64() * at as f64 / 100.0)
}

/// The share in a band at the end of a month.
pub fn in_band(part: &Part<'_>, band: usize, month: usize) -> Option<f64> {
    ratio(part.band(band, month), part.people())
}

/// The share of all people that these are.
pub fn share_of_people(tally: &Tally, who: Who) -> Option<f64> {
    ratio(Part::new(tally, who).people(), Part::new(tally, Who::All).people())
}

/// So many a year for each thousand people.
pub fn yearly(part: &Part<'_>, count: u64) -> Option<f64> {
    ratio(count * 12_000, part.person_months())
}

/// Wrong records that were made: by error, in the wrong file, by malice.
pub fn made(part: &Part<'_>) -> u64 {
    part.total(Monthly::Error) + part.total(Monthly::Mismatch) + part.total(Monthly::Malice)
}

/// Wrong records that cost something and were never corrected.
pub fn never(part: &Part<'_>) -> u64 {
    part.once(Once::NeverCorrected)
}

/// The mean of what people have, where the place in the counts is how much.
pub fn mean_of(part: &Part<'_>, what: Spread) -> Option<f64> {
    let counts = part.spread(what);
    let sum: u64 = counts.iter().enumerate().map(|(how_much, n)| how_much as u64 * n).sum();
    ratio(sum, counts.iter().sum())
}

/// The groups with the largest and the smallest value, by their medians, and whether they can be told apart: in each
/// repeat the first is above the second, or nearly so.
pub fn extremes(
    tallies: &[Tally],
    groups: usize,
    read: impl Fn(&Part<'_>) -> Option<f64> + Copy,
) -> Option<((usize, f64), (usize, f64), bool)> {
    let of = |it: usize| over(tallies, Who::Group(it), read).map(|value| (it, value.median));
    let all: Vec<(usize, f64)> = (0..groups).filter_map(of).collect();
    let more = all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let less = all.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let pairs = tallies.iter().filter_map(|it| {
        let read = |who| read(&Part::new(it, Who::Group(who)));
        Some(read(more.0)? - read(less.0)?)
    });
    let gaps: Vec<f64> = pairs.collect();
    let sure = gaps.len() >= 5 && summarise(&gaps).is_some_and(|it| it.low > 0.0);
    Some((more, less, sure && more.0 != less.0))
}
