//! What a press leads to is in the window and has the focus, on a telephone, a tablet and a small laptop.

use serde_json::json;

use crate::harness::{Outcome, Page};

/// Sizes at which the lab has one column.
const ONE_COLUMN: [(u32, u32); 3] = [(390, 844), (768, 1024), (820, 1180)];

/// The same, and a laptop.
const SIZES: [(u32, u32); 4] = [(390, 844), (768, 1024), (820, 1180), (1366, 768)];

/// The top of an element is in the window, and nothing lies over it.
const IN_WINDOW: &str = "
    const it = document.querySelector(arguments[0]);
    if (!it) return `${arguments[0]} is not there`;
    const box = it.getBoundingClientRect();
    const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 20)];
    if (box.width === 0 || y < 0 || y > innerHeight || x < 0 || x > innerWidth) {
        return `${arguments[0]} is at ${Math.round(box.x)}, ${Math.round(box.y)} of ${innerWidth} × ${innerHeight}`;
    }
    const over = document.elementFromPoint(x, y);
    return it.contains(over) || over?.contains(it) ? '' : `${over?.outerHTML.slice(0, 80)} lies over ${arguments[0]}`;
";

impl Page {
    /// Fails unless an element is in the window.
    pub async fn is_in_window(&self, css: &str) -> Outcome {
        // What is drawn a little later may move it; then the page brings it back.
        let mut wrong = String::new();
        for _ in 0..10 {
            self.settle().await?;
            wrong = self.script_text(IN_WINDOW, vec![json!(css)]).await?;
            if wrong.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        }
        Err(wrong.into())
    }

    /// Fails unless an element is in the window and has the focus.
    async fn leads_to(&self, css: &str) -> Outcome {
        let focused = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.wait_until(&format!("{css} has the focus"), focused, vec![json!(css)]).await?;
        self.is_in_window(":focus").await
    }

    async fn scrolled(&self) -> Outcome<f64> {
        Ok(self.script("return scrollY", vec![]).await?.as_f64().unwrap_or_default())
    }
}

/// The bar at the foot opens the rules and goes there; pressed again, it leads back.
pub async fn the_bar_leads_to_the_rules_and_back(page: &Page) -> Outcome {
    for (width, height) in ONE_COLUMN {
        page.resize(width, height).await?;
        page.open_preset("rongcheng-rules").await?;
        page.script("scrollTo(0, 200)", vec![]).await?;
        page.is_in_window(".lab-handle").await?;
        assert!(page.count(".rule").await? > 20);
        page.click(".lab-handle").await?;
        page.leads_to("#lab-rules").await?;
        page.is_in_window(".lab-handle").await?;
        page.is_in_window(".rule:first-child .rule-open").await?;
        // It stays in sight as the way back, down in the list as well.
        page.focus(".rule:last-child .rule-open").await?;
        page.is_in_window(".rule:last-child .rule-open").await?;
        page.is_in_window(".lab-handle").await?;
        // Upwards, nothing that has the focus hides behind it.
        for at in (1..20).rev() {
            let button = format!(".rule:nth-child({at}) .rule-open");
            page.focus(&button).await?;
            page.is_in_window(&button).await?;
        }
        page.click(".lab-handle").await?;
        assert_eq!(page.attribute(".lab-handle", "aria-expanded").await?.as_deref(), Some("false"));
        assert_eq!(page.scrolled().await?, 200.0, "{width}: back where it was");
        assert!(page.has_focus(".lab-handle").await?);
        // Open but out of sight, it leads there again.
        page.click(".lab-handle").await?;
        page.script("scrollTo(0, 0)", vec![]).await?;
        page.click(".lab-handle").await?;
        page.leads_to("#lab-rules").await?;
    }
    Ok(())
}

/// From Home to the number behind a fall.
pub async fn home_leads_to_the_number(page: &Page) -> Outcome {
    for (width, height) in SIZES {
        page.resize(width, height).await?;
        page.open("").await?;
        page.click_with("#presses button", "pays a bill late").await?;
        page.click_with("#presses button", "criticises an official").await?;
        page.click_named("button", "Change that rule").await?;
        page.leads_to("#rule-criticism-amount").await?;
        page.is_in_window("#rule-criticism-row .rule-open").await?;
        page.wait_for("#rule-criticism-row .rule-deeds").await?;
        // So does the same address, opened by itself and gone to from another place of the lab.
        page.open("#/lab?preset=rongcheng-rules&at=rule-late-bill-amount").await?;
        page.leads_to("#rule-late-bill-amount").await?;
        page.go_to("#/lab?at=rule-damage-amount").await?;
        page.leads_to("#rule-damage-amount").await?;
    }
    Ok(())
}

