//! Four stories, each with a button that sets the town so that it can be tried.

use crate::text::texts;

/// A story to try.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "words of a story")]
pub struct Story {
    pub title: &'static str,
    pub text: &'static [&'static str],
    pub look: &'static str,
}

texts! {
    /// Four stories.
    SocietyStories {
        title = "Four stories to try",
        lead = "Each button changes the town so that one effect stands out. Undo brings your own town back.",
        try_it = "Set the town for this story",
        set: fn(&str) -> String = |it| format!("The town is set for “{it}”. Undo brings your own back."),
        look = "Where to look",
        all: [Story; 4] = [
            Story {
                title: "Unequal sight makes equal conduct unequal",
                text: &[
                    "All groups do the same things at the same rates. Migrant workers are seen as usual, the others less than half as much.",
                    "So more of what migrant workers do becomes a record. To show sight alone, nobody earns points here. Their scores fall further. Nobody behaved worse.",
                ],
                look: "Groups side by side: conduct is alike, penalties are not.",
            },
            Story {
                title: "An appeal without notice corrects nothing",
                text: &[
                    "Appeals are heard, but nobody is told that something was lost.",
                    "Who does not know of a record cannot contest it. The office hears few appeals and looks just.",
                ],
                look: "Wrong records: how many were told, contested, and never corrected. Then switch on Notice on the shelf.",
            },
            Story {
                title: "A penalty that makes the next one likelier",
                text: &[
                    "Who loses access to loans pays bills late more often. Who cannot travel loses work more often.",
                    "Late bills cost points again. The lowest band holds on to people by what it does to them.",
                ],
                look: "Mobility: how many of the lowest band are still there a year later.",
            },
            Story {
                title: "Order, for the price of silence",
                text: &[
                    "Many know the rules, and every penalty is seen. Harmful acts become rarer.",
                    "So do lawful ones that some would punish: petitions, criticism, meetings. Pressure does not tell them apart.",
                ],
                look: "Lawful acts given up, beside harmful acts prevented.",
            },
        ],
    }
}
