//! What happens in a life: add, move, copy, delete, correct; ledger and chart; the tables.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::Picture;

const EDITOR: &str = ".event-editor";
const DAY: &str = ".event-editor input[type=date]";
const SELECTED: &str = ".mark[aria-pressed='true']";

/// Selects the first event of the ledger whose line says so.
async fn select(page: &Page, what: &str) -> Outcome {
    page.click_with(".ledger-what", what).await?;
    page.wait_for(EDITOR).await?;
    page.wait_for(SELECTED).await
}

/// How many events the life has, by the title of their table.
async fn events(page: &Page) -> Outcome<usize> {
    let script = "
        const title = [...document.querySelectorAll('.life summary')].map(it => it.innerText).find(it => it.startsWith('All events'));
        return Number(title.match(/\\d+/)[0])
    ";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

/// A button adds an event, its editor changes it, and each step can be taken back.
pub async fn events_are_added_changed_copied_and_deleted(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    let n = events(page).await?;

    page.click_named(".palette button", "bill late").await?;
    page.wait_text("#event-title", "Bill late").await?;
    page.announced("Mei: bill late, 21 October 2024.").await?;
    page.wait_text(".lab-why", "936").await?;
    assert_eq!(events(page).await?, n + 1);
    assert_eq!(page.value(DAY).await?, "2024-10-21");

    page.set_day(DAY, "2020-01-15").await?;
    page.wait_text(".event-effect", "−20 points on that day, then 980 points, band A").await?;
    let moved = page.picture_now().await?;
    page.click_named(".event-editor button", "Duplicate").await?;
    page.picture_after(&moved).await?;
    assert_eq!(events(page).await?, n + 2);
    assert_eq!(page.value(DAY).await?, "2020-02-15");
    page.click_named(".event-editor button", "Delete").await?;
    page.announced("Bill late deleted. Undo brings it back.").await?;
    assert_eq!(events(page).await?, n + 1);
    page.wait_until("the focus is not lost", "return document.activeElement !== document.body", vec![]).await?;

    for _ in 0..4 {
        page.undo().await?;
    }
    assert_eq!(events(page).await?, n);
    page.open_preset("rongcheng-rules").await?;
    page.shows_again(&before).await
}

/// A mark is dragged in time with the pointer; the same is done with keys; both are one step.
pub async fn events_are_moved_in_time(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    select(page, "Contract case lost").await?;
    let (day, before) = (page.value(DAY).await?, page.picture_now().await?);
    assert_eq!(day, "2022-06-16");

    page.drag(SELECTED, 100, 0).await?;
    let dragged = page.picture_after(&before).await?;
    let later = page.value(DAY).await?;
    assert!(later.as_str() > "2022-08-01" && later.as_str() < "2023-06-01", "{later}");
    assert_ne!(dragged.drawing, before.drawing);
    page.undo().await?;
    page.wait_until(
        "the day is as it was",
        "return document.querySelector(arguments[0]).value === arguments[1]",
        vec![json!(DAY), json!(day)],
    )
    .await?;

    page.focus("#chart-reader").await?;
    page.press("Alt+ArrowRight").await?;
    page.announced("Contract case lost moved to").await?;
    let by_key = page.value(DAY).await?;
    page.press("Alt+Shift+ArrowRight").await?;
    let by_month = page.value(DAY).await?;
    assert!(by_key > day && by_month > by_key, "{day} {by_key} {by_month}");

    let n = events(page).await?;
    page.press("Delete").await?;
    page.announced("Contract case lost deleted").await?;
    assert_eq!(events(page).await?, n - 1);
    assert!(page.has_focus("#chart-reader").await?);
    page.press("Control+z").await?;
    assert_eq!(events(page).await?, n);
    Ok(())
}

/// A ledger line, the score and a consequence say how they were made, and lead to rule and record.
pub async fn values_have_pages(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".value-page > summary").await?;
    page.wait_text(".value-page[open]", "1000 at the start + 71 − 115 = 956").await?;
    page.wait_text(".value-page[open]", "Band B runs from 850 to below 960.").await?;
    page.click(".held .value-page > summary").await?;
    page.wait_text(".held .value-page[open]", "Band B carries it.").await?;

    page.click_with(".ledger-what", "Contract case lost").await?;
    page.click(".ledger-made > summary").await?;
    page.wait_text(".made-steps", "−50: the points that the rule names").await?;
    page.wait_text(".made-feeds", "The band goes from A to B.").await?;
    page.click(".made-from dd:first-of-type button").await?;
    page.wait_text(".rule [aria-current]", "a contract case is lost in court").await
}

/// A line of the ledger selects its event in the chart, a mark in the chart its line.
pub async fn ledger_and_chart_select_each_other(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    select(page, "Contract case lost").await?;
    let mark = page.attribute(SELECTED, "aria-label").await?.unwrap_or_default();
    assert!(mark.starts_with("Contract case lost, 16 Jun 2022"), "{mark}");
    page.wait_text("#why-title", "Why 925 on 16 June 2022?").await?;

    page.click(".mark[aria-label^='Traffic fine']").await?;
    page.wait_text(".ledger-row[aria-current]", "Traffic fine").await?;
    page.wait_text("#event-title", "Traffic fine").await?;
    page.wait_text("#why-title", "on 11 April 2022?").await?;

    page.click_named(".ledger-tools button", "Edit rule").await?;
    page.wait_for("#rule-traffic-fine-row .rule-deeds").await?;

    page.click(".ribbon[aria-label^='Loan reviewed by hand']").await?;
    page.wait_text(".ribbon-answer", "Began because").await?;
    page.wait_text("#event-title", "Contract case lost").await
}

/// A correction gives the points back; an event that nobody recorded is listed among those without effect.
pub async fn records_are_corrected_or_never_made(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    select(page, "Contract case lost").await?;
    page.choose(".event-editor select[aria-label='Correction']", "appeal").await?;
    page.wait_text(".ledger", "Given back").await?;
    let corrected = page.picture_now().await?;
    assert!(corrected.ledger.iter().any(|it| it.contains("Given back: Contract case lost") && it.contains("appeal")));
    page.choose(".event-editor select[aria-label='Correction']", "none").await?;

    let idle = page.text(".idle").await?;
    page.click_with(".event-editor label", "nobody").await?;
    page.wait_text(".event-effect", "no source in use recorded that event").await?;
    page.wait_text(".idle", "2 not recorded by anybody").await?;
    assert_ne!(page.text(".idle").await?, idle);
    let unrecorded: Picture = page.picture_now().await?;
    assert!(!unrecorded.has_ribbon("Loan reviewed by hand") && before.has_ribbon("Loan reviewed by hand"));
    page.click_with(".idle summary", "not recorded").await?;
    page.wait_text(".idle", "Contract case lost").await
}

/// The chart can be read as a table, and the events as a list.
pub async fn the_chart_is_a_table_too(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click_named(".life summary", "Table of this chart").await?;
    page.wait_text("#chart-table tbody tr:first-child", "first day").await?;
    page.wait_text("#chart-table tbody tr:last-child", "956").await?;
    assert_eq!(page.count("#chart-table tbody tr").await?, 16);

    page.click_with(".life summary", "All events").await?;
    page.wait_for("#all-events").await?;
    assert_eq!(page.count("#all-events tbody tr").await?, events(page).await?);
    page.click_with("#all-events button", "Edit: Traffic fine").await?;
    page.wait_text("#event-title", "Traffic fine").await?;
    page.wait_until("the editor has the focus", "return document.activeElement?.id === 'event-title'", vec![]).await
}
