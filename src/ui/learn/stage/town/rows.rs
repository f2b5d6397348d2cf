//! What the town of a step shows: measures by group, under the rules and under the reform.

use crate::engine::model::SubjectKind;
use crate::engine::society::Society;
use crate::engine::society::measures::{ENOUGH, Measure, Summary, Verdict, Who, compare, over, summarise};
use crate::jobs::society::Results;
use crate::ui::pages::society::frame::Grid;
use crate::ui::pages::society::names;
use crate::ui::state::texts;

/// A measure with a row for everybody and, if asked for, for each group.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The measure.
    pub measure: Measure,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A measure of some people.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who they are.
    pub name: String,
    /// Under the rules.
    pub first: Summary,
    /// Under the reform.
    pub second: Option<(Summary, Verdict)>,
}

/// The blocks of some measures.
pub fn blocks(results: &Results, measures: &[Measure], groups: bool) -> Vec<Block> {
    let society = &results.society;
    let every = || (0..society.groups.len()).map(Who::Group);
    let who: Vec<Who> = std::iter::once(Who::All).chain(every().filter(|_| groups)).collect();
    let block = |measure: &Measure| {
        let rows = who.iter().filter_map(|who| row(results, *measure, *who)).collect();
        Block { measure: *measure, rows }
    };
    measures.iter().map(block).collect()
}

fn row(results: &Results, measure: Measure, who: Who) -> Option<Row> {
    let name = match who {
        Who::Group(it) => names::group(it),
        _ => texts().society.charts.everybody.to_owned(),
    };
    let before: (&Society, _) = (&results.society, &results.first[..]);
    let second = results.reform.as_ref().filter(|it| measure.is_comparable(&results.society, it)).and_then(|reform| {
        let after: (&Society, _) = (reform, &results.second[..]);
        let old = over(measure, &results.society, &results.first, who)?;
        let new = over(measure, reform, &results.second, who)?;
        let found = compare(measure, before, after, who).verdict;
        // What reads the same is neither higher nor lower.
        Some((new, if measure.reads_same(old.median, new.median) { Verdict::CannotTell } else { found }))
    });
    Some(Row { name, first: over(measure, &results.society, &results.first, who)?, second })
}

/// The finding: about the reform if there is one, else about the groups, else about everybody. The first measure counts.
pub fn title(results: &Results, blocks: &[Block], groups: bool) -> String {
    let (t, words) = (&texts().stage, &texts().society);
    let Some((block, all)) = blocks.iter().find_map(|it| Some((it, it.rows.first()?))) else {
        return t.town_nothing.to_owned();
    };
    let name = (words.measure)(block.measure);
    let value = |it: f64| (words.value)(block.measure, it);
    if let Some((second, verdict)) = &all.second {
        return (t.town_reform)(name, &value(all.first.median), &value(second.median), *verdict);
    }
    match extremes(results, block.measure).filter(|_| groups) {
        Some((more, less, true)) if !block.measure.reads_same(more.1, less.1) => {
            (t.town_unequal)(name, (&more.0, &value(more.1)), (&less.0, &value(less.1)))
        }
        Some(_) => (t.town_alike)(name, &value(all.first.median)),
        None => (t.town_all)(name, &value(all.first.median)),
    }
}

type Of = (String, f64);

/// The groups of persons with the most and the least, and whether the first is above the second in 95 of 100 repeats.
fn extremes(results: &Results, measure: Measure) -> Option<(Of, Of, bool)> {
    let society = &results.society;
    let persons = (0..society.groups.len()).filter(|it| society.groups[*it].kind == SubjectKind::Person);
    let all: Vec<(usize, f64)> =
        persons.filter_map(|it| Some((it, over(measure, society, &results.first, Who::Group(it))?.median))).collect();
    let more = all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let less = all.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|it| it.0 != more.0)?;
    let value = |tally, group| measure.value(society, tally, Who::Group(group));
    let gaps: Vec<f64> = results.first.iter().filter_map(|it| Some(value(it, more.0)? - value(it, less.0)?)).collect();
    let sure = gaps.len() >= ENOUGH && summarise(&gaps).is_some_and(|it| it.low > 0.0);
    Some(((names::group(more.0), more.1), (names::group(less.0), less.1), sure))
}

/// The same as a table.
pub fn grid(blocks: &[Block]) -> Grid {
    let (t, words) = (&texts().stage, &texts().society);
    let has_reform = blocks.iter().flat_map(|it| &it.rows).any(|it| it.second.is_some());
    let mut heads = vec![words.charts.column_measure.to_owned(), words.charts.column_group.to_owned()];
    let columns = || [words.charts.column_low, words.charts.column_median, words.charts.column_high];
    heads.extend(columns().map(str::to_owned));
    if has_reform {
        heads.extend(columns().map(t.under_reform));
        heads.push(words.charts.column_verdict.to_owned());
    }
    let row = |measure: Measure, it: &Row| {
        let value = |it: f64| (words.value)(measure, it);
        let three = |it: &Summary| [value(it.low), value(it.median), value(it.high)];
        let mut cells = vec![(words.measure)(measure).to_owned(), it.name.clone()];
        cells.extend(three(&it.first));
        if has_reform {
            let second = it.second.as_ref();
            cells.extend(second.map_or_else(|| [const { String::new() }; 3], |it| three(&it.0)));
            cells.push(second.map_or_else(String::new, |it| (t.verdict)(it.1).to_owned()));
        }
        cells
    };
    let rows = blocks.iter().flat_map(|block| block.rows.iter().map(|it| row(block.measure, it))).collect();
    Grid { heads, rows }
}
