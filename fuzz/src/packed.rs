//! Files that carry a text inside: PDF reports, archives, and files locked with a passphrase.

use crate::{catalogue, says};
use flate2::{Compression, write::ZlibEncoder};
use formats::age::{RANDOM, UnlockError, lock_with, unlock_up_to};
use formats::{Carried, MOST, UnpackError, carried, check};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Any file is refused with a message, or a text comes out that is no longer than it may be. In the tests it is checked as
/// well; that makes it anew, which takes a fuzzer's program too long.
fn unpacked(bytes: &[u8]) {
    match carried(bytes, catalogue()) {
        Ok(Carried::Assessment(assessment)) => assert!(assessment.to_file(catalogue()).len() <= MOST),
        Ok(Carried::Review(text)) => assert!(text.len() <= MOST),
        Err(error) => says(&error),
    }
    if !cfg!(feature = "fuzzing")
        && let Err(error) = check(bytes, catalogue())
    {
        says(&error);
    }
}

/// The input as an archive; and an archive that holds the input: what is between bytes 255 is, in turn, the name of a file
/// and what is in it. Then every file comes out again, and one alone is refused or taken as it is without an archive.
pub fn zip(input: &[u8]) {
    unpacked(input);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = BTreeSet::new();
    let mut files = Vec::new();
    for pair in input.split(|byte| *byte == 255).collect::<Vec<_>>().chunks(2).take(20) {
        let [name, content] = pair else { continue };
        let Ok(name) = str::from_utf8(name) else { continue };
        if names.insert(name) && archive.start_file(name, SimpleFileOptions::default()).is_ok() {
            archive.write_all(content).expect("room in memory");
            files.push((name, *content));
        }
    }
    let archive = archive.finish().expect("an archive").into_inner();
    unpacked(&archive);
    if let [(name, content)] = files[..]
        && name.ends_with(".html")
        && !formats::is_litter(name)
        && !content.starts_with(b"PK")
    {
        let (inside, alone) = (formats::open(&archive, catalogue()), formats::open(content, catalogue()));
        assert_eq!(inside.as_ref().ok(), alone.as_ref().ok());
        assert!(inside.is_ok() || inside != Err(UnpackError::Damaged) || alone == Err(UnpackError::Damaged));
    }
}

/// A PDF gives what is attached to it, or says why not. Its streams stand unpacked in the input, between `<<<` and `>>>`,
/// since no fuzzer would find what unpacks to something sensible.
pub fn pdf(input: &[u8]) {
    unpacked(&with_packed_streams(input));
}

fn with_packed_streams(input: &[u8]) -> Vec<u8> {
    let split = |bytes: &[u8], mark: &[u8]| {
        let at = bytes.windows(mark.len()).position(|window| window == mark)?;
        Some((bytes[..at].to_vec(), bytes[at + mark.len()..].to_vec()))
    };
    let (mut packed, mut rest) = (Vec::new(), input.to_vec());
    while let Some((before, after)) = split(&rest, b"<<<") {
        let (stream, after) = split(&after, b">>>").unwrap_or((after, Vec::new()));
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&stream).expect("room in memory");
        packed.extend(before);
        packed.extend(encoder.finish().expect("room in memory"));
        rest = after;
    }
    packed.extend(rest);
    packed
}

/// The input as a locked file; and a file that was locked here: it opens with its passphrase only, and not at all when a
/// byte in it was changed or its end is missing. The first three bytes say which one, and how.
pub fn age(input: &[u8]) {
    const PASSPHRASE: &str = "four words";
    /// Little, so that the time goes into the format and not into the passphrase.
    const WORK: u8 = 1;
    if let Err(error) = unlock_up_to(input, PASSPHRASE, WORK) {
        says(&error);
    }
    let Some(([high, low, change], content)) = input.split_first_chunk() else { return };
    let mut locked = lock_with(content, PASSPHRASE, [7; RANDOM], WORK);
    assert_eq!(unlock_up_to(&locked, PASSPHRASE, WORK).as_deref(), Ok(content));
    assert_eq!(unlock_up_to(&locked, "five words", WORK), Err(UnlockError::Passphrase));
    let at = usize::from(u16::from_be_bytes([*high, *low])) % locked.len();
    assert!(unlock_up_to(&locked[..at], PASSPHRASE, WORK).is_err(), "its end is missing");
    locked[at] ^= change;
    assert_eq!(unlock_up_to(&locked, PASSPHRASE, WORK).is_err(), *change != 0, "byte {at} was changed");
}
