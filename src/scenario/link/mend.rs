//! What mail programs, chats and people do to an address or a link on its way, undone.
//!
//! A link consists of letters, digits, `-`, `_` and one full stop, and what it holds says itself where it ends. So nearly
//! everything else can be taken out of it, whatever stands behind it does no harm, and only a few damages can be read
//! in two ways.

use super::{CODEC, LINK_CHARS, LinkError, MARK};

/// So often percent signs may have been written as percent signs.
const ROUNDS: usize = 3;
/// What is longer than so many times the longest link is not looked at.
const AROUND: usize = 4;

/// A text from an address in plain letters: percent signs and `&amp;` undone, wide letters made narrow, and without
/// letters that cannot be seen.
pub fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        match percent_undone(&text) {
            Some(undone) => text = undone,
            None => break,
        }
    }
    let text: String = text.chars().filter(|it| !is_unseen(*it)).map(narrow).collect();
    ampersands_undone(&text)
}

/// An ampersand that was written as its name or number, however often over, as one. Each letter is looked at once.
fn ampersands_undone(text: &str) -> String {
    let mut undone = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        undone.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        while let Some(behind) = ["amp;", "AMP;", "#38;", "#x26;"].iter().find_map(|it| rest.strip_prefix(it)) {
            rest = behind;
        }
    }
    undone + rest
}

/// The ways to read a text as what follows the version in a link, the likeliest first. There is at least one.
///
/// # Errors
///
/// If there is nothing, if it is too long, or if it does not begin with the version of this codec.
pub(super) fn readings(text: &str) -> Result<Vec<String>, LinkError> {
    if text.len() > LINK_CHARS * AROUND {
        return Err(LinkError::TooLong { chars: text.len(), most: LINK_CHARS });
    }
    let text = plain(text);
    let body = behind_version(link_in(&text))?;
    let mut all = vec![body_read(body, Reading::LIKELIEST)];
    let chars = all[0].len() + CODEC.len_utf8() + MARK.len_utf8();
    if chars > LINK_CHARS {
        return Err(LinkError::TooLong { chars, most: LINK_CHARS });
    }
    for other in Reading::OTHERS {
        let other = body_read(body, other);
        if !all.contains(&other) {
            all.push(other);
        }
    }
    Ok(all)
}

/// Where the link begins in a text that may hold more.
fn link_in(text: &str) -> &str {
    let opening = |it: char| is_noise(it) || "()[]{}\"'`*_~.,;:!?“”„«»‹›‘’「『【（".contains(it);
    // An equals sign that a mail program wrote as its number.
    let numbered =
        |text: &'_ str| text.strip_prefix("3D").is_some_and(|it| it.trim_start_matches(is_noise).starts_with(CODEC));
    let begin = |text: &'_ str| {
        let from = text.trim_start_matches(opening);
        let from = if numbered(from) { from[2..].trim_start_matches(is_noise) } else { from };
        text.len() - from.len()
    };
    let text = &text[begin(text)..];
    if text.starts_with(|it: char| it.is_ascii_digit()) {
        return text;
    }
    let value = |at: usize| text.get(at + 1..)?.strip_prefix('=');
    let values = text.match_indices(['s', 'S']).filter_map(|it| value(it.0));
    values.map(|it| &it[begin(it)..]).find(|it| it.starts_with(CODEC)).unwrap_or(text)
}

/// What follows the version.
fn behind_version(text: &str) -> Result<&str, LinkError> {
    let Some(found) = text.chars().next() else { return Err(LinkError::Empty) };
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let (version, mut rest) = text.split_at(digits);
    let rest = loop {
        match rest.strip_prefix("=2E").or_else(|| rest.strip_prefix([MARK, '。', '｡', '·'])) {
            Some(body) => break Some(body),
            None => match rest.strip_prefix(is_noise) {
                Some(further) => rest = further,
                None => break None,
            },
        }
    };
    let holds = |rest: &str| rest.chars().next().is_some_and(|it| letter(it).is_some());
    match (version.parse::<u64>(), rest) {
        (Ok(1), Some(rest)) => Ok(rest),
        (Ok(1), None) => Err(LinkError::Damaged { salvage: None }),
        // Only what looks like a link in all else: a text that is none has nothing to do with newer ones.
        (Ok(found), Some(rest)) if found > 1 && holds(rest) => Err(LinkError::TooNew { found, salvage: None }),
        _ => Err(LinkError::UnknownVersion { found }),
    }
}

