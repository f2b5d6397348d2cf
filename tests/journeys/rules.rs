//! The rules column: edit, switch, copy, order, search, add, test, and what stands beside a field that is wrong.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

/// The rules in their order on the page.
async fn order(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('.rule')].map(it => it.id)";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

/// Arrow keys step a number, Shift and the page keys by ten; Escape gives a text up that is no number.
pub async fn numbers_are_edited_where_they_stand(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let (before, field) = (page.picture_now().await?, points_of("contract-case"));
    page.focus(&field).await?;
    for (key, expected, standing) in [
        ("ArrowUp", "−49", "957 points"),
        ("Shift+ArrowUp", "−39", "967 points"),
        ("PageDown", "−49", "957 points"),
        ("ArrowDown", "−50", "956 points"),
        ("Shift+ArrowDown", "−60", "946 points"),
    ] {
        page.press(key).await?;
        assert_eq!(page.value(&field).await?, expected, "{key}");
        page.wait_text(".why-standing", standing).await?;
    }
    page.type_text("x").await?;
    page.is_stale().await?;
    page.press("Escape").await?;
    page.is_fresh().await?;
    assert_eq!(page.value(&field).await?, "−60");

    page.fill(&field, "-49.5").await?;
    page.wait_text(".why-standing", "956.5 points").await?;
    page.fill(&field, "-50").await?;
    page.shows_again(&before).await
}

/// A rule that is switched off costs nothing any more.
pub async fn a_rule_can_be_switched_off(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    let switch = "#rule-late-bill-row input[role=switch]";
    page.click(switch).await?;
    page.wait_text(".why-standing", "Mei has 1016 points and is in band A").await?;
    page.wait_for("#rule-late-bill-row [data-off]").await?;
    page.wait_text("#rule-late-bill-row", "switched off").await?;
    page.wait_text(".idle", "under a rule that is off").await?;
    page.click(switch).await?;
    page.shows_again(&before).await
}

/// Copies, order by keyboard, deletion. The focus always stays with a rule.
pub async fn rules_are_copied_moved_and_deleted(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = (page.picture_now().await?, order(page).await?);
    page.open_rule("traffic-fine").await?;
    page.click_named("#rule-traffic-fine-row .rule-deeds button", "Duplicate").await?;
    page.wait_for("#rule-traffic-fine-2-row").await?;
    page.announced("The copy stands below it.").await?;
    page.wait_until("the copy has the focus", FOCUS, vec![json!(points_of("traffic-fine-2"))]).await?;
    page.wait_text(".why-standing", "951 points").await?;

    page.press("Alt+ArrowUp").await?;
    page.announced("Now rule 16 of 24.").await?;
    page.press("Alt+ArrowUp").await?;
    page.announced("Now rule 15 of 24.").await?;
    page.wait_until("the rule keeps the focus", FOCUS, vec![json!(points_of("traffic-fine-2"))]).await?;
    let moved = order(page).await?;
    assert_eq!(moved[14], "rule-traffic-fine-2-row");
    page.undo().await?;
    assert_ne!(order(page).await?, moved);

    page.open_rule("traffic-fine").await?;
    page.open_rule("traffic-fine-2").await?;
    page.click_named("#rule-traffic-fine-2-row .rule-deeds button", "Delete").await?;
    page.wait_gone("#rule-traffic-fine-2-row").await?;
    page.wait_until("a neighbour has the focus", FOCUS, vec![json!(".rule-open")]).await?;
    assert_eq!(order(page).await?, before.1);
    page.shows_again(&before.0).await?;
    page.press("Control+z").await?;
    page.wait_for("#rule-traffic-fine-2-row").await
}

const FOCUS: &str = "return document.activeElement?.matches(arguments[0]) ?? false";

/// Search finds words of a rule; nothing found offers the way back; "/" leads to the field.
pub async fn rules_are_searched(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let all = order(page).await?;
    page.focus(".rule-open").await?;
    page.press("/").await?;
    page.wait_until("the search has the focus", FOCUS, vec![json!("#rules-search")]).await?;
    page.type_text("late bill").await?;
    page.wait_text("#rules-found", &format!("of {} rules", all.len())).await?;
    let found = order(page).await?;
    assert!(found.contains(&"rule-late-bill-row".to_owned()) && found.len() < all.len(), "{found:?}");

    page.fill("#rules-search", "xyzzy").await?;
    page.wait_text(".lab-rules", "No rule here has “xyzzy” in it.").await?;
    page.click_named(".lab-rules button", "Show all rules").await?;
    assert_eq!(order(page).await?, all);
    page.wait_until("the search has the focus", FOCUS, vec![json!("#rules-search")]).await
}

