//! The text of a file, whatever encoding a program has saved it in.

use crate::file::FileError;
use std::borrow::Cow;

/// What windows-1252 has in the places 0x80 to 0x9f, where ISO-8859-1 has control characters (WHATWG Encoding).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-8 or UTF-16, or the encoding of Western Windows where a page declares it.
///
/// # Errors
/// [`FileError::NotText`], or [`FileError::Encoding`] where a page declares another one.
pub fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, FileError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [b'<' | b'{', 0, ..] => utf_16(bytes, u16::from_le_bytes),
        [0, b'<' | b'{', ..] => utf_16(bytes, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map(Cow::Borrowed).or_else(|_| as_declared(bytes).map(Cow::Owned)),
    }
}

/// The text of a table: as [`decoded`], and what is none of it in the encoding of Western Windows, as Excel saves a CSV.
///
/// # Errors
/// [`FileError::NotText`].
pub fn decoded_table(bytes: &[u8]) -> Result<Cow<'_, str>, FileError> {
    match decoded(bytes) {
        Err(_) if !bytes.contains(&0) => Ok(bytes.iter().map(|byte| western(*byte)).collect::<String>().into()),
        decoded => decoded,
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, FileError> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return Err(FileError::NotText) };
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map(Cow::Owned).map_err(|_| FileError::NotText)
}

fn as_declared(bytes: &[u8]) -> Result<String, FileError> {
    const KEY: &str = "charset=";
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let (_, said) = head.split_once(KEY).ok_or(FileError::NotText)?;
    let name = said.trim_start_matches(['"', '\'']).chars().take(40);
    let name: String = name.take_while(|it| it.is_ascii_alphanumeric() || "-_:".contains(*it)).collect();
    match &*name {
        "windows-1252" | "iso-8859-1" | "latin1" | "us-ascii" => Ok(bytes.iter().map(|byte| western(*byte)).collect()),
        // It says that it is, and is not.
        "" | "utf-8" => Err(FileError::NotText),
        _ => Err(FileError::Encoding { name }),
    }
}

fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;
    use crate::file::FileError;

    #[test]
    fn every_encoding_that_programs_save_a_page_in_gives_the_same_text() {
        let page = "<!doctype html><meta charset=\"windows-1252\">“Ä” – 5 €";
        let wide = |unit: fn(u16) -> [u8; 2]| page.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let western = b"<!doctype html><meta charset=\"windows-1252\">\x93\xc4\x94 \x96 5 \x80";
        for bytes in [page.as_bytes(), &wide(u16::to_le_bytes), &wide(u16::to_be_bytes), western] {
            assert_eq!(decoded(bytes).as_deref(), Ok(page));
        }
        for (mark, wide) in [([0xff, 0xfe], wide(u16::to_le_bytes)), ([0xfe, 0xff], wide(u16::to_be_bytes))] {
            assert_eq!(decoded(&[&mark[..], &wide].concat()).as_deref(), Ok(page));
        }
    }

    #[test]
    fn what_is_no_text_says_so_and_another_encoding_is_named() {
        assert_eq!(decoded(&[0x89, b'P', b'N', b'G', 0xff]), Err(FileError::NotText));
        assert_eq!(decoded(&[0xff, 0xfe, 0]), Err(FileError::NotText), "half a character");
        assert_eq!(decoded(b"<meta charset=utf-8>\xff"), Err(FileError::NotText));
        let other = decoded(b"<meta charset='Shift_JIS'>\x82\xa0");
        assert_eq!(other, Err(FileError::Encoding { name: "shift_jis".to_owned() }));
    }
}
