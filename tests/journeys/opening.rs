//! The first seconds of a visit.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::folder;
use crate::harness::{Outcome, Page, Site, file_in};

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

/// A copy of the page, of which something may be changed.
fn copy_of_the_page(name: &str) -> Outcome<PathBuf> {
    let copy = folder(name)?;
    copy_all(&file_in("DIST")?, &copy)?;
    Ok(copy)
}

fn copy_all(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?.path();
        let there = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            fs::create_dir_all(&there)?;
            copy_all(&entry, &there)?;
        } else {
            fs::copy(&entry, &there)?;
        }
    }
    Ok(())
}

/// The file of the page that begins and ends like this.
fn file_of(page: &Path, begins: &str, ends: &str) -> Outcome<PathBuf> {
    let fits = |it: &PathBuf| {
        let name = it.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        name.starts_with(begins) && name.ends_with(ends)
    };
    let mut files = fs::read_dir(page)?.filter_map(|it| Some(it.ok()?.path()));
    files.find(fits).ok_or_else(|| format!("there is no {begins}…{ends}").into())
}

/// What came instead of the program decides what the page says: a filter's page, a part, or bytes of another time.
pub async fn what_came_instead_of_the_program_is_told(page: &Page) -> Outcome {
    page.forgive_console_errors();
    let copy = copy_of_the_page("not-the-program")?;
    let site = Site::start(copy.clone())?;
    let (wasm, js) = (file_of(&copy, "app", "_bg.wasm")?, file_of(&copy, "app", ".js")?);
    let (program, script) = (fs::read(&wasm)?, fs::read(&js)?);
    let blocked = b"<!doctype html><title>Blocked</title><h1>Blocked by your school</h1>".to_vec();
    let newer = [b"\0asm\x01\0\0\0".as_slice(), &[1, 2, 1, 0x77]].concat();
    let cases = [
        (&wasm, blocked.clone(), "Something between you and this page"),
        (&js, blocked, "Something between you and this page"),
        (&wasm, program[..program.len() / 2].to_vec(), "Only a part of the program arrived"),
        (&wasm, newer, "This browser is too old"),
        (&wasm, Vec::new(), "Something between you and this page"),
    ];
    for (file, bytes, words) in cases {
        fs::write(file, bytes)?;
        page.client.goto("about:blank").await?;
        page.client.goto(&site.address).await?;
        page.wait_text("#boot.boot-failed", words).await?;
        fs::write(&wasm, &program)?;
        fs::write(&js, &script)?;
    }
    page.axe().await?;
    page.click_named("button", "Load the page again").await?;
    page.wait_gone("#boot").await
}

/// Where no script runs, the page says what to do all the same: as a file, in a frame that is locked up, without its
/// own script, and without scripts and style sheet.
pub async fn without_its_script_the_page_is_not_blank(page: &Page) -> Outcome {
    page.forgive_console_errors();
    let copy = copy_of_the_page("no-script")?;
    let site = Site::start(copy.clone())?;
    page.client.goto("about:blank").await?;
    page.client.goto(&format!("file://{}", copy.join("index.html").display())).await?;
    page.wait_for(".boot-late").await?;

    let frame = "<!doctype html><title>t</title><iframe sandbox='allow-scripts' src='./index.html' width='900' height='600'></iframe>";
    fs::write(copy.join("frame.html"), frame)?;
    page.client.goto(&format!("{}frame.html", site.address)).await?;
    page.client.enter_frame(0).await?;
    page.wait_for(".boot-late").await?;
    page.client.enter_parent_frame().await?;

    fs::remove_file(copy.join("boot.js"))?;
    page.client.goto("about:blank").await?;
    page.client.goto(&site.address).await?;
    let is_seen = "return document.querySelector('.boot-late').checkVisibility({ visibilityProperty: true })";
    assert_eq!(page.script(is_seen, vec![]).await?, false, "not before it is late");
    page.wait_for(".boot-late").await?;

    fs::remove_file(file_of(&copy, "layout", ".css")?)?;
    page.client.goto("about:blank").await?;
    page.client.goto(&site.address).await?;
    assert_eq!(page.script(is_seen, vec![]).await?, true);
    Ok(())
}

/// The page starts in a frame of another page.
pub async fn the_page_starts_inside_a_frame(page: &Page) -> Outcome {
    // The page around it has no icon.
    page.forgive_console_errors();
    let copy = copy_of_the_page("framed")?;
    let site = Site::start(copy.clone())?;
    let frame = "<!doctype html><title>t</title><iframe sandbox='allow-scripts allow-same-origin' src='./index.html' width='900' height='600'></iframe>";
    fs::write(copy.join("frame.html"), frame)?;
    page.client.goto(&format!("{}frame.html", site.address)).await?;
    page.client.enter_frame(0).await?;
    page.wait_for("#main h1").await?;
    page.wait_gone("#boot").await?;
    page.client.enter_parent_frame().await?;
    Ok(())
}
