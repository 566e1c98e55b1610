//! The plan as a calendar file (RFC 5545): an all-day entry for each action that has a date.

use super::{Action, Plan};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::date::Date;
use std::fmt::Write;

/// The longest line in bytes; longer ones are folded.
const LONGEST_LINE: usize = 75;

impl Plan {
    /// The plan as a calendar file, written on this day. An entry keeps its id while its action is to be done, so that
    /// a calendar that reads the next file changes it rather than adding another.
    pub fn to_ics(&self, catalogue: &Catalogue, assessment: &Assessment, today: Date) -> String {
        let mut file = String::new();
        line(&mut file, "BEGIN:VCALENDAR");
        line(&mut file, "VERSION:2.0");
        line(&mut file, &format!("PRODID:-//Stage Zero//Action plan//{}", catalogue.language.to_uppercase()));
        line(&mut file, "CALSCALE:GREGORIAN");
        for (action, day) in self.actions.iter().filter_map(|action| Some((action, action.due?.day))) {
            entry(&mut file, action, day, today, catalogue, assessment);
        }
        line(&mut file, "END:VCALENDAR");
        file
    }
}

fn entry(file: &mut String, action: &Action, day: Date, today: Date, catalogue: &Catalogue, assessment: &Assessment) {
    let mut description = action.task(catalogue, assessment);
    if !action.owners.is_empty() {
        let _ = write!(description, "\n{}", action.owners.join(", "));
    }
    line(file, "BEGIN:VEVENT");
    line(file, &format!("UID:{}-{}@stage-zero", text(&assessment.id), text(&action.key(catalogue))));
    line(file, &format!("DTSTAMP:{}T000000Z", date(today)));
    line(file, &format!("DTSTART;VALUE=DATE:{}", date(day)));
    line(file, &format!("DTEND;VALUE=DATE:{}", date(day.plus_days(1))));
    line(file, &format!("SUMMARY:{}", text(&action.title(catalogue, assessment))));
    line(file, &format!("DESCRIPTION:{}", text(&description)));
    line(file, &format!("CATEGORIES:{}", text(action.phase.label(catalogue))));
    line(file, "TRANSP:TRANSPARENT");
    line(file, "END:VEVENT");
}

fn date(day: Date) -> String {
    let (year, month, day) = day.parts();
    format!("{year:04}{month:02}{day:02}")
}

/// Escapes what has a meaning in a text value; other control characters may not be there at all.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, folded so that no piece is too long and none ends within a character.
fn line(file: &mut String, content: &str) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut file = String::new();
        line(&mut file, &"é".repeat(100));
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
        assert_eq!(file.replace("\r\n ", ""), format!("{}\r\n", "é".repeat(100)));
    }

    #[test]
    fn a_text_cannot_start_a_line_of_its_own() {
        assert_eq!(text("a;b,c\\d\r\nEND:VCALENDAR"), "a\\;b\\,c\\\\d\\nEND:VCALENDAR");
        assert_eq!(text("a\u{0}b"), "a b");
    }
}
