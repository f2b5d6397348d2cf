//! The numbers of a rule that can be edited where they are read.

use super::cond;
use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::bounds::SHARE;
use crate::scenario::doc::{Cond, PointsEffect, Repeat, RepeatStep, Rule};

/// Which number of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The points.
    Amount,
    /// The size of a unit, where points are per unit.
    Unit,
    /// The points of a further time: 0 is the second.
    Step(usize),
    /// The months that further times look back.
    Within,
    /// The months until the points end.
    Months,
    /// The share of associates, in per cent.
    Share,
    /// The least that an official may choose.
    RangeLow,
    /// The most that an official may choose.
    RangeHigh,
    /// The most points in a period.
    LimitPoints,
    /// The most times in a period.
    LimitTimes,
    /// The months of the ceiling.
    CeilingMonths,
    /// The months of a listing.
    ListingMonths(usize),
    /// The number in a test, by the test's place in the tree.
    Test(Vec<usize>),
}

/// The number at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Points given or taken: the sign is written.
    Signed(Points),
    /// A decimal number.
    Plain(Points),
    /// A whole number that counts something.
    Count(u32),
}

impl Figure {
    /// The number as a decimal.
    pub fn decimal(self) -> Points {
        match self {
            Self::Signed(it) | Self::Plain(it) => it,
            Self::Count(it) => Points::whole(i64::from(it)),
        }
    }
}

impl Place {
    /// Where diagnostics find it, below the rule.
    pub fn path(&self, rule: &Rule) -> String {
        match self {
            Self::Amount => "points/amount".to_owned(),
            Self::Unit => "points/per/unit".to_owned(),
            Self::Step(at) => format!("points/repeat/then/{at}"),
            Self::Within => "points/repeat/within".to_owned(),
            Self::Months => "points/months".to_owned(),
            Self::Share => "points/spill/share".to_owned(),
            Self::RangeLow | Self::RangeHigh => "points/range".to_owned(),
            Self::LimitPoints => "limit/points".to_owned(),
            Self::LimitTimes => "limit/times".to_owned(),
            Self::CeilingMonths => "ceiling/months".to_owned(),
            Self::ListingMonths(at) => format!("listings/{at}/months"),
            Self::Test(at) => {
                let path = rule.when.as_ref().map(|it| cond::path(it, at)).unwrap_or_default();
                format!("{path}/number/value")
            }
        }
    }

    /// The number there, if the rule has one.
    pub fn read(&self, rule: &Rule) -> Option<Figure> {
        let points = rule.points.as_ref();
        Some(match self {
            Self::Amount => Figure::Signed(points?.amount.0),
            Self::Unit => Figure::Plain(points?.per.as_ref()?.unit.0),
            Self::Step(at) => match points?.repeat.as_ref()?.then.get(*at)? {
                RepeatStep::Points(it) => Figure::Signed(it.0),
                RepeatStep::Everything(_) => return None,
            },
            Self::Within => Figure::Count(points?.repeat.as_ref()?.within?),
            Self::Months => Figure::Count(points?.months?),
            Self::Share => {
                let thousandths = i64::from(points?.spill.as_ref()?.share);
                Figure::Plain(Points::from_thousandths(thousandths * 100))
            }
            Self::RangeLow => Figure::Signed(points?.range?.0.0),
            Self::RangeHigh => Figure::Signed(points?.range?.1.0),
            Self::LimitPoints => Figure::Plain(rule.limit.as_ref()?.points?.0),
            Self::LimitTimes => Figure::Count(rule.limit.as_ref()?.times?),
            Self::CeilingMonths => Figure::Count(rule.ceiling.as_ref()?.months?),
            Self::ListingMonths(at) => Figure::Count(rule.listings.get(*at)?.months?),
            Self::Test(at) => match cond::bare(cond::find(rule.when.as_ref()?, at)?).0 {
                Cond::Number { value, .. } => Figure::Plain(value.0),
                _ => return None,
            },
        })
    }

    /// Puts another number there. Does nothing where the rule has none.
    pub fn write(&self, rule: &mut Rule, figure: Figure) {
        self.put(rule, figure);
    }

