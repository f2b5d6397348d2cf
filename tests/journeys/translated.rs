//! The page while a browser translates it: everything goes on as before.

use serde_json::json;

use crate::harness::{Outcome, Page, Translator};
use crate::lab::points_of;
use crate::{ask_principles, compare_rulebooks, events, home, letter, newcomer, record, rules, society, stage, why};

const BOTH: [Translator; 2] = [Translator::Font, Translator::Refill];

/// An edit shows everywhere, in a field that keeps its focus; the menu changes the page; undo works; then there is rest.
pub async fn edits_and_the_menu_go_on(page: &Page) -> Outcome {
    for translator in BOTH {
        page.translate(translator).await?;
        page.open_preset("rongcheng-rules").await?;
        is_translated(page, translator).await?;
        let before = page.picture_now().await?;
        page.fill(&points_of("late-bill"), "-120").await?;
        page.wait_text(".why-standing", "Mei has 656 points and is in band C").await?;
        assert!(page.has_focus(&points_of("late-bill")).await?, "{translator:?}: the field keeps the focus");
        assert_eq!(page.value(&points_of("late-bill")).await?, "-120");
        let after = page.picture_after(&before).await?;
        let moved = ["finding", "standing", "drawing", "marks", "ribbons", "ledger", "rules"];
        assert_eq!(after.differs_from(&before), moved, "{translator:?}");
        page.undo().await?;
        page.shows_again(&before).await?;
        page.redo().await?;
        page.shows_again(&after).await?;
        page.undo().await?;

        let pages = [
            ("#/", "Home"),
            ("#/society", "Society"),
            ("#/learn", "Learn"),
            ("#/record", "Record"),
            ("#/compare", "Compare"),
            ("#/about", "About"),
            ("#/lab", "Lab"),
        ];
        let mut heading = page.text("#main h1").await?;
        for (address, name) in pages {
            page.click_named(".topnav a", name).await?;
            assert_eq!(page.fragment().await?, address);
            let other =
                "const now = document.querySelector('#main h1')?.innerText; return !!now && now !== arguments[0]";
            page.wait_until(&format!("{name} has another heading"), other, vec![json!(heading)]).await?;
            assert_eq!(page.count("#main h1").await?, 1, "{translator:?}: {name} is there alone");
            heading = page.text("#main h1").await?;
        }
        page.shows_again(&before).await?;
        rests(page).await?;
    }
    Ok(())
}

/// The translation can be taken back, and the page is what it was.
pub async fn a_translation_is_taken_back(page: &Page) -> Outcome {
    // With the texts that were there, or with others in their places.
    for with in ["kept.get(it)", "document.createTextNode(it.textContent)"] {
        page.open_preset("rongcheng-rules").await?;
        let before = page.script_text("return document.querySelector('.lab').innerText", vec![]).await?;
        let script = format!(
            "
            const kept = new Map();
            const walker = document.createTreeWalker(document.querySelector('.lab'), NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts.filter(it => it.data.trim() !== '' && !it.parentElement.closest('svg'))) {{
                const font = document.createElement('font');
                font.textContent = text.data;
                kept.set(font, text);
                text.replaceWith(font);
            }}
            setTimeout(() => {{ for (const it of kept.keys()) it.replaceWith({with}) }}, 50);
            "
        );
        page.script(&script, vec![]).await?;
        page.settle().await?;
        assert_eq!(page.count(".lab font").await?, 0);
        let after = page.script_text("return document.querySelector('.lab').innerText", vec![]).await?;
        assert_eq!(after, before);
        page.fill(&points_of("late-bill"), "-120").await?;
        page.wait_text(".why-standing", "Mei has 656 points and is in band C").await?;
    }
    Ok(())
}

/// What visitors do on Home and in the lab.
pub async fn a_first_visit_goes_on(page: &Page) -> Outcome {
    for translator in BOTH {
        page.translate(translator).await?;
        newcomer::the_toy_says_what_each_press_does(page).await?;
        newcomer::home_leads_to_the_rule_behind_a_fall(page).await?;
        home::the_toy_ends_and_begins_again(page).await?;
        newcomer::a_number_moves_the_life_and_can_be_taken_back(page).await?;
    }
    Ok(())
}

/// Rows that come, go and change places.
pub async fn lists_go_on(page: &Page) -> Outcome {
    for translator in BOTH {
        page.translate(translator).await?;
        rules::rules_are_copied_moved_and_deleted(page).await?;
        rules::rules_are_searched(page).await?;
        events::events_are_added_changed_copied_and_deleted(page).await?;
    }
    Ok(())
}

/// Questions and their answers.
pub async fn questions_go_on(page: &Page) -> Outcome {
    page.translate(Translator::Font).await?;
    why::a_point_leads_to_its_source_and_back(page).await?;
    letter::the_letter_says_what_it_may(page).await?;
    ask_principles::principles_are_added_edited_and_deleted(page).await
}

/// Comparing, and searching the record.
pub async fn other_pages_go_on(page: &Page) -> Outcome {
    for translator in BOTH {
        page.translate(translator).await?;
        compare_rulebooks::rulebooks_are_compared(page).await?;
        record::statements_are_searched_and_filtered(page).await?;
    }
    Ok(())
}

/// A lesson, and the town of many lives.
pub async fn lessons_and_the_town_go_on(page: &Page) -> Outcome {
    page.translate(Translator::Font).await?;
    stage::a_rule_is_changed_in_a_lesson(page).await?;
    society::a_dot_is_pressed(page).await?;
    society::a_reform_is_tried(page).await
}

/// The translator has done its work, and the page bears it.
async fn is_translated(page: &Page, translator: Translator) -> Outcome {
    match translator {
        Translator::Font => assert!(page.count("#main font").await? > 500),
        Translator::Refill => {
            assert!(page.script("return window.translations > 0", vec![]).await? == json!(true));
        }
    }
    rests(page).await
}

/// Translator and page do not go on answering each other.
async fn rests(page: &Page) -> Outcome {
    let count = "return window.translations";
    page.settle().await?;
    page.settle().await?;
    let before = page.script(count, vec![]).await?;
    page.settle().await?;
    page.settle().await?;
    assert_eq!(page.script(count, vec![]).await?, before, "there is no rest");
    Ok(())
}
