//! Colours by name.
//!
//! plotters writes colours as numbers. What is drawn here uses numbers that nobody sees, one for each name; in the end
//! the names take their place. They are those of CSS variables, so one SVG serves every theme without being redrawn.

use plotters::style::RGBColor;

/// The number of colours from the best band to the worst.
pub const BAND_TOKENS: usize = 12;

/// What all sentinel colours begin with.
const SENTINEL: &str = "\"#5C1D";

/// The number of a band's colour, 0 to 11: `var(--band-0)` for the best, `var(--band-11)` for the worst.
///
/// However many bands there are, they take even steps from one end to the other. A single band is in the middle.
pub const fn band_token(n_bands: usize, idx_from_top: usize) -> usize {
    let last = BAND_TOKENS - 1;
    if n_bands < 2 {
        return last / 2;
    }
    let steps = n_bands - 1;
    let idx = if idx_from_top < steps { idx_from_top } else { steps };
    (idx * last * 2 + steps) / (2 * steps)
}

/// What something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The ground of a band.
    Band(usize),
    /// Thin lines that help to read off.
    Grid,
    /// The line of the baseline.
    Ghost,
    /// The line of the life.
    Live,
    /// The line of a life under another rulebook.
    Compared(usize),
}

impl Ink {
    const fn code(self) -> u8 {
        match self {
            Self::Band(token) => (token % BAND_TOKENS) as u8,
            Self::Grid => 0x20,
            Self::Ghost => 0x21,
            Self::Live => 0x22,
            Self::Compared(nth) => 0x30 + (nth % 4) as u8,
        }
    }

    const fn of(code: u8) -> Self {
        match code {
            0x20 => Self::Grid,
            0x21 => Self::Ghost,
            0x22 => Self::Live,
            0x30.. => Self::Compared((code - 0x30) as usize),
            _ => Self::Band(code as usize),
        }
    }

    /// The colour that stands for it until [`named`].
    pub(super) const fn sentinel(self) -> RGBColor {
        RGBColor(0x5C, 0x1D, self.code())
    }

    /// The attributes that stand in the colour's place, behind `fill=` or `stroke=`.
    fn attributes(self) -> String {
        let line = |colour: &str, width: &str, more: &str| {
            let space = if more.is_empty() { "" } else { " " };
            format!("\"var({colour})\" stroke-width=\"var({width})\" vector-effect=\"non-scaling-stroke\"{space}{more}")
        };
        const ROUND: &str = "stroke-linejoin=\"round\" stroke-linecap=\"round\"";
        match self {
            Self::Band(token) => format!("\"var(--band-{token})\""),
            Self::Grid => "\"var(--chart-grid)\"".to_owned(),
            Self::Ghost => line("--chart-ghost", "--chart-ghost-width", "stroke-dasharray=\"4 3\""),
            Self::Live => line("--chart-line", "--chart-line-width", ROUND),
            Self::Compared(nth) => {
                let dashes =
                    ["", "stroke-dasharray=\"10 4\"", "stroke-dasharray=\"3 3\"", "stroke-dasharray=\"10 3 3 3\""];
                line(&format!("--chart-line-{}", nth % 4 + 1), "--chart-line-width", dashes[nth % 4])
            }
        }
    }

    /// Whether its width is a variable too.
    const fn has_width(self) -> bool {
        matches!(self, Self::Ghost | Self::Live | Self::Compared(_))
    }
}

/// The same SVG with names in place of the sentinel colours, and of the widths of lines.
pub(super) fn named(svg: &str) -> String {
    let mut named = String::with_capacity(svg.len() + 1024);
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once(SENTINEL) {
        let Some((digits, after)) = after.split_once('"') else { break };
        let Ok(code) = u8::from_str_radix(digits, 16) else { break };
        let ink = Ink::of(code);
        named.push_str(before);
        named.push_str(&ink.attributes());
        let width = after.strip_prefix(" stroke-width=\"").filter(|_| ink.has_width());
        rest = width.and_then(|it| it.split_once('"')).map_or(after, |it| it.1);
    }
    named.push_str(rest);
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_take_even_steps_from_the_first_colour_to_the_last() {
        for (n_bands, tokens) in [
            (1, vec![5]),
            (2, vec![0, 11]),
            (3, vec![0, 6, 11]),
            (4, vec![0, 4, 7, 11]),
            (6, vec![0, 2, 4, 7, 9, 11]),
            (12, (0..12).collect()),
        ] {
            let found: Vec<usize> = (0..n_bands).map(|it| band_token(n_bands, it)).collect();
            assert_eq!(found, tokens, "{n_bands} bands");
        }
        assert_eq!(band_token(3, 99), 11);
    }

    #[test]
    fn every_ink_has_its_own_colour_and_comes_back_as_itself() {
        let bands = (0..BAND_TOKENS).map(Ink::Band);
        let lines = (0..4).map(Ink::Compared);
        for ink in bands.chain(lines).chain([Ink::Grid, Ink::Ghost, Ink::Live]) {
            assert_eq!(Ink::of(ink.code()), ink);
        }
    }

    #[test]
    fn other_colours_stay() {
        assert_eq!(named("<a fill=\"#5C1D03\" stroke=\"#FFFFFF\"/>"), "<a fill=\"var(--band-3)\" stroke=\"#FFFFFF\"/>");
        assert_eq!(named("\"#5C1D"), "\"#5C1D");
    }

    #[test]
    fn widths_of_lines_are_variables_and_those_of_the_grid_are_not() {
        let line = named("<line stroke=\"#5C1D22\" stroke-width=\"5\" x1=\"0\"/>");
        assert!(line.contains("stroke-width=\"var(--chart-line-width)\"") && !line.contains('5'), "{line}");
        assert!(line.ends_with(" x1=\"0\"/>"), "{line}");
        let grid = named("<line stroke=\"#5C1D20\" stroke-width=\"2\"/>");
        assert_eq!(grid, "<line stroke=\"var(--chart-grid)\" stroke-width=\"2\"/>");
    }
}
