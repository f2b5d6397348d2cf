//! What each safeguard of a reform brings and costs.

use leptos::prelude::*;

use crate::engine::society::measures::Measure;
use crate::jobs::sweep::plan::Plan;
use crate::jobs::sweep::prices::{Price, Turn};
use crate::jobs::sweep::swept::Swept;
use crate::scenario::doc::Reform;
use crate::ui::state::texts;

/// The list; none for other plans.
pub fn draw(swept: &Swept, _: Measure) -> Option<AnyView> {
    let t = &texts().society.price;
    let Plan::Switches(all) = &swept.plan else { return None };
    let prices = swept.prices();
    let row = |switch: &Reform| row(*switch, prices.iter().find(|it| it.switch == *switch));
    let rows = all.iter().map(row).collect_view();
    Some(view! { <ul class="plain switch-prices">{rows}</ul><p class="note">{t.switch_key}</p> }.into_any())
}

fn row(switch: Reform, price: Option<&Price>) -> impl IntoView + use<> {
    let words = &texts().society;
    let t = &words.price;
    let (name, what) = (words.shelf.reform)(switch);
    let side = |turn: Turn, title: &'static str, sign: &'static str| {
        let told = price.map(|it| {
            let all = it.turned(turn);
            let Some(most) = all.first() else { return view! { <span class="muted">{t.unsure}</span> }.into_any() };
            let value = |it: f64| (words.value)(most.measure, it);
            let (without, with) = (value(most.without.median), value(most.with.median));
            let more = (all.len() > 1).then(|| (t.switch_more)(all.len() - 1));
            view! {
                <span>{(words.measure)(most.measure)}</span>
                <span class="nums">{without}" → "<strong>{with}</strong></span>
                <span class="muted small">{more}</span>
            }
            .into_any()
        });
        let told = told.unwrap_or_else(|| view! { <span class="muted">{t.switch_waits}</span> }.into_any());
        view! { <p class="switch-side" data-sign=sign><span class="switch-word">{title}</span>{told}</p> }
    };
    view! {
        <li class="switch-price">
            <p class="switch-name"><strong>{name}</strong><span class="muted small">{what}</span></p>
            {side(Turn::Better, t.switch_better, "gain")}
            {side(Turn::Worse, t.switch_worse, "loss")}
        </li>
    }
}
