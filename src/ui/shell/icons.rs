//! The few pictures of the bar on top, drawn in the colour of the text around them.

use leptos::prelude::*;

/// The mark before the name: a line that falls in steps.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2 5h6v6h6v5h8" fill="none" stroke="currentColor" stroke-width="2.6" />
            <path d="M2 21h20" stroke="currentColor" stroke-width="1.2" />
            <circle cx="22" cy="16" r="2.2" fill="var(--accent)" />
        </svg>
    }
}

/// An arrow that goes back, or forward again.
#[component]
pub fn ArrowIcon(
    /// Whether it goes forward.
    #[prop(optional)]
    forward: bool,
) -> impl IntoView {
    let (bow, tip) = if forward {
        ("M16 8H8a4 4 0 0 0 0 8h4", "M13 4.5 16.5 8 13 11.5")
    } else {
        ("M4 8h8a4 4 0 0 1 0 8H8", "M7 4.5 3.5 8 7 11.5")
    };
    view! {
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"
            stroke-linejoin="round" aria-hidden="true">
            <path d=bow />
            <path d=tip />
        </svg>
    }
}

/// A disc, half of it dark: colours.
#[component]
pub fn ThemeIcon() -> impl IntoView {
    view! {
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
            <circle cx="10" cy="10" r="6.5" />
            <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
    }
}
