//! The page that lists what was changed.

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

/// Every change stands there in words with what it does; one can be reset, or all.
pub async fn changes_are_listed_and_reset(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.click("#rule-contract-case-row input[role=switch]").await?;
    page.fill(".system-rows input[aria-label='Where B begins']", "840").await?;
    page.click_with(".ledger-what", "Traffic fine").await?;
    page.click_named(".event-editor button", "Delete").await?;
    page.changes_counted(4).await?;

    page.click(".toptools a[href='#/changes']").await?;
    page.wait_text("#main h1", "What was changed").await?;
    let tables = page.texts("#main tbody tr").await?.join("\n");
    for words in [
        "points of “a utility bill is paid late”",
        "on or off of “a contract case is lost in court”",
        "beginning of band B",
        "“traffic fine” (Mei, 11 Apr 2022) removed",
    ] {
        assert!(tables.contains(words), "{words} is missing in {tables}");
    }
    page.wait_text("#main .effects", "Mei: 956 B → 951 B").await?;

    page.click("#main button[aria-label='Reset points of “a utility bill is paid late”']").await?;
    page.wait_text("#main .effects", "Mei: 956 B → 1011 A").await?;
    page.changes_counted(3).await?;
    page.undo().await?;
    page.changes_counted(4).await?;
    page.redo().await?;

    page.click_named("#main button", "Reset everything").await?;
    page.wait_text("#main", "Nothing is changed.").await?;
    page.changes_counted(0).await?;
    page.announced("Reset. Undo brings it back.").await?;
    page.click_named("#main a", "Back to the lab").await?;
    page.wait_for("#finding").await?;
    page.undo().await?;
    page.changes_counted(3).await?;
    page.redo().await?;
    page.click_named(".subjects button", "Mei").await?;
    let again = page.picture_now().await?;
    assert!(!again.differs_from(&before).contains(&"rules") && !again.differs_from(&before).contains(&"ribbons"));
    Ok(())
}
