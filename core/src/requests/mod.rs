//! An auditor's list of requests: what each row is about, by the clauses, controls and documents that its cells name, and
//! what there is on them.

mod named;

use crate::assessment::{Assessment, Decision, Evidence};
use crate::catalogue::{Catalogue, DocumentId, ItemRef, Word};
use crate::report::model::{Cell, Column, Table};
use crate::report::{level_name, without_left_out};
use named::Known;
use std::collections::BTreeSet;

/// How many requests a list may hold, and how many columns.
pub const MOST_REQUESTS: usize = 2_000;
/// See [`MOST_REQUESTS`].
pub const MOST_COLUMNS: usize = 30;

/// How long a list may be with all answers, in bytes: a short one could ask for everything again and again.
pub const MOST_ANSWERED: usize = 20_000_000;

/// A list as it was read: headings, and the cells below them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// What its columns are called.
    pub headings: Vec<String>,
    /// Its requests; a row may be shorter than the headings.
    pub rows: Vec<Vec<String>>,
}

/// A list with what there is on each request.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// Its own columns, then ours.
    pub table: Table,
    /// How many requests name nothing that is known: somebody has to say what they are about.
    pub open: usize,
}

/// How many requests of a list name something that is known.
pub fn named(catalogue: &Catalogue, assessment: &Assessment, list: &List) -> usize {
    items(&Known::of(catalogue, assessment), list).filter(|items| !items.is_empty()).count()
}

/// What each request of a list is about.
fn items<'a>(known: &'a Known<'_>, list: &'a List) -> impl Iterator<Item = BTreeSet<ItemRef>> + 'a {
    let holds: Vec<_> = list.headings.iter().map(|heading| known.holds(heading)).collect();
    let of = move |cells: &Vec<String>| {
        cells.iter().zip(&holds).flat_map(|(cell, holds)| known.named(cell, *holds)).collect()
    };
    list.rows.iter().map(of)
}

/// Answers each request with what there is; `None` where that is more than [`MOST_ANSWERED`].
pub fn answer(catalogue: &Catalogue, assessment: &Assessment, list: &List) -> Option<Answers> {
    let own = list.headings.iter().map(|heading| Column { name: "asked", heading: heading.clone() });
    let ours = [
        ("items", Word::ReportReviewItem),
        ("level", Word::ReportReviewOurs),
        ("note", Word::ReportNote),
        ("evidence", Word::ReportEvidence),
        ("reference", Word::ReportDocuments),
    ];
    let mut table = Table::new(catalogue, "requests", catalogue.word(Word::RequestsTitle), ours);
    table.columns.splice(0..0, own);
    let (mut open, mut room) = (0, MOST_ANSWERED);
    let known = Known::of(catalogue, assessment);
    for (cells, items) in list.rows.iter().zip(items(&known, list)) {
        room = cells.iter().try_fold(room, |room, cell| room.checked_sub(cell.len()))?;
        open += usize::from(items.is_empty());
        let given = cells.iter().map(|cell| Cell::said(cell)).chain(std::iter::repeat(Cell::Empty));
        let mut row: Vec<_> = given.take(list.headings.len()).collect();
        let ours = there_is(catalogue, assessment, &items);
        room = ours.iter().try_fold(room, |room, cell| room.checked_sub(length(cell)))?;
        row.extend(ours);
        table.rows.push(row);
    }
    Some(Answers { table: without_left_out(table, assessment.left_out()), open })
}

/// How long one of our cells is.
fn length(cell: &Cell) -> usize {
    match cell {
        Cell::List(lines) => lines.iter().map(String::len).sum(),
        _ => 0,
    }
}

