//! Links: what they hold comes back, they are short, old ones open, and hostile ones do no harm.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
mod edits;
mod scratch;

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use common::generate::scenario;
use common::hash::hex;
use edits::{edited, edits, preset};
use expect_test::ExpectFile;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use proptest::prelude::*;
use serde_json::json;
use social_credit_lab::scenario::link::{Base, INSIDE_BYTES, LINK_CHARS, LinkError, Shared, View, decode, encode};
use social_credit_lab::scenario::presets::{ALL, Preset, find};
use social_credit_lab::scenario::shape::{Field, SCENARIO, Shape};
use social_credit_lab::scenario::{Code, Decimal, Scenario, lower, read};

fn base(preset: &Preset) -> Base {
    Base { id: preset.id.to_owned(), revision: preset.revision }
}

fn shared(scenario: Scenario) -> Shared {
    Shared { scenario, base: None, view: View::default() }
}

fn of_preset(preset: &Preset, scenario: Scenario) -> Shared {
    Shared { scenario, base: Some(base(preset)), view: View::default() }
}

/// Links that were shared once, with what they hold: every preset as it is, and documents that stand beside the links.
///
/// **Never change one that was published.** If links are written in another way from now on, the new way gets links of
/// its own, and these are only read any more.
fn golden() -> Vec<(String, Shared)> {
    let view = View { page: Some("why".to_owned()), subject: Some("hao".to_owned()), day: "2021-03-02".parse().ok() };
    let documents = [
        ("three-edits", find("rongcheng-rules", 1), View::default()),
        ("many-edits", find("popular-picture", 1), view),
        ("from-scratch", find("blank", 1), View::default()),
        ("everything", None, View::default()),
        ("everything-told", None, View::default()),
        ("backing", None, View::default()),
        ("principles", None, View::default()),
        ("society", find("popular-picture", 1), View::default()),
    ];
    let documents = documents.into_iter().map(|(name, preset, view)| {
        let path = format!("{}/tests/golden/links/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let scenario = read(&std::fs::read_to_string(path).unwrap()).unwrap();
        (name.to_owned(), Shared { scenario, base: preset.map(base), view })
    });
    let presets = ALL
        .iter()
        .map(|preset| (format!("{}.{}", preset.id, preset.revision), of_preset(preset, preset.scenario().unwrap())));
    presets.chain(documents).collect()
}

#[test]
fn old_links_open_as_what_they_were() {
    for (name, shared) in golden() {
        let path = format!("tests/golden/links/{name}.txt");
        expect_file(&path).assert_eq(&encode(&shared));
        let link = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert_eq!(decode(&link).unwrap(), shared, "{name}");
    }
}

/// A link to a preset means what the preset said when the link was made.
#[test]
fn presets_stay_as_they_were_published() {
    let line = |it: &Preset| format!("{}.{} {}\n", it.id, it.revision, digest(it.json));
    expect_file("tests/golden/links/presets.digests").assert_eq(&ALL.iter().map(line).collect::<String>());
}

/// Where the expected text is; `UPDATE_EXPECT=1` rewrites it.
fn expect_file(path: &str) -> ExpectFile {
    expect_test::expect_file![format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))]
}

/// A number that is another one if anything in a document is different, however the file is laid out.
fn digest(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    hex(&value.to_string())
}

/// Slots and words are what old links are made of: this list only grows.
#[test]
fn slots_and_words_stay() {
    let mut lines = Vec::new();
    list_slots(&mut lines, "", SCENARIO, &mut Vec::new());
    expect_file("tests/golden/links/slots.txt").assert_eq(&lines.join("\n"));
}

fn list_slots(lines: &mut Vec<String>, path: &str, fields: &'static [Field], seen: &mut Vec<*const Field>) {
    if seen.contains(&fields.as_ptr()) {
        return;
    }
    seen.push(fields.as_ptr());
    let mut slots: Vec<usize> = fields.iter().map(|it| it.slot).collect();
    slots.sort_unstable();
    slots.dedup();
    assert_eq!(slots.len(), fields.len(), "{path}: two fields in one slot");
    for field in fields {
        let path = format!("{path}/{}", field.name);
        let (list, shape) = if let Shape::List(of) = field.shape { ("list of ", *of) } else { ("", field.shape) };
        let (what, inside) = match shape {
            Shape::Word(words) => (words.join(" "), None),
            Shape::Name(thing) => (format!("{thing:?}"), None),
            Shape::Record(fields) => ("record".to_owned(), Some(fields)),
            Shape::OneOf(fields) => ("one of".to_owned(), Some(fields)),
            Shape::Keyed(keyed) => (format!("{:?}s", keyed.thing), Some(keyed.fields)),
            Shape::Plain | Shape::Day | Shape::Values | Shape::List(_) => (format!("{shape:?}"), None),
        };
        lines.push(format!("{path} {}: {list}{what}", field.slot));
        if let Some(inside) = inside {
            list_slots(lines, &path, inside, seen);
        }
    }
}

