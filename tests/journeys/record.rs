//! The record and the page for watching films.

use serde_json::json;

use crate::harness::{Outcome, Page};

/// Opens the record and waits until all of it is there.
async fn open_record(page: &Page, fragment: &str) -> Outcome {
    page.open(fragment).await?;
    let all = "
        const topics = [...document.querySelectorAll('.facts-topic')];
        return topics.length > 20 && topics.every(it => it.querySelector('.fact'))
    ";
    page.wait_until("all statements are there", all, vec![]).await?;
    page.settle().await
}

/// How many statements are shown at this moment.
async fn shown(page: &Page) -> Outcome<u64> {
    let script = "return [...document.querySelectorAll('.fact')].filter(it => !it.hidden).length";
    Ok(page.script(script, vec![]).await?.as_u64().unwrap_or_default())
}

/// Words, marks, topic and mechanism narrow the list; the count is told; everything comes back.
pub async fn statements_are_searched_and_filtered(page: &Page) -> Outcome {
    open_record(page, "#/record").await?;
    let all = shown(page).await?;
    assert!(all > 300, "{all}");
    page.wait_text(".facts-count", &format!("All {all} statements")).await?;

    page.fill("#record-search", "1430 jinan").await?;
    page.wait_text("#fact-dog-outcome", "1,430").await?;
    assert!(shown(page).await? < 5);
    page.wait_text(".facts-count", &format!("of {all} statements fit")).await?;
    page.type_text(" / nowhere").await?;
    assert_eq!(page.value("#record-search").await?, "1430 jinan / nowhere", "a slash is a letter like any other");
    page.wait_text("#statements ~ .empty", "No statement fits.").await?;
    assert_eq!(shown(page).await?, 0);

    page.click_named(".facts-clear button", "Clear search and filters").await?;
    page.wait_text(".facts-count", &format!("All {all} statements")).await?;
    page.click(".facts-marks input[value=unverified]").await?;
    let unverified = shown(page).await?;
    assert!(unverified > 5 && unverified < 60, "{unverified}");
    let marked = "return [...document.querySelectorAll('.fact')].filter(it => !it.hidden)
        .every(it => it.dataset.standing === 'unverified' && it.textContent.includes('not verified'))";
    page.wait_until("each says that it is not verified", marked, vec![]).await?;
    page.click(".facts-marks input[value=derived]").await?;
    assert!(shown(page).await? > unverified, "two marks admit more than one");
    page.choose("#record-topic", "surveys").await?;
    page.wait_text(".facts-topic:not([hidden]) h3", "surveys").await?;
    page.choose("#record-mechanism", "list").await?;
    page.wait_text("#statements ~ .empty", "No statement fits.").await?;
    page.click_named(".facts-clear button", "Clear search and filters").await?;
    assert_eq!(shown(page).await?, all);
    assert_eq!(page.value("#record-topic").await?, "");
    Ok(())
}

/// The address of a statement leads to it, although it comes later than the page, and past filters that hide it.
pub async fn a_link_leads_to_one_statement(page: &Page) -> Outcome {
    page.open("#/record?at=fact-dog-outcome").await?;
    page.wait_for("#fact-dog-outcome[data-here]").await?;
    in_view(page, "#fact-dog-outcome").await?;
    assert!(page.has_focus("#fact-dog-outcome").await?);

    page.fill("#record-search", "schufa").await?;
    page.wait_gone("#fact-dog-outcome").await?;
    page.go_to("#/record?at=fact-approval").await?;
    page.wait_for("#fact-approval[data-here]").await?;
    assert_eq!(page.value("#record-search").await?, "", "the search that hid it is cleared");
    page.announced("Search and filters are cleared").await?;
    in_view(page, "#fact-approval").await?;
    assert_eq!(page.count(".fact[data-here]").await?, 1);

    // A link to another one does not make the page anew.
    page.fill("#record-search", "jinan").await?;
    page.click("#fact-dog-outcome .fact-tools a").await?;
    page.wait_for("#fact-dog-outcome[data-here]").await?;
    assert_eq!(page.fragment().await?, "#/record?at=fact-dog-outcome");
    assert_eq!(page.value("#record-search").await?, "jinan", "what is shown anyhow changes nothing");

    page.go_to("#/record?at=fact-nowhere").await?;
    page.announced("no statement with the name").await?;
    page.wait_text(".record-body > .notice", "nowhere").await
}

async fn in_view(page: &Page, css: &str) -> Outcome {
    let script = "
        const box = document.querySelector(arguments[0])?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.top < innerHeight
    ";
    page.wait_until(&format!("{css} is in the window"), script, vec![json!(css)]).await
}

