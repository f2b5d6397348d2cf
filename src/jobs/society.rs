//! Many lives, in parts: a part is one replicate of some neighbourhoods, so parts can be computed anywhere.
//!
//! - [`plan`]: which parts there are, putting them together again, and what is too large;
//! - [`pack`]: counts as short texts.

pub mod pack;
pub mod plan;

use std::cell::OnceCell;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Answer, Running, Step};
use crate::engine::society::{Ground, Moment, Pair, Shape, Society, Tally, Town, diary};
use crate::scenario::society::{self, reformed, settle, town};
use crate::scenario::{Outcome, Scenario, lower};

/// Computes a part: under the rulebook, and under its reform if the scenario has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRequest {
    /// Which luck.
    pub replicate: u32,
    /// The first neighbourhood.
    pub from: u32,
    /// The first that is not in it any more.
    pub to: u32,
}

/// The counts of a part, as rows of numbers. All are empty if the scenario has no society.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFound {
    /// Under the rulebook.
    #[serde(with = "pack::counts")]
    pub first: Vec<u64>,
    /// Under the reform; empty if there is none.
    #[serde(with = "pack::counts")]
    pub second: Vec<u64>,
    /// The differences; empty if there is no reform.
    #[serde(with = "pack::counts")]
    pub pair: Vec<u64>,
}

/// Looks at some neighbourhoods person by person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchRequest {
    /// Which luck.
    pub replicate: u32,
    /// How many neighbourhoods, from the first.
    pub neighbourhoods: u32,
    /// Under the reform.
    pub reform: bool,
}

/// A neighbourhood person by person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// The district.
    pub district: usize,
    /// The group of each resident.
    #[serde(with = "pack::bytes")]
    pub groups: Vec<u8>,
    /// For each resident, month by month: the band, plus [`PENALISED`] and [`WRONGLY`].
    #[serde(with = "pack::bytes")]
    pub moments: Vec<u8>,
}

/// Under a penalty, in [`Watched::moments`].
pub const PENALISED: u8 = 0x10;
/// Under a penalty that wrong records brought.
pub const WRONGLY: u8 = 0x20;

/// Opens the file of one person as a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiaryRequest {
    /// Which luck.
    pub replicate: u32,
    /// The number of the person.
    pub person: u32,
    /// Under the reform.
    pub reform: bool,
}

/// Everything that was counted so far: whole replicates only, from the first on without a gap.
#[derive(Clone, Debug)]
pub struct Results {
    /// What was lived through.
    pub society: Arc<Society>,
    /// The same under the reform.
    pub reform: Option<Arc<Society>>,
    /// One tally for each replicate that is done.
    pub first: Vec<Tally>,
    /// The same under the reform.
    pub second: Vec<Tally>,
    /// The differences between both, person by person.
    pub pairs: Vec<Pair>,
}

/// The society of a scenario, and the same under its reform.
#[derive(Clone, Debug)]
pub struct Lives {
    /// Under the rulebook.
    pub first: Arc<Society>,
    /// Under the reform, with the scenario in which it is carried out.
    pub second: Option<(Arc<Scenario>, Arc<Society>)>,
}

impl Lives {
    /// Those of a scenario; `None` if it has no society.
    pub fn of(scenario: &Scenario, outcome: &Outcome) -> Option<Self> {
        let first = Arc::new(settle(scenario, &outcome.lowered)?);
        let second = reformed(scenario).and_then(|reformed| {
            let society = settle(&reformed, &lower(&reformed).ok()?)?;
            Some((Arc::new(reformed), Arc::new(society)))
        });
        Some(Self { first, second })
    }

    /// One of both.
    pub fn society(&self, reform: bool) -> Option<&Arc<Society>> {
        if reform { self.second.as_ref().map(|it| &it.1) } else { Some(&self.first) }
    }
}

/// The lives of one scenario, settled when somebody first asks for them.
#[derive(Default)]
pub struct Settled(OnceCell<Option<Arc<Lives>>>);

impl Settled {
    /// The lives.
    pub fn get(&self, scenario: &Scenario, outcome: &Outcome) -> Option<Arc<Lives>> {
        self.0.get_or_init(|| Lives::of(scenario, outcome).map(Arc::new)).clone()
    }
}

/// How many times a scenario's society is lived through, each time with another luck.
pub fn replicates(scenario: &Scenario) -> u32 {
    scenario.society.replicates.unwrap_or_else(|| town().usual.replicates)
}

