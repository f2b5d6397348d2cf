//! Where a statement comes from.

use leptos::prelude::*;

use crate::record::{Facts, Source};
use crate::ui::state::texts;

/// Sources, one below the other. Only addresses of the web become links.
#[component]
pub fn SourceList(
    /// The ids of the sources.
    ids: Vec<String>,
) -> impl IntoView {
    let t = &texts().record;
    let facts = use_context::<std::sync::Arc<Facts>>()?;
    let sources: Vec<_> = ids.iter().filter_map(|id| facts.source(id)).map(source).collect();
    Some(match sources.is_empty() {
        true => view! { <p class="fact-sourceless">{t.no_source}</p> }.into_any(),
        false => view! { <ul class="fact-sources" role="list" aria-label=t.sources>{sources}</ul> }.into_any(),
    })
}

fn source(it: &Source) -> AnyView {
    let t = &texts().record;
    let address = it.url.clone().filter(|it| it.starts_with("https://") || it.starts_with("http://"));
    let text = it.text.clone();
    match address {
        Some(url) => view! {
            <li><a href=url target="_blank" rel="noopener noreferrer">
                {text}" "<span class="visually-hidden">{t.new_tab}</span>
            </a></li>
        }
        .into_any(),
        None => view! { <li>{text}</li> }.into_any(),
    }
}
