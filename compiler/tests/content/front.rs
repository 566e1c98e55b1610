//! Front matter, items and sections: what is missing, unknown or doubled.

use crate::sandbox::Sandbox;

const REQUIREMENTS: &str = "en/requirements/4.3.md";
const CONTROL: &str = "en/controls/A.5.2.md";

#[test]
fn a_missing_section_is_a_problem() {
    Sandbox::whole()
        .replace(CONTROL, "## Gap\nThe list is old.\n", "")
        .has(&["en/controls/A.5.2.md:1: '## Gap' is missing"]);
}

#[test]
fn an_unknown_section_is_a_problem() {
    Sandbox::whole()
        .append(CONTROL, "\n## Notes\nSome.\n")
        .has(&["en/controls/A.5.2.md:27: the section 'Notes' is unknown here"]);
}

#[test]
fn a_doubled_section_is_a_problem() {
    Sandbox::whole()
        .append(CONTROL, "\n## Gap\nAgain.\n")
        .has(&["en/controls/A.5.2.md:27: the section 'Gap' is there twice, first at en/controls/A.5.2.md:24"]);
}

#[test]
fn an_empty_section_is_a_problem() {
    Sandbox::whole()
        .replace(CONTROL, "The list is old.\n", "")
        .has(&["en/controls/A.5.2.md:24: the section 'Gap' is empty"]);
}

#[test]
fn a_missing_key_is_a_problem() {
    Sandbox::whole()
        .replace(CONTROL, "when: remote_work or develops_software\n", "")
        .has(&["en/controls/A.5.2.md:1: 'when: …' is missing"]);
}

#[test]
fn an_unknown_key_is_a_problem() {
    Sandbox::whole()
        .replace(CONTROL, "type: preventive\n", "type: preventive\nowner: me\n")
        .has(&["en/controls/A.5.2.md:6: the key 'owner' is unknown here"]);
}

#[test]
fn a_doubled_key_is_a_problem() {
    Sandbox::whole()
        .replace(CONTROL, "type: preventive\n", "type: preventive\ntype: preventive\n")
        .has(&["en/controls/A.5.2.md:6: the key 'type' is there twice, first at en/controls/A.5.2.md:5"]);
}

#[test]
fn a_line_among_the_keys_that_is_none_is_a_problem() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "kind: decision\n", "kind: decision\nand so on\n")
        .has(&["en/requirements/4.3.md:10: expected 'key: value', found 'and so on'"]);
}

#[test]
fn front_matter_without_an_end_is_a_problem() {
    let problems = Sandbox::whole().write("en/clauses/A.md", "---\nid: A\ntitle: Annex A\n").problems("en");
    assert!(problems.contains(&"en/clauses/A.md:1: the front matter has no closing line '---'".to_owned()));
}

#[test]
fn text_outside_any_section_is_a_problem() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "kind: decision\n\n", "kind: decision\n\nBy the way.\n\n")
        .has(&["en/requirements/4.3.md:10: text outside any section"]);
}

#[test]
fn a_tab_is_a_problem_since_the_pack_separates_by_tabs() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "One page in the wiki.", "One page\tin the wiki.")
        .has(&["en/requirements/4.3.md:57: a tab or another control character; use spaces"]);
}

#[test]
fn a_sub_clause_says_what_it_is_for() {
    Sandbox::whole().replace(REQUIREMENTS, "Where your management system begins and ends.\n", "").has(&[
        "en/requirements/4.3.md:1: what this sub-clause is for is missing, in a sentence or two before the first '# '",
    ]);
}

#[test]
fn an_item_inside_a_file_that_is_one_item_is_a_problem() {
    Sandbox::whole()
        .append(CONTROL, "\n# more\n")
        .has(&["en/controls/A.5.2.md:27: '# more' in a file that is one item"]);
}

#[test]
fn a_file_that_is_no_part_of_the_content_is_a_problem() {
    Sandbox::whole()
        .write("en/notes.md", "Some.\n")
        .write("en/controls/notes.txt", "Some.\n")
        .write("en/interface/notes.md", "Some.\n")
        .has(&[
            "en/controls/notes.txt:1: the file's name does not end in '.md'",
            "en/interface/notes.md:1: the file's name does not end in '.properties'",
            "en/notes.md:1: no part of the content; see content/README.md",
        ]);
}

#[test]
fn facts_glossary_and_terms_have_to_be_there() {
    let sandbox = Sandbox::whole().remove("en/glossary.md").remove("en/terms.txt");
    sandbox.has(&["en/glossary.md:1: the file is missing", "en/terms.txt:1: the file is missing"]);
}

#[test]
fn what_editors_leave_behind_is_passed_over() {
    Sandbox::whole().write("en/controls/.A.5.2.md.swp", "\t").has_no_problem();
}
