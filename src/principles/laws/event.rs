//! No single event costs anybody more than so many bands, or points.

use std::collections::BTreeMap;

use crate::engine::Points;
use crate::engine::case::Entry;
use crate::engine::model::{BandIdx, EventIdx, SubjectIdx};
use crate::principles::ask::{Asked, Fact, Lives, Tested, Violation};

/// What one event did to one subject.
#[derive(Default)]
struct Cost {
    points: Points,
    from: BandIdx,
    up: usize,
    down: usize,
}

/// What each event did to each subject: to its own, and to those who got a share.
fn costs(asked: &Asked, lives: &Lives<'_>) -> BTreeMap<(SubjectIdx, EventIdx), Cost> {
    let mut costs: BTreeMap<_, Cost> = BTreeMap::new();
    for (subject, line, event) in lives.lines() {
        let counts = matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. });
        if !counts || !asked.is_about(lives.case, event) {
            continue;
        }
        let cost = costs.entry((subject, event)).or_insert_with(|| Cost { from: line.band.0, ..Cost::default() });
        cost.points += line.applied;
        cost.up += line.band.1.saturating_sub(line.band.0);
        cost.down += line.band.0.saturating_sub(line.band.1);
    }
    costs
}

fn test(asked: &Asked, lives: &Lives<'_>, fact: impl Fn(&Cost) -> Option<Fact>) -> Tested {
    let costs = costs(asked, lives);
    let broken = costs.iter().filter_map(|((subject, event), cost)| {
        let day = lives.case.events.get(*event)?.day;
        Some(Violation { subject: *subject, day, events: vec![*event], fact: fact(cost)? })
    });
    Tested::of(costs.len(), broken)
}

/// No single event takes anybody down more than so many bands. What it takes by points and by a ceiling counts together.
pub fn bands(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let most = usize::try_from(asked.most.thousandths() / 1000).unwrap_or_default();
    test(asked, lives, |it| {
        let fall = it.down.saturating_sub(it.up);
        (fall > most).then(|| Fact::Bands(it.from, it.from.saturating_sub(fall)))
    })
}

/// No single event costs anybody more than so many points, over all rules together.
pub fn points(asked: &Asked, lives: &Lives<'_>) -> Tested {
    test(asked, lives, |it| {
        (it.points.is_loss() && it.points.abs() > asked.most).then(|| Fact::Points(it.points.abs()))
    })
}