/// Begins to count a part; one step is one neighbourhood.
pub fn part(lives: Option<Arc<Lives>>, request: PartRequest) -> Box<dyn Running> {
    let Some(lives) = lives else { return Box::new(Nothing(Answer::Society(PartFound::default()))) };
    let last = lives.first.neighbourhoods();
    let tally = |it: &Society| Tally::new(Shape::of(it));
    let ground = |it: &Society| Arc::new(Ground::of(it));
    Box::new(Counting {
        grounds: (ground(&lives.first), lives.second.as_ref().map(|it| ground(&it.1))),
        first: tally(&lives.first),
        second: lives.second.as_ref().map(|it| (tally(&it.1), Pair::new(lives.first.groups.len()))),
        request: PartRequest { to: request.to.min(last), ..request },
        next: request.from.min(last),
        lives,
    })
}

/// Begins to look at neighbourhoods; one step is one neighbourhood.
pub fn watch(lives: Option<Arc<Lives>>, request: WatchRequest) -> Box<dyn Running> {
    let society = lives.and_then(|it| it.society(request.reform).cloned());
    let Some(society) = society else { return Box::new(Nothing(Answer::Watch(Vec::new()))) };
    let request = WatchRequest { neighbourhoods: request.neighbourhoods.min(society.neighbourhoods()), ..request };
    Box::new(Watching { society, request, seen: Vec::new() })
}

/// Opens a person's file: one step.
pub fn open(lives: Option<Arc<Lives>>, request: DiaryRequest, scenario: &Scenario) -> Box<dyn Running> {
    let open = || {
        let lives = lives?;
        let town = lives.society(request.reform)?;
        if request.person >= town.people {
            return None;
        }
        let scenario = if request.reform { &lives.second.as_ref()?.0 } else { scenario };
        let diary = diary(town, request.replicate, request.person);
        Some(Box::new(society::open(scenario, town, &diary)))
    };
    Box::new(Nothing(Answer::Diary(open())))
}

/// An answer that is there at once.
struct Nothing(Answer);

impl Running for Nothing {
    fn step(&mut self) -> Step {
        Step::Done(self.0.clone())
    }
}

struct Counting {
    lives: Arc<Lives>,
    grounds: (Arc<Ground>, Option<Arc<Ground>>),
    request: PartRequest,
    next: u32,
    first: Tally,
    second: Option<(Tally, Pair)>,
}

impl Running for Counting {
    fn step(&mut self) -> Step {
        let PartRequest { replicate, from, to } = self.request;
        if self.next >= to {
            let counts = |it: Option<&[u64]>| it.unwrap_or_default().to_vec();
            return Step::Done(Answer::Society(PartFound {
                first: self.first.counts().to_vec(),
                second: counts(self.second.as_ref().map(|it| it.0.counts())),
                pair: counts(self.second.as_ref().map(|it| it.1.counts())),
            }));
        }
        let before = &*self.lives.first;
        let (ground, other) = &self.grounds;
        let town = Town::on(before, ground.clone(), replicate);
        if let (Some((tally, pair)), Some((_, after)), Some(ground)) = (&mut self.second, &self.lives.second, other) {
            let old = town.count_endings(self.next, &mut self.first);
            let new = Town::on(after, ground.clone(), replicate).count_endings(self.next, tally);
            pair.compare(before, after, &old, &new);
        } else {
            town.count(self.next, &mut self.first);
        }
        self.next += 1;
        Step::Going(u64::from(self.next - from), u64::from(to - from))
    }
}

struct Watching {
    society: Arc<Society>,
    request: WatchRequest,
    seen: Vec<Watched>,
}

impl Running for Watching {
    fn step(&mut self) -> Step {
        let next = self.seen.len() as u32;
        if next >= self.request.neighbourhoods {
            return Step::Done(Answer::Watch(std::mem::take(&mut self.seen)));
        }
        let (groups, district, moments) = Town::new(&self.society, self.request.replicate).watch(next);
        let groups = groups.into_iter().map(|it| u8::try_from(it).unwrap_or(u8::MAX)).collect();
        self.seen.push(Watched { district, groups, moments: moments.iter().flatten().map(code).collect() });
        Step::Going(u64::from(next + 1), u64::from(self.request.neighbourhoods))
    }
}

/// A moment in one byte.
fn code(it: &Moment) -> u8 {
    let flag = |is: bool, flag: u8| if is { flag } else { 0 };
    (it.band as u8 & 0xf) | flag(it.penalised, PENALISED) | flag(it.wrongly, WRONGLY)
}
