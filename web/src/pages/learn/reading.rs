//! One reading page.

use crate::components::{Chunk, guidance_item, heading, use_chunk};
use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use yew::prelude::*;

/// Properties of [`Reading`].
#[derive(PartialEq, Properties)]
pub struct ReadingProps {
    /// The page's id, or the name of a chunk.
    pub id: &'static str,
}

/// A page of its own, or all the guidance of a clause, a theme, the documents or the glossary.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let is_page = catalogue().pages.iter().any(|page| page.id == props.id);
    let name = if is_page { format!("learn-{}", props.id) } else { props.id.to_owned() };
    let chunk = use_chunk(name.into());
    let content = match &chunk {
        Chunk::Loading => html! { <p class="hint">{ t(Word::GuidanceLoading) }</p> },
        Chunk::Missing => html! { <p class="hint">{ t(Word::GuidanceMissing) }</p> },
        Chunk::Text(text) if is_page => guidance_item(text, props.id, "h2"),
        Chunk::Text(text) => html! { { for items(text).map(|(id, title)| html! {
            <section id={id.to_owned()}>
                <h2>{ title }</h2>
                { guidance_item(text, id, "h3") }
            </section>
        }) } },
    };
    html! {
        <article class="reading">
            <p class="crumbs"><a href={Route::Learn.href()}>{ t(Word::MenuLearn) }</a></p>
            { heading(title(props.id)) }
            { content }
        </article>
    }
}

/// The items of a chunk with their titles.
pub fn items(text: &str) -> impl Iterator<Item = (&str, String)> {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        let id = lines.by_ref().find_map(|line| line.strip_prefix("@\t"))?;
        let own = lines.peek().and_then(|line| line.strip_prefix("t\t")).map(str::to_owned);
        Some((id, own.unwrap_or_else(|| title_of(id))))
    })
}

/// The title of an item that guidance is about.
fn title_of(id: &str) -> String {
    let catalogue = catalogue();
    if let Some(index) = catalogue.subclause(id) {
        return format!("{id} {}", catalogue.subclauses[index].title);
    }
    if let Some(requirement) = catalogue.parse_requirement(id) {
        return catalogue.requirement(requirement).title.to_owned();
    }
    if let Some(control) = catalogue.parse_control(id).and_then(|id| catalogue.control(id)) {
        return format!("{} {}", control.id, control.name);
    }
    let document = catalogue.parse_document(id).map(|id| catalogue.document(id).name);
    document.unwrap_or_else(|| t(Word::MenuLearn)).to_owned()
}

/// The title of a reading page.
pub fn title(id: &str) -> String {
    let catalogue = catalogue();
    if let Some(page) = catalogue.pages.iter().find(|page| page.id == id) {
        return page.title.to_owned();
    }
    let clause = catalogue.clauses.iter().find(|clause| id.strip_prefix("clause-") == Some(clause.id));
    let theme = catalogue.themes.iter().find(|theme| id.strip_prefix("theme-") == Some(theme.id));
    match (clause, theme, id) {
        (Some(clause), ..) => format!("{} {}", clause.id, clause.title),
        (_, Some(theme), _) => theme.title.to_owned(),
        (.., "documents") => t(Word::LearnDocuments).to_owned(),
        (.., "glossary") => t(Word::LearnGlossary).to_owned(),
        _ => t(Word::MenuLearn).to_owned(),
    }
}
