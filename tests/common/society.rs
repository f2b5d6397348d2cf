//! Random societies under random rulebooks.

use social_credit_lab::engine::model::{Amount, GroupIdx, Rulebook, Set, SubjectKind};
use social_credit_lab::engine::society::chance::Chance;
use social_credit_lab::engine::society::model::{
    Adaptation, Appeals, Behaviour, District, Draw, Event, Feedback, Group, NATURES, Nature, Needs, Reports, Scored,
    Shock, Society, Source,
};
use social_credit_lab::engine::{Case, Day, Points};
use social_credit_lab::scenario::{doc, lower};

use super::generate::{self, Rng};

/// A random society of so many people and months, under the rulebook of the random scenario of the same seed.
pub fn society(seed: u64, people: u32, months: u32) -> Society {
    let scenario = generate::scenario(seed, 30);
    let case = lower(&scenario).expect("random scenarios are valid").case;
    of_rulebook(seed, people, months, case, &scenario)
}

fn of_rulebook(seed: u64, people: u32, months: u32, case: Case, scenario: &doc::Scenario) -> Society {
    let mut rng = Rng::new(seed, "society", 0);
    let rulebook = case.rulebook;
    let n_sources = scenario.rulebook.sources.len();
    let neighbour = |idx: usize| scenario.rulebook.sources[idx].sort == doc::SourceSort::Neighbour;
    let sources = (0..n_sources)
        .map(|idx| Source {
            key: 1000 + idx as u64,
            neighbour: neighbour(idx),
            camera: scenario.rulebook.sources[idx].sort == doc::SourceSort::Camera,
            coverage: Chance::per_mille(*rng.pick(&[0, 300, 700, 1000])),
            error: Chance::of(*rng.pick(&[0, 0, 5, 40]), 1000),
        })
        .collect();
    let behaviours =
        scenario.kinds.iter().enumerate().map(|(idx, _)| behaviour(&mut rng, &rulebook, scenario, idx)).collect();
    let factors =
        |rng: &mut Rng, n: usize| (0..n).map(|_| *rng.pick(&[0, 500, 1000, 1000, 2500])).collect::<Vec<u32>>();
    let mut group = |kind: SubjectKind, is: Option<GroupIdx>| Group {
        share: 1 + rng.below(5) as u32,
        kind,
        is,
        conduct: [(); NATURES].map(|()| *rng.pick(&[500, 1000, 1500])),
        visible: factors(&mut rng, n_sources),
        errors: *rng.pick(&[500, 1000, 4000]),
        time: *rng.pick(&[300, 1000, 1500]),
        money: *rng.pick(&[300, 1000, 2000]),
        appeals: Chance::per_mille(*rng.pick(&[0, 300, 1000])),
        consents: Chance::per_mille(*rng.pick(&[300, 1000])),
    };
    let groups = vec![
        group(SubjectKind::Person, Some(0)),
        group(SubjectKind::Person, None),
        group(SubjectKind::Business, Some(1)),
        group(SubjectKind::Business, None),
    ];
    let district = |rng: &mut Rng| District { share: 1 + rng.below(3) as u32, visible: factors(rng, n_sources) };
    let districts = vec![district(&mut rng), district(&mut rng)];
    let feedback = Feedback {
        circumstance: (0..32).map(|_| *rng.pick(&[1000, 1000, 1500, 3000])).collect(),
        watched: (0..32).map(|_| *rng.pick(&[1000, 1000, 2000])).collect(),
    };
    let shocks = (0..rng.below(3))
        .map(|_| Shock {
            what: *rng.pick(&[
                Event::Recession(2000),
                Event::Outage(0),
                Event::Cameras(10_000),
                Event::Leak,
                Event::Captured(200),
            ]),
            from: rng.below(u64::from(months)) as u32,
            months: 1 + rng.below(12) as u32,
        })
        .collect();
    let first = *rng.pick(&["2020-01-01", "2019-11-01", "2021-07-01"]);
    Society {
        seed,
        people,
        months,
        first: first.parse::<Day>().expect("a day"),
        rulebook,
        public_lists: Set(rng.below(4)),
        neighbourhood: *rng.pick(&[1, 2, 7, 20, 30]),
        household: *rng.pick(&[1, 2, 3]),
        businesses: *rng.pick(&[0, 2, 4]),
        spread: *rng.pick(&[0, 500, 1000]),
        groups,
        districts,
        behaviours,
        sources,
        mismatch: Chance::per_mille(*rng.pick(&[0, 50, 500])),
        reports: Reports {
            rate: Chance::per_mille(*rng.pick(&[0, 30, 300])),
            reward: *rng.pick(&[1000, 3000]),
            invents: Chance::per_mille(*rng.pick(&[0, 100, 1000])),
            breaks: Chance::per_mille(*rng.pick(&[0, 500, 1000])),
        },
        feedback,
        adaptation: Adaptation {
            know: Chance::per_mille(*rng.pick(&[0, 500, 1000])),
            felt: *rng.pick(&[0, 100]),
            seen: *rng.pick(&[0, 300]),
            fades: *rng.pick(&[0, 50, 1000]),
        },
        appeals: Appeals {
            heard: rng.chance(70),
            told: Chance::per_mille(*rng.pick(&[0, 300, 1000])),
            if_true: *rng.pick(&[0, 500]),
            cost: *rng.pick(&[0, 500, 1000]),
            capacity: *rng.pick(&[1_000, 100_000, 1_000_000]),
            delay: *rng.pick(&[0, 1, 5]),
            wins_wrong: Chance::per_mille(*rng.pick(&[0, 600, 1000])),
            wins_true: Chance::per_mille(*rng.pick(&[0, 300])),
            found: Chance::per_mille(*rng.pick(&[0, 20, 300])),
            review: Chance::per_mille(*rng.pick(&[0, 0, 500])),
            found_out: *rng.pick(&[None, None, Some(3)]),
        },
        shocks,
    }
}

