//! What an extract leaves out is spoken of in no file as if it were still to do.

use super::{made, sample, source};
use formats::{Error, Format, make};
use readiness::catalogue::Word;
use readiness::extract::{Portion, Portions, Preset};
use readiness::{Assessment, Catalogue};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The names of the sheets of a workbook.
fn sheets(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    let bytes = made(Format::Xlsx, &source(catalogue, assessment));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut xml = String::new();
    archive.by_name("xl/workbook.xml").expect("its sheets").read_to_string(&mut xml).expect("text");
    xml.split("<sheet name=\"").skip(1).filter_map(|it| it.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn an_extract_without_answers_plans_nothing_and_lists_no_open_questions() {
    let catalogue = Catalogue::english();
    let whole = sample("consultancy", &catalogue);
    let names = sheets(&catalogue, &whole);
    assert_eq!(
        (names.len(), &*names[1], &*names[8], &*names[9]),
        (10, "Points to check", "Quote brief", "Auditor’s notes"),
        "every sheet is filled, but that of contradictions"
    );
    assert_eq!(sheets(&catalogue, &sample("manufacturer", &catalogue))[1], "Contradictions");
    let extract = whole.extract(&catalogue, Preset::Customer.left_out());
    assert_eq!(sheets(&catalogue, &extract), ["Readiness", "Statement of Applicability"]);
    let source = source(&catalogue, &extract);
    assert!(source.plan.is_none());
    let refused = make(Format::PlanCsv, &source, &mut |_, _| {});
    assert!(matches!(refused, Err(Error::LeftOut { format: "plan-csv" })));
}

#[test]
fn a_plan_without_names_has_no_column_for_them() {
    let catalogue = Catalogue::english();
    let extract = sample("manufacturer", &catalogue).extract(&catalogue, Preset::CertificationBody.left_out());
    let plan = String::from_utf8(made(Format::PlanCsv, &source(&catalogue, &extract))).expect("text");
    assert!(plan.contains(",Due,") && !plan.contains(",Owner,"), "{plan}");
    assert!(!plan.contains(catalogue.word(Word::ExtractWithheld)), "{plan}");
}

#[test]
fn an_extract_without_controls_has_no_empty_statement() {
    let catalogue = Catalogue::english();
    let extract =
        sample("consultancy", &catalogue).extract(&catalogue, Portions::default().with(Portion::Controls, true));
    let sheets = sheets(&catalogue, &extract);
    assert!(sheets.iter().any(|name| name == "Requirements"), "{sheets:?}");
    assert!(!sheets.iter().any(|name| name == "Statement of Applicability" || name == "Action plan"), "{sheets:?}");
}
