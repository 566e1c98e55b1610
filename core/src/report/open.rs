//! Getting the assessment back out of whatever carries it.

use super::REPORT_FORMAT;
use super::embedded::{self, embedded, embedded_result};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, LANGUAGES, Language};
use crate::file::{FileError, Limit};
use serde_json::Value;

/// What a file carries, taken out of it once.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What carried it.
    pub form: Form,
    /// The language that the file speaks; English where it does not say, or says one that we don't have.
    pub language: &'static Language,
    /// The version of Stage Zero that made it, where it says one.
    pub made_by: Option<String>,
    /// The assessment.
    pub assessment: Assessment,
    /// The assessment as it stands in the file.
    pub carried: Value,
    /// The result beside it; `None` where there is none, or it is damaged.
    pub result: Option<Value>,
}

/// What a text is that carries an assessment.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// An HTML report.
    Page,
    /// A JSON report, with what is in it beside the assessment; `None` where a name stands in it twice: some readers
    /// take the first one, others the last.
    Data(Option<Value>),
    /// The files that are attached to a PDF report.
    Attached,
    /// An assessment file: nothing is beside it.
    File,
}

/// Reads an assessment file, an HTML report or a JSON report.
///
/// # Errors
/// See [`FileError`].
pub fn open(text: &str, catalogue: &Catalogue) -> Result<Opened, FileError> {
    Limit::REPORT.check_length(text)?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') {
        return page(start, catalogue);
    }
    if is_mhtml(start) {
        return Err(FileError::Mhtml);
    }
    if !start.contains(REPORT_FORMAT) {
        let file = Limit::ASSESSMENT.parse(text)?;
        return opened(Form::File, file, None, None, catalogue);
    }
    let mut document = Limit::REPORT.parse(text)?;
    if document["format"] != REPORT_FORMAT {
        return opened(Form::File, document, None, None, catalogue);
    }
    let each_once = names(&document) == names_in(text);
    let (assessment, result) = (document["assessment"].take(), document.get("result").cloned());
    let said = document["language"].as_str().map(str::to_owned);
    opened(Form::Data(each_once.then_some(document)), assessment, result, said.as_deref(), catalogue)
}

/// The same of the two files that are attached to a PDF report, of which the second may be missing; `said` is the
/// language that the document says it speaks.
///
/// # Errors
/// See [`FileError`].
pub fn open_attached(
    assessment: &str,
    result: Option<&str>,
    said: &str,
    catalogue: &Catalogue,
) -> Result<Opened, FileError> {
    let result = result.and_then(|text| Limit::REPORT.parse(text).ok());
    opened(Form::Attached, Limit::ASSESSMENT.parse(assessment)?, result, Some(said), catalogue)
}

fn page(html: &str, catalogue: &Catalogue) -> Result<Opened, FileError> {
    let Some(text) = embedded(html) else {
        let ours = html.contains(embedded::GENERATOR);
        return Err(match ours {
            true if !html.contains("</html>") => FileError::Truncated { line: html.lines().count() },
            true => FileError::WithoutData,
            false => FileError::NotAssessment,
        });
    };
    let tag = embedded::opening(html, "<html").unwrap_or_default();
    let result = embedded_result(html).and_then(|text| Limit::REPORT.parse(&text).ok());
    opened(Form::Page, Limit::ASSESSMENT.parse(&text)?, result, embedded::attribute(tag, "lang"), catalogue)
}

/// Puts together what was found; `said` is the language that counts where the result says none.
fn opened(
    form: Form,
    carried: Value,
    result: Option<Value>,
    said: Option<&str>,
    catalogue: &Catalogue,
) -> Result<Opened, FileError> {
    let says = |name: &str| result.as_ref().and_then(|result| result[name].as_str());
    let language = says("language").or(said).and_then(Language::of).unwrap_or(&LANGUAGES[0]);
    Ok(Opened {
        form,
        language,
        made_by: says("made_by").map(str::to_owned),
        assessment: Assessment::from_value(&carried, catalogue)?,
        carried,
        result: result.filter(Value::is_object),
    })
}

/// Whether a browser or a mail program has saved a page together with what it shows.
fn is_mhtml(text: &str) -> bool {
    let head = text.get(..2_000).unwrap_or(text).to_ascii_lowercase();
    head.contains("mime-version:") && head.contains("multipart/related")
}

/// How many names a document has in all its records.
fn names(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.iter().map(names).sum(),
        Value::Object(fields) => fields.len() + fields.values().map(names).sum::<usize>(),
        _ => 0,
    }
}

/// How many names stand in a text that is JSON: a name twice in one record counts twice.
fn names_in(text: &str) -> usize {
    let (mut names, mut quoted, mut escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b':' if !quoted => names += 1,
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{names, names_in};
    use serde_json::Value;

    #[test]
    fn a_name_that_stands_there_twice_is_counted_twice() {
        let same = |text: &str| names(&serde_json::from_str::<Value>(text).expect("JSON")) == names_in(text);
        assert!(same(r#"{"a":[{"b:":"c\":\\"}],"d":{"e":{}}}"#));
        assert!(!same(r#"{"a":1,"b":{"c":1,"c":1}}"#));
        assert!(!same(r#"{"a":1,"\u0061":1}"#));
    }
}
