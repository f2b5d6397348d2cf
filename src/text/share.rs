//! Words of links, files and drafts.

use super::common::count;
use super::diagnostics::Words;
use super::texts;
use crate::editor::draft::{Summary, Unreadable};
use crate::editor::store::Thing;
use crate::scenario::link::{Fits, LinkError};

texts! {
    /// Words of links, files and drafts.
    Share {
        title = "Share this scenario",
        link_no_text = "Give the link as text: what stands behind #/lab?s= in it.",
        intro = "Everything is in the link itself: rules, people, events and all changes. Nothing is uploaded, and nobody gets it until you send the link.",
        link = "Link",
        copy = "Copy link",
        copied = "Link copied.",
        copy_failed = "The browser did not allow copying. Select the link and copy it by hand.",
        length: fn(usize, Fits) -> String = length,
        fits: fn(Fits) -> &'static str = fits,
        qr = "QR code",
        qr_label = "QR code of the link",
        qr_too_long = "Too long for a QR code that a phone can read from a projector.",
        file = "File",
        download = "Download as a file",
        open_file = "Open a file…",
        file_note = "A JSON file that people and programs can read. It opens here again, and anybody can open it in their own browser.",
        opened: fn(&str) -> String = |title| format!("“{title}” is open."),
        unreadable_file = "The browser cannot read this file. Save it on this device, then open it again.",
        drop_hint = "Drop the file to open it",
        drop_failed = "This cannot be opened",
        drop_folder = "This is a folder. Open it and drop the one file that you want.",
        drop_several = "These are several files. Drop one at a time.",
        drop_nothing = "This is not a file. Save it on this device, then drop the file here.",
        file_too_large = "This file is too large to be a scenario.",
        cannot_share = "The scenario cannot be computed as it is. The link will carry it all the same, faults included.",
        drafts = "Drafts in this browser",
        drafts_note = "Kept on this device only. On a shared computer, clear them when you are done.",
        no_drafts = "No drafts yet. What you change is kept here by itself.",
        restore = "Open",
        restored: fn(&str) -> String = |title| format!("Your draft “{title}” is open again, with its undo steps."),
        delete_draft: fn(&str) -> String = |title| format!("Delete the draft “{title}”"),
        clear = "Clear all drafts",
        cleared = "All drafts in this browser are deleted.",
        not_cleared = "The browser did not let the page delete everything. What is still there is in the list. Clear the data of this site in the settings of the browser.",
        not_deleted = "The browser did not let the page delete this draft. It is still here.",
        not_listed = "The browser does not let the page look for drafts.",
        draft_locked = "The browser does not let the page read this draft. Try again later.",
        not_kept: fn(&[String]) -> String = |titles| match titles {
            [] => String::new(),
            titles => format!("Not kept: {}.", titles.iter().map(|it| format!("“{it}”")).collect::<Vec<_>>().join(", ")),
        },
        some_time_ago = "some time ago",
        draft_gone = "This draft is not there any more: it was deleted, here or in another tab.",
        draft_unreadable: fn(Unreadable) -> &'static str = |why| match why {
            Unreadable::Damaged => "It is damaged and cannot be opened. It stays here as it is.",
            Unreadable::Later => "It was made with a newer version of the lab. It stays here as it is; load the page again to get the newest version.",
        },
        unreadable_draft = "A draft that cannot be opened",
        apart_title = "Two tabs, two drafts.",
        apart = "Another tab is working on the same draft. What you do in this tab is now kept as a draft of its own, and nothing is overwritten.",
        elsewhere_title = "Open in another tab, too.",
        elsewhere = "Another tab has this draft open. If you change it in both, both are kept, each as a draft of its own.",
        elsewhere_copy = "Make a copy for this tab",
        copied_draft = "This tab now works on a copy.",
        leaving_title = "Too many drafts.",
        leaving: fn(usize, &str, &str) -> String = |most, title, when| format!("This browser keeps {most} drafts, and you have one more. The oldest is “{title}”, saved {when}. It will be deleted when you begin another draft."),
        leaving_save = "Save it as a file",
        leaving_delete = "Delete it now",
        unread_title = "Something here cannot be read.",
        unread: fn(Thing) -> String = |thing| {
            let what = match thing {
                Thing::Claims => "your pinned numbers",
                Thing::Answers => "your answers to the lessons",
                Thing::Class => "the answers of your class",
                Thing::Work => return "This tab keeps your last work, but not all of it can be read: it is damaged or comes from a newer version of the lab. It stays as it is; what you do now is kept beside it.".to_owned(),
            };
            format!("This browser keeps {what}, but they are damaged or come from a newer version of the lab. They stay as they are; what you do now is kept beside them.")
        },
        held_work_title = "Your work in this tab is not open.",
        held_work = "The last time, the page stopped while it was opening. It may have been too much for this device. Your work is still here.",
        held_work_open = "Open my work anyway",
        lost_place_title = "No such place",
        lost_place: fn(&str) -> String = |id| format!("The address points to “{id}”, but this page has no such place."),
        strange_parts_title = "Not all of the address",
        strange_parts: fn(&[String]) -> String = |parts| match parts {
            [one] => format!("The address has a part that we do not know: {one}"),
            all => format!("The address has parts that we do not know: {}", all.join(", ")),
        },
        continue_title = "You have a draft here",
        continue_text: fn(&str, &str) -> String = |title, when| format!("“{title}”, {when}."),
        continue_yes = "Continue with it",
        continue_no = "Not now",
        draft_note: fn(&Summary, &str, bool) -> String = draft_note,
        just_now = "just now",
        minutes_ago: fn(u32) -> String = |n| format!("{n} {} ago", if n == 1 { "minute" } else { "minutes" }),
        hours_ago: fn(u32) -> String = |n| format!("{n} {} ago", if n == 1 { "hour" } else { "hours" }),
        days_ago: fn(u32) -> String = |n| format!("{n} {} ago", if n == 1 { "day" } else { "days" }),
        storage_blocked = "This browser does not let the page keep drafts. Your work is safe as long as this tab is open; download a file to keep it.",
        storage_full = "The browser has no room left for drafts. Delete some below, or download your work as a file.",
        visitor_title = "You opened a link",
        visitor_text = "This is the scenario as it was sent to you. Your own drafts are untouched; if you change anything, it becomes a draft of yours.",
        visitor_dismiss = "Got it",
        own_title = "You changed this",
        own_of_link = "This is your version of a scenario that came in a link. The scenario as it was sent is one press away, and your version is kept.",
        own_of_preset = "This is your version of a scenario that comes with the lab. The original is one press away, and your version is kept.",
        show_sent = "Show it as it was sent",
        show_published = "Show the original",
        sent_beside_own = "This is the scenario as it was sent to you. Your own version is kept, one press away.",
        published_title = "The original",
        published_beside_own = "This is the scenario as it comes with the lab. Your own version is kept, one press away.",
        show_own = "Show my version",
        own_shown = "Your version is open again.",
        sent_shown = "The scenario is open without your changes. Undo brings them back.",
        no_preset_title = "No such scenario",
        no_preset: fn(&str) -> String = |name| match name {
            "" => "The address does not say which scenario to open.".to_owned(),
            _ => format!("There is no preset called “{name}”."),
        },
        no_preset_near = "Did you mean one of these?",
        no_preset_all = "These come with the lab",
        no_preset_safe = "Nothing was opened in its place. Your own work is untouched.",
        held_title = "This link was not opened again",
        held = "The last time it was opened here, the page stopped before the scenario could be seen. It may be too large for this device, or made to do harm.",
        held_open = "Open it anyway",
        broken_title = "This link cannot be opened",
        broken: fn(&LinkError) -> Words = broken,
        broken_save = "Save what can be read",
        broken_home = "Go to the start",
        broken_lab = "Go to the lab",
        broken_safe = "Your own drafts are untouched.",
    }
}

