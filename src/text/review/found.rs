//! Findings as sentences.

use crate::engine::Points;
use crate::review::{Dead, Finding, Fix, Forever, Lint, Place, What};
use crate::scenario::doc::{Scenario, SubjectKind};
use crate::text::common::{domain, points, relation, signed};
use crate::text::rules::Rules;

/// What a lint looks for, as a title.
pub(super) const fn title(it: Lint) -> &'static str {
    match it {
        Lint::Relatives => "Others pay or profit too",
        Lint::WhoYouAre => "Points for who you are",
        Lint::Essential => "Takes away what nobody should go without",
        Lint::NoWayBack => "No way back",
        Lint::Permanent => "For good",
        Lint::NoNotice => "Penalties without notice",
        Lint::WrongRecords => "A source that is wrong too often",
        Lint::EndlessList => "A public list without an end",
        Lint::Publicity => "Shaming as a penalty",
        Lint::CrossDomain => "Penalty in another part of life",
        Lint::DoublePunishment => "Punished twice for one thing",
        Lint::Annihilation => "One event takes everything",
        Lint::Cliff => "A cliff",
        Lint::Discretion => "An official chooses the points",
        Lint::MoneyBuysPoints => "Money buys points",
        Lint::UncappedGain => "A gain without a limit",
        Lint::TurningBack => "The ladder turns back",
        Lint::UnreachableBand => "A band out of reach",
        Lint::DeadRule => "A rule that never applies",
    }
}

/// Why it matters.
pub(super) const fn why(it: Lint) -> &'static str {
    match it {
        Lint::Relatives => "Somebody gains or loses by what another person did, and cannot change it.",
        Lint::WhoYouAre => {
            "Two people do the same and get different points. A group can stand for origin, faith or money."
        }
        Lint::Essential => {
            "A low score should not cost food, basic transport, school, care or a home. Nothing here forbids it."
        }
        Lint::NoWayBack => "Whoever loses this cannot earn it back, whatever they do. Then why behave well?",
        Lint::Permanent => "One act counts for good, however long ago it was and whatever followed.",
        Lint::NoNotice => "Who is not told cannot object, and learns of it when a booking fails.",
        Lint::WrongRecords => {
            "Every wrong record costs somebody who did nothing. More than one in ten is too many here: a modelling choice."
        }
        Lint::EndlessList => "Anybody can look the name up, and nothing says when that stops.",
        Lint::Publicity => "What everybody has seen cannot be taken back, even if the record was wrong.",
        Lint::CrossDomain => {
            "The penalty has nothing to do with what leads to it. Each record then matters everywhere in life."
        }
        Lint::DoublePunishment => "The same fact is counted twice, so it weighs more than its rule says.",
        Lint::Annihilation => "After it the size of the act and all earlier good conduct no longer matter.",
        Lint::Cliff => "One event skips a whole band, so a small difference decides over large consequences.",
        Lint::Discretion => "Two officials can judge the same act differently, and nobody can foresee it.",
        Lint::MoneyBuysPoints => "Whoever has money can pay for what others have to earn with their time.",
        Lint::UncappedGain => "Whoever has time or money can collect any number, and pay for any loss with it.",
        Lint::TurningBack => "Somebody can be better off in the worse band.",
        Lint::UnreachableBand => "What such a band promises or threatens never comes.",
        Lint::DeadRule => "It reads as if it counted. Without it every score is the same.",
    }
}

/// What a finding is about.
pub(super) fn place(scenario: &Scenario, place: &Place) -> String {
    let book = &scenario.rulebook;
    match place {
        Place::Book => "The rulebook as a whole".to_owned(),
        Place::Rule(id) => book.rules.iter().find(|it| it.id == *id).map_or_else(
            || format!("“{id}”"),
            |it| {
                let points = it.points.as_ref().map(|it| format!("{} ", signed(it.amount.0)));
                format!("{}{}", points.unwrap_or_default(), (Rules::ENGLISH.sentence)(scenario, it).when_plain())
            },
        ),
        Place::Band(id) => format!("Band {}", band(scenario, id)),
        Place::List(id) => list(scenario, id),
        Place::Consequence(id) => {
            let found = book.consequences.iter().find(|it| it.id == *id);
            format!("“{}”", found.map_or(id.as_str(), |it| it.label.as_str()))
        }
        Place::Source(id) => {
            let found = book.sources.iter().find(|it| it.id == *id);
            upper_first(found.map_or(id.as_str(), |it| it.label.as_str()))
        }
    }
}

