//! Changes of a document, in words.

use serde_json::Value;

use super::common;
use super::texts;
use crate::scenario::compare::{Change, What};
use crate::scenario::doc::{Event, Scenario, ShockSort};
use crate::scenario::society::{dial, town};
use crate::scenario::{DayText, Decimal};

/// A change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// What changed: "points of “a utility bill is paid late”".
    pub what: String,
    /// What it was; empty if there was nothing to show.
    pub before: String,
    /// What it is; empty if there is nothing to show.
    pub after: String,
}

texts! {
    /// Words of the page of changes, of undo and of redo.
    Changes {
        title = "What was changed",
        intro: fn(&str, bool) -> String = |title, preset| match preset {
            true => format!("Everything that is different from the published example “{title}”, whoever changed it."),
            false => format!("Everything that is different from “{title}” as it was opened here."),
        },
        none = "Nothing is changed. Edit a rule or an event in the lab, and it will be listed here.",
        back_to_lab = "Back to the lab",
        reset_one: fn(&str) -> String = |what| format!("Reset {what}"),
        reset_all = "Reset everything",
        reset_done = "Reset. Undo brings it back.",
        n_changes: fn(usize) -> String = |n| format!("{n} {}", if n == 1 { "change" } else { "changes" }),
        was = "Was",
        is_now = "Is now",
        change = "Change",
        rules = "Rules",
        events = "Events",
        system = "System",
        cast = "Cast",
        other = "Scenario",
        undo: fn(&str) -> String = |what| format!("Undo: {what}"),
        redo: fn(&str) -> String = |what| format!("Redo: {what}"),
        undone: fn(&str) -> String = |what| format!("Undone: {what}"),
        redone: fn(&str) -> String = |what| format!("Redone: {what}"),
        opened: fn(&str) -> String = |title| format!("opening “{title}”"),
        history = "Steps",
        effect = "What it does to the lives",
        effect_none = "No life in this scenario is different. The parts that changed may touch nobody here.",
        effect_line: fn(&str, &str, &str) -> String = |name, before, after| format!("{name}: {before} → {after}"),
        describe: fn(&Scenario, &Scenario, &Change) -> ChangeWords = describe,
        headline: fn(&Scenario, &Scenario, &[Change]) -> String = headline,
        settled: fn(&Scenario, &Scenario, &[Change]) -> String = settled,
        settled_life: fn(&str, &str, bool) -> String = |name, standing, is_score| if is_score { format!("{name}: {standing}.") } else { format!("{standing}.") },
    }
}

/// One line for all changes of a step: the first, and how many more.
fn headline(before: &Scenario, after: &Scenario, changes: &[Change]) -> String {
    let Some(first) = changes.first() else { return "nothing".to_owned() };
    let words = describe(before, after, first);
    let values = match (words.before.is_empty(), words.after.is_empty()) {
        (true, true) => String::new(),
        _ => format!(": {} → {}", or_none(&words.before), or_none(&words.after)),
    };
    let more = match changes.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    format!("{}{values}{more}", words.what)
}

/// What an edit came to, for those who do not see it: "Points of “a bill is paid late”: −5."
fn settled(before: &Scenario, after: &Scenario, changes: &[Change]) -> String {
    let Some(first) = changes.first() else { return String::new() };
    let words = describe(before, after, first);
    let parts: Vec<&str> = first.path.parts().collect();
    let line = match (first.what, &parts[..]) {
        (What::Value, ["rulebook", "rules", _, "on"]) => {
            let is_on = first.after != Some(Value::Bool(false));
            format!("{} switched {}", thing(after, &parts).0, if is_on { "on" } else { "off" })
        }
        (What::Value, _) => format!("{}: {}", words.what, or_none(&words.after)),
        _ => words.what,
    };
    let more = match changes.len() {
        1 => ".".to_owned(),
        n => format!(", and {} more.", n - 1),
    };
    let mut letters = line.chars();
    let line: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!("{line}{more}")
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "nothing" } else { text }
}

fn describe(before: &Scenario, after: &Scenario, change: &Change) -> ChangeWords {
    let parts: Vec<&str> = change.path.parts().collect();
    // What is gone is named as it was, everything else as it is.
    let scenario = if change.what == What::Removed { before } else { after };
    let (thing, rest) = thing(scenario, &parts);
    let plain = |what: String| ChangeWords { what, before: String::new(), after: String::new() };
    if let ["society", "dials", id, ..] = parts[..] {
        return dial_words(id, change);
    }
    match change.what {
        What::Added => plain(format!("{thing} added")),
        What::Removed => plain(format!("{thing} removed")),
        What::Order => plain(format!("order of the {}", thing)),
        What::Value => {
            let part = part(rest);
            let what = match (part.is_empty(), thing.is_empty()) {
                (true, _) => thing,
                (false, true) => part,
                (false, false) => format!("{part} of {thing}"),
            };
            let usual = usual(&parts);
            let number = |it: &Option<Value>| value(it.as_ref().or(usual.as_ref()));
            ChangeWords { what, before: number(&change.before), after: number(&change.after) }
        }
    }
}

