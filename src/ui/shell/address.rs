//! The route follows the address bar.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::editor::Route;
use crate::editor::route::{place_in, strange_parts};
use crate::ui::share;
use crate::ui::state::Lab;

/// How long a page may take to lay out and draw what comes late.
const LATER: Duration = Duration::from_millis(400);

/// The route that the address bar shows.
pub fn route_now() -> Route {
    fragment().parse().unwrap_or_default()
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the route whenever the address changes, and takes the reader to the top of the new page. What the address names is
/// opened, and can be undone.
pub fn follow_address(lab: Lab) {
    lab.strange_parts.set(strange_parts(&fragment()));
    let listener = window_event_listener(ev::hashchange, move |_| {
        let route = route_now();
        lab.lost_place.try_set(None);
        lab.strange_parts.try_set(strange_parts(&fragment()));
        share::arrive(lab, &route, false);
        if !(goes_by_itself(&route) && lab.route.try_get_untracked().as_ref() == Some(&route)) {
            lab.route.try_set(route);
        }
        request_animation_frame(|| {
            arrive();
            set_timeout(stay, LATER);
        });
    });
    on_cleanup(move || listener.remove());
    request_animation_frame(arrive_again);
}

/// Whether a page goes to places in it without being made anew: it is large, or the reader has chosen something in it.
fn goes_by_itself(route: &Route) -> bool {
    matches!(route, Route::Record | Route::Watching)
}

/// Goes once more to the place that the address names: for pages whose content comes later than they do.
pub fn arrive_again() {
    let Some(place) = place_in_page() else { return };
    let lost = use_context::<Lab>().map(|it| it.lost_place);
    request_animation_frame(move || {
        if let Some(lost) = lost.filter(|_| document().get_element_by_id(&place).is_none()) {
            lost.try_set(Some(place));
            return;
        }
        arrive();
        request_animation_frame(|| {
            arrive();
            set_timeout(stay, LATER);
        });
    });
}

/// Brings the place into view again if what is laid out or drawn later has moved it, unless the reader has gone on.
fn stay() {
    let place = place_in_page().and_then(|id| document().get_element_by_id(&id));
    if place.is_some() && place == document().active_element() {
        go_to(place);
    }
}

/// Moves view and focus to the heading of the page, or to the place that the address names with `?at=…`.
fn arrive() {
    let place = place_in_page().and_then(|id| document().get_element_by_id(&id));
    if place.as_ref().is_some_and(uncover) {
        // What was opened is there with the next picture.
        request_animation_frame(move || go_to(place));
    } else {
        go_to(place);
    }
}

fn go_to(place: Option<Element>) {
    let document = document();
    let heading = || document.query_selector("#main h1").ok().flatten();
    let target = place.clone().or_else(heading).or_else(|| document.get_element_by_id("main"));
    let Some(target) = target.as_ref().and_then(|it| it.dyn_ref::<HtmlElement>()) else { return };
    if target.tab_index() < 0 && !target.has_attribute("tabindex") {
        // Refused only for names that are not names.
        target.set_attribute("tabindex", "-1").ok();
    }
    target.focus().ok();
    if place.is_none() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    // A heading is read from its beginning on; anything else only has to be seen.
    let options = ScrollIntoViewOptions::new();
    let is_heading = matches!(target.tag_name().as_str(), "H1" | "H2" | "H3");
    options.set_block(if is_heading { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
    target.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens what is folded around an element. Whether a part of the page was closed that the page itself has to open.
fn uncover(element: &Element) -> bool {
    while let Some(fold) = element.closest("details:not([open])").ok().flatten() {
        if fold.set_attribute("open", "").is_err() {
            break;
        }
    }
    let mut was_closed = false;
    let mut around = element.closest("[id]").ok().flatten();
    while let Some(it) = around {
        let handle = format!("[aria-controls='{}'][aria-expanded='false']", it.id());
        let handle = document().query_selector(&handle).ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(handle) = handle.filter(|it| it.offset_parent().is_some()) {
            handle.click();
            was_closed = true;
        }
        around = it.parent_element().and_then(|it| it.closest("[id]").ok().flatten());
    }
    was_closed
}

/// The id after `at=` in the address.
pub fn place_in_page() -> Option<String> {
    place_in(&fragment())
}
