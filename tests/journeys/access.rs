//! What an accessibility checker says of every page in every state, and whether everything fits on a telephone.

use crate::harness::{Outcome, Page, Scheme};
use crate::lab::points_of;

/// Home, the page about the lab, and the pages for addresses that lead nowhere.
pub async fn pages_are_accessible(page: &Page) -> Outcome {
    for route in ["", "#/about", "#/nowhere", "#/lab?s=1.broken", "#/changes"] {
        page.open(route).await?;
        page.wait_for("#main h1").await?;
        page.axe_in_both_schemes().await?;
    }
    page.open("").await?;
    page.click_with("#presses button", "criticises an official").await?;
    page.click(".toy-table summary").await?;
    page.axe_in_both_schemes().await
}

/// The lab with systems of every sort.
pub async fn the_lab_is_accessible(page: &Page) -> Outcome {
    for preset in ["rongcheng-rules", "judgment-defaulters", "popular-picture", "blank"] {
        page.open_preset(preset).await?;
        page.axe_in_both_schemes().await?;
    }
    Ok(())
}

/// Every tab below the lives.
pub async fn the_tabs_are_accessible(page: &Page) -> Outcome {
    page.open_preset("judgment-defaulters").await?;
    for tab in 1..6 {
        page.open_system_tab(tab).await?;
        page.axe_in_both_schemes().await?;
    }
    page.open_preset("blank").await?;
    page.open_system_tab(0).await?;
    page.axe_in_both_schemes().await
}

/// Editors, forms, dialogs and messages.
pub async fn editors_and_messages_are_accessible(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.open_rule("card-overdue").await?;
    page.click_named("#rule-card-overdue-row button", "+ test").await?;
    page.axe_in_both_schemes().await?;

    page.click("#rules-add").await?;
    page.choose("#rules-add-kind", "+").await?;
    page.click_with(".ledger-what", "Contract case lost").await?;
    page.choose(".event-editor select[aria-label='Correction']", "appeal").await?;
    page.click_with(".life summary", "Table of this chart").await?;
    page.click_with(".life summary", "All events").await?;
    page.axe_in_both_schemes().await?;

    page.fill(&points_of("other-business"), "-60").await?;
    page.is_stale().await?;
    page.fill(&points_of("late-bill"), "abc").await?;
    page.axe_in_both_schemes().await?;

    page.press("Escape").await?;
    page.open_share_dialog().await?;
    page.axe_in_both_schemes().await?;
    page.press("Escape").await?;
    page.go_to("#/changes").await?;
    page.wait_text("#main h1", "What was changed").await?;
    page.axe_in_both_schemes().await
}

/// Nothing makes a telephone scroll sideways, at 390 pixels and at 320, which is 400 % zoom on a desk.
pub async fn everything_fits_a_telephone(page: &Page) -> Outcome {
    for width in [390, 320] {
        page.resize(width, 844).await?;
        for route in
            ["", "#/about", "#/nowhere", "#/lab?s=1.broken", "#/lab?preset=judgment-defaulters", "#/lab?preset=blank"]
        {
            page.open(route).await?;
            page.wait_for("#main h1").await?;
            fits(page, width, route).await?;
        }
        page.open_preset("rongcheng-rules").await?;
        fits(page, width, "the lab").await?;
        page.click(".lab-handle").await?;
        page.open_rule("volunteering").await?;
        page.fill(&points_of("late-bill"), "-40").await?;
        fits(page, width, "a rule").await?;
        for tab in 0..6 {
            page.open_system_tab(tab).await?;
            fits(page, width, &format!("tab {tab}")).await?;
        }
        page.click_named(".palette button", "bill late").await?;
        fits(page, width, "an event").await?;
        page.open_share_dialog().await?;
        fits(page, width, "the dialog").await?;
        page.press("Escape").await?;
        page.go_to("#/changes").await?;
        page.wait_text("#main h1", "What was changed").await?;
        fits(page, width, "the changes").await?;
    }
    Ok(())
}

async fn fits(page: &Page, width: u32, what: &str) -> Outcome {
    page.fits_the_window().await.map_err(|error| format!("{what} at {width}: {error}").into())
}

/// The lab on a telephone, and with high contrast and for a projector.
pub async fn other_views_are_accessible(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    for theme in ["contrast", "projector"] {
        page.script("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]).await?;
        page.settle().await?;
        page.axe().await.map_err(|error| format!("{theme}: {error}"))?;
    }
    page.be_a_telephone().await?;
    page.prefer(Scheme::Light).await?;
    for route in ["", "#/lab?preset=rongcheng-rules", "#/about"] {
        page.open(route).await?;
        page.wait_for("#main h1").await?;
        page.axe().await.map_err(|error| format!("on a telephone: {error}"))?;
    }
    page.open_preset("blank").await?;
    page.click(".lab-handle").await?;
    page.wait_for("#rule-late-bill-open").await?;
    page.axe().await
}
