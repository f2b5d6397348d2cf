//! The account of one subject: its score, ledger, ceilings and listings.

use std::collections::BTreeMap;

use super::consequences::{State, Tracker};
use super::in_force::{DOMAINS, InForce};
use super::report::{End, Entry, Life, Line, LineIdx, Reduction, Standing, Step};
use super::uses::{Use, Uses};
use crate::engine::model::{
    Amount, BandIdx, Case, CeilingEffect, DomainIdx, EventIdx, ListIdx, ListingEffect, PointsEffect, Rule, RuleIdx,
    Safeguards, Scale, Set, Subject, SubjectIdx,
};
use crate::engine::{Day, Points};

/// A share of a posting on its way to an associate.
pub(super) struct Gift {
    from: SubjectIdx,
    line: LineIdx,
    /// The receiver.
    pub(super) to: SubjectIdx,
    points: Points,
    event: EventIdx,
    rule: RuleIdx,
    months: Option<u32>,
}

/// The account of one subject while it is being kept.
pub(super) struct Account<'a> {
    case: &'a Case,
    idx: SubjectIdx,
    score: Points,
    lines: Vec<Line>,
    /// If points fade, the postings that may still shrink.
    fading: Vec<LineIdx>,
    in_force: InForce,
    /// Lines that end on a day.
    ends: BTreeMap<Day, Vec<LineIdx>>,
    /// For each event, its postings, ceilings and listings here.
    of_event: BTreeMap<EventIdx, Vec<LineIdx>>,
    /// For each rule, what it looks back on.
    uses: Vec<Uses>,
    /// For each event that will be struck out, where its uses are.
    uses_of_event: BTreeMap<EventIdx, Vec<(RuleIdx, usize)>>,
    /// The last event that cost anything, and what it cost so far.
    lost_by: Option<(EventIdx, Points)>,
    /// The last year that cost anything, and what it cost so far without what is struck out.
    lost_in: Option<(i16, Points)>,
    /// The last event that touched the account, and the bands of score and subject before it.
    before_event: Option<(EventIdx, BandIdx, BandIdx)>,
    course: Vec<Standing>,
    tracker: Tracker,
    /// How often anything was gone through: see [`super::run_counted`].
    steps: u64,
}

impl<'a> Account<'a> {
    pub(super) fn open(case: &'a Case, idx: SubjectIdx) -> Self {
        let rulebook = &case.rulebook;
        let score = rulebook.scale.start;
        let band = band_of(&rulebook.bands, score);
        let state = State { band, lists: Set::default(), live: Set::default() };
        Self {
            case,
            idx,
            score,
            lines: Vec::new(),
            fading: Vec::new(),
            in_force: InForce::default(),
            ends: BTreeMap::new(),
            of_event: BTreeMap::new(),
            uses: rulebook.rules.iter().map(|_| Uses::default()).collect(),
            uses_of_event: BTreeMap::new(),
            lost_by: None,
            lost_in: None,
            before_event: None,
            course: vec![Standing { day: case.first, score, band }],
            tracker: Tracker::new(&rulebook.consequences, &rulebook.safeguards, &case.subjects[idx], state),
            steps: rulebook.consequences.len() as u64,
        }
    }

    /// Step 1: gives back what is left of postings whose time is over, and closes ceilings and listings.
    pub(super) fn end_terms(&mut self, day: Day) {
        let Some(due) = self.ends.remove(&day) else { return };
        self.count(due.len());
        for &line in &due {
            self.give_back(line, End::Term, day);
        }
        for &line in &due {
            self.lift(line, End::Term, day, None);
        }
    }

    /// Step 2: on the first of a month, what is left of each posting shrinks.
    pub(super) fn fade(&mut self, day: Day) {
        let share = self.case.rulebook.fading;
        if share == 0 || self.fading.is_empty() || day.day_of_month() != 1 {
            return;
        }
        self.count(self.fading.len());
        let mut sum = Points::ZERO;
        let mut any = false;
        for line in std::mem::take(&mut self.fading) {
            let shrinkage = self.lines[line].left.per_mille(share);
            // What is too small to shrink now never will: it is not looked at again.
            if shrinkage.is_zero() {
                continue;
            }
            any = true;
            sum -= shrinkage;
            self.set_left(line, self.lines[line].left - shrinkage);
            self.fading.push(line);
        }
        // A loss and a gain may shrink by the same amount: the score stays, but a loss may be live no more.
        if any {
            self.move_score(day, Entry::Faded, sum, None);
        }
    }

