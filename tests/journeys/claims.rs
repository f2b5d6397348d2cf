//! Pinned numbers, and care for real people.

use crate::harness::{Outcome, Page};

/// Opens the dialog of a button by keys, chooses a row and a column, and pins.
async fn pin(page: &Page, button: &str, row: &str, column: &str) -> Outcome<String> {
    page.focus(button).await?;
    page.press("Enter").await?;
    page.wait_for("dialog[open] #pin-row").await?;
    page.choose("#pin-row", row).await?;
    page.choose("#pin-column", column).await?;
    let value = page.text("dialog[open] .pin-value .claim-value").await?;
    page.focus(".pin-now").await?;
    page.press("Enter").await?;
    page.wait_text("dialog[open] .pin-told", &format!("Pinned: {value}.")).await?;
    Ok(value)
}

/// From the table of the lab by keys: the card says the value and the scenario, and its link opens the same.
pub async fn a_number_of_a_life_is_pinned(page: &Page) -> Outcome {
    page.open("#/claims").await?;
    page.wait_text(".claims-empty", "Nothing is pinned yet").await?;
    page.axe_in_both_schemes().await?;
    page.open_preset("rongcheng-rules").await?;
    page.click(".lab-life details:has(#chart-table) > summary").await?;
    page.wait_for("#chart-table td").await?;
    let value = pin(page, "details:has(#chart-table) .pin-button", "0", "1").await?;
    assert_eq!(page.text("#chart-table tbody tr:first-child td").await?, value, "the value of the first row");
    page.axe().await?;
    page.press("Escape").await?;
    page.wait_gone("dialog[open]").await?;
    assert!(page.has_focus("details:has(#chart-table) .pin-button").await?, "the focus goes back to the button");

    page.wait_text(".footer", "Pinned numbers (1)").await?;
    page.click(".footer a[href='#/claims']").await?;
    page.wait_text(".claim .claim-value", &value).await?;
    page.wait_text(".claim", "Rongcheng").await?;
    page.wait_text(".claim", "One invented life under these rules.").await?;
    page.axe_in_both_schemes().await?;
    page.reload().await?;
    page.wait_text(".claim .claim-value", &value).await?;
    page.click(".claim-link").await?;
    page.wait_for("#finding").await?;
    assert!(page.fragment().await?.starts_with("#/lab?s="), "the link holds the scenario");
    page.wait_text(".scenario-bar h1", "Rongcheng").await
}

/// From a table of the society; the card says how it was counted.
pub async fn a_number_of_a_town_is_pinned(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".topbar a[href='#/society']").await?;
    page.fill("#society-people", "800").await?;
    page.fill("#society-replicates", "6").await?;
    page.fill("#society-months", "24").await?;
    page.press("Tab").await?;
    page.wait_text("#society-progress", "6 repeats are done.").await?;
    let part = "section[aria-labelledby=society-wrong]";
    page.click(&format!("{part} > details > summary")).await?;
    page.wait_for(&format!("{part} td")).await?;
    pin(page, &format!("{part} .pin-button"), "0", "1").await?;
    page.click("dialog[open] a[href='#/claims']").await?;
    page.wait_gone("dialog[open]").await?;
    page.wait_text(".claim", "800 people, 24 months, 6 repeats").await?;
    page.wait_text(".claim", "Range over the repeats").await?;
    page.wait_text(".claim", "Counted in an invented town.").await?;
    page.be_a_telephone().await?;
    page.fits_the_window().await?;
    page.click(".claim-link").await?;
    page.wait_text("#main h1", "Society").await
}

/// Copied, moved, removed, put back, forgotten.
pub async fn pinned_numbers_are_put_in_order(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    pin(page, ".why .pin-button", "0", "1").await?;
    page.press("Escape").await?;
    pin(page, ".why .pin-button", "1", "1").await?;
    page.press("Escape").await?;
    page.go_to("#/claims").await?;
    page.wait_for(".claim + .claim").await?;
    let before = page.texts(".claim .claim-value").await?;
    page.focus("#claim-1-down").await?;
    page.press("Enter").await?;
    page.announced("Now number 2 of 2.").await?;
    let after = page.texts(".claim .claim-value").await?;
    assert_eq!(after, before.iter().rev().cloned().collect::<Vec<_>>());
    assert!(page.has_focus("#claim-1-down").await?, "the focus stays with the number that moved");

    page.click(".claim .claim-remove").await?;
    page.wait_text(".claim-removed", "is no longer pinned.").await?;
    assert_eq!(page.count(".claim").await?, 1);
    assert!(page.has_focus("#claim-put-back").await?);
    page.press("Enter").await?;
    page.wait_for(".claim + .claim").await?;
    assert_eq!(page.texts(".claim .claim-value").await?, after);

    let spy = "
        window.copied = '';
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async it => { window.copied = it; } } });
    ";
    page.script(spy, vec![]).await?;
    page.click(".claim .claim-copy").await?;
    page.wait_text(".claim .claim-away", "Copied.").await?;
    let text = page.script_text("return window.copied", vec![]).await?;
    assert!(text.starts_with(&after[0]) && text.contains("#/lab?s=") && text.contains("seal "), "{text}");
    page.click(".claim .claim-image").await?;
    page.wait_text(".claim .claim-away", "The image is in your downloads.").await?;

    page.click(".claim-forget").await?;
    page.wait_text(".claim-forget", "press again").await?;
    page.click(".claim-forget").await?;
    page.wait_text(".claims-empty", "Nothing is pinned yet").await?;
    page.reload().await?;
    page.wait_text(".claims-empty", "Nothing is pinned yet").await
}

/// Where names are typed a notice stands, and contact data bring a warning that does not block.
pub async fn nobody_real_is_entered(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let name = ".cast-card input[type=text]";
    let described = page.attribute(name, "aria-describedby").await?.unwrap_or_default();
    let care =
        described.split(' ').find(|it| it.starts_with("care-")).ok_or("no notice is tied to the name")?.to_owned();
    page.wait_text(&format!("#{care}"), "Never enter real people.").await?;
    page.fill(name, "wei@example.com").await?;
    page.wait_text(&format!("#{care}"), "looks like a mail address").await?;
    page.fill(name, "Wei").await?;
    page.wait_gone(&format!("#{care} .notice")).await?;
    page.open("#/about?at=care").await?;
    page.wait_text(".about", "No leaderboards.").await
}
