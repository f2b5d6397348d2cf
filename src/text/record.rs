//! The record and the page for watching films.

use super::common::{MONTHS, count};
use super::{Common, texts};
use crate::record::{Citation, Look, Verdict, When};
use crate::scenario::doc::Standing;

texts! {
    /// The record and the page for watching films.
    Record {
        title = "Record",
        lede = "What is documented about systems that rate people, and what is only said of them. Every statement has a mark, its sources and, where a scenario exists, a way to try it. What nobody has shown stays here too, and looks like it.",
        marks = "The marks",
        mark_unverified_more = "Such a statement stands on hatched ground inside a broken line.",
        contents = "On this page",
        to_watching = "Watching with the lab: documentaries and what to test beside them",

        chip: fn(Standing) -> String = |it| format!("Record: {}", (Common::ENGLISH.standing)(it)),
        rests_on: fn(usize, usize) -> String = |n, unverified| format!("What this rests on: {}", statements(n, unverified)),
        when: fn(When) -> String = when,
        mechanism_none = "no single mechanism",

        try_preset: fn(&str) -> String = |title| format!("Try it: {title}"),
        try_lesson: fn(&str) -> String = |title| format!("Try it in the lesson “{title}”"),
        try_lesson_unnamed = "Try it in a lesson",
        try_compare: fn(&[String]) -> String = |titles| format!("Try it: compare {}", listed(titles)),
        try_society: fn(&str) -> String = |title| format!("Try it: open {title}, then Society"),

        myths = "Myths against the record",
        myths_lede = "Each claim as one hears it, and what the record makes of it.",
        myth_heard = "Heard",
        verdict: fn(Verdict) -> &'static str = verdict,
        verdict_long: fn(Verdict) -> &'static str = verdict_long,

        timeline = "Timeline 2010–2026",
        timeline_lede = "Each moment leads to the statement behind it.",
        timeline_filter = "Moments about",
        everything = "everything",
        moments: fn(usize, usize) -> String = |n, all|
            if n == all { count(n, "moment", "moments") } else { format!("{n} of {}", count(all, "moment", "moments")) },

        mechanisms = "The four mechanisms",
        mechanisms_lede = "Four different things are often called “the social credit score”. Most myths take one for another.",
        mechanism_presets = "Scenarios",

        systems = "Systems around the world",
        systems_lede = "What goes in, what comes out, what follows, how it is contested, and what is known of errors. An empty place means that nothing was read on it; it does not mean that there is nothing. Each mark leads to a statement.",
        system = "System",
        system_inputs = "What goes in",
        system_output = "What comes out",
        system_consequences = "What follows",
        system_appeal = "Appeal and repair",
        system_errors = "Known errors",
        system_try = "Scenario",
        nothing_read = "nothing read",
        no_scenario = "no scenario",

        safeguards = "Safeguards and where they come from",
        safeguards_lede = "What protects somebody who is rated: where it is law or practice, or where its absence was seen. What the lab takes it to be is a modelling choice and is called so.",
        safeguard_model = "In the lab (a modelling choice):",

        surveys = "What surveys found",
        numbers = "Numbers with their date",
        numbers_lede: fn(usize) -> String = |n| format!("{n} statements with figures and the date for which they hold. A figure without its date is worth little: most of these have changed since."),
        number = "Figures",
        number_what = "What they say",
        number_as_of = "As of",
        number_sources = "Source and mark",

        statements = "All statements",
        statements_lede: fn(usize, usize) -> String = |n, sources| format!("{n} statements from {sources} sources."),
        search = "Search the statements",
        search_hint = "All words have to occur, in any order: in the statement, its note or its sources.",
        by_standing = "Mark",
        by_topic = "Topic",
        by_mechanism = "Mechanism",
        all_topics = "All topics",
        all_mechanisms = "All mechanisms",
        found: fn(usize, usize) -> String = |n, all|
            if n == all { format!("All {all} statements are shown.") } else { format!("{n} of {} fit.", count(all, "statement", "statements")) },
        clear = "Clear search and filters",
        none_found = "No statement fits.",
        none_found_hint = "Try fewer words, or clear the filters. That something is not in the record does not mean that it is untrue.",
        cleared_for_link = "Search and filters are cleared, so that the statement in the link is shown.",
        gone: fn(&str) -> String = |id| format!("The record has no statement with the name “{id}”."),
        as_of: fn(When) -> String = |it| format!("as of {}", when(it)),
        sources = "Sources",
        no_source = "No source: this was not verified.",
        new_tab = "(opens in a new tab)",
        note = "Note:",
        copy = "Copy citation",
        copied = "Citation copied.",
        copy_failed = "The browser did not allow copying. The citation is selected below; copy it from there.",
        citation_label = "Citation",
        link_to_this = "Link to this",
        citation: fn(&Citation<'_>, &str) -> String = citation,

        watching = "Watching with the lab",
        watching_lede = "A film shows one place, some people and a selection of pictures. Watch it. Write down what it claims. Then test a claim here, and read what the record says.",
        watching_note = "These films were not made with the lab, and the lab takes no side in them. Each entry says what was read about the film and what was not verified. Films that could not be verified at all are marked so.",
        to_record = "The record: every statement with its mark and sources",
        sheet = "A sheet for any film",
        look: fn(Look) -> &'static str = look,
        look_lede: fn(Look) -> &'static str = look_lede,
        also = "Look at this as well:",
        shows = "What it shows",
        watch_for = "What to watch for",
        disputed = "What has been disputed",
        beside: fn(usize, usize) -> String = |n, unverified| format!("Read beside it: {}", statements(n, unverified)),
        probes = "Claims to test here",
        claim = "Claim",
        not_verified = "Not verified:",
        film_sources = "Where it was read",
        print_sheet = "Print this sheet",
        sheet_lede = "For any documentary or report about rating people.",
        sheet_film = "Film, maker, year:",
        before = "Before watching",
        before_items: &'static [&'static str] = &[
            "What do I expect this film to say? One sentence.",
            "Which words in its title already judge?",
            "What do I think I know about scores, lists and ratings, and from where?",
            "One thing that would change my mind:",
        ],
        during = "While watching",
        during_items: &'static [&'static str] = &[
            "A claim about how the system works. Who makes it: the speaker, somebody shown, or a caption?",
            "Is it a score, a list, a rating of firms or a commercial score? Does the film say which?",
            "A number. What exactly does it count, and for which year?",
            "What is shown happening, and what is only said to happen or planned?",
            "Who is heard, and who is not?",
        ],
        after = "After watching",
        after_items: &'static [&'static str] = &[
            "Look one claim up in the record. Which mark does it have?",
            "Test one claim in the lab. What did I change, and what came of it?",
            "What can the lab not show about this claim?",
            "Which question of the film is about values, so that no test can answer it?",
            "My sentence from the beginning, written anew:",
        ],
    }
}