/// Wherever the lab names a rule or an event as something to go to, the press goes there.
pub async fn the_lab_leads_to_rules_and_events(page: &Page) -> Outcome {
    for (width, height) in [(390, 844), (768, 1024), (1366, 768)] {
        page.resize(width, height).await?;
        page.open_preset("rongcheng-rules").await?;
        page.click_with(".ledger-what", "Contract case lost").await?;
        page.click_named(".ledger-tools button", "Edit rule").await?;
        page.leads_to("#rule-contract-case-open").await?;
        page.press("Escape").await?;
        page.leads_to(".ledger-tools button").await?;
        page.click_named(".ledger-tools button", "Edit event").await?;
        page.leads_to("#event-title").await?;

        page.click(".mark[aria-label^='Contract case lost']").await?;
        page.leads_to("#event-title").await?;

        page.click_with(".idle summary", "under a rule that is off").await?;
        page.click(".idle-group[open] .link").await?;
        page.leads_to("#event-title").await?;

        page.click(".held summary").await?;
        page.click_named(".held details[open] button", "Edit event").await?;
        page.leads_to("#event-title").await?;
    }
    Ok(())
}

/// A finding of the review leads to its rule, and a rule to the questions about it.
pub async fn questions_and_rules_lead_to_each_other(page: &Page) -> Outcome {
    for (width, height) in [(390, 844), (768, 1024), (1366, 768)] {
        page.resize(width, height).await?;
        page.open_preset("rongcheng-rules").await?;
        page.click("#ask-tab-4").await?;
        page.click_with(".question-tools button", "Show the rule").await?;
        page.leads_to(".rule-open").await?;
        let rule = page.script_text("return document.activeElement.closest('.rule').id", vec![]).await?;
        page.click(&format!("#{rule} .rule-questions")).await?;
        page.leads_to(".question").await?;
    }
    Ok(())
}

/// A pressed dot leads to the card of the person, and the card back to the dot; keys do the same.
pub async fn a_dot_leads_to_its_card_and_back(page: &Page) -> Outcome {
    for (width, height) in SIZES {
        page.resize(width, height).await?;
        page.open("#/society").await?;
        page.wait_for(".town-dots > i").await?;
        for dot in [".town-tile:nth-child(2) .town-dots > i:nth-child(3)", ".town-tile:last-child .town-dots > i"] {
            page.click(dot).await?;
            page.leads_to("#town-person").await?;
            page.is_in_window("#town-person .btn-primary").await?;
            page.click_named("#town-person button", "Back to the dot").await?;
            assert!(page.has_focus(".town-board").await?);
            page.is_in_window(".town-dots > i[data-picked]").await?;
            page.press("Enter").await?;
            page.leads_to("#town-person").await?;
            page.press("Escape").await?;
            page.is_in_window(".town-dots > i[data-picked]").await?;
        }
    }
    Ok(())
}

/// Where there are three columns, the chart is beside the rule that is changed, and lies over nothing.
pub async fn the_chart_stays_beside_the_rules(page: &Page) -> Outcome {
    for (width, height) in [(1366, 768), (1440, 900)] {
        page.resize(width, height).await?;
        page.open_preset("rongcheng-rules").await?;
        // The rest of the column has gone by there.
        page.focus("#rule-family-help-open").await?;
        page.fill("#rule-family-help-amount", "40").await?;
        page.is_in_window("#rule-family-help-amount").await?;
        page.is_in_window("#finding").await?;
        page.is_in_window("#chart-reader").await?;
        // What follows the chart is not under it, from whichever side one comes.
        for place in [".palette button", ".lab-life .fold summary", ".rule:last-child .rule-open"] {
            page.focus(place).await?;
            page.is_in_window(place).await?;
        }
        page.focus(".lab-life .fold summary").await?;
        page.is_in_window(".lab-life .fold summary").await?;
    }
    Ok(())
}
