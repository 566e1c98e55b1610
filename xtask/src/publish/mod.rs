//! What a site has besides its programs: pages to read, a picture, the schemas of its files, and what crawlers look for.
//! And what is handed to hosts: the whole as one ZIP, the site as one file, and the checksums of both.

mod crawlers;
mod offline;
mod one_file;
mod package;

pub use package::sum;

use crate::{
    failure::{Failure, Result},
    finish::{between, between_with_ends, integrity},
    project, reading,
    toolbox::Toolbox,
};
use std::path::{Path, PathBuf};

/// The folder with what is handed to hosts.
pub fn folder() -> PathBuf {
    project::root().join("release")
}

/// What the host says of themselves: nothing, until they write something into it.
pub const HOST: &str = "site.json";

/// The picture that others show beside a link to the site.
const PICTURE: &str = "picture.png";

/// Adds what belongs to a finished site; `url` is the address that it will have, if that is known.
pub fn beside(dist: &Path, url: Option<&str>) -> Result<()> {
    project::write(&dist.join(PICTURE), &drawn("web/picture.svg", 1200)?)?;
    let schemas = dist.join("schema");
    project::make_folder(&schemas)?;
    for schema in project::files(&project::root().join("docs/schema"))? {
        project::write(&schemas.join(schema.file_name().unwrap_or_default()), &project::read(&schema)?)?;
    }
    project::write(&dist.join(HOST), b"{\n  \"$schema\": \"./schema/site.schema.json\"\n}\n")?;
    let page = project::text(&dist.join("index.html"))?;
    let icon = between_with_ends(&page, "<link href=\"data:image/svg", ">")?;
    let mut links = icon.to_owned();
    for stem in ["site-", "views-"] {
        let style = named(dist, stem, "css")?;
        let (name, integrity) = (style.file_name().unwrap_or_default().display(), integrity(&project::read(&style)?));
        links.push_str(&format!("\n<link rel=stylesheet href=../{name} integrity={integrity}>"));
    }
    let pages = reading::write(&reading::Site { dist, url, links })?;
    crawlers::write(dist, url, &pages)?;
    let page = page.replacen("</head>", &format!("{}</head>", beside_a_link(&page, url)?), 1);
    project::write(&dist.join("index.html"), page.as_bytes())?;
    offline::write(dist, &Toolbox::open())
}

/// What others show beside a link to the page: its picture; all of it where the address is known, which it must name.
fn beside_a_link(page: &str, url: Option<&str>) -> Result<String> {
    let picture = format!("<meta property=og:image content={}{PICTURE}>", url.unwrap_or_default());
    let Some(url) = url else { return Ok(picture) };
    let title = between(page, "<title>", "</title>")?;
    let before = between(page, "<meta", "\" name=description>")?;
    let description = before.rsplit('"').next().unwrap_or_default();
    Ok(format!(
        "{picture}<meta property=og:type content=website><meta property=og:url content={url}>\
         <meta property=og:title content=\"{title}\"><meta property=og:description content=\"{description}\">\
         <link rel=canonical href={url}>"
    ))
}

/// Makes what is handed to hosts from a site that is complete.
pub fn release(dist: &Path) -> Result<()> {
    let folder = folder();
    project::make_folder(&folder)?;
    one_file::write(dist, &folder.join("stage-zero.html"))?;
    package::write(dist, &folder.join("stage-zero-site.zip"))?;
    package::checksums(&folder)
}

/// The one file of the site whose name begins and ends so.
fn named(dist: &Path, start: &str, kind: &str) -> Result<PathBuf> {
    let fits = |file: &&PathBuf| {
        file.parent() == Some(dist)
            && file.extension().is_some_and(|it| it == kind)
            && file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
    };
    let files = project::files(dist)?;
    let found: Vec<_> = files.iter().filter(fits).collect();
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        _ => Err(unexpected(&format!("{} files {start}….{kind}, not one", found.len()))),
    }
}

fn unexpected(what: &str) -> Failure {
    Failure::Check(format!("the site is not as expected: {what}; xtask/src/publish/ must learn its new form"))
}

/// A drawing as the only kind of picture that is shown everywhere, so many pixels wide.
fn drawn(drawing: &str, width: u32) -> Result<Vec<u8>> {
    let path = project::root().join(drawing);
    let wrong = |error: String| Failure::Check(format!("{}: {error}", path.display()));
    let drawing = resvg::usvg::Tree::from_data(&project::read(&path)?, &resvg::usvg::Options::default())
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
        let page = "<meta content=\"width=device-width\" name=viewport><title>Ready?</title><meta content=\"A free check\" name=description>";
        let head = beside_a_link(page, Some("https://a.example/z/")).unwrap();
        for part in [
            "og:image content=https://a.example/z/picture.png>",
            "og:url content=https://a.example/z/>",
            "og:title content=\"Ready?\">",
            "og:description content=\"A free check\">",
            "<link rel=canonical href=https://a.example/z/>",
        ] {
            assert!(head.contains(part), "{part} is not in {head}");
        }
        assert_eq!(beside_a_link(page, None).unwrap(), "<meta property=og:image content=picture.png>");
    }
}
