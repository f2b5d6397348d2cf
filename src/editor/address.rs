//! A fragment taken apart, forgiving what mail programs, chats and people do to addresses on their way.
//!
//! Everything is decoded here, and once. Pages, parameters and ids are written in small letters, so capitals are
//! forgiven; what a scenario is packed into is not touched.

use crate::scenario::link::plain;
use crate::scenario::lower::is_id;

/// So much of a name that nobody knows is kept, in characters: enough to recognise it.
const NAME_CHARS: usize = 60;

/// A fragment, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    /// All of it, decoded, from behind its `#`.
    pub text: String,
    /// The parts of the path, in small letters.
    pub path: Vec<String>,
    /// Names, in small letters, and values of the parameters.
    parameters: Vec<(String, String)>,
}

impl Fragment {
    /// Reads a fragment, with or without its `#`.
    pub fn read(fragment: &str) -> Self {
        let text = plain(fragment);
        let text = text.trim_start_matches(['#', '!']);
        let (path, query) = text.find(['?', '&']).map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
        let parts: Vec<&str> = path.split('/').map(str::trim).filter(|it| !it.is_empty()).collect();
        let is_end = |at: usize| at + 1 == parts.len();
        let parts = parts.iter().enumerate().map(|(at, it)| (at, bare(it).to_lowercase()));
        // Only what stands behind an address is passed over.
        let path = parts.filter(|(at, it)| !(it.is_empty() && is_end(*at))).map(|it| it.1).collect();
        let mut parameters: Vec<(String, String)> = Vec::new();
        for pair in query.split(['&', '?']) {
            for (nth, part) in pair.split(';').enumerate() {
                match (part.split_once('='), parameters.last_mut()) {
                    (Some((name, value)), _) => parameters.push((name.trim().to_lowercase(), value.to_owned())),
                    // A list that is divided so.
                    (None, Some((_, list))) if nth > 0 => list.extend([";", part]),
                    (None, _) => {}
                }
            }
        }
        Self { text: text.to_owned(), path, parameters }
    }

    /// The value of a parameter: the first that says anything.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let all = || self.parameters.iter().filter(|it| it.0 == name).map(|it| it.1.as_str());
        all().find(|it| !it.trim().is_empty()).or_else(|| all().next())
    }
}

/// A text without what stands around a name: blanks, brackets, quotes, punctuation.
fn bare(text: &str) -> &str {
    text.trim_matches(|it: char| !it.is_alphanumeric() && !"+-_".contains(it))
}

/// The id at the beginning of a text, in small letters; `None` if there is none.
pub fn id_in(text: &str) -> Option<String> {
    let text = bare(text).to_lowercase();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let id = bare(&text[..end]).trim_end_matches(['+', '_']);
    is_id(id).then(|| id.to_owned())
}

/// What of a name that nobody knows is told.
pub fn short(name: &str) -> String {
    name.trim().chars().take(NAME_CHARS).collect()
}

/// The members of a list, without what stands around them.
pub fn listed(list: &str) -> impl Iterator<Item = String> {
    let parts = list.split(|it: char| ",;+".contains(it) || it.is_whitespace());
    parts.map(bare).filter(|it| !it.is_empty()).map(short)
}

/// Which of the known names is meant: however it is written, and whatever stands behind it.
pub fn known<'a>(name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let written = |it: &str| {
        it.chars().map(|it| if it.is_whitespace() || it == '_' { '-' } else { it }).collect::<String>().to_lowercase()
    };
    let whole = bare(name);
    let first = whole.split(|it: char| it.is_whitespace() || "<>()[]{}\"”“»«'’#/\\".contains(it)).next().map(bare);
    let number = whole.strip_prefix("3D");
    [Some(whole), number, first].into_iter().flatten().find_map(|it| {
        let it = written(it);
        names.clone().find(|known| *known == it)
    })
}

/// The known names that are most like another, the likeliest first: at most three.
pub fn near<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let name: String = bare(name).to_lowercase().chars().take(NAME_CHARS).collect();
    if name.is_empty() {
        return Vec::new();
    }
    let most = (name.chars().count() / 3).clamp(1, 4);
    let mut all: Vec<(usize, &str)> = Vec::new();
    for it in names {
        let has_part =
            name.len() >= 3 && (it.contains(&name) || it.split('-').any(|part| part.len() >= 4 && name.contains(part)));
        let far = distance(&name, it);
        if (has_part || far <= most) && all.iter().all(|known| known.1 != it) {
            all.push((if has_part { far.min(most) } else { far }, it));
        }
    }
    all.sort_unstable();
    all.into_iter().take(3).map(|it| it.1).collect()
}

/// How many letters have to be changed, put in or taken out to make one text of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut above = std::mem::replace(&mut row[0], at + 1);
        for (place, it) in other.iter().enumerate() {
            let changed = above + usize::from(*it != letter);
            above = row[place + 1];
            row[place + 1] = changed.min(above + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    #[test]
    fn names_that_are_nearly_right_are_found() {
        let all = || presets::ALL.iter().map(|it| it.id);
        for (name, expected) in [
            ("blnk", vec!["blank"]),
            ("rongcheng", vec!["rongcheng-2021", "rongcheng-rules"]),
            ("suining", vec!["suining-2010"]),
            ("popular-pictures", vec!["popular-picture"]),
            ("credit", vec!["credit-bureau"]),
            ("nosuch", vec![]),
            ("", vec![]),
            ("信用", vec![]),
        ] {
            assert_eq!(near(name, all()), expected, "{name}");
        }
    }
}
