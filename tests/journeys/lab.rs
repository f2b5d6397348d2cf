//! What a visitor does and sees in the lab.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;
use tokio::time::sleep;

use crate::harness::{Outcome, Page};

/// What the page shows of the life that is looked at: whatever an edit can change.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Picture {
    /// The title of the scenario.
    pub title: String,
    /// Whose life it is.
    pub subject: String,
    /// The sentence above the chart.
    pub finding: String,
    /// Score and band on the day that is looked at, in a sentence.
    pub standing: String,
    /// Bands and line, as they are drawn.
    pub drawing: String,
    /// What each mark on the line says.
    pub marks: Vec<String>,
    /// What each ribbon says.
    pub ribbons: Vec<String>,
    /// The lines of the ledger.
    pub ledger: Vec<String>,
    /// The points or the word of each rule, and whether it is in use.
    pub rules: Vec<String>,
}

const PICTURE: &str = "
    const text = css => document.querySelector(css)?.innerText.trim() ?? '';
    const labels = css => [...document.querySelectorAll(css)].map(it => it.getAttribute('aria-label') ?? it.innerText);
    // A number that was just typed looks as it was typed; what is off the screen has no innerText.
    const figure = it => (it?.querySelector('input')?.value ?? it?.textContent ?? '').trim().replace('-', '−').replace('+', '');
    return {
        title: text('.lab-page h1'),
        subject: text('.subjects [aria-pressed=true]'),
        finding: text('#finding'),
        standing: text('.why-standing'),
        drawing: document.querySelector('.chart-ground')?.innerHTML ?? '',
        marks: labels('.mark'),
        ribbons: labels('.ribbon'),
        ledger: [...document.querySelectorAll('.ledger-row')]
            .map(it => [...it.querySelectorAll('.date, .ledger-what, .ledger-note, .n')].map(it => it.innerText.trim()).join(' | ')),
        rules: [...document.querySelectorAll('.rule')]
            .map(it => [it.id, figure(it.querySelector('.rule-figure')), it.querySelector('[role=switch]')?.checked].join(' ')),
    }
";

impl Picture {
    /// What is not the same in another picture.
    pub fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        let parts = [
            ("title", self.title != other.title),
            ("subject", self.subject != other.subject),
            ("finding", self.finding != other.finding),
            ("standing", self.standing != other.standing),
            ("drawing", self.drawing != other.drawing),
            ("marks", self.marks != other.marks),
            ("ribbons", self.ribbons != other.ribbons),
            ("ledger", self.ledger != other.ledger),
            ("rules", self.rules != other.rules),
        ];
        parts.into_iter().filter(|it| it.1).map(|it| it.0).collect()
    }

    /// The same in full, but for the drawing.
    fn difference(&self, expected: &Self) -> String {
        let texts = |it: &Self| [&it.title, &it.subject, &it.finding, &it.standing].map(String::clone);
        let lists = |it: &Self| [&it.marks, &it.ribbons, &it.ledger, &it.rules].map(Vec::clone).concat();
        let all = |it: &Self| texts(it).into_iter().chain(lists(it)).collect::<Vec<_>>();
        let (found, expected_all) = (all(self), all(expected));
        let only = |these: &[String], those: &[String]| -> String {
            these.iter().filter(|it| !those.contains(it)).map(|it| format!("\n    {it}")).collect()
        };
        let (missing, surplus) = (only(&expected_all, &found), only(&found, &expected_all));
        format!("not the same: {:?}\n  expected:{missing}\n  found:{surplus}", self.differs_from(expected))
    }

    /// Whether there is a ribbon with this name.
    pub fn has_ribbon(&self, name: &str) -> bool {
        self.ribbons.iter().any(|it| it.starts_with(name))
    }
}

/// The points of a rule, in place.
pub fn points_of(rule: &str) -> String {
    format!("#rule-{rule}-amount")
}

impl Page {
    /// Opens the lab with a preset.
    pub async fn open_preset(&self, id: &str) -> Outcome {
        self.open(&format!("#/lab?preset={id}")).await?;
        self.wait_for("#finding").await?;
        self.wait_for(".mark").await?;
        self.settle().await
    }

    /// What the page shows at this moment.
    pub async fn picture_now(&self) -> Outcome<Picture> {
        Ok(serde_json::from_value(self.script(PICTURE, vec![]).await?)?)
    }

