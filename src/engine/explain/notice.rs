//! What there is to tell somebody: the last decision about them up to a day, and what led to it.

use std::collections::BTreeSet;

use crate::engine::Day;
use crate::engine::case::{Entry, Life, Line, LineIdx};
use crate::engine::model::{BandIdx, ListIdx};

/// Place of an interval in [`Life::consequences`].
pub type IntervalIdx = usize;

/// The last day on which something was decided about a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The day.
    pub day: Day,
    /// The band before and after, if it changed.
    pub band: Option<(BandIdx, BandIdx)>,
    /// The lists that the subject was put on.
    pub listed: Vec<ListIdx>,
    /// The lists that the subject came off.
    pub unlisted: Vec<ListIdx>,
    /// The rewards and penalties that began.
    pub begun: Vec<IntervalIdx>,
    /// The rewards and penalties that ended.
    pub ended: Vec<IntervalIdx>,
    /// The ledger lines that led to it, oldest first: of a change of band, everything since the band last changed that
    /// went the same way; of a list, the lines of that day; and whatever began or ended a reward or penalty.
    pub behind: Vec<LineIdx>,
}

/// The last decision about a subject up to the end of a day. What holds from the first day on was decided before.
///
/// A decision is a change of band, an entry on a list or its end, or a reward or penalty that begins or ends later than
/// on the first day of the account.
pub fn notice(life: &Life, day: Day) -> Option<Notice> {
    let first = life.course.first()?.day;
    let of_bands = changes_of_band(life).filter(|it| it.0 <= day).last();
    let of_lists = life.lines.iter().rfind(|it| it.day <= day && is_about_list(it)).map(|it| it.day);
    let of_ends = life.consequences.iter().flat_map(|it| [Some(it.begin), it.end]).flatten();
    let of_ends = of_ends.filter(|it| first < *it && *it <= day).max();
    let day = of_bands.map(|it| it.0).into_iter().chain(of_lists).chain(of_ends).max()?;

    let band = of_bands.filter(|it| it.0 == day).map(|it| it.1);
    let on_day = || life.lines.iter().filter(|it| it.day == day);
    let listed = on_day().filter_map(|it| if let Entry::Listed { list } = it.entry { Some(list) } else { None });
    let ended =
        on_day().filter_map(|it| if let Entry::ListingEnded { list, .. } = it.entry { Some(list) } else { None });
    let intervals = |is: fn(&crate::engine::case::Interval, Day) -> bool| {
        life.consequences.iter().enumerate().filter(|it| is(it.1, day)).map(|it| it.0).collect()
    };
    Some(Notice {
        day,
        band,
        listed: listed.collect(),
        unlisted: ended.collect(),
        begun: if day > first { intervals(|it, day| it.begin == day) } else { Vec::new() },
        ended: intervals(|it, day| it.end == Some(day)),
        behind: behind(life, day, band),
    })
}

/// Every day on which the band changed after the first standing, with the band before and after.
fn changes_of_band(life: &Life) -> impl Iterator<Item = (Day, (BandIdx, BandIdx))> {
    // On the first day the account begins in the first line's band.
    let begin = life.lines.first().map(|it| it.band.0).or(life.course.first().map(|it| it.band));
    let bands = begin.into_iter().chain(life.course.iter().map(|it| it.band));
    let changes = bands.zip(life.course.iter().map(|it| (it.day, it.band)));
    changes.filter(|(before, (_, after))| before != after).map(|(before, (day, after))| (day, (before, after)))
}

fn behind(life: &Life, day: Day, band: Option<(BandIdx, BandIdx)>) -> Vec<LineIdx> {
    let since = changes_of_band(life).map(|it| it.0).filter(|it| *it < day).last();
    let leads = |line: &Line| match band {
        Some((before, after)) if before != after => {
            let falls = after < before;
            let is_recent = since.is_none_or(|since| line.day > since);
            is_recent && line.day <= day && (goes(line, falls) || (line.day == day && is_about_list(line)))
        }
        _ => line.day == day && (is_about_list(line) || !line.applied.is_zero()),
    };
    let causes = life.consequences.iter().flat_map(|it| {
        let began = it.cause.filter(|_| it.begin == day);
        [began, it.ended_by.filter(|_| it.end == Some(day))].into_iter().flatten()
    });
    let lines = life.lines.iter().enumerate().filter(|it| leads(it.1)).map(|it| it.0);
    lines.chain(causes).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether a line moves a band down, or up.
const fn goes(line: &Line, down: bool) -> bool {
    match line.entry {
        Entry::Ceiling { .. } => down,
        Entry::CeilingEnded { .. } => !down,
        _ => (down && line.applied.is_loss()) || (!down && line.applied.is_gain()),
    }
}

const fn is_about_list(line: &Line) -> bool {
    matches!(line.entry, Entry::Listed { .. } | Entry::ListingEnded { .. })
}
