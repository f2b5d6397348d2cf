//! Who is better off under a reform, and who is worse off.
//!
//! The same people with the same luck live under both rulebooks (see [`super::super::pair`]). up, same, down = people who
//! end in a higher, the same, a lower band ÷ people; higher, lower = score at the end as a share of its scale; fewer, more =
//! months under a penalty, and months wrongly under one. Bands are compared by their place, so the shares of up and down
//! mean something only if both rulebooks have the same bands. Source: modelling choice. Example: of four people, one ends
//! a band higher, one two lower: up ¼, same ½, down ¼.

use super::part::ratio;
use crate::engine::society::Pair;
use crate::engine::society::pair::{Against, STEPS};

/// Shares of some people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Winners {
    /// How many people were compared.
    pub people: u64,
    /// End in a higher band.
    pub up: f64,
    /// End in the same band.
    pub same: f64,
    /// End in a lower band.
    pub down: f64,
    /// End with a higher share of the scale.
    pub higher: f64,
    /// End with a lower share of the scale.
    pub lower: f64,
    /// Spend fewer months under a penalty.
    pub fewer_penalties: f64,
    /// Spend more.
    pub more_penalties: f64,
    /// Spend fewer months wrongly under a penalty.
    pub fewer_wrong: f64,
    /// Spend more.
    pub more_wrong: f64,
}

/// Of some groups together; `None` if there is nobody.
pub fn of(pair: &Pair, groups: &[usize]) -> Option<Winners> {
    let steps = |up: isize| groups.iter().map(|it| pair.bands(*it, up)).sum::<u64>();
    let far = STEPS as isize;
    let (down, same, up): (u64, u64, u64) = ((-far..0).map(steps).sum(), steps(0), (1..=far).map(steps).sum());
    let people = down + same + up;
    let share = |count: u64| ratio(count, people);
    let against = |what: Against| share(groups.iter().map(|it| pair.against(*it, what)).sum());
    Some(Winners {
        people,
        up: share(up)?,
        same: share(same)?,
        down: share(down)?,
        higher: against(Against::Higher)?,
        lower: against(Against::Lower)?,
        fewer_penalties: against(Against::FewerPenalties)?,
        more_penalties: against(Against::MorePenalties)?,
        fewer_wrong: against(Against::FewerWrong)?,
        more_wrong: against(Against::MoreWrong)?,
    })
}

/// The share that moves by so many bands, from the most down to the most up; the outermost stand for all further ones.
pub fn steps(pair: &Pair, groups: &[usize]) -> Option<Vec<f64>> {
    let far = STEPS as isize;
    let count = |up: isize| groups.iter().map(|it| pair.bands(*it, up)).sum::<u64>();
    let all = (-far..=far).map(count).sum();
    (-far..=far).map(|up| ratio(count(up), all)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::society::pair::CHANGES;

    #[test]
    fn four_people() {
        // Down by two, the same twice, up by one; then higher, lower, and months.
        let mut counts = vec![0; CHANGES];
        counts[STEPS - 2] = 1;
        counts[STEPS] = 2;
        counts[STEPS + 1] = 1;
        counts.extend([2, 1, 1, 0, 0, 4]);
        let pair = Pair::from_counts(1, counts);
        let it = pair.as_ref().and_then(|it| of(it, &[0]));
        assert_eq!(it.map(|it| (it.people, it.up, it.same, it.down)), Some((4, 0.25, 0.5, 0.25)));
        assert_eq!(it.map(|it| (it.higher, it.lower, it.more_wrong)), Some((0.5, 0.25, 1.0)));
        let steps = pair.as_ref().and_then(|it| steps(it, &[0]));
        assert_eq!(steps, Some(vec![0.0, 0.25, 0.0, 0.5, 0.25, 0.0, 0.0]));
        assert_eq!(of(&Pair::new(1), &[0]), None);
    }
}
