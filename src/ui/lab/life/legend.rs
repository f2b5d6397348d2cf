//! What the marks mean, and what can be done with the chart.

use leptos::prelude::*;

use super::marks::sign;
use super::seen::Seen;
use crate::charts::Effect;
use crate::ui::state::{Lab, texts};

/// One line below the chart.
#[component]
pub fn Legend(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The life before the reader's edits, if it was another.
    ghost: Memo<Option<Seen>>,
    /// What the ghost is, if it is not the life before the reader's edits.
    #[prop(optional_no_strip)]
    ghost_words: Option<String>,
) -> impl IntoView {
    let t = &texts().life;
    let locked = Lab::get().locked;
    let ghost_words = StoredValue::new(ghost_words.unwrap_or_else(|| t.legend_before.to_owned()));
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().is_some_and(Seen::has_score)));
    let has_ghost = Memo::new(move |_| ghost.with(Option::is_some) && has_score.get());
    let entry = |effect: Effect, text: &'static str| {
        view! { <li><span class="mark-sign" data-shape=sign(effect)></span>{text}</li> }
    };
    let has_wrong = Memo::new(move |_| {
        seen.with(|it| it.as_ref().is_some_and(|it| it.scenario.events.iter().any(|it| !it.genuine)))
    });
    let points = move || {
        has_score.get().then(|| view! { {entry(Effect::Gain, t.legend_gain)} {entry(Effect::Loss, t.legend_loss)} })
    };
    view! {
        <figcaption class="chart-legend">
            <ul class="legend" role="list" aria-label=t.legend>
                {points}
                {entry(Effect::Neutral, t.legend_other)}
                {entry(Effect::Nothing, t.legend_nothing)}
                {move || has_wrong.get().then(|| view! { <li><span class="wrong-sign"></span>{t.legend_wrong}</li> })}
                {move || has_ghost.get().then(|| view! { <li><span class="ghost-sign"></span>{ghost_words.get_value()}</li> })}
            </ul>
            <p class="note" data-print="no">{if locked { t.keys_short_locked } else { t.keys_short }}</p>
        </figcaption>
    }
}
