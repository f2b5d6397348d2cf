//! Small documents: a block of JSON laid over `base.json`.

use serde_json::{Value, json};

/// The base with a block laid over it: objects are merged, everything else is replaced.
///
/// Events without an id get one in their order and happen to Ann. `{"repeat": x, "times": n}` stands for a long text, or
/// in a list for many members, in which `#` is the number.
pub fn over_base(block: Value) -> Value {
    let mut document: Value = serde_json::from_str(include_str!("base.json")).unwrap();
    lay_over(&mut document, expanded(block));
    for (idx, event) in document["events"].as_array_mut().into_iter().flatten().enumerate() {
        fill_in(event, &json!({ "id": format!("e{}", idx + 1), "subject": "ann" }));
    }
    let part_of = |part| ["rulebook", part].iter().try_fold(&document, |it, key| it.get(key)).is_some();
    for part in ["rules", "lists", "consequences"].into_iter().filter(|it| part_of(it)).collect::<Vec<_>>() {
        for it in document["rulebook"][part].as_array_mut().into_iter().flatten() {
            let label = it.get("id").filter(|_| part != "rules").cloned();
            fill_in(it, &json!({ "standing": "invented" }));
            label.into_iter().for_each(|label| fill_in(it, &json!({ "label": label })));
        }
    }
    document
}

fn lay_over(below: &mut Value, above: Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                lay_over(below.entry(key).or_insert(Value::Null), value);
            }
        }
        (below, above) => *below = above,
    }
}

fn fill_in(it: &mut Value, absent: &Value) {
    let Some(it) = it.as_object_mut() else { return };
    for (key, value) in absent.as_object().into_iter().flatten() {
        it.entry(key).or_insert_with(|| value.clone());
    }
}

fn expanded(value: Value) -> Value {
    match value {
        Value::Object(map) => match (map.get("repeat"), map.get("times")) {
            (Some(Value::String(text)), Some(times)) => text.repeat(number(times)).into(),
            _ => Value::Object(map.into_iter().map(|(key, value)| (key, expanded(value))).collect()),
        },
        Value::Array(members) => members.into_iter().flat_map(copies).collect(),
        other => other,
    }
}

fn copies(member: Value) -> Vec<Value> {
    let numbered = |number: usize| {
        let text = member["repeat"].to_string().replace('#', &number.to_string());
        serde_json::from_str(&text).unwrap()
    };
    match member.get("times") {
        Some(times) if !member["repeat"].is_string() => (0..number(times)).map(numbered).collect(),
        _ => vec![expanded(member)],
    }
}

fn number(times: &Value) -> usize {
    usize::try_from(times.as_u64().unwrap()).unwrap()
}
