//! In the room: projector, class, paper.

use super::common::{Common, points};
use super::texts;
use crate::editor::Sheet;
use crate::engine::{Day, Points};
use crate::lessons::answer::Misread;

texts! {
    /// In the room: projector, class, paper.
    Room {
        controls = "Presenting",
        back = "Back",
        next = "Next",
        reveal = "Reveal",
        revealed = "The result is shown.",
        held_again = "The result is held back again.",
        nothing_held = "Nothing is held back in this step.",
        nothing_asked = "Nothing is asked in this step, so there are no predictions to put together.",
        first_step = "This is the first step.",
        last_step = "This is the last step.",
        timer = "Timer",
        timer_started: fn(u32) -> String = |left| format!("The timer runs: {}.", span(left)),
        timer_stopped: fn(u32) -> String = |left| format!("The timer is stopped with {} left.", span(left)),
        time_is_up = "The time for this step is over.",
        clock: fn(u32) -> String = |left| format!("{}:{:02}", left / 60, left % 60),
        class = "Class",
        qr = "QR code",
        black = "Black",
        keys = "Keys",
        leave = "Leave",
        to_step = "Back to the step",
        black_label = "The screen is black. Any key or touch brings the lesson back.",
        qr_title = "This step on your own device",
        qr_note = "Scan the code or type the address. Nobody signs in, and nothing is sent.",
        keys_title = "Keys for presenting",
        key_rows: &'static [(&'static [&'static str], &'static str)] = &[
            (&["Page Down", "→", "Space"], "Next step. A clicker sends the first of these."),
            (&["Page Up", "←"], "Step before."),
            (&["R"], "Reveal the result, or hold it back again."),
            (&["C"], "What the class expects: codes, show of hands, charts."),
            (&["T"], "Start or stop the timer of this step."),
            (&["B", "."], "Black screen. Any key brings the lesson back."),
            (&["Q"], "QR code of this step for students’ devices."),
            (&["?", "H"], "This list."),
            (&["Esc"], "Back to the step; from there to the lesson."),
        ],
        fresh = "Begin with another class",
        fresh_note = "What a class said and what was revealed stays in this tab. Before another class plays this lesson here, have it forgotten.",
        fresh_done = "All predictions of this lesson in this tab are forgotten, and its results are held back.",

        class_title = "What the class expects",
        to_projector = "On the projector",
        codes = "Codes",
        codes_note = "Students read their codes out, or you scan them. A code holds an answer and no name.",
        codes_label = "Codes, one after the other",
        codes_hint = "Enter adds what you typed. A whole list can be pasted. Codes that are scanned into another tab of this browser arrive here by themselves.",
        codes_add = "Add",
        codes_counted: fn(usize) -> &'static str = |n| if n == 1 { "code is counted" } else { "codes are counted" },
        added: fn(usize, usize, usize) -> String = added,
        misread: fn(Misread) -> &'static str = |it| match it {
            Misread::Mistyped => "This is not a code: one of its letters or digits is wrong.",
            Misread::Elsewhere => "This code belongs to another step or another lesson.",
        },
        hands = "Show of hands",
        hands_note = "Ask for each answer and type how many raised their hands. Whoever raised a hand should not give a code too.",
        hands_note_number = "Ask for each range and type how many raised their hands. Whoever raised a hand should not give a code too.",
        hands_note_line = "Ask where the line ends, compared with its beginning, and type how many raised their hands.",
        low_to_high: [&'static str; 3] = ["Low", "In the middle", "High"],
        line_ends: [&'static str; 3] = ["It ends higher", "It ends where it begins", "It ends lower"],
        from_to: fn(&str, &str) -> String = |from, to| format!("{from} to {to}"),
        carry = "Take the answers to another device",
        carry_note = "All codes are in the link. Whoever opens it sees the charts, and no names.",
        clear = "Forget these answers",
        cleared = "The answers to this step are forgotten, and its result is held back.",

        answers = "Answers",
        table = "Table",
        answer = "Answer",
        how_many = "How many",
        came_true = "Came true",
        lowest = "Lowest",
        middle = "Middle",
        highest = "Highest",
        choices_found: fn(usize, usize, &[&str]) -> String = choices_found,
        choices_told: fn(usize, usize, &str) -> String = |k, n, right| format!("{k} of {n} expected what came true: “{right}”."),
        choices_summary = "Answers from codes and hands together.",
        numbers_found: fn(usize, Option<i64>, Option<i64>, Option<i64>) -> String = numbers_found,
        numbers_told: fn(&str, [usize; 3]) -> String = |truth, [higher, lower, same]|
            format!("It came to {truth}: {higher} expected more, {lower} less, and {same} exactly that."),
        numbers_summary: fn(&str) -> String = |unit| format!("Predictions from codes, in {unit}."),
        hands_found: fn(usize, Option<(&str, usize)>) -> String = |n, right| match right {
            Some((label, k)) => format!("{}; {k} for what came true: {label}.", counted(n, "hand", "hands")),
            None => format!("{}.", counted(n, "hand", "hands")),
        },
        hands_summary = "The same question by show of hands.",
        lines_found: fn(usize, Option<i64>, Option<i64>) -> String = lines_found,
        lines_told: fn(&str, Points, [usize; 3]) -> String = |name, truth, [higher, lower, same]|
            format!("{name} ends at {}: {higher} drew a higher end, {lower} a lower one, and {same} the same.", points(truth)),
        lines_summary: fn(&str, Day) -> String = |name, from|
            format!("{name}’s score from {} on, as it was drawn by each device.", (Common::ENGLISH.day)(from)),
        sheets = "Sheets of this lesson",
        sheet_kind: fn(Sheet) -> &'static str = |it| match it {
            Sheet::Worksheet => "Worksheet",
            Sheet::Key => "Answer key",
            Sheet::Plan => "Lesson plan",
        },
        print = "Print",
        print_refused = "The browser did not open its print dialog. Use its own menu to print.",
        print_wait = "The town of this lesson is still being counted. Print when no number says “counting…” any more.",
        fictional = "Everyone in it is invented.",
        goals = "What you can do afterwards",
        i_notice = "What I notice:",
        my_number: fn(&str) -> String = |unit| format!("My prediction, in {unit}:"),
        because = "Because:",
        key_says = "Key",
        draw_here: fn(&str, Points, Day) -> String = |name, start, from|
            format!("{name}’s score before {}: {}. The line begins at the dot.", (Common::ENGLISH.day)(from), points(start)),
        screen_life: fn(&str) -> String = |name| format!("On the screen: the life of {name} as a chart and a table."),
        screen_ledger: fn(&str) -> String = |name| format!("On the screen: every line that moved {name}’s score."),
        screen_letter: fn(&str) -> String = |name| format!("On the screen: the letter to {name}."),
        screen_principles = "On the screen: the principles, each kept or broken, with an example.",
        screen_veil = "On the screen: approve the rules, draw who you are, and approve again.",
        try_on_screen = "Try it on the screen, and write down what happens",
        dial_range: fn(&str, &str, &str) -> String = |label, low, high| format!("{label} (from {low} to {high})"),
        day = "Day",
        happened = "What happened",
        is_said = "What is often said",
        record_says = "What the record says",
        before = "Before the lesson",
        papers: &'static [&'static str] = &[
            "Print, if you like: the worksheet, one for two students; the answer key, for you. Each has a code that opens the lesson.",
            "With a projector alone: open the lesson, press Present, count hands, then reveal.",
            "With devices: show the QR code of a step (key Q) or hand out the link. Answers come back as codes (key C). No name leaves a device.",
        ],
        beliefs = "What is often believed",
        course = "The course of the lesson",
        time = "Time",
        step = "Step",
        notes = "For you",
        cited = "Statements of the record that this lesson uses",
        cited_note = "Each with how far it is backed and where it comes from.",
        as_of: fn(&str) -> String = |it| format!("as of {it}"),
        cards_title = "Cards of the people",
        cards_note = "Everyone on these cards is invented. Cut along the lines and hand out one card each: the code opens the lab with that person.",
        cards_link = "Print cards of the people",
        no_cards = "Nobody is in the open scenario.",
        to_lab = "Back to the lab",
        more_events: fn(usize) -> String = |n| format!("and {} more", n),
        card_invented = "This person is invented.",
        card_too_long = "This scenario is too long for a code. Share it as a file or a link instead.",

        lines_drawn = "drawn in class",
        lines_true = "what came true",
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    (Common::ENGLISH.count)(n, one, many)
}

