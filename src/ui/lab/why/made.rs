//! How one line of the ledger was made, and what hangs on it: every part leads to where it comes from.

use leptos::prelude::*;

use super::super::life::{Seen, cut_words, focus_soon, line_words};
use crate::engine::case::LineIdx;
use crate::engine::explain::provenance::Origin;
use crate::engine::explain::{Feed, provenance};
use crate::ui::state::{Lab, texts};

/// A line's page, in words.
#[derive(Clone, Debug, Default, PartialEq)]
struct Words {
    steps: Vec<String>,
    rule: Option<(String, String)>,
    record: Option<String>,
    feeds: Vec<String>,
}

/// The disclosure under a selected line.
#[component]
pub fn MadeOf(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The line.
    line: Signal<Option<LineIdx>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().made;
    let words = Memo::new(move |_| {
        seen.with(|it| it.as_ref().zip(line.get()).map(|(seen, line)| words(lab, seen, line))).unwrap_or_default()
    });
    let rule = move || {
        words.get().rule.map(|(id, name)| {
            let open = move |_| lab.rule.set(Some(id.clone()));
            let name = match lab.locked {
                true => view! { {name} }.into_any(),
                false => view! { <button type="button" class="link" on:click=open>{name}</button> }.into_any(),
            };
            view! { <dt>{t.from_rule}</dt><dd>{name}</dd> }
        })
    };
    let record = move || {
        words.get().record.map(|it| {
            let open = move |_| focus_soon("event-title");
            let it = match lab.locked {
                true => view! { {it} }.into_any(),
                false => view! { <button type="button" class="link" on:click=open>{it}</button> }.into_any(),
            };
            view! { <dt>{t.from_record}</dt><dd>{it}</dd> }
        })
    };
    let list = |lines: Vec<String>| lines.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
    let feeds = move || words.with(|it| it.feeds.clone());
    view! {
        <details class="ledger-made">
            <summary>{t.title}</summary>
            <ol class="plain made-steps">{move || list(words.with(|it| it.steps.clone()))}</ol>
            <dl class="made-from">{rule}{record}</dl>
            <p class="made-leads">{t.leads_to}</p>
            {move || feeds().is_empty().then(|| view! { <p class="note">{t.nothing_hangs}</p> })}
            <ul class="plain made-feeds">{move || list(feeds())}</ul>
        </details>
    }
}

fn words(lab: Lab, seen: &Seen, idx: LineIdx) -> Words {
    let t = &texts().made;
    let (Some(line), Some(made)) =
        (seen.life().lines.get(idx), provenance(seen.case(), &seen.outcome.report, seen.subject, idx))
    else {
        return Words::default();
    };
    let moves = made.origin != Origin::None;
    let mut steps = vec![first(seen, idx, made.origin)];
    steps.extend(line.reductions.iter().map(|it| (t.cut)(&cut_words(seen, line, *it), it.to)));
    if moves && seen.has_score() {
        steps.push((t.score)(line.score.0, line.applied, line.score.1));
    }
    let rule = line.rule.and_then(|it| seen.rule(it)).map(|it| {
        let sentence = (texts().rules.sentence)(&seen.scenario, it).when_plain();
        (it.id.clone(), format!("{sentence} ({})", (texts().common.mark)(lab.mark_of_rule(it, &seen.scenario))))
    });
    Words { steps, rule, record: record(seen, idx), feeds: made.feeds.iter().map(|it| feed(seen, *it)).collect() }
}

fn first(seen: &Seen, idx: LineIdx, origin: Origin) -> String {
    let t = &texts().made;
    let line = &seen.life().lines[idx];
    match origin {
        Origin::Flat(it) => (t.flat)(it),
        Origin::Units(n, each) => (t.units)(n, each, &unit(seen, idx), line.nominal),
        Origin::Nth(n, it) => (t.nth)(n, it),
        Origin::All(n, it) => (t.all)(n, it),
        Origin::Share(share, of) => {
            let from = match line.entry {
                crate::engine::case::Entry::Spilled { from, .. } => seen.name_of(from),
                _ => "",
            };
            (t.share)(from, of, share, line.nominal)
        }
        Origin::Left(of) => (t.left)(seen.life().lines.get(of).map_or(line.day, |it| it.day), line.nominal),
        Origin::Fading => (t.fading)(line.nominal),
        Origin::None => t.no_points.to_owned(),
    }
}

/// "8 hours": the unit that the rule of a line counts in.
fn unit(seen: &Seen, idx: LineIdx) -> String {
    let rule = seen.life().lines.get(idx).and_then(|it| it.rule).and_then(|it| seen.rule(it));
    let per = rule.and_then(|it| Some((it, it.points.as_ref()?.per.as_ref()?)));
    let Some((rule, per)) = per else { return String::new() };
    let kind = seen.scenario.kinds.iter().find(|it| it.id == rule.kind);
    let name = kind.and_then(|it| it.fields.iter().find(|it| it.id == per.field)).map_or("", |it| it.unit.as_str());
    format!("{} {name}", (texts().common.points)(per.unit.0)).trim_end().to_owned()
}

/// What happened, when, and who recorded it.
fn record(seen: &Seen, idx: LineIdx) -> Option<String> {
    let t = &texts().made;
    let event = seen.life().lines.get(idx)?.event?;
    let document = seen.event(event)?;
    let kind = seen.kind(event)?;
    let sources = document.recorded_by.as_ref().unwrap_or(&kind.sources);
    let label = |id: &String| seen.scenario.rulebook.sources.iter().find(|it| it.id == *id).map(|it| it.label.clone());
    let sources: Vec<String> = sources.iter().filter_map(label).collect();
    let by = if sources.is_empty() { t.recorded_by_nobody.to_owned() } else { (t.recorded_by)(&sources.join(", ")) };
    Some(format!("{}, {}, {by}", seen.what(event), (texts().common.day)(document.day.0)))
}

fn feed(seen: &Seen, feed: Feed) -> String {
    let t = &texts().made;
    let label = |at: usize| seen.scenario.rulebook.consequences.get(at).map_or("", |it| it.label.as_str());
    match feed {
        Feed::Band(from, to) => (t.band)(seen.band(from), seen.band(to)),
        Feed::Began(it, at) => (t.began)(label(it), seen.life().consequences.get(at).and_then(|it| it.end)),
        Feed::Ended(it, _) => (t.ended)(label(it)),
        Feed::Later(line) => {
            let day = seen.life().lines.get(line).map(|it| it.day).unwrap_or_default();
            (t.later)(day, &line_words(seen, line).what)
        }
        Feed::Spilled(subject, line) => {
            let points = seen.outcome.report.lives.get(subject).and_then(|it| it.lines.get(line)).map(|it| it.applied);
            (t.spilled)(seen.name_of(subject), points.unwrap_or_default())
        }
    }
}
