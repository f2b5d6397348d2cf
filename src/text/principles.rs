//! Sentences that a rulebook keeps or breaks, and results that a reader expects.

use super::common::{count, day as on, day_short as short_day, n_points, points, signed};
use super::finding::Named;
use super::texts;
use crate::engine::Points;
use crate::engine::model::{BandIdx, EventIdx, ListIdx, SubjectIdx, SubjectKind};
use crate::principles::ask::usual;
use crate::principles::{Actual, Fact, Judged, Lasting, Twin, Violation};
use crate::scenario::doc::{Expectation, Expected, Principle, Says, Scenario, Value};

texts! {
    /// Sentences that a rulebook keeps or breaks, and results that a reader expects.
    Principles {
        title = "Principles",
        constitution = "A constitution",
        intro = "Sentences that the rulebook has to keep in every life. Each is put to the lives shown here, and to invented lives that could happen under these rules.",
        open_question = "A rulebook may keep every sentence and still be wrong. Whether such a system should exist at all is not for the lab to compute: that argument stays open to you.",
        empty = "No principle yet. Begin with five, or choose your own below.",
        starters = "Begin with five",
        add = "Add a principle",
        add_which = "Principle to add",
        list = "Principles of this rulebook",
        most = "Number in the principle",
        about = "Which events it is about",
        any_kind = "any event",
        only = "It is about",
        before_and_after: fn(Says) -> (&'static str, &'static str) = parts,
        unit: fn(Says, Points) -> String = |says, most| unit(parts(says).1, most),
        sentence: fn(&Principle, &Scenario) -> String = sentence,
        plain: fn(Says) -> String = plain,
        kept_here: fn(usize) -> String = |n| format!("Kept by the lives shown here ({}).", put_to(n)),
        untested = "Nothing in the lives shown here puts it to the test.",
        broken_here: fn(&str) -> String = |story| format!("Broken here: {story}"),
        searching = "Looking for a life that breaks it …",
        unsearched = "The search was stopped before it was finished.",
        kept_by_all: fn(usize) -> String = |n| format!("No life out of {n} tried breaks it. That is not a proof."),
        breakable: fn(&str) -> String = |story| format!("A life that could happen breaks it: {story}"),
        kept_word = "kept",
        broken_word = "broken",
        untested_word = "not tested",
        open = "Open that life in the lab",
        open_label: fn(&str) -> String = |sentence| format!("Open that life in the lab: it breaks “{sentence}”"),
        opened = "This life breaks the principle. Change a rule and see what it takes to keep it. Undo brings the earlier lives back.",
        life_title: fn(&str) -> String = |title| format!("A life under “{title}”"),
        remove: fn(&str) -> String = |what| format!("Delete “{what}”"),
        removed: fn(&str) -> String = |what| format!("“{what}” deleted. Undo brings it back."),
        full = "There is no room for more. Delete one first.",
        score_of: fn(usize, usize, usize) -> String = |n, here, could| format!("{}: {here} broken by the lives shown here, {could} by a life that could happen.", count(n, "principle", "principles")),
        story: fn(&Violation, &Named<'_>) -> String = story,
        saved = "Saved cases",
        saved_intro = "What you expect of the lives shown here. Every edit checks them again, and a link carries them along.",
        saved_empty = "No saved case yet. Save what you see now, then change the rules: the lab tells you which results changed.",
        save_shown: fn(&str) -> String = |case| format!("Save: {case}"),
        add_case = "Add a saved case",
        whose = "Whose life",
        what = "What is expected",
        which_band = "Band",
        which_score = "Score",
        which_list = "List",
        on_the_last_day = "on the last day",
        by_day = "On or up to a day",
        day = "Day",
        expected: fn(Expected) -> &'static str = expected,
        case: fn(&Expectation, &Scenario) -> String = case,
        judged: fn(Option<&Judged>, &Scenario) -> String = judged,
        tally: fn(usize, usize) -> String = tally,
        tally_link: fn(usize, usize) -> String = |n, broken| format!("{} Look at them.", tally(n, broken)),
        cannot = "cannot be judged",
    }
}

const fn parts(it: Says) -> (&'static str, &'static str) {
    match it {
        Says::EventCostsBands => ("No single event takes anybody down more than", "bands."),
        Says::EventCostsPoints => ("No single event costs anybody more than", "points."),
        Says::YearCostsPoints => ("No year costs anybody more than", "points."),
        Says::EffectsEnd => ("Every loss, ceiling and blacklisting ends by itself within", "years."),
        Says::NoPenaltyWithoutNotice => ("Nobody is penalised without being told.", ""),
        Says::PersonsAndFirmsAlike => ("The same event counts alike for a person and a firm.", ""),
        Says::GroupsAlike => ("The same event counts alike for members of every group.", ""),
        Says::RelativesPayNothing => ("Nobody loses points for what somebody else did.", ""),
        Says::CorrectedLeavesNothing => ("A harmful record that was struck out leaves nobody worse off.", ""),
        Says::EssentialsStay => ("Nobody loses what nobody should go without.", ""),
        Says::PenaltiesStayInTheirPart => {
            ("A penalty touches only the part of life in which something went wrong.", "")
        }
    }
}

fn plain(it: Says) -> String {
    let (before, after) = parts(it);
    usual(it).map_or_else(|| before.to_owned(), |most| one_or_more(before, Points::whole(most), after))
}

fn one_or_more(before: &str, most: Points, after: &str) -> String {
    format!("{before} {} {}", points(most), unit(after, most))
}

/// The unit behind a number, for one or for several.
fn unit(several: &str, most: Points) -> String {
    if most == Points::whole(1) { several.replacen("s.", ".", 1) } else { several.to_owned() }
}

fn sentence(it: &Principle, scenario: &Scenario) -> String {
    let (before, after) = parts(it.says);
    let most = it.most.map(|it| it.0).or_else(|| usual(it.says).map(Points::whole)).filter(|_| !after.is_empty());
    let text = most.map_or_else(|| before.to_owned(), |most| one_or_more(before, most, after));
    let kind = it.kind.as_ref().and_then(|id| scenario.kinds.iter().find(|it| it.id == *id));
    match kind {
        Some(kind) => format!("{} (when {})", text.trim_end_matches('.'), kind.label),
        None => text,
    }
}

fn put_to(n: usize) -> String {
    if n == 1 { "put to the test once".to_owned() } else { format!("put to the test {n} times") }
}

/// What happened, in one sentence.
fn story(it: &Violation, names: &Named<'_>) -> String {
    let who = subject(names, it.subject);
    let day = on(it.day);
    let what = || it.events.first().map(|event| deed(names, *event)).unwrap_or_default();
    let because = || match it.events.is_empty() {
        true => String::new(),
        false => format!(" after “{}”", what()),
    };
    match &it.fact {
        Fact::Bands(from, to) => {
            format!("{who} falls from {} to {} on {day}: “{}”.", band(names, *from), band(names, *to), what())
        }
        Fact::Points(lost) => format!("{who} loses {} on {day}: “{}”.", n_points(*lost), what()),
        Fact::Year(year, lost) => {
            let events = count(it.events.len(), "event", "events");
            format!("{who} loses {} in {year}, in {events}.", n_points(*lost))
        }
        Fact::Lasts(what_lasts, ends) => {
            let thing = match what_lasts {
                Lasting::Loss(lost) => format!("a loss of {}", n_points(*lost)),
                Lasting::Ceiling(at) => format!("a ceiling at {}", band(names, *at)),
                Lasting::Listing(at) => format!("the list “{}”", list(names, *at)),
            };
            let end =
                ends.map_or_else(|| "it never ends by itself".to_owned(), |end| format!("it lasts until {}", on(end)));
            format!("{who}, {day}: “{}” brings {thing}, and {end}.", what())
        }
        Fact::Penalty(at) => {
            let label = names.scenario.rulebook.consequences.get(*at).map_or("", |it| &it.label);
            format!("{who} gets “{label}” on {day}{}.", because())
        }
        Fact::Otherwise(here, there, twin) => {
            let other = match twin {
                Twin::Kind(SubjectKind::Person) => "a person".to_owned(),
                Twin::Kind(SubjectKind::Business) => "a firm".to_owned(),
                Twin::Group(None) => "somebody in no group".to_owned(),
                Twin::Group(Some(at)) => {
                    format!("somebody of “{}”", names.scenario.groups.get(*at).map_or("", |it| &it.label))
                }
            };
            match here == there {
                true => format!("{who}, {day}: “{}” brings other ceilings or lists than it would for {other}.", what()),
                false => format!(
                    "{who}, {day}: “{}” counts {} here, and would count {} for {other}.",
                    what(),
                    signed(*here),
                    signed(*there)
                ),
            }
        }
        Fact::Paid(from, lost) => {
            format!(
                "{who} loses {} on {day}, because “{}” happened to {}.",
                n_points(*lost),
                what(),
                subject(names, *from)
            )
        }
        Fact::Left { points: lost, band: (here, there), list: on } => {
            let left = match on {
                Some(at) => format!("is still on the list “{}”", list(names, *at)),
                None if lost.is_gain() => format!("is still {} short", n_points(*lost)),
                None => format!("is still in {}, not in {}", band(names, *here), band(names, *there)),
            };
            format!("“{}” is struck out, and on {day} {who} {left}.", what())
        }
    }
}

fn subject<'a>(names: &Named<'a>, at: SubjectIdx) -> &'a str {
    let place = names.outcome.lowered.subjects.get(at);
    place.and_then(|it| names.scenario.cast.get(*it)).map_or("", |it| &it.name)
}

