//! Lessons: the list, a lesson played through, predictions, addresses that lead nowhere.

use std::fs;
use std::path::Path;

use serde_json::json;
use social_credit_lab::lessons::format::{Index, Lesson};

use crate::harness::{Outcome, Page};
use crate::keyboard::walk;

/// Opens a step of a lesson and waits for its heading.
async fn open_step(page: &Page, lesson: &str, step: &str) -> Outcome {
    page.open(&format!("#/learn/{lesson}/{step}")).await?;
    page.wait_for(".lesson h1").await
}

/// From the list through the first lesson, with the keyboard alone.
pub async fn a_lesson_is_played_by_keys(page: &Page) -> Outcome {
    page.open("#/learn").await?;
    page.wait_for(".learn-item").await?;
    walk(page, "Tab", ".learn-item a", "Twelve points").await?;
    page.press("Enter").await?;
    page.wait_for(".lesson h1").await?;
    page.wait_until("the heading has the focus", "return document.activeElement?.matches('#main h1') ?? false", vec![])
        .await?;
    assert_eq!(page.fragment().await?, "#/learn/twelve-points");
    let steps = page.count(".lesson-mark").await?;
    assert_eq!(page.text(".lesson-mark[aria-current=step]").await?, "1");

    // A question with answers: the arrow keys choose, what came true is told, and what was held back appears.
    walk(page, "Tab", ".lesson-way[data-way=next]", "").await?;
    page.press("Enter").await?;
    page.wait_text(".lesson-pace", "Step 2 of").await?;
    page.go_to("#/learn/twelve-points/one-form").await?;
    page.wait_text(".lesson-pace", "Step 3 of").await?;
    assert_eq!(page.count(".step-later").await?, 0, "the result is held back");
    walk(page, "Tab", "#ask-option-0", "").await?;
    page.press("ArrowDown").await?;
    walk(page, "Tab", ".ask-form [type=submit]", "").await?;
    page.press("Enter").await?;
    page.wait_for(".ask-verdicts [data-right]").await?;
    assert!(page.has_focus("#ask-result").await?, "the focus goes to the result");
    page.announced("You expected what came true.").await?;
    page.wait_for(".step-later").await?;
    page.wait_for(".lesson-mark[aria-current=step][data-answered]").await?;

    // A number: the slider and the box are one, and nothing is no answer.
    walk(page, "Tab", ".lesson-way[data-way=next]", "").await?;
    page.press("Enter").await?;
    page.wait_text(".lesson-pace", "Step 4 of").await?;
    assert!(page.has_focus("#main h1").await?);
    walk(page, "Tab", ".ask-range", "").await?;
    page.press("ArrowRight").await?;
    assert_eq!(page.value("#ask-number").await?, "7");
    walk(page, "Tab", "#ask-number", "").await?;
    page.type_text("99").await?;
    page.press("Enter").await?;
    page.wait_text("#ask-complaint", "from 0 to 12").await?;
    page.press("Control+a").await?;
    page.type_text("5").await?;
    page.press("Enter").await?;
    page.wait_text(".ask-distance", "You said 5; it is").await?;

    // It survives a reload; the code is for the class; the answer can be taken back.
    page.reload().await?;
    page.wait_text(".ask-distance", "You said 5; it is").await?;
    walk(page, "Tab", ".give-code summary", "Give it to the class").await?;
    page.press("Enter").await?;
    page.wait_for(".give-qr .qr").await?;
    let code = page.value(".give-text").await?;
    assert!(code.len() >= 7 && code.chars().all(|it| it.is_ascii_alphanumeric()), "{code}");
    walk(page, "Tab", ".ask-again", "Take my answer back").await?;
    page.press("Enter").await?;
    page.wait_for("#ask-number").await?;
    assert!(page.has_focus("#ask-title").await?);

    // The end: that the question is wrong can be said, and the lesson counts as finished.
    page.go_to("#/learn/twelve-points/stand").await?;
    page.wait_text(".lesson-pace", &format!("Step {steps} of {steps}")).await?;
    walk(page, "Tab", "#ask-option-0", "").await?;
    page.press("ArrowUp").await?;
    assert!(page.has_focus("#ask-premise").await?);
    walk(page, "Tab", "#ask-why", "").await?;
    page.type_text("A dog is not a citizen.").await?;
    assert!(page.has_focus("#ask-why").await?, "typing does not lose the focus");
    walk(page, "Tab", ".ask-form [type=submit]", "").await?;
    page.press("Enter").await?;
    page.wait_text(".ask-stands", "That can be argued.").await?;
    assert_eq!(page.value("#ask-why").await?, "A dog is not a citizen.");
    page.wait_text("#lesson-end", "At the end").await?;
    walk(page, "Tab", "#ending-lab a", "Take it to the lab").await?;
    page.go_to("#/learn").await?;
    page.wait_text(".learn-item[data-done]", "finished in this tab").await?;
    walk(page, "Tab", ".learn-lessons button", "Forget the answers").await?;
    page.press("Enter").await?;
    page.wait_gone(".learn-item[data-done]").await
}

/// The first half of the lessons, every step with what comes true.
pub async fn the_first_lessons_are_played_through(page: &Page) -> Outcome {
    play(page, 0..6).await
}

/// The other half.
pub async fn the_last_lessons_are_played_through(page: &Page) -> Outcome {
    play(page, 6..11).await
}

