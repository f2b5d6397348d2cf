//! From a life that breaks a principle to the shortest that still does.

use super::menu::Menu;
use super::trial::{Deed, Trial};
use crate::engine::Day;
use crate::engine::model::SubjectKind;

/// Every life that is one step simpler, those first that leave most away.
///
/// # Properties
///
/// Each is smaller than the life by a fixed order: fewer events, fewer subjects, fewer ties, fewer corrections, the usual
/// sources, nobody's group, a person, more usual values, earlier days. So taking simpler lives again and again ends; and
/// where no simpler one breaks the principle, no event can be left out.
pub fn simpler(trial: &Trial, menu: &Menu, first: Day) -> Vec<Trial> {
    let mut all = Vec::new();
    for at in (0..trial.events.len()).rev() {
        let mut it = trial.clone();
        it.events.remove(at);
        all.push(it);
    }
    if trial.subjects.len() > 1 {
        for keep in 0..trial.subjects.len() {
            all.push(alone(trial, keep, false));
            all.push(alone(trial, keep, true));
        }
    }
    for (at, somebody) in trial.subjects.iter().enumerate() {
        let mut with = |change: fn(&mut super::trial::Somebody)| {
            let mut it = trial.clone();
            it.subjects.get_mut(at).map(change);
            all.push(it);
        };
        if somebody.shares.is_some() {
            with(|it| it.shares = None);
        }
        if somebody.group.is_some() {
            with(|it| it.group = None);
        }
        if somebody.kind == SubjectKind::Business {
            with(|it| it.kind = SubjectKind::Person);
        }
    }
    for (at, deed) in trial.events.iter().enumerate() {
        let mut with = |change: &dyn Fn(&mut Deed)| {
            let mut it = trial.clone();
            it.events.get_mut(at).map(change);
            all.push(it);
        };
        if deed.granted.is_some() {
            with(&|it| it.granted = None);
        }
        for sources in 0..deed.sources {
            with(&|it| it.sources = sources);
        }
        for (field, &place) in deed.values.iter().enumerate() {
            for lower in
                0..place.min(menu.dishes.get(deed.dish).map_or(0, |it| it.values.get(field).map_or(0, Vec::len)))
            {
                with(&|it| {
                    if let Some(value) = it.values.get_mut(field) {
                        *value = lower;
                    }
                });
            }
        }
    }
    earlier(trial, first, &mut all);
    all
}

/// One subject alone, with its own events or with everybody's.
fn alone(trial: &Trial, keep: usize, everything: bool) -> Trial {
    let subjects = trial.subjects.get(keep).map(|it| super::trial::Somebody { shares: None, ..*it });
    let events = trial.events.iter().filter(|it| everything || it.subject == keep);
    let events = events.map(|it| Deed { subject: 0, ..it.clone() }).collect();
    Trial { subjects: subjects.into_iter().collect(), events }
}

/// The same life earlier, or closer together.
fn earlier(trial: &Trial, first: Day, all: &mut Vec<Trial>) {
    let Some(begin) = trial.events.first().map(|it| it.day) else { return };
    if begin > first {
        let by = begin.days_since(first);
        let mut it = trial.clone();
        for deed in &mut it.events {
            deed.day = deed.day.plus_days(-by);
            deed.granted = deed.granted.map(|it| it.plus_days(-by));
        }
        all.push(it);
    }
    let mut before = first;
    for (at, deed) in trial.events.iter().enumerate() {
        let next_year = Day::from_ymd(before.year().saturating_add(1), 1, 1).unwrap_or(before);
        let mut days = vec![before, before.plus_days(1), before.first_of_next_month(), next_year];
        days.sort_unstable();
        for day in days.into_iter().filter(|it| *it < deed.day) {
            let mut it = trial.clone();
            if let Some(deed) = it.events.get_mut(at) {
                deed.day = day;
            }
            all.push(it);
        }
        let soonest = deed.day.plus_days(1);
        if deed.granted.is_some_and(|it| it > soonest) {
            let mut it = trial.clone();
            if let Some(deed) = it.events.get_mut(at) {
                deed.granted = Some(soonest);
            }
            all.push(it);
        }
        before = deed.day;
    }
}
