//! What a compiler does not check: layers, words that do not belong somewhere, sizes, indexes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::Path;

use social_credit_lab::scenario::presets::ALL;

/// Which layers a layer may use, besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("scenario", &["engine"]),
    ("review", &["scenario", "engine"]),
    ("principles", &["scenario", "engine"]),
    ("jobs", &["principles", "review", "scenario", "engine"]),
    ("record", &["scenario"]),
    ("lessons", &["record", "principles", "scenario", "engine"]),
    ("charts", &["scenario", "engine"]),
    ("editor", &["scenario", "engine"]),
    ("text", &["lessons", "record", "editor", "charts", "jobs", "principles", "review", "scenario", "engine"]),
    ("report", &["text", "scenario", "engine"]),
    ("worker", &["jobs"]),
    (
        "ui",
        &[
            "lessons",
            "record",
            "report",
            "editor",
            "text",
            "charts",
            "jobs",
            "principles",
            "review",
            "scenario",
            "engine",
        ],
    ),
];

/// Words that do not stand in these files, and why.
const NOT_IN: &[(&[&str], &[&str], &str)] = &[
    (
        &["src/engine/"],
        &["serde", "json", "std::fs", "std::env", "std::time", "std::thread", "println!"],
        "the engine knows no document, file, clock or output",
    ),
    (
        &[
            "src/engine/",
            "src/scenario/",
            "src/record/",
            "src/lessons/",
            "src/charts",
            "src/text/",
            "src/editor/",
            "src/report",
        ],
        &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen", "std::time", "Instant", "SystemTime"],
        "only the page sees the browser and the clock",
    ),
    (
        &[
            "src/engine/",
            "src/scenario/",
            "src/record/",
            "src/lessons/",
            "src/charts",
            "src/text/",
            "src/editor/",
            "src/report",
        ],
        &["HashMap", "HashSet", "RandomState"],
        "the order of these is another one each time",
    ),
    (
        &["src/engine/case/", "src/engine/model.rs", "src/engine/condition.rs", "src/engine/calendar.rs"],
        &["f32", "f64"],
        "nothing in a score is a float",
    ),
    (
        &["src/engine/"],
        &[".powf(", ".powi(", ".exp(", ".ln(", ".log10(", ".log2(", ".sin(", ".cos(", ".tan(", ".hypot(", ".cbrt("],
        "the last bits of these differ between machines",
    ),
    (
        &[
            "src/engine/",
            "src/scenario/",
            "src/record/",
            "src/lessons/",
            "src/charts",
            "src/text/",
            "src/editor/",
            "src/report",
            "src/ui/",
            "src/lib.rs",
        ],
        &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!("],
        "what a reader does must not end the page",
    ),
    (
        &["src/ui/"],
        &["type=\"number\""],
        "browsers drop signs that they do not know from such a field; `kit::NumberInput` reads them",
    ),
];

/// The most lines of a file in a folder, tests included.
const LONGEST: &[(&str, usize)] = &[("src/engine/", 500), ("src/ui/", 300)];

/// Files that may have more lines, and why.
const LONGER: &[(&str, &str)] = &[("src/ui/state.rs", "one place for everything that components share")];

/// Every file of the project that holds text, by its path.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let is_ours = !["target", "dist", ".git", ".cache", "node_modules"].contains(&name.as_str());
            if !is_ours {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file()
                && let Ok(text) = read_to_string(&path)
            {
                files.push((name, text));
            }
        }
    }
    files.sort();
    files
}

fn sources() -> Vec<(String, String)> {
    let mut files = files();
    files.retain(|it| it.0.starts_with("src/") && it.0.ends_with(".rs"));
    assert!(files.len() > 50);
    files
}

/// The lines that are part of the product, with their numbers: no comments, and no tests.
fn code<'a>((name, text): &'a (String, String), test_only: &BTreeSet<String>) -> Vec<(usize, &'a str)> {
    if test_only.iter().any(|it| name.starts_with(it.as_str())) {
        return Vec::new();
    }
    let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = product.lines().enumerate().map(|(idx, line)| (idx + 1, line));
    lines.filter(|it| !it.1.trim_start().starts_with("//")).collect()
}

