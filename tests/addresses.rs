//! What addresses open: after Back, Forward, reloads, edits in between, the same link again. One address, one document.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::memory::Memory;
use proptest::prelude::*;
use social_credit_lab::editor::drafts::Drafts;
use social_credit_lab::editor::open::{
    Arrival, Notice, arrive, is_there, notice, preset, show_own, show_sent, shows_document,
};
use social_credit_lab::editor::{History, Route};
use social_credit_lab::scenario::Scenario;
use social_credit_lab::scenario::link::{LinkError, decode};

const LINK_A: &str = include_str!("golden/links/three-edits.txt");
const LINK_B: &str = include_str!("golden/links/principles.txt");
/// A preset as it is, in a link.
const LINK_C: &str = include_str!("golden/links/suining-2010.1.txt");

/// A tab of a browser: its history of addresses, and the page in it.
struct Tab {
    addresses: Vec<String>,
    at: usize,
    history: History,
    arrival: Arrival,
    session: Memory,
    drafts: Drafts<Memory>,
    all: Memory,
    names: u32,
}

impl Tab {
    fn new(address: &str) -> Self {
        let all = Memory::default();
        let mut tab = Self {
            addresses: vec![address.to_owned()],
            at: 0,
            history: History::new(preset("rongcheng-rules", "first".to_owned()).unwrap()),
            arrival: Arrival::Open,
            session: Memory::default(),
            drafts: Drafts::new(all.clone()),
            all,
            names: 0,
        };
        tab.arrive();
        tab
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("d{}", self.names)
    }

    fn route(&self) -> Route {
        self.addresses[self.at].parse().unwrap()
    }

    fn arrive(&mut self) {
        let name = self.name();
        let route = self.route();
        self.arrival = arrive(&mut self.history, &route, name).0;
    }

    /// What the page does after every change of the document.
    fn follow(&mut self) {
        if !is_there(&self.arrival, self.history.now()) {
            self.addresses[self.at] = "#/lab".to_owned();
            self.arrival = Arrival::Open;
        }
    }

    fn go(&mut self, address: &str) {
        if self.addresses[self.at] != address {
            self.addresses.truncate(self.at + 1);
            self.addresses.push(address.to_owned());
            self.at += 1;
        }
        self.arrive();
    }

    fn step(&mut self, back: bool) {
        let to = if back { self.at.checked_sub(1) } else { Some(self.at + 1).filter(|it| *it < self.addresses.len()) };
        if let Some(to) = to {
            self.at = to;
            self.arrive();
        }
    }

    fn keep(&mut self) {
        let mut names = self.names;
        let fresh = || {
            names += 1;
            format!("d{names}")
        };
        self.drafts.keep(&mut self.history, 0.0, fresh);
        self.names = names;
    }

    fn reload(&mut self) {
        self.keep();
        self.drafts.keep_work(&self.session, &self.history);
        self.drafts = Drafts::new(self.all.clone());
        self.history = self.drafts.work(&self.session, "w").unwrap().history.unwrap();
        self.arrive();
    }

    fn edit(&mut self, title: &str) {
        self.history.edit("", 0.0, |it| title.clone_into(&mut it.title));
        self.follow();
    }

    fn title(&self) -> String {
        self.history.now().scenario.title.clone()
    }

    fn notice(&self) -> Option<Notice> {
        notice(&self.arrival, &self.history)
    }
}

fn link(text: &str) -> String {
    format!("#/lab?s={}", text.trim())
}

/// What an address names, if it names a document.
fn named(route: &Route) -> Option<Scenario> {
    match route {
        Route::Preset(id) => Some((*preset(id, String::new()).unwrap().scenario).clone()),
        Route::Shared(payload) => Some(decode(payload).unwrap().scenario),
        _ => None,
    }
}

const SUINING: &str = "#/lab?preset=suining-2010";

#[test]
fn a_page_shows_the_document_only_where_it_opened_one() {
    let cases = [
        (SUINING.to_owned(), true),
        (link(LINK_A), true),
        ("#/lab".to_owned(), true),
        ("#/changes".to_owned(), true),
        ("#/society".to_owned(), true),
        ("#/lab?preset=nosuch".to_owned(), false),
        ("#/lab?s=1.broken".to_owned(), false),
        ("#/lab?s=".to_owned(), false),
        ("#/record".to_owned(), false),
        ("#/".to_owned(), false),
    ];
    for (address, shown) in cases {
        let mut tab = Tab::new("#/lab");
        tab.edit("Mine");
        tab.go(&address);
        assert_eq!(shows_document(&tab.route(), &tab.arrival), shown, "{address}");
    }
    let held = Tab::new(&link(LINK_A));
    assert!(!shows_document(&held.route(), &Arrival::Held));
}

