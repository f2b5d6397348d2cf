//! The town: a dot for each person, coloured by band, month by month.
//!
//! - [`view`](mod@view): who is shown, and how everybody stands;
//! - [`board`]: the dots;
//! - [`player`]: the clock;
//! - [`legend`]: bands with their counts;
//! - [`person`]: the person who is chosen.

mod board;
mod legend;
mod person;
mod player;
mod view;

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figures::{extremes, median, over};
use super::stage::Stage;
use crate::engine::society::measures::{Who, wrongly};
use crate::text::society::{PersonWords, Unequal};
use crate::ui::kit::Switch;
use crate::ui::lab::life::focus_soon;
use crate::ui::state::texts;
use board::Board;
use view::Crowd;

/// The people who are shown, once they are there.
pub(super) type Shown = ReadSignal<Option<Arc<Crowd>>>;

/// The figure, with its clock, its legend and the person who is chosen.
#[component]
pub fn Town() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.town;
    let crowd = watch(stage);
    let by_group = RwSignal::new(true);
    let letters = RwSignal::new(false);
    let title = move || {
        stage.read(t.waiting.to_owned(), |it, tallies| {
            let found = extremes(it, tallies, wrongly::of_time);
            let (more, less, sure) = found.map_or((None, None, false), |it| (Some(it.0), Some(it.1), it.2));
            let named = |it: Option<(usize, f64)>| it.map(|it| (stage.group(it.0), it.1));
            let (more, less) = (named(more), named(less));
            let finding = (t.finding)(&Unequal {
                more: more.as_ref().map(|it| (it.0.as_str(), it.1)),
                less: less.as_ref().map(|it| (it.0.as_str(), it.1)),
                all: median(tallies, Who::All, wrongly::of_time),
                sure,
            });
            (texts().society.told)(stage.runs.counting(), finding)
        })
    };
    let line = move || {
        stage.read(String::new(), |it, tallies| {
            let month = stage.month_of(it.society.months);
            let found = over(tallies, Who::All, |part| wrongly::now(part, month as usize));
            let day = it.society.first.plus_months(month);
            found.map_or_else(String::new, |it| (t.month_line)(day, it.median, it.low, it.high))
        })
    };
    let sample = move || crowd.with(|it| it.as_ref().map(|it| (t.sample)(it.people.len(), it.society.people.into())));
    let radio = move |value: bool, words: &'static str, of: RwSignal<bool>, name: &'static str| {
        view! {
            <label><input type="radio" name=name prop:checked=move || of.get() == value
                on:change=move |_| of.set(value) /><span>{words}</span></label>
        }
    };
    view! {
        <section class="society-part town" aria-labelledby="town-title">
            <h2 id="town-title">{title}</h2>
            <p class="note society-summary" id="town-line">{line}</p>
            <div class="row town-tools">
                <fieldset class="segmented"><legend class="visually-hidden">{t.by}</legend>
                    {radio(true, t.by_group, by_group, "town-by")}
                    {radio(false, t.by_place, by_group, "town-by")}
                </fieldset>
                <fieldset class="segmented" hidden=move || !stage.has_reform()><legend class="visually-hidden">{t.side}</legend>
                    {radio(false, t.before, stage.reform, "town-side")}
                    {radio(true, t.after, stage.reform, "town-side")}
                </fieldset>
                <Switch label=t.letters value=letters on_value=move |on| letters.set(on) shown=true />
            </div>
            <legend::Legend crowd />
            <Dots crowd by_group letters />
            <player::Player crowd />
            <p class="note">{sample}" "{t.order}" "<span id="town-keys" data-print="no">{t.keys}</span></p>
            <person::Person crowd />
        </section>
    }
}

/// What a neighbourhood is called.
fn place_name(place: usize, district: usize) -> String {
    (texts().society.town.place)(place, &super::names::district(district))
}

/// The people who are shown, as soon as they were looked at.
fn watch(stage: Stage) -> Shown {
    let (crowd, set_crowd) = signal(None);
    let society = move || {
        let results = stage.results()?;
        let reform = results.reform.clone().filter(|_| stage.reform.get());
        Some(reform.unwrap_or_else(|| results.society.clone()))
    };
    let is_reform = Signal::derive(move || stage.reform.get() && stage.has_reform());
    let shown = Signal::derive(move || society().map_or(0, |it| view::shown(&it)));
    let watched = stage.runs.watch(shown, Signal::derive(|| 0), is_reform);
    Effect::new(move |earlier: Option<Option<(usize, usize)>>| {
        let (Some(society), Some(watched)) = (society(), watched.get()) else {
            set_crowd.set(None);
            return None;
        };
        // Further repeats of the same society do not change who is shown.
        let now = Some((Arc::as_ptr(&society).addr(), Arc::as_ptr(&watched).addr()));
        if earlier.flatten() != now {
            set_crowd.set(Crowd::new(society, &watched).map(Arc::new));
        }
        now
    });
    crowd
}

