//! Rules as sentences, to read.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::scenario::doc::{Rule, Scenario};
use crate::scenario::mark::Mark;
use crate::ui::kit::MarkChip;
use crate::ui::state::{Lab, texts};

/// A rule as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    figure: String,
    /// Whether it costs or gives points.
    sign: &'static str,
    when: String,
    details: String,
    on: bool,
    mark: Mark,
}

/// All rules, or those that are named.
#[component]
pub fn RulesStage(
    /// Ids of rules; all, if none are named.
    only: Vec<String>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let id = fresh_name();
    let some = !only.is_empty();
    let rows = Memo::new(move |_| {
        lab.with_scenario(|it| {
            let rules = it.rulebook.rules.iter().filter(|rule| only.is_empty() || only.contains(&rule.id));
            rules.map(|rule| row(lab, it, rule)).collect::<Vec<_>>()
        })
    });
    let title = move || {
        let all = lab.with_scenario(|it| it.rulebook.rules.len());
        (t.rules_title)(rows.with(Vec::len), all, some)
    };
    let item = move |it: Row| {
        let details = (!it.details.is_empty()).then(|| view! { <span class="note">{it.details}</span> });
        let off = (!it.on).then(|| view! { <span class="chip">{t.rule_off}</span> });
        let mark = it.mark;
        view! {
            <li class="stage-rule" data-off=(!it.on).then_some("true")>
                <span class="stage-rule-figure nums" data-sign=it.sign>{it.figure}</span>
                <div><p>{it.when}</p>{details}</div>
                <div class="stage-rule-chips">{off}<MarkChip mark /></div>
            </li>
        }
    };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <ul class="plain stage-rules">{move || rows.get().into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

fn row(lab: Lab, scenario: &Scenario, rule: &Rule) -> Row {
    let sentence = (texts().rules.sentence)(scenario, rule);
    let amount = rule.points.as_ref().map(|it| it.amount.0);
    Row {
        figure: amount.map_or_else(|| (texts().rules.figure_of)(scenario, rule), texts().common.signed),
        sign: match amount {
            Some(it) if it.is_loss() => "loss",
            Some(it) if it.is_gain() => "gain",
            _ => "other",
        },
        when: crate::ui::lab::life::capital(&sentence.when_plain()),
        details: sentence.details_plain(),
        on: rule.on,
        mark: lab.mark_of_rule(rule, scenario),
    }
}
