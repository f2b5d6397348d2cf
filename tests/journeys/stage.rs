//! What stands beside the text of a step: a life worked out by hand, a rule changed beside a life, bands and rules.

use crate::harness::{Outcome, Page};

/// Opens a step of the first lesson, and shows what is held back in it.
async fn open_step(page: &Page, step: &str) -> Outcome {
    page.open(&format!("#/learn/twelve-points/{step}")).await?;
    page.wait_for(".lesson h1").await
}

/// Points and scores are filled in with the keyboard and checked; nothing is told before it is asked for.
pub async fn a_life_is_worked_out_by_hand(page: &Page) -> Outcome {
    open_step(page, "by-hand").await?;
    page.wait_for(".hand-row").await?;
    let rows = page.count(".hand-row").await?;
    let filled = "return [...document.querySelectorAll('.hand-blank input')].filter(it => it.value).length.toString()";
    assert_eq!(page.script_text(filled, vec![]).await?, "0");
    page.focus(".hand-check").await?;
    page.press("Enter").await?;
    page.wait_text(".hand-said", &format!("{} empty.", rows * 2)).await?;
    assert_eq!(page.script_text(filled, vec![]).await?, "0", "a check tells nothing");

    // The first breach costs three of twelve points.
    page.focus(".hand-row:first-child .hand-blank input").await?;
    page.type_text("-3").await?;
    page.press("Tab").await?;
    page.type_text("8").await?;
    page.focus(".hand-check").await?;
    page.press("Enter").await?;
    page.wait_text(".hand-said", "1 right, 1 not yet").await?;
    page.wait_text(".hand-row:first-child .hand-mark[data-mark=wrong]", "not yet").await?;
    page.fill(".hand-row:first-child .hand-blank:nth-of-type(2) input", "9").await?;
    assert_eq!(page.count(".hand-mark[data-mark=wrong]").await?, 0, "what is typed anew is not marked");
    page.focus(".hand-check").await?;
    page.press("Enter").await?;
    page.wait_text(".hand-said", "2 right").await?;

    page.focus(".hand-row:nth-child(3) .hand-show").await?;
    page.press("Enter").await?;
    page.wait_text(".hand-said", "so the score is 3.").await?;
    assert_eq!(page.value(".hand-row:nth-child(3) .hand-blank:nth-of-type(2) input").await?, "3");
    page.axe_in_both_schemes().await?;
    page.resize(320, 700).await?;
    page.fits_the_window().await
}

/// The check stays in sight under a list that is longer than the window, and lies over no place that is filled in.
pub async fn the_check_by_hand_stays_in_sight(page: &Page) -> Outcome {
    for (width, height) in [(1366, 768), (390, 844)] {
        page.resize(width, height).await?;
        open_step(page, "by-hand").await?;
        page.wait_for(".hand-row").await?;
        page.focus(".hand-row:first-child .hand-blank input").await?;
        for _ in 0..page.count(".hand-row").await? {
            for _ in 0..3 {
                page.is_in_window(":focus").await?;
                page.is_in_window(".hand-check").await?;
                page.press("Tab").await?;
            }
        }
        assert!(page.has_focus(".hand-check").await?, "the last line leads to the check");
        page.press("Enter").await?;
        page.wait_text(".hand-said", "empty.").await?;
        for _ in 0..3 * page.count(".hand-row").await? {
            page.press("Shift+Tab").await?;
            page.is_in_window(":focus").await?;
            page.is_in_window(".hand-check").await?;
        }
    }
    Ok(())
}

/// A number of the rules is changed beside a life, and put back; the reader's own document is left alone.
pub async fn a_rule_is_changed_in_a_lesson(page: &Page) -> Outcome {
    open_step(page, "memory").await?;
    page.click_named(".ask-form button", "Show it without predicting").await?;
    page.wait_for(".stage-slider").await?;
    page.wait_for(".stage-life .chart-ground svg").await?;
    let number = ".stage-slider input[inputmode]";
    assert_eq!(page.value(number).await?, "24");
    page.focus(".stage-slider input[type=range]").await?;
    page.press("Home").await?;
    assert_eq!(page.value(number).await?, "1");
    page.wait_text(".stage-outcome", ".").await?;
    page.fill(number, "99").await?;
    page.press("Tab").await?;
    page.wait_text(".stage-slider .complaint", "For now the lab uses 1.").await?;
    page.focus(number).await?;
    page.press("Escape").await?;
    assert_eq!(page.value(number).await?, "1", "what is out of reach is not taken: what stood there stays");
    page.axe_in_both_schemes().await?;
    page.focus(".stage-controls .stage-reset").await?;
    page.press("Enter").await?;
    page.announced("Everything is as the lesson has it.").await?;
    assert_eq!(page.value(number).await?, "24");
    assert!(page.has_focus(".stage-controls .stage-reset").await?);
    page.go_to("#/lab").await?;
    page.wait_for("#finding").await?;
    page.changes_counted(0).await
}

/// The rules and the bands are there to read, on a telephone too.
pub async fn rules_and_bands_are_read(page: &Page) -> Outcome {
    page.resize(320, 700).await?;
    open_step(page, "the-licence").await?;
    page.wait_for(".stage-rule").await?;
    page.wait_for(".stage-band .held").await?;
    assert_eq!(page.count(".stage-rule input").await?, 0);
    page.fits_the_window().await?;
    page.axe().await
}
