//! What a browser keeps: drafts of one tab and of several, what cannot be read, stores that fail, openings that did not end.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::cell::Cell;
use std::sync::Arc;

use common::memory::Memory;
use proptest::prelude::*;
use serde::Deserialize;
use social_credit_lab::editor::draft::Unreadable;
use social_credit_lab::editor::drafts::{Drafts, Kept, MOST, Refused, WORK};
use social_credit_lab::editor::guard::{Opening, begin, end, leave};
use social_credit_lab::editor::history::{Document, History};
use social_credit_lab::editor::open::preset;
use social_credit_lab::editor::store::{Found, Store, Trouble, find, read_versioned};
use social_credit_lab::scenario::presets;

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Thing {
    #[serde(default)]
    n: u32,
}

fn look(store: &Memory) -> Result<Found<Thing>, Trouble> {
    find(store, "thing", |it| read_versioned(it, 1))
}

#[test]
fn what_cannot_be_read_is_passed_by() {
    for (kept, thing, name, n_unreadable) in [
        (vec![], None, "thing", 0),
        (vec![("thing", "{\"n\":3}")], Some(3), "thing", 0),
        (vec![("thing", "{\"version\":1,\"n\":3}")], Some(3), "thing", 0),
        (vec![("thing", "{\"version\":2,\"n\":3}")], None, "thing.2", 1),
        (vec![("thing", "{\"version\":\"x\",\"n\":3}")], None, "thing.2", 1),
        (vec![("thing", "")], None, "thing.2", 1),
        (vec![("thing", "{")], None, "thing.2", 1),
        (vec![("thing", "[]{")], None, "thing.2", 1),
        (vec![("thing", "{"), ("thing.2", "{\"n\":4}")], Some(4), "thing.2", 1),
        (vec![("thing", "{"), ("thing.2", "}")], None, "thing.3", 2),
    ] {
        let store = Memory::default();
        for (name, text) in &kept {
            store.set(name, text).unwrap();
        }
        let found = look(&store).unwrap();
        assert_eq!(found.thing.map(|it| it.n), thing, "{kept:?}");
        assert_eq!((found.name.as_str(), found.unreadable.len()), (name, n_unreadable), "{kept:?}");
    }
    let store = Memory::default();
    store.throws.set(true);
    assert_eq!(look(&store), Err(Trouble::Blocked));
}

#[test]
fn what_did_not_end_is_not_begun_again() {
    let (tab, all) = (Memory::default(), Memory::default());
    let (one, two) = (Opening::link("1.one"), Opening::link("1.two"));
    assert!(begin(&tab, &all, &one, 0.0));
    assert!(!begin(&tab, &all, &one, 50_000.0), "the tab froze and was loaded again");
    assert!(!begin(&tab, &all, &one, 60_000.0), "and again");
    assert!(begin(&tab, &all, &two, 60_000.0), "another link is not to blame");
    end(&tab, &all, &two);
    assert!(begin(&tab, &all, &two, 70_000.0));
    assert!(!begin(&tab, &all, &one, 80_000.0), "that another one ended says nothing about the first");
    end(&tab, &all, &one);
    assert!(begin(&tab, &all, &one, 90_000.0));
}

#[test]
fn other_tabs_are_given_time() {
    let all = Memory::default();
    let one = Opening::link("1.one");
    assert!(begin(&Memory::default(), &all, &one, 100_000.0));
    assert!(begin(&Memory::default(), &all, &one, 101_000.0), "both are opening it");
    assert!(!begin(&Memory::default(), &all, &one, 200_000.0), "the first never ended");
    assert!(!begin(&Memory::default(), &all, &one, 50_000.0), "nor if the clock was put back");
}

#[test]
fn who_leaves_at_once_may_come_back() {
    let (tab, all) = (Memory::default(), Memory::default());
    let one = Opening::link("1.one");
    begin(&tab, &all, &one, 0.0);
    leave(&tab, &all, 300.0);
    assert!(begin(&tab, &all, &one, 400.0));
    leave(&tab, &all, 30_000.0);
    assert!(!begin(&tab, &all, &one, 31_000.0), "that was a freeze");
}

