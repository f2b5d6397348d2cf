//! In the room: a lesson on a projector, the predictions of a class, and what is printed.

use serde_json::json;

use crate::harness::{Outcome, Page};

/// Opens a step on the projector and waits for its heading.
async fn present(page: &Page, step: &str) -> Outcome {
    page.resize(1280, 720).await?;
    page.open(&format!("#/present/twelve-points/{step}")).await?;
    page.wait_for(".present h1").await?;
    page.wait_for(".present-bar").await
}

/// Whether an element is there and can be seen.
async fn is_seen(page: &Page, css: &str) -> Outcome<bool> {
    let script = "return document.querySelector(arguments[0])?.checkVisibility() ?? false";
    Ok(page.script(script, vec![json!(css)]).await? == json!(true))
}

/// A lesson is presented with keys alone: next, reveal, timer, black, code, class, list, leave.
pub async fn a_lesson_is_presented_by_keys(page: &Page) -> Outcome {
    present(page, "the-licence").await?;
    assert!(!is_seen(page, ".topbar").await?, "nothing but the lesson is shown");
    let size = "return parseFloat(getComputedStyle(document.querySelector('.step-text p')).fontSize)";
    assert!(page.script(size, vec![]).await?.as_f64().unwrap_or_default() >= 28.0, "letters are large");
    page.press("r").await?;
    page.announced("Nothing is held back in this step.").await?;

    page.press("PageDown").await?;
    page.wait_text(".present-where", "Step 2 of").await?;
    page.press("PageDown").await?;
    page.wait_text(".present-where", "Step 3 of").await?;
    assert!(page.has_focus("#main h1").await?, "the heading has the focus");
    assert_eq!(page.fragment().await?, "#/present/twelve-points/one-form");
    assert_eq!(page.count(".ask-options li").await?, 3, "the answers are listed");
    assert_eq!(page.count(".ask-result, .step-later").await?, 0, "the result is held back");
    page.press("r").await?;
    page.wait_for(".ask-verdicts [data-right]").await?;
    page.wait_for(".step-later").await?;
    assert!(page.has_focus("#ask-result").await?);
    page.announced("What came true:").await?;
    assert_eq!(page.count(".give-code").await?, 0, "a projector is not one of the class");

    // It stays revealed when one comes back, and can be held back again.
    page.press("ArrowRight").await?;
    page.wait_text(".present-where", "Step 4 of").await?;
    page.press("PageUp").await?;
    page.wait_text(".present-where", "Step 3 of").await?;
    page.wait_for(".ask-verdicts").await?;
    page.press("r").await?;
    page.wait_gone(".ask-verdicts").await?;
    page.announced("The result is held back again.").await?;

    // The space bar goes on, but presses a button that has the focus.
    page.focus(".present-timer").await?;
    page.press("Space").await?;
    page.wait_for(".present-timer[aria-pressed=true]").await?;
    page.wait_until(
        "the timer runs",
        "return document.querySelector('.present-timer').innerText !== 'Timer 2:00'",
        vec![],
    )
    .await?;
    page.press("t").await?;
    page.wait_for(".present-timer[aria-pressed=false]").await?;

    page.press("b").await?;
    page.wait_for(".present-black").await?;
    assert!(page.has_focus(".present-black").await?);
    page.press("x").await?;
    page.wait_gone(".present-black").await?;
    page.wait_until("the focus is back", "return document.activeElement.matches('.present-timer')", vec![]).await?;

    page.press("q").await?;
    page.wait_for(".present-qr .qr").await?;
    page.wait_text(".present-link", "#/learn/twelve-points/one-form").await?;
    assert!(!is_seen(page, ".present-step").await?);
    page.press("q").await?;
    page.wait_gone(".present-qr").await?;
    page.press("?").await?;
    page.wait_for(".present-keys").await?;
    assert_eq!(page.count("dialog[open]").await?, 0, "there is one list of keys");
    page.press("Escape").await?;
    page.wait_gone(".present-keys").await?;

    // Show of hands: fields take letters, and the chart follows.
    page.press("c").await?;
    page.wait_for("#hands-0").await?;
    page.fill("#hands-0", "12").await?;
    page.fill("#hands-1", "7").await?;
    page.press("Tab").await?;
    page.wait_text("#room-choices", "19 answers. Most often, with 12").await?;
    assert_eq!(page.count(".tally-bars [data-right]").await?, 0, "what came true is not told yet");
    page.focus("#room-code").await?;
    page.type_text("rbt").await?;
    assert_eq!(page.value("#room-code").await?, "rbt");
    page.press("Enter").await?;
    page.wait_text(".room-refused", "This is not a code").await?;
    page.focus("#present-pane").await?;
    page.press("r").await?;
    page.wait_for(".tally-bars [data-right]").await?;
    page.wait_text("#room-choices", "7 of 19 expected what came true").await?;

    // Another class begins anew; the lesson is left with Escape.
    page.press("?").await?;
    page.click_named(".present-pane button", "Begin with another class").await?;
    page.press("Escape").await?;
    page.wait_gone(".present-pane").await?;
    assert_eq!(page.count(".ask-verdicts").await?, 0);
    page.press("Escape").await?;
    page.wait_for(".lesson h1").await?;
    assert_eq!(page.fragment().await?, "#/learn/twelve-points/one-form");
    assert!(is_seen(page, ".topbar").await?, "the page is as it was");
    Ok(())
}

