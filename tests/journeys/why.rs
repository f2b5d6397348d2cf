//! Why the score is what it is: values and where they come from, and the events of which nothing came.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::keyboard::walk;

const FOCUSED: &str = "return document.activeElement?.matches(arguments[0]) ?? false";
/// Whether nothing is left that says so.
const SILENT: &str =
    "return ![...document.querySelectorAll(arguments[0])].some(it => it.textContent.includes(arguments[1]))";
const EFFECT: &str = ".event-effect";
const IDLE: &str = ".idle-group[open]";

async fn wait_focus(page: &Page, css: &str) -> Outcome {
    page.wait_until(&format!("{css} has the focus"), FOCUSED, vec![json!(css)]).await
}

/// Waits until no reason among the events without effect says so.
async fn wait_no_reason(page: &Page, part: &str) -> Outcome {
    let args = vec![json!(".idle summary"), json!(part)];
    page.wait_until(&format!("no event is {part}"), SILENT, args).await
}

/// A value is opened, followed to its rule and to its record, and the focus comes back.
pub async fn values_go_without_a_mouse(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#chart-reader").await?;
    walk(page, "Tab", ".value-page > summary", "How this score is made").await?;
    page.press("Enter").await?;
    page.wait_text(".value-page[open]", "1000 at the start + 71 − 115 = 956").await?;
    page.wait_for(".value-page[open] li").await?;
    page.press("Enter").await?;
    page.wait_gone(".value-page[open] li").await?;
    assert!(page.has_focus(".value-page > summary").await?);

    walk(page, "Tab", ".ledger-what", "Contract case lost").await?;
    page.press("Enter").await?;
    page.wait_for(".ledger-made").await?;
    assert!(page.has_focus(".ledger-row[aria-current] .ledger-what").await?);
    walk(page, "Tab", ".ledger-made > summary", "How this is made").await?;
    page.press("Enter").await?;
    page.wait_for(".made-steps").await?;

    let rule = ".made-from dd:first-of-type button";
    walk(page, "Tab", rule, "a contract case is lost").await?;
    page.press("Enter").await?;
    page.wait_for("#rule-contract-case-row .rule-deeds").await?;
    wait_focus(page, "#rule-contract-case-open").await?;
    page.press("Escape").await?;
    wait_focus(page, rule).await?;

    // The rule is open already: it is found all the same.
    page.press("Enter").await?;
    wait_focus(page, "#rule-contract-case-open").await?;
    page.press("Escape").await?;
    wait_focus(page, rule).await?;

    walk(page, "Tab", ".made-from dd:last-of-type button", "Contract case lost").await?;
    page.press("Enter").await?;
    wait_focus(page, "#event-title").await?;
    walk(page, "Shift+Tab", "#chart-reader", "").await
}

/// An event that fails one test says which, what it has and what it needs; with that it is posted.
pub async fn a_near_miss_says_what_was_missing(page: &Page) -> Outcome {
    page.open_preset("credit-bureau").await?;
    page.look_at("Maria Alvarez").await?;
    page.click_with(".idle summary", "not meeting the rule's test").await?;
    page.wait_text(IDLE, "Card balance").await?;
    page.wait_text(
        IDLE,
        "The closest rule was missed by 10 per cent: “Share of the limit” has to be at least 40 per cent.",
    )
    .await?;
    page.click(&format!("{IDLE} .idle-open")).await?;
    page.wait_for("#rule-card-half-full-row .rule-deeds").await?;

    page.click(&format!("{IDLE} .link")).await?;
    page.wait_text("#event-title", "Card balance").await?;
    page.wait_text(EFFECT, "the event does not meet the rule's test").await?;
    let share = ".event-editor input[aria-label='Share of the limit (per cent)']";
    assert_eq!(page.value(share).await?, "30");
    page.wait_text("#rule-card-half-full-row .rule-reach", "test failed").await?;
    page.fill(share, "39").await?;
    page.wait_text(".idle", "missed by 1 per cent").await?;
    page.fill(share, "40").await?;
    page.wait_text(EFFECT, "−15 points on that day").await?;
    page.wait_text(".ledger-row[aria-current]", "Card balance").await?;
    page.wait_text("#rule-card-half-full-row .rule-reach", "applied to the chosen event").await?;
    wait_no_reason(page, "not meeting the rule's test").await
}

