//! Journeys: what a visitor does with the finished page, in a real browser.
//!
//! `cargo xtask journeys` builds the page and runs them; words after it choose some by name. A journey is an async
//! function that gets a fresh browser profile in [`harness::Page`]; it is listed in [`JOURNEYS`]. Besides what it
//! checks itself, it fails when the page has written an error to the console.
#![allow(clippy::print_stdout, reason = "a test program without libtest reports for itself")]

#[allow(dead_code, reason = "a set of tools, not all of which a journey has needed yet")]
mod harness;
mod home;
mod opening;
mod shots;

use std::process::ExitCode;

use harness::{Journey, journeys};

/// Every journey, in the order in which they start.
const JOURNEYS: &[Journey] = journeys![
    opening::the_page_opens_without_complaints,
    opening::it_asks_for_nothing_outside_its_folder,
    opening::a_broken_download_is_explained,
    home::the_toy_answers_a_press,
    home::the_toy_ends_and_begins_again,
    home::the_toy_leads_to_the_rule,
    home::colours_are_kept,
    home::shortcuts_are_listed,
    home::pages_begin_at_their_beginning,
    home::the_certificate_holds,
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.split_first() {
        Some((first, rest)) if first == "shots" => shots::take(rest),
        _ => harness::run_all(JOURNEYS, &args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