/// Modules in files of their own that are compiled for tests alone, as beginnings of paths.
fn test_only(sources: &[(String, String)]) -> BTreeSet<String> {
    let mut res = BTreeSet::new();
    for (name, text) in sources {
        let folder = match name.strip_suffix("/mod.rs").or_else(|| name.strip_suffix("/lib.rs")) {
            Some(folder) => folder,
            None => name.trim_end_matches(".rs"),
        };
        for part in text.split("#[cfg(test)]\n").skip(1) {
            let declared =
                part.split("mod ").nth(1).and_then(|it| it.split([';', ' ', '{']).next()).unwrap_or_default();
            let before = part.split("mod ").next().unwrap_or_default();
            if before.trim().is_empty() || before.starts_with("pub") {
                res.insert(format!("{folder}/{declared}"));
            }
        }
    }
    res
}

#[test]
fn layers_use_only_those_below() {
    let sources = sources();
    let layers: Vec<&str> = ARROWS.iter().map(|it| it.0).collect();
    let mut wrong = Vec::new();
    for (name, text) in &sources {
        let inside = name.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        let Some((_, below)) = ARROWS.iter().find(|it| it.0 == inside) else {
            let known = ["lib", "bin"].contains(&inside);
            assert!(known, "{name} is in no layer: give it a line in ARROWS");
            continue;
        };
        for (number, line) in text.lines().enumerate().filter(|it| !it.1.trim_start().starts_with("//")) {
            for part in line.split("crate::").skip(1) {
                let used = part.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default();
                if layers.contains(&used) && used != inside && !below.contains(&used) {
                    wrong.push(format!("{name}:{}: {inside} uses {used}", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_stay_where_they_belong() {
    let sources = sources();
    let test_only = test_only(&sources);
    let mut wrong = Vec::new();
    for (places, words, why) in NOT_IN {
        for file in sources.iter().filter(|it| places.iter().any(|place| it.0.starts_with(place))) {
            for (number, line) in code(file, &test_only) {
                wrong.extend(
                    words.iter().filter(|it| has_word(line, it)).map(|it| format!("{}:{number}: {it}: {why}", file.0)),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether a line has a word, and not as a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    line.match_indices(word).any(|(at, _)| {
        let starts = !word.starts_with(char::is_alphanumeric) || !is_letter(line[..at].chars().next_back());
        let ends = !word.ends_with(char::is_alphanumeric) || !is_letter(line[at + word.len()..].chars().next());
        starts && ends
    })
}

#[test]
fn files_are_not_too_long() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let lines = text.lines().count();
        let allowed = LONGER.iter().any(|it| it.0 == name);
        for (folder, most) in LONGEST {
            if name.starts_with(folder) && lines > *most && !allowed {
                wrong.push(format!("{name} has {lines} lines: split it, or say in LONGER why not"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_says_what_it_is() {
    let sources = sources();
    let silent: Vec<_> = sources.iter().filter(|it| !it.1.starts_with("//! ")).map(|it| &it.0).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn nothing_names_somebodys_machine() {
    let folders = ["/ro ot/", "/ho me/", "/Us ers/", "/wo rk/", r"\Us ers\"].map(|it| it.replace(' ', ""));
    let mut wrong = Vec::new();
    for (name, text) in files() {
        for folder in folders.iter().filter(|it| text.contains(it.as_str())) {
            wrong.push(format!("{name} has {folder}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_page_begins_with_the_title_of_home() {
    let page = read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/index.html")).unwrap();
    let title = social_credit_lab::text::ENGLISH.home.title;
    assert!(page.contains(&format!("data-home=\"{title}\"")), "`data-home` in public/index.html is not “{title}”");
}

#[test]
fn every_preset_is_in_the_index() {
    let files = files();
    let mut found: Vec<_> = files.iter().filter_map(|it| it.0.strip_prefix("src/scenario/presets/")).collect();
    found.retain(|it| it.ends_with(".json"));
    let mut listed: Vec<_> = ALL.iter().map(|it| format!("{}.{}.json", it.id, it.revision)).collect();
    listed.sort();
    assert_eq!(found, listed);
}

#[test]
fn every_golden_file_is_somebodys() {
    let files: BTreeSet<String> = files().into_iter().map(|it| it.0).collect();
    let presets: BTreeSet<String> =
        ALL.iter().map(|it| format!("tests/golden/presets/{}.{}.txt", it.id, it.revision)).collect();
    for file in &files {
        let needed = match file.as_str() {
            "tests/golden/presets/frozen.txt" => true,
            it if it.starts_with("tests/golden/presets/") => presets.contains(it),
            it if it.starts_with("tests/invalid/") => files.contains(&it.replace(".expected", ".json")),
            it if it.starts_with("tests/fixtures/") => files.contains(&it.replace(".txt", ".json")),
            _ => true,
        };
        assert!(needed, "nothing makes {file} any more");
    }
}
