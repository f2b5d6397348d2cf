//! What all accounts of a society go by.

use super::{NEVER, NOWHERE};
use crate::engine::Points;
use crate::engine::model::{BandIdx, Rule, RuleIdx, Rulebook};
use crate::engine::society::model::Society;
use crate::engine::society::months::Months;

/// What a rulebook and a calendar say, for all accounts.
#[derive(Clone, Copy)]
pub struct Office<'a> {
    /// The society.
    pub society: &'a Society,
    /// Its months.
    pub months: &'a Months,
}

impl<'a> Office<'a> {
    pub(super) fn book(&self) -> &'a Rulebook {
        &self.society.rulebook
    }

    pub(super) fn rule(&self, idx: RuleIdx) -> &'a Rule {
        &self.society.rulebook.rules[idx]
    }

    pub(super) fn band_of(&self, score: Points) -> BandIdx {
        let bands = &self.society.rulebook.bands;
        let mut band = 0;
        for (idx, from) in bands.iter().enumerate() {
            if *from <= score {
                band = idx;
            }
        }
        band
    }

    pub(super) fn domain_of(&self, kind: usize) -> u8 {
        match self.book().domain_of_kind[kind] {
            Some(domain) if domain < 32 => domain as u8,
            _ => NOWHERE,
        }
    }

    pub(super) fn end(month: u32, months: Option<u32>) -> u32 {
        months.map_or(NEVER, |it| month.saturating_add(it))
    }
}
