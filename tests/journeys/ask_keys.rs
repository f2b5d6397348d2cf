//! Shares, flips and the way back with the keyboard alone; and the button that stops a long search.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::keyboard::walk;

/// Whether one of the matches says so, on the screen or off it.
const SAYS: &str =
    "return [...document.querySelectorAll(arguments[0])].some(it => it.textContent.includes(arguments[1]))";
const FOCUSED: &str = "return document.activeElement?.matches(arguments[0]) ?? false";

impl Page {
    /// Waits until one of all that matches says so.
    async fn wait_some(&self, css: &str, part: &str) -> Outcome {
        self.wait_until(&format!("a {css} says “{part}”"), SAYS, vec![json!(css), json!(part)]).await
    }

    /// Waits until the focus is on what matches.
    async fn wait_focus(&self, css: &str) -> Outcome {
        self.wait_until(&format!("{css} has the focus"), FOCUSED, vec![json!(css)]).await
    }
}

/// The tab by its arrows, events or rules by theirs, the table by Tab, and on to an event and a rule by Enter.
pub async fn shares_go_without_a_mouse(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.wait_for("#ask-panel-1").await?;
    page.press("ArrowLeft").await?;
    page.wait_for("#ask-panel-0").await?;
    assert!(page.has_focus("#ask-tab-0[aria-selected=true]").await?);
    page.wait_text("#shares-finding", "that Mei").await?;

    let part = "#ask-panel-0 .shares > section:first-child";
    let link = format!("{part} .shares-table .link");
    walk(page, "Tab", &format!("{part} .segmented input"), "").await?;
    page.press("ArrowRight").await?;
    page.wait_some(&link, "When").await?;
    page.press("ArrowLeft").await?;
    page.wait_some(&link, "Contract case lost").await?;
    assert!(page.has_focus(&format!("{part} .segmented input")).await?, "a new answer leaves the focus where it is");

    walk(page, "Tab", &format!("{part} .table-wrap"), "").await?;
    page.wait_text(&format!("{part} tr[data-sign=start]"), "1000").await?;
    page.wait_for(&format!("{part} tr[data-sign=loss] .part-bar")).await?;
    walk(page, "Tab", &link, "Contract case lost").await?;
    page.press("Enter").await?;
    page.wait_text(".ledger-row[aria-current]", "Contract case lost").await?;
    assert!(page.has_focus(&link).await?, "an event that is selected leaves the focus in the table");

    walk(page, "Shift+Tab", &format!("{part} .segmented input"), "").await?;
    page.press("ArrowRight").await?;
    page.wait_some(&link, "a contract case is lost").await?;
    walk(page, "Tab", &link, "a contract case is lost").await?;
    page.press("Enter").await?;
    page.wait_for("#rule-contract-case-row .rule-deeds").await?;
    page.wait_focus("#rule-contract-case-open").await?;
    page.press("Escape").await?;
    page.wait_focus(&link).await
}

/// A number is picked, its curve and its table are read, and a flip is tried.
pub async fn flips_and_their_curve_go_without_a_mouse(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.wait_text("#flips-finding", "What would move Mei out of B").await?;
    page.wait_for(".curve-chart .chart-ground svg").await?;

    walk(page, "Tab", "#ask-panel-1 .flip-try", "").await?;
    walk(page, "Tab", "#flips-number", "").await?;
    let first = page.text("#curve-finding").await?;
    page.press("End").await?;
    assert_eq!(page.value("#flips-number").await?, "start");
    let changed = "return document.querySelector('#curve-finding')?.textContent !== arguments[0]";
    page.wait_until("the curve is another", changed, vec![json!(first)]).await?;
    page.wait_text("#curve-finding", "Mei").await?;
    page.wait_for(".curve-chart .chart-ground svg").await?;
    assert!(page.has_focus("#flips-number").await?);

    walk(page, "Tab", "#ask-panel-1 .fold > summary", "As a table").await?;
    page.press("Enter").await?;
    page.wait_for("#ask-panel-1 .fold table").await?;
    page.wait_text("#ask-panel-1 .fold table", "1000 (now)").await
}

/// Band and day are chosen, the plan is read, and what an act costs is changed.
pub async fn the_way_back_goes_without_a_mouse(page: &Page) -> Outcome {
    const FINDING: &str = "#way-finding";
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.press("ArrowRight").await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025").await?;

    walk(page, "Tab", "#way-target", "").await?;
    page.press("ArrowUp").await?;
    page.wait_text(FINDING, "AA").await?;
    page.press("ArrowDown").await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025").await?;
    assert!(page.has_focus("#way-target").await?);

    // Whichever part of the day the browser puts first, one more makes it another day on which there is a way.
    let by = ".way-question input[aria-label='Wanted by']";
    page.wait_text(".way-line figcaption", "on 31 December 2025").await?;
    walk(page, "Tab", by, "").await?;
    page.press("ArrowUp").await?;
    assert_ne!(page.value(by).await?, "2025-12-31");
    let moved = "
        const words = document.querySelector('.way-line figcaption')?.textContent;
        return words !== undefined && !words.includes('on 31 December 2025')
    ";
    page.wait_until("the plan looks at the other day", moved, vec![]).await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025").await?;

    walk(page, "Tab", ".way-answer .table-wrap", "").await?;
    page.wait_text(".way-plan", "Gives blood").await?;
    walk(page, "Tab", ".way-efforts input[aria-label='Hours for Gives blood']", "").await?;
    page.press("Shift+ArrowUp").await?;
    page.press("Shift+ArrowUp").await?;
    page.wait_text(FINDING, "with 16 hours").await?;
    page.press("Control+z").await?;
    page.wait_text(FINDING, "with 2 hours").await
}

/// Keeps from the worker what it is to compute as long as `window.held` is true, so that no search ever ends.
const HOLD: &str = "
    const send = Worker.prototype.postMessage;
    window.held = true;
    Worker.prototype.postMessage = function (order, ...rest) {
        if (!(window.held && String(order).includes('\"compute\"'))) send.call(this, order, ...rest);
    };
";

/// A search that takes long can be stopped: the answer before it stays, and it can be begun again.
pub async fn a_long_search_is_stopped_and_begun_again(page: &Page) -> Outcome {
    const FINDING: &str = "#way-finding";
    const STOP: &str = "#ask-panel-2 .search-stop";
    page.open_preset("rongcheng-rules").await?;
    page.script(HOLD, vec![]).await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.press("ArrowRight").await?;
    page.wait_for(STOP).await?;
    walk(page, "Tab", STOP, "Stop").await?;
    page.press("Enter").await?;
    page.announced("Stopped.").await?;
    page.wait_text("#way-progress", "Stopped.").await?;
    page.wait_text(STOP, "Search again").await?;
    assert!(page.has_focus(STOP).await?, "the button that begins again has the focus");

    page.script("window.held = false", vec![]).await?;
    page.press("Enter").await?;
    page.wait_text(FINDING, "Mei reaches A by 1 January 2025").await?;
    page.wait_focus("#ask-tab-2").await?;
    page.wait_gone(STOP).await?;

    page.script("window.held = true", vec![]).await?;
    page.choose("#way-target", "5").await?;
    page.wait_for(STOP).await?;
    page.click(STOP).await?;
    page.wait_text(STOP, "Search again").await?;
    page.wait_text(FINDING, "Mei reaches A by").await?;
    page.script("window.held = false", vec![]).await?;
    page.click(STOP).await?;
    page.wait_text(FINDING, "AAA").await?;
    page.wait_gone(STOP).await
}