fn band<'a>(names: &Named<'a>, at: BandIdx) -> &'a str {
    band_of(names.scenario, at)
}

fn band_of(scenario: &Scenario, at: BandIdx) -> &str {
    super::compare::band_name(scenario, at)
}

fn list<'a>(names: &Named<'a>, at: ListIdx) -> &'a str {
    names.scenario.rulebook.lists.get(at).map_or("", |it| &it.label)
}

/// What happened, with the numbers that it has: "card overdue, 3 months".
fn deed(names: &Named<'_>, event: EventIdx) -> String {
    let place = names.outcome.lowered.events.get(event);
    let Some(event) = place.and_then(|it| names.scenario.events.get(*it)) else { return String::new() };
    let Some(kind) = names.scenario.kinds.iter().find(|it| it.id == event.kind) else { return String::new() };
    let mut text = kind.short.clone();
    for (id, value) in &event.fields {
        let Some(field) = kind.fields.iter().find(|it| it.id == *id) else { continue };
        match value {
            Value::Number(number) if field.unit.is_empty() => {
                text.push_str(&format!(", {} {}", field.label.to_lowercase(), points(number.0)));
            }
            Value::Number(number) => text.push_str(&format!(", {} {}", points(number.0), field.unit)),
            Value::Choice(id) => {
                let choice = field.choices.iter().find(|it| it.id == *id);
                text.push_str(&format!(", {}", choice.map_or(id.as_str(), |it| &it.label)));
            }
        }
    }
    text
}

