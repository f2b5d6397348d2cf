//! Editing rules: the numbers in them, their tests, their parts, and their places in the rulebook.
//!
//! - [`place`]: the numbers of a rule that are edited in place;
//! - [`cond`]: the tree of tests, as people read it;
//! - [`part`]: what a rule may have besides its kind;
//! - [`reach`]: what a rule did in one life, and why it did nothing.

pub mod cond;
pub mod part;
pub mod place;
pub mod reach;

use std::sync::Arc;

use super::edits::{fresh_id, id_from_label};
use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::{Kind, Listing, PointsEffect, Rule, Scenario, Source, SourceSort, Standing};
use part::Part;

pub use place::{Figure, Place};

/// A new rule about a kind of event: a small loss, or the first list where there is no scale.
pub fn fresh_rule(scenario: &Scenario, kind: &str) -> Rule {
    let book = &scenario.rulebook;
    let amount = book.scale.as_ref().map(|it| -usual_step(it.highest.0 - it.lowest.0));
    let points = amount.map(|it| PointsEffect {
        amount: Decimal(it),
        per: None,
        repeat: None,
        months: None,
        spill: None,
        range: None,
    });
    let list = book.lists.first().filter(|_| points.is_none());
    Rule {
        id: fresh_id(kind, ids(scenario)),
        kind: kind.to_owned(),
        when: None,
        reported_by: Vec::new(),
        points,
        ceiling: None,
        listings: list.map(|it| Listing { list: it.id.clone(), months: None }).into_iter().collect(),
        delistings: Vec::new(),
        limit: None,
        on: true,
        standing: Standing::Invented,
        reference: None,
        note: String::new(),
    }
}

/// A copy of a rule under a new id.
pub fn copy_of(scenario: &Scenario, id: &str) -> Option<Rule> {
    let rule = scenario.rulebook.rules.iter().find(|it| it.id == id)?;
    let stem = id.trim_end_matches(|it: char| it.is_ascii_digit()).trim_end_matches('-');
    let stem = if stem.is_empty() { id } else { stem };
    Some(Rule { id: fresh_id(stem, ids(scenario)), ..Rule::clone(rule) })
}

fn ids(scenario: &Scenario) -> impl Iterator<Item = &str> + Clone {
    scenario.rulebook.rules.iter().map(|it| it.id.as_str())
}

/// About a hundredth of a span, as a number that people would choose: 1, 2 or 5, or these times ten, hundred, ….
fn usual_step(span: Points) -> Points {
    let hundredth = span.thousandths() / 100;
    let mut step: i64 = 1_000;
    for factor in [2, 5, 10].into_iter().cycle() {
        let decade = 10_i64.pow(step.ilog10());
        let next = decade.saturating_mul(factor);
        if next > hundredth {
            break;
        }
        step = next;
    }
    Points::from_thousandths(step)
}

/// Moves a rule to the place of another, past it.
pub fn move_to(rules: &mut Vec<Arc<Rule>>, id: &str, other: &str) {
    let place = |id: &str| rules.iter().position(|it| it.id == id);
    if let (Some(from), Some(to)) = (place(id), place(other)) {
        let rule = rules.remove(from);
        rules.insert(to, rule);
    }
}

/// Gives a rule another kind of event. What only made sense for the old kind goes: tests of fields that the new one
/// lacks, and points per unit of such a field. Answers whether something went.
pub fn change_kind(scenario: &Scenario, rule: &mut Rule, kind: &str) -> bool {
    let before = (rule.when.clone(), rule.points.clone());
    rule.kind = kind.to_owned();
    if let Some(kind) = scenario.kinds.iter().find(|it| it.id == kind) {
        rule.when = rule.when.take().and_then(|it| cond::without_foreign(it, kind));
        let per = rule.points.as_ref().and_then(|it| it.per.as_ref());
        if per.is_some_and(|it| !kind.fields.iter().any(|field| field.id == it.field && field.choices.is_empty())) {
            Part::PerUnit.take(rule);
        }
    }
    before != (rule.when.clone(), rule.points.clone())
}

