//! Reports: what they print, what they carry, and that they can be checked.

use crate::sample::{CONSULTANCY, SAMPLES, SOFTWARE_FIRM, TODAY, assert_golden, read};
use readiness::assessment::{Decision, Edit, Evidence, FieldValue, Fingerprint, Kind, Part};
use readiness::catalogue::{AuditId, ControlId, CustomId, ManagementReviewId, NonconformityId, RiskId};
use readiness::file::FileError;
use readiness::report::verify::{compare_rest, compare_result, hints};
use readiness::report::{self, Form, Report, csv};
use readiness::{Assessment, Catalogue, Outcome, Timestamp, Word};

fn report<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Report<'a> {
    Report::new(catalogue, assessment, &Outcome::new(catalogue, assessment, TODAY()))
}

fn html(assessment: &Assessment) -> String {
    report(&Catalogue::english(), assessment).to_html()
}

#[test]
fn the_reports_of_the_samples_are_as_they_were() {
    for name in SAMPLES {
        let (catalogue, assessment) = read(name);
        let report = report(&catalogue, &assessment);
        assert_golden(&format!("{name}.md"), &report.to_markdown());
        assert_golden(&format!("{name}.result.json"), &format!("{:#}\n", report.result));
    }
    let (catalogue, assessment) = read(CONSULTANCY);
    let page = report(&catalogue, &assessment).to_html();
    // What the page carries is the sample itself, and the result, which has a golden file of its own.
    assert_golden("consultancy.html", page.split_once("<script").unwrap().0);
    let (catalogue, assessment) = read(SOFTWARE_FIRM);
    assert_golden("software-firm.soa.csv", &csv::soa(&catalogue, &assessment));
    assert_golden("software-firm.answers.csv", &csv::answers(&catalogue, &assessment));
}

#[test]
fn the_front_page_says_what_was_held_last_and_what_is_open() {
    let (catalogue, assessment) = read(CONSULTANCY);
    let file = serde_json::json!({
        "nonconformities": [{ "id": "NC1", "finding": "No restore test", "grade": "minor" }],
        "internal_audits": [
            { "id": "IA1", "date": "2026-03-02", "scope": "Clauses 4 to 10" },
            { "id": "IA2", "date": "2027-03-01", "scope": "Annex A" },
        ],
        "management_reviews": [{ "id": "MR1", "date": "2026-04-07" }],
    });
    let mut whole = assessment.to_value(&catalogue);
    whole.as_object_mut().unwrap().extend(file.as_object().unwrap().clone());
    let assessment = Assessment::from_file(&whole.to_string(), &catalogue).unwrap();
    let front = report(&catalogue, &assessment).to_markdown();
    for line in [
        "**Last internal audit**: 2 March 2026",
        "**Last management review**: 7 April 2026",
        "**Open nonconformities**: 1",
    ] {
        assert!(front.contains(line), "{line}: {}", front.split("## ").next().unwrap());
    }
}

#[test]
fn a_programme_that_was_read_is_no_audit_that_was_held() {
    let (catalogue, _) = read(CONSULTANCY);
    let front = |level: Option<&str>| {
        let file = serde_json::json!({
            "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "test",
            "answers": { "9.2.1-a2": { "level": level } },
            "documents": { "doc-audit-programme": { "status": "approved", "reviewed": "2026-10-05" } },
        });
        report(&catalogue, &Assessment::from_file(&file.to_string(), &catalogue).unwrap()).to_markdown()
    };
    for (level, said) in
        [(None, "5 October 2026"), (Some("defined"), "Not given"), (Some("operating"), "5 October 2026")]
    {
        assert!(front(level).contains(&format!("**Last internal audit**: {said}\n")), "{level:?}");
    }
}

#[test]
fn a_report_gives_the_assessment_back() {
    for name in SAMPLES {
        let (catalogue, assessment) = read(name);
        let report = report(&catalogue, &assessment);
        for text in [report.to_html(), report.to_value().to_string()] {
            let opened = report::open(&text, &catalogue).unwrap();
            assert_eq!(opened.assessment, assessment, "{name}");
            assert_eq!((opened.language.code, opened.made_by.as_deref()), ("en", Some(report::VERSION)));
            assert_eq!(opened.result, Some(report.carried_result()));
        }
        let opened = report::open(&assessment.to_file(&catalogue), &catalogue).unwrap();
        assert_eq!((opened.assessment, opened.form, opened.result), (assessment, Form::File, None), "{name}, file");
    }
}

#[test]
fn a_page_that_carries_nothing_says_what_to_do() {
    let catalogue = Catalogue::english();
    let error = report::open("<!doctype html><p>Hello", &catalogue).unwrap_err();
    assert!(error.to_string().contains("not a Stage Zero assessment"), "{error}");
}