const fn expected(it: Expected) -> &'static str {
    match it {
        Expected::EndsInBand => "is in band",
        Expected::StaysAtLeast => "never falls below band",
        Expected::ScoreAtLeast => "has at least the score",
        Expected::ScoreAtMost => "has at most the score",
        Expected::OnList => "is on the list",
        Expected::NeverOnList => "is never on the list",
    }
}

/// A saved case as a sentence.
fn case(it: &Expectation, scenario: &Scenario) -> String {
    let name = scenario.cast.iter().find(|subject| subject.id == it.subject).map_or(it.subject.as_str(), |it| &it.name);
    let what = match it.is {
        Expected::EndsInBand | Expected::StaysAtLeast => {
            let id = it.band.as_deref().unwrap_or_default();
            let band = scenario.rulebook.bands.iter().find(|it| it.id == id);
            band.map_or(id, |it| it.name()).to_owned()
        }
        Expected::ScoreAtLeast | Expected::ScoreAtMost => it.score.map(|it| points(it.0)).unwrap_or_default(),
        Expected::OnList | Expected::NeverOnList => {
            let id = it.list.as_deref().unwrap_or_default();
            let list = scenario.rulebook.lists.iter().find(|it| it.id == id);
            format!("“{}”", list.map_or(id, |it| &it.label))
        }
    };
    let through = matches!(it.is, Expected::StaysAtLeast | Expected::NeverOnList);
    let when = match it.day.map(|it| on(it.0)) {
        Some(day) if through => format!(" up to {day}"),
        Some(day) => format!(" on {day}"),
        None if through => String::new(),
        None => " on the last day".to_owned(),
    };
    format!("{name} {} {what}{when}", expected(it.is))
}

/// What came of a saved case.
fn judged(it: Option<&Judged>, scenario: &Scenario) -> String {
    let Some(it) = it else { return "cannot be judged: the day is outside the account".to_owned() };
    let list = |at: ListIdx| scenario.rulebook.lists.get(at).map_or("", |it| it.label.as_str());
    let actual = match it.actual {
        Actual::Band(at) => band_of(scenario, at).to_owned(),
        Actual::Score(score) => n_points(score),
        Actual::On(at) => format!("on “{}”", list(at)),
        Actual::Off(at) => format!("not on “{}”", list(at)),
    };
    let day = short_day(it.day);
    if it.kept { format!("as expected: {actual} on {day}") } else { format!("not as expected: {actual} on {day}") }
}

fn tally(n: usize, broken: usize) -> String {
    let cases = count(n, "saved case", "saved cases");
    match broken {
        0 if n == 1 => format!("{cases}: as expected."),
        0 => format!("{cases}: all as expected."),
        1 => format!("{cases}: 1 is not as expected."),
        _ => format!("{cases}: {broken} are not as expected."),
    }
}
