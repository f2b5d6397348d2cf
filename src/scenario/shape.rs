//! The shape of a document as a table: which fields a thing has, in which order, and what their absence means.
//!
//! [`super::doc`] says the same in types. Comparing and packing need it as data: both walk documents as bare JSON, and
//! both must know which lists are matched by id, which texts are names of something else, and what an absent field
//! stands for. A test holds the table against the JSON Schema that is derived from the types.
//!
//! # Slots
//!
//! A slot is the place of a field in a packed link. **Slots are frozen**: a link that was shared once must open
//! forever. A new field gets the next free slot of its record wherever it stands in the file; the slot of a field that
//! is gone is never given to another.

use serde_json::Value;

use super::bounds;
use super::diagnostic::{Code, Diagnostic, Path, Thing};
use super::misshapen::Fault;

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its place in a packed record.
    pub slot: usize,
    /// Its name in the document.
    pub name: &'static str,
    /// What stands in it.
    pub shape: Shape,
    /// What it means if it is not there.
    pub absent: Absent,
}

/// What stands in a field or a list.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text, a number or a truth value.
    Plain,
    /// A day.
    Day,
    /// One of these words. Their order is frozen like the slots.
    Word(&'static [&'static str]),
    /// The id of something that is listed elsewhere in the document.
    Name(Thing),
    /// A record.
    Record(&'static [Field]),
    /// A record of which exactly one field is there.
    OneOf(&'static [Field]),
    /// The values of an event's fields, by the ids of the fields.
    Values,
    /// A list whose members have ids.
    Keyed(&'static Keyed),
    /// Any other list.
    List(&'static Shape),
}

/// A list whose members have ids.
#[derive(Debug)]
pub struct Keyed {
    /// What it lists.
    pub thing: Thing,
    /// How many members it may have.
    pub most: usize,
    /// The fields of a member.
    pub fields: &'static [Field],
}

/// What it means if a field is not there.
#[derive(Clone, Copy, Debug)]
pub enum Absent {
    /// It always is.
    Never,
    /// Just that.
    Nothing,
    /// Something is not so.
    No,
    /// Something is so.
    Yes,
    /// Zero.
    Zero,
    /// This word.
    Is(&'static str),
    /// An empty text.
    NoText,
    /// An empty list.
    NoMembers,
    /// A record in which nothing is set.
    NoFields,
}

impl Absent {
    /// The value that an absent field stands for, if it stands for one.
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Never | Self::Nothing => None,
            Self::No => Some(false.into()),
            Self::Yes => Some(true.into()),
            Self::Zero => Some(0.into()),
            Self::Is(word) => Some(word.into()),
            Self::NoText => Some("".into()),
            Self::NoMembers => Some(Value::Array(Vec::new())),
            Self::NoFields => Some(Value::Object(serde_json::Map::new())),
        }
    }
}

/// The field of this name.
pub fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|it| it.name == name)
}

/// Something that does not have the shape of its place.
pub(super) fn misfit(path: &Path, detail: &str) -> Diagnostic {
    let fault = Fault::Other { detail: detail.to_owned() };
    Diagnostic { code: Code::WrongShape { fault: Box::new(fault) }, path: path.clone() }
}

/// Something that is not there.
pub(super) fn unknown(path: &Path, thing: Thing, id: &str) -> Diagnostic {
    Diagnostic { code: Code::Unknown { thing, id: id.to_owned(), like: None }, path: path.clone() }
}

/// More members than a list may have.
pub(super) fn too_many(path: &Path, keyed: &Keyed, found: usize) -> Diagnostic {
    Diagnostic { code: Code::TooMany { thing: keyed.thing, found, most: keyed.most }, path: path.clone() }
}

const fn at(slot: usize, name: &'static str, shape: Shape, absent: Absent) -> Field {
    Field { slot, name, shape, absent }
}

use Absent::{Is, Never, No, NoFields, NoMembers, NoText, Nothing, Yes, Zero};
use Shape::{Day, Name, OneOf, Plain, Record, Values, Word};

/// The document itself.
pub static SCENARIO: &[Field] = &[
    at(0, "version", Plain, Never),
    at(1, "title", Plain, Never),
    at(2, "summary", Plain, NoText),
    at(3, "mechanism", Word(MECHANISMS), Never),
    at(4, "standing", Word(STANDINGS), Never),
    at(5, "caveat", Plain, NoText),
    at(6, "first_day", Plain, Never),
    at(7, "last_day", Plain, Never),
    at(8, "references", Shape::Keyed(&REFERENCES), NoMembers),
    at(9, "groups", Shape::Keyed(&GROUPS), NoMembers),
    at(10, "kinds", Shape::Keyed(&KINDS), Never),
    at(11, "rulebook", Record(RULEBOOK), Never),
    at(12, "cast", Shape::Keyed(&CAST), Never),
    at(13, "events", Shape::Keyed(&EVENTS), Never),
    at(14, "principles", Shape::Keyed(&PRINCIPLES), NoMembers),
    at(15, "expectations", Shape::Keyed(&EXPECTATIONS), NoMembers),
    at(16, "society", Record(SOCIETY), NoFields),
];

