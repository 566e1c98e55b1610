//! Days and moments, as they come in from outside.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day, written `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("format" = "date")))]
#[serde(into = "String", try_from = "String")]
pub struct Date(time::Date);

/// What is wrong with a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a date like 2026-11-24")]
pub struct DateError(String);

impl Date {
    /// Parses `YYYY-MM-DD`, years 1000 to 9999.
    ///
    /// # Errors
    /// Anything else, and days that no calendar has.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let parse = || {
            let [year, month, day] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
            let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) || year < "1000" {
                return None;
            }
            let month = time::Month::try_from(month.parse::<u8>().ok()?).ok()?;
            time::Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
        };
        parse().map(Self).ok_or_else(|| DateError(text.to_owned()))
    }

    /// The day this many days later, or earlier if negative; saturates at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let day = self.0.to_julian_day().saturating_add(days);
        Self(time::Date::from_julian_day(day).unwrap_or(self.0))
    }

    /// The days from `earlier` to this day; negative if it comes before.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i32, u8, u8) {
        (self.0.year(), self.0.month().into(), self.0.day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

/// A moment in UTC, written as a browser writes it: `2026-11-24T10:00:00Z`, with or without fractions of a second.
/// Moments of the same precision order as text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Timestamp(String);

impl Timestamp {
    /// Takes a moment as given.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of the moment, if it starts with one.
    pub fn day(&self) -> Option<Date> {
        self.0.get(..10).and_then(|day| Date::parse(day).ok())
    }

    /// Whether nothing was ever written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert_eq!(Date::parse("2028-02-29").unwrap().plus_days(1).to_string(), "2028-03-01");
        for wrong in
            ["2027-02-29", "2027-2-01", "27-02-01", "2027-13-01", "2027-01-01T", "", "0999-01-01", "２027-01-01"]
        {
            assert!(Date::parse(wrong).is_err(), "{wrong}");
        }
    }
}