/// What tells a draft apart from others of its title.
fn draft_note(it: &Summary, when: &str, is_open: bool) -> String {
    let from = if it.published { "the original" } else { "what was opened" };
    let changes = it.changes.map(|n| match n {
        0 => format!("no changes to {from}"),
        n => format!("{} to {from}", count(n, "change", "changes")),
    });
    let open = is_open.then(|| "open in this tab".to_owned());
    let parts = changes.into_iter().chain([format!("saved {when}")]).chain(open);
    parts.collect::<Vec<_>>().join(", ")
}

const fn fits(it: Fits) -> &'static str {
    match it {
        Fits::Qr => "fits a QR code",
        Fits::Chat => "fits a chat message",
        Fits::Browser => "long: some chats cut it",
        Fits::File => "too long for a link: use a file",
    }
}

fn length(chars: usize, it: Fits) -> String {
    format!("{chars} characters, {}", fits(it))
}

fn broken(error: &LinkError) -> Words {
    let (message, hint): (String, String) = match error {
        LinkError::Empty => ("The link holds no scenario.".into(), "It may have been cut. Ask for it again.".into()),
        LinkError::UnknownVersion { .. } => (
            "The link does not begin as links of this lab do.".into(),
            "It may have been changed on its way. Ask for it again, or for a file.".into(),
        ),
        LinkError::TooNew { .. } => (
            "The link was made with a newer lab than this one.".into(),
            "Reload this page to get the newest lab, then open the link again.".into(),
        ),
        LinkError::TooLong { chars, most } => (
            format!("The link has {chars} characters; the lab opens links of up to {most}."),
            "Ask for a file instead.".into(),
        ),
        LinkError::Damaged { .. } => (
            "The link is damaged: a part is missing or changed.".into(),
            "Chats and mails sometimes cut long links. Ask for it again, or for a file.".into(),
        ),
        LinkError::TooLargeInside { .. } => (
            "The link unpacks to more than a scenario can hold, so it was not opened.".into(),
            "Ask for a file, if you trust whoever sent it.".into(),
        ),
        LinkError::NotAScenario { diagnostic, .. } | LinkError::Patch { diagnostic, .. } => {
            let words = (super::diagnostics::Diagnostics::ENGLISH.words)(&diagnostic.code);
            (format!("What the link holds is not a scenario. {}", words.message), words.hint)
        }
        LinkError::UnknownPreset { id, revision, .. } => (
            format!("The link builds on the preset “{id}” (revision {revision}), which this lab does not have."),
            "Reload this page to get the newest lab, then open the link again.".into(),
        ),
    };
    Words { message, hint }
}
