//! What is wrong with a document, in words: first what, then what to do.

use super::texts;
use crate::scenario::file::Foreign;
use crate::scenario::society::Shares;
use crate::scenario::{Code, Measure, Severity, Thing, bounds};

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

texts! {
    /// Messages and hints for diagnostics.
    Diagnostics {
        words: fn(&Code) -> Words = words,
        thing: fn(Thing) -> (&'static str, &'static str) = thing,
    }
}

/// The name of a sort of thing, for one and for several.
const fn thing(it: Thing) -> (&'static str, &'static str) {
    match it {
        Thing::Reference => ("reference", "references"),
        Thing::Group => ("group", "groups"),
        Thing::Kind => ("kind of event", "kinds of events"),
        Thing::Field => ("field", "fields"),
        Thing::Choice => ("choice", "choices"),
        Thing::Source => ("source", "sources"),
        Thing::Band => ("band", "bands"),
        Thing::Rule => ("rule", "rules"),
        Thing::List => ("list", "lists"),
        Thing::Consequence => ("consequence", "consequences"),
        Thing::Subject => ("person or business", "people and businesses"),
        Thing::Event => ("event", "events"),
        Thing::Step => ("step", "steps"),
        Thing::Associate => ("associate", "associates"),
        Thing::Effect => ("effect", "effects"),
        Thing::Backing => ("statement about a safeguard", "statements about safeguards"),
        Thing::Principle => ("principle", "principles"),
        Thing::Expectation => ("saved case", "saved cases"),
        Thing::Dial => ("assumption", "assumptions"),
        Thing::Shock => ("shock", "shocks"),
    }
}

/// A number of steps that is known; what was only counted up to a bound is more than is allowed, and nobody knows more.
fn count(found: u64, most: u64) -> String {
    if found >= COUNTED { format!("more than {most}") } else { found.to_string() }
}

/// Counts from here on may have been cut off, and say nothing to anybody.
const COUNTED: u64 = 1_000_000_000_000;

/// A document that asks for more than can be computed while somebody waits.
fn too_much(of: Measure, found: u64, most: u64) -> (String, String) {
    let found = count(found, most);
    match of {
        Measure::Lines => (
            format!("The ledgers could have {found} lines; {most} are allowed."),
            "Use fewer events, fewer rules for one kind of event, or fewer associates who get a share.".into(),
        ),
        Measure::Intervals => (
            format!("Rewards and penalties could begin {found} times; {most} times are allowed."),
            "Use fewer rewards and penalties, fewer events or fewer people.".into(),
        ),
        Measure::Steps => (
            format!("Computing this could take {found} steps; {most} are allowed."),
            "Use fewer events or shorter conditions, let the account span fewer months, or switch fading off.".into(),
        ),
    }
}

