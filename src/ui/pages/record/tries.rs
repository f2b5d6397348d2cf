//! Where something can be tried.

use leptos::prelude::*;

use crate::editor::Route;
use crate::record::Try;
use crate::ui::data;
use crate::ui::home::title_of;
use crate::ui::state::texts;

/// A link to the place where something can be tried, with that place in its words.
#[component]
pub fn TryLink(
    /// The place.
    to: Try,
) -> impl IntoView {
    let t = &texts().record;
    let title = |id: &str| title_of(id).unwrap_or_else(|| id.to_owned());
    let (route, words) = match to {
        Try::Preset(id) => {
            let words = (t.try_preset)(&title(&id));
            (Route::Preset(id), words)
        }
        Try::Society(id) => {
            let words = (t.try_society)(&title(&id));
            (Route::Preset(id), words)
        }
        Try::Lesson(id) => {
            let words =
                data::lesson_title(&id).map_or_else(|| t.try_lesson_unnamed.to_owned(), |it| (t.try_lesson)(&it));
            (Route::Lesson(id, None), words)
        }
        Try::Compare(ids) => {
            let words = (t.try_compare)(&ids.iter().map(|it| title(it)).collect::<Vec<_>>());
            (Route::Compare(ids), words)
        }
    };
    view! { <a class="try-link" href=route.to_string()>{words}</a> }
}
