//! Pages beside home and lab.

use leptos::prelude::*;

/// Everything that was changed against the baseline.
#[component]
pub fn ChangesPage() -> impl IntoView {
    view! { <h1>"Changes"</h1> }
}

/// What the model leaves out, privacy, shortcuts.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <h1>"About"</h1> }
}

/// An address that means nothing here.
#[component]
pub fn UnknownPage() -> impl IntoView {
    view! { <h1>"Unknown"</h1> }
}
