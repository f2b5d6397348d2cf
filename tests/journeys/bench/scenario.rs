//! Scenarios of a size, as a diligent class might make them: always the same for the same numbers.

use serde_json::{Value, json};

/// How large a scenario is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Rules of its rulebook.
    pub rules: usize,
    /// Events, over all subjects.
    pub events: usize,
    /// People and businesses.
    pub subjects: usize,
    /// Years from the first to the last day.
    pub years: usize,
}

/// The rule whose points are edited: it applies to every subject.
pub const EDITED: &str = "rule-1";

const AMOUNTS: [i64; 10] = [-20, 5, -10, 30, -5, 2, -50, 10, -15, 20];
const DOMAINS: [&str; 5] = ["loans", "travel", "housing", "public-services", "work"];

/// A scenario with five bands, two lists, eight consequences and rules of every common sort.
pub fn scenario(size: Size) -> Value {
    let n_kinds = size.rules.min(40);
    let kinds: Vec<Value> = (1..=n_kinds).map(kind).collect();
    let rules: Vec<Value> = (1..=size.rules).map(|nth| rule(nth, n_kinds)).collect();
    let cast: Vec<Value> = (1..=size.subjects).map(|nth| subject(nth, size.subjects)).collect();
    let mut random = Random(1);
    let events: Vec<Value> = (1..=size.events).map(|nth| event(nth, size, n_kinds, &mut random)).collect();
    json!({
        "version": 1,
        "title": format!("{} rules, {} events", size.rules, size.events),
        "mechanism": "score",
        "standing": "invented",
        "first_day": "2015-01-01",
        "last_day": format!("{}-12-31", 2014 + size.years),
        "kinds": kinds,
        "rulebook": {
            "scale": { "lowest": 0, "highest": 2000, "start": 1000 },
            "bands": [
                { "id": "A", "from": 1300 }, { "id": "B", "from": 1100 }, { "id": "C", "from": 900 },
                { "id": "D", "from": 600 }, { "id": "E", "from": 0 },
            ],
            "sources": [
                { "id": "court", "label": "the court", "sort": "court" },
                { "id": "bank", "label": "the bank", "sort": "bank" },
                { "id": "office", "label": "the office", "sort": "office" },
            ],
            "rules": rules,
            "lists": [
                { "id": "black", "label": "Defaulters", "nature": "black", "public": true, "months": 24, "standing": "invented" },
                { "id": "red", "label": "Honours", "nature": "red", "months": 12, "standing": "invented" },
            ],
            "consequences": (0..8).map(consequence).collect::<Vec<_>>(),
        },
        "cast": cast,
        "events": events,
    })
}

fn kind(nth: usize) -> Value {
    let source = ["court", "bank", "office"][nth % 3];
    json!({
        "id": format!("kind-{nth}"),
        "label": format!("something of the kind number {nth} happens"),
        "short": format!("kind {nth}"),
        "domain": DOMAINS[nth % DOMAINS.len()],
        "fields": [{ "id": "amount", "label": "Amount", "unit": "yuan", "default": 100 }],
        "sources": [source],
    })
}

/// The rules take turns: plain, per unit, for repetitions, for a term, within a limit, with a test, onto a list.
fn rule(nth: usize, n_kinds: usize) -> Value {
    let amount = AMOUNTS[nth % AMOUNTS.len()];
    let mut points = json!({ "amount": amount });
    let mut rule = json!({ "id": format!("rule-{nth}"), "kind": format!("kind-{}", (nth - 1) % n_kinds + 1), "standing": "invented" });
    match nth % 7 {
        2 => points["per"] = json!({ "field": "amount", "unit": 100 }),
        3 => points["repeat"] = json!({ "then": [amount * 2, amount * 3], "within": 12 }),
        4 => points["months"] = json!(6 + nth % 18),
        5 => rule["limit"] = json!({ "per": "year", "points": 40 }),
        6 => rule["when"] = json!({ "number": { "field": "amount", "is": "at-least", "value": 150 } }),
        0 => rule["listings"] = json!([{ "list": if amount < 0 { "black" } else { "red" } }]),
        _ => {}
    }
    rule["points"] = points;
    rule
}

fn consequence(nth: usize) -> Value {
    let bands = [vec!["A"], vec!["A", "B"], vec!["D", "E"], vec!["E"]];
    let list = ["black", "red"][nth % 2];
    json!({
        "id": format!("consequence-{nth}"),
        "label": format!("What follows, number {nth}"),
        "nature": if nth % 4 < 2 { "reward" } else { "penalty" },
        "domain": DOMAINS[nth % DOMAINS.len()],
        "bands": if nth < 6 { bands[nth % 4].clone() } else { Vec::new() },
        "lists": if nth < 6 { vec![] } else { vec![list] },
        "standing": "invented",
    })
}

fn subject(nth: usize, of: usize) -> Value {
    let next = format!("subject-{}", nth % of + 1);
    let is_business = nth.is_multiple_of(3);
    json!({
        "id": format!("subject-{nth}"),
        "name": format!("Subject {nth}"),
        "kind": if is_business { "business" } else { "person" },
        "associates": if is_business && of > 1 { json!([{ "subject": next, "relation": "owner" }]) } else { json!([]) },
    })
}

fn event(nth: usize, size: Size, n_kinds: usize, random: &mut Random) -> Value {
    // Every twelfth event is one that the edited rule is about.
    let kind = if nth.is_multiple_of(12) { 1 } else { random.below(n_kinds) + 1 };
    let (year, month, day) = (2015 + random.below(size.years), random.below(12) + 1, random.below(28) + 1);
    json!({
        "id": format!("e{nth}"),
        "subject": format!("subject-{}", random.below(size.subjects) + 1),
        "kind": format!("kind-{kind}"),
        "day": format!("{year}-{month:02}-{day:02}"),
        "fields": { "amount": 50 * (random.below(8) + 1) },
    })
}

/// A small generator of numbers that look random (Lehmer's, with Park and Miller's factor).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap_or_default() % end
    }
}
