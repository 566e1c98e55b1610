//! The register of nonconformities, internal audits and management reviews, where there are some.

use super::{Source, without_left_out};
use crate::assessment::{Assessment, AuditResult, InternalAudit, ManagementReview, Task};
use crate::audits::{self, Count, State};
use crate::catalogue::{AuditId, Catalogue, ManagementReviewId, Word};
use crate::date::Date;
use crate::extract::Portion;
use crate::report::model::{Block, Cell, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let assessment = source.assessment;
    let mut blocks = Vec::new();
    if !assessment.nonconformities.is_empty() {
        blocks.push(Block::Heading(source.word(Word::RegisterTitle)));
        blocks.push(Block::Text(Count::of(assessment, source.outcome.today).words(source.catalogue)));
        let foreseen = audits::foreseen(source.catalogue, assessment, &source.outcome.findings).words(source.catalogue);
        blocks.extend(foreseen.filter(|_| source.left_out.supports_findings()).map(Block::Text));
        let table = register(source.catalogue, assessment, source.outcome.today);
        blocks.extend(source.lacks(&table));
        blocks.push(source.short(table));
    }
    if !assessment.internal_audits.is_empty() {
        blocks.push(Block::Heading(source.word(Word::AuditTitle)));
        assessment.internal_audits.iter().for_each(|(id, audit)| self::audit(source, *id, audit, &mut blocks));
    }
    if !assessment.management_reviews.is_empty() {
        blocks.push(Block::Heading(source.word(Word::MeetingTitle)));
        assessment.management_reviews.iter().for_each(|(id, review)| self::review(source, *id, review, &mut blocks));
    }
    if blocks.is_empty() {
        return None;
    }
    source.section("audits", Word::ReportAudits, blocks)
}

