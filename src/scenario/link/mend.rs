//! What mail programs, chats and people do to an address or a link on its way, undone.
//!
//! A link consists of letters, digits, `-`, `_` and one full stop, and what it holds says itself where it ends. So nearly
//! everything else can be taken out of it, whatever stands behind it does no harm, and only a few damages can be read
//! in two ways.

use super::{CODEC, LINK_CHARS, LinkError, MARK};
use crate::scenario::typed::digit;

/// So often percent signs may have been written as percent signs.
const ROUNDS: usize = 8;
/// What is longer than so many times the longest link is not looked at.
const AROUND: usize = 4;

/// The longest name or number of a letter in HTML that is looked for, with its semicolon.
const ENTITY_CHARS: usize = 16;
/// The longest tag of HTML that is looked for.
const TAG_CHARS: usize = 40;
/// A link that stands alone is known by so many letters behind its version.
const ALONE_CHARS: usize = 8;

/// A text from an address in plain letters: percent signs and the names and numbers of HTML undone, wide letters made
/// narrow, digits of all scripts as ours, and without letters that cannot be seen. It takes time in proportion to the
/// text.
pub fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        match percent_undone(&text) {
            Some(undone) => text = undone,
            None => break,
        }
    }
    let text: String = text.chars().filter(|it| !is_unseen(*it)).map(narrow).collect();
    without_breaks(&entities_undone(&text))
}

/// Whether a text, already plain, begins with a link that needs no name before it.
pub fn begins_with_link(text: &str) -> bool {
    let begun = behind_version(without_v(text));
    begun.is_ok_and(|it| {
        it.chars().filter(|it| !is_noise(*it)).take(ALONE_CHARS).filter_map(letter).count() == ALONE_CHARS
    })
}

/// Letters that were written as their names or numbers in HTML, however often over. Each letter is looked at once.
fn entities_undone(text: &str) -> String {
    let mut undone = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        undone.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        loop {
            match entity(rest) {
                Some(('&', behind)) => rest = behind,
                Some((it, behind)) => {
                    undone.extend(Some(narrow(it)).filter(|_| !is_unseen(it)));
                    rest = behind;
                    break;
                }
                None => {
                    undone.push('&');
                    break;
                }
            }
        }
    }
    undone + rest
}

/// The letter whose name or number begins a text from behind the ampersand, and what stands behind it.
fn entity(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(ENTITY_CHARS).position(|it| it == b';')?;
    let (name, behind) = (text.get(..end)?.to_ascii_lowercase(), text.get(end + 1..)?);
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let number =
                number.strip_prefix('x').map_or_else(|| number.parse().ok(), |it| u32::from_str_radix(it, 16).ok());
            char::from_u32(number?)?
        }
        None => ENTITIES.iter().find(|it| it.0 == name)?.1,
    };
    Some((letter, behind))
}

