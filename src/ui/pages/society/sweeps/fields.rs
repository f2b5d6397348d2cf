//! The fields of a sweep.

use leptos::prelude::*;

use super::range::Range;
use super::setup::Setup;
use crate::engine::society::measures::Measure;
use crate::scenario::society::{dials, town};
use crate::ui::kit::Choice;
use crate::ui::state::texts;

/// The id of the choice of the one number.
pub const DIAL: &str = "sweep-dial";

/// Values that a choice has, as they are.
const STEPS: [&str; 3] = ["5", "9", "17"];
const GRID: [&str; 3] = ["3", "5", "7"];
const REPLICATES: [&str; 3] = ["5", "10", "20"];
const PEOPLE: [&str; 4] = ["500", "1000", "2000", "10000"];

/// All fields of a sort of sweep.
#[component]
pub fn Fields(
    /// What is chosen.
    setup: Setup,
    /// The sort.
    sort: usize,
) -> impl IntoView {
    let words = &texts().society;
    let t = &words.sweeps;
    let named = |all: &[(&str, &str)]| all.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect::<Vec<_>>();
    let own = match sort {
        0 => view! {
            <DialPick id=DIAL label=t.dial value=setup.dial range=setup.range />
            <Range setup />
            <Pick id="sweep-steps" label=t.steps options=plain(&STEPS) value=setup.steps />
        }
        .into_any(),
        1 => {
            let mut sections = vec![(String::new(), t.sections_all.to_owned())];
            sections.extend(town().sections.iter().map(|it| (it.id.clone(), it.label.clone())));
            view! {
                <Pick id="sweep-section" label=t.section options=sections value=setup.section />
                <Pick id="sweep-span" label=t.span options=named(&[("0", t.spans[0]), ("1", t.spans[1])]) value=setup.span />
            }
            .into_any()
        }
        _ => view! {
            <DialPick id=DIAL label=t.across value=setup.dial range=setup.range />
            <DialPick id="sweep-other" label=t.down value=setup.other range=setup.range />
            <Pick id="sweep-grid" label=t.grid options=plain(&GRID) value=setup.grid />
        }
        .into_any(),
    };
    let measures = Measure::ALL.map(|it| (it.id().to_owned(), (words.measure)(it).to_owned())).to_vec();
    let has_reform = Memo::new(move |_| setup.has_reform());
    let mut groups = vec![(String::new(), words.charts.everybody.to_owned())];
    groups.extend(town().groups.iter().enumerate().map(|(at, it)| (at.to_string(), it.label.clone())));
    view! {
        <div class="sweep-fields">
            {own}
            <Pick id="sweep-measure" label=t.measure options=measures value=setup.measure />
            <Pick id="sweep-who" label=t.who options=groups value=setup.who />
            {move || has_reform.get().then(|| view! {
                <Pick id="sweep-rules" label=t.rules options=named(&[("0", t.rules_of[0]), ("1", t.rules_of[1])]) value=setup.rules />
            })}
            <Pick id="sweep-replicates" label=t.replicates options=plain(&REPLICATES) value=setup.replicates />
            <Pick id="sweep-people" label=t.people options=plain(&PEOPLE) value=setup.people />
        </div>
    }
}

fn plain(all: &[&str]) -> Vec<(String, String)> {
    let read = |it: &str| it.parse().map_or_else(|_| it.to_owned(), texts().society.count);
    all.iter().map(|it| ((*it).to_owned(), read(it))).collect()
}

/// A choice with its name above.
#[component]
fn Pick(
    /// The id of the element.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// Values, and what the reader sees.
    options: Vec<(String, String)>,
    /// The value.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <Choice id label options=Signal::stored(options) value on_value=move |it| value.set(it) />
        </div>
    }
}

/// A choice among all numbers, by the sections of the assumptions.
#[component]
fn DialPick(
    /// The id of the element.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// The number.
    value: RwSignal<String>,
    /// The range of the number; another number has its own.
    range: RwSignal<Option<(i32, i32)>>,
) -> impl IntoView {
    let t = &texts().society.sweeps;
    let now = value.get_untracked();
    let section = |id: &'static str| {
        let all = dials().iter().filter(move |it| it.family.section == id);
        let option = |it: &crate::scenario::society::DialSpec| {
            view! { <option value=it.id.clone() selected={it.id == now}>{(t.dial_name)(&it.id)}</option> }
        };
        all.map(option).collect_view()
    };
    let groups = town().sections.iter().map(|it| {
        view! { <optgroup label=it.label.as_str()>{section(&it.id)}</optgroup> }
    });
    // Another part of the page can choose a number too.
    let choice = NodeRef::<leptos::html::Select>::new();
    Effect::new(move |_| {
        let now = value.get();
        if let Some(choice) = choice.get() {
            choice.set_value(&now);
        }
    });
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="select" id=id node_ref=choice on:change:target=move |event| {
                value.set(event.target().value());
                range.set(None);
            }>{groups.collect_view()}</select>
        </div>
    }
}
