//! From a scenario to a society: the town that comes with the lab, as far as the document does not change it.
//!
//! - [`town`](mod@town): the town as data; [`dials`](mod@dials): its assumptions;
//! - [`deeds`](mod@deeds): which kinds of events are which acts;
//! - [`settle`](mod@settle): the society that the engine lives through;
//! - [`reform`]: the safeguards that a scenario is compared with;
//! - [`open`](mod@open): a simulated life as a scenario of its own;
//! - [`stories`]: towns in which one effect stands out;
//! - [`memory`](mod@memory): what the counts take.

pub mod deeds;
pub mod dials;
pub mod memory;
pub mod open;
pub mod reform;
pub mod settle;
pub mod stories;
pub mod town;

pub use deeds::{Deed, deeds};
pub use dials::{DialSpec, Shares, dial, dials, is_nobody, set, value};
pub use memory::memory;
pub use open::open;
pub use reform::{is_on, reformed};
pub use settle::settle;
pub use town::{Town, absent, town};

use crate::engine::society::trace::Traced;

/// Whether something in a file is true.
pub fn is_true(it: &Traced) -> bool {
    it.truth == crate::engine::society::Truth::True
}