#[test]
fn a_report_that_was_cut_short_says_so() {
    let (catalogue, page) = (Catalogue::english(), html(&read(CONSULTANCY).1));
    let half: String = page.chars().take(page.chars().count() / 2).collect();
    let error = report::open(&half, &catalogue).unwrap_err();
    assert!(error.to_string().contains("ends too early"), "{error}");
}

#[test]
fn a_page_that_lost_its_data_on_the_way_is_told_from_one_that_never_had_any() {
    let (catalogue, page) = (Catalogue::english(), html(&read(CONSULTANCY).1));
    let scripts = page.find("<script").unwrap()..page.rfind("</script>").unwrap();
    let without = format!("{}{}", &page[..scripts.start], &page[scripts.end..]);
    assert_eq!(report::open(&without, &catalogue), Err(FileError::WithoutData));
    let saved =
        format!("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n{page}");
    assert_eq!(report::open(&saved, &catalogue), Err(FileError::Mhtml));
}

#[test]
fn a_printed_page_does_not_say_that_the_assessment_is_in_it() {
    let page = html(&read(CONSULTANCY).1);
    let catalogue = Catalogue::english();
    for (class, word) in [("on-screen", Word::ReportCheckLead), ("on-paper", Word::ReportCheckPrinted)] {
        assert!(page.contains(&format!("<p class=\"{class}\">{}", &catalogue.word(word)[..20])), "{class}");
    }
    assert!(page.contains("@media print {\n  .on-screen { display: none; } .on-paper { display: block; }"));
    assert!(page.contains("\n.on-paper { display: none; }\n"), "on a screen it is the other way round");
}

#[test]
fn the_policy_allows_the_style_of_the_page_and_nothing_else() {
    let page = html(&read(CONSULTANCY).1);
    assert!(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"), "a strict policy");
    for never in ["<link", "<img", "<iframe", "<form", " style=\"", "javascript:", "http://", "unsafe"] {
        let shown = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!shown.contains(never), "{never}");
    }
}

