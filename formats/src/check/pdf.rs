//! Comparing a PDF that is not byte by byte what was made: what was added to it, or what on its pages is not the same.

use super::{Checking, Comparison};
use crate::unpack::pdf::{Document, Sheet};
use readiness::catalogue::Word;
use readiness::report::verify::Difference;

impl Checking<'_> {
    /// `tail` is what comes behind the bytes that were made, where the file begins with them.
    pub(super) fn pdf(&self, document: &Document, made: &[u8], tail: Option<&[u8]>) -> Comparison {
        let sheets = document.sheets();
        let original = Document::read(made).map(|document| document.sheets()).unwrap_or_default();
        let mut differences = self.pages(&sheets, &original);
        if document.is_ambiguous() {
            differences.push(self.differs(crate::pdf::ASSESSMENT.to_owned(), Some(Word::CheckTwice), None));
        }
        let notes = self.notes(&sheets, &original);
        match tail {
            Some(tail) if notes.is_empty() && differences.is_empty() => Comparison::added(vec![self.bytes(tail)]),
            Some(_) => Comparison { differences, ..Comparison::added(notes) },
            None => Comparison { added: notes, ..Comparison::carries(differences) },
        }
    }

    /// The pages on which something else is drawn.
    fn pages(&self, sheets: &[Sheet], original: &[Sheet]) -> Vec<Difference> {
        let count = sheets.len().max(original.len());
        let differ: Vec<_> = (0..count)
            .filter(|at| sheets.get(*at).map(|it| &it.drawn) != original.get(*at).map(|it| &it.drawn))
            .collect();
        // A program that draws every page anew says nothing by that about any one of them.
        if differ.len() == count && sheets.len() == original.len() {
            return vec![self.differs(
                self.reader.word(Word::CheckEveryPage).to_owned(),
                Some(Word::CheckOtherMarks),
                Some(Word::CheckItsPage),
            )];
        }
        let difference = |at: usize| {
            let place = self.reader.say(Word::CheckPage, &[("n", &(at + 1).to_string())]);
            let says = sheets.get(at).map(|_| Word::CheckOtherMarks);
            self.differs(place, says, original.get(at).map(|_| Word::CheckItsPage))
        };
        differ.into_iter().map(difference).collect()
    }

    /// What lies on the pages and was not put there: signatures and comments, counted.
    fn notes(&self, sheets: &[Sheet], original: &[Sheet]) -> Vec<String> {
        let count = |sheets: &[Sheet], signatures: bool| {
            let notes = sheets.iter().flat_map(|sheet| &sheet.notes);
            notes.filter(|(kind, _)| (&***kind == b"Sig") == signatures).map(|(_, count)| count).sum::<usize>()
        };
        let more = |signatures| count(sheets, signatures).saturating_sub(count(original, signatures));
        [(more(true), Word::CheckSignatures), (more(false), Word::CheckComments)]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| self.reader.say(word, &[("n", &n.to_string())]))
            .collect()
    }
}
