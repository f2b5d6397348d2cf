//! The questions that can be asked of a system, below the lab.

use super::texts;

texts! {
    /// The frame of the questions.
    Ask {
        title = "Take it apart",
        intro = "Questions to put to any system that scores people. Each answer is computed from the rules and the life above.",
        tabs: [&'static str; 6] = ["What made it", "What would change it", "Way back", "The letter", "Review", "Principles"],
        doors: [&'static str; 6] = [
            "Which event and which rule carries how much of the score, and what a lost ticket comes from.",
            "The fewest events, and the smallest change of one rule, that lead to another band.",
            "The cheapest way back to a band, what acts cost in units of each other, and what pays best.",
            "The notice that the person would get, and an appeal from that letter alone.",
            "What is questionable about these rules, and the safeguards they have and lack.",
            "Sentences that the system has to keep, tried out on lives that could happen; and results that you expect.",
        ],
        working: fn(u64, u64) -> String = |done, total| format!("Working it out: {done} of {total}"),
        begins = "Working it out",
        stop = "Stop",
        stopped = "Stopped. Any answer shown here is an earlier one.",
        again = "Search again",
        no_life = "There is no life to ask about yet. Add somebody under Cast.",
    }
}
