//! Extracts: what was left out is in no format, and what is left says nothing else than before.

use crate::common::{CATALOGUE, any_assessment, config, now, outcome};
use crate::{common, sample};
use proptest::prelude::*;
use readiness::assessment::*;
use readiness::catalogue::{AuditId, ControlId, CustomId, ManagementReviewId, NonconformityId, RiskId};
use readiness::extract::{Portion, Portions, Preset};
use readiness::report::{self, Report, csv};
use readiness::{Assessment, Edit, Outcome};

/// Every text that leaves, in every format.
fn formats(assessment: &Assessment) -> Vec<(&'static str, String)> {
    let outcome = outcome(assessment);
    let report = Report::new(&CATALOGUE, assessment, &outcome);
    vec![
        ("HTML", report.to_html()),
        ("Markdown", report.to_markdown()),
        ("JSON report", report.to_value().to_string()),
        ("assessment file", assessment.to_file(&CATALOGUE)),
        ("SoA", csv::soa(&CATALOGUE, assessment)),
        ("answers", csv::answers(&CATALOGUE, assessment)),
    ]
}

/// A word that stands in one portion only.
fn word(portion: Portion) -> String {
    format!("zq{}zq", portion.name())
}

/// The portion that a field belongs to, by itself or with its record.
fn portion(part: Part, field: &Field) -> Option<Portion> {
    let table = part.tables().iter().find(|table| table.fields.contains(field));
    field.leave.portion().or(table.and_then(|table| table.portion)).or(match part {
        Part::Answer(_) => Some(Portion::Answers),
        Part::Document(_) => Some(Portion::Documents),
        Part::Control(_) | Part::Custom(_) => Some(Portion::Controls),
        Part::Risk(_) => Some(Portion::Risks),
        Part::Nonconformity(_) | Part::Audit(_) | Part::ManagementReview(_) => Some(Portion::Audits),
        Part::Meta | Part::Profile | Part::Unknown => None,
    })
}

