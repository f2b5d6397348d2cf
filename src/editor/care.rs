//! Whether something that was typed looks as if it belonged to a real person.
//!
//! Only forms are looked at, and no names: a list of names would miss most people and hit invented ones. A hit warns and
//! never blocks, so it may be wrong now and then.

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A mail address or the name of an account.
    Account,
    /// A telephone number.
    Telephone,
    /// A number as documents and cards have it.
    Number,
    /// A street with a house number.
    Address,
}

/// So many digits in a row are no year, no day and no price.
const NUMBER_DIGITS: usize = 8;
/// So many digits with signs between them are a telephone number.
const TELEPHONE_DIGITS: usize = 9;
/// With a plus or a zero in front, fewer are enough.
const PREFIXED_DIGITS: usize = 7;

/// Words for streets that stand alone.
const STREETS: &[&str] =
    &["street", "st", "road", "rd", "avenue", "ave", "boulevard", "blvd", "rue", "calle", "via", "jalan"];
/// Ends of words for streets.
const STREET_ENDS: &[&str] = &["straße", "strasse", "str.", "gasse", "platz", "allee", "ulica", "路", "街"];

/// What in a text looks real, if anything does.
pub fn looks_real(text: &str) -> Option<Looks> {
    if has_account(text) {
        return Some(Looks::Account);
    }
    digits(text).or_else(|| has_address(text).then_some(Looks::Address))
}

/// An @ with a letter or digit after it.
fn has_account(text: &str) -> bool {
    text.split('@').skip(1).any(|it| it.starts_with(char::is_alphanumeric))
}

/// Telephone and other numbers.
fn digits(text: &str) -> Option<Looks> {
    let is_part = |it: char| it.is_ascii_digit() || " \u{a0}\u{202f}-–/.,()+".contains(it);
    text.split(|it| !is_part(it)).find_map(number)
}

/// What a run of digits and the signs between them looks like.
fn number(run: &str) -> Option<Looks> {
    let run = run.trim_matches(|it: char| !it.is_ascii_digit() && it != '+' && it != '(');
    let groups: Vec<&str> = run.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let n: usize = groups.iter().map(|it| it.len()).sum();
    let starts = |it: char| run.trim_start_matches('(').starts_with(it);
    if starts('+') && n >= PREFIXED_DIGITS {
        return Some(Looks::Telephone);
    }
    if groups.iter().any(|it| it.len() >= NUMBER_DIGITS) {
        return Some(Looks::Number);
    }
    if groups.len() < 2 || are_days(&groups) || are_thousands(&groups) {
        return None;
    }
    let is_prefixed = starts('0') && n >= PREFIXED_DIGITS;
    (n >= TELEPHONE_DIGITS || is_prefixed).then_some(Looks::Telephone)
}

/// Years and days, in any order and number: `2014–2020`, `2021-03-02, 03.05.2020`.
fn are_days(groups: &[&str]) -> bool {
    let is_year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    let is_small = |it: &str| it.len() <= 2;
    groups.iter().any(|it| is_year(it)) && groups.iter().all(|it| is_year(it) || is_small(it))
}

/// One large number in groups of three: `1 000 000`.
fn are_thousands(groups: &[&str]) -> bool {
    match groups.split_first() {
        Some((first, rest)) => first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|it| it.len() == 3),
        None => false,
    }
}

/// A word for a street with a house number before or after it.
fn has_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|it: char| it.is_whitespace() || it == ',').filter(|it| !it.is_empty()).collect();
    let is_house = |it: &&str| {
        let digits = it.trim_end_matches(|it: char| it.is_ascii_lowercase());
        (1..=4).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit()) && it.len() <= digits.len() + 1
    };
    words.iter().enumerate().any(|(at, word)| {
        let after = words.get(at + 1).is_some_and(is_house);
        let before = words[at.saturating_sub(3)..at].iter().any(is_house);
        let is_street = STREETS.contains(&word.trim_end_matches('.'));
        let ends = STREET_ENDS.iter().any(|it| word.ends_with(it));
        let holds = word.contains('号') && (word.contains('路') || word.contains('街'));
        holds || ends && after || is_street && (after || before)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_data_is_seen() {
        for (text, expected) in [
            ("li.wei@example.com", Looks::Account),
            ("find me as @liwei", Looks::Account),
            ("call 555-123-4567", Looks::Telephone),
            ("+86 139 1234 5678", Looks::Telephone),
            ("Tel. (030) 123 45 67", Looks::Telephone),
            ("ID 110101199003074514", Looks::Number),
            ("4111 1111 1111 1111", Looks::Telephone),
            ("pupil no. 20231187", Looks::Number),
            ("lives at 12 Long Acre Road", Looks::Address),
            ("Hauptstraße 5, Berlin", Looks::Address),
            ("Schillerstr. 12a", Looks::Address),
            ("5 rue de Rivoli", Looks::Address),
            ("长安街12号", Looks::Address),
        ] {
            assert_eq!(looks_real(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_scenarios_say_is_let_alone() {
        for text in [
            "",
            "Li Wei",
            "A teacher of 41 with two children",
            "2014–2020",
            "from 2021-03-02 to 2022-05-04",
            "3.5.2020, 4.5.2020",
            "fined 1,000,000 yuan",
            "earns 12 000 a month",
            "3 @ 20 each",
            "lost 50 points, then 100 points, then 3",
            "owns the shop in Canal Street",
            "the road to the mill",
            "Block B, third floor",
            "articles 12, 14, 15 and 21",
            "Rongcheng 2013, 2016, 2019, 2021",
        ] {
            assert_eq!(looks_real(text), None, "{text}");
        }
    }
}
