//! Locking a file with a passphrase, in the age format (age-encryption.org/v1) with its scrypt recipient.
//!
//! The `age` crate does this and much more: with its languages and kinds of keys it weighs 152 kB of brotli in the
//! browser. The ciphers here are the same crates'; only the frame around them is ours, and it is tested against the age
//! tool in both directions.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::digest::generic_array::GenericArray;
use hmac::{Hmac, Mac};
use sha2::Sha256;

const INTRO: &str = "age-encryption.org/v1\n";
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const ARMOUR: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// How much work a passphrase takes, as a power of two: as much as the age tool asks for, a quarter of a GB and about two
/// seconds in a browser.
const WORK: u8 = 18;
/// The most work that is done for a file, as a power of two: 1.07 GB and some ten seconds in a browser. A hostile one could
/// ask for hours.
pub const MOST_WORK: u8 = 20;

/// As many random bytes as [`lock`] takes.
pub const RANDOM: usize = 48;

/// Why a locked file was not opened. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockError {
    /// The passphrase is another one, or the salt or the key in the beginning of the file was changed: that key opens for
    /// the right passphrase only, so nothing tells the one from the other.
    Passphrase,
    /// It is locked for a key, or in a way that a later version made.
    OtherKind,
    /// A passphrase of this file takes more work than is done for one.
    TooMuchWork {
        /// What it asks for, as a power of two.
        asked: u8,
        /// What is done at most.
        most: u8,
    },
    /// It was cut or changed on its way.
    Damaged,
}

/// Whether a file is locked in the age format.
pub fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(INTRO.as_bytes()) || is_armoured(bytes)
}

/// Whether a file is locked as text. Empty lines around it come with a text that somebody pasted; the format allows them.
fn is_armoured(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(ARMOUR.as_bytes())
}

/// Locks a file. `random` has to come from the system's source of randomness, anew for each file.
pub fn lock(bytes: &[u8], passphrase: &str, random: [u8; RANDOM]) -> Vec<u8> {
    lock_with(bytes, passphrase, random, WORK)
}

/// [`lock`] with another amount of work than ours, as a power of two. Less makes guessing easier: for tests.
pub fn lock_with(bytes: &[u8], passphrase: &str, random: [u8; RANDOM], work: u8) -> Vec<u8> {
    let (file_key, rest) = random.split_at(16);
    let (salt, nonce) = rest.split_at(16);
    let wrapped =
        cipher(&passphrase_key(passphrase, salt, work)).encrypt(&Nonce::default(), file_key).unwrap_or_default();
    let encode = |bytes: &[u8]| STANDARD_NO_PAD.encode(bytes);
    let header = format!("{INTRO}-> scrypt {} {work}\n{}\n---", encode(salt), encode(&wrapped));
    let mac = header_mac(file_key, header.as_bytes()).finalize().into_bytes();
    let mut locked = format!("{header} {}\n", encode(&mac)).into_bytes();
    locked.extend_from_slice(nonce);
    let cipher = cipher(&derived(file_key, nonce, b"payload"));
    let mut chunks = bytes.chunks(CHUNK).collect::<Vec<_>>();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    let last = chunks.len() - 1;
    for (index, chunk) in chunks.into_iter().enumerate() {
        locked.extend(cipher.encrypt(&chunk_nonce(index, index == last), chunk).unwrap_or_default());
    }
    locked
}

/// Opens a locked file.
///
/// # Errors
/// See [`UnlockError`].
pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, UnlockError> {
    unlock_up_to(bytes, passphrase, MOST_WORK)
}

