//! The life of one neighbourhood, month by month.
//!
//! 1. Every account goes through what ends, what fades and what is corrected.
//! 2. Everybody acts; sources and neighbours record, rightly and wrongly ([`super::records`]).
//! 3. The records are offered to the rules, and points spill over to associates.
//! 4. The month is closed: standing, pressure, appeals, counts.

use super::account::{Gift, Office, RecordId, Seen};
use super::appeals::Desk;
use super::chance::{Chance, Luck};
use super::crowd::Crowd;
use super::habits::{Habits, Rates, Slot, differs, next_slot};
use super::model::{Event, Society};
use super::months::Months;
use super::people::{NEVER, Resident, Standing, settle};
use super::records::{Eyes, Pending, Truth};
use super::tally::{Monthly, Once, Spread, Tally};
use super::trace::{Moment, Trace};
use crate::engine::Points;
use crate::engine::case::consequences::{State, holds};
use crate::engine::model::Set;

/// A neighbourhood on its way through the months.
pub(super) struct Neighbourhood<'a> {
    pub(super) office: Office<'a>,
    pub(super) residents: Vec<Resident>,
    pub(super) district: usize,
    pub(super) persons: usize,
    rates: &'a Rates,
    habits: Habits,
    crowd: Crowd,
    /// The shocks of this month, and whether they are others than last month.
    pub(super) shocks: Shocks,
    /// How well sources see under them.
    pub(super) eyes: Eyes,
    /// What was recorded this month and waits to be offered.
    pub(super) pending: Vec<Pending>,
    /// What spills over this month, as it is and as it would be without wrong records: kept to be filled again.
    gifts: (Vec<Gift>, Vec<Gift>),
    /// Values of the fields of what is pending.
    pub(super) values: Vec<Points>,
    /// Acts of this month that no source recorded, and that a neighbour may report: doer, behaviour, record.
    pub(super) unseen: Vec<(usize, usize, RecordId)>,
    pub(super) next_record: RecordId,
    pub(super) desk: Desk,
}

/// The shocks that hold in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shocks {
    pub(super) circumstance: u32,
    pub(super) cameras: u32,
    pub(super) out: Set,
    pub(super) captured: Option<Chance>,
    pub(super) leak: bool,
}

impl Shocks {
    fn of(society: &Society, month: u32) -> Self {
        let mut res = Self { circumstance: 1000, cameras: 1000, out: Set::default(), captured: None, leak: false };
        let now = society.shocks.iter().filter(|it| month >= it.from && month - it.from < it.months);
        for shock in now {
            match shock.what {
                Event::Recession(factor) => res.circumstance = factor,
                Event::Cameras(factor) => res.cameras = factor,
                Event::Outage(source) => res.out = res.out.with(source),
                Event::Captured(share) => res.captured = Some(Chance::per_mille(share)),
                Event::Leak => res.leak |= month == shock.from,
            }
        }
        res
    }
}

impl<'a> Neighbourhood<'a> {
    pub(super) fn new(society: &'a Society, months: &'a Months, rates: &'a Rates, luck: Luck, number: u32) -> Self {
        let office = Office { society, months };
        let (residents, district) = settle(office, luck, number);
        let persons =
            residents.iter().filter(|it| it.subject.kind == crate::engine::model::SubjectKind::Person).count();
        let habits = Habits::new(society, rates, &residents);
        let shocks = Shocks::of(society, 0);
        let mut res = Self {
            office,
            residents,
            district,
            persons,
            rates,
            habits,
            eyes: Eyes::new(society, district, &shocks),
            shocks,
            pending: Vec::new(),
            gifts: (Vec::new(), Vec::new()),
            values: Vec::new(),
            unseen: Vec::new(),
            next_record: 0,
            crowd: Crowd::new(society.groups.len(), society.bands()),
            desk: Desk::new(society),
        };
        for place in 0..res.residents.len() {
            let it = &mut res.residents[place];
            it.state = it.account.state(office);
            it.standing = Standing { above: above(office, it), ..standing(office, it, it.state) };
            it.last_band = it.standing.band;
            it.clean_penalised = it.standing.penalised();
            res.crowd.enter(it);
            res.settle_base(place);
        }
        res
    }

