//! Scenarios as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use social_credit_lab::scenario::mark::on_its_own;
use social_credit_lab::scenario::presets::latest;
use social_credit_lab::scenario::read;
use tokio::time::sleep;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const FILE: &str = "dialog input[type=file]";

/// An empty folder of a journey's own.
pub fn folder(name: &str) -> Outcome<PathBuf> {
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
    let folder = folder(&format!("saved-file-{:?}", page.browser()))?;
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
    // Who opens the link compares with the preset that it names; the file stands alone, so it declares what was changed.
    let read = |text: &str| read(text).map_err(|it| format!("{it:?}"));
    let decoded = read(answer[0].as_str().unwrap_or_default())?;
    let preset = latest("rongcheng-rules").ok_or("the preset is gone")?.scenario().map_err(|it| format!("{it:?}"))?;
    assert_eq!(on_its_own(&decoded, &preset), read(&saved.to_string())?, "link and file hold the same");
    assert_ne!(decoded, read(&saved.to_string())?);
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
    let preset = latest("blank").ok_or("there is no blank preset")?.json;
    let cases = [
        ("cut.json", preset[..preset.len() / 2].to_owned(), "This is not valid JSON: line"),
        ("shape.json", preset.replace("\"amount\": -10", "\"amount\": \"many\""), "rulebook/rules/"),
        ("newer.json", preset.replace("\"version\": 1", "\"version\": 7"), "saved by a newer lab (version 7)"),
        ("text.json", "Dear diary".to_owned(), "This is not valid JSON: line 1"),
        ("empty.json", String::new(), "This file is empty."),
        ("page.json", "<!doctype html><title>Sign in</title>".to_owned(), "This is a web page"),
        ("day.json", preset.replace("2025-05-06", "06/05/2025"), "Write 2025-05-06 or 2025-06-05"),
    ];
    for (name, text, words) in cases {
        let file = folder.join(name);
        fs::write(&file, text)?;
        page.upload(FILE, &file).await?;
        page.wait_text("dialog[open] [role=alert]", words).await?;
    }
    let other_letters = folder.join("letters.json");
    fs::write(&other_letters, [b"{ \"title\": \"J\xf6rg\" }".as_slice()].concat())?;
    page.upload(FILE, &other_letters).await?;
    page.wait_text("dialog[open] [role=alert]", "not saved as UTF-8").await?;
    let large = folder.join("large.json");
    fs::write(&large, " ".repeat(5 << 20))?;
    page.upload(FILE, &large).await?;
    page.wait_text("dialog[open] [role=alert]", "too large").await?;
    page.press("Escape").await?;
    page.shows_again(&before).await
}

/// Drags files over an element and drops them there. Each is a name and a text. Answers whether the page took them, or
/// the browser would have left it for them.
const DROP: &str = "
    const [css, files, drops] = arguments;
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([text], name));
    const send = kind => {
        const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer });
        return !document.querySelector(css).dispatchEvent(event);
    };
    const taken = ['dragenter', 'dragover'].map(send);
    return (drops ? [...taken, send('drop')] : taken).every(it => it);
";