/// A rule is added for a kind of event that had none, and for a kind that is made up on the spot.
pub async fn rules_are_added(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click("#rules-add").await?;
    page.choose("#rules-add-kind", "minds-child").await?;
    page.click_named(".rules-form button", "Add it").await?;
    page.wait_until("its points have the focus", FOCUS, vec![json!(points_of("minds-child"))]).await?;
    page.fill(&points_of("minds-child"), "10").await?;
    page.wait_text(".why-standing", "Mei has 966 points and is in band A").await?;
    page.wait_text("#rule-minds-child-row", "1× here, +10").await?;

    page.click("#rules-add").await?;
    page.choose("#rules-add-kind", "+").await?;
    page.click_named(".rules-new-kind button", "Add this").await?;
    page.wait_text(".rules-new-kind", "Fill in both lines first.").await?;
    page.fill("#new-kind-label", "someone whistles in class").await?;
    page.fill("#new-kind-short", "whistles").await?;
    page.click_named(".rules-new-kind button", "Add this").await?;
    page.wait_text(".rules .rule:last-child", "someone whistles in class").await?;
    page.wait_text(".rules .rule:last-child", "not in\u{a0}this\u{a0}life").await?;
    page.changes_counted(3).await
}

/// A test lets a rule apply to some events only; the rule says which failed it.
pub async fn tests_decide_which_events_count(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.look_at("Bo").await?;
    page.wait_text(".why-standing", "Bo has 1016 points").await?;
    page.open_rule("card-overdue").await?;
    let row = "#rule-card-overdue-row";
    page.click_named(&format!("{row} button"), "+ test").await?;
    page.wait_for(&format!("{row} .rule-test")).await?;
    page.fill(&format!("{row} .rule-test input"), "4").await?;
    page.wait_text(".why-standing", "Bo has 1046 points").await?;
    page.wait_text(row, "1 event failed the test").await?;
    page.wait_text(row, "overdue for at least").await?;

    page.choose(&format!("{row} .rule-test select[aria-label='Comparison']"), "less than").await?;
    page.wait_text(".why-standing", "Bo has 1016 points").await?;
    page.click(&format!("{row} button[aria-label='Remove this test']")).await?;
    page.wait_gone(&format!("{row} .rule-test")).await?;
    page.changes_counted(0).await
}

/// What makes no sense is told beside its field, and the last picture stays until it is mended.
pub async fn an_impossible_rule_is_told_beside_the_field(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.fill(&points_of("other-business"), "-60").await?;
    page.is_stale().await?;
    page.wait_text("#rule-other-business-row .complaint", "outside the range that the rule leaves to the official")
        .await?;
    let invalid = page.attribute(&points_of("other-business"), "aria-invalid").await?;
    assert_eq!(invalid.as_deref(), Some("true"));
    let stale = page.picture_now().await?;
    assert_eq!(stale.differs_from(&before), ["rules"]);
    page.fill(&points_of("other-business"), "-20").await?;
    page.is_fresh().await?;
    page.shows_again(&before).await?;

    page.open_rule("blood").await?;
    page.click("#rule-blood-row input[aria-label='Limit the times']").await?;
    page.is_stale().await?;
    page.wait_text("#rule-blood-row .complaint", "This limit limits nothing.").await?;
    page.click("#rule-blood-row input[aria-label='Limit the times']").await?;
    page.is_fresh().await
}

/// One rule goes back to what it was; other changes stay.
pub async fn one_rule_is_reset(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("traffic-fine"), "-15").await?;
    page.wait_text(".why-standing", "946 points").await?;
    let with_one = page.picture_now().await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.picture_after(&with_one).await?;
    page.open_rule("late-bill").await?;
    page.wait_text("#rule-late-bill-row .rule-changed", "Changed from the source.").await?;
    page.wait_text("#rule-late-bill-row .rule-changed", "−20").await?;
    page.click_named("#rule-late-bill-row button", "Reset this rule").await?;
    page.shows_again(&with_one).await?;
    page.changes_counted(1).await
}