    /// Lives through one month.
    pub(super) fn month(&mut self, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        let shocks = Shocks::of(self.office.society, month);
        if shocks != self.shocks {
            self.shocks = shocks;
            self.eyes = Eyes::new(self.office.society, self.district, &shocks);
            for place in 0..self.residents.len() {
                self.settle_base(place);
            }
        }
        if shocks.leak {
            self.leak(tally);
        }
        self.begin(month);
        self.act(month, tally, trace);
        self.offer(month, tally, trace);
        self.close(month, tally, trace);
    }

    /// Step 1.
    fn begin(&mut self, month: u32) {
        let office = self.office;
        for it in &mut self.residents {
            if it.account.is_due(office, month) {
                it.account.begin_month(office, month);
            }
            if let Some(clean) = &mut it.clean
                && clean.is_due(office, month)
            {
                clean.begin_month(office, month);
            }
        }
        for (owner, record) in self.desk.corrections(month) {
            let mut touched = vec![owner];
            touched.extend(self.residents[owner].subject.associates.iter().map(|it| it.0));
            for place in touched {
                let it = &mut self.residents[place];
                it.account.strike_out(office, record, month);
                if let Some(clean) = &mut it.clean {
                    clean.strike_out(office, record, month);
                }
            }
        }
    }

    /// Step 2.
    fn act(&mut self, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        self.habits.draw(self.rates, &self.residents, month);
        for place in 0..self.residents.len() {
            for word in 0..self.habits.words() {
                let mut may = self.habits.perhaps(place, month, word);
                while let Some(slot) = next_slot(word, &mut may) {
                    self.try_slot(place, slot, month, tally, trace);
                }
            }
        }
    }

    /// Something may happen to a resident: luck is fine-grained where it matters.
    fn try_slot(&mut self, place: usize, slot: usize, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        let (before, now) = self.habits.happens(self.rates, self.residents[place].luck, place, slot, month);
        if !before && !now {
            return;
        }
        match self.rates.what(slot) {
            Slot::Act(behaviour) => {
                let nature = self.office.society.behaviours[behaviour].nature;
                let (at, cell) = (month as usize, self.residents[place].cell);
                if now {
                    tally.count(Monthly::Done(nature), at, cell, 1);
                    tally.count_act(behaviour, 0);
                }
                if before && !now {
                    tally.count(Monthly::Forgone(nature), at, cell, 1);
                    tally.count_act(behaviour, 1);
                }
                if now && !before {
                    tally.count(Monthly::Added(nature), at, cell, 1);
                    tally.count_act(behaviour, 2);
                }
                if now {
                    self.done(place, behaviour, month, tally, trace);
                }
            }
            Slot::Error(source) if now => self.err(place, source, month, tally),
            // Who reports looks at what others did this month: reports come after all acts, in `reports`.
            Slot::Report if now => self.desk.minded_to_report(place),
            Slot::Error(_) | Slot::Report => {}
        }
    }

    /// Step 3.
    fn offer(&mut self, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        self.reports(month, tally, trace);
        if self.pending.is_empty() {
            self.values.clear();
            self.unseen.clear();
            return;
        }
        self.pending.sort_by_key(|it| it.owner);
        let office = self.office;
        let pending = std::mem::take(&mut self.pending);
        let (mut gifts, mut clean_gifts) = std::mem::take(&mut self.gifts);
        for it in &pending {
            let behaviour = &office.society.behaviours[it.behaviour];
            let Some(kind) = behaviour.kind else { continue };
            let fields = &self.values[it.values_at..it.values_at + behaviour.fields.len()];
            let seen = Seen { id: it.record, kind, fields, sources: it.sources };
            let owner = &mut self.residents[it.owner];
            owner.held += 1;
            owner.joined = Set(owner.joined.0 | it.sources.0);
            if it.truth != Truth::True && owner.clean.is_none() {
                owner.clean = Some(Box::new(owner.account.clone()));
            }
            let from = gifts.len();
            let hurt = owner.account.offer(office, &owner.subject, seen, month, &mut gifts);
            match &mut owner.clean {
                None => clean_gifts.extend_from_slice(&gifts[from..]),
                Some(clean) if it.truth == Truth::True => {
                    clean.offer(office, &owner.subject, seen, month, &mut clean_gifts);
                }
                Some(_) => {}
            }
            if let Some(trace) = trace {
                trace.record(it, fields, month);
            }
            let owner = &self.residents[it.owner];
            self.desk.take(office.society, owner, it, hurt, month, tally);
        }
        self.spill(&gifts, &clean_gifts, month);
        gifts.clear();
        clean_gifts.clear();
        self.gifts = (gifts, clean_gifts);
        self.pending = pending;
        self.pending.clear();
        self.values.clear();
        self.unseen.clear();
    }

