//! What laws, rulings, reforms and reports ask of such systems, each with how far it was checked.
//!
//! Only what was read is listed, and only as far as it was read: legal texts in their opening articles. The sentences
//! stand in the language tables.

use crate::review::scorecard::Safeguard;
use crate::scenario::doc::Standing;

/// A document that asks for a safeguard, or a case that shows what its absence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Rongcheng, measures on rewards and punishments: warn before punishing.
    RongchengMeasures,
    /// Rongcheng, the later rule: by consent, and no penalties for a low score.
    RongchengReform,
    /// The US Fair Credit Reporting Act.
    Fcra,
    /// The journalist Liu Hu, who learned of his listing when a booking failed.
    LiuHu,
    /// The EU's General Data Protection Regulation, and the ruling C-634/21.
    Gdpr,
    /// China's Personal Information Protection Law, article 24.
    Pipl,
    /// SCHUFA's new score, by published criteria.
    Schufa,
    /// The redress programme for US travellers.
    Trip,
    /// Appeals about a British disability benefit.
    Pip,
    /// China's rules on repairing credit records, 2023 and 2025.
    Repair,
    /// The central bank's one-time repair of small debts, 2025.
    SmallDebts,
    /// The test that brought dogs back in Jinan.
    JinanTest,
    /// China's tiers of publicity, 2025.
    PublicityTiers,
    /// How long US and British credit files keep what is bad.
    CreditFiles,
    /// The ruling C-26/22 on insolvency data.
    Insolvency,
    /// Guobanfa \[2020\] No. 49.
    No49,
    /// The EU's AI Act, article 5(1)(c).
    AiAct,
    /// The court's opinion of 2019 on representatives of listed firms.
    Spc2019,
    /// The warning to a student over a father's debt.
    Rao,
    /// Pasquale's four rights.
    Pasquale,
    /// Citron and Pasquale, "The Scored Society".
    ScoredSociety,
    /// Citron, "Technological Due Process".
    DueProcess,
}

/// That a document asks for a safeguard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The safeguard.
    pub safeguard: Safeguard,
    /// The document.
    pub document: Document,
    /// How far this was checked.
    pub standing: Standing,
}

const fn read(safeguard: Safeguard, document: Document) -> Demand {
    Demand { safeguard, document, standing: Standing::Documented }
}

/// All demands, in the order of the scorecard.
pub const ALL: &[Demand] = &[
    read(Safeguard::Notice, Document::RongchengMeasures),
    read(Safeguard::Notice, Document::Fcra),
    read(Safeguard::Notice, Document::LiuHu),
    read(Safeguard::Reasons, Document::Gdpr),
    Demand { safeguard: Safeguard::Reasons, document: Document::Pipl, standing: Standing::Reported },
    read(Safeguard::Reasons, Document::Schufa),
    read(Safeguard::Reasons, Document::Pasquale),
    read(Safeguard::Appeal, Document::Fcra),
    read(Safeguard::Appeal, Document::Trip),
    read(Safeguard::Appeal, Document::Pip),
    read(Safeguard::Appeal, Document::Repair),
    read(Safeguard::Appeal, Document::SmallDebts),
    read(Safeguard::Appeal, Document::JinanTest),
    read(Safeguard::Expiry, Document::PublicityTiers),
    read(Safeguard::Expiry, Document::CreditFiles),
    read(Safeguard::Expiry, Document::Insolvency),
    read(Safeguard::Proportion, Document::No49),
    read(Safeguard::Proportion, Document::AiAct),
    read(Safeguard::Purpose, Document::AiAct),
    read(Safeguard::Purpose, Document::No49),
    read(Safeguard::Floor, Document::RongchengReform),
    read(Safeguard::NoSpill, Document::Spc2019),
    read(Safeguard::NoSpill, Document::Rao),
    read(Safeguard::HumanReview, Document::Gdpr),
    Demand { safeguard: Safeguard::HumanReview, document: Document::Pipl, standing: Standing::Reported },
    read(Safeguard::HumanReview, Document::Pasquale),
    read(Safeguard::Audit, Document::ScoredSociety),
    read(Safeguard::Audit, Document::DueProcess),
    read(Safeguard::Consent, Document::RongchengReform),
];

/// What documents ask for about a safeguard.
pub fn about(safeguard: Safeguard) -> impl Iterator<Item = &'static Demand> {
    ALL.iter().filter(move |it| it.safeguard == safeguard)
}