/// The names of letters that stand in addresses, or that programs put there, in small letters.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("equals", '='),
    ("quest", '?'),
    ("num", '#'),
    ("sol", '/'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semi", ';'),
    ("excl", '!'),
    ("percnt", '%'),
    ("plus", '+'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("lpar", '('),
    ("rpar", ')'),
    ("lowbar", '_'),
    ("underbar", '_'),
    ("hyphen", '‐'),
    ("dash", '‐'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("horbar", '―'),
    ("minus", '−'),
    ("hybull", '⁃'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("nbsp", '\u{a0}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("tab", '\t'),
    ("newline", '\n'),
    ("shy", '\u{ad}'),
    ("zerowidthspace", '\u{200b}'),
    ("nobreak", '\u{2060}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
];

/// A text without the tags that only break its lines.
fn without_breaks(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        whole.push_str(&rest[..at]);
        rest = &rest[at..];
        match behind_break(rest) {
            Some(behind) => rest = behind,
            None => {
                whole.push('<');
                rest = &rest[1..];
            }
        }
    }
    whole + rest
}

/// What stands behind a tag that breaks a line, if a text begins with one.
fn behind_break(text: &str) -> Option<&str> {
    let end = text.bytes().take(TAG_CHARS).position(|it| it == b'>')?;
    let inside = text.get(1..end)?.trim_start_matches('/');
    let name = inside.split(|it: char| !it.is_ascii_alphanumeric()).next()?;
    ["br", "wbr"].iter().any(|it| name.eq_ignore_ascii_case(it)).then(|| &text[end + 1..])
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
    let text = without_v(&text[begin(text)..]);
    if text.starts_with(|it: char| it.is_ascii_digit()) {
        return text;
    }
    let value = |at: usize| text.get(at + 1..)?.strip_prefix('=');
    let values = text.match_indices(['s', 'S']).filter_map(|it| value(it.0));
    values.map(|it| without_v(&it[begin(it)..])).find(|it| it.starts_with(CODEC)).unwrap_or(text)
}

/// A text without the letter that some write before a version.
fn without_v(text: &str) -> &str {
    text.strip_prefix(['v', 'V'])
        .map(|it| it.trim_start_matches(is_noise))
        .filter(|it| it.starts_with(CODEC))
        .unwrap_or(text)
}

/// What follows the version.
fn behind_version(text: &str) -> Result<&str, LinkError> {
    let Some(found) = text.chars().next() else { return Err(LinkError::Empty) };
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let (version, mut rest) = text.split_at(digits);
    let marks = |it: char| it == MARK || "。｡·".contains(it) || (version == "1" && ",:;…‥․•∙⋅・･٫﹒、۔।".contains(it));
    let rest = loop {
        match rest.strip_prefix("=2E").or_else(|| rest.strip_prefix(marks)) {
            Some(body) => break Some(body.trim_start_matches(marks)),
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
            '=' => {
                let Some((letter, behind)) = numbered(rest).filter(|_| how.numbers) else { continue };
                rest = behind;
                read.push_str(letters(letter, how).unwrap_or_default());
            }
            _ => match letters(next, how) {
                Some(it) => read.push_str(it),
                None => break,
            },
        }
    }
    read
}

/// The letters of a link that a character stands for: none for what is put into links on their way.
fn letters(it: char, how: Reading) -> Option<&'static str> {
    const ALL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    match it {
        '–' | '—' | '―' | '﹘' | '︱' | '︲' | '⸺' if how.two_dashes => Some("--"),
        _ if is_noise(it) || is_unseen(it) => Some(""),
        _ => letter(it).and_then(|it| ALL.find(it)).and_then(|at| ALL.get(at..=at)),
    }
}

/// The letter of a link that a character stands for.
fn letter(it: char) -> Option<char> {
    match it {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => Some(it),
        '+' => Some('-'),
        _ if is_dash(it) => Some('-'),
        '/' | '‿' | 'ˍ' | '‗' | '⁀' | '⎯' | '⎽' | '﹍' | '﹎' | '﹏' | '︳' | '︴' => Some('_'),
        _ => None,
    }
}

/// Whether a character looks like a hyphen, short or long.
pub fn is_dash(it: char) -> bool {
    matches!(
        it,
        '-' | '‐'
            ..='―'
                | '⁃'
                | '⁻'
                | '₋'
                | '−'
                | '➖'
                | '─'
                | '﹘'
                | '﹣'
                | '˗'
                | '֊'
                | '־'
                | '᠆'
                | 'ー'
                | 'ｰ'
                | '⸺'
                | '︱'
                | '︲'
    )
}

/// The letter that a mail program wrote as numbers, from behind the first equals sign, and what stands behind it.
fn numbered(text: &str) -> Option<(char, &str)> {
    let number = |text: &str| {
        let digits =
            text.get(..2).filter(|it| it.bytes().all(|it| it.is_ascii_digit() || (b'A'..=b'F').contains(&it)))?;
        u8::from_str_radix(digits, 16).ok()
    };
    let mut bytes = vec![number(text)?];
    let mut rest = &text[2..];
    let more = match bytes[0] {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => 0,
    };
    for _ in 0..more {
        let behind = rest.strip_prefix('=')?;
        bytes.push(number(behind)?);
        rest = &behind[2..];
    }
    let letter = narrow(String::from_utf8(bytes).ok()?.chars().next()?);
    let stands_for = letter == '=' || letter.is_whitespace() || is_unseen(letter) || self::letter(letter).is_some();
    stands_for.then_some((letter, rest))
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
        _ => digit(it).unwrap_or(it),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_makes_of_letters_is_undone_in_one_pass() {
        for (text, expected) in [
            ("?x=1&amp;s=2", "?x=1&s=2"),
            ("&amp;amp;AMP;#38;#x26;s", "&s"),
            ("&amp", "&amp"),
            ("&&amp;&", "&&&"),
            ("", ""),
            ("?s&#61;1&equals;2&#x3D;3", "?s=1=2=3"),
            ("a&#45;b&amp;#x2d;c&lowbar;d&#95;", "a-b-c_d_"),
            ("a&nbsp;b&shy;c&#8203;d&ZeroWidthSpace;e", "a bcde"),
            ("a<wbr>b<br/>c<BR />d</wbr>e<br clear=\"all\">f&lt;wbr&gt;g", "abcdefg"),
            ("a<b>b<", "a<b>b<"),
            ("&;&#;&#x;&#x110000;&nosuch;&#99999999999;", "&;&#;&#x;&#x110000;&nosuch;&#99999999999;"),
            ("١٢", "12"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
        assert_eq!(plain(&format!("&{}s", "amp;".repeat(200_000))), "&s");
        assert_eq!(plain(&"<br&#".repeat(100_000)).len(), 500_000);
    }
}
