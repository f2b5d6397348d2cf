//! One number with all that it takes to cite it.

use leptos::prelude::*;

use super::{Removed, focus_soon, image, page};
use crate::editor::claims::Claim;
use crate::scenario::link::{Fits, fits};
use crate::ui::kit::clipboard;
use crate::ui::pin::Pins;
use crate::ui::share::{QrCode, save_file};
use crate::ui::state::{Lab, texts};

/// The card of a claim. What it says never changes.
#[component]
pub fn Card(
    /// Its id.
    id: u32,
) -> impl IntoView {
    let (lab, pins, t) = (Lab::get(), Pins::get(), &texts().claims);
    let Removed(removed) = expect_context();
    let claim = pins.claims.with_untracked(|it| it.find(id).cloned())?;
    let value = claim.number.value.clone();
    let place = Memo::new(move |_| pins.claims.with(|it| it.list.iter().position(|it| it.id == id)));
    let last = Memo::new(move |_| pins.count().checked_sub(1));
    let shift = move |down: bool| {
        if let Some(to) = pins.change(|it| it.shift(id, down)) {
            lab.announce((t.moved)(to + 1, untrack(|| pins.count())));
            // Rows that change places may lose the focus on their way; at an end the button cannot be pressed any more.
            focus_soon(format!("claim-{id}-{}", if down { "down" } else { "up" }));
        }
    };
    let remove = move |_| {
        let gone = pins.change(|it| it.remove(id));
        if let Some((_, claim)) = &gone {
            lab.announce((t.removed)(&claim.number.value));
        }
        removed.set(gone);
        focus_soon("claim-put-back".to_owned());
    };
    let name = StoredValue::new(value.clone());
    Some(view! {
        <li class="claim" id=format!("claim-{id}") tabindex="-1" aria-label=value>
            <Words claim=claim.clone() />
            <TakeAway claim />
            <div class="row claim-order" data-print="no">
                <button type="button" class="btn btn-sm btn-quiet" id=format!("claim-{id}-up") aria-label=name.with_value(|it| (t.up)(it))
                    aria-disabled=move || (place.get() == Some(0)).then_some("true") on:click=move |_| shift(false)>"↑"</button>
                <button type="button" class="btn btn-sm btn-quiet" id=format!("claim-{id}-down") aria-label=name.with_value(|it| (t.down)(it))
                    aria-disabled=move || (place.get() == last.get()).then_some("true") on:click=move |_| shift(true)>"↓"</button>
                <button type="button" class="btn btn-sm btn-quiet claim-remove" aria-label=name.with_value(|it| (t.remove)(it))
                    on:click=remove>"✕"</button>
            </div>
        </li>
    })
}

/// What the card says.
#[component]
fn Words(claim: Claim) -> impl IntoView {
    let t = &texts().claims;
    let fact = |(name, text): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    let link = format!("{}{}", page(), claim.origin.link);
    let code = (fits(link.len()) == Fits::Qr).then(|| view! { <QrCode text=link.clone() /> });
    view! {
        <h2 class="claim-value">{claim.number.value.clone()}</h2>
        <p class="claim-what">{(t.what)(&claim.number)}</p>
        <dl class="facts">
            {(t.facts)(&claim).into_iter().map(fact).collect_view()}
            <div><dt>{t.limits_label}</dt><dd>{(t.limits)(claim.origin.place)}</dd></div>
            <div><dt>{t.link_label}</dt><dd><a class="claim-link" href=claim.origin.link.clone()>{t.open}</a></dd></div>
        </dl>
        <div class="claim-paper">{code}<p class="claim-address">{link}</p></div>
        <p class="note">{(t.engine)(&claim)}</p>
    }
}

/// Text and picture of the card.
#[component]
fn TakeAway(claim: Claim) -> impl IntoView {
    let t = &texts().claims;
    let told = RwSignal::new("");
    let claim = StoredValue::new(claim);
    let text = move || claim.with_value(|it| (t.as_text)(it, &page()));
    let file = move |end: &str| claim.with_value(|it| format!("{}-{}.{end}", t.file, it.id));
    let copied = move |_| {
        clipboard::copy(text(), move |done| {
            told.try_set(if done { t.copied } else { t.not_copied });
        });
    };
    let picture = move |_| {
        let done = claim.with_value(|it| image::save(it, &page(), &file("png"))).is_some();
        told.set(if done { t.image_saved } else { t.image_failed });
    };
    view! {
        <div class="row claim-away" data-print="no">
            <button type="button" class="btn btn-sm claim-copy" on:click=copied>{t.copy}</button>
            <button type="button" class="btn btn-sm" on:click=move |_| save_file(&file("txt"), "text/plain;charset=utf-8", &text())>{t.download}</button>
            <button type="button" class="btn btn-sm claim-image" on:click=picture>{t.image}</button>
            <span role="status" class="note">{told}</span>
        </div>
    }
}
