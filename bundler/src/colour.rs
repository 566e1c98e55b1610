//! The main colour, which stands in `web/styles/site.css` alone. Pictures and the page's icon can't read it there: they say
//! `#accent` (`%23accent` in an address), and it is put in here.

use crate::{
    failure::{Failure, Result},
    project,
};

/// The main colour by day, such as `#14508a`.
pub fn accent() -> Result<String> {
    let styles = project::text(&project::root().join("web/styles/site.css"))?;
    let colour = styles.split_once("--accent: ").and_then(|(_, rest)| rest.split_once(';'));
    colour.map(|(colour, _)| colour.to_owned()).ok_or_else(|| Failure::Check("site.css says no --accent".into()))
}

/// A text with the main colour in its places.
pub fn coloured(text: &str) -> Result<String> {
    let accent = accent()?;
    Ok(text.replace("#accent", &accent).replace("%23accent", &accent.replace('#', "%23")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_colour_comes_into_pictures_and_addresses_and_stands_nowhere_else() {
        let accent = accent().unwrap();
        assert_eq!(accent.len(), "#14508a".len());
        assert_eq!(coloured("fill=\"#accent\" %23accent").unwrap(), format!("fill=\"{accent}\" %23{}", &accent[1..]));
        for place in ["index.html", "web", "bundler/src/publish", "bundler/src/reading"] {
            for file in project::files(&project::root().join(place)).unwrap() {
                let is_source = file.ends_with("web/styles/site.css");
                assert!(is_source || !project::text(&file).unwrap().contains(&accent[1..]), "{}", file.display());
            }
        }
    }
}
