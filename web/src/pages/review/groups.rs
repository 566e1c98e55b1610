//! What can be reviewed, in groups that fit a page.

use crate::text::{catalogue, t};
use readiness::catalogue::{ControlId, Word};
use readiness::extract::Portion;
use readiness::{Assessment, ItemRef};

/// A clause, the register of documents, or a theme of Annex A.
pub struct Group {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub items: Vec<ItemRef>,
}

/// All groups of an assessment, without what an extract lacks.
pub fn groups(assessment: &Assessment) -> Vec<Group> {
    let catalogue = catalogue();
    let left_out = assessment.left_out();
    let mut groups = Vec::new();
    if !left_out.contains(Portion::Answers) {
        groups.extend(catalogue.clauses.iter().map(|clause| Group {
            name: format!("{} {}", clause.id, clause.title),
            items: catalogue.requirement_ids_in(catalogue.requirements_of(clause)).map(ItemRef::from).collect(),
        }));
    }
    if !left_out.contains(Portion::Documents) {
        let items = catalogue.document_ids().map(ItemRef::from).collect();
        groups.push(Group { name: t(Word::MenuDocuments).to_owned(), items });
    }
    if !left_out.contains(Portion::Controls) {
        let mut ids = catalogue.control_ids();
        for theme in &catalogue.themes {
            let items = ids.by_ref().take(theme.controls.len()).map(ItemRef::from).collect();
            groups.push(Group { name: format!("A.{} {}", theme.number, theme.title), items });
        }
        let own = assessment.custom_controls.keys().map(|id| ItemRef::from(ControlId::Custom(*id)));
        let items: Vec<_> = own.collect();
        if !items.is_empty() {
            groups.push(Group { name: t(Word::ReportOwnControls).to_owned(), items });
        }
    }
    groups
}
