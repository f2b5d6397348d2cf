//! Every scenario that comes with the lab, computed here and now.

use leptos::prelude::*;

use crate::scenario::certificate::{Check, check_all, seal};
use crate::ui::state::texts;

/// What the engine answered, and how long it took.
#[derive(Clone, PartialEq)]
struct Run {
    checks: Vec<Check>,
    ms: f64,
}

/// Computes all scenarios once the page is up, and shows how the results compare.
#[component]
pub fn Certificate() -> impl IntoView {
    let t = &texts().about;
    let run = RwSignal::new(None::<Run>);
    let compute = move || {
        run.try_set(None);
        // After the next frame, so that the page is there first.
        request_animation_frame(move || {
            set_timeout(
                move || {
                    run.try_set(Some(measure()));
                },
                std::time::Duration::ZERO,
            );
        });
    };
    compute();
    let verdict = move || {
        run.with(|run| match run {
            None => view! { <p class="busy">{t.certificate_busy}</p> }.into_any(),
            Some(run) => verdict(run).into_any(),
        })
    };
    let version = (t.certificate_version)(env!("CARGO_PKG_VERSION"), &format!("{:016x}", seal()));
    view! {
        <p>{t.certificate_lede}</p>
        <div role="status">{verdict}</div>
        <p class="note nums">{version}</p>
        {move || run.with(|it| it.as_ref().map(table))}
        <p><button class="btn" on:click=move |_| compute()>{t.certificate_again}</button></p>
    }
}

fn measure() -> Run {
    let now = || window().performance().map_or(0.0, |it| it.now());
    let start = now();
    let checks = check_all();
    Run { checks, ms: now() - start }
}

fn verdict(run: &Run) -> impl IntoView + use<> {
    let t = &texts().about;
    let (n, bad) = (run.checks.len(), run.checks.iter().filter(|it| !it.holds()).count());
    let (kind, words) = match bad {
        0 => ("good", (t.certificate_good)(n, &(t.certificate_time)(run.ms))),
        _ => ("error", (t.certificate_bad)(bad, n)),
    };
    view! { <div class="notice" data-kind=kind><p>{words}</p></div> }
}

fn table(run: &Run) -> impl IntoView + use<> {
    let t = &texts().about;
    let row = |it: &Check| {
        let found = it.found.map_or_else(|| "–".to_owned(), |it| format!("{it:016x}"));
        let verdict = if it.holds() { t.certificate_same } else { t.certificate_other };
        view! {
            <tr>
                <th scope="row">{it.title.clone()}</th>
                <td class="n">{it.n_events}</td>
                <td><code>{found}</code></td>
                <td>{verdict}</td>
            </tr>
        }
    };
    view! {
        <details class="about-details">
            <summary>{t.certificate_details}</summary>
            <div class="table-wrap" role="region" aria-label=t.certificate_details tabindex="0">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.certificate_scenario}</th>
                            <th scope="col" class="n">{t.certificate_events}</th>
                            <th scope="col">{t.certificate_fingerprint}</th>
                            <th scope="col">{t.certificate_verdict}</th>
                        </tr>
                    </thead>
                    <tbody>{run.checks.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
