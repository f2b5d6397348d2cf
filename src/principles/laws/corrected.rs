//! A harmful record that was struck out leaves nobody worse off.

use std::collections::BTreeSet;

use crate::engine::case::{Entry, Life, Line, Report};
use crate::engine::explain::{Stay, stays};
use crate::engine::model::{EventIdx, ListIdx, SubjectIdx};
use crate::engine::{Day, run};
use crate::principles::ask::{Asked, Fact, Lives, Tested, Violation};

/// Each costs a computation of its own; of more, the first in document order are looked at.
const MOST: usize = 40;

/// Computes the lives without each harmful event that was struck out: from the day of the correction on, nobody may have fewer
/// points, a lower band or another blacklist than there.
pub fn test(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let mut n = 0;
    let mut broken = Vec::new();
    let granted = lives.granted.iter().enumerate().filter_map(|(event, day)| Some((event, (*day)?)));
    let harmful: BTreeSet<EventIdx> =
        lives.lines().filter(|it| is_harm(it.1, &lives.book.black)).map(|it| it.2).collect();
    let in_account = granted.filter(|(event, day)| {
        *day <= lives.case.last && asked.is_about(lives.case, *event) && harmful.contains(event)
    });
    for (event, day) in in_account.take(MOST) {
        n += 1;
        let mut never = lives.case.clone();
        never.events.remove(event);
        let never = run(&never);
        broken.extend(worse(lives, &never, day).map(|(subject, day, fact)| Violation {
            subject,
            day,
            events: vec![event],
            fact,
        }));
    }
    Tested::of(n, broken)
}

/// Whether a line takes something: nobody appeals against anything else.
fn is_harm(line: &Line, black: &[bool]) -> bool {
    match line.entry {
        Entry::Posted(_) | Entry::Spilled { .. } => line.applied.is_loss(),
        Entry::Ceiling { .. } => true,
        Entry::Listed { list } => black.get(list) == Some(&true),
        _ => false,
    }
}

/// Who is worse off first, since when, and by what.
fn worse(lives: &Lives<'_>, never: &Report, from: Day) -> Option<(SubjectIdx, Day, Fact)> {
    let pairs = lives.report.lives.iter().zip(&never.lives).enumerate();
    let found = pairs.filter_map(|(subject, (now, then))| {
        let on = (stays(now), stays(then));
        let ends = on.0.iter().chain(&on.1).flat_map(|it| [Some(it.begin), it.end]).flatten();
        let courses = now.course.iter().chain(&then.course).map(|it| it.day);
        let days: BTreeSet<Day> = courses.chain(ends).filter(|it| *it >= from).chain([from]).collect();
        let left = |day| left(&lives.book.black, (now, &on.0), (then, &on.1), day);
        days.into_iter().find_map(|day| Some((subject, day, left(day)?)))
    });
    found.min_by_key(|it| it.1)
}

/// What is worse on a day.
fn left(black: &[bool], now: (&Life, &[Stay]), then: (&Life, &[Stay]), day: Day) -> Option<Fact> {
    let (here, there) = (now.0.at(day), then.0.at(day));
    let holds = |it: &&Stay| it.begin <= day && it.end.is_none_or(|end| day < end);
    let also = |list: ListIdx| then.1.iter().filter(holds).any(|it| it.list == list);
    let on = now.1.iter().filter(holds).map(|it| it.list);
    let list = on.filter(|it| black.get(*it) == Some(&true)).find(|it| !also(*it));
    let points = there.score - here.score;
    let is_worse = points.is_gain() || here.band < there.band || list.is_some();
    is_worse.then_some(Fact::Left { points, band: (here.band, there.band), list })
}
