//! The published JSON Schema, and the table of shapes, against the types of the document.
//!
//! `UPDATE_EXPECT=1` rewrites the schema.

#![cfg(all(feature = "schema", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use social_credit_lab::scenario::Scenario;
use social_credit_lab::scenario::shape::{Absent, Field, SCENARIO, Shape};

/// The schema as it is published.
fn schema() -> Value {
    let mut schema = schemars::schema_for!(Scenario).to_value();
    let about = [
        ("$id", "scenario.schema.json"),
        ("title", "A scenario of Social Credit Lab"),
        (
            "description",
            "A rulebook, a cast of fictional people and businesses, and what happens to them. Lists of things with \
             an `id` are matched by that id. What is left out has its default.",
        ),
    ];
    for (name, text) in about {
        schema[name] = text.into();
    }
    // Editors look for the schema's own name in a document. It is accepted and not kept.
    schema["properties"]["$schema"] =
        json!({ "type": "string", "description": "The address of this schema, for editors." });
    schema
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/scenario.schema.json");
    let text = serde_json::to_string_pretty(&schema()).unwrap();
    expect_test::expect_file![path].assert_eq(&format!("{text}\n"));
}

#[test]
fn the_table_of_shapes_is_that_of_the_types() {
    let schema = schema();
    compare(&schema, &schema, SCENARIO, "scenario", &mut Vec::new());
}

/// Follows references and leaves out what says "or nothing".
fn resolved<'a>(root: &'a Value, mut it: &'a Value) -> &'a Value {
    loop {
        if let Some(name) = it["$ref"].as_str() {
            it = root.pointer(name.trim_start_matches('#')).unwrap();
        } else if let Some(first) = it["anyOf"].as_array().filter(|all| all.last() == Some(&json!({ "type": "null" })))
        {
            it = &first[0];
        } else {
            return it;
        }
    }
}

fn compare(root: &Value, of: &Value, fields: &'static [Field], path: &str, seen: &mut Vec<*const Field>) {
    if seen.contains(&fields.as_ptr()) {
        return;
    }
    seen.push(fields.as_ptr());
    let properties = of["properties"].as_object().unwrap_or_else(|| panic!("{path} is no record: {of}"));
    let own = |it: &&str| *it != "$schema";
    let mut names: Vec<&str> = fields.iter().map(|it| it.name).collect();
    names.sort_unstable();
    assert_eq!(names, properties.keys().map(String::as_str).filter(own).collect::<Vec<_>>(), "{path}");
    let required = of["required"].as_array().cloned().unwrap_or_default();
    for field in fields {
        let path = format!("{path}/{}", field.name);
        let property = &properties[field.name];
        let is_required = required.contains(&field.name.into());
        assert_eq!(is_required, matches!(field.absent, Absent::Never), "{path}: required");
        if let (Some(default), Some(stated)) = (field.absent.value(), property.get("default")) {
            let stated = if matches!(field.absent, Absent::NoFields) { json!({}) } else { stated.clone() };
            assert_eq!(default, stated, "{path}: default");
        }
        compare_shape(root, resolved(root, property), field.shape, &path, seen);
    }
}

fn compare_shape(root: &Value, of: &Value, shape: Shape, path: &str, seen: &mut Vec<*const Field>) {
    match shape {
        Shape::Word(words) => {
            let variants = of["oneOf"].as_array().map_or(std::slice::from_ref(of), Vec::as_slice);
            let mut known: Vec<&str> = variants.iter().flat_map(words_of).collect();
            let mut words = words.to_vec();
            known.sort_unstable();
            words.sort_unstable();
            assert_eq!(words, known, "{path}");
        }
        Shape::Record(fields) => compare(root, of, fields, path, seen),
        Shape::OneOf(fields) => {
            let variants = of["oneOf"].as_array().unwrap();
            assert_eq!(variants.len(), fields.len(), "{path}");
            for field in fields {
                let variant = variants.iter().find_map(|it| it["properties"].get(field.name));
                let variant = variant.unwrap_or_else(|| panic!("{path} does not test {}", field.name));
                if !matches!(field.shape, Shape::OneOf(_) | Shape::List(_)) {
                    compare_shape(root, resolved(root, variant), field.shape, &format!("{path}/{}", field.name), seen);
                }
            }
        }
        Shape::Keyed(keyed) => {
            assert!(keyed.fields.iter().any(|it| it.name == "id" && it.slot == 0), "{path}: ids have the slot 0");
            compare(root, resolved(root, &of["items"]), keyed.fields, path, seen);
        }
        Shape::List(of_these) => {
            assert!(has_type(of, "array"), "{path}: {of}");
            let items = of.get("items").or_else(|| of["prefixItems"].get(0));
            compare_shape(root, resolved(root, items.unwrap()), *of_these, path, seen);
        }
        Shape::Values => assert!(has_type(of, "object") && of.get("properties").is_none(), "{path}: {of}"),
        Shape::Day => assert_eq!(of["format"], "date", "{path}"),
        Shape::Name(_) => assert!(has_type(of, "string"), "{path}: {of}"),
        Shape::Plain => assert!(!has_type(of, "object") && !has_type(of, "array"), "{path}: {of}"),
    }
}

fn has_type(of: &Value, name: &str) -> bool {
    of["type"] == name || of["type"].as_array().is_some_and(|it| it.contains(&name.into()))
}

/// The words that a schema allows, with or without an explanation of each.
fn words_of(variant: &Value) -> Vec<&str> {
    let several = variant["enum"].as_array().map(Vec::as_slice).unwrap_or_default();
    several.iter().chain(variant.get("const")).filter_map(Value::as_str).collect()
}
