//! Numbers that were pinned, and the notice about real people.

use super::common::{count, day};
use super::texts;
use crate::editor::care::Looks;
use crate::editor::claims::{Claim, Number, Place, Run, Source};
use crate::scenario::mark::Mark;

texts! {
    /// Numbers that were pinned, and the notice about real people.
    Claims {
        title = "Pinned numbers",
        lede = "Numbers that you want to cite, each with the scenario that it came from and with what the model cannot say. Kept in this browser only.",
        pin = "Pin a number",
        pin_this = "Pin this value",
        pin_title = "Pin a number of this table",
        no_table = "This table is empty at the moment. There is nothing to pin yet.",
        stale = "These numbers are from before your last edit. Close this, wait until the page has computed them again, then pin.",
        row = "Row",
        column = "Column",
        column_nth: fn(usize) -> String = |nth| format!("Column {nth}"),
        nothing_there = "Nothing stands in this place. Choose another row or column.",
        note = "A note of your own (optional)",
        note_hint = "Why this number matters, in a sentence.",
        pin_now = "Pin",
        pinned_now: fn(&Number, usize) -> String = |it, n| format!("Pinned: {}. {}.", it.value, pinned_count(n)),
        to_list = "See all pinned numbers",
        full: fn(usize) -> String = |most| format!("{most} numbers are pinned, which is as many as are kept. Remove one first."),
        blocked = "This browser does not let the page keep anything. Pinned numbers stay as long as this tab is open: download them before you close it.",
        no_room = "The browser has no room left. Pinned numbers stay as long as this tab is open: download them before you close it.",
        footer: fn(usize) -> String = |n| if n == 0 { "Pinned numbers".to_owned() } else { format!("Pinned numbers ({n})") },
        empty_title = "Nothing is pinned yet",
        empty = "Below every chart there is its table, and beside every table the button “Pin a number”. Choose a row and a column, and the number comes here with all that it takes to cite it.",
        empty_lab = "Open the lab",
        empty_society = "Open the society",
        tools = "All pinned numbers",
        copy_all = "Copy all as text",
        download_all = "Download all (.txt)",
        download_all_md = "Download all (.md)",
        print = "Print",
        forget = "Forget all",
        forget_sure = "Forget all: press again",
        forgotten = "All pinned numbers are forgotten.",
        copy = "Copy as text",
        copied = "Copied.",
        not_copied = "The browser did not allow copying. Download the text instead.",
        download = "Text file",
        image = "Image",
        image_failed = "This browser cannot make the image. Download the text instead.",
        image_saved = "The image is in your downloads.",
        open = "Open what it came from",
        up: fn(&str) -> String = |value| format!("Move {value} up"),
        down: fn(&str) -> String = |value| format!("Move {value} down"),
        moved: fn(usize, usize) -> String = |at, of| format!("Now number {at} of {of}."),
        remove: fn(&str) -> String = |value| format!("Remove {value}"),
        removed: fn(&str) -> String = |value| format!("{value} is no longer pinned."),
        put_back = "Put it back",
        put_back_done = "It is back in its place.",
        what: fn(&Number) -> String = what,
        range: fn(&Number) -> Option<String> = range,
        facts: fn(&Claim) -> Vec<(&'static str, String)> = facts,
        limits_label = "What the model cannot say",
        limits: fn(Place) -> &'static str = limits,
        engine: fn(&Claim) -> String = engine,
        link_label = "Link",
        link_too_long = "The link is too long for a picture. It stands in the text of this card.",
        brand = "Social Credit Lab",
        file = "pinned-numbers",
        as_text: fn(&Claim, &str) -> String = as_text,
        as_markdown: fn(&Claim, &str) -> String = as_markdown,
        all_as_text: fn(&[Claim], &str) -> String = |all, page| joined(all, "\n\n", &|it| as_text(it, page)),
        all_as_markdown: fn(&[Claim], &str) -> String = |all, page| {
            format!("# Pinned numbers\n\n{}", joined(all, "\n", &|it| as_markdown(it, page)))
        },
        care = "Everyone here is invented. Never enter real people.",
        looks_real: fn(Looks) -> &'static str = looks_real,
    }
}

fn pinned_count(n: usize) -> String {
    format!("{} in your list", count(n, "number is", "numbers are"))
}

/// Row, column: which number it is.
fn what(it: &Number) -> String {
    match (it.row.as_str(), it.column.as_str()) {
        ("", column) => column.to_owned(),
        (row, "") => row.to_owned(),
        (row, column) => format!("{row}: {column}"),
    }
}

fn range(it: &Number) -> Option<String> {
    let (low, high) = it.range.as_ref()?;
    Some(format!("{low} to {high}"))
}

fn source(it: &Source) -> String {
    let mark = if it.changed { Mark::Changed } else { Mark::Declared(it.standing) };
    format!("{} ({})", it.title, (super::Common::ENGLISH.mark)(mark))
}

fn run(it: &Run) -> String {
    let reform = if it.reform { ", with the reform" } else { "" };
    format!(
        "{}, {}, {}, seed {}{reform}",
        count(it.people as usize, "person", "people"),
        count(it.months as usize, "month", "months"),
        count(it.replicates as usize, "repeat", "repeats"),
        it.seed
    )
}

/// What there is to say about a claim, in lines with a name each: all but the number itself, its link and its limits.
fn facts(it: &Claim) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let mut line = |name: &'static str, text: Option<String>| lines.extend(text.map(|it| (name, it)));
    line("Range over the repeats, 5 % to 95 %", range(&it.number));
    line("Figure", Some(it.origin.figure.clone()).filter(|it| !it.is_empty()));
    let origin = &it.origin;
    line("Life", origin.source.as_ref().and_then(|it| it.subject.clone()));
    line("Scenario", origin.source.as_ref().map(source));
    line("Counted", origin.run.as_ref().map(run));
    line("About", origin.run.as_ref().and_then(|it| it.whom.clone()));
    line("My note", Some(one_line(&it.note)).filter(|it| !it.is_empty()));
    lines
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a number of this sort cannot say.
fn limits(it: Place) -> &'static str {
    match it {
        Place::Life => {
            "One invented life under these rules. Nobody in it changes because of the score, and one penalty does not lead to the next. It shows what the rules say, and not what happened to anybody."
        }
        Place::Town => {
            "Counted in an invented town. How people act, how often records are wrong and who is seen are assumptions, which stand on the page. A range over repeats shows luck, and not how wrong the assumptions may be. It does not say how many people a real system reaches."
        }
        Place::Class => {
            "What one class answered on one day. It says what these people expected, and nothing about anybody else."
        }
        Place::Published => {
            "As the named source gives it, with its mark and its date. The lab has not counted it again."
        }
    }
}

