//! Work survives: a reload, a closed tab, a browser that keeps nothing.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

/// After a reload everything is there, undo included.
pub async fn a_reload_loses_nothing(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let before = page.picture_now().await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    let after = page.picture_after(&before).await?;
    page.has_drafts(1).await?;
    page.reload().await?;
    page.wait_for("#finding").await?;
    page.shows_again(&after).await?;
    page.changes_counted(1).await?;
    page.undo().await?;
    page.shows_again(&before).await?;
    page.redo().await?;
    page.shows_again(&after).await
}

/// Edits of the last half second are kept too when the tab is closed at once.
pub async fn leaving_at_once_keeps_the_last_edit(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.find(&points_of("late-bill")).await?;
    let script = "
        const it = document.querySelector(arguments[0]);
        it.value = '-33';
        it.dispatchEvent(new Event('input', { bubbles: true }));
    ";
    page.script(script, vec![json!(points_of("late-bill"))]).await?;
    page.reload().await?;
    page.wait_for("#finding").await?;
    page.wait_until(
        "the edit is there",
        "return document.querySelector(arguments[0])?.value === '−33'",
        vec![json!(points_of("late-bill"))],
    )
    .await
}

/// A new tab offers the draft and does not force it; it can be opened, and deleted.
pub async fn a_new_tab_offers_the_draft(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.wait_text(".why-standing", "896 points").await?;
    let work = page.picture_now().await?;
    page.has_drafts(1).await?;

    let tab = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(tab).await?;
    page.open("").await?;
    page.wait_text(".draft-offer", "Rongcheng: the older rulebook").await?;
    page.click_named(".draft-offer button", "Not now").await?;
    page.wait_gone(".draft-offer").await?;
    page.go_to("#/lab").await?;
    page.wait_text(".why-standing", "956 points").await?;

    page.open("").await?;
    page.click_named(".draft-offer a", "Continue with it").await?;
    page.wait_for("#finding").await?;
    page.shows_again(&work).await?;
    page.announced("is open again, with its undo steps").await?;
    let kept = "return JSON.parse(localStorage.getItem('scl.drafts'))[0].saved >= arguments[0]";
    let now = page.script("return Date.now()", vec![]).await?;
    page.undo().await?;
    page.wait_text(".why-standing", "956 points").await?;
    page.wait_until("the step back is kept", kept, vec![now]).await?;
    let now = page.script("return Date.now()", vec![]).await?;
    page.redo().await?;
    page.wait_until("the last step is kept", kept, vec![now]).await?;

    page.open_share_dialog().await?;
    page.wait_text("dialog[open] .draft-row", "Rongcheng: the older rulebook").await?;
    page.click("dialog[open] button[aria-label^='Delete the draft']").await?;
    page.wait_text("dialog[open]", "No drafts yet.").await?;
    page.has_drafts(0).await
}

/// Who only looks at scenarios makes no drafts, and what was opened comes back after a reload.
pub async fn looking_makes_no_drafts(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.fill(&points_of("late-bill"), "-33").await?;
    page.has_drafts(1).await?;
    for id in ["suining-2010", "credit-bureau", "popular-picture", "village-ledger"] {
        page.go_to(&format!("#/lab?preset={id}")).await?;
        page.wait_for(".lab-page h1").await?;
        let kept = "return (sessionStorage.getItem('scl.work') ?? '').includes(arguments[0])";
        page.wait_until("the work of this tab is kept", kept, vec![json!(format!("\\\"{id}\\\""))]).await?;
    }
    page.has_drafts(1).await?;
    page.go_to("#/lab").await?;
    page.reload().await?;
    page.wait_text(".lab-page h1", "village").await?;
    page.has_drafts(1).await?;
    page.open_share_dialog().await?;
    page.wait_text("dialog[open] .draft-row", "A blank rulebook").await
}

