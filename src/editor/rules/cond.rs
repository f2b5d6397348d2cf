//! The tests of a rule as a tree that people edit.
//!
//! A part of the tree is named by the places of its groups' members on the way to it; "not" is a property of a part and
//! no step of its own. The empty name is the root.

use crate::scenario::Decimal;
use crate::scenario::bounds::{COND_DEPTH, COND_PARTS};
use crate::scenario::doc::{Comparison, Cond, Kind, Scenario, SubjectKind, Value};
use crate::scenario::lower::measure;

/// How the members of a group are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Every one of them.
    All,
    /// At least one of them.
    Any,
    /// Not every one of them.
    NotAll,
    /// Not one of them.
    Neither,
}

/// One test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A number of the event.
    Number {
        /// The field.
        field: String,
        /// The comparison; `not` only stands with [`Comparison::Equal`], the others have an opposite.
        is: Comparison,
        /// Whether it must not hold.
        not: bool,
        /// With what.
        value: Decimal,
    },
    /// A choice of the event.
    Choice {
        /// The field.
        field: String,
        /// The choice.
        is: String,
        /// Whether it must be another.
        not: bool,
    },
    /// Person or business.
    Who {
        /// Which.
        kind: SubjectKind,
        /// Whether it must be the other.
        not: bool,
    },
    /// A member of a group of subjects.
    Group {
        /// The group.
        group: String,
        /// Whether it must not be a member.
        not: bool,
    },
}

/// A part of the tree, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'a> {
    /// Several parts.
    Group(Joint, &'a [Cond]),
    /// One test.
    Test(Test),
}

/// How a part reads.
pub fn read(cond: &Cond) -> Node<'_> {
    let (cond, not) = bare(cond);
    match cond {
        Cond::All(parts) => Node::Group(if not { Joint::NotAll } else { Joint::All }, parts),
        Cond::Any(parts) => Node::Group(if not { Joint::Neither } else { Joint::Any }, parts),
        Cond::Number { field, is, value } => {
            let (is, not) = if not { opposite(*is) } else { (*is, false) };
            Node::Test(Test::Number { field: field.clone(), is, not, value: *value })
        }
        Cond::Choice { field, is } => Node::Test(Test::Choice { field: field.clone(), is: is.clone(), not }),
        Cond::Subject(kind) => Node::Test(Test::Who { kind: *kind, not }),
        Cond::Group(group) => Node::Test(Test::Group { group: group.clone(), not }),
        // `bare` took them off.
        Cond::Not(inner) => read(inner),
    }
}

const fn opposite(is: Comparison) -> (Comparison, bool) {
    match is {
        Comparison::LessThan => (Comparison::AtLeast, false),
        Comparison::AtMost => (Comparison::MoreThan, false),
        Comparison::Equal => (Comparison::Equal, true),
        Comparison::AtLeast => (Comparison::LessThan, false),
        Comparison::MoreThan => (Comparison::AtMost, false),
    }
}

impl From<Test> for Cond {
    fn from(test: Test) -> Self {
        let (cond, not) = match test {
            Test::Number { field, is, not, value } => (Self::Number { field, is, value }, not),
            Test::Choice { field, is, not } => (Self::Choice { field, is }, not),
            Test::Who { kind, not } => (Self::Subject(kind), not),
            Test::Group { group, not } => (Self::Group(group), not),
        };
        negated_if(not, cond)
    }
}

fn negated_if(not: bool, cond: Cond) -> Cond {
    if not { Cond::Not(Box::new(cond)) } else { cond }
}

/// A part without its "not"s, and whether they turn it round.
pub fn bare(cond: &Cond) -> (&Cond, bool) {
    let (mut cond, mut not) = (cond, false);
    while let Cond::Not(inner) = cond {
        (cond, not) = (inner, !not);
    }
    (cond, not)
}

fn bare_mut(mut cond: &mut Cond) -> &mut Cond {
    while let Cond::Not(inner) = cond {
        cond = inner;
    }
    cond
}

/// The part with a name, with its "not"s.
pub fn find<'a>(root: &'a Cond, at: &[usize]) -> Option<&'a Cond> {
    at.iter().try_fold(root, |cond, place| match bare(cond).0 {
        Cond::All(parts) | Cond::Any(parts) => parts.get(*place),
        _ => None,
    })
}

fn find_mut<'a>(root: &'a mut Cond, at: &[usize]) -> Option<&'a mut Cond> {
    at.iter().try_fold(root, |cond, place| match bare_mut(cond) {
        Cond::All(parts) | Cond::Any(parts) => parts.get_mut(*place),
        _ => None,
    })
}

