//! Language tables: every word that the page shows, apart from the texts inside scenarios.
//!
//! Each file holds the words of one part of the page, written with [`texts!`]: a struct with one field per text, and
//! its English values. A further language is a further value of each struct; what it lacks does not compile.
//!
//! Texts with values in them are functions. Nothing else in the crate contains sentences for readers.

mod about;
mod ask;
pub mod compare;
pub mod flips;
pub mod letter;
mod principles;
mod record;
mod review;
mod room;
mod secret;
pub mod shares;
pub mod way_back;
mod changes;
mod claims;
mod common;
pub mod csv;
mod diagnostics;
pub mod file_name;
mod home;
pub mod finding;
mod learn;
mod life;
mod made;
mod misshapen;
mod share;
pub mod rules;
mod shell;
pub mod stage;
pub mod society;
mod system;
pub mod why;

pub use about::About;
pub use ask::Ask;
pub use changes::{ChangeWords, Changes};
pub use claims::Claims;
pub use common::Common;
pub use compare::Compare;
pub use diagnostics::{Diagnostics, Words};
pub use finding::FindingWords;
pub use flips::Flips;
pub use home::{Because, Finding, Home};
pub use learn::Learn;
pub use letter::Letter;
pub use life::Life;
pub use made::Made;
pub use principles::Principles;
pub use record::Record;
pub use review::Review;
pub use room::Room;
pub use rules::Rules;
pub use secret::Secret;
pub use share::Share;
pub use shares::Shares;
pub use shell::Shell;
pub use society::Society;
pub use stage::Stage;
pub use system::{Cast, Safeguards, System};
pub use way_back::WayBack;
pub use why::Why;

/// Declares the texts of one part of the page and their English form.
///
/// A field without a type is a fixed text; a field with one is a function that makes the text.
macro_rules! texts {
    (@type) => { &'static str };
    (@type $type:ty) => { $type };
    ($(#[$meta:meta])* $name:ident { $($field:ident $(: $type:ty)? = $value:expr),* $(,)? }) => {
        $(#[$meta])*
        #[expect(missing_docs, reason = "a text documents itself")]
        pub struct $name { $(pub $field: texts!(@type $($type)?)),* }

        impl $name {
            /// The English texts.
            pub const ENGLISH: Self = Self { $($field: $value),* };
        }
    };
}
use texts;

/// All texts of one language.
#[expect(missing_docs, reason = "each part is documented where it is declared")]
pub struct Texts {
    pub common: Common,
    pub diagnostics: Diagnostics,
    pub changes: Changes,
    pub share: Share,
    pub rules: Rules,
    pub shell: Shell,
    pub home: Home,
    pub about: About,
    pub system: System,
    pub cast: Cast,
    pub finding: FindingWords,
    pub life: Life,
    pub why: Why,
    pub made: Made,
    pub ask: Ask,
    pub shares: Shares,
    pub flips: Flips,
    pub way_back: WayBack,
    pub letter: Letter,
    pub review: Review,
    pub principles: Principles,
    pub compare: Compare,
    pub society: Society,
    pub secret: Secret,
    pub claims: Claims,
    pub room: Room,
    pub record: Record,
    pub learn: Learn,
    pub stage: Stage,
}

/// The English texts.
pub static ENGLISH: Texts = Texts {
    common: Common::ENGLISH,
    diagnostics: Diagnostics::ENGLISH,
    changes: Changes::ENGLISH,
    share: Share::ENGLISH,
    rules: Rules::ENGLISH,
    shell: Shell::ENGLISH,
    home: Home::ENGLISH,
    about: About::ENGLISH,
    system: System::ENGLISH,
    cast: Cast::ENGLISH,
    finding: FindingWords::ENGLISH,
    life: Life::ENGLISH,
    why: Why::ENGLISH,
    made: Made::ENGLISH,
    ask: Ask::ENGLISH,
    shares: Shares::ENGLISH,
    flips: Flips::ENGLISH,
    way_back: WayBack::ENGLISH,
    letter: Letter::ENGLISH,
    review: Review::ENGLISH,
    principles: Principles::ENGLISH,
    compare: Compare::ENGLISH,
    society: Society::ENGLISH,
    secret: Secret::ENGLISH,
    claims: Claims::ENGLISH,
    room: Room::ENGLISH,
    record: Record::ENGLISH,
    learn: Learn::ENGLISH,
    stage: Stage::ENGLISH,
};
