//! Journeys: what a visitor does with the finished page, in a real browser.
//!
//! `cargo xtask journeys` builds the page and runs them; words after it choose some by name. A journey is an async
//! function that gets a fresh browser profile in [`harness::Page`]; it is listed in [`JOURNEYS`]. Besides what it
//! checks itself, it fails when the page has written an error to the console. All run in Chromium, those of
//! [`IN_FIREFOX_TOO`] in Firefox as well; `cargo xtask journeys --firefox NAME…` tries any of them there.
#![allow(clippy::print_stdout, reason = "a test program without libtest reports for itself")]

#[allow(dead_code, reason = "a set of tools, not all of which a journey has needed yet")]
mod harness;
mod access;
mod ask_shares;
mod ask_review;
mod ask_way_back;
mod ask_keys;
mod ask_principles;
mod bench;
mod cast;
mod changes;
mod claims;
mod compare_rulebooks;
mod drafts;
mod events;
mod files;
mod home;
mod in_view;
mod interface;
mod keyboard;
mod lab;
mod learn;
mod letter;
mod links;
mod names;
mod newcomer;
mod numbers;
mod opening;
mod paper;
mod record;
mod room;
mod rules;
mod secret_rules;
mod shots;
mod stage;
mod society;
mod sweeps;
mod system;
mod translated;
mod why;

use std::process::ExitCode;

use harness::{Journey, journeys};

