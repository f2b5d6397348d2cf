//! The largest scenario that this build accepts: one place for the reader, the editor's inputs and the documentation.
//!
//! They are modelling and safety choices: far above what a class builds, far below what could make a phone stall.

/// Bytes of a document.
pub const DOCUMENT_BYTES: usize = 4 * 1024 * 1024;
/// Characters of an id.
pub const ID_CHARS: usize = 40;
/// Characters of a name, label or unit.
pub const LABEL_CHARS: usize = 160;
/// Characters of a longer text.
pub const TEXT_CHARS: usize = 2_000;
/// Subjects of a cast.
pub const SUBJECTS: usize = 200;
/// Events of a scenario.
pub const EVENTS: usize = 10_000;
/// Rules of a rulebook.
pub const RULES: usize = 500;
/// Kinds of events.
pub const KINDS: usize = 200;
/// Fields of a kind.
pub const FIELDS: usize = 12;
/// Choices of a field.
pub const CHOICES: usize = 24;
/// Bands of a scale.
pub const BANDS: usize = 12;
/// Sources of records.
pub const SOURCES: usize = 40;
/// Lists of a rulebook.
pub const LISTS: usize = 32;
/// Consequences of a rulebook.
pub const CONSEQUENCES: usize = 120;
/// Groups of subjects.
pub const GROUPS: usize = 40;
/// References of a scenario.
pub const REFERENCES: usize = 100;
/// Principles of a scenario.
pub const PRINCIPLES: usize = 40;
/// Saved cases of a scenario.
pub const EXPECTATIONS: usize = 40;
/// Assumptions about the society that were changed.
pub const DIALS: usize = 400;
/// Shocks to the society.
pub const SHOCKS: usize = 12;
/// People in a society.
pub const PEOPLE: u32 = 1_000_000;
/// Months that a society lives through.
pub const SOCIETY_MONTHS: u32 = 240;
/// Times that a society is lived through with another luck.
pub const REPLICATES: u32 = 200;
/// Statements of sources about safeguards.
pub const BACKING: usize = 40;
/// The largest number in a principle: bands, points or years.
pub const PRINCIPLE_NUMBER: u32 = 1_000_000;
/// Associates of a subject.
pub const ASSOCIATES: usize = 20;
/// Effects of one sort in a rule: listings, delistings.
pub const EFFECTS: usize = 8;
/// Steps of a repetition.
pub const REPEAT_STEPS: usize = 20;
/// Months of a term or a look back.
pub const MONTHS: u32 = 1_200;
/// Days from the first to the last day of a scenario: fifty years.
pub const SPAN_DAYS: i32 = 18_263;
/// Levels of a condition.
pub const COND_DEPTH: usize = 6;
/// Tests and joints of a condition.
pub const COND_PARTS: usize = 48;
/// Thousandths of a share.
pub const SHARE: u32 = 1_000;
/// Times a year or month that a limit may allow.
pub const TIMES: u32 = 10_000;
/// Days until a false record is struck out.
pub const FALSE_RECORD_DAYS: u32 = 36_500;
/// Complaints about a document that are told, errors and warnings each; of the others, how many there are.
pub const COMPLAINTS: usize = 100;
/// Characters of an id, or of any other part of a path, that are kept at all, so that it can be said what is wrong.
pub const QUOTED_CHARS: usize = 160;
/// How often a rule may be offered an event, over all events and rules of their kinds.
pub const OFFERS: u64 = 400_000;
/// Lines of all ledgers, counted beforehand ([`work`](fn@crate::engine::case::work::work)): what rules post, what spills over to
/// associates, what is given back, fades, begins and ends.
pub const LINES: u64 = 100_000;
/// Intervals in which consequences may hold, counted beforehand.
pub const INTERVALS: u64 = 400_000;
/// Steps that a computation may take, counted beforehand; postings that fade step once a month.
pub const STEPS: u64 = 40_000_000;
