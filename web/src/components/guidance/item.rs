//! What a chunk says about one item, as HTML.

use crate::components::level_name;
use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::assessment::Level;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Everything that a chunk says about an item, with headings of a level such as `h4`: the sections in their order, the
/// three levels side by side, and at the end what the item leans on.
pub fn item(chunk: &str, id: &str, heading: &'static str) -> Html {
    let mut lines = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1).peekable();
    let (mut html, mut levels, mut links) = (Vec::new(), Vec::new(), Vec::new());
    let (mut in_level, mut quoted) = (false, false);
    while let Some(line) = lines.next_if(|line| !line.starts_with('@')) {
        let (kind, text) = line.split_once('\t').unwrap_or((line, ""));
        if kind == "=" {
            let level = level(text);
            (in_level, quoted) = (level.is_some(), text == "justification");
            match level {
                Some(level) => levels.push(html! {
                    <dt><span class={format!("tag level-{}", level.value())}>{ level_name(Some(level)) }</span></dt>
                }),
                None => {
                    html.extend(side_by_side(&mut levels, heading));
                    html.extend(section_name(text).map(|name| html! { <@{heading}>{ name }</@> }));
                }
            }
            continue;
        }
        let block = match kind {
            "t" | "a" => continue,
            "l" => {
                links.extend(leans_on(text));
                continue;
            }
            "h" => html! { <@{heading}>{ inline(text) }</@> },
            "-" => {
                let mut points = vec![html! { <li>{ inline(text) }</li> }];
                while let Some(line) = lines.next_if(|line| line.starts_with("-\t") || line.starts_with("+\t")) {
                    let class = line.starts_with('+').then_some("below");
                    points.push(html! { <li {class}>{ inline(&line[2..]) }</li> });
                }
                html! { <ul>{ for points }</ul> }
            }
            _ if in_level => inline(text),
            _ => html! { <p>{ inline(text) }</p> },
        };
        match (in_level, quoted) {
            (true, _) => levels.push(html! { <dd>{ block }</dd> }),
            (_, true) => html.push(html! { <blockquote>{ block }</blockquote> }),
            _ => html.push(block),
        }
    }
    html.extend(side_by_side(&mut levels, heading));
    if !links.is_empty() {
        html.push(html! { <dl class="leans">{ for links }</dl> });
    }
    html.into_iter().collect()
}

/// The levels that a requirement's guidance tells apart.
fn level(section: &str) -> Option<Level> {
    Some(match section {
        "defined" => Level::Defined,
        "operating" => Level::Operating,
        "evidenced" => Level::Evidenced,
        _ => return None,
    })
}

fn side_by_side(levels: &mut Vec<Html>, heading: &'static str) -> Option<Html> {
    let levels = std::mem::take(levels);
    (!levels.is_empty())
        .then(|| html! { <><@{heading}>{ t(Word::GuidanceLevels) }</@><dl class="told">{ for levels }</dl></> })
}

fn section_name(key: &str) -> Option<&'static str> {
    Some(t(match key {
        "meaning" => Word::GuidanceMeaning,
        "small-firm" => Word::GuidanceSmallFirm,
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
fn leans_on(line: &str) -> Option<Html> {
    let (kind, ids) = line.split_once('\t')?;
    let catalogue = catalogue();
    let link = |route: Route, name: String| html! { <dd><a href={route.href()}>{ name }</a></dd> };
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
    let name = match kind {
        "documents" => Word::GuidanceDocuments,
        "controls" => Word::GuidanceControls,
        _ => Word::GuidanceRequirements,
    };
    Some(html! { <><dt>{ t(name) }</dt>{ for links }</> })
}

/// Text with the marks of the content compiler: strong, emphasis, code, links, mentions of terms.
fn inline(text: &str) -> Html {
    let mut html: Vec<Html> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\u{2}', '\u{3}', '\u{4}', '\u{5}', '\u{8}']) {
        html.push(rest[..at].to_owned().into());
        let (mark, after) = rest[at..].split_at(1);
        let end = if matches!(mark, "\u{5}" | "\u{8}") { "\u{7}" } else { mark };
        let (inside, tail) = after.split_once(end).unwrap_or((after, ""));
        let (to, text) = inside.split_once('\u{6}').unwrap_or(("", inside));
        let text = text.to_owned();
        html.push(match mark {
            "\u{2}" => html! { <strong>{ text }</strong> },
            "\u{3}" => html! { <em>{ text }</em> },
            "\u{4}" => html! { <code>{ text }</code> },
            "\u{8}" => html! { <a class="term" href={format!("#/learn/glossary?term={to}")}>{ text }</a> },
            _ => html! { <a href={to.to_owned()}>{ text }</a> },
        });
        rest = tail;
    }
    html.push(rest.to_owned().into());
    html.into_iter().collect()
}
