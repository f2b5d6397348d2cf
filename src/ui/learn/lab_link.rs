//! The way from a scenario of a lesson to the lab.

use crate::editor::Route;
use crate::lessons::{Lesson, Scene};
use crate::scenario::link::{self, Base, Shared, View};
use crate::scenario::presets;
use crate::ui::share::SOCIETY;

/// The address of the lab, or of the page of many lives, with a scenario of a lesson in it. One that is a preset as it
/// is now is named; any other comes with the address.
pub fn lab_link(lesson: &Lesson, scene: &Scene, society: bool) -> String {
    let staged = lesson.staged(&scene.id);
    let base = staged.and_then(|it| it.preset.split_once('@')).and_then(|(id, revision)| {
        let preset = presets::find(id, revision.parse().ok()?)?;
        Some(Base { id: preset.id.to_owned(), revision: preset.revision })
    });
    let is_unchanged = staged.is_some_and(|it| it.change.is_none());
    if let Some(base) = base.as_ref().filter(|_| is_unchanged && !society) {
        let is_latest = presets::latest(&base.id).is_some_and(|it| it.revision == base.revision);
        let shows_first = scene.scenario.cast.first().is_none_or(|it| it.id == scene.subject);
        if is_latest && shows_first {
            return Route::Preset(base.id.clone()).to_string();
        }
    }
    let view = View {
        page: society.then(|| SOCIETY.to_owned()),
        subject: Some(scene.subject.clone()).filter(|it| !it.is_empty()),
        day: None,
    };
    let shared = Shared { scenario: (*scene.scenario).clone(), base, view };
    Route::Shared(link::encode(&shared)).to_string()
}
