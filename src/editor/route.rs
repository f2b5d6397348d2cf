//! Where in the page the reader is. Routes live in the fragment: it is never sent to a server.

use std::fmt;
use std::str::FromStr;

use super::address::{Fragment, id_in, known, listed, short};
use super::open::SOCIETY;
use crate::scenario::link::{Shared, View, decode, encode};
use crate::scenario::presets::{self, Preset};

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

    /// Reads a fragment, with or without its `#`, whatever mail programs and people did to it: see [`Fragment`].
    /// Parameters that mean nothing here are passed over; names that nobody knows stay, so that they can be said.
    fn from_str(fragment: &str) -> Result<Self, Self::Err> {
        let address = Fragment::read(fragment);
        let parts: Vec<&str> = address.path.iter().map(String::as_str).collect();
        if let Some(place) = in_the_room(&parts, &address) {
            return Ok(place);
        }
        Ok(match parts.as_slice() {
            ["lab", name] if known_preset(name).is_some() => Self::Preset(preset_in(name)),
            [] | ["lab" | "society" | "compare" | "changes" | "cards" | "claims"] if names_scenario(&address) => {
                scenario_named(&address, parts.first() == Some(&SOCIETY))
            }
            [] => Self::Home,
            ["lab"] => Self::Lab,
            ["changes"] => Self::Changes,
            ["compare"] => Self::Compare(names(&address.values("with").collect::<Vec<_>>().join(","))),
            ["society"] => Self::Society,
            ["learn"] => Self::Learn,
            ["cards"] => Self::Cards,
            ["claims"] => Self::Claims,
            ["record"] => Self::Record,
            ["watching"] => Self::Watching,
            ["about"] => Self::About,
            _ => Self::Unknown(address.text),
        })
    }
}

/// The place in a page that a fragment names with `?at=…`: the id of an element.
pub fn place_in(fragment: &str) -> Option<String> {
    let address = Fragment::read(fragment);
    let name = address.parameter("at")?;
    Some(id_in(name).unwrap_or_else(|| short(name))).filter(|it| !it.is_empty())
}

/// What the pages are called in addresses.
const PAGES: [&str; 10] =
    ["lab", "compare", "society", "learn", "record", "watching", "claims", "changes", "cards", "about"];

/// Pages that may have been meant by an address that means nothing, the likeliest first.
pub fn near_pages(address: &str) -> Vec<Route> {
    let address = Fragment::read(address);
    let Some(first) = address.path.first() else { return Vec::new() };
    let near = super::address::near(first, PAGES.into_iter());
    near.into_iter().filter_map(|it| format!("#/{it}").parse().ok()).collect()
}

/// Presets that may have been meant by a name that none has, the likeliest first, and whether they are like it: if none
/// is, these are all that the gallery shows.
pub fn near_presets(name: &str) -> (Vec<&'static Preset>, bool) {
    let listed = || presets::ALL.iter().filter(|it| it.listed);
    let near = super::address::near(name, listed().map(|it| it.id));
    let found: Vec<_> = near.into_iter().filter_map(presets::latest).collect();
    if found.is_empty() { (listed().collect(), false) } else { (found, true) }
}

/// So many links in one address are tried.
const TRIED: usize = 8;

fn names_scenario(address: &Fragment) -> bool {
    address.parameter("s").or_else(|| address.parameter("preset")).is_some()
}

/// The scenario that an address names: the first whole link, or else a preset, or else what stands there as a link.
fn scenario_named(address: &Fragment, in_society: bool) -> Route {
    let link = whole_link(address);
    let begun = address.parameter("s").filter(|it| !it.trim().is_empty());
    let route = match (link.or(begun), address.parameter("preset")) {
        (Some(payload), _) => Route::Shared(payload.to_owned()),
        (None, Some(name)) => Route::Preset(preset_in(name)),
        (None, None) => Route::Shared(String::new()),
    };
    if in_society { seen_in_society(&route).unwrap_or(route) } else { route }
}

/// The first of several links that can be opened; the only one, whether it can or not.
fn whole_link(address: &Fragment) -> Option<&str> {
    let all: Vec<&str> = address.values("s").filter(|it| !it.trim().is_empty()).take(TRIED).collect();
    if all.len() < 2 { all.first().copied() } else { all.into_iter().find(|it| decode(it).is_ok()) }
}

