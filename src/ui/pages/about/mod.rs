//! What the lab is, what it leaves out, privacy, shortcuts, and the engine's certificate.

mod certificate;

use leptos::prelude::*;

use crate::scenario::doc::Standing;
use crate::ui::kit::StandingChip;
use crate::ui::shell::ShortcutTable;
use crate::ui::state::texts;

const MARKS: [Standing; 5] =
    [Standing::Documented, Standing::Reported, Standing::Unverified, Standing::Derived, Standing::Invented];

/// The page about the lab.
#[component]
pub fn AboutPage() -> impl IntoView {
    let t = &texts().about;
    let leaves = |(what, why): &'static (&'static str, &'static str)| {
        view! { <li><strong>{*what}</strong>" "{*why}</li> }
    };
    view! {
        <div class="page page-wide"><div class="about">
            <header class="about-head">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
            </header>
            <Contents />
            <div class="about-body">
                <Part id="is" title=t.is_title><Paragraphs texts=t.is /></Part>
                <Part id="people" title=t.people_title><Paragraphs texts=t.people /></Part>
                <Part id="care" title=t.care_title>
                    <p>{t.care_lede}</p>
                    <ul>{t.care.iter().map(leaves).collect_view()}</ul>
                </Part>
                <Part id="leaves-out" title=t.leaves_title>
                    <p>{t.leaves_lede}</p>
                    <ul>{t.leaves.iter().map(leaves).collect_view()}</ul>
                </Part>
                <Part id="privacy" title=t.privacy_title><Paragraphs texts=t.privacy /></Part>
                <Part id="marks" title=t.marks_title><Marks /></Part>
                <Part id="shortcuts" title=t.shortcuts_title><ShortcutTable /></Part>
                <Part id="certificate" title=t.certificate_title><certificate::Certificate /></Part>
            </div>
        </div></div>
    }
}

/// Links to the parts of the page.
#[component]
fn Contents() -> impl IntoView {
    let t = &texts().about;
    let parts = [
        ("is", t.is_title),
        ("people", t.people_title),
        ("care", t.care_title),
        ("leaves-out", t.leaves_title),
        ("privacy", t.privacy_title),
        ("marks", t.marks_title),
        ("shortcuts", t.shortcuts_title),
        ("certificate", t.certificate_title),
    ];
    let link = |(id, title)| view! { <li><a href=format!("#/about?at={id}")>{title}</a></li> };
    view! {
        <nav class="about-contents" aria-label=t.contents>
            <ul role="list">{parts.map(link).collect_view()}</ul>
        </nav>
    }
}

/// A part with a heading that the address can name.
#[component]
fn Part(
    /// Its name in the address.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What is below the heading.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="prose about-part" aria-labelledby=id>
            <h2 id=id tabindex="-1">{title}</h2>
            {children()}
        </section>
    }
}

/// A few paragraphs.
#[component]
fn Paragraphs(
    /// Their texts.
    texts: &'static [&'static str],
) -> impl IntoView {
    texts.iter().map(|it| view! { <p>{*it}</p> }).collect_view()
}

/// The five marks and what they mean.
#[component]
fn Marks() -> impl IntoView {
    let (t, common) = (&texts().about, &texts().common);
    let mark = |it: Standing| {
        view! { <div><dt><StandingChip standing=it /></dt><dd>{(common.standing_long)(it)}</dd></div> }
    };
    view! {
        <p>{t.marks_lede}</p>
        <dl class="about-marks">{MARKS.map(mark).collect_view()}</dl>
    }
}
