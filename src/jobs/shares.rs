//! What each event, or each rule, contributed to a score.

use serde::{Deserialize, Serialize};

use super::places::{lives, place_of};
use super::{Answer, Running, Step};
use crate::engine::explain::{self, Contributions, Method, Player};
use crate::scenario::{DayText, Decimal, Outcome, Scenario};

/// What is asked: what made the score of a subject on a day?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SharesRequest {
    /// The id of the subject.
    pub subject: String,
    /// The day.
    pub day: DayText,
    /// Among what the points are divided.
    pub among: Among,
    /// What is divided.
    pub measure: Measure,
}

/// Among what the points are divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// The events.
    #[default]
    Events,
    /// The rules.
    Rules,
}

/// What is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// The score.
    Score,
    /// How far the score lies below a border.
    Below(Decimal),
    /// How far the score lies above a border.
    Above(Decimal),
}

/// What made a score: `start` and all shares add up to `end`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct SharesFound {
    /// The measure if none of them were there.
    pub start: Decimal,
    /// The measure as it is.
    pub end: Decimal,
    /// What each contributed.
    pub parts: Vec<SharePart>,
    /// How many orders were drawn, and the largest standard error of a share; none if the shares are exact.
    pub sampled: Option<(u32, Decimal)>,
}

/// What one event or rule contributed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct SharePart {
    /// The id of the event or rule.
    pub id: String,
    /// What it brings on average over all orders.
    pub share: Decimal,
    /// What would be missing without it alone.
    pub alone: Decimal,
}

/// Begins. A subject that is not there has no shares.
pub(super) fn start(request: &SharesRequest, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    let among = match request.among {
        Among::Events => explain::Among::Events,
        Among::Rules => explain::Among::Rules,
    };
    let measure = match request.measure {
        Measure::Score => explain::Measure::Score,
        Measure::Below(border) => explain::Measure::Below(border.0),
        Measure::Above(border) => explain::Measure::Above(border.0),
    };
    let case = &outcome.lowered.case;
    let search = place_of(scenario, outcome, &request.subject)
        .and_then(|it| Contributions::new(case, it, request.day.0, among, measure));
    let name = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
    let events = outcome.lowered.events.iter().map(|it| scenario.events.get(*it).map_or("", |it| it.id.as_str()));
    let rules = scenario.rulebook.rules.iter().map(|it| it.id.as_str());
    Box::new(Job { search, events: name(events.collect()), rules: name(rules.collect()) })
}

struct Job {
    search: Option<Contributions>,
    events: Vec<String>,
    rules: Vec<String>,
}

impl Running for Job {
    fn step(&mut self) -> Step {
        let Some(search) = &mut self.search else { return Step::Done(Answer::Shares(SharesFound::default())) };
        for _ in 0..lives(search.size()) {
            let Some(found) = search.step() else { continue };
            let part = |it: &explain::Share| SharePart {
                id: match it.player {
                    Player::Event(event) => self.events.get(event).cloned().unwrap_or_default(),
                    Player::Rule(rule) => self.rules.get(rule).cloned().unwrap_or_default(),
                },
                share: Decimal(it.share),
                alone: Decimal(it.alone),
            };
            return Step::Done(Answer::Shares(SharesFound {
                start: Decimal(found.start),
                end: Decimal(found.end),
                parts: found.shares.iter().map(part).collect(),
                sampled: match found.method {
                    Method::Exact => None,
                    Method::Sampled { orders, error } => Some((orders, Decimal(error))),
                },
            }));
        }
        let (done, total) = search.progress();
        Step::Going(done as u64, total as u64)
    }
}
