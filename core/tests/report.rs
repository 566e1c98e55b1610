//! Reports: what they print, what they carry, and that they can be checked.

mod sample;

use readiness::assessment::{CustomControl, Edit, ItemChange, Level, ProfileChange, Risk, Scale};
use readiness::catalogue::{ControlId, CustomId, RiskId};
use readiness::report::verify::{VerifyError, verify};
use readiness::report::{self, Report, csv};
use readiness::{Assessment, Catalogue, Outcome, Timestamp};
use sample::{CONSULTANCY, SAMPLES, SOFTWARE_FIRM, TODAY, assert_golden, read};

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
fn a_report_gives_the_assessment_back() {
    for name in SAMPLES {
        let (catalogue, assessment) = read(name);
        let report = report(&catalogue, &assessment);
        assert_eq!(report::open(&report.to_html(), &catalogue).unwrap(), assessment, "{name}, HTML");
        assert_eq!(report::open(&report.to_value().to_string(), &catalogue).unwrap(), assessment, "{name}, JSON");
        assert_eq!(report::open(&assessment.to_file(&catalogue), &catalogue).unwrap(), assessment, "{name}, file");
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
    let requirement = catalogue.parse_requirement("4.1-issues").unwrap();
    let control = catalogue.parse_control("A.5.14").unwrap();
    let document = catalogue.parse_document("doc-scope").unwrap();
    let (own, risk) = (CustomId::parse("C.1").unwrap(), RiskId::parse("R1").unwrap());
    let item = [ItemChange::Note(said()), ItemChange::Evidence(vec![said()]), ItemChange::Owner(said())];
    let mut edits = vec![
        Edit::Title(said()),
        Edit::Profile(ProfileChange::Organisation(said())),
        Edit::Profile(ProfileChange::Sector(said())),
        Edit::Profile(ProfileChange::Scope(said())),
        Edit::Profile(ProfileChange::ContactName(said())),
        Edit::Custom(own, Some(CustomControl { name: said(), source: said() })),
        Edit::Profile(ProfileChange::RiskStep(Scale::Impact, 3, said())),
        Edit::Risk(risk, Some(Risk { title: said(), owner: said(), impact: Some(3), ..Risk::default() })),
        Edit::Document(document, readiness::assessment::DocumentChange::Reference(said())),
        Edit::Control(
            ControlId::Custom(own),
            readiness::assessment::ControlChange::Decision(readiness::assessment::Decision::Excluded {
                justification: said(),
            }),
        ),
    ];
    for change in item {
        edits.push(Edit::Answer(requirement, change.clone()));
        edits.push(Edit::Control(control, readiness::assessment::ControlChange::Item(change)));
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
    assert_eq!(report::open(&page, &catalogue).unwrap(), assessment);
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
fn an_honest_report_is_verified_to_the_letter() {
    for name in SAMPLES {
        let (catalogue, assessment) = read(name);
        let report = report(&catalogue, &assessment);
        for text in [report.to_html(), report.to_value().to_string()] {
            let verified = verify(&text, &catalogue).unwrap();
            assert_eq!(verified.differences, [], "{name}");
            assert!(verified.to_the_letter, "{name}");
            assert_eq!(verified.digest, report.digest, "{name}");
            // Of each clause and sub-clause four figures, and more of the rest.
            let parts = catalogue.clauses.len() + catalogue.subclauses.len();
            assert!(verified.figures > 4 * parts, "{name}: {}", verified.figures);
            assert_eq!(verified.places > catalogue.requirements.len(), text.starts_with('<'), "{name}");
        }
    }
}

/// The places at which a report differs from what its assessment yields.
fn places(page: &str) -> Vec<String> {
    let verified = verify(page, &Catalogue::english()).unwrap();
    assert!(!verified.to_the_letter);
    verified.differences.into_iter().map(|difference| difference.place).collect()
}

#[test]
fn a_dressed_up_figure_is_named() {
    let page = html(&read(CONSULTANCY).1);
    let forged = page.replace("5.8 to 90.1 %", "85.8 to 90.1 %");
    assert_ne!(forged, page);
    let places = places(&forged);
    assert!(places.iter().any(|place| place.contains("Readiness by clause, All clauses")), "{places:?}");
}

#[test]
fn a_dressed_up_answer_in_print_is_named() {
    let page = html(&read(CONSULTANCY).1);
    let forged = page.replace("Never thought of it.", "Considered in the review of June.");
    assert_ne!(forged, page);
    // The note is also in the data that the page carries, so the digest is wrong, too.
    assert!(places(&forged).iter().any(|place| place == "digest"));
    let (printed, carried) = page.split_once("<script").unwrap();
    let forged = format!("{}<script{carried}", printed.replace("Never thought of it.", "Done."));
    let places = places(&forged);
    assert_eq!(places.len(), 1, "{places:?}");
    assert!(places[0].ends_with("4.1-climate"), "{places:?}");
}

#[test]
fn a_dressed_up_assessment_is_named() {
    let (catalogue, mut assessment) = read(CONSULTANCY);
    let page = html(&assessment);
    let climate = catalogue.parse_requirement("4.1-climate").unwrap();
    let raise = Edit::Answer(climate, ItemChange::Level(Some(Level::Evidenced)));
    assessment.apply(&raise, &Timestamp::new("2026-11-24T10:00:00Z"));
    let better = html(&assessment);
    let (printed, carried) = (page.split_once("<script").unwrap().0, better.split_once("<script").unwrap().1);
    let places = places(&format!("{printed}<script{carried}"));
    assert!(places.iter().any(|place| place.contains("Digest")), "{places:?}");
    assert!(places.iter().any(|place| place.ends_with("4.1-climate")), "{places:?}");
}

#[test]
fn a_finding_left_out_of_print_is_named() {
    let page = html(&read(CONSULTANCY).1);
    let start = page.find("<h3>Likely major nonconformities").unwrap();
    let row = start + page[start..].find("<tbody>").unwrap() + "<tbody>".len();
    let end = row + page[row..].find("</tr>").unwrap() + "</tr>".len();
    let forged = format!("{}{}", &page[..row], &page[end..]);
    let places = places(&forged);
    assert!(places.iter().any(|place| place.contains("Likely findings")), "{places:?}");
}

#[test]
fn a_rule_that_hides_something_is_no_page_of_ours() {
    let page = html(&read(CONSULTANCY).1);
    let forged = page.replace("</style>", "#findings { display: none }</style>");
    assert_eq!(places(&forged).len(), 1, "the style sheet");
    let forged = page.replace("<section id=\"findings\"", "<section hidden=\"\" id=\"findings\"");
    let verified = verify(&forged, &Catalogue::english()).unwrap();
    assert!(!verified.to_the_letter, "its texts are right, and still it isn't what Stage Zero wrote");
}

#[test]
fn an_assessment_alone_has_nothing_to_verify() {
    let (catalogue, assessment) = read(CONSULTANCY);
    assert_eq!(verify(&assessment.to_file(&catalogue), &catalogue), Err(VerifyError::NoReport));
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
