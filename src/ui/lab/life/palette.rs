//! "Something happens": buttons that add an event.

use leptos::prelude::*;

use super::super::rules::Secret;
use super::{actions, marks};
use crate::charts::Effect;
use crate::scenario::Scenario;
use crate::scenario::doc::Kind;
use crate::ui::state::{Lab, texts};

/// So many kinds have a button of their own; the others are behind "more".
const BUTTONS: usize = 6;

/// A kind as it stands on a button.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    kind: String,
    short: String,
    sign: &'static str,
}

/// The buttons.
#[component]
pub fn Palette() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let secret = Secret::get();
    let offers = Memo::new(move |_| {
        let subject = lab.subject();
        lab.document.with(|it| offers(&it.scenario, &it.baseline, &subject, secret.hides()))
    });
    let menu = NodeRef::<leptos::html::Details>::new();
    let shut = move || {
        if let Some(Some(menu)) = menu.try_get_untracked() {
            menu.set_open(false);
        }
    };
    // A press anywhere else shuts it.
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        use leptos::wasm_bindgen::JsCast as _;
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        let is_inside = menu.try_get_untracked().flatten().is_some_and(|it| it.contains(target.as_ref()));
        if !is_inside {
            shut();
        }
    });
    on_cleanup(move || elsewhere.remove());
    let button = move |it: Offer| {
        let kind = it.kind;
        view! {
            <button type="button" class="btn" on:click=move |_| actions::add(lab, &kind)>
                {shape(it.sign)}{it.short}
            </button>
        }
    };
    let item = move |it: Offer| {
        let kind = it.kind;
        let press = move |_| {
            actions::add(lab, &kind);
            shut();
            actions::focus_soon("palette-more");
        };
        view! { <button type="button" class="menu-item" on:click=press>{shape(it.sign)}{it.short}</button> }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            shut();
            actions::focus_soon("palette-more");
        }
    };
    let first = move || offers.with(|it| it.iter().take(BUTTONS).cloned().map(button).collect_view());
    let rest = move || {
        let rest: Vec<Offer> = offers.with(|it| it.iter().skip(BUTTONS).cloned().collect());
        (!rest.is_empty()).then(|| {
            view! {
                <details class="menu palette-menu" node_ref=menu on:keydown=escape>
                    <summary class="btn" id="palette-more">{t.more}</summary>
                    <div class="menu-list">{rest.into_iter().map(item).collect_view()}</div>
                </details>
            }
        })
    };
    view! {
        <div class="palette" role="group" aria-labelledby="palette-title">
            <span class="palette-title" id="palette-title">{t.happens}</span>
            {first}
            {rest}
            {move || offers.with(Vec::is_empty).then(|| view! { <span class="note">{t.no_kinds}</span> })}
        </div>
    }
}

/// The shape of a mark; nothing, if that is secret.
fn shape(sign: &'static str) -> Option<impl IntoView> {
    (!sign.is_empty()).then(|| view! { <span class="mark-sign" data-shape=sign></span> })
}

/// The kinds that can happen to a subject: those that rules in use are about and that the baseline has most events of
/// come first. Adding an event moves no button. Of secret rules neither order nor signs tell anything.
fn offers(scenario: &Scenario, baseline: &Scenario, subject: &str, is_secret: bool) -> Vec<Offer> {
    let who = scenario.cast.iter().find(|it| it.id == subject).map(|it| it.kind);
    let fits = |it: &&Kind| it.who.is_none_or(|it| Some(it) == who);
    let rank = |it: &Kind| {
        let has_rule = is_secret || scenario.rulebook.rules.iter().any(|rule| rule.on && rule.kind == it.id);
        let n_events = baseline.events.iter().filter(|event| event.kind == it.id).count();
        (!has_rule, std::cmp::Reverse(n_events))
    };
    let mut kinds: Vec<&Kind> = scenario.kinds.iter().filter(fits).collect();
    kinds.sort_by_cached_key(|it| rank(it));
    kinds
        .into_iter()
        .map(|it| {
            let sign = if is_secret { "" } else { sign(scenario, it) };
            Offer { kind: it.id.clone(), short: it.short.clone(), sign }
        })
        .collect()
}

/// What such an event does, by the first rule in use that is about the kind: as a mark on the chart would show it.
fn sign(scenario: &Scenario, kind: &Kind) -> &'static str {
    let rules = || scenario.rulebook.rules.iter().filter(|it| it.on && it.kind == kind.id);
    let first = rules().filter_map(|it| it.points.as_ref()).map(|it| it.amount.0).find(|it| !it.is_zero());
    marks::sign(match first {
        Some(it) if it.is_gain() => Effect::Gain,
        Some(_) => Effect::Loss,
        None if rules().next().is_some() => Effect::Neutral,
        None => Effect::Nothing,
    })
}
