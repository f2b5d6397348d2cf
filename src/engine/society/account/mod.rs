//! The account of one of many: what [`crate::engine::case`] keeps line by line, kept as a balance.
//!
//! The rules are the same, but every day is the first of a month, and nothing is remembered that cannot count any more:
//! there is no ledger. `tests/society.rs` puts random lives through both and compares every month.

mod amount;
mod office;

pub use office::Office;

use crate::engine::Points;
use crate::engine::case::consequences::State;
use crate::engine::model::{
    Amount, BandIdx, CeilingEffect, Combine, DomainIdx, ListingEffect, PointsEffect, Rule, RuleIdx, Set, Subject,
};

/// The number of a record in its neighbourhood.
pub type RecordId = u32;

/// A month that never comes.
const NEVER: u32 = u32::MAX;

/// A record as rules see it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its number: rising in time.
    pub id: RecordId,
    /// The kind of event.
    pub kind: usize,
    /// The values of its fields.
    pub fields: &'a [Points],
    /// The sources that recorded it.
    pub sources: Set,
}

/// A share of a posting on its way to an associate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gift {
    /// The place of the receiver.
    pub to: usize,
    points: Points,
    record: RecordId,
    domain: Option<DomainIdx>,
    months: Option<u32>,
}

/// A posting, while anything about it can still count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Posting {
    record: RecordId,
    month: u32,
    ends: u32,
    applied: Points,
    left: Points,
    domain: u8,
}

/// A ceiling (of a band) or a listing (on a list).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Term {
    record: RecordId,
    ends: u32,
    what: u8,
    domain: u8,
}

/// One use of a rule whose repetition or limit looks back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Use {
    rule: u16,
    month: u32,
    record: RecordId,
    /// Whether it takes one of the times that the limit allows: points were named, and the limit did not refuse them.
    is_a_time: bool,
    struck_out: bool,
    applied: Points,
}

/// No domain.
const NOWHERE: u8 = u8::MAX;

/// The account of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    score: Points,
    postings: Vec<Posting>,
    ceilings: Vec<Term>,
    listings: Vec<Term>,
    uses: Vec<Use>,
    /// The next month in which something ends.
    next_end: u32,
    lost_by: Option<(RecordId, Points)>,
    lost_in: (i32, Points),
    before: Option<(RecordId, BandIdx, BandIdx)>,
    live_in_domain: [u16; 32],
    /// The domains of which that is not zero.
    live: Set,
    /// Whether anything changed since this was last taken.
    changed: bool,
}

impl Account {
    /// A new account.
    pub fn open(office: Office<'_>) -> Self {
        Self {
            score: office.book().scale.start,
            postings: Vec::new(),
            ceilings: Vec::new(),
            listings: Vec::new(),
            uses: Vec::new(),
            next_end: NEVER,
            lost_by: None,
            lost_in: (i32::MIN, Points::ZERO),
            before: None,
            live_in_domain: [0; 32],
            live: Set(0),
            changed: true,
        }
    }

    /// The score.
    pub const fn score(&self) -> Points {
        self.score
    }

    /// The band under the ceilings in force.
    pub fn band(&self, office: Office<'_>) -> BandIdx {
        let by_score = office.band_of(self.score);
        self.ceilings.iter().fold(by_score, |band, it| band.min(it.what as usize))
    }

    /// The lists that the subject is on.
    pub fn lists(&self) -> Set {
        self.listings.iter().map(|it| it.what as usize).collect()
    }

    /// What decides about the subject's consequences.
    pub fn state(&self, office: Office<'_>) -> State {
        State { band: self.band(office), lists: self.lists(), live: self.live }
    }

    /// Whether anything changed since this was last asked.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Whether [`Account::begin_month`] would do anything.
    pub fn is_due(&self, office: Office<'_>, month: u32) -> bool {
        self.next_end <= month || (office.book().fading > 0 && !self.postings.is_empty())
    }

