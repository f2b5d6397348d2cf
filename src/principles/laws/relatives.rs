//! Nobody loses points for what somebody else did.

use crate::engine::case::Entry;
use crate::principles::ask::{Asked, Fact, Lives, Tested, Violation};

/// Looks at what spilled over.
pub fn test(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let about = |event: usize| asked.is_about(lives.case, event);
    let has_associates = |subject: usize| lives.case.subjects.get(subject).is_some_and(|it| !it.associates.is_empty());
    let events = lives.case.events.iter().enumerate();
    let n = events.filter(|(event, it)| about(*event) && has_associates(it.subject)).count();
    let broken = lives.lines().filter_map(|(subject, line, event)| match line.entry {
        Entry::Spilled { from, .. } if line.applied.is_loss() && about(event) => {
            let fact = Fact::Paid(from, line.applied.abs());
            Some(Violation { subject, day: line.day, events: vec![event], fact })
        }
        _ => None,
    });
    Tested::of(n, broken)
}
