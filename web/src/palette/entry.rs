//! What the palette lists.

use crate::browser::host;
use crate::components::save_file;
use crate::pages::{self, clauses::first_open};
use crate::route::Route;
use crate::store::{Way, store};
use crate::text::{catalogue, t};
use readiness::ItemRef;
use readiness::catalogue::{ControlId, Word};
use wasm_bindgen_futures::spawn_local;

/// Something to find.
pub struct Entry {
    /// What is written, and searched.
    pub text: String,
    kind: Word,
    does: Does,
}

enum Does {
    Go(Route),
    Act(fn()),
}

impl Entry {
    /// What it is, such as a requirement.
    pub fn kind(&self) -> &'static str {
        t(self.kind)
    }

    /// Goes there, or does it.
    pub fn open(&self) {
        match self.does {
            Does::Go(route) => route.go(),
            Does::Act(act) => act(),
        }
    }
}

/// Everything: first what can be done, then the pages, then what the standard asks.
pub fn entries() -> Vec<Entry> {
    let catalogue = catalogue();
    let mut entries = actions();
    let mut add = |kind, text, route| entries.push(Entry { text, kind, does: Does::Go(route) });
    let pages = [
        Route::Home,
        Route::Quick,
        Route::Organisation,
        Route::Clauses,
        Route::Documents(None),
        Route::Controls(None),
        Route::Risks,
        Route::Results,
        Route::Plan,
        Route::Snapshots,
        Route::Quote,
        Route::Report,
        Route::Colleagues,
        Route::Review(None),
        Route::Library,
        Route::Verify,
        Route::Learn,
        Route::Data,
    ];
    for route in pages.into_iter().filter(|route| !route.part().is_some_and(host::hides)) {
        let title = if route == Route::Home { t(Word::MenuHome).to_owned() } else { pages::title(route) };
        add(Word::PalettePage, title, route);
    }
    for page in &catalogue.pages {
        add(Word::PaletteReading, page.title.to_owned(), Route::Page(page.id, None));
    }
    for (index, subclause) in catalogue.subclauses.iter().enumerate() {
        add(Word::PaletteSubclause, format!("{} {}", subclause.id, subclause.title), Route::Subclause(index, None));
    }
    for id in catalogue.requirement_ids() {
        let requirement = catalogue.requirement(id);
        add(Word::PaletteRequirement, format!("{} {}", requirement.id, requirement.title), Route::requirement(id));
    }
    for id in catalogue.document_ids() {
        add(Word::PaletteDocument, catalogue.document(id).name.to_owned(), Route::Documents(Some(id)));
    }
    // The organisation's own controls too.
    let own = store().read(|open| open.custom_controls.keys().map(|id| ControlId::Custom(*id)).collect::<Vec<_>>());
    for id in catalogue.control_ids().chain(own.unwrap_or_default()) {
        let name = store().read(|open| ItemRef::Control(id).title(catalogue, open).to_owned());
        let name = name.or_else(|| Some(catalogue.control(id)?.name.to_owned())).unwrap_or_default();
        add(Word::PaletteControl, format!("{} {name}", id.name(catalogue)), Route::Controls(Some(id)));
    }
    entries
}

/// What can be done now: most of it needs an open assessment.
fn actions() -> Vec<Entry> {
    let action = |word, act| Entry { text: t(word).to_owned(), kind: Word::PaletteAction, does: Does::Act(act) };
    let open: [(Word, fn()); 4] = [
        (Word::ClausesNextOpen, || {
            let next = store().read(first_open).flatten();
            next.map_or(Route::Results, Route::requirement).go();
        }),
        (Word::SaveDownload, save_file),
        (Word::NoticeUndo, || step(Way::Back)),
        (Word::NoticeRedo, || step(Way::Forward)),
    ];
    let begin: (Word, fn()) = (Word::HomeStart, || {
        spawn_local(async {
            store().create(t(Word::HomeNewTitle)).await;
            Route::Organisation.go();
        });
    });
    let is_open = store().read(|_| ()).is_some();
    open.into_iter().filter(|_| is_open).chain([begin]).map(|(word, act)| action(word, act)).collect()
}

fn step(way: Way) {
    if !store().step_and_say(way) {
        store().notify(t(Word::PaletteNothingToStep).to_owned(), None);
    }
}
