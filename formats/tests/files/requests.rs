//! Lists of requests in the shapes in which auditors have them.

use super::{packed, sample, source};
use formats::requests;
use readiness::Catalogue;
use readiness::report::model::Cell;
use readiness::requests::Answers;

/// A workbook of these sheets: each with its state, the places of its merged cells, and its rows, cells between bars.
fn workbook(sheets: &[(&str, &[&str], &[&str])]) -> Vec<u8> {
    const OF: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |list: String| format!("<Relationships>{list}</Relationships>").into_bytes();
    let (mut names, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (state, merged, rows)) in sheets.iter().enumerate() {
        names.push_str(&format!("<sheet name=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>"));
        targets.push_str(&format!("<Relationship Id=\"r{at}\" Type=\"{OF}/worksheet\" Target=\"{at}.xml\"/>"));
        let cell = |text: &str| match text.parse::<f64>() {
            Ok(number) => format!("<c><v>{number}</v></c>"),
            Err(_) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        };
        let row = |row: &&str| format!("<row>{}</row>", row.split('|').map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        let merged: String = merged.iter().map(|place| format!("<mergeCell ref=\"{place}\"/>")).collect();
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>");
        parts.push((format!("xl/{at}.xml"), sheet.into_bytes()));
    }
    let main = format!("<Relationship Id=\"r\" Type=\"{OF}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let book = format!("<workbook><sheets>{names}</sheets></workbook>");
    parts.push(("_rels/.rels".to_owned(), related(main)));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), related(targets)));
    parts.push(("xl/workbook.xml".to_owned(), book.into_bytes()));
    parts.push(("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()));
    packed(&parts)
}

/// The headings of an answered list, and its rows.
fn plain(answers: &Answers, catalogue: &Catalogue) -> (Vec<String>, Vec<Vec<String>>) {
    let row = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.plain(catalogue, " ")).collect();
    let headings = answers.table.columns.iter().map(|column| column.heading.clone());
    (headings.collect(), answers.table.rows.iter().map(row).collect())
}

#[test]
fn a_workbook_with_a_cover_a_hidden_list_and_merged_cells_is_answered_row_by_row() {
    let catalogue = Catalogue::english();
    let assessment = sample("software-firm", &catalogue);
    let hidden = ["Choice|Meaning|More|Most"; 40];
    let book = workbook(&[
        ("visible", &[], &["What|How", "Send|by email", "Ask|us", "Wait|for us"]),
        ("hidden", &[], &hidden),
        (
            "visible",
            &["A1:E1", "C2:D2", "C4:C6", "A2:A3"],
            &[
                "Requests for the stage 1 audit",
                "No.|Request|Reference||Due",
                "||Clause|Annex A|",
                "1|Audit programme|9.2||46402",
                "2|Audit reports|||46402",
                "3|What came of them|||46402",
                "4|Keys||8.24|",
                "5|Whatever you like|||",
            ],
        ),
    ]);
    let answered = requests(&book, &source(&catalogue, &assessment)).expect("it is read").answers;
    let (headings, rows) = plain(&answered, &catalogue);
    assert_eq!((rows.len(), answered.open), (5, 1), "{rows:#?}");
    for row in &rows[..3] {
        assert!(row[2] == "9.2" && row[5].starts_with("9.2.1-"), "{row:?}");
    }
    assert!(rows[3][5].starts_with("A.8.24 "), "{:?}", rows[3]);
    assert_eq!(headings[..5], ["No.", "Request", "Reference Clause", "Annex A", "Due"]);
}

#[test]
fn of_several_sheets_the_one_that_names_most_is_the_list_and_those_with_its_headings_are_part_of_it() {
    let catalogue = Catalogue::english();
    let assessment = sample("software-firm", &catalogue);
    let how = ["Step|What to do|Hint|Who", "1|Fill in every row|such as clause 9.2|you", "2|Send it by email|soon|you"];
    let how: Vec<_> = how.into_iter().chain(["3|And so on, at length|in words|all"; 20]).collect();
    let book = workbook(&[
        ("visible", &[], &how),
        ("visible", &[], &["No.|Control|Evidence", "1|5.15|Rules", "2|6.3|Who was there"]),
        ("visible", &[], &["Answer|Meaning", "Y|Yes", "N|No"]),
        ("visible", &[], &["Requests on technology", "No.|Control|Evidence", "3|8.13 to 8.14|Tests"]),
    ]);
    let answered = requests(&book, &source(&catalogue, &assessment)).expect("it is read").answers;
    let (headings, rows) = plain(&answered, &catalogue);
    assert_eq!(headings[..3], ["No.", "Control", "Evidence"]);
    let items: Vec<_> = rows.iter().map(|row| &row[3][..6]).collect();
    assert_eq!((items, answered.open), (vec!["A.5.15", "A.6.3 ", "A.8.13"], 0));
}
