//! Predictions, what came true, and short codes for them.
//!
//! A code is what a device shows and a teacher types: seven or more letters and digits without those that are taken for
//! others (Crockford's base 32: no I, L, O, U). It holds a check of lesson and step, two characters of chance that tell
//! devices apart, the answer, and a check of the whole. Nothing in it is about who answered.

use serde::{Deserialize, Serialize};

/// An answer to the question of a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A number, in the question's unit.
    Number(i64),
    /// The place of a choice.
    Choice(usize),
    /// The question itself is wrong.
    Premise,
    /// A drawn course: one value for each month, in points.
    Line(Vec<i64>),
}

/// Letters and digits of codes.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a code says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The device's two characters of chance.
    pub device: u16,
    /// The answer.
    pub answer: Answer,
}

/// Why a code is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It has a character that no code has, is too short, or its check is wrong: it was mistyped.
    Mistyped,
    /// It belongs to another step or another lesson.
    Elsewhere,
}

/// The code of an answer. `device` is any number; its ten lowest bits count.
pub fn code(lesson: &str, step: &str, device: u16, answer: &Answer) -> String {
    let mut digits = Vec::new();
    push(&mut digits, place_check(lesson, step), 2);
    push(&mut digits, u64::from(device) & 0x3ff, 2);
    match answer {
        Answer::Premise => digits.push(0),
        Answer::Choice(place) => {
            digits.push(1);
            digits.push((*place).min(31) as u8);
        }
        Answer::Number(number) => {
            digits.push(if *number < 0 { 3 } else { 2 });
            push_number(&mut digits, number.unsigned_abs());
        }
        Answer::Line(values) => {
            digits.push(4);
            let mut before = 0;
            for value in values {
                let change = value - before;
                before = *value;
                push_number(&mut digits, (change.unsigned_abs() << 1) | u64::from(change < 0));
            }
        }
    }
    let sum = check(&digits);
    push(&mut digits, sum, 2);
    digits.iter().map(|it| ALPHABET[usize::from(*it)] as char).collect()
}

/// Reads a code. Small letters, spaces and hyphens do not matter, and O, I and L count as 0, 1 and 1.
///
/// # Errors
///
/// If it was mistyped, or belongs elsewhere.
pub fn read(lesson: &str, step: &str, code: &str) -> Result<Said, Misread> {
    let digits: Vec<u8> = code
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '-')
        .map(|it| {
            let it = match it.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                it => it,
            };
            ALPHABET.iter().position(|known| *known as char == it).map(|it| it as u8).ok_or(Misread::Mistyped)
        })
        .collect::<Result<_, _>>()?;
    let (body, ends) = digits.split_at_checked(digits.len().saturating_sub(2)).ok_or(Misread::Mistyped)?;
    if body.len() < 5 || number_of(ends) != check(body) {
        return Err(Misread::Mistyped);
    }
    if number_of(&body[..2]) != place_check(lesson, step) {
        return Err(Misread::Elsewhere);
    }
    let device = number_of(&body[2..4]) as u16;
    let mut rest = &body[5..];
    let answer = match body[4] {
        0 => Answer::Premise,
        1 => Answer::Choice(usize::from(*rest.first().ok_or(Misread::Mistyped)?)),
        sign @ (2 | 3) => {
            let number = pull_number(&mut rest).ok_or(Misread::Mistyped)?;
            let number = i64::try_from(number).map_err(|_| Misread::Mistyped)?;
            Answer::Number(if sign == 3 { -number } else { number })
        }
        4 => {
            let mut values = Vec::new();
            let mut value = 0i64;
            while !rest.is_empty() {
                let packed = pull_number(&mut rest).ok_or(Misread::Mistyped)?;
                let change = i64::try_from(packed >> 1).map_err(|_| Misread::Mistyped)?;
                value = value.saturating_add(if packed & 1 == 1 { -change } else { change });
                values.push(value);
            }
            Answer::Line(values)
        }
        _ => return Err(Misread::Mistyped),
    };
    Ok(Said { device, answer })
}

/// `count` digits of a number, the highest first.
fn push(digits: &mut Vec<u8>, number: u64, count: u32) {
    digits.extend((0..count).rev().map(|it| (number >> (5 * it) & 31) as u8));
}

fn number_of(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, it| sum << 5 | u64::from(*it))
}

/// A number of any size: four bits to a digit, the lowest first; the fifth bit says that more follow.
fn push_number(digits: &mut Vec<u8>, mut number: u64) {
    while number > 15 {
        digits.push(16 | (number & 15) as u8);
        number >>= 4;
    }
    digits.push(number as u8);
}

fn pull_number(digits: &mut &[u8]) -> Option<u64> {
    let mut number = 0u64;
    for place in 0..15 {
        let (first, rest) = digits.split_first()?;
        *digits = rest;
        number |= u64::from(first & 15) << (4 * place);
        if first & 16 == 0 {
            return Some(number);
        }
    }
    None
}

/// Ten bits that tell lessons and steps apart (FNV-1a, folded).
fn place_check(lesson: &str, step: &str) -> u64 {
    fold(lesson.bytes().chain([b'/']).chain(step.bytes()))
}

fn check(digits: &[u8]) -> u64 {
    fold(digits.iter().copied())
}

fn fold(bytes: impl Iterator<Item = u8>) -> u64 {
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash ^ hash >> 10 ^ hash >> 20 ^ hash >> 30 ^ hash >> 40 ^ hash >> 50) & 0x3ff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_their_codes() {
        let answers = [
            Answer::Premise,
            Answer::Choice(0),
            Answer::Choice(7),
            Answer::Number(0),
            Answer::Number(-3),
            Answer::Number(12),
            Answer::Number(1_000_000),
            Answer::Line(vec![12, 9, 9, 3, -5, 1000]),
            Answer::Line(Vec::new()),
        ];
        for answer in answers {
            for device in [0, 1, 517, 1023] {
                let code = code("twelve-points", "by-hand", device, &answer);
                let said = read("twelve-points", "by-hand", &code).unwrap();
                assert_eq!(said, Said { device, answer: answer.clone() }, "{code}");
                let sloppy = format!(" {}-{} ", &code[..3].to_lowercase(), &code[3..]);
                assert_eq!(read("twelve-points", "by-hand", &sloppy), Ok(said));
                assert_eq!(read("twelve-points", "other", &code), Err(Misread::Elsewhere), "{code}");
            }
        }
    }

    #[test]
    fn a_code_is_short_enough_to_be_read_out() {
        assert!(code("twelve-points", "by-hand", 99, &Answer::Choice(2)).len() <= 8);
        assert!(code("twelve-points", "by-hand", 99, &Answer::Number(950)).len() <= 10);
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let good = code("twelve-points", "by-hand", 300, &Answer::Number(870));
        let mut counted = 0;
        let mut tried = 0;
        for place in 0..good.len() {
            for other in ALPHABET {
                let mut wrong = good.clone().into_bytes();
                if wrong[place] == *other {
                    continue;
                }
                wrong[place] = *other;
                let wrong = String::from_utf8(wrong).unwrap();
                tried += 1;
                counted += usize::from(read("twelve-points", "by-hand", &wrong).is_ok());
            }
        }
        assert!(counted * 200 <= tried, "{counted} of {tried} mistyped codes were counted");
    }

    #[test]
    fn rubbish_is_refused() {
        for rubbish in ["", "A", "hello", "!!!!!!!", "00000000000", "ÄÖÜÄÖÜÄ", "IIIIIII"] {
            assert!(read("twelve-points", "by-hand", rubbish).is_err(), "{rubbish}");
        }
    }
}
