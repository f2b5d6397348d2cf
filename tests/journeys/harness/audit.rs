//! What is wrong with the page without anybody having pressed anything.

use std::fs;

use serde_json::{Value, json};

use super::{Outcome, Page, Scheme, file_in};

const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] })
        .then(result => done(result.violations), error => done(String(error)));
";

/// Lets the browser style at once, and also what is off the screen: the checker waits for neither.
const UNFOLD: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after { content-visibility: visible !important; transition: none !important }');
    document.adoptedStyleSheets.push(sheet);
";

impl Page {
    /// Fails on anything that axe, the accessibility checker, objects to in what is now on the page.
    pub async fn axe(&self) -> Outcome {
        if self.script("return window.axe === undefined", vec![]).await? == json!(true) {
            let axe = file_in("AXE")?;
            let source =
                fs::read_to_string(&axe).map_err(|error| format!("{} cannot be read: {error}", axe.display()))?;
            self.script(&source, vec![]).await?;
            self.script(UNFOLD, vec![]).await?;
            self.settle().await?;
        }
        let answer = self.client.execute_async(RUN_AXE, vec![]).await?;
        let violations = answer.as_array().ok_or_else(|| format!("axe did not run: {answer}"))?;
        if violations.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = violations.iter().map(described).collect();
        Err(format!("axe objects at {}:\n{}", self.fragment().await?, lines.join("\n")).into())
    }

    /// The same, with light and with dark colours.
    pub async fn axe_in_both_schemes(&self) -> Outcome {
        for scheme in [Scheme::Dark, Scheme::Light] {
            self.prefer(scheme).await?;
            self.axe().await.map_err(|error| format!("{} colours: {error}", scheme.name()))?;
        }
        Ok(())
    }

    /// Errors on the console since the last look.
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        let console = self.console().await?;
        let severe = console.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe.map(|entry| plain(&entry["message"])).collect())
    }

    /// Fails when the page has written an error to the console, unless the journey provokes some.
    pub async fn no_errors(&self) -> Outcome {
        let errors = self.errors().await?;
        if errors.is_empty() || self.forgives_errors.get() {
            return Ok(());
        }
        Err(format!("errors on the console:\n  {}", errors.join("\n  ")).into())
    }

    /// Fails when the document is wider than the window, which makes a telephone scroll sideways.
    pub async fn fits_the_window(&self) -> Outcome {
        let script = "
            const width = document.documentElement.clientWidth;
            const clips = it => it !== document.body && getComputedStyle(it).overflowX !== 'visible';
            const isClipped = it => it.parentElement && (clips(it.parentElement) || isClipped(it.parentElement));
            return [...document.querySelectorAll('body, body *')]
                .filter(it => document.documentElement.scrollWidth > width)
                .filter(it => it === document.body || it.checkVisibility() && it.getBoundingClientRect().right > width + 1
                    && !isClipped(it))
                .slice(0, 8)
                .map(it => `${it.tagName.toLowerCase()}.${it.className} reaches ${Math.round(it.getBoundingClientRect().right)} of ${width}`)
        ";
        let wide: Vec<String> = serde_json::from_value(self.script(script, vec![]).await?)?;
        if wide.is_empty() { Ok(()) } else { Err(format!("wider than the window: {}", wide.join("; ")).into()) }
    }
}

fn described(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let targets: Vec<String> = nodes.iter().take(6).map(|node| format!("      {}", target(node))).collect();
    let more = if nodes.len() > 6 { format!("\n      and {} more", nodes.len() - 6) } else { String::new() };
    format!("  {}: {}\n{}{more}", plain(&violation["id"]), plain(&violation["help"]), targets.join("\n"))
}

/// The selector of an element, and the first reason why it is there.
fn target(node: &Value) -> String {
    let selector = node["target"].as_array().into_iter().flatten().map(plain).collect::<Vec<_>>().join(" ");
    let reason = ["any", "all", "none"].iter().find_map(|kind| node[*kind][0]["message"].as_str());
    reason.map_or_else(|| selector.clone(), |reason| format!("{selector} ({reason})"))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
