//! Everything that the journeys share: a web server, a browser, and a [`Page`] to act on.

mod audit;
mod command;
mod driver;
mod input;
mod page;
mod runner;
mod site;
mod translator;
mod view;

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

pub use driver::Browser;
pub use page::Page;
pub(crate) use runner::journeys;
pub use runner::{Journey, alone, run_all};
pub use site::Site;
pub use translator::Translator;
pub use view::{Scheme, Shot};

/// Done, or why not.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How long the page may take to show what a journey waits for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A file that `cargo xtask` names in the environment.
pub fn file_in(variable: &str) -> Outcome<PathBuf> {
    let value = std::env::var_os(variable).filter(|value| !value.is_empty());
    let file =
        value.ok_or_else(|| format!("{variable} is not set. `cargo xtask journeys` runs this program as it needs."))?;
    Ok(PathBuf::from(file))
}
