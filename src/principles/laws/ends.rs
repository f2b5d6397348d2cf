//! Every loss, ceiling and listing ends by itself within so many years.

use crate::engine::case::{Entry, Line};
use crate::principles::ask::{Asked, Fact, Lasting, Lives, Tested, Violation};

/// Looks at the day on which each ends by itself. That a rule may take a subject off a list does not count: it may never
/// happen. Neither does fading, which never takes all away.
pub fn test(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let months = u32::try_from(asked.most.times(12).thousandths() / 1000).unwrap_or(u32::MAX);
    let mut n = 0;
    let mut broken = Vec::new();
    for (subject, line, event) in lives.lines() {
        let Some(what) = lasting(line, &lives.book.black).filter(|_| asked.is_about(lives.case, event)) else {
            continue;
        };
        n += 1;
        let latest = line.day.checked_plus_months(months);
        let ends_in_time = line.ends.is_some_and(|it| latest.is_none_or(|latest| it <= latest));
        if !ends_in_time {
            let fact = Fact::Lasts(what, line.ends);
            broken.push(Violation { subject, day: line.day, events: vec![event], fact });
        }
    }
    Tested::of(n, broken)
}

fn lasting(line: &Line, black: &[bool]) -> Option<Lasting> {
    match line.entry {
        Entry::Posted(_) | Entry::Spilled { .. } if line.applied.is_loss() => Some(Lasting::Loss(line.applied.abs())),
        Entry::Ceiling { band, .. } => Some(Lasting::Ceiling(band)),
        Entry::Listed { list } if black.get(list) == Some(&true) => Some(Lasting::Listing(list)),
        _ => None,
    }
}
