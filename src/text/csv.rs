//! Tables as text for spreadsheets.

/// A table as comma-separated values: RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8.
///
/// A cell that a spreadsheet could take for a formula gets an apostrophe in front; a plain number does not.
pub fn csv<'a>(rows: impl Iterator<Item = Vec<String>> + 'a) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|it| cell(it)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let safe = if is_formula && !is_number { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r', ';', '\t']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let row = ["plain", "a, b", "say \"no\"", "=1+1", "-20", "-20+cmd|' /C calc'!A0", "@SUM(A1)", "+5", ""];
        let expected = "\u{feff}plain,\"a, b\",\"say \"\"no\"\"\",'=1+1,-20,'-20+cmd|' /C calc'!A0,'@SUM(A1),+5,\r\n";
        assert_eq!(csv(std::iter::once(row.map(str::to_owned).to_vec())), expected);
    }
}