    /// Step 3: undoes what is left of an event that is struck out.
    pub(super) fn strike_out(&mut self, event: EventIdx, day: Day) {
        for (rule, place) in self.uses_of_event.remove(&event).unwrap_or_default() {
            self.uses[rule].strike_out(place);
            self.count(1);
        }
        let Some(lines) = self.of_event.remove(&event) else { return };
        self.count(lines.len());
        for &line in &lines {
            self.forget_loss(line, day);
            self.give_back(line, End::Correction, day);
        }
        for &line in &lines {
            self.lift(line, End::Correction, day, None);
        }
    }

    /// Step 4, for one rule that matched: its points, ceiling, delistings and listings.
    pub(super) fn apply(&mut self, rule_idx: RuleIdx, event: EventIdx, gifts: &mut Vec<Gift>) {
        let rule: &'a Rule = &self.case.rulebook.rules[rule_idx];
        let day = self.case.events[event].day;
        self.remember_bands_before(event);
        if let Some(effect) = &rule.points {
            self.apply_points(effect, rule_idx, event, day, gifts);
        }
        if let Some(effect) = rule.ceiling {
            self.apply_ceiling(effect, rule_idx, event, day);
        }
        for &list in &rule.delistings {
            self.apply_delisting(list, rule_idx, event, day);
        }
        for &effect in &rule.listings {
            self.apply_listing(effect, rule_idx, event, day);
        }
    }

    /// Step 5: takes what spills over from an associate.
    pub(super) fn receive(&mut self, gift: &Gift, day: Day) {
        self.remember_bands_before(gift.event);
        let (applied, reductions) = self.reduce(gift.points, gift.event, None, day);
        let entry = Entry::Spilled { from: gift.from, line: gift.line };
        self.post(day, entry, gift.event, gift.rule, (gift.points, applied, reductions), gift.months);
    }

    /// Takes over the state at the end of the day. Answers with the next day on which the account must be looked at.
    pub(super) fn close_day(&mut self, day: Day) -> Option<Day> {
        let band = self.band();
        let standing = Standing { day, score: self.score, band };
        let last = self.course.len() - 1;
        if self.course[last].day == day {
            self.course[last] = standing;
        } else if (self.course[last].score, self.course[last].band) != (self.score, band) {
            self.course.push(standing);
        }
        self.tracker.close_day(day);
        self.count(1 + self.case.rulebook.consequences.len());
        let fades = !self.fading.is_empty();
        let next_end = self.ends.keys().next().copied();
        let next_fade = Some(day.first_of_next_month()).filter(|it| fades && *it > day);
        [next_end, next_fade].into_iter().flatten().min()
    }

    /// The finished account, and how many steps it took.
    pub(super) fn close(self) -> (Life, u64) {
        let life = Life { lines: self.lines, course: self.course, consequences: self.tracker.into_intervals() };
        (life, self.steps)
    }

    fn apply_points(
        &mut self,
        effect: &PointsEffect,
        rule_idx: RuleIdx,
        event: EventIdx,
        day: Day,
        gifts: &mut Vec<Gift>,
    ) {
        let (nominal, basis) = self.nominal(rule_idx, &effect.amount, &self.case.events[event]);
        let (applied, reductions) = self.reduce(nominal, event, Some(rule_idx), day);
        let refused = reductions.first().is_some_and(|it| it.by == Step::RuleLimit && it.to.is_zero());
        self.remember_use(rule_idx, event, day, !nominal.is_zero() && !refused, applied);
        let line = self.post(day, Entry::Posted(basis), event, rule_idx, (nominal, applied, reductions), effect.months);
        let Some(spill) = effect.spill.filter(|_| !self.safeguards().no_spill_over) else { return };
        let points = applied.per_mille(spill.share);
        if points.is_zero() {
            return;
        }
        for &(to, relation) in &self.subject().associates {
            if spill.to.has(relation as usize) {
                gifts.push(Gift { from: self.idx, line, to, points, event, rule: rule_idx, months: effect.months });
            }
        }
    }

    fn apply_ceiling(&mut self, effect: CeilingEffect, rule: RuleIdx, event: EventIdx, day: Day) {
        let lowest = match self.before_event {
            Some((_, _, before)) if self.safeguards().no_cliff => before.saturating_sub(1),
            _ => 0,
        };
        let band = effect.band.max(lowest);
        let before = self.band();
        let line = self.lines.len();
        self.in_force.limit(band, line);
        let entry = Entry::Ceiling { band, raised: band != effect.band };
        self.enter_live(day, entry, event, rule, before, effect.months);
    }

    fn apply_listing(&mut self, effect: ListingEffect, rule: RuleIdx, event: EventIdx, day: Day) {
        let before = self.band();
        let line = self.lines.len();
        self.in_force.list(effect.list, line);
        self.enter_live(day, Entry::Listed { list: effect.list }, event, rule, before, effect.months);
    }

