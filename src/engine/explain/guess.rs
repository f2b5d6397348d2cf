//! How much of an outcome somebody explains who knows the rules only from what they did.
//!
//! *Modelling choices.* A movement is what the rules made of one event on its own day, in sum; what is given back or
//! fades later is not guessed. A guess has the right size if it is off by no more than a quarter of the movement.

use crate::engine::Points;
use crate::engine::case::{Entry, Report};
use crate::engine::model::{Case, KindIdx, SubjectIdx};

/// A guess is right in size if it is off by no more than one part in so many of the movement.
const PARTS: i64 = 4;

/// What somebody thinks one event of a kind does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The kind of event.
    pub kind: KindIdx,
    /// The points by which it moves the score; zero is a guess too: that it does nothing.
    pub points: Points,
}

impl Guess {
    /// Whether the guess goes the same way as a movement.
    pub const fn has_sign(self, moved: Points) -> bool {
        self.points.is_gain() == moved.is_gain() && self.points.is_loss() == moved.is_loss()
    }

    /// Whether the guess is about as large as a movement, and goes the same way.
    pub fn has_size(self, moved: Points) -> bool {
        self.has_sign(moved) && (self.points - moved).abs().times(PARTS) <= moved.abs()
    }
}

/// What guesses explain of the movements in a life.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// How many movements there are: one for each of the subject's own events, also for those that moved nothing.
    pub movements: usize,
    /// For how many of them a guess goes the same way.
    pub sign_right: usize,
    /// For how many of them a guess is also about as large.
    pub size_right: usize,
    /// The kinds that happened, or that there is a guess about, in the order of the case.
    pub kinds: Vec<KindResult>,
}

/// What the events of one kind did, and what was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindResult {
    /// The kind.
    pub kind: KindIdx,
    /// How many such events happened to the subject.
    pub times: usize,
    /// What they moved in sum.
    pub applied_sum: Points,
    /// What one of them moved most often; of equally frequent ones, what came first in the case. `None` if none happened.
    pub typical: Option<Points>,
    /// What was guessed.
    pub guess: Option<Points>,
    /// How many of them the guess explains in sign.
    pub sign_right: usize,
    /// How many of them the guess explains in size.
    pub size_right: usize,
}

/// Holds guesses against a life. Of several guesses about a kind the first counts; a kind without one is unexplained.
///
/// # Properties
///
/// - The counts are the sums over the kinds, and no more is right in size than in sign.
/// - A further guess never explains less.
pub fn explained(case: &Case, report: &Report, subject: SubjectIdx, guesses: &[Guess]) -> Explained {
    let mut moved = vec![Points::ZERO; case.events.len()];
    for line in report.lives.get(subject).into_iter().flat_map(|it| &it.lines) {
        let event = line.event.filter(|_| matches!(line.entry, Entry::Posted(_)));
        if let Some(sum) = event.and_then(|it| moved.get_mut(it)) {
            *sum += line.applied;
        }
    }
    let of_kind = |kind: KindIdx| {
        let own = case.events.iter().zip(&moved).filter(move |it| it.0.subject == subject && it.0.kind == kind);
        own.map(|it| *it.1).collect::<Vec<_>>()
    };
    let kinds = (0..case.rulebook.rules_of_kind.len()).filter_map(|kind| {
        let guess = guesses.iter().find(|it| it.kind == kind).copied();
        Some(result(kind, &of_kind(kind), guess)).filter(|it| it.times > 0 || guess.is_some())
    });
    let mut all = Explained { kinds: kinds.collect(), ..Explained::default() };
    for it in &all.kinds {
        all.movements += it.times;
        all.sign_right += it.sign_right;
        all.size_right += it.size_right;
    }
    all
}

fn result(kind: KindIdx, moved: &[Points], guess: Option<Guess>) -> KindResult {
    let is_right =
        |test: fn(Guess, Points) -> bool| guess.map_or(0, |guess| moved.iter().filter(|it| test(guess, **it)).count());
    KindResult {
        kind,
        times: moved.len(),
        applied_sum: moved.iter().copied().sum(),
        typical: typical(moved),
        guess: guess.map(|it| it.points),
        sign_right: is_right(Guess::has_sign),
        size_right: is_right(Guess::has_size),
    }
}

/// The most frequent value; of equally frequent ones, the first.
fn typical(moved: &[Points]) -> Option<Points> {
    let mut sorted = moved.to_vec();
    sorted.sort_unstable();
    let often = |it: &Points| sorted.partition_point(|other| other <= it) - sorted.partition_point(|other| other < it);
    // The last of equals is the greatest for `max_by_key`, hence from the end.
    moved.iter().rev().max_by_key(|it| often(it)).copied()
}
