//! Files that are evidence: taking their fingerprints, and knowing them again by them.

use crate::assessment::{Assessment, Evidence, Fingerprint};
use crate::catalogue::{Catalogue, ItemRef, Word};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The fingerprint of a file that comes piece by piece: no file is too large for memory.
#[derive(Debug, Default)]
pub struct Fingerprinting {
    hash: Sha256,
    size: u64,
}

impl Fingerprinting {
    /// Goes on with the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// The fingerprint of all of them. A size that no field takes is left out.
    pub fn end(self, name: &str) -> Fingerprint {
        let hex = self.hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Fingerprint { name: name.to_owned(), size: self.size.try_into().ok(), sha256: hex }
    }
}

/// The fingerprint of a file as a whole.
pub fn fingerprint(name: &str, bytes: &[u8]) -> Fingerprint {
    let mut it = Fingerprinting::default();
    it.add(bytes);
    it.end(name)
}

/// What an assessment says about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known {
    /// It names a file with these very bytes.
    AsNamed,
    /// It names a file of this name, with other bytes.
    Changed,
    /// It names no such file.
    NotNamed,
}

impl Known {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AsNamed, Self::Changed, Self::NotNamed];

    /// What a person reads.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::AsNamed => Word::EvidenceAsNamed,
            Self::Changed => Word::EvidenceChanged,
            Self::NotNamed => Word::EvidenceNotNamed,
        })
    }

    /// Its name where tests and programs ask.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsNamed => "as-named",
            Self::Changed => "changed",
            Self::NotNamed => "not-named",
        }
    }
}

/// All evidence that has the fingerprint of a file, with what it is evidence of, in the order of the standard.
pub fn files(assessment: &Assessment) -> impl Iterator<Item = (ItemRef, &Evidence)> {
    let answers = assessment.answers.iter().map(|(id, answer)| (ItemRef::from(*id), &answer.item));
    let controls = assessment.controls.iter().map(|(id, entry)| (ItemRef::from(*id), &entry.item));
    let all = answers.chain(controls).flat_map(|(item, it)| it.evidence.iter().map(move |evidence| (item, evidence)));
    all.filter(|(_, evidence)| !evidence.file.sha256.is_empty())
}

/// What an assessment says about a file, and where: its bytes decide, wherever they are and whatever they are called.
pub fn known(assessment: &Assessment, file: &Fingerprint) -> (Known, Vec<ItemRef>) {
    let named = |same: &dyn Fn(&Fingerprint) -> bool| {
        files(assessment).filter(|(_, evidence)| same(&evidence.file)).map(|(item, _)| item).collect::<Vec<_>>()
    };
    let same = named(&|it| it.sha256.eq_ignore_ascii_case(&file.sha256));
    if !same.is_empty() {
        return (Known::AsNamed, same);
    }
    let called = named(&|it| it.name == file.name);
    (if called.is_empty() { Known::NotNamed } else { Known::Changed }, called)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, Timestamp};

    #[test]
    fn a_fingerprint_is_the_sha_256_of_the_bytes_however_they_come() {
        // FIPS 180-2, B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let whole = fingerprint("a.txt", b"abc");
        assert_eq!((whole.sha256.as_str(), whole.size), (abc, Some(3)));
        let mut pieces = Fingerprinting::default();
        pieces.add(b"a");
        pieces.add(b"bc");
        assert_eq!(pieces.end("a.txt"), whole);
    }

    #[test]
    fn bytes_are_known_under_any_name_and_a_name_with_other_bytes_is_changed() {
        let catalogue = Catalogue::english();
        let id = catalogue.parse_requirement("9.2.1-b").unwrap();
        let mut assessment = Assessment::default();
        let minutes = Evidence { file: fingerprint("minutes.pdf", b"old"), .."Minutes".into() };
        assessment.apply(&Edit::answer(id).evidence(vec!["Talk".into(), minutes]), &Timestamp::default());
        let known = |name, bytes: &[u8]| known(&assessment, &fingerprint(name, bytes));
        assert_eq!(known("minutes.pdf", b"old"), (Known::AsNamed, vec![id.into()]));
        assert_eq!(known("copy.pdf", b"old"), (Known::AsNamed, vec![id.into()]));
        assert_eq!(known("minutes.pdf", b"new"), (Known::Changed, vec![id.into()]));
        assert_eq!(known("other.pdf", b"new"), (Known::NotNamed, vec![]));
    }
}
