//! Fuzzes one way in: see `entry.rs`.
#![no_main]

#[path = "../entry.rs"]
#[allow(dead_code, reason = "each target takes one way")]
mod entry;

libfuzzer_sys::fuzz_target!(|text: &str| entry::file(text));
