//! Files: in which letters they are written, and what they are if they are no scenario at all.

use serde_json::Value;

use super::bounds::DOCUMENT_BYTES;
use super::diagnostic::{Code, Diagnostic, Path};
use super::doc::Scenario;
use super::read::read;

/// What a file or a text is instead of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Nothing is in it.
    Empty,
    /// Text, but neither in UTF-8 nor in UTF-16.
    OtherLetters,
    /// A file of a word processor, a spreadsheet or an archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A page of the web.
    WebPage,
    /// A link, perhaps of this lab.
    Link,
    /// JSON between the marks with which chats and notes fence code.
    Fence,
    /// JSON whose quotes were made curly on the way.
    CurlyQuotes,
    /// Names and values in YAML.
    Yaml,
    /// A list with one scenario in it.
    ListOfOne,
    /// Not text but an object of a program, which has to be made text first.
    Object,
    /// Neither text nor an object of a program.
    NotText,
    /// A table with separators.
    Table,
    /// A report of [`crate::report`].
    Report,
    /// The JSON Schema of scenarios.
    Schema,
}

/// How many bytes or letters are looked at to tell what something is.
const GLANCE: usize = 4_000;

/// Quotes that programs for writing make of straight ones.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '″', '«', '»', '＂'];

/// Reads a document of any version from the bytes of a file: UTF-8 or UTF-16, with marks of the byte order or without.
///
/// # Errors
///
/// What is wrong with its letters or its shape, and where.
pub fn read_file(bytes: &[u8]) -> Result<Scenario, Diagnostic> {
    read(&text_of(bytes)?)
}

/// The text in a file.
///
/// # Errors
///
/// If it is too large, or holds something else than text in Unicode.
pub fn text_of(bytes: &[u8]) -> Result<String, Diagnostic> {
    if bytes.len() > DOCUMENT_BYTES {
        return Err(Diagnostic { code: Code::TooLarge { bytes: bytes.len() }, path: Path::root() });
    }
    match sort_of_file(bytes) {
        Some(what) => Err(what.refused()),
        None => decoded(bytes).ok_or_else(|| Foreign::OtherLetters.refused()),
    }
}

impl Foreign {
    /// The diagnostic that says so.
    pub fn refused(self) -> Diagnostic {
        Diagnostic { code: Code::NotAScenario { what: self }, path: Path::root() }
    }
}

/// The sort of a file that does not hold text.
fn sort_of_file(bytes: &[u8]) -> Option<Foreign> {
    let signs: [(&[u8], Foreign); 11] = [
        (b"PK\x03\x04", Foreign::Archive),
        (b"\x1f\x8b", Foreign::Archive),
        (b"Rar!", Foreign::Archive),
        (b"7z\xbc\xaf", Foreign::Archive),
        (b"\xd0\xcf\x11\xe0", Foreign::Archive),
        (b"{\\rtf", Foreign::Archive),
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Picture),
        (b"\xff\xd8\xff", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"RIFF", Foreign::Picture),
    ];
    signs.into_iter().find(|it| bytes.starts_with(it.0)).map(|it| it.1)
}

/// The text of a file; `None` if it is in other letters than UTF-8 and UTF-16.
fn decoded(bytes: &[u8]) -> Option<String> {
    let low_first = |unit: &[u8]| u16::from_le_bytes([unit[0], unit[1]]);
    let high_first = |unit: &[u8]| u16::from_be_bytes([unit[0], unit[1]]);
    let wide = |bytes: &[u8], unit: fn(&[u8]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(unit).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, low_first),
        [0xfe, 0xff, rest @ ..] => wide(rest, high_first),
        // A document begins with ASCII, so every other byte is zero even where no mark says it.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => wide(bytes, low_first),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => wide(bytes, high_first),
        // Some programs fill a file up with zeros behind its text.
        _ => {
            let text = std::str::from_utf8(bytes).ok()?.trim_end_matches('\0');
            Some(text).filter(|it| !it.contains('\0') && (bytes.is_empty() || !it.is_empty())).map(str::to_owned)
        }
    }
}

