//! What a sweep found: the finding as a title, a sentence, the chart, the table, the file.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::frame::{Grid, GridTable};
use super::super::names;
use super::{bars, line, plane, switches};
use crate::editor::claims::Run;
use crate::engine::society::measures::Measure;
use crate::jobs::sweep::swept::Swept;
use crate::text::csv::Separator;
use crate::text::society::sweeps::{sheet, table};
use crate::ui::kit::clipboard;
use crate::ui::pin::seed;
use crate::ui::search::sweep::Sweeps;
use crate::ui::share::save_file;
use crate::ui::state::{Lab, texts};

/// What is drawn: a sweep, and the measure that is looked at.
pub type Drawn = Signal<Option<(Arc<Swept>, Measure)>>;

/// The figure; nothing before the first point is done.
#[component]
pub fn Found(
    /// Names the elements.
    id: &'static str,
    /// The measure that is looked at.
    #[prop(into)]
    measure: Signal<Measure>,
    /// What was found.
    sweeps: Sweeps,
    /// The sort of sweep.
    sort: usize,
) -> impl IntoView {
    let t = &texts().society.sweeps;
    let drawn: Drawn =
        Signal::derive(move || sweeps.found(sort).filter(|it| it.done() > 0).map(|it| (it, measure.get())));
    let is_there = Memo::new(move |_| drawn.with(Option::is_some));
    let is_stale = Memo::new(move |_| sweeps.is_stale(sort));
    let draw: fn(&Swept, Measure) -> Option<AnyView> = match sort {
        0 => line::draw,
        1 => bars::draw,
        2 => plane::draw,
        _ => switches::draw,
    };
    let none = move || view! { <p class="empty">{t.no_values}</p> }.into_any();
    let chart = move || drawn.with(|it| it.as_ref().map(|it| draw(&it.0, it.1).unwrap_or_else(none)));
    let figure = move || {
        view! {
            <Head id drawn />
            {move || is_stale.get().then(|| view! { <p class="notice" data-kind="warn"><span>{t.stale}</span></p> })}
            {chart}
            <Table id drawn is_stale />
        }
    };
    view! {
        <div class="sweep-found" class:is-stale=is_stale>
            {move || is_there.get().then(figure)}
        </div>
    }
}

/// Finding and sentence.
#[component]
fn Head(
    /// Names the elements.
    id: &'static str,
    /// What is drawn.
    drawn: Drawn,
) -> impl IntoView {
    let t = &texts().society.sweeps;
    let title = Memo::new(move |_| drawn.with(|it| it.as_ref().map(|it| (t.finding)(&it.0, it.1))));
    let summary = Memo::new(move |_| {
        drawn.with(|it| {
            let it = &it.as_ref()?.0;
            let whom = it.setting.group.map_or_else(|| t.everybody.to_owned(), names::group);
            Some((t.summary)(it, &whom))
        })
    });
    let few = Memo::new(move |_| drawn.with(|it| (t.few_repeats)(it.as_ref()?.0.setting.replicates)));
    view! {
        <h3 id=format!("{id}-finding")>{title}</h3>
        <p class="note society-summary">{summary}</p>
        <p class="note society-summary" hidden=move || few.with(Option::is_none)>{few}</p>
    }
}

/// The same as a table, and as a file.
#[component]
fn Table(
    /// Names the elements.
    id: &'static str,
    /// What is drawn.
    drawn: Drawn,
    /// Whether something was changed since.
    is_stale: Memo<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().society.sweeps;
    let run = Signal::derive(move || {
        let seed = seed(lab);
        drawn.with(|it| {
            let it = &it.as_ref()?.0;
            let (setting, months) = (&it.setting, it.months);
            let whom = setting.group.map(names::group);
            Some(Run {
                people: setting.people,
                months,
                replicates: setting.replicates,
                seed,
                reform: setting.reform,
                whom,
            })
        })
    });
    let open = RwSignal::new(false);
    let grid = Signal::derive(move || {
        drawn.with(|it| {
            let table = it.as_ref().map(|it| table(&it.0, it.1)).unwrap_or_default();
            Grid { heads: table.heads, rows: table.rows }
        })
    });
    let save = move |by: Separator| {
        drawn.with_untracked(|it| {
            if let Some((swept, measure)) = it {
                save_file(&(t.file)(swept, *measure), "text/csv;charset=utf-8", &sheet(swept, *measure).csv(by));
                lab.announce(t.saved);
            }
        });
    };
    let copy = move |_| {
        let whole = drawn.with_untracked(|it| it.as_ref().map(|it| sheet(&it.0, it.1)));
        if let Some(whole) = whole {
            let t = &texts().life;
            clipboard::copy_table(&whole, move |done| lab.announce(if done { t.copied } else { t.not_copied }));
        }
    };
    view! {
        <details class="fold" on:toggle:target=move |event| open.set(event.target().open())>
            <summary id=format!("{id}-finding-table")>{t.table}</summary>
            {move || open.get().then(|| view! { <GridTable grid label=format!("{id}-finding") run stale=is_stale.into() /> })}
        </details>
        <div class="row">
            <button type="button" class=format!("btn btn-sm {id}-copy") on:click=copy>{texts().life.copy}</button>
            <button type="button" class=format!("btn btn-sm {id}-save") on:click=move |_| save(Separator::Comma)>{t.save}</button>
            <button type="button" class="btn btn-sm" on:click=move |_| save(Separator::Semicolon)>{t.save_semicolon}</button>
        </div>
    }
}