    /// Steps 1 and 2: what ends, ends; what fades, fades.
    pub fn begin_month(&mut self, office: Office<'_>, month: u32) {
        if self.next_end <= month {
            self.end_terms(office, month);
        }
        let share = office.book().fading;
        if share > 0 && !self.postings.is_empty() {
            self.fade(office, share);
            self.tidy(office, month);
        }
    }

    fn end_terms(&mut self, office: Office<'_>, month: u32) {
        for at in 0..self.postings.len() {
            if self.postings[at].ends == month {
                self.give_back(office, at);
            }
        }
        self.lift_ceilings(|it| it.ends == month);
        self.lift_listings(|it| it.ends == month);
        self.tidy(office, month);
    }

    fn fade(&mut self, office: Office<'_>, share: u32) {
        let mut sum = Points::ZERO;
        for at in 0..self.postings.len() {
            let left = self.postings[at].left;
            let shrinkage = left.per_mille(share);
            if !shrinkage.is_zero() {
                sum -= shrinkage;
                self.set_left(at, left - shrinkage);
                self.changed = true;
            }
        }
        self.move_score(office, sum);
    }

    /// Step 3: undoes what is left of a record that is struck out.
    pub fn strike_out(&mut self, office: Office<'_>, record: RecordId, month: u32) {
        let year = office.months.year(month);
        for it in self.uses.iter_mut().filter(|it| it.record == record) {
            it.struck_out = true;
        }
        let mut any = false;
        for at in 0..self.postings.len() {
            let it = self.postings[at];
            if it.record == record {
                any = true;
                if it.applied.is_loss() && office.months.year(it.month) == year {
                    self.lost_in = (year, self.lost_in_year(year) - it.applied.abs());
                    // It cannot be struck out twice.
                    self.postings[at].applied = Points::ZERO;
                }
                self.give_back(office, at);
            }
        }
        self.lift_ceilings(|it| it.record == record);
        self.lift_listings(|it| it.record == record);
        if any {
            self.tidy(office, month);
        }
    }

    /// Step 4: offers a record to the rules for its kind. Answers whether it cost the subject anything.
    pub fn offer(
        &mut self,
        office: Office<'_>,
        subject: &Subject,
        seen: Seen<'_>,
        month: u32,
        gifts: &mut Vec<Gift>,
    ) -> bool {
        let book = office.book();
        let sources = seen.sources.both(book.sources_on);
        if sources.is_empty() {
            return false;
        }
        let matches = |it: &Rule| it.on && it.sources.meets(sources) && it.cond.holds(seen.fields, subject);
        let rules = &book.rules_of_kind[seen.kind];
        let mut hurt = false;
        match book.combine {
            Combine::All => {
                for &rule in rules {
                    if matches(office.rule(rule)) {
                        hurt |= self.apply(office, subject, rule, seen, month, gifts);
                    }
                }
            }
            Combine::First => {
                if let Some(&rule) = rules.iter().find(|it| matches(office.rule(**it))) {
                    hurt |= self.apply(office, subject, rule, seen, month, gifts);
                }
            }
            Combine::Strongest => {
                let matching: Vec<(RuleIdx, Points)> = rules
                    .iter()
                    .filter(|it| matches(office.rule(**it)))
                    .map(|&it| (it, self.nominal_of(office, it, seen, month)))
                    .collect();
                let mut worst: Option<(RuleIdx, Points)> = None;
                let mut best: Option<(RuleIdx, Points)> = None;
                for &(rule, points) in &matching {
                    if points.is_loss() && worst.is_none_or(|it| points < it.1) {
                        worst = Some((rule, points));
                    }
                    if points.is_gain() && best.is_none_or(|it| points > it.1) {
                        best = Some((rule, points));
                    }
                }
                let strongest = [worst, best].map(|it| it.map(|it| it.0));
                for (rule, points) in matching {
                    if points.is_zero() || strongest.contains(&Some(rule)) {
                        hurt |= self.apply(office, subject, rule, seen, month, gifts);
                    }
                }
            }
        }
        hurt
    }

