//! How somebody comes off the lists of a system without a score.

use leptos::prelude::*;

use super::super::super::life::Seen;
use crate::engine::explain::stays;
use crate::ui::state::texts;

/// One sentence for each list that the subject is on at the end.
#[component]
pub fn OffLists(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().way_back;
    let said = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| (it.name().to_owned(), ways(it)))));
    move || {
        said.get().map(|(name, ways)| {
            if ways.is_empty() {
                return view! { <p>{(t.no_score_clear)(&name)}</p> }.into_any();
            }
            let items = ways.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
            view! {
                <p>{(t.no_score)(&name)}</p>
                <ul>{items}</ul>
            }
            .into_any()
        })
    }
}

fn ways(seen: &Seen) -> Vec<String> {
    let t = &texts().way_back;
    let mut sentences: Vec<String> = Vec::new();
    for stay in stays(seen.life()).iter().filter(|it| it.end.is_none()) {
        let list = seen.scenario.rulebook.lists.get(stay.list);
        let label = list.map_or("", |it| it.label.as_str());
        let rules = seen.scenario.rulebook.rules.iter().filter(|it| it.on);
        let taking_off = rules.filter(|it| list.is_some_and(|list| it.delistings.contains(&list.id)));
        let kinds = taking_off.filter_map(|rule| seen.scenario.kinds.iter().find(|it| it.id == rule.kind));
        let mut kinds: Vec<String> = kinds.map(|it| it.label.clone()).collect();
        kinds.dedup();
        let ends = seen.life().lines.get(stay.cause).and_then(|it| it.ends);
        let before = sentences.len();
        sentences.extend(ends.map(|day| (t.list_until)(label, day)));
        if !kinds.is_empty() {
            sentences.push((t.list_act)(label, &kinds));
        }
        if sentences.len() == before {
            sentences.push((t.list_never)(label));
        }
    }
    sentences.sort();
    sentences.dedup();
    sentences
}
