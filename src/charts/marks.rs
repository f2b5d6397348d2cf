//! Events as marks on the line of a life. The page draws them, and lets them be moved in time.

use std::collections::BTreeMap;

use super::{ScoreScale, TimeScale};
use crate::engine::case::{End, Entry, Life, Line, LineIdx, Report};
use crate::engine::model::{Case, EventIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// Above so many events, marks that would lie on one another become one.
pub const MOST: usize = 200;
/// The width and height that a mark may take, in CSS pixels.
pub const SIZE: f64 = 11.0;
/// The distance of a mark's middle from the line.
pub const GAP: f64 = 9.0;
/// So many marks may be stacked before they cover one another.
const LEVELS: u32 = 6;

/// What an event did to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It gave points.
    Gain,
    /// It took points.
    Loss,
    /// It moved no points in sum, but a list or a ceiling, or gave as much as it took.
    Neutral,
    /// Nothing: nobody recorded it, no rule matched, or a limit left nothing.
    Nothing,
}

/// A mark, or several that lie so close that they are shown as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The event; the first of several.
    pub event: EventIdx,
    /// How many events it stands for.
    pub count: usize,
    /// How many of them are records of what never happened.
    pub wrong: usize,
    /// The days of the first and the last of them.
    pub days: (Day, Day),
    /// The event's last line in the ledger; of several, that of the last.
    pub line: Option<LineIdx>,
    /// What they did, each of them.
    pub effect: Effect,
    /// Whether they happened to an associate, and only a share arrived here.
    pub spilled: bool,
    /// The middle of the mark, in CSS pixels. Gains are above the line, losses below.
    pub x: f64,
    /// See [`Mark::x`].
    pub y: f64,
}

/// An event and the score that it led to.
#[derive(Clone, Copy)]
struct Happening {
    event: EventIdx,
    wrong: bool,
    day: Day,
    effect: Effect,
    spilled: bool,
    line: Option<LineIdx>,
    score: Points,
}

/// Places the marks of a subject's events, and of those of others that moved its score; from left to right. The engine does
/// not know which records are wrong: `is_wrong` does.
pub fn place(
    case: &Case,
    report: &Report,
    subject: SubjectIdx,
    time: &TimeScale,
    score: &ScoreScale,
    is_wrong: impl Fn(EventIdx) -> bool,
) -> Vec<Mark> {
    let Some(life) = report.lives.get(subject) else { return Vec::new() };
    let mut happenings = happenings(case, life, subject, time);
    happenings.iter_mut().for_each(|it| it.wrong = is_wrong(it.event));
    let mut marks: Vec<Mark> = match happenings.len() > MOST {
        false => happenings.iter().map(|it| mark(it, time, score)).collect(),
        true => clusters(&happenings, time, score),
    };
    stack(&mut marks, score.height);
    marks
}

/// Everything that happened on the chart's days, in order.
fn happenings(case: &Case, life: &Life, subject: SubjectIdx, time: &TimeScale) -> Vec<Happening> {
    let mut moved: BTreeMap<EventIdx, (Points, LineIdx)> = BTreeMap::new();
    for (idx, line) in life.lines.iter().enumerate() {
        if let Some(event) = line.event.filter(|_| is_first_hand(line)) {
            let entry = moved.entry(event).or_insert((Points::ZERO, idx));
            *entry = (entry.0 + line.applied, idx);
        }
    }
    let mut happenings = Vec::new();
    for (event, it) in case.events.iter().enumerate().filter(|it| time.shows(it.1.day)) {
        let found = moved.get(&event).copied();
        let spilled = it.subject != subject;
        if spilled && found.is_none() {
            continue;
        }
        let line = found.map(|it| it.1);
        let score = line.and_then(|it| life.lines.get(it)).map_or_else(|| life.at(it.day).score, |it| it.score.1);
        let effect = found.map_or(Effect::Nothing, |(sum, last)| effect_of(life, event, sum, last));
        happenings.push(Happening { event, wrong: false, day: it.day, effect, spilled, line, score });
    }
    happenings.sort_by_key(|it| (it.day, it.event));
    happenings
}

