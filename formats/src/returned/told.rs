//! What is wrong with a workbook or a cell, in a person's language.

use super::{MOST_CELLS, MOST_PROBLEMS, Problem, Remark, ReturnError, Wrong};
use crate::unpack::MOST;
use readiness::catalogue::{Catalogue, Word};
use readiness::{Told, told_in_english};

told_in_english!(ReturnError, Problem, Remark);

impl Told for ReturnError {
    fn told(&self, catalogue: &Catalogue) -> String {
        let word = match self {
            Self::Packed(error) => return error.told(catalogue),
            Self::TooMuch => {
                let most = [("cells", MOST_CELLS.to_string()), ("most", (MOST / 1_000_000).to_string())];
                return catalogue.tell(Word::ReturnedTooMuch, most);
            }
            Self::Damaged => Word::PackedDamaged,
            Self::NotWorkbook => Word::ReturnedNotWorkbook,
            Self::OldOrLocked => Word::ReturnedOldOrLocked,
            Self::NothingOfOurs => Word::ReturnedNothingOfOurs,
            Self::OtherAssessment => Word::ReturnedOtherAssessment,
        };
        catalogue.word(word).to_owned()
    }
}

impl Told for Problem {
    fn told(&self, catalogue: &Catalogue) -> String {
        let problem = self.wrong.told(catalogue);
        catalogue.say(Word::ReturnedCell, &[("sheet", &self.sheet), ("cell", &self.cell), ("problem", &problem)])
    }
}

impl Told for Wrong {
    fn told(&self, catalogue: &Catalogue) -> String {
        let with = |word, name, value: &str| catalogue.say(word, &[(name, value)]);
        let word = match self {
            Self::OneOf(names) => return with(Word::ReturnedOneOf, "names", names),
            Self::Number(most) => return with(Word::ReturnedNumber, "most", &most.to_string()),
            Self::NoRisk(id) => return with(Word::ReturnedNoRisk, "id", id),
            Self::NoRow(id) => return with(Word::ReturnedNoRow, "id", id),
            Self::OtherId(id) => return with(Word::ReturnedOtherId, "id", id),
            Self::Twice(id) => return with(Word::ReturnedTwice, "id", id),
            Self::File(error) => return error.told(catalogue),
            Self::Formula => Word::ReturnedFormula,
            Self::NoValue => Word::ReturnedNoValue,
            Self::NoId => Word::ReturnedNoId,
            Self::Day => Word::ReturnedDay,
            Self::Cut => Word::ReturnedCut,
            Self::NotRead => Word::ReturnedNotRead,
            Self::NoDecision => Word::ReturnedNoDecision,
        };
        catalogue.word(word).to_owned()
    }
}

impl Told for Remark {
    fn told(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Unmarked(sheet) => catalogue.say(Word::ReturnedUnmarked, &[("sheet", sheet)]),
            Self::OtherColumn { sheet, heading } => {
                catalogue.say(Word::ReturnedOtherColumn, &[("sheet", sheet), ("heading", heading)])
            }
            Self::MoreProblems => catalogue.say(Word::ReturnedMoreProblems, &[("n", &MOST_PROBLEMS.to_string())]),
            Self::FewerRows { sheet, rows } => {
                catalogue.say(Word::ReturnedFewerRows, &[("sheet", sheet), ("n", &rows.to_string())])
            }
        }
    }
}
