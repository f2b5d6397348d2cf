//! A browser's translation of the page.

use serde_json::json;

use super::{Outcome, Page};

/// How a browser puts its translation into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translator {
    /// Each text gives way to `<font>` elements: Chrome and Edge.
    Font,
    /// Elements are emptied and filled again: Firefox.
    Refill,
}

impl Page {
    /// Translates the page from now on, also when it is loaded again. The words stay the same, so that everything that a
    /// journey looks for is there if, and only if, it would be seen in the other language.
    pub async fn translate(&self, translator: Translator) -> Outcome {
        self.translator.set(Some(translator));
        self.go_on_translating().await
    }

    /// Begins with what is on the page, if it is to be translated.
    pub(super) async fn go_on_translating(&self) -> Outcome {
        let Some(translator) = self.translator.get() else { return Ok(()) };
        let name = match translator {
            Translator::Font => "font",
            Translator::Refill => "refill",
        };
        self.script(include_str!("translator.js"), vec![json!(name)]).await.map(drop)
    }
}