/// The scoring system.
pub static RULEBOOK: &[Field] = &[
    at(0, "scale", Record(SCALE), Nothing),
    at(1, "bands", Shape::Keyed(&BANDS), NoMembers),
    at(2, "combine", Word(&["all", "first", "strongest"]), Is("all")),
    at(3, "fading", Plain, Zero),
    at(4, "sources", Shape::Keyed(&SOURCES), Never),
    at(5, "rules", Shape::Keyed(&RULES), Never),
    at(6, "lists", Shape::Keyed(&LISTS), NoMembers),
    at(7, "consequences", Shape::Keyed(&CONSEQUENCES), NoMembers),
    at(8, "safeguards", Record(SAFEGUARDS), NoFields),
];

const MECHANISMS: &[&str] = &["score", "list", "firm-rating", "commercial-score"];
const STANDINGS: &[&str] = &["documented", "reported", "unverified", "derived", "invented"];
const SUBJECT_KINDS: &[&str] = &["person", "business"];
const SOURCE_SORTS: &[&str] =
    &["court", "bank", "tax-office", "utility", "platform", "camera", "employer", "neighbour", "self-report", "office"];
const DOMAINS: &[&str] = &[
    "travel",
    "loans",
    "housing",
    "work",
    "school",
    "health",
    "internet",
    "public-services",
    "business-permits",
    "contracts",
    "inspection",
    "deposits",
    "publicity",
];
const RELATIONS: &[&str] = &["household", "employer", "owner", "supplier"];
const COMPARISONS: &[&str] = &["less-than", "at-most", "equal", "at-least", "more-than"];

/// Where claims come from.
pub static REFERENCES: Keyed = Keyed {
    thing: Thing::Reference,
    most: bounds::REFERENCES,
    fields: &[at(0, "id", Plain, Never), at(1, "text", Plain, Never), at(2, "url", Plain, Nothing)],
};

/// Groups of subjects.
pub static GROUPS: Keyed = Keyed {
    thing: Thing::Group,
    most: bounds::GROUPS,
    fields: &[at(0, "id", Plain, Never), at(1, "label", Plain, Never)],
};

/// Kinds of events.
pub static KINDS: Keyed = Keyed {
    thing: Thing::Kind,
    most: bounds::KINDS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "label", Plain, Never),
        at(2, "short", Plain, Never),
        at(3, "domain", Word(DOMAINS), Nothing),
        at(4, "who", Word(SUBJECT_KINDS), Nothing),
        at(5, "fields", Shape::Keyed(&FIELDS), NoMembers),
        at(6, "sources", Shape::List(&Name(Thing::Source)), NoMembers),
        at(7, "effort", Record(EFFORT), Nothing),
    ],
};

static EFFORT: &[Field] = &[at(0, "hours", Plain, Zero), at(1, "money", Plain, Zero), at(2, "never", Plain, No)];

/// Fields of a kind.
pub static FIELDS: Keyed = Keyed {
    thing: Thing::Field,
    most: bounds::FIELDS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "label", Plain, Never),
        at(2, "unit", Plain, NoText),
        at(3, "choices", Shape::Keyed(&CHOICES), NoMembers),
        at(4, "default", Plain, Nothing),
    ],
};

/// Choices of a field.
pub static CHOICES: Keyed = Keyed {
    thing: Thing::Choice,
    most: bounds::CHOICES,
    fields: &[at(0, "id", Plain, Never), at(1, "label", Plain, Never)],
};

static SCALE: &[Field] = &[at(0, "lowest", Plain, Never), at(1, "highest", Plain, Never), at(2, "start", Plain, Never)];

/// Bands of the scale.
pub static BANDS: Keyed = Keyed {
    thing: Thing::Band,
    most: bounds::BANDS,
    fields: &[at(0, "id", Plain, Never), at(1, "label", Plain, NoText), at(2, "from", Plain, Never)],
};

/// Sources of records.
pub static SOURCES: Keyed = Keyed {
    thing: Thing::Source,
    most: bounds::SOURCES,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "label", Plain, Never),
        at(2, "sort", Word(SOURCE_SORTS), Never),
        at(3, "on", Plain, Yes),
    ],
};

