//! `document_draft`: a document that is always mandatory has status `draft`. A likely minor.

use super::document_missing::always_mandatory;
use super::{Finding, Grade, Place, Rule};
use crate::assessment::DocumentStatus;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Finding> {
    always_mandatory(standing, DocumentStatus::Draft).map(|id| Finding {
        rule: Rule::DocumentDraft,
        grade: Grade::Minor,
        place: Place::Document(id),
        items: vec![id.into()],
    })
}
