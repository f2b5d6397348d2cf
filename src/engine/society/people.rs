//! Who lives in a neighbourhood: groups, households, businesses, ties.

use super::account::{Account, Office};
use super::chance::{Luck, Purpose};
use super::model::{Draw, Nature, Needs, Society};
use crate::engine::Points;
use crate::engine::case::consequences::State;
use crate::engine::model::{Relation, Set, Subject, SubjectKind};

/// A month that never comes.
pub(super) const NEVER: u32 = u32::MAX;

/// The distances along which neighbours are tied: the four on either side.
const TIES: [isize; 8] = [-4, -3, -2, -1, 1, 2, 3, 4];

/// One of many.
#[derive(Clone, Debug)]
pub(super) struct Resident {
    pub(super) luck: Luck,
    pub(super) subject: Subject,
    pub(super) group: usize,
    /// Group and district as one number.
    pub(super) cell: usize,
    /// Whether the rules are known to it, and it may be scored by them.
    pub(super) knows: bool,
    /// Whether the office calls it a friend, if there is an office that has friends.
    pub(super) friend: bool,
    /// Which of its ties hold, one bit each.
    pub(super) ties: u8,
    /// From 0 to 1000.
    pub(super) pressure: u32,
    pub(super) account: Account,
    /// The account as it would be without wrong records, once it differs.
    pub(super) clean: Option<Box<Account>>,
    pub(super) standing: Standing,
    /// What `standing` was made of.
    pub(super) state: State,
    /// As `standing`, by the clean account.
    pub(super) clean_penalised: bool,
    /// Records held.
    pub(super) held: u32,
    /// Sources that hold one.
    pub(super) joined: Set,
    /// The month of the last harmful act.
    pub(super) harmed: u32,
    /// Months with a reward, under a penalty, and wrongly under a penalty.
    pub(super) rewarded: Spell,
    pub(super) penalised: Spell,
    pub(super) wrongly: Spell,
    /// The band at the end of the last year.
    pub(super) last_band: usize,
}

impl Resident {
    /// Whether it is under a penalty that it would not be under without wrong records.
    pub(super) const fn is_wrongly(&self) -> bool {
        self.standing.penalised() && !self.clean_penalised
    }
}

/// The months in which something held: those that are over, and since when it holds now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spell {
    over: u32,
    since: Option<u32>,
}

impl Spell {
    /// From this month on it holds, or not. Answers how many months it held if it ends with that.
    pub(super) const fn turn(&mut self, holds: bool, month: u32) -> Option<u32> {
        match (self.since, holds) {
            (None, true) => self.since = Some(month),
            (Some(since), false) => {
                self.over += month - since;
                self.since = None;
                return Some(month - since);
            }
            _ => {}
        }
        None
    }

    /// Whether it holds.
    pub(super) const fn holds(&self) -> bool {
        self.since.is_some()
    }

    /// How many months it held before this one.
    pub(super) const fn months(&self, before: u32) -> u32 {
        self.over + if let Some(since) = self.since { before - since } else { 0 }
    }
}

/// What the account means for its subject at the end of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) band: usize,
    /// How far above the lowest score, in thousandths.
    pub(super) above: u64,
    /// The domains in which a penalty holds.
    pub(super) penalties: Set,
    pub(super) rewarded: bool,
    /// On a list that carries a penalty.
    pub(super) listed: bool,
    /// On one that everybody can read.
    pub(super) public: bool,
}

impl Standing {
    pub(super) const fn penalised(&self) -> bool {
        !self.penalties.is_empty()
    }
}

/// Everybody in a neighbourhood, in the order of their places.
pub(super) fn settle(office: Office<'_>, luck: Luck, neighbourhood: u32) -> (Vec<Resident>, usize) {
    let society = office.society;
    let size = society.residents(neighbourhood) as usize;
    let businesses = (society.businesses as usize).min(size.saturating_sub(1)) & !1;
    let persons = size - businesses;
    let household = (society.household as usize).max(1);
    let here = luck.of((1 << 40) + u64::from(neighbourhood));
    let district = share_of(here, Purpose::Belongs, 0, society.districts.iter().map(|it| it.share));
    let friends = society.shocks.iter().find_map(|it| match it.what {
        super::model::Event::Captured(share) => Some(super::chance::Chance::per_mille(share)),
        _ => None,
    });
    let opened = Account::open(office);
    let residents = (0..size).map(|place| {
        let is_person = place < persons;
        let kind = if is_person { SubjectKind::Person } else { SubjectKind::Business };
        // Who lives together belongs to one group.
        let unit = if is_person { place / household } else { place };
        let shares = society.groups.iter().map(|it| if it.kind == kind { it.share } else { 0 });
        let group = share_of(here, Purpose::Belongs, unit as u64 + 1, shares);
        let it = &society.groups[group];
        let own = luck.of(u64::from(neighbourhood) * u64::from(society.neighbourhood) + place as u64);
        let consents = it.consents.happens(own.draw(Purpose::Consents, 0, 0));
        let associates = associates(place, persons, size, household);
        let subject = Subject { kind, group: it.is, consents, associates };
        let may_be_scored = consents || !society.rulebook.safeguards.consent;
        Resident {
            luck: own,
            subject,
            group,
            cell: group * society.districts.len() + district,
            knows: may_be_scored && society.adaptation.know.happens(own.draw(Purpose::Knows, 0, 0)),
            friend: friends.is_some_and(|it| it.happens(own.draw(Purpose::Friends, 0, 0))),
            ties: if is_person { ties(persons) } else { 0 },
            pressure: 0,
            account: opened.clone(),
            clean: None,
            standing: Standing::default(),
            state: State { band: 0, lists: Set(0), live: Set(0) },
            clean_penalised: false,
            held: 0,
            joined: Set::default(),
            harmed: NEVER,
            rewarded: Spell::default(),
            penalised: Spell::default(),
            wrongly: Spell::default(),
            last_band: 0,
        }
    });
    (residents.collect(), district)
}