/// What was found, as one or two sentences.
pub(super) fn what(scenario: &Scenario, finding: &Finding) -> String {
    match &finding.what {
        What::Twice(Place::List(id)) => format!("Takes points and puts on the list {} as well.", list(scenario, id)),
        What::Twice(other) => format!("The same event also meets the rule {}.", place(scenario, other)),
        What::Dead(Dead::Off) => "It is switched off.".to_owned(),
        What::Dead(Dead::Unheard) => "No source in use that it listens to records this.".to_owned(),
        What::Dead(Dead::Contradiction) => "Its tests contradict each other.".to_owned(),
        What::Dead(Dead::Behind(id)) => {
            format!("The rule {} always comes first.", place(scenario, &Place::Rule(id.clone())))
        }
        What::OutOfReach { end, above: true } => {
            format!("The best score that the rules can lead to is {}.", points(*end))
        }
        What::OutOfReach { end, above: false } => {
            format!("The worst score that the rules can lead to is {}.", points(*end))
        }
        What::TurnsBack { has, lacks, reward } => {
            let (has, lacks) = (band(scenario, has), band(scenario, lacks));
            let than = if *reward { "better" } else { "worse" };
            format!("Band {has} carries it; {lacks}, which is {than}, does not.")
        }
        What::Uncapped { repairs_only: true, .. } => {
            "Nothing limits how much it gives. Here it can only make up for losses.".to_owned()
        }
        What::Uncapped { per_unit: true, .. } => "Nothing limits how much it gives, not even in one event.".to_owned(),
        What::Uncapped { .. } => "Nothing limits how often it gives.".to_owned(),
        What::NoWayBack { loss, gain, months } => {
            let most = if gain.is_zero() {
                "No rule gives any".to_owned()
            } else {
                format!("All gains together give at most {}", points(*gain))
            };
            let end = match months {
                Some(_) => "It ends only after these years.",
                None => "It never ends.",
            };
            format!("Costs {}. {most} in these years. {end}", points(*loss))
        }
        What::Forever(Forever::Loss) => "The points are never given back.".to_owned(),
        What::Forever(Forever::Ceiling(id)) => {
            format!("Never better than band {} again, whatever the score.", band(scenario, id))
        }
        What::Forever(Forever::Listing(id)) => {
            format!("Puts on the list {}, and no rule takes anybody off it.", list(scenario, id))
        }
        What::Untold { penalties: 1 } => {
            "There is 1 penalty, and in this scenario nobody has to tell those whom it hits.".to_owned()
        }
        What::Untold { penalties } => {
            format!("There are {penalties} penalties, and in this scenario nobody has to tell those whom they hit.")
        }
        What::Discretion { least, most } => format!("Anything from {} to {}.", signed(*least), signed(*most)),
        What::Money { field, per_unit: true, uncapped } => {
            let limit = if *uncapped { ", without a limit" } else { ", up to a limit" };
            format!("The more is paid ({}), the more points{limit}.", lower_first(field))
        }
        What::Money { .. } => "Earns points by paying; the amount does not matter.".to_owned(),
        What::Who { groups, kind } => who(scenario, groups, *kind),
        What::Spills { share, to, loss } => {
            let per_cent = points(Points::from_thousandths(i64::from(*share) * 100));
            let names: Vec<String> = to.iter().map(|it| format!("the {}", relation(*it))).collect();
            let what = if *loss { "the loss" } else { "the gain" };
            format!("{per_cent} % of {what} goes to {} too.", listed(&names))
        }
        What::Wrong { wrong, of, uncorrected } => {
            let ends = match (uncorrected, wrong) {
                (0, _) => "All of them were struck out later.".to_owned(),
                (n, wrong) if n == wrong => "Nothing corrects that.".to_owned(),
                (n, _) => format!("Nothing corrects {n} of them."),
            };
            format!("{wrong} of {of} records that cost somebody something {} false. {ends}", is_or_are(*wrong))
        }
        What::Elsewhere { domain, causes } => {
            let names: Vec<String> = causes.iter().map(|it| self::domain(*it).to_owned()).collect();
            let causes = if names.is_empty() { "no part of life in particular".to_owned() } else { listed(&names) };
            format!("It is about {}. What leads to it is about {causes}.", self::domain(*domain))
        }
        What::EssentialTaken => "Marked as essential, and no safeguard keeps it from happening.".to_owned(),
        What::Everything { nth, forever } => {
            let end = if *forever { "for good" } else { "until the term ends" };
            match nth {
                Some(nth) => format!("The {} time takes all points down to the lowest score, {end}.", nth_word(*nth)),
                None => format!("Takes as many points as everybody starts with above the lowest score, {end}."),
            }
        }
        What::Cliff { from, to } => {
            format!("Leads from {}, where everybody starts, straight to {}.", band(scenario, from), band(scenario, to))
        }
        What::Shown => "Whoever is in such a band is shown to everybody.".to_owned(),
        What::NoTerm { exit: true } => "The name stays public until a rule takes it off; no term ends it.".to_owned(),
        What::NoTerm { exit: false } => "The name stays public, and no rule ever takes it off.".to_owned(),
    }
}