/// A file that is dropped anywhere opens, with a hint while it is dragged; anything else gets a sentence.
pub async fn a_file_is_dropped_anywhere(page: &Page) -> Outcome {
    let preset = latest("blank").ok_or("there is no blank preset")?.json;
    let drop = async |css: &str, files: Value, drops: bool| -> Outcome {
        let taken = page.script(DROP, vec![json!(css), files, json!(drops)]).await?;
        assert_eq!(taken, true, "the browser would leave the page for what was dropped on {css}");
        Ok(())
    };
    for (at, (route, css)) in
        [("#/", "main"), ("#/record", "body"), ("#/society", ".topbar"), ("#/learn", "h1"), ("#/lab", "main")]
            .into_iter()
            .enumerate()
    {
        page.open(route).await?;
        page.wait_for("h1").await?;
        let title = format!("Dropped {at}");
        let file = json!([["my scenario.json", preset.replace("A blank rulebook", &title)]]);
        drop(css, file.clone(), false).await?;
        page.wait_text(".drop-hint", "Drop the file").await?;
        page.wait_for(".drop-hint").await?;
        drop(css, file, true).await?;
        page.wait_text(".lab-page h1", &title).await?;
        page.wait_gone(".drop-hint").await?;
    }

    page.open_share_dialog().await?;
    let wrong = [
        (json!([["a.json", "{}"], ["b.json", "{}"]]), "Drop one at a time"),
        (json!([["a.json", ""]]), "This file is empty."),
        (json!([["holiday.png", "\u{89}PNG"]]), "not valid JSON"),
        (json!([["table.csv", "a,b,c\n1,2,3\n"]]), "This is a table"),
    ];
    for (files, words) in wrong {
        drop("dialog[open]", files, true).await?;
        page.wait_text(".drop-hint + dialog [role=alert]", words).await?;
    }
    page.axe().await?;
    page.press("Escape").await?;
    // On the open dialog, too; it was about the document before.
    let file = json!([["again.json", preset.replace("A blank rulebook", "On a dialog")]]);
    drop("dialog[open]", file, true).await?;
    page.wait_gone("dialog[open]").await?;
    page.wait_text(".lab-page h1", "On a dialog").await?;
    // A text that is dragged within the page is left to the browser.
    let text = "
        const transfer = new DataTransfer();
        transfer.setData('text/plain', 'words');
        const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: transfer });
        return document.body.dispatchEvent(event);
    ";
    assert_eq!(page.script(text, vec![]).await?, true);
    Ok(())
}

/// The saved file bears its title, whatever the script.
pub async fn a_file_bears_its_title(page: &Page) -> Outcome {
    let folder = folder(&format!("titled-{:?}", page.browser()))?;
    page.download_into(&folder).await?;
    let preset = latest("blank").ok_or("there is no blank preset")?.json;
    page.open("#/lab").await?;
    let file = json!([["x.json", preset.replace("A blank rulebook", "荣成：旧规则 Βαθμοί")]]);
    page.script(DROP, vec![json!("body"), file, json!(true)]).await?;
    page.wait_text(".lab-page h1", "荣成").await?;
    page.open_share_dialog().await?;
    page.click_named("dialog[open] button", "Download as a file").await?;
    let name = arrived(&folder).await?.file_name().map(|it| it.to_string_lossy().into_owned());
    assert_eq!(name.as_deref(), Some("荣成-旧规则-βαθμοί.json"));
    Ok(())
}

/// A table is copied for spreadsheets and for documents, and saved in both forms.
pub async fn a_table_is_taken_away(page: &Page) -> Outcome {
    let folder = folder("tables")?;
    page.download_into(&folder).await?;
    page.open_preset("rongcheng-rules").await?;
    page.click_named("summary", "Table of this chart").await?;
    page.allow_clipboard().await?;
    page.click_named("button", "Copy the table").await?;
    page.wait_text("details[open] [role=status]", "Copied").await?;
    let read = "
        const done = arguments[0];
        (async () => {
            const [item] = await navigator.clipboard.read();
            const forms = await Promise.all(['text/plain', 'text/html'].map(async it => (await item.getType(it)).text()));
            done(forms);
        })().catch(error => done([String(error), '']));
    ";
    let forms: Vec<String> = serde_json::from_value(page.client.execute_async(read, vec![]).await?)?;
    assert!(forms[0].starts_with("Day\tScore\tBand\tChange\t"), "{}", forms[0]);
    assert!(forms[1].contains("<th>Day</th><th>Score</th>"), "{}", forms[1]);

    page.click_named("button", "CSV with ; and decimal comma").await?;
    let deadline = Instant::now() + Duration::from_secs(10);
    let text = loop {
        let mut files = fs::read_dir(&folder)?.filter_map(|it| Some(it.ok()?.path()));
        match files.find(|it| it.extension().is_some_and(|it| it == "csv")) {
            Some(file) => break fs::read_to_string(file)?,
            None if Instant::now() > deadline => return Err("no table was saved".into()),
            None => sleep(Duration::from_millis(50)).await,
        }
    };
    assert!(text.starts_with("\u{feff}Day;Score;Band;Change;"), "{text}");
    Ok(())
}
