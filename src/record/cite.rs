//! A statement as it is cited outside the lab.

use super::facts::{Facts, Source};
use super::when::When;
use crate::scenario::doc::Standing;

/// The parts of a citation. A language joins them; whatever is left out of a copy, the standing is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The id of the statement, for a link to it.
    pub id: &'a str,
    /// The statement.
    pub text: &'a str,
    /// How far it is backed.
    pub standing: Standing,
    /// For when its numbers hold.
    pub as_of: Option<When>,
    /// Where it comes from; none only if it is unverified.
    pub sources: Vec<&'a Source>,
    /// What to keep in mind with it.
    pub note: Option<&'a str>,
}

impl Facts {
    /// The citation of a statement.
    pub fn citation(&self, id: &str) -> Option<Citation<'_>> {
        let fact = self.fact(id)?;
        Some(Citation {
            id: &fact.id,
            text: &fact.text,
            standing: fact.standing,
            as_of: fact.as_of.as_deref().and_then(When::read),
            sources: self.sources_of(fact).collect(),
            note: fact.note.as_deref(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        serde_json::from_str(
            r#"{
              "sources": [
                { "id": "first", "text": "First", "url": "https://example.org/first" },
                { "id": "second", "text": "Second" }
              ],
              "topics": [{ "id": "topic", "title": "Topic", "summary": "." }],
              "facts": [
                { "id": "count", "topic": "topic", "text": "There were 3.", "standing": "reported",
                  "sources": ["second", "first"], "as_of": "2019-07-09", "note": "Purchases." },
                { "id": "rumour", "topic": "topic", "text": "It is said.", "standing": "unverified" }
              ]
            }"#,
        )
        .unwrap()
    }

    #[test]
    fn a_citation_has_all_that_stands_with_the_statement() {
        let facts = facts();
        let citation = facts.citation("count").unwrap();
        assert_eq!((citation.id, citation.text, citation.standing), ("count", "There were 3.", Standing::Reported));
        assert_eq!(citation.as_of, When::read("2019-07-09"));
        assert_eq!(citation.sources.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Second", "First"]);
        assert_eq!(citation.note, Some("Purchases."));
    }

    #[test]
    fn an_unverified_statement_is_cited_without_a_source() {
        let facts = facts();
        let citation = facts.citation("rumour").unwrap();
        assert!(citation.sources.is_empty() && citation.as_of.is_none() && citation.note.is_none());
        assert_eq!(citation.standing, Standing::Unverified);
        assert_eq!(facts.citation("gone"), None);
    }
}
