//! Compiles `content/` into what this crate embeds; wrong content is a build error that lists every problem.

#[path = "benches/large/larger.rs"]
mod larger;

use content_compiler::{Content, ENGLISH, Reach, drafts, language_packs, languages, load, pack, words_enum};
use std::{env, fmt::Write, fs, path::Path, process::exit};

fn main() {
    let content = Path::new("../content");
    println!("cargo::rerun-if-changed={}", content.display());
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("OUT_DIR can be written");
    };
    // Only `cargo xtask bench` asks for a larger catalogue, to measure how the site bears it.
    println!("cargo::rerun-if-env-changed=STAGE_ZERO_TIMES");
    let times = env::var("STAGE_ZERO_TIMES").ok().and_then(|times| times.parse().ok());
    let sized = |pack: String| times.map_or_else(|| pack.clone(), |times| larger::larger(&pack, times));
    let [mut listed, mut on_letter, mut packs, mut templates] = [(); 4].map(|()| String::new());
    let mut problems = Vec::new();
    for language in languages(content).expect("content/ can be read") {
        match load(content, &language) {
            Ok(texts) => {
                if language == ENGLISH {
                    write("structure.pack", sized(pack(&texts, Reach::Structure)));
                    write("words.rs", words_enum(&texts));
                }
                let [first_view, ..] = language_packs(&texts, sized);
                write(&format!("{language}-first-view.pack"), first_view.text);
                write(&format!("{language}.pack"), sized(pack(&texts, Reach::Whole)));
                list(&texts, &language, &mut listed);
                let kin = word(&texts, "report.on-letter");
                if kin != language {
                    list(&texts, kin, &mut on_letter);
                }
                write(&format!("{language}.drafts"), drafts(&texts));
                for (kind, arms) in [("pack", &mut packs), ("drafts", &mut templates)] {
                    let file = format!("concat!(env!(\"OUT_DIR\"), \"/{language}.{kind}\")");
                    let _ = write!(arms, "{language:?} => include_str!({file}), ");
                }
            }
            Err(found) => problems.extend(found),
        }
    }
    write("languages.rs", format!("&[{listed}]"));
    write("on_letter.rs", format!("&[{on_letter}]"));
    // A program that never asks for one holds none of them.
    for (file, arms) in [("packs.rs", packs), ("drafts.rs", templates)] {
        write(file, format!("match language {{ {arms} _ => \"\" }}"));
    }
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if !problems.is_empty() {
        exit(1);
    }
}

/// A word of a language; its tag where it has none.
fn word<'a>(content: &'a Content, key: &str) -> &'a str {
    content.words.iter().find(|word| word.key == key).map_or(&content.language, |word| &word.text)
}

/// An entry of `LANGUAGES` or `ON_LETTER`: a language under a tag.
fn list(content: &Content, code: &str, to: &mut String) {
    let [first_view, later @ ..] = language_packs(content, |pack| pack).map(|pack| pack.file);
    let (name, folder) = (word(content, "app.language"), &content.language);
    // The program holds what all kinds of English begin with.
    let (inside, first_view) = match folder.split('-').next() {
        Some(ENGLISH) => {
            (format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{folder}-first-view.pack\"))"), String::new())
        }
        _ => ("\"\"".to_owned(), first_view),
    };
    let _ = write!(
        to,
        "Language {{ code: {code:?}, name: {name:?}, folder: {folder:?}, inside: {inside}, first_view: {first_view:?}, \
         later: {later:?} }}, ",
    );
}
