//! A fragment taken apart, forgiving what mail programs, chats and people do to addresses on their way.
//!
//! Everything is decoded here, and once. Pages, parameters and ids are written in small letters, so capitals are
//! forgiven; what a scenario is packed into is not touched.

use crate::scenario::link::{begins_with_link, decode, is_dash, plain};
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
    /// Parts that are no parameters.
    strange: Vec<String>,
}

impl Fragment {
    /// Reads a fragment, with or without its `#`.
    pub fn read(fragment: &str) -> Self {
        let text = plain(fragment);
        let text = hyphens_undone(&text).unwrap_or(text);
        let text = text.trim_start_matches(['#', '!']);
        let (path, query) = divided(text);
        let parts: Vec<&str> = path.split('/').map(str::trim).filter(|it| !it.is_empty()).collect();
        let is_end = |at: usize| at + 1 == parts.len();
        let parts = parts.iter().enumerate().map(|(at, it)| (at, bare(it).to_lowercase()));
        // Only what stands behind an address is passed over.
        let path = parts.filter(|(at, it)| !(it.is_empty() && is_end(*at))).map(|it| it.1).collect();
        let mut parameters: Vec<(String, String)> = Vec::new();
        let mut strange = Vec::new();
        // Words that follow an address are no part of it.
        let mut in_words = false;
        for pair in query.split(['&', '?']) {
            for (nth, part) in pair.split(';').enumerate() {
                match (parameter_in(part), parameters.last_mut()) {
                    (Some(it), _) => parameters.push(it),
                    // A list that is divided so.
                    (None, Some((_, list))) if nth > 0 => list.extend([";", part]),
                    (None, _) if in_words || part.trim().contains(char::is_whitespace) => {}
                    (None, _) => strange.push(part),
                }
                in_words |= part.trim().contains(char::is_whitespace);
            }
        }
        let strange = strange.into_iter().filter(|it| !bare(it).is_empty()).map(|it| short(bare(it))).collect();
        Self { text: text.to_owned(), path, parameters, strange }
    }

    /// The value of a parameter: the first that says anything.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.values(name).find(|it| !it.trim().is_empty()).or_else(|| self.values(name).next())
    }

    /// All values of a parameter.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter(move |it| it.0 == name).map(|it| it.1.as_str())
    }

    /// The parts that are none of these parameters, and not stuck on by others on the way.
    pub fn others(&self, names: &[&str]) -> Vec<String> {
        let is_other = |it: &&String| !names.contains(&it.as_str()) && !is_tracking(it) && !bare(it).is_empty();
        let mut all: Vec<String> =
            self.parameters.iter().map(|it| &it.0).filter(is_other).map(|it| short(it)).collect();
        all.extend(self.strange.iter().filter(|it| !is_tracking(it)).cloned());
        all.dedup();
        all
    }
}

/// What the parameters of this page are called.
const NAMES: [&str; 5] = ["s", "preset", "with", "codes", "at"];

/// What programs stick on to addresses to follow people: whole names, or their beginnings.
const TRACKING: &[&str] = &[
    "utm",
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "ttclid",
    "twclid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "li_fat_id",
    "_hsenc",
    "_hsmi",
    "_ga",
    "_gl",
    "ref",
    "ref_src",
    "ref_url",
    "source",
    "vero_id",
    "oly_anon_id",
    "oly_enc_id",
    "s_cid",
    "spm",
    "si",
    "feature",
    "isappinstalled",
    "nsukey",
    "from",
    "amp",
    "ved",
    "usg",
    "sa",
    "data",
    "sdata",
    "reserved",
];

fn is_tracking(name: &str) -> bool {
    TRACKING.contains(&name) || ["utm_", "igsh", "pk_", "mtm_", "hsa_"].iter().any(|it| name.starts_with(it))
}

