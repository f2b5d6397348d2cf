//! A life to be worked out: what happened as a list, with empty places for points and score. Nothing is told before it
//! is asked for.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::engine::model::EventIdx;
use crate::engine::{Day, Points};
use crate::lessons;
use crate::lessons::by_hand::{Happening, happenings, is_right};
use crate::scenario::typed::{Reading, Takes, read_number};
use crate::ui::lab::life::{Seen, capital, detail, line_words};
use crate::ui::state::{Lab, texts};

/// Something that happened, in words, and what it did.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// When.
    pub day: Day,
    /// What happened.
    pub what: String,
    /// What else is known about it.
    pub detail: String,
    /// The points that moved.
    pub points: Points,
    /// The score after it.
    pub score: Points,
}

/// What is known of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Right,
    Wrong,
    Empty,
    Unread,
    Told,
}

/// A place to fill in.
#[derive(Clone, Copy)]
struct Place {
    truth: Points,
    takes: Takes,
    text: RwSignal<String>,
    mark: RwSignal<Option<Mark>>,
}

impl Place {
    fn new(truth: Points, takes: Takes) -> Self {
        Self { truth, takes, text: RwSignal::new(String::new()), mark: RwSignal::new(None) }
    }

    /// What is filled in, as it is read.
    fn read(self, text: &str) -> Reading {
        read_number(text, self.takes)
    }

    /// Marks what was filled in; what was told stays told. What is no number is not wrong, and neither is what can also be
    /// read as the right one.
    fn check(self) {
        if self.mark.get_untracked() == Some(Mark::Told) {
            return;
        }
        let mark = self.text.with_untracked(|it| match self.read(it) {
            _ if is_right(it, self.truth) => Mark::Right,
            Reading::Empty => Mark::Empty,
            Reading::Value(_) | Reading::OutOfRange | Reading::TooFine => Mark::Wrong,
            Reading::Either(..) | Reading::NotANumber => Mark::Unread,
        });
        self.mark.set(Some(mark));
    }

    fn tell(self, words: String) {
        self.text.set(words);
        self.mark.set(Some(Mark::Told));
    }

    fn is(self, mark: Mark) -> bool {
        self.mark.get_untracked() == Some(mark)
    }
}

/// The exercise.
#[component]
pub fn ByHand() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().stage;
    let seen = Seen::now(lab);
    let id = fresh_name();
    let title = move || seen.with(|it| it.as_ref().map(|it| (t.hand_title)(it.name())));
    // An edit that changes nothing about this life leaves what was filled in.
    let life = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| (start(it), said(it)))));
    let list = move || {
        life.get().map(|(start, all)| match all.is_empty() {
            true => view! { <p class="note">{t.hand_nothing}</p> }.into_any(),
            false => view! { <Sheet start all /> }.into_any(),
        })
    };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <p class="note">{t.hand_note}</p>
            {list}
        </section>
    }
}

/// The list with its places, and what was said about them.
#[component]
fn Sheet(
    /// The score before everything.
    start: Points,
    /// What happened.
    all: Vec<Said>,
) -> impl IntoView {
    let t = &texts().stage;
    let (said, say) = signal(String::new());
    let takes = lessons::by_hand::takes(all.iter().flat_map(|it| [it.points, it.score]));
    let place = |truth: Points| Place::new(truth, takes);
    let rows: Vec<(Said, [Place; 2])> =
        all.into_iter().map(|it| (it.clone(), [place(it.points), place(it.score)])).collect();
    let places: Vec<Place> = rows.iter().flat_map(|it| it.1).collect();
    let check = move |_| {
        places.iter().for_each(|it| it.check());
        let count = |mark: Mark| places.iter().filter(|it| it.is(mark)).count();
        let counts = [Mark::Right, Mark::Wrong, Mark::Empty, Mark::Unread, Mark::Told].map(count);
        say.set((t.hand_said)(counts));
    };
    let row = move |(it, [points, score]): (Said, [Place; 2])| {
        let about = (t.hand_about)(&it.what, it.day);
        let told = (t.hand_told)(&it.what, it.points, it.score);
        let show = move |_| {
            points.tell((texts().common.signed)(points.truth));
            score.tell((texts().common.points)(score.truth));
            say.set(told.clone());
        };
        let label = (t.hand_show)(&about);
        let detail = (!it.detail.is_empty()).then(|| view! { <span class="note">{it.detail}</span> });
        view! {
            <li class="hand-row">
                <p class="hand-what"><span class="date">{(texts().common.day_short)(it.day)}</span>
                    <span>{it.what}" "{detail}</span></p>
                <Blank place=points name=t.hand_points about=about.clone() />
                <Blank place=score name=t.hand_score about />
                <button type="button" class="btn btn-sm hand-show" aria-label=label on:click=show>{t.hand_show_short}</button>
            </li>
        }
    };
    view! {
        <p class="hand-start">{(t.hand_start)(start)}</p>
        <ol class="plain hand-rows">{rows.into_iter().map(row).collect_view()}</ol>
        <div class="row hand-foot">
            <button type="button" class="btn btn-primary hand-check" on:click=check>{t.hand_check}</button>
            <p class="hand-said" role="status">{said}</p>
        </div>
    }
}

