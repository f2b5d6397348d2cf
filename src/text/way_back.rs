//! The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.

use super::texts;

texts! {
    /// The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.
    WayBack {
        title = "Way back",
    }
}