fn engine(it: &Claim) -> String {
    let seal = it.origin.seal.get(..8).unwrap_or(&it.origin.seal);
    format!("Social Credit Lab, version {}, seal {seal}. Pinned {}.", it.origin.version, day(it.pinned.0))
}

/// A claim as plain text, for an essay. `page` is the address of the page without its fragment.
fn as_text(it: &Claim, page: &str) -> String {
    let mut lines = vec![it.number.value.clone(), what(&it.number), String::new()];
    lines.extend(facts(it).into_iter().map(|(name, text)| format!("{name}: {text}")));
    lines.push(format!("Link: {page}{}", it.origin.link));
    lines.push(format!("What the model cannot say: {}", limits(it.origin.place)));
    lines.push(engine(it));
    lines.join("\n") + "\n"
}

/// The same with the marks of Markdown.
fn as_markdown(it: &Claim, page: &str) -> String {
    let mut lines =
        vec![format!("## {}", marked(&it.number.value)), String::new(), marked(&what(&it.number)), String::new()];
    lines.extend(facts(it).into_iter().map(|(name, text)| format!("- **{name}:** {}", marked(&text))));
    lines.push(format!("- **Link:** <{page}{}>", it.origin.link));
    lines.push(format!("- **What the model cannot say:** {}", limits(it.origin.place)));
    lines.push(format!("- {}", engine(it)));
    lines.join("\n") + "\n"
}

/// A text of a reader or a scenario, so that Markdown shows it as it is.
fn marked(text: &str) -> String {
    let mut safe = String::new();
    for it in text.chars() {
        if "\\`*_[]<>#|".contains(it) {
            safe.push('\\');
        }
        safe.push(it);
    }
    safe
}

fn joined(all: &[Claim], between: &str, write: &dyn Fn(&Claim) -> String) -> String {
    all.iter().map(write).collect::<Vec<_>>().join(between)
}

fn looks_real(it: Looks) -> &'static str {
    match it {
        Looks::Account => {
            "This looks like a mail address or an account. If it belongs to somebody, take it out; an invented person needs none."
        }
        Looks::Telephone => {
            "This looks like a telephone number. If it belongs to somebody, take it out; an invented person needs none."
        }
        Looks::Number => {
            "This looks like the number of a card or a document. If it belongs to somebody, take it out; an invented person needs none."
        }
        Looks::Address => {
            "This looks like a postal address. If somebody lives there, take it out; “a flat in the old town” says as much."
        }
    }
}
