//! The person who is chosen.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::super::stage::{Stage, token};
use super::Shown;
use crate::editor::Route;
use crate::engine::society::{Truth, diary};
use crate::scenario::Scenario;
use crate::scenario::mark::declare_changes;
use crate::scenario::society::open::name;
use crate::ui::state::{fresh_document, texts};

/// The id of the card.
pub(super) const CARD: &str = "town-person";

/// A card with what is known of the person in the month that is shown.
#[component]
pub fn Person(
    /// The people.
    crowd: Shown,
) -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.town;
    let person = Memo::new(move |_| {
        let person = stage.picked.get().person?;
        crowd.with(|it| it.as_ref().filter(|it| (person as usize) < it.people.len()).map(|_| person))
    });
    // The file is made once for each person, and read for each month.
    let file = Memo::new(move |_| {
        let (person, crowd) = (person.get()?, crowd.get()?);
        let diary = diary(&crowd.society, 0, person);
        let wrong = diary.events.iter().filter(|it| it.owner == diary.about && it.truth != Truth::True).count();
        let moments = diary.members.get(diary.about)?.moments.clone();
        Some((moments.iter().map(|it| it.score).collect::<Vec<_>>(), wrong))
    });
    let row = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd class="nums">{value}</dd></div> };
    let card = move |person: u32| {
        let at = person as usize;
        let crowd = crowd.get()?;
        let is = *crowd.people.get(at)?;
        let (months, bands) = (crowd.months(), crowd.society.bands());
        let now = {
            let crowd = crowd.clone();
            move || crowd.stands(at, stage.month_of(crowd.society.months) as usize)
        };
        let months_of = crowd.society.months;
        let score =
            move || file.with(|it| it.as_ref().and_then(|it| it.0.get(stage.month_of(months_of) as usize).copied()));
        let wrong = move || file.with(|it| it.as_ref().map_or(0, |it| it.1));
        let band = move || {
            let band = now().band;
            view! { <span class="band" data-band=token(bands, band).to_string()>{stage.band(band)}</span> }
        };
        let penalised = crowd.count(at, |it| it.penalised);
        let wrongly = crowd.count(at, |it| it.wrongly);
        let open = move |_| {
            let then = move |found: Option<Box<Scenario>>| {
                if let Some(mut scenario) = found {
                    // The life leaves the scenario's baseline behind, and takes with it what was changed in the rules.
                    stage.lab.document.with_untracked(|it| declare_changes(&mut scenario, &it.scenario, &it.baseline));
                    stage.lab.open(fresh_document(Arc::new(*scenario), None));
                    stage.lab.announce((t.opened)(person));
                    stage.lab.go(&Route::Lab);
                }
            };
            stage.runs.open_person(0, person, stage.reform.get_untracked() && stage.has_reform(), then);
        };
        let let_go = move |_| {
            back_to_dot();
            stage.picked.try_update(|it| it.person = None);
        };
        Some(view! {
            <h3>{name(&crowd.society, person)}" "<span class="muted small">{(t.person_name)(person)}</span></h3>
            <dl class="facts">
                {row(t.row_group, stage.group(is.group).into_any())}
                {row(t.row_district, super::super::names::district(is.district).into_any())}
                {stage.has_score().then(|| row(t.row_band, band.into_any()))}
                {stage.has_score().then(|| row(t.row_score, (move || score().map(t.score)).into_any()))}
                {row(t.row_penalised, (t.of_months)(penalised, months).into_any())}
                {row(t.row_wrongly, (t.of_months)(wrongly, penalised).into_any())}
                {row(t.row_wrong, (move || wrong().to_string()).into_any())}
            </dl>
            <div class="row">
                <button type="button" class="btn btn-primary" on:click=open>{t.open_life}</button>
                <button type="button" class="btn" on:click=|_| back_to_dot()>{t.to_dot}</button>
                <button type="button" class="btn btn-quiet" on:click=let_go>{t.unpick}</button>
            </div>
        })
    };
    let keys = |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            back_to_dot();
        }
    };
    view! {
        <div class="town-person" id=CARD tabindex="-1" role="group" aria-label=t.card on:keydown=keys hidden=move || person.get().is_none()>
            {move || person.get().and_then(card)}
        </div>
    }
}

/// Shows the dot of the person again, and gives the focus to the dots.
fn back_to_dot() {
    let find = |css: &str| document().query_selector(css).ok().flatten();
    if let Some(board) = find(".town-board").and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        board.focus().ok();
    }
    if let Some(dot) = find(".town-board [data-picked]") {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        dot.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
