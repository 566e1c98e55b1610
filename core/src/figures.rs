//! How figures are written for a person.

use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
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

/// A day in a sentence, such as `24 November 2026`.
pub fn date(catalogue: &Catalogue, date: Date) -> String {
    written(catalogue, date, Word::DateLong, Word::DateMonths)
}

/// A day in a table, such as `24 Nov 2026`.
pub fn short_date(catalogue: &Catalogue, date: Date) -> String {
    written(catalogue, date, Word::DateShort, Word::DateMonthsShort)
}

fn written(catalogue: &Catalogue, date: Date, form: Word, months: Word) -> String {
    let (year, month, day) = date.parts();
    let name = catalogue.word(months).split(' ').nth(usize::from(month) - 1).unwrap_or_default();
    catalogue.say(form, &[("day", &day.to_string()), ("month", name), ("year", &year.to_string())])
}

/// A number with one decimal at most, such as `8.5`.
pub fn number(catalogue: &Catalogue, plain: impl ToString) -> String {
    plain.to_string().replace('.', catalogue.word(Word::ReportDecimalMark))
}

fn decimal(catalogue: &Catalogue, share: Tenths) -> String {
    let (whole, tenth) = (share.value() / 10, share.value() % 10);
    format!("{whole}{}{tenth}", catalogue.word(Word::ReportDecimalMark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        let catalogue = Catalogue::english();
        let day = |text: &str| Date::parse(text).expect("a day");
        assert_eq!(date(&catalogue, day("2026-11-24")), "24 November 2026");
        assert_eq!(short_date(&catalogue, day("2027-01-05")), "5 Jan 2027");
        for month in 1..=12 {
            let written = date(&catalogue, day(&format!("2027-{month:02}-01")));
            assert!(written.len() > "1  2027".len(), "month {month} has a name: {written}");
        }
    }

    #[test]
    fn numbers_have_the_decimal_mark_of_the_language() {
        assert_eq!(number(&Catalogue::english(), "8.5"), "8.5");
    }
}
