//! An address that means nothing here.

use leptos::prelude::*;

/// An address that means nothing here.
#[component]
pub fn UnknownPage() -> impl IntoView {
    view! { <h1>"Unknown"</h1> }
}
