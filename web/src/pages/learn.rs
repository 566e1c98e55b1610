//! Reading pages: the same guidance, to read from top to bottom, and a search over all of it.

mod reading;
mod search;

pub use reading::{Reading, title};

use crate::components::{Guidance, heading, lead};
use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use search::Search;
use yew::prelude::*;

/// The overview.
#[component]
pub fn Learn() -> Html {
    let catalogue = catalogue();
    let link = |id: &'static str| html! { <li><a href={Route::Page(id).href()}>{ title(id) }</a></li> };
    let overview = |id: &'static str, name: String, page: Option<&'static str>| {
        html! {
            <details class="card">
                <summary>{ name }</summary>
                <Guidance chunk="clauses" {id} />
                if let Some(page) = page {
                    <p><a href={Route::Page(page).href()}>{ t(Word::LearnReadAll) }</a></p>
                }
            </details>
        }
    };
    let chunk = |prefix: &str, id: &str| {
        let name = format!("{prefix}-{id}");
        catalogue.chunks.iter().map(|(known, _)| *known).find(|known| *known == name)
    };
    html! {
        <>
            { heading(t(Word::MenuLearn)) }
            { lead(t(Word::LearnLead)) }
            <Search />
            <section>
                <h2>{ t(Word::LearnPages) }</h2>
                <ul>{ for catalogue.pages.iter().map(|page| link(page.id)) }{ link("documents") }{ link("glossary") }</ul>
            </section>
            <section>
                <h2>{ t(Word::MenuClauses) }</h2>
                { for catalogue.clauses.iter().map(|clause| overview(clause.id, format!("{} {}", clause.id, clause.title), chunk("clause", clause.id))) }
            </section>
            <section>
                <h2>{ t(Word::LearnAnnex) }</h2>
                { overview("A", t(Word::LearnAnnexWhat).to_owned(), None) }
                { for catalogue.themes.iter().map(|theme| overview(theme.id, theme.title.to_owned(), chunk("theme", theme.id))) }
            </section>
        </>
    }
}
