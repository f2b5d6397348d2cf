//! The bands, each with what it brings; the lists too, for systems that have some.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::charts::band_token;
use crate::engine::Points;
use crate::scenario::doc::{Consequence, ConsequenceNature, ListNature, Scenario};
use crate::ui::state::{Lab, texts};

/// A band or a list as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: String,
    /// The colour of a band.
    token: Option<usize>,
    note: String,
    /// What it brings: whether it is a penalty, and its name.
    brings: Vec<(bool, String)>,
}

/// All bands from the best to the worst, then all lists.
#[component]
pub fn BandsStage() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let id = fresh_name();
    let rows = Memo::new(move |_| lab.with_scenario(rows));
    let title = move || lab.with_scenario(|it| (t.bands_title)(it.rulebook.bands.len(), it.rulebook.lists.len()));
    let brings = |(is_penalty, name): (bool, String)| {
        let (nature, word) = if is_penalty { ("penalty", texts().why.penalty) } else { ("reward", texts().why.reward) };
        view! { <li class="held" data-nature=nature><span class="visually-hidden">{word}": "</span><span>{name}</span></li> }
    };
    let item = move |it: Row| {
        let name = match it.token {
            Some(token) => view! { <span class="band" data-band=token.to_string()>{it.name}</span> }.into_any(),
            None => view! { <strong>{it.name}</strong> }.into_any(),
        };
        let what = match it.brings.is_empty() {
            true => view! { <p class="note">{t.brings_nothing}</p> }.into_any(),
            false => {
                view! { <ul class="held-list" role="list">{it.brings.into_iter().map(brings).collect_view()}</ul> }
                    .into_any()
            }
        };
        view! { <li class="stage-band"><p>{name}" "<span class="note">{it.note}</span></p>{what}</li> }
    };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <ul class="plain stage-bands">{move || rows.get().into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

fn rows(scenario: &Scenario) -> Vec<Row> {
    let t = &texts().stage;
    let book = &scenario.rulebook;
    let brings = |carries: &dyn Fn(&Consequence) -> bool| {
        let mut all: Vec<(bool, String)> = book
            .consequences
            .iter()
            .filter(|it| carries(it))
            .map(|it| (it.nature == ConsequenceNature::Penalty, it.label.clone()))
            .collect();
        all.sort_by_key(|it| it.0);
        all
    };
    let n = book.bands.len();
    let highest = book.scale.as_ref().map_or(Points::ZERO, |it| it.highest.0);
    let bands = book.bands.iter().enumerate().map(|(at, band)| Row {
        name: band.name().to_owned(),
        token: Some(band_token(n, at)),
        note: match at.checked_sub(1).and_then(|it| book.bands.get(it)) {
            Some(better) => (t.band_below)(band.from.0, better.from.0),
            None => (t.band_top)(band.from.0, highest),
        },
        brings: brings(&|it| it.bands.contains(&band.id)),
    });
    let lists = book.lists.iter().map(|list| Row {
        name: list.label.clone(),
        token: None,
        note: (t.list_note)(list.nature == ListNature::Black, list.public, list.months),
        brings: brings(&|it| it.lists.contains(&list.id)),
    });
    bands.chain(lists).collect()
}