/// What the path is about, and what remains of the path.
fn thing<'a>(it: &Scenario, parts: &'a [&'a str]) -> (String, &'a [&'a str]) {
    let quoted = |label: &str| format!("“{label}”");
    match parts {
        ["rulebook", "rules"] => ("rules".to_owned(), &[]),
        ["rulebook", "rules", id, rest @ ..] => {
            let rule = it.rulebook.rules.iter().find(|it| it.id == *id);
            let kind = rule.and_then(|rule| it.kinds.iter().find(|it| it.id == rule.kind));
            (quoted(kind.map_or(id, |it| &it.label)), rest)
        }
        ["rulebook", "bands", id, rest @ ..] => {
            let band = it.rulebook.bands.iter().find(|it| it.id == *id);
            let label = band.map_or(*id, |it| it.name());
            (format!("band {label}"), rest)
        }
        ["rulebook", "consequences", id, rest @ ..] => {
            let found = it.rulebook.consequences.iter().find(|it| it.id == *id);
            (quoted(found.map_or(id, |it| &it.label)), rest)
        }
        ["rulebook", "lists", id, rest @ ..] => {
            let found = it.rulebook.lists.iter().find(|it| it.id == *id);
            (quoted(found.map_or(id, |it| &it.label)), rest)
        }
        ["rulebook", "sources", id, rest @ ..] => {
            let found = it.rulebook.sources.iter().find(|it| it.id == *id);
            (format!("the source {}", quoted(found.map_or(id, |it| &it.label))), rest)
        }
        ["rulebook", "safeguards", rest @ ..] => (String::new(), rest),
        ["rulebook", "scale", rest @ ..] => ("the scale".to_owned(), rest),
        ["rulebook", rest @ ..] => (String::new(), rest),
        ["events"] => ("events".to_owned(), &[]),
        ["events", id, rest @ ..] => (event(it, it.events.iter().find(|it| it.id == *id).map(AsRef::as_ref), id), rest),
        ["cast", id, rest @ ..] => {
            let found = it.cast.iter().find(|it| it.id == *id);
            (found.map_or_else(|| (*id).to_owned(), |it| it.name.clone()), rest)
        }
        ["kinds", id, rest @ ..] => {
            let found = it.kinds.iter().find(|it| it.id == *id);
            (quoted(found.map_or(id, |it| &it.label)), rest)
        }
        ["groups", id, rest @ ..] => {
            let found = it.groups.iter().find(|it| it.id == *id);
            (format!("the group {}", quoted(found.map_or(id, |it| &it.label))), rest)
        }
        ["principles", id, rest @ ..] => {
            let found = it.principles.iter().find(|it| it.id == *id);
            let sentence = found.map(|found| (super::Principles::ENGLISH.sentence)(found, it));
            (format!("the principle {}", quoted(sentence.as_deref().unwrap_or(id))), rest)
        }
        ["expectations", id, rest @ ..] => {
            let found = it.expectations.iter().find(|it| it.id == *id);
            let sentence = found.map(|found| (super::Principles::ENGLISH.case)(found, it));
            (format!("the saved case {}", quoted(sentence.as_deref().unwrap_or(id))), rest)
        }
        ["references", ..] => ("the sources".to_owned(), &[]),
        ["society", "people"] => ("people in the town".to_owned(), &[]),
        ["society", "months"] => ("months that the town lives through".to_owned(), &[]),
        ["society", "seed"] => ("seed of the town’s luck".to_owned(), &[]),
        ["society", "replicates"] => ("runs of the town".to_owned(), &[]),
        ["society", "reform"] => ("safeguards of the reform".to_owned(), &[]),
        ["society", "dials"] => ("assumptions".to_owned(), &[]),
        ["society", "shocks"] => ("shocks".to_owned(), &[]),
        ["society", "shocks", id, rest @ ..] => {
            let found = it.society.shocks.iter().find(|it| it.id == *id);
            (found.map_or("a shock", |it| shock(it.what)).to_owned(), rest)
        }
        _ => (String::new(), parts),
    }
}

const fn shock(it: ShockSort) -> &'static str {
    match it {
        ShockSort::Recession => "the recession",
        ShockSort::Outage => "the outage of a source",
        ShockSort::Leak => "the leak",
        ShockSort::CapturedOffice => "the captured office",
        ShockSort::Cameras => "the many cameras",
    }
}

