//! The plan, or why there is none.

use leptos::prelude::*;

use super::super::super::life::{Seen, capital, focus_soon};
use super::line::Line;
use super::question::{Asked, subject_id};
use super::{act_name, currency};
use crate::editor::planned::{self, Planned};
use crate::engine::{Day, Points};
use crate::jobs::way_back::{Deed, Nothing, Way, WayBackAnswer, WayBackRequest, Why};
use crate::jobs::{Answer, Request};
use crate::text::way_back::Blocked;
use crate::ui::pin::PinButton;
use crate::ui::search::{Progress, Search};
use crate::ui::state::{Lab, texts};

/// The answer, as it was found last; while a new one is worked out, the old one stays.
#[component]
pub fn AnswerPart(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let search = Search::new(move || asked.request(seen));
    // Names come from the life that the answer is about: it is worked out anew whenever that changes.
    let answered = move || match search.answer.get()? {
        (Request::WayBack(request), Answer::WayBack(answer)) => Some((seen.get_untracked()?, request, answer)),
        _ => None,
    };
    let view = move || {
        answered().map(|(seen, request, answer)| match answer {
            WayBackAnswer::Way(way) => way_view(&seen, &request, way).into_any(),
            WayBackAnswer::None(no) => no_view(&seen, &request, &no).into_any(),
        })
    };
    view! {
        <div class="way-answer">
            <Progress search id="way-progress" />
            {view}
        </div>
    }
}

/// The sentence above everything else.
fn title(text: String) -> impl IntoView {
    view! { <h3 class="ask-finding" id="way-finding" tabindex="-1">{text}</h3> }
}

fn way_view(seen: &Seen, request: &WayBackRequest, way: Way) -> impl IntoView {
    let t = &texts().way_back;
    let (name, band, by) = (seen.name(), seen.band(request.target), request.by.0);
    let effort = (t.effort)(way.hours.0, way.money.0, currency(seen));
    let is_none = way.deeds.is_empty();
    let text = match () {
        () if !is_none => (t.found)(name, band, way.reached.0, &effort, &acts_of(seen, &way), way.proved),
        () if way.reached.0 > request.from.0 => (t.waits)(name, band, way.reached.0),
        () => (t.already)(name, band, by),
    };
    let proof = (!is_none)
        .then(|| view! { <p class="note">{if way.proved { t.proved } else { t.only_found }}" "{t.days_note}</p> });
    let course: Vec<(Day, Points, usize)> = way.course.iter().map(|it| (it.0.0, it.1.0, it.2)).collect();
    let line = (!is_none).then(|| view! { <Line seen=seen.clone() course until=by /> });
    let table = (!is_none).then(|| table(seen, request, &way));
    view! {
        {title(text)}
        {proof}
        {table}
        {line}
    }
}

/// What is done, and how often, in the order in which it begins. One event of many units is told with its values.
fn acts_of(seen: &Seen, way: &Way) -> Vec<(String, usize)> {
    let mut acts: Vec<(String, usize)> = Vec::new();
    for it in &way.deeds {
        let values: Vec<Points> = it.values.iter().map(|it| it.0).collect();
        let name = act_name(seen, it.kind, &values);
        match acts.iter_mut().find(|it| it.0 == name) {
            Some(it) => it.1 += 1,
            None => acts.push((name, 1)),
        }
    }
    acts
}

/// What to do, with its sum and the button that does it.
fn table(seen: &Seen, request: &WayBackRequest, way: &Way) -> impl IntoView {
    let t = &texts().way_back;
    let lab = Lab::get();
    let common = &texts().common;
    let row = |it: &Deed| {
        let values: Vec<Points> = it.values.iter().map(|it| it.0).collect();
        view! {
            <tr><td class="date">{(common.day_short)(it.day.0)}</td>
                <th scope="row">{capital(&act_name(seen, it.kind, &values))}</th>
                <td class="n">{(common.points)(it.hours.0)}</td><td class="n">{(common.points)(it.money.0)}</td></tr>
        }
    };
    let rows = way.deeds.iter().map(row).collect_view();
    let (hours, money) = ((common.points)(way.hours.0), (common.points)(way.money.0));
    let until = way.deeds.iter().map(|it| it.day.0).max().unwrap_or(way.reached.0).max(way.reached.0);
    let last = seen.case().last;
    let kind_of = |it: &Deed| seen.scenario.kinds.get(it.kind).map(|it| it.id.clone());
    let planned = way.deeds.iter().filter_map(|it| {
        let values = it.values.iter().map(|it| it.0).collect();
        Some(Planned { kind: kind_of(it)?, day: it.day.0, values })
    });
    let planned: Vec<Planned> = planned.collect();
    let subject = subject_id(seen).unwrap_or_else(|| request.subject.clone());
    let add = move |_| {
        let mut done = false;
        lab.edit("", |it| done = planned::add(it, &subject, &planned, until));
        let end = lab.peek_scenario(|it| it.last_day.0);
        // The button goes with the plan that is carried out.
        focus_soon("way-target");
        lab.announce(if done { (t.added)(planned.len(), end) } else { t.no_room.to_owned() });
    };
    let label = if until > last { (t.add_extends)(until) } else { t.add.to_owned() };
    view! {
        <div class="table-wrap" role="region" aria-labelledby="way-plan" tabindex="0">
            <table class="table way-plan">
                <caption id="way-plan">{t.plan}</caption>
                <thead><tr><th scope="col">{t.column_day}</th><th scope="col">{t.column_act}</th>
                    <th scope="col" class="n">{t.column_hours}</th><th scope="col" class="n">{t.column_money}</th></tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><td></td><th scope="row">{t.total}</th><td class="n">{hours}</td><td class="n">{money}</td></tr></tfoot>
            </table>
        </div>
        <PinButton table=".way-plan" />
        <p><button type="button" class="btn btn-primary" id="way-add" on:click=add>{label}</button></p>
    }
}

fn no_view(seen: &Seen, request: &WayBackRequest, no: &Nothing) -> impl IntoView {
    let t = &texts().way_back;
    let (name, band) = (seen.name(), seen.band(request.target));
    let kind = |rule: Option<usize>| {
        let rule = rule.and_then(|it| seen.rule(it));
        let kind = rule.and_then(|rule| seen.scenario.kinds.iter().find(|it| it.id == rule.kind));
        kind.map_or("", |it| it.label.as_str())
    };
    let why = match &no.why {
        Why::Scale => Blocked::Scale,
        Why::Ceiling { rule, until } => Blocked::Ceiling(kind(*rule), until.as_ref().map(|it| it.0)),
        Why::NoAct => Blocked::NoAct,
        Why::Limits { most } => Blocked::Limits(most.0),
        Why::Tried => Blocked::Tried,
        Why::NotFound => Blocked::NotFound,
    };
    let later = no.later.as_ref().map_or_else(|| t.never.to_owned(), |it| (t.later)(band, it.0));
    view! {
        {title((t.blocked)(name, band, request.by.0, &why))}
        <p>{(t.if_nothing)(no.score.0, no.missing.0, band)}" "{later}</p>
    }
}
