//! Files that carry a text inside: PDF reports, archives, and files locked with a passphrase.

use crate::{catalogue, says};
use flate2::{Compression, write::ZlibEncoder};
use formats::age::{RANDOM, UnlockError, lock_with, unlock_up_to};
use formats::{MOST, UnpackError, check, pages, unpack};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Any file is refused with a message, or a text comes out that is no longer than it may be.
fn unpacked(bytes: &[u8]) {
    match unpack(bytes) {
        Ok(text) => assert!(text.len() <= MOST),
        Err(error) => says(&error),
    }
}

/// The input as an archive; and an archive that holds the input: out of that comes the very report, or the assessment
/// where there is none. What is between bytes 255 is, in turn, the name of a file and what is in it.
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
    let best = [".html", ".report.json", ".json"].iter().find_map(|ending| {
        let of_this_kind = files.iter().find(|(name, _)| name.ends_with(ending));
        of_this_kind.map(|(_, content)| *content)
    });
    let expected = match best {
        // An archive without any file begins in another way than ours do.
        _ if files.is_empty() => return unpacked(&archive),
        None => Err(UnpackError::NothingInside),
        Some(content) => String::from_utf8(content.to_vec()).map_err(|_| UnpackError::Damaged),
    };
    assert_eq!(unpack(&archive), expected);
}

/// A PDF gives what is attached to it, or says why not. Its streams stand unpacked in the input, between `<<<` and `>>>`,
/// since no fuzzer would find what unpacks to something sensible. Its pages are no more than they may be. In the tests it
/// is checked as well; that makes it anew, which takes a fuzzer's program too long.
pub fn pdf(input: &[u8]) {
    let bytes = with_packed_streams(input);
    unpacked(&bytes);
    match pages(&bytes) {
        Ok(pages) => assert!(pages.iter().map(Vec::len).sum::<usize>() <= MOST),
        Err(error) => says(&error),
    }
    if !cfg!(feature = "fuzzing")
        && let Err(error) = check(&bytes, catalogue())
    {
        says(&error);
    }
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
