//! What the numbers of a report mean, as data. Words are made from it elsewhere, in the language tables.
