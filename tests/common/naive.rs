//! The case engine a second time: slow, straightforward, and without a look at the first.
//!
//! It works on the document itself, goes through every single day, keeps nothing but the list of ledger lines, and finds
//! everything else (score, band, repetitions, limits, caps, what is in force) by going through that list again.

use std::collections::{BTreeMap, BTreeSet};

use social_credit_lab::engine::Points;
use social_credit_lab::scenario::Scenario;
use social_credit_lab::scenario::doc::{
    Combine, Comparison, Cond, ConsequenceNature, Event, Period, PointsEffect, RepeatStep, Rule, Subject, Value,
};

use super::account::{Account, Fate, Life, NO_BAND, Row, Span};

/// Days since 1 January 1970.
type Date = i32;
/// Thousandths of a point.
type Milli = i64;

/// A line of a ledger.
#[derive(Clone)]
struct Line {
    day: Date,
    what: What,
    /// Place in the document.
    event: Option<usize>,
    rule: Option<usize>,
    nominal: Milli,
    applied: Milli,
    cuts: Vec<(&'static str, Milli)>,
    score: (Milli, Milli),
    /// Places from the top.
    band: (usize, usize),
    ends: Option<Date>,
    left: Milli,
    /// Whether a ceiling or listing is in force.
    open: bool,
    /// Which consequences hold after it.
    held: Vec<bool>,
}

#[derive(Clone)]
enum What {
    Posted(String),
    Spilled(String, usize),
    GivenBack(usize, &'static str),
    Faded,
    /// Place from the top, and whether it was raised.
    Ceiling(usize, bool),
    CeilingEnded(usize, &'static str),
    Listed(String),
    ListingEnded(String, usize, &'static str),
}

struct Gift {
    giver: String,
    line: usize,
    receiver: String,
    points: Milli,
    event: usize,
    rule: usize,
    months: Option<u32>,
}

/// Computes a valid scenario.
pub fn account(scenario: &Scenario) -> Account {
    let mut lives: BTreeMap<&str, Book<'_>> =
        scenario.cast.iter().map(|it| (it.id.as_str(), Book { scenario, subject: it, lines: Vec::new() })).collect();
    let mut res = Account { lives: BTreeMap::new(), events: BTreeMap::new() };
    let mut held: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for id in lives.keys() {
        res.lives.insert((*id).to_owned(), Life::default());
        held.insert(id, vec![false; scenario.rulebook.consequences.len()]);
    }
    let (first, last) = (scenario.first_day.0.number(), scenario.last_day.0.number());
    for today in first..=last {
        let mut gifts = Vec::new();
        for book in lives.values_mut() {
            book.ends(today);
            book.fading(today);
            book.corrections(today);
            for (place, event) in scenario.events.iter().enumerate() {
                if event.subject == book.subject.id && event.day.0.number() == today && book.concerns(event) {
                    let fate = book.event(place, today, &mut gifts);
                    res.events.insert(event.id.clone(), fate);
                }
            }
        }
        for gift in gifts {
            lives.get_mut(gift.receiver.as_str()).unwrap().spilled(&gift, today);
        }
        for (id, book) in &lives {
            book.night(today, today == first, held.get_mut(id).unwrap(), res.lives.get_mut(*id).unwrap());
        }
    }
    for (id, book) in lives {
        res.lives.get_mut(id).unwrap().rows = book.lines.iter().map(|it| book.row(it)).collect();
    }
    res
}

/// One subject with its ledger.
struct Book<'a> {
    scenario: &'a Scenario,
    subject: &'a Subject,
    lines: Vec<Line>,
}

impl<'a> Book<'a> {
    // The steps of a day.

    fn ends(&mut self, today: Date) {
        let due: Vec<usize> = (0..self.lines.len()).filter(|it| self.lines[*it].ends == Some(today)).collect();
        self.undo(&due, today, "term");
    }

    fn fading(&mut self, today: Date) {
        let share = i64::from(self.scenario.rulebook.fading);
        if civil(today).2 != 1 || share == 0 {
            return;
        }
        let (mut sum, mut any) = (0, false);
        for line in &mut self.lines {
            let less = share_of(line.left, share);
            line.left -= less;
            sum -= less;
            any |= less != 0;
        }
        if any {
            self.write(today, What::Faded, None, None, sum, vec![]);
        }
    }

    fn corrections(&mut self, today: Date) {
        let mut due: Vec<(&str, Date, usize)> = Vec::new();
        for (place, event) in self.scenario.events.iter().enumerate() {
            if self.corrected(place) == Some(today) {
                due.push((&event.subject, event.day.0.number(), place));
            }
        }
        due.sort_unstable();
        for (_, _, event) in due {
            let began = |it: &Line| {
                it.event == Some(event)
                    && matches!(it.what, What::Posted(_) | What::Spilled(..) | What::Ceiling(..) | What::Listed(_))
            };
            let lines: Vec<usize> = (0..self.lines.len()).filter(|it| began(&self.lines[*it])).collect();
            self.undo(&lines, today, "correction");
        }
    }

    /// Gives back what is left of these lines, then closes their ceilings and listings.
    fn undo(&mut self, lines: &[usize], today: Date, why: &'static str) {
        for &of in lines {
            let left = std::mem::take(&mut self.lines[of].left);
            if left != 0 {
                let (event, rule) = (self.lines[of].event, self.lines[of].rule);
                self.write(today, What::GivenBack(of, why), event, rule, -left, vec![]);
            }
        }
        for &of in lines {
            let (event, rule) = (self.lines[of].event, self.lines[of].rule);
            self.close(of, today, why, event, rule);
        }
    }

    fn close(&mut self, of: usize, today: Date, why: &'static str, event: Option<usize>, rule: Option<usize>) {
        let band = self.band();
        if std::mem::take(&mut self.lines[of].open) {
            let what = match &self.lines[of].what {
                What::Listed(list) => What::ListingEnded(list.clone(), of, why),
                _ => What::CeilingEnded(of, why),
            };
            self.write_quietly(today, what, event, rule, band);
        }
    }

    fn event(&mut self, place: usize, today: Date, gifts: &mut Vec<Gift>) -> Fate {
        let event = &self.scenario.events[place];
        let kind = self.scenario.kinds.iter().find(|it| it.id == event.kind).unwrap();
        let recorded_by = event.recorded_by.as_ref().unwrap_or(&kind.sources);
        let on = |id: &&String| self.scenario.rulebook.sources.iter().any(|it| it.id == **id && it.on);
        let recorded_by: Vec<&String> = recorded_by.iter().filter(on).collect();
        if recorded_by.is_empty() {
            return Fate { recorded: false, offers: Vec::new() };
        }
        let mut verdicts: Vec<(usize, &'static str)> = Vec::new();
        for (idx, rule) in self.scenario.rulebook.rules.iter().enumerate() {
            if rule.kind != event.kind {
                continue;
            }
            let heard = rule.reported_by.is_empty() || rule.reported_by.iter().any(|it| recorded_by.contains(&it));
            let verdict = match rule.on {
                false => "off",
                true if !heard => "not reported",
                true if !rule.when.as_ref().is_none_or(|it| self.meets(it, event)) => "test failed",
                true => "applied",
            };
            verdicts.push((idx, verdict));
        }
        let matching: Vec<usize> = verdicts.iter().filter(|it| it.1 == "applied").map(|it| it.0).collect();
        let kept = self.kept(&matching, event, today);
        for it in &mut verdicts {
            if it.1 == "applied" && !kept.contains(&it.0) {
                it.1 = "dropped";
            }
        }
        for rule in matching {
            if kept.contains(&rule) {
                self.apply(rule, place, today, gifts);
            }
        }
        let name = |idx: usize| self.scenario.rulebook.rules[idx].id.clone();
        Fate { recorded: true, offers: verdicts.into_iter().map(|(idx, verdict)| (name(idx), verdict)).collect() }
    }

    /// Which of the matching rules the combine policy keeps.
    fn kept(&self, matching: &[usize], event: &Event, today: Date) -> BTreeSet<usize> {
        match self.scenario.rulebook.combine {
            Combine::All => matching.iter().copied().collect(),
            Combine::First => matching.first().copied().into_iter().collect(),
            Combine::Strongest => {
                let nominal: Vec<(usize, Milli)> = matching
                    .iter()
                    .map(|it| {
                        let points = self.scenario.rulebook.rules[*it].points.as_ref();
                        (*it, points.map_or(0, |points| self.nominal(*it, points, event, today).0))
                    })
                    .collect();
                let worst = nominal.iter().map(|it| it.1).min().unwrap_or(0);
                let best = nominal.iter().map(|it| it.1).max().unwrap_or(0);
                let first = |points| nominal.iter().find(|it| it.1 == points).map(|it| it.0);
                let mut kept: BTreeSet<usize> = nominal.iter().filter(|it| it.1 == 0).map(|it| it.0).collect();
                if worst < 0 {
                    kept.extend(first(worst));
                }
                if best > 0 {
                    kept.extend(first(best));
                }
                kept
            }
        }
    }

    fn apply(&mut self, idx: usize, event: usize, today: Date, gifts: &mut Vec<Gift>) {
        let rule: &'a Rule = &self.scenario.rulebook.rules[idx];
        let entry_state = self.before(event);
        if let Some(effect) = &rule.points {
            let (nominal, what) = self.nominal(idx, effect, &self.scenario.events[event], today);
            let after_limit = self.under_limit(rule, idx, nominal, today);
            let mut cuts = Vec::new();
            cut(&mut cuts, "rule limit", nominal, after_limit);
            let applied = self.under_safeguards(after_limit, event, today, &mut cuts);
            let months = shortest(effect.months, self.scenario.rulebook.safeguards.expiry_months);
            let line = self.post(today, What::Posted(what), event, idx, (nominal, applied, cuts), months);
            if let Some(spill) = effect.spill.as_ref().filter(|_| !self.scenario.rulebook.safeguards.no_spill_over) {
                let points = share_of(applied, i64::from(spill.share));
                let mut ties: Vec<_> = self.subject.associates.iter().collect();
                ties.sort_by_key(|it| (&it.subject, it.relation as usize));
                for tie in ties {
                    if points != 0 && spill.to.contains(&tie.relation) {
                        let (giver, receiver) = (self.subject.id.clone(), tie.subject.clone());
                        gifts.push(Gift { giver, line, receiver, points, event, rule: idx, months });
                    }
                }
            }
        }
        if let Some(ceiling) = &rule.ceiling {
            let named = self.band_named(&ceiling.band);
            let lowest_allowed = entry_state.1 + 1;
            let raised = self.scenario.rulebook.safeguards.no_cliff && named > lowest_allowed;
            let band = if raised { lowest_allowed } else { named };
            let months = shortest(ceiling.months, self.scenario.rulebook.safeguards.expiry_months);
            self.open(today, What::Ceiling(band, raised), event, idx, months);
        }
        for list in &rule.delistings {
            for of in 0..self.lines.len() {
                if matches!(&self.lines[of].what, What::Listed(it) if it == list) {
                    self.close(of, today, "delisting", Some(event), Some(idx));
                }
            }
        }
        for listing in &rule.listings {
            let list = self.scenario.rulebook.lists.iter().find(|it| it.id == listing.list).unwrap();
            let months = shortest(listing.months.or(list.months), self.scenario.rulebook.safeguards.expiry_months);
            self.open(today, What::Listed(list.id.clone()), event, idx, months);
        }
    }

    fn spilled(&mut self, gift: &Gift, today: Date) {
        let mut cuts = Vec::new();
        let applied = self.under_safeguards(gift.points, gift.event, today, &mut cuts);
        let what = What::Spilled(gift.giver.clone(), gift.line);
        self.post(today, what, gift.event, gift.rule, (gift.points, applied, cuts), gift.months);
    }

    /// The end of the day: what is taken over into course and consequences.
    fn night(&self, today: Date, is_first: bool, held: &mut [bool], life: &mut Life) {
        let (score, band) = (self.score(), self.band_id(self.band()));
        if is_first || life.course.last().is_some_and(|it| (it.1.thousandths(), &it.2) != (score, &band)) {
            life.course.push((text(today), Points::from_thousandths(score), band));
        }
        for (idx, it) in self.scenario.rulebook.consequences.iter().enumerate() {
            let now = self.holds(idx);
            // The line of today after which it changed to what it is at the end of the day.
            let after = |line: usize| self.lines[line].held[idx];
            let before = |line: usize| if line == 0 { self.holds_at_start(idx) } else { after(line - 1) };
            let mut of_today = (0..self.lines.len()).rev().filter(|line| self.lines[*line].day == today);
            let turn = of_today.find(|line| before(*line) != now && after(*line) == now);
            if now && !held[idx] {
                let (begin, consequence) = (text(today), it.id.clone());
                life.spans.push(Span { begin, consequence, end: None, cause: turn, ended_by: None });
            }
            if !now && held[idx] {
                let open = life.spans.iter_mut().rev().find(|span| span.consequence == it.id).unwrap();
                open.end = Some(text(today));
                open.ended_by = turn;
            }
            held[idx] = now;
        }
    }

    // What a document says about one event.

    /// Whether an event counts at all: kinds of events do not happen to everybody.
    fn concerns(&self, event: &Event) -> bool {
        let kind = self.scenario.kinds.iter().find(|it| it.id == event.kind).unwrap();
        kind.who.is_none_or(|it| it == self.subject.kind)
    }

    fn corrected(&self, event: usize) -> Option<Date> {
        let event = &self.scenario.events[event];
        let safeguards = &self.scenario.rulebook.safeguards;
        let granted = event.corrected.as_ref().map(|it| it.day.0.number()).filter(|_| safeguards.corrections);
        let days = safeguards.false_records_days.filter(|_| !event.genuine);
        let found_out = days.map(|it| event.day.0.number() + i32::try_from(it).unwrap());
        granted.into_iter().chain(found_out).min()
    }

    fn struck_out(&self, event: usize, today: Date) -> bool {
        self.corrected(event).is_some_and(|it| it <= today)
    }

    fn value(&self, event: &Event, field: &str) -> Value {
        let kind = self.scenario.kinds.iter().find(|it| it.id == event.kind).unwrap();
        let field = kind.fields.iter().find(|it| it.id == field).unwrap();
        let zero = match field.choices.first() {
            Some(choice) => Value::Choice(choice.id.clone()),
            None => Value::Number(social_credit_lab::scenario::Decimal::whole(0)),
        };
        event.fields.get(&field.id).or(field.default.as_ref()).cloned().unwrap_or(zero)
    }

    fn number(&self, event: &Event, field: &str) -> Milli {
        match self.value(event, field) {
            Value::Number(number) => number.0.thousandths(),
            Value::Choice(_) => unreachable!("the document is valid"),
        }
    }

    fn meets(&self, cond: &Cond, event: &Event) -> bool {
        match cond {
            Cond::All(parts) => !parts.iter().any(|it| !self.meets(it, event)),
            Cond::Any(parts) => parts.iter().any(|it| self.meets(it, event)),
            Cond::Not(part) => !self.meets(part, event),
            Cond::Number { field, is, value } => {
                let order = self.number(event, field).cmp(&value.0.thousandths());
                match is {
                    Comparison::LessThan => order.is_lt(),
                    Comparison::AtMost => order.is_le(),
                    Comparison::Equal => order.is_eq(),
                    Comparison::AtLeast => order.is_ge(),
                    Comparison::MoreThan => order.is_gt(),
                }
            }
            Cond::Choice { field, is } => self.value(event, field) == Value::Choice(is.clone()),
            Cond::Subject(kind) => self.subject.kind == *kind,
            Cond::Group(group) => self.subject.group.as_ref() == Some(group),
        }
    }

    // Points.

    /// The points that a rule names now, and how they came about.
    fn nominal(&self, idx: usize, effect: &PointsEffect, event: &Event, today: Date) -> (Milli, String) {
        let amount = effect.amount.0.thousandths();
        if let Some(per) = &effect.per {
            let units = self.number(event, &per.field).max(0) / per.unit.0.thousandths();
            return (amount * units, format!("posted, {units} units"));
        }
        let Some(repeat) = &effect.repeat else { return (amount, "posted".to_owned()) };
        let earlier = self.uses(idx).filter(|it| {
            let in_time = repeat.within.is_none_or(|months| add_months(it.day, months) > today);
            in_time && !self.struck_out(it.event.unwrap(), today)
        });
        let nth = earlier.count() + 1;
        let value = match nth {
            1 => None,
            _ => repeat.then.get((nth - 2).min(repeat.then.len().max(1) - 1)),
        };
        match value {
            None => (amount, format!("posted, time {nth}")),
            Some(RepeatStep::Points(points)) => (points.0.thousandths(), format!("posted, time {nth}")),
            Some(RepeatStep::Everything(_)) => (self.scale().0 - self.score(), format!("posted, time {nth}, all")),
        }
    }

    /// The postings of a rule in this life.
    fn uses(&self, idx: usize) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |it| matches!(it.what, What::Posted(_)) && it.rule == Some(idx))
    }

    fn under_limit(&self, rule: &Rule, idx: usize, points: Milli, today: Date) -> Milli {
        let Some(limit) = &rule.limit else { return points };
        let same_period = |day: Date| {
            let (one, other) = (civil(day), civil(today));
            one.0 == other.0 && (limit.per == Period::Year || one.1 == other.1)
        };
        let counting: Vec<&Line> =
            self.uses(idx).filter(|it| same_period(it.day) && !self.struck_out(it.event.unwrap(), today)).collect();
        // What the limit itself refused took no time.
        let refused = |it: &Line| it.cuts.first().is_some_and(|it| *it == ("rule limit", 0));
        let times = counting.iter().filter(|it| it.nominal != 0 && !refused(it)).count();
        if limit.times.is_some_and(|most| times >= most as usize) {
            return 0;
        }
        let used: Milli = counting.iter().map(|it| it.applied.abs()).sum();
        limit.points.map_or(points, |most| at_most(points, most.0.thousandths() - used))
    }

    /// The caps, the cliff and the ends of the scale.
    fn under_safeguards(
        &self,
        points: Milli,
        event: usize,
        today: Date,
        cuts: &mut Vec<(&'static str, Milli)>,
    ) -> Milli {
        let safeguards = &self.scenario.rulebook.safeguards;
        let losses = || {
            let postings = self.lines.iter().filter(|it| matches!(it.what, What::Posted(_) | What::Spilled(..)));
            postings.filter(|it| it.applied < 0)
        };
        let mut now = points;
        if now < 0 {
            if let Some(cap) = safeguards.event_cap {
                let lost: Milli = losses().filter(|it| it.event == Some(event)).map(|it| -it.applied).sum();
                now = cut(cuts, "event cap", now, at_most(now, cap.0.thousandths() - lost));
            }
            if let Some(cap) = safeguards.year_cap {
                let this_year = losses().filter(|it| civil(it.day).0 == civil(today).0);
                let counting = this_year.filter(|it| !self.struck_out(it.event.unwrap(), today));
                let lost: Milli = counting.map(|it| -it.applied).sum();
                now = cut(cuts, "year cap", now, at_most(now, cap.0.thousandths() - lost));
            }
            if safeguards.no_cliff {
                let from_top = self.band_of(self.before(event).0);
                let floor =
                    self.scenario.rulebook.bands.get(from_top + 1).map_or(self.scale().0, |it| milli(it.from.0));
                now = cut(cuts, "no cliff", now, at_most(now, self.score() - floor));
            }
        }
        let (lowest, highest) = self.scale();
        let on_scale = (self.score() + now).max(lowest).min(highest) - self.score();
        cut(cuts, "scale end", now, on_scale)
    }

    /// Score and band (from the top) before an event first touched this life.
    fn before(&self, event: usize) -> (Milli, usize) {
        let first = self.lines.iter().find(|it| it.event == Some(event));
        first.map_or((self.score(), self.band()), |it| (it.score.0, it.band.0))
    }

    // The state, found from the lines.

    fn scale(&self) -> (Milli, Milli) {
        self.scenario.rulebook.scale.as_ref().map_or((0, 0), |it| (milli(it.lowest.0), milli(it.highest.0)))
    }

    fn score(&self) -> Milli {
        let start = self.scenario.rulebook.scale.as_ref().map_or(0, |it| milli(it.start.0));
        start + self.lines.iter().map(|it| it.applied).sum::<Milli>()
    }

    /// The place of a score's band from the top.
    fn band_of(&self, score: Milli) -> usize {
        self.scenario.rulebook.bands.iter().position(|it| milli(it.from.0) <= score).unwrap_or(0)
    }

    fn band(&self) -> usize {
        let ceilings = self.lines.iter().filter(|it| it.open).filter_map(|it| match it.what {
            What::Ceiling(band, _) => Some(band),
            _ => None,
        });
        ceilings.chain([self.band_of(self.score())]).max().unwrap()
    }

    fn band_named(&self, id: &str) -> usize {
        self.scenario.rulebook.bands.iter().position(|it| it.id == id).unwrap()
    }

    fn band_id(&self, from_top: usize) -> String {
        self.scenario.rulebook.bands.get(from_top).map_or(NO_BAND, |it| &it.id).to_owned()
    }

    fn holds(&self, consequence: usize) -> bool {
        let lists: BTreeSet<&String> = self
            .lines
            .iter()
            .filter(|it| it.open)
            .filter_map(|it| if let What::Listed(list) = &it.what { Some(list) } else { None })
            .collect();
        let live = self.lines.iter().filter(|it| it.left < 0 || it.open).filter_map(|it| {
            let event = &self.scenario.events[it.event?];
            self.scenario.kinds.iter().find(|kind| kind.id == event.kind)?.domain
        });
        self.holds_with(consequence, self.band(), &lists, &live.map(|it| it as usize).collect())
    }

    fn holds_at_start(&self, consequence: usize) -> bool {
        let start = self.scenario.rulebook.scale.as_ref().map_or(0, |it| milli(it.start.0));
        self.holds_with(consequence, self.band_of(start), &BTreeSet::new(), &BTreeSet::new())
    }

    fn holds_with(&self, idx: usize, band: usize, lists: &BTreeSet<&String>, live: &BTreeSet<usize>) -> bool {
        let it = &self.scenario.rulebook.consequences[idx];
        let safeguards = &self.scenario.rulebook.safeguards;
        let scored = self.subject.consents || !safeguards.consent;
        let by_band = scored && it.bands.contains(&self.band_id(band));
        let by_list = it.lists.iter().any(|list| lists.contains(list));
        let touches = it.who.is_none_or(|who| who == self.subject.kind);
        let penalty = it.nature == ConsequenceNature::Penalty;
        let removed = penalty
            && (safeguards.essential_floor && it.essential
                || safeguards.purpose_limit && !live.contains(&(it.domain as usize)));
        touches && (by_band || by_list) && !removed
    }

    // Writing.

    fn post(
        &mut self,
        today: Date,
        what: What,
        event: usize,
        rule: usize,
        (nominal, applied, cuts): (Milli, Milli, Vec<(&'static str, Milli)>),
        months: Option<u32>,
    ) -> usize {
        let (score, band) = (self.score(), self.band());
        let ends = months.filter(|_| applied != 0).map(|it| add_months(today, it)).filter(|it| *it <= LAST_DATE);
        self.lines.push(Line {
            day: today,
            what,
            event: Some(event),
            rule: Some(rule),
            nominal,
            applied,
            cuts,
            score: (score, score + applied),
            band: (band, band),
            ends,
            left: applied,
            open: false,
            held: Vec::new(),
        });
        self.finish_line();
        self.lines.len() - 1
    }

    /// A movement of the score that is no posting.
    fn write(
        &mut self,
        today: Date,
        what: What,
        event: Option<usize>,
        rule: Option<usize>,
        nominal: Milli,
        mut cuts: Vec<(&'static str, Milli)>,
    ) {
        let (score, band) = (self.score(), self.band());
        let (lowest, highest) = self.scale();
        let applied = cut(&mut cuts, "scale end", nominal, (score + nominal).max(lowest).min(highest) - score);
        let (score, band) = ((score, score + applied), (band, band));
        let (ends, left, open, held) = (None, 0, false, Vec::new());
        self.lines.push(Line {
            day: today,
            what,
            event,
            rule,
            nominal,
            applied,
            cuts,
            score,
            band,
            ends,
            left,
            open,
            held,
        });
        self.finish_line();
    }

    /// A line without points.
    fn write_quietly(
        &mut self,
        today: Date,
        what: What,
        event: Option<usize>,
        rule: Option<usize>,
        band_before: usize,
    ) {
        self.write(today, what, event, rule, 0, vec![]);
        self.lines.last_mut().unwrap().band.0 = band_before;
    }

    /// A ceiling or a listing.
    fn open(&mut self, today: Date, what: What, event: usize, rule: usize, months: Option<u32>) {
        let band = self.band();
        self.write_quietly(today, what, Some(event), Some(rule), band);
        let line = self.lines.last_mut().unwrap();
        line.ends = months.map(|it| add_months(today, it)).filter(|it| *it <= LAST_DATE);
        line.open = true;
        self.finish_line();
    }

    /// Band and consequences after the last line.
    fn finish_line(&mut self) {
        let band = self.band();
        let held = (0..self.scenario.rulebook.consequences.len()).map(|it| self.holds(it)).collect();
        let line = self.lines.last_mut().unwrap();
        line.band.1 = band;
        line.held = held;
    }

    fn row(&self, line: &Line) -> Row {
        let points = Points::from_thousandths;
        Row {
            day: text(line.day),
            entry: match &line.what {
                What::Posted(how) => how.clone(),
                What::Spilled(giver, of) => format!("spilled over from {giver} #{of}"),
                What::GivenBack(of, why) => format!("given back of #{of}: {why}"),
                What::Faded => "faded".to_owned(),
                What::Ceiling(band, raised) => {
                    format!("ceiling {}{}", self.band_id(*band), if *raised { ", raised" } else { "" })
                }
                What::CeilingEnded(of, why) => format!("end of ceiling #{of}: {why}"),
                What::Listed(list) => format!("on {list}"),
                What::ListingEnded(list, of, why) => format!("off {list} #{of}: {why}"),
            },
            event: line.event.map(|it| self.scenario.events[it].id.clone()),
            rule: line.rule.map(|it| self.scenario.rulebook.rules[it].id.clone()),
            nominal: points(line.nominal),
            applied: points(line.applied),
            reductions: line.cuts.iter().map(|it| (it.0, points(it.1))).collect(),
            score: (points(line.score.0), points(line.score.1)),
            band: (self.band_id(line.band.0), self.band_id(line.band.1)),
            ends: line.ends.map(text),
            left: points(line.left),
        }
    }
}

fn milli(points: Points) -> Milli {
    points.thousandths()
}

/// Notes a step if it changed the number.
fn cut(cuts: &mut Vec<(&'static str, Milli)>, by: &'static str, from: Milli, to: Milli) -> Milli {
    if from != to {
        cuts.push((by, to));
    }
    to
}

/// The number, but no further from zero than there is room.
fn at_most(points: Milli, room: Milli) -> Milli {
    points.signum() * points.abs().min(room.max(0))
}

/// So many thousandths of a number, halves away from zero.
fn share_of(points: Milli, share: i64) -> Milli {
    points.signum() * ((points.abs() * share + 500) / 1000)
}

fn shortest(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    one.into_iter().chain(other).min()
}

/// 31 December 2199. What would end later does not end.
const LAST_DATE: Date = 84_005;

/// Year, month and day.
fn civil(date: Date) -> (i32, i32, i32) {
    let mut year = 1970 + date.div_euclid(366);
    while date_of(year + 1, 1, 1) <= date {
        year += 1;
    }
    let mut month = 12;
    while date_of(year, month, 1) > date {
        month -= 1;
    }
    (year, month, date - date_of(year, month, 1) + 1)
}

fn date_of(year: i32, month: i32, day: i32) -> Date {
    let leap_days = |years: i32| years / 4 - years / 100 + years / 400;
    let before_year = (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969);
    before_year + (1..month).map(|it| days_in(year, it)).sum::<i32>() + day - 1
}

fn days_in(year: i32, month: i32) -> i32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn add_months(date: Date, months: u32) -> Date {
    let (year, month, day) = civil(date);
    let month = month - 1 + i32::try_from(months).unwrap();
    let (year, month) = (year + month / 12, month % 12 + 1);
    date_of(year, month, day.min(days_in(year, month)))
}

fn text(date: Date) -> String {
    let (year, month, day) = civil(date);
    format!("{year:04}-{month:02}-{day:02}")
}
