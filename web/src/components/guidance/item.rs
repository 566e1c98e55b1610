//! What a chunk says about one item, as HTML.

use super::term::Term;
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
    // Where the language has no text of its own, the section says whose it is.
    let (mut section, mut lang, mut noted) = ("", None, false);
    while let Some(line) = lines.next_if(|line| !line.starts_with('@')) {
        let (kind, text) = line.split_once('\t').unwrap_or((line, ""));
        let block = match kind {
            "=" => {
                let (name, tag) = text.split_once('\t').unzip();
                section = name.unwrap_or(text);
                lang = tag.map(str::to_owned);
                if lang.is_some() && !std::mem::replace(&mut noted, true) {
                    html.push(element("p", Some("hint".to_owned()), None, t(Word::GuidanceEnglish).into()));
                }
                if let Some(level) = level(section) {
                    let class = Some(format!("tag level-{}", level.value()));
                    let name = element("span", class, None, level_name(Some(level)).into());
                    levels.push(element("dt", None, None, name));
                    continue;
                }
                html.extend(side_by_side(&mut levels, heading));
                let Some(name) = section_name(section) else { continue };
                element(heading, None, None, name.into())
            }
            "t" | "a" => continue,
            "l" => {
                links.extend(leans_on(text));
                continue;
            }
            "-" => {
                let mut points = vec![element("li", None, None, inline(text))];
                while let Some(line) = lines.next_if(|line| line.starts_with("-\t") || line.starts_with("+\t")) {
                    let class = line.starts_with('+').then(|| "below".to_owned());
                    points.push(element("li", class, None, inline(&line[2..])));
                }
                element("ul", None, lang.clone(), points.into_iter().collect())
            }
            "h" => element(heading, None, lang.clone(), inline(text)),
            _ if level(section).is_some() => {
                levels.push(element("dd", None, lang.clone(), inline(text)));
                continue;
            }
            _ => element(if section == "justification" { "blockquote" } else { "p" }, None, lang.clone(), inline(text)),
        };
        html.push(block);
    }
    html.extend(side_by_side(&mut levels, heading));
    if !links.is_empty() {
        html.push(element("dl", Some("leans".to_owned()), None, links.into_iter().collect()));
    }
    html.into_iter().collect()
}

/// An element whose tag is decided at run time: one place for all of them, which keeps the first view small.
fn element(tag: &'static str, class: Option<String>, lang: Option<String>, content: Html) -> Html {
    html! { <@{tag} {class} {lang}>{ content }</@> }
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

fn side_by_side(levels: &mut Vec<Html>, heading: &'static str) -> Vec<Html> {
    if levels.is_empty() {
        return Vec::new();
    }
    let told = std::mem::take(levels).into_iter().collect();
    vec![
        element(heading, None, None, t(Word::GuidanceLevels).into()),
        element("dl", Some("told".to_owned()), None, told),
    ]
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
    let link = |route: Route, name: String| element("dd", None, None, link_to(route.href(), &name));
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
    Some(std::iter::once(element("dt", None, None, t(name).into())).chain(links).collect())
}

fn link_to(href: String, text: &str) -> Html {
    html! { <a {href}>{ text.to_owned() }</a> }
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
        let tag = match mark {
            "\u{2}" => "strong",
            "\u{3}" => "em",
            _ => "code",
        };
        html.push(match mark {
            "\u{8}" => html! { <Term id={to.to_owned()} text={text.to_owned()} /> },
            "\u{5}" => link_to(to.to_owned(), text),
            _ => element(tag, None, None, text.to_owned().into()),
        });
        rest = tail;
    }
    html.push(rest.to_owned().into());
    html.into_iter().collect()
}
