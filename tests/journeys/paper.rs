//! The page on paper, and in the reader's own colours.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::harness::{Outcome, Page};

/// How many pages a route takes on A4.
async fn sheets(page: &Page, route: &str) -> Outcome<usize> {
    page.open(route).await?;
    page.wait_for("#main h1").await?;
    page.settle().await?;
    let size = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let answer = page.devtools("Page.printToPDF", size).await?;
    let pdf = BASE64_STANDARD.decode(answer["data"].as_str().ok_or("nothing was printed")?)?;
    let name = b"/Type /Page";
    Ok(pdf.windows(name.len() + 1).filter(|it| it.starts_with(name) && it.last() != Some(&b's')).count())
}

/// Those of the elements that match which take no room, by their texts; at least `least` have to match.
async fn unseen(page: &Page, css: &str, least: usize) -> Outcome<Vec<String>> {
    let script = "
        const all = [...document.querySelectorAll(arguments[0])];
        const isSeen = it => it.getBoundingClientRect().width > 0 && it.getBoundingClientRect().height > 0;
        return [all.length, all.filter(it => !isSeen(it)).map(it => it.textContent.trim())];
    ";
    let (count, unseen): (usize, Vec<String>) = serde_json::from_value(page.script(script, vec![json!(css)]).await?)?;
    assert!(count >= least, "only {count} of {css}");
    Ok(unseen)
}

/// Nothing that is shown gets lost on paper: names of groups, the legend, whose life it is.
pub async fn names_and_legends_are_printed(page: &Page) -> Outcome {
    page.open("#/society").await?;
    page.wait_for(".groups-name").await?;
    page.wait_for(".town-dots > i").await?;
    page.media("print", &[]).await?;
    for (css, least) in [(".groups-name", 8), (".town-name", 8), (".town-band", 2), (".town-key", 2)] {
        assert!(unseen(page, css, least).await?.is_empty(), "{css}");
    }
    // What follows a group stands below it: nothing is printed over anything.
    let overlaps = "
        const parts = [...document.querySelectorAll('.town-tile, .groups-row')].map(it => it.getBoundingClientRect());
        return parts.slice(1).some((it, at) => it.top < parts[at].bottom - 1);
    ";
    assert_eq!(page.script(overlaps, vec![]).await?, false);

    page.open("#/lab").await?;
    page.media("print", &[]).await?;
    let chosen = ".lab-page .btn[aria-pressed=true]";
    assert!(unseen(page, chosen, 1).await?.is_empty());
    let empty = "
        const isEmpty = it => it.checkVisibility() && !it.querySelector('td');
        return [...document.querySelectorAll('table')].some(isEmpty);
    ";
    assert_eq!(page.script(empty, vec![]).await?, false, "a head without a table");
    // What can only be pressed, and how to press it, is not printed; nor is a head with nothing below it.
    page.open_preset("rongcheng-rules").await?;
    page.media("print", &[]).await?;
    let printed = "
        const printed = it => it.checkVisibility();
        const words = ['Press a ribbon', 'Drag a mark', 'Drag the borders'];
        return [...document.querySelectorAll('#main :is(p, h3, .ask-door)')].filter(printed).map(it => it.textContent)
            .filter(it => it === 'Groups' || it === 'What made it' || words.some(word => it.includes(word)));
    ";
    let printed: Vec<String> = serde_json::from_value(page.script(printed, vec![]).await?)?;
    assert!(printed.is_empty(), "{printed:?}");
    page.wait_gone(".palette").await
}

/// Paper is not wasted: the record, above all, is not a book.
pub async fn pages_take_few_sheets(page: &Page) -> Outcome {
    for (route, most) in [
        ("#/record", 30),
        ("#/watching", 30),
        ("#/", 4),
        ("#/lab", 9),
        ("#/compare", 9),
        ("#/learn", 4),
        ("#/about", 6),
        ("#/claims", 2),
        ("#/changes", 2),
    ] {
        let sheets = sheets(page, route).await?;
        assert!((1..=most).contains(&sheets), "{route} takes {sheets} sheets");
    }
    // What is unfolded is printed.
    page.open("#/record").await?;
    page.wait_for(".grounds").await?;
    page.media("print", &[]).await?;
    let shown = "return [...document.querySelectorAll('.grounds')].map(it => it.scrollHeight > it.firstElementChild.scrollHeight + 20)";
    page.script("document.querySelector('.grounds').open = true", vec![]).await?;
    let shown: Vec<bool> = serde_json::from_value(page.script(shown, vec![]).await?)?;
    assert!(shown[0] && !shown[1], "{shown:?}");
    Ok(())
}

/// In the reader's own colours, what is painted on a ground of its own can be told from it.
pub async fn forced_colours_hide_nothing(page: &Page) -> Outcome {
    let differs = "
        const [css, one, other, before] = arguments;
        const style = it => getComputedStyle(document.querySelector(it));
        return style(css)[one] !== style(before ?? css)[other];
    ";
    let told = async |css: &str, one: &str, other: &str, of: Option<&str>| -> Outcome {
        let differs = page.script(differs, vec![json!(css), json!(one), json!(other), json!(of)]).await?;
        assert_eq!(differs, true, "{one} of {css} is {other} of {}", of.unwrap_or(css));
        Ok(())
    };
    let forced = [("forced-colors", "active")];
    page.media("", &forced).await?;
    page.open("#/").await?;
    page.media("", &forced).await?;
    page.wait_for(".toy-mark").await?;
    told(".toy-mark", "backgroundColor", "backgroundColor", Some("body")).await?;

    page.open("#/lab").await?;
    page.media("", &forced).await?;
    page.wait_for(".chart-flag").await?;
    told(".chart-flag", "color", "backgroundColor", None).await?;
    told(".toggle > input:checked", "backgroundColor", "backgroundColor", Some("body")).await?;

    page.open("#/society").await?;
    page.media("", &forced).await?;
    page.wait_for(".groups-band").await?;
    told(".groups-band", "backgroundColor", "backgroundColor", Some("body")).await?;
    told(".groups-band", "color", "backgroundColor", None).await?;

    page.open("#/learn/twelve-points").await?;
    page.media("", &forced).await?;
    page.wait_for(".lesson-mark[aria-current]").await?;
    told(".lesson-mark[aria-current]", "color", "backgroundColor", None).await
}
