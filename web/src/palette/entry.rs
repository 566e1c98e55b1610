//! What the palette lists.

use crate::browser::host;
use crate::components::save_file;
use crate::pages::clauses::first_open;
use crate::pages::learn::{self, Index};
use crate::route::Route;
use crate::store::{Direction, store};
use crate::text::{catalogue, t};
use readiness::ItemRef;
use readiness::catalogue::{ControlId, Word};
use readiness::search::Text;
use wasm_bindgen_futures::spawn_local;

/// Something to find.
pub struct Entry {
    /// What it is called, and what is searched.
    pub text: Text,
    /// What it is, such as a requirement.
    pub kind: String,
    does: Does,
}

enum Does {
    Go(Route),
    Act(fn()),
}

impl Entry {
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
    let mut add = |kind, id: &str, title, route| {
        entries.push(Entry { text: Text::named(id, title), kind: t(kind).to_owned(), does: Does::Go(route) });
    };
    for route in Route::all().filter(|route| !host::hides(route.row().host)) {
        add(Word::PalettePage, "", t(route.row().name).to_owned(), route);
    }
    for page in &catalogue.pages {
        let id = format!("learn/{}", page.id);
        add(Word::PaletteReading, &id, page.title.to_owned(), Route::Page(page.id, None));
    }
    for (index, subclause) in catalogue.subclauses.iter().enumerate() {
        let title = format!("{} {}", subclause.id, subclause.title);
        add(Word::PaletteSubclause, subclause.id, title, Route::Subclause(index, None));
    }
    for id in catalogue.requirement_ids() {
        let requirement = catalogue.requirement(id);
        let title = format!("{} {}", requirement.id, requirement.title);
        add(Word::PaletteRequirement, requirement.id, title, Route::requirement(id));
    }
    for id in catalogue.document_ids() {
        let document = catalogue.document(id);
        add(Word::PaletteDocument, document.id, document.name.to_owned(), Route::Documents(Some(id)));
    }
    // The organisation's own controls too.
    let own = store().read(|open| open.custom_controls.keys().map(|id| ControlId::Custom(*id)).collect::<Vec<_>>());
    for id in catalogue.control_ids().chain(own.unwrap_or_default()) {
        let name = store().read(|open| ItemRef::Control(id).title(catalogue, open).to_owned());
        let name = name.or_else(|| Some(catalogue.control(id)?.name.to_owned())).unwrap_or_default();
        let written = id.name(catalogue);
        add(Word::PaletteControl, &written, format!("{written} {name}"), Route::Controls(Some(id)));
    }
    entries
}

/// All guidance: what is said about the places, and the terms.
pub fn guidance(index: &Index) -> impl Iterator<Item = Entry> {
    let entry = |it: &learn::Entry| Entry { text: it.text.clone(), kind: it.kind.clone(), does: Does::Go(it.route) };
    index.entries.iter().map(entry)
}

/// What can be done now: most of it needs an open assessment.
fn actions() -> Vec<Entry> {
    let action = |word, act| Entry {
        text: Text::named("", t(word).to_owned()),
        kind: t(Word::PaletteAction).to_owned(),
        does: Does::Act(act),
    };
    let open: [(Word, fn()); 4] = [
        (Word::ClausesNextOpen, || {
            let next = store().read(first_open).flatten();
            next.map_or(Route::Results, Route::requirement).go();
        }),
        (Word::SaveDownload, save_file),
        (Word::NoticeUndo, || step(Direction::Undo)),
        (Word::NoticeRedo, || step(Direction::Redo)),
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

fn step(direction: Direction) {
    if !store().undo_or_redo(direction) {
        store().notify(t(Word::PaletteNothingToStep).to_owned(), None);
    }
}