#[test]
fn without_a_store_everything_is_opened() {
    let store = Memory::default();
    store.throws.set(true);
    assert!(begin(&store, &store, &Opening::work(), 0.0) && begin(&store, &store, &Opening::work(), 1.0));
}

thread_local! {
    static NAMES: Cell<u32> = const { Cell::new(0) };
}

/// A name that no draft has.
fn fresh() -> String {
    NAMES.set(NAMES.get() + 1);
    format!("d{}", NAMES.get())
}

fn opened(id: &str) -> Document {
    preset(id, fresh()).unwrap()
}

fn rename(history: &mut History, title: &str) {
    history.edit("", 0.0, |it| title.clone_into(&mut it.title));
}

fn titles(drafts: &Drafts<Memory>) -> Vec<String> {
    drafts.list().unwrap().into_iter().map(|it| it.summary.title).collect()
}

/// All scenarios that can be brought back from the drafts, by their titles.
fn all_titles(memory: &Memory) -> Vec<String> {
    let mut drafts = Drafts::new(memory.clone());
    let mut all = Vec::new();
    for it in drafts.list().unwrap() {
        let Ok(history) = drafts.open(&it.summary.draft, &fresh()) else { continue };
        all.extend(states(&history));
    }
    all
}

fn states(history: &History) -> Vec<String> {
    let title = |it: &Document| it.scenario.title.clone();
    let entries = history.past().iter().chain(history.future());
    entries.flat_map(|it| [title(&it.before), title(&it.after)]).chain([title(history.now())]).collect()
}

#[test]
fn only_what_was_changed_is_a_draft() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    rename(&mut history, "Mine");
    drafts.keep(&mut history, 1.0, fresh);
    // Looking at others, each long enough to be kept, with the edit still among the steps that can be undone.
    for (at, it) in presets::ALL.iter().cycle().take(45).enumerate() {
        history.open(Document::new(Arc::new(it.scenario().unwrap()), None, fresh()));
        drafts.keep(&mut history, 2.0 + at as f64, fresh);
        drafts.keep(&mut history, 2.5 + at as f64, fresh);
    }
    assert_eq!(titles(&drafts), ["Mine"]);
    let draft = drafts.list().unwrap()[0].summary.draft.clone();
    let again = Drafts::new(memory).open(&draft, "x").unwrap();
    assert_eq!((again.now().scenario.title.as_str(), again.past().len()), ("Mine", 1));
}

#[test]
fn what_was_changed_just_before_something_else_was_opened_is_kept() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    rename(&mut history, "One");
    history.open(opened("suining-2010"));
    rename(&mut history, "Two");
    history.open(opened("credit-bureau"));
    drafts.keep(&mut history, 1.0, fresh);
    assert_eq!(titles(&drafts), ["Two", "One"]);
    // An edit that was taken back again leaves a draft with the step that can be done again.
    let mut undone = History::new(opened("blank"));
    rename(&mut undone, "Three");
    drafts.keep(&mut undone, 2.0, fresh);
    undone.undo();
    drafts.keep(&mut undone, 3.0, fresh);
    assert!(all_titles(&memory).contains(&"Three".to_owned()));
}

/// Keeps so many drafts, of which each was changed.
fn keep_many(drafts: &mut Drafts<Memory>, names: std::ops::RangeInclusive<usize>) -> Vec<Kept> {
    let keep = |nth: usize| {
        let mut history = History::new(opened("blank"));
        rename(&mut history, &format!("Draft {nth}"));
        drafts.keep(&mut history, nth as f64, fresh)
    };
    names.map(keep).collect()
}

#[test]
fn what_gives_way_is_told_before() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    assert!(keep_many(&mut drafts, 1..=MOST).iter().all(|it| it.leaving.is_none()));
    let leaving = |kept: &[Kept]| kept[0].leaving.as_ref().map(|it| it.title.clone());
    assert_eq!(leaving(&keep_many(&mut drafts, 21..=21)).as_deref(), Some("Draft 1"));
    assert!(titles(&drafts).contains(&"Draft 1".to_owned()), "it was told, and is still there");
    assert_eq!(leaving(&keep_many(&mut drafts, 22..=22)).as_deref(), Some("Draft 2"));
    let left = titles(&drafts);
    assert!(!left.contains(&"Draft 1".to_owned()) && left.contains(&"Draft 2".to_owned()), "{left:?}");
    // Who makes room has nothing more to fear.
    let second = drafts.list().unwrap().pop().unwrap().summary;
    drafts.delete(&second.draft).unwrap();
    assert_eq!(titles(&drafts).len(), MOST);
    assert_eq!(leaving(&keep_many(&mut drafts, 22..=22)).as_deref(), Some("Draft 3"));
}