/// What a text is that is no JSON, if that can be told.
pub(super) fn sort_of_text(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    let mut glance = text.get(..GLANCE.min(text.len())).unwrap_or_default();
    if glance.is_empty() {
        // Cut inside a letter.
        glance = text.char_indices().nth(GLANCE / 4).map_or(text, |it| &text[..it.0]);
    }
    let begins = |with: &str| glance.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
    let first_line = glance.lines().next().unwrap_or_default();
    let is_bracket = glance.starts_with(['{', '[']);
    let is_link = ["http://", "https://", "file://", "[InternetShortcut]", "#/"].into_iter().any(begins)
        || (!is_bracket && first_line.contains("#/lab?"));
    let separators = [',', ';', '\t'];
    if glance.is_empty() {
        Some(Foreign::Empty)
    } else if glance.starts_with('<') || begins("MIME-Version:") {
        Some(Foreign::WebPage)
    } else if is_link {
        Some(Foreign::Link)
    } else if glance.starts_with("```") || glance.starts_with("~~~") || (!is_bracket && glance.contains("```")) {
        Some(Foreign::Fence)
    } else if is_bracket {
        let opens = glance[1..].trim_start_matches(|it: char| it.is_whitespace() || it == '{');
        opens.starts_with(CURLY).then_some(Foreign::CurlyQuotes)
    } else {
        let columns = |line: &str, by: char| line.matches(by).count();
        let lines: Vec<&str> = glance.lines().filter(|it| !it.trim().is_empty()).take(3).collect();
        // Two columns are a table only if each line has just these: prose and torn JSON have commas too.
        let is_table = |by: char| {
            let two = |it: &&str| columns(it, by) == 1 && !it.trim_end().ends_with(by) && !it.contains("\":");
            lines.len() > 1 && (lines.iter().all(|it| columns(it, by) >= 2) || lines.iter().all(two))
        };
        let is_yaml = lines.iter().find(|it| !it.starts_with(['#', '%'])).is_some_and(|it| is_yaml(it));
        match is_yaml {
            true => Some(Foreign::Yaml),
            false => separators.into_iter().any(is_table).then_some(Foreign::Table),
        }
    }
}

/// Whether a line is one of YAML: the mark of its beginning, or a bare name and a colon.
fn is_yaml(line: &str) -> bool {
    let is_name = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "_-".contains(it));
    let is_pair = |(name, value): (&str, &str)| is_name(name) && (value.is_empty() || value.starts_with(' '));
    line.trim_end() == "---" || line.trim_start_matches("- ").split_once(':').is_some_and(is_pair)
}

/// Whether a curly quote stands at a place, line and byte counted from 1: where JSON has a straight one.
pub(super) fn is_curly_at(text: &str, line: usize, column: usize) -> bool {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    line.get(column.saturating_sub(1)..).is_some_and(|it| it.starts_with(CURLY))
}