/// Lines that were broken, the marks of quoted ones, and a stroke before a letter that means something else.
fn is_noise(it: char) -> bool {
    it.is_whitespace() || "=><|\\".contains(it)
}

/// How to read what can be read in two ways.
#[derive(Clone, Copy)]
struct Reading {
    /// A long dash: two short ones that a program has joined, or one.
    two_dashes: bool,
    /// A plus sign: a letter of the other alphabet, or a blank that a form has written so.
    plus_is_letter: bool,
    /// A blank: nothing, or a plus sign that a form has read so.
    blank_is_plus: bool,
    /// An equals sign before two digits: the number of a letter, or the end of a line.
    numbers: bool,
}

impl Reading {
    const LIKELIEST: Self = Self { two_dashes: true, plus_is_letter: true, blank_is_plus: false, numbers: true };
    const OTHERS: [Self; 4] = [
        Self { two_dashes: false, ..Self::LIKELIEST },
        Self { blank_is_plus: true, ..Self::LIKELIEST },
        Self { plus_is_letter: false, ..Self::LIKELIEST },
        Self { numbers: false, ..Self::LIKELIEST },
    ];
}

/// The letters of a link, up to the first thing that is none and that nothing puts into links.
fn body_read(text: &str, how: Reading) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match next {
            '+' if !how.plus_is_letter => {}
            ' ' if how.blank_is_plus => read.push('-'),
            '–' | '—' | '―' => read.push_str(if how.two_dashes { "--" } else { "-" }),
            '=' => {
                let number = rest.get(..2).filter(|_| how.numbers).and_then(numbered);
                if let Some(letter) = number {
                    rest = &rest[2..];
                    read.extend(letter);
                }
            }
            _ if is_noise(next) => {}
            _ => match letter(next) {
                Some(it) => read.push(it),
                None => break,
            },
        }
    }
    read
}

/// The letter of a link that a character stands for.
fn letter(it: char) -> Option<char> {
    match it {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => Some(it),
        '+' | '‐' | '‑' | '‒' | '−' | '﹣' => Some('-'),
        '/' => Some('_'),
        _ => None,
    }
}

/// What a mail program wrote as a number behind an equals sign; such a sign itself is nothing.
fn numbered(number: &str) -> Option<Option<char>> {
    match number {
        "3D" => Some(None),
        "2D" => Some(Some('-')),
        "5F" => Some(Some('_')),
        "2B" => Some(Some('-')),
        "2F" => Some(Some('_')),
        _ => None,
    }
}

/// Percent signs with two digits undone; `None` if there are none.
fn percent_undone(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut undone = Vec::with_capacity(bytes.len());
    let (mut at, mut any) = (0, false);
    while let Some(&byte) = bytes.get(at) {
        let number = || text.get(at + 1..at + 3).filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        match number().filter(|_| byte == b'%').and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(written) => {
                any = true;
                undone.push(written);
                at += 3;
            }
            None => {
                undone.push(byte);
                at += 1;
            }
        }
    }
    any.then(|| String::from_utf8_lossy(&undone).into_owned())
}

/// Whether a character cannot be seen and does not divide words either.
fn is_unseen(it: char) -> bool {
    let is_control = it.is_control() && !it.is_whitespace();
    is_control
        || matches!(it, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A wide letter as East Asian keyboards write it, made narrow.
fn narrow(it: char) -> char {
    match it {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => it,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ampersands_are_undone_in_one_pass() {
        for (text, expected) in [
            ("?x=1&amp;s=2", "?x=1&s=2"),
            ("&amp;amp;AMP;#38;#x26;s", "&s"),
            ("&amp", "&amp"),
            ("&&amp;&", "&&&"),
            ("", ""),
        ] {
            assert_eq!(ampersands_undone(text), expected, "{text}");
        }
        assert_eq!(ampersands_undone(&format!("&{}s", "amp;".repeat(200_000))), "&s");
    }
}