/// One place to fill in, and whether it is right.
#[component]
fn Blank(
    /// The place.
    place: Place,
    /// What goes into it.
    name: &'static str,
    /// What it is about.
    about: String,
) -> impl IntoView {
    let t = &texts().stage;
    let id = fresh_name();
    let typed = move |text: String| {
        place.text.set(text);
        place.mark.set(None);
    };
    let unread = move || place.text.with(|it| (texts().common.unread)(it, place.read(it), place.takes));
    let words = move || {
        place.mark.get().map(|it| match it {
            Mark::Right => ("right", t.hand_right.to_owned()),
            Mark::Wrong => ("wrong", t.hand_wrong.to_owned()),
            Mark::Empty => ("empty", t.hand_empty.to_owned()),
            Mark::Unread => ("unread", unread()),
            Mark::Told => ("told", t.hand_shown.to_owned()),
        })
    };
    view! {
        <div class="hand-blank">
            <label><span class="field-label" aria-hidden="true">{name}</span>
                <input type="text" class="input nums" inputmode="text" autocomplete="off" spellcheck="false" maxlength="40"
                    aria-label=format!("{name}: {about}") aria-describedby=id.clone()
                    aria-invalid=move || matches!(place.mark.get(), Some(Mark::Wrong | Mark::Unread)).then_some("true")
                    prop:value=place.text on:input:target=move |event| typed(event.target().value()) /></label>
            <span class="hand-mark" id=id data-mark=move || words().map(|it| it.0)>{move || words().map(|it| it.1)}</span>
        </div>
    }
}

fn start(seen: &Seen) -> Points {
    seen.case().rulebook.scale.start
}

/// What one has to know about an event to work out what it does: its numbers, and who recorded it if somebody else did
/// than usually.
fn about(seen: &Seen, event: EventIdx) -> String {
    let t = &texts().stage;
    let Some((kind, it)) = seen.kind(event).zip(seen.event(event)) else { return String::new() };
    let is_recorded = seen.outcome.report.events.get(event).is_none_or(|it| it.recorded);
    let label = |id: &String| seen.scenario.rulebook.sources.iter().find(|it| it.id == *id).map(|it| it.label.as_str());
    let sources: Vec<&str> = it.recorded_by.iter().flatten().filter_map(label).collect();
    let recorded = match (is_recorded, sources.is_empty()) {
        (false, _) => Some(t.hand_unrecorded.to_owned()),
        (true, false) => Some((t.hand_recorded)(&sources.join(", "))),
        (true, true) => None,
    };
    let numbers = Some(detail(kind, it)).filter(|it| !it.is_empty());
    numbers.into_iter().chain(recorded).collect::<Vec<_>>().join("; ")
}

/// Everything that happened, in words.
pub fn said(seen: &Seen) -> Vec<Said> {
    let one = |it: Happening| {
        let (what, detail) = match (it.event, it.line) {
            (Some(event), _) => (seen.what(event), about(seen, event)),
            (None, Some(line)) => (capital(&line_words(seen, line).what), String::new()),
            (None, None) => Default::default(),
        };
        Said { day: it.day, what, detail, points: it.points, score: it.score }
    };
    happenings(&seen.outcome, seen.subject).into_iter().map(one).collect()
}
