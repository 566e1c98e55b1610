//! The sections of a report, one file each.

pub(super) mod answers;
pub(crate) mod audits;
mod contradictions;
mod cover;
pub(super) mod documents;
mod evidence;
mod extract;
mod findings;
mod organisation;
mod quote;
mod readiness;
mod reading;
pub(super) mod review;
pub(super) mod risks;
pub(super) mod soa;
pub mod statement;
mod summary;

pub(super) use cover::cover;

use super::model::{Block, Cell, Section, Table, Tone};
use crate::assessment::{Assessment, Evidence, Item, Level, tables};
use crate::catalogue::{Catalogue, Word};
use crate::extract::{Portion, Portions};
use crate::outcome::Outcome;

/// What sections are made from.
struct Source<'a> {
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    outcome: &'a Outcome,
    digest: &'a str,
    /// What is left out, and must not be spoken of as if it were empty.
    left_out: Portions,
}

/// All sections, in the order in which a reader wants them: the answer first, then what a quote takes, and after
/// it what all of that rests on.
pub(super) fn all(catalogue: &Catalogue, assessment: &Assessment, outcome: &Outcome, digest: &str) -> Vec<Section> {
    let left_out = assessment.left_out();
    let source = Source { catalogue, assessment, outcome, digest, left_out };
    let has = |portion| !left_out.contains(portion);
    type Write = fn(&Source<'_>) -> Option<Section>;
    // Each with whether the assessment bears it: an extract may not.
    let sections: [(bool, Write); 15] = [
        (true, extract::write),
        (left_out.supports_readiness(), summary::write),
        (true, organisation::write),
        (has(Portion::Details), quote::write),
        (left_out.supports_readiness(), readiness::write),
        (left_out.supports_contradictions(), contradictions::write),
        (left_out.supports_findings(), findings::write),
        (has(Portion::Documents), documents::write),
        (has(Portion::Controls), soa::write),
        (has(Portion::Answers), answers::write),
        (true, evidence::write),
        (has(Portion::Risks), risks::write),
        (has(Portion::Audits), audits::write),
        (true, review::write),
        (true, reading::write),
    ];
    sections.into_iter().filter(|(borne, _)| *borne).filter_map(|(_, write)| write(&source)).collect()
}

impl Source<'_> {
    fn section(&self, id: &'static str, heading: Word, blocks: Vec<Block>) -> Option<Section> {
        Some(Section { id, heading: self.word(heading), blocks })
    }

    fn word(&self, word: Word) -> String {
        self.catalogue.word(word).to_owned()
    }

    fn hint(&self, word: Word) -> Block {
        Block::Hint(self.word(word))
    }

    fn say(&self, word: Word, args: &[(&str, &str)]) -> String {
        self.catalogue.say(word, args)
    }

    /// What an extract leaves out of a table, to be said once above it.
    fn lacks(&self, table: &Table) -> Option<Block> {
        let gone = gone(table, self.left_out).map(|(_, portion)| portion).collect::<Portions>();
        let parts = gone.words(self.catalogue);
        (!gone.is_empty()).then(|| Block::Hint(self.say(Word::ReportLeftOut, &[("parts", &parts)])))
    }

    /// A table as a page has room for it, with what belongs together in one cell.
    fn short(&self, table: Table) -> Block {
        let mut table = without_left_out(table, self.left_out);
        let both = |one, other| Cell::stack([one, other]);
        table.merge("evidence", "note", self.catalogue.word(Word::ReportEvidenceAndNote), both);
        table.merge("owner", "due", self.catalogue.word(Word::ReportOwnerAndDue), both);
        Block::Table(table)
    }

    /// How many of how many.
    fn count(&self, part: usize, whole: usize) -> Cell {
        Cell::Words(self.say(Word::ReportCount, &[("part", &part.to_string()), ("whole", &whole.to_string())]))
    }
}

/// The portion that a column of records belongs to, by the field that it shows.
fn portion(column: &str) -> Option<Portion> {
    let records = [&tables::ANSWER[..], &tables::CONTROL, &tables::DOCUMENT, &tables::RISK, &tables::NONCONFORMITY];
    let mut fields = records.into_iter().flatten().flat_map(|table| table.fields);
    fields.find_map(|field| field.leave.portion().filter(|_| field.name == column))
}

/// The columns of a table that hold nothing but what is left out.
fn gone(table: &Table, left_out: Portions) -> impl Iterator<Item = (&'static str, Portion)> {
    let columns = table.columns.iter().filter_map(|column| Some((column.name, portion(column.name)?)));
    columns.filter(move |(_, portion)| left_out.contains(*portion))
}

/// Takes those columns out, so that no row has to say what is left out, or how much.
pub fn without_left_out(mut table: Table, left_out: Portions) -> Table {
    let gone: Vec<_> = gone(&table, left_out).collect();
    gone.into_iter().for_each(|(name, _)| table.drop_column(name));
    table
}

/// A level as a mark: good from `enough` on, fair once it is decided.
fn level(catalogue: &Catalogue, level: Option<Level>, enough: Level) -> Cell {
    let Some(level) = level else {
        return Cell::Mark(Tone::Plain, catalogue.word(Word::LevelNameOpen).to_owned());
    };
    let tone = match level {
        _ if level >= enough => Tone::Good,
        Level::NotStarted | Level::Planned => Tone::Poor,
        _ => Tone::Fair,
    };
    Cell::Mark(tone, level_name(catalogue, level))
}

/// The evidence for an item, a line each.
fn evidence_lines(item: &Item) -> Vec<String> {
    item.evidence.iter().map(Evidence::line).collect()
}

/// A level in a word, with its value.
pub fn level_name(catalogue: &Catalogue, level: Level) -> String {
    format!("{} {}", level.value(), level.label(catalogue))
}