/// Every journey, in the order in which they start.
const JOURNEYS: &[Journey] = journeys![
    // The longest first, so that none is left over at the end.
    translated::a_first_visit_goes_on,
    translated::lists_go_on,
    translated::questions_go_on,
    translated::other_pages_go_on,
    translated::lessons_and_the_town_go_on,
    translated::edits_and_the_menu_go_on,
    translated::a_translation_is_taken_back,
    access::pages_are_accessible,
    access::the_lab_is_accessible,
    access::the_tabs_are_accessible,
    access::editors_and_messages_are_accessible,
    access::everything_fits_a_telephone,
    access::other_views_are_accessible,
    keyboard::everything_goes_without_a_mouse,
    keyboard::tabs_menus_and_lists_have_their_keys,
    learn::the_first_lessons_are_played_through,
    learn::the_last_lessons_are_played_through,
    learn::lessons_are_accessible,
    learn::a_lesson_is_played_by_keys,
    learn::nobody_has_to_predict,
    learn::a_line_is_drawn,
    learn::unknown_lessons_lead_to_the_list,
    learn::lessons_need_no_storage,
    room::the_room_is_accessible,
    room::a_lesson_is_presented_by_keys,
    room::predictions_of_a_class_are_put_together,
    room::worksheets_hold_no_answers,
    room::cards_have_a_code_each,
    stage::a_life_is_worked_out_by_hand,
    stage::the_check_by_hand_stays_in_sight,
    stage::a_rule_is_changed_in_a_lesson,
    stage::rules_and_bands_are_read,
    society::the_society_is_accessible,
    society::the_town_lives_month_by_month,
    society::what_is_picked_is_shown_everywhere,
    society::a_life_is_opened_by_keys,
    society::a_dot_is_pressed,
    society::a_reform_is_tried,
    society::each_safeguard_has_its_price,
    society::an_assumption_is_changed,
    society::shocks_and_stories_set_the_town,
    society::three_wishes_cannot_all_come_true,
    society::a_link_leads_to_the_society,
    society::a_million_people_do_not_stop_the_page,
    society::a_worker_that_breaks_down_is_replaced,
    society::without_workers_the_figures_arrive,
    in_view::the_bar_leads_to_the_rules_and_back,
    in_view::home_leads_to_the_number,
    in_view::the_lab_leads_to_rules_and_events,
    in_view::questions_and_rules_lead_to_each_other,
    in_view::a_dot_leads_to_its_card_and_back,
    in_view::the_chart_stays_beside_the_rules,
    newcomer::the_toy_says_what_each_press_does,
    newcomer::home_leads_to_the_rule_behind_a_fall,
    newcomer::a_number_moves_the_life_and_can_be_taken_back,
    newcomer::a_link_shows_somebody_else_the_same,
    newcomer::the_link_is_copied,
    numbers::numbers_are_read_as_people_type_them,
    numbers::an_answer_by_hand_is_read_in_every_form,
    numbers::pasted_numbers_keep_their_sign,
    numbers::a_day_is_taken_when_it_is_whole,
    numbers::shortcuts_work_on_other_keyboards,
    numbers::edits_are_told_once_they_settle,
    rules::numbers_are_edited_where_they_stand,
    rules::a_rule_can_be_switched_off,
    rules::rules_are_copied_moved_and_deleted,
    rules::rules_are_searched,
    rules::rules_are_added,
    rules::tests_decide_which_events_count,
    rules::an_impossible_rule_is_told_beside_the_field,
    rules::one_rule_is_reset,
    events::events_are_added_changed_copied_and_deleted,
    events::events_are_moved_in_time,
    events::values_have_pages,
    why::values_go_without_a_mouse,
    why::a_near_miss_says_what_was_missing,
    why::events_say_why_nothing_came_of_them,
    why::a_rule_says_that_another_took_its_event,
    why::a_point_leads_to_its_source_and_back,
    events::ledger_and_chart_select_each_other,
    events::records_are_corrected_or_never_made,
    events::the_chart_is_a_table_too,
    system::band_borders_are_moved,
    system::bands_come_and_go,
    system::consequences_become_ribbons,
    system::lists_come_and_go,
    system::a_safeguard_spares_essential_services,
    system::a_text_that_is_no_number_heals,
    cast::subjects_are_added_connected_and_deleted,
    cast::the_subject_is_chosen_and_may_go,
    ask_shares::shares_make_the_score,
    ask_shares::a_consequence_leads_back_to_points,
    ask_shares::flips_are_tried_and_taken_back,
    ask_shares::one_number_is_turned,
    ask_keys::shares_go_without_a_mouse,
    ask_keys::flips_and_their_curve_go_without_a_mouse,
    ask_keys::a_long_search_is_stopped_and_begun_again,
    ask_keys::the_way_back_goes_without_a_mouse,
    ask_principles::a_life_that_breaks_a_principle_is_opened,
    ask_principles::principles_are_added_edited_and_deleted,
    ask_principles::saved_cases_are_checked_at_every_edit,
    ask_principles::principles_go_without_a_mouse,
    changes::changes_are_listed_and_reset,
    compare_rulebooks::rulebooks_are_compared,
    compare_rulebooks::the_sources_are_told_point_by_point,
    compare_rulebooks::rulebooks_are_chosen_by_keys,
    compare_rulebooks::strange_comparisons_lead_somewhere,
    compare_rulebooks::the_comparison_is_accessible,
    claims::a_number_of_a_life_is_pinned,
    claims::a_number_of_a_town_is_pinned,
    claims::pinned_numbers_are_put_in_order,
    claims::nobody_real_is_entered,
    sweeps::one_number_is_swept_and_saved,
    sweeps::all_numbers_are_stopped_and_begun_again,
    sweeps::two_numbers_go_by_keys,
    sweeps::a_card_leads_to_its_sweep,
    letter::the_letter_says_what_it_may,
    letter::without_a_decision_there_is_no_letter,
    letter::an_objection_is_written,
    secret_rules::rules_are_guessed_and_revealed,
    secret_rules::hidden_rules_go_without_a_mouse,
    drafts::a_reload_loses_nothing,
    drafts::leaving_at_once_keeps_the_last_edit,
    drafts::a_new_tab_offers_the_draft,
    drafts::looking_makes_no_drafts,
    drafts::two_tabs_keep_two_drafts,
    drafts::what_cannot_be_read_is_kept_and_said,
    drafts::work_that_froze_is_not_brought_back_unasked,
    drafts::blocked_storage_is_told_and_harmless,
    drafts::full_storage_is_told_and_harmless,
    ask_way_back::a_way_back_is_found_and_taken,
    ask_way_back::the_way_back_follows_its_assumptions,
    ask_way_back::acts_are_exchanged_and_gamed,
    links::broken_links_are_explained,
    links::an_address_shows_what_it_names,
    links::addresses_are_forgiven_or_said,
    links::a_link_that_froze_is_not_opened_again,
    links::old_links_open,
    links::strange_addresses_lead_somewhere,
    names::strange_names_fit_everywhere,
    names::rows_with_one_id_act_on_themselves,
    names::what_was_changed_is_not_documented,
    names::a_wrong_record_says_so,
    names::what_is_made_up_is_said_where_it_is_looked_at,
    files::a_saved_file_opens_again,
    files::a_broken_file_is_refused_with_its_place,
    files::a_file_is_dropped_anywhere,
    files::a_file_bears_its_title,
    files::a_table_is_taken_away,
    interface::other_programs_can_use_the_engine,
    interface::the_interface_says_what_is_wrong,
    ask_review::findings_lead_to_rules_and_are_settled,
    ask_review::the_scorecard_follows_the_safeguards,
    ask_review::the_scorecard_names_the_sources,
    ask_review::the_review_goes_by_keyboard,
    ask_review::rules_name_the_questions_to_them,
    record::the_record_is_accessible,
    record::statements_are_searched_and_filtered,
    record::a_link_leads_to_one_statement,
    record::a_citation_is_copied,
    record::myths_and_moments_lead_further,
    record::a_film_is_questioned,
    paper::names_and_legends_are_printed,
    paper::pages_take_few_sheets,
    paper::forced_colours_hide_nothing,
    home::the_toy_answers_a_press,
    home::the_toy_ends_and_begins_again,
    home::the_toy_leads_to_the_rule,
    home::colours_are_kept,
    home::shortcuts_are_listed,
    home::pages_begin_at_their_beginning,
    home::the_certificate_holds,
    opening::the_page_opens_without_complaints,
    opening::it_asks_for_nothing_outside_its_folder,
    opening::a_broken_download_is_explained,
    opening::what_came_instead_of_the_program_is_told,
    opening::without_its_script_the_page_is_not_blank,
    opening::the_page_starts_inside_a_frame,
];

/// What Firefox is shown as well: journeys, or all of a module.
const IN_FIREFOX_TOO: &[&str] = &[
    "drafts::a_reload_loses_nothing",
    "files",
    "links",
    "newcomer",
    "numbers::an_answer_by_hand_is_read_in_every_form",
    "numbers::edits_are_told_once_they_settle",
    "numbers::numbers_are_read_as_people_type_them",
    "numbers::pasted_numbers_keep_their_sign",
    "opening::the_page_opens_without_complaints",
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.split_first() {
        Some((first, rest)) if first == "shots" => shots::take(rest),
        Some((first, rest)) if first == "bench" => bench::measure(rest),
        _ => harness::run_all(JOURNEYS, IN_FIREFOX_TOO, &args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
