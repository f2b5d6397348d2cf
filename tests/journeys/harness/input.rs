//! Mouse, keyboard and files.

use std::path::Path;

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::page::patiently;
use super::{Outcome, Page};

/// The visible element with this text or label among those that match, or with one that contains it.
const NAMED: &str = "
    const [css, wanted, whole] = arguments;
    // What the browser has not laid out, as it is off the screen, is missing in innerText.
    const names = it => [it.getAttribute('aria-label'), it.innerText || it.textContent, it.value, it.title].map(name => name?.trim() ?? '');
    const fits = name => whole ? name === wanted : name.includes(wanted);
    return [...document.querySelectorAll(css)].find(it => it.checkVisibility() && names(it).some(fits)) ?? null
";

/// Scrolls an element to the middle if something else lies over its own middle, and lets the page follow.
const UNCOVER: &str = "
    const [it, done] = arguments;
    const box = it.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (it.contains(over) || over?.contains(it)) return done();
    it.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(done));
";

impl Page {
    /// Clicks the first match, once nothing covers it.
    pub async fn click(&self, css: &str) -> Outcome {
        patiently(css, async || self.press_on(self.client.find(Locator::Css(css)).await?).await).await?;
        self.settle().await
    }

    /// Clicks the visible match whose text or label is exactly `name`, such as `("button", "Undo")`.
    pub async fn click_named(&self, css: &str, name: &str) -> Outcome {
        self.press_on(self.named(css, name, true).await?).await?;
        self.settle().await
    }

    /// Clicks the first visible match whose text or label contains `part`.
    pub async fn click_with(&self, css: &str, part: &str) -> Outcome {
        self.press_on(self.named(css, part, false).await?).await?;
        self.settle().await
    }

    /// Clicks an element where a visitor would: not below the bar on top, where WebDriver is content to leave it.
    async fn press_on(&self, element: Element) -> Result<(), CmdError> {
        let found = serde_json::to_value(&element)?;
        self.client.execute_async(UNCOVER, vec![found]).await?;
        element.click().await
    }

    async fn named(&self, css: &str, name: &str, whole: bool) -> Outcome<Element> {
        let args = vec![json!(css), json!(name), json!(whole)];
        let script = format!("return (function () {{ {NAMED} }}).apply(null, arguments) !== null");
        self.wait_until(&format!("there is a {css} named “{name}”"), &script, args.clone()).await?;
        let found = self.client.execute(NAMED, args).await?;
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        let id = id.ok_or_else(|| format!("no {css} is named “{name}” any more"))?.to_owned();
        Ok(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// Replaces what stands in a field, by keys, and leaves the focus there.
    pub async fn fill(&self, css: &str, text: &str) -> Outcome {
        self.click(css).await?;
        self.script("document.activeElement.select?.()", vec![]).await?;
        self.type_text(text).await
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Outcome {
        let keys: Vec<Value> = text.chars().flat_map(|key| [down(key), up(key)]).collect();
        self.perform(json!([{ "type": "key", "id": "keyboard", "actions": keys }])).await?;
        self.settle().await
    }

    /// Presses one key or a combination: `Tab`, `Escape`, `Control+z`, `Shift+ArrowLeft`.
    pub async fn press(&self, combination: &str) -> Outcome {
        self.tap(combination).await?;
        self.settle().await
    }

    /// The same without waiting for what comes of it.
    pub async fn tap(&self, combination: &str) -> Outcome {
        let keys = combination.split('+').map(key).collect::<Outcome<Vec<char>>>()?;
        let actions: Vec<Value> = keys.iter().copied().map(down).chain(keys.iter().rev().copied().map(up)).collect();
        self.perform(json!([{ "type": "key", "id": "keyboard", "actions": actions }])).await
    }

    /// Puts the focus on the first match without pressing it.
    pub async fn focus(&self, css: &str) -> Outcome {
        self.find(css).await?;
        self.script("document.querySelector(arguments[0]).focus()", vec![json!(css)]).await?;
        Ok(())
    }

    /// Whether the element with the focus matches.
    pub async fn has_focus(&self, css: &str) -> Outcome<bool> {
        Ok(self.script("return document.activeElement?.matches(arguments[0])", vec![json!(css)]).await? == json!(true))
    }

    /// Chooses the option with this value in a `<select>`.
    pub async fn choose(&self, css: &str, value: &str) -> Outcome {
        self.find(css).await?.select_by_value(value).await?;
        self.settle().await
    }

    /// Gives a file to an `<input type="file">`.
    pub async fn upload(&self, css: &str, file: &Path) -> Outcome {
        self.find(css).await?.send_keys(&file.display().to_string()).await?;
        self.settle().await
    }

    /// Moves the mouse over the middle of the first match.
    pub async fn hover(&self, css: &str) -> Outcome {
        let (x, y) = self.middle(css).await?;
        self.perform(mouse(&[moved(x, y)])).await?;
        self.settle().await
    }

    /// Drags the middle of the first match by some pixels, in steps as a hand would.
    pub async fn drag(&self, css: &str, right: i32, down: i32) -> Outcome {
        let (x, y) = self.middle(css).await?;
        self.drag_between((x, y), (x + right, y + down)).await
    }

    /// Drags the middle of one element to the middle of another.
    pub async fn drag_onto(&self, css: &str, target: &str) -> Outcome {
        let from = self.middle(css).await?;
        let to = self.middle(target).await?;
        self.drag_between(from, to).await
    }

    async fn drag_between(&self, from: (i32, i32), to: (i32, i32)) -> Outcome {
        const STEPS: i32 = 8;
        let mut actions = vec![moved(from.0, from.1), json!({ "type": "pointerDown", "button": 0 })];
        for step in 1..=STEPS {
            actions.push(moved(from.0 + (to.0 - from.0) * step / STEPS, from.1 + (to.1 - from.1) * step / STEPS));
        }
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        self.perform(mouse(&actions)).await?;
        self.settle().await
    }

    /// The middle of the first match in pixels of the window, after scrolling it into view.
    async fn middle(&self, css: &str) -> Outcome<(i32, i32)> {
        self.find(css).await?;
        let script = "
            const it = document.querySelector(arguments[0]);
            it.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
            const box = it.getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
        ";
        Ok(serde_json::from_value(self.script(script, vec![json!(css)]).await?)?)
    }
}

fn mouse(actions: &[Value]) -> Value {
    json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }])
}

fn moved(x: i32, y: i32) -> Value {
    json!({ "type": "pointerMove", "x": x, "y": y, "duration": 10 })
}

fn down(key: char) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: char) -> Value {
    json!({ "type": "keyUp", "value": key })
}

/// WebDriver's character for a key by the name that the browser's own events give it.
fn key(name: &str) -> Outcome<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    Ok(match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "Meta" => '\u{e03d}',
        _ => return Err(format!("there is no key `{name}`").into()),
    })
}