/// Whether a line was written on the day of its event, and not when something ended later.
fn is_first_hand(line: &Line) -> bool {
    match line.entry {
        Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. } | Entry::Listed { .. } => true,
        Entry::ListingEnded { because, .. } => because == End::Delisting,
        Entry::GivenBack { .. } | Entry::CeilingEnded { .. } | Entry::Faded => false,
    }
}

fn effect_of(life: &Life, event: EventIdx, sum: Points, last: LineIdx) -> Effect {
    if sum.is_gain() {
        return Effect::Gain;
    }
    if sum.is_loss() {
        return Effect::Loss;
    }
    // The lines of one event are written one after the other.
    let mut lines = life.lines.iter().take(last + 1).rev().take_while(|it| it.event == Some(event));
    let moves = |it: &Line| !matches!(it.entry, Entry::Posted(_) | Entry::Spilled { .. }) || !it.applied.is_zero();
    if lines.any(moves) { Effect::Neutral } else { Effect::Nothing }
}

fn mark(it: &Happening, time: &TimeScale, score: &ScoreScale) -> Mark {
    let Happening { event, wrong, day, effect, spilled, line, score: at } = *it;
    let y = score.y(at) + side(effect) * GAP;
    Mark { event, count: 1, wrong: usize::from(wrong), days: (day, day), line, effect, spilled, x: time.x(day), y }
}

/// One mark for all events of one effect in one column as wide as a mark.
fn clusters(happenings: &[Happening], time: &TimeScale, score: &ScoreScale) -> Vec<Mark> {
    let mut clusters: BTreeMap<(i64, Effect, bool), Mark> = BTreeMap::new();
    for it in happenings {
        let column = (time.x(it.day) / SIZE) as i64;
        let last = mark(it, time, score);
        clusters
            .entry((column, it.effect, it.spilled))
            .and_modify(|all| {
                let days = (all.days.0, it.day);
                let x = (time.x(days.0) + time.x(days.1)) / 2.0;
                *all = Mark { event: all.event, count: all.count + 1, wrong: all.wrong + last.wrong, days, x, ..last };
            })
            .or_insert(last);
    }
    let mut marks: Vec<Mark> = clusters.into_values().collect();
    marks.sort_by(|one, other| one.x.total_cmp(&other.x).then(one.event.cmp(&other.event)));
    marks
}

/// Moves marks away from the line until they cover none before them; there is an end to that.
fn stack(marks: &mut [Mark], height: f64) {
    for idx in 0..marks.len() {
        let (before, rest) = marks.split_at_mut(idx);
        let Some(it) = rest.first_mut() else { break };
        let near: Vec<f64> =
            before.iter().rev().take_while(|it_before| it.x - it_before.x < SIZE).map(|it| it.y).collect();
        let base = it.y;
        let free = (0..LEVELS).map(|level| base + side(it.effect) * f64::from(level) * SIZE);
        let mut free = free.filter(|y| near.iter().all(|other| (other - y).abs() >= SIZE));
        let most = base + side(it.effect) * f64::from(LEVELS) * SIZE;
        it.y = free.next().unwrap_or(most).clamp(SIZE / 2.0, (height - SIZE / 2.0).max(SIZE / 2.0));
    }
}

