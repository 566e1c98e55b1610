//! What an auditor looks for in drafts: gaps that are seen, notes that are no rules, and records where there are some.

use super::*;
use crate::catalogue::Word;
use crate::draft::{Gap, Redraft, compare};
use serde_json::{Value, json};

const SAMPLES: [&str; 3] = ["software-firm", "manufacturer", "consultancy"];

fn with(sections: Value) -> Assessment {
    let mut file = json!({
        "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "test",
    });
    file.as_object_mut().expect("a file").extend(sections.as_object().expect("sections").clone());
    Assessment::from_value(&file, &Catalogue::english()).expect("a valid assessment")
}

fn draft(assessment: &Assessment, id: &str) -> Draft {
    of(&Catalogue::english(), assessment, id, today()).expect("a draft")
}

fn text(assessment: &Assessment, id: &str) -> String {
    draft(assessment, id).lines(&Catalogue::english()).join("\n")
}

#[test]
fn every_gap_stands_between_brackets_where_something_is_missing() {
    let catalogue = Catalogue::english();
    for assessment in SAMPLES.map(|name| sample(&catalogue, name)).into_iter().chain([Assessment::default()]) {
        for draft in all(&catalogue, &assessment, today()) {
            let text = draft.lines(&catalogue).join("\n");
            for gap in &draft.gaps {
                let same = draft.gaps.iter().filter(|it| it.text == gap.text).count();
                let seen = text.matches(&format!("[{}]", gap.text)).count();
                assert!(seen >= same, "{}: [{}] is seen {seen} times of {same}", draft.id, gap.text);
            }
        }
    }
}

/// Whether the answers lack what a gap asks for; `None` where its words are those of one draft.
fn lacks(catalogue: &Catalogue, assessment: &Assessment, gap: &Gap) -> Option<bool> {
    let [Origin::Item(item)] = gap.about[..] else { return None };
    let entry = item.entry(assessment);
    let control = |is: fn(&crate::assessment::ControlEntry) -> bool| match item {
        ItemRef::Control(id) => assessment.controls.get(&id).is_none_or(is),
        _ => false,
    };
    let is = |word: Word| gap.text == catalogue.word(word);
    if is(Word::DraftGapState) {
        return Some(entry.is_none_or(|entry| entry.level.is_none()));
    }
    if is(Word::DraftGapOwner) {
        return Some(item.owner(assessment).is_none());
    }
    if is(Word::DraftGapDue) && matches!(item, ItemRef::Control(_)) {
        return Some(entry.is_none_or(|entry| entry.due.is_none()));
    }
    if is(Word::DraftGapReason) {
        return Some(control(|entry| !entry.is_justified()));
    }
    let asked = catalogue.tell(Word::DraftGapControl, [("id", item.name(catalogue).into_owned())]);
    (gap.text == asked).then(|| control(|entry| !entry.decision.is_decided()))
}

#[test]
fn a_draft_has_no_more_gaps_than_its_answers() {
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(&catalogue, name);
        let drafts = all(&catalogue, &assessment, today());
        let gaps = drafts.iter().flat_map(|draft| &draft.gaps);
        let wrong: Vec<_> = gaps.filter(|gap| lacks(&catalogue, &assessment, gap) == Some(false)).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
    let count =
        |name| all(&catalogue, &sample(&catalogue, name), today()).iter().map(|it| it.gaps.len()).sum::<usize>();
    assert!(count("software-firm") * 3 < count("consultancy"));
    assert!(all(&catalogue, &sample(&catalogue, "consultancy"), today()).iter().all(|draft| !draft.gaps.is_empty()));
}

#[test]
fn a_note_is_no_rule_and_evidence_no_answer() {
    let it = with(json!({ "controls": { "A.8.13": {
        "decision": "applicable", "reasons": ["legal"], "justification": "A law asks for it", "level": "defined",
        "note": "Restores are tried now and then",
    } }, "answers": { "9.2.2-b": { "level": "operating", "evidence": ["Independence statement"] } } }));
    let backup = text(&it, "rule-backup");
    assert!(backup.contains("\nNoted on A.8.13: Restores are tried now and then\n"), "{backup}");
    // The statement has its own place for why, and both say alike how far it is.
    assert!(!backup.contains("A law asks for it") && backup.contains("A.8.13 Information backup | Partly | Restores"));
    let statement = text(&it, "doc-soa");
    assert!(statement.contains("A law asks for it") && statement.contains(" | Partly | [who looks after this?]"));
    let programme = text(&it, "doc-audit-programme");
    assert!(programme.contains("[who audits, and why is that person independent?]"), "{programme}");
    assert!(programme.contains("\nWhat is said to show 9.2.2: Independence statement\n"), "{programme}");
}

