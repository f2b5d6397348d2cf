//! The toy's state, and the short motion from one state to the next.

use leptos::prelude::*;

use super::words;
use crate::charts::ScoreScale;
use crate::editor::{Route, Toy};
use crate::engine::case::Standing;
use crate::ui::state::{Lab, fresh_document, texts};

/// The height for which the chart is drawn, in CSS pixels. The page may show it higher or lower.
pub const HEIGHT: f64 = 320.0;
/// How long the line takes to reach its new end.
const MOTION_MS: f64 = 480.0;

/// The handle that the parts of Home share. The toy outlives Home, so that a reader who comes back can play on.
#[derive(Clone, Copy)]
pub struct ToyState {
    lab: Lab,
    scene: RwSignal<Option<Scene>>,
    /// How far the motion from the earlier state to the present one has got, from 0 to 1.
    progress: RwSignal<f64>,
    /// Counts motions, so that a new one ends the one before.
    motion: StoredValue<u32>,
}

/// The toy and where it came from.
#[derive(Clone)]
pub struct Scene {
    /// The toy.
    pub toy: Toy,
    /// The end of its line before the last press, if that is still moving.
    pub before: Option<Standing>,
    /// The stretch of the scale that is shown, before and now.
    pub scale: (ScoreScale, ScoreScale),
}

impl Scene {
    fn at_rest(toy: Toy) -> Self {
        let scale = fit(&toy);
        Self { toy, before: None, scale: (scale, scale) }
    }

    /// The scene after a press. The scale only ever grows, so that the ground does not jump to and fro.
    fn next(&self, toy: Toy) -> Self {
        let (was, fits) = (self.scale.1, fit(&toy));
        let now = ScoreScale { lo: was.lo.min(fits.lo), hi: was.hi.max(fits.hi), ..was };
        let before = Standing { day: self.toy.today(), ..self.toy.life().end() };
        Self { toy, before: Some(before), scale: (was, now) }
    }
}

fn fit(toy: &Toy) -> ScoreScale {
    ScoreScale::fit(&toy.outcome().lowered.case.rulebook, &[toy.life()], HEIGHT)
}

impl ToyState {
    /// Makes the handle and provides it to all components.
    pub fn provide(lab: Lab) -> Self {
        let (scene, progress) = (RwSignal::new(None), RwSignal::new(1.0));
        let state = Self { lab, scene, progress, motion: StoredValue::new(0) };
        provide_context(state);
        state
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// Makes the toy, the first time that Home is shown.
    pub fn open(self) {
        if self.scene.with_untracked(Option::is_none) {
            self.restart();
        }
    }

    /// Begins again, and says so.
    pub fn begin_again(self) {
        self.restart();
        if let Some(finding) = self.scene.with_untracked(|it| Some(words::finding(&it.as_ref()?.toy))) {
            self.lab.announce(finding);
        }
    }

    fn restart(self) {
        self.rest(Toy::open().map(Scene::at_rest));
    }

    /// Reads the toy.
    pub fn read<T>(self, read: impl FnOnce(&Toy) -> T) -> Option<T> {
        self.scene.with(|it| it.as_ref().map(|it| read(&it.toy)))
    }

    /// Reads the scene and how far its motion has got.
    pub fn read_scene<T>(self, read: impl FnOnce(&Scene, f64) -> T) -> Option<T> {
        let progress = self.progress.get();
        self.scene.with(|it| it.as_ref().map(|it| read(it, progress)))
    }

    /// Lets one thing happen.
    pub fn press(self, kind: usize) {
        let next = self.scene.with_untracked(|it| {
            let scene = it.as_ref()?;
            Some(scene.next(scene.toy.pressed(kind)?))
        });
        match next {
            Some(scene) => {
                self.lab.announce(words::announcement(&scene.toy));
                self.scene.set(Some(scene));
                self.move_on();
            }
            None => self.announce_end(),
        }
    }

    /// Takes the last press back. Answers whether there was one.
    pub fn undo(self) -> bool {
        let earlier = self.scene.try_with_untracked(|it| {
            let scene = it.as_ref()?;
            let toy = scene.toy.undone()?;
            Some(Scene { toy, before: None, scale: (scene.scale.1, scene.scale.1) })
        });
        let Some(Some(scene)) = earlier else { return false };
        self.lab.announce((texts().home.undone)(&words::finding(&scene.toy)));
        self.rest(Some(scene));
        true
    }

    /// Opens the life in the lab, at a rule if there is one to look at.
    pub fn to_lab(self, rule: Option<String>) {
        let Some(scenario) = self.scene.with_untracked(|it| Some(it.as_ref()?.toy.scenario().clone())) else { return };
        self.lab.open(fresh_document(scenario, None));
        // The rules of the lab name their elements so.
        let place = rule.as_ref().map(|it| format!("{}?at=rule-{it}-amount", Route::Lab));
        self.lab.rule.set(rule);
        match place {
            // Refused only by a browser that is closing the page.
            Some(place) => window().location().set_hash(&place).unwrap_or_default(),
            None => self.lab.go(&Route::Lab),
        }
    }

    fn announce_end(self) {
        let last_day = self.scene.with_untracked(|it| Some(it.as_ref()?.toy.scenario().last_day.0));
        if let Some(day) = last_day {
            self.lab.announce((texts().home.over)(day));
        }
    }

    fn rest(self, scene: Option<Scene>) {
        self.motion.update_value(|it| *it = it.wrapping_add(1));
        self.progress.set(1.0);
        self.scene.set(scene);
    }

    /// Lets the line move to its new end, unless the reader wants no motion.
    fn move_on(self) {
        self.motion.update_value(|it| *it = it.wrapping_add(1));
        let reduced = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        if reduced.is_some_and(|it| it.matches()) {
            self.progress.set(1.0);
            return;
        }
        self.progress.set(0.0);
        self.step(self.motion.get_value(), now_ms());
    }

    fn step(self, motion: u32, start_ms: f64) {
        request_animation_frame(move || {
            if self.motion.try_get_value() != Some(motion) {
                return;
            }
            let progress = ((now_ms() - start_ms) / MOTION_MS).clamp(0.0, 1.0);
            self.progress.try_set(progress);
            if progress < 1.0 {
                self.step(motion, start_ms);
            }
        });
    }
}

/// Milliseconds since the page was loaded, by a clock that is never put back.
fn now_ms() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
