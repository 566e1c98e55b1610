//! What drafts say, before anything is filled in: the text that the content is compiled to.

use crate::assessment::{Assessment, DocumentStatus};
use crate::catalogue::{Catalogue, ControlId, DocumentId, Mandatory};

/// A draft before it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    /// The id of the document, or of the rules.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The ids of the controls that rules stand for, the one that they are about most first; none of a document.
    pub controls: Vec<&'static str>,
    /// Its lines: what each is (`h` a heading, `p` a paragraph, `-` a point), and its text.
    pub lines: Vec<(&'static str, &'static str)>,
}

/// Whether rules are called for by controls: unless all of them are excluded.
pub fn is_called_for(assessment: &Assessment, mut controls: impl Iterator<Item = ControlId>) -> bool {
    !controls.all(|id| assessment.decision(id).is_excluded())
}

/// All of a language, as they were compiled into this build.
fn texts(language: &str) -> &'static str {
    include!(concat!(env!("OUT_DIR"), "/drafts.rs"))
}

impl Template {
    /// Those of a language, in the order of the standard; rules stand behind documents.
    pub fn all(language: &str) -> Vec<Self> {
        // A tag that is no folder of the content is a kind of one that is.
        let kin = language.split('-').next().unwrap_or_default();
        let text = [language, kin, "en"].into_iter().map(texts).find(|text| !text.is_empty()).unwrap_or_default();
        let mut all: Vec<Self> = Vec::new();
        for (mark, text) in text.lines().filter_map(|line| line.split_once('\t')) {
            match (mark, all.last_mut()) {
                ("@", _) => all.push(Self { id: text, ..Self::default() }),
                ("t", Some(last)) => last.title = text,
                ("c", Some(last)) => last.controls = text.split(' ').collect(),
                (_, Some(last)) => last.lines.push((mark, text)),
                _ => {}
            }
        }
        all
    }

    /// The document that it is of; `None` of rules.
    pub fn document(&self, catalogue: &Catalogue) -> Option<DocumentId> {
        catalogue.parse_document(self.id)
    }

    /// The place of who looks after it, with what is asked where nobody does: as the text has it, or else who looks after
    /// the document or the rule's controls. The text and the table of versions name the same person.
    pub fn owner(&self, gap: &str) -> String {
        let ids = self.lines.iter().find_map(|(_, text)| {
            let start = format!("{{owner {}", self.id);
            text.split(&start).nth(1)?.split(['?', '}']).next()
        });
        match ids {
            Some(ids) => format!("{{owner {}{ids}?{gap}}}", self.id),
            None => format!("{{owner?{gap}}}"),
        }
    }

    /// Whether it is asked for as things are: a document unless its control is excluded, one that the organisation itself
    /// judges necessary once it is spoken of; rules unless all of their controls are excluded.
    pub fn is_wanted(&self, catalogue: &Catalogue, assessment: &Assessment) -> bool {
        let Some(id) = self.document(catalogue) else {
            return is_called_for(assessment, self.controls.iter().filter_map(|id| catalogue.parse_control(id)));
        };
        match catalogue.document(id).mandatory {
            Mandatory::Own => !matches!(assessment.document_status(id), None | Some(DocumentStatus::Missing)),
            mandatory => !assessment.is_spared(mandatory),
        }
    }
}
