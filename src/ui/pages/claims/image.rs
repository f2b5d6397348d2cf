//! A claim as a picture for a slide or an essay: dark letters on a light ground, whatever the colours of the page.

use fast_qr::QRBuilder;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement};

use crate::editor::claims::Claim;
use crate::scenario::link::{Fits, fits};
use crate::ui::state::texts;

/// The width of the picture, and the room around what is in it. Lengths are in units of two dots each.
const WIDTH: f64 = 800.0;
const BORDER: f64 = 48.0;
const DOTS: f64 = 2.0;
/// The side of a QR code.
const CODE: f64 = 180.0;

const GROUND: &str = "#ffffff";
const INK: &str = "#1b1b1b";
const QUIET: &str = "#555555";
const SERIF: &str = "Georgia, 'Times New Roman', serif";
const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/// A text in its place in the hierarchy.
struct Part {
    text: String,
    size: f64,
    font: &'static str,
    colour: &'static str,
    /// The room above it.
    above: f64,
}

/// Hands the claim to the reader as a PNG. `None` if the browser cannot make one.
pub fn save(claim: &Claim, page: &str, name: &str) -> Option<()> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let parts = parts(claim, page);
    let link = format!("{page}{}", claim.origin.link);
    let code = (fits(link.len()) == Fits::Qr).then_some(link);

    let text_height = write(&context, &parts, false);
    let height = text_height + code.as_ref().map_or(0.0, |_| CODE + 24.0) + 2.0 * BORDER;
    // A canvas forgets everything when it gets a size.
    canvas.set_width((WIDTH * DOTS) as u32);
    canvas.set_height((height * DOTS).ceil() as u32);
    context.scale(DOTS, DOTS).ok()?;
    context.set_fill_style_str(GROUND);
    context.fill_rect(0.0, 0.0, WIDTH, height);
    write(&context, &parts, true);
    if let Some(link) = code {
        draw_code(&context, link, BORDER + text_height + 24.0);
    }

    let anchor: HtmlAnchorElement = document().create_element("a").ok()?.unchecked_into();
    anchor.set_href(&canvas.to_data_url().ok()?);
    anchor.set_download(name);
    anchor.click();
    Some(())
}

fn parts(claim: &Claim, page: &str) -> Vec<Part> {
    let t = &texts().claims;
    let part = |text: String, size, font, colour, above| Part { text, size, font, colour, above };
    let mut parts = vec![
        part(t.brand.to_owned(), 15.0, SANS, QUIET, 0.0),
        part(claim.number.value.clone(), 56.0, SERIF, INK, 18.0),
        part((t.what)(&claim.number), 24.0, SERIF, INK, 8.0),
    ];
    let facts = (t.facts)(claim).into_iter().enumerate();
    let fact = |(at, (name, text)): (usize, (&str, String))| {
        part(format!("{name}: {text}"), 17.0, SANS, INK, if at == 0 { 20.0 } else { 6.0 })
    };
    parts.extend(facts.map(fact));
    let limits = format!("{}: {}", t.limits_label, (t.limits)(claim.origin.place));
    parts.push(part(limits, 15.0, SANS, QUIET, 18.0));
    parts.push(part((t.engine)(claim), 15.0, SANS, QUIET, 12.0));
    let link = format!("{page}{}", claim.origin.link);
    let words = if fits(link.len()) == Fits::Qr { link } else { format!("{page}. {}", t.link_too_long) };
    parts.push(part(words, 13.0, SANS, QUIET, 12.0));
    parts
}

/// Writes all parts from the top down, or only measures them. Answers their height.
fn write(context: &CanvasRenderingContext2d, parts: &[Part], draws: bool) -> f64 {
    let mut y = 0.0;
    for part in parts {
        context.set_font(&format!("{}px {}", part.size, part.font));
        context.set_fill_style_str(part.colour);
        y += part.above;
        for line in lines(context, &part.text) {
            y += part.size * 1.35;
            if draws {
                // Refused only for texts that cannot be measured either.
                context.fill_text(&line, BORDER, BORDER + y - part.size * 0.35).ok();
            }
        }
    }
    y
}

/// A text in lines that fit. What has no spaces, such as an address, is cut where the line ends.
fn lines(context: &CanvasRenderingContext2d, text: &str) -> Vec<String> {
    let most = WIDTH - 2.0 * BORDER;
    let fits = |it: &str| context.measure_text(it).is_ok_and(|it| it.width() <= most);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if !fits(&line) {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
    }
    lines.push(line);
    lines
}

fn draw_code(context: &CanvasRenderingContext2d, link: String, top: f64) {
    let Ok(code) = QRBuilder::new(link).build() else { return };
    // Whole dots, so that no seams show between the squares.
    let side = ((CODE * DOTS / code.size as f64).floor() / DOTS).max(0.5);
    context.set_fill_style_str(INK);
    for (y, row) in (0..code.size).map(|y| (y, &code[y])) {
        for (x, _) in row.iter().take(code.size).enumerate().filter(|it| it.1.value()) {
            context.fill_rect(BORDER + x as f64 * side, top + y as f64 * side, side, side);
        }
    }
}
