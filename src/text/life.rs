//! One life: the chart, its consequences, its events and its table.

use super::common::{capital, day as on, day_short as short_day, month, n_points, signed};
use super::texts;
use crate::charts::{Step as TickStep, Tick};
use crate::editor::Untouched;
use crate::engine::case::Step;
use crate::engine::explain::{NoEffect, Why};
use crate::engine::{Day, Points};
use crate::scenario::Scenario;
use crate::scenario::doc::{CorrectionGround, Event};

texts! {
    /// The middle column of the lab.
    Life {
        nobody = "Nobody is here yet",
        nobody_hint = "Add a person or a business under Cast, and this is where their life is drawn.",
        nothing_yet = "Nothing to draw yet",
        sub_score: fn(Day, Day, bool) -> String = |first, last, ghost| sub("Score", first, last, ghost),
        sub_lists: fn(Day, Day, bool) -> String = |first, last, ghost| sub("Lists and consequences", first, last, ghost),
        senseless_title = "This scenario cannot be computed as it is",
        senseless = "This scenario cannot be computed as it is:",
        senseless_hint = "Nothing is drawn until that is mended.",
        senseless_go = "Show where it is wrong",
        stale = "Not up to date:",
        stale_input = "a field holds no value yet.",
        stale_kept = "The picture shows the last version that could be computed.",
        more_wrong: fn(usize) -> String = |n| format!("And {n} more."),
        untouched: fn(&Untouched, &str, &str) -> String = untouched,

        chart: fn(&str) -> String = |name| format!("Chart of {name}'s score"),
        chart_lists: fn(&str) -> String = |name| format!("Chart of {name}'s events"),
        cursor: fn(&str) -> String = |name| format!("Day in {name}'s life"),
        cursor_at: fn(Day, &str) -> String = |day, standing| format!("{}: {standing}", on(day)),
        standing: fn(Points, &str) -> String = |score, band| format!("{}, band {band}", n_points(score)),
        with_event: fn(&str, &str) -> String = |at, event| format!("{at}. {event}"),
        selected: fn(&str) -> String = |event| format!("{event}, selected"),
        keys = "Arrow keys move by a day, Page Up and Page Down from event to event, Home and End to the first and last day. \
            With an event selected, Alt with an arrow key moves it by a day, with Shift by a month; Delete removes it.",
        keys_locked = "Arrow keys move by a day, Page Up and Page Down from event to event, Home and End to the first and last day.",
        keys_short_locked = "Click to keep a day. Press a mark to see what it did.",
        keys_short = "Click to keep a day. Drag a mark to move its event.",
        tick: fn(TickStep, Tick) -> String = tick,
        mark: fn(&str, Day, Option<Points>) -> String = mark,
        mark_nothing = "no effect",
        mark_other = "list or ceiling",
        marks: fn(usize, usize, Day, Day) -> String = marks,
        from: fn(&str, &str) -> String = |what, name| format!("{what}, from {name}"),
        legend = "What the marks mean",
        legend_gain = "gain",
        legend_loss = "loss",
        legend_other = "list or ceiling",
        legend_nothing = "no effect",
        legend_wrong = "crossed out: a wrong record",
        legend_before = "before the changes",

        consequences = "Consequences",
        no_consequences = "No consequences in this life.",
        lists = "Lists",
        reward = "reward",
        penalty = "penalty",
        redlist = "redlist",
        blacklist = "blacklist",
        ribbon: fn(&str, &str, Day, Option<Day>) -> String = ribbon,
        ribbon_why: fn(Option<&str>) -> String = ribbon_why,
        ribbons_hint = "Press a ribbon to see what began it.",
        ribbons_merged: fn(usize) -> String = |n| format!("{n} times"),

        happens = "Something happens:",
        more = "more",
        no_kinds = "No kind of event fits. Add one under System, Kinds.",
        happened: fn(&str, &str, Day) -> String = |name, what, day| format!("{name}: {what}, {}.", on(day)),
        full = "A scenario holds at most 10,000 events.",

        what: fn(&Scenario, &Event) -> String = what,
        part_wrong: fn(&str, usize, usize) -> String = part_wrong,
        event: fn(&str) -> String = |what| format!("Event: {what}"),
        kind = "What happens",
        day = "Day",
        field: fn(&str, &str) -> String = field,
        recorded_by = "Recorded by",
        nobody_records = "nobody",
        not_in_use = "not in use",
        other_sources = "other sources",
        genuine = "It really happened",
        wrong = "Wrong record: it never happened",
        truth = "The record",
        correction = "Correction",
        correction_none = "none",
        correction_by: fn(CorrectionGround) -> &'static str = correction_by,
        correction_day = "Struck out on",
        note = "Note",
        previous = "Previous event",
        next = "Next event",
        close = "Close the event",
        moved: fn(&str, Day) -> String = |what, day| format!("{what} moved to {}.", on(day)),
        deleted: fn(&str) -> String = |what| format!("{what} deleted. Undo brings it back."),
        duplicated: fn(&str, Day) -> String = |what, day| format!("Another one: {what}, {}.", on(day)),
        effect: fn(Points, &str) -> String = |sum, after| format!("{} points on that day, then {after}.", signed(sum)),
        happened_to: fn(&str) -> String = |name| format!("It happened to {name}."),
        outside = "Its day is outside the scenario's dates, so nothing comes of it.",
        no_effect_of_event: fn(Why) -> String = |why| format!("Nothing comes of it: {}.", idle(why)),
        effect_elsewhere = "Nothing of it arrives here.",
        corrections_off = "Corrections take no effect under this system's safeguards.",
        effect_other = "It moves no points, but a list or a ceiling.",

        all_events: fn(usize) -> String = |n| format!("All events ({n})"),
        no_events: fn(&str) -> String = |name| format!("Nothing has happened to {name}. Press one of the buttons above."),
        column_day = "Day",
        column_what = "What happened",
        column_effect = "Effect",
        column_edit = "Edit",
        edit: fn(&str, Day) -> String = |what, day| format!("Edit: {what}, {}", on(day)),

        table = "Table of this chart",
        column_score = "Score",
        column_band = "Band",
        column_change = "Change",
        column_consequences = "Consequences",
        begins: fn(&str) -> String = |name| format!("begins: {name}"),
        ends: fn(&str) -> String = |name| format!("ends: {name}"),
        first_day = "first day",
        copy = "Copy the table",
        copied = "Copied.",
        not_copied = "This browser does not let the page copy. Download the file instead.",
        download = "Download CSV",
        download_semicolon = "CSV with ; and decimal comma",
        show_more: fn(usize) -> String = |n| format!("Show {n} more"),
    }
}