    /// Step 5: takes what spills over from an associate.
    pub fn receive(&mut self, office: Office<'_>, gift: Gift, month: u32) {
        self.remember_before(office, gift.record);
        let applied = self.reduce(office, gift.points, gift.record, month);
        let domain = gift.domain.map_or(NOWHERE, |it| it as u8);
        self.post(office, gift.record, domain, applied, gift.months, month);
    }

    /// One rule that matched: its points, ceiling, delistings and listings. Answers whether it cost anything.
    fn apply(
        &mut self,
        office: Office<'_>,
        subject: &Subject,
        rule_idx: RuleIdx,
        seen: Seen<'_>,
        month: u32,
        gifts: &mut Vec<Gift>,
    ) -> bool {
        let rule = office.rule(rule_idx);
        let mut hurt = false;
        self.remember_before(office, seen.id);
        if let Some(effect) = &rule.points {
            hurt |= self.apply_points(office, subject, effect, rule_idx, seen, month, gifts);
        }
        if let Some(effect) = rule.ceiling {
            hurt = true;
            self.apply_ceiling(office, effect, seen, month);
        }
        for &list in &rule.delistings {
            self.lift_listings(|it| it.what as usize == list);
        }
        for &effect in &rule.listings {
            hurt |= office.book().consequences.iter().any(|it| it.penalty && it.lists.has(effect.list));
            self.apply_listing(office, effect, seen, month);
        }
        hurt
    }

    #[expect(clippy::too_many_arguments, reason = "everything that a posting depends on")]
    fn apply_points(
        &mut self,
        office: Office<'_>,
        subject: &Subject,
        effect: &PointsEffect,
        rule_idx: RuleIdx,
        seen: Seen<'_>,
        month: u32,
        gifts: &mut Vec<Gift>,
    ) -> bool {
        let rule = office.rule(rule_idx);
        let nominal = self.nominal(office, rule_idx, &effect.amount, seen, month);
        let limited = match rule.limit {
            Some(limit) => self.under_limit(office, nominal, rule_idx, limit, month),
            None => nominal,
        };
        let applied = self.reduce(office, limited, seen.id, month);
        if rule.limit.is_some() || matches!(effect.amount, Amount::Ladder { .. }) {
            let is_a_time = !limited.is_zero();
            let rule = u16::try_from(rule_idx).unwrap_or(u16::MAX);
            self.uses.push(Use { rule, month, record: seen.id, is_a_time, struck_out: false, applied });
        }
        let domain = office.domain_of(seen.kind);
        self.post(office, seen.id, domain, applied, effect.months, month);
        if let Some(spill) = effect.spill
            && !office.book().safeguards.no_spill_over
        {
            let points = applied.per_mille(spill.share);
            if !points.is_zero() {
                let domain = (domain != NOWHERE).then_some(domain as usize);
                for &(to, relation) in &subject.associates {
                    if spill.to.has(relation as usize) {
                        gifts.push(Gift { to, points, record: seen.id, domain, months: effect.months });
                    }
                }
            }
        }
        applied.is_loss()
    }

    fn apply_ceiling(&mut self, office: Office<'_>, effect: CeilingEffect, seen: Seen<'_>, month: u32) {
        let lowest = match self.before {
            Some((_, _, before)) if office.book().safeguards.no_cliff => before.saturating_sub(1),
            _ => 0,
        };
        let what = effect.band.max(lowest) as u8;
        let term = Self::term(office, seen, what, effect.months, month);
        self.begin_term(term);
        self.ceilings.push(term);
    }

    fn apply_listing(&mut self, office: Office<'_>, effect: ListingEffect, seen: Seen<'_>, month: u32) {
        let term = Self::term(office, seen, effect.list as u8, effect.months, month);
        self.begin_term(term);
        self.listings.push(term);
    }

    fn term(office: Office<'_>, seen: Seen<'_>, what: u8, months: Option<u32>, month: u32) -> Term {
        Term { record: seen.id, ends: Office::end(month, months), what, domain: office.domain_of(seen.kind) }
    }

