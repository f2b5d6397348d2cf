//! What stands behind the rules: bands, consequences, lists, safeguards; and fields that hold no value.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const BORDER: &str = ".band-border[aria-label='Where B begins']";
const BORDER_FIELD: &str = ".system-rows input[aria-label='Where B begins']";

/// A border between bands is dragged, stepped by keys, and typed; the lives follow.
pub async fn band_borders_are_moved(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    assert_eq!(page.value(BORDER_FIELD).await?, "850");
    page.drag(BORDER, -60, 0).await?;
    let dragged = page.picture_after(&before).await?;
    assert_ne!(dragged.drawing, before.drawing);
    let from = page.value(BORDER_FIELD).await?;
    assert_ne!(from, "850");
    assert_eq!(page.attribute(BORDER, "aria-valuenow").await?.as_deref(), Some(from.as_str()));
    page.undo().await?;
    page.shows_again(&before).await?;

    page.focus(BORDER).await?;
    page.press("Shift+ArrowRight").await?;
    page.press("ArrowRight").await?;
    assert_eq!(page.value(BORDER_FIELD).await?, "861");
    page.fill(".system-rows input[aria-label='Where A begins']", "920").await?;
    page.wait_text(".why-standing", "Mei has 956 points and is in band A").await?;
    let moved = page.picture_now().await?;
    assert!(!moved.has_ribbon("Loan reviewed by hand") && before.has_ribbon("Loan reviewed by hand"));

    page.fill(BORDER_FIELD, "990").await?;
    page.is_stale().await?;
    page.wait_text(".system-rows .complaint", "This band does not begin below the one above it.").await?;
    let stale = page.picture_now().await?;
    assert!(stale.differs_from(&moved).is_empty(), "the last picture stays: {:?}", stale.differs_from(&moved));
    page.fill(BORDER_FIELD, "861").await?;
    page.is_fresh().await
}

/// Bands are added and deleted.
pub async fn bands_come_and_go(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    assert_eq!(page.count(".system-rows .system-row").await?, 6);
    page.click_named(".system-body button", "Add a band").await?;
    let added = page.picture_after(&before).await?;
    assert_eq!(page.count(".system-rows .system-row").await?, 7);
    page.click(".system-rows button[aria-label='Delete C']").await?;
    page.picture_after(&added).await?;
    assert_eq!(page.count(".system-rows .system-row").await?, 6);
    page.undo().await?;
    page.undo().await?;
    page.shows_again(&before).await
}

/// A consequence appears as a ribbon as soon as a band carries it, and goes when it is deleted.
pub async fn consequences_become_ribbons(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.open_system_tab(1).await?;
    page.click_named(".system-body button", "Add a consequence").await?;
    let row = ".system-rows > li:last-child";
    page.fill(&format!("{row} input[aria-label='What it says']"), "No library card").await?;
    page.click_with(&format!("{row} fieldset label"), "B").await?;
    let added = page.picture_after(&before).await?;
    assert!(added.has_ribbon("No library card"), "{:?}", added.ribbons);
    page.click(".system-rows button[aria-label='Delete No library card']").await?;
    page.shows_again(&before).await?;
    page.announced("No library card deleted.").await
}

/// A list is added, a rule puts somebody on it, and it is deleted with everything that names it.
pub async fn lists_come_and_go(page: &Page) -> Outcome {
    page.open_preset("judgment-defaulters").await?;
    let before = page.picture_now().await?;
    assert!(!before.drawing.contains("svg"), "lists have no score");
    assert!(!before.ribbons.is_empty(), "lists have ribbons");
    page.open_system_tab(2).await?;
    assert_eq!(page.count(".system-rows > li").await?, 2);
    page.click_named(".system-body button", "Add a list").await?;
    assert_eq!(page.count(".system-rows > li").await?, 3);
    page.click(".system-rows > li:first-child button[aria-label^='Delete']").await?;
    page.picture_after(&before).await?;
    page.is_fresh().await?;
    page.undo().await?;
    page.undo().await?;
    page.shows_again(&before).await
}

/// A safeguard takes a penalty off the life, and gives it back.
pub async fn a_safeguard_spares_essential_services(page: &Page) -> Outcome {
    page.open_preset("suining-2010").await?;
    page.look_at("Qin").await?;
    let before = page.picture_now().await?;
    assert!(before.has_ribbon("No community assistance"), "{:?}", before.ribbons);
    page.open_system_tab(4).await?;
    let switch = ".safeguards input[aria-label='Essential services stay']";
    page.click(switch).await?;
    let spared = page.picture_after(&before).await?;
    assert!(!spared.has_ribbon("No community assistance"), "{:?}", spared.ribbons);
    assert_eq!(spared.standing, before.standing);
    page.click(switch).await?;
    page.shows_again(&before).await?;

    page.click(".safeguards input[role=switch][aria-label='Cap per event']").await?;
    page.picture_after(&before).await?;
    page.wait_text(".why", "one event costs at most 20").await
}

/// A text that is no number is told beside the field; the page goes on showing the last result; a number heals it.
pub async fn a_text_that_is_no_number_heals(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    let start = ".system-line input[aria-label='Everybody starts at']";
    for (field, good, standing) in
        [(start.to_owned(), "990", "946 points"), (points_of("late-bill"), "-10", "986 points")]
    {
        page.fill(&field, "abc").await?;
        page.wait_text(".in-place .complaint", "Not a number yet. For now the lab uses").await?;
        assert_eq!(page.attribute(&field, "aria-invalid").await?.as_deref(), Some("true"));
        page.is_stale().await?;
        let stale = page.picture_now().await?;
        assert!(stale.differs_from(&before).iter().all(|it| *it == "rules"), "{:?}", stale.differs_from(&before));
        page.fill(&field, good).await?;
        page.is_fresh().await?;
        page.wait_gone(".in-place .complaint").await?;
        page.wait_text(".why-standing", standing).await?;
        page.press("Control+z").await?;
        page.shows_again(&before).await?;
    }
    page.fill(start, "5000").await?;
    page.is_stale().await?;
    page.wait_text(".system-body .complaint", "The starting score is not on the scale.").await?;
    page.press("Control+z").await?;
    page.wait_until("undo heals it too", "return document.querySelector('.lab.stale') === null", vec![]).await?;
    page.wait_until(
        "the field shows the value",
        "return document.querySelector(arguments[0]).value === '1000'",
        vec![json!(start)],
    )
    .await
}
