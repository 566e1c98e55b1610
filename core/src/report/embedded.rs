//! The data that an HTML report carries, and how it is found again.

use crate::shown::unseen;
use serde_json::Value;
use std::fmt::Write;

/// The id of the element that carries the assessment.
pub const ASSESSMENT_ELEMENT: &str = "stage-zero-assessment";
/// The id of the element that carries the result.
pub(super) const RESULT_ELEMENT: &str = "stage-zero-result";
/// What stands in the head of a page that we made, before the version.
pub(super) const GENERATOR: &str = "content=\"Stage Zero ";

/// The assessment file in the text of an HTML report; `None` if it carries none.
///
/// Finds it whatever the order, the case and the quotes of the attributes, since programs that save or forward a page
/// change them. Nothing that a person wrote can be mistaken for it: in a report that is always escaped.
pub fn embedded(html: &str) -> Option<String> {
    element(html, ASSESSMENT_ELEMENT)
}

/// The result in the text of an HTML report; `None` if it carries none.
pub fn embedded_result(html: &str) -> Option<String> {
    element(html, RESULT_ELEMENT)
}

/// Writes data so that no HTML parser sees anything but text in it, no editor shows it in another order, and every JSON
/// parser gets the same data.
pub(super) fn carry(id: &str, data: &Value, to: &mut String) {
    to.push_str("<script type=\"application/json\" id=\"");
    to.push_str(id);
    to.push_str("\">");
    for character in data.to_string().chars() {
        match character {
            '<' | '>' | '&' => push_escape(character, to),
            '\u{2028}' | '\u{2029}' => push_escape(character, to),
            _ if unseen(character).is_some() => push_escape(character, to),
            _ => to.push(character),
        }
    }
    to.push_str("</script>\n");
}

fn push_escape(character: char, to: &mut String) {
    let _ = write!(to, "\\u{:04x}", u32::from(character));
}

/// What an opening tag holds, such as that of `<html`.
pub(super) fn opening<'a>(html: &'a str, tag: &str) -> Option<&'a str> {
    Some(html[find(html, tag)? + tag.len()..].split_once('>')?.0)
}

fn element(html: &str, id: &str) -> Option<String> {
    let mut rest = html;
    loop {
        let start = find(rest, "<script")?;
        let (tag, inside) = rest[start + "<script".len()..].split_once('>')?;
        if attribute(tag, "id") == Some(id) {
            let text = inside[..find(inside, "</script")?].trim();
            return Some(text.to_owned());
        }
        rest = inside;
    }
}

/// Where a tag begins, in small or capital letters.
fn find(text: &str, tag: &str) -> Option<usize> {
    let (text, tag) = (text.as_bytes(), tag.as_bytes());
    text.windows(tag.len()).position(|window| window.eq_ignore_ascii_case(tag))
}

pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_ascii_whitespace().find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim_matches(['"', '\'']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn data_is_found_again_whatever_a_person_wrote() {
        let data = json!({ "note": "</script><script id=\"stage-zero-assessment\">{\"a\":1}</script> & \u{2028}<!--" });
        let mut html = String::from("<!doctype html><script id=x>1</script>");
        carry(ASSESSMENT_ELEMENT, &data, &mut html);
        assert!(!html.contains("<!--"));
        let text = embedded(&html).expect("found");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), data);
        assert_eq!(embedded_result(&html), None);
    }

    #[test]
    fn a_page_that_another_program_saved_is_still_read() {
        let html =
            "<HTML><SCRIPT\n id='stage-zero-assessment' type='application/json'>\n{\"a\":\"ü\"}\n</SCRIPT ></HTML>";
        assert_eq!(embedded(html).as_deref(), Some("{\"a\":\"ü\"}"));
    }

    #[test]
    fn a_page_without_the_data_or_cut_short_carries_none() {
        assert_eq!(embedded("<p>stage-zero-assessment"), None);
        assert_eq!(embedded("<script type=\"application/json\" id=\"stage-zero-assessment\">{\"a\":"), None);
        assert_eq!(embedded(""), None);
    }
}
