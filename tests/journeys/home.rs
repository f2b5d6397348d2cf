//! Home and the frame around every page.

use serde_json::json;

use crate::harness::{Outcome, Page};

/// The button that lets Mei criticise an official.
const CRITICISES: &str = ".toy-buttons button:nth-of-type(5)";

/// One press moves the line, names the new band, says what follows from it and what it takes to be back.
pub async fn the_toy_answers_a_press(page: &Page) -> Outcome {
    page.open("").await?;
    page.wait_text(CRITICISES, "?").await?;
    page.click(CRITICISES).await?;
    page.wait_text(".toy-finding", "falls from A to B").await?;
    page.wait_text(CRITICISES, "−50").await?;
    page.wait_text(".toy-meaning", "Loans reviewed by hand").await?;
    page.wait_text(".toy-way", "8 points").await?;
    page.wait_text("[role=status][aria-live]", "falls from A to B").await?;
    page.axe_in_both_schemes().await?;

    page.press("Control+z").await?;
    page.wait_text(".toy-finding", "in band A").await?;
    assert!(page.has_focus(CRITICISES).await?, "the focus stays where it was");
    Ok(())
}

/// The toy ends with its account, says so, and begins again.
pub async fn the_toy_ends_and_begins_again(page: &Page) -> Outcome {
    page.open("").await?;
    page.focus(CRITICISES).await?;
    for _ in 0..25 {
        page.press("Enter").await?;
    }
    page.wait_text(".toy-over", "The account ends").await?;
    assert!(page.has_focus(CRITICISES).await?, "the focus stays where it was");
    page.click_named(".toy-back button", "Start again").await?;
    page.wait_gone(".toy-over").await?;
    page.wait_text(".toy-finding", "in band A").await
}

/// The rule behind a fall is open in the lab, with its number ready; the toy waits on Home. Going back takes the number
/// off the page while it has the focus.
pub async fn the_toy_leads_to_the_rule(page: &Page) -> Outcome {
    page.open("").await?;
    page.click(CRITICISES).await?;
    page.click_named(".toy-meaning button", "Change that rule").await?;
    page.wait_for("#rule-criticism-amount").await?;
    page.settle().await?;
    assert!(page.has_focus("#rule-criticism-amount").await?, "the number of the rule has the focus");
    page.client.back().await?;
    page.wait_text(".toy-finding", "falls from A to B").await
}

/// The chosen colours stay after a reload.
pub async fn colours_are_kept(page: &Page) -> Outcome {
    page.open("").await?;
    page.click(".menu summary").await?;
    page.click_named(".menu-item", "Dark").await?;
    page.reload().await?;
    assert_eq!(page.attribute("html", "data-theme").await?.as_deref(), Some("dark"));
    Ok(())
}

/// The list of shortcuts opens by key and gives the focus back; in a field the key is a letter.
pub async fn shortcuts_are_listed(page: &Page) -> Outcome {
    page.open("").await?;
    page.focus(CRITICISES).await?;
    page.press("?").await?;
    page.wait_for("dialog[open] .kbd").await?;
    page.axe().await?;
    page.press("Escape").await?;
    page.wait_gone("dialog[open]").await?;
    assert!(page.has_focus(CRITICISES).await?, "the focus comes back");
    Ok(())
}

/// A change of page moves focus, title and view to its beginning, or to the part that the address names.
pub async fn pages_begin_at_their_beginning(page: &Page) -> Outcome {
    page.open("").await?;
    page.go_to("#/about").await?;
    assert!(page.has_focus("h1").await?, "the heading has the focus");
    assert_eq!(page.script_text("return document.title", vec![]).await?, "About this lab – Social Credit Lab");
    page.axe_in_both_schemes().await?;
    page.go_to("#/about?at=privacy").await?;
    assert!(page.has_focus("#privacy").await?, "the part has the focus");
    page.go_to("#/nowhere").await?;
    page.wait_text("h1", "No such page").await?;
    page.axe().await
}

/// The engine in the browser computes what it did in the tests.
pub async fn the_certificate_holds(page: &Page) -> Outcome {
    page.open("#/about?at=certificate").await?;
    page.wait_text(".about", "gave exactly the tested result").await?;
    let script =
        "return [...document.querySelectorAll('.about-details tbody td:last-child')].map(it => it.textContent)";
    let verdicts = page.script(script, vec![]).await?;
    let verdicts = verdicts.as_array().cloned().unwrap_or_default();
    assert!(verdicts.len() > 10 && verdicts.iter().all(|it| *it == json!("the same")), "{verdicts:?}");
    Ok(())
}
