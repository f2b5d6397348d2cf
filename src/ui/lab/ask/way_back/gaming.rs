//! What somebody would do who wants points and nothing else.

use leptos::prelude::*;

use super::super::super::life::{Seen, capital};
use super::act_name;
use crate::engine::explain::acts::acts;
use crate::engine::explain::gaming::{Deal, Lifted, deals, lifted};
use crate::engine::model::DomainIdx;
use crate::scenario::doable::doables;
use crate::scenario::doc::Domain;
use crate::ui::kit::domains;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// So many sentences say what points lift.
const SENTENCES: usize = 3;

/// What the table shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Listed {
    finding: String,
    lifts: Vec<String>,
    rows: Vec<[String; 6]>,
}

/// The table.
#[component]
pub fn Gaming(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().way_back;
    let listed = Memo::new(move |_| seen.with(|it| it.as_ref().map(listed).unwrap_or_default()));
    let row = |it: [String; 6]| {
        let [name, an_hour, a_hundred, yearly, domain, fits] = it;
        view! {
            <tr><th scope="row">{name}</th><td class="n">{an_hour}</td><td class="n">{a_hundred}</td><td class="n">{yearly}</td>
                <td>{domain}</td><td>{fits}</td></tr>
        }
    };
    let inside = move || {
        let Listed { finding, lifts, rows } = listed.get();
        if rows.is_empty() {
            return view! { <p>{t.gaming_none}</p> }.into_any();
        }
        view! {
            <p class="way-rate">{finding}</p>
            {lifts.into_iter().map(|it| view! { <p>{it}</p> }).collect_view()}
            <div class="table-wrap" role="region" aria-labelledby="way-gaming" tabindex="0">
                <table class="table way-gaming" aria-labelledby="way-gaming">
                    <thead><tr><th scope="col">{t.column_act}</th><th scope="col" class="n">{t.column_an_hour}</th>
                        <th scope="col" class="n">{t.column_a_hundred}</th><th scope="col" class="n">{t.column_yearly}</th>
                        <th scope="col">{t.column_domain}</th><th scope="col">{t.column_fits}</th></tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <PinButton />
        }
        .into_any()
    };
    view! {
        <section class="way-part" aria-labelledby="way-gaming">
            <h3 id="way-gaming">{t.gaming}</h3>
            <p class="note">{t.gaming_note}</p>
            {inside}
        </section>
    }
}

fn listed(seen: &Seen) -> Listed {
    let (t, common) = (&texts().way_back, &texts().common);
    let known = doables(&seen.scenario);
    let acts = acts(seen.case(), seen.subject, &known);
    let (case, report, day) = (seen.case(), &seen.outcome.report, seen.case().last);
    let deals = deals(case, seen.subject, &known, &acts, day, report);
    let lifted = lifted(case, report, seen.subject, day);
    let name = |it: &Deal| acts.get(it.act).map(|it| act_name(seen, it.kind, &it.values)).unwrap_or_default();
    let domain = |it: DomainIdx| domains::ALL.get(it).copied();
    let fits = |it: &Deal| match (lifted.is_empty(), it.fits) {
        (true, _) => t.nothing_lifted,
        (false, true) => t.fits,
        (false, false) => t.fits_not,
    };
    let row = |it: &Deal| {
        [
            capital(&name(it)),
            it.an_hour.map(|it| (t.ratio)(it)).unwrap_or_default(),
            it.a_hundred.map(|it| (t.ratio)(it)).unwrap_or_default(),
            it.yearly.map_or_else(|| t.no_limit.to_owned(), |it| (common.points)(it)),
            it.domain.and_then(domain).map_or(t.no_domain, |it| (common.domain)(it)).to_owned(),
            fits(it).to_owned(),
        ]
    };
    let Some(best) = deals.first() else { return Listed::default() };
    let rate = match (best.an_hour, best.a_hundred) {
        (Some(it), _) => (t.an_hour)(&(t.ratio)(it)),
        (None, Some(it)) => (t.a_hundred)(&(t.ratio)(it)),
        (None, None) => t.for_free.to_owned(),
    };
    let sentence = |it: &Lifted| {
        let penalty = seen.scenario.rulebook.consequences.get(it.consequence)?;
        let from = it.from.and_then(|it| seen.scenario.kinds.get(it)).map(|it| (it.short.as_str(), it.domain));
        let touches: Domain = penalty.domain;
        Some((t.lifts)(&name(best), &penalty.label, touches, from))
    };
    Listed {
        finding: (t.gaming_best)(&name(best), &rate),
        lifts: lifted.iter().filter_map(sentence).take(SENTENCES).collect(),
        rows: deals.iter().map(row).collect(),
    }
}