/// The register of nonconformities as a table.
pub fn register(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Table {
    let columns = [
        ("id", Word::RegisterReference),
        ("finding", Word::RegisterWhat),
        ("about", Word::RegisterAbout),
        ("action", Word::RegisterDoneAbout),
        ("owner", Word::ReportOwner),
        ("due", Word::PlanColumnDue),
        ("state", Word::RegisterState),
    ];
    let mut table = Table::new(catalogue, "register", catalogue.word(Word::RegisterCaption), columns);
    table.rows.extend(assessment.nonconformities.iter().map(|(id, one)| {
        let words = |label: Option<&str>| label.map_or(Cell::Empty, |label| Cell::Words(label.to_owned()));
        let found_in = words(one.source.map(|it| it.label(catalogue)));
        let grade = words(one.grade.map(|it| it.label(catalogue)));
        vec![
            Cell::stack([Cell::Words(id.to_string()), found_in, Cell::said(&one.reference), Cell::date(one.found)]),
            Cell::stack([grade, Cell::said(&one.finding)]),
            Cell::said(&one.about),
            Cell::stack([
                labelled(catalogue, Word::RegisterCorrection, &one.correction),
                labelled(catalogue, Word::RegisterCause, &one.cause),
                labelled(catalogue, Word::RegisterAction, &one.action),
            ]),
            Cell::said(&one.owner),
            Cell::date(one.due),
            state(catalogue, State::of(one, today)),
        ]
    }));
    table
}

/// How far a nonconformity is.
pub fn state(catalogue: &Catalogue, state: State) -> Cell {
    let tone = match state {
        State::Closed | State::Checked => Tone::Good,
        State::Late => Tone::Poor,
        State::Open | State::ToCheck => Tone::Fair,
    };
    Cell::Mark(tone, state.label(catalogue).to_owned())
}

fn labelled(catalogue: &Catalogue, name: Word, text: &str) -> Cell {
    match text.trim() {
        "" => Cell::Empty,
        text => Cell::Said(format!("{}: {text}", catalogue.word(name))),
    }
}

/// What is said of a record, a line each; what is not said has no line.
fn facts(source: &Source<'_>, title: String, facts: impl IntoIterator<Item = (Word, Cell)>) -> [Block; 2] {
    let said = facts.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    [Block::Heading(title), Block::Facts(said.map(|(name, cell)| (source.word(name), cell)).collect())]
}

/// A name, unless it is left out.
fn name(source: &Source<'_>, name: &str) -> Cell {
    if source.left_out.contains(Portion::Owners) { Cell::Empty } else { Cell::said(name) }
}

fn audit(source: &Source<'_>, id: AuditId, audit: &InternalAudit, blocks: &mut Vec<Block>) {
    let catalogue = source.catalogue;
    let title = format!("{} {id}", source.word(Word::SourceInternalAudit));
    let said = [
        (Word::AuditDate, Cell::date(audit.date)),
        (Word::AuditAuditors, name(source, &audit.auditors)),
        (Word::AuditCriteria, Cell::said(&audit.criteria)),
        (Word::AuditScope, Cell::said(&audit.scope)),
    ];
    blocks.extend(facts(source, title, said));
    let table = looked_at(catalogue, source.assessment, id, audit);
    blocks.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
}

/// What an audit looks at, and what was seen there.
pub fn looked_at(catalogue: &Catalogue, assessment: &Assessment, id: AuditId, audit: &InternalAudit) -> Table {
    let columns = [("place", Word::AuditItem), ("seen", Word::AuditSeen), ("result", Word::AuditResult)];
    let caption = catalogue.tell(Word::AuditCaption, [("id", id.to_string())]);
    let mut table = Table::new(catalogue, "audit", caption, columns);
    table.rows.extend(audit.sample.iter().map(|sampled| {
        let known = audits::clues(catalogue, assessment, &sampled.item);
        let title = known.map_or("", |it| it.item.title(catalogue, assessment));
        vec![
            Cell::stack([Cell::said(&sampled.item), Cell::said(title)]),
            Cell::said(&sampled.seen),
            result(catalogue, sampled.result),
        ]
    }));
    table
}

fn result(catalogue: &Catalogue, result: Option<AuditResult>) -> Cell {
    let tone = match result {
        None => Tone::Plain,
        Some(AuditResult::Conforms) => Tone::Good,
        Some(AuditResult::Opportunity) => Tone::Fair,
        Some(AuditResult::Major | AuditResult::Minor) => Tone::Poor,
    };
    Cell::Mark(tone, audits::result_label(catalogue, result).to_owned())
}

fn review(source: &Source<'_>, id: ManagementReviewId, review: &ManagementReview, blocks: &mut Vec<Block>) {
    let catalogue = source.catalogue;
    let title = format!("{} {id}", source.word(Word::SourceManagementReview));
    let said = [
        (Word::AuditDate, Cell::date(review.date)),
        (Word::MeetingAttendees, name(source, &review.attendees)),
        (Word::MeetingMinutes, Cell::said(&review.minutes)),
    ];
    blocks.extend(facts(source, title, said));
    let table = decisions(catalogue, id, review);
    if !table.rows.is_empty() {
        blocks.extend(source.lacks(&table));
        blocks.push(Block::Table(without_left_out(table, source.left_out)));
    }
}

/// What a management review decided.
pub fn decisions(catalogue: &Catalogue, id: ManagementReviewId, review: &ManagementReview) -> Table {
    let caption = catalogue.tell(Word::MeetingCaption, [("id", id.to_string())]);
    tasks(catalogue, "decisions", caption, review.decisions.iter())
}

/// Tasks as a table.
pub fn tasks(
    catalogue: &Catalogue,
    kind: &'static str,
    caption: impl Into<String>,
    tasks: impl Iterator<Item = Task>,
) -> Table {
    let columns = [
        ("what", Word::PlanColumnWhat),
        ("owner", Word::ReportOwner),
        ("due", Word::PlanColumnDue),
        ("done", Word::PlanDone),
    ];
    let mut table = Table::new(catalogue, kind, caption, columns);
    table.rows.extend(tasks.map(|task| {
        vec![Cell::said(&task.what), Cell::said(&task.owner), Cell::date(task.due), Cell::date(task.done)]
    }));
    table
}
