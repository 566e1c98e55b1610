//! What certification bodies found, against what was predicted.

use crate::assessment::{Assessment, FoundIn, Nonconformity};
use crate::catalogue::{Catalogue, ItemRef, NonconformityId, Word};
use crate::findings::{Finding, Place};

/// What a nonconformity is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A requirement, a control or a document.
    Item(ItemRef),
    /// A clause or a sub-clause, by its number.
    Clause(String),
}

impl About {
    /// Reads what an auditor may write, such as `9.2.2-c`, `Clause 9.2.2 c)` or `A.8.13 Backups`; `None` where no word of it
    /// is an id or a number of the standard.
    pub fn parse(catalogue: &Catalogue, text: &str) -> Option<Self> {
        let one = |word: &str| {
            let word = word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
            let item = catalogue.parse_item(word);
            let item = item.or_else(|| catalogue.parse_document(word).map(ItemRef::Document));
            let clause = || {
                let is_in =
                    |id: &str| id.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
                let known = !word.is_empty() && catalogue.subclauses.iter().any(|subclause| is_in(subclause.id));
                known.then(|| Self::Clause(word.to_owned()))
            };
            item.map(Self::Item).or_else(clause)
        };
        text.split_whitespace().find_map(one)
    }

    /// Whether a likely finding is about the same.
    pub fn is_of(&self, catalogue: &Catalogue, finding: &Finding) -> bool {
        match self {
            Self::Item(ItemRef::Document(id)) if finding.place == Place::Document(*id) => true,
            Self::Item(item) => finding.items.contains(item),
            Self::Clause(number) => {
                let subclause = match finding.place {
                    Place::Subclause(index) => Some(index),
                    Place::Document(id) => catalogue.document(id).subclause,
                };
                let id = subclause.map_or("", |index| catalogue.subclauses[index].id);
                id.strip_prefix(number.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            }
        }
    }
}

/// What was foreseen of what certification bodies found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// Those that a likely finding is about too.
    pub foreseen: Vec<NonconformityId>,
    /// Those that none is about.
    pub missed: Vec<NonconformityId>,
    /// Those of which nobody can tell, since they don't say what they are about.
    pub unplaced: Vec<NonconformityId>,
}

impl Foreseen {
    /// How many could be compared.
    pub fn compared(&self) -> usize {
        self.foreseen.len() + self.missed.len()
    }

    /// The same in a sentence; `None` where there is nothing to compare.
    pub fn words(&self, catalogue: &Catalogue) -> Option<String> {
        let (n, all) = (self.foreseen.len().to_string(), self.compared().to_string());
        (self.compared() > 0).then(|| catalogue.tell(Word::RegisterForeseen, [("n", n), ("all", all)]))
    }
}

/// Compares what certification bodies found, as the register has it, with likely findings: those of the same answers, or
/// of an earlier state of them.
pub fn foreseen(catalogue: &Catalogue, assessment: &Assessment, findings: &[Finding]) -> Foreseen {
    let is_external = |one: &Nonconformity| one.source.is_some_and(FoundIn::is_external);
    let mut result = Foreseen::default();
    for (id, one) in assessment.nonconformities.iter().filter(|(_, one)| is_external(one)) {
        match About::parse(catalogue, &one.about) {
            None => result.unplaced.push(*id),
            Some(about) if findings.iter().any(|finding| about.is_of(catalogue, finding)) => result.foreseen.push(*id),
            Some(_) => result.missed.push(*id),
        }
    }
    result
}
