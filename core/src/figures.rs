//! How figures are written for a person.

use crate::catalogue::{Catalogue, Word};
use crate::scoring::{Interval, Tenths};

/// A share, such as `61.2 %`.
pub fn percent(catalogue: &Catalogue, share: Tenths) -> String {
    catalogue.say(Word::ReportPercent, &[("n", &decimal(catalogue, share))])
}

/// An interval, such as `61.2 to 79.0 %`; one figure where both ends are equal.
pub fn interval(catalogue: &Catalogue, interval: Interval) -> String {
    if interval.low == interval.high {
        return percent(catalogue, interval.low);
    }
    let (low, high) = (decimal(catalogue, interval.low), decimal(catalogue, interval.high));
    catalogue.say(Word::ReportInterval, &[("low", &low), ("high", &high)])
}

fn decimal(catalogue: &Catalogue, share: Tenths) -> String {
    let (whole, tenth) = (share.value() / 10, share.value() % 10);
    format!("{whole}{}{tenth}", catalogue.word(Word::ReportDecimalMark))
}
