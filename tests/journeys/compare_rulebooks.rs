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

/// The four mechanisms are told apart by what sources say, with a mark and a source in each cell; a rulebook that was
/// changed tells what its document declares.
pub async fn the_sources_are_told_point_by_point(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.go_to("#/compare").await?;
    let facts = "section[aria-labelledby=compare-facts] > .compare-facts";
    page.wait_for(&format!("{facts} tbody tr")).await?;
    assert_eq!(page.count(&format!("{facts} tbody tr")).await?, 8);
    assert_eq!(page.count(&format!("{facts} thead th")).await?, 5, "the question and four rulebooks");
    let first = |row: usize| format!("{facts} tbody tr:nth-child({row}) td:nth-of-type(1)");
    page.wait_text(&first(1), "Adults who have lived there for a year").await?;
    page.wait_text(&first(1), "Rongcheng Measures").await?;
    page.wait_text(&format!("{} .chip-standing", first(1)), "documented").await?;
    page.wait_text(&first(8), "Nothing was read on it.").await?;
    let marked = "
        return [...document.querySelectorAll('.compare-facts td')]
            .every(it => it.querySelector('.chip-standing') || it.textContent.includes('Nothing was read on it.'))
    ";
    page.wait_until("each cell has its mark or says that nothing was read", marked, vec![]).await?;

    assert_eq!(page.count(".compare-examples").await?, 4);
    page.click_with(".compare-examples summary", "A rating of firms: what the sources say of 1 example").await?;
    page.wait_text(".compare-examples[open]", "A firm can ask to have its grade looked at again.").await?;
    page.click_with(".compare-examples summary", "A score: what the sources say of 7 examples").await?;
    page.wait_text(".compare-examples[open]", "Ten “information gatherers” with pen and paper.").await?;
    page.wait_until("each cell has its mark or says that nothing was read", marked, vec![]).await?;

    // A rulebook of one's own has no source.
    page.open_preset("blank").await?;
    page.go_to("#/compare").await?;
    page.wait_text(&first(6), "No. Nobody is asked.").await?;
    page.wait_text(&first(6), "Declared by the document").await
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
    page.click_with(".compare-examples summary", "A score:").await?;
    page.wait_for(".compare-examples[open] td").await?;
    page.axe_in_both_schemes().await?;
    for width in [390, 320] {
        page.resize(width, 800).await?;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        page.wait_until("nothing scrolls sideways", wide, vec![]).await?;
    }
    Ok(())
}