#[test]
fn back_shows_what_the_link_holds() {
    let mut tab = Tab::new(&link(LINK_A));
    let sent = tab.title();
    assert_eq!(tab.notice(), Some(Notice::Sent));
    tab.go(SUINING);
    assert_ne!(tab.title(), sent);
    assert_eq!(tab.notice(), None);
    tab.step(true);
    assert_eq!((tab.title(), tab.notice()), (sent, Some(Notice::Sent)));
    tab.step(false);
    assert_eq!(tab.history.now().base.as_ref().unwrap().id, "suining-2010");
}

#[test]
fn what_the_reader_made_of_a_link_comes_back_with_its_notice() {
    let address = link(LINK_A);
    let mut tab = Tab::new(&address);
    tab.edit("Mine");
    assert_eq!(tab.notice(), Some(Notice::OwnOfLink));
    for way in ["back", "reload", "pasted", "forward"] {
        match way {
            "back" => {
                tab.go(SUINING);
                tab.step(true);
            }
            "reload" => tab.reload(),
            "pasted" => {
                tab.go("#/record");
                tab.go(&address);
            }
            _ => {
                tab.step(true);
                tab.step(false);
            }
        }
        assert_eq!((tab.title().as_str(), tab.notice()), ("Mine", Some(Notice::OwnOfLink)), "{way}");
    }
    let name = tab.name();
    show_sent(&mut tab.history, name);
    assert_eq!(tab.notice(), Some(Notice::SentBesideOwn));
    assert_eq!(Some((*tab.history.now().scenario).clone()), named(&tab.route()));
    tab.history.undo();
    assert_eq!((tab.title().as_str(), tab.notice()), ("Mine", Some(Notice::OwnOfLink)));
}

#[test]
fn from_what_was_sent_a_press_leads_back_to_ones_own_version() {
    for (address, own, sent) in [
        (link(LINK_A), Notice::OwnOfLink, Notice::SentBesideOwn),
        (SUINING.to_owned(), Notice::OwnOfPreset, Notice::PresetBesideOwn),
    ] {
        let mut tab = Tab::new(&address);
        tab.edit("Mine");
        tab.go("#/lab?preset=blank");
        tab.step(true);
        let draft = tab.history.now().draft.clone();
        assert_eq!(tab.notice(), Some(own));
        for again in [false, true] {
            let name = tab.name();
            show_sent(&mut tab.history, name);
            tab.follow();
            if again {
                tab.reload();
            }
            assert_eq!(tab.notice(), Some(sent));
            show_own(&mut tab.history);
            tab.follow();
            assert_eq!((tab.title().as_str(), tab.notice(), &tab.history.now().draft), ("Mine", Some(own), &draft));
        }
        // What was made of the sent one since then is another version, and the latest leads back.
        let name = tab.name();
        show_sent(&mut tab.history, name);
        tab.edit("Mine as well");
        let name = tab.name();
        show_sent(&mut tab.history, name);
        show_own(&mut tab.history);
        assert_eq!(tab.title(), "Mine as well");
    }
    // Who changed nothing, or took it back again, has no version.
    let mut tab = Tab::new(&link(LINK_A));
    tab.edit("Mine");
    tab.history.undo();
    assert_eq!(tab.notice(), Some(Notice::Sent));
    tab.history.redo();
    assert_eq!(tab.notice(), Some(Notice::OwnOfLink));
}

#[test]
fn a_preset_is_not_a_link_that_was_made_of_it() {
    let mut tab = Tab::new(&link(LINK_A));
    let base = tab.history.now().base.clone().unwrap().id;
    tab.go(&format!("#/lab?preset={base}"));
    assert_eq!(Some((*tab.history.now().scenario).clone()), named(&tab.route()));
    tab.edit("Mine");
    assert_eq!(tab.notice(), None, "it is being edited where it stands");
    tab.go(&link(LINK_A));
    assert_eq!(tab.notice(), Some(Notice::Sent));
    tab.step(true);
    assert_eq!((tab.title().as_str(), tab.notice()), ("Mine", Some(Notice::OwnOfPreset)));
}

#[test]
fn what_is_taken_back_leaves_the_address() {
    let mut tab = Tab::new("#/lab");
    tab.edit("Mine");
    tab.go(&link(LINK_A));
    tab.history.undo();
    tab.follow();
    assert_eq!((tab.title().as_str(), tab.addresses[tab.at].as_str(), tab.notice()), ("Mine", "#/lab", None));
    tab.reload();
    assert_eq!(tab.title(), "Mine");
}

