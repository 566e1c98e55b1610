//! American over British English.

use crate::sandbox::Sandbox;
use content_compiler::{Block, Inline, chunks, languages, missing};

const LIST: &str = "# Spelling\nscope, scopes: reach, reaches\nroles: jobs\nsupplier: vendor\n9 %: 9%\n";

fn american() -> Sandbox {
    Sandbox::whole().write("en-US/differences.txt", LIST)
}

#[test]
fn a_variant_is_its_language_with_a_list_of_differences() {
    let sandbox = american().write("en-US/interface/site.properties", "app.name = Stage 0\n");
    let (english, american) = (sandbox.content("en"), sandbox.content("en-US"));
    let requirements = &american.clauses[0].subclauses[0].requirements;
    assert_eq!(requirements[1].title, "The reach is written down");
    assert_eq!(requirements[1].question, "Is your reach on paper?");
    assert_eq!(requirements[0].question, "Have you decided what your rules cover?");
    assert_eq!((american.words[0].text.as_str(), american.words[1].text.as_str()), ("Stage 0", "Start [anew] at once"));
    assert_eq!(missing(&english, &american), [""; 0], "nothing is left to English");
    assert!(chunks(&american).iter().all(|chunk| !chunk.text.contains("\ten\n")));
}

#[test]
fn ids_and_links_are_no_words() {
    let american = american().content("en-US");
    assert_eq!(american.clauses[0].subclauses[0].requirements[1].documents, ["doc-scope"]);
    let meaning = &american.clauses[0].subclauses[0].requirements[0].meaning;
    let [Block::Paragraph(inlines)] = meaning.as_slice() else { panic!("{meaning:?}") };
    let link = Inline::Link { href: "#/clauses/4.3?item=4.3-document".to_owned(), text: "your reach".to_owned() };
    assert!(inlines.contains(&link), "{inlines:?}");
}

#[test]
fn names_of_controls_are_the_standards_own() {
    let american = american().content("en-US");
    let names: Vec<_> = american.themes[0].controls.iter().map(|it| it.name.as_str()).collect();
    assert!(names.contains(&"Information security roles and responsibilities"), "{names:?}");
}

#[test]
fn what_the_variant_writes_otherwise_is_found_by_both_and_avoided_no_more() {
    let american = american().content("en-US");
    let typed = |word: &str| {
        let found = american.synonyms.iter().filter(|it| it.words == [word]);
        found.flat_map(|it| it.typed.clone()).collect::<Vec<_>>()
    };
    assert_eq!(typed("reach"), ["scope"]);
    assert_eq!(typed("vendor"), ["supplier", "vendors"]);
}

#[test]
fn a_word_that_is_left_is_a_problem() {
    let sandbox = american().write("en-US/interface/site.properties", "app.name = Our scope\n");
    assert_eq!(
        sandbox.problems("en-US"),
        ["en-US/interface/site.properties:1: 'scope' is left, where this variant writes 'reach'"]
    );
    let wrong = american().append("en-US/differences.txt", "lonely\n");
    assert_eq!(
        wrong.problems("en-US"),
        ["en-US/differences.txt:6: expected 'theirs, theirs: ours, ours', as many on each side"]
    );
    let list = Sandbox::whole().write("de/differences.txt", LIST);
    assert_eq!(list.problems("de"), ["de/differences.txt:1: no part of the content; see content/README.md"]);
}

#[test]
fn english_and_american_are_languages_of_the_folder() {
    let sandbox = american();
    assert_eq!(languages(sandbox.folder()).expect("the folder"), ["en", "de", "en-US"]);
}
