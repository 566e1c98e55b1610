//! Comparing an archive: every file that belongs to it once, wherever it lies in it, and what else is there.

use super::{Checking, Comparison};
use crate::Format;
use crate::unpack::zip::{Archive, File};
use crate::unpack::{Inside, unpacked};
use crate::zip::{SUMS, sums};
use readiness::catalogue::Word;
use readiness::report::verify::Answer;

impl Checking<'_> {
    /// `carrier` is the file with the assessment, and `format` what that is of ours.
    pub(super) fn archive(&self, archive: &Archive, carrier: usize, format: Format) -> Comparison {
        let mut left: Vec<usize> = (0..archive.files.len()).collect();
        let mut differences = Vec::new();
        let mut whole = true;
        let mut alone = true;
        let mut files = Vec::new();
        // The list of fingerprints comes last: it is of those before it.
        for format in Format::in_the_zip(self.source.report.left_out).map(Some).chain([None]) {
            let ending = format.map(|format| format!("{}.{}", self.source.report.file_name(), format.ending()));
            let name = ending.unwrap_or_else(|| SUMS.to_owned());
            let of_this_kind = |at: &usize| {
                let file = &archive.files[*at];
                if format.is_some() { kind(file) == format } else { file.base() == name }
            };
            if !left.iter().any(of_this_kind) {
                whole = false;
                differences.push(self.differs(name, None, Some(Word::CheckItsFile)));
                continue;
            }
            let Some(made) = format.map_or_else(|| Some(sums(&files)), |format| self.made(format)) else { continue };
            let same = left.iter().position(|at| of_this_kind(at) && archive.files[*at].content == made);
            let named = left.iter().position(|at| archive.files[*at].base() == name);
            if same.is_none() {
                whole = false;
                let says = named.map(|_| Word::CheckOtherContent);
                differences.push(self.differs(name.clone(), says, Some(Word::CheckItsFile)));
            }
            if let Some(found) = same.or(named).map(|at| left.remove(at)) {
                alone &= found == carrier;
            }
            files.push((name, made));
        }
        // Of a report that was packed alone, it is what is looked at; beside all that belongs here, it is one more.
        left.retain(|at| whole || *at != carrier);
        let further: Vec<_> = left.iter().map(|at| archive.files[*at].name.clone()).collect();
        if !archive.is_plain {
            differences.push(self.differs("ZIP".to_owned(), Some(Word::CheckAmbiguousZip), None));
            return Comparison::carries(differences);
        }
        // A report that somebody has packed is checked as what it is.
        let mut found =
            if alone { self.inner(&archive.files[carrier], format) } else { Comparison::carries(differences) };
        if whole {
            found = Comparison { answer: Answer::AsMade, added: Vec::new(), differences: Vec::new() };
        }
        if found.answer != Answer::Carries && !further.is_empty() {
            found.answer = Answer::Added;
        }
        found.added.extend(further);
        found
    }

    fn inner(&self, file: &File, format: Format) -> Comparison {
        match unpacked(&file.content, self.reader) {
            Ok(it) if !matches!(it.inside, Inside::Zip(..)) => self.file(&file.content, format, &it.inside),
            _ => Comparison::carries(Vec::new()),
        }
    }
}

/// What of ours a file is by the end of its name: the longest that fits.
fn kind(file: &File) -> Option<Format> {
    let name = file.base().to_ascii_lowercase();
    let fits = |format: &Format| name.strip_suffix(format.ending()).is_some_and(|rest| rest.ends_with('.'));
    Format::ALL.into_iter().filter(fits).max_by_key(|format| format.ending().len())
}
