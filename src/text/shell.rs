//! The bar on top, the footer, the shortcut list, titles of pages.

use super::texts;
use crate::engine::Points;
use crate::scenario::plain::settled;
use crate::scenario::unique::Renamed;

texts! {
    /// Words of the frame around every page.
    Shell {
        compare = "Compare",
        society = "Society",
        learn = "Learn",
        record = "Record",
        watching = "Watching",
        claims = "Pinned numbers",
        cards_page = "Cards",
        loading = "Loading…",
        not_loaded = "This part could not be loaded. Check the connection, then try again.",
        not_readable: fn(&str) -> String = |why| format!("This part was loaded and could not be read: {why}. The page may have been updated meanwhile; load it again."),
        no_such_lesson: fn(&str) -> String = |id| format!("There is no lesson called “{id}”."),
        try_again = "Try again",
        pages = "Pages",
        work = "Your work",
        nothing_to_undo = "Nothing to undo",
        nothing_to_redo = "Nothing to redo",
        changes_word: fn(usize) -> &'static str = |n| if n == 1 { "change" } else { "changes" },
        changes_title = "See everything that was changed",
        view = "Colours and shortcuts",
        theme = "Colours",
        theme_system = "As this device",
        theme_light = "Light",
        theme_dark = "Dark",
        theme_contrast = "High contrast",
        theme_projector = "Projector",
        theme_chosen: fn(&str) -> String = |name| format!("Colours: {name}."),
        shortcuts = "Keyboard shortcuts",
        shortcut_help: fn(&str) -> String = |key| format!("Press {key} anywhere outside a field to see this list."),
        keys = "Keys",
        what_they_do = "What they do",
        shortcut_rows: &'static [(&'static [&'static str], &'static str)] = &[
            (&["Ctrl Z", "⌘ Z"], "Undo. On Home: take back the last thing that happened."),
            (&["Ctrl Shift Z", "Ctrl Y", "⌘ Shift Z"], "Redo."),
            (&["↑", "↓"], "In a number: one more, one less."),
            (&["Page Up", "Page Down"], "In a number: ten more, ten less. Shift with an arrow does the same."),
            (&["Esc"], "In a number: back to the last value. In a menu or dialog: close it. In a rule that was opened from elsewhere: back to there."),
            (&["?", "F1"], "This list."),
        ],
        more_about = "More about the lab",
        leaves_out = "What it leaves out",
        privacy = "Privacy",
        engine: fn(&str, &str) -> String = |version, seal| format!("Engine {version} · {seal}"),
        engine_title = "See what this number proves",
        page_title: fn(&str) -> String = |page| format!("{page} – Social Credit Lab"),
        lab_title: fn(&str) -> String = |scenario| format!("{scenario} – Lab – Social Credit Lab"),
        home_title = "Social Credit Lab: take a scoring system apart",
        changes_page = "Changes",
        shared_page = "A shared scenario",
        renamed_title = "Two things had one id",
        renamed: fn(&[Renamed]) -> Option<String> = renamed,
        renamed_dismiss = "Got it",
        unknown_page = "No such page",
        unknown_lede = "Nothing is kept at this address. A letter may be missing, or the page may have moved.",
        unknown_address: fn(&str) -> String = |address| format!("The address says “{}”.", settled(address)),
        unknown_near = "Did you mean:",
        unknown_home = "Go to Home",
        unknown_lab = "Open the lab",
    }
}

/// So many renamed things are named; the others are counted.
const MOST_RENAMED: usize = 6;

/// What got another id because an earlier thing had it; nothing, if nothing did.
fn renamed(all: &[Renamed]) -> Option<String> {
    let thing = |it: &Renamed| (super::Diagnostics::ENGLISH.thing)(it.thing).0;
    let told = |it: &Renamed| {
        let from = settled(&it.from);
        match &it.to {
            Some(to) => format!("the {} “{from}” is now “{to}”", thing(it)),
            None => format!("the second {} “{from}” is left out", thing(it)),
        }
    };
    let mut words: Vec<String> = all.iter().take(MOST_RENAMED).map(told).collect();
    let more = all.len().saturating_sub(words.len());
    words.extend((more > 0).then(|| format!("and {more} more")));
    let list = words.join("; ");
    (!list.is_empty()).then(|| {
        format!("So that a change to one does not change the other, each later one has a new id: {list}. Whatever names the old id means the first.")
    })
}

impl Shell {
    /// Points with their word.
    pub fn points(points: Points) -> String {
        let number = (super::Common::ENGLISH.points)(points);
        if points.abs() == Points::whole(1) { format!("{number} point") } else { format!("{number} points") }
    }
}
