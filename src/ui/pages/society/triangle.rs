//! Why not all three meanings of “fair” at once: wishes that can be moved, and what follows from them.

use leptos::prelude::*;

use super::figures::{extremes, median};
use super::frame::{Framed, Grid};
use super::stage::Stage;
use crate::engine::society::measures::Who;
use crate::engine::society::measures::fairness::Counts;
use crate::engine::society::measures::fairness::conflict::needed_fpr;
use crate::scenario::doc::Standing;
use crate::ui::kit::StandingChip;
use crate::ui::state::texts;

/// What is wished, in per cent: shares of harm in two groups, the meaning of a penalty, and the share that is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wishes {
    base: [u32; 2],
    meaning: u32,
    missed: u32,
}

/// What the sliders show at first: two groups that differ, for in the usual town all do harm alike. A modelling choice.
const ILLUSTRATION: Wishes = Wishes { base: [50, 30], meaning: 60, missed: 40 };

/// The shares of the COMPAS counts: base rates by group; meaning and misses of both groups together, for the wish is one
/// for both (ProPublica 2016: predictive values 0.63 and 0.59, 37.4 % missed overall).
const COMPAS: Wishes = Wishes { base: [51, 39], meaning: 61, missed: 37 };

/// The sliders and what follows.
#[component]
pub fn Triangle() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.charts;
    // What the reader set; without it, the numbers of the town.
    let own = RwSignal::new(Some(ILLUSTRATION));
    let is_compas = RwSignal::new(false);
    let wishes = Memo::new(move |_| own.get().unwrap_or_else(|| of_town(stage)));
    let names = Memo::new(move |_| match (own.get(), is_compas.get()) {
        (_, true) => t.triangle_compas_names.map(str::to_owned),
        (None, false) => names_of_town(stage),
        (Some(_), false) => t.triangle_names.map(str::to_owned),
    });
    let name = move |group: usize| names.with(|it| it.get(group).cloned().unwrap_or_default());
    let needed = move |group: usize| {
        let it = wishes.get();
        let share = |it: u32| f64::from(it) / 100.0;
        needed_fpr(share(it.base[group]), share(it.missed), share(it.meaning)).filter(|it| (0.0..=1.0).contains(it))
    };
    let slider = move |id: &'static str,
                       label: Signal<String>,
                       read: fn(&Wishes) -> u32,
                       write: fn(&mut Wishes, u32)| {
        let value = move || wishes.with(read);
        let set = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
            if let Ok(it) = event.target().value().parse::<u32>() {
                let mut now = wishes.get_untracked();
                write(&mut now, it.clamp(1, 99));
                own.set(Some(now));
            }
        };
        view! {
            <div class="triangle-wish">
                <label for=id>{label}</label>
                <input type="range" id=id min="1" max="99" step="1" prop:value=move || value().to_string()
                    aria-valuetext=move || (texts().society.share)(f64::from(value()) / 100.0) on:input:target=set />
                <output class="nums" for=id>{move || (texts().society.share)(f64::from(value()) / 100.0)}</output>
            </div>
        }
    };
    let base = move |group: usize| Signal::derive(move || (t.triangle_base)(&name(group)));
    let follows = move |group: usize| {
        let value =
            move || needed(group).map_or_else(|| t.triangle_impossible.to_owned(), |it| (texts().society.share)(it));
        let width = move || format!("{:.2}%", needed(group).unwrap_or(0.0) * 100.0);
        view! {
            <li class="fair-row"><span>{move || (t.triangle_fpr)(&name(group))}</span>
                <span class="share-bar" data-kind="loss"><span class="share-track" aria-hidden="true"><span class="share-fill" style:inline-size=width></span></span>
                <span class="nums share-figure">{value}</span></span></li>
        }
    };
    let load = move |_| {
        own.set(Some(COMPAS));
        is_compas.set(true);
    };
    let reset = move |_| {
        own.set(None);
        is_compas.set(false);
    };
    let title = Signal::derive(move || (t.triangle_title)(needed(0), needed(1)));
    let grid = Signal::derive(move || {
        let it = wishes.get();
        let share = |it: u32| (texts().society.share)(f64::from(it) / 100.0);
        let row = |group: usize| {
            let follows = needed(group).map_or_else(|| t.triangle_impossible.to_owned(), texts().society.share);
            vec![name(group), share(it.base[group]), share(it.meaning), share(it.missed), follows]
        };
        let heads = [t.column_group, t.fair_base, t.fair_precision, t.fair_missed, t.triangle_column];
        Grid { heads: heads.map(str::to_owned).to_vec(), rows: vec![row(0), row(1)] }
    });
    view! {
        <Framed id="society-triangle" title summary=t.triangle_lead grid>
            <div class="triangle stack">
                {slider("triangle-a", base(0), |it| it.base[0], |it, n| it.base[0] = n)}
                {slider("triangle-b", base(1), |it| it.base[1], |it, n| it.base[1] = n)}
                {slider("triangle-ppv", t.triangle_ppv.into(), |it| it.meaning, |it, n| it.meaning = n)}
                {slider("triangle-fnr", t.triangle_fnr.into(), |it| it.missed, |it, n| it.missed = n)}
                <ul class="plain triangle-follows">{follows(0)}{follows(1)}</ul>
                <p role="status"><strong>{move || (t.triangle_result)(needed(0), needed(1))}</strong></p>
                <p class="note">{t.triangle_rule}</p>
                <div class="row">
                    <button type="button" class="btn" on:click=load>{t.triangle_load}</button>
                    <button type="button" class="btn btn-quiet" hidden=move || own.get().is_none() on:click=reset>{t.triangle_own}</button>
                </div>
                <div hidden=move || !is_compas.get()>
                    <p><StandingChip standing=Signal::derive(|| Standing::Documented) />" "{t.triangle_compas}</p>
                    <p class="note">{(t.triangle_compas_says)()}</p>
                </div>
            </div>
        </Framed>
    }
}

/// The names of the two groups of the town that differ most in harm.
fn names_of_town(stage: Stage) -> [String; 2] {
    let unnamed = || texts().society.charts.triangle_names.map(str::to_owned);
    stage
        .read(None, |it, tallies| extremes(it, tallies, |part| Counts::of(part).base_rate()))
        .map_or_else(unnamed, |it| [it.0.0, it.1.0].map(|group| stage.group(group)))
}

/// The two groups of the town that differ most in harm; the meaning and the misses of everybody.
fn of_town(stage: Stage) -> Wishes {
    let per_cent = |it: f64| (it * 100.0).round().clamp(1.0, 99.0) as u32;
    stage.read(Wishes { base: [30, 20], meaning: 60, missed: 40 }, |it, tallies| {
        let of = |rate: fn(&Counts) -> Option<f64>| per_cent(median(tallies, Who::All, |part| rate(&Counts::of(part))));
        let base = extremes(it, tallies, |part| Counts::of(part).base_rate());
        let base = base.map_or([30, 20], |it| [per_cent(it.0.1), per_cent(it.1.1)]);
        Wishes { base, meaning: of(Counts::ppv), missed: of(Counts::fnr) }
    })
}
