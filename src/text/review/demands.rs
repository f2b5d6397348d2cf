//! What documents ask for, in our own words and no further than they were read.

use crate::review::demands::{Demand, Document};
use crate::review::scorecard::Safeguard;

/// The name of a document or case.
pub(super) const fn document(it: Document) -> &'static str {
    match it {
        Document::RongchengMeasures => "Rongcheng, measures on rewards and punishments",
        Document::RongchengReform => "Rongcheng, the later rule",
        Document::Fcra => "United States, Fair Credit Reporting Act",
        Document::LiuHu => "China, the case of Liu Hu (2018)",
        Document::Gdpr => "European Union, GDPR and ruling C-634/21 (2023)",
        Document::Pipl => "China, Personal Information Protection Law, article 24",
        Document::Schufa => "Germany, SCHUFA’s new score (2025)",
        Document::Trip => "United States, redress for travellers (DHS TRIP)",
        Document::Pip => "United Kingdom, appeals about disability benefit (PIP)",
        Document::Repair => "China, rules on credit repair (2023, 2025)",
        Document::SmallDebts => "China, one-time repair of small debts (2025)",
        Document::JinanTest => "Jinan, points on a dog licence",
        Document::PublicityTiers => "China, tiers of publicity (2025)",
        Document::CreditFiles => "United States and United Kingdom, credit files",
        Document::Insolvency => "European Union, ruling C-26/22 (2023)",
        Document::No49 => "China, Guobanfa [2020] No. 49",
        Document::AiAct => "European Union, AI Act, article 5(1)(c)",
        Document::Spc2019 => "China, Supreme People’s Court, Fa Fa [2019] 35",
        Document::Rao => "China, the case of the student Rao (2018)",
        Document::Pasquale => "Pasquale (2021), four rights",
        Document::ScoredSociety => "Citron and Pasquale, “The Scored Society” (2014)",
        Document::DueProcess => "Citron, “Technological Due Process” (2008)",
    }
}

/// What it asks for about a safeguard, or what happened without it.
pub(super) const fn asks(it: &Demand) -> &'static str {
    match (it.safeguard, it.document) {
        (Safeguard::Notice, Document::RongchengMeasures) => "Warn before punishing.",
        (Safeguard::Notice, Document::Fcra) => "Whoever is turned down because of a file is told.",
        (Safeguard::Notice, _) => "Without it: a journalist learned that he was listed when a flight booking failed.",
        (Safeguard::Reasons, Document::Gdpr) => {
            "Access to what is held; a score that decides is itself an automated decision."
        }
        (Safeguard::Reasons, Document::Pipl) => "Transparency and a right to an explanation.",
        (Safeguard::Reasons, Document::Schufa) => "A score from 12 published criteria.",
        (Safeguard::Reasons, _) => "Rights to an explanation and to reasons.",
        (Safeguard::Appeal, Document::Fcra) => "A disputed entry is settled in about 30 days.",
        (Safeguard::Appeal, Document::Trip) => {
            "Since 2015 US persons are told whether they are listed, and why where possible."
        }
        (Safeguard::Appeal, Document::Pip) => "To the end of 2018 about half of the appeals lodged were won.",
        (Safeguard::Appeal, Document::Repair) => "A right to have a record repaired.",
        (Safeguard::Appeal, Document::SmallDebts) => {
            "Small debts that were repaid are hidden without application or fee."
        }
        (Safeguard::Appeal, _) => "A passed test brings the dog back.",
        (Safeguard::Expiry, Document::PublicityTiers) => "Public for at most 3, 12 or 36 months, by gravity.",
        (Safeguard::Expiry, Document::CreditFiles) => {
            "What is bad leaves the file after 7 to 10 years (US) or 6 years (UK)."
        }
        (Safeguard::Expiry, _) => "Insolvency data no longer than the public register: 6 months.",
        (Safeguard::Proportion, Document::No49) => "Sanctions need a legal basis and proportion.",
        (Safeguard::Proportion, _) => "No treatment that is unjustified or disproportionate.",
        (Safeguard::Purpose, Document::AiAct) => "No detriment in contexts unrelated to where the data come from.",
        (Safeguard::Purpose, _) => "Only data from catalogues that are based on law.",
        (Safeguard::Floor, _) => "No loss of basic services because of a low score.",
        (Safeguard::NoSpill, Document::Spc2019) => "Nobody is listed just because the firm that they represent is.",
        (Safeguard::NoSpill, _) => "Without it: a university warned a student over his father’s court debt.",
        (Safeguard::HumanReview, Document::Gdpr) => "A person can step in where a machine decides.",
        (Safeguard::HumanReview, Document::Pipl) => "A right to refuse decisions by machine alone.",
        (Safeguard::HumanReview, _) => "A right to a human judge.",
        (Safeguard::Audit, Document::ScoredSociety) => "Regulators test such systems: data, score, spread and use.",
        (Safeguard::Audit, _) => "A trail of what was decided by which rule.",
        (Safeguard::Consent, _) => "No scoring without informed consent.",
    }
}
