//! Which points a sweep has.

use super::Point;
use crate::scenario::Scenario;
use crate::scenario::doc::{Reform, Society};
use crate::scenario::society::{DialSpec, dial, dials, is_on, value};

/// A dial and the values that it is set to, from the smallest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The dial.
    pub dial: String,
    /// Its value in the document.
    pub now: i32,
    /// The values that it is set to.
    pub values: Vec<i32>,
}

/// A dial and the two values that it is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The dial.
    pub dial: String,
    /// Its value in the document.
    pub now: i32,
    /// The smaller value.
    pub low: i32,
    /// The greater value.
    pub high: i32,
}

/// How far a tornado turns each dial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// To half and to double its value, as far as its range goes; a dial at 0 is turned up by a tenth of its range. So all
    /// dials are turned by the same factor, however wide their ranges were chosen: a modelling choice.
    HalfAndDouble,
    /// From one end of its range to the other.
    Range,
}

/// The points of a sweep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// One dial at several values.
    One(Axis),
    /// Each of many dials at two values, all others as in the document. The first point is the document itself, then each
    /// dial has two.
    All(Vec<Ends>),
    /// Two dials: row by row of the second, all values of the first.
    Two(Axis, Axis),
    /// The reform without each of these safeguards; the first point is the whole reform.
    Switches(Vec<Reform>),
}

impl Plan {
    /// All points, in the order in which they are computed.
    pub fn points(&self) -> Vec<Point> {
        let set = |dial: &String, value: i32| (dial.clone(), value);
        match self {
            Self::One(it) => it.values.iter().map(|value| vec![set(&it.dial, *value)]).collect(),
            Self::All(all) => {
                let both = all.iter().flat_map(|it| [vec![set(&it.dial, it.low)], vec![set(&it.dial, it.high)]]);
                std::iter::once(Vec::new()).chain(both).collect()
            }
            Self::Two(first, second) => {
                let row = |other: &i32| {
                    let other = set(&second.dial, *other);
                    let cell = move |value: &i32| vec![set(&first.dial, *value), other.clone()];
                    first.values.iter().map(cell).collect::<Vec<_>>()
                };
                second.values.iter().flat_map(row).collect()
            }
            Self::Switches(all) => vec![Vec::new(); 1 + all.len()],
        }
    }

    /// The safeguard that a point leaves out of the reform, if it leaves out one.
    pub fn without(&self, point: usize) -> Option<Reform> {
        match self {
            Self::Switches(all) => all.get(point.checked_sub(1)?).copied(),
            _ => None,
        }
    }
}

/// One dial at so many values, evenly spread over a range, and at its value in the document if that is inside; `None` if
/// there is no such dial. The range is kept inside that of the dial.
pub fn one(society: &Society, id: &str, range: (i32, i32), steps: u32) -> Option<Plan> {
    let spec = dial(id)?;
    let now = value(society, id);
    let mut values = spread(within(spec, range), steps);
    if values.first().is_some_and(|it| *it < now) && values.last().is_some_and(|it| *it > now) {
        let at = values.partition_point(|it| *it < now);
        if values.get(at) != Some(&now) {
            values.insert(at, now);
        }
    }
    Some(Plan::One(Axis { dial: id.to_owned(), now, values }))
}

/// Each dial of a section, or every dial, at its low and its high value. A dial that cannot be turned is left out.
pub fn tornado(society: &Society, section: Option<&str>, span: Span) -> Plan {
    let asked = dials().iter().filter(|it| section.is_none_or(|section| it.family.section == section));
    let ends = asked.filter_map(|spec| {
        let now = value(society, &spec.id);
        let (low, high) = turned(spec, now, span);
        (low < high).then(|| Ends { dial: spec.id.clone(), now, low, high })
    });
    Plan::All(ends.collect())
}

/// Two dials, each at so many values over its usual range; `None` if either is missing, or both are the same.
pub fn plane(society: &Society, first: &str, second: &str, steps: u32) -> Option<Plan> {
    let axis = |id: &str| {
        let spec = dial(id)?;
        let now = value(society, id);
        Some(Axis { dial: id.to_owned(), now, values: spread(usual_range(spec, now), steps) })
    };
    if first == second {
        return None;
    }
    Some(Plan::Two(axis(first)?, axis(second)?))
}

