//! The page of many lives.

use serde_json::json;

use crate::harness::{Outcome, Page};

/// A small town, so that a journey does not wait.
async fn small_town(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".topbar a[href='#/society']").await?;
    page.wait_text("#main h1", "Society").await?;
    page.wait_for(".town-dots > i").await?;
    page.fill("#society-people", "800").await?;
    page.fill("#society-replicates", "6").await?;
    page.fill("#society-months", "24").await?;
    page.press("Tab").await?;
    page.wait_text("#society-progress", "6 repeats are done.").await?;
    let all = "return document.querySelectorAll('.town-dots > i').length === 800";
    page.wait_until("everybody of the small town is shown", all, vec![]).await
}

/// The dots are there, the clock runs, the months can be stepped, and the boxes can be arranged.
pub async fn the_town_lives_month_by_month(page: &Page) -> Outcome {
    small_town(page).await?;
    page.wait_text(".town-now", "month 24 of 24").await?;
    page.click("button[aria-label='One month back']").await?;
    page.wait_text(".town-now", "month 23 of 24").await?;
    page.focus(".town-month").await?;
    page.press("Home").await?;
    page.wait_text(".town-now", "month 1 of 24").await?;
    page.press("ArrowRight").await?;
    page.wait_text(".town-now", "month 2 of 24").await?;
    page.click_named(".town-player label", "fast").await?;
    page.click(".town-play").await?;
    page.wait_text(".town-now", "month 24 of 24").await?;
    page.wait_text(".town-play", "Play").await?;

    assert_eq!(page.count(".town-tile").await?, 8, "a box for each group");
    page.click_named(".town-tools label", "neighbourhoods").await?;
    assert_eq!(page.count(".town-tile").await?, 20, "a box for each neighbourhood");
    page.click_named(".town-tools label", "Letters").await?;
    let seen = "return [...document.querySelectorAll('.town-dots > i')].every(it => it.dataset.band
        && getComputedStyle(it, '::after').content === `\"${it.dataset.letter}\"`)";
    page.wait_until("each dot has its band and its letter", seen, vec![]).await
}

/// A band and a group that are picked are shown everywhere.
pub async fn what_is_picked_is_shown_everywhere(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click(".town-band").await?;
    page.wait_for(".town-band[aria-pressed=true]").await?;
    page.wait_for(".town-dots > i[data-dim]").await?;
    page.wait_for(".groups-band.dim").await?;
    page.click(".town-band[aria-pressed=true]").await?;
    page.wait_gone(".town-dots > i[data-dim]").await?;
    page.click_named(".groups-name", "Migrant workers").await?;
    page.wait_for(".town-dots > i[data-dim]").await?;
    page.wait_for(".groups-row[data-picked]").await?;
    page.wait_for(".fair-row[data-picked]").await?;
    page.wait_text("#society-wrong + .society-summary", "Migrant workers").await
}

/// A person is chosen by keys, and the life is opened in the Lab; undo leads back.
pub async fn a_life_is_opened_by_keys(page: &Page) -> Outcome {
    small_town(page).await?;
    page.focus(".town-board").await?;
    page.press("ArrowRight").await?;
    page.wait_for(".town-dots > i[data-picked]").await?;
    page.press("ArrowRight").await?;
    page.press("ArrowDown").await?;
    page.press("PageDown").await?;
    assert_eq!(page.count(".town-dots > i[data-picked]").await?, 1);
    page.wait_text(".town-person", "Months under a penalty").await?;
    let told = page.attribute(".town-board", "aria-valuetext").await?.unwrap_or_default();
    assert!(told.starts_with("No. ") && told.contains("band"), "{told}");
    page.focus(".town-person .btn-primary").await?;
    page.press("Enter").await?;
    page.wait_for("#finding").await?;
    assert_eq!(page.fragment().await?, "#/lab");
    page.click("button[aria-label^='Undo:']").await?;
    page.wait_text(".scenario-bar h1", "Rongcheng").await
}

/// A person is chosen with the mouse, and let go.
pub async fn a_dot_is_pressed(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click(".town-dots > i:nth-child(3)").await?;
    page.wait_text(".town-person", "Score this month").await?;
    page.click_named(".town-person button", "Let go").await?;
    page.wait_gone(".town-person").await
}

/// A safeguard on the shelf gives winners and losers and a price; undo takes it off.
pub async fn a_reform_is_tried(page: &Page) -> Outcome {
    small_town(page).await?;
    page.wait_text("#society-gains", "Nothing to compare yet").await?;
    page.click_with(".society-safeguard label", "Records expire").await?;
    page.wait_for(".gains-row").await?;
    page.wait_text("#society-price", "reform makes").await?;
    page.click("section[aria-labelledby=society-price] > details:last-of-type > summary").await?;
    page.wait_for("section[aria-labelledby=society-price] td").await?;
    page.click_named(".town-tools label", "with the reform").await?;
    page.wait_for(".town-dots > i").await?;
    page.wait_text(".society-shelf", "1 safeguard in the reform").await?;
    page.click("button[aria-label^='Undo:']").await?;
    page.wait_gone(".gains-row").await
}

