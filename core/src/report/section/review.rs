//! What reviewers said and what the organisation replied, each side's words in columns of their own.

use super::{Source, level_name};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ControlId, ItemRef, Word};
use crate::extract::Portion;
use crate::figures;
use crate::outcome::Outcome;
use crate::report::model::{Block, Cell, Section, Table, Tone};
use crate::review::{Fit, Mark, Opinion, Review};
use crate::scoring::Stage;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let reviews = source.assessment.reviews(source.catalogue);
    if reviews.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Text(source.word(Word::ReportReviewLead))];
    for review in &reviews {
        one(source, review, &mut blocks);
    }
    source.section("review", Word::ReportReview, blocks)
}

/// Every item with room for an auditor's notes: what goes out in a workbook, to come back as a review.
pub fn notes(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [
        ("id", Word::ReportReviewItem),
        ("title", Word::ReportName),
        ("state", Word::ReportReviewOurs),
        ("mark", Word::ReportReviewMark),
        ("opinion", Word::ReportReviewTheirs),
        ("comment", Word::ReportReviewComment),
        ("by", Word::FilesNotesBy),
    ];
    let mut table = Table::new(catalogue, "notes", catalogue.word(Word::FilesSheetNotes), columns);
    let left_out = assessment.left_out();
    // What is left out is nothing to look at.
    let has = |portion| !left_out.contains(portion);
    let requirements = catalogue.requirement_ids().map(ItemRef::from).filter(|_| has(Portion::Answers));
    let documents = catalogue.document_ids().map(ItemRef::from).filter(|_| has(Portion::Documents));
    let own = assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
    let controls = catalogue.control_ids().chain(own).map(ItemRef::from).filter(|_| has(Portion::Controls));
    table.rows.extend(requirements.chain(documents).chain(controls).map(|item| {
        let state = match (item, Opinion::said(assessment, item)) {
            (ItemRef::Document(id), _) => assessment.document_state(catalogue, id).to_owned(),
            (_, Some(Opinion::Level(level))) => level_name(catalogue, level),
            _ => catalogue.word(Word::LevelNameOpen).to_owned(),
        };
        let title = item.title(catalogue, assessment);
        let title = match item {
            ItemRef::Control(ControlId::Custom(_)) => Cell::said(title),
            _ => Cell::Words(title.to_owned()),
        };
        let mut row = vec![Cell::Words(item.name(catalogue).into()), title, Cell::Words(state)];
        row.resize(table.columns.len(), Cell::Empty);
        row
    }));
    table
}

fn one(source: &Source<'_>, review: &Review, blocks: &mut Vec<Block>) {
    let catalogue = source.catalogue;
    let said = |text: &str| text.trim().to_owned();
    let names = [said(&review.reviewer.name), said(&review.reviewer.organisation)];
    let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let name = if names.is_empty() { source.word(Word::ReviewUnnamed) } else { names.join(", ") };
    blocks.push(Block::Heading(name));
    if review.fit(catalogue, source.assessment) != Fit::Same {
        blocks.push(source.hint(Word::ReportReviewChanged));
    }
    let mut facts = vec![
        (
            source.word(Word::ReportReviewDate),
            figures::moment(catalogue, &review.updated).map_or(Cell::Empty, Cell::Words),
        ),
        (source.word(Word::ReportReviewDigest), Cell::said(&review.about.digest)),
    ];
    let marks = Mark::ALL.map(|mark| (mark.label(catalogue).to_owned(), Cell::Number(review.marked(mark))));
    facts.extend(marks);
    if source.left_out.supports_readiness() {
        let view: Assessment = review.view(source.assessment);
        let theirs = Outcome::new(catalogue, &view, source.outcome.today);
        for (stage, name) in [(Stage::One, Word::ReportReviewStageOne), (Stage::Two, Word::ReportReviewStageTwo)] {
            let figure = |outcome: &Outcome| figures::interval(catalogue, *outcome.readiness.get(stage));
            let both = [("theirs", figure(&theirs)), ("ours", figure(source.outcome))];
            facts.push((source.word(name), Cell::Words(catalogue.tell(Word::ReportReviewBeside, both))));
        }
    }
    blocks.push(Block::Facts(facts));
    if !review.remarks.is_empty() {
        blocks.push(Block::Table(table(source, review)));
    }
}

fn table(source: &Source<'_>, review: &Review) -> Table {
    let columns = [
        ("id", Word::ReportReviewItem),
        ("title", Word::ReportName),
        ("level", Word::ReportReviewOurs),
        ("decision", Word::ReportReviewMark),
        ("level", Word::ReportReviewTheirs),
        ("why", Word::ReportReviewComment),
        ("why", Word::ReportReviewReply),
    ];
    let mut table = Table::new(source.catalogue, "review", source.word(Word::ReportReviewCaption), columns);
    table.rows.extend(review.remarks.keys().map(|item| row(source, review, *item)));
    table
}

fn row(source: &Source<'_>, review: &Review, item: ItemRef) -> Vec<Cell> {
    let catalogue = source.catalogue;
    let remark = &review.remarks[&item];
    let opinion =
        |opinion: Option<Opinion>| opinion.map_or(Cell::Empty, |it| Cell::Words(it.label(catalogue, item).to_owned()));
    let mark = remark.mark.map_or(Cell::Empty, |mark| {
        let tone = [Tone::Good, Tone::Plain, Tone::Poor][mark as usize];
        Cell::Mark(tone, mark.label(catalogue).to_owned())
    });
    let title = item.title(catalogue, source.assessment);
    let reply = review.replies.get(&item).cloned().unwrap_or_default();
    let adopted = if reply.adopted { Cell::Words(source.word(Word::ReportReviewAdopted)) } else { Cell::Empty };
    let (id, title) = match item {
        ItemRef::Document(_) => (Cell::Words(title.to_owned()), Cell::Empty),
        ItemRef::Control(ControlId::Custom(_)) => (Cell::Words(item.name(catalogue).into()), Cell::said(title)),
        _ => (Cell::Words(item.name(catalogue).into()), Cell::Words(title.to_owned())),
    };
    vec![
        id,
        title,
        opinion(Opinion::said(source.assessment, item)),
        mark,
        opinion(remark.disagreement()),
        Cell::said(&remark.comment),
        Cell::stack([adopted, Cell::said(&reply.text)]),
    ]
}
