//! Scenarios as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const FILE: &str = "dialog input[type=file]";

/// An empty folder of a journey's own.
fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The file that arrives in a folder.
async fn arrived(folder: &Path) -> Outcome<PathBuf> {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let files = fs::read_dir(folder)?.filter_map(|it| Some(it.ok()?.path()));
        if let Some(file) = files.into_iter().find(|it| it.extension().is_some_and(|it| it == "json")) {
            return Ok(file);
        }
        if Instant::now() > deadline {
            return Err("no file was saved".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
}

/// A file holds the open scenario with its edits, and opens again as the same.
pub async fn a_saved_file_opens_again(page: &Page) -> Outcome {
    let folder = folder("saved-file")?;
    page.download_into(&folder).await?;
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.wait_text(".why-standing", "896 points").await?;
    let work = page.picture_now().await?;
    page.open_share_dialog().await?;
    page.click_named("dialog[open] button", "Download as a file").await?;
    let file = arrived(&folder).await?;
    let saved: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;

    let link = page.value("#share-url").await?;
    let payload = link.split("s=").nth(1).unwrap_or_default();
    let script = "
        const lab = window.socialCreditLab;
        return [lab.decodeLink(arguments[0]), lab.evaluate(arguments[1])]
    ";
    let answer = page.script(script, vec![json!(payload), json!(saved.to_string())]).await?;
    let decoded: Value = serde_json::from_str(answer[0].as_str().unwrap_or_default())?;
    assert_eq!(decoded, saved, "link and file hold the same");
    let report: Value = serde_json::from_str(answer[1].as_str().unwrap_or_default())?;
    assert_eq!(report["ok"], true);
    let mei = report["subjects"].as_array().and_then(|it| it.iter().find(|it| it["id"] == "mei")).cloned();
    let course = mei.as_ref().and_then(|it| it["course"].as_array()).and_then(|it| it.last()).cloned();
    assert_eq!(course.map(|it| it["score"].clone()), Some(json!(896)));

    page.open_preset("blank").await?;
    page.open_share_dialog().await?;
    page.upload(FILE, &file).await?;
    page.wait_gone("dialog[open]").await?;
    page.announced("“Rongcheng: the older rulebook” is open.").await?;
    // The file is the beginning now, so nothing is drawn as it was before.
    let opened = page.picture_now().await?;
    assert_eq!(opened.differs_from(&work), ["drawing"]);
    page.changes_counted(0).await?;
    page.undo().await?;
    page.wait_text(".lab-page h1", "A blank rulebook").await
}

/// A file that is no scenario is refused with the place of its fault, and nothing else changes.
pub async fn a_broken_file_is_refused_with_its_place(page: &Page) -> Outcome {
    let folder = folder("broken-files")?;
    page.open_preset("blank").await?;
    let before = page.picture_now().await?;
    page.open_share_dialog().await?;
    let preset = social_credit_lab::scenario::presets::latest("blank").ok_or("there is no blank preset")?.json;
    let cases = [
        ("cut.json", preset[..preset.len() / 2].to_owned(), "This is not valid JSON: line"),
        ("shape.json", preset.replace("\"amount\": -10", "\"amount\": \"many\""), "rulebook/rules/"),
        ("newer.json", preset.replace("\"version\": 1", "\"version\": 7"), "saved by a newer lab (version 7)"),
        ("text.json", "Dear diary".to_owned(), "This is not valid JSON: line 1"),
    ];
    for (name, text, words) in cases {
        let file = folder.join(name);
        fs::write(&file, text)?;
        page.upload(FILE, &file).await?;
        page.wait_text("dialog[open] [role=alert]", words).await?;
    }
    let large = folder.join("large.json");
    fs::write(&large, " ".repeat(5 << 20))?;
    page.upload(FILE, &large).await?;
    page.wait_text("dialog[open] [role=alert]", "too large").await?;
    page.press("Escape").await?;
    page.shows_again(&before).await
}
