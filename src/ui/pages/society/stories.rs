//! Four stories, each with a button that sets the town so that it can be tried.

use leptos::prelude::*;

use super::cards::set;
use super::stage::Stage;
use crate::scenario::doc::{Reform, Scenario};
use crate::scenario::society::{DialSpec, dials};
use crate::text::society::Story;
use crate::ui::state::texts;

/// The stories.
#[component]
pub fn Stories() -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.stories;
    let story = move |(nth, it): (usize, Story)| {
        let tell = move |_| {
            lab.edit("", |scenario| SETS[nth](scenario));
            lab.announce((t.set)(it.title));
        };
        view! {
            <details class="fold">
                <summary>{it.title}</summary>
                {it.text.iter().map(|it| view! { <p>{*it}</p> }).collect_view()}
                <p><strong>{t.look}": "</strong>{it.look}</p>
                <p><button type="button" class="btn" on:click=tell>{t.try_it}</button></p>
            </details>
        }
    };
    view! {
        <section class="society-part society-stories" aria-labelledby="society-stories">
            <h2 id="society-stories">{t.title}</h2>
            <p class="note">{t.lead}</p>
            {t.all.into_iter().enumerate().map(story).collect_view()}
        </section>
    }
}

/// How each story sets the town.
const SETS: [fn(&mut Scenario); 4] = [unequal_sight, no_notice, spiral, silence];

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