#[test]
fn drafts_of_before_open_and_those_that_were_never_changed_give_way_first() {
    let memory = Memory::default();
    for (name, text) in [
        ("worked-on", include_str!("fixtures/drafts/worked-on.1.json")),
        ("untouched", include_str!("fixtures/drafts/untouched.1.json")),
    ] {
        memory.set(&format!("scl.draft.{name}"), text).unwrap();
    }
    let list = r#"[{"draft":"worked-on","title":"Blank","saved":1.0,"steps":1},{"draft":"untouched","title":"Suining","saved":9e15,"steps":1}]"#;
    memory.set("scl.drafts", list).unwrap();
    let mut drafts = Drafts::new(memory.clone());
    assert_eq!(titles(&drafts), ["Suining", "Blank"]);
    let old = drafts.open("worked-on", "x").unwrap();
    assert!(old.now().is_changed());
    assert_eq!(old.now().scenario.title, "My own scenario");
    keep_many(&mut drafts, 1..=MOST - 1);
    assert!(titles(&drafts).contains(&"Blank".to_owned()) && !titles(&drafts).contains(&"Suining".to_owned()));
}

#[test]
fn a_list_that_is_broken_hides_nothing() {
    let row = |name: &str| format!(r#"{{"draft":"{name}","title":"T","saved":1.0,"steps":1}}"#);
    for list in [
        None,
        Some(String::new()),
        Some("[".into()),
        Some("{}".into()),
        Some("null".into()),
        Some(r#"[{"draft":7}]"#.into()),
        Some(format!("[{}]", row("gone"))),
    ] {
        let memory = Memory::default();
        let mut drafts = Drafts::new(memory.clone());
        keep_many(&mut drafts, 1..=3);
        match &list {
            Some(list) => memory.set("scl.drafts", list).unwrap(),
            None => memory.remove("scl.drafts").unwrap(),
        }
        assert_eq!(titles(&drafts), ["Draft 3", "Draft 2", "Draft 1"], "{list:?}");
        keep_many(&mut drafts, 4..=4);
        assert_eq!(titles(&drafts), ["Draft 4", "Draft 3", "Draft 2", "Draft 1"], "{list:?}");
        drafts.clear(&Memory::default(), &History::new(opened("blank"))).unwrap();
        assert!(memory.texts.borrow().is_empty(), "{list:?}");
    }
}

#[test]
fn what_cannot_be_read_is_listed_kept_and_cleared() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    keep_many(&mut drafts, 1..=1);
    for (name, text, why) in [
        ("later", r#"{"version":2,"pages":[]}"#, Unreadable::Later),
        ("torn", r#"{"version":1,"start":{"scen"#, Unreadable::Damaged),
        ("empty", "", Unreadable::Damaged),
    ] {
        memory.set(&format!("scl.draft.{name}"), text).unwrap();
        let listed = drafts.list().unwrap().into_iter().find(|it| it.summary.draft == name).unwrap();
        assert_eq!(listed.unreadable, Some(why), "{name}");
        assert_eq!(drafts.open(name, "x").unwrap_err(), Refused::Unreadable(why));
        // A tab that goes on under this name by chance goes apart.
        let mut history = History::new(Document { draft: name.to_owned(), ..opened("blank") });
        rename(&mut history, "Mine");
        assert!(drafts.keep(&mut history, 1.0, fresh).apart);
        assert_eq!(memory.text(&format!("scl.draft.{name}")).as_deref(), Some(text), "{name}");
    }
    keep_many(&mut drafts, 2..=30);
    assert_eq!(memory.text("scl.draft.later").as_deref(), Some(r#"{"version":2,"pages":[]}"#));
    drafts.clear(&Memory::default(), &History::new(opened("blank"))).unwrap();
    assert!(memory.texts.borrow().is_empty());
}

#[test]
fn two_tabs_with_one_draft_keep_both() {
    let memory = Memory::default();
    let (mut one, mut two) = (Drafts::new(memory.clone()), Drafts::new(memory.clone()));
    let mut first = History::new(opened("blank"));
    rename(&mut first, "First");
    one.keep(&mut first, 1.0, fresh);
    let mut second = two.open(&first.now().draft, &fresh()).unwrap();
    rename(&mut second, "Second");
    assert!(!two.keep(&mut second, 2.0, fresh).apart, "it is as this tab read it");
    rename(&mut first, "First again");
    assert!(one.keep(&mut first, 3.0, fresh).apart);
    assert_eq!(titles(&one), ["First again", "Second"]);
    // From now on each writes its own.
    rename(&mut first, "First at last");
    rename(&mut second, "Second at last");
    assert!(!one.keep(&mut first, 4.0, fresh).apart && !two.keep(&mut second, 5.0, fresh).apart);
    assert_eq!(titles(&one), ["Second at last", "First at last"]);
}

#[test]
fn a_copied_tab_goes_apart() {
    let (memory, tab) = (Memory::default(), Memory::default());
    let mut one = Drafts::new(memory.clone());
    let mut first = History::new(opened("blank"));
    rename(&mut first, "First");
    one.keep(&mut first, 1.0, fresh);
    one.keep_work(&tab, &first);
    let mut two = Drafts::new(memory.clone());
    let mut second = two.work(&tab, &fresh()).unwrap().history.unwrap();
    rename(&mut second, "Second");
    rename(&mut first, "First again");
    assert!(!one.keep(&mut first, 2.0, fresh).apart);
    assert!(two.keep(&mut second, 3.0, fresh).apart);
    assert_eq!(titles(&one), ["Second", "First again"]);
}

#[test]
fn a_reload_keeps_what_was_only_opened() {
    let (memory, tab) = (Memory::default(), Memory::default());
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    let mut scenario = (*opened("suining-2010").scenario).clone();
    scenario.title = "From a file".to_owned();
    history.open(Document::new(Arc::new(scenario), None, fresh()));
    drafts.keep_work(&tab, &history);
    let mut again = Drafts::new(memory).work(&tab, &fresh()).unwrap().history.unwrap();
    assert_eq!(again.now(), history.now());
    assert!(again.undo());
    // Without room nothing old is brought back.
    tab.room.set(Some(10));
    drafts.keep_work(&tab, &history);
    assert_eq!(tab.text("scl.work"), None);
}

#[test]
fn work_that_cannot_be_read_stays_and_new_work_lies_beside_it() {
    let later = r#"{"seen":{},"kept":[],"history":"{\"version\":9}"}"#;
    for text in ["", "{", "{\"history\":7}", "[]", later] {
        let tab = Memory::default();
        tab.set(WORK, text).unwrap();
        let mut drafts = Drafts::new(Memory::default());
        let work = drafts.work(&tab, &fresh()).unwrap();
        assert!(work.history.is_none() && work.unreadable == [WORK], "{text}");
        let mut history = History::new(opened("blank"));
        rename(&mut history, "Since then");
        drafts.keep_work(&tab, &history);
        assert_eq!(tab.text(WORK).as_deref(), Some(text));
        let mut drafts = Drafts::new(Memory::default());
        let again = drafts.work(&tab, &fresh()).unwrap();
        assert_eq!(again.history.unwrap().now().scenario.title, "Since then", "{text}");
        assert_eq!(again.unreadable, [WORK]);
        // Who clears everything is rid of both.
        drafts.clear(&tab, &history).unwrap();
        assert!(tab.texts.borrow().is_empty(), "{text}");
    }
}

#[test]
fn work_that_is_torn_is_opened_as_far_as_it_goes_and_stays() {
    let (memory, tab) = (Memory::default(), Memory::default());
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    rename(&mut history, "One");
    rename(&mut history, "Two");
    drafts.keep(&mut history, 1.0, fresh);
    drafts.keep_work(&tab, &history);
    let whole = tab.text(WORK).unwrap();
    let torn = whole.replacen(r#"{\"title\":[\"Two\"]}"#, r#"{\"nothing\":[1]}"#, 1);
    assert_ne!(torn, whole);
    tab.set(WORK, &torn).unwrap();
    let mut drafts = Drafts::new(memory.clone());
    let work = drafts.work(&tab, "other").unwrap();
    let mut history = work.history.unwrap();
    assert_eq!((history.now().scenario.title.as_str(), history.now().draft.as_str()), ("One", "other"));
    rename(&mut history, "Three");
    drafts.keep(&mut history, 2.0, fresh);
    drafts.keep_work(&tab, &history);
    assert_eq!(tab.text(WORK), Some(torn));
    assert_eq!(titles(&drafts), ["Three", "Two"]);
}

#[test]
fn without_a_look_at_the_work_nothing_is_written_over_it() {
    let tab = Memory::default();
    tab.set(WORK, "{").unwrap();
    tab.throws.set(true);
    let mut drafts = Drafts::new(Memory::default());
    assert!(drafts.work(&tab, "x").is_err());
    tab.throws.set(false);
    drafts.keep_work(&tab, &History::new(opened("blank")));
    assert_eq!(tab.text(WORK).as_deref(), Some("{"));
}

#[test]
fn clearing_leaves_nothing_of_ones_own() {
    let (memory, tab) = (Memory::default(), Memory::default());
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    rename(&mut history, "Mine");
    drafts.keep(&mut history, 1.0, fresh);
    drafts.keep_work(&tab, &history);
    tab.set("scl.tab", "old").unwrap();
    tab.set("scl.theme", "dark").unwrap();
    history.open(opened("suining-2010"));
    rename(&mut history, "Mine too, of this moment");
    drafts.clear(&tab, &history).unwrap();
    // What waits to be kept, and whatever is kept when the page is left, brings nothing back.
    drafts.keep(&mut history, 2.0, fresh);
    drafts.keep_work(&tab, &history);
    assert!(memory.texts.borrow().is_empty(), "{:?}", memory.texts);
    assert_eq!(tab.texts.borrow().keys().collect::<Vec<_>>(), ["scl.theme"]);
    // Who goes on works as before.
    rename(&mut history, "Since then");
    drafts.keep(&mut history, 3.0, fresh);
    drafts.keep_work(&tab, &history);
    assert_eq!(titles(&drafts), ["Since then"]);
    assert!(tab.text(WORK).is_some());
}

#[test]
fn what_cannot_be_deleted_is_told_and_the_rest_is_deleted() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    keep_many(&mut drafts, 1..=3);
    let stuck = drafts.list().unwrap()[1].summary.draft.clone();
    *memory.stuck.borrow_mut() = format!("scl.draft.{stuck}");
    assert_eq!(drafts.delete(&stuck), Err(Trouble::Blocked));
    assert_eq!(titles(&drafts).len(), 3);
    assert_eq!(drafts.clear(&Memory::default(), &History::new(opened("blank"))), Err(Trouble::Blocked));
    assert_eq!(titles(&drafts), ["Draft 2"]);
    // A list that cannot be written hides and invents nothing.
    memory.stuck.borrow_mut().clear();
    keep_many(&mut drafts, 4..=4);
    memory.room.set(Some(0));
    drafts.delete(&stuck).unwrap();
    assert_eq!(titles(&drafts), ["Draft 4"]);
}

#[test]
fn what_cannot_be_kept_stands_in_nobodys_way() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    for title in ["One", "Two", "Three"] {
        rename(&mut history, title);
        history.open(opened("suining-2010"));
    }
    let second = history.past()[2].before.draft.clone();
    *memory.stuck.borrow_mut() = format!("scl.draft.{second}");
    let kept = drafts.keep(&mut history, 1.0, fresh);
    assert_eq!((kept.trouble, kept.failed), (Some(Trouble::Blocked), vec!["Two".to_owned()]));
    assert_eq!(titles(&drafts), ["Three", "One"]);
    memory.stuck.borrow_mut().clear();
    let kept = drafts.keep(&mut history, 2.0, fresh);
    assert_eq!((kept.trouble, kept.failed.len()), (None, 0));
    assert_eq!(titles(&drafts), ["Two", "Three", "One"]);
}

#[test]
fn a_list_of_drafts_tells_them_apart() {
    let mut drafts = Drafts::new(Memory::default());
    let mut history = History::new(opened("blank"));
    history.edit("", 0.0, |it| it.summary.push('!'));
    history.edit("", 0.0, |it| drop(it.events.pop()));
    drafts.keep(&mut history, 1.0, fresh);
    let sent = Document { baseline: history.now().scenario.clone(), ..opened("blank") };
    let mut of_link = History::new(sent);
    of_link.edit("", 0.0, |it| it.summary.push('?'));
    drafts.keep(&mut of_link, 2.0, fresh);
    let listed: Vec<_> =
        drafts.list().unwrap().into_iter().map(|it| (it.summary.changes, it.summary.published)).collect();
    assert_eq!(listed, [(Some(1), false), (Some(2), true)]);
}

#[test]
fn a_store_that_fails_loses_nothing() {
    let memory = Memory::default();
    let mut drafts = Drafts::new(memory.clone());
    keep_many(&mut drafts, 1..=3);
    let before = memory.texts.borrow().clone();
    let mut history = History::new(opened("blank"));
    rename(&mut history, "Mine");
    memory.throws.set(true);
    assert_eq!(drafts.keep(&mut history, 1.0, fresh).trouble, Some(Trouble::Blocked));
    assert_eq!(drafts.list(), Err(Trouble::Blocked));
    memory.throws.set(false);
    memory.room.set(Some(before.values().map(String::len).sum::<usize>() + 100));
    assert_eq!(drafts.keep(&mut history, 1.0, fresh).trouble, Some(Trouble::Full));
    assert_eq!(*memory.texts.borrow(), before);
    // As soon as there is room, what could not be kept is kept.
    memory.room.set(None);
    history.open(opened("suining-2010"));
    drafts.keep(&mut history, 2.0, fresh);
    assert_eq!(titles(&drafts)[0], "Mine");
}

#[test]
fn what_found_no_room_is_kept_after_a_reload() {
    let (memory, tab) = (Memory::default(), Memory::default());
    let mut drafts = Drafts::new(memory.clone());
    let mut history = History::new(opened("blank"));
    rename(&mut history, "First");
    drafts.keep(&mut history, 1.0, fresh);
    rename(&mut history, "Second");
    memory.room.set(Some(10));
    assert_eq!(drafts.keep(&mut history, 2.0, fresh).trouble, Some(Trouble::Full));
    drafts.keep_work(&tab, &history);

    let mut drafts = Drafts::new(memory.clone());
    let mut history = drafts.work(&tab, &fresh()).unwrap().history.unwrap();
    assert_eq!(history.now().scenario.title, "Second");
    assert_eq!(drafts.keep(&mut history, 3.0, fresh).trouble, Some(Trouble::Full), "it is not taken for kept");
    memory.room.set(None);
    drafts.keep(&mut history, 4.0, fresh);
    assert_eq!(titles(&drafts), ["Second"]);
}

#[test]
fn nobody_is_told_that_a_draft_goes_once_there_is_room() {
    let mut drafts = Drafts::new(Memory::default());
    assert!(keep_many(&mut drafts, 1..=MOST + 1).iter().any(|it| it.leaving.is_some()) && drafts.leaving().is_some());
    for it in drafts.list().unwrap().into_iter().take(5) {
        drafts.delete(&it.summary.draft).unwrap();
    }
    assert_eq!(drafts.leaving(), None);
    // The warning of before is not enough for what goes later.
    let kept = keep_many(&mut drafts, 30..=34);
    assert_eq!(drafts.list().unwrap().len(), MOST + 1);
    assert!(kept.iter().any(|it| it.leaving.is_some()));
}

#[test]
fn a_clock_that_was_put_back_does_not_age_a_draft() {
    let mut drafts = Drafts::new(Memory::default());
    keep_many(&mut drafts, 5..=20);
    let mut history = History::new(opened("blank"));
    rename(&mut history, "After the clock was put back");
    drafts.keep(&mut history, -1e12, fresh);
    assert_eq!(titles(&drafts)[0], "After the clock was put back");
    let mut history = History::new(opened("blank"));
    history.edit("title", 5_000.0, |it| it.title = "A".to_owned());
    history.edit("title", 1_000.0, |it| it.title = "B".to_owned());
    assert_eq!(history.past().len(), 2, "these edits do not follow each other");
}

/// What happens in one of the tabs.
#[derive(Clone, Copy, Debug)]
enum Act {
    Edit,
    Look(u8),
    Keep,
    Undo,
    Redo,
    OpenDraft(u8),
    Reload,
    Copy,
    Full,
    Room,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::Edit),
        2 => (0..4u8).prop_map(Act::Look),
        5 => Just(Act::Keep),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        2 => (0..3u8).prop_map(Act::OpenDraft),
        2 => Just(Act::Reload),
        1 => Just(Act::Copy),
        1 => Just(Act::Full),
        2 => Just(Act::Room),
    ]
}

struct Tab {
    drafts: Drafts<Memory>,
    session: Memory,
    history: History,
}

impl Tab {
    fn new(memory: &Memory) -> Self {
        let history = History::new(opened("blank"));
        Self { drafts: Drafts::new(memory.clone()), session: Memory::default(), history }
    }

    fn keep(&mut self) {
        self.drafts.keep(&mut self.history, 1.0, fresh);
        self.drafts.keep_work(&self.session, &self.history);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever two tabs do: what either shows, and all edits that were not taken back, can be found again in it or in
    /// a draft.
    #[test]
    fn nothing_that_a_tab_made_is_lost(acts in prop::collection::vec((0..2usize, act()), 1..40)) {
        let memory = Memory::default();
        let mut tabs = [Tab::new(&memory), Tab::new(&memory)];
        let mut made: Vec<(usize, String)> = Vec::new();
        for (nth, (at, act)) in acts.into_iter().enumerate() {
            let other_session = tabs[1 - at].session.texts.borrow().clone();
            let tab = &mut tabs[at];
            match act {
                Act::Edit => {
                    let title = format!("Edit {nth}");
                    rename(&mut tab.history, &title);
                    made.push((at, title));
                }
                Act::Look(it) => tab.history.open(opened(["blank", "suining-2010", "credit-bureau", "popular-picture"][usize::from(it)])),
                Act::Keep => tab.keep(),
                Act::Undo => {
                    let title = tab.history.now().scenario.title.clone();
                    tab.history.undo();
                    made.retain(|it| it.1 != title);
                }
                Act::Redo => {
                    tab.history.redo();
                    let title = tab.history.now().scenario.title.clone();
                    if title.starts_with("Edit") {
                        made.push((at, title));
                    }
                }
                // The page keeps the work before it opens a draft, which may be the same one. Where that finds no room, the page
                // says so, and what is not kept is in the undo history of this tab only.
                Act::OpenDraft(_) if memory.room.get().is_some() => {}
                Act::OpenDraft(it) => {
                    tab.keep();
                    let list = tab.drafts.list().unwrap();
                    let found = list.get(usize::from(it)).and_then(|it| tab.drafts.open(&it.summary.draft, &fresh()).ok());
                    if let Some(history) = found {
                        tab.history.resume(history);
                    }
                }
                Act::Reload => {
                    tab.keep();
                    tab.drafts = Drafts::new(memory.clone());
                    tab.history = tab.drafts.work(&tab.session, &fresh()).unwrap().history.unwrap();
                }
                Act::Copy => {
                    // The other tab is closed, and this one is copied in its place.
                    tab.keep();
                    if memory.room.get().is_none() {
                        tabs[1 - at].keep();
                        let session = tabs[at].session.texts.borrow().clone();
                        *tabs[1 - at].session.texts.borrow_mut() = session;
                        tabs[1 - at].drafts = Drafts::new(memory.clone());
                        let copy = &mut tabs[1 - at];
                        copy.history = copy.drafts.work(&copy.session, &fresh()).unwrap().history.unwrap();
                    }
                }
                Act::Full => memory.room.set(Some(0)),
                Act::Room => memory.room.set(None),
            }
            drop(other_session);
            let mut there = all_titles(&memory);
            there.extend(tabs.iter().flat_map(|it| states(&it.history)));
            for (_, title) in &made {
                prop_assert!(there.contains(title), "{} is gone after {:?}", title, act);
            }
        }
    }
}
