//! Small assessments, each written to show one rule. What is expected was derived by hand from the method.

use readiness::{Assessment, Catalogue, Date, Outcome};

/// Rule, grade, where, items.
type Expected<'a> = (&'a str, &'a str, &'a str, Vec<&'a str>);

fn assert_findings(name: &str, expected: &[Expected<'_>]) {
    let catalogue = Catalogue::english();
    let path = format!("{}/../tests/fixtures/findings/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let assessment = Assessment::from_file(&file, &catalogue).unwrap_or_else(|error| panic!("{path}: {error}"));
    let outcome = Outcome::new(&catalogue, &assessment, Date::parse("2026-11-24").expect("a date"));
    let result = outcome.to_value(&catalogue, &assessment);
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let found: Vec<_> = result["findings"].as_array().expect("a list").iter().collect();
    for finding in &found {
        for words in ["why", "resolve"] {
            let words = text(&finding[words]);
            assert!(words.ends_with('.') && !words.contains(['{', '}']), "{name}: '{words}'");
        }
    }
    let found: Vec<_> = found
        .into_iter()
        .map(|it| {
            let items = it["items"].as_array().expect("a list").iter().map(text).collect();
            (text(&it["rule"]), text(&it["grade"]), text(&it["where"]), items)
        })
        .collect();
    let owned = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let expected: Vec<_> = expected
        .iter()
        .map(|(rule, grade, place, items)| (rule.to_string(), grade.to_string(), place.to_string(), owned(items)))
        .collect();
    assert_eq!(found, expected, "{name}");
}

fn partial<'a>(subclause: &'a str, item: &'a str) -> Expected<'a> {
    ("partial", "minor", subclause, vec![item])
}

#[test]
fn absent_when_every_answered_item_is_at_0_or_1() {
    // 0, 1 and 1: nothing is decided, so one major for all three. `systemic` and `partial` keep quiet.
    let items = vec!["9.2.1-a1", "9.2.1-a2", "9.2.1-b"];
    assert_findings("absent-whole-subclause", &[("absent", "major", "9.2.1", items)]);
    // One answer is enough: `absent` has no least number of answers.
    assert_findings("absent-one-answer", &[("absent", "major", "4.1", vec!["4.1-issues"])]);
}

#[test]
fn absent_does_not_look_at_open_items() {
    // Two of four are answered, both at 0. The open two neither save the sub-clause nor are they named.
    assert_findings("absent-ignores-open-items", &[("absent", "major", "7.4", vec!["7.4-a", "7.4-b"])]);
}

#[test]
fn not_absent_once_one_item_is_decided() {
    // 0, 1, 2: the 2 lifts `absent`; but three of three are below 3, which is more than half: `systemic`.
    let items = vec!["7.3-a", "7.3-b", "7.3-c"];
    assert_findings("absent-not-with-one-decided", &[("systemic", "major", "7.3", items)]);
}

#[test]
fn systemic_when_two_of_three_are_below_target() {
    // Targets are 3. 3, 2, 2: two of three are below, 2 > 1.5. Only the two that fall short are named.
    let items = vec!["9.2.1-a2", "9.2.1-b"];
    assert_findings("systemic-two-of-three", &[("systemic", "major", "9.2.1", items)]);
    // 3, 3, 2: one of three is no majority, so it is a minor by itself.
    assert_findings("systemic-not-one-of-three", &[partial("9.2.1", "9.2.1-b")]);
}

#[test]
fn systemic_when_three_of_five_are_below_target() {
    // 3, 2, 0, 2, 3: three of five, 3 > 2.5.
    let items = vec!["4.3-a", "4.3-b", "4.3-c"];
    assert_findings("systemic-three-of-five", &[("systemic", "major", "4.3", items)]);
    // 3, 2, 0, 3, 3: two of five. An item at 0 is a minor like one at 2.
    assert_findings("systemic-not-two-of-five", &[partial("4.3", "4.3-a"), partial("4.3", "4.3-b")]);
}

#[test]
fn not_systemic_at_exactly_half() {
    // 2, 2, 3, 3: two of four is half, and more than half is asked.
    assert_findings("systemic-not-half-of-four", &[partial("7.4", "7.4-a"), partial("7.4", "7.4-b")]);
}

#[test]
fn not_systemic_with_fewer_than_three_answers() {
    // 4.1 has two requirements. Both are below 3, but two answers are too few.
    let expected = [partial("4.1", "4.1-issues"), partial("4.1", "4.1-climate")];
    assert_findings("systemic-not-with-two-answers", &expected);
}

#[test]
fn systemic_counts_answered_items_only() {
    // 7.4 has four requirements; 2, 1, 3 are answered and one is open. Two of three, not two of four.
    let items = vec!["7.4-a", "7.4-b"];
    assert_findings("systemic-ignores-open-items", &[("systemic", "major", "7.4", items)]);
}

#[test]
fn partial_goes_by_the_target_of_the_kind() {
    // Both of 9.3.3 are records, whose target is 4. The one at 3 is below it; the other has evidence.
    assert_findings("partial-record-without-records", &[partial("9.3.3", "9.3.3-document")]);
    // A process has target 3, a record 4: both are met, and both have evidence.
    assert_findings("partial-process-in-practice", &[]);
}

#[test]
fn no_evidence_where_the_target_is_met_and_nothing_is_listed() {
    // All three meet 3. The first lists something, the second nothing, the third only blanks.
    let nothing = |item| ("no_evidence", "opportunity", "7.3", vec![item]);
    assert_findings("no-evidence", &[nothing("7.3-b"), nothing("7.3-c")]);
}

#[test]
fn a_missing_document_is_major_if_there_is_no_isms_without_it() {
    let major = ("document_missing", "major", "doc-scope", vec!["doc-scope"]);
    assert_findings("document-missing-major", &[major]);
    let minor = ("document_missing", "minor", "doc-monitoring", vec!["doc-monitoring"]);
    assert_findings("document-missing-minor", &[minor]);
}

#[test]
fn seven_of_the_eighteen_always_mandatory_documents_are_major() {
    // In the order of the standard, which is that of the register.
    let grades = [
        ("doc-scope", "major"),
        ("doc-policy", "major"),
        ("doc-risk-assessment-process", "major"),
        ("doc-risk-treatment-process", "major"),
        ("doc-soa", "major"),
        ("doc-treatment-plan", "minor"),
        ("doc-objectives", "minor"),
        ("doc-competence", "minor"),
        ("doc-necessary", "minor"),
        ("doc-external", "minor"),
        ("doc-operation", "minor"),
        ("doc-risk-assessment-results", "minor"),
        ("doc-risk-treatment-results", "minor"),
        ("doc-monitoring", "minor"),
        ("doc-audit-programme", "major"),
        ("doc-management-review", "major"),
        ("doc-nonconformities", "minor"),
        ("doc-corrective-actions", "minor"),
    ];
    let expected = grades.map(|(id, grade)| ("document_missing", grade, id, vec![id]));
    assert_findings("document-missing-all", &expected);
}

#[test]
fn a_draft_is_minor_even_where_missing_would_be_major() {
    // doc-soa belongs to 6.1.3, doc-objectives to 6.2.
    let draft = |id| ("document_draft", "minor", id, vec![id]);
    assert_findings("document-draft", &[draft("doc-soa"), draft("doc-objectives")]);
}

#[test]
fn an_approved_document_and_one_without_a_status_are_no_findings() {
    // Nothing was said about the policy but its owner: it is open, not missing.
    assert_findings("document-none", &[]);
}

#[test]
fn the_document_of_a_control_counts_while_the_control_applies() {
    // A.5.31 comes before A.6.6. The document of A.8.9 is approved.
    let lacks = |document, control| ("control_document", "minor", document, vec![document, control]);
    let expected = [lacks("doc-legal-register", "A.5.31"), lacks("doc-nda", "A.6.6")];
    assert_findings("control-document", &expected);
    // Excluded, with a justification: nobody asks for the agreements.
    assert_findings("control-document-excluded", &[]);
    // Undecided is not applicable.
    assert_findings("control-document-undecided", &[]);
}

#[test]
fn an_incomplete_soa_is_minor_up_to_23_controls_and_major_from_24() {
    // The first 23 or 24 of Annex A, A.5.1 to A.5.24, are undecided; the rest are applicable with a reason.
    let first = |n| (1..=n).map(|number| format!("A.5.{number}")).collect::<Vec<_>>();
    for (file, grade, n) in [("soa-23-open", "minor", 23), ("soa-24-open", "major", 24)] {
        let open = first(n);
        let items = open.iter().map(String::as_str).collect();
        assert_findings(file, &[("soa_incomplete", grade, "6.1.3", items)]);
    }
}

#[test]
fn the_soa_lacks_what_is_undecided_without_a_reason_or_without_a_justification() {
    // A.5.1 undecided, A.5.2 without a reason, A.7.6 excluded with blanks for words.
    let items = vec!["A.5.1", "A.5.2", "A.7.6"];
    assert_findings("soa-three-kinds", &[("soa_incomplete", "minor", "6.1.3", items)]);
}

#[test]
fn before_the_first_decision_there_is_no_soa_to_judge() {
    // A level alone is no decision.
    assert_findings("soa-not-begun", &[]);
}

#[test]
fn a_control_of_ones_own_is_not_among_the_93() {
    assert_findings("soa-own-control", &[]);
}

#[test]
fn an_applicable_control_needs_to_be_in_place_or_planned() {
    // A.5.1 has no level, A.5.2 is at 1, A.5.7's owner is a blank, C.1 is at 0: none has an owner or a date.
    // A.5.4 is at 2; A.5.5 has an owner; A.5.6 has a date; A.7.6 is excluded; C.2 is not on the list of own controls.
    let gap = |id| ("control_gap", "minor", id, vec![id]);
    assert_findings("control-gap", &[gap("A.5.1"), gap("A.5.2"), gap("A.5.7"), gap("C.1")]);
}

#[test]
fn findings_come_in_the_order_of_the_standard() {
    // 4.3: two answers, 2 and 3, so `partial` for the 2; the 3 has no evidence. The scope follows its sub-clause's
    // rules by the order of the rules: partial, document_missing, no_evidence. 6.1.3: one answer at 1 is `absent`;
    // A.5.1 lacks a reason. Then 10.1, then Annex A: the document of A.6.6 and A.6.6 itself.
    let expected = [
        partial("4.3", "4.3-document"),
        ("document_missing", "major", "doc-scope", vec!["doc-scope"]),
        ("no_evidence", "opportunity", "4.3", vec!["4.3-a"]),
        ("absent", "major", "6.1.3", vec!["6.1.3-a"]),
        ("document_draft", "minor", "doc-soa", vec!["doc-soa"]),
        ("soa_incomplete", "minor", "6.1.3", vec!["A.5.1"]),
        ("absent", "major", "10.1", vec!["10.1-improvement"]),
        ("control_document", "minor", "doc-nda", vec!["doc-nda", "A.6.6"]),
        ("control_gap", "minor", "A.6.6", vec!["A.6.6"]),
    ];
    assert_findings("order", &expected);
}

#[test]
fn who_said_nothing_has_no_findings() {
    assert_findings("empty", &[]);
}

#[test]
fn a_finding_says_why_and_what_to_do_with_the_facts_of_the_person() {
    let catalogue = Catalogue::english();
    let said = |name: &str, index: usize| {
        let path = format!("{}/../tests/fixtures/findings/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).expect("a fixture");
        let assessment = Assessment::from_file(&file, &catalogue).expect("an assessment");
        let outcome = Outcome::new(&catalogue, &assessment, Date::parse("2026-11-24").expect("a date"));
        let finding = &outcome.findings[index];
        let why = readiness::findings::why(finding, &catalogue, &assessment);
        (why, readiness::findings::resolve(finding, &catalogue, &assessment))
    };
    let title = |id| catalogue.requirement(catalogue.parse_requirement(id).expect("a requirement")).title;
    let (why, resolve) = said("systemic-three-of-five", 0);
    assert!(why.contains("4.3") && why.contains("3 of the 5 requirements that you answered"), "{why}");
    assert!(resolve.contains(title("4.3-a")) && resolve.contains("4.3-c"), "{resolve}");
    let (why, _) = said("absent-ignores-open-items", 0);
    assert!(why.starts_with("You answered 2 of 4 requirements in 7.4"), "{why}");
    let (why, _) = said("partial-record-without-records", 0);
    assert!(why.contains("‘Done in practice’") && why.contains("‘Done in practice, and records prove it’"), "{why}");
    let (why, _) = said("soa-three-kinds", 0);
    assert!(why.contains("1 is undecided, 1 applies without a reason, and 1 is excluded without"), "{why}");
    // A scope can be written. Results of monitoring can't: they have to come about.
    let (_, scope) = said("document-missing-major", 0);
    assert!(scope.starts_with("Write it"), "{scope}");
    let (_, results) = said("document-missing-minor", 0);
    assert!(results.starts_with("Do what it records"), "{results}");
}
