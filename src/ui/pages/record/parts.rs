//! The frame of a part, the contents beside it, and what makes large parts wait for the first.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::ui::state::texts;

/// A part with a heading that the address can name.
#[component]
pub fn Part(
    /// Its name in the address.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What is below the heading.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="record-part" aria-labelledby=id>
            <h2 id=id tabindex="-1">{title}</h2>
            {children()}
        </section>
    }
}

/// Links to the parts of a page. Beside the text where there is room; else behind a button that stays in view.
#[component]
pub fn Contents(
    /// The page, as its address names it.
    page: &'static str,
    /// The parts: their names in the address, and their headings.
    parts: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let t = &texts().record;
    let open = RwSignal::new(false);
    let close = move |_| open.set(false);
    let link = |(id, title): (&'static str, &'static str)| {
        view! { <li><a href=format!("#/{page}?at={id}") on:click=close>{title}</a></li> }
    };
    let button = NodeRef::<html::Button>::new();
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            if let Some(button) = button.get_untracked() {
                // Refused only by a button that is gone.
                button.focus().ok();
            }
        }
    };
    view! {
        <nav class="record-contents" aria-label=t.contents on:keydown=escape>
            <button type="button" class="btn record-contents-button" node_ref=button aria-controls="record-contents-list"
                aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|it| *it = !*it)>
                {t.contents}
            </button>
            <ul role="list" id="record-contents-list" data-open=move || open.get().then_some("true")>
                {parts.into_iter().map(link).collect_view()}
            </ul>
        </nav>
    }
}

/// How much of a large page is there: the first parts are shown at once, and the others one after the other, so that
/// the browser can answer in between.
#[derive(Clone, Copy)]
pub struct Stage(RwSignal<usize>);

impl Stage {
    /// Begins to show `n` parts; all of them at once if something in them is asked for.
    pub fn begin(n: usize, at_once: Signal<bool>) -> Self {
        let stage = Self(RwSignal::new(0));
        Effect::new(move |_| {
            if at_once.get() {
                stage.0.set(n);
            }
        });
        stage.go_on(n);
        stage
    }

    /// Whether a part is to be shown by now.
    pub fn has_come(self, part: usize) -> bool {
        self.0.get() >= part
    }

    fn go_on(self, n: usize) {
        let later = move || {
            // Nothing is left of it when the page was left.
            if let Some(now) = self.0.try_get_untracked().filter(|it| *it < n) {
                self.0.try_set(now + 1);
                self.go_on(n);
            }
        };
        set_timeout(later, Duration::from_millis(8));
    }
}