    fn put(&self, rule: &mut Rule, figure: Figure) -> Option<()> {
        let decimal = Decimal(figure.decimal());
        let count = match figure {
            Figure::Count(it) => it,
            Figure::Signed(it) | Figure::Plain(it) => u32::try_from(it.thousandths() / 1000).unwrap_or_default(),
        };
        let points = rule.points.as_mut();
        let within = |points: Option<&mut PointsEffect>| -> Option<()> {
            let repeat: &mut Repeat = points?.repeat.as_mut()?;
            repeat.within = Some(count);
            Some(())
        };
        match self {
            Self::Amount => points?.amount = decimal,
            Self::Unit => points?.per.as_mut()?.unit = decimal,
            Self::Step(at) => *points?.repeat.as_mut()?.then.get_mut(*at)? = RepeatStep::Points(decimal),
            Self::Within => return within(points),
            Self::Months => points?.months = Some(count),
            Self::Share => {
                let share = decimal.0.thousandths().clamp(0, 100_000) / 100;
                points?.spill.as_mut()?.share = u32::try_from(share).unwrap_or(SHARE);
            }
            Self::RangeLow => points?.range.as_mut()?.0 = decimal,
            Self::RangeHigh => points?.range.as_mut()?.1 = decimal,
            Self::LimitPoints => rule.limit.as_mut()?.points = Some(decimal),
            Self::LimitTimes => rule.limit.as_mut()?.times = Some(count),
            Self::CeilingMonths => rule.ceiling.as_mut()?.months = Some(count),
            Self::ListingMonths(at) => rule.listings.get_mut(*at)?.months = Some(count),
            Self::Test(at) => cond::set_number(rule.when.as_mut()?, at, decimal),
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> Rule {
        serde_json::from_str(
            r#"{"id":"a","kind":"k","standing":"invented",
                "when":{"all":[{"subject":"person"},{"not":{"any":[{"number":{"field":"f","is":"at-least","value":5}}]}}]},
                "points":{"amount":-4,"repeat":{"then":[-6,"all"],"within":24},"months":12,
                          "per":{"field":"f","unit":100},"spill":{"share":333,"to":["household"]},"range":[-9,-1]},
                "ceiling":{"band":"C","months":24},"listings":[{"list":"l","months":7}],
                "limit":{"per":"year","points":20,"times":2}}"#,
        )
        .unwrap()
    }

    #[test]
    fn what_is_written_is_read_at_the_path_of_the_document() {
        let (signed, plain) = (|it| Figure::Signed(Points::whole(it)), |it| Figure::Plain(Points::whole(it)));
        let thirds = Figure::Plain(Points::from_thousandths(33_300));
        let count = Figure::Count;
        for (place, path, before, after) in [
            (Place::Amount, "/points/amount", signed(-4), signed(7)),
            (Place::Unit, "/points/per/unit", plain(100), plain(50)),
            (Place::Step(0), "/points/repeat/then/0", signed(-6), signed(-8)),
            (Place::Within, "/points/repeat/within", count(24), count(1)),
            (Place::Months, "/points/months", count(12), count(0)),
            (Place::Share, "/points/spill/share", thirds, plain(50)),
            (Place::RangeLow, "/points/range/0", signed(-9), signed(-10)),
            (Place::RangeHigh, "/points/range/1", signed(-1), signed(3)),
            (Place::LimitPoints, "/limit/points", plain(20), plain(-1)),
            (Place::LimitTimes, "/limit/times", count(2), count(3)),
            (Place::CeilingMonths, "/ceiling/months", count(24), count(6)),
            (Place::ListingMonths(0), "/listings/0/months", count(7), count(8)),
            (Place::Test(vec![1, 0]), "/when/all/1/not/any/0/number/value", plain(5), plain(6)),
        ] {
            let mut rule = rule();
            assert_eq!(place.read(&rule), Some(before), "{place:?}");
            place.write(&mut rule, after);
            assert_eq!(place.read(&rule), Some(after), "{place:?}");
            let json = serde_json::to_value(&rule).unwrap();
            let old = serde_json::to_value(self::rule()).unwrap();
            assert_ne!(json.pointer(path), old.pointer(path), "{place:?}");
            let diagnosed = format!("/{}", place.path(&rule));
            assert!(path.starts_with(&diagnosed), "{diagnosed} is not {path}");
        }
    }

    #[test]
    fn places_that_a_rule_lacks_are_left_alone() {
        let bare: Rule = serde_json::from_str(r#"{"id":"a","kind":"k","standing":"invented"}"#).unwrap();
        for place in [Place::Amount, Place::Step(3), Place::Test(vec![0]), Place::ListingMonths(1), Place::LimitTimes] {
            let mut rule = bare.clone();
            place.write(&mut rule, Figure::Count(1));
            assert_eq!((place.read(&rule), &rule), (None, &bare));
        }
    }
}