/// Rules.
pub static RULES: Keyed = Keyed {
    thing: Thing::Rule,
    most: bounds::RULES,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "kind", Name(Thing::Kind), Never),
        at(2, "when", OneOf(&COND), Nothing),
        at(3, "reported_by", Shape::List(&Name(Thing::Source)), NoMembers),
        at(4, "points", Record(POINTS), Nothing),
        at(5, "ceiling", Record(CEILING), Nothing),
        at(6, "listings", Shape::List(&Record(LISTING)), NoMembers),
        at(7, "delistings", Shape::List(&Name(Thing::List)), NoMembers),
        at(8, "limit", Record(LIMIT), Nothing),
        at(9, "on", Plain, Yes),
        at(10, "standing", Word(STANDINGS), Never),
        at(11, "reference", Name(Thing::Reference), Nothing),
        at(12, "note", Plain, NoText),
    ],
};

static COND: [Field; 7] = [
    at(0, "all", Shape::List(&OneOf(&COND)), Nothing),
    at(1, "any", Shape::List(&OneOf(&COND)), Nothing),
    at(2, "not", OneOf(&COND), Nothing),
    at(3, "number", Record(NUMBER_TEST), Nothing),
    at(4, "choice", Record(CHOICE_TEST), Nothing),
    at(5, "subject", Word(SUBJECT_KINDS), Nothing),
    at(6, "group", Name(Thing::Group), Nothing),
];

static NUMBER_TEST: &[Field] =
    &[at(0, "field", Plain, Never), at(1, "is", Word(COMPARISONS), Never), at(2, "value", Plain, Never)];

static CHOICE_TEST: &[Field] = &[at(0, "field", Plain, Never), at(1, "is", Plain, Never)];

static POINTS: &[Field] = &[
    at(0, "amount", Plain, Never),
    at(1, "per", Record(&[at(0, "field", Plain, Never), at(1, "unit", Plain, Never)]), Nothing),
    at(2, "repeat", Record(&[at(0, "then", Shape::List(&Plain), Never), at(1, "within", Plain, Nothing)]), Nothing),
    at(3, "months", Plain, Nothing),
    at(4, "spill", Record(SPILL), Nothing),
    at(5, "range", Shape::List(&Plain), Nothing),
];

static SPILL: &[Field] = &[at(0, "share", Plain, Never), at(1, "to", Shape::List(&Word(RELATIONS)), Never)];

static CEILING: &[Field] = &[at(0, "band", Name(Thing::Band), Never), at(1, "months", Plain, Nothing)];

static LISTING: &[Field] = &[at(0, "list", Name(Thing::List), Never), at(1, "months", Plain, Nothing)];

static LIMIT: &[Field] =
    &[at(0, "per", Word(&["month", "year"]), Never), at(1, "points", Plain, Nothing), at(2, "times", Plain, Nothing)];

/// Redlists and blacklists.
pub static LISTS: Keyed = Keyed {
    thing: Thing::List,
    most: bounds::LISTS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "label", Plain, Never),
        at(2, "nature", Word(&["red", "black"]), Never),
        at(3, "public", Plain, No),
        at(4, "months", Plain, Nothing),
        at(5, "standing", Word(STANDINGS), Never),
        at(6, "reference", Name(Thing::Reference), Nothing),
    ],
};

/// Rewards and penalties.
pub static CONSEQUENCES: Keyed = Keyed {
    thing: Thing::Consequence,
    most: bounds::CONSEQUENCES,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "label", Plain, Never),
        at(2, "nature", Word(&["reward", "penalty"]), Never),
        at(3, "domain", Word(DOMAINS), Never),
        at(4, "essential", Plain, No),
        at(5, "bands", Shape::List(&Name(Thing::Band)), NoMembers),
        at(6, "lists", Shape::List(&Name(Thing::List)), NoMembers),
        at(7, "who", Word(SUBJECT_KINDS), Nothing),
        at(8, "standing", Word(STANDINGS), Never),
        at(9, "reference", Name(Thing::Reference), Nothing),
        at(10, "note", Plain, NoText),
    ],
};

/// What limits the system.
pub static SAFEGUARDS: &[Field] = &[
    at(0, "consent", Plain, No),
    at(1, "corrections", Plain, Yes),
    at(2, "false_records_days", Plain, Nothing),
    at(3, "event_cap", Plain, Nothing),
    at(4, "year_cap", Plain, Nothing),
    at(5, "no_cliff", Plain, No),
    at(6, "expiry_months", Plain, Nothing),
    at(7, "purpose_limit", Plain, No),
    at(8, "essential_floor", Plain, No),
    at(9, "no_spill_over", Plain, No),
    at(10, "notice", Plain, No),
    at(11, "reasons", Word(&["nothing", "category", "full"]), Is("nothing")),
    at(12, "appeal", Plain, No),
    at(13, "human_review", Plain, No),
    at(14, "audit", Plain, No),
    at(15, "backing", Shape::List(&Record(BACKING)), NoMembers),
];