#[test]
fn nothing_is_put_in_the_place_of_what_cannot_be_opened() {
    let mut tab = Tab::new("#/lab");
    tab.edit("Mine");
    for (address, expected) in [
        ("#/lab?preset=nosuch", Arrival::NoPreset("nosuch".to_owned())),
        ("#/lab?preset=", Arrival::NoPreset(String::new())),
        ("#/lab?s=", Arrival::Broken(LinkError::Empty)),
        ("#/lab?s=hello", Arrival::Broken(LinkError::UnknownVersion { found: 'h' })),
        ("#/lab", Arrival::Open),
        ("#/society", Arrival::Open),
    ] {
        tab.go(address);
        assert_eq!(tab.arrival, expected, "{address}");
        assert_eq!(tab.title(), "Mine", "{address}");
    }
}

/// What a visitor does.
#[derive(Clone, Copy, Debug)]
enum Act {
    Go(u8),
    Edit,
    Undo,
    Redo,
    Back,
    Forward,
    Reload,
    Keep,
    PasteAgain,
    ShowSent,
    ShowOwn,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0..7u8).prop_map(Act::Go),
        5 => Just(Act::Edit),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        4 => Just(Act::Back),
        3 => Just(Act::Forward),
        2 => Just(Act::Reload),
        1 => Just(Act::Keep),
        2 => Just(Act::PasteAgain),
        1 => Just(Act::ShowSent),
        1 => Just(Act::ShowOwn),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// After every act, what is shown is what the address names, or what the reader made of it and the page says so; and
    /// every edit that was not taken back can be found among the steps or in a draft.
    #[test]
    fn one_address_one_document(acts in prop::collection::vec(act(), 1..35)) {
        let addresses = [link(LINK_A), link(LINK_B), link(LINK_C), SUINING.to_owned(), "#/lab?preset=blank".to_owned(), "#/lab".to_owned(), "#/record".to_owned()];
        let mut tab = Tab::new("#/lab");
        let mut made: Vec<String> = Vec::new();
        for (nth, act) in acts.into_iter().enumerate() {
            match act {
                Act::Go(it) => tab.go(&addresses[usize::from(it)]),
                Act::Edit => {
                    tab.edit(&format!("Edit {nth}"));
                    made.push(format!("Edit {nth}"));
                }
                Act::Undo => {
                    let title = tab.title();
                    if tab.history.past().last().is_some_and(|it| it.before.draft == it.after.draft) {
                        made.retain(|it| *it != title);
                    }
                    tab.history.undo();
                    tab.follow();
                }
                Act::Redo => {
                    tab.history.redo();
                    tab.follow();
                    if tab.title().starts_with("Edit") {
                        made.push(tab.title());
                    }
                }
                Act::Back => tab.step(true),
                Act::Forward => tab.step(false),
                Act::Reload => tab.reload(),
                Act::Keep => tab.keep(),
                Act::PasteAgain => {
                    let same = tab.addresses[tab.at].clone();
                    tab.go(&same);
                }
                Act::ShowSent => {
                    let name = tab.name();
                    show_sent(&mut tab.history, name);
                    tab.follow();
                }
                Act::ShowOwn => {
                    show_own(&mut tab.history);
                    tab.follow();
                }
            }
            let now = tab.history.now().clone();
            let shows_it = named(&tab.route()).is_none_or(|it| it == *now.scenario);
            let is_own = matches!(tab.notice(), Some(Notice::OwnOfLink | Notice::OwnOfPreset));
            let is_edited_here = matches!(tab.route(), Route::Preset(_)) && is_there(&tab.arrival, &now) && now.is_changed();
            prop_assert!(shows_it || is_own || is_edited_here, "{:?}: {} at {}", act, now.scenario.title, tab.addresses[tab.at]);
            prop_assert!(!matches!(tab.notice(), Some(Notice::Sent | Notice::SentBesideOwn | Notice::PresetBesideOwn)) || shows_it);

            let mut probe = Drafts::new(tab.all.clone());
            let mut histories = vec![tab.history.clone()];
            for it in probe.list().unwrap() {
                histories.extend(probe.open(&it.summary.draft, "probe"));
            }
            let states: Vec<String> = histories.iter().flat_map(|it| {
                let entries = it.past().iter().chain(it.future());
                entries.flat_map(|it| [&it.before, &it.after]).chain([it.now()]).map(|it| it.scenario.title.clone()).collect::<Vec<_>>()
            }).collect();
            for title in &made {
                prop_assert!(states.contains(title), "{} is gone after {:?}", title, act);
            }
        }
    }
}
