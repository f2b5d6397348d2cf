//! Sentences that a rulebook keeps or breaks, and results that a reader expects.
