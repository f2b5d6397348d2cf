//! What a teacher can do at the projector, with keys or buttons.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::clock::Clock;
use super::kept::Room;
use crate::editor::Route;
use crate::ui::kit::with_press;
use crate::ui::learn::Playing;
use crate::ui::state::{Lab, texts};

/// What takes the place of the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The step itself.
    Step,
    /// What the class said.
    Class,
    /// The way for students' devices.
    Qr,
    /// The list of keys.
    Keys,
}

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To the next step.
    Next,
    /// To the step before.
    Back,
    /// Shows the result, or holds it back again.
    Reveal,
    /// A black screen.
    Black,
    /// Starts or stops the clock.
    Timer,
    /// Something in place of the step, or the step again.
    Pane(Pane),
    /// Back to the step; from there to the lesson.
    Leave,
}

/// The handle that the parts of the projector share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The class at the step.
    pub room: Room,
    /// The clock of the step.
    pub clock: Clock,
    /// What is shown.
    pub pane: RwSignal<Pane>,
    /// Whether the screen is black.
    pub dark: RwSignal<bool>,
    /// Whether something is asked in the step.
    pub asks: bool,
    playing: StoredValue<Playing>,
    /// What had the focus before the screen went black.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
    lab: Lab,
}

impl Desk {
    /// The desk for the step that is being played.
    pub fn new(room: Room) -> Self {
        let playing = Playing::get();
        let (minutes, asks) = (playing.step().minutes, playing.step().ask.is_some());
        Self {
            room,
            clock: Clock::new(minutes),
            pane: RwSignal::new(Pane::Step),
            dark: RwSignal::new(false),
            asks,
            playing: StoredValue::new(playing),
            before: StoredValue::new_local(None),
            lab: Lab::get(),
        }
    }

    /// The address of a step, counted from this one; none beyond the ends.
    pub fn way(self, steps: isize) -> Option<Route> {
        self.playing.with_value(|it| {
            let step = it.lesson.steps.get(it.place.checked_add_signed(steps)?)?;
            Some(Route::Present(it.lesson.id.clone(), Some(step.id.clone())))
        })
    }

    /// The address of the step for students.
    pub fn for_students(self) -> Route {
        self.playing.with_value(|it| Route::Lesson(it.lesson.id.clone(), Some(it.step().id.clone())))
    }

    /// Does something.
    pub fn act(self, deed: Deed) {
        let t = &texts().room;
        match deed {
            Deed::Next => self.go(1, t.last_step),
            Deed::Back => self.go(-1, t.first_step),
            Deed::Reveal if !self.asks => self.lab.announce(t.nothing_held),
            Deed::Reveal => {
                let now = !untrack(|| self.room.revealed());
                self.room.reveal(now);
                if now {
                    // Where the class is looked at, its charts show it.
                    if self.pane.get_untracked() != Pane::Class {
                        self.show(Pane::Step, "ask-result");
                    }
                } else {
                    self.lab.announce(t.held_again);
                }
            }
            Deed::Black => self.darken(),
            Deed::Timer => self.clock.press(),
            Deed::Pane(pane) if pane == self.pane.get_untracked() => self.show(Pane::Step, ""),
            Deed::Pane(Pane::Class) if !self.asks => self.lab.announce(t.nothing_asked),
            Deed::Pane(pane) => self.show(pane, "present-pane"),
            Deed::Leave if self.pane.get_untracked() != Pane::Step => self.show(Pane::Step, ""),
            Deed::Leave => self.lab.go(&self.for_students()),
        }
    }

    fn go(self, steps: isize, end: &'static str) {
        match self.way(steps) {
            Some(route) => self.lab.go(&route),
            None => self.lab.announce(end),
        }
    }

    /// Shows something, and moves the focus to an element of it, or to the heading of the step.
    fn show(self, pane: Pane, id: &'static str) {
        self.pane.set(pane);
        request_animation_frame(move || {
            let heading = || document().query_selector("#main h1").ok().flatten();
            let target = document().get_element_by_id(id).or_else(heading);
            if let Some(it) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                if !it.has_attribute("tabindex") {
                    // Refused only for names that are not names.
                    it.set_attribute("tabindex", "-1").ok();
                }
                it.focus().ok();
            }
        });
    }

    fn darken(self) {
        let before = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        self.before.set_value(before);
        self.dark.set(true);
    }

    /// Lifts the black screen, and gives the focus back.
    pub fn lighten(self) {
        self.dark.set(false);
        let before = self.before.try_update_value(Option::take).flatten();
        request_animation_frame(move || {
            if let Some(it) = before {
                it.focus().ok();
            }
        });
    }

    /// Follows the keys as long as the projector is shown.
    pub fn follow_keys(self) {
        let listener = window_event_listener(ev::keydown, move |event| {
            if self.dark.try_get_untracked() == Some(true) {
                // Keys of the browser stay its own: F5, F11.
                let key = event.key();
                let is_own = matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "AltGraph")
                    || key.len() > 1 && key.starts_with('F');
                if !is_own && !event.repeat() {
                    event.prevent_default();
                    self.lighten();
                }
                return;
            }
            let is_busy =
                event.default_prevented() || document().query_selector("dialog[open]").ok().flatten().is_some();
            if let Some(deed) = asked_for(&event).filter(|_| !is_busy) {
                event.prevent_default();
                if !event.repeat() {
                    self.act(deed);
                }
            }
        });
        on_cleanup(move || listener.remove());
    }
}

/// What a key asks for; nothing while it goes into a field or belongs to what has the focus.
fn asked_for(event: &KeyboardEvent) -> Option<Deed> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || stands_in(event, TYPED) {
        return None;
    }
    let deed = match event.key().as_str() {
        "PageDown" => Deed::Next,
        "PageUp" => Deed::Back,
        "ArrowRight" if !stands_in(event, STEERED) => Deed::Next,
        "ArrowLeft" if !stands_in(event, STEERED) => Deed::Back,
        " " if !stands_in(event, STEERED) && !stands_in(event, PRESSED) => Deed::Next,
        "Escape" => Deed::Leave,
        _ => return with_press(event, |it| LETTERS.iter().find(|(letter, _)| it.is(*letter)).map(|it| it.1)),
    };
    Some(deed)
}

/// What letters and signs ask for.
const LETTERS: [(char, Deed); 8] = [
    ('r', Deed::Reveal),
    ('b', Deed::Black),
    ('.', Deed::Black),
    ('t', Deed::Timer),
    ('c', Deed::Pane(Pane::Class)),
    ('q', Deed::Pane(Pane::Qr)),
    ('?', Deed::Pane(Pane::Keys)),
    ('h', Deed::Pane(Pane::Keys)),
];

/// Fields that take letters.
const TYPED: &str = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit])";
/// What arrow keys belong to.
const STEERED: &str = "input, [role=slider], [role=tab], [role=radio], [role=grid], [role=menu], [role=listbox]";
/// What the space bar presses.
const PRESSED: &str = "button, summary, a[href]";

fn stands_in(event: &KeyboardEvent, what: &str) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| it.closest(what).ok().flatten().is_some())
}
