//! `document-missing`: requirements that are about a document are done in practice, while the document is missing.
//! One contradiction a document.

use super::{Check, Contradiction};
use crate::assessment::{DocumentStatus, Level};
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    let missing = standing.assessment.documents.iter();
    missing.filter(|(_, entry)| entry.status == Some(DocumentStatus::Missing)).filter_map(|(id, _)| {
        let about = standing.catalogue.document(*id).about.iter();
        let said: Vec<ItemRef> =
            about.filter(|id| standing.level(**id) >= Some(Level::Operating)).map(|id| ItemRef::from(*id)).collect();
        let found = !said.is_empty();
        found.then(|| Contradiction { check: Check::DocumentMissing, said, against: vec![(*id).into()] })
    })
}
