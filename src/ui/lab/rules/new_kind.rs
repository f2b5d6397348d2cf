//! Fields for a new kind of event, so that a class can make a rule about a thing of its own.

use leptos::prelude::*;

use super::book::Book;
use super::focus::focus;
use crate::scenario::bounds::LABEL_CHARS;
use crate::scenario::plain::settled;
use crate::ui::kit::Choice;
use crate::ui::state::texts;

/// What was filled in.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// As it reads after "when".
    pub(super) label: String,
    /// As it reads on a button.
    pub(super) short: String,
    /// The source that records it.
    pub(super) source: Option<String>,
}

/// How it reads, in full and in short, and who records it.
#[component]
pub(super) fn NewKind(
    /// Called with what was filled in.
    #[prop(into)]
    on_done: Callback<Wanted>,
) -> impl IntoView {
    let book = Book::get();
    let t = &texts().rules;
    let label = RwSignal::new(String::new());
    let short = RwSignal::new(String::new());
    let source = RwSignal::new(String::new());
    let is_wanting = RwSignal::new(false);
    let sources = move || {
        book.with_names(|it| it.rulebook.sources.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>())
    };
    let has_sources = Memo::new(move |_| !sources().is_empty());
    source.set(untrack(sources).first().map(|it| it.0.clone()).unwrap_or_default());
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = |it: RwSignal<String>| it.with_untracked(|it| settled(it).into_owned());
        let (label, short) = (typed(label), typed(short));
        let empty =
            [("new-kind-label", &label), ("new-kind-short", &short)].into_iter().find(|it| it.1.trim().is_empty());
        if let Some((id, _)) = empty {
            is_wanting.set(true);
            return focus(id.to_owned());
        }
        let source = Some(source.get_untracked()).filter(|it| !it.is_empty());
        on_done.run(Wanted { label, short, source });
    };
    let line = move |id: &'static str, name: &'static str, hint: &'static str, value: RwSignal<String>| {
        view! {
            <div class="field">
                <label class="field-label" for=id>{name}</label>
                <input class="input" id=id type="text" maxlength=LABEL_CHARS.to_string() placeholder=hint autocomplete="off"
                    prop:value=value on:input:target=move |event| value.set(event.target().value())
                    aria-invalid=move || (is_wanting.get() && value.with(|it| it.trim().is_empty())).then_some("true") />
            </div>
        }
    };
    focus("new-kind-label".to_owned());
    view! {
        <form class="rules-new-kind" on:submit=done>
            {line("new-kind-label", t.kind_label, t.kind_label_hint, label)}
            {line("new-kind-short", t.kind_short, t.kind_short_hint, short)}
            <Show when=move || has_sources.get()>
                <div class="field">
                    <span class="field-label" aria-hidden="true">{t.kind_source}</span>
                    <Choice label=t.kind_source options=Signal::derive(sources) value=source on_value=move |it| source.set(it) />
                </div>
            </Show>
            <Show when=move || is_wanting.get()><p class="complaint" role="alert">{t.kind_wanting}</p></Show>
            <button type="submit" class="btn btn-primary">{t.kind_add}</button>
        </form>
    }
}
