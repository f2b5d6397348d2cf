//! What the counts mean.
//!
//! A [`Measure`] is one number for some people ([`Who`]) of one replicate; [`summarise`] makes three numbers of many
//! replicates, [`difference`] says whether two regimes can be told apart, and [`series()`] gives lines month by month. Each
//! file has the definition, the formula, the source and a worked example of its measures. Floats appear here and only here:
//! counts are whole numbers, and each measure is one division of two of them, or few.
//!
//! | file | measure | formula |
//! |---|---|---|
//! | [`penalised`] | `penalised` | person-months under a penalty ÷ person-months |
//! | | `ever-penalised` | people ever under a penalty ÷ people |
//! | [`wrongly`] | `wrongly-penalised` | person-months under a penalty, but not without wrong records ÷ person-months |
//! | | `wrongly-of-penalised` | the same ÷ person-months under a penalty |
//! | | `ever-wrongly-penalised` | people with such a month ÷ people |
//! | [`bands`] | `lowest-band`, `highest-band` | people in the band at the end ÷ people |
//! | [`score`] | `mean-score`, `median-score` | of scores at the end, in points |
//! | [`mobility`] | `persistence`, `upward`, `downward` | moves within, up, down ÷ moves from a year's end to the next |
//! | [`sticky`] | `sticky-floor` | in the lowest band at both year ends ÷ in it at the first |
//! | [`recovery`] | `recovery` | months within which half of the penalties had ended |
//! | | `not-recovered` | penalties not ended ÷ penalties |
//! | [`fairness`] | `base-rate` | (tp + fn) ÷ all |
//! | | `penalty-rate` | (tp + fp) ÷ all |
//! | | `false-positives` | fp ÷ (fp + tn) |
//! | | `false-negatives` | fn ÷ (tp + fn) |
//! | | `predictive-value` | tp ÷ (tp + fp) |
//! | | `accuracy` | (tp + tn) ÷ all |
//! | | `penalty-gap`, `false-positive-gap`, `false-negative-gap`, `predictive-value-gap` | highest less lowest of the groups |
//! | | `penalty-ratio` | lowest penalty rate ÷ highest |
//! | | `spared-ratio` | lowest share without a penalty ÷ highest; four-fifths rule |
//! | [`chilling`] | `chilling`, `forgone-…` | acts forgone ÷ (done + forgone − added), by nature |
//! | [`incentive`] | `for-points`, `added-…` | acts added ÷ acts done, by nature |
//! | [`diversity`] | `diversity`, `diversity-change` | 1 − Σ p² over acts; with less without the system |
//! | [`reports`] | `true-reports`, `false-reports`, `broken-ties` | count × 12,000 ÷ (persons × months) |
//! | | `isolated` | persons without a tie ÷ persons |
//! | [`exposure`] | `records-held`, `sources-joined` | records entered, sources joined ÷ people |
//! | | `unique` | people alone with what can be seen of them ÷ people |
//! | | `exposed`, `exposed-records` | people, 1,000 × records taken in leaks ÷ people |
//! | [`gini`] | `gini-scores`, `gini-benefits` | Σ Σ ∣x − y∣ ÷ (2 n Σ x) |
//! | [`lives`] | `wrong-records` | wrong records × 12,000 ÷ (people × months) |
//! | | `wrong-share` | wrong records ÷ records |
//! | [`appeals`] | `told`, `appealed` | of wrong records that cost something |
//! | | `heard`, `success` | decided ÷ appeals; struck out ÷ decided |
//! | | `wait` | median months from appeal to decision |
//! | | `never-corrected` | never corrected ÷ wrong records that cost something |
//! | | `queue` | 1,000 × appeals waiting at the end ÷ people |
//!
//! Not one number each: the shares of all bands ([`bands::shares`]), the distribution of scores
//! ([`score::distribution`]), the matrix of [`mobility::Matrix`], the conflict of fairness
//! ([`fairness::conflict`]), the funnel of [`lives::Funnel`], and winners and losers of a reform ([`winners`]).

pub mod appeals;
pub mod bands;
pub mod chilling;
pub mod diversity;
pub mod exposure;
pub mod fairness;
pub mod gini;
pub mod incentive;
pub mod lives;
mod measure;
pub mod mobility;
mod part;
pub mod penalised;
pub mod recovery;
pub mod reports;
pub mod score;
pub mod series;
pub mod sticky;
mod summary;
pub mod winners;
pub mod wrongly;

pub use measure::{Measure, Unit};
pub use part::{Part, Who, quantile, quantile_of, ratio};
pub use series::{Line, series};
pub use summary::{Difference, ENOUGH, Summary, Verdict, compare, difference, over, summarise};

/// Small tallies for worked examples.
#[cfg(test)]
mod testing;
