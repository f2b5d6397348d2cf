//! The question, and the short answer.

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// "Why 909 on 12 June 2022?", and score and band in a sentence.
#[component]
pub fn Heading(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let t = &texts().why;
    let title = move || {
        seen.with(|it| match it {
            Some(it) if it.has_score() => (t.title_score)(it.life().at(cursor.get()).score, cursor.get()),
            Some(_) => (t.title_lists)(cursor.get()),
            None => t.title_nobody.to_owned(),
        })
    };
    let answer = move || seen.with(|it| it.as_ref().map_or_else(|| t.nobody.to_owned(), |it| answer(it, cursor.get())));
    view! {
        <h2 id="why-title">{title}</h2>
        <p class="note why-standing">{answer}</p>
    }
}

fn answer(seen: &Seen, day: Day) -> String {
    let t = &texts().why;
    if !seen.has_score() {
        return seen.lists_words(day);
    }
    let at = seen.life().at(day);
    let bands = &seen.case().rulebook.bands;
    let by_score = bands.partition_point(|from| *from <= at.score).saturating_sub(1);
    let standing = if by_score == at.band {
        (t.standing)(seen.name(), at.score, seen.band(at.band))
    } else {
        (t.under_ceiling)(seen.name(), at.score, seen.band(at.band), seen.band(by_score))
    };
    let lists = seen.lists_on(day);
    if lists.is_empty() { standing } else { format!("{standing} {}", seen.lists_words(day)) }
}
