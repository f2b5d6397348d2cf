//! What is in force in one life: ceilings and listings, and the domains in which anything is live.
//!
//! Thousands of them may be in force at once, so each question has its answer ready.

use std::collections::BTreeSet;

use super::report::{End, Entry, LineIdx};
use crate::engine::model::{BandIdx, DomainIdx, ListIdx, Set};

/// The number of domains of life that the engine can tell apart.
pub(super) const DOMAINS: usize = 32;

/// What is in force in one life.
#[derive(Default)]
pub(super) struct InForce {
    /// The ceilings and the lines that began them, the lowest first.
    ceilings: BTreeSet<(BandIdx, LineIdx)>,
    /// The listings and the lines that began them.
    listings: BTreeSet<(ListIdx, LineIdx)>,
    /// The lists of `listings`.
    lists: Set,
    /// How many live losses, ceilings and listings each domain has.
    live_in_domain: [u32; DOMAINS],
    /// The domains of which that is not zero.
    live: Set,
}

impl InForce {
    /// The lowest band to which the band is limited.
    pub(super) fn ceiling(&self) -> Option<BandIdx> {
        self.ceilings.first().map(|it| it.0)
    }

    /// The lists that the subject is on.
    pub(super) const fn lists(&self) -> Set {
        self.lists
    }

    /// The domains in which a loss, a ceiling or a listing is live.
    pub(super) const fn live(&self) -> Set {
        self.live
    }

    /// The lines of the listings on a list, in the order in which they began.
    pub(super) fn listings_on(&self, list: ListIdx) -> impl Iterator<Item = LineIdx> {
        self.listings.range((list, 0)..=(list, LineIdx::MAX)).map(|it| it.1)
    }

    /// A ceiling begins with a line.
    pub(super) fn limit(&mut self, band: BandIdx, line: LineIdx) {
        self.ceilings.insert((band, line));
    }

    /// A listing begins with a line.
    pub(super) fn list(&mut self, list: ListIdx, line: LineIdx) {
        self.listings.insert((list, line));
        self.lists = self.lists.with(list);
    }

    /// Ends the ceiling or listing that a line began, and answers with the entry that says so; `None` if nothing that
    /// it began is in force.
    pub(super) fn end(&mut self, line: LineIdx, begun: Entry, because: End) -> Option<Entry> {
        match begun {
            Entry::Ceiling { band, .. } if self.ceilings.remove(&(band, line)) => {
                Some(Entry::CeilingEnded { of: line, because })
            }
            Entry::Listed { list } if self.listings.remove(&(list, line)) => {
                if self.listings_on(list).next().is_none() {
                    self.lists = self.lists.without(list);
                }
                Some(Entry::ListingEnded { of: line, list, because })
            }
            _ => None,
        }
    }

    /// One loss, ceiling or listing more or less is live in a domain.
    pub(super) fn count_live(&mut self, domain: Option<DomainIdx>, begins: bool) {
        let Some(count) = domain.and_then(|it| self.live_in_domain.get_mut(it)) else { return };
        *count = if begins { count.saturating_add(1) } else { count.saturating_sub(1) };
        let here = Set::of(domain.unwrap_or_default());
        self.live = if *count > 0 { Set(self.live.0 | here.0) } else { Set(self.live.0 & !here.0) };
    }
}
