//! What it would take to be back in the band that was lost.

use leptos::prelude::*;

use super::state::ToyState;
use super::words;
use crate::editor::toy::Way;
use crate::ui::state::texts;

/// The points that are missing, and for each thing that gives points how often it would have to happen.
#[component]
pub fn WayBack() -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let back = Memo::new(move |_| toy.read(|it| it.way_back()).flatten());
    let row = move |it: &Way| {
        let kind = toy.read(|toy| toy.kinds().get(it.kind).map(words::kind_with_default)).flatten();
        let how = it.reached.map_or_else(|| t.no_way.to_owned(), |(times, day)| (t.way)(times, day));
        view! { <div><dt>{kind}</dt><dd>{how}</dd></div> }
    };
    let ways = move || {
        back.with(|back| {
            let back = back.as_ref()?;
            let band = toy.read(|toy| words::band(toy, back.band))?;
            let is_open = !back.ways.is_empty();
            let how = if is_open { t.back_pace } else { t.back_over };
            let list = is_open.then(|| view! { <dl class="facts">{back.ways.iter().map(row).collect_view()}</dl> });
            Some(view! {
                <div class="toy-way">
                    <p>{(t.back)(back.missing, &band)}" "<span class="muted">{how}</span></p>
                    {list}
                </div>
            })
        })
    };
    view! { {ways} }
}
