//! The directory of an archive (PKWARE's APPNOTE, 4.3), looked at as strictly as no program that unpacks one does: where it
//! is not at its place, one program finds other files than the next.

/// How the record of each file begins in an archive's directory.
pub(super) const RECORD: &[u8] = b"PK\x01\x02";
/// The end of the directory: its mark, its length, and how far behind its beginning there are the number of files on this
/// disk, the number of all, and the length and the place of the directory, each with its own length.
const END: (&[u8], usize, [(usize, usize); 4]) = (b"PK\x05\x06", 22, [(8, 2), (10, 2), (12, 4), (16, 4)]);
/// The same for large archives, which some programs write always.
const LONG_END: (&[u8], usize, [(usize, usize); 4]) = (b"PK\x06\x06", 56, [(24, 8), (32, 8), (40, 8), (48, 8)]);
/// What says where that is: its mark and its length.
const LOCATOR: (&[u8], usize) = (b"PK\x06\x07", 20);

/// Whether the directory lies right before the end of an archive and is all that the end speaks of, and whether nothing is
/// behind it or between.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    Directory(bytes).is_whole().unwrap_or(false)
}

struct Directory<'a>(&'a [u8]);

impl Directory<'_> {
    fn marked(&self, at: usize, mark: &[u8]) -> bool {
        self.0.get(at..).is_some_and(|rest| rest.starts_with(mark))
    }

    fn number(&self, at: usize, length: usize) -> Option<u64> {
        let digits = self.0.get(at..at.checked_add(length)?)?;
        Some(digits.iter().rev().fold(0, |number, digit| (number << 8) | u64::from(*digit)))
    }

    fn is_whole(&self) -> Option<bool> {
        let end = self.0.len().checked_sub(END.1).filter(|at| self.marked(*at, END.0))?;
        let mut says = END.2.map(|(at, length)| self.number(end + at, length));
        let locator = end.checked_sub(LOCATOR.1).filter(|at| self.marked(*at, LOCATOR.0));
        let ends = locator.map_or(Some(end), |at| at.checked_sub(LONG_END.1))?;
        if let Some(locator) = locator {
            let is_long = self.marked(ends, LONG_END.0) && self.number(ends + 4, 8) == Some(44);
            let long = LONG_END.2.map(|(at, length)| self.number(ends + at, length));
            // The short form has the same, or says with all its digits that it is too short for that.
            let mut both = says.iter().zip(&long).zip(END.2);
            let fits =
                both.all(|((short, long), (_, length))| short == long || *short == Some(!0 >> (64 - 8 * length)));
            if !is_long || !fits || self.number(locator + 8, 8) != u64::try_from(ends).ok() {
                return None;
            }
            says = long;
        }
        let [Some(here), Some(all), Some(length), Some(start)] = says else { return None };
        let (mut at, mut count) = (usize::try_from(start).ok()?, 0);
        while at < ends && self.marked(at, RECORD) {
            let lengths = [28, 30, 32].map(|name| self.number(at + name, 2));
            at += 46 + lengths.into_iter().sum::<Option<u64>>()? as usize;
            count += 1;
        }
        let ends_there = start.checked_add(length) == u64::try_from(ends).ok();
        Some(at == ends && ends_there && count == all && count == here)
    }
}
