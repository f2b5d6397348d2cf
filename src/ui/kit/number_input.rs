//! The one input for numbers.

use leptos::ev;
use leptos::prelude::*;

use super::complaint::{complaint_id, unread_id};
use super::figure::FigureLook;
use crate::engine::Points;
use crate::scenario::typed::{Reading, Takes, read_number};
use crate::ui::state::{Lab, texts};

/// An input for a number that looks like a figure until it is touched.
///
/// While it has the focus it shows what was typed; afterwards it shows the value. A text that is no value says so, and
/// until it is one, what stood there before counts.
#[component]
pub fn NumberInput(
    /// The place in the document that it edits; without one, it edits nothing of the document.
    #[prop(optional, into)]
    path: MaybeProp<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value; without one, the input is empty.
    #[prop(into)]
    value: Signal<Option<Points>>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<Points>,
    /// Called when the input was emptied, if it may be.
    #[prop(optional, into)]
    on_empty: Option<Callback<()>>,
    /// Which numbers it takes.
    #[prop(into)]
    takes: Signal<Takes>,
    /// The least that the arrow keys reach, if that is more than the least that is taken.
    #[prop(optional, into)]
    reach: Option<i64>,
    /// How far an arrow key goes.
    #[prop(default = 1)]
    step: i64,
    /// Whether a typed value is taken only when the input is left, or with Enter.
    #[prop(optional)]
    late: bool,
    /// Whether gains carry a plus and are coloured.
    #[prop(optional)]
    signed: bool,
    /// Where it stands.
    #[prop(optional)]
    look: FigureLook,
    /// Classes besides those of its look.
    #[prop(optional)]
    class: &'static str,
    /// The element id of the input.
    #[prop(optional, into)]
    id: String,
    /// The element id of something else that describes it.
    #[prop(optional)]
    described_by: &'static str,
    /// Told whether what stands in it is no value.
    #[prop(optional)]
    unread: Option<RwSignal<bool>>,
) -> impl IntoView {
    let lab = Lab::get();
    let show = move |it: Points| if signed { (texts().common.signed)(it) } else { (texts().common.points)(it) };
    // What was typed and is not (yet) what the value looks like.
    let typed = RwSignal::new(None::<String>);
    // The value before the typing began, and the one that the typing made.
    let stood = StoredValue::new(None::<Option<Points>>);
    let made = StoredValue::new(None::<Option<Points>>);
    let may_be_empty = on_empty.is_some();
    let trouble = Memo::new(move |_| {
        let reading = typed.with(|it| it.as_ref().map(|it| read_number(it, takes.get())))?;
        let is_fine = matches!(reading, Reading::Value(_)) || reading == Reading::Empty && may_be_empty;
        (!is_fine).then_some(reading)
    });
    // Half a number is no fault as long as it is being typed and nothing waits for it.
    let is_unread = Memo::new(move |_| trouble.get().is_some());
    let place = move || path.try_get_untracked().flatten();
    let is_wrong = Memo::new(move |_| path.get().is_some_and(|it| lab.has_error_at(&it)));
    let note = move || {
        let is_unread = is_unread.try_get_untracked().unwrap_or(false);
        if let Some(it) = place() {
            lab.note_unread(&it, is_unread);
        }
        if let Some(it) = unread {
            it.try_set(is_unread);
        }
    };
    let put = move |it: Option<Points>| {
        if value.try_get_untracked().is_none_or(|now| now == it) {
            return;
        }
        made.try_set_value(Some(it));
        match it {
            Some(it) => on_value.run(it),
            None => on_empty.iter().for_each(|it| it.run(())),
        }
    };
    let settle = move || match typed.try_get_untracked().flatten().map(|it| read_number(&it, takes.get_untracked())) {
        Some(Reading::Value(it)) => put(Some(it)),
        Some(Reading::Empty) if may_be_empty => put(None),
        Some(_) => match stood.try_get_value().flatten() {
            Some(None) if may_be_empty => put(None),
            before => put(before.flatten().or(value.get_untracked())),
        },
        None => {}
    };
    let take = move |text: String| {
        if typed.with_untracked(Option::is_none) {
            stood.set_value(Some(value.get_untracked()));
        }
        // What is told comes first: a field may lead elsewhere with its value.
        typed.set(Some(text));
        note();
        if !late {
            settle();
        }
    };
    let forget = move || {
        typed.try_set(None);
        stood.try_set_value(None);
        made.try_set_value(None);
        note();
    };
    let finish = move || {
        if late {
            settle();
        }
        if is_unread.try_get_untracked() == Some(false) {
            forget();
        }
    };
    // A field that is taken off the page while it has the focus is left after its signals are gone.
    let leave = move |_| {
        finish();
        lab.end_gesture();
    };
    let go = move |steps: i64| {
        let takes = takes.get_untracked();
        let now = typed.with_untracked(|it| it.as_ref().and_then(|it| read_number(it, takes).value()));
        let now = now.or(value.get_untracked()).unwrap_or_default();
        forget();
        let least = takes.least.max(reach.map_or(takes.least, Points::whole));
        on_value.run((now + Points::whole(steps * step)).clamp(least, takes.most.max(least)));
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
            "Escape" => return forget(),
            "Enter" => return finish(),
            _ => return,
        };
        event.prevent_default();
        go(if event.shift_key() { steps * 10 } else { steps });
    };
    // A value that changed elsewhere (undo, another field) replaces what was typed.
    Effect::new(move |earlier: Option<Option<Points>>| {
        let now = value.get();
        let is_own = made.with_value(|it| *it == Some(now));
        if earlier.is_some_and(|it| it != now) && !is_own {
            forget();
        }
        now
    });
    on_cleanup(move || {
        if let Some(it) = place() {
            lab.note_unread(&it, false);
        }
    });
    let text = move || typed.get().unwrap_or_else(|| value.get().map(show).unwrap_or_default());
    let sign = move || match value.get() {
        Some(it) if signed && it.is_gain() => Some("gain"),
        Some(it) if signed && it.is_loss() => Some("loss"),
        _ => None,
    };
    let name = StoredValue::new(if id.is_empty() { None } else { Some(id) });
    let complaint = move || path.get().unwrap_or_else(|| name.get_value().unwrap_or_default());
    let described = move || {
        let unread = is_unread.get().then(|| unread_id(&complaint()));
        let wrong = path.get().filter(|_| is_wrong.get()).map(|it| complaint_id(&it));
        let others = Some(described_by.to_owned()).filter(|it| !it.is_empty());
        let all: Vec<String> = [unread, wrong, others].into_iter().flatten().collect();
        (!all.is_empty()).then(|| all.join(" "))
    };
    // Such a field takes a step back for itself: what is in it is not (yet) in the document.
    let undo = move || (path.get().is_some() && !is_unread.get()).then_some("document");
    // The number pads of telephones have no minus.
    let mode = move || match takes.get() {
        it if it.least.is_loss() => "text",
        it if it.whole => "numeric",
        _ => "decimal",
    };
    let input = move |class: String| {
        view! {
            <input type="text" class=(!class.is_empty()).then_some(class) inputmode=mode autocomplete="off" spellcheck="false"
                aria-label=label id=name.get_value() data-undo=undo prop:value=text
                on:input:target=move |event| take(event.target().value())
                on:focus:target=|event| event.target().select()
                on:blur=leave on:keydown=keys
                aria-invalid=move || (is_unread.get() || is_wrong.get()).then_some("true") aria-describedby=described />
        }
    };
    // The arrow keys do the same in the input, so the buttons stay out of the tab order.
    let step_button = move |steps: i64, sign: &'static str| {
        (look == FigureLook::Stepped).then(|| {
            view! {
                <button type="button" class="num-step" tabindex="-1" aria-hidden="true"
                    on:click=move |_| go(steps)>{sign}</button>
            }
        })
    };
    let figure = if look == FigureLook::Box {
        input(format!("input nums {class}")).into_any()
    } else {
        let around = if look == FigureLook::Inline { "num num-inline" } else { "num" };
        view! { <span class=around data-sign=sign>{step_button(-1, "−")}{input(class.to_owned())}{step_button(1, "+")}</span> }
            .into_any()
    };
    let words = move || {
        let reading = trouble.get()?;
        let why = typed.with(|it| (texts().common.unread)(it.as_deref().unwrap_or_default(), reading, takes.get()));
        let still = value.get().map(|it| (texts().common.still_counts)(&show(it)));
        let words = format!("{why} {}", still.unwrap_or_default());
        Some(
            view! { <span class="complaint" role="alert" id=unread_id(&complaint())>{words.trim_end().to_owned()}</span> },
        )
    };
    view! { <span class="in-place">{figure}{words}</span> }
}
