//! How far what is shown is backed: as the document declares it, or no longer so because it was changed.
//!
//! A standing says where numbers come from. After an edit they come from whoever edited, here or before the link was sent,
//! so the standing of the source is not shown for them any more.

use std::sync::Arc;

use super::doc::{Consequence, Kind, List, Rule, Scenario, Standing};

/// What is said about the backing of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What the document declares.
    Declared(Standing),
    /// It is not as it was before the edits.
    Changed,
}

impl Mark {
    const fn of(changed: bool, standing: Standing) -> Self {
        if changed { Self::Changed } else { Self::Declared(standing) }
    }
}

/// The mark of a scenario: changed as soon as anything in its rulebook, or in what its rules speak of, is different.
pub fn of_scenario(now: &Scenario, before: &Scenario) -> Mark {
    Mark::of(is_changed(now, before), now.standing)
}

fn is_changed(now: &Scenario, before: &Scenario) -> bool {
    now.rulebook != before.rulebook || now.kinds != before.kinds || now.standing != before.standing
}

/// The mark of a rule. Switching it off, and notes on it, leave it what the source says; a new rule is what it declares.
pub fn of_rule(rule: &Rule, now: &Scenario, before: &Scenario) -> Mark {
    let said =
        |it: &Rule| Rule { on: true, note: String::new(), reference: None, standing: rule.standing, ..it.clone() };
    let kind = |of: &Scenario| of.kinds.iter().find(|it| it.id == rule.kind).map(words);
    let old = before.rulebook.rules.iter().find(|it| it.id == rule.id);
    Mark::of(
        old.is_some_and(|old| {
            is_raised(rule.standing, old.standing) || said(old) != said(rule) || kind(before) != kind(now)
        }),
        rule.standing,
    )
}

/// The mark of a list.
pub fn of_list(list: &List, before: &Scenario) -> Mark {
    let said = |it: &List| List { reference: None, standing: list.standing, ..it.clone() };
    let old = before.rulebook.lists.iter().find(|it| it.id == list.id);
    Mark::of(old.is_some_and(|old| is_raised(list.standing, old.standing) || said(old) != said(list)), list.standing)
}

/// The mark of a consequence.
pub fn of_consequence(it: &Consequence, before: &Scenario) -> Mark {
    let said =
        |of: &Consequence| Consequence { note: String::new(), reference: None, standing: it.standing, ..of.clone() };
    let old = before.rulebook.consequences.iter().find(|old| old.id == it.id);
    Mark::of(old.is_some_and(|old| is_raised(it.standing, old.standing) || said(old) != said(it)), it.standing)
}

/// Whether more is claimed than before.
fn is_raised(now: Standing, before: Standing) -> bool {
    now < before
}

/// What a rule says through its kind.
fn words(it: &Kind) -> Kind {
    Kind { domain: None, sources: Vec::new(), effort: None, ..it.clone() }
}

/// Declares everything made up that was changed in a scenario, in a document that was made of it and leaves its baseline
/// behind.
pub fn declare_changes(made: &mut Scenario, now: &Scenario, before: &Scenario) {
    if !is_changed(now, before) {
        return;
    }
    made.standing = Standing::Invented;
    for it in &mut made.rulebook.rules {
        let old = now.rulebook.rules.iter().find(|old| old.id == it.id);
        if old.is_some_and(|old| of_rule(old, now, before) == Mark::Changed) {
            Arc::make_mut(it).standing = Standing::Invented;
        }
    }
    for it in &mut made.rulebook.lists {
        let old = now.rulebook.lists.iter().find(|old| old.id == it.id);
        if old.is_some_and(|old| of_list(old, before) == Mark::Changed) {
            it.standing = Standing::Invented;
        }
    }
    for it in &mut made.rulebook.consequences {
        let old = now.rulebook.consequences.iter().find(|old| old.id == it.id);
        if old.is_some_and(|old| of_consequence(old, before) == Mark::Changed) {
            it.standing = Standing::Invented;
        }
    }
}

/// A scenario as a document of its own, without its baseline: what was changed is declared made up.
pub fn on_its_own(now: &Scenario, before: &Scenario) -> Scenario {
    let mut made = now.clone();
    declare_changes(&mut made, now, before);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Decimal, presets};

    fn rongcheng() -> Scenario {
        presets::latest("rongcheng-rules").unwrap().scenario().unwrap()
    }

    #[test]
    fn a_changed_number_is_not_documented() {
        let before = rongcheng();
        let mut now = before.clone();
        assert_eq!(of_scenario(&now, &before), Mark::Declared(before.standing));
        Arc::make_mut(&mut now.rulebook.rules[0]).points.as_mut().unwrap().amount = Decimal::whole(-5);
        assert_eq!(of_scenario(&now, &before), Mark::Changed);
        assert_eq!(of_rule(&now.rulebook.rules[0], &now, &before), Mark::Changed);
        let other = &now.rulebook.rules[1];
        assert_eq!(of_rule(other, &now, &before), Mark::Declared(other.standing));
        let mut made = now.clone();
        made.events.clear();
        declare_changes(&mut made, &now, &before);
        assert_eq!((made.standing, made.rulebook.rules[0].standing), (Standing::Invented, Standing::Invented));
        assert_eq!(made.rulebook.rules[1].standing, before.rulebook.rules[1].standing);
    }

    #[test]
    fn a_saved_file_claims_nothing_for_what_was_changed() {
        let before = rongcheng();
        let reopened = |now: &Scenario| {
            let text = crate::scenario::write(&on_its_own(now, &before));
            crate::scenario::read_file(text.as_bytes()).unwrap()
        };
        assert_eq!(reopened(&before).standing, before.standing);
        let mut now = before.clone();
        now.rulebook.safeguards.no_cliff = !now.rulebook.safeguards.no_cliff;
        assert_eq!(reopened(&now).standing, Standing::Invented);
        let mut now = before.clone();
        Arc::make_mut(&mut now.rulebook.rules[0]).points.as_mut().unwrap().amount = Decimal::whole(-5);
        let read = reopened(&now);
        assert_eq!((read.standing, read.rulebook.rules[0].standing), (Standing::Invented, Standing::Invented));
        assert_eq!(read.rulebook.rules[1].standing, before.rulebook.rules[1].standing);
    }

    #[test]
    fn other_lives_leave_the_rules_documented() {
        let before = rongcheng();
        let mut now = before.clone();
        now.cast.clear();
        now.events.clear();
        assert_eq!(of_scenario(&now, &before), Mark::Declared(before.standing));
        Arc::make_mut(&mut now.rulebook.rules[0]).on = false;
        let rule = &now.rulebook.rules[0];
        assert_eq!(of_rule(rule, &now, &before), Mark::Declared(rule.standing), "it is off, and still the source's");
        assert_eq!(of_scenario(&now, &before), Mark::Changed, "the rulebook is not what the source describes");
    }

    #[test]
    fn other_words_for_a_rule_change_it() {
        let before = rongcheng();
        let mut now = before.clone();
        let kind = now.rulebook.rules[0].kind.clone();
        now.kinds.iter_mut().find(|it| it.id == kind).unwrap().label = "somebody sneezes".to_owned();
        assert_eq!(of_rule(&now.rulebook.rules[0], &now, &before), Mark::Changed);
        let mut now = before.clone();
        now.rulebook.consequences[0].label.push('!');
        now.rulebook.consequences[1].standing = Standing::Documented;
        for it in &now.rulebook.consequences[..2] {
            assert_eq!(of_consequence(it, &before), Mark::Changed);
        }
    }
}
