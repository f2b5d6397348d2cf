//! The course of a score that is drawn before it is shown: its months, the room it needs, how far off it was.

use crate::engine::case::Life;
use crate::engine::{Day, Points};

/// So many values are drawn at most; of a longer course each second, third, … month has one.
pub const MOST: usize = 24;

/// The days for which a value is drawn: the last day of each month from `from` on, up to the last day of the account.
pub fn days(from: Day, last: Day) -> Vec<Day> {
    let mut ends = Vec::new();
    let mut month = from;
    while month <= last {
        let next = month.first_of_next_month();
        ends.push(next.plus_days(-1).min(last));
        if next <= month {
            break;
        }
        month = next;
    }
    let every = ends.len().div_ceil(MOST).max(1);
    let n = ends.len();
    ends.into_iter().enumerate().filter(|(at, _)| (n - 1 - at).is_multiple_of(every)).map(|it| it.1).collect()
}

/// What came true on each of these days.
pub fn course(life: &Life, days: &[Day]) -> Vec<Points> {
    days.iter().map(|it| life.at(*it).score).collect()
}

/// The lowest and the highest value that can be drawn, in whole points.
///
/// There is as much room above the score before `from` as below, and more than the course needs, so that the room does
/// not tell where it goes. The ends of the scale limit it. Whatever was before is within.
pub fn room(life: &Life, from: Day, ends: (Points, Points)) -> (i64, i64) {
    let start = life.at(from.plus_days(-1)).score;
    let far = |scores: &mut dyn Iterator<Item = Points>| scores.map(|it| (it - start).abs()).max();
    let far = far(&mut life.course.iter().map(|it| it.score)).unwrap_or(Points::ZERO).thousandths();
    let whole = (ends.1 - ends.0).thousandths();
    let reach = Points::from_thousandths(round_up((far.saturating_mul(3) / 2).max(whole / 10).max(1000)));
    let (low, high) = ((start - reach).max(ends.0), (start + reach).min(ends.1));
    let up = low.thousandths().div_euclid(1000) + i64::from(low.thousandths().rem_euclid(1000) > 0);
    (up, high.thousandths().div_euclid(1000).max(up))
}

/// By how many points a drawn course was off in the mean; `None` if the courses have not the same length.
pub fn off(drawn: &[i64], course: &[Points]) -> Option<Points> {
    if drawn.len() != course.len() || drawn.is_empty() {
        return None;
    }
    let sum =
        drawn.iter().zip(course).map(|(it, truth)| (Points::whole(*it) - *truth).abs().thousandths()).sum::<i64>();
    Some(Points::from_thousandths(sum / i64::try_from(drawn.len()).ok()?))
}

/// The smallest of 1, 2, 5, 10, … that is not less, so that the room says little about the course.
fn round_up(at_least: i64) -> i64 {
    let mut power = 1i64;
    loop {
        for digit in [1, 2, 5] {
            let it = power.saturating_mul(digit);
            if it >= at_least || it == i64::MAX {
                return it;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::case::Standing;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn life(scores: &[(&str, i64)]) -> Life {
        let standing = |it: &(&str, i64)| Standing { day: day(it.0), score: Points::whole(it.1), band: 0 };
        Life { lines: Vec::new(), course: scores.iter().map(standing).collect(), consequences: Vec::new() }
    }

    #[test]
    fn each_month_has_its_last_day() {
        let texts = |from, last| days(day(from), day(last)).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(texts("2019-01-15", "2019-03-10"), ["2019-01-31", "2019-02-28", "2019-03-10"]);
        assert_eq!(texts("2019-01-01", "2019-01-01"), ["2019-01-01"]);
        assert!(texts("2019-02-01", "2019-01-01").is_empty());
        let long = days(day("2015-01-01"), day("2019-12-31"));
        assert_eq!(long.len(), 20);
        assert_eq!(long[0].to_string(), "2015-03-31");
        assert_eq!(long[19].to_string(), "2019-12-31");
    }

    #[test]
    fn the_room_says_nothing_about_the_direction() {
        let ends = (Points::ZERO, Points::whole(2000));
        let falls = life(&[("2019-01-01", 1000), ("2019-06-01", 911)]);
        let rises = life(&[("2019-01-01", 1000), ("2019-06-01", 1089)]);
        assert_eq!(room(&falls, day("2019-03-01"), ends), (800, 1200));
        assert_eq!(room(&rises, day("2019-03-01"), ends), (800, 1200));
        assert_eq!(room(&falls, day("2019-03-01"), (Points::ZERO, Points::whole(1050))), (800, 1050));
    }

    #[test]
    fn every_score_of_the_course_can_be_drawn() {
        let twelve = life(&[("2019-01-01", 12), ("2019-02-01", 3), ("2019-04-01", 0)]);
        assert_eq!(room(&twelve, day("2019-02-01"), (Points::ZERO, Points::whole(12))), (0, 12));
    }

    #[test]
    fn distances_are_means() {
        let course = [Points::whole(10), Points::whole(20)];
        assert_eq!(off(&[10, 20], &course), Some(Points::ZERO));
        assert_eq!(off(&[13, 19], &course), Some(Points::whole(2)));
        assert_eq!(off(&[1], &course), None);
    }
}