    fn apply_delisting(&mut self, list: ListIdx, rule: RuleIdx, event: EventIdx, day: Day) {
        let open: Vec<LineIdx> = self.in_force.listings_on(list).collect();
        for line in open {
            self.lift(line, End::Delisting, day, Some((event, rule)));
        }
    }

    /// Writes down a posting of points.
    fn post(
        &mut self,
        day: Day,
        entry: Entry,
        event: EventIdx,
        rule: RuleIdx,
        (nominal, applied, reductions): (Points, Points, Vec<Reduction>),
        months: Option<u32>,
    ) -> LineIdx {
        let line = self.lines.len();
        let ends = months.filter(|_| !applied.is_zero()).and_then(|it| day.checked_plus_months(it));
        if applied.is_loss() {
            self.lost_by = Some((event, self.lost_by_event(event) + applied.abs()));
            self.lost_in = Some((day.year(), self.lost_in_year(day) + applied.abs()));
        }
        if !applied.is_zero() {
            if self.case.rulebook.fading > 0 {
                self.fading.push(line);
            }
            self.remember_end(line, event, ends);
        }
        let before = (self.score, self.band());
        self.score += applied;
        let left = Points::ZERO;
        let score = (before.0, self.score);
        let band = (before.1, self.band());
        let (event, rule) = (Some(event), Some(rule));
        self.lines.push(Line { day, entry, event, rule, nominal, applied, reductions, score, band, ends, left });
        self.set_left(line, applied);
        self.after_line();
        line
    }

    /// Writes down a ceiling or listing.
    fn enter_live(
        &mut self,
        day: Day,
        entry: Entry,
        event: EventIdx,
        rule: RuleIdx,
        before: BandIdx,
        months: Option<u32>,
    ) {
        let line = self.lines.len();
        let ends = months.and_then(|it| day.checked_plus_months(it));
        self.remember_end(line, event, ends);
        self.in_force.count_live(self.domain_of(Some(event)), true);
        self.push_quiet(day, entry, Some((event, rule)), before, ends);
    }

    /// Gives back what is left of a posting, as far as the scale allows. Does nothing for other lines.
    fn give_back(&mut self, line: LineIdx, because: End, day: Day) {
        let left = self.lines[line].left;
        if left.is_zero() {
            return;
        }
        self.set_left(line, Points::ZERO);
        let behind = self.lines[line].event.zip(self.lines[line].rule);
        self.move_score(day, Entry::GivenBack { of: line, because }, -left, behind);
    }

    /// Closes a ceiling or listing. Does nothing for other lines, or if it is closed already.
    fn lift(&mut self, line: LineIdx, because: End, day: Day, by: Option<(EventIdx, RuleIdx)>) {
        let before = self.band();
        let Some(entry) = self.in_force.end(line, self.lines[line].entry, because) else { return };
        self.in_force.count_live(self.domain_of(self.lines[line].event), false);
        let behind = by.or(self.lines[line].event.zip(self.lines[line].rule));
        self.push_quiet(day, entry, behind, before, None);
    }

    /// Writes down a movement of the score that is no posting, as far as the scale allows it.
    fn move_score(&mut self, day: Day, entry: Entry, nominal: Points, behind: Option<(EventIdx, RuleIdx)>) {
        let scale = self.scale();
        let applied = (self.score + nominal).clamp(scale.lowest, scale.highest) - self.score;
        let reductions = match applied == nominal {
            true => Vec::new(),
            false => vec![Reduction { by: Step::ScaleEnd, to: applied }],
        };
        let before = (self.score, self.band());
        self.score += applied;
        self.lines.push(Line {
            day,
            entry,
            event: behind.map(|it| it.0),
            rule: behind.map(|it| it.1),
            nominal,
            applied,
            reductions,
            score: (before.0, self.score),
            band: (before.1, self.band()),
            ends: None,
            left: Points::ZERO,
        });
        self.after_line();
    }

    /// Writes down a line without points.
    fn push_quiet(
        &mut self,
        day: Day,
        entry: Entry,
        behind: Option<(EventIdx, RuleIdx)>,
        before: BandIdx,
        ends: Option<Day>,
    ) {
        self.lines.push(Line {
            day,
            entry,
            event: behind.map(|it| it.0),
            rule: behind.map(|it| it.1),
            nominal: Points::ZERO,
            applied: Points::ZERO,
            reductions: Vec::new(),
            score: (self.score, self.score),
            band: (before, self.band()),
            ends,
            left: Points::ZERO,
        });
        self.after_line();
    }

    fn after_line(&mut self) {
        let state = State { band: self.band(), lists: self.in_force.lists(), live: self.in_force.live() };
        let line = self.lines.len() - 1;
        let rulebook = &self.case.rulebook;
        let subject = &self.case.subjects[self.idx];
        let looked = self.tracker.after_line(&rulebook.consequences, &rulebook.safeguards, subject, state, line);
        self.count(1 + looked);
    }

