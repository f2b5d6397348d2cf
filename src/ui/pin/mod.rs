//! Pinning: any number of any table, kept in this browser with what it takes to cite it.
//!
//! - [`button`]: the button beside a table; [`read`]: the table as the page shows it;
//! - [`origin`]: scenario, link, run and version behind a number;
//! - [`counted`]: how the figures around a table were counted;
//! - [`form`]: the one dialog that all buttons open.

mod button;
mod counted;
mod form;
mod origin;
mod read;

use leptos::prelude::*;

use crate::editor::claims::{Claims, Grid, Number, Origin, Place};
use crate::editor::store::{Found, Store as _, Thing, Trouble, find};
use crate::engine::Day;
use crate::scenario::DayText;
use crate::ui::share::{Keeper, Unreads};

pub use button::PinButton;
pub use counted::{Counted, seed};
pub use form::{Kept, PinDialog};

/// Under which name the browser keeps them.
const NAME: &str = "scl.claims";

/// A table that a number is to be picked from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    /// The table.
    grid: Grid,
    /// Where its numbers come from.
    origin: Option<Origin>,
    /// Whether its numbers are older than the open scenario.
    stale: bool,
}

impl Asked {
    /// Where the number in a cell comes from: what is published is linked where its statement stands.
    fn origin_of(&self, (row, column): (usize, usize)) -> Option<Origin> {
        let mut origin = self.origin.clone()?;
        if origin.place == Place::Published
            && let Some(link) = self.grid.link(row, column)
        {
            link.clone_into(&mut origin.link);
        }
        Some(origin)
    }
}

/// The handle to all pinned numbers.
#[derive(Clone, Copy)]
pub struct Pins {
    /// The numbers.
    pub claims: RwSignal<Claims>,
    /// Why the browser does not keep them, if it does not.
    pub trouble: RwSignal<Option<Trouble>>,
    asked: RwSignal<Asked>,
    open: RwSignal<bool>,
}

impl Pins {
    /// Reads what is kept, and provides the handle to all components.
    pub fn provide() -> Self {
        let pins = Self {
            claims: RwSignal::new(Claims::default()),
            trouble: RwSignal::new(None),
            asked: RwSignal::new(Asked::default()),
            open: RwSignal::new(false),
        };
        provide_context(pins);
        // Where the browser does not allow it, the list begins empty.
        pins.refresh().ok();
        pins
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// How many numbers are pinned.
    pub fn count(self) -> usize {
        self.claims.with(|it| it.list.len())
    }

    /// Pins a number. `None` if there are as many as are kept.
    pub fn pin(self, number: Number, origin: Origin, note: &str) -> Option<u32> {
        self.change(|it| it.pin(number, origin, today(), note))
    }

    /// Changes the list and keeps it. Another tab may have changed it meanwhile, so what is kept is read first; what cannot
    /// be read stays, and the list is kept beside it.
    pub fn change<T>(self, change: impl FnOnce(&mut Claims) -> T) -> T {
        let place = self.refresh();
        let mut claims = self.claims.get_untracked();
        let res = change(&mut claims);
        let kept = place.and_then(|it| Keeper::Browser.set(&it, &claims.store()));
        self.trouble.set(kept.err());
        self.claims.set(claims);
        res
    }

    /// Reads again what is kept: another tab may have changed it. Answers under which name it is kept.
    pub fn refresh(self) -> Result<String, Trouble> {
        let Found { thing, name, unreadable } = find(&Keeper::Browser, NAME, Claims::restore)?;
        let is_kept = self.trouble.get_untracked().is_none();
        let torn = || Some(Keeper::Browser.get(unreadable.first()?).ok()??).map(|it| Claims::salvage(&it));
        // What can be read of a list that was torn is shown, as long as there is none beside it.
        if let Some(claims) = thing.or_else(|| torn().filter(|_| self.count_now() == 0)).filter(|_| is_kept) {
            self.claims.set(claims);
        }
        if let Some(unreads) = use_context::<Unreads>() {
            unreads.note(Thing::Claims, Keeper::Browser, unreadable);
        }
        Ok(name)
    }

    fn count_now(self) -> usize {
        self.claims.with_untracked(|it| it.list.len())
    }

    /// Forgets all of them, here and in the browser.
    pub fn forget(self) {
        if let Ok(found) = find(&Keeper::Browser, NAME, Claims::restore) {
            Keeper::Browser.remove(&found.name).ok();
        }
        self.claims.set(Claims::default());
    }
}

/// The day by the reader's clock.
fn today() -> DayText {
    let now = js_sys::Date::new_0();
    let part = |it: u32| i8::try_from(it).unwrap_or_default();
    let year = i16::try_from(now.get_full_year()).unwrap_or_default();
    DayText(Day::from_ymd(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or_default())
}
