//! The last lines of every page.

use leptos::prelude::*;

use crate::scenario::certificate;
use crate::ui::pin::Pins;
use crate::ui::state::texts;

/// The reminder that everyone is invented, and where to read more.
#[component]
pub fn Footer() -> impl IntoView {
    let (pins, t) = (Pins::get(), &texts().shell);
    let seal = format!("{:016x}", certificate::seal());
    let engine = (t.engine)(env!("CARGO_PKG_VERSION"), seal.get(..8).unwrap_or_default());
    view! {
        <footer class="footer">
            <p>{texts().common.fictional}</p>
            <nav aria-label=t.more_about>
                <a href="#/about?at=leaves-out">{t.leaves_out}</a>
                <a href="#/about?at=privacy">{t.privacy}</a>
                <a href="#/about?at=shortcuts">{t.shortcuts}</a>
                <a href="#/claims" class="nums">{move || (texts().claims.footer)(pins.count())}</a>
            </nav>
            <a href="#/about?at=certificate" title=t.engine_title>{engine}</a>
        </footer>
    }
}
