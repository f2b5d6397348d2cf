//! What stands behind a number: scenario, link, run, version.

use leptos::prelude::*;

use crate::editor::Document;
use crate::editor::Route;
use crate::editor::claims::{Origin, Place, Run, Source};
use crate::scenario::certificate;
use crate::scenario::link::{self, Shared, View};
use crate::ui::share::SOCIETY;
use crate::ui::state::Lab;

/// Where the numbers of a table come from, as of now.
pub fn of(lab: Lab, place: Place, figure: String, document: Option<Document>, run: Option<Run>) -> Origin {
    let is_model = matches!(place, Place::Life | Place::Town);
    let document = document.filter(|_| is_model);
    let link = document.as_ref().map_or_else(here, |it| link_to(lab, place, it));
    let source = document.map(|it| source(lab, place, &it));
    let seal = format!("{:016x}", certificate::seal());
    Origin { place, figure, source, run, link, version: env!("CARGO_PKG_VERSION").to_owned(), seal }
}

/// The fragment of the present address.
fn here() -> String {
    window().location().hash().unwrap_or_default()
}

fn link_to(lab: Lab, place: Place, document: &Document) -> String {
    let subject = Some(lab.subject()).filter(|id| document.scenario.cast.iter().any(|it| it.id == *id));
    let page = (place == Place::Town).then(|| SOCIETY.to_owned());
    let view = View { page, subject, day: lab.day.get() };
    let shared = Shared { scenario: (*document.scenario).clone(), base: document.base.clone(), view };
    Route::Shared(link::encode(&shared)).to_string()
}

fn source(lab: Lab, place: Place, document: &Document) -> Source {
    let scenario = &document.scenario;
    let id = lab.subject();
    // Where several lives stand side by side, each row names its own.
    let is_one = place == Place::Life && !lab.route.with(|it| matches!(it, Route::Compare(_) | Route::Changes));
    let subject = scenario.cast.iter().find(|it| it.id == id).filter(|_| is_one).map(|it| it.name.clone());
    Source {
        title: scenario.title.clone(),
        standing: scenario.standing,
        changed: document.scenario != document.baseline,
        subject,
    }
}
