//! The questions that can be asked of a system, below the lab.

use super::texts;

texts! {
    /// The frame of the questions.
    Ask {
        title = "Take it apart",
        intro = "Questions to put to any system that scores people. Each answer is computed from the rules and the life above.",
        tabs: [&'static str; 6] = ["What made it", "What would change it", "Way back", "The letter", "Review", "Principles"],
        working: fn(u64, u64) -> String = |done, total| format!("Working it out: {done} of {total}"),
        no_life = "There is no life to ask about yet. Add somebody under Cast.",
    }
}
