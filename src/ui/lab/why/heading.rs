//! The question, and the short answer.

use leptos::prelude::*;

use super::super::life::Seen;
use super::super::rules::Secret;
use crate::editor::claims::{Grid, GridRow};
use crate::engine::{Day, Points};
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// "Why 909 on 12 June 2022?", and score and band in a sentence.
#[component]
pub fn Heading(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let t = &texts().why;
    let secret = Secret::get();
    let title = move || {
        seen.with(|it| match it {
            Some(it) if it.has_score() => (t.title_score)(it.life().at(cursor.get()).score, cursor.get()),
            Some(_) => (t.title_lists)(cursor.get()),
            None => t.title_nobody.to_owned(),
        })
    };
    let has_score = Memo::new(move |_| !secret.hides() && seen.with(|it| it.as_ref().is_some_and(Seen::has_score)));
    let made = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| made(it, cursor.get())).unwrap_or_default()));
    let standing = Signal::derive(move || {
        let finding = seen.with(|it| it.as_ref().map(|it| answer_of(it, cursor.get()))).unwrap_or_default();
        (finding, seen.with(|it| it.as_ref().map(|it| standing(it, cursor.get())).unwrap_or_default()))
    });
    let lab = Lab::get();
    let nothing = move || match lab.cannot_compute() && !lab.with_scenario(|it| it.cast.is_empty()) {
        true => texts().life.senseless_hint.to_owned(),
        false => t.nobody.to_owned(),
    };
    let answer = move || seen.with(|it| it.as_ref().map_or_else(nothing, |it| answer_of(it, cursor.get())));
    view! {
        <h2 id="why-title">{title}</h2>
        <p class="note why-standing">{answer}</p>
        {move || seen.with(Option::is_some).then(|| view! { <PinButton given=standing /> })}
        {move || has_score.get().then(|| view! {
            <details class="value-page">
                <summary>{t.made_of}</summary>
                <ul class="plain">{move || made.get().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
            </details>
        })}
    }
}

/// The score as a sum, and how far the next bands are.
fn made(seen: &Seen, day: Day) -> Vec<String> {
    let t = &texts().why;
    let at = seen.life().at(day);
    let book = &seen.case().rulebook;
    let moved = seen.life().lines.iter().take_while(|it| it.day <= day).map(|it| it.applied);
    let (losses, gains): (Vec<Points>, Vec<Points>) = moved.partition(|it| it.is_loss());
    let mut lines = vec![(t.score_sum)(book.scale.start, gains.into_iter().sum(), losses.into_iter().sum(), at.score)];
    let band = book.bands.partition_point(|from| *from <= at.score).saturating_sub(1);
    let (from, next) = (book.bands.get(band).copied().unwrap_or_default(), book.bands.get(band + 1).copied());
    lines.push((t.band_range)(seen.band(band), from, next));
    lines.extend(next.map(|it| (t.to_next)(it - at.score, seen.band(band + 1))));
    if band > 0 {
        lines.push((t.to_last)(at.score - from, seen.band(band - 1)));
    }
    lines
}

/// Score, band and lists of the day, to be pinned.
fn standing(seen: &Seen, day: Day) -> Grid {
    let (t, common) = (&texts().life, &texts().common);
    let at = seen.life().at(day);
    let row = |name: &str, value: String| GridRow { cells: vec![name.to_owned(), value], ..GridRow::default() };
    let mut rows = Vec::new();
    if seen.has_score() {
        rows.push(row(t.column_score, (common.points)(at.score)));
        rows.push(row(t.column_band, seen.band(at.band).to_owned()));
    } else {
        rows.push(row(seen.name(), seen.lists_words(day)));
    }
    Grid { heads: vec![String::new(), (common.day)(day)], rows }
}

fn answer_of(seen: &Seen, day: Day) -> String {
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
