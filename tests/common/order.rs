//! The same scenario in another order.

use std::collections::BTreeMap;

use social_credit_lab::scenario::Scenario;

use super::generate::Rng;

/// Puts the members of a list in another order that keeps the order of those with the same key.
pub fn shuffle_within<T: Clone, K: Ord>(rng: &mut Rng, all: &mut [T], key: impl Fn(&T) -> K) {
    let mut order: Vec<usize> = (0..all.len()).collect();
    rng.shuffle(&mut order);
    let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, &it) in order.iter().enumerate() {
        places.entry(key(&all[it])).or_default().push(place);
    }
    let old = all.to_vec();
    for it in old {
        let place = places.get_mut(&key(&it)).unwrap().remove(0);
        all[place] = it;
    }
}

/// Puts everything in another order that only names things: what counts is never where it stands.
pub fn shuffle(rng: &mut Rng, scenario: &mut Scenario) {
    rng.shuffle(&mut scenario.references);
    rng.shuffle(&mut scenario.groups);
    rng.shuffle(&mut scenario.kinds);
    for kind in &mut scenario.kinds {
        rng.shuffle(&mut kind.fields);
        rng.shuffle(&mut kind.sources);
    }
    rng.shuffle(&mut scenario.rulebook.sources);
    rng.shuffle(&mut scenario.rulebook.lists);
    rng.shuffle(&mut scenario.rulebook.consequences);
    for consequence in &mut scenario.rulebook.consequences {
        rng.shuffle(&mut consequence.bands);
        rng.shuffle(&mut consequence.lists);
    }
    for subject in &mut scenario.cast {
        rng.shuffle(&mut subject.associates);
    }
}
