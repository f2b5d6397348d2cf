//! Tables to take away: as files for spreadsheets, and for the clipboard.

/// A table. Numbers are plain, with a point: `-12.5`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows; what stands over the columns comes first.
    pub rows: Vec<Vec<String>>,
}

/// What stands between the cells of a file, and in decimal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Commas, and points in numbers.
    Comma,
    /// Semicolons, and commas in numbers: what spreadsheets take that are set to most languages of Europe.
    Semicolon,
}

impl Sheet {
    /// The table as separated values: RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8.
    ///
    /// A cell that a spreadsheet could take for a formula gets an apostrophe in front; a plain number does not.
    pub fn csv(&self, by: Separator) -> String {
        let quoted = |text: String| {
            let is_plain = !text.contains([',', '"', '\n', '\r', ';', '\t']);
            if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
        };
        let cell = |text: &String| match (safe(text), by) {
            (Cell::Number(it), Separator::Semicolon) => it.replace('.', ","),
            (Cell::Number(it), Separator::Comma) => it,
            (Cell::Text(it), _) => quoted(it),
        };
        let between = if by == Separator::Comma { "," } else { ";" };
        let line = |row: &Vec<String>| format!("{}\r\n", row.iter().map(cell).collect::<Vec<_>>().join(between));
        std::iter::once("\u{feff}".to_owned()).chain(self.rows.iter().map(line)).collect()
    }

    /// The table with tabs between its cells, as spreadsheets paste it. What would end a cell becomes a space.
    pub fn tabs(&self) -> String {
        let cell = |text: &String| safe(text).text().replace(['\t', '\n', '\r'], " ");
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
        self.rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The table as HTML, as documents paste it.
    pub fn html(&self) -> String {
        let cell = |text: &String, name: &str| {
            let text = safe(text).text().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            format!("<{name}>{text}</{name}>")
        };
        let line = |(at, row): (usize, &Vec<String>)| {
            let name = if at == 0 { "th" } else { "td" };
            format!("<tr>{}</tr>", row.iter().map(|it| cell(it, name)).collect::<String>())
        };
        format!("<table>{}</table>", self.rows.iter().enumerate().map(line).collect::<String>())
    }
}

enum Cell {
    /// Digits, at most with a hyphen in front and a point.
    Number(String),
    Text(String),
}

impl Cell {
    fn text(self) -> String {
        match self {
            Self::Number(it) | Self::Text(it) => it,
        }
    }
}

/// A cell that no program takes for a formula.
fn safe(text: &str) -> Cell {
    let plain = text.replacen('−', "-", 1);
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    if [whole, part].iter().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit())) {
        return Cell::Number(plain);
    }
    // Some programs leave out spaces in front.
    let is_formula =
        text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    Cell::Text(if is_formula { format!("'{text}") } else { text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        Sheet { rows: rows.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect() }
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let row: &[&str] =
            &["plain", "a, b", "say \"no\"", "=1+1", "-20", "-20+cmd|' /C calc'!A0", "@SUM(A1)", "+5", ""];
        let expected = "\u{feff}plain,\"a, b\",\"say \"\"no\"\"\",'=1+1,-20,'-20+cmd|' /C calc'!A0,'@SUM(A1),+5,\r\n";
        assert_eq!(sheet(&[row]).csv(Separator::Comma), expected);
        let row: &[&str] = &["a\nb", "c;d", "e\tf", " =1", "-1-1", "＝1", "-", "1.2.3", "2021-03-02", "NaN", "-inf"];
        let expected = "\u{feff}\"a\nb\",\"c;d\",\"e\tf\",' =1,'-1-1,'＝1,'-,1.2.3,2021-03-02,NaN,'-inf\r\n";
        assert_eq!(sheet(&[row]).csv(Separator::Comma), expected);
    }

    #[test]
    fn numbers_stay_numbers_in_each_form() {
        let table = sheet(&[&["Day", "Score; all"], &["2021-03-02", "−12.5"], &["2021-03-03", "1000"]]);
        assert_eq!(
            table.csv(Separator::Comma),
            "\u{feff}Day,\"Score; all\"\r\n2021-03-02,-12.5\r\n2021-03-03,1000\r\n"
        );
        assert_eq!(
            table.csv(Separator::Semicolon),
            "\u{feff}Day;\"Score; all\"\r\n2021-03-02;-12,5\r\n2021-03-03;1000\r\n"
        );
        assert_eq!(table.tabs(), "Day\tScore; all\n2021-03-02\t-12.5\n2021-03-03\t1000");
        let html = "<table><tr><th>Day</th><th>Score; all</th></tr><tr><td>2021-03-02</td><td>-12.5</td></tr>\
                    <tr><td>2021-03-03</td><td>1000</td></tr></table>";
        assert_eq!(table.html(), html);
    }

    #[test]
    fn what_is_pasted_cannot_break_out_of_its_cell() {
        let table = sheet(&[&["<script>", "a\tb\nc", "=HYPERLINK(1)", "R&D"]]);
        assert_eq!(table.tabs(), "<script>\ta b c\t'=HYPERLINK(1)\tR&D");
        let html =
            "<table><tr><th>&lt;script&gt;</th><th>a\tb\nc</th><th>'=HYPERLINK(1)</th><th>R&amp;D</th></tr></table>";
        assert_eq!(table.html(), html);
    }
}
