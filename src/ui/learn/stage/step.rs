//! The document of a step: all parts beside the text share it, and nothing that is done to it is the reader's draft.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::context::Provider;
use leptos::prelude::*;
use serde_json::Value;

use super::town::values;
use crate::jobs::society::Results;
use crate::lessons::Scene;
use crate::lessons::scene::{put, with};
use crate::scenario::Scenario;
use crate::scenario::society::{dial, set};
use crate::ui::lab::life::Hover;
use crate::ui::lab::rules::Secret;
use crate::ui::learn::Playing;
use crate::ui::search::society::Runs;
use crate::ui::state::{Lab, texts};

/// Something that a control says about the document of the step.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// One of several versions: its place, and what is different in it.
    Version(usize, Option<Value>),
    /// What stands at a path.
    Value(String, Value),
    /// An assumption of the town, by its id.
    Dial(String, i32),
}

impl Edit {
    /// What it is known by. Versions come before everything that is set in them.
    fn key(&self, label: &str) -> String {
        match self {
            Self::Version(..) => version_key(label),
            Self::Value(path, _) => format!("1 {path}"),
            Self::Dial(id, _) => format!("2 {id}"),
        }
    }

    /// The document with it; the same document, if it does not fit.
    fn on(&self, scenario: Scenario) -> Scenario {
        match self {
            Self::Version(_, change) => with(&scenario, change.as_ref()).unwrap_or(scenario),
            Self::Value(path, value) => put(&scenario, path, value.clone()).unwrap_or(scenario),
            Self::Dial(id, value) => {
                let mut scenario = scenario;
                if let Some(dial) = dial(id) {
                    set(&mut scenario, dial, Some(*value));
                }
                scenario
            }
        }
    }
}

fn version_key(label: &str) -> String {
    format!("0 {label}")
}

/// The document of a step, for its parts.
#[derive(Clone, Copy)]
pub struct StepBox {
    /// The handle to it, through which it can be changed.
    pub lab: Lab,
    /// Whether it is another than the lesson says.
    pub is_changed: Memo<bool>,
    /// Its town, if one is shown or quoted in the step, and what was counted of it as the lesson has it.
    pub runs: Option<(Runs, ReadSignal<Option<Arc<Results>>>)>,
    scene: StoredValue<Scene>,
    edits: RwSignal<BTreeMap<String, Edit>>,
    /// What the controls made of it last.
    made: StoredValue<Arc<Scenario>>,
    charts: StoredValue<u32>,
}

impl StepBox {
    /// That of the step that is played; none, if nothing is computed in it.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Does what a control says. What was done to the life by hand stays.
    pub fn change(self, label: &str, edit: Edit) {
        let key = edit.key(label);
        self.edits.update(|it| drop(it.insert(key.clone(), edit)));
        let base = self.scene.with_value(|it| Scenario::clone(&it.scenario));
        let mut made = self.edits.with_untracked(|it| it.values().fold(base, |made, edit| edit.on(made)));
        let by_hand = self
            .made
            .with_value(|old| self.lab.peek_scenario(|now| (now.events != old.events).then(|| now.events.clone())));
        self.made.set_value(Arc::new(made.clone()));
        made.events = by_hand.unwrap_or(made.events);
        self.lab.edit(&key, |it| *it = made);
    }

    /// The place of the version that is chosen.
    pub fn version(self, label: &str) -> usize {
        self.edits.with(|it| match it.get(&version_key(label)) {
            Some(Edit::Version(at, _)) => *at,
            _ => 0,
        })
    }

    /// Puts the document back to what the lesson says.
    pub fn reset(self) {
        let scenario = self.scene.with_value(|it| it.scenario.clone());
        self.edits.update(BTreeMap::clear);
        self.made.set_value(scenario.clone());
        self.lab.event.set(None);
        self.lab.edit("", |it| *it = Scenario::clone(&scenario));
        self.lab.announce(texts().stage.reset_done);
    }

    /// The id of the next chart's reader.
    pub fn chart_name(self) -> String {
        let nth = self.charts.try_update_value(|it| {
            *it += 1;
            *it
        });
        match nth {
            None | Some(1) => "chart-reader".to_owned(),
            Some(nth) => format!("chart-reader-{nth}"),
        }
    }
}

/// Wraps everything that stands beside the text of a step: the parts in it share one document, which begins as the
/// scenario of the step. There is one for each step; another step gets another.
#[component]
pub fn StepLab(
    /// The parts.
    children: Children,
) -> impl IntoView {
    let playing = Playing::get();
    let Some(scene) = playing.scene().cloned() else { return children() };
    let inside = move || {
        provide(&playing, scene);
        children()
    };
    view! { <Provider value=Begun>{inside()}</Provider> }.into_any()
}

/// Marks where the document of a step begins.
#[derive(Clone, Copy)]
struct Begun;

/// Makes the document and everything that parts of the lab expect around it.
fn provide(playing: &Playing, scene: Scene) {
    let lab = Lab::provide_inside(scene.scenario.clone(), &scene.subject);
    Hover::provide();
    Secret::provide(lab);
    let first = scene.scenario.clone();
    let made = StoredValue::new(first.clone());
    let is_changed = Memo::new(move |_| lab.with_scenario(|it| *it != *first));
    let runs = values::is_wanted(playing.step()).then(|| {
        let runs = Runs::new();
        (runs, values::keep(runs, scene.scenario.clone(), playing.town))
    });
    let (edits, charts) = (RwSignal::new(BTreeMap::new()), StoredValue::new(0));
    provide_context(StepBox { lab, is_changed, runs, scene: StoredValue::new(scene), edits, made, charts });
}

/// Shows something about one subject of the step's document; a note, if the step has none.
pub fn at_subject(subject: Option<String>, locked: bool, show: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    let Some(step) = StepBox::get() else {
        return view! { <p class="note">{texts().stage.no_scenario}</p> }.into_any();
    };
    let lab = step.lab.looking_at(subject.as_deref(), locked);
    view! { <Provider value=lab>{show()}</Provider> }.into_any()
}

/// A name for an element that no other element has.
pub fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("stage-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The button that puts the document back, as long as it is another.
#[component]
pub fn Reset() -> impl IntoView {
    let step = StepBox::get();
    let is_changed = move || step.is_some_and(|it| it.is_changed.get());
    let press = move |_| {
        if let Some(step) = step {
            step.reset();
        }
    };
    // It stays where it is: it may have the focus when there is nothing to put back any more.
    view! {
        <button type="button" class="btn btn-sm stage-reset" aria-disabled=move || (!is_changed()).then_some("true") on:click=press>
            {texts().stage.reset}
        </button>
    }
}
