//! Rules that are hidden and guessed.

use crate::harness::{Outcome, Page};

const PRESET: &str = "jinan-dog-licence";

/// What tells the rules, or why something happened.
const TELLING: [&str; 6] = [".rules", ".ledger", ".idle", "#ask-title", "#system-title", ".palette .mark-sign"];

/// Rules are hidden, an event is pressed, guesses are written down and held against what happened.
pub async fn rules_are_guessed_and_revealed(page: &Page) -> Outcome {
    page.open_preset(PRESET).await?;
    page.click("#secret-toggle").await?;
    page.wait_text("#rules-title", "What are the rules?").await?;
    page.wait_text(".secret-reasons", "Reasons are hidden.").await?;
    page.wait_text("#finding", "Lu Meihua ends in").await?;
    for css in TELLING {
        assert_eq!(page.count(css).await?, 0, "{css} is hidden");
    }
    let marks = page.picture_now().await?.marks;
    page.click_with(".palette button", "breach").await?;
    page.announced("Lu Meihua: breach").await?;
    assert_ne!(page.picture_now().await?.marks, marks, "what happens is seen");
    page.axe_in_both_schemes().await?;

    page.choose("#secret-breach", "takes").await?;
    page.fill("#secret-breach-points", "3").await?;
    page.choose("#secret-child-found", "nothing").await?;
    page.click_named(".lab-rules button", "Reveal the rules").await?;
    page.wait_text("#secret-result", "Your guesses explain").await?;
    page.announced("Your guesses explain").await?;
    page.wait_for(".rules .rule").await?;
    page.wait_for(".ledger").await?;
    let title = page.text("#secret-result").await?;
    assert!(title.contains("in sign") && !title.contains("explain 0 of"), "{title}");
    let rows = page.texts(".secret-result tbody tr").await?;
    assert!(rows.iter().any(|it| it.starts_with("Breach") && it.contains("−3")), "{rows:?}");
    assert!(rows.iter().any(|it| it.starts_with("Child found") && it.contains("nothing")), "{rows:?}");
    page.axe_in_both_schemes().await?;

    // The guesses stay, and nothing of them is part of the document but the event.
    page.click_named(".secret-result button", "Hide again").await?;
    page.wait_gone(".rules").await?;
    assert_eq!(page.value("#secret-breach").await?, "takes");
    assert_eq!(page.value("#secret-breach-points").await?, "3");
    page.changes_counted(1).await?;

    // Another scenario begins with its rules shown.
    page.go_to("#/lab?preset=rongcheng-rules").await?;
    page.wait_for(".rules .rule").await?;
    page.wait_for("#ask-title").await?;
    assert_eq!(page.count(".secret-row").await?, 0);
    Ok(())
}

/// Hiding, guessing, revealing and stopping go by keys, and the focus is never lost.
pub async fn hidden_rules_go_without_a_mouse(page: &Page) -> Outcome {
    page.open_preset(PRESET).await?;
    page.focus("#secret-toggle").await?;
    page.press("Enter").await?;
    page.announced("The rules are hidden.").await?;
    let has_heading = "return document.activeElement?.id === 'rules-title'";
    page.wait_until("the focus is at the sheet's heading", has_heading, vec![]).await?;
    page.press("Tab").await?;
    assert!(page.has_focus("#secret-breach").await?, "the first guess comes next");
    page.focus(".lab-rules .btn-primary").await?;
    page.press("Enter").await?;
    let has_result = "return document.activeElement?.id === 'secret-result'";
    page.wait_until("the focus is at the result's heading", has_result, vec![]).await?;
    page.wait_text("#secret-result", "explain 0 of").await?;
    page.focus(".secret-result > .btn").await?;
    page.press("Enter").await?;
    page.wait_until("the focus is at the sheet's heading again", has_heading, vec![]).await?;
    page.focus(".lab-rules .btn-primary + .btn").await?;
    page.press("Enter").await?;
    page.announced("The rules are shown again.").await?;
    page.wait_for(".rules .rule").await?;
    let is_back = "return document.activeElement?.id === 'secret-toggle'";
    page.wait_until("the focus is back at the button", is_back, vec![]).await
}
