//! What the toy says: from its numbers to the texts of the language.

use crate::editor::Toy;
use crate::editor::toy::{Happening, Turn};
use crate::engine::model::{BandIdx, ConsequenceIdx};
use crate::scenario::doc::{ConsequenceNature, Kind, Value};
use crate::text::{Because, Finding};
use crate::ui::state::texts;

/// How old the one who lives this life is on the first day: the preset says so in its text.
const AGE: i16 = 18;

/// The name of the one who lives this life.
pub fn name(toy: &Toy) -> String {
    toy.scenario().cast.first().map(|it| it.name.clone()).unwrap_or_default()
}

/// The age in a year of the account.
pub fn age(toy: &Toy, year: i16) -> i16 {
    AGE + year - toy.scenario().first_day.0.year()
}

/// The name of a band.
pub fn band(toy: &Toy, band: BandIdx) -> String {
    crate::text::compare::band_name(toy.scenario(), band).to_owned()
}

/// The labels of consequences.
pub fn labels<'a>(toy: &'a Toy, consequences: &[ConsequenceIdx]) -> Vec<&'a str> {
    let all = &toy.scenario().rulebook.consequences;
    consequences.iter().filter_map(|it| all.get(*it)).map(|it| it.label.as_str()).collect()
}

/// Whether a consequence is a penalty.
pub fn is_penalty(toy: &Toy, consequence: ConsequenceIdx) -> bool {
    let found = toy.scenario().rulebook.consequences.get(consequence);
    found.is_some_and(|it| it.nature == ConsequenceNature::Penalty)
}

/// What pressing a kind does, with the number that goes with it: "gives to charity (500 yuan)".
pub fn kind_with_default(kind: &Kind) -> String {
    let with = kind.fields.iter().find_map(|field| match field.default.as_ref()? {
        Value::Number(number) => Some((texts().home.amount)(number.0, &field.unit)),
        Value::Choice(_) => None,
    });
    with.map_or_else(|| kind.short.clone(), |it| (texts().home.what_with)(&kind.short, &it))
}

/// What happened, with the number that goes with it.
fn what(toy: &Toy, place: usize) -> String {
    let scenario = toy.scenario();
    let Some(event) = scenario.events.get(place) else { return String::new() };
    let Some(kind) = scenario.kinds.iter().find(|it| it.id == event.kind) else { return String::new() };
    let with = event.fields.iter().find_map(|(id, value)| match value {
        Value::Number(number) => {
            let unit = kind.fields.iter().find(|it| it.id == *id).map_or("", |it| it.unit.as_str());
            Some((texts().home.amount)(number.0, unit))
        }
        Value::Choice(_) => None,
    });
    with.map_or_else(|| kind_with_default(kind), |it| (texts().home.what_with)(&kind.short, &it))
}

/// The sentence above the chart: the last thing that happened, or how the life begins.
pub fn finding(toy: &Toy) -> String {
    let t = &texts().home;
    let name = name(toy);
    let today = toy.today();
    let now = toy.life().at(today);
    match toy.last().filter(|_| toy.n_pressed() > 0) {
        None => (t.opening)(&name, age(toy, today.year()), &band(toy, now.band), now.score),
        Some(it) => (t.finding)(&finding_of(toy, &it, name)),
    }
}

fn finding_of(toy: &Toy, it: &Happening, name: String) -> Finding {
    Finding {
        name,
        what: what(toy, toy.scenario().events.len().saturating_sub(1)),
        nominal: it.nominal,
        applied: it.applied,
        reduced_by: it.reduced_by,
        nth: it.nth,
        score: it.score.1,
        bands: (band(toy, it.band.0), band(toy, it.band.1)),
        moved: it.band.1.cmp(&it.band.0),
    }
}

/// What a screen reader is told after a press: the finding, and what began or ended with it.
pub fn announcement(toy: &Toy) -> String {
    let mut parts = vec![finding(toy)];
    let day = toy.last().map(|it| it.day);
    if let Some(turn) = toy.turns().last().filter(|it| Some(it.day) == day) {
        parts.extend(turn_words(toy, turn));
    }
    if toy.is_over() {
        parts.push((texts().home.over)(toy.scenario().last_day.0));
    }
    parts.join(" ")
}

/// What began and what ended on a day, as sentences.
fn turn_words(toy: &Toy, turn: &Turn) -> Vec<String> {
    let t = &texts().home;
    let (begun, ended) = (labels(toy, &turn.begun), labels(toy, &turn.ended));
    let begun = (!begun.is_empty()).then(|| format!("{}: {}", (t.since)(turn.day), (t.sentence)(&begun)));
    let ended = (!ended.is_empty()).then(|| (t.no_longer)(&ended));
    [begun, ended].into_iter().flatten().collect()
}

/// Why a turn came about.
pub fn because(toy: &Toy, turn: &Turn) -> String {
    let t = &texts().home;
    let Some(line) = turn.cause.and_then(|it| toy.life().lines.get(it)) else {
        let first = toy.life().at(toy.scenario().first_day.0);
        return (t.start_cause)(&band(toy, first.band));
    };
    let lowered = &toy.outcome().lowered;
    let place = line.event.and_then(|it| lowered.events.get(it)).copied().unwrap_or(usize::MAX);
    // A fall is measured by where the band that was left begins, a rise by where the new one does.
    let border = line.band.0.max(line.band.1);
    (t.because)(&Because {
        name: name(toy),
        what: what(toy, place),
        applied: line.applied,
        border: (band(toy, border), lowered.case.rulebook.bands.get(border).copied().unwrap_or_default()),
        score: line.score.1,
    })
}

/// The id of the rule behind a turn.
pub fn rule(toy: &Toy, turn: &Turn) -> Option<String> {
    let line = toy.life().lines.get(turn.cause?)?;
    toy.scenario().rulebook.rules.get(line.rule?).map(|it| it.id.clone())
}
