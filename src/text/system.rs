//! Words of the parts of the lab below the lives: the system's frame and the cast.

use super::common::relation;
use super::texts;
use crate::scenario::doc::{ConsequenceNature, ListNature, Relation, SourceSort};

texts! {
    /// Words of the system panel.
    System {
        title = "The system behind the rules",
        intro = "Scale, consequences, lists, sources and safeguards. Every change shows at once above.",
        tabs: [&'static str; 6] = ["Scale and bands", "Consequences", "Lists", "Sources", "Safeguards", "About this scenario"],
        lowest = "Lowest score",
        highest = "Highest score",
        start = "Everybody starts at",
        scale_note = "The scale in points. A score never leaves it.",
        no_scale = "This system keeps lists and no score.",
        add_scale = "Add a scale of points",
        drop_scale = "Keep no score, only lists",
        bands = "Bands, best first",
        band_name = "Name of the band",
        band_from = "begins at",
        band_edge: fn(&str) -> String = |band| format!("Where {band} begins"),
        add_band = "Add a band",
        drag_hint = "Drag the borders, or use the arrow keys on them.",
        fading = "Fading: on the first of each month, what is left of every gain and loss shrinks by",
        per_mille = "thousandths",
        consequences_note = "What a band or a list brings. Tick who carries it.",
        no_consequences = "No consequences yet: a score without consequences is only a number. Add one and tick a band.",
        add_consequence = "Add a consequence",
        new_consequence = "New consequence",
        consequence_name = "What it says",
        nature = "Reward or penalty",
        natures: fn(ConsequenceNature) -> &'static str = nature,
        domain = "Part of life",
        essential = "Essential",
        essential_note = "takes away something nobody should go without",
        carried_by = "Comes with",
        who = "Touches",
        both = "everybody",
        persons = "people only",
        businesses = "businesses only",
        lists_note = "Being on a list is not a score: one is on it or off it.",
        no_lists = "This system keeps no lists.",
        add_list = "Add a list",
        new_list = "New list",
        list_name = "Name of the list",
        list_nature = "Sort of list",
        list_natures: fn(ListNature) -> &'static str = list_nature,
        public = "Public",
        public_note = "anyone can look it up",
        term = "Ends by itself after",
        months = "months",
        no_term = "only when a rule takes the subject off",
        sources_note = "Where records come from. Switch one off, and the system no longer hears from it.",
        source_name = "Name of the source",
        source_sort = "Sort of source",
        sorts: fn(SourceSort) -> &'static str = sort,
        add_source = "Add a source",
        new_source = "the new source",
        in_use = "In use",
        safeguards_note = "What limits the system. Each is a choice that somebody made, or did not make.",
        safeguards: Safeguards = Safeguards::ENGLISH,
        scenario_title = "Title",
        scenario_summary = "What it shows",
        first_day = "First day",
        last_day = "Last day",
        caveat = "What was simplified",
        references = "Sources of this scenario",
        no_references = "No sources: everything here is invented.",
        note = "Note",
        standing = "How far it is documented",
        remove: fn(&str) -> String = |what| format!("Delete {what}"),
        removed: fn(&str) -> String = |what| format!("{what} deleted. Undo brings it back."),
    }
}

texts! {
    /// Names and explanations of the safeguards.
    Safeguards {
        consent: (&'static str, &'static str) = ("Consent", "Nothing follows from the score of those who did not agree to be scored. Lists stay."),
        corrections: (&'static str, &'static str) = ("Correction", "An appeal that was won, or a repair that was granted, undoes the record."),
        false_records_days: (&'static str, &'static str) = ("False records are found out", "Every false record is struck out so many days after it was made."),
        event_cap: (&'static str, &'static str) = ("Cap per event", "No event costs more than this, over all rules together."),
        year_cap: (&'static str, &'static str) = ("Cap per year", "No calendar year costs more than this."),
        no_cliff: (&'static str, &'static str) = ("No cliff", "One event leads at most to the next lower band."),
        expiry_months: (&'static str, &'static str) = ("Records expire", "No gain, loss, ceiling or listing lasts longer than this."),
        purpose_limit: (&'static str, &'static str) = ("Purpose limit", "A penalty needs a live record in its own part of life."),
        essential_floor: (&'static str, &'static str) = ("Essential services stay", "Penalties marked essential do not apply."),
        no_spill_over: (&'static str, &'static str) = ("Relatives do not pay", "Nothing spills over to household, employer, owner or supplier."),
        told_note = "The next five move no points. They decide what a person learns and what a person can do. “The letter” under “Take it apart” shows the difference.",
        notice: (&'static str, &'static str) = ("Notice", "Whoever moves to another band, or onto or off a list, is told so."),
        reasons: (&'static str, &'static str) = ("Reasons", "How much of the reasons is told."),
        reasons_choices: [&'static str; 3] = ["nothing", "the sort of record", "every record"],
        appeal: (&'static str, &'static str) = ("Appeal", "One can object to a record, and is told how."),
        human_review: (&'static str, &'static str) = ("A person decides", "A named person looks at a decision before it takes effect."),
        audit: (&'static str, &'static str) = ("Audit", "Somebody from outside examines records and decisions."),
        days = "days",
        points = "points",
        months = "months",
    }
}

texts! {
    /// Words of the cast panel.
    Cast {
        title = "The cast",
        intro = "Fictional people and businesses. Never enter real ones: a score about a real person hurts, even as a game.",
        add_person = "Add a person",
        add_business = "Add a business",
        new_person = "New person",
        new_business = "New business",
        name = "Name",
        about = "Who it is",
        group = "Group",
        no_group = "no group",
        add_group = "Add a group",
        new_group = "New group",
        group_name = "Name of the group",
        groups = "Groups",
        consents = "Agreed to be scored",
        associates = "Shares points with",
        no_associates = "nobody",
        add_associate = "Add somebody",
        relation = "What they are to each other",
        relations: fn(Relation) -> &'static str = relation,
        events: fn(usize) -> String = |n| format!("{n} {}", if n == 1 { "event" } else { "events" }),
        show = "Show this life",
        empty = "Nobody is here. Add a person or a business to see what the rules do to them.",
        remove_note = "with all events",
    }
}

const fn nature(it: ConsequenceNature) -> &'static str {
    match it {
        ConsequenceNature::Reward => "reward",
        ConsequenceNature::Penalty => "penalty",
    }
}

const fn list_nature(it: ListNature) -> &'static str {
    match it {
        ListNature::Red => "redlist (honours)",
        ListNature::Black => "blacklist (penalises)",
    }
}

const fn sort(it: SourceSort) -> &'static str {
    match it {
        SourceSort::Court => "court",
        SourceSort::Bank => "bank",
        SourceSort::TaxOffice => "tax office",
        SourceSort::Utility => "utility",
        SourceSort::Platform => "online platform",
        SourceSort::Camera => "camera",
        SourceSort::Employer => "employer",
        SourceSort::Neighbour => "neighbour",
        SourceSort::SelfReport => "self-report",
        SourceSort::Office => "office",
    }
}
