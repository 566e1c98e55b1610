//! `cargo xtask check-content`: reads all content as the build does, and prints every problem at once.

use crate::{
    failure::{Failure, Result},
    project,
};
use content_compiler::{Content, ENGLISH};
use std::path::PathBuf;

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let everything = arguments.iter().any(|it| it == "--all");
    let all = load()?;
    if let Some((_, english)) = all.iter().find(|(language, _)| language == ENGLISH) {
        for (language, content) in all.iter().filter(|(language, _)| language != ENGLISH) {
            let lacking = content_compiler::missing(english, content);
            let (guidance, shown): (Vec<_>, Vec<_>) = lacking.iter().partition(|it| content_compiler::is_guidance(it));
            let listed = shown.iter().chain(guidance.iter().filter(|_| everything));
            listed.for_each(|text| println!("content/{language} lacks {text}"));
            let [shown, guidance] = [shown.len(), guidance.len()];
            println!(
                "{language} lacks {shown} words, titles and questions, and leaves {guidance} texts of guidance to English."
            );
        }
    }
    println!("The content has no problem; languages: {}.", names(&all));
    Ok(())
}

/// The content of every language, or a failure once all problems are printed.
pub fn load() -> Result<Vec<(String, Content)>> {
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
    fn the_page_greets_with_the_words_that_the_program_will_put_in_their_place() {
        let page = project::text(&project::root().join("index.html")).expect("the page");
        let all = load().expect("content without a problem");
        let (_, english) = all.iter().find(|(language, _)| language == ENGLISH).expect("English");
        for name in ["home.title", "home.lead", "home.second", "home.private"] {
            let word = english.words.iter().find(|word| word.key == name).expect(name);
            assert!(page.contains(&format!(">{}</", word.text)), "{name}");
        }
    }
}
