//! The principles: each looks at lives and says whether and where they break it.

mod alike;
mod corrected;
mod ends;
mod event;
mod penalties;
mod relatives;
mod year;

use super::ask::{Asked, Lives, Tested};
use crate::scenario::doc::Says;
pub use alike::mentions;

/// Every principle, in the order in which they are offered.
pub const ALL: [Says; 11] = [
    Says::EventCostsBands,
    Says::EventCostsPoints,
    Says::YearCostsPoints,
    Says::EffectsEnd,
    Says::NoPenaltyWithoutNotice,
    Says::PersonsAndFirmsAlike,
    Says::GroupsAlike,
    Says::RelativesPayNothing,
    Says::CorrectedLeavesNothing,
    Says::EssentialsStay,
    Says::PenaltiesStayInTheirPart,
];

/// The five that a class may begin with: a modelling choice.
pub const STARTERS: [Says; 5] = [
    Says::EventCostsBands,
    Says::EffectsEnd,
    Says::RelativesPayNothing,
    Says::CorrectedLeavesNothing,
    Says::EssentialsStay,
];

/// Puts a principle to some lives.
pub fn test(asked: &Asked, lives: &Lives<'_>) -> Tested {
    match asked.says {
        Says::EventCostsBands => event::bands(asked, lives),
        Says::EventCostsPoints => event::points(asked, lives),
        Says::YearCostsPoints => year::test(asked, lives),
        Says::EffectsEnd => ends::test(asked, lives),
        Says::NoPenaltyWithoutNotice => penalties::without_notice(lives),
        Says::PersonsAndFirmsAlike => alike::persons_and_firms(asked, lives),
        Says::GroupsAlike => alike::groups(asked, lives),
        Says::RelativesPayNothing => relatives::test(asked, lives),
        Says::CorrectedLeavesNothing => corrected::test(asked, lives),
        Says::EssentialsStay => penalties::essential(lives),
        Says::PenaltiesStayInTheirPart => penalties::elsewhere(lives),
    }
}