/// A rule that is off, a source that does not count, a limit, a record of nobody: each is told, and each can be mended.
pub async fn events_say_why_nothing_came_of_them(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click_with(".idle summary", "under a rule that is off").await?;
    page.wait_text(IDLE, "closest rule: when a post online is judged harmful").await?;
    page.click(&format!("{IDLE} .link")).await?;
    page.wait_text(EFFECT, "the rule about such events is switched off").await?;
    page.click("#rule-online-post-row input[role=switch]").await?;
    page.wait_text(EFFECT, "−50 points on that day").await?;
    wait_no_reason(page, "under a rule that is off").await?;

    page.open_preset("jinan-dog-licence").await?;
    page.look_at("Lu Meihua").await?;
    page.click_with(".idle summary", "not reported by a source that counts").await?;
    page.click(&format!("{IDLE} .link")).await?;
    page.wait_text(EFFECT, "no source that the rule listens to reported it").await?;
    page.click_with(".event-editor .check", "the dog-licence office").await?;
    page.wait_text(EFFECT, "points on that day").await?;
    wait_no_reason(page, "not reported by a source that counts").await?;

    page.open_preset("credit-bureau").await?;
    page.look_at("Joyce Okafor").await?;
    page.click_with(".idle summary", "over the rule's limit").await?;
    page.click(&format!("{IDLE} .link")).await?;
    page.wait_text("#event-title", "Application").await?;
    page.wait_text(EFFECT, "the rule's limit decides").await?;
    // Without one of those that came before, there is room for it.
    page.click_named(".ledger-what", "Application").await?;
    page.wait_text(EFFECT, "−10 points on that day").await?;
    page.click_named(".event-editor button", "Delete").await?;
    wait_no_reason(page, "over the rule's limit").await
}

/// Where only the first of several rules applies, the others say that it took the event.
pub async fn a_rule_says_that_another_took_its_event(page: &Page) -> Outcome {
    page.open_preset("credit-bureau").await?;
    page.look_at("Maria Alvarez").await?;
    page.click_with(".ledger-what", "Year on time").await?;
    page.wait_text("#rule-file-older-row .rule-reach", "applied to the chosen event").await?;
    page.choose(".rules-combine select", "only the first applies").await?;
    page.wait_text("#rule-file-older-row .rule-reach", "another rule took it").await?;
    page.wait_text("#rule-year-on-time-row .rule-reach", "applied to the chosen event").await?;
    page.undo().await?;
    page.wait_text("#rule-file-older-row .rule-reach", "applied to the chosen event").await
}

/// From a point of the chart to its line, to the rule, to what the rule rests on and who recorded it, and back.
pub async fn a_point_leads_to_its_source_and_back(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let point = ".mark[aria-label^='Contract case lost']";
    page.click(point).await?;
    page.wait_text(".ledger-row[aria-current]", "Contract case lost").await?;
    page.click(".ledger-made > summary").await?;
    page.wait_text(".made-steps", "−50: the points that the rule names").await?;

    page.click(".made-from dd:first-of-type button").await?;
    let rule = "#rule-contract-case-row";
    page.wait_for(&format!("{rule} .rule-deeds")).await?;
    page.wait_text(&format!("{rule} .rule-origin"), "documented").await?;
    page.wait_for(&format!("{rule} .rule-citation")).await?;
    page.wait_text(&format!("{rule} .rule-editor"), "the court").await?;
    wait_focus(page, "#rule-contract-case-open").await?;
    page.press("Escape").await?;
    wait_focus(page, ".made-from dd:first-of-type button").await?;

    page.wait_text(".made-from dd:last-of-type", "recorded by the court").await?;
    page.click(".made-from dd:last-of-type button").await?;
    wait_focus(page, "#event-title").await?;
    page.wait_text(".event-editor .checks", "the court").await?;
    assert_eq!(page.attribute(point, "aria-pressed").await?.as_deref(), Some("true"), "the point is still chosen");
    page.click(".event-editor button[aria-label='Close the event']").await?;
    wait_focus(page, "#chart-reader").await?;
    page.wait_gone(".ledger-made").await
}
