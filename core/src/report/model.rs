//! What a report consists of, before it has a format: sections of paragraphs, lists, tables and pictures.
//!
//! The renderers (HTML, Markdown and the others) are siblings that each turn the same model into one format, so that
//! no format says more or less than another.

use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::figures;
use crate::markup::Node;
use crate::scoring::{Interval, Tenths};

/// A section with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name in links, such as `findings`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A paragraph of ours.
    Text(String),
    /// A paragraph that hedges or explains; quieter than the others.
    Hint(String),
    /// A paragraph that the person wrote.
    Said(String),
    /// A list of sentences of ours.
    List(Vec<String>),
    /// Names with what there is to say about each.
    Facts(Vec<(String, Cell)>),
    /// A verdict with what stands between it and the next better one.
    Verdict(VerdictBlock),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Node),
    /// How to check the report: what a file says that carries the assessment, and what any other says.
    Check {
        /// For a file that carries the assessment.
        carrying: String,
        /// For the same on paper, where nothing is inside.
        printed: String,
        /// For any other.
        bare: String,
    },
}

impl Section {
    /// What a format without pictures shows of it: no heading stands over nothing.
    pub fn in_words(&self) -> Vec<&Block> {
        let shown: Vec<&Block> = self.blocks.iter().filter(|block| !matches!(block, Block::Picture(_))).collect();
        let is_heading = |at: usize| matches!(shown.get(at), None | Some(&&Block::Heading(_)));
        (0..shown.len()).filter(|at| !is_heading(*at) || !is_heading(at + 1)).map(|at| shown[at]).collect()
    }
}

/// The verdict on a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictBlock {
    /// The stage.
    pub stage: String,
    /// The verdict as a mark.
    pub verdict: Cell,
    /// Readiness for the stage.
    pub readiness: Interval,
    /// What introduces the list.
    pub lead: String,
    /// What stands between.
    pub between: Vec<String>,
}

/// A table. The first cell of each row is the row's heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its kind, such as `answers`: tables of one kind look alike.
    pub kind: &'static str,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The headings of groups of rows: the position of a group's first row, and what it is about.
    pub groups: Vec<(usize, String)>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it holds, such as `evidence`: columns of one name look alike.
    pub name: &'static str,
    /// Its heading.
    pub heading: String,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing was said.
    Empty,
    /// Words of ours.
    Words(String),
    /// Words of the person.
    Said(String),
    /// Several of them.
    List(Vec<String>),
    /// A number.
    Number(usize),
    /// A day.
    Date(Date),
    /// A share.
    Share(Tenths),
    /// Readiness.
    Interval(Interval),
    /// A level, a status, a verdict or a grade.
    Mark(Tone, String),
    /// Several of these below each other, none of them empty.
    Stack(Vec<Cell>),
}

/// How a mark looks. Its words always say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it has to be.
    Good,
    /// On the way.
    Fair,
    /// Not there.
    Poor,
    /// Neither good nor bad.
    Plain,
}

impl Cell {
    /// Words of the person; [`Cell::Empty`] if there are none.
    pub fn said(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Said(text.trim().to_owned()) }
    }

    /// Several of them, the empty ones left out.
    pub fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        let texts = texts.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        let texts: Vec<_> = texts.map(str::to_owned).collect();
        if texts.is_empty() { Self::Empty } else { Self::List(texts) }
    }

    /// Several cells below each other, the empty ones left out.
    pub fn stack<const N: usize>(cells: [Self; N]) -> Self {
        let mut cells: Vec<_> = cells.into_iter().filter(|cell| *cell != Self::Empty).collect();
        match cells.len() {
            0 => Self::Empty,
            1 => cells.remove(0),
            _ => Self::Stack(cells),
        }
    }

    /// A day; [`Cell::Empty`] if there is none.
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// The cell as text; several words of the person between `separator`.
    pub fn plain(&self, catalogue: &Catalogue, separator: &str) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Words(text) | Self::Said(text) | Self::Mark(_, text) => text.clone(),
            Self::List(texts) => texts.join(separator),
            Self::Stack(cells) => {
                cells.iter().map(|cell| cell.plain(catalogue, separator)).collect::<Vec<_>>().join(separator)
            }
            Self::Number(number) => number.to_string(),
            Self::Date(date) => figures::short_date(catalogue, *date),
            Self::Share(share) => figures::percent(catalogue, *share),
            Self::Interval(interval) => figures::interval(catalogue, *interval),
        }
    }
}

impl Table {
    /// A table without rows, its columns by name and heading.
    pub fn new(
        catalogue: &Catalogue,
        kind: &'static str,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = (&'static str, Word)>,
    ) -> Self {
        let column = |(name, word)| Column { name, heading: catalogue.word(word).to_owned() };
        Self {
            kind,
            caption: caption.into(),
            columns: columns.into_iter().map(column).collect(),
            rows: vec![],
            groups: vec![],
        }
    }

    /// Starts a group of rows.
    pub fn group(&mut self, heading: String) {
        self.groups.push((self.rows.len(), heading));
    }

    /// The rows group by group; one group without a heading if the table has none.
    pub fn grouped(&self) -> impl Iterator<Item = (Option<&str>, &[Vec<Cell>])> {
        let first = self.groups.first().map_or(self.rows.len(), |(start, _)| *start);
        let loose = (first > 0).then(|| (None, &self.rows[..first]));
        let ends = self.groups.iter().skip(1).map(|(start, _)| *start).chain([self.rows.len()]);
        let groups = self.groups.iter().zip(ends);
        loose.into_iter().chain(groups.map(|((start, heading), end)| (Some(&**heading), &self.rows[*start..end])))
    }

    /// Takes out a column, if the table has it.
    pub fn drop_column(&mut self, name: &str) {
        if let Some(at) = self.position(name) {
            self.columns.remove(at);
            self.rows.iter_mut().for_each(|row| drop(row.remove(at)));
        }
    }

    /// Puts a column into another one, under a heading for both; nothing changes if the table lacks either.
    pub fn merge(&mut self, one: &str, other: &str, heading: &str, join: fn(Cell, Cell) -> Cell) {
        let (Some(one), Some(at)) = (self.position(one), self.position(other)) else { return };
        heading.clone_into(&mut self.columns[one].heading);
        for row in &mut self.rows {
            let first = std::mem::replace(&mut row[one], Cell::Empty);
            row[one] = join(first, std::mem::replace(&mut row[at], Cell::Empty));
        }
        self.drop_column(other);
    }

    /// Puts a cell below what one says already; nothing changes if the table lacks the column.
    pub fn add(&mut self, row: usize, column: &str, cell: Cell) {
        if let Some(at) = self.position(column) {
            let said = std::mem::replace(&mut self.rows[row][at], Cell::Empty);
            self.rows[row][at] = Cell::stack([said, cell]);
        }
    }

    /// The place of a column.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The same table without the columns in which no row says anything.
    #[must_use]
    pub fn without_empty_columns(&self) -> Self {
        let used = |column: usize| column == 0 || self.rows.iter().any(|row| row[column] != Cell::Empty);
        let kept: Vec<_> = (0..self.columns.len()).filter(|column| used(*column)).collect();
        Self {
            kind: self.kind,
            caption: self.caption.clone(),
            columns: kept.iter().map(|column| self.columns[*column].clone()).collect(),
            rows: self.rows.iter().map(|row| kept.iter().map(|column| row[*column].clone()).collect()).collect(),
            groups: self.groups.clone(),
        }
    }
}
