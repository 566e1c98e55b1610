//! What is attached to our PDF. Only what [`crate::pdf`] writes is understood, so this is no reader of PDF: it looks
//! for the two names that we give, and follows them to their streams.

use super::{MOST, UnpackError, read_up_to, utf8};
use crate::pdf::{ASSESSMENT, RESULT};
use flate2::read::ZlibDecoder;
use readiness::report::REPORT_FORMAT;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// More pages than the report of the longest assessment has.
pub const MOST_PAGES: usize = 10_000;
/// How many digits the number of an object has at most.
const LONGEST_NUMBER: usize = 10;

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
    let object = [b"\n", &*digits(reference), b" 0 obj"].concat();
    let object = rfind(bytes, &object).ok_or(UnpackError::NoAttachment)?;
    utf8(read_up_to(MOST, ZlibDecoder::new(stream_at(&bytes[object..])?))?)
}

/// The data of the stream of the object that begins here.
fn stream_at(object: &[u8]) -> Result<&[u8], UnpackError> {
    let head = &object[..object.len().min(2000)];
    let at = find(head, b"stream").ok_or(UnpackError::NoAttachment)?;
    let data = &object[at + b"stream".len()..];
    let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).ok_or(UnpackError::Damaged)?;
    find(&head[..at], b"/FlateDecode").map(|_| data).ok_or(UnpackError::NoAttachment)
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

/// The contents of a PDF's pages in their order, unpacked. A page that can't be read is empty.
///
/// # Errors
/// [`UnpackError::TooLong`] if there are more than [`MOST_PAGES`], or more in them than [`MOST`].
pub fn pages(bytes: &[u8]) -> Result<Vec<Vec<u8>>, UnpackError> {
    const KEY: &[u8] = b"/Contents ";
    let mut numbers = Vec::new();
    let mut rest = bytes;
    while let Some(found) = after(rest, KEY) {
        if numbers.len() == MOST_PAGES {
            return Err(UnpackError::TooLong);
        }
        numbers.push(digits(found));
        rest = found;
    }
    let objects = objects(bytes, &numbers);
    // The pages have it together, since one object could be named ten thousand times.
    let mut room = MOST;
    let page = |number: &Vec<u8>| {
        let mut page = Vec::new();
        let data = objects.get(&**number).and_then(|at| stream_at(&bytes[*at..]).ok()).unwrap_or_default();
        let whole = ZlibDecoder::new(data).take(room as u64 + 1).read_to_end(&mut page).is_ok();
        room = room.checked_sub(page.len()).ok_or(UnpackError::TooLong)?;
        Ok(if whole { page } else { Vec::new() })
    };
    numbers.iter().map(page).collect()
}

/// Where the objects of these numbers begin, in one go: of several with the same number, the last one counts.
fn objects<'a>(bytes: &'a [u8], numbers: &'a [Vec<u8>]) -> BTreeMap<&'a [u8], usize> {
    const MARK: &[u8] = b" 0 obj";
    let wanted: BTreeSet<&[u8]> = numbers.iter().map(Vec::as_slice).collect();
    let marks = bytes.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK);
    let objects = marks.filter_map(|(at, _)| {
        let digits = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).take(LONGEST_NUMBER).count();
        let number = &bytes[at - digits..at];
        (bytes[..at - digits].last() == Some(&b'\n') && wanted.contains(number)).then_some((number, at))
    });
    objects.collect()
}

/// The number at the start, as it is written.
fn digits(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().take_while(u8::is_ascii_digit).take(LONGEST_NUMBER).collect()
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
