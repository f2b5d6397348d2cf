//! Chances, shares and luck in integers.
//!
//! Luck is counter-based: a draw is a function of what it is for (seed, replicate, person, month, purpose) and of nothing
//! else. So two societies with different rules meet the same people and the same luck, and no draw depends on how many
//! others there were before it, in which order neighbourhoods run, or on which machine.

/// A probability in units of 2⁻³²; [`Chance::ALWAYS`] is as close to certain as that allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(pub u32);

impl Chance {
    /// Never.
    pub const NEVER: Self = Self(0);
    /// Always, but for one time in four thousand million.
    pub const ALWAYS: Self = Self(u32::MAX);

    /// `part` of `whole`, at most [`Chance::ALWAYS`]; never if `whole` is zero.
    pub const fn of(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::NEVER;
        }
        let scaled = ((part as u128) << 32) / whole as u128;
        Self(if scaled > u32::MAX as u128 { u32::MAX } else { scaled as u32 })
    }

    /// A share in thousandths.
    pub const fn per_mille(share: u32) -> Self {
        Self::of(share as u64, 1000)
    }

    /// So many times as likely, in thousandths, at most [`Chance::ALWAYS`].
    pub const fn times(self, factor: u32) -> Self {
        // Most factors change nothing, and a division is slow in a browser.
        if factor == 1000 {
            return self;
        }
        let scaled = self.0 as u64 * factor as u64 / 1000;
        Self(if scaled > u32::MAX as u64 { u32::MAX } else { scaled as u32 })
    }

    /// Whether it happens, given a draw.
    pub const fn happens(self, draw: u32) -> bool {
        draw < self.0
    }
}

/// What a draw is for. Each purpose has its own stream of luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// Which of some shares somebody belongs to: district, group.
    Belongs = 1,
    /// How much somebody differs from the others of the group.
    Differs,
    /// Whether somebody agreed to be scored.
    Consents,
    /// Whether somebody knows the rules.
    Knows,
    /// Whether an act happens.
    Acts,
    /// A value of an act.
    Value,
    /// Whether a source records an act.
    Records,
    /// Whether a source makes a wrong record out of nothing.
    Errs,
    /// What a wrong record is about.
    ErrsAbout,
    /// Whether a record lands in the wrong file.
    Mismatch,
    /// In whose file it lands.
    WrongFile,
    /// Whether somebody reports a neighbour.
    Reports,
    /// Which neighbour.
    ReportsWhom,
    /// Whether there was nothing to report.
    Invents,
    /// Whether a tie breaks.
    Breaks,
    /// Whether a reviewer catches a wrong record.
    Review,
    /// Whether somebody is told.
    Told,
    /// Whether somebody appeals.
    Appeals,
    /// Whether an appeal is won.
    Wins,
    /// Whether the office itself finds a wrong record.
    Finds,
    /// Who is a friend of a captured office.
    Friends,
    /// Whom a captured office punishes.
    Punishes,
}

/// The mixing step of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves about half of the output.
const fn mix(mut it: u64) -> u64 {
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}

/// The part of a draw that does not depend on whose luck it is.
pub const fn place(purpose: Purpose, month: u32, key: u64) -> u64 {
    let at = ((purpose as u64) << 56) ^ ((month as u64) << 40) ^ key.wrapping_mul(0xd6e8_feb8_6659_fd93);
    mix(at.wrapping_add(STRIDE))
}

const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The luck of one thing: a society, a neighbourhood, a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck(u64);

impl Luck {
    /// The luck of one replicate of a society.
    pub const fn new(seed: u64, replicate: u32) -> Self {
        Self(mix(mix(seed.wrapping_add(STRIDE)) ^ (replicate as u64 + 1).wrapping_mul(STRIDE)))
    }

    /// The luck of a part, by its number.
    pub const fn of(self, part: u64) -> Self {
        Self(mix(self.0 ^ part.wrapping_add(1).wrapping_mul(STRIDE)))
    }

    /// Sixty-four bits for a purpose, a month and a key (a source, a kind of act, a record).
    pub const fn bits(self, purpose: Purpose, month: u32, key: u64) -> u64 {
        self.at(place(purpose, month, key))
    }

    /// As [`Luck::bits`], with the half of the work that is the same for everybody done before, by [`place`].
    pub const fn at(self, place: u64) -> u64 {
        mix(self.0 ^ place)
    }

    /// Thirty-two bits, to be compared with a [`Chance`].
    pub const fn draw(self, purpose: Purpose, month: u32, key: u64) -> u32 {
        (self.bits(purpose, month, key) >> 32) as u32
    }

    /// A whole number from 0 to `n` − 1; 0 if `n` is 0.
    pub const fn below(self, purpose: Purpose, month: u32, key: u64, n: u32) -> u32 {
        ((self.draw(purpose, month, key) as u64 * n as u64) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_what_they_say() {
        for (chance, expected) in [
            (Chance::of(1, 2), 1 << 31),
            (Chance::of(0, 5), 0),
            (Chance::of(7, 5), u32::MAX),
            (Chance::of(1, 0), 0),
            (Chance::per_mille(250), 1 << 30),
            (Chance::per_mille(250).times(2000), 1 << 31),
            (Chance::per_mille(600).times(2000), u32::MAX),
        ] {
            assert_eq!(chance.0, expected);
        }
    }

    #[test]
    fn draws_are_spread_evenly() {
        let luck = Luck::new(1, 0).of(7);
        let chance = Chance::per_mille(300);
        let hits = (0..100_000).filter(|month| chance.happens(luck.draw(Purpose::Acts, *month, 5))).count();
        assert!((29_300..30_700).contains(&hits), "{hits}");
        let mut bins = [0; 10];
        for key in 0..100_000 {
            bins[luck.below(Purpose::Value, 3, key, 10) as usize] += 1;
        }
        assert!(bins.iter().all(|it| (9_600..10_400).contains(it)), "{bins:?}");
    }

    #[test]
    fn purposes_people_and_replicates_have_luck_of_their_own() {
        let draw = |seed, replicate, person, purpose| Luck::new(seed, replicate).of(person).bits(purpose, 4, 9);
        let mut all = vec![
            draw(1, 0, 0, Purpose::Acts),
            draw(2, 0, 0, Purpose::Acts),
            draw(1, 1, 0, Purpose::Acts),
            draw(1, 0, 1, Purpose::Acts),
            draw(1, 0, 0, Purpose::Value),
        ];
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 5);
    }
}
