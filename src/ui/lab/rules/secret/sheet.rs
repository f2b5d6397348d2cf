//! The sheet of guesses that stands where the rules are hidden.

use leptos::prelude::*;

use super::{Secret, Sort};
use crate::engine::Points;
use crate::scenario::typed::Takes;
use crate::ui::kit::{Choice, FigureLook, NumberInput};
use crate::ui::lab::life::capital;
use crate::ui::state::{Lab, texts};

/// How large a guess can be. Whether it is given or taken is chosen beside it, so a sign is no fault.
const SIZE: Takes = Takes::DECIMAL.with_unit("points");

/// One row for each kind of event that can happen to the subject.
#[component]
pub(in crate::ui::lab::rules) fn GuessSheet() -> impl IntoView {
    let lab = Lab::get();
    let secret = Secret::get();
    let t = &texts().secret;
    let kinds = Memo::new(move |_| {
        let subject = lab.subject();
        lab.with_scenario(|it| {
            let who = it.cast.iter().find(|it| it.id == subject).map(|it| it.kind);
            let fits = it.kinds.iter().filter(|it| it.who.is_none_or(|it| Some(it) == who));
            fits.map(|it| (it.id.clone(), capital(&it.short))).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="section-head"><h2 id="rules-title" tabindex="-1">{t.title}</h2></div>
        <p class="note">{t.intro}</p>
        <ul class="plain secret-rows" role="list">
            <For each=move || kinds.get() key=Clone::clone children=|(id, name)| view! { <GuessRow id name /> } />
        </ul>
        {move || kinds.with(Vec::is_empty).then(|| view! { <p class="note">{t.no_kinds}</p> })}
        <div class="row">
            <button type="button" class="btn btn-primary" on:click=move |_| secret.reveal()>{t.reveal}</button>
            <button type="button" class="btn" on:click=move |_| secret.stop(lab)>{t.stop}</button>
        </div>
    }
}

/// What one such event does.
#[component]
fn GuessRow(
    /// The id of the kind.
    id: String,
    /// Its short name.
    name: String,
) -> impl IntoView {
    let secret = Secret::get();
    let t = &texts().secret;
    let kind = StoredValue::new(id.clone());
    let sorts = ["", "gives", "takes", "nothing"];
    let options = sorts.iter().zip(t.sorts).map(|it| ((*it.0).to_owned(), it.1.to_owned())).collect::<Vec<_>>();
    let sort = Memo::new(move |_| secret.guess(&kind.get_value()).map(|it| it.sort));
    let word = move || match sort.get() {
        None => "",
        Some(Sort::Gives) => "gives",
        Some(Sort::Takes) => "takes",
        Some(Sort::Nothing) => "nothing",
    };
    let set_sort = move |word: String| {
        let sort = match word.as_str() {
            "gives" => Some(Sort::Gives),
            "takes" => Some(Sort::Takes),
            "nothing" => Some(Sort::Nothing),
            _ => None,
        };
        secret.set_sort(&kind.get_value(), sort);
    };
    let has_size = Memo::new(move |_| matches!(sort.get(), Some(Sort::Gives | Sort::Takes)));
    let set_size = move |size: Points| secret.set_size(&kind.get_value(), size);
    let size_label = StoredValue::new((t.size_of)(&name));
    let size = move || {
        has_size.get().then(|| {
            let now = move || Some(secret.guess(&kind.get_value()).map_or(Points::ZERO, |it| it.size));
            view! {
                <NumberInput id=format!("secret-{}-points", kind.get_value()) label=size_label.get_value() takes=SIZE
                    look=FigureLook::Box class="secret-size" value=Signal::derive(now) on_value=set_size />
                <span class="note" aria-hidden="true">{t.points}</span>
            }
        })
    };
    view! {
        <li class="secret-row">
            <span class="secret-kind">{name.clone()}</span>
            <Choice id=format!("secret-{id}") label=(t.sort_of)(&name) options
                value=Signal::derive(move || word().to_owned()) on_value=set_sort />
            {size}
        </li>
    }
}
