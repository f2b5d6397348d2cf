//! What is documented, and what is only said.
//!
//! - [`myths`], [`timeline`], [`mechanisms`], [`systems`], [`safeguards`], [`numbers`]: arrangements of statements;
//! - [`statements`]: all of them, to be searched; [`statement`]: one; [`search`]: what the reader looks for;
//! - [`parts`]: the frame of a part, and what makes large ones wait for the first;
//! - [`tries`], [`sources`]: where something can be tried, and where it comes from.

mod mechanisms;
mod myths;
mod numbers;
mod parts;
mod safeguards;
mod search;
mod sources;
mod statement;
mod statements;
mod systems;
mod timeline;
mod tries;

use std::sync::Arc;

use leptos::prelude::*;

use crate::scenario::doc::Standing;
use crate::ui::data::{self, Record, when_loaded};
use crate::ui::kit::{StandingChip, standing_name};
use crate::ui::shell;
use crate::ui::state::texts;
use search::Search;

pub use myths::Grounds;
pub use parts::{Contents, Part};
pub use sources::SourceList;
pub use tries::TryLink;

/// The marks, from the best backed on.
const MARKS: [Standing; 5] =
    [Standing::Documented, Standing::Reported, Standing::Derived, Standing::Unverified, Standing::Invented];

/// The page.
#[component]
pub fn RecordPage() -> impl IntoView {
    let t = &texts().record;
    view! {
        <div class="page page-wide"><div class="record">
            <header class="record-head">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
                <Marks />
                <p><a href="#/watching">{t.to_watching}</a></p>
            </header>
            {when_loaded(data::record(), |record| view! { <Body record /> }.into_any())}
        </div></div>
    }
}

/// The marks and what they mean.
#[component]
fn Marks() -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let mark = |it: Standing| {
        let more = (it == Standing::Unverified).then(|| view! { " "{t.mark_unverified_more} });
        view! {
            <div data-standing=standing_name(it)>
                <dt><StandingChip standing=Signal::stored(it) /></dt>
                <dd>{(common.standing_long)(it)}{more}</dd>
            </div>
        }
    };
    view! {
        <section aria-labelledby="record-marks">
            <h2 id="record-marks" class="record-marks-title">{t.marks}</h2>
            <dl class="record-marks">{MARKS.map(mark).collect_view()}</dl>
        </section>
    }
}

/// Everything that rests on the files.
#[component]
fn Body(
    /// The files.
    record: Arc<Record>,
) -> impl IntoView {
    let t = &texts().record;
    let facts = record.facts.clone();
    provide_context(facts.clone());
    provide_context(record);
    let search = Search::provide(facts.clone());
    let stage = parts::Stage::begin(facts.topics.len() + 3, search.follow_address());
    let contents = vec![
        ("myths", t.myths),
        ("timeline", t.timeline),
        ("mechanisms", t.mechanisms),
        ("systems", t.systems),
        ("safeguards", t.safeguards),
        ("surveys", t.surveys),
        ("numbers", t.numbers),
        ("statements", t.statements),
    ];
    let missing = move || {
        let words = (t.gone)(&search.missing()?);
        Some(view! { <p class="notice" data-kind="warn"><span>{words}</span></p> })
    };
    shell::arrive_again();
    view! {
        <Contents page="record" parts=contents />
        <div class="record-body">
            {missing}
            <Part id="myths" title=t.myths><myths::Myths /></Part>
            <Part id="timeline" title=t.timeline><timeline::Timeline /></Part>
            <Part id="mechanisms" title=t.mechanisms><mechanisms::Mechanisms /></Part>
            <Part id="systems" title=t.systems>
                <Show when=move || stage.has_come(1)><systems::Systems /></Show>
            </Part>
            <Part id="safeguards" title=t.safeguards>
                <Show when=move || stage.has_come(1)><safeguards::Safeguards /></Show>
            </Part>
            <Part id="surveys" title=t.surveys>
                <Show when=move || stage.has_come(2)><numbers::Surveys /></Show>
            </Part>
            <Part id="numbers" title=t.numbers>
                <Show when=move || stage.has_come(2)><numbers::Numbers /></Show>
            </Part>
            <Part id="statements" title=t.statements><statements::Statements stage /></Part>
        </div>
    }
}
