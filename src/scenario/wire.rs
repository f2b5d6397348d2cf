//! Numbers and days as they stand in a document.

use std::fmt;

use serde::de::{Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::engine::{Day, Points};

/// The largest number, in either direction, that a document may hold.
pub const DECIMAL_MAX: i64 = 1_000_000_000;

/// A decimal number with at most three places, held exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub Points);

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self(Points::whole(number))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let thousandths = self.0.thousandths();
        if thousandths % 1000 == 0 {
            serializer.serialize_i64(thousandths / 1000)
        } else {
            serializer.serialize_f64(self.0.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Clone, Copy)]
        struct DecimalVisitor;

        impl Visitor<'_> for DecimalVisitor {
            type Value = Decimal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a number between -{DECIMAL_MAX} and {DECIMAL_MAX} with at most three decimal places")
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Decimal, E> {
                if number.unsigned_abs() > DECIMAL_MAX.unsigned_abs() {
                    return Err(E::invalid_value(Unexpected::Signed(number), &self));
                }
                Ok(Decimal::whole(number))
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Decimal, E> {
                self.visit_i64(
                    i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?,
                )
            }

            #[expect(clippy::cast_precision_loss, reason = "the bound is small enough to be exact")]
            #[expect(clippy::cast_possible_truncation, reason = "checked against the bound just before")]
            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Decimal, E> {
                if !number.is_finite() || number.abs() > DECIMAL_MAX as f64 {
                    return Err(E::invalid_value(Unexpected::Float(number), &self));
                }
                let thousandths = (number * 1000.0).round();
                if (number * 1000.0 - thousandths).abs() > 1e-3 {
                    return Err(E::invalid_value(Unexpected::Float(number), &self));
                }
                Ok(Decimal(Points::from_thousandths(thousandths as i64)))
            }
        }

        deserializer.deserialize_any(DecimalVisitor)
    }
}

/// What the decoder says of a place where a day is wanted.
pub(super) const DAY_WANTED: &str = "a day such as 2021-03-02";

/// A day, written `2021-03-02`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayText(pub Day);

impl Serialize for DayText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for DayText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DayVisitor;

        impl Visitor<'_> for DayVisitor {
            type Value = DayText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(DAY_WANTED)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<DayText, E> {
                text.parse().map(DayText).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(DayVisitor)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::Decimal {
        fn schema_name() -> Cow<'static, str> {
            "Decimal".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "number", "minimum": -super::DECIMAL_MAX, "maximum": super::DECIMAL_MAX, "multipleOf": 0.001,
                "description": "A decimal number with at most three places."
            })
        }
    }

    impl JsonSchema for super::DayText {
        fn schema_name() -> Cow<'static, str> {
            "Day".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "A day between 1900-01-01 and 2199-12-31."
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive_the_journey_exactly() {
        for text in ["0", "-20", "0.5", "-7.125", "1000000000", "12.001"] {
            let number: Decimal = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&number).unwrap(), text);
        }
    }

    #[test]
    fn what_is_not_a_short_decimal_is_refused() {
        for text in ["1.0005", "1e10", "1000000001", "-9223372036854775808", "\"5\"", "null"] {
            assert!(serde_json::from_str::<Decimal>(text).is_err(), "{text}");
        }
    }
}
