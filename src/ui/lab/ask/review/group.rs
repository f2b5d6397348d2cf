//! Findings of one sort and weight: what they are, why they matter, and each with what can be done about it.

use leptos::prelude::*;

use super::fix_button::FixButton;
use super::state::{HEADLINE, Questions};
use crate::review::{Finding, Fix, Severity};
use crate::scenario::Scenario;
use crate::ui::state::{Lab, texts};

/// So many findings of a group are shown at first.
const FIRST: usize = 5;

/// Findings of one sort and weight, in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    severity: Severity,
    title: &'static str,
    why: &'static str,
    items: Vec<Item>,
}

/// One finding, in words.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    rule: Option<String>,
    place: String,
    what: String,
    fix: Option<(Fix, String)>,
}

impl Item {
    fn of(scenario: &Scenario, it: &Finding) -> Self {
        let t = &texts().review;
        Self {
            rule: it.place.rule().map(str::to_owned),
            place: (t.place)(scenario, &it.place),
            what: (t.what)(scenario, it),
            fix: it.fix.clone().map(|fix| {
                let words = (t.fix)(scenario, &fix);
                (fix, words)
            }),
        }
    }
}

/// The groups that the reader wants to see, each with an id.
pub(super) fn groups(lab: Lab, questions: Questions) -> Vec<(String, Group)> {
    let (t, wanted) = (&texts().review, questions.filter.get());
    let mut groups: Vec<(String, Group)> = Vec::new();
    lab.shown.with(|shown| {
        questions.findings.with(|findings| {
            for it in findings.iter().filter(|it| wanted.is_none_or(|wanted| wanted == it.severity)) {
                let id = format!("{:?}-{:?}", it.severity, it.lint);
                let item = Item::of(&shown.scenario, it);
                match groups.last_mut().filter(|last| last.0 == id) {
                    Some((_, group)) => group.items.push(item),
                    None => {
                        let (title, why) = ((t.lint)(it.lint), (t.why)(it.lint));
                        groups.push((id, Group { severity: it.severity, title, why, items: vec![item] }));
                    }
                }
            }
        });
    });
    groups
}

/// A group of findings.
#[component]
pub(super) fn GroupView(
    /// Names its elements.
    id: String,
    /// The group, as long as it is there.
    group: ReadSignal<Option<Group>>,
) -> impl IntoView {
    let t = &texts().review;
    let (lab, wanted) = (Lab::get(), Questions::get().wanted);
    let is_open = RwSignal::new(false);
    let title_id = format!("review-{id}");
    let named_by = title_id.clone();
    let content = move || {
        let group = group.get()?;
        let is_wanted = wanted.with(|wanted| wanted.is_some() && group.items.iter().any(|it| it.rule == *wanted));
        let n = if is_open.get() || is_wanted { group.items.len() } else { FIRST };
        let hidden = group.items.len().saturating_sub(n);
        let items = group.items.into_iter().take(n).map(|it| item(lab, it)).collect_view();
        let more = (hidden > 0).then(|| {
            let open = move |_| is_open.set(true);
            view! { <button type="button" class="btn btn-quiet btn-sm" on:click=open>{(t.more)(hidden)}</button> }
        });
        let name = severity_name(group.severity);
        let head = view! {
            <h4 class="question-title" id=title_id.clone()>
                <span class="chip question-weight" data-severity=name>{(t.severity)(group.severity)}</span>" "{group.title}
            </h4>
            <p class="muted question-why">{group.why}</p>
        };
        Some(view! { {head}<ul class="plain questions" role="list">{items}</ul>{more} })
    };
    view! { <section class="question-group" aria-labelledby=named_by>{content}</section> }
}

/// One finding, with the ways to its rule and out of it.
fn item(lab: Lab, it: Item) -> AnyView {
    let t = &texts().review;
    let show = it.rule.clone().map(|rule| {
        let label = format!("{}: {}", t.show_rule, it.place);
        view! {
            <button type="button" class="btn btn-sm" aria-label=label on:click=move |_| show_rule(lab, &rule)>{t.show_rule}</button>
        }
    });
    let fix = it.fix.map(|(fix, words)| {
        view! { <FixButton fix words place=it.place.clone() next=format!("#{HEADLINE}") /> }
    });
    view! {
        <li class="question" data-question-of=it.rule tabindex="-1">
            <p><strong>{it.place}</strong>" "{it.what}</p>
            <div class="question-tools">{show}{fix}</div>
        </li>
    }
    .into_any()
}

/// Opens a rule in the rules column; one that is open already gets the focus.
fn show_rule(lab: Lab, id: &str) {
    lab.rule.set(Some(id.to_owned()));
}

const fn severity_name(it: Severity) -> &'static str {
    match it {
        Severity::Grave => "grave",
        Severity::Questionable => "questionable",
        Severity::Minor => "minor",
    }
}
