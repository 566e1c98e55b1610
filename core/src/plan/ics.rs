//! The plan as a calendar file (RFC 5545): an all-day entry for each phase, and one for each action
//! or task with a date of its own.

use super::{Action, Phase, Plan};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::shown;

/// The longest line in bytes; longer ones are folded.
const LONGEST_LINE: usize = 75;

impl Plan {
    /// The plan as a calendar file, written on this day. An entry keeps its id while its action is to be done, so that
    /// a calendar that reads the next file changes it rather than adding another.
    pub fn to_ics(&self, catalogue: &Catalogue, assessment: &Assessment, today: Date) -> String {
        let mut file = String::new();
        line(&mut file, "BEGIN:VCALENDAR");
        line(&mut file, "VERSION:2.0");
        line(&mut file, &format!("PRODID:-//Stage Zero//Action plan//{}", catalogue.language.to_ascii_uppercase()));
        line(&mut file, "CALSCALE:GREGORIAN");
        let mut add = |entry: Entry| entry.write(&mut file, assessment, today);
        for phase in Phase::ALL {
            let of_phase = || self.actions.iter().filter(move |action| action.phase == phase);
            let title = |action: &Action| action.title(catalogue, assessment);
            let planned = || of_phase().filter_map(|action| Some((action, action.due.filter(|due| !due.own)?.day)));
            let all: Vec<_> = planned().map(|(action, _)| title(action)).collect();
            if let Some((_, day)) = planned().next() {
                let key = format!("phase-{}", phase.name());
                add(Entry {
                    key,
                    day,
                    title: phase.label(catalogue).to_owned(),
                    text: all.join("\n"),
                    phase: phase.label(catalogue),
                });
            }
            for (action, due) in of_phase().filter_map(|action| Some((action, action.due.filter(|due| due.own)?))) {
                let owners = action.owners.join(", ");
                let text =
                    action.steps(catalogue, assessment).into_iter().chain([owners]).collect::<Vec<_>>().join("\n");
                let key = action.key(catalogue);
                add(Entry { key, day: due.day, title: title(action), text, phase: phase.label(catalogue) });
            }
        }
        for (index, task) in self.open_tasks() {
            let Some(day) = task.due else { continue };
            let (key, phase) = (format!("task-{}", index + 1), catalogue.word(Word::PlanOwnTasks));
            add(Entry { key, day, title: task.what.clone(), text: task.owner.clone(), phase });
        }
        line(&mut file, "END:VCALENDAR");
        file
    }
}

/// An entry of the calendar.
struct Entry<'a> {
    key: String,
    day: Date,
    title: String,
    text: String,
    phase: &'a str,
}

impl Entry<'_> {
    fn write(&self, file: &mut String, assessment: &Assessment, today: Date) {
        line(file, "BEGIN:VEVENT");
        line(file, &format!("UID:{}-{}@stage-zero", text(&assessment.id), text(&self.key)));
        line(file, &format!("DTSTAMP:{}T000000Z", date(today)));
        line(file, &format!("DTSTART;VALUE=DATE:{}", date(self.day)));
        line(file, &format!("DTEND;VALUE=DATE:{}", date(self.day.plus_days(1))));
        line(file, &format!("SUMMARY:{}", text(&self.title)));
        line(file, &format!("DESCRIPTION:{}", text(self.text.trim_end())));
        line(file, &format!("CATEGORIES:{}", text(self.phase)));
        line(file, "TRANSP:TRANSPARENT");
        line(file, "END:VEVENT");
    }
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
            letter => escaped.push_str(&shown::line(letter.encode_utf8(&mut [0; 4]))),
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
