//! Many predictions put together: what a class expected.

use std::collections::BTreeSet;

use super::answer::{Answer, Misread, read};
use crate::scenario::diagnostic::quoted;

/// Codes that are read at most: more than all devices have that a step can tell apart.
const CODES: usize = 2_048;

/// The predictions of a class for one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// The answers, in the order in which they came; a code that came twice counts once.
    pub answers: Vec<Answer>,
    /// Codes that were not counted, and why.
    pub refused: Vec<(String, Misread)>,
    /// How many codes came more than once.
    pub doubled: usize,
}

impl Class {
    /// Reads codes: one on each line, or divided by commas or spaces.
    pub fn read(lesson: &str, step: &str, codes: &str) -> Self {
        let mut class = Self::default();
        let mut known = BTreeSet::new();
        let codes = codes.split(|it: char| it.is_whitespace() || it == ',' || it == ';').filter(|it| !it.is_empty());
        for code in codes.take(CODES) {
            match read(lesson, step, code) {
                Err(why) => class.refused.push((quoted(code), why)),
                Ok(said) if known.contains(&said) => class.doubled += 1,
                Ok(said) => {
                    class.answers.push(said.answer.clone());
                    known.insert(said);
                }
            }
        }
        class
    }

    /// How many gave each choice; the last is the answer that the question is wrong.
    pub fn choices(&self, options: usize) -> Vec<usize> {
        let mut counts = vec![0; options + 1];
        for answer in &self.answers {
            match answer {
                Answer::Choice(place) if *place < options => counts[*place] += 1,
                Answer::Premise => counts[options] += 1,
                _ => {}
            }
        }
        counts
    }

    /// The numbers that were given, sorted.
    pub fn numbers(&self) -> Vec<i64> {
        let mut numbers: Vec<i64> =
            self.answers.iter().filter_map(|it| if let Answer::Number(it) = it { Some(*it) } else { None }).collect();
        numbers.sort_unstable();
        numbers
    }

    /// How many numbers fall into each of `bins` equal parts from `lowest` to `highest`.
    pub fn histogram(&self, lowest: i64, highest: i64, bins: usize) -> Vec<usize> {
        let mut counts = vec![0; bins.max(1)];
        let span = (highest - lowest).max(0) as u64 + 1;
        for it in self.numbers() {
            let place = (it.clamp(lowest, highest) - lowest) as u64 * counts.len() as u64 / span;
            if let Some(count) = counts.get_mut(place as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// The drawn courses.
    pub fn lines(&self) -> impl Iterator<Item = &[i64]> {
        self.answers.iter().filter_map(|it| if let Answer::Line(it) = it { Some(it.as_slice()) } else { None })
    }
}

/// Into how many equal parts the numbers from `lowest` to `highest` are put, `most` at the most, and how wide each is:
/// a round number of `step`s. The last part may reach beyond `highest`.
pub fn parts(lowest: i64, highest: i64, step: i64, most: usize) -> (i64, usize) {
    let step = step.max(1);
    let values = (highest - lowest).max(0) / step + 1;
    let most = i64::try_from(most).unwrap_or(i64::MAX).max(1);
    let mut power = 1i64;
    loop {
        for digit in [1, 2, 5] {
            let each = power.saturating_mul(digit);
            let count = (values - 1) / each + 1;
            if count <= most {
                return (step.saturating_mul(each), usize::try_from(count).unwrap_or(1));
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::code;
    use super::*;

    #[test]
    fn parts_are_round_and_few() {
        for ((lowest, highest, step), expected) in [
            ((0, 9, 1), (1, 10)),
            ((0, 12, 1), (2, 7)),
            ((0, 100, 1), (10, 11)),
            ((0, 100, 5), (10, 11)),
            ((-50, 50, 10), (10, 11)),
            ((600, 1300, 10), (100, 8)),
            ((3, 3, 1), (1, 1)),
            ((5, 1, 0), (1, 1)),
        ] {
            assert_eq!(parts(lowest, highest, step, 12), expected, "{lowest} {highest} {step}");
            let (width, count) = expected;
            assert!(lowest + width * count as i64 > highest);
        }
    }

    #[test]
    fn thirty_codes_become_a_histogram() {
        let codes: Vec<String> = (0..30).map(|it| code("l", "s", it, &Answer::Number(i64::from(it) % 10))).collect();
        let mut text = codes.join("\n");
        text.push_str(&format!(", {}\nWRONG99", codes[3]));
        let class = Class::read("l", "s", &text);
        assert_eq!((class.answers.len(), class.doubled, class.refused.len()), (30, 1, 1));
        assert_eq!(class.histogram(0, 9, 10), vec![3; 10]);
        assert_eq!(class.histogram(0, 9, 3), vec![12, 9, 9]);
        assert_eq!(class.histogram(4, 5, 1), vec![30]);
    }

    #[test]
    fn same_answers_of_different_devices_count_each() {
        let codes: Vec<String> = (0..3).map(|it| code("l", "s", it, &Answer::Choice(1))).collect();
        let premise = code("l", "s", 9, &Answer::Premise);
        let class = Class::read("l", "s", &format!("{} {premise}", codes.join(" ")));
        assert_eq!(class.choices(2), vec![0, 3, 1]);
    }
}
