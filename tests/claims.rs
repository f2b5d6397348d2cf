//! Pinned numbers: what is kept comes back, and what is taken away says all that it must.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use expect_test::expect;
use proptest::prelude::*;
use social_credit_lab::editor::claims::{Claim, Claims, MOST, NOTE_CHARS, Number, Origin, Place, Run, Source};
use social_credit_lab::engine::Day;
use social_credit_lab::scenario::DayText;
use social_credit_lab::scenario::doc::Standing;
use social_credit_lab::text::ENGLISH;

const PAGE: &str = "https://school.example/lab/";

fn number(value: &str) -> Number {
    Number { value: value.to_owned(), row: "Pensioners".to_owned(), column: "Wrongly so".to_owned(), range: None }
}

fn source() -> Source {
    Source { title: "The older rulebook".to_owned(), standing: Standing::Reported, changed: true, subject: None }
}

fn origin(place: Place) -> Origin {
    Origin {
        place,
        figure: "Pensioners are hit most.".to_owned(),
        source: Some(source()),
        run: None,
        link: "#/lab?s=1.abc".to_owned(),
        version: "0.1.0".to_owned(),
        seal: "0123456789abcdef".to_owned(),
    }
}

fn today() -> DayText {
    DayText(Day::from_ymd(2026, 11, 22).unwrap())
}

fn pinned(number: Number, origin: Origin, note: &str) -> Claim {
    let mut claims = Claims::default();
    claims.pin(number, origin, today(), note).unwrap();
    claims.list.remove(0)
}

fn of_a_town() -> Claim {
    let range = Some(("10 %".to_owned(), "15 %".to_owned()));
    let run = Run { people: 1000, months: 1, replicates: 20, seed: 7, reform: true, whom: None };
    let number = Number { range, ..number("12 %") };
    pinned(number, Origin { run: Some(run), ..origin(Place::Town) }, " It is *large*,\n I think. ")
}

fn of_a_life() -> Claim {
    let source = Source { subject: Some("Mei".to_owned()), changed: false, ..source() };
    let number = Number { row: "Score".to_owned(), column: "3 May 2022".to_owned(), ..number("909") };
    pinned(number, Origin { source: Some(source), ..origin(Place::Life) }, "")
}

fn of_a_source() -> Claim {
    let origin =
        Origin { source: None, figure: String::new(), link: "#/record".to_owned(), ..origin(Place::Published) };
    pinned(Number { row: String::new(), ..number("33") }, origin, "")
}

