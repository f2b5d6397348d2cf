//! Many lives in the real page: how soon there is something to see, how fast a worker is, and whether the page can
//! still be used meanwhile.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use social_credit_lab::scenario::presets;

use crate::harness::{Outcome, Page};

/// A page that is opened or an edit that is made, until the frame with the new figures was painted; in milliseconds.
const FIRST: &str = "
    const [field, text] = arguments;
    const done = arguments[arguments.length - 1];
    const start = performance.now();
    const main = () => document.querySelector('.society-main');
    let old = !!field;
    const there = () => {
        const it = main();
        if (!it || !it.querySelector('.town-dots > i') || !it.querySelector('.groups-row')) return false;
        if (it.classList.contains('is-stale')) { old = false; return false; }
        return !old;
    };
    const look = () => requestAnimationFrame(() => there()
        ? setTimeout(() => done(performance.now() - start))
        : performance.now() - start > 25000 ? done(null) : look());
    if (field) {
        const input = document.querySelector(field);
        input.focus();
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
        location.hash = '#/society';
    }
    look();
";

/// One replicate in one worker, as the page asks for it; in milliseconds, several times.
const WORKER: &str = "
    const [scenario, to, runs] = arguments;
    const done = arguments[arguments.length - 1];
    const worker = new Worker('worker_loader.js', { type: 'module' });
    const times = [];
    let start = 0;
    const send = order => worker.postMessage(JSON.stringify(order));
    const ask = replicate => {
        start = performance.now();
        send({ compute: { asker: 1, number: replicate + 1, request: { society: { replicate, from: 0, to } } } });
    };
    worker.onerror = () => done(null);
    worker.onmessage = ({ data }) => {
        const reply = JSON.parse(data);
        if (reply.ready) {
            send({ scenario });
            ask(0);
        } else if (reply.step.step.done) {
            times.push(performance.now() - start);
            if (times.length < runs) return ask(times.length);
            worker.terminate();
            done({ times, bytes: data.length });
        }
    };
";

/// Watches the main thread for some seconds; answers with the longest task and the longest time without a frame.
const LONGEST: &str = "
    const [ms] = arguments;
    const done = arguments[arguments.length - 1];
    let task = 0, tasks = 0, gap = 0, last = performance.now();
    const observer = new PerformanceObserver(list => list.getEntries().forEach(it => {
        task = Math.max(task, it.duration);
        tasks += 1;
    }));
    observer.observe({ type: 'longtask' });
    const end = last + ms;
    const frame = now => {
        gap = Math.max(gap, now - last);
        last = now;
        if (now < end) return requestAnimationFrame(frame);
        observer.disconnect();
        done({ task, tasks, gap, words: document.querySelector('#society-progress')?.textContent ?? '' });
    };
    requestAnimationFrame(now => { last = now; frame(now); });
";

const PRESETS: [&str; 2] = ["popular-picture", "rongcheng-rules"];
const PEOPLE: u64 = 10_000;
const MONTHS: u64 = 60;
/// How many live in a neighbourhood of the town.
const NEIGHBOURHOOD: u64 = 40;
const RUNS: usize = 4;

/// Measures and prints Markdown.
pub async fn measure(page: &Page) -> Outcome {
    println!("\nMany lives, {PEOPLE} people for {MONTHS} months:\n");
    println!(
        "| rulebook | opened → first picture | edited → first picture | one worker | answer |\n|---|---:|---:|---:|---:|"
    );
    for id in PRESETS {
        let scenario = sized(id, PEOPLE, 20);
        upload(page, &scenario).await?;
        let opened = first(page, "", "").await?;
        page.settle().await?;
        let edited = first(page, "#society-people", &(PEOPLE + 40).to_string()).await?;
        let (speed, bytes) = worker(page, &scenario).await?;
        println!(
            "| {id} | {opened:.0} ms | {edited:.0} ms | {speed:.1} million person-months a second | {bytes} bytes |"
        );
    }
    println!("\nThe main thread while 100,000 people are counted 20 times:\n");
    println!(
        "| rulebook | longest task | tasks over 50 ms | longest time without a frame | then |\n|---|---:|---:|---:|---|"
    );
    for id in PRESETS {
        upload(page, &sized(id, 100_000, 20)).await?;
        page.go_to("#/society").await?;
        page.wait_for("#society-progress").await?;
        let it = page.client.execute_async(LONGEST, vec![json!(8_000)]).await?;
        let number = |name: &str| it[name].as_f64().unwrap_or_default();
        let words = it["words"].as_str().unwrap_or_default();
        println!("| {id} | {:.0} ms | {} | {:.0} ms | {words} |", number("task"), it["tasks"], number("gap"));
    }
    Ok(())
}

/// A preset with so many people.
fn sized(id: &str, people: u64, replicates: u64) -> Value {
    let json = presets::latest(id).map_or("{}", |it| it.json);
    let mut scenario: Value = serde_json::from_str(json).unwrap_or_default();
    scenario["society"] = json!({ "people": people, "months": MONTHS, "replicates": replicates });
    scenario
}

async fn upload(page: &Page, scenario: &Value) -> Outcome {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-society.json");
    fs::write(&file, scenario.to_string())?;
    page.open("#/lab").await?;
    page.open_share_dialog().await?;
    page.upload("dialog input[type=file]", &file).await?;
    page.wait_gone("dialog[open]").await?;
    page.wait_text(".lab-page h1", scenario["title"].as_str().unwrap_or_default()).await?;
    page.settle().await
}

async fn first(page: &Page, field: &str, text: &str) -> Outcome<f64> {
    let answer = page.client.execute_async(FIRST, vec![json!(field), json!(text)]).await?;
    answer.as_f64().ok_or_else(|| "there was no picture of the many lives in 25 seconds".into())
}

/// Million person-months a second in one worker, and the size of an answer.
async fn worker(page: &Page, scenario: &Value) -> Outcome<(f64, u64)> {
    let to = PEOPLE.div_ceil(NEIGHBOURHOOD);
    let answer = page.client.execute_async(WORKER, vec![scenario.clone(), json!(to), json!(RUNS)]).await?;
    let mut times: Vec<f64> = serde_json::from_value(answer["times"].clone())?;
    times.sort_by(f64::total_cmp);
    let median = super::quantile(&times, 0.5);
    Ok(((PEOPLE * MONTHS) as f64 / median / 1e3, answer["bytes"].as_u64().unwrap_or_default()))
}