/// Where diagnostics find the part with a name, below the rule.
pub fn path(root: &Cond, at: &[usize]) -> String {
    let mut path = "when".to_owned();
    let mut cond = root;
    let mut places = at.iter();
    loop {
        match cond {
            Cond::Not(inner) => {
                path += "/not";
                cond = inner;
            }
            Cond::All(parts) | Cond::Any(parts) => {
                let Some((place, part)) = places.next().and_then(|it| Some((it, parts.get(*it)?))) else { break };
                path += if matches!(cond, Cond::All(_)) { "/all/" } else { "/any/" };
                path += &place.to_string();
                cond = part;
            }
            _ => break,
        }
    }
    path
}

/// Puts another part in place of one.
pub fn set(root: &mut Option<Cond>, at: &[usize], part: impl Into<Cond>) {
    match root.as_mut().and_then(|it| find_mut(it, at)) {
        Some(place) => *place = part.into(),
        None if at.is_empty() => *root = Some(part.into()),
        None => {}
    }
}

/// Puts another number into the test with a name.
pub fn set_number(root: &mut Cond, at: &[usize], number: Decimal) {
    if let Some(Cond::Number { value, .. }) = find_mut(root, at).map(bare_mut) {
        *value = number;
    }
}

/// Joins the members of the group with a name in another way.
pub fn set_joint(root: &mut Option<Cond>, at: &[usize], joint: Joint) {
    let Some(place) = root.as_mut().and_then(|it| find_mut(it, at)) else { return };
    if let Cond::All(parts) | Cond::Any(parts) = bare_mut(place) {
        let parts = std::mem::take(parts);
        let group = if matches!(joint, Joint::All | Joint::NotAll) { Cond::All(parts) } else { Cond::Any(parts) };
        *place = negated_if(matches!(joint, Joint::NotAll | Joint::Neither), group);
    }
}

/// Adds a part to the group with a name; a single test becomes a group first. Answers with the new part's name.
pub fn add(root: &mut Option<Cond>, at: &[usize], part: Cond) -> Vec<usize> {
    let Some(place) = root.as_mut().and_then(|it| find_mut(it, at)) else {
        *root = Some(part);
        return Vec::new();
    };
    if !matches!(bare(place).0, Cond::All(_) | Cond::Any(_)) {
        let single = std::mem::replace(place, Cond::All(Vec::new()));
        *place = Cond::All(vec![single]);
    }
    let mut name = at.to_vec();
    if let Cond::All(parts) | Cond::Any(parts) = bare_mut(place) {
        parts.push(part);
        name.push(parts.len() - 1);
    }
    name
}

/// Removes the part with a name, and every group that is empty after that. A root group with one member becomes that
/// member.
pub fn remove(root: &mut Option<Cond>, at: &[usize]) {
    let Some((place, group)) = at.split_last() else {
        *root = None;
        return;
    };
    let Some(cond) = root else { return };
    let mut is_empty = false;
    if let Some(Cond::All(parts) | Cond::Any(parts)) = find_mut(cond, group).map(bare_mut)
        && *place < parts.len()
    {
        parts.remove(*place);
        is_empty = parts.is_empty();
    }
    if is_empty {
        return remove(root, group);
    }
    if let Cond::All(parts) | Cond::Any(parts) = cond
        && parts.len() == 1
        && let Some(only) = parts.pop()
    {
        *cond = only;
    }
}

/// Whether a condition stays within what a document may hold after a part was added.
pub fn has_room(root: Option<&Cond>, at: &[usize], part: &Cond) -> bool {
    let mut grown = root.cloned();
    add(&mut grown, at, part.clone());
    let (depth, parts) = grown.as_ref().map_or((0, 0), measure);
    depth <= COND_DEPTH && parts <= COND_PARTS
}

/// A first test for a kind of event.
pub fn fresh(scenario: &Scenario, kind: &str) -> Cond {
    let kind = scenario.kinds.iter().find(|it| it.id == kind);
    match kind.and_then(|it| it.fields.first()) {
        Some(field) => about(kind, &field.id),
        None => Cond::Subject(SubjectKind::Person),
    }
}

/// A first test of a field of a kind.
pub fn about(kind: Option<&Kind>, field: &str) -> Cond {
    let found = kind.and_then(|it| it.fields.iter().find(|it| it.id == field));
    match found.map(|it| (it.choices.first(), &it.default)) {
        Some((Some(choice), _)) => Cond::Choice { field: field.to_owned(), is: choice.id.clone() },
        Some((None, Some(Value::Number(value)))) => {
            Cond::Number { field: field.to_owned(), is: Comparison::AtLeast, value: *value }
        }
        _ => Cond::Number { field: field.to_owned(), is: Comparison::AtLeast, value: Decimal::whole(1) },
    }
}

