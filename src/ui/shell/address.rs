//! The route follows the address bar.

use leptos::ev;
use leptos::prelude::*;

use crate::editor::Route;
use crate::ui::share;
use crate::ui::state::Lab;

/// The route that the address bar shows.
pub fn route_now() -> Route {
    let fragment = window().location().hash().unwrap_or_default();
    fragment.parse().unwrap_or_default()
}

/// Sets the route whenever the address changes. A preset in the address is opened, and can be undone.
pub fn follow_address(lab: Lab) {
    let listener = window_event_listener(ev::hashchange, move |_| {
        let route = route_now();
        if let Route::Preset(id) = &route {
            share::open_preset(lab, id);
        }
        lab.route.try_set(route);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    on_cleanup(move || listener.remove());
}
