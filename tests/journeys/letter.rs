//! The letter, and the objection to it.

use crate::harness::{Outcome, Page};

const TAB: &str = "#ask-tab-3";

/// The letter says more or less, and beside it stands what it does not say.
pub async fn the_letter_says_what_it_may(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(TAB).await?;
    page.wait_text(".letter-decision", "You are now in band").await?;
    assert_eq!(page.count(".letter-unsent").await?, 0, "the measures say: warn before punishing");
    page.wait_text(".letter-why", "We do not say why.").await?;
    page.wait_text(".letter-reasons label:nth-of-type(1)", "in force here").await?;
    assert_eq!(page.count(".letter-withheld li").await?, 7);

    page.click_with(".letter-reasons label", "The sort of record").await?;
    page.wait_text(".letter-why", "The reason lies in records of this sort").await?;
    assert_eq!(page.count(".letter-records li").await?, 0);
    page.click_with(".letter-reasons label", "Every record").await?;
    page.wait_text(".letter-why", "These are the reasons").await?;
    assert!(page.count(".letter-records li").await? > 0);
    assert_eq!(page.count(".letter-withheld li").await?, 2, "how to object, and who decided");
    page.click_with(".letter-language label", "Official").await?;
    page.wait_text(".letter-heading", "Notice of a change of standing").await?;

    page.click_named(".letter-choices button", "Make this the system's rule").await?;
    page.wait_text(".letter-reasons label:nth-of-type(3)", "in force here").await?;
    page.changes_counted(1).await?;
    page.undo().await?;
    page.wait_text(".letter-reasons label:nth-of-type(1)", "in force here").await?;

    page.open_system_tab(4).await?;
    page.click(".safeguard input[aria-label='Notice']").await?;
    page.wait_text(".letter-unsent", "No letter is sent in this scenario.").await?;
    page.click(".safeguard input[aria-label='Notice']").await?;
    page.wait_gone(".letter-unsent").await?;
    page.click(".safeguard input[aria-label='Appeal']").await?;
    page.wait_text(".letter-rights", "You may lodge an objection").await?;
    assert_eq!(page.count(".letter-withheld li").await?, 1);
    page.choose("#safeguard-reasons", "category").await?;
    page.wait_text(".letter-reasons label:nth-of-type(2)", "in force here").await?;

    page.script("window.print = () => { window.printed = document.documentElement.dataset.printing }", vec![]).await?;
    page.click_named(".letter-side button", "Print the letter").await?;
    page.wait_until("the letter is printed alone", "return window.printed === 'letter'", vec![]).await?;
    page.wait_until("the page is itself again", "return !('printing' in document.documentElement.dataset)", vec![])
        .await
}

/// Before anything was decided there is no letter, and the page says so.
pub async fn without_a_decision_there_is_no_letter(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.click(TAB).await?;
    page.wait_for("#ask-panel-3").await?;
    let is_told = "return !!document.querySelector('#ask-panel-3 .empty') || !!document.querySelector('.letter-sheet')";
    page.wait_until("there is a letter, or a reason why there is none", is_told, vec![]).await
}

/// An objection is written and ticked with the keyboard, and what the system holds is shown beside it.
pub async fn an_objection_is_written(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.focus("#ask-tab-0").await?;
    for _ in 0..3 {
        page.press("ArrowRight").await?;
    }
    page.wait_for("#letter-draft").await?;
    page.focus("#letter-draft").await?;
    page.type_text("I object. Which bill?").await?;
    assert_eq!(page.value("#letter-draft").await?, "I object. Which bill?");
    page.press("Tab").await?;
    page.press("Space").await?;
    page.wait_until("a box is ticked", "return document.activeElement.checked === true", vec![]).await?;
    page.focus(".letter-exercise .btn-primary").await?;
    page.press("Enter").await?;
    page.wait_text("#letter-truth h4", "This letter gives 0 of 7 things that an objection needs").await?;
    assert_eq!(page.count(".letter-truth tbody tr").await?, 7);
    page.wait_text(".letter-truth tbody tr", "yes").await?;
    page.wait_text(".letter-truth tbody", "Nobody can object in this system.").await?;
    page.axe_in_both_schemes().await?;

    // The text stays when the letter says more, and no document holds it.
    page.click_with(".letter-reasons label", "Every record").await?;
    page.wait_text("#letter-truth h4", "This letter gives 5 of 7").await?;
    assert_eq!(page.value("#letter-draft").await?, "I object. Which bill?");
    page.changes_counted(0).await?;
    assert!(!page.stored().await?.contains("Which bill"));
    page.click_named(".letter-exercise button", "Hide it again").await?;
    page.wait_gone(".letter-truth").await
}