/// What holds of the town's size if a document does not say.
fn usual(parts: &[&str]) -> Option<Value> {
    let usual = town().usual;
    let number = match parts {
        ["society", "people"] => usual.people,
        ["society", "months"] => usual.months,
        ["society", "seed"] => usual.seed,
        ["society", "replicates"] => usual.replicates,
        _ => return None,
    };
    Some(number.into())
}

/// An assumption before and after; without a value of its own it has the usual one.
fn dial_words(id: &str, change: &Change) -> ChangeWords {
    let spec = dial(id);
    let what = match spec {
        Some(it) => format!("assumption “{}”", it.name),
        None => format!("assumption “{id}”"),
    };
    let usual = spec.map(|it| Value::from(it.value));
    let number = |it: Option<&Value>| match it {
        Some(Value::Object(dial)) => value(dial.get("value")),
        Some(number) => value(Some(number)),
        None => value(usual.as_ref()),
    };
    ChangeWords { what, before: number(change.before.as_ref()), after: number(change.after.as_ref()) }
}

fn event(scenario: &Scenario, event: Option<&Event>, id: &str) -> String {
    let Some(it) = event else { return id.to_owned() };
    let kind = scenario.kinds.iter().find(|kind| kind.id == it.kind).map_or(it.kind.as_str(), |it| &it.short);
    let wrong = if it.genuine { "" } else { "wrong record " };
    let name = scenario.cast.iter().find(|subject| subject.id == it.subject).map_or(it.subject.as_str(), |it| &it.name);
    format!("{wrong}“{kind}” ({name}, {})", (common::Common::ENGLISH.day_short)(it.day.0))
}

/// The name of a part of a thing.
fn part(path: &[&str]) -> String {
    let name = match path {
        [] => "",
        ["points", "amount"] | ["points"] => "points",
        ["points", "months"] => "validity in months",
        ["points", "per", "unit"] => "size of a unit",
        ["points", "per", ..] => "points per unit",
        ["points", "repeat", "within"] => "months that a repetition looks back",
        ["points", "repeat", ..] => "points for a repetition",
        ["points", "spill", ..] => "spill-over",
        ["points", "range", ..] => "range left to the official",
        ["ceiling", "months"] => "months of the ceiling",
        ["ceiling", ..] => "ceiling",
        ["listings", ..] => "listing",
        ["delistings", ..] => "delisting",
        ["limit", "points"] => "limit in points",
        ["limit", "times"] => "limit in times",
        ["limit", ..] => "limit",
        ["when", ..] => "tests",
        ["reported_by", ..] => "sources",
        ["on"] => "on or off",
        ["from"] => "beginning",
        ["label"] => "name",
        ["short"] => "short name",
        ["note"] => "note",
        ["standing"] => "standing",
        ["reference"] => "source",
        ["kind"] => "kind",
        ["day"] => "day",
        ["fields", field] => field,
        ["effort", "hours"] => "hours that it costs",
        ["effort", "money"] => "money that it costs",
        ["effort", "never"] => "whether nobody can choose it",
        ["effort"] => "what it costs",
        ["recorded_by", ..] => "who recorded it",
        ["genuine"] => "whether it happened",
        ["corrected", ..] => "correction",
        ["name"] => "name",
        ["about"] => "description",
        ["group"] => "group",
        ["consents"] => "consent",
        ["associates", ..] => "associates",
        ["nature"] => "reward or penalty",
        ["domain"] => "part of life",
        ["essential"] => "essential",
        ["bands", ..] => "bands",
        ["lists", ..] => "lists",
        ["who"] => "whom it touches",
        ["months"] => "term in months",
        ["public"] => "public or not",
        ["lowest"] => "lowest score",
        ["highest"] => "highest score",
        ["start"] => "starting score",
        ["combine"] => "what happens when several rules match",
        ["fading"] => "fading",
        ["scale"] => "scale",
        ["title"] => "title",
        ["summary"] => "summary",
        ["caveat"] => "what was simplified",
        ["first_day"] => "first day",
        ["last_day"] => "last day",
        ["mechanism"] => "mechanism",
        ["consent"] => "safeguard “consent”",
        ["corrections"] => "safeguard “correction”",
        ["false_records_days"] => "safeguard “false records are found out”, in days",
        ["principles"] => "principles",
        ["expectations"] => "saved cases",
        ["says"] => "sentence",
        ["most"] => "number",
        ["is"] => "what is expected",
        ["subject"] => "whose life",
        ["band"] => "band",
        ["score"] => "score",
        ["list"] => "list",
        ["event_cap"] => "safeguard “cap per event”",
        ["year_cap"] => "safeguard “cap per year”",
        ["no_cliff"] => "safeguard “no cliff”",
        ["expiry_months"] => "safeguard “records expire”, in months",
        ["purpose_limit"] => "safeguard “purpose limit”",
        ["essential_floor"] => "safeguard “essential services stay”",
        ["no_spill_over"] => "safeguard “relatives do not pay”",
        ["notice"] => "safeguard “notice”",
        ["reasons"] => "safeguard “reasons”",
        ["appeal"] => "safeguard “appeal”",
        ["human_review"] => "safeguard “a person decides”",
        ["audit"] => "safeguard “audit”",
        ["backing", ..] => "what sources say about safeguards",
        [.., last] => last,
    };
    name.to_owned()
}