/// [`unlock`], if it takes no more work than this, as a power of two.
///
/// # Errors
/// See [`UnlockError`].
pub fn unlock_up_to(bytes: &[u8], passphrase: &str, most: u8) -> Result<Vec<u8>, UnlockError> {
    let bare;
    let bytes = if is_armoured(bytes) {
        bare = without_armour(bytes).ok_or(UnlockError::Damaged)?;
        &bare
    } else {
        bytes
    };
    let rest = bytes.strip_prefix(INTRO.as_bytes()).ok_or(UnlockError::OtherKind)?;
    let (stanza, rest) = line(rest)?;
    // Other ways of locking have another name here; what is none at all was changed.
    if !stanza.starts_with("-> ") {
        return Err(UnlockError::Damaged);
    }
    let mut words = stanza.split(' ');
    let (Some("->"), Some("scrypt"), Some(salt), Some(work), None) =
        (words.next(), words.next(), words.next(), words.next(), words.next())
    else {
        let scrypt = stanza.starts_with("-> scrypt ");
        return Err(if scrypt { UnlockError::Damaged } else { UnlockError::OtherKind });
    };
    let (wrapped, rest) = line(rest)?;
    let header = &bytes[..bytes.len() - rest.len() + "---".len().min(rest.len())];
    let (mac, payload) = line(rest)?;
    // Whoever is named beside a passphrase could open the file too, so nobody may be.
    let other = if mac.starts_with("-> ") { UnlockError::OtherKind } else { UnlockError::Damaged };
    let mac = mac.strip_prefix("--- ").ok_or(other)?;
    let decode = |text: &str| STANDARD_NO_PAD.decode(text).map_err(|_| UnlockError::Damaged);
    let (salt, wrapped, mac) = (decode(salt)?, decode(wrapped)?, decode(mac)?);
    let work: u8 = work.parse().map_err(|_| UnlockError::Damaged)?;
    if work > most {
        return Err(UnlockError::TooMuchWork { asked: work, most });
    }
    if work == 0 || salt.len() != 16 || wrapped.len() != 16 + TAG || payload.len() < 16 + TAG {
        return Err(UnlockError::Damaged);
    }
    let file_key = cipher(&passphrase_key(passphrase, &salt, work))
        .decrypt(&Nonce::default(), &*wrapped)
        .map_err(|_| UnlockError::Passphrase)?;
    header_mac(&file_key, header).verify_slice(&mac).map_err(|_| UnlockError::Damaged)?;
    let (nonce, payload) = payload.split_at(16);
    let cipher = cipher(&derived(&file_key, nonce, b"payload"));
    let mut bytes = Vec::with_capacity(payload.len());
    let chunks = payload.chunks(CHUNK + TAG);
    let last = chunks.len() - 1;
    for (index, chunk) in chunks.enumerate() {
        let plain = cipher.decrypt(&chunk_nonce(index, index == last), chunk).map_err(|_| UnlockError::Damaged)?;
        if plain.is_empty() && index > 0 {
            return Err(UnlockError::Damaged);
        }
        bytes.extend(plain);
    }
    Ok(bytes)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(Key::from_slice(key))
}

fn passphrase_key(passphrase: &str, salt: &[u8], work: u8) -> [u8; 32] {
    let mut key = [0; 32];
    let salt = [LABEL, salt].concat();
    // Both refuse only sizes that are not these.
    if let Ok(parameters) = scrypt::Params::new(work, 8, 1, 32) {
        let _ = scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, &mut key);
    }
    key
}

fn derived(file_key: &[u8], salt: &[u8], label: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    // 32 bytes are never too many for it.
    let _ = Hkdf::<Sha256>::new(Some(salt), file_key).expand(label, &mut key);
    key
}

fn header_mac(file_key: &[u8], header: &[u8]) -> Hmac<Sha256> {
    // HMAC fills a short key up with zeros to a block.
    let mut key = [0; 64];
    key[..32].copy_from_slice(&derived(file_key, &[], b"header"));
    let mut mac = <Hmac<Sha256> as Mac>::new(GenericArray::from_slice(&key));
    mac.update(header);
    mac
}

/// Eleven bytes count the chunks, the last one says whether more follow.
fn chunk_nonce(index: usize, last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[3..11].copy_from_slice(&(index as u64).to_be_bytes());
    nonce[11] = last.into();
    nonce
}

/// The first line of a header, and what follows it.
fn line(bytes: &[u8]) -> Result<(&str, &[u8]), UnlockError> {
    const LONGEST: usize = 128;
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b'\n').ok_or(UnlockError::Damaged)?;
    let text = std::str::from_utf8(&bytes[..end]).map_err(|_| UnlockError::Damaged)?;
    Ok((text, &bytes[end + 1..]))
}

fn without_armour(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?.trim_ascii().strip_prefix(ARMOUR)?;
    let text = text.strip_suffix("-----END AGE ENCRYPTED FILE-----")?;
    let text: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(text).ok()
}