    /// What the page shows once it shows something else than before.
    pub async fn picture_after(&self, before: &Picture) -> Outcome<Picture> {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let now = self.picture_now().await?;
            if now != *before {
                self.settle().await?;
                return self.picture_now().await;
            }
            if Instant::now() > deadline {
                return Err(format!("the picture stays as it was: {now:#?}").into());
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Waits until the page shows this again.
    pub async fn shows_again(&self, expected: &Picture) -> Outcome {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let now = self.picture_now().await?;
            if now == *expected {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(now.difference(expected).into());
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Shows the life of the subject with this name.
    pub async fn look_at(&self, name: &str) -> Outcome {
        self.click_named(".subjects button", name).await?;
        self.wait_text(".subjects [aria-pressed=true]", name).await
    }

    /// Takes back the last step, by the button.
    pub async fn undo(&self) -> Outcome {
        self.click(".toptools button[aria-label^='Undo']").await
    }

    /// Takes it again, by the button.
    pub async fn redo(&self) -> Outcome {
        self.click(".toptools button[aria-label^='Redo']").await
    }

    /// Waits until a screen reader has been told this.
    pub async fn announced(&self, part: &str) -> Outcome {
        self.wait_text("body > .visually-hidden[role=status]", part).await
    }

    /// Waits until the page says that it shows an older result.
    pub async fn is_stale(&self) -> Outcome {
        self.wait_for(".lab.stale").await?;
        self.wait_text(".remarks", "Not up to date:").await?;
        assert!(!self.text("#finding").await?.is_empty());
        Ok(())
    }

    /// Waits until the page shows the result of what stands in the fields.
    pub async fn is_fresh(&self) -> Outcome {
        self.wait_gone(".lab.stale").await
    }

    /// How many changes the bar on top counts.
    pub async fn changes_counted(&self, n: usize) -> Outcome {
        if n == 0 {
            return self.wait_gone(".toptools a[href='#/changes']").await;
        }
        self.wait_text(".toptools a[href='#/changes']", &n.to_string()).await
    }

    /// The link that the dialog shows. The dialog is closed again.
    pub async fn shared_link(&self) -> Outcome<String> {
        self.open_share_dialog().await?;
        let link = self.value("#share-url").await?;
        self.press("Escape").await?;
        self.wait_gone("dialog[open]").await?;
        Ok(link)
    }

    /// Opens the dialog with link, file and drafts.
    pub async fn open_share_dialog(&self) -> Outcome {
        self.click_named(".toptools button", "Share").await?;
        self.wait_for("#share-url").await
    }

    /// Opens one of the tabs below the lives, by its place.
    pub async fn open_system_tab(&self, at: usize) -> Outcome {
        self.click(&format!("#system-tab-{at}")).await?;
        self.wait_for(&format!("#system-panel-{at}")).await
    }

    /// Opens the editor of a rule.
    pub async fn open_rule(&self, id: &str) -> Outcome {
        self.click(&format!("#rule-{id}-open")).await?;
        self.wait_for(&format!("#rule-{id}-row .rule-deeds")).await
    }

    /// Puts a day into a date field. How it is typed depends on the language of the browser.
    pub async fn set_day(&self, css: &str, day: &str) -> Outcome {
        self.find(css).await?;
        let script = "
            const it = document.querySelector(arguments[0]);
            it.focus();
            it.value = arguments[1];
            it.dispatchEvent(new Event('input', { bubbles: true }));
            it.dispatchEvent(new Event('change', { bubbles: true }));
        ";
        self.script(script, vec![json!(css), json!(day)]).await?;
        self.settle().await
    }

    /// Waits until the browser has kept so many drafts.
    pub async fn has_drafts(&self, n: usize) -> Outcome {
        let script = "return JSON.parse(localStorage.getItem('scl.drafts') ?? '[]').length === arguments[0]";
        self.wait_until(&format!("there are {n} drafts"), script, vec![json!(n)]).await
    }

    /// Everything that the browser keeps for this page.
    pub async fn stored(&self) -> Outcome<String> {
        let script = "return JSON.stringify(Object.entries(localStorage).sort())";
        self.script_text(script, vec![]).await
    }
}
