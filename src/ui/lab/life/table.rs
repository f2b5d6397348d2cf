//! The chart as a table, to read and to take away.

use leptos::prelude::*;

use super::super::rules::Secret;
use super::course::{Row, days, rows, sheet};
use super::more::{More, PART};
use super::plot::ChartName;
use super::seen::Seen;
use crate::text::csv::Separator;
use crate::text::file_name::file_name;
use crate::ui::kit::{Roll, Slots, clipboard};
use crate::ui::pin::PinButton;
use crate::ui::share::save_file;
use crate::ui::state::{Lab, texts};

/// The disclosure with the table. Nothing in it is computed while it is shut.
#[component]
pub fn ChartTable(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let secret = Secret::get();
    let (open, set_open) = signal(false);
    let id = ChartName::table();
    let shown = RwSignal::new(PART);
    let opened = move || if open.get() { seen.get() } else { None };
    let rows = Slots::new(move || {
        let rows = opened().map(|it| rows(&it, shown.get(), !secret.hides())).unwrap_or_default();
        rows.into_iter().map(|it| (it.day.to_string(), it)).collect::<Roll<Row>>()
    });
    let total = Memo::new(move |_| opened().map_or(0, |it| days(&it).len()));
    let has_score = Memo::new(move |_| opened().is_none_or(|it| it.has_score()));
    let (said, say) = signal("");
    let whole = move || {
        let with_reasons = !untrack(|| secret.hides());
        seen.with_untracked(|it| it.as_ref().map(|it| sheet(it, with_reasons))).unwrap_or_default()
    };
    let copy = move |_| {
        clipboard::copy_table(&whole(), move |done| {
            say.try_set(if done { t.copied } else { t.not_copied });
        })
    };
    let download = move |by: Separator| {
        let name = seen.with_untracked(|it| it.as_ref().map(|it| format!("{} {}", it.scenario.title, it.name())));
        save_file(&file_name(&name.unwrap_or_default(), "table", "csv"), "text/csv;charset=utf-8", &whole().csv(by));
    };
    let row = move |id: String| {
        let row = rows.slot(&id);
        let read = move |part: fn(&Row) -> String| move || row.with(|it| it.as_ref().map(part));
        let score = move || {
            has_score.get().then(|| view! {
            <td class="n">{read(|it| (texts().common.points)(it.score))}</td>
            <td>{read(|it| it.band.clone())}</td>
            <td class="n">{read(|it| if it.change.is_zero() { String::new() } else { (texts().common.signed)(it.change) })}</td>
        })
        };
        let day = move || row.with(|it| it.as_ref().map(|it| it.day)).unwrap_or_default();
        view! {
            <tr>
                <th scope="row" class="date"><button type="button" class="link" on:click=move |_| lab.day.set(Some(day()))>
                    {read(|it| (texts().common.day_short)(it.day))}</button></th>
                {score}
                <td>{read(|it| it.what.clone())}</td>
                <td>{read(|it| it.consequences.clone())}</td>
            </tr>
        }
    };
    let score_heads = move || {
        has_score.get().then(|| view! {
        <th scope="col" class="n">{t.column_score}</th><th scope="col">{t.column_band}</th><th scope="col" class="n">{t.column_change}</th>
    })
    };
    view! {
        <details class="fold" on:toggle:target=move |event| set_open.set(event.target().open())>
            <summary>{t.table}</summary>
            <div class="row">
                <button type="button" class="btn btn-sm" on:click=copy>{t.copy}</button>
                <button type="button" class="btn btn-sm" on:click=move |_| download(Separator::Comma)>{t.download}</button>
                <button type="button" class="btn btn-sm" on:click=move |_| download(Separator::Semicolon)>{t.download_semicolon}</button>
                <span class="note" role="status">{said}</span>
            </div>
            <div class="table-wrap">
                <table class="table" id=id.clone() tabindex="-1">
                    <thead><tr><th scope="col">{t.column_day}</th>{score_heads}<th scope="col">{t.column_what}</th><th scope="col">{t.column_consequences}</th></tr></thead>
                    <tbody><For each=move || rows.ids() key=Clone::clone children=row /></tbody>
                </table>
            </div>
            <PinButton />
            <More shown total words=t.show_more list=id />
        </details>
    }
}
