//! The sheet for an auditor's notes, filled in: it comes back as a review.

use super::returned::Book;
use readiness::assessment::Level;
use readiness::catalogue::Word;
use readiness::merge::differences;
use readiness::review::{Fit, Mark, Opinion};
use readiness::{Catalogue, Edit, report};

#[test]
fn what_an_auditor_notes_comes_back_as_a_review_and_changes_no_answer() {
    for language in ["en", "de", "es"] {
        let mut book = Book::new(language);
        let word = |word| book.catalogue.word(word).to_owned();
        let (disagree, draft) = (word(Word::ReviewDisagree), word(Word::ReportDocumentDraft));
        let planned = report::level_name(&book.catalogue, Level::Planned);
        book.write("notes", "4.1-issues", "mark", &disagree)
            .write("notes", "4.1-issues", "opinion", &planned)
            .write("notes", "4.1-issues", "by", "Ada Reyes")
            .write("notes", "A.6.7", "comment", "Who looks after this?&#10;And since when?")
            .write("notes", "doc-scope", "opinion", &draft);
        let core = book.part("core.xml");
        let start = core.find("<dcterms:modified").expect("a moment");
        let end = start + core[start..].find("</dcterms:modified>").expect("its end");
        core.replace_range(start..end, "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-11-20T08:15:00Z");
        let returned = book.returned();
        assert_eq!((&returned.problems[..], &returned.remarks[..]), (&[][..], &[][..]), "{language}");
        assert_eq!(differences(&Catalogue::english(), &book.ours, &returned.theirs), []);
        let review = returned.review.expect("notes");
        assert_eq!((&*review.reviewer.name, review.updated.as_str()), ("Ada Reyes", "2026-11-20T08:15:00Z"));
        let remark = |id: &str| {
            let (item, _) = review.remarks.iter().find(|(item, _)| item.name(&book.catalogue) == id).expect("a remark");
            (*item, review.remarks[item].clone())
        };
        let (issues, remark_on_issues) = remark("4.1-issues");
        assert_eq!(remark_on_issues.disagreement(), Some(Opinion::Level(Level::Planned)));
        assert_eq!(remark_on_issues.seen, Opinion::said(&book.ours, issues), "what the sheet shows is what was seen");
        assert_eq!(remark("A.6.7").1.comment, "Who looks after this?\nAnd since when?");
        let on_scope = remark("doc-scope").1;
        assert_eq!(on_scope.mark, Some(Mark::Disagree), "who would rather see another state disagrees");
        assert_eq!(review.remarks.len(), 3);
        // The state that the workbook was made of is what it is about, whatever happens here meanwhile.
        assert_eq!(review.fit(&book.catalogue, &book.ours), Fit::Same);
        let mut later = book.ours.clone();
        let id = book.catalogue.parse_requirement("4.1-issues").expect("an id");
        later.apply(&Edit::answer(id).level(Some(Level::Evidenced)), &later.updated.clone());
        let again = formats::returned(&book.bytes(), &later).expect("it is read").review.expect("notes");
        assert_eq!((again.fit(&book.catalogue, &later), &again.remarks), (Fit::Changed, &review.remarks));
        assert_eq!(again.id, review.id, "what the same person notes takes the place of what they noted before");
    }
}

#[test]
fn a_note_that_can_not_be_read_is_named_with_its_cell() {
    let mut book = Book::new("en");
    book.write("notes", "4.1-issues", "mark", "Perhaps")
        .put("notes", "4.1-climate", "comment", "t=\"str\"", "<f>1+1</f><v>2</v>")
        .write("notes", "doc-scope", "opinion", "3 Operating");
    let wrong = book.wrong();
    for (row, column, says) in [
        ("4.1-issues", "mark", "choose one of Agrees, Asks, Disagrees"),
        ("4.1-climate", "comment", "a formula stands here"),
        ("doc-scope", "opinion", "none of the words of its column"),
    ] {
        let place = format!("Auditor’s notes, {}: ", book.cell("notes", row, column));
        assert!(wrong.iter().any(|it| it.starts_with(&place) && it.contains(says)), "{place}{says}: {wrong:#?}");
    }
    assert_eq!((wrong.len(), book.returned().review), (3, None));
}
