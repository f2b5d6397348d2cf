//! The parts of life, for selects.

use crate::scenario::doc::Domain;
use crate::ui::state::texts;

/// All of them.
pub const ALL: [Domain; 13] = [
    Domain::Travel,
    Domain::Loans,
    Domain::Housing,
    Domain::Work,
    Domain::School,
    Domain::Health,
    Domain::Internet,
    Domain::PublicServices,
    Domain::BusinessPermits,
    Domain::Contracts,
    Domain::Inspection,
    Domain::Deposits,
    Domain::Publicity,
];

/// Value and text of each.
pub fn options() -> Vec<(String, String)> {
    ALL.map(|it| (id_of(it), (texts().common.domain)(it).to_owned())).to_vec()
}

/// The value of one.
pub fn id_of(domain: Domain) -> String {
    ((texts().common.domain)(domain)).replace(' ', "-")
}

/// The one with a value.
pub fn from_id(id: &str) -> Option<Domain> {
    ALL.into_iter().find(|it| id_of(*it) == id)
}
