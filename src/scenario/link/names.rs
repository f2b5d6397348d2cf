//! Ids by their number, so that a link can say 3 instead of `volunteer-station`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::engine::Day;
use crate::scenario::diagnostic::Thing;
use crate::scenario::lower::is_id;

/// What the packed parts of a document refer to.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The first day of the scenario. Days are counted from it.
    pub(super) first_day: Option<Day>,
    pub(super) references: Ids,
    pub(super) groups: Ids,
    pub(super) kinds: Ids,
    pub(super) sources: Ids,
    pub(super) bands: Ids,
    pub(super) lists: Ids,
    pub(super) subjects: Ids,
    /// For each kind, its fields.
    pub(super) fields: Vec<FieldsOfKind>,
}

/// The fields of a kind, and for each field its choices.
#[derive(Debug, Default)]
pub(super) struct FieldsOfKind {
    pub(super) fields: Ids,
    pub(super) choices: Vec<Ids>,
}

/// The ids of a list, in its order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    ids: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Ids {
    /// The ids of a list. Malformed ones, which could be of any length, have a place but cannot be looked up.
    pub(super) fn new(ids: impl IntoIterator<Item = String>) -> Self {
        let ids: Vec<String> = ids.into_iter().map(|it| if is_id(&it) { it } else { String::new() }).collect();
        let mut places = BTreeMap::new();
        for (at, id) in ids.iter().enumerate().filter(|it| !it.1.is_empty()) {
            places.entry(id.clone()).or_insert(at);
        }
        Self { ids, places }
    }

    /// The ids of a list in a document.
    pub(super) fn of(list: Option<&Value>) -> Self {
        let members = list.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Self::new(members.iter().map(|it| it.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()))
    }

    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub(super) fn id(&self, place: usize) -> Option<&str> {
        self.ids.get(place).map(String::as_str).filter(|it| !it.is_empty())
    }

    pub(super) const fn len(&self) -> usize {
        self.ids.len()
    }
}

impl Names {
    /// The names of a document.
    pub(super) fn of(document: &Value) -> Self {
        let book = document.get("rulebook");
        let in_book = |name| Ids::of(book.and_then(|it| it.get(name)));
        let kinds = document.get("kinds").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Self {
            first_day: document.get("first_day").and_then(Value::as_str).and_then(|it| it.parse().ok()),
            references: Ids::of(document.get("references")),
            groups: Ids::of(document.get("groups")),
            kinds: Ids::of(document.get("kinds")),
            sources: in_book("sources"),
            bands: in_book("bands"),
            lists: in_book("lists"),
            subjects: Ids::of(document.get("cast")),
            fields: kinds.iter().map(|it| FieldsOfKind::of(it.get("fields"))).collect(),
        }
    }

    /// The ids of the things of one sort that others refer to.
    pub(super) const fn ids(&self, thing: Thing) -> Option<&Ids> {
        match thing {
            Thing::Reference => Some(&self.references),
            Thing::Group => Some(&self.groups),
            Thing::Kind => Some(&self.kinds),
            Thing::Source => Some(&self.sources),
            Thing::Band => Some(&self.bands),
            Thing::List => Some(&self.lists),
            Thing::Subject => Some(&self.subjects),
            _ => None,
        }
    }

    /// The fields of a kind.
    pub(super) fn fields_of(&self, kind: Option<&Value>) -> Option<&FieldsOfKind> {
        self.fields.get(self.kinds.place(kind?.as_str()?)?)
    }
}

impl FieldsOfKind {
    fn of(fields: Option<&Value>) -> Self {
        let members = fields.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let choices = members.iter().map(|it| Ids::of(it.get("choices"))).collect();
        Self { fields: Ids::of(fields), choices }
    }
}

/// The id that counts on from another: `e13` after `e12`. None for one that is malformed or does not end in a number.
pub(super) fn counted_on(id: &str) -> Option<String> {
    let stem = id.trim_end_matches(|it: char| it.is_ascii_digit());
    let number: u32 = id.get(stem.len()..)?.parse().ok()?;
    is_id(id).then(|| format!("{stem}{}", u64::from(number) + 1))
}

/// How many ways [`made`] knows.
pub(super) const WAYS: u64 = 3;
/// Letters of an id that is made from a text.
const MADE_CHARS: usize = 34;

/// An id made from what else is known about a thing. The ways are frozen:
/// 0. a rule is named like its kind, anything else after its short form, its name or its label;
/// 1. after the first word of that;
/// 2. after its label, even if it has a short form.
pub(super) fn made<'a>(way: u64, thing: Thing, text: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    if thing == Thing::Rule {
        return text("kind").filter(|it| way == 0 && is_id(it)).map(str::to_owned);
    }
    let main = || text("short").or_else(|| text("name")).or_else(|| text("label"));
    match way {
        0 => slug(main()?),
        1 => slug(main()?.split(' ').next()?),
        2 => slug(text("label")?),
        _ => None,
    }
}

/// Letters and digits in lower case, with hyphens between words. The form is frozen.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for it in text.chars() {
        if it.is_ascii_alphanumeric() {
            slug.push(it.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug.truncate(MADE_CHARS);
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_on() {
        for (id, next) in [("e1", "e2"), ("e9", "e10"), ("r-2-9", "r-2-10"), ("e09", "e10"), ("7", "8")] {
            assert_eq!(counted_on(id).as_deref(), Some(next));
        }
        for id in ["", "e", "late-bill", "e99999999999999999999", "é1"] {
            assert_eq!(counted_on(id), None);
        }
    }

    #[test]
    fn ids_are_made_from_labels() {
        let kind = |name: &str| match name {
            "short" => Some("Pays a bill late"),
            "label" => Some("a bill – any bill – is paid late"),
            "kind" => Some("late-bill"),
            _ => None,
        };
        for (way, thing, id) in [
            (0, Thing::Kind, Some("pays-a-bill-late")),
            (1, Thing::Kind, Some("pays")),
            (2, Thing::Kind, Some("a-bill-any-bill-is-paid-late")),
            (3, Thing::Kind, None),
            (0, Thing::Rule, Some("late-bill")),
            (1, Thing::Rule, None),
        ] {
            assert_eq!(made(way, thing, kind).as_deref(), id);
        }
        assert_eq!(made(0, Thing::Subject, |_| Some("信用")), None);
        assert_eq!(made(0, Thing::Subject, |_| Some("very long name ")).as_deref(), Some("very-long-name"));
    }
}