/// What happened, as on a button, with a capital. A record of what never happened says so wherever it is named.
pub(super) fn what(scenario: &Scenario, event: &Event) -> String {
    let kind = scenario.kinds.iter().find(|it| it.id == event.kind);
    let short = kind.map_or(event.kind.as_str(), |it| &it.short);
    if event.genuine { capital(short) } else { format!("Wrong record: {short}") }
}

/// Several events, so many of them wrong records.
fn marks(n: usize, wrong: usize, from: Day, to: Day) -> String {
    let of_them = match wrong {
        0 => String::new(),
        1 => " (1 is a wrong record)".to_owned(),
        it => format!(" ({it} are wrong records)"),
    };
    format!("{n} events{of_them}, {} to {}", short_day(from), short_day(to))
}

/// A kind of events, of which so many of so many are wrong records.
fn part_wrong(kind: &str, wrong: usize, all: usize) -> String {
    match wrong {
        0 => capital(kind),
        n if n == all => format!("Wrong record: {kind}"),
        n => format!("{} (wrong: {n} of {all})", capital(kind)),
    }
}

fn sub(what: &str, first: Day, last: Day, ghost: bool) -> String {
    let dashed = if ghost { " Dashed: before the changes." } else { "" };
    format!("{what}, {} to {}.{dashed}", month(first), month(last))
}

/// A tick of the time axis: the year where one begins, else the month; among days, the month where one begins.
fn tick(step: TickStep, it: Tick) -> String {
    let month = || month(it.day).chars().take(3).collect();
    match (step, it.major) {
        (TickStep::Years(_), _) | (TickStep::Months(_), true) => it.day.year().to_string(),
        (TickStep::Months(_), false) | (TickStep::Days(_), true) => month(),
        (TickStep::Days(_), false) => it.day.day_of_month().to_string(),
    }
}

fn mark(what: &str, day: Day, points: Option<Points>) -> String {
    match points {
        Some(points) => format!("{what}, {}, {}", short_day(day), signed(points)),
        None => format!("{what}, {}", short_day(day)),
    }
}

fn ribbon(what: &str, nature: &str, begin: Day, end: Option<Day>) -> String {
    match end {
        Some(end) => format!("{what} ({nature}): {} to {}", short_day(begin), short_day(end.plus_days(-1))),
        None => format!("{what} ({nature}): since {}", short_day(begin)),
    }
}

fn ribbon_why(because: Option<&str>) -> String {
    match because {
        Some(it) => format!("Began because: {it}"),
        None => "It held from the start.".to_owned(),
    }
}

