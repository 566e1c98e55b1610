//! `cargo xtask dist`: what any static host can serve, with compressed forms beside each file, and the same to hand on.

use crate::{
    failure::{Failure, Result},
    project, site, size,
};

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    site::build_for(url(arguments)?)?;
    size::print("first load", &size::first_load(&project::dist())?);
    println!("\n{} is ready: copy it to any static host.", project::dist().display());
    println!("To hand on, in {}:", project::release().display());
    for file in project::files(&project::release())? {
        let size = file.metadata().map_err(Failure::file(&file))?.len();
        println!("{size:>9} {}", file.file_name().unwrap_or_default().display());
    }
    Ok(())
}

/// The address that the site will have: whole, and a folder.
fn url(arguments: &[String]) -> Result<Option<&str>> {
    match arguments {
        [] => Ok(None),
        [option, url] if option == "--url" && url.starts_with("https://") && url.ends_with('/') => {
            match url.contains(['"', '\'', '<', '>', '&', ' ']) {
                false => Ok(Some(url)),
                true => Err(Failure::Usage(format!("{url} has characters that no address has"))),
            }
        }
        _ => Err(Failure::Usage("usage: cargo xtask dist [--url https://www.example.com/stage-zero/]".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole_and_ends_as_a_folder_does() {
        let given = |arguments: &[&str]| {
            let arguments: Vec<_> = arguments.iter().map(|word| (*word).to_owned()).collect();
            url(&arguments).ok().map(|url| url.map(str::to_owned))
        };
        assert_eq!(given(&[]), Some(None));
        assert_eq!(given(&["--url", "https://a.example/z/"]), Some(Some("https://a.example/z/".into())));
        for wrong in ["https://a.example/z", "http://a.example/", "a.example/", "https://a.example/\">/"] {
            assert_eq!(given(&["--url", wrong]), None, "{wrong}");
        }
    }
}
