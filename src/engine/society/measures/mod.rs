//! What the counts mean.
