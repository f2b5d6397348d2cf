//! What would change the band, and how the score follows one number.

use super::texts;

texts! {
    /// What would change the band, and how the score follows one number.
    Flips {
        title = "What would change it",
    }
}
