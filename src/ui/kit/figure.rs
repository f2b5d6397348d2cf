//! Fields for numbers and days, edited in place.

use leptos::prelude::*;

use super::complaint::complaint_id;
use crate::engine::{Day, Points};
use crate::scenario::Decimal;
use crate::ui::state::{Lab, texts};

/// A decimal number. Arrow keys step it by one, with Shift by ten.
#[component]
pub fn NumberField(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<Points>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<Points>,
    /// Whether gains carry a plus and are coloured.
    #[prop(optional)]
    signed: bool,
    /// Where it stands.
    #[prop(optional)]
    look: FigureLook,
    /// The element id of the input, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let show = move |it: Points| if signed { (texts().common.signed)(it) } else { (texts().common.points)(it) };
    let read = |text: &str| Decimal::parse(&text.replace('\u{202f}', "")).map(|it| it.0);
    let step = move |value: Points, steps: i32| value + Points::whole(i64::from(steps));
    let sign = move || match value.get() {
        it if signed && it.is_gain() => Some("gain"),
        it if signed && it.is_loss() => Some("loss"),
        _ => None,
    };
    view! { <InPlace path label value on_value show read step sign mode="text" look id /> }
}

/// A whole number that counts something.
#[component]
pub fn CountField(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<u32>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<u32>,
    /// The smallest value that the arrow keys reach.
    #[prop(optional)]
    least: u32,
    /// Where it stands.
    #[prop(optional)]
    look: FigureLook,
    /// The element id of the input, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let show = |it: u32| it.to_string();
    let read = |text: &str| text.trim().parse::<u32>().ok();
    let step = move |value: u32, steps: i32| value.saturating_add_signed(steps).max(least);
    view! { <InPlace path label value on_value show read step sign=|| None mode="numeric" look id /> }
}

/// Where an editable figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureLook {
    /// On its own, as large as a field.
    #[default]
    Plain,
    /// On its own, with a button on each side for those who have no arrow keys.
    Stepped,
    /// Inside a sentence.
    Inline,
}

/// A day, with the browser's own picker.
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
) -> impl IntoView {
    let lab = Lab::get();
    let is_unread = RwSignal::new(false);
    let typed = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let parsed = event.target().value().parse::<Day>().ok();
        is_unread.set(parsed.is_none());
        lab.note_unread(&path.get_untracked(), parsed.is_none());
        if let Some(day) = parsed {
            on_value.run(day);
        }
    };
    on_cleanup(move || {
        lab.note_unread(&path.try_get_untracked().unwrap_or_default(), false);
    });
    view! {
        <input type="date" class="input input-day" min=Day::MIN.to_string() max=Day::MAX.to_string()
            aria-label=label prop:value=move || value.get().to_string() on:input:target=typed
            aria-invalid=move || is_unread.get().then_some("true")
            aria-describedby=move || complaint_id(&path.get()) />
    }
}

use leptos::ev;

/// An input that looks like a figure until it is touched.
///
/// While it has the focus it shows what was typed; afterwards it shows the value.
#[component]
fn InPlace<T, Show, Read, Step, Sign>(
    path: Signal<String>,
    label: Signal<String>,
    value: Signal<T>,
    on_value: Callback<T>,
    show: Show,
    read: Read,
    step: Step,
    sign: Sign,
    mode: &'static str,
    look: FigureLook,
    id: String,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    Show: Fn(T) -> String + Copy + Send + Sync + 'static,
    Read: Fn(&str) -> Option<T> + Copy + Send + Sync + 'static,
    Step: Fn(T, i32) -> T + Copy + Send + Sync + 'static,
    Sign: Fn() -> Option<&'static str> + Send + Sync + 'static,
{
    let lab = Lab::get();
    // What was typed and is not (yet) what the value looks like.
    let typed = RwSignal::new(None::<String>);
    let is_unread = Memo::new(move |_| typed.with(|it| it.as_ref().is_some_and(|it| read(it).is_none())));
    let is_wrong = Memo::new(move |_| path.with(|it| lab.has_error_at(it)));
    let note = move || {
        let is_unread = is_unread.try_get_untracked().unwrap_or(false);
        lab.note_unread(&path.try_get_untracked().unwrap_or_default(), is_unread);
    };
    let take = move |text: String| {
        let parsed = read(&text);
        typed.set(Some(text));
        note();
        if let Some(it) = parsed {
            on_value.run(it);
        }
    };
    // A field that is taken off the page while it has the focus is left after its signals are gone.
    let leave = move |_| {
        if is_unread.try_get_untracked() == Some(false) {
            typed.try_set(None);
        }
        lab.end_gesture();
    };
    let go = move |steps: i32| {
        typed.set(None);
        note();
        on_value.run(step(value.get_untracked(), steps));
    };
    let keys = move |event: ev::KeyboardEvent| {
        // With these the arrow keys belong to whatever the figure stands in.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let steps = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            "PageUp" => 10,
            "PageDown" => -10,
            "Escape" => {
                typed.set(None);
                note();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        go(if event.shift_key() { steps * 10 } else { steps });
    };
    // A value that changed elsewhere (undo, another field) replaces what was typed.
    Effect::new(move |earlier: Option<T>| {
        let now = value.get();
        let stands = typed.with_untracked(|it| it.as_ref().and_then(|it| read(it))) == Some(now);
        if earlier.is_some_and(|it| it != now) && !stands {
            typed.set(None);
            note();
        }
        now
    });
    on_cleanup(move || lab.note_unread(&path.try_get_untracked().unwrap_or_default(), false));
    let text = move || typed.get().unwrap_or_else(|| show(value.get()));
    // The arrow keys do the same in the input, so the buttons stay out of the tab order.
    let step_button = move |steps: i32, sign: &'static str| {
        (look == FigureLook::Stepped).then(|| {
            view! {
                <button type="button" class="num-step" tabindex="-1" aria-hidden="true"
                    on:click=move |_| go(steps)>{sign}</button>
            }
        })
    };
    let class = if look == FigureLook::Inline { "num num-inline" } else { "num" };
    view! {
        <span class="in-place">
            <span class=class data-sign=sign>
                {step_button(-1, "−")}
                <input type="text" inputmode=mode autocomplete="off" spellcheck="false" aria-label=label
                    id=(!id.is_empty()).then_some(id) prop:value=text
                    on:input:target=move |event| take(event.target().value())
                    on:focus:target=|event| event.target().select()
                    on:blur=leave on:keydown=keys
                    aria-invalid=move || (is_unread.get() || is_wrong.get()).then_some("true")
                    aria-describedby=move || is_wrong.get().then(|| complaint_id(&path.get())) />
                {step_button(1, "+")}
            </span>
            {move || is_unread.get().then(|| view! { <span class="complaint" role="alert">{texts().common.not_a_number}</span> })}
        </span>
    }
}
