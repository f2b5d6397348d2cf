//! Shapley values: what each of several players brings, averaged over all orders in which they could come.
//!
//! Up to [`EXACT`] players every set of them is tried, and the values are exact fractions. Above that, orders are drawn
//! by a counter-based hash, each with its reverse, so the same question has the same answer everywhere.
//!
//! Everything is an integer. The values are fractions with one denominator; [`Values::shares`] rounds them to
//! thousandths so that they still add up to the whole: each is rounded down, and the thousandths that are left over go
//! to those that lost most by it, one each, the earlier player first where two lost the same.

use crate::engine::Points;

/// Up to so many players, every set of them is tried.
pub const EXACT: usize = 12;
/// The seed of the drawn orders: any number, but always the same.
const SEED: u64 = 2014;
/// About so many events may be looked at in all while orders are drawn. A modelling choice: one or two seconds.
const WORK: usize = 4_000_000;
/// The fewest and the most pairs of orders that are drawn.
const PAIRS: (usize, usize) = (4, 500);

/// A game: what a set of players is worth.
pub trait Game {
    /// The worth in thousandths when exactly these players are there.
    fn worth(&mut self, present: &[bool]) -> i64;
}

/// A computation that can be interrupted after each set of players.
#[derive(Clone, Debug)]
pub struct Shapley {
    n: usize,
    present: Vec<bool>,
    done: usize,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    /// The worth of each set, by its members as bits.
    Exact(Vec<i64>),
    Sampled(Sample),
}

#[derive(Clone, Debug)]
struct Sample {
    pairs: usize,
    /// The worth of nobody, of all, and of all but each.
    nobody: i64,
    all: i64,
    all_but: Vec<i64>,
    order: Vec<usize>,
    before: i64,
    /// What each player brought in the pair of orders that is being walked.
    pair: Vec<i128>,
    sums: Vec<i128>,
    squares: Vec<i128>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The worth of nobody.
    pub nobody: i64,
    /// The worth of all.
    pub all: i64,
    /// For each player, the worth of all less that of all others.
    pub alone: Vec<i64>,
    /// For each player, the numerator of its value.
    pub numerators: Vec<i128>,
    /// The denominator of all values.
    pub denominator: i128,
    /// How many orders were drawn, and the largest standard error in thousandths; none if every set was tried.
    pub sampled: Option<(u32, i64)>,
}

impl Shapley {
    /// Begins with `n` players. `size` is how much each computation of a worth looks at.
    pub fn new(n: usize, size: usize) -> Self {
        let way = if n <= EXACT {
            Way::Exact(Vec::with_capacity(1 << n))
        } else {
            let pairs = (WORK / (2 * n * size.max(1))).clamp(PAIRS.0, PAIRS.1);
            Way::Sampled(Sample {
                pairs,
                nobody: 0,
                all: 0,
                all_but: Vec::with_capacity(n),
                order: Vec::new(),
                before: 0,
                pair: vec![0; n],
                sums: vec![0; n],
                squares: vec![0; n],
            })
        };
        Self { n, present: vec![false; n], done: 0, way }
    }

    /// How many worths were computed, of how many.
    pub const fn progress(&self) -> (usize, usize) {
        let total = match &self.way {
            Way::Exact(_) => 1 << self.n,
            Way::Sampled(it) => 2 + self.n + it.pairs * 2 * self.n,
        };
        (self.done, total)
    }

    /// Computes one more worth. Answers with the values once all are known.
    pub fn step(&mut self, game: &mut impl Game) -> Option<Values> {
        let (done, total) = self.progress();
        if done < total {
            match &mut self.way {
                Way::Exact(worths) => {
                    for (at, it) in self.present.iter_mut().enumerate() {
                        *it = done & (1 << at) != 0;
                    }
                    worths.push(game.worth(&self.present));
                }
                Way::Sampled(it) => it.go_on(done, &mut self.present, game),
            }
            self.done += 1;
        }
        (self.done == total).then(|| match &self.way {
            Way::Exact(worths) => exact(self.n, worths),
            Way::Sampled(it) => it.values(),
        })
    }
}

