//! Guidance: loaded when it is wanted, kept for the life of the page.

use crate::browser::fetch_text;
use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A loaded chunk.
#[derive(Debug, Clone, PartialEq)]
pub enum Chunk {
    /// On its way.
    Loading,
    /// It could not be had, for example because the person is offline and never had it.
    Missing,
    /// Its text, in the form that the content compiler describes.
    Text(Rc<str>),
}

thread_local! {
    /// Names and texts; there are some twenty.
    static LOADED: RefCell<Vec<(String, Rc<str>)>> = RefCell::default();
}

fn known(name: &str) -> Option<Rc<str>> {
    LOADED.with_borrow(|loaded| loaded.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()))
}

/// A chunk of guidance by its name, such as `clause-4`.
#[hook]
pub fn use_chunk(name: AttrValue) -> Chunk {
    let chunk = use_state_eq(|| known(&name).map_or(Chunk::Loading, Chunk::Text));
    let set = chunk.setter();
    use_effect_with(name, move |name| {
        if let Some(text) = known(name) {
            set.set(Chunk::Text(text));
            return;
        }
        let name = name.to_string();
        spawn_local(async move { set.set(load_chunk(&name).await) });
    });
    (*chunk).clone()
}

/// Loads a chunk, unless it is there already.
pub async fn load_chunk(name: &str) -> Chunk {
    if let Some(text) = known(name) {
        return Chunk::Text(text);
    }
    let Some(file) = catalogue().chunk(name) else { return Chunk::Missing };
    let Ok(text) = fetch_text(&format!("guidance/{file}")).await else { return Chunk::Missing };
    let text: Rc<str> = text.into();
    LOADED.with_borrow_mut(|loaded| loaded.push((name.to_owned(), text.clone())));
    Chunk::Text(text)
}

/// Properties of [`Guidance`].
#[derive(PartialEq, Properties)]
pub struct GuidanceProps {
    /// The chunk that holds it.
    pub chunk: AttrValue,
    /// The item that it is about.
    pub id: AttrValue,
}

/// The guidance about one item.
#[component]
pub fn Guidance(props: &GuidanceProps) -> Html {
    let chunk = use_chunk(props.chunk.clone());
    let content = match &chunk {
        Chunk::Loading => html! { <p class="hint">{ t(Word::GuidanceLoading) }</p> },
        Chunk::Missing => html! { <p class="hint">{ t(Word::GuidanceMissing) }</p> },
        Chunk::Text(text) => item(text, &props.id, "h4"),
    };
    html! { <div class="guidance" aria-live="polite" data-testid="guidance">{ content }</div> }
}

/// Everything that a chunk says about an item, with headings of a level such as `h4`.
pub fn item(chunk: &str, id: &str, level: &'static str) -> Html {
    let mut lines = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1).peekable();
    let mut html = Vec::new();
    while let Some(line) = lines.next_if(|line| !line.starts_with('@')) {
        let (kind, text) = line.split_once('\t').unwrap_or((line, ""));
        match kind {
            "=" => html.extend(section_name(text).map(|name| html! { <@{level}>{ name }</@> })),
            "h" => html.push(html! { <@{level}>{ inline(text) }</@> }),
            "t" | "a" => {}
            "-" => {
                let mut points = vec![html! { <li>{ inline(text) }</li> }];
                while let Some(line) = lines.next_if(|line| line.starts_with("-\t") || line.starts_with("+\t")) {
                    let class = line.starts_with('+').then_some("below");
                    points.push(html! { <li {class}>{ inline(&line[2..]) }</li> });
                }
                html.push(html! { <ul>{ for points }</ul> });
            }
            "l" => html.extend(links(text)),
            _ => html.push(html! { <p>{ inline(text) }</p> }),
        }
    }
    html.into_iter().collect()
}

fn section_name(key: &str) -> Option<&'static str> {
    Some(t(match key {
        "meaning" => Word::GuidanceMeaning,
        "small-firm" => Word::GuidanceSmallFirm,
        "defined" => Word::GuidanceDefined,
        "operating" => Word::GuidanceOperating,
        "evidenced" => Word::GuidanceEvidenced,
        "evidence" => Word::GuidanceEvidence,
        "gap" => Word::GuidanceGap,
        "purpose" => Word::GuidancePurpose,
        "leaving-out" => Word::GuidanceLeavingOut,
        "justification" => Word::GuidanceJustification,
        "holds" => Word::GuidanceHolds,
        "length" => Word::GuidanceLength,
        "skeleton" => Word::GuidanceSkeleton,
        "mandatory" => Word::GuidanceMandatory,
        "suggested" => Word::GuidanceSuggested,
        _ => return None,
    }))
}

/// Links to what an item leans on.
fn links(line: &str) -> Option<Html> {
    let (kind, ids) = line.split_once('\t')?;
    let catalogue = catalogue();
    let link = |route: Route, name: String| html! { <li><a href={route.href()}>{ name }</a></li> };
    let links: Vec<_> = match kind {
        "requirements" => {
            let ids = ids.split(' ').filter_map(|id| catalogue.parse_requirement(id));
            ids.map(|id| link(Route::requirement(id), catalogue.requirement(id).title.to_owned())).collect()
        }
        // The others come with their names, which the first view does not know.
        _ => {
            let fields: Vec<_> = ids.split('\t').collect();
            let named = |pair: &[&str]| {
                let (id, name) = (pair[0], pair.get(1).copied().unwrap_or_default());
                match catalogue.parse_document(id) {
                    Some(document) => Some(link(Route::Documents(Some(document)), name.to_owned())),
                    None => Some(link(Route::Controls(Some(catalogue.parse_control(id)?)), format!("{id} {name}"))),
                }
            };
            fields.chunks(2).filter_map(named).collect()
        }
    };
    let heading = match kind {
        "documents" => Word::GuidanceDocuments,
        "controls" => Word::GuidanceControls,
        _ => Word::GuidanceRequirements,
    };
    Some(html! { <><h4>{ t(heading) }</h4><ul>{ for links }</ul></> })
}

/// Text with the marks of the content compiler: strong, emphasis, code, links.
pub fn inline(text: &str) -> Html {
    let mut html: Vec<Html> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\u{2}', '\u{3}', '\u{4}', '\u{5}']) {
        html.push(rest[..at].to_owned().into());
        let (mark, after) = rest[at..].split_at(1);
        let end = if mark == "\u{5}" { "\u{7}" } else { mark };
        let (inside, tail) = after.split_once(end).unwrap_or((after, ""));
        html.push(match mark {
            "\u{2}" => html! { <strong>{ inside.to_owned() }</strong> },
            "\u{3}" => html! { <em>{ inside.to_owned() }</em> },
            "\u{4}" => html! { <code>{ inside.to_owned() }</code> },
            _ => {
                let (href, text) = inside.split_once('\u{6}').unwrap_or((inside, inside));
                html! { <a href={href.to_owned()}>{ text.to_owned() }</a> }
            }
        });
        rest = tail;
    }
    html.push(rest.to_owned().into());
    html.into_iter().collect()
}
