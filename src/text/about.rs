//! What the lab is, what it leaves out, privacy, and the engine's certificate.

use super::texts;

texts! {
    /// Words of the page about the lab.
    About {
        title = "About this lab",
        lede = "A page on which you can take a trust-scoring system apart: read its rules, change them, and see what they do to a life.",
        contents = "On this page",
        is_title = "What it is, and what it is not",
        is: &'static [&'static str] = &[
            "It is a model of rulebooks. You see every rule, every number in it, and what follows from them for people and businesses that we made up.",
            "It is not a scoring product. It rates nobody, and it holds no record about anyone.",
            "It is not a copy of any authority’s system. Each rule says how far it is documented, and each example says what was simplified.",
            "It keeps four things apart that are often told as one: a score, a list, a rating of firms and a commercial score.",
        ],
        people_title = "Only people who do not exist",
        people: &'static [&'static str] = &[
            "All people, businesses and towns with a life in this lab are fictional.",
            "Never enter a real person: not a classmate, not a neighbour, not yourself. A number about a real person hurts even when it is meant as a joke, and that is one of the things this lab is about.",
        ],
        care_title = "Care in a classroom",
        care_lede = "A lab about scores can become a score. These are the rules that keep it from that.",
        care: &'static [(&'static str, &'static str)] = &[
            ("Fictional people only.", "Where a name can be typed, a notice says so, and a warning comes up if something looks like a mail address, a telephone number, a card or an address. It warns and does not block: you decide."),
            ("No scoring of classmates.", "Not as a game and not with other names. If it happens, stop and talk about why it was tempting: that is a lesson too."),
            ("No leaderboards.", "Nothing here ranks students: predictions are collected without names, nobody is told who was nearest, and there are no badges and no streaks. A lesson against being ranked does not rank."),
            ("The premise may be wrong.", "You can hold that trust cannot be a number, or that nobody should keep such a book at all. No lesson takes that away: switch all rules off, strike the score and keep the law, or say so in the discussion. It counts as an answer."),
            ("How to report an error.", "Pin the number or copy the statement with its link, and write to whoever gave you this page, or to those who publish its source code. Say what you expected, and which source says so."),
        ],
        leaves_title = "What the model leaves out",
        leaves_lede = "A model helps by leaving things out. These are the ones to keep in mind when you draw a conclusion.",
        leaves: &'static [(&'static str, &'static str)] = &[
            ("Reactions, in one life.", "In the Lab nobody changes because of the score. In the Society people do, by rates that are assumptions and stand on that page."),
            ("Chains of consequences, in one life.", "“No loan” is a word on a ribbon. In the Society it makes late bills likelier, by a factor that is an assumption; a lost flat is still not computed."),
            ("Officials.", "Where a rule leaves a range to whoever decides, one fixed number stands for it. Favours, pressure and bad days are missing."),
            ("Offices at work.", "In one life a record has its effect on its own day. In the Society appeals wait for a decision; everything else that offices do is missing."),
            ("How often records are wrong.", "In one life a record is wrong only where the story says so. In the Society it is an assumption, with its source where there is one."),
            ("Numbers of people.", "The thousands in the Society are invented. They show what follows from the assumptions, not how many people a real system reaches."),
            ("Courts, police and censorship.", "Much of what is told about scores is done by other means. A model of points cannot show them."),
            ("Everything a number cannot hold.", "Shame, pride, a neighbour’s look."),
        ],
        privacy_title = "Privacy",
        privacy: &'static [&'static str] = &[
            "Nothing that you do here leaves this browser. The page is loaded once; after that it asks no server for anything. There are no accounts, no cookies, no counters and no fonts or scripts from elsewhere.",
            "Drafts, pinned numbers and your choice of colours are kept in this browser’s storage on this device. Whoever uses the same browser after you can see them.",
            "To clear them, open the lab, press Share, and then “Clear all drafts”. Pinned numbers have their own button “Forget all” on their page. Deleting the data of this site in the browser’s settings clears the colours too. In a private window nothing is kept after you close it.",
            "A link that you share holds the whole scenario in the part after the #, which browsers do not send to any server. Whoever has the link can read everything in it.",
        ],
        marks_title = "How sure is that?",
        marks_lede = "Every rule, list and consequence carries one of five marks.",
        shortcuts_title = "Keyboard shortcuts",
        certificate_title = "The engine’s certificate",
        certificate_lede = "Scores are whole thousandths of a point, and days are days of the calendar: the same scenario gives the same result on every device, to the last digit. You need not believe that. This browser has just computed every scenario that comes with the lab and compared the result with the one that was tested when this version was made.",
        certificate_busy = "Computing all scenarios…",
        certificate_good: fn(usize, &str) -> String = |n, time| format!("All {n} scenarios gave exactly the tested result ({time})."),
        certificate_bad: fn(usize, usize) -> String = |bad, n| format!("{bad} of {n} scenarios gave another result than the tested one. Do not trust the numbers on this device, and please report it."),
        certificate_time: fn(f64) -> String = |ms| format!("{ms:.0} milliseconds"),
        certificate_again = "Compute again",
        certificate_version: fn(&str, &str) -> String = |version, seal| format!("Version {version}, seal {seal}"),
        certificate_scenario = "Scenario",
        certificate_events = "Events",
        certificate_fingerprint = "Fingerprint of the result",
        certificate_verdict = "Compared",
        certificate_same = "the same",
        certificate_other = "not the same",
        certificate_details = "Every scenario and its fingerprint",
    }
}