fn behaviour(rng: &mut Rng, rulebook: &Rulebook, scenario: &doc::Scenario, kind: usize) -> Behaviour {
    let it = &scenario.kinds[kind];
    let fields = it.fields.iter().map(|field| match field.choices.len() {
        0 => Draw::Around {
            typical: Points::whole(*rng.pick(&[0, 3, 10, 500])),
            by: *rng.pick(&[Needs::Nothing, Needs::Time, Needs::Money]),
        },
        n => Draw::Choice(n as u32),
    });
    let fields = fields.collect();
    let who = match it.who {
        None => Set(3),
        Some(doc::SubjectKind::Person) => Set::of(0),
        Some(doc::SubjectKind::Business) => Set::of(1),
    };
    let loses = |it: &Amount| match it {
        Amount::Flat(points) | Amount::PerUnit { points, .. } => points.is_loss(),
        Amount::Ladder { .. } => true,
    };
    let rules = || rulebook.rules_of_kind[kind].iter().map(|it| &rulebook.rules[*it]);
    let scored = if rules().any(|it| !it.listings.is_empty() || it.points.as_ref().is_some_and(|it| loses(&it.amount)))
    {
        Scored::Loss
    } else if rules().next().is_some() {
        Scored::Gain
    } else {
        Scored::No
    };
    Behaviour {
        key: kind as u64 + 1,
        nature: *rng.pick(&Nature::ALL),
        kind: Some(kind),
        sources: Set(rng.next() & ((1 << scenario.rulebook.sources.len()) - 1)),
        who,
        rate: Chance::of(*rng.pick(&[10, 60, 200, 600]), 1000),
        needs: *rng.pick(&[Needs::Nothing, Needs::Time, Needs::Money]),
        repair: rng.chance(15),
        reporting: false,
        response: *rng.pick(&[-800, -300, 0, 500]),
        incentive: *rng.pick(&[-300, 0, 500]),
        scored,
        fields,
    }
}