    fn begin_term(&mut self, term: Term) {
        self.changed = true;
        self.next_end = self.next_end.min(term.ends);
        self.count_live(term.domain, 1);
    }

    /// Writes down a posting.
    fn post(
        &mut self,
        office: Office<'_>,
        record: RecordId,
        domain: u8,
        applied: Points,
        months: Option<u32>,
        month: u32,
    ) {
        if applied.is_zero() {
            return;
        }
        if applied.is_loss() {
            let year = office.months.year(month);
            self.lost_by = Some((record, self.lost_by_record(record) + applied.abs()));
            self.lost_in = (year, self.lost_in_year(year) + applied.abs());
        }
        let ends = Office::end(month, months);
        self.next_end = self.next_end.min(ends);
        self.changed = true;
        self.score += applied;
        self.postings.push(Posting { record, month, ends, applied, left: Points::ZERO, domain });
        self.set_left(self.postings.len() - 1, applied);
    }

    fn give_back(&mut self, office: Office<'_>, at: usize) {
        let left = self.postings[at].left;
        if !left.is_zero() {
            self.set_left(at, Points::ZERO);
            self.move_score(office, Points::ZERO - left);
            self.changed = true;
        }
    }

    fn move_score(&mut self, office: Office<'_>, by: Points) {
        let scale = office.book().scale;
        self.score = (self.score + by).clamp(scale.lowest, scale.highest);
    }

    fn set_left(&mut self, at: usize, left: Points) {
        let before = std::mem::replace(&mut self.postings[at].left, left);
        let domain = self.postings[at].domain;
        match (before.is_loss(), left.is_loss()) {
            (false, true) => self.count_live(domain, 1),
            (true, false) => self.count_live(domain, -1),
            _ => {}
        }
    }

    fn count_live(&mut self, domain: u8, by: i16) {
        if let Some(count) = self.live_in_domain.get_mut(domain as usize) {
            *count = count.saturating_add_signed(by);
            let here = Set::of(domain as usize);
            self.live = Set(if *count > 0 { self.live.0 | here.0 } else { self.live.0 & !here.0 });
        }
    }

    fn lift_ceilings(&mut self, ends: impl Fn(&Term) -> bool) {
        let mut terms = std::mem::take(&mut self.ceilings);
        terms.retain(|it| !ends(it) || self.lift(it));
        self.ceilings = terms;
    }

    fn lift_listings(&mut self, ends: impl Fn(&Term) -> bool) {
        let mut terms = std::mem::take(&mut self.listings);
        terms.retain(|it| !ends(it) || self.lift(it));
        self.listings = terms;
    }

    /// Ends a term; it is not kept.
    fn lift(&mut self, term: &Term) -> bool {
        self.changed = true;
        self.count_live(term.domain, -1);
        false
    }

    /// Forgets what cannot count any more, and looks for the next month in which something ends.
    fn tidy(&mut self, office: Office<'_>, month: u32) {
        let year = office.months.year(month);
        let counts =
            |it: &Posting| !it.left.is_zero() || (it.applied.is_loss() && office.months.year(it.month) == year);
        self.postings.retain(counts);
        let live = self.postings.iter().filter(|it| !it.left.is_zero()).map(|it| it.ends);
        let terms = self.ceilings.iter().chain(&self.listings).map(|it| it.ends);
        self.next_end = live.chain(terms).min().unwrap_or(NEVER);
    }

    fn remember_before(&mut self, office: Office<'_>, record: RecordId) {
        if self.before.is_none_or(|it| it.0 != record) {
            self.before = Some((record, office.band_of(self.score), self.band(office)));
        }
    }

    fn lost_by_record(&self, record: RecordId) -> Points {
        self.lost_by.filter(|it| it.0 == record).map_or(Points::ZERO, |it| it.1)
    }

    fn lost_in_year(&self, year: i32) -> Points {
        if self.lost_in.0 == year { self.lost_in.1 } else { Points::ZERO }
    }
}
