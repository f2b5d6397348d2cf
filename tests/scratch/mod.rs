//! A scenario as somebody would make it from scratch, of any size.

#![allow(dead_code, reason = "each test file that includes this uses a part of it")]

use serde_json::{Value, json};
use social_credit_lab::scenario::Scenario;
use social_credit_lab::scenario::read::from_value;

/// A kind: label, short form, domain, the number of the source that records it, points, and the unit of its number.
type KindOf = (&'static str, &'static str, Option<&'static str>, usize, i64, Option<&'static str>);

const KINDS: &[KindOf] = &[
    ("a rent payment comes late", "rent late", Some("housing"), 0, -15, Some("days")),
    ("a loan instalment is missed", "instalment missed", Some("loans"), 1, -40, Some("euros")),
    ("a loan is paid back early", "loan repaid", Some("loans"), 1, 12, None),
    ("taxes are filed late", "taxes late", None, 2, -25, Some("days")),
    ("a power bill is paid by direct debit", "direct debit", None, 3, 1, None),
    ("water use is twice the street's average", "high water use", None, 3, -4, None),
    ("a review is reported as fake", "fake review", Some("internet"), 4, -10, None),
    ("a post is shared 1,000 times", "viral post", Some("internet"), 4, 5, None),
    ("a red light is crossed on foot", "jaywalking", Some("travel"), 5, -3, None),
    ("a dog is walked without a leash", "dog off leash", None, 5, -6, None),
    ("a shift is missed without notice", "missed shift", Some("work"), 6, -20, Some("hours")),
    ("a training is completed", "training done", Some("work"), 6, 8, None),
    ("a neighbour complains about noise", "noise complaint", Some("housing"), 7, -7, None),
    ("someone shovels snow for a neighbour", "shovels snow", None, 7, 4, Some("hours")),
    ("blood is donated", "donates blood", Some("health"), 8, 30, None),
    ("an afternoon is spent volunteering", "volunteers", None, 8, 6, Some("hours")),
    ("a court orders a debt to be paid", "court order", Some("loans"), 9, -100, Some("euros")),
    ("a court order is obeyed in time", "order obeyed", None, 9, 20, None),
    ("a library book is returned late", "book late", Some("school"), 8, -2, None),
    ("litter is left in the park", "litters", None, 5, -5, None),
];

const SOURCES: &[(&str, &str)] = &[
    ("the housing company", "platform"),
    ("the savings bank", "bank"),
    ("the tax office", "tax-office"),
    ("the city works", "utility"),
    ("the social network", "platform"),
    ("street cameras", "camera"),
    ("the employer", "employer"),
    ("neighbours with the app", "neighbour"),
    ("the town hall", "office"),
    ("the district court", "court"),
];

const PEOPLE: &[(&str, &str)] = &[
    ("Ada Lindqvist", "Nurse on night shifts, two children."),
    ("Bruno Okafor", ""),
    ("Chiara Weiss", "Student, shares a flat with four others."),
    ("Dmitri Sand", ""),
    ("Elif Moreau", "Runs a blog that the town hall dislikes."),
    ("Farid Novak", "Lost his job in spring."),
    ("Greta Holm", ""),
    ("Hugo Castellan", "Has a namesake with debts."),
    ("Ines Park", ""),
    ("Jonas Abel", ""),
    ("Corner Bakery", ""),
    ("Quickfix Plumbing", "Paid by its customers, mostly late."),
];

/// Something like dice that always fall the same way.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn slug(text: &str) -> String {
    text.to_lowercase().replace([' ', ','], "-").replace('\'', "")
}

/// A scenario of this size, with ten sources, five bands, two lists, eight consequences and four safeguards.
pub fn scenario(rules: usize, subjects: usize, events: usize) -> Scenario {
    let dice = &mut Dice(7);
    let document = json!({
        "version": 1,
        "title": "Points for Lindenau",
        "summary": "What if a small town kept one account of trust for everybody who lives and trades there?",
        "mechanism": "score",
        "standing": "invented",
        "first_day": "2023-01-01",
        "last_day": "2025-12-31",
        "groups": [{ "id": "old-town", "label": "Old town" }, { "id": "riverside", "label": "Riverside" }],
        "kinds": KINDS.iter().map(kind).collect::<Vec<_>>(),
        "rulebook": {
            "scale": { "lowest": 0, "highest": 1000, "start": 700 },
            "bands": [
                { "id": "A", "label": "Exemplary", "from": 850 },
                { "id": "B", "label": "Trusted", "from": 650 },
                { "id": "C", "label": "Watched", "from": 450 },
                { "id": "D", "label": "Warned", "from": 200 },
                { "id": "E", "label": "Untrusted", "from": 0 },
            ],
            "sources": SOURCES.iter().map(source).collect::<Vec<_>>(),
            "rules": (0..rules).map(|it| rule(it, dice)).collect::<Vec<_>>(),
            "lists": [
                { "id": "honour", "label": "Wall of honour", "nature": "red", "public": true, "months": 12, "standing": "invented" },
                { "id": "debtors", "label": "Debtors' list", "nature": "black", "public": true, "standing": "invented" },
            ],
            "consequences": consequences(),
            "safeguards": { "false_records_days": 90, "event_cap": 60, "no_cliff": true, "expiry_months": 24 },
        },
        "cast": (0..subjects).map(|it| subject(it, dice)).collect::<Vec<_>>(),
        "events": events_of(events, subjects, dice),
    });
    from_value(document).unwrap()
}

