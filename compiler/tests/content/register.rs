//! The register: ids, kinds, types, counts, and items that agree about each other.

use crate::sandbox::Sandbox;
use content_compiler::Expected;

const CONTROL: &str = "en/controls/A.5.2.md";
const REQUIREMENTS: &str = "en/requirements/4.3.md";

#[test]
fn the_standard_has_146_requirements_93_controls_and_25_documents() {
    let expected = Expected::by_the_standard();
    assert_eq!(expected.clauses.iter().map(|(_, count)| count).sum::<usize>(), 146);
    assert_eq!(expected.themes.iter().map(|(_, count)| count).sum::<usize>(), 93);
    assert_eq!(expected.documents, 25);
}

#[test]
fn a_document_says_what_it_is_and_what_its_absence_means() {
    const SCOPE: &str = "en/documents/doc-scope.md";
    Sandbox::whole().replace(SCOPE, "kind: document\n", "").has(&["en/documents/doc-scope.md:1: 'kind: …' is missing"]);
    Sandbox::whole()
        .replace(SCOPE, "kind: document", "kind: process")
        .has(&["en/documents/doc-scope.md:6: 'kind: process' is neither 'document' nor 'record'"]);
    Sandbox::whole()
        .replace(SCOPE, "missing: major\n", "")
        .has(&["en/documents/doc-scope.md:1: 'missing: …' is missing"]);
    Sandbox::whole()
        .replace(SCOPE, "stage1: yes", "stage1: maybe")
        .has(&["en/documents/doc-scope.md:8: 'stage1: maybe' is neither 'no' nor 'yes'"]);
    // What an organisation itself judges necessary is missed by nobody.
    Sandbox::whole()
        .replace(SCOPE, "mandatory: always", "mandatory: own")
        .has(&["en/documents/doc-scope.md:1: nobody misses what is 'mandatory: own'"]);
    Sandbox::whole()
        .replace(SCOPE, "mandatory: always", "mandatory: own")
        .replace(SCOPE, "missing: major\nstage1: yes\n", "")
        .has_no_problem();
}

#[test]
fn too_few_requirements_are_a_problem() {
    let text = std::fs::read_to_string("tests/fixtures/whole/en/requirements/4.3.md").unwrap();
    let (one, _) = text.split_once("# 4.3-document").unwrap();
    let problems = Sandbox::whole().write(REQUIREMENTS, one).problems("en");
    assert_eq!(problems[0], "en:1: requirements of clause 4: there are 1, and the standard has 2");
}

#[test]
fn too_few_controls_and_documents_are_a_problem() {
    let problems = Sandbox::whole().remove(CONTROL).remove("en/documents/doc-scope.md").problems("en");
    assert_eq!(problems[0], "en:1: controls of theme 5: there are 1, and the standard has 2");
    assert_eq!(problems[1], "en:1: documents: there are 1, and the standard has 2");
}

#[test]
fn a_clause_that_the_standard_does_not_have_is_a_problem() {
    Sandbox::whole()
        .write("en/clauses/3.md", "---\nid: 3\ntitle: Terms\n---\n## Summary\nWords.\n\n## Mandatory\n- None\n")
        .has(&["en:1: the standard has no clause 3"]);
}

#[test]
fn a_sub_clause_needs_the_file_of_its_clause_and_annex_a_needs_its_own() {
    Sandbox::whole().remove("en/clauses/4.md").remove("en/clauses/A.md").has(&[
        "en:1: the file clauses/A.md is missing",
        "en/requirements/4.3.md:1: there is no file clauses/4.md for this sub-clause",
    ]);
}

#[test]
fn an_id_that_is_there_twice_is_a_problem() {
    Sandbox::whole()
        .append("en/facts.md", "\n# remote_work\n## Question\nAgain?\n## Why\nTwice.\n")
        .has(&["en/facts.md:13: the id 'remote_work' is there twice, first at en/facts.md:7"]);
}

#[test]
fn a_requirement_stands_in_the_file_of_its_sub_clause() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "# 4.3-boundaries", "# 4.4-boundaries")
        .replace(REQUIREMENTS, "requirements: 4.3-boundaries", "requirements: 4.4-boundaries")
        .has(&["en/requirements/4.3.md:7: '4.4-boundaries' is not an id of sub-clause 4.3"]);
}

#[test]
fn a_file_is_named_after_its_item() {
    Sandbox::whole()
        .replace(CONTROL, "id: A.5.2", "id: A.5.3")
        .replace(REQUIREMENTS, "subclause: 4.3", "subclause: 4.4")
        .has(&[
            "en/controls/A.5.2.md:2: 'id: A.5.3' in a file for A.5.2",
            "en/requirements/4.3.md:1: 'subclause: 4.4' in a file for 4.3",
        ]);
}

#[test]
fn an_unknown_kind_is_a_problem() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "kind: decision", "kind: opinion")
        .has(&["en/requirements/4.3.md:9: 'opinion' is no kind; decision, document, process or record"]);
}

#[test]
fn a_type_is_known_and_in_order() {
    for types in ["protective", "corrective preventive", "preventive preventive"] {
        let message = format!(
            "en/controls/A.5.2.md:5: 'type: {types}' is not one to three of \
             'preventive detective corrective', in this order"
        );
        Sandbox::whole().replace(CONTROL, "type: preventive", &format!("type: {types}")).has(&[&message]);
    }
}

#[test]
fn when_is_always_a_number_of_people_or_facts() {
    for when in ["sometimes or", "people > many", "remote_work and develops_software"] {
        let message =
            format!("en/controls/A.5.2.md:6: 'when: {when}' is not 'always', 'people > 5', or facts joined with 'or'");
        Sandbox::whole().replace(CONTROL, "remote_work or develops_software", when).has(&[&message]);
    }
}

#[test]
fn a_control_belongs_to_the_theme_of_its_number() {
    let problems = Sandbox::whole().replace("en/themes/organizational.md", "number: 5", "number: 6").problems("en");
    let message = "en/controls/A.5.2.md:1: the theme 'organizational' is that of A.6.…".to_owned();
    assert!(problems.contains(&message), "{problems:?}");
    let problems = Sandbox::whole().replace(CONTROL, "theme: organizational", "theme: people").problems("en");
    assert!(problems.contains(&"en/controls/A.5.2.md:1: there is no theme 'people'".to_owned()), "{problems:?}");
}

#[test]
fn a_document_and_its_control_name_each_other() {
    Sandbox::whole()
        .replace("en/controls/A.5.10.md", "document: doc-acceptable-use\n", "")
        .has(&["en/documents/doc-acceptable-use.md:1: A.5.10 does not name 'doc-acceptable-use' as its document"]);
    Sandbox::whole()
        .replace(CONTROL, "type: preventive\n", "type: preventive\ndocument: doc-scope\n")
        .has(&["en/controls/A.5.2.md:1: its document is not mandatory with this control"]);
}

#[test]
fn a_document_says_where_it_is_asked_for() {
    Sandbox::whole()
        .replace("en/documents/doc-scope.md", "where: 4.3", "where: 4.9 b")
        .has(&["en/documents/doc-scope.md:1: 'where: 4.9' is no sub-clause"]);
}

#[test]
fn a_fact_is_written_in_lower_case_with_underscores() {
    let problems = Sandbox::whole().replace("en/facts.md", "# remote_work", "# Remote-work").problems("en");
    assert!(problems.contains(&"en/facts.md:7: the fact 'Remote-work' is not written like_this".to_owned()));
}
