//! Undo and redo: random walks over edits, compared with a plain list of states.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use proptest::prelude::*;
use social_credit_lab::editor::History;
use social_credit_lab::editor::history::Document;
use social_credit_lab::scenario::presets;

/// What a reader does.
#[derive(Clone, Debug)]
enum Act {
    /// Changes the title in a step of its own.
    Edit(u8),
    /// Types in a field: the gesture's name, and what is typed.
    Type(u8, u8),
    /// So many milliseconds pass.
    Wait(u16),
    /// Begins a drag.
    Hold,
    /// Lets go, or leaves the field.
    Let,
    Open(u8),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (0..4u8).prop_map(Act::Edit),
        4 => (0..2u8, 0..4u8).prop_map(|(field, it)| Act::Type(field, it)),
        2 => (0..2_000u16).prop_map(Act::Wait),
        1 => Just(Act::Hold),
        1 => Just(Act::Let),
        1 => (0..4u8).prop_map(Act::Open),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
    ]
}

fn document(title: &str) -> Document {
    let mut scenario = presets::latest("blank").expect("a preset").scenario().expect("a scenario");
    scenario.title = title.to_owned();
    let scenario = Arc::new(scenario);
    Document::new(scenario, None, String::new())
}

/// All states that can be reached by undoing and redoing, and the place of the present one.
fn states(history: &History) -> (Vec<String>, usize) {
    let title = |it: &Document| it.scenario.title.clone();
    let mut all: Vec<String> = history.past().iter().map(|it| title(&it.before)).collect();
    let at = all.len();
    all.push(title(history.now()));
    all.extend(history.future().map(|it| title(&it.after)));
    (all, at)
}

proptest! {
    #[test]
    fn steps_are_taken_back_and_taken_again(acts in prop::collection::vec(act(), 0..60)) {
        let mut history = History::new(document("first"));
        let mut now = 0.0;
        for act in acts {
            let (before, at) = states(&history);
            let mut edit = |gesture: &str, it: u8| history.edit(gesture, now, |scenario| scenario.title = it.to_string());
            match act {
                Act::Edit(it) => {
                    let changed = edit("", it);
                    let (after, place) = states(&history);
                    prop_assert_eq!(changed, before[at] != it.to_string(), "an edit that changes nothing is no step");
                    if changed {
                        prop_assert_eq!(&after[..place], &before[..=at], "what can be undone, and the state before");
                        prop_assert_eq!(after.len(), place + 1, "an edit ends what could be redone");
                        prop_assert!(history.undo());
                        prop_assert_eq!(&history.now().scenario.title, &before[at], "undo of an edit is the state before");
                        prop_assert!(history.redo());
                        prop_assert_eq!(states(&history), (after, place), "redo of undo changes nothing");
                    } else {
                        prop_assert_eq!(after, before);
                    }
                }
                Act::Type(field, it) => {
                    edit(&format!("field {field}"), it);
                    let (after, place) = states(&history);
                    prop_assert_eq!(&after[place], &it.to_string());
                    // One step more, the same step, or one less where it came back to its beginning.
                    prop_assert!(place + 1 >= at && place <= at + 1);
                    let kept = place.min(at);
                    prop_assert_eq!(&after[..kept], &before[..kept], "earlier steps stay");
                    prop_assert!(after.windows(2).all(|it| it[0] != it[1]) || before.windows(2).any(|it| it[0] == it[1]), "no step is empty");
                }
                Act::Wait(ms) => now += f64::from(ms),
                Act::Hold => history.hold(),
                Act::Let => history.end_gesture(),
                Act::Open(it) => {
                    history.open(document(&it.to_string()));
                    prop_assert_eq!(&history.now().scenario.title, &it.to_string());
                    prop_assert_eq!(states(&history).1, at + 1, "opening is a step");
                }
                Act::Undo => {
                    prop_assert_eq!(history.undo(), at > 0);
                    prop_assert_eq!(states(&history), (before, at.saturating_sub(1)), "undo only moves in the states");
                }
                Act::Redo => {
                    let can = at + 1 < before.len();
                    prop_assert_eq!(history.redo(), can);
                    prop_assert_eq!(states(&history), (before, at + usize::from(can)), "redo only moves in the states");
                }
            }
        }
        while history.undo() {}
        prop_assert_eq!(&history.now().scenario.title, "first", "everything can be taken back");
    }
}

/// Types a digit after so many milliseconds, and so on; answers with the number of steps.
fn steps(held: bool, pauses: &[u16]) -> usize {
    let mut history = History::new(document("first"));
    let mut now = 0.0;
    if held {
        history.hold();
    }
    for (nth, pause) in pauses.iter().enumerate() {
        now += f64::from(*pause);
        history.edit("drag", now, |it| it.title = nth.to_string());
    }
    history.end_gesture();
    history.edit("drag", now, |it| it.title = "after".to_owned());
    history.past().len() - 1
}

#[test]
fn a_drag_is_one_step_however_long_it_rests() {
    for (held, pauses, expected) in [
        (false, &[0, 100, 100][..], 1),
        (false, &[0, 900, 900], 1),
        (false, &[0, 901, 100], 2),
        (true, &[0, 100, 100], 1),
        (true, &[0, 5_000, 60_000], 1),
    ] {
        assert_eq!(steps(held, pauses), expected, "held: {held}, pauses: {pauses:?}");
    }
}
