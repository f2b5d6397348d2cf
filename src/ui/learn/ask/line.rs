//! The course of a score is drawn before it is shown: with the pointer, or month by month with sliders.

use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::drawing::{Drawing, Plan};
use super::{Afterwards, Asked, Form, RESULT};
use crate::engine::Day;
use crate::lessons::{Answer, drawn};
use crate::ui::state::texts;

/// What is drawn: the plan of the picture, which does not change, and the values.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// The account, the axes and the days.
    pub plan: StoredValue<Plan>,
    /// One value for each day of the plan, in points.
    pub values: RwSignal<Vec<i64>>,
    /// Which of them were drawn.
    drawn: StoredValue<Vec<bool>>,
}

impl Draft {
    /// Draws a value, kept in the room that there is. Later months that were not drawn yet follow it.
    pub fn put(self, at: usize, value: i64) {
        let (lowest, highest) = self.plan.with_value(|it| it.room);
        let value = value.clamp(lowest, highest);
        self.drawn.update_value(|it| it.iter_mut().skip(at).take(1).for_each(|it| *it = true));
        let until = self.drawn.with_value(|it| it.iter().skip(at + 1).take_while(|it| !**it).count());
        self.values.try_update(|it| it.iter_mut().skip(at).take(until + 1).for_each(|it| *it = value));
    }
}

/// The picture with its form, or with what came true.
#[component]
pub(super) fn LineAsk(
    asked: Asked,
    /// Whose score; that of the scenario, if none.
    subject: Option<String>,
    /// From this day on the course is drawn.
    from: Day,
) -> impl IntoView {
    let t = &texts().learn;
    let plan = asked.playing.with_value(|it| Plan::of(it.scene()?, subject.as_deref(), from));
    let Some(plan) = plan else { return view! { <p class="ask-distance">{t.cannot_tell}</p> }.into_any() };
    // The answer of an earlier form of the lesson may have another length.
    let given = match untrack(|| asked.answer()) {
        Some(Answer::Line(it)) if it.len() == plan.days.len() => it,
        _ => vec![plan.start.to_f64().round() as i64; plan.days.len()],
    };
    let drawn = StoredValue::new(vec![false; given.len()]);
    let draft = Draft { plan: StoredValue::new(plan), values: RwSignal::new(given), drawn };
    asked.tell(move || in_words(asked, draft));
    let below = move || {
        if asked.revealed() {
            view! { <Outcome asked draft /> }.into_any()
        } else if asked.presenting {
            ().into_any()
        } else {
            view! { <Fields asked draft /> }.into_any()
        }
    };
    view! {
        <Drawing asked draft />
        {below}
    }
    .into_any()
}

/// The course that was drawn on this device.
pub(super) fn given(asked: Asked) -> Option<Vec<i64>> {
    asked.answer().and_then(|it| if let Answer::Line(it) = it { Some(it) } else { None })
}

fn in_words(asked: Asked, draft: Draft) -> String {
    let t = &texts().learn;
    let drawn = given(asked);
    draft.plan.with_value(|plan| {
        let end = plan.course.last().copied().unwrap_or_default();
        let told = drawn.and_then(|drawn| {
            let off = drawn::off(&drawn, &plan.course)?;
            Some((t.draw_distance)(&plan.name, *drawn.last()?, end, off))
        });
        told.unwrap_or_else(|| (t.draw_skipped)(&plan.name, end))
    })
}

/// A slider for each month, and the button that gives the answer.
#[component]
fn Fields(asked: Asked, draft: Draft) -> impl IntoView {
    let t = &texts().learn;
    let complaint = RwSignal::new(String::new());
    let submit = Callback::new(move |()| asked.give(Answer::Line(draft.values.get_untracked())));
    let (lowest, highest) = draft.plan.with_value(|it| it.room);
    let value = move |at: usize| draft.values.with(|it| it.get(at).copied().unwrap_or_default());
    let month = move |(at, day): (usize, Day)| {
        let set = move |event: ev::Targeted<ev::Event, HtmlInputElement>| {
            if let Ok(it) = event.target().value().parse() {
                draft.put(at, it);
            }
        };
        view! {
            <li class="draw-month">
                <label for=format!("draw-{at}")>{(texts().learn.draw_month_name)(day)}</label>
                <input type="range" id=format!("draw-{at}") min=lowest.to_string() max=highest.to_string() step="1"
                    prop:value=move || value(at).to_string() aria-valuetext=move || (t.draw_value)(value(at)) on:input:target=set />
                <span class="nums" aria-hidden="true">{move || (t.whole)(value(at))}</span>
            </li>
        }
    };
    let days = draft.plan.with_value(|it| it.days.clone());
    view! {
        <Form asked submit=t.submit_line skip=t.skip complaint on_submit=submit>
            <p class="note">{t.draw_how}</p>
            <fieldset class="draw-months">
                <legend class="field-label">{t.draw_months}</legend>
                <ol class="draw-list" role="list">{days.into_iter().enumerate().map(month).collect_view()}</ol>
            </fieldset>
        </Form>
    }
}

/// How far the drawn line was off, and both lines as a table.
#[component]
fn Outcome(asked: Asked, draft: Draft) -> impl IntoView {
    let (t, common) = (&texts().learn, &texts().common);
    let table = move || {
        let drawn = given(asked);
        let has_drawn = drawn.is_some();
        let rows = draft.plan.with_value(|plan| {
            let row = |(at, (day, truth)): (usize, (&Day, &crate::engine::Points))| {
                let own = drawn.as_ref().map(|it| it.get(at).map_or("–".to_owned(), |it| (t.whole)(*it)));
                let own = own.map(|it| view! { <td class="n">{it}</td> });
                view! { <tr><th scope="row">{(common.day_short)(*day)}</th>{own}<td class="n">{(common.points)(*truth)}</td></tr> }
            };
            plan.days.iter().zip(&plan.course).enumerate().map(row).collect_view()
        });
        let head = has_drawn.then(|| view! { <th scope="col" class="n">{t.draw_drawn}</th> });
        view! {
            <table class="table" aria-labelledby="draw-title">
                <thead><tr><th scope="col">{t.draw_month}</th>{head}<th scope="col" class="n">{t.draw_true}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    view! {
        <div class="ask-result">
            <h3 id=RESULT tabindex="-1">{t.come_true}</h3>
            <p class="ask-distance">{move || in_words(asked, draft)}</p>
            <details class="fold"><summary>{t.draw_table}</summary>{table}</details>
            <Afterwards asked />
        </div>
    }
}