/// Who else is touched by somebody's postings: the household; a business's owner and supplier.
///
/// Businesses come in pairs of a buyer and its supplier. The first person of the household of the same number owns both.
fn associates(place: usize, persons: usize, size: usize, household: usize) -> Vec<(usize, Relation)> {
    if place < persons {
        let first = place / household * household;
        let others = (first..(first + household).min(persons)).filter(|it| *it != place);
        return others.map(|it| (it, Relation::Household)).collect();
    }
    let pair = (place - persons) / 2;
    let households = persons.div_ceil(household).max(1);
    let owner = pair % households * household;
    let mut res = vec![(owner, Relation::Owner)];
    if (place - persons).is_multiple_of(2) && place + 1 < size {
        res.push((place + 1, Relation::Supplier));
    }
    res
}

/// The places that must be looked at together: those between which points can go, in either direction.
pub(super) fn together(residents: &[Resident], place: usize) -> Vec<usize> {
    let mut group = vec![place];
    let mut at = 0;
    while at < group.len() {
        let one = group[at];
        let next: Vec<usize> = (0..residents.len())
            .filter(|other| {
                let tied = |from: usize, to: usize| residents[from].subject.associates.iter().any(|it| it.0 == to);
                tied(one, *other) || tied(*other, one)
            })
            .collect();
        for other in next {
            if !group.contains(&other) {
                group.push(other);
            }
        }
        at += 1;
    }
    group.sort_unstable();
    group
}

/// All ties that a place has among so many persons: fewer than eight where there are not so many others.
fn ties(persons: usize) -> u8 {
    let reach = (persons.saturating_sub(1) / 2).min(4) as isize;
    TIES.iter().enumerate().filter(|it| it.1.abs() <= reach).map(|it| 1 << it.0).sum()
}

/// The neighbour at the other end of a tie, and the bit of the tie there.
pub(super) fn neighbour(place: usize, tie: usize, persons: usize) -> (usize, u8) {
    let other = (place as isize + TIES[tie]).rem_euclid(persons as isize) as usize;
    (other, 1 << (TIES.len() - 1 - tie))
}

/// Which of some shares a draw falls into.
fn share_of(luck: Luck, purpose: Purpose, key: u64, shares: impl Iterator<Item = u32> + Clone) -> usize {
    let whole: u64 = shares.clone().map(u64::from).sum();
    let mut left = (u64::from(luck.draw(purpose, 0, key)) * whole) >> 32;
    let mut last = 0;
    for (idx, share) in shares.enumerate() {
        if share == 0 {
            continue;
        }
        last = idx;
        if left < u64::from(share) {
            break;
        }
        left -= u64::from(share);
    }
    last
}

/// How often a resident would do something in a month in a world without the system, as a factor on the act's rate.
pub(super) fn habit(society: &Society, resident: &Resident, behaviour: usize) -> u64 {
    let it = &society.behaviours[behaviour];
    let group = &society.groups[resident.group];
    if it.repair || it.reporting || !it.who.has(resident.subject.kind as usize) {
        return 0;
    }
    // The mean of two draws: few are far from the others.
    let draw = |n: u64| u64::from(resident.luck.draw(Purpose::Differs, 0, it.nature as u64 * 2 + n) >> 16);
    let around = ((draw(0) + draw(1)) * 1000) >> 16;
    let own = (1000 + u64::from(society.spread) * around / 1000).saturating_sub(u64::from(society.spread));
    let means = match it.needs {
        Needs::Nothing => 1000,
        Needs::Time => u64::from(group.time),
        Needs::Money => u64::from(group.money),
    };
    own * u64::from(group.conduct[it.nature as usize]) / 1000 * means / 1000
}

/// The values of an act's fields.
pub(super) fn values(society: &Society, doer: &Resident, behaviour: usize, month: u32, into: &mut Vec<Points>) {
    let it = &society.behaviours[behaviour];
    for (place, draw) in it.fields.iter().enumerate() {
        let key = it.key ^ (place as u64 + 1);
        into.push(match *draw {
            Draw::Choice(n) => Points::whole(i64::from(doer.luck.below(Purpose::Value, month, key, n))),
            Draw::Around { typical, by } => {
                let group = &society.groups[doer.group];
                let halves = 1 + i64::from(doer.luck.below(Purpose::Value, month, key, 4));
                let means = match by {
                    Needs::Nothing => 1000,
                    Needs::Time => group.time,
                    Needs::Money => group.money,
                };
                let value = Points::from_thousandths(typical.thousandths() / 2 * halves).per_mille(means);
                let is_whole = typical.thousandths() % 1000 == 0;
                if is_whole { Points::whole((value.thousandths() + 500) / 1000) } else { value }
            }
        });
    }
}

/// The natures that a neighbour has something to say about.
pub(super) const fn is_reportable(nature: Nature) -> bool {
    matches!(nature, Nature::Harmful | Nature::Judged)
}
