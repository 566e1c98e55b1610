//! An entry for the person's own calendar that reminds of a copy.

use crate::browser::{download, host, new_id, now, today, window};
use crate::text::{say, t};
use readiness::Date;
use readiness::catalogue::Word;
use yew::prelude::*;

/// How many days lie between two reminders: less than the seven after which Safari forgets.
const EVERY: i32 = 5;

/// A button that hands the entry over as a file, which every calendar opens.
pub fn calendar_entry() -> Html {
    html! {
        <button type="button" class="button second" data-testid="calendar" onclick={|_| {
            let _ = download("stage-zero.ics", "text/calendar", &entry());
        }}>{ t(Word::DataCalendar) }</button>
    }
}

/// The entry (RFC 5545): every five days, for a year, from the fifth day on.
fn entry() -> String {
    let plain = |text: &str| text.replace(['-', ':'], "");
    let day = |day: Date| plain(&day.to_string());
    let moment = format!("{}Z", plain(now().as_str().split('.').next().unwrap_or_default()));
    let site = window().location().href().unwrap_or_default();
    let title = say(Word::DataCalendarTitle, &[("name", &host::name())]);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Stage Zero//Stage Zero//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", new_id()),
        format!("DTSTAMP:{moment}"),
        format!("DTSTART;VALUE=DATE:{}", day(today().plus_days(EVERY))),
        format!("RRULE:FREQ=DAILY;INTERVAL={EVERY};COUNT=73"),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(t(Word::SaveForgetsText))),
        format!("URL:{}", site.split('#').next().unwrap_or_default()),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// Commas, semicolons and backslashes mean something in a text.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', " ")
}

/// A line goes on in the next after 75 bytes at most, which then begins with a space.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text + "\r\n"
}
