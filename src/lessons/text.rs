//! Paragraphs of a lesson.
//!
//! | written | meaning |
//! |---|---|
//! | `*word*` | emphasis |
//! | `{score:mei}` | a quote: see [`super::quote`] |
//! | `[[dog-outcome]]` | a reference to a statement of the record, shown as its standing |
//!
//! Anything else is text, and text is only text.

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it is.
    Text(String),
    /// Emphasised.
    Emphasis(String),
    /// What stands between braces.
    Quote(String),
    /// The id of a statement of the record.
    Fact(String),
}

/// The pieces of a paragraph. What is opened and not closed is text.
pub fn pieces(paragraph: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = paragraph;
    while let Some(first) = rest.chars().next() {
        let found = [("[[", "]]"), ("{", "}"), ("*", "*")].into_iter().find_map(|(open, close)| {
            let inside = rest.strip_prefix(open)?;
            let end = inside.find(close).filter(|it| *it > 0)?;
            Some((open, &inside[..end], &inside[end + close.len()..]))
        });
        let Some((open, inside, after)) = found else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        let inside = inside.to_owned();
        pieces.push(match open {
            "[[" => Piece::Fact(inside),
            "{" => Piece::Quote(inside),
            _ => Piece::Emphasis(inside),
        });
        rest = after;
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_taken_apart() {
        let text = |it: &str| Piece::Text(it.to_owned());
        for (paragraph, expected) in [
            ("", vec![]),
            ("plain", vec![text("plain")]),
            (
                "*Twelve* points, {start}, it is said [[dog]].",
                vec![
                    Piece::Emphasis("Twelve".into()),
                    text(" points, "),
                    Piece::Quote("start".into()),
                    text(", it is said "),
                    Piece::Fact("dog".into()),
                    text("."),
                ],
            ),
            ("2 * 3 and {open", vec![text("2 * 3 and {open")]),
            ("[[", vec![text("[[")]),
            ("{}", vec![text("{}")]),
            ("é{a}ü", vec![text("é"), Piece::Quote("a".into()), text("ü")]),
        ] {
            assert_eq!(pieces(paragraph), expected, "{paragraph}");
        }
    }
}
