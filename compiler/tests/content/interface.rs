//! The words of the interface.

use crate::sandbox::Sandbox;

const SITE: &str = "en/interface/site.properties";

#[test]
fn a_doubled_key_is_a_problem_in_whatever_file_it_is() {
    Sandbox::whole().append(SITE, "app.name = Again\nhome-start.new = Too alike\n").has(&[
        "en/interface/site.properties:2: the key 'app.name' is there twice, or too like 'app.name'",
        "en/interface/site.properties:3: the key 'home-start.new' is there twice, or too like 'home.start-new'",
    ]);
}

#[test]
fn a_line_that_is_no_word_is_a_problem() {
    Sandbox::whole().append(SITE, "nothing\nBig.Key = text\nhome.empty =\n").has(&[
        "en/interface/site.properties:2: expected 'key = text', found 'nothing'",
        "en/interface/site.properties:3: the key 'Big.Key' is not like 'home.start-new'",
        "en/interface/site.properties:4: 'home.empty' has no text",
    ]);
}

#[test]
fn a_placeholder_is_a_name_or_a_choice() {
    Sandbox::whole().append(SITE, "a = {open\nb = {Big Name}\nc = {count?items}\n").has(&[
        "en/interface/site.properties:2: a '{' or '}' without its other half",
        "en/interface/site.properties:3: '{Big Name}' is neither '{name}' nor '{count?item:items}'",
        "en/interface/site.properties:4: '{count?items}' is neither '{name}' nor '{count?item:items}'",
    ]);
}

#[test]
fn a_folder_without_words_makes_an_enum_without_variants() {
    let sandbox = Sandbox::whole().remove(SITE).remove("en/interface/0-first-view.properties");
    let code = content_compiler::words_enum(&sandbox.content("en"));
    assert!(code.contains("pub enum Word {\n}") && code.contains("COUNT: usize = 0;") && !code.contains("repr"));
}

#[test]
fn a_percent_sign_stays_on_the_line_of_its_number() {
    let sandbox = Sandbox::whole().append(SITE, "share = {n} % of 80 %\n");
    let words = sandbox.content("en").words;
    let share = words.iter().find(|word| word.key == "share").expect("the word");
    assert_eq!(share.text, "{n}\u{a0}% of 80\u{a0}%");
}
