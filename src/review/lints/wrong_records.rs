//! A source whose records are false too often: more than a tenth of those that rules which take points, limit the band
//! or fill blacklists listen to, among the events of the scenario. The tenth is a modelling choice.
//!
//! Grave if nothing ever corrects one of the false ones; else questionable.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let hurts = |list: usize| book.list_hurts(list);
    let punishing: Vec<_> = book
        .live()
        .filter(|it| {
            let lists = it.rule.listings.iter().any(|it| hurts(it.list));
            it.loss.is_loss() || it.rule.ceiling.is_some() || lists
        })
        .collect();
    for (idx, source) in book.doc.sources.iter().enumerate() {
        let (mut of, mut wrong, mut uncorrected) = (0, 0, 0);
        for (event, place) in book.case.events.iter().zip(&book.lowered.events) {
            let is_used = punishing.iter().any(|it| it.rule.kind == event.kind && it.heard.has(idx));
            if !is_used || !event.recorded_by.has(idx) {
                continue;
            }
            of += 1;
            if !book.scenario.events[*place].genuine {
                wrong += 1;
                uncorrected += usize::from(event.corrected.is_none());
            }
        }
        if wrong * 10 > of {
            let severity = if uncorrected > 0 { Severity::Grave } else { Severity::Questionable };
            let fix = Fix::SourceOff(source.id.clone());
            findings.add(severity, Place::Source(source.id.clone()), What::Wrong { wrong, of, uncorrected }, Some(fix));
        }
    }
}
