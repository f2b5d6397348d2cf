//! Names and where they stand.

use std::collections::BTreeMap;

use super::Checks;
use crate::scenario::bounds::ID_CHARS;
use crate::scenario::caps::most;
use crate::scenario::diagnostic::{Code, Path, Thing};

/// The ids of one sort of thing, and the place of each.
pub(super) struct Names<'a> {
    thing: Thing,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    /// Takes up the ids of a list, and reports the malformed and the repeated.
    pub(super) fn collect(
        checks: &mut Checks,
        thing: Thing,
        path: &Path,
        most: usize,
        ids: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut places = BTreeMap::new();
        let mut found = 0;
        for (place, id) in ids.enumerate() {
            found += 1;
            if !is_id(id) {
                checks.error(
                    path.at(if id.is_empty() { place.to_string() } else { id.to_owned() }),
                    Code::BadId { id: id.to_owned() },
                );
            } else if places.insert(id, place).is_some() {
                checks.error(path.at(id), Code::DuplicateId { id: id.to_owned() });
            }
        }
        if found > most {
            checks.error(path.clone(), Code::TooMany { thing, found, most });
        }
        Self { thing, places }
    }

    /// The place of a name; reports it if there is none.
    pub(super) fn find(&self, checks: &mut Checks, path: &Path, id: &str) -> Option<usize> {
        let place = self.places.get(id).copied();
        if place.is_none() {
            if checks.is_full() {
                checks.errors += 1;
                return None;
            }
            let like = self.places.keys().find(|it| is_like(it, id)).map(|it| (*it).to_owned());
            checks.error(path.clone(), Code::Unknown { thing: self.thing, id: id.to_owned(), like });
        }
        place
    }

    /// The place of a name, without a report.
    pub(super) fn find_at(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The places of several names. Of more than there can be, the first.
    pub(super) fn find_all<C: FromIterator<usize>>(&self, checks: &mut Checks, path: &Path, ids: &[String]) -> C {
        let most = most(self.thing);
        if ids.len() > most {
            checks.error(path.clone(), Code::TooMany { thing: self.thing, found: ids.len(), most });
        }
        let places = ids.iter().take(most).enumerate().filter_map(|(at, id)| self.find(checks, &path.at(at), id));
        places.collect::<Vec<_>>().into_iter().collect()
    }

    /// All names in alphabetical order, with their places.
    pub(super) fn sorted(&self) -> impl Iterator<Item = (&'a str, usize)> {
        self.places.iter().map(|(id, place)| (*id, *place))
    }
}

/// Whether a text has the form of an id.
pub fn is_id(text: &str) -> bool {
    // Bands are named by what stands on the chart, so capitals and a plus are allowed too.
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'_');
    !text.is_empty() && text.len() <= ID_CHARS && text.bytes().all(fits)
}

/// Whether one could have been meant for the other: at most two letters differ, or one begins with the other.
pub(super) fn is_like(known: &str, typed: &str) -> bool {
    let near = known.len() == typed.len() && known.bytes().zip(typed.bytes()).filter(|it| it.0 != it.1).count() <= 2;
    let stem = typed.len().min(known.len()) >= 3 && (known.starts_with(typed) || typed.starts_with(known));
    near || stem || known.eq_ignore_ascii_case(typed)
}
