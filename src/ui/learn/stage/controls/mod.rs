//! Numbers, switches, assumptions and versions that may be changed in a step, and nothing else may.
//!
//! - [`slider`]: a number with a slider; [`versions`]: one of several;
//! - [`outcome`]: what a change did to the life that is shown.

mod outcome;
mod slider;
mod versions;

use leptos::prelude::*;
use serde_json::Value;

use super::step::{Edit, Reset, StepBox, fresh_name};
use crate::lessons::format::Control;
use crate::lessons::scene::{at, put};
use crate::scenario::Scenario;
use crate::scenario::society::{dial, value};
use crate::ui::kit::{StandingChip, Switch};
use crate::ui::state::texts;
use outcome::Outcome;
use slider::Slider;
use versions::Versions;

/// All controls of a part.
#[component]
pub fn Controls(
    /// The controls.
    controls: Vec<Control>,
) -> impl IntoView {
    let t = &texts().stage;
    let id = fresh_name();
    let Some(step) = StepBox::get() else { return ().into_any() };
    let one = move |it: Control| view! { <li>{control(step, it)}</li> };
    view! {
        <section class="stage-part stage-controls" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{t.controls}</h3>
            <ul class="plain">{controls.into_iter().map(one).collect_view()}</ul>
            <Outcome />
            <p><Reset /></p>
        </section>
    }
    .into_any()
}

fn control(step: StepBox, it: Control) -> AnyView {
    match it {
        Control::Number { label, path, lowest, highest, step: width } => {
            let of = path.clone();
            let now = Memo::new(move |_| step.lab.with_scenario(|it| at(it, &of)).as_ref().and_then(Value::as_f64));
            let name = label.clone();
            let set = move |it: i64| step.change(&name, Edit::Value(path.clone(), it.into()));
            view! { <Slider label unit=String::new() lowest highest step=width value=now on_value=set /> }.into_any()
        }
        Control::Switch { label, path } => {
            let of = path.clone();
            // What a document leaves out may be on or off, so it is asked whether switching it on would change anything.
            let is_on = move |it: &Scenario| put(it, &of, true.into()).is_ok_and(|on| on == *it);
            let now = Memo::new(move |_| step.lab.with_scenario(&is_on));
            let name = label.clone();
            let set = move |on: bool| step.change(&name, Edit::Value(path.clone(), on.into()));
            view! { <Switch label value=now on_value=set shown=true /> }.into_any()
        }
        Control::Dial { label, dial: id, lowest, highest, step: width } => {
            let of = id.clone();
            let now = Memo::new(move |_| Some(f64::from(step.lab.with_scenario(|it| value(&it.society, &of)))));
            let (name, of) = (label.clone(), id.clone());
            let set = move |it: i64| {
                if let Ok(it) = i32::try_from(it) {
                    step.change(&name, Edit::Dial(of.clone(), it));
                }
            };
            let spec = dial(&id);
            let unit = spec.map_or_else(String::new, |it| it.unit.to_owned());
            let standing = spec.map(|it| it.standing);
            view! {
                <Slider label unit lowest=lowest.into() highest=highest.into() step=width.into() value=now on_value=set />
                {standing.map(|it| view! {
                    <p class="note">{texts().stage.dial_note}" "<StandingChip standing=Signal::derive(move || it) /></p>
                })}
            }
            .into_any()
        }
        Control::Choice { label, options } => view! { <Versions label options /> }.into_any(),
    }
}
