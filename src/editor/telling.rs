//! When an edit is told to those who do not see it: once it has settled, and only if nobody told of it already.

/// What was edited since the last edit that was told.
#[derive(Clone, Debug)]
pub struct Telling<T> {
    before: Option<T>,
    edited_ms: f64,
    told_ms: f64,
}

/// An edit has settled after so many milliseconds without another.
pub const SETTLED_MS: f64 = 1_000.0;
/// An announcement so close to an edit tells of that edit.
const TOGETHER_MS: f64 = 100.0;

impl<T> Default for Telling<T> {
    fn default() -> Self {
        Self { before: None, edited_ms: f64::NEG_INFINITY, told_ms: f64::NEG_INFINITY }
    }
}

impl<T> Telling<T> {
    /// An edit was made to what stood `before`.
    pub fn edited(&mut self, before: T, now_ms: f64) {
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
        let is_told = (self.told_ms - self.edited_ms).abs() <= TOGETHER_MS;
        self.before.take().filter(|_| !is_told)
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