/// A citation has statement, mark, date, sources and address; without a clipboard it is there to be copied by hand.
pub async fn a_citation_is_copied(page: &Page) -> Outcome {
    page.allow_clipboard().await?;
    open_record(page, "#/record?at=fact-dog-outcome").await?;
    page.click_named("#fact-dog-outcome button", "Copy citation").await?;
    page.wait_text("#fact-dog-outcome .fact-tools", "Citation copied.").await?;
    page.announced("Citation copied.").await?;
    page.script("navigator.clipboard.readText().then(it => { window.copied = it; })", vec![]).await?;
    let whole = "return ['1,430', 'Mark: documented', 'as of August 2018', 'Source', '#/record?at=fact-dog-outcome']
        .every(it => window.copied?.includes(it))";
    page.wait_until("the citation is whole", whole, vec![]).await?;

    page.script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))", vec![]).await?;
    page.click_named("#fact-dog-outcome button", "Copy citation").await?;
    page.wait_text("#fact-dog-outcome .fact-tools", "did not allow copying").await?;
    page.wait_for("#fact-dog-outcome textarea").await?;
    let selected = "
        const it = document.activeElement;
        return it.matches('#fact-dog-outcome textarea') && it.selectionEnd - it.selectionStart === it.value.length
    ";
    page.wait_until("the citation is selected", selected, vec![]).await
}

/// A myth has its verdict and its grounds, and leads to the lab; the timeline is narrowed to one mechanism.
pub async fn myths_and_moments_lead_further(page: &Page) -> Outcome {
    open_record(page, "#/record").await?;
    page.wait_text("#myth-score-tickets .myth-verdict", "Mixed up").await?;
    page.click("#myth-score-tickets summary").await?;
    page.wait_for("#myth-score-tickets .fact-line a").await?;

    let moments = "return [...document.querySelectorAll('.moment')].filter(it => it.checkVisibility()).length";
    let all = page.script(moments, vec![]).await?.as_u64();
    page.click_named(".timeline-filter label", "a list").await?;
    let lists = page.script(moments, vec![]).await?.as_u64();
    assert!(lists > Some(2) && lists < all, "{lists:?} of {all:?}");
    page.click(".moment:not([hidden]) a").await?;
    page.wait_for(".fact[data-here]").await?;

    page.click("#myth-score-tickets .try-link").await?;
    page.wait_text("#main h1", "Compare").await?;
    assert_eq!(page.fragment().await?, "#/compare?with=popular-picture,judgment-defaulters");
    Ok(())
}

/// A film leads to the record and to the lab; the contents lead to each way of looking.
pub async fn a_film_is_questioned(page: &Page) -> Outcome {
    page.open("#/watching").await?;
    page.wait_for("#film-total-trust").await?;
    page.click_named(".record-contents a", "A sheet for any film").await?;
    in_view(page, "#sheet").await?;
    assert!(page.has_focus("#sheet").await?);
    page.click_with(".films-also a", "Total Trust").await?;
    assert_eq!(page.fragment().await?, "#/watching?at=film-total-trust");
    in_view(page, "#film-total-trust").await?;
    page.click("[aria-labelledby=film-total-trust] .grounds summary").await?;
    page.click("[aria-labelledby=film-total-trust] .fact-line a").await?;
    page.wait_for(".fact[data-here]").await?;
    page.go_to("#/watching?at=film-total-trust").await?;
    page.wait_for("[aria-labelledby=film-total-trust] .try-link").await?;
    page.click("[aria-labelledby=film-total-trust] .try-link").await?;
    page.wait_for(".scenario-bar h1").await
}

/// Both pages please the checker in light and dark, and fit a telephone.
pub async fn the_record_is_accessible(page: &Page) -> Outcome {
    open_record(page, "#/record").await?;
    page.axe_in_both_schemes().await?;
    for width in [390, 320] {
        page.resize(width, 844).await?;
        open_record(page, "#/record").await?;
        page.fits_the_window().await?;
        page.click(".record-contents-button").await?;
        page.wait_for(".record-contents ul a").await?;
        page.press("Escape").await?;
        page.wait_gone(".record-contents ul a").await?;
        page.open("#/watching").await?;
        page.wait_for(".film").await?;
        page.fits_the_window().await?;
    }
    page.axe().await?;
    page.resize(1280, 800).await?;
    page.open("#/watching").await?;
    page.wait_for(".film").await?;
    page.axe_in_both_schemes().await
}
