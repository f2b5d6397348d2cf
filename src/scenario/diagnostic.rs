//! What is wrong with a document, where, as data. The language tables make a message and a hint of it.

use std::fmt;

use super::bounds::QUOTED_CHARS;
use super::file::Foreign;
use super::misshapen::Fault;
use super::society::Shares;

/// Something wrong, or worth a warning, in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is, with the values that the message needs.
    pub code: Code,
    /// Where it is.
    pub path: Path,
}

impl Diagnostic {
    /// Whether the scenario can be computed in spite of it.
    pub fn severity(&self) -> Severity {
        match self.code {
            Code::EventOutside
            | Code::RuleWithoutEffect
            | Code::ConsequenceNowhere
            | Code::EventNotForSubject { .. }
            | Code::ShockTooLate => Severity::Warning,
            Code::AndMore { severity, .. } => severity,
            _ => Severity::Error,
        }
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario is computed; the part that the diagnostic names has no effect.
    Warning,
    /// The scenario cannot be computed until this is mended.
    Error,
}

/// A place in a document: field names, ids of list members (or their number, counted from 0), joined by `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub String);

impl Path {
    /// The document itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// A part of this place. Of one that is longer than anything with a name may be, the beginning is kept.
    #[must_use]
    pub fn at(&self, part: impl fmt::Display) -> Self {
        let part = quoted(&part.to_string());
        if self.0.is_empty() { Self(part.to_string()) } else { Self(format!("{}/{part}", self.0)) }
    }

    /// The parts, from the outside in.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|it| !it.is_empty())
    }

