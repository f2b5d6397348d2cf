//! What is to be swept: which numbers, how far, of whom, how often.

use leptos::prelude::*;

use super::super::stage::Stage;
use crate::engine::society::measures::Measure;
use crate::jobs::sweep::plan::{Plan, Span, one, plane, tornado, usual_range};
use crate::jobs::sweep::swept::Setting;
use crate::scenario::society::{dial, value};
use crate::ui::state::Lab;

/// What the reader has chosen. Choices are texts: ids, numbers, places in a list.
#[derive(Clone, Copy)]
pub struct Setup {
    lab: Lab,
    /// The sort of sweep: the place of the tab.
    pub sort: RwSignal<usize>,
    /// The number that is turned, or that goes across.
    pub dial: RwSignal<String>,
    /// The number that goes down.
    pub other: RwSignal<String>,
    /// The range of one number, if it is not the usual one.
    pub range: RwSignal<Option<(i32, i32)>>,
    /// How many steps one number has.
    pub steps: RwSignal<String>,
    /// How many steps two numbers have, each.
    pub grid: RwSignal<String>,
    /// The section of all numbers that are turned; all, if empty.
    pub section: RwSignal<String>,
    /// How far all numbers are turned.
    pub span: RwSignal<String>,
    /// The measure that is shown.
    pub measure: RwSignal<String>,
    /// The group; everybody, if empty.
    pub who: RwSignal<String>,
    /// Under which rules: `1` is the reform, if there is one.
    pub rules: RwSignal<String>,
    /// How many repeats.
    pub replicates: RwSignal<String>,
    /// How many people at most.
    pub people: RwSignal<String>,
}

impl Setup {
    /// What is chosen as long as the reader has not chosen.
    pub fn new() -> Self {
        let stage = Stage::get();
        let text = |it: &str| RwSignal::new(it.to_owned());
        let group = stage.picked.get_untracked().group;
        Self {
            lab: stage.lab,
            sort: RwSignal::new(0),
            dial: text("mismatch"),
            other: text("appeal-capacity"),
            range: RwSignal::new(None),
            steps: text("9"),
            grid: text("5"),
            section: text(""),
            span: text("0"),
            measure: text(Measure::Wrongly.id()),
            who: RwSignal::new(group.map_or_else(String::new, |it| it.to_string())),
            rules: text("0"),
            replicates: text("10"),
            people: text("2000"),
        }
    }

    /// One number is to be swept: this.
    pub fn turn_to(self, dial: &str) {
        self.range.try_set(None);
        self.dial.try_set(dial.to_owned());
        self.sort.try_set(0);
    }

    /// The range of the one number.
    pub fn range(self) -> (i32, i32) {
        self.range.get().unwrap_or_else(|| {
            self.dial.with(|id| {
                let now = self.lab.with_scenario(|it| value(&it.society, id));
                dial(id).map_or((0, 1), |it| usual_range(it, now))
            })
        })
    }

    /// The points; `None` if what is chosen has none.
    pub fn plan(self) -> Option<Plan> {
        let number = |it: RwSignal<String>| it.get().parse().unwrap_or(5);
        let (id, other) = (self.dial.get(), self.other.get());
        let section = Some(self.section.get()).filter(|it| !it.is_empty());
        let span = if self.span.get() == "1" { Span::Range } else { Span::HalfAndDouble };
        let range = self.range();
        let (steps, grid) = (number(self.steps), number(self.grid));
        let sort = self.sort.get();
        self.lab.with_scenario(|it| match sort {
            0 => one(&it.society, &id, range, steps),
            1 => Some(tornado(&it.society, section.as_deref(), span)),
            _ => plane(&it.society, &id, &other, grid),
        })
    }

    /// What all points share.
    pub fn setting(self) -> Setting {
        Setting {
            people: self.people.get().parse().unwrap_or(2000),
            replicates: self.replicates.get().parse().unwrap_or(10),
            group: self.who.get().parse().ok(),
            reform: self.has_reform() && self.rules.get() == "1",
        }
    }

    /// Whether there is a reform.
    pub fn has_reform(self) -> bool {
        self.lab.with_scenario(|it| !it.society.reform.is_empty())
    }

    /// The measure that is shown.
    pub fn measure(self) -> Measure {
        self.measure.with(|it| Measure::by_id(it)).unwrap_or(Measure::Wrongly)
    }
}
