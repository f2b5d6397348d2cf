//! Scenarios that come with the lab.
