//! Signs that look alike, as one.

/// Stands for whatever only ever divides thousands.
pub(super) const GROUP: char = '\'';
/// Stands for whatever only ever begins decimals.
pub(super) const POINT: char = '٫';

/// The first digit of each script that counts in tens.
const ZEROS: &[u32] = &[
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x11066, 0x11136, 0x111D0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E950, 0x1FBF0,
];

/// A text with one sign for all that look alike: digits `0` to `9`, `-`, `+`, `%`, `,`, `.`, [`GROUP`], [`POINT`], plain
/// spaces, small letters; without spaces at the ends and without marks that nobody sees.
///
/// `None` if the text holds a mark that shows it in another order than it is read in.
pub(super) fn fold(text: &str) -> Option<String> {
    if text.contains(['\u{202d}', '\u{202e}']) {
        return None;
    }
    let seen = text.chars().filter(|it| !is_invisible(*it));
    let folded: String = seen.flat_map(char::to_lowercase).map(fold_sign).collect();
    Some(folded.trim().to_owned())
}

fn fold_sign(it: char) -> char {
    match it {
        _ if it.is_whitespace() => ' ',
        '-' | '‐'..='―' | '⁻' | '₋' | '−' | '➖' | '﹘' | '﹣' | '－' | '˗' => '-',
        '⁺' | '➕' | '﹢' | '＋' => '+',
        '٪' | '﹪' | '％' => '%',
        '،' | '﹐' | '，' => ',',
        '·' | '。' | '﹒' | '．' | '｡' => '.',
        '\'' | '’' | '‘' | '‛' | '′' | 'ʼ' | '´' | '`' | '＇' | '˙' | '_' | '٬' => GROUP,
        '（' => '(',
        '）' => ')',
        '／' | '⁄' | '∕' => '/',
        _ => digit(it).unwrap_or(it),
    }
}

/// The same digit in our script.
pub fn digit(it: char) -> Option<char> {
    let code = u32::from(it);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// Marks without a width: joiners, marks of direction, soft hyphens, byte-order marks, variation selectors.
const fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202c}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\0')
}
