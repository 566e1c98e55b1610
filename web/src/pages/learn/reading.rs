//! One reading page.

use super::cost::Cost;
use super::glossary::{first_mentions, terms};
use super::names::{items, title};
use super::{chunk, in_order};
use crate::browser::focus;
use crate::components::{Chunk, guidance_item, heading, lead, of_host, said, use_chunk};
use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::catalogue::{Mandatory, Word};
use yew::prelude::*;

/// Properties of [`Reading`].
#[derive(PartialEq, Properties)]
pub struct ReadingProps {
    /// The page's id, or the name of a chunk.
    pub id: &'static str,
    /// The item to show.
    pub item: Option<&'static str>,
}

/// A page of its own, or all the guidance of a clause, a theme, the documents or the glossary.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let id = props.id;
    let is_page = catalogue().pages.iter().any(|page| page.id == id);
    let text = use_chunk(if is_page { format!("learn-{id}").into() } else { id.into() });
    // A clause and a theme begin with what the overview says of them.
    let part = id.strip_prefix("clause-").or_else(|| id.strip_prefix("theme-"));
    let overview = use_chunk(if part.is_some() { "clauses".into() } else { "".into() });
    use_effect_with(
        (props.item, matches!(text, Chunk::Text(_)), matches!(overview, Chunk::Loading)),
        |(item, there, _)| {
            if let Some(item) = item.filter(|_| *there) {
                focus::show(item);
            }
        },
    );
    let mut seen = Vec::new();
    html! {
        <article class="reading">
            <p class="crumbs"><a href={Route::Learn.href()}>{ t(Word::MenuLearn) }</a></p>
            { heading(title(id)) }
            { match id {
                "clauses" => lead(t(Word::LearnOverviewLead)),
                "documents" => lead(t(Word::DocumentsLead)),
                _ => html! {},
            } }
            if let (Some(part), Chunk::Text(overview)) = (part, &overview) {
                { guidance_item(&first_mentions(overview, &mut seen), part, "h2") }
            }
            { said(&text, |text| match id {
                _ if is_page => guidance_item(text, id, "h2"),
                "glossary" => terms(text),
                _ => sections(id, &first_mentions(text, &mut seen)),
            }) }
            if id == "cost" {
                <Cost />
            }
            <Onward {id} />
        </article>
    }
}

/// All items of a chunk, after a list of them.
fn sections(page: &'static str, text: &str) -> Html {
    let is_clause = page.starts_with("clause-");
    let titles = items(text).filter(|(id, _)| !is_clause || catalogue().subclause(id).is_some());
    html! {
        <>
            <details class="card" data-testid="contents">
                <summary>{ t(Word::LearnContents) }</summary>
                <ul class="plain">
                    { for titles.map(|(id, title)| html! { <li><a href={format!("#/learn/{page}?item={id}")}>{ title }</a></li> }) }
                </ul>
            </details>
            { for items(text).map(|(id, title)| section(text, id, title)) }
        </>
    }
}

fn section(text: &str, id: &str, title: String) -> Html {
    let catalogue = catalogue();
    let to = |route: Route, word| {
        // Where no assessment is open, there is nothing to answer.
        let open = store().read(|_| ()).is_some();
        html! { if open { <p><a href={route.href()} data-testid="answer-it">{ t(word) }</a></p> } }
    };
    let content = if let Some(requirement) = catalogue.parse_requirement(id) {
        html! {
            <>
                <h3>{ title }</h3>
                <p><strong>{ catalogue.requirement(requirement).question }</strong></p>
                { guidance_item(text, id, "h4") }
                { of_host(id, "h4") }
                { to(Route::requirement(requirement), Word::LearnAnswer) }
            </>
        }
    } else if let Some(control) = catalogue.parse_control(id) {
        html! { <><h2>{ title }</h2>{ guidance_item(text, id, "h3") }{ of_host(id, "h3") }{ to(Route::Controls(Some(control)), Word::LearnDecide) }</> }
    } else if let Some(document) = catalogue.parse_document(id) {
        let entry = catalogue.document(document);
        html! {
            <>
                <h2>{ title }</h2>
                <p>{ entry.summary }</p>
                <p class="hint">{ say(Word::DocumentPlace, &[("place", entry.place)]) }{ " " }{ needed(entry.mandatory) }</p>
                { guidance_item(text, id, "h3") }
                { of_host(id, "h3") }
                { to(Route::Documents(Some(document)), Word::LearnRegister) }
            </>
        }
    } else {
        let page = chunk("clause", id).or_else(|| chunk("theme", id));
        html! {
            <>
                <h2>{ title.clone() }</h2>
                { guidance_item(text, id, "h3") }
                if let Some(page) = page {
                    <p><a href={Route::Page(page, None).href()}>{ say(Word::LearnReadAll, &[("title", &title)]) }</a></p>
                }
            </>
        }
    };
    html! { <section id={id.to_owned()} tabindex="-1">{ content }</section> }
}

fn needed(mandatory: Mandatory) -> Html {
    match mandatory {
        Mandatory::Always => t(Word::LearnNeeded).into(),
        Mandatory::Own => t(Word::LearnNeededOwn).into(),
        Mandatory::WhenApplicable(control) => {
            let name = control.name(catalogue());
            let say = say(Word::LearnNeededIf, &[("id", &name)]);
            html! { <a href={Route::Controls(Some(control)).href()}>{ say }</a> }
        }
    }
}

#[derive(PartialEq, Properties)]
struct OnwardProps {
    id: &'static str,
}

/// The pages before and after, in the order of the overview.
#[component]
fn Onward(props: &OnwardProps) -> Html {
    let order: Vec<_> = in_order().collect();
    let at = order.iter().position(|id| *id == props.id);
    let link = |id: Option<&&'static str>, word| {
        id.map(|id| html! {
            <a href={Route::Page(id, None).href()}><span>{ t(word) }</span>{ " " }<span class="hint">{ title(id) }</span></a>
        })
    };
    html! {
        <nav class="onward" aria-label={t(Word::LearnOnward)}>
            { for at.and_then(|at| link(order.get(at.checked_sub(1)?), Word::OnwardPrevious)) }
            { for at.and_then(|at| link(order.get(at + 1), Word::OnwardNext)) }
        </nav>
    }
}
