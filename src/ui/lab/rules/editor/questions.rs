//! What the review questions about a rule.

use leptos::prelude::*;

use super::line::Line;
use crate::review::Fix;
use crate::ui::lab::ask::{FixButton, Questions};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// A finding about the rule: what it is, what was found, and the edit that settles it.
type Words = (&'static str, String, Option<(Fix, String)>);

/// The findings about the rule, each with the edit that settles it. Nothing, if there are none.
#[component]
pub(super) fn QuestionsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().review;
    let questions = Questions::get();
    let words = Memo::new(move |_| -> Vec<Words> {
        let id = rule.id();
        rule.lab.shown.with(|shown| {
            questions.findings.with(|findings| {
                let own = findings.iter().filter(|it| it.place.rule() == Some(id.as_str()));
                own.map(|it| {
                    let fix = it.fix.clone().map(|fix| {
                        let words = (t.fix)(&shown.scenario, &fix);
                        (fix, words)
                    });
                    ((t.lint)(it.lint), (t.what)(&shown.scenario, it), fix)
                })
                .collect()
            })
        })
    });
    let is_there = Memo::new(move |_| words.with(|it| !it.is_empty()));
    let item = move |(title, what, fix): Words| {
        let button = fix.map(|(fix, words)| {
            let next = format!("#{}", rule.element("open"));
            view! { <FixButton fix words place=rule.when() next /> }
        });
        view! { <li class="question"><p><strong>{title}"."</strong>" "{what}</p><div class="question-tools">{button}</div></li> }
            .into_any()
    };
    view! {
        <Show when=move || is_there.get()>
            <Line id=rule.element("questions") label=t.questions_title>
                <ul class="plain questions" role="list">{move || words.get().into_iter().map(item).collect_view()}</ul>
            </Line>
        </Show>
    }
}
