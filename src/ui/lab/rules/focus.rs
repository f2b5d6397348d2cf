//! Moving the focus, so that it is never lost when a list changes.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Moves the focus to the element with an id, once the page shows the last change.
pub(super) fn focus(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            focus_element(&element);
        }
    });
}

/// Moves the focus to the first of several elements that is there.
pub(super) fn focus_first(ids: Vec<String>) {
    request_animation_frame(move || {
        if let Some(element) = ids.iter().find_map(|id| document().get_element_by_id(id)) {
            focus_element(&element);
        }
    });
}

/// The same, should the last change have taken the focus away.
pub(super) fn focus_if_lost(ids: Vec<String>) {
    request_animation_frame(move || {
        if document().active_element().is_none_or(|it| it.tag_name() == "BODY") {
            focus_first(ids);
        }
    });
}

/// Gives the focus back to the element that has it now, should the next change take it away.
pub(super) fn keep_focus() {
    if let Some(element) = document().active_element() {
        request_animation_frame(move || {
            if document().active_element().as_ref() != Some(&element) {
                focus_element(&element);
            }
        });
    }
}

/// Moves the focus to what opened a rule, or near it, should an edit have made the words around it anew.
pub(super) fn go_back_to(opener: &Element) {
    if opener.is_connected() {
        return focus_element(opener);
    }
    let near = |css: &str| document().query_selector(css).ok().flatten();
    if let Some(element) = near(".ledger-made > summary").or_else(|| near("#chart-reader")) {
        focus_element(&element);
    }
}

/// Whether the focus is where keys are typed text.
pub(super) fn is_typing() -> bool {
    document()
        .active_element()
        .is_some_and(|it| it.closest("input, select, textarea, [contenteditable]").is_ok_and(|it| it.is_some()))
}

/// Whether the focus is in another part of the page. A focus that was lost with its element is nowhere, and no part.
pub(super) fn is_outside() -> bool {
    document()
        .active_element()
        .is_some_and(|it| it.tag_name() != "BODY" && !it.closest(".lab-rules").is_ok_and(|it| it.is_some()))
}

/// Opens the drawer that holds the rules on narrow screens. Whether it was closed.
pub(super) fn open_drawer() -> bool {
    let handle = document().query_selector("[aria-controls='lab-rules'][aria-expanded='false']").ok().flatten();
    let handle = handle.and_then(|it| it.dyn_into::<HtmlElement>().ok()).filter(|it| it.offset_parent().is_some());
    handle.inspect(HtmlElement::click).is_some()
}

/// Shows the element with an id, if it is off the screen.
pub(super) fn reveal(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Refused only by elements that cannot have the focus.
        element.focus().ok();
    }
}
