//! WebDriver commands that fantoccini has no method for.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::{Outcome, Page};

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
    /// Calls a method of the Chrome DevTools Protocol.
    pub async fn devtools(&self, method: &str, params: Value) -> Outcome<Value> {
        let body = json!({ "cmd": method, "params": params });
        Ok(self.client.issue_cmd(Post { path: "goog/cdp/execute", body }).await?)
    }

    /// What was written to the console since the last call.
    pub async fn console(&self) -> Outcome<Vec<Value>> {
        let log = self.client.issue_cmd(Post { path: "se/log", body: json!({ "type": "browser" }) }).await?;
        Ok(log.as_array().cloned().unwrap_or_default())
    }

    /// Performs the actions of input devices as WebDriver's "Perform Actions" describes them.
    pub async fn perform(&self, devices: Value) -> Outcome {
        self.client.issue_cmd(Post { path: "actions", body: json!({ "actions": devices }) }).await?;
        Ok(())
    }
}