#[test]
fn a_number_of_a_town_says_what_it_takes_to_cite_it() {
    expect![[r#"
        12 %
        Pensioners: Wrongly so

        Range over the repeats, 5 % to 95 %: 10 % to 15 %
        Figure: Pensioners are hit most.
        Scenario: The older rulebook (changed here)
        Counted: 1000 people, 1 month, 20 repeats, seed 7, with the reform
        My note: It is *large*, I think.
        Link: https://school.example/lab/#/lab?s=1.abc
        What the model cannot say: Counted in an invented town. How people act, how often records are wrong and who is seen are assumptions, which stand on the page. A range over repeats shows luck, and not how wrong the assumptions may be. It does not say how many people a real system reaches.
        Social Credit Lab, version 0.1.0, seal 01234567. Pinned 22 November 2026.
    "#]]
    .assert_eq(&(ENGLISH.claims.as_text)(&of_a_town(), PAGE));
}

#[test]
fn a_number_of_a_life_says_whose_it_is() {
    expect![[r#"
        909
        Score: 3 May 2022

        Figure: Pensioners are hit most.
        Life: Mei
        Scenario: The older rulebook (reported)
        Link: https://school.example/lab/#/lab?s=1.abc
        What the model cannot say: One invented life under these rules. Nobody in it changes because of the score, and one penalty does not lead to the next. It shows what the rules say, and not what happened to anybody.
        Social Credit Lab, version 0.1.0, seal 01234567. Pinned 22 November 2026.
    "#]]
    .assert_eq(&(ENGLISH.claims.as_text)(&of_a_life(), PAGE));
}

#[test]
fn marks_of_markdown_are_letters_in_what_others_wrote() {
    let all = [of_a_town(), of_a_source()];
    expect![[r#"
        # Pinned numbers

        ## 12 %

        Pensioners: Wrongly so

        - **Range over the repeats, 5 % to 95 %:** 10 % to 15 %
        - **Figure:** Pensioners are hit most.
        - **Scenario:** The older rulebook (changed here)
        - **Counted:** 1000 people, 1 month, 20 repeats, seed 7, with the reform
        - **My note:** It is \*large\*, I think.
        - **Link:** <https://school.example/lab/#/lab?s=1.abc>
        - **What the model cannot say:** Counted in an invented town. How people act, how often records are wrong and who is seen are assumptions, which stand on the page. A range over repeats shows luck, and not how wrong the assumptions may be. It does not say how many people a real system reaches.
        - Social Credit Lab, version 0.1.0, seal 01234567. Pinned 22 November 2026.

        ## 33

        Wrongly so

        - **Link:** <https://school.example/lab/#/record>
        - **What the model cannot say:** As the named source gives it, with its mark and its date. The lab has not counted it again.
        - Social Credit Lab, version 0.1.0, seal 01234567. Pinned 22 November 2026.
    "#]]
    .assert_eq(&(ENGLISH.claims.all_as_markdown)(&all, PAGE));
}

#[test]
fn what_is_kept_comes_back() {
    let mut claims = Claims::default();
    for it in [of_a_town(), of_a_life(), of_a_source()] {
        claims.pin(it.number, it.origin, it.pinned, &it.note).unwrap();
    }
    assert_eq!(Claims::restore(&claims.store()), Some(claims.clone()));
    let stored = claims.store();
    for broken in ["", "[]", "{}", &stored[..stored.len() - 1], &stored.replace("\"version\":1,", "\"version\":9,")] {
        assert_eq!(Claims::restore(broken), None, "{broken}");
    }
}

#[test]
fn what_is_whole_in_a_torn_list_is_read() {
    let mut claims = Claims::default();
    for it in [of_a_town(), of_a_life()] {
        claims.pin(it.number, it.origin, it.pinned, &it.note).unwrap();
    }
    let torn = claims.store().replacen("\"value\":", "\"walue\":", 1);
    assert_eq!(Claims::restore(&torn), None);
    assert_eq!(Claims::salvage(&torn).list, claims.list[1..]);
    let later = claims.store().replace("\"version\":1,\"claims\"", "\"version\":2,\"claims\"");
    for text in [later.as_str(), "", "[]", "{", &torn[..torn.len() / 2]] {
        assert_eq!(Claims::salvage(text), Claims::default(), "{text:.40}");
    }
}

#[test]
fn there_is_an_end_to_pinning() {
    let mut claims = Claims::default();
    let long = "x".repeat(NOTE_CHARS + 5);
    for _ in 0..MOST {
        claims.pin(number("1"), origin(Place::Life), today(), &long).unwrap();
    }
    assert_eq!(claims.list[0].note.len(), NOTE_CHARS);
    assert_eq!(claims.pin(number("1"), origin(Place::Life), today(), ""), None);
    assert_eq!(claims.list.len(), MOST);
}

proptest! {
    /// Whatever is removed and put back at once, the list is as it was; and moving loses nothing.
    #[test]
    fn nothing_is_lost_on_the_way(n in 1_usize..8, at in 0_usize..8, moves in prop::collection::vec((0_u32..9, any::<bool>()), 0..20)) {
        let mut claims = Claims::default();
        for nth in 0..n {
            claims.pin(number(&nth.to_string()), origin(Place::Life), today(), "").unwrap();
        }
        for (id, down) in moves {
            claims.shift(id, down);
        }
        let before = claims.clone();
        let id = claims.list[at % n].id;
        let (place, claim) = claims.remove(id).unwrap();
        prop_assert_eq!(claims.list.len(), n - 1);
        claims.put_back(place, claim.clone());
        claims.put_back(place, claim);
        prop_assert_eq!(&claims, &before);
        let mut ids: Vec<u32> = claims.list.iter().map(|it| it.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), n);
    }
}
