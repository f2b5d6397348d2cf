//! What happens to the whole town: shocks are added, moved and taken away.

use leptos::prelude::*;

use super::stage::Stage;
use crate::editor::edits::fresh_id;
use crate::scenario::bounds;
use crate::scenario::doc::{Shock, ShockSort};
use crate::scenario::society::town;
use crate::scenario::society::town::shock as spec;
use crate::ui::kit::{Choice, Complaint, CountField, FigureLook, RemoveButton};
use crate::ui::state::{Lab, texts};

const SORTS: [ShockSort; 5] =
    [ShockSort::Recession, ShockSort::Outage, ShockSort::Leak, ShockSort::CapturedOffice, ShockSort::Cameras];

/// The list of shocks.
#[component]
pub fn Shocks() -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.effects;
    let ids = Memo::new(move |_| {
        lab.with_scenario(|it| it.society.shocks.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    let button = move |sort: ShockSort| {
        view! {
            <button type="button" class="btn btn-sm" title=(t.shock_what)(sort) disabled=move || is_full(lab)
                on:click=move |_| add(lab, sort)>"+ "{(t.shock_sort)(sort)}</button>
        }
    };
    view! {
        <section class="society-shelf" aria-labelledby="society-shocks">
            <h2 id="society-shocks">{t.shocks_title}</h2>
            <p class="note">{t.shocks_lead}</p>
            <ul class="plain" hidden=move || ids.with(Vec::is_empty)>
                <For each=move || ids.get() key=Clone::clone children=move |id| view! { <ShockRow id /> } />
            </ul>
            <p class="muted" hidden=move || !ids.with(Vec::is_empty)>{t.shocks_none}</p>
            <div class="row" role="group" aria-label=t.shock_add>{SORTS.map(button).into_iter().collect_view()}</div>
        </section>
    }
}

/// Whether there is no room for another shock.
pub fn is_full(lab: Lab) -> bool {
    lab.with_scenario(|it| it.society.shocks.len() >= bounds::SHOCKS)
}

/// Adds a shock after the first year, for a year; where there is only one year, in its last month.
pub fn add(lab: Lab, what: ShockSort) {
    let t = &texts().society.effects;
    lab.edit("", |it| {
        let id = fresh_id("shock", it.society.shocks.iter().map(|it| it.id.as_str()));
        let from = it.society.months.unwrap_or_else(|| town().usual.months).clamp(1, 13);
        it.society.shocks.push(Shock { id, what, from, months: 12, strength: None, source: None });
    });
    lab.announce((t.shock_added)((t.shock_sort)(what)));
}

/// One shock.
#[component]
fn ShockRow(
    /// Its id.
    id: String,
) -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.effects;
    let key = StoredValue::new(id.clone());
    let this = Memo::new(move |_| {
        lab.with_scenario(|it| key.with_value(|id| it.society.shocks.iter().find(|it| it.id == *id).cloned()))
    });
    let edit = move |part: &str, change: &dyn Fn(&mut Shock)| {
        key.try_with_value(|id| {
            lab.edit(&format!("society/shocks/{id}/{part}"), |it| {
                if let Some(it) = it.society.shocks.iter_mut().find(|it| it.id == *id) {
                    change(it);
                }
            });
        });
    };
    let sort = this.with_untracked(|it| it.as_ref().map_or(ShockSort::Leak, |it| it.what));
    let name = (t.shock_sort)(sort);
    let read = move |read: fn(&Shock) -> u32| Signal::derive(move || this.with(|it| it.as_ref().map_or(1, read)));
    let path = move |part: &str| format!("society/shocks/{id}/{part}");
    let limits = spec(sort).map(|it| (it.strength, it.min, it.max)).filter(|it| it.2 > 0);
    let strength = limits.map(|(usual, min, max)| {
        let value = Signal::derive(move || this.with(|it| it.as_ref().and_then(|it| it.strength).unwrap_or(usual)));
        let set = move |n: u32| edit("strength", &|it| it.strength = Some(n));
        view! {
            <span><CountField path=path("strength") label=(t.shock_strength)(sort) value on_value=set least=min most=max look=FigureLook::Inline />
                " "{(t.shock_strength)(sort)}</span>
        }
    });
    let source = (sort == ShockSort::Outage).then(|| {
        let options = Signal::derive(move || lab.with_scenario(|it| {
            it.rulebook.sources.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>()
        }));
        let value = Signal::derive(move || {
            let own = this.with(|it| it.as_ref().and_then(|it| it.source.clone()));
            own.or_else(|| options.with(|it| it.first().map(|it| it.0.clone()))).unwrap_or_default()
        });
        view! { <Choice label=t.shock_source options value on_value=move |id: String| edit("source", &|it| it.source = Some(id.clone())) /> }
    });
    let months = (sort != ShockSort::Leak).then(|| {
        let set = move |n: u32| edit("months", &|it| it.months = n);
        view! { <span>{t.shock_months}" "<CountField path=path("months") label=t.shock_months value=read(|it| it.months) on_value=set least=1 most=bounds::SOCIETY_MONTHS look=FigureLook::Inline /></span> }
    });
    let remove = move |()| {
        key.try_with_value(|id| lab.edit("", |it| it.society.shocks.retain(|it| it.id != *id)));
        lab.announce((t.shock_removed)(name));
    };
    let set_from = move |n: u32| edit("from", &|it| it.from = n);
    view! {
        <li class="society-safeguard">
            <div class="row"><strong>{name}</strong><RemoveButton label=(t.shock_remove)(name) on_press=remove /></div>
            <p class="muted small">{(t.shock_what)(sort)}</p>
            <div class="row small">
                <span>{t.shock_from}" "<CountField path=path("from") label=t.shock_from value=read(|it| it.from) on_value=set_from least=1 most=bounds::SOCIETY_MONTHS look=FigureLook::Inline /></span>
                {months}{strength}{source}
            </div>
            <Complaint path=key.with_value(|id| format!("society/shocks/{id}")) parts=true />
        </li>
    }
}