/// A value as people read it; empty if it is too much for a line.
fn value(it: Option<&Value>) -> String {
    match it {
        None | Some(Value::Null) => String::new(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => "no".to_owned(),
        Some(number @ Value::Number(_)) => match serde_json::from_value::<Decimal>(number.clone()) {
            Ok(it) => (common::Common::ENGLISH.points)(it.0),
            Err(_) => number.to_string(),
        },
        Some(Value::String(text)) => match serde_json::from_value::<DayText>(Value::String(text.clone())) {
            Ok(day) => (common::Common::ENGLISH.day_short)(day.0),
            Err(_) if text.chars().count() > 40 => format!("{}…", text.chars().take(38).collect::<String>()),
            Err(_) => text.clone(),
        },
        Some(Value::Array(items)) => {
            let words: Vec<String> = items.iter().map(|it| value(Some(it))).collect();
            if words.iter().any(String::is_empty) || words.len() > 4 { "…".to_owned() } else { words.join(", ") }
        }
        Some(Value::Object(parts)) => match parts.get("amount") {
            Some(amount) => value(Some(amount)),
            None => "…".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::compare::changes;
    use crate::scenario::doc::{Dial, Expectation, Expected, Principle, Says};
    use crate::scenario::presets;

    /// Edits the default preset, and checks how the step is named.
    #[track_caller]
    fn check(edit: impl FnOnce(&mut Scenario), expected: &str) {
        let before = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
        let mut after = before.clone();
        edit(&mut after);
        assert_eq!(headline(&before, &after, &changes(&before, &after)), expected);
    }

    #[test]
    fn an_edit_is_told_by_what_it_came_to() {
        let before = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
        let told = |edit: &dyn Fn(&mut Scenario)| {
            let mut after = before.clone();
            edit(&mut after);
            settled(&before, &after, &changes(&before, &after))
        };
        let first = "“a duty under a loan, lease or insurance is not met”";
        let amount = |it: &mut Scenario| {
            Arc::make_mut(&mut it.rulebook.rules[0]).points.as_mut().unwrap().amount = Decimal::whole(-5);
        };
        let off = |it: &mut Scenario| Arc::make_mut(&mut it.rulebook.rules[0]).on = false;
        assert_eq!(told(&amount), format!("Points of {first}: −5."));
        assert_eq!(told(&off), format!("{first} switched off."));
        assert_eq!(told(&|it| it.rulebook.bands[3].from = Decimal::whole(840)), "Beginning of band B: 840.");
        let both = told(&|it| (amount(it), off(it)).1);
        assert!(both.ends_with(", and 1 more."), "{both}");
        assert_eq!(told(&|_| ()), "");
    }

    #[test]
    fn steps_are_named_by_what_they_did() {
        check(
            |it| Arc::make_mut(&mut it.rulebook.rules[0]).points.as_mut().unwrap().amount = Decimal::whole(-33),
            "points of “a duty under a loan, lease or insurance is not met”: −20 → −33",
        );
        check(|it| it.rulebook.bands[3].from = Decimal::whole(840), "beginning of band B: 850 → 840");
        check(|it| it.rulebook.safeguards.no_cliff = true, "safeguard “no cliff”: no → yes");
        check(|it| it.rulebook.rules.swap(0, 1), "order of the rules");
        check(|it| it.title = "Ours".to_owned(), "title: Rongcheng: the older rulebook → Ours");
        check(|it| drop(it.rulebook.lists.pop()), "nothing");
        let principle = Principle { id: "p".to_owned(), says: Says::EventCostsBands, most: None, kind: None };
        check(
            |it| it.principles.push(principle),
            "the principle “No single event takes anybody down more than 1 band.” added",
        );
        let case = Expectation {
            id: "x".to_owned(),
            subject: "mei".to_owned(),
            is: Expected::EndsInBand,
            band: Some("B".to_owned()),
            score: None,
            list: None,
            day: None,
        };
        let more_cameras = Dial { id: "coverage-camera".to_owned(), value: 900 };
        check(|it| it.society.dials.push(more_cameras), "assumption “Acts recorded by cameras”: 250 → 900");
        check(|it| it.society.people = Some(500), "people in the town: 10\u{202f}000 → 500");
        check(|it| it.expectations.push(case), "the saved case “Mei is in band B on the last day” added");
    }
}
