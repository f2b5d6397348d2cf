//! Why the three meanings of fairness cannot all hold.
//!
//! Of a group with base rate p, FNR and PPV leave no choice of the FPR:
//!
//! FPR = p ÷ (1 − p) · (1 − PPV) ÷ PPV · (1 − FNR)
//!
//! for true positives are p · (1 − FNR) of all, false positives are (1 − PPV) ÷ PPV times as many, and the harmless are
//! 1 − p. So groups with different base rates cannot have the same FNR, PPV and FPR, unless no harmless person is penalised
//! at all, or nobody is. Source: Chouldechova 2017, “Fair prediction with disparate impact”, Big Data 5 (2), 153–163; also
//! Kleinberg, Mullainathan and Raghavan 2016 for scores. Example: with FNR ½ and PPV ¾, a group in which half did harm needs
//! an FPR of 1 ÷ 6, and one in which a fifth did needs 1 ÷ 24.

use super::Counts;

/// The false positive rate that follows from the others, between 0 and 1; `None` if there is none: a PPV of 0, a base rate
/// of 1, or more false positives than there are harmless people.
///
/// ```
/// use social_credit_lab::engine::society::measures::fairness::conflict::needed_fpr;
/// let near = |one: Option<f64>, other: f64| one.is_some_and(|one| (one - other).abs() < 1e-12);
/// assert!(near(needed_fpr(0.5, 0.5, 0.75), 1.0 / 6.0));
/// assert!(near(needed_fpr(0.2, 0.5, 0.75), 1.0 / 24.0));
/// assert_eq!(needed_fpr(0.9, 0.0, 0.5), None);
/// ```
pub fn needed_fpr(base_rate: f64, fnr: f64, ppv: f64) -> Option<f64> {
    let found = is_share(base_rate) && is_share(fnr) && is_share(ppv) && base_rate < 1.0 && ppv > 0.0;
    let fpr = base_rate / (1.0 - base_rate) * ((1.0 - ppv) / ppv) * (1.0 - fnr);
    (found && fpr <= 1.0).then_some(fpr)
}

/// The lowest predictive value that a group can have with an FNR: everybody harmless is penalised. `None` if nobody is.
pub fn lowest_ppv(base_rate: f64, fnr: f64) -> Option<f64> {
    let caught = base_rate * (1.0 - fnr);
    let all = caught + (1.0 - base_rate);
    (is_share(base_rate) && is_share(fnr) && all > 0.0).then(|| caught / all)
}

/// Whether some wished rates can hold in all groups at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// They can, for every group needs the same FPR, if any.
    Reachable,
    /// Each group can have the wished FNR and PPV, but each needs another FPR.
    FprsDiffer,
    /// Some group cannot have the wished FNR and PPV together, whatever its FPR.
    OutOfReach,
}

/// Groups that are wished the same FNR and PPV.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// For each group, the FPR that it needs.
    pub needed: Vec<Option<f64>>,
    /// The largest of them less the smallest, if every group has one.
    pub gap: Option<f64>,
    /// What can be said.
    pub joint: Joint,
}

/// What follows for the FPR of groups with these base rates, if all have the same FNR and PPV.
///
/// ```
/// use social_credit_lab::engine::society::measures::fairness::conflict::{Joint, wish};
/// assert_eq!(wish(&[0.5, 0.2], 0.5, 0.75).joint, Joint::FprsDiffer);
/// // Equal base rates, or no harmless person penalised: then nothing is in the way.
/// assert_eq!(wish(&[0.3, 0.3], 0.5, 0.75).joint, Joint::Reachable);
/// assert_eq!(wish(&[0.5, 0.2], 0.5, 1.0).joint, Joint::Reachable);
/// assert_eq!(wish(&[0.9, 0.2], 0.0, 0.5).joint, Joint::OutOfReach);
/// ```
pub fn wish(base_rates: &[f64], fnr: f64, ppv: f64) -> Wish {
    let needed: Vec<Option<f64>> = base_rates.iter().map(|it| needed_fpr(*it, fnr, ppv)).collect();
    let known: Option<Vec<f64>> = needed.iter().copied().collect();
    let ends = known.and_then(|it| Some((it.iter().copied().reduce(f64::min)?, it.iter().copied().reduce(f64::max)?)));
    let gap = ends.map(|(lowest, highest)| highest - lowest);
    let joint = match gap {
        Some(gap) if gap <= SAME => Joint::Reachable,
        Some(_) => Joint::FprsDiffer,
        None => Joint::OutOfReach,
    };
    Wish { needed, gap, joint }
}

/// As [`wish`], where the FNR and the PPV that all have are those of everybody together.
pub fn wish_of(parts: &[Counts]) -> Option<Wish> {
    let together = parts.iter().copied().reduce(Counts::and)?;
    let base_rates: Option<Vec<f64>> = parts.iter().map(Counts::base_rate).collect();
    Some(wish(&base_rates?, together.fnr()?, together.ppv()?))
}

/// Rates that differ by less than rounding are the same.
const SAME: f64 = 1e-9;

fn is_share(it: f64) -> bool {
    (0.0..=1.0).contains(&it)
}
