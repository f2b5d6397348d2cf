//! Money buys points: a gain for something that has an amount of money.
//!
//! Grave if the points grow with the amount and nothing limits them; questionable if something does; minor if the gain is
//! the same for any amount. What is money is told by the unit of a field.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

/// Units that are money, in lower case.
const MONEY: &[&str] = &[
    "yuan", "rmb", "cny", "¥", "dollar", "dollars", "usd", "$", "euro", "euros", "eur", "€", "pound", "pounds", "gbp",
    "£", "rupee", "rupees", "inr", "yen", "jpy", "franc", "francs", "chf", "won", "krone", "kroner", "krona", "kronor",
    "zloty", "peso", "pesos", "rand", "real", "reais", "lira", "ruble", "rubles", "rouble", "roubles", "cent", "cents",
];

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for it in book.live().filter(|it| it.gain.is_gain()) {
        let is_money = |unit: &str| MONEY.contains(&unit.trim().to_lowercase().as_str());
        let amount = it.kind.fields.iter().find(|it| is_money(&it.unit));
        let per = it.doc.points.as_ref().and_then(|it| it.per.as_ref());
        let Some(field) = amount.filter(|field| per.is_none_or(|per| per.field == field.id)) else { continue };
        let uncapped = book.most(it, true).is_none();
        let severity = match (per.is_some(), uncapped) {
            (true, true) => Severity::Grave,
            (true, false) => Severity::Questionable,
            (false, _) => Severity::Minor,
        };
        let id = it.doc.id.clone();
        let what = What::Money { field: field.label.clone(), per_unit: per.is_some(), uncapped };
        findings.add(severity, Place::Rule(id.clone()), what, Some(Fix::SwitchOff(id)));
    }
}
