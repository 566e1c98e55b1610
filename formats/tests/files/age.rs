//! Locked files, exchanged with the ordinary age tool.

use formats::age::{MOST_WORK, RANDOM, UnlockError, is_locked, lock, lock_with, unlock};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PASSPHRASE: &str = "correct horse battery staple";

fn random(seed: u8) -> [u8; RANDOM] {
    std::array::from_fn(|index| seed.wrapping_mul(31).wrapping_add(u8::try_from(index).expect("small").wrapping_mul(7)))
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Runs the age tool on a terminal of its own, since it takes a passphrase from nothing else.
fn age(command: &str, typed: &str) -> String {
    let mut child = Command::new("script")
        .args(["-qec", command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("'script' is a part of Debian");
    let mut keyboard = child.stdin.take().expect("a keyboard");
    keyboard.write_all(typed.as_bytes()).expect("it listens");
    let output = child.wait_with_output().expect("it ends");
    drop(keyboard);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_age_tool_opens_what_is_locked_here() {
    let (locked, open) = (file("ours.age"), file("ours.txt"));
    // Longer than a piece of the format, so that there are several.
    let secret = "A secret line.\n".repeat(10_000);
    fs::write(&locked, lock(secret.as_bytes(), PASSPHRASE, random(1))).expect("written");
    let _ = fs::remove_file(&open);
    let said = age(&format!("age -d -o {} {}", open.display(), locked.display()), &format!("{PASSPHRASE}\n"));
    assert_eq!(fs::read_to_string(&open).unwrap_or_default(), secret, "age said: {said}");
}

#[test]
fn what_the_age_tool_locked_is_opened_here() {
    let (plain, locked) = (file("theirs.txt"), file("theirs.age"));
    for (option, text) in [("", "short".to_owned()), ("-a", "A line of theirs.\n".repeat(9_000))] {
        fs::write(&plain, &text).expect("written");
        let _ = fs::remove_file(&locked);
        let command = format!("age -p {option} -o {} {}", locked.display(), plain.display());
        let said = age(&command, &format!("{PASSPHRASE}\n{PASSPHRASE}\n"));
        let bytes = fs::read(&locked).unwrap_or_else(|_| panic!("age said: {said}"));
        assert!(is_locked(&bytes));
        assert_eq!(unlock(&bytes, PASSPHRASE).as_deref(), Ok(text.as_bytes()));
        assert_eq!(unlock(&bytes, "wrong"), Err(UnlockError::Passphrase));
        // A text that was pasted into a file has empty lines around it, which the format allows.
        let pasted = [b"\r\n \n", &bytes[..], b"\r\n\n"].concat();
        assert_eq!(is_locked(&pasted), option == "-a");
        if option == "-a" {
            assert_eq!(unlock(&pasted, PASSPHRASE).as_deref(), Ok(text.as_bytes()));
        }
    }
}

#[test]
fn files_of_every_length_come_back() {
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072] {
        let bytes = vec![7; length];
        assert_eq!(unlock(&lock(&bytes, PASSPHRASE, random(2)), PASSPHRASE), Ok(bytes), "{length}");
    }
}

#[test]
fn a_wrong_passphrase_a_change_and_a_cut_are_told_apart() {
    let locked = lock(&vec![7; 100_000], PASSPHRASE, random(3));
    assert_eq!(unlock(&locked, "wrong"), Err(UnlockError::Passphrase));
    let mut changed = locked.clone();
    *changed.last_mut().expect("bytes") ^= 1;
    assert_eq!(unlock(&changed, PASSPHRASE), Err(UnlockError::Damaged));
    assert_eq!(unlock(&locked[..65_536 + 300], PASSPHRASE), Err(UnlockError::Damaged));
    assert_eq!(unlock(b"{}", PASSPHRASE), Err(UnlockError::OtherKind));
    let key = b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n0123456789012345";
    assert_eq!(unlock(key, PASSPHRASE), Err(UnlockError::OtherKind));
}

#[test]
fn a_changed_beginning_is_told_from_a_wrong_passphrase_where_that_can_be_known() {
    let locked = lock_with(b"x", PASSPHRASE, random(5), 10);
    let text = String::from_utf8_lossy(&locked).into_owned();
    let [stanza, wrapped, mac] = std::array::from_fn(|at| text.lines().nth(at + 1).expect("a header"));
    let changed = |from: &str, to: &str| {
        let at = locked.windows(from.len()).position(|part| part == from.as_bytes()).expect("it is there");
        [&locked[..at], to.as_bytes(), &locked[at + from.len()..]].concat()
    };
    // Each other letter of the same length that base64 has.
    let other = |text: &str, at: usize| {
        let letter = if &text[at..=at] == "A" { "B" } else { "A" };
        format!("{}{letter}{}", &text[..at], &text[at + 1..])
    };
    let says = |bytes: &[u8]| unlock(bytes, PASSPHRASE).expect_err("it was changed");
    for (from, to) in [
        (stanza, stanza.replace("scrypt", "script x")),
        (stanza, stanza.replace("->", "=>")),
        (stanza, stanza.replace(" 10", " ten")),
        (stanza, format!("{stanza} 10")),
        (wrapped, wrapped[1..].to_owned()),
        (mac, other(mac, 6)),
        (mac, mac.replace("---", "-+-")),
    ] {
        let expected = if to.contains("script x") { UnlockError::OtherKind } else { UnlockError::Damaged };
        assert_eq!(says(&changed(from, &to)), expected, "{to}");
    }
    assert_eq!(says(&locked[..40]), UnlockError::Damaged);
    // The key opens for the right passphrase and the right salt only, and the message says both.
    for (from, to) in [(stanza, other(stanza, 12)), (wrapped, other(wrapped, 3))] {
        let error = says(&changed(from, &to));
        assert_eq!(error, UnlockError::Passphrase, "{to}");
        assert!(error.to_string().contains("changed"), "{error}");
    }
}

#[test]
fn a_hostile_file_can_not_ask_for_hours_of_work() {
    let locked = String::from_utf8_lossy(&lock(b"x", PASSPHRASE, random(4))).into_owned();
    let greedy = locked.replacen(" 18\n", " 40\n", 1);
    let refused = unlock(greedy.as_bytes(), PASSPHRASE).expect_err("more than is done");
    assert_eq!(refused, UnlockError::TooMuchWork { asked: 40, most: MOST_WORK });
    assert!(refused.to_string().contains("2^40"), "{refused}");
}
