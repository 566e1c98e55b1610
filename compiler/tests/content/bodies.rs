//! The Markdown of sections, and the shape that some of them have to have.

use crate::sandbox::Sandbox;

const CONTROL: &str = "en/controls/A.5.2.md";
const REQUIREMENTS: &str = "en/requirements/4.3.md";

/// The gap of a control is `text`: English has this one problem at it.
#[track_caller]
fn gap_is_refused(text: &str, what: &str) {
    let message = format!(
        "en/controls/A.5.2.md:25: {what} is not possible here; \
         there are paragraphs, '-' lists, strong, emphasis, code and links"
    );
    Sandbox::whole().replace(CONTROL, "The list is old.", text).has(&[&message]);
}

#[test]
fn html_is_a_problem() {
    gap_is_refused("The <br>list is old.", "HTML");
    gap_is_refused("<div>The list is old.</div>", "HTML");
}

#[test]
fn an_image_is_a_problem() {
    gap_is_refused("![A list](list.png)", "an image");
}

#[test]
fn other_markdown_is_a_problem() {
    gap_is_refused("### The list", "a heading other than '## …'");
    gap_is_refused("1. The list", "a numbered list");
    gap_is_refused("> The list", "a quotation");
    gap_is_refused("    the list", "a code block or an indented line");
    gap_is_refused("***", "a rule");
    gap_is_refused("The list  \nis old.", "a line break (two spaces at the line's end)");
}

#[test]
fn links_have_plain_text() {
    gap_is_refused("[](A.5.10)", "a link without text");
    gap_is_refused("[the **list**](A.5.10)", "marks inside a link's text");
}

#[test]
fn a_list_nested_more_than_once_is_a_problem() {
    Sandbox::whole()
        .replace("en/documents/doc-scope.md", "  - Systems\n", "  - Systems\n    - Mail\n")
        .has(&["en/documents/doc-scope.md:25: a list nested more than once is not possible here; there are paragraphs, '-' lists, strong, emphasis, code and links"]);
}

#[test]
fn evidence_is_two_to_five_points() {
    Sandbox::whole()
        .replace(CONTROL, "- A signed copy\n", "")
        .has(&["en/controls/A.5.2.md:20: the section 'Evidence' has two to five points, not 1"]);
    Sandbox::whole()
        .replace(CONTROL, "- A signed copy\n", "- B\n- C\n- D\n- E\n- F\n")
        .has(&["en/controls/A.5.2.md:20: the section 'Evidence' has two to five points, not 6"]);
}

#[test]
fn evidence_is_a_flat_list() {
    Sandbox::whole()
        .replace(CONTROL, "- A signed copy\n", "- A signed copy\n  - of each\n")
        .has(&["en/controls/A.5.2.md:20: the section 'Evidence' is a list without lists inside"]);
    Sandbox::whole().replace(CONTROL, "- The list\n- A signed copy\n", "The list\n").has(&[
        "en/controls/A.5.2.md:20: the section 'Evidence' has two to five points, not 0",
        "en/controls/A.5.2.md:20: the section 'Evidence' is one list, '- …' a point",
    ]);
}

#[test]
fn a_question_is_one_plain_paragraph() {
    Sandbox::whole()
        .replace(REQUIREMENTS, "Is your scope on paper?", "Is your *scope* on paper?")
        .has(&["en/requirements/4.3.md:43: the section 'Question' has no marks and no links"]);
    Sandbox::whole()
        .replace(REQUIREMENTS, "Is your scope on paper?", "Is your scope on paper?\n\nIs it?")
        .has(&["en/requirements/4.3.md:43: the section 'Question' is one paragraph"]);
}
