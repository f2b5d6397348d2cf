//! The lesson that is being played, for everything on its page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::lessons::{Lesson, Quote, Quoted, Scene, Step, TownValues, Trouble, quote};
use crate::ui::data::Record;

/// The lesson that is being played, at one of its steps. Components get it with [`Playing::get`].
#[derive(Clone)]
pub struct Playing {
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// The record that it points into.
    pub record: Arc<Record>,
    /// Its scenarios, computed, in the order of the file.
    pub scenes: Arc<Vec<Scene>>,
    /// The place of the step.
    pub place: usize,
    /// Whether what is held back may be seen.
    pub revealed: Signal<bool>,
    /// What was counted of the step's town, if it has one; set by the part that shows it.
    pub town: RwSignal<Option<Town>>,
}

/// The counts of a step's town, as texts quote them.
pub type Town = Arc<dyn TownValues + Send + Sync>;

impl Playing {
    /// A lesson at a step; what is wrong with its scenarios, if something is.
    pub fn at(lesson: Arc<Lesson>, record: Arc<Record>, place: usize, revealed: Signal<bool>) -> Result<Self, Trouble> {
        let scenes = Arc::new(Scene::all(&lesson)?);
        let place = place.min(lesson.steps.len().saturating_sub(1));
        Ok(Self { lesson, record, scenes, place, revealed, town: RwSignal::new(None) })
    }

    /// Makes it known to everything below the present component.
    pub fn provide(self) {
        provide_context(StoredValue::new(self));
    }

    /// The lesson that is being played.
    pub fn get() -> Self {
        expect_context::<StoredValue<Self>>().get_value()
    }

    /// The step.
    pub fn step(&self) -> &Step {
        // A lesson without steps is refused when it is read.
        &self.lesson.steps[self.place]
    }

    /// The scenario of the step.
    pub fn scene(&self) -> Option<&Scene> {
        let id = self.step().scenario.as_ref()?;
        self.scenes.iter().find(|it| it.id == *id)
    }

    /// The value of a quote of the step's texts; runs again when the town is counted.
    pub fn quoted(&self, quote: &str) -> Option<Quoted> {
        self.with_town(|town| Quote::read(quote).value(self.scene(), &self.scenes, &self.record.facts, town))
    }

    /// Whether a condition between quotes holds; `None` as long as something in it is not known.
    pub fn holds(&self, condition: &str) -> Option<bool> {
        self.with_town(|town| quote::holds(condition, self.scene(), &self.scenes, &self.record.facts, town))
    }

    fn with_town<T>(&self, read: impl FnOnce(&dyn TownValues) -> T) -> T {
        match self.town.get() {
            Some(it) => read(it.as_ref()),
            None => read(&quote::NoTown),
        }
    }
}
