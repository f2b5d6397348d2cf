//! The page that sets rulebooks side by side.

use crate::harness::{Outcome, Page};

/// The open scenario and three presets stand there at once; one goes, another comes, somebody else's life is shown.
pub async fn rulebooks_are_compared(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".topbar a[href='#/compare']").await?;
    page.wait_text("#main h1", "Compare rulebooks").await?;
    page.wait_for(".compare-chart .chart-ground svg").await?;
    assert_eq!(page.count(".compare-slot").await?, 4);
    page.wait_text(".compare-slots", "Rongcheng: the older rulebook (open in the Lab)").await?;
    page.wait_text("#compare-finding", "verdicts").await?;
    page.wait_text("#compare-finding", "Mei").await?;
    assert_eq!(page.count(".compare-standings tbody tr").await?, 4);
    page.wait_text(".compare-standings tbody", "All 34 events mean something to it.").await?;
    page.wait_text(".compare-standings tbody", "of 34 events mean nothing to it.").await?;
    assert_eq!(page.count(".compare-ranks tbody tr").await?, 6, "four rulebooks make six pairs");
    assert_eq!(page.count(".compare-verdicts tbody tr").await?, 3, "one row for each subject");
    assert_eq!(page.count(".compare-mechanisms tbody tr").await?, 4);

    // Five are too many.
    page.choose("#compare-add", "village-ledger").await?;
    assert_eq!(page.attribute(".compare-add button", "disabled").await?.as_deref(), Some("true"));
    page.click("button[aria-label='Take away A credit score of the US kind']").await?;
    page.announced("A credit score of the US kind taken away.").await?;
    assert_eq!(page.count(".compare-slot").await?, 3);
    assert_eq!(page.fragment().await?, "#/compare?with=open,popular-picture,judgment-defaulters");
    page.choose("#compare-add", "village-ledger").await?;
    page.click(".compare-add button").await?;
    assert_eq!(page.count(".compare-slot").await?, 4);
    page.wait_text(".compare-slots", "A village ledger").await?;

    let before =
        page.script_text("return document.querySelector('.compare-chart .chart-ground').innerHTML", vec![]).await?;
    page.click_named(".compare-page .subjects button", "Bo").await?;
    page.wait_text("#compare-finding", "Bo").await?;
    let after =
        page.script_text("return document.querySelector('.compare-chart .chart-ground').innerHTML", vec![]).await?;
    assert_ne!(before, after);

    page.click_with(".compare-page summary", "The lines as a table").await?;
    page.wait_for(".compare-page details[open] td").await?;
    page.click_with(".compare-page summary", "What each rulebook does not see").await?;
    page.wait_text(".compare-unseen", "events without meaning here").await?;

    page.reload().await?;
    page.wait_text(".compare-slots", "A village ledger").await?;
    assert_eq!(page.count(".compare-slot").await?, 4);
    page.click_named("#main a", "Back to the lab").await?;
    page.wait_for("#finding").await
}

/// The same with the keyboard; the focus is never lost.
pub async fn rulebooks_are_chosen_by_keys(page: &Page) -> Outcome {
    page.open("#/compare?with=popular-picture,credit-bureau").await?;
    page.wait_for(".compare-slot").await?;
    assert_eq!(page.count(".compare-slot").await?, 2);
    page.focus(".compare-slot button").await?;
    page.press("Enter").await?;
    assert_eq!(page.count(".compare-slot").await?, 1);
    assert!(page.has_focus("#compare-add").await?);
    page.press("ArrowDown").await?;
    assert_eq!(page.count(".compare-slot").await?, 1, "a choice alone adds nothing");
    page.press("Tab").await?;
    page.press("Enter").await?;
    assert_eq!(page.count(".compare-slot").await?, 2);
    assert!(page.has_focus("#compare-add").await?);
    Ok(())
}

/// Addresses that name nothing, or everything twice, lead to a page that works.
pub async fn strange_comparisons_lead_somewhere(page: &Page) -> Outcome {
    page.open("#/compare?with=nowhere").await?;
    page.wait_text("#main", "No rulebook is chosen.").await?;
    page.wait_for(".compare-mechanisms").await?;
    page.open("#/compare?with=open,open,judgment-defaulters").await?;
    page.wait_for(".compare-slot").await?;
    assert_eq!(page.count(".compare-slot").await?, 2);
    page.open("#/compare?with=judgment-defaulters").await?;
    page.wait_for(".compare-strip").await
}

/// What a checker says, and whether it fits on a telephone.
pub async fn the_comparison_is_accessible(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.go_to("#/compare").await?;
    page.wait_for(".compare-chart .chart-ground svg").await?;
    page.click_with(".compare-page summary", "The lines as a table").await?;
    page.click_with(".compare-page summary", "What each rulebook does not see").await?;
    page.axe_in_both_schemes().await?;
    for width in [390, 320] {
        page.resize(width, 800).await?;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        page.wait_until("nothing scrolls sideways", wide, vec![]).await?;
    }
    Ok(())
}
