//! One page as a whole: head, frame and structured data around what it says.

use super::{FOLDER, Site, sections::word};
use content_compiler::{Content, escaped};
use serde_json::{Value, json};
use std::fmt::Write;

/// These pages run nothing and ask for nothing but their style sheet.
pub const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// A page before its frame.
pub struct Page {
    /// Its file, `clause-4.html`.
    pub file: String,
    title: String,
    description: String,
    /// The place of the site that shows the same.
    route: String,
    body: String,
    /// Id, name and meaning of the terms that it defines.
    terms: Vec<(String, String, String)>,
}

impl Page {
    /// A page by the stem of its file.
    pub fn new(stem: &str, title: String, description: String, route: String, body: String) -> Self {
        Self { file: format!("{stem}.html"), title, description, route, body, terms: Vec::new() }
    }

    /// The same page, which defines these terms.
    pub fn with_terms(mut self, terms: impl Iterator<Item = (String, String, String)>) -> Self {
        self.terms = terms.collect();
        self
    }

    /// The whole file.
    pub fn html(&self, content: &Content, all: &[Self], around: (Option<&Self>, Option<&Self>), site: &Site) -> String {
        let say = |key: &str| escaped(word(content, key));
        let (title, name) = (escaped(&self.title), say("app.name"));
        let description = escaped(&self.description);
        let mut html = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – {name}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <link rel=\"canonical\" href=\"{}\">\n<meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:type\" content=\"article\">\n<meta property=\"og:description\" content=\"{description}\">\n{}\
             <meta property=\"og:image\" content=\"{}\">\n{}\n",
            content.language,
            escaped(&self.address(site)),
            site.url
                .map(|_| format!("<meta property=\"og:url\" content=\"{}\">\n", escaped(&self.address(site))))
                .unwrap_or_default(),
            site.url.map_or("../picture.png".to_owned(), |url| format!("{url}picture.png")),
            site.links,
        );
        // A data block: no browser runs it, so the policy has nothing to forbid.
        let data = self.data(content, site).to_string().replace('<', "\\u003c");
        let _ = write!(html, "<script type=\"application/ld+json\">{data}</script>\n</head>\n<body>\n");
        let _ = write!(
            html,
            "<a class=\"skip\" href=\"#main\">{}</a>\n<header class=\"top\"><a class=\"brand\" href=\"../\">{name}</a></header>\n\
             <div class=\"frame\">\n<nav class=\"menu\" aria-label=\"{}\">\n<ul class=\"plain\">\n",
            say("app.skip"),
            say("app.navigation"),
        );
        for page in all.iter().filter(|page| !page.file.starts_with("doc-") || page.file == self.file) {
            let here = if page.file == self.file { " aria-current=\"page\"" } else { "" };
            let _ = writeln!(html, "<li><a href=\"{}\"{here}>{}</a></li>", page.file, escaped(&page.title));
        }
        let _ = write!(
            html,
            "</ul>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n<article class=\"reading\">\n\
             <p class=\"crumbs\"><a href=\"index.html\">{}</a></p>\n<h1>{title}</h1>\n<p>{}</p>\n{}\
             <p><a class=\"button\" href=\"../{}\">{}</a></p>\n",
            say("menu.learn"),
            escaped(&self.description),
            self.body,
            escaped(&self.route),
            say("learn.open-site"),
        );
        let _ = writeln!(html, "<nav class=\"onward\" aria-label=\"{}\">", say("learn.onward"));
        for (page, key) in [(around.0, "onward.previous"), (around.1, "onward.next")] {
            if let Some(Self { file, title, .. }) = page {
                let (label, title) = (say(key), escaped(title));
                let _ =
                    writeln!(html, "<a href=\"{file}\"><span>{label}</span> <span class=\"hint\">{title}</span></a>");
            }
        }
        let _ = write!(
            html,
            "</nav>\n</article>\n</main>\n</div>\n<footer class=\"bottom\"><p>{}</p></footer>\n</body>\n</html>\n",
            say("app.footer")
        );
        html
    }

    /// Its address: whole where the site's is known, else relative.
    fn address(&self, site: &Site) -> String {
        site.url.map_or_else(|| self.file.clone(), |url| format!("{url}{FOLDER}/{}", self.file))
    }

    /// What the page says about itself to search engines.
    fn data(&self, content: &Content, site: &Site) -> Value {
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": if self.terms.is_empty() { "Article" } else { "DefinedTermSet" },
            "name": self.title,
            "description": self.description,
            "inLanguage": content.language,
            "url": self.address(site),
            "isAccessibleForFree": true,
            "about": "ISO/IEC 27001:2022",
        });
        if self.terms.is_empty() {
            data["headline"] = json!(self.title);
        } else {
            let term = |(id, name, meaning): &(String, String, String)| json!({ "@type": "DefinedTerm", "name": name, "description": meaning, "url": format!("#{id}") });
            data["hasDefinedTerm"] = self.terms.iter().map(term).collect();
        }
        data
    }
}
