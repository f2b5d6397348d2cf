//! What the charts read from the counts: measures by group, over all repeats.

use crate::engine::society::Tally;
use crate::engine::society::measures::{ENOUGH, Part, Summary, Who, summarise};
use crate::jobs::society::Results;

/// A number over the repeats.
pub fn over(tallies: &[Tally], who: Who, read: impl Fn(&Part<'_>) -> Option<f64>) -> Option<Summary> {
    let values: Vec<f64> = tallies.iter().filter_map(|it| read(&Part::new(it, who))).collect();
    summarise(&values)
}

/// The median over the repeats; nothing, where there is no value.
pub fn median(tallies: &[Tally], who: Who, read: impl Fn(&Part<'_>) -> Option<f64>) -> f64 {
    over(tallies, who, read).map_or(0.0, |it| it.median)
}

/// The tallies of the rules as they are, or of the reform where it is asked for and there is one.
pub fn tallies(results: &Results, reform: bool) -> &[Tally] {
    if reform && !results.second.is_empty() { &results.second } else { &results.first }
}

/// A group and its median.
pub type Of = (usize, f64);

/// The groups of persons with the largest and the smallest median, and whether they can be told apart: the first is
/// above the second in 95 of 100 repeats. `None` where fewer than two groups have a value.
pub fn extremes(
    results: &Results,
    tallies: &[Tally],
    read: impl Fn(&Part<'_>) -> Option<f64> + Copy,
) -> Option<(Of, Of, bool)> {
    let groups = Who::All.parts(&results.society).into_iter().filter_map(|it| match it {
        Who::Group(group) => Some(group),
        _ => None,
    });
    let all: Vec<Of> =
        groups.filter_map(|it| over(tallies, Who::Group(it), read).map(|value| (it, value.median))).collect();
    let more = all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let less = all.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|it| it.0 != more.0)?;
    let gaps: Vec<f64> = tallies
        .iter()
        .filter_map(|it| Some(read(&Part::new(it, Who::Group(more.0)))? - read(&Part::new(it, Who::Group(less.0)))?))
        .collect();
    let sure = gaps.len() >= ENOUGH && summarise(&gaps).is_some_and(|it| it.low > 0.0);
    Some((more, less, sure))
}