/// A link to the same scenario that leads to the page with many lives. A preset opens in the lab: nobody has sent it, and
/// the page says of a link that somebody did.
fn seen_in_society(route: &Route) -> Option<Route> {
    let Route::Shared(payload) = route else { return None };
    let shared = decode(payload).ok()?;
    let view = View { page: Some(SOCIETY.to_owned()), ..shared.view };
    Some(Route::Shared(encode(&Shared { view, ..shared })))
}

/// The parts of an address that mean nothing on its page, to be said: names that nobody knows, and what a second
/// scenario is called. What others stick on to follow people is passed over.
pub fn strange_parts(fragment: &str) -> Vec<String> {
    let address = Fragment::read(fragment);
    let page = address.path.first().map(String::as_str);
    let used: &[&str] = match (fragment.parse().unwrap_or_default(), page) {
        (Route::Unknown(_), _) => return Vec::new(),
        (Route::Shared(_) | Route::Preset(_), _) => &["s", "preset", "at"],
        (Route::Compare(_), _) => &["with", "at"],
        (Route::Class(..), _) => &["codes", "at"],
        _ => &["at"],
    };
    let mut all = address.others(used);
    if used.contains(&"s") {
        let ids: Vec<String> = address.values("preset").map(preset_in).filter(|it| !it.is_empty()).collect();
        let shown = if address.values("s").all(|it| it.trim().is_empty()) { ids.first() } else { None };
        all.extend(ids.iter().filter(|it| Some(*it) != shown).map(|it| format!("preset={it}")));
        let link = whole_link(&address);
        let others =
            address.values("s").filter(|it| Some(*it) != link && it.starts_with(|it: char| it.is_ascii_digit()));
        all.extend(others.map(|it| short(&format!("s={it}"))));
    }
    all
}

/// The id of the preset that is meant, or else what stands there.
fn preset_in(name: &str) -> String {
    known_preset(name).map_or_else(|| short(name), str::to_owned)
}

/// The id of the preset that is meant, perhaps with the number of its latest revision.
fn known_preset(name: &str) -> Option<&'static str> {
    let ids = || presets::ALL.iter().map(|it| it.id);
    known(name, ids()).or_else(|| {
        let (id, revision) = name.trim().rsplit_once('.')?;
        let id = known(id, ids())?;
        presets::latest(id).filter(|it| revision.parse() == Ok(it.revision)).map(|it| it.id)
    })
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
fn in_the_room(parts: &[&str], address: &Fragment) -> Option<Route> {
    let own = |it: &str| id_in(it);
    Some(match parts {
        ["learn", id] => Route::Lesson(own(id)?, None),
        ["learn", id, step] => Route::Lesson(own(id)?, Some(own(step)?)),
        ["present", id] => Route::Present(own(id)?, None),
        ["present", id, step] => Route::Present(own(id)?, Some(own(step)?)),
        ["class", id, step] => {
            let codes = listed(&address.values("codes").collect::<Vec<_>>().join(",")).take(CODES).collect();
            Route::Class(own(id)?, own(step)?, codes)
        }
        ["print", sheet, id] => Route::Print(Sheet::ALL.iter().find(|it| it.1 == *sheet)?.0, own(id)?),
        _ => return None,
    })
}

/// So many rulebooks stand side by side.
pub const COMPARED: usize = 4;
/// The name of the open scenario among those that are compared.
pub const OPEN: &str = "open";

/// Whether a rulebook of this name can be compared.
pub fn is_rulebook(name: &str) -> bool {
    name == OPEN || presets::latest(name).is_some()
}

