//! Nobody is penalised without being told; nobody loses what nobody should go without; a penalty touches only the part of
//! life in which something went wrong.

use crate::engine::case::{Interval, Life};
use crate::engine::model::{ConsequenceIdx, SubjectIdx};
use crate::engine::{Day, run};
use crate::principles::ask::{Fact, Lives, Tested, Violation};

/// If the rulebook gives no notice, every penalty breaks it.
pub fn without_notice(lives: &Lives<'_>) -> Tested {
    let broken = lives.penalties().filter(|_| !lives.book.notice).map(|(subject, life, it)| penalty(subject, life, it));
    Tested::of(lives.penalties().count(), broken)
}

/// Looks for penalties that are marked essential.
pub fn essential(lives: &Lives<'_>) -> Tested {
    let is_essential = |it: ConsequenceIdx| lives.case.rulebook.consequences.get(it).is_some_and(|it| it.essential);
    let found = lives.penalties().filter(|it| is_essential(it.2.consequence));
    Tested::of(lives.penalties().count(), found.map(|(subject, life, it)| penalty(subject, life, it)))
}

/// Computes the same lives with the safeguard that keeps penalties in their part of life: what it removes breaks this.
pub fn elsewhere(lives: &Lives<'_>) -> Tested {
    let n = lives.penalties().count();
    if n == 0 || lives.case.rulebook.safeguards.purpose_limit {
        return Tested { n, broken: None };
    }
    let mut limited = lives.case.clone();
    limited.rulebook.safeguards.purpose_limit = true;
    let limited = run(&limited);
    let stays = |subject: SubjectIdx, consequence: ConsequenceIdx, day: Day| {
        let life = limited.lives.get(subject);
        let holds =
            |it: &Interval| it.consequence == consequence && it.begin <= day && it.end.is_none_or(|end| day < end);
        life.is_some_and(|it| it.consequences.iter().any(holds))
    };
    let found = lives.penalties().filter(|(subject, _, it)| !stays(*subject, it.consequence, it.begin));
    Tested::of(n, found.map(|(subject, life, it)| penalty(subject, life, it)))
}

fn penalty(subject: SubjectIdx, life: &Life, it: &Interval) -> Violation {
    let event = it.cause.and_then(|line| life.lines.get(line)).and_then(|it| it.event);
    let fact = Fact::Penalty(it.consequence);
    Violation { subject, day: it.begin, events: event.into_iter().collect(), fact }
}
