//! Where in the page the reader is. Routes live in the fragment: it is never sent to a server.

use std::fmt;
use std::str::FromStr;

use crate::scenario::lower::is_id;

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The toy, the doors and the gallery: `#/`.
    #[default]
    Home,
    /// The lab with the open document: `#/lab`.
    Lab,
    /// The lab with a preset opened: `#/lab?preset=rongcheng-rules`.
    Preset(String),
    /// The lab with a shared scenario opened: `#/lab?s=1.…`.
    Shared(String),
    /// Everything that was changed against the baseline: `#/changes`.
    Changes,
    /// Several rulebooks on the same lives: `#/compare?with=open,credit-bureau`. `open` is the open scenario, everything
    /// else a preset; nothing is for the page to choose.
    Compare(Vec<String>),
    /// Many lives under the open rulebook: `#/society`.
    Society,
    /// The lessons: `#/learn`.
    Learn,
    /// A lesson at one of its steps; at the first, if none is named: `#/learn/twelve-points/by-hand`.
    Lesson(String, Option<String>),
    /// The same on a projector: `#/present/twelve-points/by-hand`.
    Present(String, Option<String>),
    /// The predictions of a class for a step: `#/class/twelve-points/by-hand?codes=AB12CD3,…`.
    Class(String, String, Vec<String>),
    /// Something about a lesson on paper: `#/print/worksheet/twelve-points`.
    Print(Sheet, String),
    /// The people of the open scenario as cards on paper: `#/cards`.
    Cards,
    /// Numbers that were pinned: `#/claims`.
    Claims,
    /// What is documented and what is only said: `#/record`.
    Record,
    /// Documentaries, and what to try beside them: `#/watching`.
    Watching,
    /// What the model leaves out, privacy, shortcuts: `#/about`.
    About,
    /// An address that means nothing here.
    Unknown(String),
}

/// What a lesson has on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For students.
    Worksheet,
    /// The same with what comes true.
    Key,
    /// For the teacher: goals, minutes, notes.
    Plan,
}

impl Sheet {
    /// All, with their names in addresses.
    pub const ALL: [(Self, &str); 3] = [(Self::Worksheet, "worksheet"), (Self::Key, "key"), (Self::Plan, "plan")];
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL.iter().find(|it| it.0 == *self).map_or("", |it| it.1))
    }
}

impl FromStr for Route {
    type Err = std::convert::Infallible;

    /// Reads a fragment, with or without its `#`. Parameters that mean nothing are passed over.
    fn from_str(fragment: &str) -> Result<Self, Self::Err> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parameter = |name: &str| {
            query.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1.to_owned())
        };
        let path = path.trim_matches('/');
        if let Some(place) = in_the_room(path, || parameter("codes")) {
            return Ok(place);
        }
        Ok(match path {
            "" => Self::Home,
            "lab" => match (parameter("s"), parameter("preset")) {
                (Some(payload), _) => Self::Shared(payload),
                (None, Some(id)) => Self::Preset(id),
                (None, None) => Self::Lab,
            },
            "changes" => Self::Changes,
            "compare" => Self::Compare(parameter("with").map(|it| names(&it)).unwrap_or_default()),
            "society" => Self::Society,
            "learn" => Self::Learn,
            "cards" => Self::Cards,
            "claims" => Self::Claims,
            "record" => Self::Record,
            "watching" => Self::Watching,
            "about" => Self::About,
            _ => Self::Unknown(text.to_owned()),
        })
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Lab => f.write_str("#/lab"),
            Self::Preset(id) => write!(f, "#/lab?preset={id}"),
            Self::Shared(payload) => write!(f, "#/lab?s={payload}"),
            Self::Changes => f.write_str("#/changes"),
            Self::Compare(with) if with.is_empty() => f.write_str("#/compare"),
            Self::Compare(with) => write!(f, "#/compare?with={}", with.join(",")),
            Self::Society => f.write_str("#/society"),
            Self::Learn => f.write_str("#/learn"),
            Self::Lesson(id, None) => write!(f, "#/learn/{id}"),
            Self::Lesson(id, Some(step)) => write!(f, "#/learn/{id}/{step}"),
            Self::Present(id, None) => write!(f, "#/present/{id}"),
            Self::Present(id, Some(step)) => write!(f, "#/present/{id}/{step}"),
            Self::Class(id, step, codes) if codes.is_empty() => write!(f, "#/class/{id}/{step}"),
            Self::Class(id, step, codes) => write!(f, "#/class/{id}/{step}?codes={}", codes.join(",")),
            Self::Print(sheet, id) => write!(f, "#/print/{sheet}/{id}"),
            Self::Cards => f.write_str("#/cards"),
            Self::Claims => f.write_str("#/claims"),
            Self::Record => f.write_str("#/record"),
            Self::Watching => f.write_str("#/watching"),
            Self::About => f.write_str("#/about"),
            Self::Unknown(text) => write!(f, "#{text}"),
        }
    }
}