static BACKING: &[Field] = &[
    at(0, "safeguard", Word(SAFEGUARD), Never),
    at(1, "standing", Word(STANDINGS), Never),
    at(2, "reference", Name(Thing::Reference), Nothing),
    at(3, "note", Plain, Never),
];

const SAFEGUARD: &[&str] = &[
    "notice",
    "reasons",
    "appeal",
    "expiry",
    "proportion",
    "purpose",
    "floor",
    "no-spill",
    "human-review",
    "audit",
    "consent",
];

/// Subjects.
pub static CAST: Keyed = Keyed {
    thing: Thing::Subject,
    most: bounds::SUBJECTS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "name", Plain, Never),
        at(2, "kind", Word(SUBJECT_KINDS), Never),
        at(3, "about", Plain, NoText),
        at(4, "group", Name(Thing::Group), Nothing),
        at(5, "consents", Plain, Yes),
        at(6, "associates", Shape::List(&Record(ASSOCIATE)), NoMembers),
    ],
};

static ASSOCIATE: &[Field] =
    &[at(0, "subject", Name(Thing::Subject), Never), at(1, "relation", Word(RELATIONS), Never)];

/// What happens.
pub static EVENTS: Keyed = Keyed {
    thing: Thing::Event,
    most: bounds::EVENTS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "subject", Name(Thing::Subject), Never),
        at(2, "kind", Name(Thing::Kind), Never),
        at(3, "day", Day, Never),
        at(4, "fields", Values, NoFields),
        at(5, "recorded_by", Shape::List(&Name(Thing::Source)), Nothing),
        at(6, "genuine", Plain, Yes),
        at(7, "corrected", Record(CORRECTION), Nothing),
        at(8, "note", Plain, NoText),
    ],
};

static CORRECTION: &[Field] = &[at(0, "day", Day, Never), at(1, "by", Word(&["appeal", "repair"]), Never)];

/// Sentences that the rulebook is to keep.
pub static PRINCIPLES: Keyed = Keyed {
    thing: Thing::Principle,
    most: bounds::PRINCIPLES,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "says", Word(SAYS), Never),
        at(2, "most", Plain, Nothing),
        at(3, "kind", Name(Thing::Kind), Nothing),
    ],
};

const SAYS: &[&str] = &[
    "event-costs-bands",
    "event-costs-points",
    "year-costs-points",
    "effects-end",
    "no-penalty-without-notice",
    "persons-and-firms-alike",
    "groups-alike",
    "relatives-pay-nothing",
    "corrected-leaves-nothing",
    "essentials-stay",
    "penalties-stay-in-their-part",
];

/// The many lives under the rulebook.
pub static SOCIETY: &[Field] = &[
    at(0, "people", Plain, Nothing),
    at(1, "months", Plain, Nothing),
    at(2, "seed", Plain, Nothing),
    at(3, "replicates", Plain, Nothing),
    at(4, "dials", Shape::Keyed(&DIALS), NoMembers),
    at(5, "shocks", Shape::Keyed(&SHOCKS), NoMembers),
    at(6, "reform", Shape::List(&Word(REFORMS)), NoMembers),
];

/// Assumptions about the society that were changed.
pub static DIALS: Keyed = Keyed {
    thing: Thing::Dial,
    most: bounds::DIALS,
    fields: &[at(0, "id", Plain, Never), at(1, "value", Plain, Never)],
};

/// What happens to the whole society on the way.
pub static SHOCKS: Keyed = Keyed {
    thing: Thing::Shock,
    most: bounds::SHOCKS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "what", Word(SHOCK_SORTS), Never),
        at(2, "from", Plain, Never),
        at(3, "months", Plain, Never),
        at(4, "strength", Plain, Nothing),
        at(5, "source", Name(Thing::Source), Nothing),
    ],
};

const SHOCK_SORTS: &[&str] = &["recession", "outage", "leak", "captured-office", "cameras"];
const REFORMS: &[&str] = &[
    "notice",
    "reasons",
    "appeal",
    "audit",
    "human-review",
    "expiry",
    "proportion",
    "purpose-limit",
    "essential-floor",
    "no-spill-over",
    "consent",
    "no-neighbours",
    "lawful-acts-free",
];

/// Results that somebody expects.
pub static EXPECTATIONS: Keyed = Keyed {
    thing: Thing::Expectation,
    most: bounds::EXPECTATIONS,
    fields: &[
        at(0, "id", Plain, Never),
        at(1, "subject", Name(Thing::Subject), Never),
        at(2, "is", Word(EXPECTED), Never),
        at(3, "band", Name(Thing::Band), Nothing),
        at(4, "score", Plain, Nothing),
        at(5, "list", Name(Thing::List), Nothing),
        at(6, "day", Day, Nothing),
    ],
};

const EXPECTED: &[&str] =
    &["ends-in-band", "stays-at-least", "score-at-least", "score-at-most", "on-list", "never-on-list"];