    /// What spills over, in both worlds.
    fn spill(&mut self, gifts: &[Gift], clean_gifts: &[Gift], month: u32) {
        if gifts.is_empty() && clean_gifts.is_empty() {
            return;
        }
        let mut receivers: Vec<usize> = gifts.iter().chain(clean_gifts).map(|it| it.to).collect();
        receivers.sort_unstable();
        receivers.dedup();
        for place in receivers {
            let to_me = |it: &&Gift| it.to == place;
            let same = gifts.iter().filter(to_me).eq(clean_gifts.iter().filter(to_me));
            let it = &mut self.residents[place];
            if !same && it.clean.is_none() {
                it.clean = Some(Box::new(it.account.clone()));
            }
            for gift in gifts.iter().filter(to_me) {
                it.account.receive(self.office, *gift, month);
            }
            if let Some(clean) = &mut it.clean {
                for gift in clean_gifts.iter().filter(to_me) {
                    clean.receive(self.office, *gift, month);
                }
            }
        }
    }

    /// Step 4.
    fn close(&mut self, month: u32, tally: &mut Tally, trace: &mut Option<Trace>) {
        let office = self.office;
        for place in 0..self.residents.len() {
            let it = &mut self.residents[place];
            let changed = it.account.take_changed();
            let clean_changed = it.clean.as_mut().is_some_and(|it| it.take_changed());
            if !changed && !clean_changed {
                continue;
            }
            let was = it.standing;
            self.crowd.leave(it);
            if changed {
                let state = it.account.state(office);
                if state != it.state {
                    it.state = state;
                    it.standing = standing(office, it, state);
                }
                it.standing.above = above(office, it);
                if it.clean.is_none() {
                    it.clean_penalised = it.standing.penalised();
                }
            }
            if clean_changed && let Some(clean) = &it.clean {
                let state = clean.state(office);
                it.clean_penalised =
                    if state == it.state { it.standing } else { standing(office, it, state) }.penalised();
            }
            self.crowd.enter(it);
            it.rewarded.turn(it.standing.rewarded, month);
            it.wrongly.turn(it.is_wrongly(), month);
            if let Some(months) = it.penalised.turn(it.standing.penalised(), month) {
                tally.count_spread(Spread::Recovery, it.cell, months as usize);
            }
            if was.penalties != it.standing.penalties {
                self.settle_habits(place);
            }
        }
        if let Some(trace) = trace {
            for (place, it) in self.residents.iter().enumerate() {
                let (band, score) = (it.standing.band, it.account.score());
                let (penalised, wrongly) = (it.standing.penalised(), it.is_wrongly());
                trace.month(place, Moment { band, score, penalised, wrongly });
            }
        }
        self.adapt();
        self.crowd.count(month as usize, tally);
        self.desk.decide(office.society, &self.residents, month, tally, trace);
        if (month + 1).is_multiple_of(12) {
            self.close_year(month, tally);
        }
    }

    /// Pressure grows with what is felt and seen, and fades.
    fn adapt(&mut self) {
        let adaptation = self.office.society.adaptation;
        if adaptation.felt == 0 && adaptation.seen == 0 {
            return;
        }
        let everybody = self.residents.len().max(1) as u32;
        let seen = adaptation.seen * self.crowd.public() / everybody;
        for place in 0..self.residents.len() {
            let it = &mut self.residents[place];
            let before = it.pressure;
            let felt = if it.standing.penalised() { adaptation.felt } else { 0 };
            let faded = (before * adaptation.fades).div_ceil(1000);
            let after = (before - faded.min(before) + felt + seen).min(1000);
            if before == after {
                continue;
            }
            it.pressure = after;
            self.crowd.press(it.group, before, after);
            if differs(before, after) {
                self.settle_habits(place);
            }
        }
    }

