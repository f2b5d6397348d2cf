//! What a key means, whatever the letters on the keyboard.
//!
//! The letter that is printed on a key counts, if it is one of ours: on a German keyboard the key that prints Z takes
//! back, wherever it is. A key that prints a letter of another script counts as what stands there on an English keyboard.

/// A key that was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press<'a> {
    /// What it prints, or its name.
    pub key: &'a str,
    /// Its place: what an English keyboard prints there, such as `KeyZ`.
    pub code: &'a str,
    /// Whether Ctrl or Cmd is held.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// Where the key goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Into {
    /// Nowhere: no field has the focus, or one that takes no text.
    #[default]
    Page,
    /// Into a field whose text is part of the document.
    Document,
    /// Into a field with a text of its own: a search, or a number that is half typed.
    Own,
}

/// What a key asks of the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To take the last step back.
    Undo,
    /// To take it again.
    Redo,
    /// To see the list of shortcuts.
    Shortcuts,
}

impl Press<'_> {
    /// Whether the key is this letter (a small one) or sign.
    pub fn is(self, wanted: char) -> bool {
        self.printed() == Some(wanted) || self.by_place() == Some(wanted)
    }

    /// What the key prints, as one of our letters and signs.
    fn printed(self) -> Option<char> {
        let mut letters = self.key.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
        let plain = match u32::from(letter) {
            // Full-width forms.
            code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0)?,
            _ if letter == '؟' => '?',
            _ => letter,
        };
        Some(plain.to_ascii_lowercase())
    }

    /// What an English keyboard prints at the place of a key that prints nothing of ours.
    fn by_place(self) -> Option<char> {
        // Greek and Hebrew keyboards have signs where Q is.
        let is_sign_at_q = self.code == "KeyQ" && matches!(self.key, ";" | "/");
        if self.printed().is_some_and(is_ours) && !is_sign_at_q {
            return None;
        }
        let is_named = self.key.len() > 1 && self.key.is_ascii();
        if is_named && !matches!(self.key, "Process" | "Unidentified" | "Dead") {
            return None;
        }
        match self.code {
            "Slash" => Some(if self.shift { '?' } else { '/' }),
            "Period" => Some('.'),
            code => code.strip_prefix("Key")?.chars().next().map(|it| it.to_ascii_lowercase()),
        }
    }

    /// What it asks of the whole page.
    pub fn wish(self, into: Into) -> Option<Wish> {
        if self.command && !self.alt {
            let takes_back = self.is('z') && !self.shift;
            let takes_again = self.is('z') && self.shift || self.is('y') && !self.shift;
            let wish = if takes_back { Some(Wish::Undo) } else { takes_again.then_some(Wish::Redo) };
            return wish.filter(|_| into != Into::Own);
        }
        let lists = self.key == "F1" && !self.shift || self.is('?') && into == Into::Page;
        (lists && !self.command).then_some(Wish::Shortcuts)
    }
}

/// Signs and letters that our keyboards print.
const fn is_ours(it: char) -> bool {
    matches!(it, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ctrl<'a>(key: &'a str, code: &'a str) -> Press<'a> {
        Press { key, code, command: true, ..Press::default() }
    }

    #[test]
    fn undo_is_where_z_is_printed_or_would_be() {
        for (layout, key, code) in [
            ("English", "z", "KeyZ"),
            ("German", "z", "KeyY"),
            ("French", "z", "KeyW"),
            ("Dvorak", "z", "Slash"),
            ("with Caps Lock", "Z", "KeyZ"),
            ("Russian", "я", "KeyZ"),
            ("Greek", "ζ", "KeyZ"),
            ("Hebrew", "ז", "KeyZ"),
            ("Arabic", "ئ", "KeyZ"),
            ("Persian", "ظ", "KeyZ"),
            ("Korean", "ㅋ", "KeyZ"),
            ("Thai", "ผ", "KeyZ"),
            ("Hindi", "ॆ", "KeyZ"),
            ("Japanese, full width", "ｚ", "KeyZ"),
            ("an input method", "Process", "KeyZ"),
        ] {
            assert_eq!(ctrl(key, code).wish(Into::Page), Some(Wish::Undo), "{layout}");
            let with_shift = Press { shift: true, ..ctrl(key, code) };
            assert_eq!(with_shift.wish(Into::Page), Some(Wish::Redo), "{layout}");
        }
        for (layout, key, code) in
            [("German", "y", "KeyZ"), ("Russian", "н", "KeyY"), ("Hebrew", "ט", "KeyY"), ("Arabic", "غ", "KeyY")]
        {
            assert_eq!(ctrl(key, code).wish(Into::Page), Some(Wish::Redo), "{layout}");
        }
        for (layout, key, code) in [
            ("French", "w", "KeyZ"),
            ("Dvorak", ";", "KeyZ"),
            ("Turkish F", "j", "KeyZ"),
            ("Dvorak", "f", "KeyY"),
            ("Russian", "Я", "KeyX"),
            ("a name", "Enter", "KeyZ"),
            ("no place", "я", ""),
        ] {
            assert_eq!(ctrl(key, code).wish(Into::Page), None, "{layout}");
        }
        assert_eq!(Press { alt: true, ..ctrl("z", "KeyZ") }.wish(Into::Page), None, "AltGr");
    }

    #[test]
    fn a_field_with_a_text_of_its_own_takes_back_for_itself() {
        let press = ctrl("z", "KeyZ");
        assert_eq!(press.wish(Into::Document), Some(Wish::Undo));
        assert_eq!(press.wish(Into::Own), None);
        assert_eq!(ctrl("я", "KeyZ").wish(Into::Own), None);
        let asks = Press { key: "?", code: "Slash", shift: true, ..Press::default() };
        assert_eq!(asks.wish(Into::Page), Some(Wish::Shortcuts));
        assert_eq!((asks.wish(Into::Own), asks.wish(Into::Document)), (None, None));
        let f1 = Press { key: "F1", code: "F1", ..Press::default() };
        assert_eq!(f1.wish(Into::Own), Some(Wish::Shortcuts));
    }

    #[test]
    fn single_keys_go_by_print_and_by_place() {
        for (key, code, shift, wanted) in [
            ("/", "Slash", false, '/'),
            ("/", "Digit7", true, '/'),
            ("ظ", "Slash", false, '/'),
            ("؟", "Slash", true, '?'),
            ("?", "Minus", true, '?'),
            ("/", "KeyQ", false, '/'),
            ("/", "KeyQ", false, 'q'),
            (";", "KeyQ", false, 'q'),
            ("и", "KeyB", false, 'b'),
            ("لا", "KeyB", false, 'b'),
            ("к", "KeyR", false, 'r'),
            ("ψ", "KeyC", false, 'c'),
            ("๊", "KeyQ", false, 'q'),
            ("ר", "KeyR", false, 'r'),
            (".", "Period", false, '.'),
            ("ю", "Period", false, '.'),
            ("d", "KeyD", false, 'd'),
        ] {
            assert!(Press { key, code, shift, ..Press::default() }.is(wanted), "{key} at {code} is {wanted}");
        }
        for (key, code, not) in [
            ("'", "KeyQ", 'q'),
            ("a", "KeyQ", 'q'),
            ("x", "KeyB", 'b'),
            ("é", "Digit2", '/'),
            ("ArrowUp", "ArrowUp", 'a'),
        ] {
            assert!(!Press { key, code, ..Press::default() }.is(not), "{key} at {code} is not {not}");
        }
    }
}