/// A condition without the tests of fields that a kind lacks.
pub fn without_foreign(cond: Cond, kind: &Kind) -> Option<Cond> {
    let all = |parts: Vec<Cond>| {
        let parts: Vec<_> = parts.into_iter().filter_map(|it| without_foreign(it, kind)).collect();
        (!parts.is_empty()).then_some(parts)
    };
    let field_of = |id: &str| kind.fields.iter().find(|it| it.id == id);
    match cond {
        Cond::All(parts) => all(parts).map(Cond::All),
        Cond::Any(parts) => all(parts).map(Cond::Any),
        Cond::Not(inner) => without_foreign(*inner, kind).map(|it| Cond::Not(Box::new(it))),
        Cond::Number { ref field, .. } => field_of(field).filter(|it| it.choices.is_empty()).map(|_| cond),
        Cond::Choice { ref field, ref is } => {
            field_of(field).filter(|it| it.choices.iter().any(|it| it.id == *is)).map(|_| cond)
        }
        Cond::Subject(_) | Cond::Group(_) => Some(cond),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cond(json: &str) -> Cond {
        serde_json::from_str(json).unwrap()
    }

    const NESTED: &str = r#"{"all":[{"subject":"person"},
        {"not":{"any":[{"group":"g"},{"not":{"number":{"field":"f","is":"at-least","value":5}}}]}}]}"#;

    #[test]
    fn names_lead_through_not() {
        let root = cond(NESTED);
        for (at, path) in [
            (&[][..], "when"),
            (&[0], "when/all/0"),
            (&[1], "when/all/1/not"),
            (&[1, 0], "when/all/1/not/any/0"),
            (&[1, 1], "when/all/1/not/any/1/not"),
        ] {
            assert_eq!(super::path(&root, at), path);
            assert!(find(&root, at).is_some());
        }
        assert_eq!((find(&root, &[2]), find(&root, &[0, 0])), (None, None));
    }

    #[test]
    fn a_test_that_must_not_hold_reads_as_its_opposite() {
        for (is, read_as) in [
            ("less-than", (Comparison::AtLeast, false)),
            ("at-most", (Comparison::MoreThan, false)),
            ("equal", (Comparison::Equal, true)),
            ("at-least", (Comparison::LessThan, false)),
            ("more-than", (Comparison::AtMost, false)),
        ] {
            let cond = cond(&format!(r#"{{"not":{{"number":{{"field":"f","is":"{is}","value":5}}}}}}"#));
            let Node::Test(Test::Number { is, not, .. }) = read(&cond) else { panic!("{cond:?}") };
            assert_eq!((is, not), read_as);
        }
    }

    #[test]
    fn reading_and_writing_a_test_agree() {
        for json in [
            r#"{"number":{"field":"f","is":"at-most","value":5}}"#,
            r#"{"not":{"number":{"field":"f","is":"equal","value":5}}}"#,
            r#"{"not":{"choice":{"field":"f","is":"a"}}}"#,
            r#"{"subject":"business"}"#,
            r#"{"not":{"group":"g"}}"#,
        ] {
            let cond = cond(json);
            let Node::Test(test) = read(&cond) else { panic!("{json}") };
            assert_eq!(Cond::from(test), cond);
        }
    }

    #[test]
    fn parts_come_and_go() {
        let (one, two) = (cond(r#"{"subject":"person"}"#), cond(r#"{"group":"g"}"#));
        let mut root = None;
        assert_eq!(add(&mut root, &[], one.clone()), [0; 0]);
        assert_eq!(add(&mut root, &[], two.clone()), [1]);
        assert_eq!(root, Some(Cond::All(vec![one.clone(), two.clone()])));
        assert_eq!(add(&mut root, &[], Cond::Any(vec![two.clone()])), [2]);
        assert_eq!(add(&mut root, &[2], one.clone()), [2, 1]);
        set_joint(&mut root, &[2], Joint::Neither);
        let neither = Cond::Not(Box::new(Cond::Any(vec![two.clone(), one.clone()])));
        assert_eq!(find(root.as_ref().unwrap(), &[2]), Some(&neither));
        remove(&mut root, &[2, 0]);
        remove(&mut root, &[2, 0]);
        assert_eq!(root, Some(Cond::All(vec![one.clone(), two])));
        remove(&mut root, &[1]);
        assert_eq!(root, Some(one));
        remove(&mut root, &[]);
        assert_eq!(root, None);
    }

    #[test]
    fn nothing_grows_past_the_bounds() {
        let leaf = cond(r#"{"group":"g"}"#);
        let mut root = None;
        let mut at = Vec::new();
        let mut levels = 0;
        while has_room(root.as_ref(), &at, &Cond::Any(vec![leaf.clone()])) {
            at = add(&mut root, &at, Cond::Any(vec![leaf.clone()]));
            levels += 1;
        }
        assert_eq!(levels, COND_DEPTH - 1);
        assert_eq!(measure(root.as_ref().unwrap()).0, COND_DEPTH);
        while has_room(root.as_ref(), &[], &leaf) {
            add(&mut root, &[], leaf.clone());
        }
        assert_eq!(measure(root.as_ref().unwrap()).1, COND_PARTS);
    }
}
