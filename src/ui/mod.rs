//! The page.
use leptos::prelude::*;

/// Mounts the app into the document's body.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main id="main"><h1>"Social Credit Lab"</h1></main> });
}