/// Answers a number on this device, and reads its code.
async fn code_for(page: &Page, number: &str, code: &mut String) -> Outcome {
    page.open("#/learn/twelve-points/waiting").await?;
    page.fill("#ask-number", number).await?;
    page.press("Enter").await?;
    page.wait_for(".ask-figure").await?;
    page.click(".give-code summary").await?;
    page.wait_for(".give-qr .qr").await?;
    *code = page.value(".give-text").await?;
    Ok(())
}

/// The codes of two devices become a histogram, and go to another device with a link.
pub async fn predictions_of_a_class_are_put_together(page: &Page) -> Outcome {
    let (mut one, mut other) = (String::new(), String::new());
    page.somebody_else(async |it| code_for(it, "3", &mut one).await).await?;
    page.somebody_else(async |it| code_for(it, "8", &mut other).await).await?;

    page.open(&format!("#/class/twelve-points/waiting?codes={one}")).await?;
    page.wait_text("#room-numbers", "1 prediction: 3.").await?;
    page.fill("#room-code", &format!("{} {one} WRONG99", other.to_lowercase())).await?;
    page.press("Enter").await?;
    page.wait_text("#room-numbers", "2 predictions, from 3 to 8.").await?;
    page.wait_text(".room-form [role=status]", "1 code added. 1 there already. 1 not counted.").await?;
    page.wait_text(".room-refused", "WRONG99").await?;
    let counted = "return [...document.querySelectorAll('.tally-bars .tally-count')].reduce((sum, it) => sum + Number(it.innerText), 0)";
    assert_eq!(page.script(counted, vec![]).await?, json!(2));
    assert_eq!(page.count("[data-right]").await?, 0, "the truth is held back");
    page.click_named(".room-page button", "Reveal").await?;
    page.wait_for(".tally-bars [data-right]").await?;
    page.wait_text("#room-numbers", "It came to").await?;

    // A reload keeps them; a link carries them.
    page.open("#/class/twelve-points/waiting").await?;
    page.wait_text("#room-numbers", "2 predictions").await?;
    page.click(".room-carry summary").await?;
    page.wait_for(".room-carry .qr").await?;
    let link = page.value(".room-carry input").await?;
    assert!(link.contains(&one) && link.contains(&other), "{link}");
    let fragment = link.split_once('#').map(|it| format!("#{}", it.1)).unwrap_or_default();
    page.somebody_else(async |it| {
        it.open(&fragment).await?;
        it.wait_text("#room-numbers", "2 predictions").await
    })
    .await?;
    page.click_named(".room-carry button", "Forget these answers").await?;
    page.wait_text("#room-numbers", "No predictions yet.").await?;

    page.go_to("#/class/twelve-points/the-licence").await?;
    page.wait_text("#main", "Nothing is asked in this step").await
}

