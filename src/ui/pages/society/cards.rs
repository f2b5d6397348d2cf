//! The assumptions: a card for each number that makes the town.

use leptos::prelude::*;

use super::stage::Stage;
use crate::engine::Points;
use crate::scenario::doc::Standing;
use crate::scenario::society::set;
use crate::scenario::society::{DialSpec, dials, town, value};
use crate::scenario::typed::Takes;
use crate::ui::kit::{Complaint, NumberField, StandingChip};
use crate::ui::state::{Lab, texts};

/// So many cards are shown of what a search finds.
const MOST: usize = 60;

/// All cards: in folded sections, or as a list of what a search finds.
#[component]
pub fn Cards() -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.shelf;
    let search = RwSignal::new(String::new());
    let only_changed = RwSignal::new(false);
    let changed =
        Memo::new(move |_| lab.with_scenario(|it| it.society.dials.iter().map(|it| it.id.clone()).collect::<Vec<_>>()));
    let count = move || changed.with(Vec::len);
    let found = Memo::new(move |_| {
        let words = search.get().to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let is_asked = !words.is_empty() || only_changed.get();
        let fits = |it: &DialSpec| {
            let text = format!("{} {}", it.name, it.family.about).to_lowercase();
            words.iter().all(|word| text.contains(word))
                && (!only_changed.get() || changed.with(|all| all.contains(&it.id)))
        };
        is_asked.then(|| (0..dials().len()).filter(|it| fits(&dials()[*it])).take(MOST).collect::<Vec<_>>())
    });
    let card = |at: usize| dials().get(at).map(|spec| view! { <Card spec /> });
    let list = move || match found.get() {
        None => town()
            .sections
            .iter()
            .map(|it| view! { <Section id=it.id.as_str() label=it.label.as_str() changed /> })
            .collect_view()
            .into_any(),
        Some(all) if all.is_empty() => view! { <p class="empty">{t.cards_none}</p> }.into_any(),
        Some(all) => {
            view! { <ul class="plain society-cards">{all.into_iter().map(card).collect_view()}</ul> }.into_any()
        }
    };
    let reset = move |_| {
        lab.edit("", |it| it.society.dials.clear());
    };
    view! {
        <section class="society-part" aria-labelledby="society-cards">
            <h2 id="society-cards">{t.cards_title}</h2>
            <p class="note society-summary">{move || (t.cards_lead)(dials().len(), count())}</p>
            <div class="row">
                <input type="search" class="input society-search" aria-label=t.cards_search placeholder=t.cards_search
                    prop:value=search on:input:target=move |event| search.set(event.target().value()) />
                <label class="check"><input type="checkbox" prop:checked=only_changed
                    on:change:target=move |event| only_changed.set(event.target().checked()) /><span>{t.cards_changed}</span></label>
                <button type="button" class="btn btn-sm" hidden=move || count() == 0 on:click=reset>{t.cards_reset_all}</button>
            </div>
            {list}
        </section>
    }
}

/// A section; its cards are made when it is opened.
#[component]
fn Section(
    /// Its id.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// The dials that are changed.
    changed: Memo<Vec<String>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let specs = move || dials().iter().filter(move |it| it.family.section == id);
    let count = move || changed.with(|it| specs().filter(|spec| it.contains(&spec.id)).count());
    let cards = move || {
        open.get().then(|| {
            view! { <ul class="plain society-cards">{specs().map(|spec| view! { <Card spec /> }).collect_view()}</ul> }
        })
    };
    view! {
        <details class="fold" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{label}" "<span class="count">{specs().count()}</span>
                {move || (count() > 0).then(|| view! { <span class="chip">{(texts().society.shelf.cards_some)(count())}</span> })}</summary>
            {cards}
        </details>
    }
}

/// One assumption: its value, unit, range, what backs it.
#[component]
fn Card(
    /// Which.
    spec: &'static DialSpec,
) -> impl IntoView {
    let stage = Stage::get();
    let lab: Lab = stage.lab;
    let t = &texts().society.shelf;
    let family = spec.family;
    let name = spec.name.clone();
    let at = move || lab.with_scenario(|it| value(&it.society, &spec.id));
    let is_changed = Memo::new(move |_| at() != spec.value);
    let shown = Signal::derive(move || Points::whole(i64::from(at())));
    let path = format!("society/dials/{}", spec.id);
    let gesture = path.clone();
    let change = move |to: Option<i32>| lab.edit(&gesture, |it| set(it, spec, to));
    let reset = change.clone();
    let takes = Takes::whole(i64::from(family.min), i64::from(family.max)).with_unit(spec.unit);
    let typed = move |it: Points| change(i32::try_from(it.thousandths() / 1000).ok());
    let number = |it: i32| (texts().common.points)(Points::whole(i64::from(it)));
    let back = match spec.standing {
        Standing::Invented if spec.source.is_empty() => t.cards_choice.to_owned(),
        Standing::Invented => format!("{} {}", t.cards_choice, spec.source),
        _ => (t.cards_source)(spec.source),
    };
    // Without figures there are no sweeps either.
    let has_figures = Memo::new(move |_| stage.results().is_some());
    let sweep = move |_| {
        stage.sweep.try_set(Some(&spec.id));
    };
    let sweep_name = (t.cards_sweep_name)(&name);
    let reset_name = (t.cards_reset)(&name);
    view! {
        <li class="society-card" data-changed=move || is_changed.get().then_some("true")>
            <p class="society-card-name"><strong>{name.clone()}</strong></p>
            <p class="row"><NumberField path=path.clone() label=name value=shown takes on_value=typed />
                <span>{spec.unit}</span></p>
            <p class="small muted">{(t.cards_range)(&number(family.min), &number(family.max), spec.unit)}
                <span hidden=move || !is_changed.get()>{format!("; {}", (t.cards_usual)(&number(spec.value)))}</span></p>
            <p class="small">{family.about.as_str()}</p>
            <p class="small"><StandingChip standing=Signal::derive(move || spec.standing) />" "{back}</p>
            <p class="row">
                <button type="button" class="btn btn-sm btn-quiet society-card-sweep" aria-label=sweep_name hidden=move || !has_figures.get()
                    on:click=sweep>{t.cards_sweep}</button>
                <button type="button" class="btn btn-sm btn-quiet" aria-label=reset_name hidden=move || !is_changed.get()
                    on:click=move |_| reset(None)>{texts().common.reset}</button>
            </p>
            <Complaint path />
        </li>
    }
}