/// Each safeguard of the reform that the rulebook does not have already; `None` if there is none.
pub fn switches(scenario: &Scenario) -> Option<Plan> {
    let reform = &scenario.society.reform;
    let all: Vec<Reform> = Reform::ALL.into_iter().filter(|it| reform.contains(it) && !is_on(scenario, *it)).collect();
    (!all.is_empty()).then_some(Plan::Switches(all))
}

/// The range over which a dial is varied if the reader does not say: its own, but not above four times its value. Many
/// ranges are wide, and almost all of such a line would be far from anything likely: a modelling choice.
pub fn usual_range(spec: &DialSpec, now: i32) -> (i32, i32) {
    let (min, max) = (spec.family.min, spec.family.max);
    match now.saturating_mul(4) {
        four if min >= 0 && four > 0 => (min, four.min(max).max(min + 1)),
        _ => (min, max),
    }
}

fn within(spec: &DialSpec, range: (i32, i32)) -> (i32, i32) {
    let keep = |it: i32| it.clamp(spec.family.min, spec.family.max);
    (keep(range.0.min(range.1)), keep(range.0.max(range.1)))
}

fn turned(spec: &DialSpec, now: i32, span: Span) -> (i32, i32) {
    let (min, max) = (spec.family.min, spec.family.max);
    match span {
        Span::Range => (min, max),
        Span::HalfAndDouble if now == 0 => (0, (max / 10).max(1).min(max)),
        Span::HalfAndDouble => {
            let (half, double) = (now / 2, now.saturating_mul(2));
            (half.min(double).clamp(min, max), half.max(double).clamp(min, max))
        }
    }
}

/// So many whole numbers, evenly over a range with both its ends; fewer where the range has fewer.
fn spread((from, to): (i32, i32), steps: u32) -> Vec<i32> {
    let (width, parts) = (i64::from(to) - i64::from(from), i64::from(steps.max(2)) - 1);
    let at = |nth: i64| i64::from(from) + (2 * width * nth + parts) / (2 * parts);
    let mut values: Vec<i32> = (0..=parts).filter_map(|nth| i32::try_from(at(nth)).ok()).collect();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_spread_evenly() {
        for (range, steps, values) in [
            ((0, 100), 5, vec![0, 25, 50, 75, 100]),
            ((0, 10), 4, vec![0, 3, 7, 10]),
            ((-100, 300), 3, vec![-100, 100, 300]),
            ((1, 3), 9, vec![1, 2, 3]),
            ((7, 7), 5, vec![7]),
            ((0, 10), 0, vec![0, 10]),
        ] {
            assert_eq!(spread(range, steps), values, "{range:?} {steps}");
        }
    }

    #[test]
    fn dials_are_turned_by_half_and_double() {
        let per_cent = dials().iter().find(|it| (it.family.min, it.family.max) == (0, 500)).unwrap();
        let change = dials().iter().find(|it| (it.family.min, it.family.max) == (-100, 300)).unwrap();
        for (spec, now, ends) in [
            (per_cent, 100, (50, 200)),
            (per_cent, 300, (150, 500)),
            (per_cent, 0, (0, 50)),
            (change, -30, (-60, -15)),
            (change, -80, (-100, -40)),
            (change, 20, (10, 40)),
            (change, 0, (0, 30)),
        ] {
            assert_eq!(turned(spec, now, Span::HalfAndDouble), ends, "{} {now}", spec.id);
        }
        assert_eq!(turned(change, 20, Span::Range), (-100, 300));
    }

    #[test]
    fn lines_go_to_four_times_the_value() {
        let wide = dials().iter().find(|it| it.family.max == 12_000).unwrap();
        let change = dials().iter().find(|it| it.family.min < 0).unwrap();
        assert_eq!(usual_range(wide, 60), (0, 240));
        assert_eq!(usual_range(wide, 6_000), (0, 12_000));
        assert_eq!(usual_range(wide, 0), (0, 12_000));
        assert_eq!(usual_range(change, 20), (-100, 300));
    }
}
