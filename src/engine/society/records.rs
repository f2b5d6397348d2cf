//! From what people do to what stands in their files, rightly and wrongly.

use super::account::RecordId;
use super::chance::{Chance, Purpose};
use super::life::{Neighbourhood, Shocks};
use super::model::{Behaviour, Nature, Scored, Society};
use super::people::{Resident, is_reportable, neighbour, values};
use super::tally::{Monthly, Tally};
use super::trace::Trace;
use crate::engine::model::{Set, SubjectKind};

/// Whether a record is true, and if not, where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Its subject did it.
    True,
    /// A source made it of nothing.
    Error,
    /// Somebody else did it.
    Mismatch,
    /// Somebody made it up.
    Malice,
}

/// A record that waits to be offered to the rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    /// In whose file it stands.
    pub(super) owner: usize,
    pub(super) behaviour: usize,
    pub(super) record: RecordId,
    pub(super) sources: Set,
    pub(super) truth: Truth,
    /// Where its values begin.
    pub(super) values_at: usize,
}

/// How well sources see in a district, as long as the shocks are the same.
#[derive(Clone, Debug)]
pub(super) struct Eyes {
    /// Sources that record anything.
    open: Set,
    /// Sources that are neighbours.
    neighbours: Set,
    /// By group and source: the chance that an act becomes a record, before penalties.
    chances: Vec<Chance>,
}

impl Eyes {
    pub(super) fn new(society: &Society, district: usize, shocks: &Shocks) -> Self {
        let sources = || society.sources.iter().enumerate();
        let chances = society.groups.iter().flat_map(|group| {
            sources().map(|(source, by)| {
                let seen = by.coverage.times(group.visible[source]);
                let seen = seen.times(society.districts[district].visible[source]);
                if by.camera { seen.times(shocks.cameras) } else { seen }
            })
        });
        Self {
            open: Set(society.rulebook.sources_on.0 & !shocks.out.0),
            neighbours: sources().filter(|it| it.1.neighbour).map(|it| it.0).collect(),
            chances: chances.collect(),
        }
    }
}

