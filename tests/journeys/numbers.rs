//! Numbers and days as people type and paste them, keys of other keyboards, and what is told of an edit.

use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

const DAY: &str = ".event-editor input[type=date]";
const COMPLAINT: &str = ".in-place .complaint";

/// Puts a text into a field as a paste does: at once, and as text.
async fn paste(page: &Page, css: &str, text: &str) -> Outcome {
    let script = "
        const it = document.querySelector(arguments[0]);
        it.focus();
        const data = new DataTransfer();
        data.setData('text', arguments[1]);
        const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        if (!it.dispatchEvent(paste)) return;
        it.select?.();
        document.execCommand('insertText', false, arguments[1]);
    ";
    page.script(script, vec![json!(css), json!(text)]).await?;
    page.settle().await
}

/// Presses a key of a keyboard that prints something else than an English one.
async fn press_printed(page: &Page, key: &str, code: &str, ctrl: bool) -> Outcome {
    let script = "
        const [key, code, ctrlKey] = arguments;
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true }));
    ";
    page.script(script, vec![json!(key), json!(code), json!(ctrl)]).await?;
    page.settle().await
}

/// In a field of points every usual form of a number is taken, and what can be read in two ways is asked about.
pub async fn numbers_are_read_as_people_type_them(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let field = points_of("late-bill");
    for (text, standing) in [
        ("–10", "986 points"),
        ("－20", "956 points"),
        ("- 10", "986 points"),
        ("−٢٠", "956 points"),
        ("\u{feff}−10\u{200b} points", "986 points"),
        (".5", "1017.5 points"),
        ("−12,5", "978.5 points"),
    ] {
        paste(page, &field, text).await?;
        page.wait_gone(COMPLAINT).await?;
        page.wait_text(".why-standing", standing).await?;
    }
    page.press("Tab").await?;
    page.fill(&field, "1,000").await?;
    page.wait_text(COMPLAINT, "“1,000” can mean 1000 or 1. Type the one you mean. For now the lab uses −12.5.").await?;
    page.wait_text(".why-standing", "978.5 points").await?;
    page.axe().await?;
    page.resize(320, 700).await?;
    page.fits_the_window().await?;
    page.resize(1440, 900).await?;
    page.fill(&field, "1.0").await?;
    page.wait_gone(COMPLAINT).await?;
    page.wait_text(".why-standing", "1019 points").await?;

    // A whole number has no decimals: there it can only be thousands.
    page.open("#/society").await?;
    page.wait_for("#society-people").await?;
    page.fill("#society-people", "1,000").await?;
    page.press("Tab").await?;
    assert_eq!(page.value("#society-people").await?, "1000");
    page.fill("#society-months", "500").await?;
    page.wait_text(COMPLAINT, "Type a number from 1 to 240.").await
}

/// The right answer is right in every usual form, and what is no number is not wrong.
pub async fn an_answer_by_hand_is_read_in_every_form(page: &Page) -> Outcome {
    page.open("#/learn/twelve-points/by-hand").await?;
    page.wait_for(".hand-row").await?;
    let field = ".hand-row:first-child .hand-blank input";
    for (text, mark) in [
        ("−3", "right"),
        ("– 3", "right"),
        ("－３", "right"),
        ("-3.000", "right"),
        ("(3)", "right"),
        ("three", "unread"),
        ("−4", "wrong"),
    ] {
        paste(page, field, text).await?;
        page.click(".hand-check").await?;
        page.wait_for(&format!(".hand-row:first-child .hand-mark[data-mark={mark}]")).await?;
    }
    paste(page, field, "three").await?;
    page.click(".hand-check").await?;
    page.wait_text(".hand-said", "1 to be typed again").await?;
    page.wait_text(".hand-row:first-child .hand-mark", "Not a number yet.").await
}

/// What is pasted into the boxes of lessons and of the class keeps its sign and its point.
pub async fn pasted_numbers_keep_their_sign(page: &Page) -> Outcome {
    page.open("#/learn/twelve-points/waiting").await?;
    page.wait_for("#ask-number").await?;
    paste(page, "#ask-number", "−5").await?;
    page.wait_text(COMPLAINT, "Type a number from 0 to 12.").await?;
    paste(page, "#ask-number", "12,5").await?;
    page.wait_text(COMPLAINT, "Type a whole number.").await?;
    page.press("Enter").await?;
    page.wait_text("#ask-complaint", "from 0 to 12").await?;
    paste(page, "#ask-number", "５").await?;
    page.press("Enter").await?;
    page.wait_text(".ask-distance", "You said 5; it is").await
}

/// Waits until the event is on a day.
async fn has_day(page: &Page, day: &str) -> Outcome {
    let script = "return document.querySelector(arguments[0]).value === arguments[1]";
    page.wait_until(&format!("the event is on {day}"), script, vec![json!(DAY), json!(day)]).await
}