/// The sample with the word of each portion wherever a person can write something that belongs to it.
fn marked() -> Assessment {
    let (_, mut marked) = sample::read(sample::SOFTWARE_FIRM);
    let (own, risk) = (CustomId::parse("C.1").unwrap(), RiskId::parse("R1").unwrap());
    let control = ControlId::Custom(own);
    let audits = [
        Part::Nonconformity(NonconformityId::parse("NC1").unwrap()),
        Part::Audit(AuditId::parse("IA1").unwrap()),
        Part::ManagementReview(ManagementReviewId::parse("MR1").unwrap()),
    ];
    let reasons = [Reason::Risk].into_iter().collect();
    let mut edits = vec![
        Edit::Add(Part::Custom(own)),
        Edit::control(control).decision(&Decision::Applicable { reasons, justification: String::new() }),
        Edit::control(control).risks(vec![risk]),
    ];
    edits.extend(audits.map(Edit::Add));
    let parts = CATALOGUE.requirement_ids().map(Part::Answer).chain(CATALOGUE.document_ids().map(Part::Document));
    let controls = CATALOGUE.control_ids().chain([control]).map(Part::Control);
    for part in
        parts.chain(controls).chain([Part::Meta, Part::Profile, Part::Custom(own), Part::Risk(risk)]).chain(audits)
    {
        for field in part.said() {
            let Some(portion) = portion(part, field) else { continue };
            let value = match field.kind {
                Kind::Text | Kind::Nth(..) => FieldValue::Text(word(portion)),
                Kind::Texts => FieldValue::Texts(vec![word(portion)]),
                Kind::Evidence => FieldValue::Evidence(vec![word(portion).into()]),
                Kind::Sample => FieldValue::Evidence(vec![Evidence { r#where: word(portion), ..word(portion).into() }]),
                Kind::Tasks => FieldValue::Evidence(vec![Evidence {
                    r#where: word(Portion::Owners),
                    date: Some(common::day("2031-01-01")),
                    ..word(portion).into()
                }]),
                Kind::Number(73_731..) => FieldValue::Number(Some(73_731)),
                Kind::Day if portion == Portion::Dates => FieldValue::Day(Some(common::day("2031-01-01"))),
                _ => continue,
            };
            edits.push(Edit::Set(part, field, value));
        }
    }
    marked.apply(&Edit::Batch(edits), &now());
    marked
}

fn any_portions() -> impl Strategy<Value = Portions> {
    prop::collection::vec(prop::sample::select(&Portion::ALL[..]), 0..Portion::ALL.len())
        .prop_map(|portions| portions.into_iter().collect())
}

/// The levels of the requirements may not be read off an extract without answers.
fn carried_words(portion: Portion) -> Vec<String> {
    match portion {
        Portion::Dates => vec!["2031-01-01".to_owned()],
        Portion::Details => vec![word(portion), "73731".to_owned(), "73,731".to_owned()],
        _ => vec![word(portion)],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    #[test]
    fn no_word_of_what_was_left_out_is_in_any_format(left_out in any_portions()) {
        let extract = marked().extract(&CATALOGUE, left_out);
        for (format, text) in formats(&extract) {
            for word in left_out.iter().flat_map(carried_words) {
                prop_assert!(!text.contains(&word), "{word} is in the {format}");
            }
        }
    }

    #[test]
    fn what_is_kept_is_still_there(left_out in any_portions()) {
        let extract = marked().extract(&CATALOGUE, left_out);
        let file = extract.to_file(&CATALOGUE);
        for portion in [Portion::Controls, Portion::Risks, Portion::Audits, Portion::Details, Portion::Contacts] {
            prop_assert_eq!(file.contains(&word(portion)), !left_out.contains(portion), "{:?}", portion);
        }
        let read = Assessment::from_file(&file, &CATALOGUE).expect("an extract is a file");
        prop_assert_eq!(read.left_out(), left_out);
        prop_assert_eq!(read, extract);
    }

    #[test]
    fn leaving_out_names_notes_and_references_moves_no_finding_and_no_verdict(assessment in any_assessment()) {
        let secondary = [Portion::Notes, Portion::Evidence, Portion::Owners, Portion::Dates, Portion::Contacts];
        let extract = assessment.extract(&CATALOGUE, secondary.into_iter().collect());
        let (whole, part) = (outcome(&assessment), outcome(&extract));
        prop_assert_eq!(whole.findings, part.findings);
        prop_assert_eq!(whole.contradictions, part.contradictions);
        prop_assert_eq!(whole.judgement, part.judgement);
        prop_assert_eq!(whole.readiness, part.readiness);
    }

    #[test]
    fn an_extract_of_an_extract_lacks_what_either_left_out(
        assessment in any_assessment(), one in any_portions(), two in any_portions(),
    ) {
        let twice = assessment.extract(&CATALOGUE, one).extract(&CATALOGUE, two);
        prop_assert_eq!(twice.left_out(), one.union(two));
    }

    #[test]
    fn a_report_of_every_extract_is_made_again_from_what_it_carries(left_out in any_portions()) {
        let extract = marked().extract(&CATALOGUE, left_out);
        let page = Report::new(&CATALOGUE, &extract, &outcome(&extract)).to_html();
        let opened = report::open(&page, &CATALOGUE).expect("a report").assessment;
        prop_assert!(Report::new(&CATALOGUE, &opened, &outcome(&opened)).to_html() == page);
    }
}

#[test]
fn everything_is_the_assessment_itself() {
    let (catalogue, assessment) = sample::read(sample::CONSULTANCY);
    assert_eq!(assessment.extract(&catalogue, Preset::Everything.left_out()), assessment);
    assert!(assessment.left_out().is_empty());
}

#[test]
fn an_extract_says_on_its_front_page_that_it_is_one_and_what_it_lacks() {
    let extract = marked().extract(&CATALOGUE, Preset::CertificationBody.left_out());
    let report = Report::new(&CATALOGUE, &extract, &outcome(&extract));
    let (_, lacks) = report.cover.iter().find(|(name, _)| name == "Extract without").expect("on the cover");
    assert_eq!(lacks.plain(&CATALOGUE, ""), "Notes; Names of owners; Reviews and replies");
    assert_eq!(report.sections[0].id, "extract");
    assert_eq!(report.result["left_out"], serde_json::json!(["notes", "owners", "reviews"]));
    assert!(report.result["stage2"]["verdict"].is_string(), "a certification body sees the verdicts");
}

#[test]
fn a_customer_gets_the_statement_of_applicability_and_no_figure_about_anything_else() {
    let extract = marked().extract(&CATALOGUE, Preset::Customer.left_out());
    let outcome: Outcome = outcome(&extract);
    let report = Report::new(&CATALOGUE, &extract, &outcome);
    let sections: Vec<_> = report.sections.iter().map(|section| section.id).collect();
    assert_eq!(sections, ["extract", "organisation", "soa", "reading"]);
    assert_eq!(report.title(), "Statement of Applicability: Larkfield Software Ltd");
    assert!(report.file_name().contains("-soa-"));
    for gone in ["answered", "stage1", "stage2", "clauses", "findings", "contradictions", "audit_days"] {
        assert!(report.result.get(gone).is_none(), "{gone}");
    }
    assert!(report.result["soa"]["decided"].is_number());
    let markdown = report.to_markdown();
    for never in ["Readiness for ISO", "Stage 1", "Not given", "nonconformit"] {
        assert!(!markdown.contains(never), "{never}");
    }
    assert_eq!(csv::answers(&CATALOGUE, &extract).lines().count(), 1, "headings alone");
    assert_eq!(csv::soa(&CATALOGUE, &extract).lines().count(), 1 + 93 + 1);
}

#[test]
fn a_table_says_once_what_it_lacks_and_not_how_much() {
    let counted = |evidence: usize, portion| {
        let mut marked = marked();
        let id = CATALOGUE.requirement_ids().next().unwrap();
        let references = vec!["zqevidencezq".into(); evidence];
        marked.apply(&Edit::answer(id).evidence(references), &now());
        let extract = marked.extract(&CATALOGUE, Portions::default().with(portion, true));
        Report::new(&CATALOGUE, &extract, &outcome(&extract)).to_markdown()
    };
    let lines =
        |text: &str| text.lines().filter(|line| !line.contains("SHA-256")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&counted(1, Portion::Evidence)), lines(&counted(3, Portion::Evidence)));
    for preset in [Preset::CertificationBody, Preset::Customer] {
        let extract = marked().extract(&CATALOGUE, preset.left_out());
        for (format, text) in
            formats(&extract).iter().filter(|(format, _)| *format != "HTML" && !format.contains("file"))
        {
            let withheld = text.matches("left out of this extract").count();
            assert!(*format == "JSON report" || withheld == 0, "{withheld} in the {format} for {preset:?}");
            assert!(*format != "SoA" || !text.lines().next().unwrap().contains("Owner"), "no column of nothing");
        }
    }
}

#[test]
fn what_a_newer_version_wrote_leaves_only_with_everything() {
    let mut file = marked().to_value(&CATALOGUE);
    file["answers"]["11.1-newer"] = serde_json::json!({ "note": "zqnewerzq" });
    let whole = Assessment::from_value(&file, &CATALOGUE).unwrap();
    let extract = whole.extract(&CATALOGUE, Preset::CertificationBody.left_out());
    assert!(!extract.to_file(&CATALOGUE).contains("zqnewerzq"));
}

#[test]
fn the_counts_are_those_of_the_assessment_and_none_of_what_is_left_out() {
    let marked = marked();
    // With a text for each document, that of the organisation's own control, and its task.
    let notes = CATALOGUE.requirements.len() + CATALOGUE.controls.len() + CATALOGUE.documents.len() + 2;
    assert_eq!(Portion::Notes.count(&marked), notes);
    assert_eq!(Portion::Contacts.count(&marked), 4);
    let extract = marked.extract(&CATALOGUE, Preset::Customer.left_out());
    for portion in Portion::ALL {
        assert_eq!(portion.count(&extract) > 0, portion == Portion::Controls, "{portion:?}");
    }
    let opened = report::open(&formats(&extract)[0].1, &CATALOGUE).unwrap().assessment;
    assert_eq!(opened, extract);
}