impl Neighbourhood<'_> {
    /// Somebody did something.
    pub(super) fn done(
        &mut self,
        place: usize,
        behaviour: usize,
        month: u32,
        tally: &mut Tally,
        trace: &mut Option<Trace>,
    ) {
        let society = self.office.society;
        let act = &society.behaviours[behaviour];
        if act.nature == Nature::Harmful {
            self.residents[place].harmed = month;
        }
        if act.nature == Nature::Judged && act.scored != Scored::Gain {
            self.punish_critic(place, month, tally);
        }
        if act.kind.is_none() {
            return;
        }
        let record = self.number();
        let it = &self.residents[place];
        let spared = self.shocks.captured.is_some() && it.friend && act.scored == Scored::Loss;
        let sources: Set = match spared {
            true => Set::default(),
            false => self.recorded_by(it, act, month),
        };
        if sources.is_empty() {
            self.unseen.push((place, behaviour, record));
            if let Some(trace) = trace {
                let mut fields = Vec::new();
                values(society, it, behaviour, month, &mut fields);
                trace.unrecorded(place, behaviour, record, &fields, month);
            }
            return;
        }
        let errors = society.groups[it.group].errors;
        let lost = act.scored == Scored::Loss
            && self.residents.len() > 1
            && society.mismatch.times(errors).happens(it.luck.draw(Purpose::Mismatch, month, act.key));
        let (mut owner, mut truth) = (place, Truth::True);
        if lost {
            let others = self.residents.len() as u32 - 1;
            let other = it.luck.below(Purpose::WrongFile, month, act.key, others) as usize;
            owner = if other >= place { other + 1 } else { other };
            truth = Truth::Mismatch;
            if !act.who.has(self.residents[owner].subject.kind as usize) {
                owner = place;
                truth = Truth::True;
            }
        }
        if truth == Truth::Mismatch
            && let Some(trace) = trace
        {
            let mut fields = Vec::new();
            values(society, &self.residents[place], behaviour, month, &mut fields);
            let unseen = self.number();
            trace.unrecorded(place, behaviour, unseen, &fields, month);
        } else if truth == Truth::Mismatch {
            self.number();
        }
        self.enter(Pending { owner, behaviour, record, sources, truth, values_at: 0 }, place, month, tally);
    }

    /// A source makes a wrong record of nothing.
    pub(super) fn err(&mut self, place: usize, source: usize, month: u32, tally: &mut Tally) {
        let society = self.office.society;
        let key = society.sources[source].key;
        if let Some(behaviour) = self.something_bad(place, month, key, |it| it.sources.has(source)) {
            let record = self.number();
            let sources = Set::of(source);
            let it = Pending { owner: place, behaviour, record, sources, truth: Truth::Error, values_at: 0 };
            self.enter(it, place, month, tally);
        }
    }

    /// Neighbours report what they saw, or make something up.
    pub(super) fn reports(&mut self, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        let mut minded = std::mem::take(self.desk.minded());
        for place in minded.drain(..) {
            let it = &self.residents[place];
            let tie = it.luck.below(Purpose::ReportsWhom, month, 0, 8) as usize;
            if it.ties & (1 << tie) == 0 || self.persons < 3 {
                continue;
            }
            let (other, back) = neighbour(place, tie, self.persons);
            let society = self.office.society;
            let neighbours: Set = (0..society.sources.len())
                .filter(|it| society.sources[*it].neighbour && !self.shocks.out.has(*it))
                .collect();
            let heard = neighbours.both(society.rulebook.sources_on);
            let happened = self.unseen.iter().position(|(doer, behaviour, _)| {
                let act = &society.behaviours[*behaviour];
                *doer == other && act.scored == Scored::Loss && is_reportable(act.nature) && act.sources.meets(heard)
            });
            let report = match happened {
                Some(at) => {
                    let (_, behaviour, record) = self.unseen.swap_remove(at);
                    if let Some(trace) = trace {
                        trace.forget(record);
                    }
                    Some((behaviour, Truth::True))
                }
                None if society.reports.invents.happens(it.luck.draw(Purpose::Invents, month, 0)) => {
                    let tells = |it: &super::model::Behaviour| it.sources.meets(heard) && is_reportable(it.nature);
                    self.something_bad(other, month, place as u64, tells).map(|it| (it, Truth::Malice))
                }
                None => None,
            };
            let Some((behaviour, truth)) = report else { continue };
            let record = self.number();
            let cell = self.residents[place].cell;
            let what = if truth == Truth::True { Monthly::ReportsTrue } else { Monthly::ReportsFalse };
            tally.count(what, month as usize, cell, 1);
            if society.reports.breaks.happens(self.residents[place].luck.draw(Purpose::Breaks, month, 0)) {
                tally.count(Monthly::Broken, month as usize, cell, 1);
                self.residents[place].ties &= !(1 << tie);
                self.residents[other].ties &= !back;
            }
            let sources = society.behaviours[behaviour].sources.both(heard);
            self.enter(Pending { owner: other, behaviour, record, sources, truth, values_at: 0 }, other, month, tally);
            self.thank(place, month, tally);
        }
        *self.desk.minded() = minded;
    }

    /// Who reports gets a record of it, where the rulebook has a kind for that.
    fn thank(&mut self, place: usize, month: u32, tally: &mut Tally) {
        let society = self.office.society;
        let reporting = society.behaviours.iter().position(|it| it.reporting && it.kind.is_some());
        if let Some(behaviour) = reporting {
            let sources = society.behaviours[behaviour].sources.both(society.rulebook.sources_on);
            if sources.is_empty() {
                return;
            }
            let record = self.number();
            let it = Pending { owner: place, behaviour, record, sources, truth: Truth::True, values_at: 0 };
            self.enter(it, place, month, tally);
        }
    }

    /// A captured office makes up a record about somebody who criticised.
    fn punish_critic(&mut self, place: usize, month: u32, tally: &mut Tally) {
        let Some(chance) = self.shocks.captured else { return };
        let it = &self.residents[place];
        if it.friend || !chance.happens(it.luck.draw(Purpose::Punishes, month, 0)) {
            return;
        }
        let society = self.office.society;
        let offices: Set = (0..society.sources.len()).filter(|it| !society.sources[*it].neighbour).collect();
        let offices = offices.both(society.rulebook.sources_on);
        if let Some(behaviour) = self.something_bad(place, month, u64::MAX, |it| it.sources.meets(offices)) {
            let sources = society.behaviours[behaviour].sources.both(offices);
            let record = self.number();
            let it = Pending { owner: place, behaviour, record, sources, truth: Truth::Malice, values_at: 0 };
            self.enter(it, place, month, tally);
        }
    }

    /// Puts a record into a file, unless it is wrong and a reviewer catches it.
    fn enter(&mut self, mut it: Pending, doer: usize, month: u32, tally: &mut Tally) {
        let society = self.office.society;
        let (cell, at) = (self.residents[it.owner].cell, month as usize);
        if it.truth != Truth::True {
            let luck = self.residents[it.owner].luck;
            if society.appeals.review.happens(luck.draw(Purpose::Review, month, u64::from(it.truth as u8))) {
                tally.count(Monthly::Caught, at, cell, 1);
                return;
            }
        }
        let what = match it.truth {
            Truth::True => Monthly::True,
            Truth::Error => Monthly::Error,
            Truth::Mismatch => Monthly::Mismatch,
            Truth::Malice => Monthly::Malice,
        };
        tally.count(what, at, cell, 1);
        it.values_at = self.values.len();
        values(society, &self.residents[doer], it.behaviour, month, &mut self.values);
        self.pending.push(it);
    }

    /// Something that costs points or worse, of those that suit the subject and the test.
    fn something_bad(
        &self,
        place: usize,
        month: u32,
        key: u64,
        suits: impl Fn(&super::model::Behaviour) -> bool,
    ) -> Option<usize> {
        let it = &self.residents[place];
        let society = self.office.society;
        let all = || {
            society.behaviours.iter().enumerate().filter(|(_, act)| {
                act.kind.is_some() && act.scored == Scored::Loss && act.who.has(it.subject.kind as usize) && suits(act)
            })
        };
        let n = all().count() as u32;
        if n == 0 {
            return None;
        }
        all().nth(it.luck.below(Purpose::ErrsAbout, month, key, n) as usize).map(|it| it.0)
    }

    /// The sources that record what somebody did. Neighbours tell of good deeds and of bad luck like any other source;
    /// what they could report, they report or not.
    fn recorded_by(&self, it: &Resident, act: &Behaviour, month: u32) -> Set {
        let society = self.office.society;
        let silent = if is_reportable(act.nature) { self.eyes.neighbours } else { Set::default() };
        let could = Set(act.sources.both(self.eyes.open).0 & !silent.0);
        let watched = |domain: usize| society.feedback.watched.get(domain).copied().unwrap_or(1000);
        let records = |source: &usize| {
            let chance = self.eyes.chances[it.group * society.sources.len() + source];
            let chance = it.standing.penalties.members().fold(chance, |chance, domain| chance.times(watched(domain)));
            chance.happens(it.luck.draw(Purpose::Records, month, act.key ^ society.sources[*source].key))
        };
        could.members().filter(records).collect()
    }

    /// The chance of a wrong record by a source in a month.
    pub(super) fn error_chance(&self, it: &Resident, source: usize) -> Chance {
        let society = self.office.society;
        let by = &society.sources[source];
        if by.neighbour || self.shocks.out.has(source) {
            return Chance::NEVER;
        }
        let chance = by.error.times(society.groups[it.group].errors);
        if by.camera { chance.times(self.shocks.cameras) } else { chance }
    }

    /// The chance that somebody is minded to report a neighbour in a month.
    pub(super) fn report_chance(&self, it: &Resident) -> Chance {
        let society = self.office.society;
        let listens = |it: usize| society.sources[it].neighbour && society.rulebook.sources_on.has(it);
        if it.subject.kind != SubjectKind::Person || !(0..society.sources.len()).any(listens) {
            return Chance::NEVER;
        }
        let rewarded = society.behaviours.iter().any(|it| it.reporting && it.scored == Scored::Gain);
        let factor = if rewarded && it.knows { society.reports.reward } else { 1000 };
        society.reports.rate.times(factor)
    }

    fn number(&mut self) -> RecordId {
        self.next_record += 1;
        self.next_record
    }
}
