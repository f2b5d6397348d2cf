//! A first visit: press, look, change a number, take it back, send it to somebody.

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const FINDING: &str = ".toy-finding";

/// Each press on Home says what it did to score and band, and can be taken back.
pub async fn the_toy_says_what_each_press_does(page: &Page) -> Outcome {
    page.open("").await?;
    page.wait_text(FINDING, "Mei is 18 and in band A").await?;
    let opening = page.text(FINDING).await?;

    page.click_with("#presses button", "criticises an official").await?;
    page.wait_text(FINDING, "−50. She falls from A to B, with 952 points.").await?;
    page.announced("She falls from A to B").await?;
    page.wait_text(".toy-meaning", "Loans reviewed by hand").await?;

    page.press("Control+z").await?;
    page.wait_text(FINDING, &opening).await?;
    page.announced("Taken back.").await?;

    for _ in 0..2 {
        page.click_with("#presses button", "pays a bill late").await?;
    }
    page.wait_text(FINDING, "with 962 points").await?;
    page.click(".toy-table summary").await?;
    assert_eq!(page.count(".toy-table tbody tr").await?, 6);
    page.click_named("button", "Start again").await?;
    page.wait_text(FINDING, &opening).await
}

/// The life that was played is opened in the lab, at the rule that made the difference.
pub async fn home_leads_to_the_rule_behind_a_fall(page: &Page) -> Outcome {
    page.open("").await?;
    page.click_with("#presses button", "criticises an official").await?;
    page.click_named("button", "Change that rule").await?;
    page.wait_text(".lab-page h1", "One life").await?;
    page.wait_for("#rule-criticism-row .rule-deeds").await?;
    page.wait_text(".why-standing", "Mei has 952 points and is in band B").await?;

    page.fill(&points_of("criticism"), "-10").await?;
    page.wait_text(".why-standing", "Mei has 992 points and is in band A").await
}

/// One changed number moves everything; undo and redo, by button and by key, bring both states back.
pub async fn a_number_moves_the_life_and_can_be_taken_back(page: &Page) -> Outcome {
    page.open("").await?;
    page.click_named(".gallery a", "Rongcheng: the older rulebook").await?;
    page.wait_text(".lab-page h1", "Rongcheng: the older rulebook").await?;
    page.wait_text(".why-standing", "Mei has 956 points and is in band B").await?;
    let before = page.picture_now().await?;
    page.changes_counted(0).await?;

    page.fill(&points_of("late-bill"), "-120").await?;
    page.wait_text(".why-standing", "Mei has 656 points and is in band C").await?;
    let after = page.picture_now().await?;
    let moved = after.differs_from(&before);
    assert_eq!(moved, ["finding", "standing", "drawing", "marks", "ribbons", "ledger", "rules"]);
    assert!(after.has_ribbon("Named on the notice board") && !before.has_ribbon("Named on the notice board"));
    page.changes_counted(1).await?;

    page.undo().await?;
    page.shows_again(&before).await?;
    page.announced("Undone: points of “a utility bill is paid late”").await?;
    page.changes_counted(0).await?;
    page.redo().await?;
    page.shows_again(&after).await?;
    page.press("Control+z").await?;
    page.shows_again(&before).await?;
    page.press("Control+Shift+z").await?;
    page.shows_again(&after).await?;
    page.press("Control+z").await?;
    page.press("Control+y").await?;
    page.shows_again(&after).await
}

/// A link shows somebody else the same, and leaves their own drafts as they are.
pub async fn a_link_shows_somebody_else_the_same(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.look_at("Harbour Noodles").await?;
    page.fill(&points_of("damage"), "-400").await?;
    page.wait_text(".why-standing", "Harbour Noodles has 460 points and is in band D").await?;
    let sent = page.picture_now().await?;
    let link = page.shared_link().await?;
    let fragment = link.strip_prefix(&page.address).ok_or_else(|| format!("{link} leads elsewhere"))?;
    assert!(fragment.starts_with("#/lab?s=1.") && fragment.len() < 200, "{fragment}");

    page.somebody_else(async |other| {
        other.open_preset("suining-2010").await?;
        other.fill(&points_of("volunteering"), "15").await?;
        other.has_drafts(1).await?;
        let own = other.stored().await?;

        other.open(fragment).await?;
        other.wait_text(".visitor-notice", "Your own drafts are untouched").await?;
        other.shows_again(&sent).await?;
        other.changes_counted(1).await?;
        other.click(".toptools a[href='#/changes']").await?;
        other.wait_text("#main table", "points of “public utility equipment is damaged”").await?;
        other.wait_text("#main table", "−400").await?;
        assert_eq!(other.stored().await?, own);
        other.click_named("a", "Back to the lab").await?;
        other.shows_again(&sent).await
    })
    .await
}

/// The button puts the link on the clipboard and says so.
pub async fn the_link_is_copied(page: &Page) -> Outcome {
    page.allow_clipboard().await?;
    page.open_preset("blank").await?;
    page.open_share_dialog().await?;
    page.click_named("dialog[open] button", "Copy link").await?;
    page.wait_text("dialog[open]", "Link copied.").await?;
    page.script("navigator.clipboard.readText().then(it => { window.copied = it; })", vec![]).await?;
    let link = page.value("#share-url").await?;
    page.wait_until("the clipboard holds the link", "return window.copied === arguments[0]", vec![link.into()]).await?;
    assert_eq!(page.count("dialog[open] svg").await?, 1, "a short link has a code to scan");
    page.click("dialog[open] button[aria-label='Close']").await?;
    page.wait_gone("dialog[open]").await
}
