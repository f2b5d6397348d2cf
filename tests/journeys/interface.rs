//! The JavaScript interface.

use serde_json::{Value, json};
use social_credit_lab::report::report_from_json;
use social_credit_lab::scenario::link::{Shared, View, encode};
use social_credit_lab::scenario::presets::{ALL, latest};
use social_credit_lab::text::ENGLISH;

use crate::harness::{Outcome, Page};

/// The functions in the page answer as the engine does natively, letter by letter.
pub async fn other_programs_can_use_the_engine(page: &Page) -> Outcome {
    page.open("").await?;
    let version = page.script_text("return window.socialCreditLab.version()", vec![]).await?;
    let version: Value = serde_json::from_str(&version)?;
    assert_eq!(version["engine"], env!("CARGO_PKG_VERSION"));
    assert_eq!(version["document"], 1);

    for preset in ALL {
        let report =
            page.script_text("return window.socialCreditLab.evaluate(arguments[0])", vec![json!(preset.json)]).await?;
        assert_eq!(report, report_from_json(preset.json, &ENGLISH), "{}", preset.id);
    }

    let preset = latest("judgment-defaulters").ok_or("the preset is gone")?;
    let script = "
        const lab = window.socialCreditLab;
        const link = lab.encodeLink(arguments[0]);
        return [link, lab.decodeLink(link)]
    ";
    let answer = page.script(script, vec![json!(preset.json)]).await?;
    let scenario = preset.scenario().map_err(|error| format!("{error:?}"))?;
    let decoded = social_credit_lab::scenario::read(answer[1].as_str().unwrap_or_default());
    assert_eq!(decoded.map_err(|error| format!("{error:?}"))?, scenario);
    assert_eq!(answer[0], json!(encode(&Shared { scenario, base: None, view: View::default() })));
    Ok(())
}

/// Whatever is wrong comes back as a report or as a sentence, never as a crash.
pub async fn the_interface_says_what_is_wrong(page: &Page) -> Outcome {
    page.open("").await?;
    let report = page.script_text("return window.socialCreditLab.evaluate('{\"version\":1}')", vec![]).await?;
    let report: Value = serde_json::from_str(&report)?;
    assert_eq!((&report["ok"], &report["format"]), (&json!(false), &json!("social-credit-lab/report")));
    assert!(!report["diagnostics"].as_array().is_none_or(Vec::is_empty), "{report}");

    let thrown = "
        const thrown = work => { try { return `no error: ${work()}`; } catch (error) { return String(error); } };
        const lab = window.socialCreditLab;
        return [thrown(() => lab.encodeLink('nonsense')), thrown(() => lab.decodeLink('1.nonsense')), thrown(() => lab.decodeLink(''))]
    ";
    let thrown: Vec<String> = serde_json::from_value(page.script(thrown, vec![]).await?)?;
    for (sentence, words) in thrown.iter().zip(["not valid JSON", "damaged", "holds no scenario"]) {
        assert!(sentence.contains(words), "{thrown:?}");
    }
    page.click_with("#presses button", "wins an award").await?;
    page.wait_text(".toy-finding", "wins an award: +30").await
}
