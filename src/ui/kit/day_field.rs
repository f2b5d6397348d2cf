//! Fields for days.

use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::complaint::{complaint_id, unread_id};
use super::press::with_press;
use crate::editor::keys::{Into as Goes, Wish};
use crate::editor::span::Span;
use crate::engine::Day;
use crate::scenario::typed::{DayReading, read_day};
use crate::ui::state::{Lab, texts};

/// Why the day in the field is not taken.
#[derive(Clone, Debug, PartialEq)]
enum Trouble {
    NotADay,
    Either(String, Day, Day),
    Outside(Day),
}

/// A day, with the browser's own picker.
///
/// A day that is typed passes through others on the way: it is taken when the field is left, or with Enter. Until a
/// whole day is there that is possible, the old one stays.
#[component]
pub fn DayField(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<Day>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<Day>,
    /// The days that it takes.
    #[prop(default = Signal::stored(Span::ALL), into)]
    span: Signal<Span>,
    /// Called with a day outside them when the account is to be lengthened to it; without it, that is not offered.
    #[prop(optional, into)]
    on_lengthen: Option<Callback<Day>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().common;
    let trouble = RwSignal::new(None::<Trouble>);
    // Whether a day is being typed and not yet taken.
    let waits = RwSignal::new(false);
    let is_typing = StoredValue::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    let say = move |it: Option<Trouble>| {
        waits.try_set(false);
        is_typing.try_set_value(false);
        if let Some(path) = path.try_get_untracked() {
            lab.note_unread(&path, it.is_some());
        }
        trouble.try_set(it);
    };
    let take = move |text: &str| match text.parse::<Day>() {
        Err(_) => say(Some(Trouble::NotADay)),
        Ok(day) if value.try_get_untracked().is_none_or(|it| it == day) => say(None),
        Ok(day) if span.get_untracked().holds(day) => {
            say(None);
            on_value.run(day);
        }
        Ok(day) => say(Some(Trouble::Outside(day))),
    };
    let show_again = move || {
        say(None);
        if let Some((field, day)) = field.get_untracked().zip(value.try_get_untracked()) {
            field.set_value(&day.to_string());
        }
    };
    let given = move |event: ev::Targeted<ev::Event, HtmlInputElement>| {
        if is_typing.get_value() {
            waits.set(true);
        } else {
            take(&event.target().value());
        }
    };
    let finish = move |field: &HtmlInputElement| {
        if waits.try_get_untracked() == Some(true) {
            take(&field.value());
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let key = event.key();
        let has_own = waits.get_untracked() || trouble.with_untracked(Option::is_some);
        if with_press(&event, |it| it.wish(Goes::Document)) == Some(Wish::Undo) && has_own {
            event.prevent_default();
            return show_again();
        }
        match key.as_str() {
            "Escape" if has_own => show_again(),
            "Enter" => field.get_untracked().iter().for_each(&finish),
            "Backspace" | "Delete" => is_typing.set_value(true),
            _ if key != " " && key.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() => {
                is_typing.set_value(true);
            }
            _ => {}
        }
    };
    // What is chosen with the pointer is whole.
    let point = move |_: ev::PointerEvent| {
        if !waits.get_untracked() {
            is_typing.set_value(false);
        }
    };
    let leave = move |event: ev::Targeted<ev::FocusEvent, HtmlInputElement>| {
        finish(&event.target());
        lab.end_gesture();
    };
    let paste = move |event: ev::Targeted<web_sys::ClipboardEvent, HtmlInputElement>| {
        let Some(text) =
            event.clipboard_data().and_then(|it| it.get_data("text").ok()).filter(|it| !it.trim().is_empty())
        else {
            return;
        };
        event.prevent_default();
        match read_day(&text, &t.months) {
            DayReading::Day(day) => {
                event.target().set_value(&day.to_string());
                take(&day.to_string());
            }
            DayReading::Either(one, other) => say(Some(Trouble::Either(text, one, other))),
            DayReading::NotADay => say(Some(Trouble::NotADay)),
        }
    };
    // A day that changed elsewhere replaces what was typed.
    Effect::new(move |earlier: Option<Day>| {
        let now = value.get();
        if earlier.is_some_and(|it| it != now) {
            say(None);
        }
        now
    });
    on_cleanup(move || {
        lab.note_unread(&path.try_get_untracked().unwrap_or_default(), false);
    });
    let choose = move |day: Day| {
        if let Some(field) = field.get_untracked() {
            field.set_value(&day.to_string());
            // The button that had the focus goes.
            field.focus().ok();
        }
        take(&day.to_string());
    };
    let lengthen = move |day: Day| {
        field.get_untracked().iter().for_each(|it| it.focus().unwrap_or_default());
        say(None);
        on_lengthen.iter().for_each(|it| it.run(day));
    };
    // What the account would be; `None` if the day is not wanted outside it, or an account cannot be that long.
    let lengthened = move |day: Day| {
        let (account, span) = (lab.with_scenario(Span::of), span.get());
        let is_beyond = day < span.first && span.first == account.first || day > span.last && span.last == account.last;
        account.widened_to(day).filter(|_| is_beyond && on_lengthen.is_some())
    };
    let button = |words: String, press: Callback<()>| {
        view! { <button type="button" class="btn btn-sm" on:click=move |_| press.run(())>{words}</button> }
    };
    let offers = move || match trouble.get()? {
        Trouble::NotADay => None,
        Trouble::Either(_, one, other) => {
            let offer = |day: Day| button((t.day)(day), Callback::new(move |()| choose(day)));
            Some(view! { <span class="row">{[one, other].map(offer).into_iter().collect_view()}</span> })
        }
        Trouble::Outside(day) => {
            let offer = lengthened(day).map(|_| button((t.lengthen)(day), Callback::new(move |()| lengthen(day))));
            Some(view! { <span class="row">{offer.into_iter().collect_view()}</span> })
        }
    };
    let words = move || {
        let why = match trouble.get()? {
            Trouble::NotADay => t.not_a_day.to_owned(),
            Trouble::Either(text, one, other) => (t.day_either)(text.trim(), one, other),
            Trouble::Outside(day) => {
                let account = lab.with_scenario(Span::of);
                match on_lengthen.is_none() || account.holds(day) {
                    true => (t.day_from_to)(span.get()),
                    false => (t.day_outside)(day, account, account.widened_to(day).is_some()),
                }
            }
        };
        Some(format!("{why} {}", (t.still_counts)(&(t.day)(value.get()))))
    };
    let complaint = move || {
        words().map(|it| {
            view! {
                <span class="complaint" role="alert" id=unread_id(&path.get())>{it}</span>{offers}
            }
        })
    };
    let waiting = move || waits.get().then(|| view! { <span class="note">{t.day_waits}</span> });
    let described = move || format!("{} {}", complaint_id(&path.get()), unread_id(&path.get()));
    view! {
        <span class="in-place">
            <input type="date" class="input input-day" min=Day::MIN.to_string() max=Day::MAX.to_string() node_ref=field
                aria-label=label data-undo="document" prop:value=move || value.get().to_string()
                on:input:target=given on:keydown=keys on:pointerdown=point on:blur:target=leave on:paste:target=paste
                aria-invalid=move || trouble.with(Option::is_some).then_some("true") aria-describedby=described />
            {waiting}
            {complaint}
        </span>
    }
}
