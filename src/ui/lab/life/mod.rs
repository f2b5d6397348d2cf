//! One life: the finding, the chart with its consequences, what happens, and the table behind the chart.
//!
//! - [`seen`]: the life that is looked at, and names; [`words`]: ledger lines in words;
//! - [`finding`]: the sentence on top, and remarks;
//! - [`chart`]: the figure, made of [`frame`] (axes), [`axes`] (their words), [`plot`] (pointer, keys, cursor),
//!   [`marks`] (events), [`ribbons`] and [`bars`] (lists and consequences), [`legend`];
//! - [`palette`], [`editor`] (with [`effect`], [`fields`], [`recorders`], [`correction`]), [`events`]: what happens;
//!   [`actions`]: what can be done with events;
//! - [`table`] and [`course`]: the chart as a table;
//! - [`hover`], [`more`], [`stick`]: the day under the pointer, long lists, the chart beside long lists.

mod actions;
mod axes;
mod bars;
pub(in crate::ui) mod chart;
mod correction;
mod course;
pub(in crate::ui) mod editor;
mod effect;
pub(in crate::ui) mod events;
mod fields;
pub(in crate::ui) mod finding;
mod frame;
mod hover;
mod legend;
mod marks;
mod more;
pub(in crate::ui) mod palette;
mod plot;
mod recorders;
mod ribbons;
mod seen;
mod stick;
pub(in crate::ui) mod table;
mod words;

use leptos::prelude::*;

use crate::ui::state::Lab;

pub(in crate::ui) use actions::focus_soon;
pub(super) use actions::select;
pub(super) use axes::{DayAxis, ScoreAxis};
pub(in crate::ui) use events::detail;
pub(super) use frame::{Frame, share, use_width};
pub use hover::Hover;
pub(super) use more::PART;
pub use plot::ChartName;
pub(in crate::ui) use seen::{Seen, capital};
pub(super) use words::{cause_words, cut_words};
pub(in crate::ui) use words::{done_by, line_words};

/// The middle column of the lab.
#[component]
pub fn LifePanel() -> impl IntoView {
    let lab = Lab::get();
    let seen = Seen::now(lab);
    let secret = super::rules::Secret::get();
    let cursor = Hover::get().day(lab);
    let ghost = Memo::new(move |_| {
        let subject = lab.subject();
        let was = lab.before.with(|it| Seen::of(it, &subject)).filter(Seen::has_score)?;
        let is_other = |now: &Seen| now.has_score() && now.life().course != was.life().course;
        seen.with(|now| now.as_ref().is_some_and(is_other)).then_some(was)
    });
    let (chart, rest) = (NodeRef::new(), NodeRef::new());
    let sticks = stick::sticks(chart, rest);
    let is_there = Memo::new(move |_| seen.with(Option::is_some));
    view! {
        <div class="life lab-stick" class:lab-stuck=sticks node_ref=chart>
            <finding::Finding seen ghost />
            <Show when=move || !secret.hides()><super::ask::TallyLine /></Show>
            {move || is_there.get().then(|| view! { <chart::LifeFigure seen ghost cursor /> })}
        </div>
        <div class="life" node_ref=rest>
            {move || is_there.get().then(|| view! {
                <palette::Palette />
                <editor::EventEditor seen />
                <events::AllEvents seen />
                <table::ChartTable seen />
            })}
        </div>
    }
}
