//! The page, made of `index.html`: a template with named places, `<!--[name]-->`, a line each. Lines for Trunk and comments
//! are left out.

use crate::{
    colour::coloured,
    failure::{Failure, Result},
    project,
};

/// A page whose places are not all filled yet.
#[derive(Clone)]
pub struct Page {
    html: String,
}

impl Page {
    /// The template.
    pub fn template() -> Result<Self> {
        Ok(Self::of(&coloured(&project::text(&project::root().join("index.html"))?)?))
    }

    fn of(source: &str) -> Self {
        let is_place = |line: &str| line.starts_with("<!--[");
        let lines = source.lines().map(str::trim);
        let kept = lines.filter(|line| is_place(line) || !line.starts_with("<!--") && !line.contains("data-trunk"));
        Self { html: kept.collect() }
    }

    /// Fills a place.
    pub fn fill(self, place: &str, with: &str) -> Result<Self> {
        let mark = format!("<!--[{place}]-->");
        match self.html.matches(&mark).count() {
            1 => Ok(Self { html: self.html.replacen(&mark, with, 1) }),
            count => Err(Failure::Check(format!("index.html has {count} places '{mark}', not one"))),
        }
    }

    /// The page, once no place is empty.
    pub fn finished(self) -> Result<String> {
        match self.html.split_once("<!--[") {
            None => Ok(self.html),
            Some((_, rest)) => {
                Err(Failure::Check(format!("nothing fills the place [{} of index.html", &rest[..rest.len().min(20)])))
            }
        }
    }

    /// The element of the page's icon.
    pub fn icon(&self) -> Result<&str> {
        let start = self.html.find("<link rel=\"icon\"").ok_or_else(|| lacks("an icon"))?;
        let end = self.html[start..].find("\">").ok_or_else(|| lacks("an icon"))?;
        Ok(&self.html[start..start + end + 2])
    }

    /// The page's title.
    pub fn title(&self) -> Result<&str> {
        self.between("<title>", "</title>")
    }

    /// What the page says of itself to others.
    pub fn description(&self) -> Result<&str> {
        self.between("<meta name=\"description\" content=\"", "\">")
    }

    fn between(&self, start: &str, end: &str) -> Result<&str> {
        let found = self.html.split_once(start).and_then(|(_, rest)| rest.split_once(end));
        found.map(|(inner, _)| inner).ok_or_else(|| lacks(start))
    }
}

fn lacks(what: &str) -> Failure {
    Failure::Check(format!("index.html lacks {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_what_is_put_into_its_places_and_nothing_of_trunk() {
        let page = Page::of(
            "<head>\n  <!-- Why -->\n  <!--[style]-->\n  <link data-trunk rel=\"css\">\n  <title>T</title>\n</head>",
        );
        assert_eq!(page.title().unwrap(), "T");
        let page = page.fill("style", "<style>a{}</style>").unwrap();
        assert_eq!(page.finished().unwrap(), "<head><style>a{}</style><title>T</title></head>");
    }

    #[test]
    fn a_place_that_is_not_there_or_stays_empty_is_refused() {
        assert!(Page::of("<!--[style]-->").fill("script", "").is_err());
        assert!(Page::of("<!--[style]-->").finished().is_err());
    }

    #[test]
    fn the_project_has_every_place() {
        let mut page = Page::template().unwrap();
        assert!(page.icon().unwrap().ends_with("%3C/svg%3E\">"));
        assert!(page.description().unwrap().contains("ISO/IEC 27001"));
        for place in ["policy", "style", "script", "beside", "notice", "inside"] {
            page = page.fill(place, "").unwrap();
        }
        assert!(page.finished().is_ok());
    }
}