    fn close_year(&mut self, month: u32, tally: &mut Tally) {
        let year = (month / 12) as usize;
        for it in &mut self.residents {
            let harmed = it.harmed != NEVER && month - it.harmed < 12;
            tally.count_confusion(year, it.cell, harmed, it.standing.penalised());
            if year > 0 {
                tally.count_move(year - 1, it.group, it.last_band, it.standing.band);
            }
            it.last_band = it.standing.band;
        }
    }

    /// Everything that is counted once, at the end.
    pub(super) fn end(&mut self, tally: &mut Tally) {
        let scale = self.office.society.rulebook.scale;
        let span = (scale.highest - scale.lowest).thousandths().max(1);
        let months = self.office.society.months;
        let mut profiles: Vec<_> = self.residents.iter().map(profile).collect();
        profiles.sort_unstable();
        for it in &self.residents {
            tally.count_once(Once::People, it.cell, 1);
            let above = (it.account.score() - scale.lowest).thousandths();
            let hundredths = usize::try_from(above.saturating_mul(100) / span).unwrap_or(0);
            tally.count_spread(Spread::Score, it.cell, hundredths);
            tally.count_spread(Spread::Benefit, it.cell, it.rewarded.months(months) as usize);
            tally.count_spread(Spread::Held, it.cell, it.held as usize);
            tally.count_spread(Spread::Joined, it.cell, it.joined.0.count_ones() as usize);
            if it.subject.kind == crate::engine::model::SubjectKind::Person {
                tally.count_spread(Spread::Ties, it.cell, it.ties.count_ones() as usize);
            }
            tally.count_once(Once::EverPenalised, it.cell, u64::from(it.penalised.months(months) > 0));
            tally.count_once(Once::EverWrongly, it.cell, u64::from(it.wrongly.months(months) > 0));
            tally.count_once(Once::Unrecovered, it.cell, u64::from(it.penalised.holds()));
            let mine = profile(it);
            let from = profiles.partition_point(|it| *it < mine);
            let alike = profiles[from..].iter().take_while(|it| **it == mine).count();
            tally.count_once(Once::Unique, it.cell, u64::from(alike == 1));
        }
        self.desk.end(tally);
    }

    fn leak(&self, tally: &mut Tally) {
        for it in self.residents.iter().filter(|it| it.held > 0) {
            tally.count_once(Once::Exposed, it.cell, 1);
            tally.count_once(Once::ExposedRecords, it.cell, u64::from(it.held));
        }
    }

    /// The chances of everything that can happen to a resident, after a shock began or ended.
    fn settle_base(&mut self, place: usize) {
        let it = &self.residents[place];
        let mut habits = std::mem::take(&mut self.habits);
        habits.settle_base(self.rates, place, self.shocks.circumstance, |slot| match slot {
            Slot::Error(source) => self.error_chance(it, source),
            Slot::Report => self.report_chance(it),
            Slot::Act(_) => Chance::NEVER,
        });
        habits.settle(self.rates, place, it);
        self.habits = habits;
    }

    /// The chances of a resident's acts, after penalties or pressure changed.
    fn settle_habits(&mut self, place: usize) {
        self.habits.settle(self.rates, place, &self.residents[place]);
    }
}

/// What can be seen of somebody.
fn profile(it: &Resident) -> (usize, usize, u64, u64) {
    (it.group, it.standing.band, it.account.lists().0, it.joined.0)
}

/// How far above the lowest score somebody is, in thousandths.
fn above(office: Office<'_>, it: &Resident) -> u64 {
    (it.account.score() - office.society.rulebook.scale.lowest).thousandths().unsigned_abs()
}

/// What an account means for its subject; but for how far it is above the lowest score.
fn standing(office: Office<'_>, it: &Resident, state: State) -> Standing {
    let book = &office.society.rulebook;
    let lists = state.lists;
    let mut res = Standing { band: state.band, ..Standing::default() };
    res.public = lists.meets(office.society.public_lists);
    for consequence in &book.consequences {
        if holds(consequence, &book.safeguards, &it.subject, state) {
            if consequence.penalty {
                res.penalties = res.penalties.with(consequence.domain);
                res.listed |= consequence.lists.meets(lists);
            } else {
                res.rewarded = true;
            }
        }
    }
    res
}
