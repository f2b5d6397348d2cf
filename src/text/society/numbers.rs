//! Shares and means as people read them.

/// A share as per cent: one decimal place below ten.
pub fn share(it: f64) -> String {
    let hundredths = it * 100.0;
    if hundredths.abs() < 9.95 {
        format!("{}\u{202f}%", plain(hundredths, 1))
    } else {
        format!("{}\u{202f}%", plain(hundredths, 0))
    }
}

/// A difference of shares, in percentage points.
pub fn signed_share(it: f64) -> String {
    let text = plain(it * 100.0, 1);
    if it > 0.0 && text != "0.0" { format!("+{text}") } else { text }
}

/// A number: one decimal place below a hundred, none above.
pub fn number(it: f64) -> String {
    if it.abs() < 99.95 { plain(it, 1) } else { groups(&plain(it, 0)) }
}

/// A count, with groups of three from 10,000.
pub fn count(it: u64) -> String {
    groups(&it.to_string())
}

/// So many of something: "1 month", "24 months".
pub fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// How many times as much: "2.3 times".
pub fn times(it: f64) -> String {
    if it >= 9.95 { format!("{} times", plain(it, 0)) } else { format!("{} times", plain(it, 1)) }
}

/// A name in the midst of a sentence: "urban residents".
pub fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |it| it.to_lowercase().chain(letters).collect())
}

/// So many decimal places, with a real minus, and none before nothing.
pub fn plain(it: f64, places: usize) -> String {
    let text = format!("{:.places$}", it.abs());
    let is_nothing = text.chars().all(|it| it == '0' || it == '.');
    if it < 0.0 && !is_nothing { format!("−{text}") } else { text }
}

fn groups(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('−').map_or(("", text), |it| ("−", it));
    let mut res = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if digits.len() > 4 && at > 0 && (digits.len() - at) % 3 == 0 {
            res.push('\u{202f}');
        }
        res.push(digit);
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_a_decimal_place_where_it_matters() {
        assert_eq!(share(0.0741), "7.4\u{202f}%");
        assert_eq!(share(0.126), "13\u{202f}%");
        assert_eq!(signed_share(-0.0004), "0.0");
        assert_eq!(signed_share(0.021), "+2.1");
        assert_eq!(signed_share(-0.021), "−2.1");
    }

    #[test]
    fn counts_have_groups_of_three() {
        assert_eq!(count(9999), "9999");
        assert_eq!(
            (counted(1, "month", "months"), counted(2, "month", "months")),
            ("1 month".into(), "2 months".into())
        );
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(number(-12_345.6), "−12\u{202f}346");
        assert_eq!(times(2.26), "2.3 times");
    }
}
