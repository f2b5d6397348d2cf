//! WebDriver commands that fantoccini has no method for.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::{Browser, Outcome, Page};

/// A POST to `path` below the session.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Page {
    /// Calls a method of the Chrome DevTools Protocol, which Firefox does not have.
    pub async fn devtools(&self, method: &str, params: Value) -> Outcome<Value> {
        if self.browser() == Browser::Firefox {
            return Err(format!("{method} is not for Firefox").into());
        }
        let body = json!({ "cmd": method, "params": params });
        Ok(self.client.issue_cmd(Post { path: "goog/cdp/execute", body }).await?)
    }

    /// What was written to the console since the last call; in Firefox only errors.
    pub async fn console(&self) -> Outcome<Vec<Value>> {
        if self.browser() == Browser::Firefox {
            let complaint = |message| json!({ "level": "SEVERE", "message": message });
            return Ok(self.driver.complaints().into_iter().map(complaint).collect());
        }
        let log = self.client.issue_cmd(Post { path: "se/log", body: json!({ "type": "browser" }) }).await?;
        Ok(log.as_array().cloned().unwrap_or_default())
    }

    /// Sets a preference of Firefox, which holds from now on.
    pub(super) async fn set_preference(&self, name: &str, value: Value) -> Outcome {
        let script = "
            const [name, value] = arguments;
            if (typeof value === 'string') Services.prefs.setStringPref(name, value);
            else Services.prefs.setIntPref(name, value);
        ";
        self.client.issue_cmd(Post { path: "moz/context", body: json!({ "context": "chrome" }) }).await?;
        let outcome = self.script(script, vec![json!(name), value]).await;
        self.client.issue_cmd(Post { path: "moz/context", body: json!({ "context": "content" }) }).await?;
        outcome.map(drop)
    }

    /// Performs the actions of input devices as WebDriver's "Perform Actions" describes them.
    pub async fn perform(&self, devices: Value) -> Outcome {
        self.client.issue_cmd(Post { path: "actions", body: json!({ "actions": devices }) }).await?;
        Ok(())
    }
}
