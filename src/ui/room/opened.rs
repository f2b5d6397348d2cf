//! A lesson when it is there, or what is the matter with it and the way on.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::Route;
use crate::lessons::{Lesson, Piece, pieces};
use crate::ui::data::{self, Record, when_loaded};
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// Shows something of a lesson when it and the record are there.
pub fn with_lesson(
    id: String,
    show: impl Fn(Arc<Lesson>, Arc<Record>) -> AnyView + Clone + Send + 'static,
) -> impl IntoView {
    when_loaded(data::lessons(), move |index| {
        if !index.lessons.iter().any(|it| it.id == id) {
            return sorry((texts().shell.no_such_lesson)(&id), "#/learn".to_owned(), texts().learn.all_lessons);
        }
        let show = show.clone();
        when_loaded(data::lesson(&id), move |found| show(found.0.clone(), Arc::new(found.1.clone()))).into_any()
    })
}

/// The place of a step; of the first, if none is named. What is the matter, if there is none.
pub fn place_of(lesson: &Lesson, step: Option<&str>) -> Result<usize, AnyView> {
    let t = &texts().learn;
    if lesson.steps.is_empty() {
        return Err(sorry(format!("{} {}", t.lesson_trouble, t.no_steps), "#/learn".to_owned(), t.all_lessons));
    }
    let Some(id) = step else { return Ok(0) };
    lesson.steps.iter().position(|it| it.id == id).ok_or_else(|| {
        let first = Route::Lesson(lesson.id.clone(), None).to_string();
        sorry((t.no_step)(id), first, t.to_first)
    })
}

/// A lesson at a step; what is the matter with its scenarios, if something is.
pub fn played(
    lesson: Arc<Lesson>,
    record: Arc<Record>,
    place: usize,
    revealed: Signal<bool>,
) -> Result<Playing, AnyView> {
    let t = &texts().learn;
    Playing::at(lesson, record, place, revealed).map_err(|why| {
        sorry(format!("{} {}", t.lesson_trouble, (t.trouble)(&why)), "#/learn".to_owned(), t.all_lessons)
    })
}

/// Something that is not there, with the way on.
pub fn sorry(message: String, href: String, words: &'static str) -> AnyView {
    view! {
        <div class="page page-narrow">
            <h1>{texts().learn.title}</h1>
            <div class="prose">
                <p>{message}</p>
                <p><a class="btn btn-primary" href=href>{words}</a></p>
            </div>
        </div>
    }
    .into_any()
}

/// A text of the lesson without its marks, for labels and for sentences that are spoken.
pub fn plain(playing: &Playing, text: &str) -> String {
    let piece = |it: Piece| match it {
        Piece::Text(it) | Piece::Emphasis(it) => it,
        Piece::Quote(it) => playing.quoted(&it).map_or(it, |it| (texts().learn.quoted)(&it)),
        Piece::Fact(_) => String::new(),
    };
    pieces(text).into_iter().map(piece).collect()
}

/// A place in this copy of the page as an address that another device opens.
pub fn address(route: &Route) -> String {
    let href = window().location().href().unwrap_or_default();
    format!("{}{route}", href.split('#').next().unwrap_or_default())
}