/// The dots, as one slider: its value is the person who is chosen.
#[component]
fn Dots(
    /// The people.
    crowd: Shown,
    /// Whether boxes are groups.
    by_group: RwSignal<bool>,
    /// Whether each dot carries its letter.
    letters: RwSignal<bool>,
) -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.town;
    let root = NodeRef::<html::Div>::new();
    let board = StoredValue::new_local(Board::default());
    let order = StoredValue::new((Vec::<usize>::new(), Vec::<usize>::new()));
    let built = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let (Some(root), Some(crowd)) = (root.get(), crowd.get()) else { return };
        let tiles = crowd.tiles(stage, by_group.get());
        board.update_value(|it| it.build(&root, &tiles, crowd.people.len()));
        let mut begins = Vec::new();
        let mut people = Vec::new();
        for tile in &tiles {
            begins.push(people.len());
            people.extend(&tile.people);
        }
        order.set_value((people, begins));
        built.update(|it| *it += 1);
    });
    Effect::new(move |_| {
        built.track();
        let Some(crowd) = crowd.get() else { return };
        let month = stage.month_of(crowd.society.months) as usize;
        let names: Vec<String> = (0..crowd.society.bands()).map(|it| stage.band(it)).collect();
        let names = letters.get().then_some(names.as_slice());
        board.update_value(|it| it.paint(&crowd, month, stage.picked.get(), names));
    });
    let choose = move |person: u32| {
        stage.picked.try_update(|it| it.person = Some(person));
    };
    let keys = move |event: ev::KeyboardEvent| {
        let now = stage.picked.get_untracked().person;
        if event.key() == "Enter" && now.is_some() {
            event.prevent_default();
            return focus_soon(person::CARD);
        }
        let next = order.with_value(|(people, begins)| {
            let last = people.len().checked_sub(1)?;
            let at = now.and_then(|it| people.iter().position(|other| *other == it as usize));
            let Some(at) = at else { return people.first().copied().filter(|_| event.key().starts_with("Arrow")) };
            let tile = begins.partition_point(|it| *it <= at);
            let next = match event.key().as_str() {
                "ArrowRight" => (at + 1).min(last),
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowDown" => board.with_value(|it| it.beside(people, at, true)).unwrap_or(at),
                "ArrowUp" => board.with_value(|it| it.beside(people, at, false)).unwrap_or(at),
                "PageDown" => begins.get(tile).copied().unwrap_or(last),
                "PageUp" => begins.get(tile.saturating_sub(2)).copied().unwrap_or(0),
                "Home" => 0,
                "End" => last,
                _ => return None,
            };
            people.get(next).copied()
        });
        if let Some(person) = next.and_then(|it| u32::try_from(it).ok()) {
            event.prevent_default();
            choose(person);
        }
    };
    let words = move || {
        let (crowd, person) = (crowd.get()?, stage.picked.get().person?);
        let is = crowd.people.get(person as usize)?;
        let stands = crowd.stands(person as usize, stage.month_of(crowd.society.months) as usize);
        let (group, band) = (stage.group(is.group), stage.band(stands.band));
        let words = PersonWords { group: &group, band: &band, penalised: stands.penalised, wrongly: stands.wrongly };
        Some((t.person_text)(person, &words))
    };
    let last = move || crowd.with(|it| it.as_ref().map_or(0, |it| it.people.len()));
    view! {
        <div class="town-board" node_ref=root role="slider" tabindex="0" aria-label=t.person aria-describedby="town-keys"
            aria-valuemin="0" aria-valuemax=move || last().to_string()
            aria-valuenow=move || stage.picked.get().person.map_or(0, |it| it + 1).to_string()
            aria-valuetext=move || words().unwrap_or_else(|| t.nobody.to_owned())
            data-letters=move || letters.get().then_some("true")
            on:keydown=keys on:click=move |event| {
                if let Some(person) = board::pressed(&event) {
                    choose(person);
                    focus_soon(person::CARD);
                }
            }></div>
    }
}
