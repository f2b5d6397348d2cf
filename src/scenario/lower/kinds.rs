//! Kinds of events, their fields, and the values of fields.

use super::Checks;
use super::names::Names;
use crate::engine::Points;
use crate::scenario::bounds::{CHOICES, FIELDS, KINDS};
use crate::scenario::diagnostic::{Code, Path, Thing};
use crate::scenario::doc;
use crate::scenario::wire::DECIMAL_MAX;

/// The kinds of a document, with their names resolved.
pub(super) struct Kinds<'a> {
    kinds: &'a [doc::Kind],
    pub(super) names: Names<'a>,
    fields: Vec<Names<'a>>,
    choices: Vec<Vec<Names<'a>>>,
    defaults: Vec<Vec<Points>>,
}

impl<'a> Kinds<'a> {
    pub(super) fn collect(checks: &mut Checks, kinds: &'a [doc::Kind]) -> Self {
        let path = Path::root().at("kinds");
        let names = Names::collect(checks, Thing::Kind, &path, KINDS, kinds.iter().map(|it| it.id.as_str()));
        let mut res = Self { kinds, names, fields: Vec::new(), choices: Vec::new(), defaults: Vec::new() };
        for kind in kinds {
            let path = path.at(&kind.id);
            checks.label(&path.at("label"), &kind.label);
            checks.label(&path.at("short"), &kind.short);
            for (part, number) in kind.effort.iter().flat_map(|it| [("hours", it.hours), ("money", it.money)]) {
                if number.0.is_loss() {
                    let code = Code::OutOfRange { least: 0, most: DECIMAL_MAX };
                    checks.error(path.at("effort").at(part), code);
                }
            }
            let ids = kind.fields.iter().map(|it| it.id.as_str());
            res.fields.push(Names::collect(checks, Thing::Field, &path.at("fields"), FIELDS, ids));
            let choices = kind.fields.iter().map(|field| {
                let path = path.at("fields").at(&field.id);
                checks.label(&path.at("label"), &field.label);
                checks.short(&path.at("unit"), &field.unit);
                for choice in &field.choices {
                    checks.label(&path.at("choices").at(&choice.id).at("label"), &choice.label);
                }
                let ids = field.choices.iter().map(|it| it.id.as_str());
                Names::collect(checks, Thing::Choice, &path.at("choices"), CHOICES, ids)
            });
            let choices: Vec<_> = choices.collect();
            let defaults = kind.fields.iter().enumerate().map(|(at, field)| {
                let path = path.at("fields").at(&field.id).at("default");
                let value = field.default.as_ref();
                value.and_then(|it| value_of(checks, &path, field, &choices[at], it)).unwrap_or_default()
            });
            res.defaults.push(defaults.collect());
            res.choices.push(choices);
        }
        res
    }

    /// The place of a number field of a kind.
    pub(super) fn number(&self, checks: &mut Checks, path: &Path, kind: usize, field: &str) -> Option<usize> {
        let place = self.fields[kind].find(checks, path, field)?;
        if !self.kinds[kind].fields[place].choices.is_empty() {
            checks.error(path.clone(), Code::FieldIsChoice { field: field.to_owned() });
            return None;
        }
        Some(place)
    }

    /// The places of a choice field of a kind and of one of its choices.
    pub(super) fn choice(
        &self,
        checks: &mut Checks,
        path: &Path,
        kind: usize,
        field: &str,
        choice: &str,
    ) -> Option<(usize, usize)> {
        let place = self.fields[kind].find(checks, &path.at("field"), field)?;
        if self.kinds[kind].fields[place].choices.is_empty() {
            checks.error(path.at("field"), Code::FieldIsNumber { field: field.to_owned() });
            return None;
        }
        Some((place, self.choices[kind][place].find(checks, &path.at("is"), choice)?))
    }

    /// The values of an event's fields, in the order of its kind's fields.
    pub(super) fn values(
        &self,
        checks: &mut Checks,
        path: impl Fn() -> Path,
        kind: usize,
        event: &doc::Event,
    ) -> Vec<Points> {
        let mut values = self.defaults[kind].clone();
        for (id, value) in &event.fields {
            let path = path().at(id);
            let Some(place) = self.fields[kind].find(checks, &path, id) else { continue };
            let field = &self.kinds[kind].fields[place];
            if let Some(value) = value_of(checks, &path, field, &self.choices[kind][place], value) {
                values[place] = value;
            }
        }
        values
    }
}

fn value_of(
    checks: &mut Checks,
    path: &Path,
    field: &doc::Field,
    choices: &Names<'_>,
    value: &doc::Value,
) -> Option<Points> {
    match (value, field.choices.is_empty()) {
        (doc::Value::Number(number), true) => Some(number.0),
        (doc::Value::Choice(choice), false) => {
            let place = choices.find(checks, path, choice)?;
            Some(Points::whole(i64::try_from(place).unwrap_or_default()))
        }
        _ => {
            checks.error(path.clone(), Code::WrongValue);
            None
        }
    }
}