/// Each safeguard of a reform says what it costs by itself, by keys; an edit makes that old.
pub async fn each_safeguard_has_its_price(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click_with(".society-safeguard label", "Records expire").await?;
    page.click_with(".society-safeguard label", "Appeal").await?;
    page.wait_text("#switch-cost", "3 towns of 800 people, each 20 times").await?;
    page.wait_text("#switch-progress", "Nothing is computed yet").await?;
    page.focus(".switch-start").await?;
    page.press("Enter").await?;
    page.wait_text("#switch-progress", "All 3 towns are done.").await?;
    assert!(page.has_focus(".switch-start").await?, "the button stays where it is");
    assert_eq!(page.count(".switch-price").await?, 2);
    page.wait_text("#switch-finding", "safeguards").await?;
    page.click("section[aria-labelledby=society-each] .fold > summary").await?;
    page.wait_for("section[aria-labelledby=society-each] td").await?;
    page.axe_in_both_schemes().await?;
    page.click_with(".society-safeguard label", "Consent").await?;
    page.wait_text("section[aria-labelledby=society-each] .notice", "have been changed since").await?;
    page.wait_text("#switch-cost", "4 towns").await?;
    page.be_a_telephone().await?;
    page.fits_the_window().await
}

/// An assumption is found, changed by keys and reset.
pub async fn an_assumption_is_changed(page: &Page) -> Outcome {
    small_town(page).await?;
    page.fill(".society-search", "cameras minority").await?;
    page.wait_text(".society-cards", "How visible minority-language households are to cameras").await?;
    page.focus(".society-card input").await?;
    page.press("ArrowUp").await?;
    page.wait_for(".society-card[data-changed]").await?;
    page.wait_text("section[aria-labelledby=society-cards]", "1 of them is changed.").await?;
    page.click_with(".society-card button", "Reset").await?;
    page.wait_gone(".society-card[data-changed]").await?;
    page.fill(".society-search", "no such thing").await?;
    page.wait_text("section[aria-labelledby=society-cards]", "No assumption fits.").await
}

/// A shock is added, moved and removed; a story sets the town.
pub async fn shocks_and_stories_set_the_town(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click_with("section[aria-labelledby=society-shocks] button", "Recession").await?;
    page.announced("Recession added.").await?;
    page.click("button[aria-label='Remove Recession']").await?;
    page.announced("Recession removed. Undo brings it back.").await?;
    page.click_named(".society-stories summary", "An appeal without notice corrects nothing").await?;
    page.click_named(".society-stories details[open] button", "Set the town for this story").await?;
    page.wait_text("section[aria-labelledby=society-cards]", "2 of them are changed.").await?;
    page.click("button[aria-label^='Undo:']").await?;
    page.wait_text("section[aria-labelledby=society-cards]", "None of them is changed.").await
}

/// The wishes of the triangle are moved by keys; the counted example says where it is from.
pub async fn three_wishes_cannot_all_come_true(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click_named("button", "Load the COMPAS counts").await?;
    page.wait_text(".triangle", "Equal false alarms cannot").await?;
    page.wait_text(".triangle .chip-standing", "documented").await?;
    page.focus("#triangle-b").await?;
    for _ in 0..12 {
        page.press("ArrowRight").await?;
    }
    page.wait_text(".triangle", "All three hold together").await
}

/// What a checker says, with tables open, and whether it fits a telephone.
pub async fn the_society_is_accessible(page: &Page) -> Outcome {
    small_town(page).await?;
    for table in
        ["society-groups", "society-wrong", "society-mobility", "society-fair", "society-triangle", "society-chill"]
    {
        page.click(&format!("section[aria-labelledby={table}] > details > summary")).await?;
        page.wait_for(&format!("section[aria-labelledby={table}] td")).await?;
    }
    page.axe_in_both_schemes().await?;
    for width in [390, 320] {
        page.resize(width, 800).await?;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        page.wait_until("nothing scrolls sideways", wide, vec![]).await?;
    }
    Ok(())
}

/// A link leads to the page of many lives, with the assumptions that were changed.
pub async fn a_link_leads_to_the_society(page: &Page) -> Outcome {
    small_town(page).await?;
    page.click_named(".society-stories summary", "An appeal without notice corrects nothing").await?;
    page.click_named(".society-stories details[open] .btn", "Set the town for this story").await?;
    page.click_named(".topbar button", "Share").await?;
    page.wait_for("#share-url").await?;
    let link = page.value("#share-url").await?;
    let fragment = link.split_once('#').map(|it| format!("#{}", it.1)).unwrap_or_default();
    page.somebody_else(async |other| {
        other.open(&fragment).await?;
        other.wait_text("#main h1", "Society").await?;
        other.wait_for(".visitor-notice").await?;
        other.wait_for(".town-dots > i").await?;
        assert_eq!(other.value("#society-people").await?, "800");
        assert_eq!(other.text(".topbar a[aria-current]").await?, "Society");
        Ok(())
    })
    .await
}

