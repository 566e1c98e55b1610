//! The guidance as static pages, for search engines, for whoever has no scripts, and for printing: the same Markdown and
//! the same style sheet as the site, and no program.

mod body;
mod links;
mod page;
mod sections;

use crate::{check_content, failure::Result, project};
use content_compiler::Content;
use page::Page;
use std::path::Path;

/// The folder of the site that the pages lie in.
const FOLDER: &str = project::READING;

/// What the pages need of the finished site.
pub struct Site<'site> {
    /// Its folder.
    pub dist: &'site Path,
    /// The address that it will have, with a slash at its end, if that is known.
    pub url: Option<&'site str>,
    /// The link elements for its icon and its style sheet.
    pub links: String,
}

/// Writes all pages and their overview; returns their file names.
pub fn write(site: &Site) -> Result<Vec<String>> {
    let english = check_content::english()?;
    let pages = all(english);
    let folder = site.dist.join(FOLDER);
    project::make_folder(&folder)?;
    for (index, page) in pages.iter().enumerate() {
        let neighbours = (index.checked_sub(1).map(|before| &pages[before]), pages.get(index + 1));
        project::write(&folder.join(&page.file), page.html(english, &pages, neighbours, site).as_bytes())?;
    }
    Ok(pages.into_iter().map(|page| page.file).collect())
}

/// All pages in the order to read them, their overview first.
fn all(content: &Content) -> Vec<Page> {
    let overview = [body::overview(content), body::clauses(content)];
    let about = |page: &&content_compiler::Page| ["method", "privacy", "accessibility"].contains(&&*page.id);
    let learn = content.pages.iter().filter(|page| !about(page)).map(|page| body::learn(content, page));
    let clauses = content.clauses.iter().filter(|clause| !clause.subclauses.is_empty());
    let [start, mandatory] = overview;
    std::iter::once(start)
        .chain(learn)
        .chain([mandatory])
        .chain(clauses.map(|clause| body::clause(content, clause)))
        .chain(content.themes.iter().map(|theme| body::theme(content, theme)))
        .chain(content.documents.iter().map(|document| body::document(content, document)))
        .chain([body::glossary(content)])
        .chain(content.pages.iter().filter(about).map(|page| body::learn(content, page)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, sync::OnceLock};

    fn english() -> &'static Content {
        check_content::english().unwrap()
    }

    /// Made once: reading all content takes seconds in a debug build.
    fn made() -> &'static [(String, String)] {
        static MADE: OnceLock<Vec<(String, String)>> = OnceLock::new();
        MADE.get_or_init(all_pages)
    }

    fn all_pages() -> Vec<(String, String)> {
        let (content, links) = (english(), String::new());
        let site = Site { dist: Path::new("."), url: None, links };
        let pages = all(content);
        pages.iter().map(|page| (page.file.clone(), page.html(content, &pages, (None, None), &site))).collect()
    }

    #[test]
    fn every_clause_theme_document_and_text_has_a_page_of_its_own() {
        let files: BTreeSet<_> = made().iter().map(|(file, _)| file.as_str()).collect();
        let content = english();
        assert_eq!(files.len(), 2 + content.pages.len() + 7 + 4 + content.documents.len() + 1, "{files:?}");
        for file in ["clause-4.html", "clause-10.html", "theme-people.html", "doc-scope.html", "glossary.html"] {
            assert!(files.contains(file), "{file}");
        }
    }

    #[test]
    fn every_link_between_the_pages_leads_to_a_place_that_is_there() {
        let pages = made();
        let places: BTreeSet<String> = pages
            .iter()
            .flat_map(|(file, html)| {
                let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
                ids.map(move |id| format!("{file}#{id}")).chain([file.clone()])
            })
            .collect();
        for (file, html) in pages {
            for href in html.split("<a ").skip(1).filter_map(|rest| rest.split("href=\"").nth(1)?.split('"').next()) {
                let inside = !href.starts_with("https://") && !href.starts_with("../");
                let target = if href.starts_with('#') { format!("{file}{href}") } else { href.to_owned() };
                assert!(!inside || places.contains(&target), "{file} links to {href}");
            }
        }
    }

    #[test]
    fn every_page_has_a_title_of_its_own_and_says_in_a_sentence_what_it_holds() {
        let titles = |start: &str, end: &str| {
            made()
                .iter()
                .map(|(_, html)| html.split(start).nth(1).unwrap().split(end).next().unwrap().to_owned())
                .collect::<BTreeSet<_>>()
        };
        let count = made().len();
        assert_eq!(titles("<title>", "</title>").len(), count);
        let descriptions = titles("<meta name=\"description\" content=\"", "\">");
        assert_eq!(descriptions.len(), count);
        assert!(descriptions.iter().all(|text| (40..=320).contains(&text.chars().count())), "{descriptions:#?}");
    }

    #[test]
    fn no_page_carries_a_script_that_runs() {
        for (file, html) in made() {
            assert_eq!(
                html.matches("<script").count(),
                html.matches("<script type=\"application/ld+json\">").count(),
                "{file}"
            );
        }
    }
}
