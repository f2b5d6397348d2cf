//! The people that are shown, month by month, and the boxes that they stand in.

use std::sync::Arc;

use super::super::stage::Stage;
use crate::engine::society::Society;
use crate::jobs::society::{PENALISED, WRONGLY, Watched};

/// So many people are shown at most.
const MOST: u32 = 2400;

/// The people who are shown.
#[derive(Clone, Debug)]
pub struct Crowd {
    /// Where they live.
    pub society: Arc<Society>,
    /// By number.
    pub people: Vec<Dot>,
    moments: Vec<u8>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// The group.
    pub group: usize,
    /// The district.
    pub district: usize,
    /// The neighbourhood.
    pub place: usize,
}

/// How somebody stands at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// The band.
    pub band: usize,
    /// Under a penalty.
    pub penalised: bool,
    /// Wrongly so.
    pub wrongly: bool,
}

/// A box of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// What it is called.
    pub name: String,
    /// Who is in it, by number.
    pub people: Vec<usize>,
}

/// How many neighbourhoods are shown.
pub fn shown(society: &Society) -> u32 {
    (MOST / society.neighbourhood.max(1)).clamp(1, society.neighbourhoods().max(1))
}

impl Crowd {
    /// From what was seen of the first neighbourhoods; `None` if it was seen of another society.
    pub fn new(society: Arc<Society>, watched: &[Watched]) -> Option<Self> {
        let mut people = Vec::new();
        let mut moments = Vec::new();
        for (place, it) in watched.iter().enumerate() {
            people.extend(it.groups.iter().map(|group| Dot {
                group: usize::from(*group),
                district: it.district,
                place,
            }));
            moments.extend(&it.moments);
        }
        let fits = moments.len() == people.len() * society.months as usize && people.len() <= society.people as usize;
        fits.then_some(Self { society, people, moments })
    }

    /// How many months are lived through.
    pub fn months(&self) -> usize {
        self.society.months as usize
    }

    /// How somebody stands at the end of a month.
    pub fn stands(&self, person: usize, month: usize) -> Stands {
        let it = self.moments.get(person * self.months() + month).copied().unwrap_or(0);
        Stands { band: usize::from(it & 0xf), penalised: it & PENALISED != 0, wrongly: it & WRONGLY != 0 }
    }

    /// In how many months something holds of somebody.
    pub fn count(&self, person: usize, holds: fn(Stands) -> bool) -> usize {
        (0..self.months()).filter(|it| holds(self.stands(person, *it))).count()
    }

    /// The boxes, by group or by neighbourhood; in each the best band at the end stands first.
    pub fn tiles(&self, stage: Stage, by_group: bool) -> Vec<Tile> {
        let key = |it: &Dot| if by_group { it.group } else { it.place };
        let n = self.people.iter().map(key).max().map_or(0, |it| it + 1);
        let mut tiles: Vec<Tile> = (0..n).map(|_| Tile { name: String::new(), people: Vec::new() }).collect();
        for (person, it) in self.people.iter().enumerate() {
            tiles[key(it)].people.push(person);
        }
        let last = self.months().saturating_sub(1);
        for (at, tile) in tiles.iter_mut().enumerate() {
            tile.people.sort_by_key(|it| {
                let end = self.stands(*it, last);
                (std::cmp::Reverse(end.band), end.penalised, *it)
            });
            let district = tile.people.first().map_or(0, |it| self.people[*it].district);
            tile.name = if by_group { stage.group(at) } else { super::place_name(at, district) };
        }
        tiles.retain(|it| !it.people.is_empty());
        tiles
    }
}
