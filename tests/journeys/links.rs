//! Links and addresses: old, broken, hostile, noisy.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use social_credit_lab::scenario::link::decode;
use social_credit_lab::scenario::lower;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

fn golden(name: &str) -> Outcome<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/links").join(name);
    Ok(fs::read_to_string(file)?.trim().to_owned())
}

/// Whatever is wrong with a link, the page says it in words, offers the way on, and keeps the reader's work.
pub async fn broken_links_are_explained(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.wait_text(".why-standing", "896 points").await?;

    let whole = golden("from-scratch.txt")?;
    let bomb = format!("1.{}", BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec(&vec![b' '; 2 << 20], 9)));
    let cases = [
        (String::new(), "The link holds no scenario."),
        ("hello".to_owned(), "does not begin as links of this lab do"),
        ("2.abc".to_owned(), "made with a newer lab"),
        ("1.???".to_owned(), "The link is damaged"),
        (whole[..whole.len() / 2].to_owned(), "The link is damaged"),
        (format!("1.{}", "A".repeat(70_000)), "The link has 70002 characters"),
        (bomb, "unpacks to more than a scenario can hold"),
    ];
    for (payload, words) in cases {
        page.go_to(&format!("#/lab?s={payload}")).await?;
        page.wait_text("#main h1", "This link cannot be opened").await?;
        page.wait_text("#main .notice", words).await?;
        page.wait_text("#main", "Your own drafts are untouched.").await?;
    }
    page.axe().await?;
    page.click_named("#main a", "Go to the lab").await?;
    page.wait_text(".why-standing", "896 points").await?;
    page.undo().await?;
    page.wait_text(".why-standing", "956 points").await?;

    page.open("#/lab?s=1.broken").await?;
    page.wait_text("#main h1", "This link cannot be opened").await?;
    page.click_named("#main a", "Go to the start").await?;
    page.wait_for(".toy-finding").await
}

/// Every link that was ever shared opens as what it was.
pub async fn old_links_open(page: &Page) -> Outcome {
    page.open("").await?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/links");
    let mut names: Vec<String> =
        fs::read_dir(folder)?.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect();
    names.retain(|it| it.ends_with(".txt") && it != "slots.txt");
    names.sort();
    assert!(names.len() > 12, "{names:?}");
    for name in names {
        let link = golden(&name)?;
        let shared = decode(&link).map_err(|error| format!("{name}: {error:?}"))?;
        page.go_to(&format!("#/lab?s={link}")).await?;
        page.wait_text(".lab-page h1", &shared.scenario.title).await?;
        if lower(&shared.scenario).is_ok() {
            page.is_fresh().await?;
        }
        if let Some(subject) = shared.view.subject {
            let name = shared.scenario.cast.iter().find(|it| it.id == subject).map(|it| it.name.clone());
            page.wait_text(".subjects [aria-pressed=true]", &name.unwrap_or_default()).await?;
        }
    }
    Ok(())
}

/// An address that means nothing says so; what chats add to an address does no harm.
pub async fn strange_addresses_lead_somewhere(page: &Page) -> Outcome {
    page.open("#/nowhere/at-all").await?;
    page.wait_text("#main h1", "No such page").await?;
    page.wait_text("#main", "/nowhere/at-all").await?;
    page.axe().await?;
    page.click_named("#main a", "Go to Home").await?;
    page.wait_for(".toy-finding").await?;

    let link = golden("three-edits.txt")?;
    page.open(&format!("?utm_source=chat#/lab?utm_source=chat&s={link}&fbclid=x")).await?;
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.open(&format!("#/lab?s={link}%29.")).await?;
    page.wait_for("#main h1").await?;
    page.open("#/lab?preset=no-such-preset").await?;
    page.wait_for(".lab-page h1").await?;
    page.open("#/lab?preset=%3Cscript%3Ealert(1)%3C/script%3E&s").await?;
    page.wait_for("#main h1").await
}
