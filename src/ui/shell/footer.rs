//! The last lines of every page.

use leptos::prelude::*;

use crate::ui::state::texts;

/// The reminder that everyone is invented.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{texts().common.fictional}</p>
        </footer>
    }
}
