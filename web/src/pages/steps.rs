//! A change that is taken back or made again, in words, and the place where it was made.

use crate::route::Route;
use crate::store::{InWords, Step};
use crate::text::catalogue;
use readiness::assessment::{Kind, Part, QuoteDetail};
use readiness::{Assessment, Edit, merge, step};

/// Says what a change is about; `states` are those before and after it.
pub fn in_words(it: &Step, states: [&Assessment; 2]) -> InWords {
    let catalogue = catalogue();
    InWords {
        what: step::about(catalogue, &states, &it.edit),
        href: step::spokesman(&it.edit).and_then(place).map(Route::href).unwrap_or_default(),
        asks: step::changed_since(catalogue, states[1], &it.left),
    }
}

/// Where a change is made.
fn place(edit: &Edit) -> Option<Route> {
    match edit {
        Edit::Review(..) => Some(Route::Review(None)),
        Edit::Set(Part::Profile, field, _) if QuoteDetail::ALL.iter().any(|it| it.field() == *field) => {
            Some(Route::Quote)
        }
        Edit::Set(Part::Profile, field, _) if matches!(field.kind, Kind::Nth(..)) => Some(Route::Risks),
        Edit::Set(Part::Profile, ..) => Some(Route::Organisation),
        Edit::Set(Part::Meta, field, _) if matches!(field.kind, Kind::Tasks) => Some(Route::Plan),
        edit => merge::item(edit).map(Route::from),
    }
}