/// An address whose signs a mail filter wrote as hyphens with numbers: `/lab-3Fs-3D…`. What it names is taken as it
/// stands if that is a whole link.
fn hyphens_undone(text: &str) -> Option<String> {
    let (head, value) = text.split_once("-3D")?;
    let head = head.replace("-2F", "/").replace("-23", "#").replace("-26", "&").replace("-3F", "?");
    let name = head.rsplit(['?', '&']).next().filter(|_| head.contains('?') && !head.contains('='))?;
    if !NAMES.contains(&name_in(name).as_str()) {
        return None;
    }
    let undone = value.replace("-2B", "+").replace("-5F", "_").replace("-2C", ",").replace("-2D", "-");
    let value = if decode(&undone).is_err() && decode(value).is_ok() { value } else { &undone };
    Some(format!("{}={value}", head.replace('_', "/")))
}

/// The path of an address and its parameters, whatever stands between them, or if nothing does.
fn divided(text: &str) -> (&str, &str) {
    let end = text.find(['?', '&']).unwrap_or(text.len());
    let starts = std::iter::once(0).chain(text[..end].match_indices('/').map(|it| it.0 + 1));
    for from in starts {
        let part = &text[from..];
        let head = &text[from..end].split('/').next().unwrap_or_default();
        let page =
            NAMES_OF_PAGES.iter().find(|it| head.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it)));
        let behind = page.map_or(0, |it| it.len());
        let is_named = |at: usize| {
            let name = head[at..].find(['=', ':']).map(|sign| name_in(&head[at..at + sign]));
            name.is_some_and(|it| NAMES.contains(&it.as_str()))
        };
        if is_named(0) || begins_with_link(head) {
            return (&text[..from], part);
        }
        if behind > 0 && is_named(behind) {
            return (&text[..from + behind], &part[behind..]);
        }
    }
    (&text[..end], text.get(end + 1..).unwrap_or_default())
}

/// The pages that have parameters a scenario can stand in.
const NAMES_OF_PAGES: [&str; 3] = ["lab", "society", "compare"];

/// The name and value of a parameter, however they are divided; `None` for what has neither.
fn parameter_in(part: &str) -> Option<(String, String)> {
    if begins_with_link(part.trim_start()) {
        return Some(("s".to_owned(), part.trim_start().to_owned()));
    }
    if let Some((name, value)) = part.split_once('=') {
        let name = name_in(name);
        let is_link = name.is_empty() && begins_with_link(value.trim_start());
        return Some((if is_link { "s".to_owned() } else { name }, value.to_owned()));
    }
    let (name, value) = part.split_once(':')?;
    let name = name_in(name);
    NAMES.contains(&name.as_str()).then(|| (name, value.to_owned()))
}

/// The name of a parameter in small letters, without brackets behind it; letters of other scripts that look like ours
/// are taken for ours.
fn name_in(text: &str) -> String {
    let text = text.split(['[', '(']).next().unwrap_or_default();
    let alike = |it: char| match it {
        'ѕ' | 'ſ' | 'ꜱ' => 's',
        'р' | 'ρ' => 'p',
        'е' | 'ε' => 'e',
        'а' | 'α' => 'a',
        'о' | 'ο' => 'o',
        'с' => 'c',
        'т' | 'τ' => 't',
        'і' | 'ι' => 'i',
        'һ' => 'h',
        'ԝ' => 'w',
        _ => it,
    };
    bare(text).to_lowercase().chars().map(alike).collect()
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
        let hyphen = |it: char| if it.is_whitespace() || it == '_' || is_dash(it) { '-' } else { it };
        it.chars().map(hyphen).collect::<String>().to_lowercase()
    };
    let whole = bare(name);
    let first = whole.split(|it: char| it.is_whitespace() || "<>()[]{}\"”“»«'’#/\\".contains(it)).next().map(bare);
    let number = whole.strip_prefix("3D");
    [Some(whole), number, first].into_iter().flatten().find_map(|it| {
        let it = written(it);
        let joined = || names.clone().find(|known| known.replace('-', "") == it);
        names.clone().find(|known| *known == it).or_else(joined)
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
