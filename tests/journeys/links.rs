//! Links and addresses: old, broken, hostile, noisy.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use serde_json::json;
use social_credit_lab::editor::guard::digest;
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
        leaves_the_document_alone(page).await?;
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

/// Where the open document is not seen, nothing takes its steps back, and nothing shares it.
async fn leaves_the_document_alone(page: &Page) -> Outcome {
    assert_eq!(page.count(".toptools :is([aria-label^='Undo'], [aria-label^='Redo'], .btn-primary)").await?, 0);
    page.press("Control+z").await?;
    page.press("Control+y").await
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
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.open("#/lab?preset=%3Cscript%3Ealert(1)%3C/script%3E&s").await?;
    page.wait_text("#main .notice", "There is no preset called “<script>alert(1)</script>”.").await
}

/// One address, one document: after Back, Forward, a reload and the same link again, with and without own changes.
pub async fn an_address_shows_what_it_names(page: &Page) -> Outcome {
    let link = format!("#/lab?s={}", golden("three-edits.txt")?);
    page.open(&link).await?;
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.wait_text(".visitor-notice", "as it was sent to you").await?;
    page.go_to("#/lab?preset=suining-2010").await?;
    page.wait_text(".lab-page h1", "Suining 2010").await?;
    page.wait_gone(".visitor-notice").await?;
    page.client.back().await?;
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.wait_text(".visitor-notice", "as it was sent to you").await?;
    let sent = page.value(&points_of("late-bill")).await?;

    page.fill(&points_of("late-bill"), "-77").await?;
    page.wait_text(".visitor-notice", "You changed this").await?;
    page.client.forward().await?;
    page.wait_text(".lab-page h1", "Suining 2010").await?;
    page.client.back().await?;
    own(page).await?;
    page.reload().await?;
    own(page).await?;
    page.go_to("#/record").await?;
    page.go_to(&link).await?;
    own(page).await?;
    page.axe().await?;

    page.click_named(".visitor-notice button", "Show it as it was sent").await?;
    page.wait_text(".visitor-notice", "as it was sent to you").await?;
    shows_points(page, &sent).await?;
    page.undo().await?;
    own(page).await?;
    // Taking back more than was done here leads away from the link, and the address says so.
    page.undo().await?;
    page.wait_text(".lab-page h1", "Suining 2010").await?;
    page.wait_until("the link is no longer named", "return location.hash === '#/lab'", vec![]).await
}

/// The reader's own version of the link is open, and the page says so.
async fn own(page: &Page) -> Outcome {
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.wait_text(".visitor-notice", "You changed this").await?;
    shows_points(page, "−77").await
}

async fn shows_points(page: &Page, points: &str) -> Outcome {
    let script = "return document.querySelector(arguments[0])?.value === arguments[1]";
    page.wait_until(&format!("{points} points"), script, vec![json!(points_of("late-bill")), json!(points)]).await
}

/// Addresses as people and programs write them open; what nobody knows is said, and nothing is put in its place.
pub async fn addresses_are_forgiven_or_said(page: &Page) -> Outcome {
    let link = golden("three-edits.txt")?;
    for address in [
        format!("#/lab?s%3D{link}"),
        format!("#/lab?S={link}"),
        format!("#/lab?utm_source=x&amp;s={link}"),
        format!("#/Lab?s={link}%E2%80%9D"),
        format!(
            "#/lab?s={}",
            link.as_bytes().chunks(30).map(String::from_utf8_lossy).collect::<Vec<_>>().join("%0D%0A%3E%20")
        ),
    ] {
        page.open(&address).await?;
        page.wait_text(".visitor-notice", "as it was sent to you").await?;
        page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    }
    page.open("#/lab?preset=Blank.").await?;
    page.wait_text(".lab-page h1", "A blank rulebook").await?;
    page.fill(&points_of("late-bill"), "-44").await?;
    page.go_to("#/lab?preset=suining").await?;
    page.wait_text("#main .notice", "There is no preset called “suining”.").await?;
    page.axe().await?;
    page.click_with("#main li a", "Suining").await?;
    page.wait_text(".lab-page h1", "Suining 2010").await?;
    page.go_to("#/lab?preset=nosuch").await?;
    page.wait_text("#main", "Nothing was opened in its place.").await?;
    leaves_the_document_alone(page).await?;
    page.go_to("#/lab?preset=blank").await?;
    shows_points(page, "−44").await?;
    page.wait_text(".visitor-notice", "You changed this").await?;

    page.go_to("#/compare?with=Open%2CCredit-Bureau,credit-burau").await?;
    page.wait_text(".compare-page .notice", "There is no rulebook called “credit-burau”. Did you mean credit-bureau?")
        .await?;
    page.wait_until("two are compared", "return document.querySelectorAll('.compare-slot').length === 2", vec![])
        .await?;
    page.go_to("#/Learn/Twelve-Points/By-Hand.").await?;
    page.wait_for("article.lesson h1").await?;
    page.go_to("#/record?at=fact-nosuch").await?;
    page.wait_text(".app > .notice", "The address points to “fact-nosuch”").await?;
    page.go_to("#/recrod").await?;
    page.click_named("#main a", "#/record").await?;
    page.wait_gone(".app > .notice").await
}

/// A link that did not get up the last time is not opened again unasked.
pub async fn a_link_that_froze_is_not_opened_again(page: &Page) -> Outcome {
    let link = golden("three-edits.txt")?;
    page.open("#/about").await?;
    let note = format!("link-{:x} 1000", digest(&link));
    page.script("sessionStorage.setItem('scl.opening', arguments[0])", vec![json!(note)]).await?;
    page.open(&format!("#/lab?s={link}")).await?;
    page.wait_text("#main h1", "This link was not opened again").await?;
    leaves_the_document_alone(page).await?;
    page.axe().await?;
    page.reload().await?;
    page.wait_text("#main h1", "This link was not opened again").await?;
    page.click_named("#main a", "Go to the lab").await?;
    page.wait_for(".lab-page h1").await?;
    page.client.back().await?;
    page.click_named("#main button", "Open it anyway").await?;
    page.wait_text(".visitor-notice", "as it was sent to you").await?;
    let noted = "return sessionStorage.getItem('scl.opening') === null && localStorage.getItem('scl.opening') === null";
    page.wait_until("the opening has ended", noted, vec![]).await?;
    page.reload().await?;
    page.wait_text(".visitor-notice", "as it was sent to you").await
}
