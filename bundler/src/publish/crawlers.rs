//! `robots.txt` and `sitemap.xml`.

use crate::{Site, failure::Result, project};
use std::fmt::Write;

/// Stands for the site's address where that is not known yet; docs/hosting.md says how to put the real one there.
const UNKNOWN: &str = "https://stage-zero.example/";

/// Writes both. A sitemap has whole addresses only, so without one it holds a name to be replaced.
pub fn write(site: &Site, url: Option<&str>, pages: &[String]) -> Result<()> {
    let url = url.unwrap_or(UNKNOWN);
    site.put("robots.txt", robots(url).as_bytes())?;
    site.put("sitemap.xml", sitemap(url, pages).as_bytes())
}

fn robots(url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n")
}

fn sitemap(url: &str, pages: &[String]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let reading = pages.iter().map(|page| format!("{}/{page}", project::READING));
    for page in std::iter::once(String::new()).chain(reading) {
        let _ = writeln!(text, "  <url><loc>{url}{page}</loc></url>");
    }
    text.push_str("</urlset>\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sitemap_names_the_site_and_every_page_to_read() {
        let text = sitemap("https://a.example/zero/", &["clause-4.html".into()]);
        let places: Vec<_> = text.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        assert_eq!(places, ["https://a.example/zero/", "https://a.example/zero/read/clause-4.html"]);
    }
}
