//! A mail draft that asks for a quote, as the address that opens it in the person's mail program. Nothing is sent by it.

use super::QuoteBrief;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use std::fmt::Write;

/// The longest address in bytes. Longer ones are cut or refused on the way to some mail programs, which Windows starts
/// with no more than 2,048.
const LONGEST: usize = 1_800;

impl QuoteBrief {
    /// The brief as text: a question with its answer on a line of its own, and where the auditor days come from.
    pub fn to_text(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let mut lines = self.lines(catalogue);
        lines.push(self.audit_time(catalogue, assessment.profile.people_for_audit()));
        lines.join("\n")
    }

    fn lines(&self, catalogue: &Catalogue) -> Vec<String> {
        self.points.iter().map(|point| line(catalogue, point)).collect()
    }

    /// What is answered, a line each, and one line for all that is not: a mail has little room.
    fn short_lines(&self, catalogue: &Catalogue) -> Vec<String> {
        let answered = self.points.iter().filter(|(_, answer)| answer.is_some());
        let open: Vec<_> = self.gaps().map(|question| question.label(catalogue)).collect();
        let mut lines: Vec<_> = answered.map(|point| line(catalogue, point)).collect();
        if !open.is_empty() {
            lines.push(format!("{}: {}", catalogue.word(Word::ReportUnanswered), open.join("; ")));
        }
        lines
    }

    /// The address of a draft to someone (RFC 6068). What is too long for it is said to be in the attached report.
    pub fn draft(&self, catalogue: &Catalogue, assessment: &Assessment, to: &str) -> String {
        let organisation = assessment.profile.organisation.trim();
        let subject = match organisation.is_empty() {
            true => catalogue.word(Word::BriefMailSubject).to_owned(),
            false => catalogue.say(Word::BriefMailSubjectOf, &[("name", organisation)]),
        };
        let mut address = format!("mailto:{to}?subject={}&body=", encoded(&subject));
        let rest = encoded(catalogue.word(Word::BriefMailRest));
        let attached = encoded(catalogue.word(Word::BriefMailAttached));
        let end = format!("{BREAK}{attached}{BREAK}");
        let mut left_out = false;
        let greeting = [catalogue.word(Word::BriefMailPlease).to_owned(), String::new()];
        for line in greeting.into_iter().chain(self.short_lines(catalogue)) {
            let line = encoded(&line) + BREAK;
            let fits = address.len() + line.len() + rest.len() + BREAK.len() + end.len() <= LONGEST;
            left_out |= !fits;
            address.push_str(if fits { &line } else { "" });
        }
        if left_out {
            address.push_str(&rest);
            address.push_str(BREAK);
        }
        address + &end
    }
}

/// A question with its answer.
fn line(catalogue: &Catalogue, (question, answer): &(super::Question, Option<String>)) -> String {
    let answer = answer.as_deref().unwrap_or(catalogue.word(Word::ReportUnanswered));
    format!("{}: {}", question.label(catalogue), answer.replace('\n', " "))
}

/// The end of a line.
const BREAK: &str = "%0D%0A";

/// A text as it stands in an address: everything but letters, digits and what needs no other form.
fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            _ => drop(write!(address, "%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_a_firm(change: impl FnOnce(&mut Assessment)) -> String {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::default();
        assessment.profile.organisation = "Harbour & Söhne".to_owned();
        assessment.profile.country = "Portugal".to_owned();
        change(&mut assessment);
        QuoteBrief::new(&catalogue, &assessment).draft(&catalogue, &assessment, "quotes@body.example")
    }

    /// What the mail program makes of the address: subject and text.
    fn opened(address: &str) -> (String, String) {
        let bytes = |text: &str| {
            let mut parts = text.split('%');
            let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
            for part in parts {
                bytes.push(u8::from_str_radix(&part[..2], 16).expect("two digits"));
                bytes.extend(part[2..].bytes());
            }
            String::from_utf8(bytes).expect("text")
        };
        let rest = address.strip_prefix("mailto:quotes@body.example?subject=").expect("a draft to the host");
        let (subject, body) = rest.split_once("&body=").expect("a text");
        (bytes(subject), bytes(body))
    }

    #[test]
    fn the_draft_holds_every_question_and_says_that_the_report_is_attached() {
        let catalogue = Catalogue::english();
        let (subject, text) = opened(&of_a_firm(|_| ()));
        assert!(subject.ends_with("Harbour & Söhne"), "{subject}");
        for question in super::super::Question::ALL {
            assert!(text.contains(question.label(&catalogue)), "{}", question.label(&catalogue));
        }
        assert!(text.contains(": Portugal\r\n") && text.contains(catalogue.word(Word::BriefMailAttached)));
        assert!(!text.contains(catalogue.word(Word::BriefMailRest)));
    }

    #[test]
    fn what_is_too_long_is_left_to_the_report_and_the_rest_is_still_there() {
        let catalogue = Catalogue::english();
        let address = of_a_firm(|it| it.profile.scope = "Ärzte und Praxen. ".repeat(100));
        let (_, text) = opened(&address);
        assert!(address.len() <= LONGEST, "{}", address.len());
        assert!(!text.contains("Ärzte") && text.contains(": Portugal"), "{text}");
        assert!(
            text.contains(catalogue.word(Word::BriefMailRest))
                && text.contains(catalogue.word(Word::BriefMailAttached))
        );
    }

    #[test]
    fn nothing_that_a_person_wrote_adds_a_receiver_or_a_header() {
        let address = of_a_firm(|it| {
            it.profile.organisation = "A&bcc=thief@b.example\r\nBcc: thief@b.example?cc=c@d.example".to_owned();
        });
        assert_eq!(address.matches(['?', '&', '@', '=', '\r', '\n', ' ']).count(), 5, "{address}");
    }
}
