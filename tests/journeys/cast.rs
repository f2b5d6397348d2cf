//! The cast: people, businesses, associates.

use crate::harness::{Outcome, Page};

/// A person and a business are added, connected, scored and deleted.
pub async fn subjects_are_added_connected_and_deleted(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.click_named(".lab-below button", "Add a person").await?;
    page.wait_text(".subjects [aria-pressed=true]", "New person").await?;
    page.wait_text(".why-standing", "New person has 1000 points and is in band A").await?;
    let card = ".cast-card:last-child";
    page.fill(&format!("{card} input[aria-label='Name']"), "Tan").await?;
    page.wait_text(".subjects [aria-pressed=true]", "Tan").await?;
    page.wait_text("#finding", "Tan").await?;

    page.click_named(".palette button", "bill late").await?;
    page.wait_text(".why-standing", "Tan has 980 points").await?;

    page.click_named(".lab-below button", "Add a business").await?;
    page.wait_text(".subjects [aria-pressed=true]", "New business").await?;
    page.click_named(&format!("{card} button"), "Add somebody").await?;
    page.wait_for(&format!("{card} .associates select[aria-label='What they are to each other']")).await?;
    page.choose(&format!("{card} .associates select[aria-label='What they are to each other']"), "owner").await?;
    page.choose(&format!("{card} .associates select[aria-label='Shares points with']"), "bo").await?;
    page.is_fresh().await?;

    page.look_at("Tan").await?;
    for name in ["New business", "Tan"] {
        page.click(&format!(".cast-card button[aria-label='Delete {name} with all events']")).await?;
        page.announced(&format!("{name} deleted.")).await?;
    }
    page.focus("#chart-reader").await?;
    page.press("End").await?;
    page.shows_again(&before).await?;
    page.changes_counted(0).await
}

/// Another subject is chosen in the bar or in the cast; deleting them all leaves a page that says what to do.
pub async fn the_subject_is_chosen_and_may_go(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let mei = page.picture_now().await?;
    page.look_at("Bo").await?;
    let bo = page.picture_after(&mei).await?;
    assert!(bo.standing.contains("Bo has 1016 points and is in band A"), "{}", bo.standing);
    assert_eq!(bo.rules, mei.rules);
    page.click_named(".cast-card:first-child a", "Show this life").await?;
    page.shows_again(&mei).await?;

    for name in ["Mei", "Bo", "Harbour Noodles"] {
        page.click(&format!(".cast-card button[aria-label='Delete {name} with all events']")).await?;
    }
    page.wait_text("#finding", "Nobody is here yet").await?;
    page.wait_text(".lab-below", "Nobody is here. Add a person or a business").await?;
    page.axe().await?;
    for _ in 0..3 {
        page.undo().await?;
    }
    page.shows_again(&mei).await
}
