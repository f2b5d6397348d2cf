//! Lessons: the list, the player, questions.

use std::cmp::Ordering;

use super::society::measures::figure;
use super::society::numbers::{count, plain, share};
use super::texts;
use super::{Common, Diagnostics};
use crate::engine::{Day, Points};
use crate::lessons::format::Beat;
use crate::lessons::{Quoted, Trouble};

texts! {
    /// Lessons: the list, the player, questions.
    Learn {
        title = "Learn",
        lede = "Systems that rate people, taken apart one question at a time. First you say what you expect; then the lab computes what happens.",
        lessons = "Lessons",
        no_lessons = "There are no lessons in this copy of the lab.",
        minutes: fn(u32) -> String = minutes,
        finished = "finished in this tab",
        go_on = "Go on where you stopped",
        go_on_in: fn(&str) -> String = |title| format!("Go on where you stopped: {title}"),
        forget = "Forget the answers in this tab",
        forgotten = "The answers in this tab are forgotten.",
        kept_note = "Your answers stay in this tab and are forgotten when it is closed.",

        teachers = "For teachers",
        teachers_lede = "A lesson tomorrow: open it, press Present, and let the class say what it expects before you show what happens. A projector is enough.",
        teachers_devices = "With devices, hand out the link to the lesson. Nobody signs in. An answer leaves a device only if its student reads out the code.",
        plan = "Plan",
        worksheet = "Worksheet",
        key = "Answer key",
        present = "Present",
        open = "Open",
        sheet_of: fn(&str, &str) -> String = |what, title| format!("{what}: {title}"),

        beside = "Beside the lessons",
        to_record = "The record",
        to_record_note = "What is documented, what is only said, and where each statement comes from.",
        to_watching = "Watching with the lab",
        to_watching_note = "Documentaries: what to watch for, what is disputed, and what to try.",
        to_lab = "The lab",
        to_lab_note = "The same rules, people and numbers without a lesson around them.",

        all_lessons = "All lessons",
        steps = "Steps of this lesson",
        step_of: fn(usize, usize) -> String = |step, steps| format!("Step {step} of {steps}"),
        step_named: fn(usize, &str) -> String = |step, title| format!("Step {step}: {title}"),
        step_done: fn(usize, &str) -> String = |step, title| format!("Step {step}: {title} (answered)"),
        arrived: fn(usize, usize, &str) -> String = |step, steps, title| format!("Step {step} of {steps}: {title}"),
        beat: fn(Beat) -> &'static str = beat,
        previous = "Back",
        next = "Next",
        turn = "To the other steps",
        stage = "What to look at",
        stage_later = "What to look at now",
        notice = "What to notice",
        discuss = "To talk about",

        no_step: fn(&str) -> String = |id| format!("This lesson has no step called “{id}”."),
        to_first = "Go to its first step",
        lesson_trouble = "This lesson cannot be shown.",
        trouble: fn(&Trouble) -> String = trouble,
        no_steps = "It has no steps.",

        the_end = "At the end",
        end_discuss = "Questions without a right answer",
        read_on = "Read on in the record",
        take_to_lab = "Take it to the lab",
        take_to_lab_note = "The scenario of this lesson, with every rule, number and person open to change. Your own work there can be brought back with Undo.",
        next_lesson: fn(&str) -> String = |title| format!("Next lesson: {title}"),

        quoted: fn(&Quoted) -> String = quoted,
        quote_title = "Computed from the scenario, not typed.",
        quote_fact_title = "A figure of the record.",
        quote_unknown: fn(&str) -> String = |quote| format!("{quote}?"),
        quote_unknown_title = "Nothing here has this name.",
        counting = "counting…",

        predict_title = "Your prediction",
        argue_title = "Where do you stand?",
        class_title = "The question",
        submit = "That is my prediction",
        submit_argue = "That is where I stand",
        submit_line = "That is my line",
        skip = "Show it without predicting",
        skip_argue = "Show what can be said",
        choose_first = "Choose an answer first.",
        number_first: fn(i64, i64, &str) -> String = |lowest, highest, unit|
            format!("Give a whole number from {} to {}, in {unit}.", whole(lowest), whole(highest)),
        slider = "Your prediction, as a slider",
        number_in: fn(&str) -> String = |unit| format!("Your prediction, in {unit}"),
        slider_says: fn(i64, &str) -> String = |number, unit| format!("{} {unit}", whole(number)),
        slider_rests = "nothing chosen yet",
        between: fn(i64, i64, &str) -> String = |lowest, highest, unit| format!("A whole number from {} to {}, in {unit}.", whole(lowest), whole(highest)),
        whole: fn(i64) -> String = whole,
        premise = "The question itself is wrong.",
        premise_why = "Why? What would have to be asked instead?",
        premise_note = "This stays on this device.",
        premise_reply = "That can be argued. Say in class what the question takes for granted, and what would have to be asked instead.",
        come_true = "What came true",
        can_be_said = "What can be said",
        still_counting = "The town is still being counted. The answer appears here when it is done.",
        cannot_tell = "This could not be worked out from the scenario.",
        truth: fn(f64, &str) -> String = |truth, unit| format!("{} {unit}", number(truth)),
        distance: fn(i64, f64) -> String = distance,
        you_said = "you",
        it_is = "it is",
        yours = "your answer",
        right = "came true",
        you_were_right = "You expected what came true.",
        you_were_not: fn(&str) -> String = |right| format!("Something else came true: {right}"),
        skipped_right: fn(&str) -> String = |right| format!("What came true: {right}"),
        what_speaks = "What speaks for each answer",
        others = "What speaks for the other answers",
        take_back = "Take my answer back",
        predict_after_all = "Predict after all",
        taken_back = "Your answer is taken back.",

        code_title = "Give it to the class",
        code_note = "Read the code out, or let the teacher’s device scan it. It says what was answered, and nothing about who answered.",
        code_label = "Code of your answer",
        code_copy = "Copy the code",
        code_copied = "Copied.",
        code_not_copied = "The browser did not allow copying. Select the code and copy it.",
        code_link = "Open the class page with this code",

        draw_until: fn(&str, Day) -> String = |name, day| format!("{name}’s score up to {}. Draw what comes next.", (Common::ENGLISH.day)(day)),
        draw_skipped: fn(&str, Points) -> String = |name, end| format!("{name}’s score ends at {}.", (Common::ENGLISH.points)(end)),
        draw_how = "Draw with the pointer, or set the months below: those that you leave follow the one before. A straight line is a prediction too.",
        draw_months = "Month by month",
        draw_value: fn(i64) -> String = |value| format!("{} points", whole(value)),
        draw_distance: fn(&str, i64, Points, Points) -> String = draw_distance,
        draw_legend_drawn = "drawn by you",
        draw_legend_true = "what came true",
        draw_table = "Table of both lines",
        draw_month = "Until",
        draw_drawn = "Drawn",
        draw_true = "Came true",
        draw_month_name: fn(Day) -> String = short_month,
    }
}

