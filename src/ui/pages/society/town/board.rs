//! The dots. There may be thousands, so they are made once, and a month writes only what changed of them.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::super::stage::{Picked, token};
use super::view::{Crowd, Tile};

/// The dots on the page, by number, and what was last written on each.
#[derive(Default)]
pub struct Board {
    dots: Vec<Option<Element>>,
    painted: Vec<Option<Paint>>,
}

/// What is written on a dot.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Paint {
    band: usize,
    penalised: bool,
    wrongly: bool,
    dim: bool,
    picked: bool,
}

impl Board {
    /// Puts the boxes and dots into an element in place of everything in it.
    pub fn build(root: &Element, tiles: &[Tile], people: usize) -> Self {
        let mut board = Self { dots: vec![None; people], painted: vec![None; people] };
        root.set_text_content(None);
        for tile in tiles {
            let (Some(frame), Some(name), Some(dots)) = (make("div"), make("p"), make("div")) else { continue };
            frame.set_class_name("town-tile");
            name.set_class_name("town-name");
            name.set_text_content(Some(&tile.name));
            dots.set_class_name("town-dots");
            for &person in &tile.people {
                let Some(dot) = make("i") else { continue };
                dot.set_attribute("data-person", &person.to_string()).ok();
                dots.append_child(&dot).ok();
                board.dots[person] = Some(dot);
            }
            frame.append_child(&name).ok();
            frame.append_child(&dots).ok();
            root.append_child(&frame).ok();
        }
        board
    }

    /// Writes a month on the dots.
    pub fn paint(&mut self, crowd: &Crowd, month: usize, picked: Picked, letters: &[String]) {
        let bands = crowd.society.bands();
        for (person, dot) in self.dots.iter().enumerate() {
            let (Some(dot), Some(is)) = (dot, crowd.people.get(person)) else { continue };
            let stands = crowd.stands(person, month);
            let is_other = picked.group.is_some_and(|it| it != is.group);
            let paint = Paint {
                band: stands.band,
                penalised: stands.penalised,
                wrongly: stands.wrongly,
                dim: is_other || picked.band.is_some_and(|it| it != stands.band),
                picked: picked.person.is_some_and(|it| it as usize == person),
            };
            let before = self.painted[person].replace(paint);
            if before == Some(paint) {
                continue;
            }
            let differs = |read: fn(&Paint) -> usize| before.as_ref().is_none_or(|it| read(it) != read(&paint));
            if differs(|it| it.band) {
                dot.set_attribute("data-band", &token(bands, paint.band).to_string()).ok();
                dot.set_attribute("data-letter", letters.get(paint.band).map_or("", String::as_str)).ok();
            }
            if differs(|it| usize::from(it.penalised) + 2 * usize::from(it.wrongly)) {
                let state = if paint.wrongly { "wrongly" } else { "penalised" };
                flag(dot, "data-is", paint.penalised.then_some(state));
            }
            flag(dot, "data-dim", paint.dim.then_some("true"));
            flag(dot, "data-picked", paint.picked.then_some("true"));
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

fn make(name: &str) -> Option<Element> {
    document().create_element(name).ok()
}

fn flag(dot: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => dot.set_attribute(name, value).ok(),
        None => dot.remove_attribute(name).ok(),
    };
}