fn words(code: &Code) -> Words {
    let (message, hint): (String, String) = match code {
        Code::NotAScenario { what } => foreign(*what),
        Code::NotJson { line, column, detail } => not_json(*line, *column, detail),
        Code::WrongShape { fault } => super::misshapen::words(fault),
        Code::TooLarge { bytes } => (
            format!(
                "The file has {} kB; the lab opens files up to {} kB.",
                bytes / 1024,
                bounds::DOCUMENT_BYTES / 1024
            ),
            "Split it into several scenarios.".into(),
        ),
        Code::NoVersion => {
            ("The file does not say which version it is.".into(), "Add \"version\": 1 at the top.".into())
        }
        Code::TooNew { found } => (
            format!("This scenario was saved by a newer lab (version {found})."),
            "Reload this page to get the newest lab, then open it again.".into(),
        ),
        Code::UnknownVersion { found } => {
            (format!("There is no version {}.", found.trim_matches('"')), "Put \"version\": 1 at the top.".into())
        }
        Code::TooMany { thing: it, found, most } => (
            format!("There are {found} {}; {most} are allowed.", thing(*it).1),
            format!("Remove {} of them.", found.saturating_sub(*most)),
        ),
        Code::TooManyOffers { found } => (
            format!(
                "The rules would have to be checked {} times; {} are allowed.",
                count(*found, bounds::OFFERS),
                bounds::OFFERS
            ),
            "Use fewer events, or fewer rules for the same kind of event.".into(),
        ),
        Code::TooMuchWork { of, found, most } => too_much(*of, *found, *most),
        Code::AndMore { more, severity: Severity::Error } => (
            format!("And {more} more faults that are not listed here."),
            "Mend those that are listed, then look again.".into(),
        ),
        Code::AndMore { more, severity: Severity::Warning } => (
            format!("And {more} more parts that have no effect and are not listed here."),
            "Mend or remove those that are listed, then look again.".into(),
        ),
        Code::BadId { id } => (
            format!("“{id}” cannot be used as an id."),
            format!("Use up to {} letters a–z, digits and hyphens.", bounds::ID_CHARS),
        ),
        Code::DuplicateId { id } => (format!("“{id}” is there twice."), "Give one of them another id.".into()),
        Code::Unknown { thing: it, id, like } => (
            format!("There is no {} “{id}”.", thing(*it).0),
            match like {
                Some(like) => format!("Did you mean “{like}”?"),
                None if *it == Thing::Dial => "Take one that the Society page lists under its assumptions.".into(),
                None => "Choose one that exists, or add it first.".into(),
            },
        ),
        Code::ExpectsNothing => (
            "The saved case does not say which band, score or list is expected.".into(),
            "Choose one, or delete the case.".into(),
        ),
        Code::EmptyText => ("A name is missing.".into(), "Type one.".into()),
        Code::TextTooLong { most } => (format!("The text is longer than {most} characters."), "Shorten it.".into()),
        Code::OutOfRange { least, most } => {
            ("The number is outside its range.".into(), format!("Choose one from {least} to {most}."))
        }
        Code::ScaleEmpty => {
            ("The lowest score is not below the highest.".into(), "Lower the lowest or raise the highest score.".into())
        }
        Code::StartOffScale => (
            "The starting score is not on the scale.".into(),
            "Choose one between the lowest and the highest score.".into(),
        ),
        Code::NoBands => ("A scale needs at least one band.".into(), "Add a band.".into()),
        Code::NeedsScale => {
            ("This system keeps lists and has no scale of points.".into(), "Remove this, or add a scale.".into())
        }
        Code::BandOrder => (
            "This band does not begin below the one above it.".into(),
            "Bands go from best to worst: lower this number or raise the one above.".into(),
        ),
        Code::BandGap => (
            "The worst band must begin at the lowest score; otherwise some scores have no band.".into(),
            "Set it to the lowest score of the scale.".into(),
        ),
        Code::BandOffScale => (
            "This band begins above the highest score, so nobody can reach it.".into(),
            "Lower it, or raise the highest score.".into(),
        ),
        Code::PerUnitAndRepeat => {
            ("A rule counts either by units or by repetition, not both.".into(), "Switch one of them off.".into())
        }
        Code::UnitNotPositive => {
            ("A unit must be larger than 0.".into(), "For example 100 for “each 100 yuan”.".into())
        }
        Code::FieldIsChoice { field } => {
            (format!("“{field}” is a choice, not a number."), "Compare it with one of its choices.".into())
        }
        Code::FieldIsNumber { field } => {
            (format!("“{field}” is a number, not a choice."), "Compare it with a number.".into())
        }
        Code::RangeEmpty => ("The range ends before it begins.".into(), "Put the smaller number first.".into()),
        Code::AmountOutsideRange => (
            "The points are outside the range that the rule leaves to the official.".into(),
            "Choose points within the range, or widen it.".into(),
        ),
        Code::AllAfterGain => (
            "“All” takes everything away, but the first time gives points.".into(),
            "Make the first time a loss, or use a number instead of “all”.".into(),
        ),
        Code::RuleWithoutEffect => {
            ("This rule does nothing yet.".into(), "Give it points, a ceiling or a list.".into())
        }
        Code::EmptyLimit => ("This limit limits nothing.".into(), "Say how many points or how many times.".into()),
        Code::ConditionTooDeep => {
            ("The conditions are nested too deeply.".into(), format!("Use at most {} levels.", bounds::COND_DEPTH))
        }
        Code::ConditionTooLarge => {
            ("The condition has too many parts.".into(), format!("Use at most {}.", bounds::COND_PARTS))
        }
        Code::DaysBackwards => ("The last day is before the first.".into(), "Choose a later last day.".into()),
        Code::SpanTooLong => {
            ("The account is longer than fifty years.".into(), "Bring first and last day closer together.".into())
        }
        Code::EventOutside => (
            "This event is before the first or after the last day, so it does not count.".into(),
            "Move it, or lengthen the account.".into(),
        ),
        Code::EventNotForSubject { kind } => (
            format!("“{kind}” does not normally happen to such a subject."),
            "It has no effect. Choose another kind, or let the kind happen to everybody.".into(),
        ),
        Code::CorrectionTooEarly => {
            ("The correction is not after the event.".into(), "Choose a later day for the correction.".into())
        }
        Code::OwnAssociate => ("Nobody is their own associate.".into(), "Choose somebody else.".into()),
        Code::ConsequenceNowhere => (
            "No band and no list carries this consequence, so nobody feels it.".into(),
            "Tick a band or a list.".into(),
        ),
        Code::WrongValue => {
            ("The value does not fit the field.".into(), "A field holds either a number or one of its choices.".into())
        }
        Code::ShockTooLate => (
            "This shock begins after the last month, so it does nothing.".into(),
            "Let it begin earlier, or let the town live through more months.".into(),
        ),
        Code::NobodyThere { of: Shares::Districts } => (
            "The shares of the town's parts are all 0, so nobody could live anywhere.".into(),
            "Give one of them a share.".into(),
        ),
        Code::NobodyThere { .. } => (
            "The shares of the groups of people are all 0, so nobody would live in the town.".into(),
            "Give one of them a share.".into(),
        ),
        Code::SocietyTooLarge { megabytes, most } => (
            format!("The counts of this town would take {megabytes} MB of memory; {most} MB are allowed."),
            "Use fewer months or fewer runs.".into(),
        ),
    };
    Words { message, hint }
}

