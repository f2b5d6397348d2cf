//! Names from outside: long ones, ones in other directions, ids that are there twice; and what is said of what was changed.

use std::sync::Arc;

use social_credit_lab::scenario::link::{Base, Shared, View, encode};
use social_credit_lab::scenario::{Decimal, Scenario, presets, read};

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const NAMES: &str = include_str!("../fixtures/names.json");

fn link_to(scenario: Scenario, base: Option<Base>) -> String {
    format!("#/lab?s={}", encode(&Shared { scenario, base, view: View::default() }))
}

fn rongcheng() -> Outcome<(Scenario, Base)> {
    let preset = presets::latest("rongcheng-rules").ok_or("there is no such preset")?;
    let scenario = preset.scenario().map_err(|it| format!("{it:?}"))?;
    Ok((scenario, Base { id: preset.id.to_owned(), revision: preset.revision }))
}

/// Whether all words of an element that are in no name stand from left to right in each line.
const IN_ORDER: &str = r"
    const element = document.querySelector(arguments[0]);
    const words = [];
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        let depth = 0;
        for (const found of node.data.matchAll(/\u2068|\u2069|[A-Za-z]+/g)) {
            if (found[0] === '\u2068') depth++;
            else if (found[0] === '\u2069') depth--;
            else if (depth === 0) {
                const range = document.createRange();
                range.setStart(node, found.index);
                range.setEnd(node, found.index + 1);
                words.push(range.getBoundingClientRect());
            }
        }
    }
    return words.length > 2 && words.every((it, at) => at === 0 || it.top > words[at - 1].top + 2
        || it.left > words[at - 1].left)
";

/// Names of 160 letters widen no page, and names in other directions leave every headline in order.
pub async fn strange_names_fit_everywhere(page: &Page) -> Outcome {
    let scenario = read(NAMES).map_err(|it| format!("{it:?}"))?;
    let link = link_to(scenario, None);
    for width in [320, 390, 768, 1024, 1440] {
        page.resize(width, 900).await?;
        page.open(&link).await?;
        page.wait_for("#finding").await?;
        for subject in 0..5 {
            page.script("document.querySelectorAll('.subjects button')[arguments[0]].click()", vec![subject.into()])
                .await?;
            page.settle().await?;
            fits(page, width, &format!("the life of no. {subject}")).await?;
            let is_in_order = page.script(IN_ORDER, vec!["#finding".into()]).await?;
            assert_eq!(
                is_in_order,
                true,
                "at {width}, the headline of no. {subject}: {}",
                page.text("#finding").await?
            );
        }
        for tab in 0..6 {
            page.open_system_tab(tab).await?;
            fits(page, width, &format!("tab {tab}")).await?;
        }
        for place in ["#/changes", "#/compare?with=open,popular-picture", "#/cards", "#/society", "#/claims", "#/"] {
            page.go_to(place).await?;
            page.wait_for("#main h1").await?;
            fits(page, width, place).await?;
        }
    }
    Ok(())
}

async fn fits(page: &Page, width: u32, what: &str) -> Outcome {
    page.fits_the_window().await.map_err(|error| format!("{what} at {width}: {error}").into())
}

/// Two rules with one id: the page says that the second has another one now, and each row acts on itself.
pub async fn rows_with_one_id_act_on_themselves(page: &Page) -> Outcome {
    let (mut scenario, _) = rongcheng()?;
    let mut second = (**scenario.rulebook.rules.iter().find(|it| it.id == "late-bill").ok_or("no such rule")?).clone();
    if let Some(points) = &mut second.points {
        points.amount = Decimal::whole(-7);
    }
    scenario.rulebook.rules.push(Arc::new(second));
    page.open(&link_to(scenario, None)).await?;
    page.wait_text(".renamed-notice", "the rule “late-bill” is now “late-bill-2”").await?;
    assert_eq!(page.value(&points_of("late-bill")).await?, "−20");
    assert_eq!(page.value(&points_of("late-bill-2")).await?, "−7");
    page.fill(&points_of("late-bill-2"), "-9").await?;
    assert_eq!(page.value(&points_of("late-bill")).await?, "−20");
    page.click_named(".renamed-notice button", "Got it").await?;
    page.wait_gone(".renamed-notice").await
}

/// A changed rulebook does not bear the mark of its source, here and for whoever gets the link.
pub async fn what_was_changed_is_not_documented(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.wait_text(".scenario-bar .chip-standing", "documented").await?;
    page.fill(&points_of("late-bill"), "-5").await?;
    page.wait_text(".scenario-bar .chip-standing", "changed here").await?;
    let (mut scenario, base) = rongcheng()?;
    for rule in scenario.rulebook.rules.iter_mut().filter(|it| it.id == "late-bill") {
        if let Some(points) = Arc::make_mut(rule).points.as_mut() {
            points.amount = Decimal::whole(-5);
        }
    }
    page.open(&link_to(scenario, Some(base))).await?;
    page.wait_text(".scenario-bar .chip-standing", "changed here").await?;
    page.wait_text(".life-sub", "before the changes").await?;
    page.open_rule("late-bill").await?;
    page.wait_text("#rule-late-bill-row .rule-origin .chip-standing", "changed here").await?;
    page.go_to("#/changes").await?;
    page.wait_text("#main h1", "What was changed").await?;
    page.wait_text("#main", "whoever changed it").await?;
    page.go_to("#/compare").await?;
    page.wait_text("#main", "changed here").await
}

/// A record of what never happened says so in the headline, on its mark, in the ledger and in the list.
pub async fn a_wrong_record_says_so(page: &Page) -> Outcome {
    let (mut scenario, _) = rongcheng()?;
    for event in &mut scenario.events {
        if event.kind == "contract-case" {
            Arc::make_mut(event).genuine = false;
        }
    }
    page.open(&link_to(scenario, None)).await?;
    page.wait_text("#finding", "a wrong record says that a contract case is lost in court (−50)").await?;
    page.wait_for(".mark[data-wrong][aria-label^='Wrong record: contract case lost']").await?;
    page.wait_text(".chart-legend", "a wrong record").await?;
    page.click_with(".ledger-what", "Wrong record: contract case lost").await?;
    page.wait_text("#event-title", "Wrong record").await?;
    page.click_with(".lab-life summary", "All events").await?;
    page.wait_text(".lab-life", "Wrong record: contract case lost").await
}

/// What is not so is said where a scenario is looked at, and Home says that its rules are made up.
pub async fn what_is_made_up_is_said_where_it_is_looked_at(page: &Page) -> Outcome {
    page.open("").await?;
    page.wait_text(".toy-head", "made up for teaching").await?;
    page.open_preset("popular-picture").await?;
    page.wait_text(".scenario-caveat", "No such single national score exists.").await
}
