//! The paper that a language's speakers print on: its word `report.paper` names it.

use readiness::Catalogue;
use readiness::catalogue::Word;

/// A size of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paper {
    name: &'static str,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Its number in workbooks.
    pub number: u8,
}

const A4: Paper = Paper { name: "A4", size: (595.28, 841.89), number: 9 };
const LETTER: Paper = Paper { name: "Letter", size: (612.0, 792.0), number: 1 };

impl Paper {
    /// The paper of a catalogue's language; A4 where it names another one.
    pub fn of(catalogue: &Catalogue) -> Self {
        let name = catalogue.word(Word::ReportPaper);
        [LETTER].into_iter().find(|paper| paper.name == name).unwrap_or(A4)
    }

    /// Width and height in twentieths of a point.
    pub fn twentieths(self) -> (u32, u32) {
        let whole = |points: f32| (points * 20.0).round() as u32;
        (whole(self.size.0), whole(self.size.1))
    }
}

#[cfg(test)]
mod tests {
    use super::{A4, LETTER, Paper};
    use readiness::Catalogue;
    use readiness::catalogue::Language;

    #[test]
    fn who_prints_on_letter_gets_letter_and_all_others_a4() {
        let paper = |tag| Paper::of(&Catalogue::of(Language::of(tag).expect("a language")));
        assert_eq!(["en", "en-US", "de", "es"].map(paper), [A4, LETTER, A4, A4]);
        assert_eq!(["en-CA", "es-MX", "es-CO"].map(paper), [LETTER; 3]);
        assert_eq!((A4.twentieths(), LETTER.twentieths()), ((11906, 16838), (12240, 15840)));
    }
}
