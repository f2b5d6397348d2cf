//! Counts and bytes as short texts, for the way between worker and page.
//!
//! Most counts of a part are small, and many are nothing. A count is written in groups of seven bits, a run of nothings
//! as a zero byte and its length; the bytes go as Base64. The tally of a small town is a fifth of its JSON, and is read
//! in a fraction of the time, which the page does not have.

/// More numbers than any row has that is meant.
const MOST: usize = 50_000_000;

/// A row of counts as bytes.
fn bytes_of(counts: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(counts.len());
    let mut at = 0;
    while at < counts.len() {
        let nothings = counts[at..].iter().take_while(|it| **it == 0).count();
        if nothings > 0 {
            bytes.push(0);
            write(&mut bytes, nothings as u64);
            at += nothings;
        } else {
            write(&mut bytes, counts[at]);
            at += 1;
        }
    }
    bytes
}

fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The counts in a row of bytes; `None` if it is not one.
fn counts_of(bytes: &[u8]) -> Option<Vec<u64>> {
    let mut counts = Vec::with_capacity(bytes.len() * 2);
    let mut at = 0;
    while at < bytes.len() {
        let number = read(bytes, &mut at)?;
        if number == 0 {
            let nothings = usize::try_from(read(bytes, &mut at)?).ok()?;
            let len = counts.len().checked_add(nothings).filter(|it| *it <= MOST)?;
            counts.resize(len, 0);
        } else {
            counts.push(number);
        }
    }
    Some(counts)
}

fn read(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let (mut number, mut shift) = (0_u64, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

/// For `#[serde(with = …)]` on rows of counts.
pub mod counts {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD_NO_PAD;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{bytes_of, counts_of};

    /// Writes a row.
    pub fn serialize<S: Serializer>(counts: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD_NO_PAD.encode(bytes_of(counts)))
    }

    /// Reads a row.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let bytes = STANDARD_NO_PAD.decode(text.as_bytes()).map_err(D::Error::custom)?;
        counts_of(&bytes).ok_or_else(|| D::Error::custom("no row of counts"))
    }
}

/// For `#[serde(with = …)]` on rows of bytes.
pub mod bytes {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD_NO_PAD;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes a row.
    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD_NO_PAD.encode(bytes))
    }

    /// Reads a row.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        STANDARD_NO_PAD.decode(text.as_bytes()).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were() {
        let rows: [&[u64]; 6] =
            [&[], &[0], &[0, 0, 0, 1], &[1, 127, 128, 129, 0, 16_384, u64::MAX], &[5; 300], &[0; 300]];
        for row in rows {
            assert_eq!(counts_of(&bytes_of(row)).as_deref(), Some(row));
        }
        assert_eq!(bytes_of(&[0; 300]).len(), 3);
    }

    #[test]
    fn what_is_no_row_is_none() {
        for bytes in [&[0x80][..], &[0], &[0, 0x80], &[0x80; 12], &[0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]] {
            assert_eq!(counts_of(bytes), None, "{bytes:?}");
        }
    }
}
