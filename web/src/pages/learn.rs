//! Reading pages: the same guidance, to read from top to bottom, and a search over all of it.

mod cost;
mod glossary;
mod index;
mod names;
mod reading;
mod search;

pub use index::{Entry, Index};
pub use names::title;
pub use reading::Reading;

use crate::components::{heading, lead};
use crate::route::Route;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use search::Search;
use yew::prelude::*;

/// The pages to read first, in their order.
const FIRST: [&str; 6] = ["journey", "cost", "small-firm", "annex-a", "standards", "rules"];
/// The pages that are about this site rather than about the standard.
const ABOUT: [&str; 3] = ["method", "privacy", "accessibility"];

/// The overview.
#[component]
pub fn Learn() -> Html {
    let catalogue = catalogue();
    let count = |word: Word, n: usize| Some(say(word, &[("n", &n.to_string())]));
    let questions =
        catalogue.clauses.iter().map(|clause| count(Word::TaskCount, catalogue.requirements_of(clause).len()));
    let controls = catalogue.themes.iter().map(|theme| count(Word::LearnControls, theme.controls.len()));
    let plain = |id: &'static str| link(id, None);
    html! {
        <>
            { heading(t(Word::MenuLearn)) }
            { lead(t(Word::LearnLead)) }
            <Search />
            <div class="cards">
                { list(Word::LearnFirst, pages(false).map(plain)) }
                { list(Word::LearnClauses, [plain("clauses")].into_iter().chain(clauses().zip(questions).map(|(id, n)| link(id, n)))) }
                { list(Word::LearnAnnex, themes().zip(controls).map(|(id, n)| link(id, n))) }
                { list(Word::LearnLookUp, ["documents", "glossary"].into_iter().map(plain)) }
                { list(Word::LearnAbout, pages(true).map(plain)) }
            </div>
            // A page from a disk has no neighbours.
            if crate::browser::window().location().protocol().is_ok_and(|protocol| protocol != "file:") {
                <p><a href="read/index.html" data-testid="plain-pages">{ t(Word::LearnPlain) }</a></p>
            }
        </>
    }
}

/// All pages, in the order to read them.
fn in_order() -> impl Iterator<Item = &'static str> {
    let standard = ["clauses"].into_iter().chain(clauses()).chain(themes()).chain(["documents", "glossary"]);
    pages(false).chain(standard).chain(pages(true))
}

fn pages(about: bool) -> impl Iterator<Item = &'static str> {
    let ids = catalogue().pages.iter().map(|page| page.id).filter(move |id| ABOUT.contains(id) == about);
    let mut pages: Vec<_> = ids.collect();
    let order: &[_] = if about { &ABOUT } else { &FIRST };
    pages.sort_by_key(|id| order.iter().position(|known| known == id).unwrap_or(order.len()));
    pages.into_iter()
}

fn clauses() -> impl Iterator<Item = &'static str> {
    catalogue().clauses.iter().filter_map(|clause| chunk("clause", clause.id))
}

fn themes() -> impl Iterator<Item = &'static str> {
    catalogue().themes.iter().filter_map(|theme| chunk("theme", theme.id))
}

fn list(name: Word, links: impl Iterator<Item = Html>) -> Html {
    html! { <section class="card"><h2>{ t(name) }</h2><ul class="plain">{ for links }</ul></section> }
}

fn link(id: &'static str, count: Option<String>) -> Html {
    html! {
        <li>
            <a href={Route::Page(id, None).href()} data-testid="learn" data-page={id}>{ title(id) }</a>
            if let Some(count) = count {
                { " " }<span class="hint">{ count }</span>
            }
        </li>
    }
}

/// The name of a chunk as the catalogue keeps it, such as `clause-4`.
fn chunk(kind: &str, id: &str) -> Option<&'static str> {
    let mut known = catalogue().chunks.iter().map(|(name, _)| *name);
    known.find(|name| name.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-')) == Some(id))
}
