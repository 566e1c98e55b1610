//! What reviewers said and what the organisation replied, each side's words in columns of their own.

use super::Source;
use crate::assessment::Assessment;
use crate::catalogue::{ItemRef, Word};
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
        ItemRef::Control(crate::catalogue::ControlId::Custom(_)) => {
            (Cell::Words(item.name(catalogue).into()), Cell::said(title))
        }
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
