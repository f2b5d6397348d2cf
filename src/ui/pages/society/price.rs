//! What the reform costs and brings, as a whole and safeguard by safeguard: the measures that got better, and those that
//! got worse.

use leptos::prelude::*;

use super::frame::{Framed, Grid};
use super::stage::Stage;
use super::sweeps::found::Found;
use super::sweeps::going::Going;
use crate::engine::society::measures::{Measure, Who, compare, over};
use crate::jobs::society::Results;
use crate::jobs::sweep::plan::switches;
use crate::jobs::sweep::prices::{TOLD, Turn};
use crate::jobs::sweep::swept::Setting;
use crate::ui::search::sweep::{SWITCHES, Sweeps};
use crate::ui::state::texts;

/// A measure under both.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    turn: Turn,
    measure: Measure,
    before: f64,
    after: f64,
}

/// The two lists. Nothing, as long as there is no reform.
#[component]
pub fn Price() -> impl IntoView {
    let stage = Stage::get();
    let has_reform = Memo::new(move |_| stage.has_reform());
    move || has_reform.get().then(|| view! { <Whole /><Each /> })
}

/// What the whole reform brings and costs.
#[component]
fn Whole() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.price;
    let lines = Memo::new(move |_| stage.results().map(|it| lines(&it)).unwrap_or_default());
    let count = move |turn: Turn| lines.with(|it| it.iter().filter(|it| it.turn == turn).count());
    let title = move || (t.title)(count(Turn::Better), count(Turn::Worse), count(Turn::CannotTell));
    let list = move |turn: Turn, title: &'static str, sign: &'static str| {
        let rows = move || {
            let row = |it: &Line| {
                let name = (words.measure)(it.measure);
                let (before, after) = ((words.value)(it.measure, it.before), (words.value)(it.measure, it.after));
                view! { <li><span>{name}</span><span class="nums">{before}" → "<strong>{after}</strong></span></li> }
            };
            lines.with(|it| it.iter().filter(|it| it.turn == turn).map(row).collect_view())
        };
        view! {
            <div class="price-list" data-sign=sign>
                <h3>{title}</h3>
                <ul class="plain">{rows}</ul>
                <p class="muted small" hidden=move || count(turn) != 0>{t.nothing}</p>
            </div>
        }
    };
    view! {
        <Framed id="society-price" title=Signal::derive(title) summary=t.summary grid=Signal::derive(move || lines.with(|it| grid(it)))>
            <div class="price">
                {list(Turn::Better, t.better, "gain")}
                {list(Turn::Worse, t.worse, "loss")}
            </div>
            <details class="fold"><summary>{t.same}</summary>{list(Turn::CannotTell, t.same, "none")}</details>
            <p class="note">{t.note}</p>
        </Framed>
    }
}

/// The most people of a town without one safeguard, and how often it is lived through: modelling choices, so that there
/// is an answer soon.
const EACH: Setting = Setting { people: 2000, replicates: 20, group: None, reform: true };

/// What each safeguard brings and costs by itself. Nothing is computed before the reader asks for it.
#[component]
fn Each() -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.price;
    let sweeps = Sweeps::new();
    let plan = Memo::new(move |_| lab.with_scenario(switches));
    // The list has measures of its own.
    let measure = Signal::stored(Measure::Wrongly);
    view! {
        <section class="society-part" aria-labelledby="society-each">
            <h2 id="society-each">{t.each_title}</h2>
            <p class="note society-summary">{t.each_lead}</p>
            <Going id="switch" plan setting=Signal::stored(EACH) sweeps sort=SWITCHES start=t.each_start none=t.each_none />
            <Found id="switch" measure sweeps sort=SWITCHES />
        </section>
    }
}

fn grid(lines: &[Line]) -> Grid {
    let words = &texts().society;
    let t = &words.price;
    let row = |it: &Line| {
        let name = (words.measure)(it.measure).to_owned();
        let [before, after] = [it.before, it.after].map(|value| (words.value)(it.measure, value));
        vec![name, before, after, t.verdicts[it.turn as usize].to_owned()]
    };
    let heads = [words.charts.column_measure, t.before, t.after, words.charts.column_verdict];
    Grid { heads: heads.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn lines(results: &Results) -> Vec<Line> {
    let Some(reform) = &results.reform else { return Vec::new() };
    let line = |measure: Measure| {
        let (before, after) = ((&*results.society, &*results.first), (&**reform, &*results.second));
        let found = compare(measure, before, after, Who::All);
        let old = over(measure, before.0, before.1, Who::All)?.median;
        let new = over(measure, after.0, after.1, Who::All)?.median;
        Some(Line { turn: Turn::of(measure, found.verdict, old, new), measure, before: old, after: new })
    };
    let fits = |it: &Measure| it.is_comparable(&results.society, reform);
    TOLD.into_iter().filter(fits).filter_map(line).collect()
}
