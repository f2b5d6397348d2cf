//! The tests of a rule in words.

use super::sentence::{Line, Piece, lower_first, unit_name};
use crate::editor::rules::cond::{Joint, Node, Test, read};
use crate::editor::rules::{Figure, Place};
use crate::scenario::doc::{Comparison, Cond, Field, Rule, Scenario, SubjectKind};

/// The tests of a rule as one detail of its sentence.
pub(super) fn english(scenario: &Scenario, rule: &Rule) -> Option<Vec<Piece>> {
    let cond = rule.when.as_ref()?;
    let words = Words { scenario, kind: &rule.kind };
    let line = match read(cond) {
        Node::Group(Joint::All, []) => return None,
        Node::Group(Joint::All, parts) => parts.iter().enumerate().fold(Line::default(), |line, (at, part)| {
            let line = line.text(if at == 0 { "and " } else { ", and " });
            words.part(line, part, vec![at])
        }),
        _ => words.open(Line::default().text("and "), cond, Vec::new()),
    };
    Some(line.done())
}

/// What tests are worded from.
struct Words<'a> {
    scenario: &'a Scenario,
    kind: &'a str,
}

impl Words<'_> {
    /// A part inside another: groups stand in brackets.
    fn part(&self, line: Line, cond: &Cond, at: Vec<usize>) -> Line {
        match read(cond) {
            Node::Test(test) => self.test(line, test, at),
            Node::Group(_, []) => self.open(line, cond, at),
            Node::Group(Joint::NotAll, parts) => self.members(line.text("not ("), parts, " and ", &at).text(")"),
            Node::Group(..) => self.open(line.text("("), cond, at).text(")"),
        }
    }

    /// A part without brackets.
    fn open(&self, line: Line, cond: &Cond, at: Vec<usize>) -> Line {
        match read(cond) {
            Node::Test(test) => self.test(line, test, at),
            Node::Group(Joint::All | Joint::Neither, []) => line.text("always"),
            Node::Group(Joint::Any | Joint::NotAll, []) => line.text("never"),
            Node::Group(Joint::All, parts) => self.members(line, parts, " and ", &at),
            Node::Group(Joint::Any, parts) if parts.len() == 1 => self.members(line, parts, "", &at),
            Node::Group(Joint::Any, parts) => self.members(line.text("either "), parts, " or ", &at),
            Node::Group(Joint::NotAll, parts) => self.members(line.text("not ("), parts, " and ", &at).text(")"),
            Node::Group(Joint::Neither, parts) if parts.len() == 1 => {
                self.members(line.text("not ("), parts, "", &at).text(")")
            }
            Node::Group(Joint::Neither, parts) => self.members(line.text("neither "), parts, " nor ", &at),
        }
    }

    fn members(&self, line: Line, parts: &[Cond], joint: &str, at: &[usize]) -> Line {
        parts.iter().enumerate().fold(line, |line, (place, part)| {
            let line = if place > 0 { line.text(joint) } else { line };
            let mut name = at.to_vec();
            name.push(place);
            self.part(line, part, name)
        })
    }

    fn test(&self, line: Line, test: Test, at: Vec<usize>) -> Line {
        match test {
            Test::Number { field: id, is, not, value } => {
                let field = field(self.scenario, self.kind, &id);
                let name = field.map_or_else(|| format!("“{id}”"), |it| lower_first(&it.label));
                let unit = field.map(|it| unit_name(&it.unit, value.0)).unwrap_or_default();
                // "hours at least 8" needs no second "hours".
                let is_said = unit.is_empty() || field.is_some_and(|it| it.unit.eq_ignore_ascii_case(&it.label));
                let line = line.text(format!("{name} {} ", comparison(is, not)));
                let line = line.number(Place::Test(at), Figure::Plain(value.0));
                if is_said { line } else { line.text(format!(" {unit}")) }
            }
            Test::Choice { field: id, is, not } => {
                let field = field(self.scenario, self.kind, &id);
                let name = field.map_or_else(|| format!("“{id}”"), |it| lower_first(&it.label));
                let choice = field.and_then(|it| it.choices.iter().find(|it| it.id == is));
                let choice = choice.map_or(is.as_str(), |it| it.label.as_str());
                line.text(if not { format!("{name}: not “{choice}”") } else { format!("{name}: “{choice}”") })
            }
            Test::Who { kind, not } => {
                let who = if kind == SubjectKind::Person { "a person" } else { "a business" };
                line.text(if not { format!("it is not {who}") } else { format!("it is {who}") })
            }
            Test::Group { group, not } => {
                let found = self.scenario.groups.iter().find(|it| it.id == group);
                let name = found.map_or(group.as_str(), |it| it.label.as_str());
                line.text(if not { format!("not one of “{name}”") } else { format!("one of “{name}”") })
            }
        }
    }
}

/// A comparison as it stands between a field and a number.
pub(super) const fn comparison(is: Comparison, not: bool) -> &'static str {
    match (is, not) {
        (Comparison::LessThan, false) | (Comparison::AtLeast, true) => "less than",
        (Comparison::AtMost, false) | (Comparison::MoreThan, true) => "at most",
        (Comparison::Equal, false) => "exactly",
        (Comparison::Equal, true) => "other than",
        (Comparison::AtLeast, false) | (Comparison::LessThan, true) => "at least",
        (Comparison::MoreThan, false) | (Comparison::AtMost, true) => "more than",
    }
}

/// A field of a kind.
pub(super) fn field<'a>(scenario: &'a Scenario, kind: &str, field: &str) -> Option<&'a Field> {
    let kind = scenario.kinds.iter().find(|it| it.id == kind)?;
    kind.fields.iter().find(|it| it.id == field)
}
