//! What a workbook of ours says of its own rows, in a column that is not shown: which row each is, and by a short
//! fingerprint what stood in each of its cells. So a row is known wherever it was sorted to, and a cell that somebody has
//! changed is told from one that has changed here meanwhile. What stood there can't be read out of it.

use super::text::fitting;
use crate::Source;
use readiness::Catalogue;
use readiness::assessment::Id;
use readiness::catalogue::Language;
use readiness::extract::{Portion, Portions};
use readiness::report::model::{Cell, Table};
use readiness::review;
use sha2::{Digest, Sha256};

/// The kinds of tables whose sheets come back.
pub(crate) const TABLES: [&str; 5] = ["soa", "answers", "documents", "risks", NOTES];

/// The one whose sheet comes back as a review.
pub(crate) const NOTES: &str = "notes";

/// How the heading of the column begins, with the version of what follows.
const HEAD: &str = "stage-zero 1 ";
/// What stands for a cell in which nothing was.
const NOTHING: &str = "-";

/// A digest has less than this.
const LONGEST_DIGEST: usize = 100;
/// More columns than a table of ours has.
const MOST_COLUMNS: usize = 50;

/// What the heading says.
pub(crate) struct Head {
    pub kind: &'static str,
    pub language: &'static Language,
    /// The names of the columns that the fingerprints are of.
    pub columns: Vec<String>,
    /// The id of the assessment.
    pub assessment: Id,
    /// Its digest, and what it left out; only the sheet for notes has them.
    pub about: Option<(String, Portions)>,
}

impl Head {
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix(HEAD)?.split(' ');
        let kind = words.next()?;
        Some(Self {
            kind: TABLES.into_iter().find(|known| *known == kind)?,
            language: Language::of(words.next()?)?,
            columns: words.next()?.split(',').take(MOST_COLUMNS).map(str::to_owned).collect(),
            assessment: Id::parse(words.next()?)?,
            about: words.next().filter(|digest| digest.len() <= LONGEST_DIGEST).map(|digest| {
                let names = words.next().unwrap_or_default().split(',');
                let portion = |name| Portion::ALL.into_iter().find(|portion| portion.name() == name);
                (digest.to_owned(), names.filter_map(portion).collect())
            }),
        })
    }
}

/// What a row says of itself.
pub(crate) struct Mark<'a> {
    pub id: &'a str,
    prints: Vec<&'a str>,
}

impl<'a> Mark<'a> {
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut words = text.split(' ');
        Some(Self { id: words.next().filter(|id| !id.is_empty())?, prints: words.take(MOST_COLUMNS).collect() })
    }

    /// Whether this is what stood in a cell when the workbook was made; `None` if that is not known.
    pub fn was(&self, head: &Head, column: &str, text: &str) -> Option<bool> {
        let at = head.columns.iter().position(|known| known == column)?;
        Some(*self.prints.get(at)? == print(self.id, column, text))
    }
}

/// The heading and the cells of the column; `None` for a table that does not come back.
pub(super) fn column(source: &Source<'_>, table: &Table) -> Option<(String, Vec<String>)> {
    TABLES.contains(&table.kind).then(|| {
        let columns: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        let (kind, language) = (table.kind, source.catalogue.spoken().code);
        let mut head = format!("{HEAD}{kind} {language} {} {}", columns.join(","), source.assessment.id);
        if kind == NOTES {
            let lacks = Portion::ALL.into_iter().filter(|portion| source.report.left_out.contains(*portion));
            let lacks: Vec<_> = lacks.map(Portion::name).collect();
            let digest = review::bare_digest(source.catalogue, source.assessment);
            head.push_str(&format!(" {digest} {}", lacks.join(",")));
        }
        let row = |(id, cells): (String, &Vec<Cell>)| {
            let seen = cells.iter().map(|cell| seen(source.catalogue, cell));
            let prints = columns.iter().zip(seen).map(|(column, text)| format!(" {}", print(&id, column, &text)));
            prints.fold(id.clone(), |mark, print| mark + &print)
        };
        (head, ids(source.catalogue, table).into_iter().zip(&table.rows).map(row).collect())
    })
}

/// The id of each row.
pub(crate) fn ids(catalogue: &Catalogue, table: &Table) -> Vec<String> {
    match table.kind {
        "documents" => catalogue.document_ids().map(|id| id.name(catalogue).to_owned()).collect(),
        _ => table.rows.iter().map(|row| row.first().map_or(String::new(), |id| id.plain(catalogue, "\n"))).collect(),
    }
}

/// What whoever reads a cell of a workbook finds in it.
pub(crate) fn seen(catalogue: &Catalogue, cell: &Cell) -> String {
    match cell {
        Cell::Date(day) => day.to_string(),
        cell => settled(&fitting(catalogue, &cell.plain(catalogue, "\n"))),
    }
}

/// A text without what programs do differently: line breaks, codes of characters, spaces around it.
pub(crate) fn settled(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let letter = code.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        plain.push_str(&rest[..at]);
        plain.push_str(if letter.is_some() { "" } else { "_x" });
        plain.extend(letter);
        rest = &rest[at + if letter.is_some() { 7 } else { 2 }..];
    }
    plain.push_str(rest);
    readiness::shown::text(&plain).trim().to_owned()
}

/// Half a line of figures would do to prove that somebody has guessed a name: these few tell one text from another, no more.
fn print(id: &str, column: &str, text: &str) -> String {
    if text.is_empty() {
        return NOTHING.to_owned();
    }
    let digest = Sha256::digest(format!("{id}\n{column}\n{text}"));
    digest[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}
