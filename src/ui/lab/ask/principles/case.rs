//! One saved case, edited in place.

use leptos::prelude::*;

use super::super::super::system::name_of;
use super::cases::Case;
use crate::engine::{Day, Points};
use crate::scenario::doc::{Expectation, Expected, Scenario};
use crate::scenario::{DayText, Decimal};
use crate::ui::kit::{Choice, Complaint, DayField, FigureLook, NumberField, Switch};
use crate::ui::state::{Lab, texts};

const ALL: [Expected; 6] = [
    Expected::EndsInBand,
    Expected::StaysAtLeast,
    Expected::ScoreAtLeast,
    Expected::ScoreAtMost,
    Expected::OnList,
    Expected::NeverOnList,
];

/// Whose life, what is expected, and what came of it.
#[component]
pub fn CaseRow(
    /// The case.
    case: ReadSignal<Option<Case>>,
    /// Its id.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let id = StoredValue::new(id);
    let this = move || case.with(|it| it.as_ref().map(|it| it.expectation.clone()));
    let is = Memo::new(move |_| case.with(|it| it.as_ref().map_or(Expected::EndsInBand, |it| it.expectation.is)));
    let path = move |part: &str| id.with_value(|id| format!("expectations/{id}/{part}"));
    let edit = move |part: &str, change: &dyn Fn(&mut Expectation, &Scenario)| {
        id.with_value(|id| {
            lab.edit(&format!("expectations/{id}/{part}"), |it| {
                let mut all = std::mem::take(&mut it.expectations);
                all.iter_mut().filter(|it| it.id == *id).for_each(|case| change(case, it));
                it.expectations = all;
            });
        });
    };
    let cast = Memo::new(move |_| {
        lab.with_scenario(|it| it.cast.iter().map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>())
    });
    let whats = Memo::new(move |_| {
        let (score, lists) = lab.with_scenario(|it| (it.rulebook.scale.is_some(), !it.rulebook.lists.is_empty()));
        let fits = |it: &Expected| *it == is.get() || if asks_list(*it) { lists } else { score };
        ALL.into_iter().filter(fits).map(|it| (key(it), (t.expected)(it).to_owned())).collect::<Vec<_>>()
    });
    let set_what = move |text: String| {
        if let Some(what) = ALL.into_iter().find(|it| key(*it) == text) {
            edit("is", &|it, scenario| change_to(it, what, scenario));
        }
    };
    let value = move || {
        if asks_list(is.get()) {
            let lists = Memo::new(move |_| {
                lab.with_scenario(|it| {
                    it.rulebook.lists.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>()
                })
            });
            let list = move || this().and_then(|it| it.list).unwrap_or_default();
            view! { <Choice label=t.which_list options=lists value=Signal::derive(list)
            on_value=move |list: String| edit("list", &|it, _| it.list = Some(list.clone())) /> }
            .into_any()
        } else if asks_score(is.get()) {
            let score = move || this().and_then(|it| it.score).map_or(Points::ZERO, |it| it.0);
            view! { <NumberField path=path("score") label=t.which_score value=Signal::derive(score) look=FigureLook::Stepped
                on_value=move |score| edit("score", &|it, _| it.score = Some(Decimal(score))) /> }
            .into_any()
        } else {
            let bands = Memo::new(move |_| {
                lab.with_scenario(|it| {
                    it.rulebook.bands.iter().map(|it| (it.id.clone(), name_of(it))).collect::<Vec<_>>()
                })
            });
            let band = move || this().and_then(|it| it.band).unwrap_or_default();
            view! { <Choice label=t.which_band options=bands value=Signal::derive(band)
            on_value=move |band: String| edit("band", &|it, _| it.band = Some(band.clone())) /> }
            .into_any()
        }
    };
    let has_day = Memo::new(move |_| this().is_some_and(|it| it.day.is_some()));
    let set_day = move |on: bool| edit("day", &|it, scenario| it.day = on.then_some(scenario.last_day));
    let day = move || this().and_then(|it| it.day).map_or(Day::MIN, |it| it.0);
    let sentence = move || case.with(|it| it.as_ref().map(|it| it.sentence.clone()).unwrap_or_default());
    let remove = move |_| {
        let gone = sentence();
        id.with_value(|id| lab.edit("", |it| it.expectations.retain(|it| it.id != *id)));
        lab.announce((t.removed)(&gone));
    };
    let verdict = move || {
        let found = case.with(|it| it.as_ref().map(|it| (it.kept, it.words.clone())));
        found.map(|(kept, words)| {
            let state = match kept {
                Some(true) => "kept",
                Some(false) => "broken",
                None => "unknown",
            };
            view! { <p class="verdict" data-state=state>{words}</p> }
        })
    };
    view! {
        <li class="principle">
            <div class="principle-says">
                <Choice label=t.whose options=cast value=Signal::derive(move || this().map(|it| it.subject).unwrap_or_default())
                    on_value=move |subject: String| edit("subject", &|it, _| it.subject.clone_from(&subject)) />
                <Choice label=t.what options=whats value=Signal::derive(move || key(is.get())) on_value=set_what />
                {value}
                <label class="check">
                    <Switch label=t.by_day value=has_day on_value=set_day />
                    {move || if has_day.get() { t.by_day } else { t.on_the_last_day }}
                </label>
                <Show when=move || has_day.get()>
                    <DayField path=path("day") label=t.day value=Signal::derive(day)
                        on_value=move |day| edit("day", &|it, _| it.day = Some(DayText(day))) />
                </Show>
                <button type="button" class="btn btn-quiet" on:click=remove aria-label=move || (t.remove)(&sentence())>"✕"</button>
            </div>
            {verdict}
            <Complaint path=id.with_value(|id| format!("expectations/{id}")) parts=true />
        </li>
    }
}

fn key(it: Expected) -> String {
    format!("{it:?}")
}

const fn asks_list(it: Expected) -> bool {
    matches!(it, Expected::OnList | Expected::NeverOnList)
}

const fn asks_score(it: Expected) -> bool {
    matches!(it, Expected::ScoreAtLeast | Expected::ScoreAtMost)
}

/// Asks for something else, and keeps of the case what that needs.
fn change_to(it: &mut Expectation, what: Expected, scenario: &Scenario) {
    let book = &scenario.rulebook;
    it.is = what;
    let (list, score) = (asks_list(what), asks_score(what));
    let first_band = || book.bands.first().map(|it| it.id.clone());
    let first_list = || book.lists.first().map(|it| it.id.clone());
    let start = || book.scale.as_ref().map(|it| it.start);
    it.list = it.list.take().or_else(first_list).filter(|_| list);
    it.score = it.score.take().or_else(start).filter(|_| score);
    it.band = it.band.take().or_else(first_band).filter(|_| !list && !score);
}
