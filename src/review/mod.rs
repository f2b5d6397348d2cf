//! What is questionable about a rulebook, and which safeguards it has.
