//! The record: what is documented about scoring systems, what is only said, and where each statement comes from.
//!
//! The record is data, in `public/record/<language>/`, fetched by the page when it is needed and read from disk by the
//! tests. A statement of fact anywhere in the lab is an entry of [`Facts`]; everything else points at it by its id, so
//! that its standing and its sources are written once.
//!
//! | file | what |
//! |---|---|
//! | `facts.json` | [`Facts`]: sources, topics, statements |
//! | `myths.json` | a list of [`Myth`] |
//! | `timeline.json` | a list of [`Moment`] |
//! | `systems.json` | a list of [`System`] |
//! | `safeguards.json` | a list of [`Origin`] |
//! | `films.json` | a list of [`Film`] |

mod cite;
mod facts;
mod films;
mod mechanisms;
mod parts;
mod search;
mod when;

pub use cite::Citation;
pub use facts::{Fact, Facts, Source, Topic, Try};
pub use films::{Film, Look, Probe};
pub use mechanisms::{FOUR, Sort};
pub use parts::{Cell, Moment, Myth, Origin, System, Verdict};
pub use search::Filter;
pub use when::When;