fn field(label: &str, unit: &str) -> String {
    if unit.is_empty() { label.to_owned() } else { format!("{label} ({unit})") }
}

const fn correction_by(it: CorrectionGround) -> &'static str {
    match it {
        CorrectionGround::Appeal => "an appeal is won",
        CorrectionGround::Repair => "a repair is granted",
    }
}

/// `name` is whose life it is; `about` the kind of event as it reads after "when", or another subject's name.
fn untouched(it: &Untouched, name: &str, about: &str) -> String {
    let reason = match it {
        Untouched::Rule { why, .. } | Untouched::Consequence(why) => no_effect(*why, about),
        Untouched::RuleGone => "that rule had moved nothing in it".to_owned(),
        Untouched::SomebodyElse(_) => format!("that happened to {about}, and nothing of it spills over"),
        Untouched::Event(why) => idle(*why).to_owned(),
        Untouched::EventGone => "that event had made no difference".to_owned(),
        Untouched::SameFromEvent => "what follows from that event stays the same".to_owned(),
        Untouched::Unrelated => "nothing in it depends on what you changed".to_owned(),
    };
    format!("Your last change leaves {name}'s life as it was: {reason}.")
}

fn no_effect(it: NoEffect, about: &str) -> String {
    let fixed = match it {
        NoEffect::NeverHappens => return format!("in it, there is no event of the kind “{about}”"),
        NoEffect::RuleOff => "that rule is switched off",
        NoEffect::NotRecorded => "no source in use recorded such an event here",
        NoEffect::NotReported => "no source that the rule listens to reports such an event here",
        NoEffect::TestFailed => "no event here meets the rule's test",
        NoEffect::Dropped => "here, another rule comes first or is stronger",
        NoEffect::NothingToCount => "the rule finds nothing to count here",
        NoEffect::Cut(step) => cut(step),
        NoEffect::NoSpillOver => "a safeguard keeps it from spilling over from an associate",
        NoEffect::InFull => "what the rule does here stays the same",
        NoEffect::OtherSubjects => "that consequence is not for such subjects",
        NoEffect::NeverCarried => "it never comes to a band or a list that carries that consequence",
        NoEffect::NoConsent => "without consent, nothing follows from the score",
        NoEffect::EssentialFloor => "a safeguard spares everybody what nobody should go without",
        NoEffect::PurposeLimit => "a safeguard keeps that penalty to its own domain",
        NoEffect::HoldsAnyway => "the consequence holds on the same days",
        NoEffect::NotCounted => "nothing in it depends on what you changed",
    };
    fixed.to_owned()
}

const fn idle(it: Why) -> &'static str {
    match it {
        Why::Unrecorded => "no source in use recorded that event",
        Why::NoRule => "no rule is about such an event",
        Why::RuleOff => "the rule about such events is switched off",
        Why::NotReported => "no source that the rule listens to reported it",
        Why::TestFailed => "the event does not meet the rule's test",
        Why::Dropped => "another rule comes first or is stronger",
        Why::WorthNothing => "the rule gives no points for it",
        Why::Reduced(step) => cut(step),
    }
}

const fn cut(it: Step) -> &'static str {
    match it {
        Step::RuleLimit => "the rule's limit decides",
        Step::EventCap => "the most that one event may cost decides",
        Step::YearCap => "the most that a year may cost decides",
        Step::NoCliff => "one event leads at most to the next lower band",
        Step::ScaleEnd => "the scale ends there",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    #[test]
    fn a_wrong_record_says_so_wherever_it_is_named() {
        let scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
        let mut event = (*scenario.events[0]).clone();
        let said = what(&scenario, &event);
        assert!(!said.contains("rong"));
        event.genuine = false;
        assert!(what(&scenario, &event).starts_with("Wrong record: "), "{said}");
        let days = (Day::from_ymd(2021, 3, 1).unwrap(), Day::from_ymd(2021, 3, 9).unwrap());
        assert!(marks(9, 0, days.0, days.1).starts_with("9 events, "));
        assert!(marks(9, 1, days.0, days.1).starts_with("9 events (1 is a wrong record), "));
        assert!(marks(9, 4, days.0, days.1).starts_with("9 events (4 are wrong records), "));
        assert_eq!(part_wrong("bill late", 0, 2), "Bill late");
        assert_eq!(part_wrong("bill late", 1, 2), "Bill late (wrong: 1 of 2)");
        assert_eq!(part_wrong("bill late", 2, 2), "Wrong record: bill late");
    }
}
