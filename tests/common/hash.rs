//! A hash that is the same everywhere and for ever.

/// FNV-1a, 64 bits, of a text.
pub fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash in sixteen hexadecimal digits.
pub fn hex(text: &str) -> String {
    format!("{:016x}", fnv1a(text))
}
