//! Principles that a rulebook keeps or breaks, the life that breaks one, and saved cases.

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const PANEL: &str = "#ask-panel-5";
const FIRST: &str = "#ask-panel-5 .principles:not(.saved-cases) > .principle:first-child";
const CASE: &str = "#ask-panel-5 .saved-cases > .principle:first-child";

async fn open_principles(page: &Page) -> Outcome {
    page.click("#ask-tab-5").await?;
    page.wait_for(PANEL).await
}

/// Five principles to begin with; a life that breaks one is found, opened, and undone.
pub async fn a_life_that_breaks_a_principle_is_opened(page: &Page) -> Outcome {
    page.open_preset("popular-picture").await?;
    let before = page.picture_now().await?;
    open_principles(page).await?;
    page.wait_text(PANEL, "Whether such a system should exist at all is not for the lab to compute").await?;
    page.click_named(&format!("{PANEL} button"), "Begin with five").await?;
    page.wait_text(".principle-score", "5 principles").await?;
    assert_eq!(page.count(&format!("{PANEL} .principle")).await?, 5);
    page.wait_text(FIRST, "No single event takes anybody down more than").await?;
    page.wait_text(FIRST, "Kept by the lives shown here").await?;
    page.wait_text(FIRST, "A life that could happen breaks it: Kit Larch falls from").await?;
    page.axe_in_both_schemes().await?;

    page.click_named(
        &format!("{FIRST} button"),
        "Open that life in the lab: it breaks “No single event takes anybody down more than 1 band.”",
    )
    .await?;
    page.wait_text(".subjects [aria-pressed=true]", "Kit Larch").await?;
    page.wait_text(".lab-page h1", "A life under “").await?;
    page.announced("This life breaks the principle.").await?;
    page.wait_text(FIRST, "Broken here: Kit Larch falls from").await?;
    page.changes_counted(0).await?;
    page.undo().await?;
    page.wait_text(FIRST, "Kept by the lives shown here").await?;
    page.undo().await?;
    page.wait_for(&format!("{PANEL} .empty")).await?;
    page.shows_again(&before).await?;
    page.changes_counted(0).await
}

/// A principle is chosen, its number and its kind are edited in the sentence, and it is deleted.
pub async fn principles_are_added_edited_and_deleted(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    open_principles(page).await?;
    page.choose("#principle-to-add", "1").await?;
    page.click_named(&format!("{PANEL} button"), "Add a principle").await?;
    page.wait_text(FIRST, "Broken here: Harbour Noodles loses 100 points on").await?;
    let number = format!("{FIRST} input[aria-label='Number in the principle']");
    assert_eq!(page.value(&number).await?, "50");
    page.fill(&number, "500").await?;
    page.wait_text(FIRST, "Kept by the lives shown here").await?;
    page.wait_text(FIRST, "No life out of 1500 tried breaks it.").await?;
    page.fill(&number, "10").await?;
    page.wait_text(FIRST, "Broken here:").await?;
    page.choose(&format!("{FIRST} select"), "blood").await?;
    page.wait_text(FIRST, "Kept by the lives shown here").await?;
    page.wait_text(FIRST, "No life out of 1500 tried breaks it.").await?;
    page.click(&format!("{FIRST} button[aria-label^='Delete']")).await?;
    page.wait_for(&format!("{PANEL} .empty")).await?;
    page.announced("deleted. Undo brings it back.").await?;
    page.undo().await?;
    page.wait_text(FIRST, "No single event costs anybody more than").await
}

/// What is shown is saved as a case; an edit breaks it; the line beside the life leads to it; a link carries it.
pub async fn saved_cases_are_checked_at_every_edit(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    assert_eq!(page.count(".tally-line button").await?, 0);
    open_principles(page).await?;
    page.click_with(&format!("{PANEL} button"), "Save: Mei is in band").await?;
    page.wait_text(".tally-line", "1 saved case: as expected.").await?;
    page.wait_text(CASE, "as expected: ").await?;
    page.click("#ask-tab-0").await?;
    page.fill(&points_of("late-bill"), "-100").await?;
    page.wait_text(".tally-line", "1 saved case: 1 is not as expected.").await?;
    page.click(".tally-line button").await?;
    page.wait_text(CASE, "not as expected: ").await?;
    assert!(page.has_focus("#saved-cases-title").await?);

    let link = page.shared_link().await?;
    let fragment = link.strip_prefix(&page.address).ok_or_else(|| format!("{link} leads elsewhere"))?;
    page.somebody_else(async |other| {
        other.open(fragment).await?;
        other.wait_text(".tally-line", "1 saved case: 1 is not as expected.").await
    })
    .await?;

    page.choose(&format!("{CASE} select[aria-label='What is expected']"), "ScoreAtMost").await?;
    page.fill(&format!("{CASE} input[aria-label='Score']"), "1").await?;
    page.wait_text(".tally-line", "1 is not as expected").await?;
    page.fill(&format!("{CASE} input[aria-label='Score']"), "1200").await?;
    page.wait_text(".tally-line", "1 saved case: as expected.").await?;
    page.click(&format!("{CASE} input[aria-label='On or up to a day']")).await?;
    page.wait_for(&format!("{CASE} input[type=date]")).await?;
    page.set_day(&format!("{CASE} input[type=date]"), "2030-01-01").await?;
    page.wait_text(CASE, "cannot be judged: the day is outside the account").await?;
    page.axe().await?;
    page.click(&format!("{CASE} button[aria-label^='Delete']")).await?;
    page.wait_gone(".tally-line button").await
}

/// The same with the keyboard alone.
pub async fn principles_go_without_a_mouse(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    page.press("End").await?;
    page.wait_for(PANEL).await?;
    page.focus(&format!("{PANEL} .empty .btn")).await?;
    page.press("Enter").await?;
    page.wait_text(".principle-score", "5 principles").await?;
    page.wait_text(FIRST, "Broken here: Bo falls from AAA to C").await?;
    page.focus(&format!("{FIRST} input[aria-label='Number in the principle']")).await?;
    for _ in 0..3 {
        page.press("ArrowUp").await?;
    }
    page.wait_text(FIRST, "Kept by the lives shown here").await?;
    page.focus(&format!("{PANEL} .row:not(.search-line) button")).await?;
    page.press("Enter").await?;
    page.wait_text(".tally-line", "1 saved case: as expected.").await?;
    page.focus(".tally-line button").await?;
    page.press("Enter").await?;
    assert!(page.has_focus("#saved-cases-title").await?);
    Ok(())
}
