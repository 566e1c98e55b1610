//! One page a route.

pub mod clauses;
mod colleagues;
#[cfg(debug_assertions)]
mod components;
mod controls;
mod data;
mod documents;
mod home;
mod learn;
mod library;
mod missing;
mod organisation;
mod plan;
mod quick;
mod quote;
mod report;
mod results;
pub mod review;
mod risks;
mod snapshots;
mod subclause;
pub mod verify;

pub use clauses::Clauses;
pub use colleagues::Colleagues;
#[cfg(debug_assertions)]
pub use components::components;
pub use controls::Controls;
pub use data::Data;
pub use documents::Documents;
pub use home::home;
pub use learn::{Learn, Reading};
pub use library::Library;
pub use missing::{missing, nothing_open};
pub use organisation::Organisation;
pub use plan::PlanPage;
pub use quick::Quick;
pub use quote::Quote;
pub use report::ReportPage;
pub use results::Results;
pub use review::ReviewPage;
pub use risks::Risks;
pub use snapshots::Snapshots;
pub use subclause::SubclausePage;
pub use verify::Verify;

use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;

/// The title of a route's page.
pub fn title(route: Route) -> String {
    let word = match route {
        Route::Subclause(index, _) => {
            let subclause = &catalogue().subclauses[index];
            return format!("{} {}", subclause.id, subclause.title);
        }
        Route::Page(id, _) => return learn::title(id),
        Route::Home => Word::HomeTitle,
        Route::Quick => Word::QuickTitle,
        Route::Library => Word::MenuLibrary,
        Route::Organisation => Word::MenuOrganisation,
        Route::Clauses => Word::MenuClauses,
        Route::Documents(_) => Word::MenuDocuments,
        Route::Controls(_) => Word::MenuControls,
        Route::Results => Word::MenuResults,
        Route::Plan => Word::MenuPlan,
        Route::Risks => Word::MenuRisks,
        Route::Snapshots => Word::MenuSnapshots,
        Route::Quote => Word::MenuQuote,
        Route::Report => Word::MenuReport,
        Route::Review(_) => Word::MenuReview,
        Route::Verify => Word::MenuVerify,
        Route::Colleagues => Word::MergeTitle,
        Route::Learn => Word::MenuLearn,
        Route::Data => Word::MenuData,
        #[cfg(debug_assertions)]
        Route::Components => return "Components".to_owned(),
        Route::Missing => Word::MissingTitle,
    };
    t(word).to_owned()
}
