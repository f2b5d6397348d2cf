//! How long an edit takes in the real page, how fast many lives are counted, and how much a first visit loads: `cargo xtask bench`.
//!
//! An edit is measured on the main thread, from just before a field's `input` event until the frame that shows what
//! follows from it has been painted. The event is sent in an animation frame's callback; a message that is posted there
//! arrives after that frame's style, layout and paint.

mod scenario;
mod society;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Outcome, Page, alone, file_in};
use crate::lab::points_of;
use scenario::{EDITED, Size, scenario};

const SIZES: [(Size, usize); 2] = [
    (Size { rules: 24, events: 200, subjects: 3, years: 5 }, 200),
    (Size { rules: 200, events: 5_000, subjects: 12, years: 10 }, 50),
];

/// The questions below the lab, in the order of their tabs.
const QUESTIONS: [&str; 6] = ["what made it", "what would change it", "way back", "letter", "review", "principles"];

/// Edits that are not counted: the browser compiles what it runs often.
const WARM_UP: usize = 10;
/// Edits of one call. A script must not take longer than half a minute.
const AT_ONCE: usize = 25;

/// Edits one field so many times; answers with the milliseconds of each and how many different lives were shown.
const EDITS: &str = "
    const [css, n, first] = arguments;
    const done = arguments[arguments.length - 1];
    const field = document.querySelector(css);
    const channel = new MessageChannel();
    const times = [];
    const lives = new Set();
    const rest = () => new Promise(resolve => setTimeout(resolve, 50));
    const edit = text => new Promise(resolve => requestAnimationFrame(() => {
        const start = performance.now();
        channel.port1.onmessage = () => {
            const end = performance.now();
            performance.measure('edit to paint', { start, end });
            resolve(end - start);
        };
        channel.port2.postMessage(null);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }));
    (async () => {
        field.focus();
        for (let nth = first; nth < first + n; nth += 1) {
            times.push(await edit(String(nth % 41 - 30)));
            lives.add(document.querySelector('.why-standing').textContent);
            await rest();
        }
        done({ times, lives: lives.size });
    })();
";

/// Sizes of files as a web server may send them.
const PACKED: &str = "
    const { gzipSync, brotliCompressSync } = require('zlib');
    const { readFileSync } = require('fs');
    const sums = process.argv.slice(1).map(file => readFileSync(file))
        .reduce((sums, it) => [sums[0] + gzipSync(it, { level: 9 }).length, sums[1] + brotliCompressSync(it).length], [0, 0]);
    console.log(JSON.stringify(sums));
";

/// Measures and prints Markdown.
pub fn measure(args: &[String]) -> Outcome {
    if let Some(arg) = args.first() {
        return Err(format!("`bench` does not know `{arg}`").into());
    }
    alone(async |page| {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        println!("\nFrom an edit to the painted frame, in {} on {cores} cores:\n", browser(page));
        println!("| scenario | open below the lab | edits | p50 | p95 | longest |\n|---|---|---:|---:|---:|---:|");
        for (size, edits) in SIZES {
            open(page, size).await?;
            measured(page, size, edits, "nothing").await?;
        }
        // The questions: all that an edit changes on the page at once. Searches begin when the edits rest.
        open(page, SIZES[0].0).await?;
        for (at, name) in QUESTIONS.iter().enumerate() {
            page.click(&format!("#ask-tab-{at}")).await?;
            page.settle().await?;
            measured(page, SIZES[0].0, AT_ONCE * 2, name).await?;
        }
        society::measure(page).await?;
        first_visit(page).await
    })
}

/// Measures edits, and prints a row.
async fn measured(page: &Page, size: Size, edits: usize, below: &str) -> Outcome {
    let mut times = edited(page, edits).await?;
    times.sort_by(f64::total_cmp);
    let Size { rules, events, subjects, .. } = size;
    let [p50, p95, longest] = [0.5, 0.95, 1.0].map(|share| quantile(&times, share));
    println!(
        "| {rules} rules, {events} events, {subjects} subjects | {below} | {edits} | {p50:.1} ms | {p95:.1} ms | {longest:.1} ms |"
    );
    Ok(())
}

/// Opens a scenario of a size.
async fn open(page: &Page, size: Size) -> Outcome {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{}.json", size.rules));
    let scenario = scenario(size);
    fs::write(&file, scenario.to_string())?;
    page.open("#/lab").await?;
    page.open_share_dialog().await?;
    page.upload("dialog input[type=file]", &file).await?;
    page.wait_gone("dialog[open]").await?;
    page.wait_text(".lab-page h1", scenario["title"].as_str().unwrap_or_default()).await?;
    page.is_fresh().await?;
    page.settle().await
}

/// The times of edits of the points of one rule.
async fn edited(page: &Page, edits: usize) -> Outcome<Vec<f64>> {
    let field = points_of(EDITED);
    page.find(&field).await?;
    run(page, &field, 0, WARM_UP).await?;
    let mut times = Vec::new();
    while times.len() < edits {
        let (first, n) = (WARM_UP + times.len(), AT_ONCE.min(edits - times.len()));
        times.extend(run(page, &field, first, n).await?);
    }
    Ok(times)
}

async fn run(page: &Page, field: &str, first: usize, n: usize) -> Outcome<Vec<f64>> {
    let answer = page.client.execute_async(EDITS, vec![json!(field), json!(n), json!(first)]).await?;
    let lives = answer["lives"].as_u64().unwrap_or_default();
    if lives * 2 < n as u64 {
        return Err(format!("{n} edits showed {lives} different lives: nothing was measured").into());
    }
    Ok(serde_json::from_value(answer["times"].clone())?)
}

/// The smallest time that so large a share of them do not exceed.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or_default()
}

/// Requests and bytes of a visitor who comes for the first time.
async fn first_visit(page: &Page) -> Outcome {
    page.open("").await?;
    let script = "return performance.getEntriesByType('resource').map(it => it.name)";
    let files: Vec<String> = serde_json::from_value(page.script(script, vec![]).await?)?;
    let dist = file_in("DIST")?;
    let names = files.iter().filter_map(|it| it.strip_prefix(&page.address)).chain(["index.html"]);
    let files: Vec<_> = names.map(|it| dist.join(it.split('?').next().unwrap_or(it))).collect();
    let plain: u64 = files.iter().filter_map(|it| Some(fs::metadata(it).ok()?.len())).sum();
    let packed = Command::new("node").args(["-e", PACKED]).args(&files).output().ok();
    let packed: Option<[u64; 2]> = packed.and_then(|it| serde_json::from_slice(&it.stdout).ok());
    let shown = |bytes: Option<u64>| bytes.map_or_else(|| "?".to_owned(), |it| format!("{:.1} kB", it as f64 / 1000.0));
    println!("\nA first visit:\n\n| requests | plain | gzip | brotli |\n|---:|---:|---:|---:|");
    println!(
        "| {} | {} | {} | {} |\n",
        files.len(),
        shown(Some(plain)),
        shown(packed.map(|it| it[0])),
        shown(packed.map(|it| it[1]))
    );
    Ok(())
}

fn browser(page: &Page) -> String {
    let word = |name: &str| {
        let found = page.client.capabilities().and_then(|it| it.get(name)).and_then(Value::as_str);
        found.unwrap_or("a browser").to_owned()
    };
    format!("{} {}", word("browserName"), word("browserVersion"))
}