/// A day is taken when it is whole and possible; until then the old one stays.
pub async fn a_day_is_taken_when_it_is_whole(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    page.click_with(".ledger-what", "Contract case lost").await?;
    page.wait_for(DAY).await?;
    let day = page.value(DAY).await?;
    let before = page.picture_now().await?;

    // On the way to 29 February there are other days.
    let type_day = "
        const [css, day] = arguments;
        const it = document.querySelector(css);
        it.focus();
        it.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true }));
        it.value = day;
        it.dispatchEvent(new Event('input', { bubbles: true }));
        it.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    for half in ["2021-02-02", ""] {
        page.script(type_day, vec![json!(DAY), json!(half)]).await?;
        page.settle().await?;
        assert_eq!(page.picture_now().await?.drawing, before.drawing, "“{half}” is only on the way");
    }
    page.press("Enter").await?;
    page.wait_text(COMPLAINT, "That is not a whole day, or there is no such day. For now the lab uses 16 June 2022.")
        .await?;
    page.press("Escape").await?;
    page.wait_gone(COMPLAINT).await?;
    assert_eq!(page.value(DAY).await?, day);
    page.script(type_day, vec![json!(DAY), json!("2022-07-01")]).await?;
    page.press("Enter").await?;
    page.wait_text("#why-title", "1 July 2022").await?;
    page.press("Control+z").await?;
    has_day(page, &day).await?;
    assert_eq!(page.picture_now().await?.ledger, before.ledger);

    // Outside the account: the sentence says so, and the account can be lengthened.
    page.set_day(DAY, "2030-06-16").await?;
    page.wait_text(
        COMPLAINT,
        "16 June 2030 is outside the account, which runs from 1 January 2020 to 31 December 2024.",
    )
    .await?;
    page.wait_text(COMPLAINT, "For now the lab uses 16 June 2022.").await?;
    assert_eq!(page.picture_now().await?.drawing, before.drawing);
    page.axe().await?;
    page.resize(320, 700).await?;
    page.fits_the_window().await?;
    page.resize(1440, 900).await?;
    page.click_named(".event-editor button", "Extend the account to 16 June 2030").await?;
    page.wait_gone(COMPLAINT).await?;
    page.wait_text("#why-title", "16 June 2030").await?;
    page.undo().await?;
    has_day(page, &day).await?;
    assert_eq!(page.picture_now().await?.ledger, before.ledger);
    page.changes_counted(0).await?;

    paste(page, DAY, "31.12.2021").await?;
    page.wait_text("#why-title", "31 December 2021").await?;
    paste(page, DAY, "03/04/2021").await?;
    page.wait_text(COMPLAINT, "“03/04/2021” can mean 3 April 2021 or 4 March 2021.").await?;
    page.click_named(".event-editor button", "4 March 2021").await?;
    page.wait_text("#why-title", "4 March 2021").await?;

    page.open_system_tab(5).await?;
    page.set_day(".system-line input[aria-label='Last day']", "2019-01-01").await?;
    page.wait_text(".system-body .complaint", "Choose a day from 1 January 2020").await?;
    page.is_stale().await
}

/// Keys work by what they print, and on keyboards of other scripts by their place; a field with a text of its own takes
/// back for itself.
pub async fn shortcuts_work_on_other_keyboards(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let field = points_of("late-bill");
    for (key, code) in [("я", "KeyZ"), ("ζ", "KeyZ"), ("ז", "KeyZ"), ("ئ", "KeyZ"), ("z", "KeyY"), ("z", "KeyW")] {
        page.fill(&field, "-40").await?;
        page.wait_text(".why-standing", "896 points").await?;
        press_printed(page, key, code, true).await?;
        page.wait_text(".why-standing", "956 points").await?;
    }
    page.fill(&field, "-40").await?;
    page.wait_text(".why-standing", "896 points").await?;
    press_printed(page, "w", "KeyZ", true).await?;
    page.wait_text(".why-standing", "896 points").await?;

    // Half a number and a search take back for themselves.
    page.press("Tab").await?;
    page.fill(&field, "x").await?;
    page.wait_for(COMPLAINT).await?;
    page.press("Control+z").await?;
    page.wait_text(".why-standing", "896 points").await?;
    page.wait_until(
        "the field took its own text back",
        "return document.querySelector(arguments[0]).value === '−40'",
        vec![json!(field)],
    )
    .await?;
    page.press("Escape").await?;
    page.fill("#rules-search", "fine").await?;
    page.press("Control+z").await?;
    page.wait_text(".why-standing", "896 points").await?;
    assert_ne!(page.value("#rules-search").await?, "fine", "the search took its own text back");

    page.focus("#rule-late-bill-open").await?;
    press_printed(page, "в", "KeyD", true).await?;
    page.wait_for("#rule-late-bill-2-row").await?;
    page.settle().await?;
    page.focus("#rule-late-bill-open").await?;
    press_printed(page, "ظ", "Slash", false).await?;
    page.wait_until("the search has the focus", "return document.activeElement?.id === 'rules-search'", vec![]).await?;

    page.open("#/present/twelve-points").await?;
    page.wait_for(".present-bar").await?;
    press_printed(page, "р", "KeyH", false).await?;
    page.wait_for(".present-keys").await?;
    press_printed(page, ";", "KeyQ", false).await?;
    page.wait_for(".present-qr .qr").await
}

/// Typing, stepping and switching are told once they have settled, and once.
pub async fn edits_are_told_once_they_settle(page: &Page) -> Outcome {
    page.open_preset("rongcheng-rules").await?;
    let field = points_of("late-bill");
    let said = "
        window.said = [];
        const region = document.querySelector('body > .visually-hidden[role=status]');
        new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    ";
    page.script(said, vec![]).await?;
    page.fill(&field, "-5").await?;
    page.announced("Points of “a utility bill is paid late”: −5. Mei: 1001 points, band A.").await?;
    for _ in 0..3 {
        page.press("ArrowDown").await?;
    }
    page.announced(": −8. Mei: 992 points, band A.").await?;
    page.click("#rule-late-bill-row input[role=switch]").await?;
    page.announced("“a utility bill is paid late” switched off. Mei: 1016 points, band A.").await?;
    page.undo().await?;
    page.announced("Undone:").await?;
    let all = page
        .script_text("return new Promise(done => setTimeout(() => done(window.said.length.toString()), 2000))", vec![])
        .await?;
    assert_eq!(all, "4", "one for the typing, one for the steps, one for the switch, one for the undo");
    Ok(())
}
