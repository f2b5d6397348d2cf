//! The route follows the address bar.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::editor::Route;
use crate::ui::share;
use crate::ui::state::Lab;

/// The route that the address bar shows.
pub fn route_now() -> Route {
    fragment().parse().unwrap_or_default()
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the route whenever the address changes, and takes the reader to the top of the new page. A preset in the
/// address is opened, and can be undone.
pub fn follow_address(lab: Lab) {
    let listener = window_event_listener(ev::hashchange, move |_| {
        let route = route_now();
        if let Route::Preset(id) = &route {
            share::open_preset(lab, id);
        }
        lab.route.try_set(route);
        request_animation_frame(arrive);
    });
    on_cleanup(move || listener.remove());
    request_animation_frame(|| {
        if place_in_page().is_some() {
            arrive();
        }
    });
}

/// Moves view and focus to the heading of the page, or to the place that the address names with `?at=…`.
fn arrive() {
    let document = document();
    let place = place_in_page().and_then(|id| document.get_element_by_id(&id));
    let is_place = place.is_some();
    let heading = place.or_else(|| document.query_selector("#main h1").ok().flatten());
    let Some(target) = heading.or_else(|| document.get_element_by_id("main")) else { return };
    let Some(target) = target.dyn_ref::<HtmlElement>() else { return };
    if !target.has_attribute("tabindex") {
        // Refused only for names that are not names.
        target.set_attribute("tabindex", "-1").ok();
    }
    target.focus().ok();
    if is_place {
        target.scroll_into_view();
    } else {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The id after `at=` in the address.
fn place_in_page() -> Option<String> {
    let fragment = fragment();
    let (_, query) = fragment.split_once('?')?;
    let id = query.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == "at")?.1;
    Some(id.to_owned())
}
