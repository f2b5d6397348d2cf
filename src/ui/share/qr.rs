//! A link as a QR code.

use fast_qr::QRBuilder;
use leptos::prelude::*;

use crate::ui::state::texts;

/// The code as one path of unit squares, with the quiet border that readers need.
#[component]
pub fn QrCode(
    /// What the code says.
    text: String,
) -> impl IntoView {
    const BORDER: usize = 4;
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y])) {
        for (x, _) in row.iter().take(code.size).enumerate().filter(|it| it.1.value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + BORDER, y + BORDER));
        }
    }
    let size = code.size + 2 * BORDER;
    Some(view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=texts().share.qr_label shape-rendering="crispEdges">
            <rect width=size height=size fill="#fff" />
            <path d=path fill="#000" />
        </svg>
    })
}