/// The values of all players from the worth of every set.
fn exact(n: usize, worths: &[i64]) -> Values {
    let whole = worths.len() - 1;
    let factorial = |it: usize| (1..=it as i128).product::<i128>();
    // So many orders have exactly these players before a given one.
    let orders: Vec<i128> = (0..n).map(|before| factorial(before) * factorial(n - 1 - before)).collect();
    let mut numerators = vec![0_i128; n];
    for set in 0..worths.len() {
        for (at, sum) in numerators.iter_mut().enumerate().filter(|it| set & (1 << it.0) == 0) {
            let brings = i128::from(worths[set | (1 << at)]) - i128::from(worths[set]);
            *sum += orders[set.count_ones() as usize] * brings;
        }
    }
    let alone = (0..n).map(|it| worths[whole] - worths[whole & !(1 << it)]).collect();
    Values { nobody: worths[0], all: worths[whole], alone, numerators, denominator: factorial(n), sampled: None }
}

impl Sample {
    fn go_on(&mut self, done: usize, present: &mut [bool], game: &mut impl Game) {
        let n = present.len();
        match done {
            0 => self.nobody = game.worth(present),
            1 => {
                present.fill(true);
                self.all = game.worth(present);
            }
            _ if done < n + 2 => {
                present[done - 2] = false;
                self.all_but.push(game.worth(present));
                present[done - 2] = true;
            }
            _ => self.walk(done - n - 2, present, game),
        }
    }

    /// Lets the next player of an order come.
    fn walk(&mut self, done: usize, present: &mut [bool], game: &mut impl Game) {
        let n = present.len();
        let (order, place) = (done / n, done % n);
        if place == 0 {
            present.fill(false);
            self.before = self.nobody;
            if order.is_multiple_of(2) {
                self.order = shuffled(n, (order / 2) as u64);
            } else {
                self.order.reverse();
            }
        }
        let player = self.order[place];
        present[player] = true;
        // With the last one everybody is there, and that worth is known.
        let worth = if place + 1 == n { self.all } else { game.worth(present) };
        self.pair[player] += i128::from(worth) - i128::from(self.before);
        self.before = worth;
        if place + 1 == n && order % 2 == 1 {
            for (at, it) in self.pair.iter_mut().enumerate() {
                let brought = std::mem::take(it);
                self.sums[at] += brought;
                self.squares[at] += brought * brought;
            }
        }
    }

    fn values(&self) -> Values {
        let pairs = self.pairs as i128;
        // The variance of the mean of the pairs, each the sum of two orders, in square thousandths.
        let variance = |at: usize| {
            let spread = pairs * self.squares[at] - self.sums[at] * self.sums[at];
            let parts = 4 * pairs * pairs * (pairs - 1);
            (spread + parts - 1) / parts
        };
        let largest = (0..self.sums.len()).map(variance).max().unwrap_or_default();
        Values {
            nobody: self.nobody,
            all: self.all,
            alone: self.all_but.iter().map(|it| self.all - it).collect(),
            numerators: self.sums.clone(),
            denominator: 2 * pairs,
            sampled: Some((u32::try_from(2 * self.pairs).unwrap_or(u32::MAX), root_up(largest))),
        }
    }
}

impl Values {
    /// The values in thousandths, which add up to the worth of all less that of nobody. How they are rounded is said at
    /// the beginning of this file.
    pub fn shares(&self) -> Vec<Points> {
        let rest = |at: &usize| self.numerators[*at].rem_euclid(self.denominator);
        let mut shares: Vec<i128> = self.numerators.iter().map(|it| it.div_euclid(self.denominator)).collect();
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by_key(|it| std::cmp::Reverse(rest(it)));
        let left = i128::from(self.all) - i128::from(self.nobody) - shares.iter().sum::<i128>();
        for at in order.into_iter().take(usize::try_from(left).unwrap_or_default()) {
            shares[at] += 1;
        }
        shares.into_iter().map(|it| Points::from_thousandths(i64::try_from(it).unwrap_or_default())).collect()
    }
}

