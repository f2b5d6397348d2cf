//! Secret rules: only what follows from them is seen, and guesses about them are written down.
//!
//! Nothing of this stands in the document: the rules are hidden on this page, not in a link or a file.
//!
//! - [`sheet`]: the guesses; [`result`]: what they explain, once the rules are shown.

mod result;
mod sheet;

use leptos::prelude::*;

use super::focus::{focus, open_drawer};
use crate::engine::Points;
use crate::ui::lab::life::focus_soon;
use crate::ui::state::{Lab, texts};

pub(super) use result::GuessResult;
pub(super) use sheet::GuessSheet;

/// The element id of the button that hides the rules.
const TOGGLE_ID: &str = "secret-toggle";

/// The handle that the parts of the lab share.
#[derive(Clone, Copy)]
pub struct Secret {
    stage: RwSignal<Stage>,
    guesses: RwSignal<Vec<Guessed>>,
}

/// What is shown of the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Everything.
    #[default]
    Open,
    /// Only what follows from them.
    Hidden,
    /// Everything, and what the guesses explain.
    Revealed,
}

/// What the reader thinks about one kind of event.
#[derive(Clone, Debug, PartialEq)]
struct Guessed {
    kind: String,
    sort: Sort,
    size: Points,
}

/// Which way an event moves the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Gives,
    Takes,
    Nothing,
}

impl Guessed {
    const fn points(&self) -> Points {
        match self.sort {
            Sort::Gives => self.size,
            Sort::Takes => Points::from_thousandths(-self.size.thousandths()),
            Sort::Nothing => Points::ZERO,
        }
    }
}

impl Secret {
    /// Makes the handle and provides it to the lab. Another scenario begins with its rules shown.
    pub fn provide(lab: Lab) {
        let secret = Self { stage: RwSignal::new(Stage::Open), guesses: RwSignal::new(Vec::new()) };
        let draft = Memo::new(move |_| lab.document.with(|it| it.draft.clone()));
        Effect::new(move |earlier: Option<String>| {
            let now = draft.get();
            if earlier.is_some_and(|it| it != now) {
                secret.stage.set(Stage::Open);
                secret.guesses.update(Vec::clear);
            }
            now
        });
        provide_context(secret);
    }

    /// The handle, for components of the lab.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the rules are hidden now.
    pub fn hides(self) -> bool {
        self.stage.get() == Stage::Hidden
    }

    /// Whether the result is shown.
    pub(super) fn is_revealed(self) -> bool {
        self.stage.get() == Stage::Revealed
    }

    fn hide(self, lab: Lab) {
        lab.rule.set(None);
        self.stage.set(Stage::Hidden);
        lab.announce(texts().secret.hidden_now);
        open_drawer();
        focus("rules-title".to_owned());
    }

    fn reveal(self) {
        self.stage.set(Stage::Revealed);
        focus("secret-result".to_owned());
    }

    fn stop(self, lab: Lab) {
        self.stage.set(Stage::Open);
        lab.announce(texts().secret.shown_again);
        focus_soon(TOGGLE_ID);
    }

    fn guess(self, kind: &str) -> Option<Guessed> {
        self.guesses.with(|all| all.iter().find(|it| it.kind == kind).cloned())
    }

    /// Writes down which way a kind moves the score; `None` takes the guess back.
    fn set_sort(self, kind: &str, sort: Option<Sort>) {
        self.guesses.update(|all| {
            let size = all.iter().find(|it| it.kind == kind).map_or(Points::whole(1), |it| it.size);
            all.retain(|it| it.kind != kind);
            all.extend(sort.map(|sort| Guessed { kind: kind.to_owned(), sort, size }));
        });
    }

    /// Writes down by how many points.
    fn set_size(self, kind: &str, size: Points) {
        self.guesses.update(|all| {
            if let Some(it) = all.iter_mut().find(|it| it.kind == kind) {
                it.size = size.abs();
            }
        });
    }
}

/// The button that hides the rules, if there is a score to guess them from.
#[component]
pub fn SecretToggle() -> impl IntoView {
    let lab = Lab::get();
    let secret = Secret::get();
    let has_score = Memo::new(move |_| lab.with_scenario(|it| it.rulebook.scale.is_some()));
    let hides = move || secret.hides();
    let press = move |_| if untrack(hides) { secret.stop(lab) } else { secret.hide(lab) };
    view! {
        <Show when=move || has_score.get() || hides()>
            <button type="button" class="btn secret-toggle" id=TOGGLE_ID
                aria-pressed=move || if hides() { "true" } else { "false" } on:click=press>{texts().secret.hide}</button>
        </Show>
    }
}