    /// Whether this is `other` or a part of it.
    pub fn is_within(&self, other: &str) -> bool {
        self.0.strip_prefix(other).is_some_and(|rest| rest.is_empty() || other.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text as far as it is worth repeating: its first [`bounds::QUOTED_CHARS`](super::bounds::QUOTED_CHARS) characters.
pub fn quoted(text: &str) -> String {
    beginning(text, QUOTED_CHARS)
}

/// The first so many characters of a text, and a mark if that is not all.
pub fn beginning(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The sorts of things that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the document")]
pub enum Thing {
    Reference,
    Group,
    Kind,
    Field,
    Choice,
    Source,
    Band,
    Rule,
    List,
    Consequence,
    Subject,
    Event,
    Step,
    Associate,
    Effect,
    Backing,
    Principle,
    Expectation,
    /// An assumption about the society.
    Dial,
    /// A shock to the society.
    Shock,
}

/// What there can be too much of in what follows from a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Lines of ledgers.
    Lines,
    /// Beginnings and ends of consequences.
    Intervals,
    /// Steps of the computation.
    Steps,
}

/// What can be wrong. The values are those that the message quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// The file or the text is something else, and can be named.
    NotAScenario {
        /// What it is.
        what: Foreign,
    },
    /// The text is not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        detail: String,
    },
    /// The JSON does not have the shape of a scenario.
    WrongShape {
        /// What exactly.
        fault: Box<Fault>,
    },
    /// The document is larger than [`super::bounds::DOCUMENT_BYTES`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// There is no version.
    NoVersion,
    /// The document is of a later version.
    TooNew {
        /// That version.
        found: u64,
    },
    /// There is no such version.
    UnknownVersion {
        /// What it says.
        found: String,
    },
    /// More members than are allowed.
    TooMany {
        /// Of what.
        thing: Thing,
        /// How many there are.
        found: usize,
        /// How many are allowed.
        most: usize,
    },
    /// More rules for the events than can be computed while somebody waits.
    TooManyOffers {
        /// How often a rule would be offered an event.
        found: u64,
    },
    /// More to compute than can be computed while somebody waits.
    TooMuchWork {
        /// What there would be too much of.
        of: Measure,
        /// How much there could be.
        found: u64,
        /// How much is allowed.
        most: u64,
    },
    /// There are more complaints than are told.
    AndMore {
        /// How many more.
        more: usize,
        /// How bad these are.
        severity: Severity,
    },
    /// An id that is empty, too long or has other characters than a–z, 0–9 and hyphens.
    BadId {
        /// The id.
        id: String,
    },
    /// Two members of a list have the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A name that nothing has.
    Unknown {
        /// What should have it.
        thing: Thing,
        /// The name.
        id: String,
        /// The name that is most like it, if there is one.
        like: Option<String>,
    },
    /// A saved case that does not say which band, score or list is expected.
    ExpectsNothing,
    /// A text that must not be empty.
    EmptyText,
    /// A text that is too long.
    TextTooLong {
        /// Characters allowed.
        most: usize,
    },
    /// A number outside its range.
    OutOfRange {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// The lowest score is not below the highest.
    ScaleEmpty,
    /// The starting score is not on the scale.
    StartOffScale,
    /// A scale without bands.
    NoBands,
    /// Bands, ceilings, points or fading without a scale.
    NeedsScale,
    /// A band does not begin below the one before it.
    BandOrder,
    /// The last band does not begin at the lowest score.
    BandGap,
    /// A band begins above the highest score.
    BandOffScale,
    /// Points both per unit and by repetition.
    PerUnitAndRepeat,
    /// A unit that is not larger than zero.
    UnitNotPositive,
    /// A number is wanted, but the field holds choices.
    FieldIsChoice {
        /// The field.
        field: String,
    },
    /// A choice is wanted, but the field holds a number.
    FieldIsNumber {
        /// The field.
        field: String,
    },
    /// The lower end of a range is above the upper one.
    RangeEmpty,
    /// The amount is not in the rule's own range.
    AmountOutsideRange,
    /// The word "all" takes points away, but the first amount gives some.
    AllAfterGain,
    /// A rule that does nothing.
    RuleWithoutEffect,
    /// A limit that limits nothing.
    EmptyLimit,
    /// A condition with too many levels.
    ConditionTooDeep,
    /// A condition with too many parts.
    ConditionTooLarge,
    /// The last day is before the first.
    DaysBackwards,
    /// The scenario is longer than [`super::bounds::SPAN_DAYS`].
    SpanTooLong,
    /// An event before the first or after the last day.
    EventOutside,
    /// An event of a kind that does not happen to such a subject.
    EventNotForSubject {
        /// The kind.
        kind: String,
    },
    /// A correction that is not after its event.
    CorrectionTooEarly,
    /// A subject that is its own associate.
    OwnAssociate,
    /// A consequence that no band and no list carries.
    ConsequenceNowhere,
    /// A choice without choices, or a number where a choice stands.
    WrongValue,
    /// A shock after the last month.
    ShockTooLate,
    /// Shares of the society that come to nothing.
    NobodyThere {
        /// Which.
        of: Shares,
    },
    /// A society whose counts take too much memory.
    SocietyTooLarge {
        /// What they take.
        megabytes: u64,
        /// What is allowed.
        most: u64,
    },
}

impl Code {
    /// The stable name of the code, for tools and tests.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotAScenario { .. } => "not-a-scenario",
            Self::NotJson { .. } => "not-json",
            Self::WrongShape { .. } => "wrong-shape",
            Self::TooLarge { .. } => "too-large",
            Self::NoVersion => "no-version",
            Self::TooNew { .. } => "too-new",
            Self::UnknownVersion { .. } => "unknown-version",
            Self::TooMany { .. } => "too-many",
            Self::TooManyOffers { .. } => "too-many-offers",
            Self::TooMuchWork { .. } => "too-much-work",
            Self::AndMore { .. } => "and-more",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::Unknown { .. } => "unknown",
            Self::ExpectsNothing => "expects-nothing",
            Self::EmptyText => "empty-text",
            Self::TextTooLong { .. } => "text-too-long",
            Self::OutOfRange { .. } => "out-of-range",
            Self::ScaleEmpty => "scale-empty",
            Self::StartOffScale => "start-off-scale",
            Self::NoBands => "no-bands",
            Self::NeedsScale => "needs-scale",
            Self::BandOrder => "band-order",
            Self::BandGap => "band-gap",
            Self::BandOffScale => "band-off-scale",
            Self::PerUnitAndRepeat => "per-unit-and-repeat",
            Self::UnitNotPositive => "unit-not-positive",
            Self::FieldIsChoice { .. } => "field-is-choice",
            Self::FieldIsNumber { .. } => "field-is-number",
            Self::RangeEmpty => "range-empty",
            Self::AmountOutsideRange => "amount-outside-range",
            Self::AllAfterGain => "all-after-gain",
            Self::RuleWithoutEffect => "rule-without-effect",
            Self::EmptyLimit => "empty-limit",
            Self::ConditionTooDeep => "condition-too-deep",
            Self::ConditionTooLarge => "condition-too-large",
            Self::DaysBackwards => "days-backwards",
            Self::SpanTooLong => "span-too-long",
            Self::EventOutside => "event-outside",
            Self::EventNotForSubject { .. } => "event-not-for-subject",
            Self::CorrectionTooEarly => "correction-too-early",
            Self::OwnAssociate => "own-associate",
            Self::ConsequenceNowhere => "consequence-nowhere",
            Self::WrongValue => "wrong-value",
            Self::ShockTooLate => "shock-too-late",
            Self::NobodyThere { .. } => "nobody-there",
            Self::SocietyTooLarge { .. } => "society-too-large",
        }
    }
}