/// Two tabs that work on one draft keep one each, and the second to notice says so.
pub async fn two_tabs_keep_two_drafts(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.fill(&points_of("late-bill"), "-33").await?;
    page.has_drafts(1).await?;
    let first = page.client.window().await?;
    page.script("window.open(location.href.split('#')[0] + '#/')", vec![]).await?;
    let others = page.client.windows().await?;
    let second = others.into_iter().find(|it| *it != first).ok_or("no second tab")?;
    page.client.switch_to_window(second).await?;
    page.wait_text(".draft-offer", "A blank rulebook").await?;
    page.click_named(".draft-offer a", "Continue with it").await?;
    page.fill(&points_of("late-bill"), "-44").await?;
    let kept =
        "return Object.entries(localStorage).some(it => it[0].startsWith('scl.draft.') && it[1].includes('-44'))";
    page.wait_until("the second tab has kept its number", kept, vec![]).await?;
    page.has_drafts(1).await?;

    page.client.switch_to_window(first).await?;
    page.fill(&points_of("late-bill"), "-55").await?;
    page.wait_text(".draft-apart", "Two tabs, two drafts.").await?;
    page.has_drafts(2).await?;
    let both = "return ['-44', '-55'].every(n => Object.entries(localStorage).some(it => it[0].startsWith('scl.draft.') && it[1].includes(n)))";
    page.wait_until("both numbers are kept", both, vec![]).await?;
    page.axe().await?;
    page.click_named(".draft-apart button", "Got it").await?;
    page.wait_gone(".draft-apart").await
}

/// Work with which the page did not get up is not brought back unasked, and stays.
pub async fn work_that_froze_is_not_brought_back_unasked(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.fill(&points_of("late-bill"), "-33").await?;
    page.has_drafts(1).await?;
    page.go_to("#/lab").await?;
    for _ in 0..2 {
        page.script("sessionStorage.setItem('scl.opening', 'work 1000')", vec![]).await?;
        page.reload().await?;
        page.wait_text(".lab-page h1", "Rongcheng").await?;
        page.wait_text(".app > .notice[data-kind=warn]", "Your work in this tab is not open.").await?;
    }
    page.axe().await?;
    page.click_named(".app > .notice button", "Open my work anyway").await?;
    page.wait_text(".lab-page h1", "A blank rulebook").await?;
    let noted = "return sessionStorage.getItem('scl.opening') === null";
    page.wait_until("the opening has ended", noted, vec![]).await?;
    page.wait_until("the tab keeps it", "return sessionStorage.getItem('scl.work')?.includes('-33')", vec![]).await?;
    page.reload().await?;
    page.wait_text(".lab-page h1", "A blank rulebook").await
}

/// A list that is broken hides no draft, what cannot be read is named and stays, and “Clear” leaves nothing behind.
pub async fn what_cannot_be_read_is_kept_and_said(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.fill(&points_of("late-bill"), "-33").await?;
    page.has_drafts(1).await?;
    let damage = "
        localStorage.setItem('scl.drafts', '[{');
        localStorage.setItem('scl.draft.later', '{\"version\":9}');
        localStorage.setItem('scl.claims', '{\"version\":9}');
    ";
    page.script(damage, vec![]).await?;
    page.reload().await?;
    page.wait_text(".unread", "your pinned numbers").await?;
    page.fill(&points_of("late-bill"), "-34").await?;
    page.open_share_dialog().await?;
    page.wait_text("dialog[open] .plain", "A blank rulebook").await?;
    page.wait_text("dialog[open] .plain", "A draft that cannot be opened").await?;
    page.axe().await?;
    page.click_named("dialog[open] button", "Clear all drafts").await?;
    page.wait_text("dialog[open]", "No drafts yet.").await?;
    let left = "return Object.keys(localStorage).every(it => !it.startsWith('scl.draft')) && localStorage.getItem('scl.claims') === '{\"version\":9}'";
    page.wait_until("nothing of a draft is left, and the numbers are", left, vec![]).await
}

/// Where the browser forbids storage, the page works and says that it keeps nothing.
pub async fn blocked_storage_is_told_and_harmless(page: &Page) -> Outcome {
    let source = "
        for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
        }
    ";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    page.open("").await?;
    page.wait_for(".toy-finding").await?;
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.wait_text(".why-standing", "896 points").await?;
    page.wait_text(".app > .notice", "This browser does not let the page keep drafts.").await?;
    page.undo().await?;
    page.wait_text(".why-standing", "956 points").await?;
    page.open_share_dialog().await?;
    page.wait_text("dialog[open]", "The browser does not let the page look for drafts.").await
}

/// Where there is no room left, the page says so and goes on.
pub async fn full_storage_is_told_and_harmless(page: &Page) -> Outcome {
    let source = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    page.open_preset("rongcheng-rules").await?;
    page.fill(&points_of("late-bill"), "-40").await?;
    page.wait_text(".app > .notice", "The browser has no room left for drafts.").await?;
    page.wait_text(".why-standing", "896 points").await
}
