//! What limits the system: each safeguard a switch, some with a number.

use leptos::prelude::*;

use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::{Reasons, Safeguards};
use crate::text;
use crate::ui::kit::{Choice, Complaint, CountField, NumberField, Switch};
use crate::ui::state::{Lab, texts};

/// How a safeguard is set.
#[derive(Clone, Copy)]
enum Setting {
    /// On or off.
    Flag(fn(&Safeguards) -> bool, fn(&mut Safeguards, bool)),
    /// Off, or so many of a unit; with the number that it begins with.
    Count(fn(&Safeguards) -> Option<u32>, fn(&mut Safeguards, Option<u32>), u32, &'static str),
    /// Off, or so many points; with the number that it begins with.
    Amount(fn(&Safeguards) -> Option<Decimal>, fn(&mut Safeguards, Option<Decimal>), i64),
}

type Row = (&'static str, (&'static str, &'static str), Setting);

fn rows(t: &'static text::Safeguards) -> [Row; 10] {
    use Setting::{Amount, Count, Flag};
    [
        ("consent", t.consent, Flag(|it| it.consent, |it, on| it.consent = on)),
        ("corrections", t.corrections, Flag(|it| it.corrections, |it, on| it.corrections = on)),
        (
            "false_records_days",
            t.false_records_days,
            Count(|it| it.false_records_days, |it, n| it.false_records_days = n, 90, t.days),
        ),
        ("event_cap", t.event_cap, Amount(|it| it.event_cap, |it, n| it.event_cap = n, 20)),
        ("year_cap", t.year_cap, Amount(|it| it.year_cap, |it, n| it.year_cap = n, 50)),
        ("no_cliff", t.no_cliff, Flag(|it| it.no_cliff, |it, on| it.no_cliff = on)),
        ("expiry_months", t.expiry_months, Count(|it| it.expiry_months, |it, n| it.expiry_months = n, 24, t.months)),
        ("purpose_limit", t.purpose_limit, Flag(|it| it.purpose_limit, |it, on| it.purpose_limit = on)),
        ("essential_floor", t.essential_floor, Flag(|it| it.essential_floor, |it, on| it.essential_floor = on)),
        ("no_spill_over", t.no_spill_over, Flag(|it| it.no_spill_over, |it, on| it.no_spill_over = on)),
    ]
}

/// What a person learns and can do. These move no points.
fn told_rows(t: &'static text::Safeguards) -> [Row; 4] {
    use Setting::Flag;
    [
        ("notice", t.notice, Flag(|it| it.notice, |it, on| it.notice = on)),
        ("appeal", t.appeal, Flag(|it| it.appeal, |it, on| it.appeal = on)),
        ("human_review", t.human_review, Flag(|it| it.human_review, |it, on| it.human_review = on)),
        ("audit", t.audit, Flag(|it| it.audit, |it, on| it.audit = on)),
    ]
}

const REASONS: [(&str, Reasons); 3] =
    [("nothing", Reasons::Nothing), ("category", Reasons::Category), ("full", Reasons::Full)];

/// How much of the reasons is told: a choice of three.
#[component]
fn ReasonsRow() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system.safeguards;
    let options: Vec<(String, String)> =
        REASONS.iter().zip(t.reasons_choices).map(|(it, words)| (it.0.to_owned(), words.to_owned())).collect();
    let value = Signal::derive(move || {
        let now = lab.with_scenario(|it| it.rulebook.safeguards.reasons);
        REASONS.iter().find(|it| it.1 == now).map_or("", |it| it.0).to_owned()
    });
    let set = move |name: String| {
        if let Some((_, reasons)) = REASONS.iter().find(|it| it.0 == name) {
            lab.edit("safeguards/reasons", |it| it.rulebook.safeguards.reasons = *reasons);
        }
    };
    view! {
        <li class="safeguard safeguard-choice">
            <div>
                <p class="safeguard-name">{t.reasons.0}</p>
                <p class="muted small">{t.reasons.1}</p>
            </div>
            <Choice label=t.reasons.0 options=Signal::stored(options) value on_value=set id="safeguard-reasons" />
        </li>
    }
}

/// All safeguards.
#[component]
pub fn SafeguardsPanel() -> impl IntoView {
    let t = &texts().system;
    let row = |(name, words, setting)| view! { <SafeguardRow name words setting /> };
    view! {
        <p class="muted">{t.safeguards_note}</p>
        <ul class="plain safeguards">{rows(&t.safeguards).map(row).into_iter().collect_view()}</ul>
        <p class="muted safeguards-told">{t.safeguards.told_note}</p>
        <ul class="plain safeguards">
            {told_rows(&t.safeguards).map(row).into_iter().collect_view()}
            <ReasonsRow />
        </ul>
    }
}

/// One safeguard.
#[component]
fn SafeguardRow(
    /// Its name in the document.
    name: &'static str,
    /// Its name and explanation for readers.
    words: (&'static str, &'static str),
    /// How it is set.
    setting: Setting,
) -> impl IntoView {
    let lab = Lab::get();
    let path = format!("rulebook/safeguards/{name}");
    let read = move || lab.with_scenario(|it| it.rulebook.safeguards.clone());
    let edit = move |change: &dyn Fn(&mut Safeguards)| {
        lab.edit(&format!("safeguards/{name}"), |it| change(&mut it.rulebook.safeguards));
    };
    let is_on = Memo::new(move |_| match setting {
        Setting::Flag(get, _) => get(&read()),
        Setting::Count(get, ..) => get(&read()).is_some(),
        Setting::Amount(get, ..) => get(&read()).is_some(),
    });
    let switch = move |on: bool| match setting {
        Setting::Flag(_, set) => edit(&|it| set(it, on)),
        Setting::Count(_, set, first, _) => edit(&|it| set(it, on.then_some(first))),
        Setting::Amount(_, set, first) => edit(&|it| set(it, on.then_some(Decimal::whole(first)))),
    };
    let number = {
        let path = path.clone();
        move || {
            let path = path.clone();
            match setting {
                Setting::Count(get, set, _, unit) if is_on.get() => Some(view! {
                    <CountField path label=words.0 least=1 value=Signal::derive(move || get(&read()).unwrap_or_default())
                        on_value=move |n| edit(&|it| set(it, Some(n))) />
                    <span>{unit}</span>
                }.into_any()),
                Setting::Amount(get, set, _) if is_on.get() => Some(view! {
                    <NumberField path label=words.0 value=Signal::derive(move || get(&read()).map_or(Points::ZERO, |it| it.0))
                        on_value=move |n| edit(&|it| set(it, Some(Decimal(n)))) />
                    <span>{texts().system.safeguards.points}</span>
                }.into_any()),
                _ => None,
            }
        }
    };
    view! {
        <li class="safeguard">
            <Switch label=words.0 value=is_on on_value=switch />
            <div>
                <p class="safeguard-name">{words.0}" "{number}</p>
                <p class="muted small">{words.1}</p>
                <Complaint path />
            </div>
        </li>
    }
}
