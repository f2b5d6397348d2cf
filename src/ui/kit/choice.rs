//! A choice among a few values.

use leptos::prelude::*;

/// A native select. Values are texts: ids, or the names of variants.
#[component]
pub fn Choice(
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The values, and what the reader sees.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<String>,
    /// The element id, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    // The value is set through each option: a select's own value is lost when its options are made anew.
    let rows = move || {
        let now = value.get();
        let row =
            |(id, text): (String, String)| view! { <option value=id.clone() selected={id == now}>{text}</option> };
        options.get().into_iter().map(row).collect_view()
    };
    view! {
        <select class="select" id=(!id.is_empty()).then_some(id) aria-label=label prop:value=value
            on:change:target=move |event| on_value.run(event.target().value())>{rows}</select>
    }
}

/// The options of a choice among values that have one word each: the word is the option's value too.
pub fn words_of<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().map(|it| (word(*it).to_owned(), word(*it).to_owned())).collect()
}

/// The value that has the word.
pub fn of_word<T: Copy>(all: &[T], word: fn(T) -> &'static str, chosen: &str) -> Option<T> {
    all.iter().copied().find(|it| word(*it) == chosen)
}
