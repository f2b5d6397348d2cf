//! Inputs and other small parts that several components use. One file each.
//!
//! Every input edits one place of the document, named by its path: the path finds the diagnostics that stand beside the
//! field, and it names the gesture for undo. A text that is not a value never reaches the document; the field says so.

mod care;
mod choice;
pub mod clipboard;
mod complaint;
mod day_field;
mod dialog;
pub mod domains;
mod fact;
mod figure;
mod number_input;
mod press;
mod remove;
mod roll;
mod standing;
mod switch;
mod tabs;
mod text_box;

pub use care::CareNote;
pub use choice::{Choice, of_word, words_of};
pub use complaint::Complaint;
pub use day_field::DayField;
pub use dialog::Dialog;
pub use fact::{FactChip, FactChips, FactLines, fact_address, fact_chip, standing_name};
pub use figure::{CountField, FigureLook, NumberField};
pub use number_input::NumberInput;
pub use press::{goes_into, with_press};
pub use remove::RemoveButton;
pub use roll::{Roll, Slots};
pub use standing::{MarkChip, StandingChip};
pub use switch::Switch;
pub use tabs::Tabs;
pub use text_box::TextBox;

/// Puts an id into a list of ids, or takes it out.
pub fn toggled(ids: &mut Vec<String>, id: &str) {
    match ids.iter().position(|it| it == id) {
        Some(at) => drop(ids.remove(at)),
        None => ids.push(id.to_owned()),
    }
}
