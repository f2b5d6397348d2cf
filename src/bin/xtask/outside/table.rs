//! Tables for the terminal.

/// Rows under a heading, in columns as wide as they need; the first is aligned to the left, the others to the right
/// unless they are named among the `left`.
pub fn table(heading: &[&str], rows: &[Vec<String>], left: &[usize]) -> String {
    let heading: Vec<String> = heading.iter().map(|it| (*it).to_owned()).collect();
    let width = |column: usize| {
        let all = rows.iter().chain([&heading]);
        all.filter_map(|row| row.get(column)).map(|it| it.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heading.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = widths.iter().enumerate().map(|(column, width)| {
            let text = row.get(column).map_or("", String::as_str);
            let pad = " ".repeat(width.saturating_sub(text.chars().count()));
            if column == 0 || left.contains(&column) { format!("{text}{pad}") } else { format!("{pad}{text}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rule = widths.iter().map(|it| "─".repeat(*it)).collect::<Vec<_>>().join("──");
    [line(&heading), rule].into_iter().chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other() {
        let rows = [vec!["Mei".into(), "1,040".into(), "AA".into()], vec!["Bo".into(), "9".into(), String::new()]];
        let text = table(&["name", "score", "band"], &rows, &[2]);
        assert_eq!(text, "name  score  band\n─────────────────\nMei   1,040  AA\nBo        9");
    }
}
