//! What a ledger says about a day, found from its lines alone.

use social_credit_lab::engine::Points;
use social_credit_lab::engine::case::{Entry, Life};
use social_credit_lab::engine::model::{Case, Consequence, Subject};

/// A life, as far as its lines have been read.
pub struct Replay<'a> {
    case: &'a Case,
    life: &'a Life,
    score: Points,
    /// What is left of each posting.
    pub left: Vec<Points>,
    /// Ceilings and listings in force.
    open: Vec<usize>,
}

impl<'a> Replay<'a> {
    /// Before the first line.
    pub fn new(case: &'a Case, life: &'a Life) -> Self {
        let left = vec![Points::ZERO; life.lines.len()];
        Self { case, life, score: case.rulebook.scale.start, left, open: Vec::new() }
    }

    /// Takes note of the next line.
    pub fn step(&mut self, idx: usize) {
        let line = &self.life.lines[idx];
        self.score += line.applied;
        match line.entry {
            Entry::Posted(_) | Entry::Spilled { .. } => self.left[idx] = line.applied,
            Entry::GivenBack { of, .. } => self.left[of] = Points::ZERO,
            Entry::Faded => {
                for left in &mut self.left {
                    *left -= left.per_mille(self.case.rulebook.fading);
                }
            }
            Entry::Ceiling { .. } | Entry::Listed { .. } => self.open.push(idx),
            Entry::CeilingEnded { of, .. } | Entry::ListingEnded { of, .. } => self.open.retain(|it| *it != of),
        }
    }

    /// The band under the ceilings in force, from the bottom.
    pub fn band(&self) -> usize {
        let by_score = self.case.rulebook.bands.iter().rposition(|from| *from <= self.score).unwrap_or(0);
        let ceilings = self.open.iter().filter_map(|it| match self.life.lines[*it].entry {
            Entry::Ceiling { band, .. } => Some(band),
            _ => None,
        });
        ceilings.fold(by_score, usize::min)
    }

    /// Whether a consequence holds for the subject.
    pub fn holds(&self, it: &Consequence, subject: &Subject) -> bool {
        let safeguards = &self.case.rulebook.safeguards;
        let listed = self.open.iter().any(|line| match self.life.lines[*line].entry {
            Entry::Listed { list } => it.lists.has(list),
            _ => false,
        });
        let banded = (subject.consents || !safeguards.consent) && it.bands.has(self.band());
        if !(listed || banded) || !it.who.has(subject.kind as usize) {
            return false;
        }
        let domain_of = |line: usize| {
            self.life.lines[line].event.and_then(|it| self.case.rulebook.domain_of_kind[self.case.events[it].kind])
        };
        let losses = (0..self.left.len()).filter(|line| self.left[*line].is_loss());
        let mut live = losses.chain(self.open.iter().copied());
        let spared = safeguards.essential_floor && it.essential;
        let unrelated = safeguards.purpose_limit && !live.any(|line| domain_of(line) == Some(it.domain));
        !it.penalty || !(spared || unrelated)
    }
}