fn minutes(n: u32) -> String {
    format!("{n} {}", if n == 1 { "minute" } else { "minutes" })
}

const fn beat(it: Beat) -> &'static str {
    match it {
        Beat::Look => "Look",
        Beat::Hand => "By hand",
        Beat::Predict => "Predict",
        Beat::Dial => "Change one thing",
        Beat::Repair => "Repair",
        Beat::Argue => "Take a stand",
    }
}

fn trouble(it: &Trouble) -> String {
    match it {
        Trouble::NoPreset(id) => format!("It uses the scenario “{id}”, which this build does not have."),
        Trouble::NoScene(id) => format!("One of its steps uses the scenario “{id}”, which the lesson does not have."),
        Trouble::NoSubject(id) => format!("It looks at “{id}”, who is not in its scenario."),
        Trouble::Senseless(found) => {
            let first = found.first().map(|it| (Diagnostics::ENGLISH.words)(&it.code).message);
            format!("One of its scenarios makes no sense. {}", first.unwrap_or_default())
        }
    }
}

/// The value of a quote as it stands in a sentence: without a unit, but for the sign of per cent.
fn quoted(it: &Quoted) -> String {
    match it {
        Quoted::Points(it) => (Common::ENGLISH.points)(*it),
        Quoted::Change(it) => (Common::ENGLISH.signed)(*it),
        Quoted::Count(it) => whole(*it),
        Quoted::Measure(measure, it) => figure(*measure, *it),
        Quoted::Share(it) => share(*it),
        Quoted::Word(it) => it.clone(),
        Quoted::Pending => Learn::ENGLISH.counting.to_owned(),
    }
}