fn kind((label, short, domain, source, _, unit): &KindOf) -> Value {
    let mut kind = json!({ "id": slug(short), "label": label, "short": short, "sources": [slug(SOURCES[*source].0)] });
    if let Some(domain) = domain {
        kind["domain"] = json!(domain);
    }
    if let Some(unit) = unit {
        kind["fields"] = json!([{ "id": "amount", "label": "Amount", "unit": unit, "default": 10 }]);
    }
    kind
}

fn source((label, sort): &(&str, &str)) -> Value {
    json!({ "id": slug(label), "label": label, "sort": sort })
}

fn rule(at: usize, dice: &mut Dice) -> Value {
    let (_, short, _, source, points, unit) = &KINDS[at % KINDS.len()];
    let copy = at / KINDS.len();
    let id = if copy == 0 { slug(short) } else { format!("{}-{copy}", slug(short)) };
    let mut rule = json!({
        "id": id, "kind": slug(short), "points": { "amount": points - i64::try_from(copy).unwrap() }, "standing": "invented"
    });
    if at.is_multiple_of(2) {
        rule["reported_by"] = json!([slug(SOURCES[*source].0)]);
    }
    if unit.is_some() && dice.below(2) == 0 {
        rule["when"] = json!({ "number": { "field": "amount", "is": "at-least", "value": 5 * (1 + dice.below(6)) } });
    }
    if *points < 0 && dice.below(3) == 0 {
        rule["points"]["months"] = json!(6 * (1 + dice.below(4)));
    }
    match dice.below(6) {
        0 => rule["limit"] = json!({ "per": "year", "points": 10 * (1 + dice.below(5)) }),
        1 if *points < 0 => rule["points"]["repeat"] = json!({ "then": [points * 2, points * 3], "within": 12 }),
        2 if *points < -20 => rule["ceiling"] = json!({ "band": "D", "months": 6 }),
        _ => {}
    }
    if *points == -100 {
        rule["listings"] = json!([{ "list": "debtors" }]);
    }
    if *short == "order obeyed" {
        rule["delistings"] = json!(["debtors"]);
    }
    rule
}

fn consequences() -> Value {
    let of = |id: &str, label: &str, nature: &str, domain: &str, bands: &[&str]| json!({ "id": id, "label": label, "nature": nature, "domain": domain, "bands": bands, "standing": "invented" });
    json!([
        of("free-bikes", "City bikes for free", "reward", "travel", &["A"]),
        of("fast-desk", "Own desk at the town hall", "reward", "public-services", &["A", "B"]),
        of("cheap-loans", "Loans at two per cent", "reward", "loans", &["A"]),
        of("no-flats", "No flat from the housing company", "penalty", "housing", &["D", "E"]),
        of("checks", "Checked twice as often", "penalty", "inspection", &["C", "D", "E"]),
        of("no-contracts", "No contracts with the town", "penalty", "contracts", &["E"]),
        of("deposit", "Deposit for the library", "penalty", "deposits", &["D", "E"]),
        of("portrait", "Portrait on the town's screen", "penalty", "publicity", &["E"]),
    ])
}

fn subject(at: usize, dice: &mut Dice) -> Value {
    let (name, about) = PEOPLE[at % PEOPLE.len()];
    let copy = at / PEOPLE.len();
    let id = slug(name.split(' ').next().unwrap());
    let id = if copy == 0 { id } else { format!("{id}-{copy}") };
    let kind = if at % PEOPLE.len() < 10 { "person" } else { "business" };
    let mut subject = json!({ "id": id, "name": name, "kind": kind });
    if !about.is_empty() {
        subject["about"] = json!(about);
    }
    if kind == "person" {
        subject["group"] = json!(["old-town", "riverside"][dice.below(2)]);
    }
    subject
}

fn events_of(events: usize, subjects: usize, dice: &mut Dice) -> Value {
    let mut days: Vec<usize> = (0..events).map(|_| dice.below(1_096)).collect();
    days.sort_unstable();
    let first: social_credit_lab::engine::Day = "2023-01-01".parse().unwrap();
    let event = |(at, day): (usize, usize)| {
        let (_, short, _, _, _, unit) = &KINDS[dice.below(KINDS.len())];
        let who = dice.below(subjects);
        let subject = subject(who, dice)["id"].clone();
        let day = first.plus_days(i32::try_from(day).unwrap());
        let mut event =
            json!({ "id": format!("e{}", at + 1), "subject": subject, "kind": slug(short), "day": day.to_string() });
        if unit.is_some() && dice.below(3) > 0 {
            let amount = [2, 3, 5, 8, 14, 30, 60, 120, 250, 480][dice.below(10)];
            event["fields"] = json!({ "amount": amount });
        }
        match dice.below(24) {
            0 => event["genuine"] = json!(false),
            1 => event["corrected"] = json!({ "day": day.plus_days(40).to_string(), "by": "appeal" }),
            2 => event["recorded_by"] = json!([]),
            _ => {}
        }
        event
    };
    days.into_iter().enumerate().map(event).collect()
}
