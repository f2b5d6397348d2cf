//! Lists with ids, for `For`: the ids in order, and each member found by its id.

use std::collections::BTreeMap;

use leptos::prelude::*;

/// Things in an order, each with an id.
#[derive(Clone, Debug, PartialEq)]
pub struct Roll<T> {
    ids: Vec<String>,
    members: BTreeMap<String, T>,
}

impl<T> Default for Roll<T> {
    fn default() -> Self {
        Self { ids: Vec::new(), members: BTreeMap::new() }
    }
}

impl<T> FromIterator<(String, T)> for Roll<T> {
    /// An id that was there before gets a number.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(members: I) -> Self {
        let mut roll = Self::default();
        for (mut id, member) in members {
            let mut n = 2;
            while roll.members.contains_key(&id) {
                id = format!("{id}#{n}");
                n += 1;
            }
            roll.members.insert(id.clone(), member);
            roll.ids.push(id);
        }
        roll
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Roll<T> {
    /// A member by its id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.members.get(id)
    }

    /// The ids of a roll. Notifies only when they change, not when members do.
    pub fn ids(roll: Memo<Self>) -> Memo<Vec<String>> {
        Memo::new(move |_| roll.with(|it| it.ids.clone()))
    }

    /// One member, as long as it is there.
    pub fn slice(roll: Memo<Self>, id: String) -> Memo<Option<T>> {
        Memo::new(move |_| roll.with(|it| it.members.get(&id).cloned()))
    }
}
