//! Lists with ids, and a signal for each member that changes only when that member does.

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

impl<T> Roll<T> {
    /// A member by its id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.members.get(id)
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

/// A roll on the page: `For` takes its ids, and each row a slot.
///
/// A memo for each row would be asked at every edit whether it still holds, with everything that hangs on it; a slot is
/// written to by one effect, and only when its member has changed.
pub struct Slots<T: Send + Sync + 'static> {
    roll: Memo<Roll<T>>,
    ids: Memo<Vec<String>>,
    held: StoredValue<Held<T>>,
}

/// The slots on the page, by id. One id may have several.
type Held<T> = BTreeMap<String, Vec<RwSignal<Option<T>>>>;

impl<T: Send + Sync + 'static> Clone for Slots<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Slots<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Slots<T> {
    /// The slots of a roll, which is made anew when anything changes that it reads.
    pub fn new(roll: impl Fn() -> Roll<T> + Send + Sync + 'static) -> Self {
        let roll = Memo::new(move |_| roll());
        let held = StoredValue::new(Held::new());
        Effect::new(move |_| {
            roll.with(|now| {
                held.try_with_value(|held: &Held<T>| held.iter().for_each(|(id, slots)| fill(slots, now.get(id))));
            });
        });
        Self { roll, ids: Memo::new(move |_| roll.with(|it| it.ids.clone())), held }
    }

    /// The ids in order. Notifies only when they change, not when members do.
    pub fn ids(self) -> Vec<String> {
        self.ids.get()
    }

    /// Reads the member with an id, and runs again when any of them changes.
    pub fn with<R>(self, id: &str, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.roll.with(|it| it.get(id).map(read))
    }

    /// The member with an id, as long as it is there. The slot goes with the component that asked for it.
    pub fn slot(self, id: &str) -> ReadSignal<Option<T>> {
        let slot = RwSignal::new(self.roll.with_untracked(|it| it.get(id).cloned()));
        self.held.update_value(|it| it.entry(id.to_owned()).or_default().push(slot));
        let id = id.to_owned();
        on_cleanup(move || {
            self.held.try_update_value(|held| {
                let slots = held.entry(id.clone()).or_default();
                slots.retain(|it| *it != slot);
                if slots.is_empty() {
                    held.remove(&id);
                }
            });
        });
        slot.read_only()
    }
}

/// Writes a member into its slots, if it is another than before.
fn fill<T: Clone + PartialEq + Send + Sync + 'static>(slots: &[RwSignal<Option<T>>], member: Option<&T>) {
    for slot in slots {
        if slot.try_with_untracked(|it| it.as_ref() != member) == Some(true) {
            slot.try_set(member.cloned());
        }
    }
}
