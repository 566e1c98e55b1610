//! The language of the page: asked for in a link (`?lang=de`), kept from last time, the host's, or the browser's.
//!
//! It stands in the address before the `#`, so that it works on every static host and moves along from page to page, and
//! in `<html lang>`. Another one is another load of the page.

use super::{fetch_text, host, window};
use crate::text::t;
use js_sys::Array;
use readiness::Catalogue;
use readiness::catalogue::{LANGUAGES, Language, Word};
use web_sys::Storage;

/// Where the choice is kept.
const KEPT: &str = "stage-zero-language";

/// The language to begin with: a link's, which is kept for next time, else the one kept, else the host's or the browser's.
pub fn chosen() -> &'static Language {
    let asked = window().location().search().ok().and_then(|query| {
        query.trim_start_matches('?').split('&').find_map(|pair| Language::of(pair.strip_prefix("lang=")?))
    });
    if let (Some(language), Some(storage)) = (asked, storage()) {
        let _ = storage.set_item(KEPT, language.code);
    }
    let kept = || Language::of(&storage()?.get_item(KEPT).ok()??);
    let browser = || Language::of(&window().navigator().language()?);
    let of_host = || Language::of(&host::says("language"));
    asked.or_else(kept).or_else(of_host).or_else(browser).unwrap_or(&LANGUAGES[0])
}

/// Forgets the language that a link has chosen.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT);
    }
}

/// The language that the page speaks already.
pub fn spoken() -> &'static Language {
    let root = window().document().and_then(|document| document.document_element());
    root.and_then(|root| Language::of(&root.get_attribute("lang")?)).unwrap_or(&LANGUAGES[0])
}

/// Says in the page which language it speaks, and from which side it is read, for screen readers.
pub fn tell(code: &str) {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", code);
        let _ = root.set_attribute("dir", t(Word::AppDirection));
    }
}

/// Loads a pack, on its way from the call on; `None` where it can't be had.
pub fn load(pack: &str) -> impl Future<Output = Option<&'static str>> + use<> {
    let text = fetch_text(pack);
    // The page keeps its texts for as long as it lives.
    async { Some(&*text.await.ok()?.leak()) }
}

/// All packs of a language behind its tag, for a program beside the page; `None` where one can't be had.
pub async fn packs(language: &'static Language) -> Option<Array> {
    let packs = Array::of1(&language.code.into());
    let files = [language.first_view].into_iter().chain(language.later);
    // All are on their way before the first is waited for.
    let texts: Vec<_> = files.map(|file| (!file.is_empty()).then(|| fetch_text(file))).collect();
    for text in texts {
        // English starts from what is inside.
        let text = match text {
            Some(text) => text.await.ok()?,
            None => language.inside.to_owned(),
        };
        packs.push(&text.into());
    }
    Some(packs)
}

/// The same for files that are printed where the browser is at home. The page keeps the tag of its language.
pub fn printed_here(catalogue: Catalogue) -> Catalogue {
    catalogue.in_region(&window().navigator().language().unwrap_or_default())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
