//! Whether another tab has the same draft open: tabs ask each other, and answer. A tab that is gone, or was loaded anew,
//! answers nothing, so there is no false alarm.

/// So long, in milliseconds, a tab waits for answers.
pub const PATIENCE_MS: u32 = 400;

/// What one tab knows of the others.
#[derive(Clone, Debug)]
pub struct Tabs {
    /// The name of this tab: no other has it, and it holds no space.
    me: String,
    draft: Option<String>,
    heard: bool,
    other: bool,
}

impl Tabs {
    /// A tab that has not heard of any other.
    pub const fn new(me: String) -> Self {
        Self { me, draft: None, heard: false, other: false }
    }

    /// Whether another tab has the open draft open too.
    pub const fn is_elsewhere(&self) -> bool {
        self.other
    }

    /// Another draft is open here, or none. Answers with what the other tabs are told.
    pub fn opens(&mut self, draft: Option<String>) -> Vec<String> {
        if draft == self.draft {
            return Vec::new();
        }
        let leaves = self.leaves();
        self.draft = draft;
        self.other = false;
        leaves.into_iter().chain(self.asks()).collect()
    }

    /// What the other tabs are told when this one goes.
    pub fn leaves(&self) -> Option<String> {
        self.draft.as_ref().map(|it| format!("leaves {} {it}", self.me))
    }

    /// Asks who has the draft open. When [`PATIENCE_MS`] are over, [`Tabs::waited`].
    pub fn asks(&mut self) -> Option<String> {
        self.heard = false;
        self.draft.as_ref().map(|it| format!("asks {} {it}", self.me))
    }

    /// Nobody answers any more.
    pub const fn waited(&mut self) {
        self.other = self.heard;
    }

    /// Takes in what another tab says. Answers with what the others are told then.
    pub fn hears(&mut self, words: &str) -> Option<String> {
        let mut parts = words.splitn(3, ' ');
        let (sort, name, draft) = (parts.next()?, parts.next()?, parts.next()?);
        if self.draft.as_deref() != Some(draft) || (name == self.me) != (sort == "has") {
            return None;
        }
        match sort {
            "asks" => {
                (self.heard, self.other) = (true, true);
                Some(format!("has {name} {draft}"))
            }
            "has" => {
                (self.heard, self.other) = (true, true);
                None
            }
            // Perhaps a third one has it too.
            "leaves" => self.asks(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tabs that hear each other, without those that were closed.
    struct Browser(Vec<Tabs>);

    impl Browser {
        fn tell(&mut self, from: usize, words: impl IntoIterator<Item = String>) {
            let mut waiting: Vec<(usize, String)> = words.into_iter().map(|it| (from, it)).collect();
            while let Some((from, words)) = waiting.pop() {
                for at in (0..self.0.len()).filter(|it| *it != from) {
                    waiting.extend(self.0[at].hears(&words).map(|it| (at, it)));
                }
            }
            self.0.iter_mut().for_each(Tabs::waited);
        }

        fn open(&mut self, at: usize, draft: Option<&str>) {
            let words = self.0[at].opens(draft.map(str::to_owned));
            self.tell(at, words);
        }

        fn told(&self) -> Vec<bool> {
            self.0.iter().map(Tabs::is_elsewhere).collect()
        }
    }

    #[test]
    fn who_opens_a_draft_that_is_open_elsewhere_is_told_at_once_and_so_is_the_other() {
        let mut browser = Browser((0..3).map(|it| Tabs::new(format!("tab{it}"))).collect());
        browser.open(0, Some("a draft"));
        browser.open(1, Some("another"));
        assert_eq!(browser.told(), [false; 3]);
        browser.open(1, Some("a draft"));
        assert_eq!(browser.told(), [true, true, false]);
        browser.open(2, Some("a draft"));
        assert_eq!(browser.told(), [true; 3]);
        browser.open(1, None);
        assert_eq!(browser.told(), [true, false, true], "the third one has it still");
        browser.open(2, Some("its own now"));
        assert_eq!(browser.told(), [false; 3]);
    }

    #[test]
    fn a_tab_that_is_gone_is_no_alarm() {
        let mut browser = Browser(vec![Tabs::new("old".into()), Tabs::new("new".into())]);
        browser.open(0, Some("d"));
        // Loaded anew: the page of before is not there any more.
        browser.0.remove(0);
        browser.open(0, Some("d"));
        assert_eq!(browser.told(), [false]);
        // Another one came and was ended without a word: whoever asks again knows.
        browser.0.push(Tabs::new("third".into()));
        browser.open(1, Some("d"));
        browser.0.pop();
        assert_eq!(browser.told(), [true]);
        let words = browser.0[0].asks();
        browser.tell(0, words);
        assert_eq!(browser.told(), [false]);
    }

    #[test]
    fn what_is_not_meant_is_passed_by() {
        let mut tab = Tabs::new("me".into());
        tab.opens(Some("d".into()));
        for words in ["", "asks", "asks x", "asks me d", "has x d", "has me other", "shouts x d", "asks  d"] {
            assert_eq!(tab.hears(words).filter(|_| words != "asks  d"), None, "{words}");
        }
        let mut none = Tabs::new("me".into());
        assert_eq!((none.opens(None).len(), none.leaves(), none.hears("asks x ")), (0, None, None));
    }
}
