//! Takes from `content/` the names that a host can refer to: items with guidance, facts, languages.

use content_compiler::{ENGLISH, languages, load};
use std::{env, fs, path::Path, process::exit};

fn main() {
    let folder = Path::new("../content");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let content = load(folder, ENGLISH).unwrap_or_else(|problems| {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        exit(1)
    });
    let requirements = content.clauses.iter().flat_map(|clause| &clause.subclauses).flat_map(|it| &it.requirements);
    let controls = content.themes.iter().flat_map(|theme| &theme.controls);
    let items = requirements.map(|it| &it.id).chain(controls.map(|it| &it.id));
    let items: Vec<_> = items.chain(content.documents.iter().map(|it| &it.id)).collect();
    let facts: Vec<_> = content.facts.iter().map(|it| &it.id).collect();
    let languages = languages(folder).expect("content/ can be read");
    let known = format!(
        "/// Requirements, controls and documents.\npub const ITEMS: &[&str] = &{items:?};\n\
         /// The yes-or-no questions about an organisation.\npub const FACTS: &[&str] = &{facts:?};\n\
         /// The languages of the site.\npub const LANGUAGES: &[&str] = &{languages:?};\n"
    );
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("known.rs"), known).expect("OUT_DIR can be written");
}
