//! How figures are written for a person.

use crate::catalogue::{Catalogue, Word};
use crate::date::{Date, Timestamp};
use crate::scoring::{Interval, Tenths};

/// A share, such as `61.2 %`.
pub fn percent(catalogue: &Catalogue, share: Tenths) -> String {
    catalogue.say(Word::ReportPercent, &[("n", &decimal(catalogue, share))])
}

/// An interval, such as `61.2 to 79.0 %`; one figure where both ends are equal. From nothing to all means that nothing was
/// answered, and no more is said of that.
pub fn interval(catalogue: &Catalogue, interval: Interval) -> String {
    if interval.high.value() - interval.low.value() == 1000 {
        return catalogue.word(Word::ReportUnanswered).to_owned();
    }
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

/// A moment to the minute, such as `24 November 2026, 10:05 UTC`: who reads a file may be anywhere. Its day alone where it
/// says no time in UTC.
pub fn moment(catalogue: &Catalogue, moment: &Timestamp) -> Option<String> {
    let day = date(catalogue, moment.day()?);
    let time = moment.as_str().get(11..16).filter(|_| moment.as_str().ends_with('Z'));
    Some(match time {
        Some(time) => catalogue.say(Word::ReportMoment, &[("day", &day), ("time", time)]),
        None => day,
    })
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

/// A sum of money without its currency, such as `12,500`.
pub fn amount(catalogue: &Catalogue, whole: u64) -> String {
    let digits = whole.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push_str(catalogue.word(Word::ReportThousandsMark));
        }
        written.push(digit);
    }
    written
}

fn decimal(catalogue: &Catalogue, share: Tenths) -> String {
    let (whole, tenth) = (share.value() / 10, share.value() % 10);
    format!("{whole}{}{tenth}", catalogue.word(Word::ReportDecimalMark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_says_that_it_is_utc_where_it_is() {
        let catalogue = &Catalogue::english();
        let said = |text: &str| moment(catalogue, &Timestamp::new(text));
        assert_eq!(said("2026-11-29T05:12:34.567Z").as_deref(), Some("29 November 2026, 05:12 UTC"));
        assert_eq!(said("2026-11-29T05:12:34+01:00").as_deref(), Some("29 November 2026"));
        assert_eq!((said("2026-11-29").as_deref(), said("")), (Some("29 November 2026"), None));
    }

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
        for (sum, written) in [(0, "0"), (999, "999"), (12_500, "12,500"), (1_000_000, "1,000,000")] {
            assert_eq!(amount(&Catalogue::english(), sum), written);
        }
    }
}