#[test]
fn the_plan_has_what_no_risk_asks_for_and_asks_for_owners_and_dates() {
    let it = with(json!({
        "risks": [{ "id": "R1", "title": "Fire" }],
        "controls": {
            "A.8.13": { "decision": "applicable", "reasons": ["risk"], "risks": ["R1"], "level": "planned", "owner": "Ada" },
            "A.8.9": { "decision": "applicable", "reasons": ["legal"], "due": "2026-12-01" },
            "A.8.1": { "decision": "applicable", "reasons": ["legal"], "level": "operating" },
            "A.8.2": { "decision": "excluded", "justification": "No" },
        },
    }));
    let plan = text(&it, "doc-treatment-plan");
    assert!(plan.contains("A.8.13 Information backup: Ada, [until when?]"), "{plan}");
    assert!(plan.contains("A.8.9 Configuration management | "), "{plan}");
    assert!(plan.contains(" | [who looks after this?] | 1 Dec 2026\n"), "{plan}");
    assert!(!plan.contains("A.8.1 ") && !plan.contains("A.8.2 "), "{plan}");
}

#[test]
fn the_plan_asks_for_reasons_and_controls_and_for_no_more_than_there_is_to_say() {
    let it = with(json!({
        "risks": [
            { "id": "R1", "title": "Fire", "treatment": "modify" },
            { "id": "R2", "title": "Old shop", "treatment": "avoid" },
            { "id": "R3", "title": "Theft", "treatment": "modify", "residual_accepted": true },
        ],
        "controls": {
            "A.8.9": { "decision": "applicable", "reasons": ["business"], "owner": "Ada", "due": "2026-12-01" },
            "A.8.10": { "decision": "applicable", "reasons": ["legal"], "owner": "Ada", "due": "2026-12-01" },
            "A.7.9": { "risks": ["R3"] },
        },
    }));
    let plan = text(&it, "doc-treatment-plan");
    assert!(plan.contains("R1 Fire | Reduce with controls | [which controls?] | "), "{plan}");
    assert!(plan.contains("R2 Old shop | Give up the cause | [who looks after this?]\n"), "{plan}");
    assert!(plan.contains("R3 Theft | Reduce with controls | A.7.9 | [does control A.7.9 apply?] | "), "{plan}");
    assert!(plan.contains("A.8.9 Configuration management | Business; [why was this decided?] | Ada"), "{plan}");
    assert!(plan.contains("A.8.10 Information deletion | Law | Ada"), "{plan}");
    let review = text(&it, "doc-management-review");
    assert!(review.contains("3 risks, 0 without a decision on treatment, 1 where the owner"), "{review}");
}

#[test]
fn the_list_of_documents_has_the_rules_that_controls_call_for() {
    let catalogue = Catalogue::english();
    let list = text(&sample(&catalogue, "software-firm"), "doc-necessary");
    let rules: Vec<_> = Template::all("en").into_iter().filter(|it| !it.controls.is_empty()).collect();
    assert!(rules.len() == 6 && rules.iter().all(|rule| list.contains(rule.title)), "{list}");
    let excluded = json!({ "decision": "excluded", "justification": "No data of our own" });
    let list = text(&with(json!({ "controls": { "A.8.13": excluded } })), "doc-necessary");
    assert!(!list.contains("Rules for backup") && list.contains("Rules for access"));
}

#[test]
fn the_table_of_versions_names_whom_the_text_names() {
    let catalogue = Catalogue::english();
    let owned = |owner: &str| json!({ "owner": owner });
    let mut answers = serde_json::Map::new();
    for (n, id) in catalogue.requirement_ids().enumerate() {
        answers.insert(id.name(&catalogue).to_owned(), owned(&format!("Owner {n}")));
    }
    let it = with(json!({ "answers": answers }));
    for template in Template::all("en").into_iter().filter(|it| it.controls.is_empty()) {
        let place = template.owner("nobody?");
        let named = template
            .lines
            .iter()
            .any(|(_, text)| place.strip_suffix("?nobody?}").is_some_and(|place| text.contains(&format!("{place}?"))));
        let draft = draft(&it, template.id);
        let row = draft.lines(&catalogue).into_iter().find(|line| line.starts_with("Draft | ")).expect("a version");
        assert!(!named || !row.contains('['), "{}: {row}", template.id);
    }
}