/// Adds a new kind of event, recorded by one source, and answers with its id. Without any source, an office is added
/// too: what nobody records has no effect.
pub fn add_kind(scenario: &mut Scenario, label: &str, short: &str, source: Option<&str>, office: &str) -> String {
    let id = fresh_id(&id_from_label(short, "kind"), scenario.kinds.iter().map(|it| it.id.as_str()));
    let sources = &mut scenario.rulebook.sources;
    if sources.is_empty() {
        let sort = SourceSort::Office;
        sources.push(Source { id: "office".to_owned(), label: office.to_owned(), sort, on: true });
    }
    let source = sources.iter().find(|it| Some(it.id.as_str()) == source).or(sources.first());
    let sources = source.map(|it| it.id.clone()).into_iter().collect();
    scenario.kinds.push(Kind {
        id: id.clone(),
        label: label.trim().to_owned(),
        short: short.trim().to_owned(),
        domain: None,
        who: None,
        fields: Vec::new(),
        sources,
        effort: None,
    });
    id
}

/// Whether every word of a search is somewhere in a text, whatever the case.
pub fn has_words(text: &str, search: &str) -> bool {
    let text = text.to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::doc::Scale;
    use crate::scenario::{lower, presets};

    fn preset(id: &str) -> Scenario {
        presets::latest(id).unwrap().scenario().unwrap()
    }

    #[test]
    fn every_kind_of_every_preset_takes_a_new_rule() {
        for preset in presets::ALL {
            let mut scenario = preset.scenario().unwrap();
            let kinds: Vec<_> = scenario.kinds.iter().map(|it| it.id.clone()).collect();
            for kind in kinds {
                let rule = fresh_rule(&scenario, &kind);
                scenario.rulebook.rules.push(Arc::new(rule));
            }
            assert!(lower(&scenario).is_ok_and(|it| it.warnings.is_empty()), "{}", preset.id);
        }
    }

    #[test]
    fn a_first_amount_fits_the_scale() {
        for (span, step) in [(12, 1), (100, 1), (200, 2), (600, 5), (1200, 10), (1_000_000, 10_000)] {
            assert_eq!(usual_step(Points::whole(span)), Points::whole(step), "{span}");
        }
        let mut scenario = preset("rongcheng-rules");
        let whole = Decimal::whole;
        scenario.rulebook.scale = Some(Scale { lowest: whole(0), highest: whole(100), start: whole(50) });
        assert_eq!(fresh_rule(&scenario, "blood").points.unwrap().amount, whole(-1));
    }

    #[test]
    fn copies_count_up() {
        let mut scenario = preset("rongcheng-rules");
        for expected in ["late-bill-2", "late-bill-3"] {
            let copy = copy_of(&scenario, &scenario.rulebook.rules.last().unwrap().id.clone());
            let copy = if expected == "late-bill-2" { copy_of(&scenario, "late-bill") } else { copy };
            assert_eq!(copy.as_ref().unwrap().id, expected);
            scenario.rulebook.rules.push(Arc::new(copy.unwrap()));
        }
    }

    #[test]
    fn rules_move_past_each_other() {
        let scenario = preset("rongcheng-rules");
        let mut rules = scenario.rulebook.rules.clone();
        move_to(&mut rules, "contract-case", "lending-duty");
        assert_eq!((&*rules[0].id, &*rules[1].id), ("contract-case", "lending-duty"));
        move_to(&mut rules, "contract-case", "lending-duty");
        assert_eq!(rules, scenario.rulebook.rules);
    }

    #[test]
    fn another_kind_keeps_what_still_makes_sense() {
        let mut scenario = preset("rongcheng-rules");
        let rule = scenario.rulebook.rules.iter().find(|it| it.id == "card-overdue").unwrap();
        let mut rule = Rule::clone(rule);
        assert!(!change_kind(&scenario, &mut rule.clone(), "card-overdue"));
        assert!(change_kind(&scenario, &mut rule, "volunteering"));
        scenario.rulebook.rules = vec![Arc::new(rule)];
        assert!(lower(&scenario).is_ok());
    }

    #[test]
    fn a_search_finds_all_words_in_any_order() {
        let text = "when a utility bill is paid late · from the utility company";
        for (search, found) in [("", true), ("Late BILL", true), ("util", true), ("late court", false)] {
            assert_eq!(has_words(text, search), found, "{search}");
        }
    }

    #[test]
    fn a_new_kind_can_be_recorded() {
        let mut scenario = preset("rongcheng-rules");
        scenario.rulebook.sources.clear();
        scenario.rulebook.rules.clear();
        let id = add_kind(&mut scenario, "someone whistles in class ", "whistles", None, "the office");
        assert_eq!((&*id, &*scenario.rulebook.sources[0].id), ("whistles", "office"));
        assert_eq!(scenario.kinds.last().unwrap().sources, ["office"]);
    }
}