/// The worksheet has no word of what comes true; the key has.
pub async fn worksheets_hold_no_answers(page: &Page) -> Outcome {
    page.open("#/print/worksheet/twelve-points").await?;
    page.wait_for(".sheet-step").await?;
    page.wait_for(".sheet-online .qr").await?;
    page.wait_for(".sheet-hand tbody tr").await?;
    let empty = "return [...document.querySelectorAll('.sheet-hand td.n')].every(it => it.textContent === '')";
    assert_eq!(page.script(empty, vec![]).await?, json!(true), "there is nothing in the cells");
    assert_eq!(page.count("[data-right], .sheet-reply, .sheet-key, .sheet-notice, .sheet-truth").await?, 0);
    assert_eq!(page.count(".quote-unknown").await?, 0);
    page.wait_for(".number-line li").await?;

    page.click_named(".sheet-tools a", "Answer key").await?;
    page.wait_for(".sheet-key").await?;
    page.wait_for(".sheet-options [data-right]").await?;
    page.wait_for(".sheet-truth .quote").await?;
    let full = "return [...document.querySelectorAll('.sheet-hand td.n')].every(it => it.textContent !== '')";
    assert_eq!(page.script(full, vec![]).await?, json!(true));
    assert_eq!(page.count(".quote-unknown").await?, 0);

    page.click_named(".sheet-tools a", "Plan").await?;
    page.wait_for(".plan-steps tbody tr").await?;
    page.wait_for(".sheet-cited .chip-standing").await?;
    assert_eq!(page.count(".quote-unknown").await?, 0);

    // On paper there is nothing to press.
    page.media("print", &[]).await?;
    assert!(!is_seen(page, ".sheet-tools").await?);
    assert!(!is_seen(page, ".topbar").await?);
    page.media("", &[]).await?;

    // A line to be drawn is an empty chart, and on the key a table.
    page.open("#/print/worksheet/a-life-in-points").await?;
    page.wait_for(".sheet-frame svg line").await?;
    assert_eq!(page.count(".sheet-frame :is(polyline, table)").await?, 0);
    page.go_to("#/print/key/a-life-in-points").await?;
    page.wait_for(".sheet-frame polyline").await?;
    page.wait_for(".sheet-frame tbody tr").await
}

/// Each person of the open scenario has a card with a code, which opens the lab with that person.
pub async fn cards_have_a_code_each(page: &Page) -> Outcome {
    page.open("#/lab").await?;
    page.wait_for("#finding").await?;
    page.click_named("button", "Share").await?;
    page.click_with("dialog[open] a", "Print cards of the people").await?;
    page.wait_for(".persona").await?;
    assert_eq!(page.count("dialog[open]").await?, 0);
    assert_eq!(page.count(".persona").await?, page.count(".persona .qr").await?);
    page.wait_text(".cards-head", "Everyone on these cards is invented.").await
}

/// What a checker says of all of it, and whether it fits a telephone.
pub async fn the_room_is_accessible(page: &Page) -> Outcome {
    for step in ["by-hand", "one-form", "waiting", "stand"] {
        present(page, step).await?;
        page.fits_the_window().await?;
        page.axe_in_both_schemes().await?;
        page.press("r").await?;
        page.axe().await?;
    }
    for key in ["c", "q", "?"] {
        present(page, "one-form").await?;
        page.press(key).await?;
        page.wait_for(".present-pane").await?;
        page.fits_the_window().await?;
        page.axe_in_both_schemes().await?;
    }
    for fragment in [
        "#/class/twelve-points/waiting",
        "#/class/twelve-points/stand",
        "#/class/a-life-in-points/the-line",
        "#/print/worksheet/twelve-points",
        "#/print/key/twelve-points",
        "#/print/plan/twelve-points",
        "#/print/key/a-life-in-points",
        "#/print/worksheet/what-everyone-knows",
        "#/cards",
    ] {
        for width in [1280, 390] {
            page.resize(width, 800).await?;
            page.open(fragment).await?;
            page.wait_for("#main h1").await?;
            let told = |error| format!("{fragment} at {width}: {error}");
            page.fits_the_window().await.map_err(told)?;
            page.axe_in_both_schemes().await.map_err(told)?;
        }
    }
    Ok(())
}
