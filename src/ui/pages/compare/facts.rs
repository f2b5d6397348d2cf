//! What the sources say of each system, point by point: of the compared ones, and of all examples of each mechanism.

use leptos::prelude::*;

use super::side::{Side, Sides};
use super::{is_open, side};
use crate::editor::claims::Place;
use crate::scenario::doc::{Mechanism, Reference};
use crate::scenario::mechanisms::{self, Declared, Facet, Sayings};
use crate::scenario::presets;
use crate::ui::kit::StandingChip;
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// One system.
#[derive(Clone, Debug)]
struct Column {
    title: String,
    says: Says,
}

#[derive(Clone, Debug)]
enum Says {
    /// What sources say, with the list of them.
    Sources(&'static Sayings, Vec<Reference>),
    /// What the document declares.
    Document(Declared),
}

impl Column {
    fn of_preset(id: &str) -> Option<Self> {
        let scenario = presets::latest(id)?.scenario().ok()?;
        Some(Self { title: scenario.title, says: Says::Sources(mechanisms::of(id)?, scenario.references) })
    }

    /// A compared rulebook. The open scenario is told by sources as long as its rulebook is that of its preset.
    fn of_side(lab: Lab, it: &Side) -> Self {
        let preset = if is_open(&it.id) { untouched(lab) } else { Some(it.id.clone()) };
        preset.and_then(|id| Self::of_preset(&id)).unwrap_or_else(|| {
            let declared = lab.shown.with_untracked(|it| mechanisms::declared(&it.scenario));
            Self { title: it.title.clone(), says: Says::Document(declared) }
        })
    }
}

/// The preset that the open scenario is, if its rulebook is as it was.
fn untouched(lab: Lab) -> Option<String> {
    lab.document.with_untracked(|it| {
        let is_same = it.scenario.rulebook == it.baseline.rulebook;
        it.base.as_ref().filter(|_| is_same).map(|it| it.id.clone())
    })
}

/// The tables.
#[component]
pub fn Facts(
    /// What is compared.
    sides: Memo<Sides>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().compare;
    let compared = move || {
        let columns: Vec<Column> = sides.with(|it| it.all.iter().map(|it| Column::of_side(lab, it)).collect());
        (!columns.is_empty()).then(|| table(t.facts_compared, columns))
    };
    view! {
        <section aria-labelledby="compare-facts" class="stack">
            <h2 id="compare-facts">{t.facts}</h2>
            <p class="muted">{t.facts_note}</p>
            {compared}
            {super::mechanisms::ALL.map(|it| view! { <Examples mechanism=it /> }).into_iter().collect_view()}
        </section>
    }
}

/// All examples of one mechanism. Nothing is read while it is shut.
#[component]
fn Examples(
    /// Which mechanism.
    mechanism: Mechanism,
) -> impl IntoView {
    let t = &texts().compare;
    let (open, set_open) = signal(false);
    let ids = StoredValue::new(side::examples(mechanism));
    let title = (t.facts_of)(mechanism, ids.with_value(Vec::len));
    let label = title.clone();
    let columns = move || ids.try_get_value().unwrap_or_default().into_iter().filter_map(Column::of_preset).collect();
    view! {
        <details class="fold compare-examples" on:toggle:target=move |event| set_open.set(event.target().open())>
            <summary>{title}</summary>
            {move || open.get().then(|| table(&label, columns()))}
        </details>
    }
}

/// Points down, systems across.
fn table(label: &str, columns: Vec<Column>) -> AnyView {
    let t = &texts().compare;
    let heads = columns.iter().map(|it| view! { <th scope="col">{it.title.clone()}</th> }).collect_view();
    let row = |facet: Facet| {
        let cells = columns.iter().map(|it| view! { <td>{cell(&it.says, facet)}</td> }).collect_view();
        view! { <tr><th scope="row">{(t.facet)(facet)}</th>{cells}</tr> }
    };
    view! {
        <div class="table-wrap compare-facts" tabindex="0" role="region" aria-label=label.to_owned()>
            <table class="table">
                <caption>{label.to_owned()}</caption>
                <thead><tr><th scope="col">{t.column_facet}</th>{heads}</tr></thead>
                <tbody>{Facet::ALL.map(row).into_iter().collect_view()}</tbody>
            </table>
        </div>
        <PinButton place=Place::Published />
    }
    .into_any()
}

fn cell(says: &Says, facet: Facet) -> AnyView {
    let t = &texts().compare;
    match says {
        Says::Document(it) => view! {
            {(t.declared)(it, facet)}<span class="compare-source muted small">{t.from_document}</span>
        }
        .into_any(),
        Says::Sources(it, references) => match it.on(facet) {
            None => view! { <span class="muted">{t.untold}</span> }.into_any(),
            Some(it) => view! {
                {it.text.clone()}
                <span class="compare-source">
                    <StandingChip standing=it.standing />" "
                    <span class="muted small">{it.source(references).map(str::to_owned)}</span>
                </span>
            }
            .into_any(),
        },
    }
}
