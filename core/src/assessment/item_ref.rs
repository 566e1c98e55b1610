//! What was said about the things that findings, contradictions and actions point at.

use super::{Assessment, Item};
use crate::catalogue::{Catalogue, ControlId, ItemRef, Word};

impl ItemRef {
    /// What a person calls it: its title, its name, or the question.
    pub fn title<'a>(self, catalogue: &Catalogue, assessment: &'a Assessment) -> &'a str {
        match self {
            Self::Requirement(id) => catalogue.requirement(id).title,
            Self::Document(id) => catalogue.document(id).name,
            Self::Control(id @ ControlId::Annex(_)) => catalogue.control(id).map_or("", |control| control.name),
            Self::Control(ControlId::Custom(id)) => assessment.custom_controls.get(&id).map_or("", |own| &own.name),
            Self::Risk(id) => match assessment.risks.get(&id).map(|risk| risk.title.trim()) {
                Some(title) if !title.is_empty() => title,
                _ => catalogue.word(Word::PieceUnnamedRisk),
            },
            Self::Nonconformity(_) | Self::Audit(_) | Self::ManagementReview(_) => short(self.text(assessment)),
            Self::Fact(id) => catalogue.fact(id).question,
            Self::People => catalogue.word(Word::PiecePeople),
        }
    }

    /// The text that a record without a title begins its name with.
    fn text(self, assessment: &Assessment) -> &str {
        match self {
            Self::Nonconformity(id) => assessment.nonconformities.get(&id).map_or("", |it| &it.finding),
            Self::Audit(id) => assessment.internal_audits.get(&id).map_or("", |it| &it.scope),
            _ => "",
        }
    }

    /// Whether its title is only the beginning of a text.
    pub(crate) fn is_cut(self, assessment: &Assessment) -> bool {
        let text = self.text(assessment).trim();
        short(text).len() < text.len()
    }

    /// Who looks after it, as it was said; `None` where nobody does.
    pub fn owner(self, assessment: &Assessment) -> Option<&str> {
        named(match self {
            Self::Requirement(_) | Self::Control(_) => &self.entry(assessment)?.owner,
            Self::Document(id) => &assessment.documents.get(&id)?.owner,
            Self::Risk(id) => &assessment.risks.get(&id)?.owner,
            Self::Nonconformity(id) => &assessment.nonconformities.get(&id)?.owner,
            Self::Audit(_) | Self::ManagementReview(_) | Self::Fact(_) | Self::People => return None,
        })
    }

    /// What was said about a requirement or a control.
    pub(crate) fn entry(self, assessment: &Assessment) -> Option<&Item> {
        match self {
            Self::Requirement(id) => assessment.answers.get(&id).map(|answer| &answer.item),
            Self::Control(id) => assessment.controls.get(&id).map(|entry| &entry.item),
            _ => None,
        }
    }
}

impl Assessment {
    /// The answers, documents, controls and risks that somebody looks after, with who does: one way through all of them.
    pub(crate) fn owned(&self) -> impl Iterator<Item = (ItemRef, &str)> {
        let answers = self.answers.iter().map(|(id, it)| (ItemRef::from(*id), &it.item.owner));
        let documents = self.documents.iter().map(|(id, it)| (ItemRef::from(*id), &it.owner));
        let controls = self.controls.iter().map(|(id, it)| (ItemRef::from(*id), &it.item.owner));
        let risks = self.risks.iter().map(|(id, it)| (ItemRef::from(*id), &it.owner));
        let all = answers.chain(documents).chain(controls).chain(risks);
        all.filter_map(|(item, owner)| Some((item, named(owner)?)))
    }
}

/// A name without the spaces around it; `None` where nobody is named.
fn named(owner: &str) -> Option<&str> {
    // Most have no owner, and then there is nothing to trim.
    (!owner.is_empty()).then(|| owner.trim()).filter(|owner| !owner.is_empty())
}

/// The beginning of a text that may be long, for a sentence: whole words of its first line.
fn short(text: &str) -> &str {
    const LONGEST: usize = 60;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words),
        None => line,
    }
}
