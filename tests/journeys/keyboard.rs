//! Everything with the keyboard alone. The focus is always somewhere, and always visible.

use serde::Deserialize;
use serde_json::json;

use crate::harness::{Outcome, Page};
use crate::lab::points_of;

/// Where the focus is.
#[derive(Debug, Deserialize)]
struct Stop {
    /// The element in words.
    what: String,
    /// Whether it is what was looked for.
    found: bool,
    /// Whether one can see that it has the focus.
    shown: bool,
}

/// A ring may be drawn around what the element is part of: the figure of a number, the track of a switch.
const STOP: &str = "
    const it = document.activeElement;
    const [css, part] = arguments;
    const words = it => (it.getAttribute('aria-label') ?? it.innerText ?? '').trim();
    const outline = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const own = [it, ...it.parentElement?.children ?? []]
        .flatMap(it => [null, '::before', '::after'].map(pseudo => getComputedStyle(it, pseudo)));
    const around = [1, 2, 3].reduce(all => [...all, all.at(-1)?.parentElement], [it]).filter(it => it && it !== document.body);
    const rings = own.some(style => outline(style) || style.boxShadow !== 'none')
        || around.some(it => outline(getComputedStyle(it)));
    return {
        what: `${it.tagName.toLowerCase()}#${it.id}.${it.className} “${words(it).slice(0, 40)}”`,
        found: it.matches(css) && words(it).includes(part),
        shown: it !== document.body && rings,
    }
";

/// More stops than any page has.
const MOST: usize = 400;
/// So many of them are told when something is wrong.
const TOLD: usize = 5;

/// Presses a key until the focus is on what matches and says so. Every stop on the way has to be visible.
pub(crate) async fn walk(page: &Page, key: &str, css: &str, part: &str) -> Outcome {
    let mut way: Vec<String> = Vec::new();
    for _ in 0..MOST {
        page.tap(key).await?;
        let stop: Stop = serde_json::from_value(page.script(STOP, vec![json!(css), json!(part)]).await?)?;
        if !stop.shown {
            return Err(format!("after {way:#?}\nthe focus cannot be seen on {}", stop.what).into());
        }
        if stop.found {
            return page.settle().await;
        }
        way.push(stop.what);
        way.drain(..way.len().saturating_sub(TOLD));
    }
    Err(format!("{key} does not lead to {css} “{part}”, but to {way:#?}").into())
}

/// From Home into the lab: a rule is edited, taken back and shared, the chart is read, and nothing holds the focus.
pub async fn everything_goes_without_a_mouse(page: &Page) -> Outcome {
    page.open("").await?;
    walk(page, "Tab", ".skip-link", "Skip to the content").await?;
    page.press("Enter").await?;
    assert!(page.has_focus("#main").await?);
    walk(page, "Tab", "#presses button", "criticises an official").await?;
    page.press("Enter").await?;
    page.wait_text(".toy-finding", "with 952 points").await?;
    walk(page, "Tab", ".gallery a", "Rongcheng: the older rulebook").await?;
    page.press("Enter").await?;
    page.wait_text(".why-standing", "956 points").await?;
    assert!(page.has_focus("#main h1").await?, "the new page begins at its heading");

    let field = points_of("late-bill");
    walk(page, "Tab", &field, "").await?;
    page.type_text("-40").await?;
    page.wait_text(".why-standing", "896 points").await?;
    page.press("Control+z").await?;
    page.wait_text(".why-standing", "956 points").await?;
    assert!(page.has_focus(&field).await?, "undo leaves the focus where it is");
    page.press("Control+Shift+z").await?;
    page.wait_text(".why-standing", "896 points").await?;

    walk(page, "Tab", "#chart-reader", "").await?;
    page.press("Home").await?;
    page.wait_text("#why-title", "Why 1000 on 1 January 2020?").await?;
    page.press("PageDown").await?;
    page.wait_text("#why-title", "Why 1004 on 14 March 2020?").await?;
    page.wait_text("#event-title", "Volunteers").await?;
    page.press("Shift+ArrowRight").await?;
    page.wait_text("#why-title", "on 14 April 2020?").await?;
    page.press("Escape").await?;
    page.wait_gone(".event-editor").await?;
    page.press("End").await?;
    page.wait_text("#why-title", "Why 896 on 31 December 2024?").await?;
    assert!(page.has_focus("#chart-reader").await?);

    walk(page, "Shift+Tab", ".toptools button", "Share").await?;
    page.press("Enter").await?;
    page.wait_for("#share-url").await?;
    assert!(page.has_focus("dialog[open] *, dialog[open]").await?);
    page.press("Escape").await?;
    page.wait_gone("dialog[open]").await?;
    assert!(page.has_focus(".toptools button").await?, "the focus is back where the dialog was opened");
    walk(page, "Tab", ".footer a", "Engine").await
}

/// Tabs, menus, the list of shortcuts and the rule list by their usual keys.
pub async fn tabs_menus_and_lists_have_their_keys(page: &Page) -> Outcome {
    page.open_preset("blank").await?;
    page.focus("#system-tab-0").await?;
    for (key, tab) in [("ArrowRight", 1), ("End", 5), ("ArrowRight", 0), ("ArrowLeft", 5), ("Home", 0)] {
        page.press(key).await?;
        page.wait_for(&format!("#system-panel-{tab}")).await?;
        assert!(page.has_focus(&format!("#system-tab-{tab}")).await?, "{key}");
    }

    page.focus("summary[aria-label='Colours and shortcuts']").await?;
    page.press("Enter").await?;
    walk(page, "Tab", ".menu-item", "Dark").await?;
    page.press("Enter").await?;
    page.wait_for("html[data-theme=dark]").await?;
    page.announced("Colours: Dark.").await?;
    page.press("Escape").await?;
    assert!(page.has_focus("summary[aria-label='Colours and shortcuts']").await?);

    page.press("?").await?;
    page.wait_text("dialog[open]", "Keyboard shortcuts").await?;
    page.press("Escape").await?;
    page.wait_gone("dialog[open]").await?;

    page.focus("#rule-late-bill-open").await?;
    page.press("Enter").await?;
    page.wait_for("#rule-late-bill-row .rule-deeds").await?;
    page.press("Control+d").await?;
    page.wait_for("#rule-late-bill-2-row").await?;
    page.reload().await?;
    page.wait_for("html[data-theme=dark]").await
}
