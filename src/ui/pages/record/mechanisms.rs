//! The four mechanisms side by side.

use leptos::prelude::*;

use super::tries::TryLink;
use crate::record::{FOUR, Sort, Try};
use crate::ui::kit::{FactLines, StandingChip};
use crate::ui::state::texts;

/// What each is, with its statements and scenarios.
#[component]
pub fn Mechanisms() -> impl IntoView {
    let (t, words) = (&texts().record, &texts().compare);
    let own = |ids: &[&str]| ids.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let preset = |id: &&str| view! { <li><TryLink to=Try::Preset((*id).to_owned()) /></li> };
    let one = |it: Sort| {
        view! {
            <li class="mechanism">
                <h3>{(words.mechanism_name)(it.mechanism)}</h3>
                <p>{(words.mechanism_what)(it.mechanism)}" "<StandingChip standing=words.mechanism_standing /></p>
                <FactLines ids=own(it.facts) />
                <ul role="list" aria-label=t.mechanism_presets>{it.presets.iter().map(preset).collect_view()}</ul>
            </li>
        }
    };
    view! {
        <p class="record-lede">{t.mechanisms_lede}</p>
        <ul class="mechanisms" role="list">{FOUR.map(one).collect_view()}</ul>
    }
}
