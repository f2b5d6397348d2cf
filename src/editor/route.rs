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
    /// What the model leaves out, privacy, shortcuts: `#/about`.
    About,
    /// An address that means nothing here.
    Unknown(String),
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
        Ok(match path.trim_matches('/') {
            "" => Self::Home,
            "lab" => match (parameter("s"), parameter("preset")) {
                (Some(payload), _) => Self::Shared(payload),
                (None, Some(id)) => Self::Preset(id),
                (None, None) => Self::Lab,
            },
            "changes" => Self::Changes,
            "compare" => Self::Compare(parameter("with").map(|it| names(&it)).unwrap_or_default()),
            "society" => Self::Society,
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
            Self::About => f.write_str("#/about"),
            Self::Unknown(text) => write!(f, "#{text}"),
        }
    }
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
            ("#/compare?with=", Route::Compare(Vec::new())),
            ("#/compare?with=,open,,%20,open,blank,", Route::Compare(vec!["open".into(), "blank".into()])),
            ("#/compare?with=a,b,c,d,e,f", Route::Compare(["a", "b", "c", "d"].map(Into::into).into())),
        ] {
            assert_eq!(route(fragment), expected, "{fragment}");
        }
    }
}