/// Writes into a field at once: a page that is at work is never still, and typing would wait for that.
async fn enter(page: &Page, css: &str, text: &str) -> Outcome {
    let script = "
        const [css, text] = arguments;
        const it = document.querySelector(css);
        it.focus();
        it.value = text;
        it.dispatchEvent(new InputEvent('input', { bubbles: true }));
        it.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    page.script(script, vec![json!(css), json!(text)]).await?;
    Ok(())
}

/// How many per cent of the run are done; none, if nothing is counted.
const PER_CENT: &str = "document.querySelector('#society-progress')?.textContent.match(/: (\\d+)\\s%/)?.[1]";

/// Notes how long the page was busy at a stretch.
const WATCH: &str = "
    window.longTasks = [];
    const note = list => list.getEntries().forEach(it => window.longTasks.push(Math.round(it.duration)));
    new PerformanceObserver(note).observe({ type: 'longtask' });
";

/// While a million people live, the page says how far they are and answers; the next edit takes their place.
pub async fn a_million_people_do_not_stop_the_page(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click(".topbar a[href='#/society']").await?;
    page.wait_for(".town-dots > i").await?;
    enter(page, "#society-replicates", "1").await?;
    page.wait_text("#society-progress", "1 repeat is done.").await?;
    page.wait_for(".groups-row").await?;
    let figures = "return document.querySelector('.groups-chart').textContent";
    let before = page.script_text(figures, vec![]).await?;
    page.script(WATCH, vec![]).await?;

    enter(page, "#society-people", "1000000").await?;
    page.wait_until("the million is under way", &format!("return {PER_CENT} !== undefined"), vec![]).await?;
    page.wait_for(".society-main.is-stale").await?;
    let now = format!("return {PER_CENT} ?? 'nothing'");
    let first = page.script_text(&now, vec![]).await?;
    page.find(VIEW_MENU).await?.click().await?;
    page.wait_for(".topbar details[open] .menu-item").await?;
    let then = page.script_text(&now, vec![]).await?;
    assert_ne!(then, "nothing", "the menu opened while the million was under way");
    page.find(VIEW_MENU).await?.click().await?;
    page.wait_gone(".topbar details[open] .menu-item").await?;
    let further = format!("return Number({PER_CENT} ?? 100) > Number(arguments[0])");
    page.wait_until("more of the million is done", &further, vec![json!(first)]).await?;

    enter(page, "#society-people", "2000").await?;
    page.wait_text("#society-progress", "1 repeat is done.").await?;
    page.wait_gone(".society-main.is-stale").await?;
    page.wait_for(".groups-row").await?;
    assert_eq!(page.value("#society-people").await?.replace(|it: char| !it.is_ascii_digit(), ""), "2000");
    let other = "return document.querySelector('.groups-chart').textContent !== arguments[0]";
    page.wait_until("there are new figures", other, vec![json!(before)]).await?;
    // A note and no test: how long a task is depends on the machine.
    let tasks = page.script("return window.longTasks", vec![]).await?;
    println!("note    a million people: tasks of the page over 50 ms, in ms: {tasks}");
    Ok(())
}

const VIEW_MENU: &str = ".topbar details.menu-end > summary";

/// The first worker breaks down with its first answer about the many.
const BREAKS_DOWN: &str = "
    const Sound = window.Worker;
    window.workers = 0;
    window.lost = 0;
    window.Worker = class extends Sound {
        constructor(...args) {
            super(...args);
            window.workers += 1;
            if (window.workers > 1) return;
            this.addEventListener('message', ({ data }) => {
                if (window.lost || !location.hash.startsWith('#/society') || !String(data).includes('\"step\"')) return;
                window.lost += 1;
                this.terminate();
                this.dispatchEvent(new Event('error'));
            });
        }
    };
";

/// No worker can be had at all.
const NO_WORKERS: &str = "
    window.refused = 0;
    window.Worker = class {
        constructor() {
            window.refused += 1;
            throw new Error('This browser has no workers.');
        }
    };
";

async fn before_the_page(page: &Page, script: &str) -> Outcome {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

/// A worker breaks down in the middle of a run: another takes its place, and all figures arrive.
pub async fn a_worker_that_breaks_down_is_replaced(page: &Page) -> Outcome {
    before_the_page(page, BREAKS_DOWN).await?;
    small_town(page).await?;
    assert_eq!(page.script("return window.lost", vec![]).await?, json!(1), "the worker was lost");
    assert!(page.script("return window.workers", vec![]).await?.as_u64() > Some(1), "there is another");
    page.wait_for(".groups-row").await?;
    page.wait_gone(".society-main.is-stale").await?;
    page.wait_text(".town-now", "month 24 of 24").await
}

/// Where there are no workers the page counts by itself, and can be used meanwhile.
pub async fn without_workers_the_figures_arrive(page: &Page) -> Outcome {
    before_the_page(page, NO_WORKERS).await?;
    small_town(page).await?;
    assert!(page.script("return window.refused", vec![]).await?.as_u64() > Some(0), "a worker was asked for");
    page.wait_for(".groups-row").await?;
    page.wait_gone(".society-main.is-stale").await?;
    page.click("button[aria-label='One month back']").await?;
    page.wait_text(".town-now", "month 23 of 24").await
}