/// A link that holds this JSON.
fn link(inside: &str) -> String {
    format!("1.{}", BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec(inside.as_bytes(), 6)))
}

/// The JSON in a link.
fn inside(link: &str) -> String {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(&link[2..]).unwrap();
    String::from_utf8(decompress_to_vec(&bytes).unwrap()).unwrap()
}

#[test]
fn a_preset_is_a_short_name() {
    for preset in ALL {
        let link = encode(&of_preset(preset, preset.scenario().unwrap()));
        println!("{}: {} characters", preset.id, link.len());
        assert!(link.len() <= 60, "{link}");
    }
}

#[test]
fn a_preset_survives_as_a_whole_document() {
    for preset in ALL {
        let shared = shared(preset.scenario().unwrap());
        let link = encode(&shared);
        println!("{}: {} characters as a whole", preset.id, link.len());
        assert_eq!(decode(&link).unwrap(), shared);
    }
}

#[test]
fn the_view_comes_along() {
    let preset = find("blank", 1).unwrap();
    let view = View {
        page: Some("why".to_owned()),
        subject: Some("nobody".to_owned()),
        day: Some("2021-03-02".parse().unwrap()),
    };
    let shared = Shared { view, ..of_preset(preset, preset.scenario().unwrap()) };
    assert_eq!(decode(&encode(&shared)).unwrap(), shared);
    let day_only = Shared { view: View { page: None, subject: None, ..shared.view.clone() }, ..shared };
    assert_eq!(decode(&encode(&day_only)).unwrap(), day_only);
}

#[test]
fn three_edits_take_at_most_200_characters() {
    let mut longest = 0;
    for preset in ALL {
        let scenario = preset.scenario().unwrap();
        for (at, edited) in three_edits(&scenario).into_iter().enumerate() {
            let shared = of_preset(preset, edited);
            let link = encode(&shared);
            assert!(link.len() <= 200, "{} {at}: {} characters: {}", preset.id, link.len(), inside(&link));
            assert_eq!(decode(&link).unwrap(), shared);
            longest = longest.max(link.len());
        }
    }
    println!("longest: {longest} characters");
}

/// What a reader might do to a scenario, three edits at a time.
fn three_edits(scenario: &Scenario) -> Vec<Scenario> {
    let mut all = Vec::new();
    let rules = scenario.rulebook.rules.len();
    for first in 0..rules {
        let mut numbers = scenario.clone();
        for (step, amount) in [-137, 12, -5].into_iter().enumerate() {
            let rule = Arc::make_mut(&mut numbers.rulebook.rules[(first + step * 7) % rules]);
            match &mut rule.points {
                Some(points) => points.amount = Decimal::whole(amount),
                None => rule.on = false,
            }
        }
        all.push(numbers);

        let mut mixed = scenario.clone();
        mixed.rulebook.safeguards.no_cliff = true;
        mixed.rulebook.safeguards.year_cap = Some(Decimal::whole(60));
        mixed.rulebook.rules.remove(first);
        all.push(mixed);

        let mut moved = scenario.clone();
        let rule = moved.rulebook.rules.remove(first);
        moved.rulebook.rules.insert(0, rule);
        if let Some(source) = moved.rulebook.sources.last_mut() {
            source.on = false;
        }
        if let Some(band) = moved.rulebook.bands.first_mut() {
            band.from = Decimal::whole(987);
        }
        all.push(moved);
    }
    for at in 0..scenario.events.len() {
        let mut events = scenario.clone();
        let mut new = (*events.events[at]).clone();
        new.id = format!("e{}", scenario.events.len() + 1);
        new.note = String::new();
        new.day.0 = new.day.0.plus_days(100);
        events.events.push(Arc::new(new));
        let event = Arc::make_mut(&mut events.events[at]);
        event.day.0 = event.day.0.plus_days(17);
        "One rule changed".clone_into(&mut events.title);
        all.push(events);
    }
    all
}

