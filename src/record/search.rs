//! Which statements a reader looks for.

use std::collections::BTreeSet;

use super::facts::{Fact, Facts};
use crate::scenario::doc::{Mechanism, Standing};

/// What a reader looks for. What is empty admits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all have to occur, in any order: in the statement, its note, its sources or the heading above it.
    pub words: String,
    /// How the statement is backed.
    pub standings: BTreeSet<Standing>,
    /// What it is about, by the id of the topic.
    pub topic: Option<String>,
    /// The mechanism it is about.
    pub mechanism: Option<Mechanism>,
}

impl Filter {
    /// Whether it admits everything.
    pub fn is_open(&self) -> bool {
        self.words.trim().is_empty() && self.standings.is_empty() && self.topic.is_none() && self.mechanism.is_none()
    }
}

impl Facts {
    /// The statements that a filter admits, in the order of the topics and within each in that of the file.
    pub fn found(&self, filter: &Filter) -> Vec<&Fact> {
        let folded = folded(&filter.words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let admitted = |it: &&Fact| {
            (filter.standings.is_empty() || filter.standings.contains(&it.standing))
                && filter.mechanism.is_none_or(|mechanism| it.mechanism == Some(mechanism))
                && (words.is_empty() || self.says(it, &words))
        };
        let topics = self.topics.iter().filter(|it| filter.topic.as_ref().is_none_or(|topic| *topic == it.id));
        topics.flat_map(|topic| self.facts.iter().filter(|it| it.topic == topic.id).filter(admitted)).collect()
    }

    /// Whether all of these folded words occur in a statement or in what stands with it.
    fn says(&self, fact: &Fact, words: &[&str]) -> bool {
        let mut all = fact.text.clone();
        let title = self.topic(&fact.topic).map(|it| it.title.as_str());
        let sources = self.sources_of(fact).map(|it| it.text.as_str());
        for more in fact.note.as_deref().into_iter().chain(title).chain(sources) {
            all.push(' ');
            all.push_str(more);
        }
        let all = folded(&all);
        words.iter().all(|it| all.contains(it))
    }
}

/// A text as it is compared: in small letters, with plain quotes and spaces, and numbers without commas, so that
/// `1430` finds “1,430”.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(it) = rest.next() {
        let between_digits = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        match it {
            ',' if between_digits => {}
            '’' | '‘' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            '\u{a0}' | '\u{202f}' => folded.push(' '),
            it => folded.extend(it.to_lowercase()),
        }
        before = it;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        serde_json::from_str(
            r#"{
              "sources": [{ "id": "paper", "text": "The Paper, 4 March 2019" }],
              "topics": [
                { "id": "dogs", "title": "Licences of dogs", "summary": "." },
                { "id": "courts", "title": "Courts", "summary": "." }
              ],
              "facts": [
                { "id": "list", "topic": "courts", "mechanism": "list", "text": "The court’s list has names.",
                  "standing": "documented", "sources": ["paper"] },
                { "id": "owners", "topic": "dogs", "mechanism": "score", "text": "1,430 owners lost points.",
                  "standing": "reported", "sources": ["paper"], "note": "Up to August." },
                { "id": "rumour", "topic": "dogs", "text": "It is said that cats are next.", "standing": "unverified" }
              ]
            }"#,
        )
        .unwrap()
    }

    fn found(filter: &Filter) -> Vec<String> {
        facts().found(filter).iter().map(|it| it.id.clone()).collect()
    }

    fn by_words(words: &str) -> Vec<String> {
        found(&Filter { words: words.to_owned(), ..Filter::default() })
    }

    #[test]
    fn an_open_filter_admits_all_in_the_order_of_topics() {
        assert!(Filter::default().is_open());
        assert_eq!(found(&Filter::default()), ["owners", "rumour", "list"]);
        assert_eq!(by_words("  "), ["owners", "rumour", "list"]);
    }

    #[test]
    fn every_word_has_to_occur_somewhere() {
        assert_eq!(by_words("OWNERS points"), ["owners"]);
        assert_eq!(by_words("owners cats"), [""; 0]);
        assert_eq!(by_words("august"), ["owners"], "in the note");
        assert_eq!(by_words("march 2019"), ["owners", "list"], "in the source");
        assert_eq!(by_words("licences"), ["owners", "rumour"], "in the heading");
    }

    #[test]
    fn quotes_and_commas_do_not_matter() {
        assert_eq!(by_words("court's"), ["list"]);
        assert_eq!(by_words("1430"), ["owners"]);
        assert_eq!(by_words("1,430"), ["owners"]);
        assert_eq!(by_words("owners, points"), [""; 0], "a comma between words is looked for");
    }

    #[test]
    fn standing_topic_and_mechanism_narrow() {
        let standings = BTreeSet::from([Standing::Unverified, Standing::Documented]);
        assert_eq!(found(&Filter { standings, ..Filter::default() }), ["rumour", "list"]);
        assert_eq!(found(&Filter { topic: Some("dogs".into()), ..Filter::default() }), ["owners", "rumour"]);
        assert_eq!(found(&Filter { mechanism: Some(Mechanism::Score), ..Filter::default() }), ["owners"]);
        assert_eq!(found(&Filter { topic: Some("gone".into()), ..Filter::default() }), [""; 0]);
    }
}