/// A whole number with a real minus and groups of three from 10,000.
fn whole(it: i64) -> String {
    format!("{}{}", if it < 0 { "−" } else { "" }, count(it.unsigned_abs()))
}

/// A number in the unit of a question: whole if it is, else with one decimal place.
fn number(it: f64) -> String {
    let rounded = plain(it, 1);
    let whole_part = rounded.strip_suffix(".0").unwrap_or(&rounded);
    let (sign, digits) = whole_part.strip_prefix('−').map_or(("", whole_part), |digits| ("−", digits));
    digits.parse::<u64>().map_or_else(|_| whole_part.to_owned(), |it| format!("{sign}{}", count(it)))
}

fn distance(said: i64, truth: f64) -> String {
    let (you, it) = (whole(said), number(truth));
    if you == it {
        return format!("You said {you}, and so it is.");
    }
    let by = said as f64 - truth;
    let far = number(by.abs());
    match by.partial_cmp(&0.0) {
        Some(Ordering::Greater) => format!("You said {you}; it is {it}. That was {far} too high."),
        Some(Ordering::Less) => format!("You said {you}; it is {it}. That was {far} too low."),
        _ => format!("You said {you}; it is {it}."),
    }
}

/// "Dec 2021": narrow enough to stand before a slider on a telephone.
fn short_month(day: Day) -> String {
    let short = (Common::ENGLISH.day_short)(day);
    short.split_once(' ').map_or(short.clone(), |it| it.1.to_owned())
}

fn draw_distance(name: &str, drawn: i64, truth: Points, off: Points) -> String {
    let (drawn_text, truth_text) = (whole(drawn), (Common::ENGLISH.points)(truth));
    let end = if Points::whole(drawn) == truth {
        format!("You let {name} end at {drawn_text}, and so it is.")
    } else {
        format!("You let {name} end at {drawn_text}; it is {truth_text}.")
    };
    if off.is_zero() {
        return format!("{end} Your line and the true one are the same.");
    }
    // One decimal place says enough about a mean.
    let off = number(off.to_f64());
    format!("{end} On average your line was {off} points off.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::society::measures::Measure;

    #[test]
    fn quotes_read_as_numbers_everywhere_else_do() {
        for (value, expected) in [
            (Quoted::Points(Points::whole(-3)), "−3"),
            (Quoted::Points(Points::whole(12_500)), "12\u{202f}500"),
            (Quoted::Change(Points::whole(5)), "+5"),
            (Quoted::Change(Points::from_thousandths(-7_250)), "−7.25"),
            (Quoted::Count(3), "3"),
            (Quoted::Count(-1), "−1"),
            (Quoted::Count(10_000), "10\u{202f}000"),
            (Quoted::Share(0.4485), "45\u{202f}%"),
            (Quoted::Measure(Measure::Wrongly, 0.0741), "7.4\u{202f}%"),
            (Quoted::Measure(Measure::PenaltyGap, 0.021), "2.1"),
            (Quoted::Measure(Measure::MeanScore, 987.6), "988"),
            (Quoted::Word("A".into()), "A"),
            (Quoted::Pending, "counting…"),
        ] {
            assert_eq!(quoted(&value), expected);
        }
    }

    #[test]
    fn distances_are_told_in_words() {
        for (said, truth, expected) in [
            (6, 3.0, "You said 6; it is 3. That was 3 too high."),
            (3, 3.0, "You said 3, and so it is."),
            (-5, 2.0, "You said −5; it is 2. That was 7 too low."),
            (7, 7.43, "You said 7; it is 7.4. That was 0.4 too low."),
            (12_000, 10_000.0, "You said 12\u{202f}000; it is 10\u{202f}000. That was 2000 too high."),
        ] {
            assert_eq!(distance(said, truth), expected);
        }
        assert_eq!(
            draw_distance("Mei", 940, Points::whole(911), Points::whole(18)),
            "You let Mei end at 940; it is 911. On average your line was 18 points off."
        );
    }
}
