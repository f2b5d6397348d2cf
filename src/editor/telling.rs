//! When an edit is told to those who do not see it: once it has settled, and only if nobody told of it already.

/// What was edited since the last edit that was told.
#[derive(Clone, Debug)]
pub struct Telling<T> {
    before: Option<T>,
    /// Whether an edit before the last one was told by nobody.
    untold: bool,
    edited_ms: f64,
    told_ms: f64,
}

/// An edit has settled after so many milliseconds without another.
pub const SETTLED_MS: f64 = 1_000.0;
/// An announcement so close to an edit tells of that edit.
const TOGETHER_MS: f64 = 100.0;

impl<T> Default for Telling<T> {
    fn default() -> Self {
        Self { before: None, untold: false, edited_ms: f64::NEG_INFINITY, told_ms: f64::NEG_INFINITY }
    }
}

impl<T> Telling<T> {
    /// An edit was made to what stood `before`.
    pub fn edited(&mut self, before: T, now_ms: f64) {
        self.untold |= self.before.is_some() && !self.is_last_told();
        self.before.get_or_insert(before);
        self.edited_ms = now_ms;
    }

    /// Something was announced.
    pub fn told(&mut self, now_ms: f64) {
        self.told_ms = now_ms;
    }

    /// What stood before the edits that have settled, if they are still to be told.
    pub fn due(&mut self, now_ms: f64) -> Option<T> {
        // A clock that was put back settles nothing by itself; the next edit does.
        if self.before.is_none() || now_ms - self.edited_ms < SETTLED_MS {
            return None;
        }
        let untold = std::mem::take(&mut self.untold) || !self.is_last_told();
        self.before.take().filter(|_| untold)
    }

    fn is_last_told(&self) -> bool {
        (self.told_ms - self.edited_ms).abs() <= TOGETHER_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_told_once_it_has_settled() {
        let mut telling = Telling::default();
        assert_eq!(telling.due(0.0), None);
        for (number, at) in [(1, 0.0), (2, 300.0), (3, 900.0)] {
            telling.edited(number, at);
        }
        assert_eq!(telling.due(1_200.0), None, "the last edit is fresh");
        assert_eq!(telling.due(1_900.0), Some(1), "told from the first on");
        assert_eq!(telling.due(9_000.0), None, "and once");
    }

    #[test]
    fn an_edit_just_before_one_that_is_announced_is_told_too() {
        let mut telling = Telling::default();
        telling.edited("typed", 0.0);
        telling.edited("deleted", 600.0);
        telling.told(602.0);
        assert_eq!(telling.due(1_700.0), Some("typed"), "both, from the first on");
        telling.edited("deleted", 5_000.0);
        telling.told(5_001.0);
        telling.edited("deleted again", 5_600.0);
        telling.told(5_601.0);
        assert_eq!(telling.due(6_700.0), None, "each was announced");
    }

    #[test]
    fn what_was_announced_with_the_edit_is_not_told_again() {
        let mut telling = Telling::default();
        telling.edited("deleted", 500.0);
        telling.told(502.0);
        assert_eq!(telling.due(1_600.0), None);
        telling.told(2_000.0);
        telling.edited("announced first", 2_003.0);
        assert_eq!(telling.due(3_100.0), None);
        telling.edited("typed", 5_000.0);
        telling.told(5_400.0);
        assert_eq!(telling.due(6_000.0), Some("typed"), "what was announced later was something else");
    }
}
