//! Towns in which one effect stands out: what the stories of the page are told with.
//!
//! A story changes assumptions, and the rulebook where it must; what it claims is tested in `tests/stories.rs`.

use super::{DialSpec, dials, set};
use crate::scenario::doc::{Reform, Scenario};

/// How each story sets the town, in the order in which they are told.
pub const SETS: [fn(&mut Scenario); 4] = [unequal_sight, no_notice, spiral, silence];

/// Begins from the usual town.
fn anew(scenario: &mut Scenario) {
    scenario.society.dials.clear();
    scenario.society.shocks.clear();
    scenario.society.reform.clear();
}

/// Sets all dials that fit.
fn turn(scenario: &mut Scenario, fits: impl Fn(&DialSpec) -> bool, to: i32) {
    for it in dials().iter().filter(|it| fits(it)) {
        set(scenario, it, Some(to));
    }
}

fn unequal_sight(scenario: &mut Scenario) {
    const EQUAL: [&str; 12] = [
        "visible",
        "visible-camera",
        "visible-platform",
        "visible-neighbour",
        "errors",
        "conduct-harmful",
        "conduct-circumstance",
        "conduct-prosocial",
        "conduct-judged",
        "time",
        "money",
        "district-camera",
    ];
    anew(scenario);
    turn(scenario, |it| EQUAL.contains(&it.family.family.as_str()), 100);
    // Sight alone: nobody earns points, and one group is seen as usual, the others less than half as much.
    turn(scenario, |it| it.family.family == "conduct-prosocial", 0);
    turn(scenario, |it| it.family.family == "visible" && it.key != "migrants", 40);
}

fn no_notice(scenario: &mut Scenario) {
    anew(scenario);
    scenario.rulebook.safeguards.notice = false;
    scenario.society.reform = vec![Reform::Appeal];
    turn(scenario, |it| it.id == "told", 0);
    turn(scenario, |it| it.id == "appeal-capacity", 100);
}

fn spiral(scenario: &mut Scenario) {
    anew(scenario);
    turn(scenario, |it| it.family.family == "feedback", 400);
}

fn silence(scenario: &mut Scenario) {
    anew(scenario);
    turn(scenario, |it| it.id == "know", 1000);
    turn(scenario, |it| it.id == "felt", 500);
    turn(scenario, |it| it.id == "seen", 1000);
    turn(scenario, |it| it.id == "fades", 5);
}
