//! How far a link can go, by its length.
//!
//! The lengths are choices, and on the careful side. Browsers take far longer addresses than this in the address bar;
//! what breaks first is what people paste links into.

/// A QR code with more characters needs so small squares that a phone cannot read it from a projector.
pub const QR_CHARS: usize = 600;
/// Some messengers and mail programs cut or refuse longer links.
pub const CHAT_CHARS: usize = 2_000;
/// Longer addresses are better sent as a file.
pub const BROWSER_CHARS: usize = 8_000;

/// Where a link still fits, the narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// Even into a QR code on a projector.
    Qr,
    /// Into a chat message.
    Chat,
    /// Into an address bar.
    Browser,
    /// Nowhere: send a file.
    File,
}

/// Where a link of this length fits, counted with the address of the page.
pub const fn fits(chars: usize) -> Fits {
    if chars <= QR_CHARS {
        Fits::Qr
    } else if chars <= CHAT_CHARS {
        Fits::Chat
    } else if chars <= BROWSER_CHARS {
        Fits::Browser
    } else {
        Fits::File
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_still_fits() {
        for (bound, here, beyond) in [
            (QR_CHARS, Fits::Qr, Fits::Chat),
            (CHAT_CHARS, Fits::Chat, Fits::Browser),
            (BROWSER_CHARS, Fits::Browser, Fits::File),
        ] {
            assert_eq!((fits(bound), fits(bound + 1)), (here, beyond));
        }
    }
}