/// Which way marks go from the line: 1 is down.
const fn side(effect: Effect) -> f64 {
    match effect {
        Effect::Loss => 1.0,
        Effect::Gain | Effect::Neutral | Effect::Nothing => -1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::explain::testing::{a_year, as_is, city, day, lists};
    use expect_test::{Expect, expect};

    /// The marks of a case on a year that is 365 pixels wide, with a pixel for each point below 1100.
    fn marks(case: &Case) -> Vec<Mark> {
        let time = TimeScale { first: day("2021-01-01"), last: day("2022-01-01"), width: 365.0 };
        let score = ScoreScale { lo: Points::whole(800), hi: Points::whole(1100), height: 300.0 };
        place(case, &case.report(), 0, &time, &score, |it| it % 2 == 1)
    }

    #[track_caller]
    fn check(case: Case, expected: Expect) {
        let text = |it: &Mark| {
            let spilled = if it.spilled { " spilled" } else { "" };
            let count = if it.count > 1 { format!(" ×{} to {}", it.count, it.days.1) } else { String::new() };
            format!("{}{count}: {:?}{spilled} at {}, {}, line {:?}\n", it.event, it.effect, it.x, it.y, it.line)
        };
        expected.assert_eq(&marks(&case).iter().map(text).collect::<String>());
    }

    #[test]
    fn clusters_count_the_wrong_records_in_them() {
        let case = city().rule(1, 1, as_is).happens(1, &["2021-03-01"; MOST + 3]);
        let all = marks(&case);
        assert_eq!(all.iter().map(|it| it.count).sum::<usize>(), MOST + 3);
        assert_eq!(all.iter().map(|it| it.wrong).sum::<usize>(), MOST / 2 + 1);
    }

    #[test]
    fn a_mark_says_what_its_event_did() {
        let case = city()
            .rule(0, -20, as_is)
            .rule(1, 10, |it| it.limit = a_year(10))
            .rule(2, 0, |it| lists(it, 0, Some(1)))
            .rule(3, 5, as_is)
            .rule(3, -5, as_is)
            .happens(0, &["2021-07-01"])
            .happens(1, &["2021-02-01", "2021-03-01"])
            .happens(2, &["2021-04-01"])
            .happens(3, &["2021-09-01"])
            .happens(4, &["2021-06-01", "2022-06-01"]);
        check(
            case,
            expect![[r#"
            1: Gain at 31, 81, line Some(0)
            2: Nothing at 59, 81, line Some(1)
            3: Neutral at 90, 81, line Some(2)
            5: Nothing at 151, 81, line None
            0: Loss at 181, 119, line Some(4)
            4: Neutral at 243, 101, line Some(6)
        "#]],
        );
    }

    #[test]
    fn marks_that_would_cover_one_another_are_stacked() {
        let case = city().rule(0, -20, as_is).rule(1, 10, as_is);
        let days = ["2021-03-01", "2021-03-02", "2021-03-02", "2021-03-09", "2021-03-20"];
        check(
            case.clone().happens(1, &days),
            expect![[r#"
            0: Gain at 59, 81, line Some(0)
            1: Gain at 60, 60, line Some(1)
            2: Gain at 60, 39, line Some(2)
            3: Gain at 67, 18, line Some(3)
            4: Gain at 78, 41, line Some(4)
        "#]],
        );
        check(
            case.happens(0, &days[..3]).happens(1, &days[..2]),
            expect![[r#"
            0: Loss at 59, 129, line Some(0)
            3: Gain at 59, 101, line Some(1)
            1: Loss at 60, 150, line Some(2)
            2: Loss at 60, 170, line Some(3)
            4: Gain at 60, 87, line Some(4)
        "#]],
        );
    }

    #[test]
    fn shares_of_what_happens_to_associates_are_marked_too() {
        use crate::engine::explain::testing::person;
        use crate::engine::model::{Relation, Set, Spill};
        let spill = Spill { share: 500, to: Set::of(Relation::Household as usize) };
        let case = city()
            .rule(0, -20, |it| it.points.iter_mut().for_each(|it| it.spill = Some(spill)))
            .but(|it| it.subjects.push(person()))
            .but(|it| it.subjects[1].associates.push((0, Relation::Household)))
            .happens_to(1, 0, &["2021-03-02"])
            .happens_to(1, 1, &["2021-04-02"]);
        check(
            case,
            expect![[r#"
            0: Loss spilled at 60, 119, line Some(0)
        "#]],
        );
    }

    #[test]
    fn above_the_most_marks_become_clusters_and_no_event_is_lost() {
        let days: Vec<String> = (0..5000).map(|it| day("2021-01-01").plus_days(it * 7 % 360).to_string()).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let case = city().rule(0, -1, as_is).rule(1, 1, as_is).happens(0, &days[..2500]).happens(1, &days[2500..]);
        let marks = marks(&case);
        assert_eq!(marks.iter().map(|it| it.count).sum::<usize>(), 5000);
        assert!(marks.len() <= 2 * 34, "{} marks", marks.len());
        assert!(marks.iter().all(|it| it.days.0 <= it.days.1 && (0.0..=300.0).contains(&it.y)));
        assert!(marks.windows(2).all(|it| it[0].x <= it[1].x));
    }
}
