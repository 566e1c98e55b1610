//! Drafts of documents and of rules.

use crate::sandbox::Sandbox;
use content_compiler::drafts;

const SCOPE: &str = "## The line\nWe cover {scope?what?}\n\n- {if remote_work} Home too\n";
const RULE: &str = "---\ntitle: Rules for lists\nabout: A.5.2\n---\n## Lists\nKeep them short.\n";

fn both() -> Sandbox {
    Sandbox::whole().write("en/drafts/rule-lists.md", RULE).write("en/drafts/doc-scope.md", SCOPE)
}

#[test]
fn a_draft_is_its_lines_and_has_the_name_of_its_document() {
    let text = drafts(&both().content("en"));
    let name = "@\tdoc-scope\nt\tISMS scope\nh\tThe line\np\tWe cover {scope?what?}\n-\t{if remote_work} Home too\n";
    assert_eq!(text, format!("{name}@\trule-lists\nt\tRules for lists\nc\tA.5.2\nh\tLists\np\tKeep them short.\n"));
}

#[test]
fn a_language_translates_a_draft_as_a_whole_and_falls_back_to_english() {
    let sandbox = both().write("de/drafts/rule-lists.md", "---\ntitle: Listen\n---\n## Liste\nKurz.\n");
    let text = drafts(&sandbox.content("de"));
    assert!(text.contains("p\tWe cover {scope?what?}\n"), "{text}");
    assert!(text.ends_with("@\trule-lists\nt\tListen\nc\tA.5.2\nh\tListe\np\tKurz.\n"), "{text}");
}

#[test]
fn a_draft_is_of_a_document_that_there_is_or_says_what_it_is() {
    Sandbox::whole()
        .write("en/drafts/doc-none.md", SCOPE)
        .has(&["en/drafts/doc-none.md:1: there is no document 'doc-none'"]);
    let titled = "---\ntitle: Scope\n---\n## One\nTwo.\n";
    let message = "en/drafts/doc-scope.md:2: what a document is called and is about stands in documents/";
    Sandbox::whole().write("en/drafts/doc-scope.md", titled).has(&[message]);
    Sandbox::whole()
        .write("en/drafts/rule-lists.md", "## One\nTwo.\n")
        .has(&["en/drafts/rule-lists.md:1: 'about: …' is missing", "en/drafts/rule-lists.md:1: 'title: …' is missing"]);
    let nowhere = RULE.replace("A.5.2", "A.9.9");
    Sandbox::whole()
        .write("en/drafts/rule-lists.md", &nowhere)
        .has(&["en/drafts/rule-lists.md:3: there is no control 'A.9.9'"]);
}
