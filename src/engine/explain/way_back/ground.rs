//! The case that plans are tried on.

use crate::engine::case::{Life, Standing, run};
use crate::engine::explain::acts::{Act, Effort};
use crate::engine::model::{Case, Event};
use crate::engine::{Day, Points};

use super::{Plan, Question, Use};

/// Everything that stays the same while plans are tried.
pub(super) struct Ground {
    /// The case up to the day that is asked for, with what touches the subject and nothing else.
    pub(super) case: Case,
    pub(super) acts: Vec<Act>,
    pub(super) question: Question,
    /// The days on which acts can be done, rising; at least one.
    pub(super) days: Vec<Day>,
}

impl Ground {
    pub(super) fn new(case: &Case, acts: Vec<Act>, question: Question) -> Self {
        let Question { subject, from, by, .. } = question;
        let mut case = case.clone();
        case.last = by.max(case.first);
        // What happens to somebody else counts only where it can spill over, on the way through others too: what spills
        // over depends on the giver's own score.
        let mut touches = vec![false; case.subjects.len()];
        touches[subject] = true;
        let mut before = 0;
        while before < touches.iter().filter(|it| **it).count() {
            before = touches.iter().filter(|it| **it).count();
            for (giver, it) in case.subjects.iter().enumerate() {
                touches[giver] |= it.associates.iter().any(|it| touches[it.0]);
            }
        }
        case.events.retain(|it| it.day <= by && touches[it.subject]);
        let mut days = vec![from.plus_days(1).min(by).max(case.first)];
        while let Some(next) = days.last().map(|it| it.first_of_next_month()).filter(|it| *it <= by) {
            if days.last() == Some(&next) {
                break;
            }
            days.push(next);
        }
        Self { case, acts, question, days }
    }

    /// The points at which the band begins.
    pub(super) fn goal(&self) -> Points {
        let bands = &self.case.rulebook.bands;
        bands.get(self.question.target).copied().unwrap_or(self.case.rulebook.scale.highest + Points::whole(1))
    }

    pub(super) fn events(&self, uses: &[Use]) -> Vec<Event> {
        let event = |it: &Use| self.acts.get(it.act).map(|act| act.event(self.question.subject, it.day, it.units));
        uses.iter().filter_map(event).collect()
    }

    /// The life of the subject with these acts.
    pub(super) fn life(&self, uses: &[Use]) -> Life {
        let mut case = self.case.clone();
        case.events.extend(self.events(uses));
        run(&case).lives.swap_remove(self.question.subject)
    }

    /// Score and band on the day that is asked for, with these acts.
    pub(super) fn end(&self, uses: &[Use]) -> Standing {
        self.life(uses).end()
    }

    /// Whether these acts are enough.
    pub(super) fn is_enough(&self, end: Standing) -> bool {
        end.band >= self.question.target
    }

    pub(super) fn effort(&self, uses: &[Use]) -> Effort {
        uses.iter().fold(Effort::default(), |sum, it| {
            sum.plus(self.acts.get(it.act).map(|act| act.effort(it.units)).unwrap_or_default())
        })
    }

    pub(super) fn worth(&self, uses: &[Use]) -> i128 {
        self.effort(uses).worth(self.question.hour)
    }

    /// The last day of the month of a day on which acts can be done.
    fn end_of(&self, day: Day) -> Day {
        let next = day.first_of_next_month();
        if next > day { next.plus_days(-1).min(self.question.by).max(day) } else { day }
    }

    /// The same acts, those of one kind on one day on days that follow each other, if that is enough too.
    pub(super) fn spread(&self, uses: Vec<Use>) -> Vec<Use> {
        let mut spread = uses.clone();
        let mut nth = 0;
        for at in 1..spread.len() {
            nth = if uses[at].act == uses[at - 1].act && uses[at].day == uses[at - 1].day { nth + 1 } else { 0 };
            spread[at].day = uses[at].day.plus_days(nth).min(self.end_of(uses[at].day));
        }
        spread.sort_unstable();
        if self.is_enough(self.end(&spread)) { spread } else { uses }
    }

    pub(super) fn plan(&self, uses: Vec<Use>, proved: bool) -> Plan {
        let life = self.life(&uses);
        let effort = self.effort(&uses);
        let below = life.course.iter().rposition(|it| it.band < self.question.target);
        let reached = below.and_then(|it| life.course.get(it + 1)).map_or(self.case.first, |it| it.day);
        Plan { uses, effort, proved, reached, course: life.course }
    }
}
