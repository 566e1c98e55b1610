//! Where in the standard a finding belongs.

use crate::catalogue::{Catalogue, ControlId, DocumentId, Mandatory};

/// Where in the standard a finding belongs, and where a person can answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A sub-clause, as a position in [`Catalogue::subclauses`].
    Subclause(usize),
    /// A document of the register.
    Document(DocumentId),
}

impl Place {
    /// The id as files spell it: `9.2.1` or `doc-scope`.
    pub fn name(self, catalogue: &Catalogue) -> &'static str {
        match self {
            Self::Subclause(index) => catalogue.subclauses[index].id,
            Self::Document(id) => id.name(catalogue),
        }
    }

    /// What a person reads: the number and the title.
    pub fn title(self, catalogue: &Catalogue) -> String {
        let (number, title) = match self {
            Self::Subclause(index) => (catalogue.subclauses[index].id, catalogue.subclauses[index].title),
            Self::Document(id) => (catalogue.document(id).place, catalogue.document(id).name),
        };
        format!("{number} {title}")
    }

    /// Its position in the standard: clauses 4 to 10, each document with the sub-clause that asks for it, then Annex A,
    /// each document with the control that asks for it, then the organisation's own controls.
    pub(crate) fn order(self, catalogue: &Catalogue) -> (usize, Option<ControlId>) {
        let annex = catalogue.subclauses.len();
        match self {
            Self::Subclause(index) => (index, None),
            Self::Document(id) => {
                let document = catalogue.document(id);
                match document.mandatory {
                    Mandatory::WhenApplicable(control) => (annex, Some(control)),
                    Mandatory::Always | Mandatory::Own => (document.subclause.unwrap_or(annex), None),
                }
            }
        }
    }

    /// The clause that it belongs to, as a position in [`Catalogue::clauses`]; `None` for Annex A.
    pub fn clause(self, catalogue: &Catalogue) -> Option<usize> {
        let (subclause, _) = self.order(catalogue);
        catalogue.subclauses.get(subclause).map(|subclause| subclause.clause)
    }
}