/// Plays lessons from their files: each step is reached by the way on, is asked for its result, quotes nothing that is
/// unknown or still to be counted, and fits the window. Nothing ends before the last step.
async fn play(page: &Page, which: std::ops::Range<usize>) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/lessons/en");
    let index: Index = serde_json::from_str(&fs::read_to_string(folder.join("index.json"))?)?;
    assert_eq!(index.lessons.len(), 11);
    page.open("#/learn").await?;
    for entry in &index.lessons[which] {
        let lesson: Lesson = serde_json::from_str(&fs::read_to_string(folder.join(format!("{}.json", entry.id)))?)?;
        page.go_to(&format!("#/learn/{}", lesson.id)).await?;
        let count = lesson.steps.len();
        for (nth, step) in lesson.steps.iter().enumerate() {
            page.wait_text(".lesson-pace", &format!("Step {} of {count}", nth + 1)).await?;
            if step.ask.is_some() {
                assert_eq!(page.count(".step-later").await?, 0, "{} {}: held back", lesson.id, step.id);
                let skip = "[...document.querySelectorAll('.ask-form button:not([type=submit])')].at(-1)";
                page.script(&format!("{skip}.click()"), vec![]).await?;
                page.wait_for("#ask-result").await?;
            }
            let known = "return !document.querySelector('#main data[data-pending], #main .quote-unknown')
                && !document.querySelector('#main').innerText.includes('counting…')";
            page.wait_until(&format!("{} {}: every quote has its value", lesson.id, step.id), known, vec![]).await?;
            page.fits_the_window().await?;
            if nth + 1 < count {
                page.script("document.querySelector('.lesson-way[data-way=next]').click()", vec![]).await?;
            }
        }
        page.wait_for("[aria-labelledby=ending-discuss]").await?;
    }
    Ok(())
}

/// The result can be seen without an answer, and the lab opens with the scenario of the lesson.
pub async fn nobody_has_to_predict(page: &Page) -> Outcome {
    open_step(page, "twelve-points", "waiting").await?;
    assert_eq!(page.count(".step-notice").await?, 0, "what to notice is held back");
    page.click_named(".ask-form button", "Show it without predicting").await?;
    page.wait_for(".ask-figure").await?;
    page.wait_for(".step-notice .quote").await?;
    assert_eq!(page.count(".give-code").await?, 0, "there is nothing to give to the class");
    page.click_named(".ask button", "Predict after all").await?;
    page.wait_for("#ask-number").await?;
    page.click(".ask-form [type=submit]").await?;
    page.wait_text("#ask-complaint", "Give a whole number").await?;
    assert!(page.has_focus("#ask-number").await?);

    open_step(page, "twelve-points", "stand").await?;
    page.click("#ending-lab a").await?;
    page.wait_for("#finding").await
}

/// A line is drawn with the pointer and with sliders, then compared with the true one.
pub async fn a_line_is_drawn(page: &Page) -> Outcome {
    open_step(page, "a-life-in-points", "the-line").await?;
    page.wait_for(".draw-board[data-open]").await?;
    let months = page.count(".draw-month input").await?;
    let values = "return [...document.querySelectorAll('.draw-month input')].map(it => it.value).join()";
    let flat = page.script_text(values, vec![]).await?;
    page.drag(".draw-board", 60, 50).await?;
    let drawn = page.script_text(values, vec![]).await?;
    assert_ne!(flat, drawn, "the stroke moves the line");
    page.focus("#draw-0").await?;
    let before: i64 = page.value("#draw-0").await?.parse()?;
    page.press("ArrowRight").await?;
    assert_eq!(page.value("#draw-0").await?, (before + 1).to_string());
    page.click(".ask-form [type=submit]").await?;
    page.wait_text(".ask-distance", "You let").await?;
    page.click(".ask-result > details:first-of-type summary").await?;
    assert_eq!(page.count(".ask-result tbody tr").await?, months);
    page.wait_for(".give-code").await
}

/// Addresses of lessons and steps that do not exist lead on.
pub async fn unknown_lessons_lead_to_the_list(page: &Page) -> Outcome {
    page.open("#/learn/nowhere").await?;
    page.wait_text("#main", "There is no lesson called “nowhere”.").await?;
    page.click_named("#main a", "All lessons").await?;
    page.wait_for(".learn-item").await?;
    page.go_to("#/learn/twelve-points/nowhere").await?;
    page.wait_text("#main", "This lesson has no step called “nowhere”.").await?;
    page.click_named("#main a", "Go to its first step").await?;
    page.wait_text(".lesson-pace", "Step 1 of").await
}

/// Where the browser keeps nothing, lessons are played all the same.
pub async fn lessons_need_no_storage(page: &Page) -> Outcome {
    let source = "
        for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
        }
    ";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    open_step(page, "twelve-points", "waiting").await?;
    page.fill("#ask-number", "3").await?;
    page.press("Enter").await?;
    page.wait_text(".ask-distance", "You said 3; it is").await
}

/// What a checker says of the list and of every sort of question, and whether it fits a telephone.
pub async fn lessons_are_accessible(page: &Page) -> Outcome {
    page.open("#/learn").await?;
    page.wait_for(".learn-item").await?;
    page.axe_in_both_schemes().await?;
    for (lesson, step) in [
        ("twelve-points", "one-form"),
        ("twelve-points", "waiting"),
        ("twelve-points", "stand"),
        ("a-life-in-points", "the-line"),
    ] {
        for width in [1280, 390, 320] {
            page.resize(width, 800).await?;
            open_step(page, lesson, step).await?;
            let told = |error| format!("{lesson}/{step} at {width}: {error}");
            page.wait_for(".ask").await?;
            page.fits_the_window().await.map_err(told)?;
            page.axe().await.map_err(told)?;
            if page.count(".ask-form").await? > 0 {
                page.click(".ask-form [type=button]").await?;
            }
            page.wait_for(".ask-result").await?;
            page.fits_the_window().await.map_err(told)?;
            page.axe_in_both_schemes().await.map_err(told)?;
        }
    }
    Ok(())
}
