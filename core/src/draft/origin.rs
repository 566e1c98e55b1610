//! From which answers a draft comes.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef, Word};

/// An answer that a draft has something from, or would have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A field of the profile or of what heads the Statement of Applicability, by what a person calls it.
    Field(Word),
    /// An answer, a document, a control, a risk or a fact.
    Item(ItemRef),
    /// All risks, all controls, all documents: a whole list, by its name.
    List(Word),
}

impl Origin {
    /// What a person calls it.
    pub fn title(self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        match self {
            Self::Field(word) | Self::List(word) => catalogue.word(word).to_owned(),
            Self::Item(ItemRef::Fact(id)) => {
                let fact = catalogue.fact(id);
                match assessment.facts.get(&id) {
                    Some(true) => fact.stands[0].to_owned(),
                    Some(false) => fact.stands[1].to_owned(),
                    None => fact.question.to_owned(),
                }
            }
            Self::Item(ItemRef::Document(id)) => catalogue.document(id).name.to_owned(),
            Self::Item(item) => item.name(catalogue).into_owned(),
        }
    }

    /// What kind of answer it is, as the line for that kind says it.
    fn kind(self) -> Word {
        match self {
            Self::Field(_) | Self::Item(ItemRef::People) => Word::DraftFromProfile,
            Self::Item(ItemRef::Fact(_)) => Word::DraftFromFacts,
            Self::Item(ItemRef::Requirement(_)) => Word::DraftFromAnswers,
            Self::Item(ItemRef::Control(_)) => Word::DraftFromControls,
            Self::List(_)
            | Self::Item(
                ItemRef::Document(_)
                | ItemRef::Risk(_)
                | ItemRef::Nonconformity(_)
                | ItemRef::Audit(_)
                | ItemRef::ManagementReview(_),
            ) => Word::DraftFromLists,
        }
    }
}

/// What a person reads about it: a line for each kind of answer.
pub(super) fn lines(catalogue: &Catalogue, assessment: &Assessment, origins: &[Origin]) -> Vec<String> {
    let kinds = [
        Word::DraftFromProfile,
        Word::DraftFromFacts,
        Word::DraftFromAnswers,
        Word::DraftFromControls,
        Word::DraftFromLists,
    ];
    let line = |word: Word| {
        let of_kind = origins.iter().filter(|it| it.kind() == word);
        let names: Vec<_> = of_kind.map(|it| it.title(catalogue, assessment)).collect();
        let separator = if word == Word::DraftFromFacts { " " } else { ", " };
        (!names.is_empty()).then(|| catalogue.say(word, &[("names", &names.join(separator))]))
    };
    kinds.into_iter().filter_map(line).collect()
}