/// How many statements, and how many of them nobody has shown.
fn statements(n: usize, unverified: usize) -> String {
    let all = count(n, "statement", "statements");
    if unverified == 0 { all } else { format!("{all}, {unverified} of them not verified") }
}

fn when(it: When) -> String {
    let month = it.month.and_then(|it| MONTHS.get(usize::from(it).wrapping_sub(1)));
    match (month, it.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", it.year),
        (Some(month), None) => format!("{month} {}", it.year),
        (None, _) => it.year.to_string(),
    }
}

/// Names one after the other, the last with “and”.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

const fn verdict(it: Verdict) -> &'static str {
    match it {
        Verdict::NotSo => "Not so",
        Verdict::MixedUp => "Mixed up",
        Verdict::Partly => "Partly so",
        Verdict::Open => "Not known",
    }
}

const fn verdict_long(it: Verdict) -> &'static str {
    match it {
        Verdict::NotSo => "The record says otherwise.",
        Verdict::MixedUp => "One mechanism is taken for another.",
        Verdict::Partly => "Something of it is on record.",
        Verdict::Open => "The record does not tell.",
    }
}

const fn look(it: Look) -> &'static str {
    match it {
        Look::Place => "How it came to one place",
        Look::Groups => "Who it lands on",
        Look::LongTerm => "Where it leads",
    }
}

const fn look_lede(it: Look) -> &'static str {
    match it {
        Look::Place => {
            "Films about a roll-out: a city, a village, a company. Ask whose rules are shown, and whether they hold anywhere else."
        }
        Look::Groups => {
            "Films about people who are hit harder than others. Ask whether rules differ, or what is seen of people, or what they can do about it."
        }
        Look::LongTerm => {
            "Films about machines, other countries and the future. Ask by when a forecast could be checked."
        }
    }
}

/// A statement for an essay: with its standing, its date, its sources, its note and its address here.
fn citation(it: &Citation<'_>, address: &str) -> String {
    let mut text = format!("“{}” Mark: {}", it.text, (Common::ENGLISH.standing)(it.standing));
    if let Some(as_of) = it.as_of {
        text.push_str(&format!(", as of {}", when(as_of)));
    }
    text.push('.');
    let sources: Vec<String> = it
        .sources
        .iter()
        .map(|it| it.url.as_ref().map_or_else(|| it.text.clone(), |url| format!("{}, {url}", it.text)))
        .collect();
    match sources.as_slice() {
        [] => text.push_str(" No source."),
        [one] => text.push_str(&format!(" Source: {}", ended(one))),
        several => text.push_str(&format!(" Sources: {}", ended(&several.join("; ")))),
    }
    if let Some(note) = it.note {
        text.push_str(&format!(" Note: {}", ended(note)));
    }
    text.push_str(&format!(" In: {}, record, {address}", Common::ENGLISH.brand));
    text
}

fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) || text.contains("http") { text.to_owned() } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Source;

    fn source(text: &str, url: Option<&str>) -> Source {
        Source { id: "id".into(), text: text.into(), url: url.map(Into::into), also: Vec::new() }
    }

    #[test]
    fn days_read_as_people_write_them() {
        for (written, read) in [("2019", "2019"), ("2019-07", "July 2019"), ("2019-07-09", "9 July 2019")] {
            assert_eq!(When::read(written).map(when).as_deref(), Some(read));
        }
    }

    #[test]
    fn a_citation_leaves_nothing_out() {
        let (first, second) = (source("The Paper, 2019", None), source("A study", Some("https://example.org/study")));
        let it = Citation {
            id: "count",
            text: "There were 3.",
            standing: Standing::Reported,
            as_of: When::read("2019-07"),
            sources: vec![&first, &second],
            note: Some("Purchases"),
        };
        assert_eq!(
            citation(&it, "https://lab.example/#/record?at=fact-count"),
            "“There were 3.” Mark: reported, as of July 2019. Sources: The Paper, 2019; A study, https://example.org/study \
             Note: Purchases. In: Social Credit Lab, record, https://lab.example/#/record?at=fact-count"
        );
    }

    #[test]
    fn an_unverified_statement_says_so_when_it_is_cited() {
        let it = Citation {
            id: "rumour",
            text: "It is said.",
            standing: Standing::Unverified,
            as_of: None,
            sources: Vec::new(),
            note: None,
        };
        assert_eq!(
            citation(&it, "#/x"),
            "“It is said.” Mark: not verified. No source. In: Social Credit Lab, record, #/x"
        );
    }

    #[test]
    fn several_names_are_joined() {
        let names = |it: &[&str]| listed(&it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
    }
}
