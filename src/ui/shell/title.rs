//! The title of the window follows the route.

use leptos::prelude::*;

use crate::editor::Route;
use crate::ui::data;
use crate::ui::state::{Lab, texts};

/// Keeps the title of the window in step with the page.
pub fn follow_title(lab: Lab) {
    let t = &texts().shell;
    let title = Memo::new(move |_| match lab.route.get() {
        Route::Home => t.home_title.to_owned(),
        Route::Preset(_) if !lab.shows_document() => (t.page_title)(texts().share.no_preset_title),
        Route::Shared(_) if !lab.shows_document() => (t.page_title)(t.shared_page),
        Route::Lab | Route::Preset(_) | Route::Shared(_) => lab.with_scenario(|it| (t.lab_title)(&it.title)),
        Route::Changes => (t.page_title)(t.changes_page),
        Route::Compare(_) => (t.page_title)(texts().compare.title),
        Route::Society => (t.page_title)(texts().society.title),
        Route::Learn => (t.page_title)(t.learn),
        Route::Lesson(id, _) | Route::Present(id, _) | Route::Class(id, ..) | Route::Print(_, id) => {
            let title = data::lesson_title(&id).unwrap_or_else(|| t.learn.to_owned());
            (t.page_title)(&title)
        }
        Route::Cards => (t.page_title)(t.cards_page),
        Route::Claims => (t.page_title)(t.claims),
        Route::Record => (t.page_title)(t.record),
        Route::Watching => (t.page_title)(t.watching),
        Route::About => (t.page_title)(texts().about.title),
        Route::Unknown(_) => (t.page_title)(t.unknown_page),
    });
    Effect::new(move |_| document().set_title(&title.get()));
}
