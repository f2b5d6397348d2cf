//! The way back: the plan, its assumptions, exchange rates, the gaming view.

use crate::harness::{Outcome, Page};

const FINDING: &str = "#way-finding";
const BLOOD: &str = ".way-efforts input[aria-label='Hours for Gives blood']";

async fn open(page: &Page, preset: &str) -> Outcome {
    page.open_preset(preset).await?;
    page.click("#ask-tab-2").await?;
    page.wait_for("#ask-panel-2").await
}

/// The plan is told, and its events can be added and taken back.
pub async fn a_way_back_is_found_and_taken(page: &Page) -> Outcome {
    open(page, "rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025 at the cheapest with 2 hours: gives blood once").await?;
    page.wait_text(".way-answer", "every cheaper set of acts was tried").await?;
    assert_eq!(page.count(".way-plan tbody tr").await?, 1);
    page.wait_text(".way-line figcaption", "From 956 points now to 961 on 31 December 2025").await?;

    page.click("#way-add").await?;
    page.announced("1 event added. The scenario ends on 1 January 2025.").await?;
    page.wait_until("the focus is not lost", "return document.activeElement?.id === 'way-target'", vec![]).await?;
    page.wait_text(".why-standing", "Mei has 961 points and is in band A").await?;
    page.undo().await?;
    page.shows_again(&before).await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025").await?;

    page.choose("#way-target", "5").await?;
    page.wait_text(FINDING, "AAA").await
}

/// What an act costs is an assumption: it is changed with the keyboard, the plan follows, and it is taken back.
pub async fn the_way_back_follows_its_assumptions(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.press("ArrowRight").await?;
    page.wait_text(FINDING, "with 2 hours").await?;
    assert!(page.has_focus("#ask-tab-2").await?);

    page.focus(BLOOD).await?;
    page.press("Shift+ArrowUp").await?;
    page.press("Shift+ArrowUp").await?;
    page.wait_text(FINDING, "with 16 hours").await?;
    page.wait_text(".way-efforts", "this scenario").await?;
    page.press("Control+z").await?;
    page.wait_text(FINDING, "with 2 hours").await?;

    page.focus(".way-efforts input[aria-label='Gives blood: can be chosen']").await?;
    page.press("Space").await?;
    page.wait_text(FINDING, "with 16 hours").await?;
    page.focus(".way-efforts input[aria-label='Volunteers: can be chosen']").await?;
    page.press("Space").await?;
    page.wait_text(FINDING, "nothing that can be chosen earns points").await?;
    page.wait_text(".way-answer", "4 points short").await
}

/// One act in units of the others, and points for an hour.
pub async fn acts_are_exchanged_and_gamed(page: &Page) -> Outcome {
    open(page, "rongcheng-rules").await?;
    page.choose("#way-one", "late-bill").await?;
    page.wait_text(".way-rate", "One “bill late” weighs as much as 10 × “volunteers (8 hours)”: 80 hours.").await?;
    page.wait_text(".way-exchange", "4 ×").await?;
    page.wait_text(".way-gaming tbody tr:first-child", "Gives blood").await?;
    page.wait_text(".way-gaming tbody tr:first-child", "2.5").await?;
    page.wait_text(".way-gaming", "none named").await?;

    // Where there is no score, the tab says what ends the lists.
    open(page, "judgment-defaulters").await?;
    page.wait_text("#ask-panel-2", "Bai Zhenhua is on no list on the last day").await?;
    page.click_named(".subjects button", "Kang Lei").await?;
    page.wait_text("#ask-panel-2", "This system keeps lists and no score").await?;
    page.wait_text("#ask-panel-2", "“Spending restriction” ends when the judgment is met in full.").await
}
