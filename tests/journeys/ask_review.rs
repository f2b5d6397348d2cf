//! The review of a rulebook: findings by weight, the way to the rule, fixes, the scorecard, and the notes at the rules.

use serde_json::json;

use crate::harness::{Outcome, Page};

const PANEL: &str = "#ask-panel-4";
const HEADLINE: &str = "#review-headline";
const FOCUS: &str = "return document.activeElement?.matches(arguments[0]) ?? false";
/// Whether every group that is shown has this weight.
const ONLY: &str = "
    const shown = [...document.querySelectorAll('.question-weight')].map(it => it.dataset.severity);
    return shown.length > 0 && shown.every(it => it === arguments[0])
";

async fn open_review(page: &Page, preset: &str) -> Outcome {
    page.open_preset(preset).await?;
    page.click("#ask-tab-4").await?;
    page.wait_for(HEADLINE).await
}

/// Findings are narrowed, lead to their rule, and are settled by a button, which can be undone.
pub async fn findings_lead_to_rules_and_are_settled(page: &Page) -> Outcome {
    open_review(page, "popular-picture").await?;
    page.wait_text(HEADLINE, "38 things to question; 10 are grave").await?;
    page.wait_text(PANEL, "Somebody gains or loses by what another person did").await?;
    page.click_with(".review-filter label", "Grave").await?;
    page.wait_until("only grave ones are shown", ONLY, vec![json!("grave")]).await?;

    page.click_with(&format!("{PANEL} .question-tools button"), "Show the rule").await?;
    page.wait_for("#rule-loan-default-row .rule-deeds").await?;
    page.wait_text("#rule-loan-default-row .questions", "20 % of the loss goes to the household and the owner too.")
        .await?;

    page.click_with(&format!("{PANEL} .question-fix"), "Let nothing go to others").await?;
    page.wait_text(HEADLINE, "37 things to question; 9 are grave").await?;
    page.announced("Done: Let nothing go to others. Undo takes it back.").await?;
    page.wait_until("the headline has the focus", FOCUS, vec![json!(HEADLINE)]).await?;
    page.changes_counted(1).await?;
    page.undo().await?;
    page.wait_text(HEADLINE, "38 things to question; 10 are grave").await?;

    page.click_with(".review-filter label", "All").await?;
    page.click_with(&format!("{PANEL} .question-group button"), "more").await?;
    page.wait_text(PANEL, "fake goods are sold").await
}

/// The scorecard says what the rulebook has and who asks for it, and follows a safeguard that is switched on.
pub async fn the_scorecard_follows_the_safeguards(page: &Page) -> Outcome {
    open_review(page, "popular-picture").await?;
    page.wait_text(".review-card caption", "None of 11 safeguards is there in full").await?;
    page.wait_text(".review-card", "Warn before punishing.").await?;
    page.wait_text(".review-card .chip-standing", "documented").await?;
    let floor = ".review-card tbody tr:nth-child(7)";
    page.wait_text(floor, "Essential services stay").await?;
    page.wait_text(&format!("{floor} .answer"), "no").await?;
    page.click_with(&format!("{PANEL} .question-fix"), "Keep essential services").await?;
    page.wait_text(&format!("{floor} .answer"), "yes").await?;
    page.wait_text(".review-card caption", "1 of 11 safeguards is there").await?;
    page.click_with(&format!("{PANEL} .question-fix"), "Tell everybody who is hit").await?;
    page.announced("Done: Tell everybody who is hit. Undo takes it back.").await?;
    page.wait_text(".review-card caption", "2 of 11 safeguards are there").await
}

/// What sources say about a safeguard stands beside the answer; where nothing is noted, the scorecard does not say no.
pub async fn the_scorecard_names_the_sources(page: &Page) -> Outcome {
    open_review(page, "rongcheng-rules").await?;
    let row = |n: usize| format!(".review-card tbody tr:nth-child({n})");
    page.wait_text(&format!("{} .answer", row(1)), "yes").await?;
    page.wait_text(&format!("{} .answer-told", row(1)), "warn before punishing").await?;
    page.wait_text(&format!("{} .answer-told", row(1)), "Rongcheng Measures").await?;
    page.wait_text(&format!("{} .answer-told .chip-standing", row(1)), "documented").await?;
    page.wait_text(&format!("{} .answer", row(2)), "not told").await?;
    page.wait_text(&row(2), "From the sources nothing is noted on it").await?;
    // A rulebook of one's own says no.
    open_review(page, "blank").await?;
    page.wait_text(&format!("{} .answer", row(1)), "no").await?;
    page.wait_text(&row(1), "Not switched on in this scenario.").await
}

/// The same with the keyboard: tab, filter, rule.
pub async fn the_review_goes_by_keyboard(page: &Page) -> Outcome {
    page.open_preset("popular-picture").await?;
    page.focus("#ask-tab-0").await?;
    for _ in 0..4 {
        page.press("ArrowRight").await?;
    }
    page.wait_for(HEADLINE).await?;
    page.press("Tab").await?;
    assert!(page.has_focus(".review-filter input").await?);
    page.press("ArrowRight").await?;
    page.wait_until("only grave ones are shown", ONLY, vec![json!("grave")]).await?;
    page.press("Tab").await?;
    assert!(page.has_focus(".question-tools button").await?);
    page.press("Enter").await?;
    page.wait_for("#rule-loan-default-row .rule-deeds").await?;
    page.wait_until("the rule has the focus", FOCUS, vec![json!("#rule-loan-default-open")]).await
}

/// A rule says how many questions there are to it, leads to them, and can be mended where it stands.
pub async fn rules_name_the_questions_to_them(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let note = "#rule-late-bill-row .rule-questions";
    page.wait_text(note, "1 question").await?;
    page.wait_text("#rule-other-business-row .rule-questions", "2 questions").await?;
    page.click(note).await?;
    page.wait_for("#ask-tab-4[aria-selected=true]").await?;
    page.wait_until("the finding has the focus", FOCUS, vec![json!("[data-question-of='late-bill']")]).await?;

    page.open_rule("late-bill").await?;
    page.wait_text("#rule-late-bill-row .questions", "The points are never given back.").await?;
    page.click_with("#rule-late-bill-row .question-fix", "Give the points back after 12 months").await?;
    page.wait_gone(note).await?;
    page.changes_counted(1).await?;
    page.wait_until("the rule keeps the focus", FOCUS, vec![json!("#rule-late-bill-open")]).await?;
    page.undo().await?;
    page.wait_text(note, "1 question").await
}