#[test]
fn twenty_rules_twelve_subjects_and_120_events_take_at_most_2600_characters() {
    let scenario = scratch::scenario(20, 12, 120);
    assert_eq!((scenario.rulebook.rules.len(), scenario.cast.len(), scenario.events.len()), (20, 12, 120));
    assert_eq!((scenario.rulebook.sources.len(), scenario.rulebook.bands.len()), (10, 5));
    assert!(lower(&scenario).is_ok(), "{:?}", lower(&scenario).err());
    let shared = of_preset(find("blank", 1).unwrap(), scenario);
    let link = encode(&shared);
    println!("{} characters, {} bytes inside", link.len(), inside(&link).len());
    assert!(link.len() <= 2_600, "{} characters", link.len());
    assert_eq!(decode(&link).unwrap(), shared);
}

/// The links in `tests/golden/links`, with what they hold.
fn golden_links() -> Vec<(String, Shared)> {
    let read = |name: &str| {
        let path = format!("{}/tests/golden/links/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap().trim().to_owned()
    };
    golden().into_iter().map(|(name, shared)| (read(&name), shared)).collect()
}

/// What stands behind or around links in mails, chats and texts.
const AROUND: &[(&str, &str)] = &[
    ("", "."),
    ("", ","),
    ("", ")"),
    ("", ")."),
    ("", "\u{201d}"),
    ("\u{201c}", "\u{201d}"),
    ("", "\u{2019}"),
    ("", "\u{bb}"),
    ("<", ">"),
    ("(", ")"),
    ("[", "]"),
    ("", ">"),
    ("", "%3E"),
    ("", "%20"),
    ("", "%2E"),
    ("", "%0D%0A"),
    ("", "%E2%80%8B"),
    ("", "%C2%A0"),
    ("", "%E2%80%9D"),
    ("", "%93"),
    ("", "\u{3002}"),
    ("", "\u{3001}"),
    ("", "\u{ff09}"),
    ("\u{ff08}", "\u{ff09}"),
    ("", "\u{300d}"),
    ("", "\u{200b}"),
    ("\u{feff}", ""),
    ("\u{200e}", "\u{200f}"),
    ("", "\\"),
    ("*", "*"),
    ("_", "_"),
    ("**", "**"),
    ("`", "`"),
    ("", "~~"),
    ("", "\u{1f600}"),
    ("", " \u{1f44d}\u{1f3fd}"),
    ("", "!"),
    ("", "?"),
    ("", "?utm_source=mail"),
    ("", "&fbclid=IwAR0"),
    ("", "#:~:text=x"),
    ("", "/"),
    ("", "="),
    ("", "=="),
    ("", "%3D%3D"),
    ("", "\u{2026}"),
    ("", " Have a look, it is great!"),
    ("", "\nSent from my telephone"),
    ("", "\u{a0}(see rule 3)"),
    ("", " \u{2013} see rule 3"),
    ("", "</a>"),
    ("", "\"}"),
    ("", "|data=05%7C01"),
    ("3D", ""),
    (" \n", "\n "),
    ("", "\0"),
    ("", "\t"),
    ("", "\u{ad}"),
    ("", "'>here</a>"),
    ("", "\u{fe0f}"),
    ("https://lab.example/#/lab?s=", ""),
    ("Look: https://lab.example/#/lab?x=1&s=", " !"),
    ("#/lab?s=3D", "&x=2"),
    ("https://lab.example/#/lab%3Fs%3D", "."),
    ("v", ""),
    ("V", "."),
    ("s=http://lab.example/#/lab?s=", ""),
    ("&lt;https://lab.example/#/lab?s=", "&gt;"),
];

/// What mail programs and chats do inside a link, at one place of it.
const INSIDE: &[&str] = &[
    " ",
    "\n",
    "\r\n",
    "\n> ",
    "\r\n> > ",
    "\n| ",
    "\u{ad}",
    "\u{200b}",
    "\u{2060}",
    "\u{feff}",
    "=\r\n",
    "=\n",
    "= ",
    "%20",
    "%0A",
    "%0D%0A",
    "%C2%AD",
    "\t",
    "\u{a0}",
    "\u{3000}",
    "\u{200d}",
    "\u{2028}",
    "\r",
    "\n    ",
    "%3D%0D%0A",
    "\n>> ",
    "\u{202f}",
    "\u{200e}",
];

/// The same, written as mail programs and web pages write it.
const WRITTEN_INSIDE: &[&str] = &[
    "&nbsp;",
    "&shy;",
    "&#8203;",
    "&amp;#8203;",
    "<wbr>",
    "<br>\n",
    "<br />",
    "&lt;wbr&gt;",
    "=0A",
    "=20\n",
    "=0D=0A",
    "=E2=80=8B",
    "=C2=A0",
];

/// What is written for a hyphen.
const DASHES: &[&str] = &[
    "\u{fe58}",
    "\u{2043}",
    "\u{30fc}",
    "\u{2d7}",
    "\u{58a}",
    "\u{5be}",
    "\u{2012}",
    "\u{2212}",
    "\u{1806}",
    "\u{2796}",
    "=E2=80=93",
    "=E2=80=91",
    "=2D",
    "\u{ff70}",
];

/// What is written for a low line.
const UNDERSCORES: &[&str] = &["\u{203f}", "\u{2cd}", "\u{2017}", "\u{ff3f}", "\u{fe4d}", "=EF=BC=BF", "=E2=80=BF"];

/// So many ways there are of writing a link.
const WAYS: usize = 18 + DASHES.len() + UNDERSCORES.len();

/// What is written for letters of a link by one of the ways in which links are sent.
fn rewritten(link: &str, way: usize) -> String {
    let all = |from: &str, to: &str| link.replace(from, to);
    match way {
        0 => link.replace('-', "+").replace('_', "/"),
        1 => link.replace('-', "%2B").replace('_', "%2F"),
        2 => link.replace('-', "%2D").replace('_', "%5F").replace('.', "%2E"),
        3 => all("_", "\\_"),
        4 => all("_", "=5F"),
        5 => all(".", "=2E"),
        6 => all("-", "\u{2011}"),
        7 => all("--", "\u{2014}"),
        8 => all("--", "\u{2013}"),
        9 => link.bytes().map(|it| format!("%{it:02X}")).collect(),
        10 => link.bytes().map(|it| format!("%25{it:02x}")).collect(),
        11 => link.chars().map(|it| char::from_u32(u32::from(it) + 0xfee0).unwrap()).collect(),
        12 => all(".", "\u{3002}"),
        13 => link.replace('-', " ").replace('_', "/"),
        14 => all("-", "\u{2013}"),
        15 => all("-", "&#45;").replace('_', "&#95;"),
        16 => all("-", "&#x2D;").replace('_', "&lowbar;").replace('.', "&period;"),
        17 => (0..5).fold(all("-", "%2D").replace('_', "%5F"), |it, _| it.replace('%', "%25")),
        18.. if way < 18 + DASHES.len() => all("-", DASHES[way - 18]),
        18.. if way < WAYS => all("_", UNDERSCORES[way - 18 - DASHES.len()]),
        _ => link.to_owned(),
    }
}

#[test]
fn what_stands_around_a_link_does_no_harm() {
    let links = golden_links();
    for (before, behind) in AROUND {
        for (link, shared) in &links {
            let text = format!("{before}{link}{behind}");
            assert_eq!(decode(&text).as_ref(), Ok(shared), "{before:?} {behind:?} around {link:.40}");
        }
    }
}

#[test]
fn what_breaks_a_link_inside_is_mended() {
    for (link, shared) in golden_links() {
        for what in INSIDE.iter().chain(WRITTEN_INSIDE) {
            // Lines of mails are so long.
            let lines: Vec<String> =
                link.as_bytes().chunks(76).map(|it| String::from_utf8(it.to_vec()).unwrap()).collect();
            let text = lines.join(what);
            assert_eq!(decode(&text).as_ref(), Ok(&shared), "{what:?} in {link:.40}");
        }
        for way in 0..WAYS {
            assert_eq!(decode(&rewritten(&link, way)).as_ref(), Ok(&shared), "way {way}: {link:.40}");
        }
    }
}

#[test]
fn the_version_is_known_however_it_is_written() {
    for (link, shared) in golden_links() {
        for version in [
            "1,",
            "1\u{2026}",
            "1\u{2024}",
            "v1.",
            "\u{661}.",
            "\u{967}.",
            "\u{ff11}\u{ff0e}",
            "1\u{2022}",
            "1 .",
            "1..",
            "1:",
            "1=2E",
        ] {
            let text = format!("{version}{}", &link[2..]);
            assert_eq!(decode(&text).as_ref(), Ok(&shared), "{version} {link:.40}");
        }
    }
}

/// As long as a text may be, and full of what has to be looked at: time grows with the length alone.
#[test]
fn long_damage_is_answered_soon() {
    for what in
        ["&", "&#", "&amp;", "<", "<br", "<wbr>", "=", "=E2", "=E2=80", "%25", "s=", "s=v", "v", "1.", "\u{2014}"]
    {
        let text = what.repeat(LINK_CHARS * 4 / what.len());
        let begun = std::time::Instant::now();
        decode(&text).ok();
        decode(&format!("1.{}", &text[what.len()..])).ok();
        assert!(begun.elapsed().as_secs() < 5, "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever of this happens to a link on its way, more than one thing at once: it opens as the same scenario.
    #[test]
    fn damage_on_the_way_changes_nothing(
        which in any::<prop::sample::Index>(),
        way in 0..30usize,
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..5),
        around in any::<prop::sample::Index>(),
        twice in any::<prop::sample::Index>(),
    ) {
        let links = golden_links();
        let (link, shared) = which.get(&links);
        // A blank that was a plus sign, or a dash that may be two, cannot be told from one that broke the link.
        // What breaks the name of a letter leaves no letter.
        let way = if [7, 8, 13, 14].contains(&way) { 0 } else if way > 14 { WAYS } else { way };
        let mut text: Vec<char> = link.chars().collect();
        let whole: String = text.iter().collect();
        text = if way == 9 || way == 10 { whole.chars().collect() } else { rewritten(&whole, way).chars().collect() };
        for (place, what) in &places {
            let mut at = place.index(text.len() + 1);
            // Nothing breaks a line within a letter that is written as a number.
            while at > 0 && text[at.saturating_sub(3)..at].iter().any(|it| *it == '%' || *it == '=' || *it == '\\') {
                at -= 1;
            }
            let what: Vec<char> = what.get(INSIDE).chars().collect();
            text.splice(at..at, what);
        }
        let text: String = text.into_iter().collect();
        let (before, behind) = around.get(AROUND);
        let (_, more) = twice.get(AROUND);
        let text = format!("{before}{text}{behind}{more}");
        let opened = decode(&text);
        prop_assert_eq!(opened.as_ref(), Ok(shared), "{}", text);
    }

    /// What was no link does not become one, and nothing panics.
    #[test]
    fn any_text_is_answered(text in "[ -~]{0,60}|\\PC{0,40}|1\\.[A-Za-z0-9_=%+/ >-]{0,80}") {
        decode(&text).ok();
    }
}

#[test]
fn what_is_wrong_with_a_link_is_named() {
    let too_long = format!("1.{}", "A".repeat(LINK_CHARS));
    let bomb = link(&format!("[1,[{}]]", " ".repeat(INSIDE_BYTES)));
    assert!(bomb.len() < LINK_CHARS, "it gets past the first bound");
    for (text, expected) in [
        ("", LinkError::Empty),
        (" \n", LinkError::Empty),
        ("hello", LinkError::UnknownVersion { found: 'h' }),
        ("信用", LinkError::UnknownVersion { found: '信' }),
        ("0.AAAA", LinkError::UnknownVersion { found: '0' }),
        ("2.AAAA", LinkError::TooNew { found: 2, salvage: None }),
        ("1", LinkError::Damaged { salvage: None }),
        ("1.", LinkError::Damaged { salvage: None }),
        ("1.A", LinkError::Damaged { salvage: None }),
        ("1.???", LinkError::Damaged { salvage: None }),
        ("2", LinkError::UnknownVersion { found: '2' }),
        ("2.", LinkError::UnknownVersion { found: '2' }),
        ("2, please", LinkError::UnknownVersion { found: '2' }),
        ("2026-11-30", LinkError::UnknownVersion { found: '2' }),
        ("3D2.AAAA", LinkError::UnknownVersion { found: '3' }),
        ("%32%2EAAAA", LinkError::TooNew { found: 2, salvage: None }),
        (" \u{200b}\u{feff}", LinkError::Empty),
        (&too_long, LinkError::TooLong { chars: LINK_CHARS + 2, most: LINK_CHARS }),
        (&bomb, LinkError::TooLargeInside { most: INSIDE_BYTES }),
        (&link("[2,[9],null]"), LinkError::TooNew { found: 2, salvage: Some("[2,[9],null]".to_owned()) }),
        (&link("hello"), LinkError::Damaged { salvage: Some("hello".to_owned()) }),
        (&link("{}"), LinkError::Damaged { salvage: Some("{}".to_owned()) }),
        (&link("[1]"), LinkError::Damaged { salvage: Some("[1]".to_owned()) }),
        (&link("[1,{}]"), LinkError::Damaged { salvage: Some("[1,{}]".to_owned()) }),
    ] {
        assert_eq!(decode(text).unwrap_err(), expected, "{text:.100}");
    }
}

#[test]
fn what_is_wrong_inside_is_named_with_its_place() {
    let place = |inside: serde_json::Value| match decode(&link(&inside.to_string())).unwrap_err() {
        LinkError::NotAScenario { diagnostic, salvage: Some(_) }
        | LinkError::Patch { diagnostic, salvage: Some(_) } => (diagnostic.path.0, diagnostic.code.id()),
        other => panic!("{inside}: {other:?}"),
    };
    let at = |path: &str, code| (path.to_owned(), code);
    assert_eq!(place(json!([1, [1]])), at("", "wrong-shape"));
    assert_eq!(place(json!([1, [9, "A title"]])), at("version", "too-new"));
    assert_eq!(place(json!([1, [1, "A title", null, 99]])), at("mechanism", "wrong-shape"));
    assert_eq!(place(json!([1, vec![0; 17]])), at("references", "wrong-shape"));
    assert_eq!(place(json!([1, vec![(); 18]])), at("", "wrong-shape"));
    let kinds = json!([1, [1, "t", null, 0, 0, null, "2021-01-01", "2021-01-01", null, null, [201]]]);
    assert_eq!(place(kinds), at("kinds", "too-many"));
    let blank = json!(["blank", 1]);
    assert_eq!(place(json!([1, { "99": [] }, blank])), at("99", "wrong-shape"));
    assert_eq!(place(json!([1, { "1": [] }, blank])), at("", "wrong-shape"));
    assert_eq!(place(json!([1, { "13": { "999": [] } }, blank])), at("events/999", "unknown"));
    assert_eq!(place(json!([1, { "13": [{}, [0, 999]] }, blank])), at("events", "unknown"));
    assert_eq!(place(json!([1, { "13": [{}, vec![0; 30_000]] }, blank])), at("events", "too-many"));
}

#[test]
fn a_preset_that_is_not_there_is_named() {
    let text = r#"[1,{"1":["New"]},["gone",3]]"#;
    let expected = LinkError::UnknownPreset { id: "gone".to_owned(), revision: 3, salvage: Some(text.to_owned()) };
    assert_eq!(decode(&link(text)).unwrap_err(), expected);
    // A whole document needs no preset.
    let mut whole = shared(find("blank", 1).unwrap().scenario().unwrap());
    whole.base = Some(Base { id: "gone".to_owned(), revision: 3 });
    assert_eq!(decode(&encode(&whole)).unwrap(), whole);
}

#[test]
fn what_stands_before_the_damage_is_saved() {
    let scenario = find("rongcheng-rules", 1).unwrap().scenario().unwrap();
    let link = encode(&shared(scenario.clone()));
    let saved = |chars: usize| match decode(&link[..chars]).unwrap_err() {
        LinkError::Damaged { salvage: Some(salvage) } => salvage,
        other => panic!("{other:?}"),
    };
    let most = read(&saved(link.len() - 40)).unwrap();
    assert_eq!(most.rulebook, scenario.rulebook);
    assert_eq!(most.cast, scenario.cast);
    assert!(most.events.is_empty(), "events of which a part is missing would tell another story");
    let half = read(&saved(link.len() / 2)).unwrap();
    assert_eq!((half.title, half.references), (scenario.title, scenario.references));
    assert!(half.rulebook.rules.is_empty());
    let little = saved(150);
    assert!(read(&little).is_err() && inside(&link).starts_with(&little), "{little}");
}

#[test]
fn a_document_that_is_no_scenario_is_saved_as_a_document() {
    let scenario = find("blank", 1).unwrap().scenario().unwrap();
    let good = inside(&encode(&shared(scenario)));
    let bad = good.replacen(r#"[1,[1,""#, r#"[1,[1,7,""#, 1);
    let error = decode(&link(&bad)).unwrap_err();
    assert!(matches!(&error, LinkError::NotAScenario { diagnostic, .. } if diagnostic.code.id() == "wrong-shape"));
    let saved: serde_json::Value = serde_json::from_str(error.salvage().unwrap()).unwrap();
    assert!(saved.get("title").is_some() || saved.is_array(), "{saved}");
}

#[test]
fn counts_inside_lists_of_lists_are_bounded_too() {
    // 12 fields with 24 choices each for every kind, as often as the text allows.
    let choices = vec![json!([24, ["c1"]]); 12];
    let kind = json!(["k", "l", "s", null, null, [12, ["f1"], ["l"], null, choices]]);
    let run: Vec<_> = std::iter::once(json!(0)).chain(vec![kind; 600]).collect();
    let error = decode(&link(&json!([1, { "10": [{}, run] }, ["blank", 1]]).to_string())).unwrap_err();
    assert!(
        matches!(&error, LinkError::Patch { diagnostic, .. } if matches!(diagnostic.code, Code::TooMany { .. })),
        "{error:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn whatever_was_edited_comes_back(base in preset(), these in edits(16), which in 0..ALL.len()) {
        let scenario = edited(base, &these);
        let alone = shared(scenario.clone());
        prop_assert_eq!(&decode(&encode(&alone)).unwrap(), &alone);
        let based = of_preset(&ALL[which], scenario);
        prop_assert_eq!(&decode(&encode(&based)).unwrap(), &based);
    }

    #[test]
    fn any_scenario_comes_back(seed: u64, size in 0..60_u32) {
        let shared = shared(scenario(seed, size));
        prop_assert_eq!(&decode(&encode(&shared)).unwrap(), &shared);
    }

    #[test]
    fn a_few_edits_come_back(which in 0..ALL.len(), these in edits(6)) {
        let scenario = edited(ALL[which].scenario().unwrap(), &these);
        let shared = of_preset(&ALL[which], scenario);
        let link = encode(&shared);
        prop_assert_eq!(&decode(&link).unwrap(), &shared);
        prop_assert_eq!(encode(&decode(&link).unwrap()), link);
    }

    #[test]
    fn any_text_is_refused_or_read(text in any::<String>()) {
        drop(decode(&text));
        drop(decode(&format!("1.{text}")));
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        drop(decode(&format!("1.{}", BASE64_URL_SAFE_NO_PAD.encode(&bytes))));
        drop(decode(&link(&String::from_utf8_lossy(&bytes))));
    }

    #[test]
    fn changed_links_are_refused_or_read(
        which in 0..ALL.len(), these in edits(4), whole: bool, at in any::<usize>(), with in 0x20_u8..0x7f, cut: bool,
    ) {
        let scenario = edited(ALL[which].scenario().unwrap(), &these);
        let mut text = encode(&if whole { shared(scenario) } else { of_preset(&ALL[which], scenario) }).into_bytes();
        let at = at % text.len();
        if cut { text.truncate(at) } else { text[at] = with }
        drop(decode(&String::from_utf8(text).unwrap()));
    }

    #[test]
    fn changed_insides_are_refused_or_read(
        which in 0..ALL.len(), these in edits(4), whole: bool,
        changes in proptest::collection::vec((any::<usize>(), "[0-9]|\\[|\\]|,|\\{|\\}|null|-|\"|[a-z]"), 1..4),
    ) {
        let scenario = edited(ALL[which].scenario().unwrap(), &these);
        let mut text = inside(&encode(&if whole { shared(scenario) } else { of_preset(&ALL[which], scenario) }));
        for (at, with) in changes {
            let at = at % text.len();
            if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
                text.replace_range(at..=at, &with);
            }
        }
        if let Ok(it) = decode(&link(&text)) {
            drop(lower(&it.scenario));
            prop_assert_eq!(decode(&encode(&it)).unwrap(), it);
        }
    }
}
