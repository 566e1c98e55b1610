//! Step 8: what a site has besides its programs: pages to read, a picture, the schemas of its files, what makes it work
//! without a network, and what crawlers and hosts look for. And what is handed to hosts: the whole as one ZIP, the site as
//! one file, and the checksums of both.

mod crawlers;
mod offline;
mod one_file;
mod package;

use crate::{
    Site,
    colour::coloured,
    failure::{Failure, Result},
    hosts,
    optimise::Programs,
    page::Page,
    policy, project, reading,
    scripts::{Scripts, Start},
    site::Texts,
    split::Parts,
};
use std::path::Path;

/// What the host says of themselves: nothing, until they write something into it.
const HOST: &str = project::HOSTS_FILE;

/// The picture that others show beside a link to the site.
const PICTURE: &str = "picture.png";

/// Adds all that lies around the programs; `url` is the address that the site will have, if that is known. Gives the
/// template of the page, for what is made of it later.
pub fn around(site: &Site, template: Page, start: &Start, parts: &Parts, url: Option<&str>) -> Result<Page> {
    site.put(PICTURE, &drawn("web/picture.svg", 1200)?)?;
    for schema in project::files(&project::root().join("docs/schema"))? {
        site.put(&format!("schema/{}", schema.file_name().unwrap_or_default().display()), &project::read(&schema)?)?;
    }
    site.put(HOST, b"{\n  \"$schema\": \"./schema/site.schema.json\"\n}\n")?;
    let mut links = template.icon()?.to_owned();
    for style in [&start.style, &start.later_style] {
        links.push_str(&format!("\n<link rel=stylesheet href=../{} integrity=\"{}\">", style.name, style.integrity));
    }
    let pages = reading::write(&reading::Site { dist: site.folder(), url, links })?;
    crawlers::write(site, url, &pages)?;
    let style = project::text(&site.folder().join(&start.style.name))?;
    let policy = policy::of_page(&style);
    let page = template.clone();
    let beside = format!("{}{}", beside_a_link(&page, url)?, offline::installable(site)?);
    let page = page
        .fill("policy", &policy::element(&policy))?
        .fill("style", &format!("<style>{style}</style>"))?
        .fill("script", &loads(start))?
        .fill("beside", &beside)?
        .fill("notice", "")?
        .fill("inside", "")?
        .finished()?;
    site.put("index.html", page.as_bytes())?;
    hosts::write(site, &policy)?;
    offline::write(site, parts)?;
    Ok(template)
}

/// The elements that load script and program, at once. The script checks the program's integrity as it takes it: browsers
/// don't look at that of a preload for `fetch`, and say so in the console.
fn loads(start: &Start) -> String {
    let Start { script, program, .. } = start;
    format!(
        "<script type=module src=./{} integrity=\"{}\"></script><link rel=preload as=fetch type=application/wasm crossorigin \
         href=./{}>",
        script.name, script.integrity, program.name
    )
}

/// What others show beside a link to the page: its picture; all of it where the address is known, which it must name.
fn beside_a_link(page: &Page, url: Option<&str>) -> Result<String> {
    let picture = format!("<meta property=og:image content={}{PICTURE}>", url.unwrap_or_default());
    let Some(url) = url else { return Ok(picture) };
    Ok(format!(
        "{picture}<meta property=og:type content=website><meta property=og:url content={url}>\
         <meta property=og:title content=\"{}\"><meta property=og:description content=\"{}\">\
         <link rel=canonical href={url}>",
        page.title()?,
        page.description()?
    ))
}

/// Makes what is handed to hosts from a site that is complete.
pub fn handed_on(dist: &Path, template: Page, scripts: &Scripts, programs: &Programs, texts: &Texts) -> Result<()> {
    let folder = project::release();
    project::make_folder(&folder)?;
    one_file::write(&folder.join("stage-zero.html"), template, scripts, programs, texts)?;
    package::write(dist, &folder.join("stage-zero-site.zip"))?;
    package::checksums(&folder)
}

/// A drawing as the only kind of picture that is shown everywhere, so many pixels wide.
fn drawn(drawing: &str, width: u32) -> Result<Vec<u8>> {
    let path = project::root().join(drawing);
    let wrong = |error: String| Failure::Check(format!("{}: {error}", path.display()));
    let drawing = resvg::usvg::Tree::from_str(&coloured(&project::text(&path)?)?, &resvg::usvg::Options::default())
        .map_err(|error| wrong(error.to_string()))?;
    let size = drawing.size().to_int_size();
    let size = size.scale_to_width(width).ok_or_else(|| wrong("the picture has no size".into()))?;
    let mut pixels = resvg::tiny_skia::Pixmap::new(size.width(), size.height())
        .ok_or_else(|| wrong("the picture has no size".into()))?;
    let scale = resvg::tiny_skia::Transform::from_scale(
        size.width() as f32 / drawing.size().width(),
        size.height() as f32 / drawing.size().height(),
    );
    resvg::render(&drawing, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| wrong(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_site_whose_address_is_known_is_shown_with_title_description_and_picture() {
        let page = Page::template().unwrap();
        let head = beside_a_link(&page, Some("https://a.example/z/")).unwrap();
        let (title, description) = (page.title().unwrap(), page.description().unwrap());
        for part in [
            "og:image content=https://a.example/z/picture.png>",
            "og:url content=https://a.example/z/>",
            &format!("og:title content=\"{title}\">"),
            &format!("og:description content=\"{description}\">"),
            "<link rel=canonical href=https://a.example/z/>",
        ] {
            assert!(head.contains(part), "{part} is not in {head}");
        }
        assert_eq!(beside_a_link(&page, None).unwrap(), "<meta property=og:image content=picture.png>");
    }
}
