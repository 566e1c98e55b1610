//! `cargo xtask check-content`: reads all content as the build does, and prints every problem at once.

use crate::{
    failure::{Failure, Result},
    project,
};
use content_compiler::{Content, ENGLISH};
use std::{collections::BTreeMap, path::PathBuf, sync::OnceLock};

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let everything = arguments.iter().any(|it| it == "--all");
    let all = load()?;
    if let Some((_, english)) = all.iter().find(|(language, _)| language == ENGLISH) {
        for (language, content) in all.iter().filter(|(language, _)| language != ENGLISH) {
            let lacking = content_compiler::missing(english, content);
            let (guidance, shown): (Vec<_>, Vec<_>) = lacking.iter().partition(|it| content_compiler::is_guidance(it));
            let listed = shown.iter().chain(guidance.iter().filter(|_| everything));
            for (file, texts) in by_file(english, listed.map(|text| text.as_str())) {
                println!("content/{language}/{file} lacks {}", texts.join(", "));
            }
            content.outdated.iter().for_each(|text| println!("{text}"));
            let [shown, guidance] = [shown.len(), guidance.len()];
            println!(
                "{language} lacks {shown} words, titles and questions, and leaves {guidance} texts of guidance to English."
            );
        }
    }
    println!("The content has no problem; languages: {}.", names(all));
    Ok(())
}

/// Names of texts by the file of English that has them, the words of the interface too.
fn by_file<'a>(english: &'a Content, texts: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for text in texts {
        let key = text.strip_prefix("interface: ");
        let word = key.and_then(|key| english.words.iter().find(|word| word.key == key));
        let (file, name) = match word {
            Some(word) => (word.file.as_str(), word.key.as_str()),
            None => text.split_once(".md").map_or((text, ""), |(file, name)| (&text[..file.len() + 3], name)),
        };
        files.entry(file).or_default().push(name.trim_start_matches([':', ' ']));
    }
    files
}

/// The content of every language, read once, or a failure once all problems are printed.
pub fn load() -> Result<&'static [(String, Content)]> {
    static READ: OnceLock<Vec<(String, Content)>> = OnceLock::new();
    if READ.get().is_none() {
        let read = read()?;
        READ.get_or_init(|| read);
    }
    Ok(READ.get().map_or(&[], Vec::as_slice))
}

fn read() -> Result<Vec<(String, Content)>> {
    let mut all = Vec::new();
    let mut problems = 0;
    for language in content_compiler::languages(&folder()).map_err(Failure::file(&folder()))? {
        match content_compiler::load(&folder(), &language) {
            Ok(content) => all.push((language, content)),
            Err(found) => {
                problems += found.len();
                for problem in found {
                    eprintln!("{problem}");
                }
            }
        }
    }
    if problems == 0 {
        return Ok(all);
    }
    Err(Failure::Check(format!("the content has {problems} problems, listed above")))
}

/// The English content, or a failure as [`load`]'s.
pub fn english() -> Result<&'static Content> {
    let english = load()?.iter().find(|(language, _)| language == ENGLISH);
    english.map(|(_, content)| content).ok_or_else(|| Failure::Check("content/ has no English".into()))
}

fn folder() -> PathBuf {
    project::root().join("content")
}

fn names(all: &[(String, Content)]) -> String {
    all.iter().map(|(language, _)| language.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lacking_is_listed_by_its_file() {
        let all = load().expect("content without a problem");
        let (_, english) = all.iter().find(|(language, _)| language == ENGLISH).expect("English");
        let texts = ["interface: home.title", "requirements/4.3.md: title", "requirements/4.3.md 4.3-document: Gap"];
        let listed: Vec<_> = by_file(english, texts.into_iter()).into_iter().collect();
        assert_eq!(
            listed,
            [
                ("interface/0-first-view.properties", vec!["home.title"]),
                ("requirements/4.3.md", vec!["title", "4.3-document: Gap"]),
            ]
        );
    }

    #[test]
    fn the_page_greets_with_the_words_that_the_program_will_put_in_their_place() {
        let page = project::text(&project::root().join("index.html")).expect("the page");
        let all = load().expect("content without a problem");
        let (_, english) = all.iter().find(|(language, _)| language == ENGLISH).expect("English");
        for name in ["home.title", "home.lead", "home.second", "home.private", "home.start", "unable.late"] {
            let word = english.words.iter().find(|word| word.key == name).expect(name);
            assert!(page.contains(&format!(">{}</", word.text)), "{name}");
        }
    }
}