    fn set_left(&mut self, line: LineIdx, left: Points) {
        let before = std::mem::replace(&mut self.lines[line].left, left);
        if before.is_loss() != left.is_loss() {
            self.in_force.count_live(self.domain_of(self.lines[line].event), left.is_loss());
        }
    }

    fn remember_end(&mut self, line: LineIdx, event: EventIdx, ends: Option<Day>) {
        self.of_event.entry(event).or_default().push(line);
        if let Some(day) = ends {
            self.ends.entry(day).or_default().push(line);
        }
    }

    /// Notes the use of a rule that looks back.
    fn remember_use(&mut self, rule_idx: RuleIdx, event: EventIdx, day: Day, is_a_time: bool, applied: Points) {
        let rule = self.rule(rule_idx);
        let amount = rule.points.as_ref().map(|it| &it.amount);
        if rule.limit.is_none() && !matches!(amount, Some(Amount::Ladder { .. })) {
            return;
        }
        let counts_until = amount.and_then(Amount::within).and_then(|it| day.checked_plus_months(it));
        let period = rule.limit.map_or(0, |it| it.per.of(day));
        let struck_out = self.case.events[event].corrected.is_some_and(|it| it <= day);
        let place = self.uses[rule_idx].add(Use { counts_until, period, is_a_time, applied, struck_out });
        if self.case.events[event].corrected.is_some() {
            self.uses_of_event.entry(event).or_default().push((rule_idx, place));
        }
    }

    /// A loss that is struck out does not count towards what its year cost.
    fn forget_loss(&mut self, line: LineIdx, day: Day) {
        let Line { day: lost_on, applied, .. } = self.lines[line];
        if applied.is_loss() && lost_on.year() == day.year() {
            self.lost_in = Some((day.year(), self.lost_in_year(day) - applied.abs()));
        }
    }

    fn remember_bands_before(&mut self, event: EventIdx) {
        if self.before_event.is_none_or(|it| it.0 != event) {
            self.before_event = Some((event, band_of(&self.case.rulebook.bands, self.score), self.band()));
        }
    }

    pub(super) fn lost_by_event(&self, event: EventIdx) -> Points {
        self.lost_by.filter(|it| it.0 == event).map_or(Points::ZERO, |it| it.1)
    }

    pub(super) fn lost_in_year(&self, day: Day) -> Points {
        self.lost_in.filter(|it| it.0 == day.year()).map_or(Points::ZERO, |it| it.1)
    }

    /// The lowest score to which an event may lead if it may not cost more than one band.
    pub(super) fn cliff_floor(&self, event: EventIdx) -> Points {
        let bands = &self.case.rulebook.bands;
        match self.before_event {
            Some((it, score_band, _)) if it == event => bands[score_band.saturating_sub(1)],
            _ => bands[band_of(bands, self.score).saturating_sub(1)],
        }
    }

    /// How many earlier times of a rule count on a day.
    pub(super) fn earlier_times(&mut self, rule: RuleIdx, today: Day) -> usize {
        self.uses[rule].earlier(today)
    }

    /// The times and the points that are used of a rule's limit in a period.
    pub(super) fn used_in(&self, rule: RuleIdx, period: i32) -> (usize, Points) {
        self.uses[rule].used_in(period)
    }

    pub(super) fn rule(&self, rule: RuleIdx) -> &'a Rule {
        &self.case.rulebook.rules[rule]
    }

    pub(super) fn scale(&self) -> Scale {
        self.case.rulebook.scale
    }

    pub(super) fn score(&self) -> Points {
        self.score
    }

    pub(super) fn safeguards(&self) -> &'a Safeguards {
        &self.case.rulebook.safeguards
    }

    fn subject(&self) -> &'a Subject {
        &self.case.subjects[self.idx]
    }

    fn domain_of(&self, event: Option<EventIdx>) -> Option<DomainIdx> {
        self.case.rulebook.domain_of_kind[self.case.events[event?].kind].filter(|it| *it < DOMAINS)
    }

    pub(super) fn count(&mut self, steps: usize) {
        self.steps = self.steps.saturating_add(steps as u64);
    }

    /// The band now, under the ceilings in force.
    fn band(&self) -> BandIdx {
        let by_score = band_of(&self.case.rulebook.bands, self.score);
        self.in_force.ceiling().map_or(by_score, |it| it.min(by_score))
    }
}

/// The band of a score.
fn band_of(bands: &[Points], score: Points) -> BandIdx {
    bands.partition_point(|from| *from <= score).saturating_sub(1)
}