/// The names in a list of an address: each once, and as many as are compared. Those that nobody knows are kept, to be
/// said.
fn names(list: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for it in listed(list) {
        let all = std::iter::once(OPEN).chain(presets::ALL.iter().map(|it| it.id));
        let name = known(&it, all).map_or_else(|| short(&it), str::to_owned);
        let alike = names.iter().filter(|other| is_rulebook(other) == is_rulebook(&name)).count();
        if alike < COMPARED && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Base;

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
            ("#!/lab", Route::Lab),
            ("#/record?at=fact-dog-outcome", Route::Record),
            ("#/learn/../x", Route::Unknown("/learn/../x".into())),
            ("#/print/poster/x", Route::Unknown("/print/poster/x".into())),
            (
                "#/class/a/b?codes=,A1,<b>,,B2",
                Route::Class("a".into(), "b".into(), ["A1", "b", "B2"].map(Into::into).into()),
            ),
            (
                "#/class/a/b?codes=A1%2CB2%20C3.",
                Route::Class("a".into(), "b".into(), ["A1", "B2", "C3"].map(Into::into).into()),
            ),
            ("#/compare?with=", Route::Compare(Vec::new())),
            ("#/compare?with=,open,,%20,open,blank,", Route::Compare(vec!["open".into(), "blank".into()])),
            ("#/compare?with=a,b,c,d,e,f", Route::Compare(["a", "b", "c", "d"].map(Into::into).into())),
            ("#/compare?with=nosuch,open", Route::Compare(vec!["nosuch".into(), "open".into()])),
        ] {
            assert_eq!(route(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn what_happens_to_addresses_on_their_way_is_forgiven() {
        let shared = || Route::Shared("1.aB-_9".into());
        let preset = |id: &str| Route::Preset(id.to_owned());
        let step = || Route::Lesson("twelve-points".into(), Some("by-hand".into()));
        let pair = || Route::Compare(vec!["open".into(), "credit-bureau".into()]);
        for (fragment, expected) in [
            ("#/lab?s%3D1.aB-_9", shared()),
            ("#/lab%3Fs%3D1.aB-_9", shared()),
            ("#%2Flab%3Fs%3D1.aB-_9", shared()),
            ("#%252Flab%253Fs%253D1.aB-_9", shared()),
            ("#/lab?S=1.aB-_9", shared()),
            ("#/LAB?S=1.aB-_9", shared()),
            ("#/lab?utm_source=chat&amp;s=1.aB-_9", shared()),
            ("#/lab?utm_source=chat&amp;amp;s=1.aB-_9", shared()),
            ("#/lab?utm_source=chat;s=1.aB-_9", shared()),
            ("#/lab?utm_source=chat?s=1.aB-_9", shared()),
            ("#/lab&s=1.aB-_9", shared()),
            ("#/lab/?s=1.aB-_9&fbclid=IwAR0", shared()),
            ("#/lab?s=1.aB-_9&utm_source=a&utm_medium=b", shared()),
            ("#/lab?s=&s=1.aB-_9", shared()),
            ("#/lab？s＝1.aB-_9", shared()),
            ("#/lab? s =1.aB-_9", shared()),
            ("#/la\u{ad}b?s=1.a\u{200b}B-_9", shared()),
            ("#/lab?preset=Blank", preset("blank")),
            ("#/lab?preset=blank.", preset("blank")),
            ("#/lab?preset=BLANK%20", preset("blank")),
            ("#/lab?preset=blank%29.", preset("blank")),
            ("#/lab?preset=“blank”", preset("blank")),
            ("#/lab?preset=blank 。", preset("blank")),
            ("#/lab?preset=blank Have a look", preset("blank")),
            ("#/lab?preset=3Dblank", preset("blank")),
            ("#/lab?Preset=Suining-2010", preset("suining-2010")),
            ("#/lab?preset=suining_2010", preset("suining-2010")),
            ("#/lab?preset=Suining 2010", preset("suining-2010")),
            ("#/lab?preset=nosuch", preset("nosuch")),
            ("#/lab?preset=", preset("")),
            ("#/lab?preset=<script>", preset("<script>")),
            ("#/lab?preset=%3Cscript%3E&s", preset("<script>")),
            ("#/lab?amp;preset=blank", preset("blank")),
            ("#/lab?preset=blankets", preset("blankets")),
            ("#/Lab", Route::Lab),
            ("#/record.", Route::Record),
            ("#/Record)?at=x", Route::Record),
            ("#//about//", Route::About),
            ("#/about%20", Route::About),
            ("#/compare?with=open%2Ccredit-bureau", pair()),
            ("#/compare?With=Open%2C%20Credit-Bureau.", pair()),
            ("#/compare?with=open+credit-bureau", pair()),
            ("#/compare?with=open;credit-bureau", pair()),
            ("#/Learn/Twelve-Points/By-Hand.", step()),
            ("#/learn/twelve-points/by-hand/", step()),
            ("#/learn/twelve-points%2Fby-hand", step()),
            ("#/print/Worksheet/Twelve-Points,", Route::Print(Sheet::Worksheet, "twelve-points".into())),
            ("#/present/TWELVE-POINTS”", Route::Present("twelve-points".into(), None)),
        ] {
            assert_eq!(route(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn what_can_be_understood_without_doubt_opens() {
        let whole = encode(&Shared {
            scenario: presets::latest("blank")
                .and_then(|it| it.scenario().ok())
                .unwrap_or_else(|| std::process::abort()),
            base: Some(Base { id: "blank".to_owned(), revision: 1 }),
            view: View::default(),
        });
        for address in [
            "#/lab?s&#61;P",
            "#/lab?s&equals;P",
            "#/lab?s[]=P",
            "#/lab?s[0]=P",
            "#/lab?s:P",
            "#/lab?\u{455}=P",
            "#/lab?P",
            "#/lab?=P",
            "#/?s=P",
            "#?s=P",
            "#/cards?s=P",
            "#/lab?s=1.abc&s=P",
            "#/lab?s=http://x/#/lab?s=P",
            "#s=P",
            "#P",
            "#/P",
            "#/lab/s=P",
            "#/labs=P",
            "#/lab/P",
            "#/lab/s:P",
            "#/lab%25252525253Fs%25252525253DP",
            "#/changes?s=P",
            "#/lab-3Fs-3DP",
            "#_lab-3Fs-3DP",
        ] {
            assert_eq!(route(&address.replace('P', &whole)), Route::Shared(whole.clone()), "{address}");
        }
        for (address, id) in [
            ("#/lab?preset:blank", "blank"),
            ("#/lab/blank", "blank"),
            ("#/?preset=blank", "blank"),
            ("#/society?preset=blank", "blank"),
            ("#/lab/preset=blank", "blank"),
            ("#/labpreset=blank", "blank"),
            ("#/lab?s=&preset=blank", "blank"),
            ("#/lab?preset=suining\u{2013}2010", "suining-2010"),
            ("#/lab?preset=suining\u{2011}2010", "suining-2010"),
            ("#/lab?preset=suining2010", "suining-2010"),
            ("#/lab?preset=blank.1", "blank"),
            ("#/lab?preset=blank&preset=suining-2010", "blank"),
        ] {
            assert_eq!(route(address), Route::Preset(id.to_owned()), "{address}");
        }
        let Route::Shared(payload) = route(&format!("#/society?s={whole}")) else { panic!("no link") };
        assert_eq!(decode(&payload).map(|it| it.view.page), Ok(Some(SOCIETY.to_owned())));
        assert_eq!(route("#/compare?with=open&with=blank"), Route::Compare(["open", "blank"].map(Into::into).into()));
        assert_eq!(
            route("#/lab?preset=rongcheng-rules.1"),
            Route::Preset("rongcheng-rules.1".into()),
            "an older revision"
        );
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (address, expected) in [
            ("#/lab?prest=blank", vec!["prest"]),
            ("#/lab?presets=blank", vec!["presets"]),
            ("#/society?prest=blank&x=1", vec!["prest", "x"]),
            ("#/lab?foo", vec!["foo"]),
            ("#/lab?with=open", vec!["with"]),
            ("#/learn?s=1.abc", vec!["s"]),
            ("#/lab?preset=blank&preset=suining-2010", vec!["preset=suining-2010"]),
            ("#/lab?s=1.abc&preset=blank", vec!["preset=blank"]),
            ("#/lab?s=1.abc", vec![]),
            ("#/lab?s=1.abc&utm_source=x&fbclid=1&gclid=2&mc_cid=3", vec![]),
            ("#/lab?utm_source=x&amp;s=1.abc", vec![]),
            ("#/lab?preset=blank Have a look? And say & tell", vec![]),
            ("#/record?at=x", vec![]),
            ("#/compare?with=open;blank", vec![]),
            ("#/lab", vec![]),
            ("#/nowhere?x=1", vec![]),
        ] {
            assert_eq!(strange_parts(address), expected, "{address}");
        }
    }

    #[test]
    fn places_in_pages_are_forgiven_too() {
        for (fragment, expected) in [
            ("#/record?at=fact-dog-outcome", Some("fact-dog-outcome")),
            ("#/record?at=fact-dog-outcome.", Some("fact-dog-outcome")),
            ("#/record?At=Fact-Dog-Outcome%20", Some("fact-dog-outcome")),
            ("#/record?x=1&amp;at=fact-dog-outcome”", Some("fact-dog-outcome")),
            ("#/record?at=", None),
            ("#/record", None),
        ] {
            assert_eq!(place_in(fragment).as_deref(), expected, "{fragment}");
        }
    }

    #[test]
    fn pages_that_may_have_been_meant_are_named() {
        for (address, expected) in [
            ("/labb", vec![Route::Lab]),
            ("/recrod", vec![Route::Record]),
            ("/lessons", vec![]),
            ("/clams/x", vec![Route::Claims]),
            ("", vec![]),
        ] {
            assert_eq!(near_pages(address), expected, "{address}");
        }
    }
}