/// What there is on some items, a cell for each of our columns.
fn there_is(catalogue: &Catalogue, assessment: &Assessment, items: &BTreeSet<ItemRef>) -> [Cell; 5] {
    if items.is_empty() {
        let open = Cell::Words(catalogue.word(Word::RequestsOpen).to_owned());
        return [open, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    }
    let several = items.len() > 1;
    let id = |item: ItemRef| item.name(catalogue);
    // Beside several, each line says which one it is about.
    let line = |item: ItemRef, text: &str| if several { format!("{}: {text}", id(item)) } else { text.to_owned() };
    let (mut names, mut says, mut notes, mut evidence) = (vec![], vec![], vec![], vec![]);
    let mut documents = BTreeSet::new();
    for item in items.iter().copied() {
        let title = item.title(catalogue, assessment);
        names.push(if matches!(item, ItemRef::Document(_)) {
            title.to_owned()
        } else {
            format!("{} {title}", id(item))
        });
        if let Some(said) = said(catalogue, assessment, item) {
            says.push(line(item, &said));
        }
        documents.extend(documents_of(catalogue, item));
        let Some(entry) = item.entry(assessment) else { continue };
        notes.extend(Some(entry.note.trim()).filter(|note| !note.is_empty()).map(|note| line(item, note)));
        evidence
            .extend(entry.evidence.iter().map(Evidence::line).filter(|it| !it.is_empty()).map(|it| line(item, &it)));
    }
    let documents: Vec<_> = documents.into_iter().map(|id| document(catalogue, assessment, id)).collect();
    [names, says, notes, evidence, documents].map(|lines| Cell::list(&lines))
}

/// What the organisation says of an item: how far it is, and of a control whether it applies.
fn said(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Option<String> {
    let level = || {
        let level = item.entry(assessment).and_then(|entry| entry.level);
        level.map_or_else(|| catalogue.word(Word::LevelNameOpen).to_owned(), |it| level_name(catalogue, it))
    };
    let word = |word| catalogue.word(word).to_owned();
    match item {
        ItemRef::Requirement(_) => Some(level()),
        ItemRef::Document(id) => Some(assessment.document_state(catalogue, id).to_owned()),
        ItemRef::Control(id) => Some(match assessment.decision(id) {
            Decision::Applicable { .. } => format!("{}, {}", word(Word::ReportDecisionApplicable), level()),
            Decision::Undecided => word(Word::ReportDecisionUndecided),
            Decision::Excluded { justification } => {
                let why = justification.trim();
                let said = word(Word::ReportDecisionExcluded);
                if why.is_empty() { said } else { format!("{said}: {why}") }
            }
        }),
        _ => None,
    }
}

/// The documents that an item is, asks for, or is written down in.
fn documents_of(catalogue: &Catalogue, item: ItemRef) -> Vec<DocumentId> {
    match item {
        ItemRef::Document(id) => vec![id],
        ItemRef::Requirement(id) => {
            catalogue.document_ids().filter(|it| catalogue.document(*it).about.contains(&id)).collect()
        }
        ItemRef::Control(id) => catalogue.control(id).and_then(|control| control.document).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn document(catalogue: &Catalogue, assessment: &Assessment, id: DocumentId) -> String {
    let name = catalogue.document(id).name;
    let state = assessment.document_state(catalogue, id);
    match assessment.documents.get(&id).map_or("", |entry| entry.reference.trim()) {
        "" => format!("{name}: {state}"),
        reference => format!("{name}: {state}, {reference}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{List, answer};
    use crate::assessment::{Edit, Level};
    use crate::{Assessment, Catalogue, Timestamp};

    fn list(heading: &str, cells: &[&str]) -> List {
        let rows = cells.iter().map(|cell| vec!["7.1".to_owned(), (*cell).to_owned()]).collect();
        List { headings: vec!["No.".to_owned(), heading.to_owned()], rows }
    }

    /// The ids that a cell names under a heading.
    fn names(heading: &str, cell: &str) -> String {
        let catalogue = Catalogue::english();
        let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::default());
        let answers = answer(&catalogue, &assessment, &list(heading, &[cell])).expect("few");
        let items = answers.table.rows[0][2].plain(&catalogue, "\n");
        assert_eq!(answers.open == 1, items.starts_with("To be matched"), "{items}");
        let ids = items.lines().map(|line| line.split(' ').next().unwrap_or_default());
        if answers.open == 1 { String::new() } else { ids.collect::<Vec<_>>().join(" ") }
    }

    #[test]
    fn a_request_is_about_what_its_cells_name_however_that_is_written() {
        for (heading, cell, expected) in [
            ("Request", "Show me A.5.15, A5.16 and Annex A 8.24.", "A.5.15 A.5.16 A.8.24"),
            ("Request", "the scope (4.3-document)", "4.3-document"),
            ("Request", "Minutes of clause 9.3.3", "9.3.3-decisions 9.3.3-document"),
            ("Control", "5.1", "A.5.1"),
            ("Clause", "6.1.3 d)", "6.1.3-d-controls 6.1.3-d-exclusion 6.1.3-d-inclusion 6.1.3-d-status"),
            ("Clause or control", "8.24", "A.8.24"),
            ("ISO/IEC 27001 control", "5.1", "A.5.1"),
            ("ISO/IEC 27002:2022", "5.1", "A.5.1"),
            ("Request", "A.5.15, 5.16 and 5.17", "A.5.15 A.5.16 A.5.17"),
            ("Request", "A.5.15-A.5.18", "A.5.15 A.5.16 A.5.17 A.5.18"),
            ("Request", "Controls A.5.15 – 5.18", "A.5.15 A.5.16 A.5.17 A.5.18"),
            ("Request", "A.8.20 through A.8.22", "A.8.20 A.8.21 A.8.22"),
            ("Request", "- A.5.15\n- A.5.18", "A.5.15 A.5.18"),
            ("Request", "A.8.3-5", "A.8.3 A.8.4 A.8.5"),
            ("Request", "A 8.3 to A 8.5", "A.8.3 A.8.4 A.8.5"),
            ("Request", "A.5.15 (access control) – A.5.18", "A.5.15 A.5.18"),
            ("Clause", "9.3.1, A.5.1", "9.3.1-interval A.5.1"),
            ("Request", "ISO 27001 §9.3.1", "9.3.1-interval"),
            ("Request", "A-5.17, A.05.09 and A08.24", "A.5.17 A.5.9 A.8.24"),
            ("Control", "5.09", "A.5.9"),
            ("Clause", "6.1.2 a), 6.1.2 b)", "6.1.2-a1 6.1.2-a2 6.1.2-b"),
            ("Control", "8.3-8.5", "A.8.3 A.8.4 A.8.5"),
            ("Control", "5.37 to 6.2", "A.5.37 A.6.1 A.6.2"),
        ] {
            let found = names(heading, cell);
            let mut found: Vec<_> = found.split(' ').collect();
            let mut expected: Vec<_> = expected.split(' ').collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{heading}: {cell}");
        }
        let ids = |cell: &str| names("Request", cell).split(' ').map(str::to_owned).collect::<Vec<_>>();
        let each = [ids("clause 9.1"), ids("clause 9.2"), ids("clause 9.3")].concat();
        for cell in ["Clauses 9.1 to 9.3", "clauses 9.1, 9.2 and 9.3", "Sections 9.1-9.3"] {
            assert_eq!(ids(cell), each, "{cell}");
        }
        let whole = names("ISO 27001", "9.2");
        assert!(whole.split(' ').all(|id| id.starts_with("9.2.")) && whole.contains(' '), "{whole}");
    }

    #[test]
    fn a_number_that_may_be_anything_names_nothing() {
        for (heading, cell) in [
            ("Request", "version 4.1 of the handbook"),
            ("Request", "5.1"),
            ("Clause", "4"),
            ("Clause", "all that changed between version 4.1 and version 5.2 of the handbook"),
            ("Due", "10.1.2026"),
            ("Due", "10.1-10.2"),
            ("Request", "all of version 4.1 to 4.4"),
            ("Control", "A.9.9"),
            ("Request", "C.1"),
        ] {
            assert_eq!(names(heading, cell), "", "{heading}: {cell}");
        }
    }

    #[test]
    fn an_answer_has_level_note_evidence_and_documents() {
        let catalogue = Catalogue::english();
        let now = Timestamp::new("2026-11-24T09:00:00Z");
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", now.clone());
        let id = catalogue.parse_requirement("4.3-document").expect("an id");
        assessment.apply(&Edit::answer(id).level(Some(Level::Operating)), &now);
        assessment.apply(&Edit::answer(id).note("Signed in March".to_owned()), &now);
        let answers = answer(&catalogue, &assessment, &list("Request", &["4.3-document"])).expect("few");
        let row: Vec<_> = answers.table.rows[0].iter().map(|cell| cell.plain(&catalogue, "\n")).collect();
        assert_eq!(row[..2], ["7.1", "4.3-document"]);
        assert!(
            row[3].starts_with("3 ") && row[4] == "Signed in March" && row[6].starts_with("ISMS scope: "),
            "{row:?}"
        );
    }
}
