//! The quote brief: what a certification body asks before it quotes.

use super::Source;
use crate::assessment::QuoteDetail;
use crate::catalogue::Word;
use crate::extract::Portion;
use crate::quote::{Question, QuoteBrief};
use crate::report::model::{Block, Cell, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let brief = QuoteBrief::new(source.catalogue, source.assessment);
    let columns = [("question", Word::ReportQuestion), ("answer", Word::ReportAnswer)];
    let mut table = Table::new(source.catalogue, "quote", source.word(Word::ReportQuoteCaption), columns);
    let borne = brief.points.iter().filter(|(question, _)| match question {
        Question::Contact | Question::Detail(QuoteDetail::Consultant) => !source.left_out.contains(Portion::Contacts),
        Question::WantedDate => !source.left_out.contains(Portion::Dates),
        _ => true,
    });
    table.rows.extend(borne.map(|(question, answer)| {
        let answer = match answer {
            Some(answer) => Cell::Said(answer.clone()),
            None => Cell::Mark(Tone::Plain, source.word(Word::ReportUnanswered)),
        };
        vec![Cell::Words(question.label(source.catalogue).to_owned()), answer]
    }));
    let blocks = vec![
        Block::Text(source.word(Word::ReportQuoteLead)),
        Block::Table(table),
        Block::Heading(source.word(Word::ReportAuditTime)),
        Block::Text(brief.audit_time(source.catalogue, source.assessment.profile.people_for_audit())),
        source.hint(Word::QuoteNotAQuote),
    ];
    source.section("quote", Word::ReportQuote, blocks)
}