/// What a file is instead of a scenario.
fn foreign(what: Foreign) -> (String, String) {
    let (message, hint) = match what {
        Foreign::Empty => ("This file is empty.", "Save the scenario again, then open that file."),
        Foreign::OtherLetters => (
            "The file is not saved as UTF-8, so some of its letters cannot be read.",
            "Open it in an editor and save it again as UTF-8 (“Save as”, then “Encoding”).",
        ),
        Foreign::Archive => (
            "This is a file of a word processor, a spreadsheet or an archive, not a scenario.",
            "Open the JSON file that the lab saved. If it is packed, unpack it first.",
        ),
        Foreign::Pdf => ("This is a PDF, not a scenario.", "Open the JSON file that the lab saved."),
        Foreign::Picture => ("This is a picture, not a scenario.", "Open the JSON file that the lab saved."),
        Foreign::WebPage => (
            "This is a web page, not a scenario.",
            "Whoever offers the file has to send the file itself: download it again, with “Save link as”.",
        ),
        Foreign::Link => {
            ("This file holds a link, not a scenario.", "Copy the link into the address bar of the browser.")
        }
        Foreign::Fence => (
            "The scenario is wrapped in ``` marks, as chat programs do with code.",
            "Delete everything before the first { and after the last }, then save and open the file again.",
        ),
        Foreign::CurlyQuotes => (
            "The quotes in this file are curly (“ ”). A word processor or a chat has changed them.",
            "Replace them all with straight ones (\"), in an editor for plain text.",
        ),
        Foreign::Yaml => (
            "This is YAML or a list of names and values, not a scenario.",
            "Only a scenario as JSON can be opened: a file that the lab saved, or YAML that was turned into JSON.",
        ),
        Foreign::ListOfOne => {
            ("This is a list with one scenario in it.", "Delete the first [ and the last ], then open the file again.")
        }
        Foreign::Object => {
            ("This is an object, not the text of a scenario.", "Give the JSON as text: JSON.stringify(…).")
        }
        Foreign::NotText => (
            "This is no text, so there is no scenario in it.",
            "Give the scenario as text: the JSON that the lab saves.",
        ),
        Foreign::Table => (
            "This is a table (CSV), not a scenario.",
            "Tables can be taken out of the lab, but only a scenario can be opened: a JSON file that the lab saved.",
        ),
        Foreign::Report => (
            "This is a report about a scenario, not the scenario itself.",
            "Open the file that the report was made from.",
        ),
        Foreign::Schema => (
            "This is the schema, which says how scenarios are written. It is not a scenario.",
            "Open a JSON file that the lab saved.",
        ),
    };
    (message.into(), hint.into())
}

/// What is wrong with a text that should be JSON. `detail` is what the parser says.
fn not_json(line: usize, column: usize, detail: &str) -> (String, String) {
    let found = |part: &str| detail.contains(part);
    let (what, hint) = if found("EOF") {
        ("it ends in the middle", "A part is missing at the end. Save or download the file again.")
    } else if found("number out of range") {
        ("the number is too large", "Write digits only, such as -12.5. The largest number is 1000000000.")
    } else if found("trailing comma") {
        ("there is a comma, but nothing follows it", "Delete the comma just before that place.")
    } else if found("key must be a string") {
        ("a name must stand here, in straight quotes", "Write it like \"title\": and leave out comments.")
    } else if found("control character") {
        ("a line ends inside a text", "Write the text in one line. A line break inside it is written \\n.")
    } else if found("invalid number") {
        (
            "JSON does not allow a number written like this",
            "Write digits and a point, such as -12.5, without + or spaces.",
        )
    } else if found("trailing characters") {
        ("something follows after the end", "Delete what stands behind the last bracket.")
    } else if found("recursion limit") {
        ("too many brackets are open at once", "Close some of them, or open a file that the lab saved.")
    } else {
        (detail, "Look just before that place for a missing comma, quote or bracket.")
    };
    (format!("This is not valid JSON: line {line}, column {column}: {what}."), hint.into())
}

#[cfg(test)]
mod counted {
    use super::*;

    #[test]
    fn counts_that_were_cut_off_are_not_printed() {
        for of in [Measure::Lines, Measure::Intervals, Measure::Steps] {
            for found in [u64::MAX, u64::MAX - 1, 1 << 62] {
                let message = words(&Code::TooMuchWork { of, found, most: 5_000 }).message;
                assert!(message.contains("more than 5000") && !message.contains(&found.to_string()), "{message}");
            }
            assert!(words(&Code::TooMuchWork { of, found: 7_123, most: 5_000 }).message.contains("7123"));
        }
        assert!(words(&Code::TooManyOffers { found: u64::MAX }).message.contains("more than"));
    }
}
