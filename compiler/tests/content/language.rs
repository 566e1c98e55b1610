//! Plain English in our own words.

use crate::sandbox::{SOURCE_PAGE, Sandbox};
use content_compiler::{Reach, pack};

const REQUIREMENTS: &str = "en/requirements/4.3.md";
const HARD: &str = "Organisational responsibility necessitates comprehensive documentation.";

#[test]
fn a_question_and_a_meaning_above_grade_twelve_are_problems() {
    let problems = Sandbox::whole()
        .replace(REQUIREMENTS, "Is your scope on paper?", HARD)
        .replace("en/glossary.md", "The list of your controls.", HARD)
        .replace(REQUIREMENTS, "You choose which parts of the firm are in.", HARD)
        .problems("en");
    let hard = |it: &&String| it.contains("has reading grade");
    let places: Vec<&str> = problems.iter().filter(hard).map(|it| &it[..it.find(" has").unwrap()]).collect();
    assert_eq!(
        places,
        [
            "en/glossary.md:5: the meaning",
            "en/requirements/4.3.md:15: the meaning",
            "en/requirements/4.3.md:44: the question",
        ]
    );
}

#[test]
fn other_texts_may_be_harder_to_read() {
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", HARD).has_no_problem();
}

#[test]
fn half_of_the_questions_and_meanings_are_of_grade_nine_or_below() {
    // Grade ten: possible for one of them, but not for most.
    let middling = "Have you decided how your firm handles security problems with suppliers?";
    let problems = Sandbox::whole()
        .replace(REQUIREMENTS, "Have you decided what your rules cover?", middling)
        .replace(REQUIREMENTS, "Is your scope on paper?", middling)
        .replace("en/facts.md", "Do you write software?", middling)
        .replace("en/facts.md", "Do people work from home?", middling)
        .replace("en/quick.md", "Is it written down what is covered?", middling)
        .replace("en/quick.md", "Is it clear who does what?", middling)
        .problems("en");
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}");
    };
    assert!(problem.starts_with("en:1: the median reading grade of questions and meanings is 1"), "{problem}");
}

#[test]
fn a_meaning_in_another_language_is_measured_too() {
    let meaning = |text: &str| Sandbox::whole().append("de/requirements/4.3.md", &format!("\n## Meaning\n{text}\n"));
    assert_eq!(meaning("Ein Blatt genügt.").problems("de"), [""; 0]);
    assert_eq!(
        meaning("Informationssicherheitsmanagementsysteme dokumentieren Anwendungsbereichsgrenzen.").problems("de"),
        [
            "de:1: the median LIX of meanings is 103.0; at most 40",
            "de/requirements/4.3.md:8: the meaning has LIX 103, at most 60: shorter sentences, fewer long words",
        ]
    );
}

#[test]
fn a_sentence_has_at_most_28_words_in_any_text() {
    let words = |count: usize| vec!["one"; count].join(" ") + ".";
    let long = format!("en/requirements/4.3.md:31: a sentence of 29 words, at most 28: '{} …'", ["one"; 8].join(" "));
    Sandbox::whole().replace(REQUIREMENTS, "A sketch of the two offices", &words(28)).has_no_problem();
    Sandbox::whole().replace(REQUIREMENTS, "A sketch of the two offices", &words(29)).has(&[&long]);
}

#[test]
fn shall_is_never_written() {
    Sandbox::whole()
        .replace("en/interface/site.properties", "of {name}", "you Shall have")
        .has(&["en/interface/site.properties:1: 'shall' in '{count} {count?item:items} you Shall have': say what has to be done in our own words"]);
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", "The shallow end.").has_no_problem();
}

#[test]
fn a_term_to_avoid_is_found_as_whole_words_in_any_case() {
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", "Vendors log in to it.").has(&[
        "en/requirements/4.3.md:34: 'log in to' in 'Vendors log in to it.': write 'sign in'",
        "en/requirements/4.3.md:34: 'vendors' in 'Vendors log in to it.': write 'supplier'",
    ]);
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", "A vendoring tool.").has_no_problem();
}

#[test]
fn eight_words_in_a_row_of_the_source_page_are_a_problem() {
    let eight = "And the OLD brown dog, sat down: by there.";
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", eight).has_no_problem();
    let eight = "And the OLD brown dog sat down: by the fire.";
    Sandbox::whole().replace(REQUIREMENTS, "The cloud is left out.", eight).has(&[
        "en/requirements/4.3.md:34: eight words in a row of the source page: 'the old brown dog sat down by the'",
    ]);
}

#[test]
fn a_run_across_two_points_of_a_list_is_found_too() {
    Sandbox::whole()
        .replace(
            REQUIREMENTS,
            "- Minutes of the meeting in May\n- A sketch",
            "- The old brown dog\n- Sat down by the warm sketch",
        )
        .has(&[
            "en/requirements/4.3.md:30: eight words in a row of the source page: 'the old brown dog sat down by the'",
        ]);
}

#[test]
fn names_of_controls_and_documents_are_the_standards_own() {
    Sandbox::whole()
        .replace(
            "en/controls/A.5.2.md",
            "name: Information security roles and responsibilities",
            &format!("name: {SOURCE_PAGE}"),
        )
        .has_no_problem();
}

#[test]
fn the_hashes_of_the_source_page_have_to_be_there() {
    let problems = Sandbox::whole().remove("seed-runs.txt").problems("en");
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}");
    };
    assert!(problem.starts_with("seed-runs.txt:1: ") && problem.contains("cargo xtask seed-runs FILE"), "{problem}");
    let problems = Sandbox::whole().write("seed-runs.txt", "00ff\nwords\n").problems("en");
    assert!(problems[0].starts_with("seed-runs.txt:1: line 2 is not a hash"), "{problems:?}");
}

#[test]
fn a_line_of_the_terms_that_is_none_is_a_problem() {
    Sandbox::whole().append("en/terms.txt", "vendor\n").has(&["en/terms.txt:4: expected 'preferred: banned, banned'"]);
}

#[test]
fn a_synonym_names_items_that_are_there_and_something_to_type() {
    let synonyms = "A.5.10, life cycle: SDLC\nA.9.9: x\n4.9, doc-none: y\nbackup\n: MFA # nothing of ours\n";
    Sandbox::whole().write("en/synonyms.txt", synonyms).has(&[
        "en/synonyms.txt:2: there is no control 'A.9.9'",
        "en/synonyms.txt:3: there is no document 'doc-none'",
        "en/synonyms.txt:3: there is no sub-clause '4.9'",
        "en/synonyms.txt:4: expected 'ids and words of ours: what people type'",
        "en/synonyms.txt:5: expected 'ids and words of ours: what people type'",
    ]);
}

#[test]
fn synonyms_are_the_lines_of_their_file_and_what_the_terms_avoid() {
    let content = Sandbox::whole().write("en/synonyms.txt", "A.5.10, life cycle: SDLC, DevOps\n").content("en");
    let first = &content.synonyms[0];
    assert_eq!((first.ids.join(" "), first.words.join(";")), ("A.5.10".to_owned(), "life cycle".to_owned()));
    assert_eq!(first.typed, ["SDLC", "DevOps"]);
    let supplier = content.synonyms.iter().find(|it| it.words == ["supplier"]).expect("a term of the fixture");
    assert!(supplier.typed.contains(&"vendor".to_owned()), "{supplier:?}");
    assert!(!pack(&content, Reach::FirstView).contains("synonym"), "the first view has no search");
}
