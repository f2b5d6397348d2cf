//! Many lives under one rulebook.
//!
//! A society ([`Society`]) lives through months. People live in neighbourhoods of a fixed size; everything that one
//! person does to another (households, reports, records in the wrong file, appeals before the same desk) stays inside a
//! neighbourhood, so neighbourhoods can be lived through in any order and anywhere, and the counts add up to the same.
//!
//! The rules are those of [`crate::engine::case`], with every event dated to the first day of its month: the file of any
//! person ([`diary`]) put into the case engine gives the same score in every month, and `tests/society.rs` does so.
//!
//! - [`model`]: what a society is made of;
//! - [`chance`]: luck that depends on nothing but what it is for;
//! - [`account`]: the rules, kept as a balance;
//! - `people`, `habits`, `life`, `records`, `appeals`: who lives there, how likely what is, month by month, what is
//!   recorded, what is contested;
//! - `crowd`: how a neighbourhood stands as a whole; [`tally`]: what is counted; [`trace`]: one neighbourhood in full;
//! - [`pair`]: two rulebooks over the same people and the same luck;
//! - [`measures`]: what the counts mean.

pub mod account;
mod appeals;
pub mod chance;
mod crowd;
mod habits;
mod life;
pub mod measures;
pub mod model;
mod months;
pub mod pair;
mod people;
mod records;
pub mod tally;
pub mod trace;

pub use model::Society;
pub use pair::Pair;
pub use records::Truth;
pub use tally::{Shape, Tally};
pub use trace::{Moment, Trace};

use std::sync::Arc;

use chance::Luck;
use habits::Rates;
use life::Neighbourhood;
use months::Months;

/// How somebody ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The group.
    pub group: usize,
    /// The district.
    pub district: usize,
    /// The score.
    pub score: crate::engine::Points,
    /// The band.
    pub band: usize,
    /// Months under a penalty.
    pub penalised: u32,
    /// Months wrongly under a penalty.
    pub wrongly: u32,
}

/// What is the same for all replicates of a society, made once.
#[derive(Clone, Debug)]
pub struct Ground {
    months: Months,
    rates: Rates,
}

impl Ground {
    /// That of a society.
    pub fn of(society: &Society) -> Self {
        Self { months: Months::new(society.first, society.months), rates: Rates::new(society) }
    }
}

/// A society under way: neighbourhoods can be asked for one after the other.
#[derive(Clone, Debug)]
pub struct Town<'a> {
    society: &'a Society,
    ground: Arc<Ground>,
    luck: Luck,
}

impl<'a> Town<'a> {
    /// One replicate of a society: the same people with another luck.
    pub fn new(society: &'a Society, replicate: u32) -> Self {
        Self::on(society, Arc::new(Ground::of(society)), replicate)
    }

    /// As [`Town::new`], on the ground of the same society: for who asks for one neighbourhood at a time.
    pub fn on(society: &'a Society, ground: Arc<Ground>, replicate: u32) -> Self {
        Self { society, ground, luck: Luck::new(society.seed, replicate) }
    }

    /// Lives through a neighbourhood, and adds its counts to a tally of the society's shape.
    pub fn count(&self, neighbourhood: u32, tally: &mut Tally) {
        self.live(neighbourhood, tally, &mut None);
    }

    /// As [`Town::count`], and how everybody ends, in the order of their places.
    pub fn count_endings(&self, neighbourhood: u32, tally: &mut Tally) -> Vec<Ending> {
        let lived = self.live(neighbourhood, tally, &mut None);
        let districts = self.society.districts.len().max(1);
        let ending = |it: &people::Resident| Ending {
            group: it.group,
            district: it.cell % districts,
            score: it.account.score(),
            band: it.standing.band,
            penalised: it.penalised.months(self.society.months),
            wrongly: it.wrongly.months(self.society.months),
        };
        lived.residents.iter().map(ending).collect()
    }

    /// How everybody in a neighbourhood stands month by month, and the group of each.
    pub fn watch(&self, neighbourhood: u32) -> (Vec<usize>, usize, Vec<Vec<Moment>>) {
        let mut trace = Some(Trace::new(self.society.residents(neighbourhood) as usize, false));
        let mut tally = Tally::new(Shape::of(self.society));
        let lived = self.live(neighbourhood, &mut tally, &mut trace);
        let groups = lived.residents.iter().map(|it| it.group).collect();
        (groups, lived.district, trace.map(|it| it.moments).unwrap_or_default())
    }

    /// The files of a person and of everybody between whom and the person points can go.
    pub fn diary(&self, person: u32) -> Diary {
        let size = self.society.neighbourhood.max(1);
        let (neighbourhood, place) = (person / size, (person % size) as usize);
        let mut trace = Some(Trace::new(self.society.residents(neighbourhood) as usize, true));
        let mut tally = Tally::new(Shape::of(self.society));
        let lived = self.live(neighbourhood, &mut tally, &mut trace);
        let trace = trace.map(Trace::finish).unwrap_or_default();
        let together = people::together(&lived.residents, place);
        let at = |place: usize| together.iter().position(|it| *it == place);
        let members = together
            .iter()
            .map(|&place| {
                let it = &lived.residents[place];
                let associates = it.subject.associates.iter().filter_map(|it| Some((at(it.0)?, it.1))).collect();
                Member {
                    person: neighbourhood * size + place as u32,
                    group: it.group,
                    subject: crate::engine::model::Subject { associates, ..it.subject.clone() },
                    moments: trace.moments.get(place).cloned().unwrap_or_default(),
                }
            })
            .collect();
        let events = trace.events.into_iter().filter_map(|it| Some(trace::Traced { owner: at(it.owner)?, ..it }));
        Diary { about: at(place).unwrap_or(0), members, events: events.collect() }
    }

    fn live(&self, neighbourhood: u32, tally: &mut Tally, trace: &mut Option<Trace>) -> Neighbourhood<'_> {
        let mut it =
            Neighbourhood::new(self.society, &self.ground.months, &self.ground.rates, self.luck, neighbourhood);
        for month in 0..self.society.months {
            it.month(month, tally, trace);
        }
        it.end(tally);
        it
    }
}

/// The files of a few people who touch each other's scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diary {
    /// Whom it is about: a place in `members`.
    pub about: usize,
    /// The people, by number.
    pub members: Vec<Member>,
    /// What stands in their files, and what they did that nobody recorded; owners are places in `members`.
    pub events: Vec<trace::Traced>,
}

/// Somebody in a [`Diary`].
#[derive(Clone, Debug)]
pub struct Member {
    /// The number in the society.
    pub person: u32,
    /// The group.
    pub group: usize,
    /// As the case engine sees it; associates are places in the diary.
    pub subject: crate::engine::model::Subject,
    /// How it stands month by month.
    pub moments: Vec<Moment>,
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.person == other.person && self.group == other.group && self.moments == other.moments
    }
}

impl Eq for Member {}

/// Counts some neighbourhoods of a replicate.
pub fn count(society: &Society, replicate: u32, neighbourhoods: std::ops::Range<u32>) -> Tally {
    let town = Town::new(society, replicate);
    let mut tally = Tally::new(Shape::of(society));
    for it in neighbourhoods {
        town.count(it, &mut tally);
    }
    tally
}

/// The file of one person.
pub fn diary(society: &Society, replicate: u32, person: u32) -> Diary {
    Town::new(society, replicate).diary(person)
}
