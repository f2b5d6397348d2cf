//! What made a score, what would change it, and the closest rule of what made no difference.

use crate::harness::{Outcome, Page};

impl Page {
    /// Opens one of the questions, by its place.
    async fn ask(&self, at: usize) -> Outcome {
        self.click(&format!("#ask-tab-{at}")).await?;
        self.wait_for(&format!("#ask-panel-{at}")).await
    }
}

/// The shares go from the start to the score; events and rules are opened from them.
pub async fn shares_make_the_score(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.ask(0).await?;
    page.wait_text("#shares-finding", "that Mei").await?;
    page.wait_text("#shares-method", ":").await?;
    let table = "#ask-panel-0 .shares > section:first-child .shares-table";
    page.wait_text(&format!("{table} tr[data-sign=start]"), "1000").await?;
    let standing = page.text(".why-standing").await?;
    let score = page.text(&format!("{table} tr[data-sign=total] .n")).await?;
    assert!(standing.contains(score.trim()), "{standing} does not say {score}");

    page.click_with(&format!("{table} .link"), "Contract case lost").await?;
    page.wait_for(".ledger-row[aria-current]").await?;
    page.wait_text(".ledger-row[aria-current]", "Contract case lost").await?;

    page.click_named("#ask-panel-0 .segmented label", "rules").await?;
    page.wait_text(&format!("{table} .link"), "When").await?;
    page.focus(&format!("{table} .link")).await?;
    page.press("Enter").await?;
    page.wait_for(".rule-deeds").await
}

/// A consequence in force leads back to the events that bear it.
pub async fn a_consequence_leads_back_to_points(page: &Page) -> Outcome {
    page.open_preset("suining-2010").await?;
    page.look_at("Qin").await?;
    page.ask(0).await?;
    page.wait_for("#shares-consequence").await?;
    let table = "section[aria-labelledby=shares-back] .shares-table";
    page.wait_for(table).await?;
    page.wait_text(&format!("{table} tr[data-sign=total]"), "Below the border").await?;
    page.wait_for(&format!("{table} tr[data-sign=loss]")).await
}

/// What would move the band is tried and taken back, by mouse and by keys.
pub async fn flips_are_tried_and_taken_back(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.focus("#ask-tab-0").await?;
    page.press("ArrowRight").await?;
    page.wait_for("#ask-panel-1").await?;
    page.wait_text("#flips-finding", "What would move Mei out of B").await?;
    let down = ".flip-way:last-child .flip";
    let words = page.text(&format!("{down}:last-of-type")).await?;
    assert!(words.contains("If the rule"), "{words}");
    page.click(&format!("{down}:last-of-type .flip-try")).await?;
    page.announced("Done. Undo takes it back.").await?;
    let tried = page.picture_after(&before).await?;
    assert!(!tried.standing.contains("band B"), "{}", tried.standing);
    page.wait_text("#flips-finding", "What would move Mei out of C").await?;
    page.undo().await?;
    page.shows_again(&before).await?;
    page.wait_text("#flips-finding", "What would move Mei out of B").await?;
    page.focus(&format!("{down}:last-of-type .flip-try")).await?;
    page.press("Enter").await?;
    page.picture_after(&before).await?;
    assert!(page.has_focus("#flips-finding").await?, "what was tried leaves the focus at the heading");
    page.undo().await?;
    page.shows_again(&before).await
}

/// One number is turned: the curve and its table follow.
pub async fn one_number_is_turned(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.ask(1).await?;
    page.wait_for(".curve-chart .chart-ground svg").await?;
    page.choose("#flips-number", "start").await?;
    page.wait_text("#curve-finding", "Mei").await?;
    page.click_named("#ask-panel-1 .fold > summary", "As a table").await?;
    page.wait_text("#ask-panel-1 .fold table", "1000 (now)").await
}