/// So many codes of predictions are read from an address.
pub const CODES: usize = 100;

/// The addresses of lessons. Ids that cannot be ids lead nowhere.
fn in_the_room(path: &str, codes: impl Fn() -> Option<String>) -> Option<Route> {
    let parts: Vec<&str> = path.split('/').collect();
    if !parts.iter().skip(1).all(|it| is_id(it)) {
        return None;
    }
    let own = |it: &str| it.to_owned();
    Some(match parts.as_slice() {
        ["learn", id] => Route::Lesson(own(id), None),
        ["learn", id, step] => Route::Lesson(own(id), Some(own(step))),
        ["present", id] => Route::Present(own(id), None),
        ["present", id, step] => Route::Present(own(id), Some(own(step))),
        ["class", id, step] => {
            let codes = codes().unwrap_or_default();
            let is_code = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric());
            let codes = codes.split(',').filter(is_code).take(CODES).map(own).collect();
            Route::Class(own(id), own(step), codes)
        }
        ["print", sheet, id] => Route::Print(Sheet::ALL.iter().find(|it| it.1 == *sheet)?.0, own(id)),
        _ => return None,
    })
}

/// So many rulebooks stand side by side.
pub const COMPARED: usize = 4;

/// The names in a list of an address: each once, as many as are compared, and none that cannot be a name.
fn names(list: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for it in list.split(',').filter(|it| is_id(it)) {
        if names.len() < COMPARED && !names.iter().any(|known| known == it) {
            names.push(it.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(fragment: &str) -> Route {
        fragment.parse().unwrap_or_default()
    }

    #[test]
    fn every_route_survives_the_address_bar() {
        let routes = [
            Route::Home,
            Route::Lab,
            Route::Preset("blank".into()),
            Route::Shared("1.q1bKSM1MUbJSMjIwMg".into()),
            Route::Changes,
            Route::Compare(Vec::new()),
            Route::Compare(vec!["open".into(), "credit-bureau".into()]),
            Route::Society,
            Route::Learn,
            Route::Lesson("twelve-points".into(), None),
            Route::Lesson("twelve-points".into(), Some("by-hand".into())),
            Route::Present("twelve-points".into(), None),
            Route::Present("twelve-points".into(), Some("by-hand".into())),
            Route::Class("twelve-points".into(), "by-hand".into(), Vec::new()),
            Route::Class("twelve-points".into(), "by-hand".into(), vec!["AB12CD3".into(), "7".into()]),
            Route::Print(Sheet::Worksheet, "twelve-points".into()),
            Route::Print(Sheet::Key, "twelve-points".into()),
            Route::Print(Sheet::Plan, "twelve-points".into()),
            Route::Cards,
            Route::Claims,
            Route::Record,
            Route::Watching,
            Route::About,
            Route::Unknown("/nowhere".into()),
        ];
        for it in routes {
            assert_eq!(route(&it.to_string()), it);
        }
    }

    #[test]
    fn damaged_addresses_lead_somewhere() {
        for (fragment, expected) in [
            ("", Route::Home),
            ("#", Route::Home),
            ("#/lab/", Route::Lab),
            ("#/lab?utm_source=chat", Route::Lab),
            ("#/lab?x=1&s=1.abc&s=1.def", Route::Shared("1.abc".into())),
            ("#/lab?s=", Route::Shared(String::new())),
            ("#lab", Route::Lab),
            ("#/record?at=fact-dog-outcome", Route::Record),
            ("#/learn/../x", Route::Unknown("/learn/../x".into())),
            ("#/print/poster/x", Route::Unknown("/print/poster/x".into())),
            ("#/class/a/b?codes=,A1,<b>,,B2", Route::Class("a".into(), "b".into(), vec!["A1".into(), "B2".into()])),
            ("#/compare?with=", Route::Compare(Vec::new())),
            ("#/compare?with=,open,,%20,open,blank,", Route::Compare(vec!["open".into(), "blank".into()])),
            ("#/compare?with=a,b,c,d,e,f", Route::Compare(["a", "b", "c", "d"].map(Into::into).into())),
        ] {
            assert_eq!(route(fragment), expected, "{fragment}");
        }
    }
}
