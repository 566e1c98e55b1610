//! What is attached to our PDF. Only what [`crate::pdf`] writes is understood, so this is no reader of PDF: it looks
//! for the two names that we give, and follows them to their streams.

use super::{MOST, UnpackError, utf8};
use crate::pdf::{ASSESSMENT, RESULT};
use flate2::read::ZlibDecoder;
use readiness::report::REPORT_FORMAT;
use std::io::Read;

/// A JSON report of what is attached.
pub(super) fn text(bytes: &[u8]) -> Result<String, UnpackError> {
    let assessment = attached(bytes, ASSESSMENT)?;
    let result = attached(bytes, RESULT)?;
    let language = language(bytes);
    Ok(format!(
        "{{\"format\":\"{REPORT_FORMAT}\",\"language\":\"{language}\",\"assessment\":{assessment},\"result\":{result}}}"
    ))
}

fn attached(bytes: &[u8], name: &str) -> Result<String, UnpackError> {
    let specification = format!("/F({name})");
    // A program that changes a PDF appends: what comes last counts.
    let at = rfind(bytes, specification.as_bytes()).ok_or(UnpackError::NoAttachment)?;
    let end = bytes.len().min(at + 2000);
    let reference = after(&bytes[at..end], b"/EF").and_then(|it| after(it, b"/F ")).ok_or(UnpackError::NoAttachment)?;
    let digits: Vec<u8> = reference.iter().copied().take_while(u8::is_ascii_digit).collect();
    let number = String::from_utf8(digits).map_err(|_| UnpackError::NoAttachment)?;
    utf8(inflated(stream(bytes, &number)?)?)
}

/// The data of an object's stream, from its start on.
fn stream<'a>(bytes: &'a [u8], number: &str) -> Result<&'a [u8], UnpackError> {
    let object = format!("\n{number} 0 obj");
    let object = rfind(bytes, object.as_bytes()).ok_or(UnpackError::NoAttachment)?;
    let object = &bytes[object..];
    let at = find(object, b"stream").filter(|at| *at < 2000).ok_or(UnpackError::NoAttachment)?;
    let (dictionary, data) = object.split_at(at);
    let data = &data[b"stream".len()..];
    let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).ok_or(UnpackError::Damaged)?;
    find(dictionary, b"/FlateDecode").map(|_| data).ok_or(UnpackError::NoAttachment)
}

fn inflated(data: &[u8]) -> Result<Vec<u8>, UnpackError> {
    let mut content = Vec::new();
    match ZlibDecoder::new(data).take(MOST as u64 + 1).read_to_end(&mut content) {
        Ok(length) if length > MOST => Err(UnpackError::TooLong),
        Ok(_) => Ok(content),
        Err(_) => Err(UnpackError::Damaged),
    }
}

/// The language that the document says it speaks; empty if it says none.
fn language(bytes: &[u8]) -> String {
    const KEY: &[u8] = b"/Lang(";
    let said = rfind(bytes, KEY).map_or(&[][..], |at| &bytes[at + KEY.len()..]);
    said.iter()
        .take(16)
        .map(|byte| char::from(*byte))
        .take_while(|it| it.is_ascii_alphanumeric() || *it == '-')
        .collect()
}

/// The contents of the pages in their order, unpacked. A page that can't be read is empty.
pub(crate) fn pages(bytes: &[u8]) -> Vec<Vec<u8>> {
    const KEY: &[u8] = b"/Contents ";
    let mut pages = Vec::new();
    let mut rest = bytes;
    while let Some(found) = after(rest, KEY) {
        let number: String = found.iter().map(|byte| char::from(*byte)).take_while(char::is_ascii_digit).collect();
        pages.push(stream(bytes, &number).map(|data| inflated(data).unwrap_or_default()).unwrap_or_default());
        rest = found;
    }
    pages
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

fn after<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    find(bytes, wanted).map(|at| &bytes[at + wanted.len()..])
}
