//! The dots. There may be thousands: they are made once and used again for the next town, and a month writes only what
//! changed of them.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::super::stage::{Picked, token};
use super::view::{Crowd, Tile};

/// The boxes and dots on the page, and what was last written on each dot.
#[derive(Default)]
pub struct Board {
    boxes: Vec<Tray>,
    /// Dots by the number of the person.
    dots: Vec<Option<Element>>,
    /// What is written on them; nothing, if that is not known.
    painted: Vec<Option<Paint>>,
}

/// A box of dots on the page.
struct Tray {
    frame: Element,
    name: Element,
    dots: Vec<Element>,
}

/// What is written on a dot.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Paint {
    band: usize,
    state: State,
    dim: bool,
    picked: bool,
    letter: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Free,
    Penalised,
    Wrongly,
}

impl Board {
    /// Puts the boxes and dots into an element. Those that stand there already are used again.
    pub fn build(&mut self, root: &Element, tiles: &[Tile], people: usize) {
        while self.boxes.len() > tiles.len() {
            if let Some(it) = self.boxes.pop() {
                it.frame.remove();
            }
        }
        for (place, tile) in tiles.iter().enumerate() {
            if self.boxes.len() == place {
                let Some(it) = Tray::new() else { return };
                root.append_child(&it.frame).ok();
                self.boxes.push(it);
            }
            self.boxes[place].hold(&tile.name, tile.people.len());
        }
        self.painted = vec![None; people];
        self.dots = vec![None; people];
        for (tile, it) in tiles.iter().zip(&self.boxes) {
            for (&person, dot) in tile.people.iter().zip(&it.dots) {
                self.dots[person] = Some(dot.clone());
            }
        }
    }

    /// Writes a month on the dots; with letters, the names of bands.
    pub fn paint(&mut self, crowd: &Crowd, month: usize, picked: Picked, letters: Option<&[String]>) {
        let bands = crowd.society.bands();
        for (person, dot) in self.dots.iter().enumerate() {
            let (Some(dot), Some(is)) = (dot, crowd.people.get(person)) else { continue };
            let stands = crowd.stands(person, month);
            let is_other = picked.group.is_some_and(|it| it != is.group);
            let paint = Paint {
                band: stands.band,
                state: match (stands.penalised, stands.wrongly) {
                    (false, _) => State::Free,
                    (true, false) => State::Penalised,
                    (true, true) => State::Wrongly,
                },
                dim: is_other || picked.band.is_some_and(|it| it != stands.band),
                picked: picked.person.is_some_and(|it| it as usize == person),
                letter: letters.is_some(),
            };
            let before = self.painted[person].replace(paint);
            if before == Some(paint) {
                continue;
            }
            if before.is_none() {
                dot.set_attribute("data-person", &person.to_string()).ok();
            }
            let is_new_band = before.is_none_or(|it| it.band != paint.band);
            if is_new_band {
                dot.set_attribute("data-band", &token(bands, paint.band).to_string()).ok();
            }
            if let Some(names) = letters.filter(|_| is_new_band || before.is_some_and(|it| !it.letter)) {
                dot.set_attribute("data-letter", names.get(paint.band).map_or("", String::as_str)).ok();
            }
            if before.is_none_or(|it| it.state != paint.state) {
                let name = match paint.state {
                    State::Free => None,
                    State::Penalised => Some("penalised"),
                    State::Wrongly => Some("wrongly"),
                };
                flag(dot, "data-is", name);
            }
            if before.is_none_or(|it| it.dim != paint.dim) {
                flag(dot, "data-dim", paint.dim.then_some("true"));
            }
            if before.is_none_or(|it| it.picked != paint.picked) {
                flag(dot, "data-picked", paint.picked.then_some("true"));
            }
        }
    }

    /// The dot below or above a person's, nearest to it in the row.
    pub fn beside(&self, order: &[usize], at: usize, down: bool) -> Option<usize> {
        let rect = |at: usize| self.dots.get(*order.get(at)?)?.as_ref().map(Element::get_bounding_client_rect);
        let here = rect(at)?;
        let mut best: Option<(f64, f64, usize)> = None;
        let mut next = at;
        loop {
            next = if down { next + 1 } else { next.checked_sub(1)? };
            let Some(it) = rect(next) else { break };
            let away = (it.top() - here.top()).abs();
            if away < 1.0 {
                continue;
            }
            if best.is_some_and(|best| (best.0 - it.top()).abs() > 1.0) {
                break;
            }
            let aside = (it.left() - here.left()).abs();
            if best.is_none_or(|best| aside < best.1) {
                best = Some((it.top(), aside, next));
            }
            if next == 0 {
                break;
            }
        }
        best.map(|it| it.2)
    }
}

/// The person whose dot was pressed.
pub fn pressed(event: &web_sys::MouseEvent) -> Option<u32> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-person]").ok()??.get_attribute("data-person")?.parse().ok()
}

impl Tray {
    fn new() -> Option<Self> {
        let (frame, name, dots) = (make("div")?, make("p")?, make("div")?);
        frame.set_class_name("town-tile");
        name.set_class_name("town-name");
        dots.set_class_name("town-dots");
        frame.append_child(&name).ok();
        frame.append_child(&dots).ok();
        Some(Self { frame, name, dots: Vec::new() })
    }

    /// Gives it a name and so many dots.
    fn hold(&mut self, name: &str, people: usize) {
        self.name.set_text_content(Some(name));
        while self.dots.len() > people {
            if let Some(it) = self.dots.pop() {
                it.remove();
            }
        }
        let missing = people - self.dots.len();
        let Some(ground) = self.frame.last_element_child().filter(|_| missing > 0) else { return };
        // One call for all, and no text from outside.
        ground.insert_adjacent_html("beforeend", &"<i></i>".repeat(missing)).ok();
        let mut next = match self.dots.last() {
            Some(last) => last.next_element_sibling(),
            None => ground.first_element_child(),
        };
        while let Some(it) = next {
            next = it.next_element_sibling();
            self.dots.push(it);
        }
    }
}

fn make(name: &str) -> Option<Element> {
    document().create_element(name).ok()
}

fn flag(dot: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => dot.set_attribute(name, value).ok(),
        None => dot.remove_attribute(name).ok(),
    };
}