/// What a JSON document is that is no scenario, if that can be told.
pub(super) fn sort_of_value(value: &Value) -> Option<Foreign> {
    let has = |name: &str| value.get(name).is_some();
    if value.get("format").and_then(Value::as_str).is_some_and(|it| it.starts_with("social-credit-lab/")) {
        Some(Foreign::Report)
    } else if has("$schema") && has("properties") && !has("rulebook") {
        Some(Foreign::Schema)
    } else if value.as_array().is_some_and(|it| matches!(&it[..], [one] if one.get("rulebook").is_some())) {
        Some(Foreign::ListOfOne)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn a_file_may_be_in_any_unicode() {
        let text = presets::latest("blank").unwrap().json.replace("Robin Vale", "Jörg 李");
        let wanted = read(&text).unwrap();
        let marked = format!("\u{feff}{text}");
        let files = [
            text.clone().into_bytes(),
            marked.clone().into_bytes(),
            format!("\u{feff}\n\u{feff}{text}").into_bytes(),
            wide(&marked, u16::to_le_bytes),
            wide(&marked, u16::to_be_bytes),
            wide(&text, u16::to_le_bytes),
            wide(&text, u16::to_be_bytes),
        ];
        for file in files {
            assert_eq!(read_file(&file).as_ref(), Ok(&wanted), "{:?}", &file[..8]);
        }
    }

    #[test]
    fn other_letters_are_told_and_never_shown() {
        let latin1: Vec<u8> = presets::latest("blank").unwrap().json.replace("Robin", "J#rg").bytes().collect();
        let with = |byte: u8| latin1.iter().map(|it| if *it == b'#' { byte } else { *it }).collect::<Vec<u8>>();
        // ö in Latin-1, in the letters of old Macs and of DOS; the Japanese of Shift-JIS and of EUC.
        let mut files: Vec<Vec<u8>> = vec![with(0xf6), with(0x9a), with(0x94)];
        files.extend([b"{ \"title\": \"\x83e\x83X\x83g\" }".to_vec(), b"{ \"title\": \"\xa5\xc6\xa5\xb9\" }".to_vec()]);
        // UTF-16 that was cut, and zeros.
        files.extend([vec![0xff, 0xfe, 0x00, 0xd8], vec![0; 40]]);
        for file in files {
            assert_eq!(read_file(&file), Err(Foreign::OtherLetters.refused()));
        }
    }

    #[test]
    fn what_is_no_scenario_is_named() {
        let json = presets::latest("blank").unwrap().json;
        let curly = json.replace('"', "”");
        let cases: [(&str, Foreign); 25] = [
            ("", Foreign::Empty),
            (" \r\n\t", Foreign::Empty),
            ("\u{feff}", Foreign::Empty),
            ("<!DOCTYPE html><html></html>", Foreign::WebPage),
            ("\n<html>", Foreign::WebPage),
            ("https://example.org/#/lab?s=1.AAAA", Foreign::Link),
            ("[InternetShortcut]\nURL=https://example.org", Foreign::Link),
            ("Look at this: http://example.org/#/lab?preset=blank", Foreign::Link),
            (&format!("```json\n{json}\n```"), Foreign::Fence),
            (&format!("Here is your scenario:\n```\n{json}\n```"), Foreign::Fence),
            (&curly, Foreign::CurlyQuotes),
            ("{ “version”: 1 }", Foreign::CurlyQuotes),
            ("{„version“: 1}", Foreign::CurlyQuotes),
            ("name,day,points\nMei,2021-03-02,-20\nDora,2021-03-03,5\n", Foreign::Table),
            ("name;day;points\r\nMei;2021-03-02;-20\r\n", Foreign::Table),
            ("name\tday\tpoints\nMei\t2021-03-02\t-20", Foreign::Table),
            ("a;b\n1;2", Foreign::Table),
            ("a,b\r\n1,2\r\n3,4\r\n", Foreign::Table),
            ("version: 1\ntitle: Mine\n", Foreign::Yaml),
            ("# mine\ncast:\n  - id: mei\n", Foreign::Yaml),
            ("---\ntitle: Mine\n", Foreign::Yaml),
            ("- id: mei\n  name: Mei", Foreign::Yaml),
            (&format!("[ {json} ]"), Foreign::ListOfOne),
            ("{ \"format\": \"social-credit-lab/report\", \"ok\": true }", Foreign::Report),
            (include_str!("../../public/scenario.schema.json"), Foreign::Schema),
        ];
        for (text, what) in cases {
            assert_eq!(read_file(text.as_bytes()), Err(what.refused()), "{text:.60}");
        }
        for (bytes, what) in [
            (b"PK\x03\x04..".as_slice(), Foreign::Archive),
            (b"{\\rtf1", Foreign::Archive),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"\x89PNG\r\n", Foreign::Picture),
        ] {
            assert_eq!(read_file(bytes), Err(what.refused()));
        }
    }

    #[test]
    fn zeros_behind_the_text_are_no_part_of_it() {
        let text = presets::latest("blank").unwrap().json;
        for zeros in [1, 2, 512] {
            let file = format!("{text}{}", "\0".repeat(zeros));
            assert_eq!(read_file(file.as_bytes()), read(text));
        }
    }

    #[test]
    fn torn_json_and_prose_are_no_tables() {
        for text in ["\"version\": 1,\n\"title\": 2,\n", "\"a\": [1, 2]\n\"b\": [1, 2]", "Dear all,\nhere it is,\n"] {
            assert!(matches!(read(text).unwrap_err().code, Code::NotJson { .. }), "{text}");
        }
    }

    #[test]
    fn curly_quotes_inside_texts_are_no_fault() {
        let text = presets::latest("blank").unwrap().json.replace("A blank", "A “blank”: “new”");
        assert!(read(&text).is_ok());
        let mixed = text.replace("\"score\"", "“score”");
        assert_eq!(read(&mixed), Err(Foreign::CurlyQuotes.refused()));
        // With another fault, that one is told.
        let broken = text.replacen(',', "", 1);
        assert!(matches!(read(&broken).unwrap_err().code, Code::NotJson { .. }));
    }
}
