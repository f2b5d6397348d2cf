//! The bands with how many dots are in each; pressing one shows who.

use leptos::prelude::*;

use super::super::stage::{Stage, token};
use super::Shown;
use crate::ui::state::texts;

/// What is counted for the legend.
#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    bands: Vec<usize>,
    penalised: usize,
    wrongly: usize,
}

/// One line above the dots.
#[component]
pub fn Legend(
    /// The people.
    crowd: Shown,
) -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.town;
    let counts = Memo::new(move |_| {
        let Some(crowd) = crowd.get() else { return Counts::default() };
        let month = stage.month_of(crowd.society.months) as usize;
        let mut counts = Counts { bands: vec![0; crowd.society.bands()], ..Counts::default() };
        for person in 0..crowd.people.len() {
            let it = crowd.stands(person, month);
            if let Some(n) = counts.bands.get_mut(it.band) {
                *n += 1;
            }
            counts.penalised += usize::from(it.penalised);
            counts.wrongly += usize::from(it.wrongly);
        }
        counts
    });
    // A rulebook of lists alone has no bands to tell apart.
    let bands = Memo::new(move |_| if stage.has_score() { counts.with(|it| it.bands.len()) } else { 0 });
    let count = |n: usize| (texts().society.count)(n as u64);
    let entry = move |band: usize| {
        let n = move || counts.with(|it| it.bands.get(band).map(|it| count(*it)));
        let is_picked = move || stage.picked.get().band == Some(band);
        view! {
            <li><button type="button" class="btn btn-sm town-band" aria-pressed=move || is_picked().to_string()
                on:click=move |_| stage.pick_band(band)>
                <span class="swatch" data-band=move || token(bands.get(), band).to_string()></span>
                <span>{move || stage.band(band)}</span>
                <span class="nums muted">{n}</span>
            </button></li>
        }
    };
    view! {
        <p class="note" hidden=move || stage.has_score()>{t.no_score}</p>
        <ul class="legend town-legend" role="list" aria-label=t.legend>
            {move || (0..bands.get()).rev().map(entry).collect_view()}
            <li class="town-key"><i class="town-dot" data-is="penalised"></i>{t.legend_penalised}
                <span class="nums muted">{move || count(counts.with(|it| it.penalised))}</span></li>
            <li class="town-key"><i class="town-dot" data-is="wrongly"></i>{t.legend_wrongly}
                <span class="nums muted">{move || count(counts.with(|it| it.wrongly))}</span></li>
        </ul>
    }
}
