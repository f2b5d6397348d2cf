//! From a scenario to a society: the town that comes with the lab, as far as the document does not change it.

use crate::engine::society::Society;
use crate::engine::society::trace::Traced;
use crate::scenario::doc::Scenario;
use crate::scenario::lower::Lowered;

/// The society of a scenario.
pub fn settle(scenario: &Scenario, lowered: &Lowered) -> Option<Society> {
    let _ = (scenario, lowered);
    None
}

/// The scenario with its reform carried out; `None` if it has none.
pub fn reformed(scenario: &Scenario) -> Option<Scenario> {
    let _ = scenario;
    None
}

/// Whether something in a file is true.
pub fn is_true(it: &Traced) -> bool {
    it.truth == crate::engine::society::Truth::True
}
