//! What one act is worth in units of the others.

use leptos::prelude::*;

use super::super::super::life::{Seen, capital};
use super::{act_name, currency};
use crate::engine::explain::exchange::{Worth, rate, worths};
use crate::scenario::doable::doables;
use crate::ui::kit::Choice;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// The table, with the act that everything is compared with.
#[component]
pub fn Exchange(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().way_back;
    let chosen = RwSignal::new(None::<String>);
    let all = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| Listed::all(it, chosen.get().as_deref()))));
    let options = move || all.with(|it| it.as_ref().map(|it| it.options.clone()).unwrap_or_default());
    let value = move || all.with(|it| it.as_ref().map(|it| it.one.clone()).unwrap_or_default());
    let finding = move || all.with(|it| it.as_ref().and_then(|it| it.finding.clone()));
    let is_empty = Memo::new(move |_| all.with(|it| it.as_ref().is_none_or(|it| it.rows.is_empty())));
    let row = |it: [String; 5]| {
        let [name, points, times, cost, years] = it;
        view! { <tr><th scope="row">{name}</th><td class="n">{points}</td><td class="n">{times}</td><td>{cost}</td><td class="n">{years}</td></tr> }
    };
    let rows = move || {
        all.with(|it| it.as_ref().map(|it| it.rows.clone()).unwrap_or_default()).into_iter().map(row).collect_view()
    };
    let inside = move || {
        if is_empty.get() {
            return view! { <p>{t.exchange_none}</p> }.into_any();
        }
        view! {
            {move || finding().map(|it| view! { <p class="way-rate">{it}</p> })}
            <div class="way-question"><span class="field"><span class="field-label" aria-hidden="true">{t.one}</span>
                <Choice label=t.one id="way-one" options=Signal::derive(options) value=Signal::derive(value)
                    on_value=move |it: String| chosen.set(Some(it)) /></span></div>
            <div class="table-wrap" role="region" aria-labelledby="way-exchange" tabindex="0">
                <table class="table way-exchange" aria-labelledby="way-exchange">
                    <thead><tr><th scope="col">{t.column_act}</th><th scope="col" class="n">{t.column_points}</th>
                        <th scope="col" class="n">{t.column_times}</th><th scope="col">{t.column_cost}</th>
                        <th scope="col" class="n">{t.column_years}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <PinButton />
        }
        .into_any()
    };
    view! {
        <section class="way-part" aria-labelledby="way-exchange">
            <h3 id="way-exchange">{t.exchange}</h3>
            <p class="note">{t.exchange_note}</p>
            {inside}
        </section>
    }
}

/// What the table shows.
#[derive(Clone, Debug, PartialEq)]
struct Listed {
    options: Vec<(String, String)>,
    one: String,
    finding: Option<String>,
    rows: Vec<[String; 5]>,
}

impl Listed {
    /// Compared with the act of a rule; or else with the one of the life's first loss, or the first loss at all.
    fn all(seen: &Seen, chosen: Option<&str>) -> Self {
        let t = &texts().way_back;
        let worths = worths(seen.case(), seen.subject, &doables(&seen.scenario));
        let name = |it: &Worth| act_name(seen, it.kind, &it.values);
        let id = |it: &Worth| seen.rule(it.rule).map(|it| it.id.clone()).unwrap_or_default();
        let happened = |it: &&Worth| {
            it.points.is_loss()
                && seen.case().events.iter().any(|event| event.subject == seen.subject && event.kind == it.kind)
        };
        let asked = chosen.and_then(|chosen| worths.iter().find(|it| id(it) == chosen));
        let first_loss = || worths.iter().find(|it| it.points.is_loss());
        let one = asked.or_else(|| worths.iter().find(happened)).or_else(first_loss).or(worths.first());
        let options = worths.iter().map(|it| (id(it), capital(&name(it)))).collect();
        let Some(one) = one else { return Self { options, one: String::new(), finding: None, rows: Vec::new() } };
        let others = worths.iter().filter(|it| it.rule != one.rule);
        // What can be chosen and moves the other way is what a reader looks for.
        let answers = |it: &&Worth| it.points.is_gain() != one.points.is_gain();
        let best = others.clone().find(|it| answers(it) && it.is_choice).or_else(|| others.clone().find(answers));
        let cost = |other: &Worth| {
            let ratio = rate(one, other)?;
            let (hours, money) = (ratio.times(other.effort.hours), ratio.times(other.effort.money));
            other.is_choice.then(|| (t.effort)(hours, money, currency(seen)))
        };
        let years = |other: &Worth| {
            let most = other.yearly.filter(|it| it.is_gain() && other.points.is_gain())?;
            Some((one.points.abs().thousandths() + most.thousandths() - 1) / most.thousandths())
        };
        let finding = best.and_then(|other| {
            let rate = (t.rate)(&name(one), &(t.ratio)(rate(one, other)?), &name(other));
            let cost = cost(other).map_or_else(|| ".".to_owned(), |it| (t.rate_cost)(&it));
            let years = years(other).filter(|it| *it > 1).map(|it| (t.rate_years)(it)).unwrap_or_default();
            Some(format!("{rate}{cost}{years}"))
        });
        let row = |other: &Worth| {
            let times = rate(one, other).map(|it| (t.times)(&(t.ratio)(it))).unwrap_or_default();
            let years = years(other).map(|it| it.to_string()).unwrap_or_default();
            [
                capital(&name(other)),
                (texts().common.signed)(other.points),
                times,
                cost(other).unwrap_or_default(),
                years,
            ]
        };
        let (against, with): (Vec<&Worth>, Vec<&Worth>) = others.partition(answers);
        let rows = against.into_iter().chain(with).map(row).collect();
        Self { options, one: id(one), finding, rows }
    }
}
