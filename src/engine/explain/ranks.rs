//! Two orders of the same subjects, pair by pair.

/// How two orders agree on the pairs of their members. Exact counts: the basis of Kendall's tau.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Pairs that both order in the same way.
    pub same: usize,
    /// Pairs that one orders in one way and the other in the other: Kendall's distance.
    pub swapped: usize,
    /// Pairs that at least one of them does not order.
    pub tied: usize,
}

impl Pairs {
    /// All pairs.
    pub const fn total(self) -> usize {
        self.same + self.swapped + self.tied
    }
}

/// Counts the pairs. Members stand at the same places; those beyond the shorter order are not counted.
pub fn pairs<T: Ord, U: Ord>(one: &[T], other: &[U]) -> Pairs {
    let mut pairs = Pairs::default();
    for (a, b) in all_pairs(one.len().min(other.len())) {
        match (one[a].cmp(&one[b]) as i8) * (other[a].cmp(&other[b]) as i8) {
            1 => pairs.same += 1,
            -1 => pairs.swapped += 1,
            _ => pairs.tied += 1,
        }
    }
    pairs
}

/// The pairs that are swapped, by their places.
pub fn swapped<T: Ord, U: Ord>(one: &[T], other: &[U]) -> Vec<(usize, usize)> {
    let is_swapped =
        |it: &(usize, usize)| (one[it.0].cmp(&one[it.1]) as i8) * (other[it.0].cmp(&other[it.1]) as i8) < 0;
    all_pairs(one.len().min(other.len())).filter(is_swapped).collect()
}

fn all_pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |a| (a + 1..n).map(move |b| (a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_counted_one_by_one() {
        for (one, other, expected) in [
            (vec![1, 2, 3], vec![10, 20, 30], Pairs { same: 3, swapped: 0, tied: 0 }),
            (vec![1, 2, 3], vec![3, 2, 1], Pairs { same: 0, swapped: 3, tied: 0 }),
            (vec![1, 2, 3, 4], vec![2, 1, 4, 3], Pairs { same: 4, swapped: 2, tied: 0 }),
            (vec![1, 1, 2], vec![1, 2, 2], Pairs { same: 1, swapped: 0, tied: 2 }),
            (vec![1], vec![1], Pairs::default()),
            (vec![], vec![], Pairs::default()),
        ] {
            assert_eq!(pairs(&one, &other), expected, "{one:?} {other:?}");
            assert_eq!(swapped(&one, &other).len(), expected.swapped);
        }
        assert_eq!(swapped(&[1, 2, 3], &[1, 3, 2]), [(1, 2)]);
    }

    #[test]
    fn it_does_not_matter_which_order_comes_first() {
        let (one, other) = ([3, 1, 4, 1, 5, 9, 2], [2, 7, 1, 8, 2, 8, 1]);
        assert_eq!(pairs(&one, &other), pairs(&other, &one));
        assert_eq!(pairs(&one, &other).total(), 21);
    }
}
