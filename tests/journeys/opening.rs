//! The first seconds of a visit.

use crate::harness::{Outcome, Page};

/// The page shows its heading and nothing that an accessibility checker objects to.
pub async fn the_page_opens_without_complaints(page: &Page) -> Outcome {
    page.open("").await?;
    page.wait_for("h1").await?;
    page.wait_gone("#boot").await?;
    page.axe_in_both_schemes().await
}

/// Every file comes from the page's own folder, wherever that is, and exists.
pub async fn it_asks_for_nothing_outside_its_folder(page: &Page) -> Outcome {
    page.open("").await?;
    let script = "return performance.getEntriesByType('resource').map(it => it.name)";
    let files: Vec<String> = serde_json::from_value(page.script(script, vec![]).await?)?;
    assert!(files.len() > 3, "{files:?}");
    let strangers: Vec<&String> = files.iter().filter(|file| !file.starts_with(&page.address)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    Ok(())
}

/// When the program does not arrive, the page says so and offers to try again.
pub async fn a_broken_download_is_explained(page: &Page) -> Outcome {
    page.forgive_console_errors();
    page.devtools("Network.enable", serde_json::json!({})).await?;
    page.devtools("Network.setBlockedURLs", serde_json::json!({ "urls": ["*.wasm"] })).await?;
    page.open("").await?;
    page.wait_text("#boot", "The lab could not start").await?;
    page.axe().await?;

    page.devtools("Network.setBlockedURLs", serde_json::json!({ "urls": [] })).await?;
    page.click_named("button", "Load the page again").await?;
    page.wait_for("h1").await
}
