//! Names of files: a title, in any script, as every system of files takes it.

/// The most bytes of a name before its ending: some systems take 143 in all.
const BYTES: usize = 120;

/// A name that Windows keeps for itself, whatever stands behind it.
fn is_reserved(stem: &str) -> bool {
    let stem = stem.split('.').next().unwrap_or_default();
    let is_port = |of: &str| {
        let digit = stem.strip_prefix(of).unwrap_or_default();
        digit.chars().count() == 1 && digit.starts_with(|it: char| it.is_ascii_digit() || "¹²³".contains(it))
    };
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem) || is_port("com") || is_port("lpt")
}

/// What stands between words in a name.
fn separates(it: char) -> bool {
    let is_mark = it.is_ascii() && !it.is_ascii_alphanumeric();
    let is_wide_mark = matches!(it, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･');
    is_mark || is_wide_mark || it.is_whitespace() || matches!(it, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// What is not seen: controls, marks of the direction, of the byte order and of places where a word may be cut. The
/// joiners stay: Persian and the scripts of India are spelt with them.
fn is_unseen(it: char) -> bool {
    let is_format = matches!(it, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}');
    (it.is_control() && !it.is_whitespace()) || is_format
}

/// A name for a file: the words of its title in lower case with hyphens between them, and an ending such as `json`.
pub fn file_name(title: &str, otherwise: &str, ending: &str) -> String {
    let mut stem = String::new();
    for it in title.chars().filter(|it| !is_unseen(*it)).flat_map(char::to_lowercase) {
        let it = if separates(it) { '-' } else { it };
        if it == '-' && (stem.is_empty() || stem.ends_with('-')) {
            continue;
        }
        if stem.len() + it.len_utf8() > BYTES {
            break;
        }
        stem.push(it);
    }
    let stem = stem.trim_matches(['-', '\u{200c}', '\u{200d}']);
    match stem {
        "" => format!("{otherwise}.{ending}"),
        _ if is_reserved(stem) => format!("{otherwise}-{stem}.{ending}"),
        _ => format!("{stem}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_any_script_name_their_file() {
        for (title, name) in [
            ("A blank rulebook", "a-blank-rulebook"),
            ("荣成：旧规则", "荣成-旧规则"),
            ("Βαθμοί για όλους", "βαθμοί-για-όλους"),
            ("درجات للجميع", "درجات-للجميع"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क्षत्रिय नियम", "क्षत्रिय-नियम"),
            ("Flensburg: 8 Punkte (Überblick)", "flensburg-8-punkte-überblick"),
            ("🚦 points", "🚦-points"),
        ] {
            assert_eq!(file_name(title, "scenario", "json"), format!("{name}.json"));
        }
    }

    #[test]
    fn no_title_leads_out_of_the_folder_or_lies() {
        for (title, name) in [
            ("", "scenario.json"),
            ("...", "scenario.json"),
            ("../../etc/passwd", "etc-passwd.json"),
            ("C:\\Windows\\x.exe", "c-windows-x-exe.json"),
            (".hidden", "hidden.json"),
            ("end. . .", "end.json"),
            ("CON", "scenario-con.json"),
            ("com1", "scenario-com1.json"),
            ("LPT²", "scenario-lpt².json"),
            ("comma", "comma.json"),
            ("invoice\u{202e}fdp.exe", "invoicefdp-exe.json"),
            ("a\u{0}b\nc\u{200b}d", "ab-cd.json"),
            ("“Quoted” – 5/6 ⁄ 7", "quoted-5-6-7.json"),
            ("一／二＼三", "一-二-三.json"),
        ] {
            assert_eq!(file_name(title, "scenario", "json"), name, "{title:?}");
        }
    }

    #[test]
    fn names_are_never_too_long() {
        for letter in ["a", "é", "诚", "🚦"] {
            let name = file_name(&letter.repeat(400), "scenario", "json");
            assert!((110..=BYTES + 5).contains(&name.len()), "{}", name.len());
        }
    }
}
