//! Edits that must keep a document whole: what is removed disappears from everything that names it.

use std::sync::Arc;

use crate::scenario::doc::{Band, Cond, Rule, Scenario};
use crate::scenario::{Decimal, bounds};

/// An id that nothing in `taken` has: the stem, or the stem with the next free number.
pub fn fresh_id<'a>(stem: &str, taken: impl Iterator<Item = &'a str> + Clone) -> String {
    let stem: String = stem.chars().take(bounds::ID_CHARS - 6).collect();
    let is_free = |id: &str| !taken.clone().any(|it| it == id);
    if is_free(&stem) {
        return stem;
    }
    let mut n: u32 = 2;
    loop {
        let id = format!("{stem}-{n}");
        if is_free(&id) {
            return id;
        }
        n += 1;
    }
}

/// An id made from a label: its letters and digits in lower case, with hyphens between words.
pub fn id_from_label(label: &str, otherwise: &str) -> String {
    let mut id = String::new();
    for it in label.chars() {
        if it.is_ascii_alphanumeric() {
            id.push(it.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.trim_end_matches('-').chars().take(bounds::ID_CHARS - 6).collect();
    if id.is_empty() { otherwise.to_owned() } else { id }
}

/// Adds a band halfway into the widest one, and answers with its id.
pub fn add_band(scenario: &mut Scenario) -> Option<String> {
    let book = &mut scenario.rulebook;
    let top = book.scale.as_ref()?.highest.0;
    let id = fresh_id("band", book.bands.iter().map(|it| it.id.as_str()));
    let tops = std::iter::once(top).chain(book.bands.iter().map(|it| it.from.0));
    let widths = tops.zip(&book.bands).map(|(top, band)| top - band.from.0);
    let (at, width) = widths.enumerate().max_by_key(|it| (it.1, std::cmp::Reverse(it.0)))?;
    let half = width.per_mille(500).thousandths() / 1000;
    let from = book.bands[at].from.0 + crate::engine::Points::whole(half);
    book.bands.insert(at, Band { id: id.clone(), label: String::new(), from: Decimal(from) });
    Some(id)
}

/// Removes a band; the next better one takes over its stretch if it was the lowest. A scale keeps at least one band.
pub fn remove_band(scenario: &mut Scenario, id: &str) {
    let book = &mut scenario.rulebook;
    let Some(at) = book.bands.iter().position(|it| it.id == id) else { return };
    if book.bands.len() == 1 {
        return;
    }
    let removed = book.bands.remove(at);
    if at == book.bands.len() {
        book.bands[at - 1].from = removed.from;
    }
    for it in &mut book.consequences {
        it.bands.retain(|it| it != id);
    }
    scenario.expectations.retain(|it| it.band.as_deref() != Some(id));
    each_rule(scenario, |rule| rule.ceiling.as_ref().is_some_and(|it| it.band == id), |rule| rule.ceiling = None);
}

/// Removes a list from the rulebook, its rules and its consequences.
pub fn remove_list(scenario: &mut Scenario, id: &str) {
    scenario.rulebook.lists.retain(|it| it.id != id);
    for it in &mut scenario.rulebook.consequences {
        it.lists.retain(|it| it != id);
    }
    scenario.expectations.retain(|it| it.list.as_deref() != Some(id));
    let names = |rule: &Rule| rule.listings.iter().any(|it| it.list == id) || rule.delistings.iter().any(|it| it == id);
    each_rule(scenario, names, |rule| {
        rule.listings.retain(|it| it.list != id);
        rule.delistings.retain(|it| it != id);
    });
}

/// Removes a source from the rulebook, its rules, the kinds and the events. A rule that listened to it alone is switched
/// off rather than left listening to everybody.
pub fn remove_source(scenario: &mut Scenario, id: &str) {
    scenario.rulebook.sources.retain(|it| it.id != id);
    for it in &mut scenario.kinds {
        it.sources.retain(|it| it != id);
    }
    each_rule(
        scenario,
        |rule| rule.reported_by.iter().any(|it| it == id),
        |rule| {
            rule.reported_by.retain(|it| it != id);
            rule.on &= !rule.reported_by.is_empty();
        },
    );
    for event in &mut scenario.events {
        if event.recorded_by.as_ref().is_some_and(|it| it.iter().any(|it| it == id))
            && let Some(sources) = &mut Arc::make_mut(event).recorded_by
        {
            sources.retain(|it| it != id);
        }
    }
}

/// Removes a subject with its events, and from everybody's associates.
pub fn remove_subject(scenario: &mut Scenario, id: &str) {
    scenario.cast.retain(|it| it.id != id);
    scenario.events.retain(|it| it.subject != id);
    scenario.expectations.retain(|it| it.subject != id);
    for it in &mut scenario.cast {
        it.associates.retain(|it| it.subject != id);
    }
}

/// Removes a group from the cast and from conditions.
pub fn remove_group(scenario: &mut Scenario, id: &str) {
    scenario.groups.retain(|it| it.id != id);
    for it in scenario.cast.iter_mut().filter(|it| it.group.as_deref() == Some(id)) {
        it.group = None;
    }
    each_rule(
        scenario,
        |rule| rule.when.as_ref().is_some_and(|it| names_group(it, id)),
        |rule| {
            rule.when = rule.when.take().and_then(|it| without_group(it, id));
        },
    );
}

/// Takes the scale away, and with it everything that needs one: what remains keeps lists.
pub fn remove_scale(scenario: &mut Scenario) {
    let book = &mut scenario.rulebook;
    book.scale = None;
    book.bands.clear();
    book.fading = 0;
    for it in &mut book.consequences {
        it.bands.clear();
    }
    scenario.expectations.retain(|it| it.band.is_none() && it.score.is_none());
    each_rule(
        scenario,
        |rule| rule.points.is_some() || rule.ceiling.is_some(),
        |rule| {
            rule.points = None;
            rule.ceiling = None;
        },
    );
}

/// Changes the rules that a test finds, and leaves the others shared.
fn each_rule(scenario: &mut Scenario, found: impl Fn(&Rule) -> bool, mut change: impl FnMut(&mut Rule)) {
    for rule in scenario.rulebook.rules.iter_mut().filter(|it| found(it)) {
        change(Arc::make_mut(rule));
    }
}

fn names_group(cond: &Cond, id: &str) -> bool {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().any(|it| names_group(it, id)),
        Cond::Not(part) => names_group(part, id),
        Cond::Group(group) => group == id,
        _ => false,
    }
}

fn without_group(cond: Cond, id: &str) -> Option<Cond> {
    let all = |parts: Vec<Cond>| parts.into_iter().filter_map(|it| without_group(it, id)).collect::<Vec<_>>();
    match cond {
        Cond::All(parts) => Some(all(parts)).filter(|it| !it.is_empty()).map(Cond::All),
        Cond::Any(parts) => Some(all(parts)).filter(|it| !it.is_empty()).map(Cond::Any),
        Cond::Not(part) => without_group(*part, id).map(|it| Cond::Not(Box::new(it))),
        Cond::Group(group) if group == id => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Severity, lower, presets};

    /// Whether a document has no error.
    #[track_caller]
    fn check_whole(scenario: &Scenario) {
        let errors: Vec<_> = lower(scenario).err().into_iter().flatten().collect();
        let errors: Vec<_> = errors.iter().filter(|it| it.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }

    /// Applies an edit to every preset, once for each id that `ids` finds in it.
    fn on_all_presets(ids: fn(&Scenario) -> Vec<String>, edit: fn(&mut Scenario, &str)) {
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            for id in ids(&scenario) {
                let mut edited = scenario.clone();
                edit(&mut edited, &id);
                check_whole(&edited);
            }
        }
    }

    #[test]
    fn removals_leave_every_preset_whole() {
        on_all_presets(|it| it.rulebook.bands.iter().map(|it| it.id.clone()).collect(), remove_band);
        on_all_presets(|it| it.rulebook.lists.iter().map(|it| it.id.clone()).collect(), remove_list);
        on_all_presets(|it| it.rulebook.sources.iter().map(|it| it.id.clone()).collect(), remove_source);
        on_all_presets(|it| it.cast.iter().map(|it| it.id.clone()).collect(), remove_subject);
        on_all_presets(|it| it.groups.iter().map(|it| it.id.clone()).collect(), remove_group);
        on_all_presets(|_| vec![String::new()], |it, _| remove_scale(it));
    }

    #[test]
    fn bands_can_be_added_until_there_is_no_room() {
        let mut scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
        for _ in 0..5 {
            let before = scenario.rulebook.bands.len();
            assert!(add_band(&mut scenario).is_some());
            assert_eq!(scenario.rulebook.bands.len(), before + 1);
            check_whole(&scenario);
        }
    }

    #[test]
    fn ids_are_made_from_labels() {
        for (label, id) in [("No flights!", "no-flights"), ("  ", "thing"), ("诚信", "thing"), ("A — B", "a-b")] {
            assert_eq!(id_from_label(label, "thing"), id);
        }
        assert_eq!(fresh_id("a", ["a", "a-2"].into_iter()), "a-3");
    }
}