/// The players in an order that is drawn by its number.
fn shuffled(n: usize, number: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    for last in (1..n).rev() {
        let drawn = u128::from(hash(SEED, number, last as u64)) * (last as u128 + 1);
        order.swap(last, usize::try_from(drawn >> 64).unwrap_or_default());
    }
    order
}

/// A number drawn by three numbers: `SplitMix64` over each in turn.
fn hash(seed: u64, number: u64, place: u64) -> u64 {
    [seed, number, place].into_iter().fold(0, |state: u64, it| {
        let mut it = (state ^ it).wrapping_add(0x9e37_79b9_7f4a_7c15);
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    })
}

/// The smallest whole number whose square is not less.
fn root_up(square: i128) -> i64 {
    let root = square.max(0).isqrt();
    let up = if root * root < square { root + 1 } else { root };
    i64::try_from(up).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A game in which each player is worth its own number, and some number more when all are there.
    struct Sum(Vec<i64>, i64);

    impl Game for Sum {
        fn worth(&mut self, present: &[bool]) -> i64 {
            let own: i64 = self.0.iter().zip(present).filter(|it| *it.1).map(|it| it.0).sum();
            own + if present.iter().all(|it| *it) { self.1 } else { 0 }
        }
    }

    fn values(mut game: Sum) -> Values {
        let mut it = Shapley::new(game.0.len(), 1);
        loop {
            if let Some(values) = it.step(&mut game) {
                assert_eq!(it.progress().0, it.progress().1);
                return values;
            }
        }
    }

    fn thousandths(shares: &[Points]) -> Vec<i64> {
        shares.iter().map(|it| it.thousandths()).collect()
    }

    #[test]
    fn what_is_left_over_goes_to_those_that_lost_most() {
        let it = values(Sum(vec![10, 20, -30], 5));
        assert_eq!((it.nobody, it.all, &*it.alone), (0, 5, &[15, 25, -25][..]));
        assert_eq!(thousandths(&it.shares()), [12, 22, -29]);
    }

    #[test]
    fn nobody_gets_nothing() {
        let it = values(Sum(vec![], 0));
        assert_eq!((it.shares(), it.denominator), (vec![], 1));
    }

    #[test]
    fn orders_are_drawn_with_their_reverse_and_the_error_is_told() {
        let plain = values(Sum((0..20).collect(), 0));
        assert_eq!(thousandths(&plain.shares()), (0..20).collect::<Vec<i64>>());
        assert_eq!(plain.sampled, Some((1000, 0)));
        let together = values(Sum(vec![0; 20], 40_000));
        assert_eq!(together.shares().into_iter().sum::<Points>(), Points::whole(40));
        let (_, error) = together.sampled.unwrap();
        assert!((100..400).contains(&error), "{error}");
        for share in thousandths(&together.shares()) {
            assert!((share - 2000).abs() < 5 * error, "{share} ± {error}");
        }
    }

    #[test]
    fn orders_are_orders() {
        let mut firsts = [0; 7];
        for number in 0..700 {
            let mut order = shuffled(7, number);
            firsts[order[0]] += 1;
            order.sort_unstable();
            assert_eq!(order, [0, 1, 2, 3, 4, 5, 6]);
        }
        assert!(firsts.iter().all(|it| (60..140).contains(it)), "{firsts:?}");
    }

    #[test]
    fn roots_are_rounded_up() {
        for (square, root) in [(0, 0), (1, 1), (2, 2), (4, 2), (5, 3), (1_000_001, 1001)] {
            assert_eq!(root_up(square), root);
        }
    }
}