#[test]
fn papers_of_audits_reviews_and_nonconformities_carry_the_records() {
    let it = with(json!({
        "nonconformities": [
            { "id": "NC1", "finding": "No restore test", "source": "internal_audit", "grade": "minor", "about": "A.8.13",
              "cause": "Nobody was told", "action": "A day in the calendar", "owner": "Ada", "done": "2026-10-01" },
            { "id": "NC2", "finding": "Late review", "grade": "minor", "closed": "2026-11-01" },
        ],
        "internal_audits": [
            { "id": "IA1", "date": "2026-09-01", "auditors": "Grace", "scope": "Clauses 4 to 10", "criteria": "The standard",
              "sample": [{ "item": "A.8.13", "seen": "Not tried since March", "result": "minor" }] },
            { "id": "IA2", "date": "2027-03-01" },
        ],
        "management_reviews": [{ "id": "MR1", "date": "2026-10-10", "attendees": "Ada, Grace", "minutes": "All went well",
            "decisions": [{ "what": "Buy a safe", "owner": "Ada" }] }],
    }));
    let has = |id: &str, said: &[&str]| {
        let text = text(&it, id);
        said.iter().for_each(|said| assert!(text.contains(said), "{id}: {said}\n{text}"));
        assert!(!text.contains("[to be filled in] | [to be filled in] | [to be filled in]"), "{id}: {text}");
    };
    has(
        "doc-audit-programme",
        &[
            "IA1 | 1 Sep 2026 | Clauses 4 to 10 | The standard | Grace",
            "IA2 | 1 Mar 2027 | [to be filled in] | [to be filled in] | [who audits, and is independent of it?]",
            "internal audit: 1 September 2026",
            "Who audited: Grace",
            "covered so far: Clauses 4 to 10",
            "1 item looked at, 1 nonconformity found",
            "Not tried since March | Minor nonconformity",
        ],
    );
    has("doc-nonconformities", &["Open at the moment: 1", "No restore test", "[what put this case right?]", "Ada"]);
    has(
        "doc-corrective-actions",
        &["A day in the calendar | 1 Oct 2026", "[when?]", "Action done, effect not checked"],
    );
    has(
        "doc-management-review",
        &[
            "review: 10 October 2026",
            "Ada, Grace",
            "All went well",
            "Buy a safe | Ada | [until when?]",
            "NC1 (No restore test)",
        ],
    );
}

#[test]
fn an_agenda_takes_no_empty_register_for_an_answer() {
    let review = text(&sample(&Catalogue::english(), "software-firm"), "doc-management-review");
    for never in ["0 nonconformities", "No internal audit", "No decision", "readiness", "The tool"] {
        assert!(!review.contains(never), "{never}: {review}");
    }
    assert!(review.contains("12 risks, 0 without a decision on treatment"), "{review}");
}

#[test]
fn a_comparison_tells_what_changed_came_and_went() {
    let catalogue = Catalogue::english();
    let excluded = json!({ "decision": "excluded", "justification": "No data of our own" });
    let (one, other) =
        (with(json!({})), with(json!({ "controls": { "A.8.13": excluded }, "profile": { "people": 7 } })));
    let drafts = |it| all(&catalogue, it, today());
    let (one, other) = (drafts(&one), drafts(&other));
    let of = |before, after, id: &str| {
        compare(&catalogue, before, after).into_iter().find(|(draft, _)| draft.id == id).map(|(_, redraft)| redraft)
    };
    assert_eq!(of(&one, &other, "rule-backup"), Some(Redraft::Gone));
    assert_eq!(of(&other, &one, "rule-backup"), Some(Redraft::New));
    let Some(Redraft::Changed(changes)) = of(&one, &other, "doc-scope") else { panic!("it changed") };
    let came = "People who work under our control: 7".to_owned();
    assert!(changes.contains(&Change::Came(came)), "{changes:?}");
    assert!(compare(&catalogue, &one, &one).is_empty());
}