/// What a fix does, as on a button.
pub(super) fn fix(scenario: &Scenario, fix: &Fix) -> String {
    let months = |n: u32| if n == 1 { "1 month".to_owned() } else { format!("{n} months") };
    match fix {
        Fix::YearLimit { points: most, .. } => format!("Give at most {} a year", points(most.0)),
        Fix::Term { months: n, .. } => format!("Give the points back after {}", months(*n)),
        Fix::CeilingTerm { months: n, .. } => format!("End it after {}", months(*n)),
        Fix::ListTerm { list: id, months: n } => format!("End the list {} after {}", list(scenario, id), months(*n)),
        Fix::SwitchOff(_) => "Switch the rule off".to_owned(),
        Fix::Delete(_) => "Delete the rule".to_owned(),
        Fix::FixPoints(id) => {
            let rule = scenario.rulebook.rules.iter().find(|it| it.id == *id);
            let amount = rule.and_then(|it| it.points.as_ref()).map_or(Points::ZERO, |it| it.amount.0);
            format!("Always {}", signed(amount))
        }
        Fix::NoSpill(_) => "Let nothing go to others".to_owned(),
        Fix::AnyGroup(_) => "Apply it to every group".to_owned(),
        Fix::NotEverything(_) => "Take as much as the time before".to_owned(),
        Fix::Carry { bands, .. } => {
            let names: Vec<String> = bands.iter().map(|it| band(scenario, it)).collect();
            format!("Let {} carry it too", listed(&names))
        }
        Fix::Strongest => "Let only the strongest rule apply".to_owned(),
        Fix::PurposeLimit => "Switch on the purpose limit".to_owned(),
        Fix::EssentialFloor => "Keep essential services".to_owned(),
        Fix::EventCap(most) => format!("No event costs more than {}", points(most.0)),
        Fix::NoCliff => "At most one band down per event".to_owned(),
        Fix::Notice => "Tell everybody who is hit".to_owned(),
        Fix::SourceOff(_) => "Stop using this source".to_owned(),
    }
}

fn who(scenario: &Scenario, groups: &[String], kind: Option<SubjectKind>) -> String {
    let label = |id: &String| {
        let found = scenario.groups.iter().find(|it| it.id == *id);
        format!("“{}”", found.map_or(id.as_str(), |it| it.label.as_str()))
    };
    let names: Vec<String> = groups.iter().map(label).collect();
    let sort = match kind {
        Some(SubjectKind::Person) => "whether it is a person",
        Some(SubjectKind::Business) => "whether it is a business",
        None => "",
    };
    match (names.is_empty(), sort) {
        (true, sort) => format!("Asks {sort}."),
        (false, "") => format!("Asks for the group {}.", listed(&names)),
        (false, sort) => format!("Asks for the group {} and {sort}.", listed(&names)),
    }
}

fn band(scenario: &Scenario, id: &str) -> String {
    let found = scenario.rulebook.bands.iter().find(|it| it.id == id);
    found.map_or(id, |it| it.name()).to_owned()
}

fn list(scenario: &Scenario, id: &str) -> String {
    let found = scenario.rulebook.lists.iter().find(|it| it.id == id);
    format!("“{}”", found.map_or(id, |it| it.label.as_str()))
}

const fn is_or_are(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

fn nth_word(n: usize) -> String {
    match n {
        1 => "1st".to_owned(),
        2 => "2nd".to_owned(),
        3 => "3rd".to_owned(),
        n => format!("{n}th"),
    }
}

/// "a", "a and b", "a, b and c".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
