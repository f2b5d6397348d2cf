//! Many lives under one rulebook.

use super::texts;

texts! {
    /// Many lives under one rulebook.
    Society {
        title = "Society",
        lede = "The same rules for thousands of fictional people. Who wins, who loses, and what changes if one safeguard is added?",
    }
}
