//! Sweeps over the assumptions of the town.

use std::fs;
use std::path::Path;

use crate::harness::{Outcome, Page};
use crate::keyboard::walk;

const PROGRESS: &str = "#sweep-progress";

/// A small town, so that a journey does not wait.
async fn small_town(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".topbar a[href='#/society']").await?;
    page.wait_for(".town-dots > i").await?;
    page.fill("#society-people", "400").await?;
    page.fill("#society-replicates", "2").await?;
    page.fill("#society-months", "24").await?;
    page.press("Tab").await?;
    page.wait_text("#society-progress", "2 repeats are done.").await?;
    page.wait_for("#sweep-panel-0 .sweep-start").await?;
    page.wait_text(PROGRESS, "Nothing is computed yet").await
}

/// One number becomes a line with its finding, its table and its file; another measure needs no new sweep; an edit makes
/// it old.
pub async fn one_number_is_swept_and_saved(page: &Page) -> Outcome {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sweep-file");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    page.download_into(&folder).await?;
    small_town(page).await?;
    page.choose("#sweep-dial", "mismatch").await?;
    page.choose("#sweep-steps", "5").await?;
    page.choose("#sweep-replicates", "5").await?;
    page.choose("#sweep-people", "500").await?;
    page.fill("#sweep-to", "200").await?;
    page.press("Tab").await?;
    page.wait_text("#sweep-cost", "6 towns of 400 people, each 5 times").await?;
    page.click(".sweep-start").await?;
    page.announced("All 6 towns are done.").await?;
    page.wait_text(PROGRESS, "All 6 towns are done.").await?;
    page.wait_text("#sweep-finding", "Records in the wrong file").await?;
    page.wait_text("#sweep-finding", "Months wrongly under a penalty").await?;
    page.wait_for(".sweep-line svg").await?;
    assert_eq!(page.count(".sweep-dot").await?, 6, "five steps, and what it is now");

    page.click(".sweep-found .fold > summary").await?;
    page.wait_for(".sweep-found .fold table").await?;
    assert_eq!(page.count(".sweep-found .fold tbody tr").await?, 6);
    page.choose("#sweep-measure", "mean-score").await?;
    page.wait_text("#sweep-finding", "Mean score").await?;
    page.wait_text(PROGRESS, "All 6 towns are done.").await?;

    page.wait_text(".sweep-copy", "Copy the table").await?;
    page.click(".sweep-save").await?;
    let script = "return document.querySelector('body > .visually-hidden[role=status]')?.textContent.includes('saved')";
    page.wait_until("the file is told", script, vec![]).await?;
    let mut text = String::new();
    for _ in 0..100 {
        text = fs::read_to_string(folder.join("sweep-mean-score.csv")).unwrap_or_default();
        if !text.is_empty() {
            break;
        }
        page.settle().await?;
    }
    assert!(text.contains("measure,group,rules,people,months,repeats,Records in the wrong file"), "{text}");
    assert!(text.contains("mean-score,all,present,400,24,5,200,"), "{text}");

    page.axe_in_both_schemes().await?;
    page.fill("#society-months", "12").await?;
    page.press("Tab").await?;
    page.wait_text(".sweep-found .notice", "have been changed since").await
}

/// A tornado over all numbers is stopped, a smaller one is begun, both by keys.
pub async fn all_numbers_are_stopped_and_begun_again(page: &Page) -> Outcome {
    small_town(page).await?;
    page.focus("#sweep-tab-0").await?;
    page.press("ArrowRight").await?;
    page.wait_for("#sweep-panel-1").await?;
    page.choose("#sweep-replicates", "20").await?;
    page.focus(".sweep-start").await?;
    page.press("Enter").await?;
    page.wait_text(".sweep-start", "Stop").await?;
    page.wait_text(PROGRESS, "towns are done.").await?;
    page.press("Enter").await?;
    page.wait_text(PROGRESS, "Stopped after").await?;
    page.announced("Stopped after").await?;
    assert!(page.has_focus(".sweep-start").await?, "the button stays where it is");

    page.choose("#sweep-section", "size").await?;
    page.choose("#sweep-replicates", "5").await?;
    page.wait_text("#sweep-cost", "9 towns").await?;
    page.focus(".sweep-start").await?;
    page.press("Enter").await?;
    page.wait_text(PROGRESS, "All 9 towns are done.").await?;
    assert_eq!(page.count(".sweep-bar").await?, 4);
    page.wait_text(".sweep-bar .sweep-bar-words", "→").await?;
    page.wait_text("#sweep-finding", "Months wrongly under a penalty").await?;
    page.be_a_telephone().await?;
    page.fits_the_window().await
}

/// Two numbers by Tab, arrows and Enter: a cell with its number for each pair.
pub async fn two_numbers_go_by_keys(page: &Page) -> Outcome {
    small_town(page).await?;
    page.focus("#sweep-tab-0").await?;
    page.press("End").await?;
    page.wait_for("#sweep-panel-2").await?;
    walk(page, "Tab", "#sweep-grid", "").await?;
    page.press("Home").await?;
    walk(page, "Tab", "#sweep-replicates", "").await?;
    page.press("Home").await?;
    page.wait_text("#sweep-cost", "9 towns of 400 people, each 5 times").await?;
    walk(page, "Tab", ".sweep-start", "Start").await?;
    page.press("Enter").await?;
    page.wait_text(PROGRESS, "All 9 towns are done.").await?;
    assert_eq!(page.count(".sweep-plane td[data-heat]").await?, 9);
    page.wait_text(".sweep-plane td[data-heat]", "%").await?;
    walk(page, "Tab", ".sweep-found .table-wrap", "").await?;
    walk(page, "Tab", ".sweep-found .fold > summary", "").await?;
    page.press("Enter").await?;
    page.wait_for(".sweep-found .fold table").await?;
    walk(page, "Tab", ".sweep-save", "Save as CSV").await?;

    page.choose("#sweep-other", "mismatch").await?;
    page.wait_text("#sweep-cost", "Choose two different numbers.").await?;
    page.wait_for(".sweep-start:disabled").await?;
    page.axe_in_both_schemes().await?;
    page.be_a_telephone().await?;
    page.fits_the_window().await
}

/// A card of an assumption leads to the sweep of its number, wherever the reader was.
pub async fn a_card_leads_to_its_sweep(page: &Page) -> Outcome {
    small_town(page).await?;
    page.fill(".society-search", "wrong file").await?;
    page.choose("#sweep-dial", "know").await?;
    page.click(".society-card-sweep").await?;
    at_mismatch(page).await?;
    page.choose("#sweep-dial", "know").await?;
    page.focus("#sweep-tab-0").await?;
    page.press("ArrowRight").await?;
    page.wait_for("#sweep-panel-1").await?;
    page.focus(".society-card-sweep").await?;
    page.press("Enter").await?;
    at_mismatch(page).await?;
    page.press("ArrowDown").await?;
    assert_ne!(page.value("#sweep-dial").await?, "mismatch", "the keys go on from there");
    Ok(())
}

async fn at_mismatch(page: &Page) -> Outcome {
    page.wait_for("#sweep-panel-0").await?;
    let focused = "return document.activeElement?.id === 'sweep-dial'";
    page.wait_until("the choice of the number has the focus", focused, vec![]).await?;
    assert_eq!(page.value("#sweep-dial").await?, "mismatch");
    assert_eq!(page.value("#sweep-from").await?, "0");
    Ok(())
}