/// An assessment with the same text wherever a person can write.
fn everywhere(text: &str) -> (Catalogue, Assessment) {
    let (catalogue, mut assessment) = read(CONSULTANCY);
    let now = Timestamp::new("2026-11-24T10:00:00Z");
    let said = || text.to_owned();
    let (own, risk) = (CustomId::parse("C.1").unwrap(), RiskId::parse("R1").unwrap());
    let audits = [
        Part::Nonconformity(NonconformityId::parse("NC1").unwrap()),
        Part::Audit(AuditId::parse("IA1").unwrap()),
        Part::ManagementReview(ManagementReviewId::parse("MR1").unwrap()),
    ];
    let parts = [
        Part::Meta,
        Part::Profile,
        Part::Answer(catalogue.parse_requirement("4.1-issues").unwrap()),
        Part::Document(catalogue.parse_document("doc-scope").unwrap()),
        Part::Control(catalogue.parse_control("A.5.14").unwrap()),
        Part::Control(ControlId::Custom(own)),
        Part::Custom(own),
        Part::Risk(risk),
        audits[0],
        audits[1],
        audits[2],
    ];
    let excluded = Decision::Excluded { justification: said() };
    let mut edits = vec![Edit::Add(Part::Custom(own)), Edit::Add(Part::Risk(risk)), Edit::risk(risk).impact(Some(3))];
    edits.push(Edit::control(ControlId::Custom(own)).decision(&excluded));
    edits.extend(audits.map(Edit::Add));
    for (part, field) in parts.into_iter().flat_map(|part| part.said().map(move |field| (part, field))) {
        edits.extend(match field.kind {
            Kind::Text | Kind::Nth(..) => Some(Edit::Set(part, field, FieldValue::Text(said()))),
            Kind::Tasks | Kind::Sample => {
                let piece = Evidence { r#where: said(), ..said().into() };
                Some(Edit::Set(part, field, FieldValue::Evidence(vec![piece])))
            }
            Kind::Evidence => {
                let file = Fingerprint { name: said(), size: Some(3), sha256: said() };
                let whole = Evidence { r#where: said(), file, ..said().into() };
                Some(Edit::Set(part, field, FieldValue::Evidence(vec![said().into(), whole])))
            }
            _ => None,
        });
    }
    assessment.apply(&Edit::Batch(edits), &now);
    (catalogue, assessment)
}

#[test]
fn what_a_person_wrote_is_text_in_every_format() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{0}\u{202e}&quot;";
    let (catalogue, assessment) = everywhere(hostile);
    let report = report(&catalogue, &assessment);
    let page = report.to_html();
    assert_eq!(page.matches("<script").count(), 2, "the two that carry data");
    assert_eq!(page.matches("<img").count(), 0);
    assert!(!page.contains(['\u{0}', '\u{202e}']), "nothing that breaks a page or turns its text");
    assert_eq!(report::open(&page, &catalogue).unwrap().assessment, assessment);
    let markdown = report.to_markdown();
    assert!(!markdown.contains("<script") && !markdown.contains("<img"), "no HTML in Markdown");
}

#[test]
fn a_spreadsheet_runs_nothing() {
    let (catalogue, assessment) = everywhere("=HYPERLINK(\"https://example.org\")");
    for table in [csv::soa(&catalogue, &assessment), csv::answers(&catalogue, &assessment)] {
        assert!(table.contains("'=HYPERLINK"));
        let harmful = [",=", ",\"=", "\n=", "\n\"="];
        assert!(harmful.iter().all(|start| !table.contains(start)), "{table}");
    }
}

#[test]
fn a_result_that_does_not_follow_from_its_assessment_contradicts_it() {
    let (catalogue, assessment) = read(CONSULTANCY);
    let page = report(&catalogue, &assessment).to_html();
    let compared = |page: &str| {
        let opened = report::open(page, &catalogue).unwrap();
        compare_result(&opened, &report(&catalogue, &opened.assessment))
    };
    assert_eq!(compared(&page), (false, vec![]));
    let better = page.replace("\"verdict\":\"open\"", "\"verdict\":\"ready\"");
    let (contradicts, differences) = compared(&better);
    assert!(contradicts && differences.iter().all(|it| it.place.ends_with("verdict")), "{differences:?}");
    // Another version may count otherwise; the digest of an assessment is the same in every version.
    let old = better.replace("\"made_by\":\"", "\"made_by\":\"0.0.");
    assert_eq!(compared(&old), (false, differences));
    let raised = old.replace("Never thought of it.", "Considered in the review of June.");
    assert!(compared(&raised).0);
}

#[test]
fn what_stands_beside_the_result_of_a_json_report_is_named() {
    let (catalogue, assessment) = read(CONSULTANCY);
    let report = report(&catalogue, &assessment);
    let rest = |text: &str| match report::open(text, &catalogue).unwrap().form {
        Form::Data(rest) => rest,
        form => panic!("{form:?}"),
    };
    let text = format!("{:#}", report.to_value());
    assert_eq!(compare_rest(&rest(&text).expect("each name once"), &report), []);
    let more = text.replacen('{', "{\"verdict\": \"ready\",", 1);
    assert_eq!(compare_rest(&rest(&more).expect("each name once"), &report)[0].place, "verdict");
    assert_eq!(rest(&text.replacen('{', "{\"version\": 1,", 1)), None, "some readers take the first, others the last");
}

#[test]
fn a_text_that_a_page_has_and_should_not_is_named_by_its_place() {
    let page = html(&read(CONSULTANCY).1);
    assert_eq!(hints(&page, &page), []);
    let places = |forged: &str| hints(forged, &page).into_iter().map(|it| (it.place, it.says)).collect::<Vec<_>>();
    let dressed_up = places(&page.replace("5.8 to 90.1\u{a0}%", "85.8 to 90.1\u{a0}%"));
    let at = dressed_up.iter().find(|(place, _)| place.contains("Readiness by clause, All clauses"));
    assert!(at.is_some_and(|(_, says)| says == "85.8 to 90.1 %"), "{dressed_up:?}");
    let (printed, carried) = page.split_once("<script").unwrap();
    let note = places(&format!("{}<script{carried}", printed.replace("Never thought of it.", "Done.")));
    assert!(note.len() == 1 && note[0].0.ends_with("4.1-climate") && note[0].1 == "Done.", "{note:?}");
    // What a program writes differently and shows alike is no hint.
    assert_eq!(places(&page.replace("&#39;", "&apos;").replace("<p>", "\n <P  >")), []);
}

#[test]
fn a_rating_is_printed_with_the_organisations_name_for_it_if_it_has_one() {
    let (catalogue, assessment) = everywhere("a day without sales");
    let markdown = report(&catalogue, &assessment).to_markdown();
    let row = markdown.lines().find(|line| line.starts_with("| R1 ")).expect("the risk");
    assert!(row.contains("| 3; a day without sales |"), "{row}");
}

#[test]
fn a_report_is_named_after_its_organisation() {
    let (catalogue, mut assessment) = read(SOFTWARE_FIRM);
    assert_eq!(report(&catalogue, &assessment).file_name(), "larkfield-software-ltd-readiness-2026-11-24");
    assessment.profile.organisation = "../../Éclair & <Söhne>".to_owned();
    assert_eq!(report(&catalogue, &assessment).file_name(), "éclair-söhne-readiness-2026-11-24");
    assessment.profile.organisation = String::new();
    assert_eq!(report(&catalogue, &assessment).file_name(), "stage-zero-readiness-2026-11-24");
}