/// A span of seconds in words.
fn span(seconds: u32) -> String {
    let unit = |n: u32, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    match (seconds / 60, seconds % 60) {
        (0, seconds) => unit(seconds, "second", "seconds"),
        (minutes, 0) => unit(minutes, "minute", "minutes"),
        (minutes, seconds) => format!("{} {}", unit(minutes, "minute", "minutes"), unit(seconds, "second", "seconds")),
    }
}

fn added(new: usize, doubled: usize, refused: usize) -> String {
    let mut parts = vec![match new {
        0 => "Nothing new.".to_owned(),
        _ => format!("{} added.", counted(new, "code", "codes")),
    }];
    if doubled > 0 {
        parts.push(format!("{doubled} there already."));
    }
    if refused > 0 {
        parts.push(format!("{refused} not counted."));
    }
    parts.join(" ")
}

fn choices_found(n: usize, most: usize, leading: &[&str]) -> String {
    if n == 0 {
        return "No answers yet.".to_owned();
    }
    let answers = counted(n, "answer", "answers");
    match leading {
        [one] => format!("{answers}. Most often, with {most}: “{one}”."),
        several => format!("{answers}. {} answers lead with {most} each.", several.len()),
    }
}

fn numbers_found(n: usize, lowest: Option<i64>, highest: Option<i64>, middle: Option<i64>) -> String {
    let whole = super::Learn::ENGLISH.whole;
    match (n, lowest, highest, middle) {
        (1, Some(only), ..) => format!("1 prediction: {}.", whole(only)),
        (_, Some(low), Some(high), Some(middle)) => {
            format!(
                "{n} predictions, from {} to {}. The one in the middle is {}.",
                whole(low),
                whole(high),
                whole(middle)
            )
        }
        _ => "No predictions yet.".to_owned(),
    }
}

