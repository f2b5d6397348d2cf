//! Text from outside as it may stand on a page: nothing in it turns other text round or hides in it, and a name in a
//! right-to-left script keeps its own order inside a sentence.
//!
//! A text in memory is [`settled`]: cleaned, and set apart with isolates if it has right-to-left letters, so that every
//! sentence, title, label and table that quotes it is in order without knowing of it. Files and links hold it [`clean`].
//! Letters are not normalised: texts are shown and never matched, and ids are ASCII.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// Begins a stretch with a direction of its own.
const ISOLATE: char = '\u{2068}';
/// Ends it.
const ISOLATE_END: char = '\u{2069}';
/// Marks above and below one letter: more than any script needs cover the lines around.
const MARKS: usize = 6;

/// A text without control characters, direction controls and other characters that nobody sees.
///
/// Line breaks stay; the joiners that scripts and emoji need, too. Other breaks and tabs become spaces. A text in which
/// nothing can be seen is empty.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_plain = |it: char| it == '\n' || (' '..='~').contains(&it);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut res = String::with_capacity(text.len());
    let (mut marks, mut in_flag) = (0, false);
    let mut letters = text.chars().peekable();
    while let Some(it) = letters.next() {
        // The letters of a flag such as Scotland's stand behind a black flag and nowhere else.
        in_flag = it == '\u{1f3f4}' || (in_flag && is_tag(it));
        marks = if is_mark(it) { marks + 1 } else { 0 };
        match it {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => res.push('\n'),
            '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => res.push(' '),
            _ if is_tag(it) && in_flag => res.push(it),
            _ if is_hidden(it) || marks > MARKS => {}
            _ => res.push(it),
        }
    }
    if !res.chars().any(is_seen) {
        res.clear();
    }
    if res == text { Cow::Borrowed(text) } else { Cow::Owned(res) }
}

/// A clean text, set apart if it has right-to-left letters.
pub fn settled(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    if text.chars().any(is_right_to_left) { format!("{ISOLATE}{text}{ISOLATE_END}").into() } else { text }
}

/// Reads a text that was kept, and settles it.
///
/// # Errors
///
/// If it is no text.
pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text: String = serde::Deserialize::deserialize(from)?;
    Ok(settled(&text).into_owned())
}

/// How many characters a reader sees of a settled text, spaces included.
pub(super) fn length(text: &str) -> usize {
    text.chars().filter(|it| !is_isolate(*it)).count()
}

const fn is_isolate(it: char) -> bool {
    matches!(it, ISOLATE | ISOLATE_END)
}

/// Settles all texts of a document; addresses of sources are only cleaned.
pub fn settle_all(value: &mut Value) {
    settle_in("", value);
}

/// A written document without what only sets its texts apart in memory.
pub(super) fn without_isolates(mut text: String) -> String {
    if text.contains(is_isolate) {
        text.retain(|it| !is_isolate(it));
    }
    text
}

fn settle_in(name: &str, value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(changed) = if name == "url" { clean(text) } else { settled(text) } {
                *text = changed;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|it| settle_in(name, it)),
        Value::Object(record) => {
            if record.keys().any(|it| matches!(clean(it), Cow::Owned(_))) {
                let old = std::mem::take(record);
                *record = old.into_iter().map(|(key, it)| (clean(&key).into_owned(), it)).collect::<Map<_, _>>();
            }
            record.iter_mut().for_each(|(key, it)| settle_in(key, it));
        }
        _ => {}
    }
}

/// Characters of a text that nobody sees and that may change how the rest of it reads. Visible signs among the format
/// characters, and the two joiners, are not among them.
const fn is_hidden(it: char) -> bool {
    matches!(it,
        '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
        || it as u32 & 0xfffe == 0xfffe
        || matches!(it, '\u{fdd0}'..='\u{fdef}')
}

const fn is_tag(it: char) -> bool {
    matches!(it, '\u{e0020}'..='\u{e007f}')
}

const fn is_mark(it: char) -> bool {
    matches!(it,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_seen(it: char) -> bool {
    let joins = matches!(it, '\u{200c}' | '\u{200d}' | '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{fe00}'..='\u{fe0f}');
    !(it.is_whitespace() || joins || is_mark(it) || matches!(it, '\u{e0100}'..='\u{e01ef}'))
}

const fn is_right_to_left(it: char) -> bool {
    matches!(it,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_text_round_or_hides_in_it_goes() {
        for (text, expected) in [
            ("Mei \u{202e}50", "Mei 50"),
            ("a\u{2066}b\u{2069}c\u{200f}d\u{61c}e", "abcde"),
            ("zero\u{200b}width\u{feff}\u{2060}\u{ad}", "zerowidth"),
            ("bell\u{7}\u{0}\u{1b}[31m\u{9b}", "bell[31m"),
            ("one\r\ntwo\rthree\u{2028}four\tfive", "one\ntwo\nthree four five"),
            ("\u{200d}\u{3164} \u{fe0f}", ""),
            (
                "A\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}B",
                "A\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}B",
            ),
            ("hidden \u{e0041}\u{e0042}", "hidden "),
            ("\u{ffff}\u{fdd0}x", "x"),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_scripts_and_emoji_need_stays() {
        let scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
        for text in
            ["Zoë", "美玲", "می\u{200c}خواهم", "क्\u{200d}ष", "👩\u{200d}🔧", "❤\u{fe0f}", "Việt", scotland, "", "a\nb"]
        {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn names_in_other_directions_are_set_apart_once() {
        assert_eq!(settled("Mei"), "Mei");
        assert_eq!(settled("שרה"), "\u{2068}שרה\u{2069}");
        assert_eq!(settled(&settled("ليلى 5")), settled("ليلى 5"));
        assert_eq!(clean(&settled("שרה")), "שרה");
    }
}
