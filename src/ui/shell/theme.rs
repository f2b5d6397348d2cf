//! The colours of the page: as the device has them, or as the reader chose.
//!
//! The choice is a `data-theme` on `<html>`; style/tokens.css does the rest, and `boot.js` sets it before the app runs.

use leptos::prelude::*;

use crate::ui::state::texts;

/// Under which name the choice is stored.
const KEY: &str = "scl.theme";

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, and more contrast, as the device asks for.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
    /// White ground, larger type, stronger lines.
    Projector,
}

impl Theme {
    /// All choices, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::Contrast, Self::Projector];

    /// Its name in the style sheet and in storage; none for the device's own.
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::Contrast => Some("contrast"),
            Self::Projector => Some("projector"),
        }
    }

    /// Its name for readers.
    pub fn label(self) -> &'static str {
        let t = &texts().shell;
        match self {
            Self::System => t.theme_system,
            Self::Light => t.theme_light,
            Self::Dark => t.theme_dark,
            Self::Contrast => t.theme_contrast,
            Self::Projector => t.theme_projector,
        }
    }

    /// What was chosen in this browser.
    pub fn stored() -> Self {
        let name = storage().and_then(|it| it.get_item(KEY).ok().flatten());
        Self::ALL.into_iter().find(|it| it.name() == name.as_deref()).unwrap_or_default()
    }

    /// Colours the page, and keeps the choice where the browser allows it.
    pub fn choose(self) {
        if let Some(page) = document().document_element() {
            // Both are refused only for names that are not names.
            match self.name() {
                Some(name) => page.set_attribute("data-theme", name).ok(),
                None => page.remove_attribute("data-theme").ok(),
            };
        }
        if let Some(storage) = storage() {
            // A full storage keeps the earlier choice; the page is coloured all the same.
            match self.name() {
                Some(name) => storage.set_item(KEY, name).ok(),
                None => storage.remove_item(KEY).ok(),
            };
        }
    }
}

/// The browser's storage, unless it is blocked.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