fn lines_found(n: usize, lowest: Option<i64>, highest: Option<i64>) -> String {
    let whole = super::Learn::ENGLISH.whole;
    match (n, lowest, highest) {
        (1, Some(end), _) => format!("1 drawn line. It ends at {}.", whole(end)),
        (_, Some(low), Some(high)) => format!("{n} drawn lines. They end between {} and {}.", whole(low), whole(high)),
        _ => "No drawn lines yet.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_sentences() {
        assert_eq!(choices_found(0, 0, &["a", "b"]), "No answers yet.");
        assert_eq!(choices_found(1, 1, &["Lu’s"]), "1 answer. Most often, with 1: “Lu’s”.");
        assert_eq!(choices_found(4, 2, &["a", "b"]), "4 answers. 2 answers lead with 2 each.");
        assert_eq!(numbers_found(1, Some(3), Some(3), Some(3)), "1 prediction: 3.");
        assert_eq!(
            numbers_found(3, Some(-1), Some(9), Some(4)),
            "3 predictions, from −1 to 9. The one in the middle is 4."
        );
        assert_eq!(lines_found(2, Some(900), Some(1000)), "2 drawn lines. They end between 900 and 1000.");
        assert_eq!(added(0, 1, 2), "Nothing new. 1 there already. 2 not counted.");
        assert_eq!(span(61), "1 minute 1 second");
    }
}
