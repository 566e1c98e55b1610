//! How reports look in every format: their colours, which are those of the HTML report on paper, and how wide the columns
//! of their tables are. A test holds the colours equal to the style sheets.

use readiness::report::model::{Cell, Table, Tone};

/// Red, green, blue.
pub(crate) type Ink = [u8; 3];

pub(crate) const TEXT: Ink = [0x1b, 0x1f, 0x24];
pub(crate) const QUIET: Ink = [0x59, 0x62, 0x6d];
pub(crate) const BORDER: Ink = [0xd4, 0xd9, 0xdf];
pub(crate) const STRONG_BORDER: Ink = [0x7a, 0x84, 0x92];
pub(crate) const ACCENT: Ink = [0x1c, 0x5d, 0x99];
pub(crate) const SHADE: Ink = [0xf4, 0xf6, 0xf8];
/// The heading of a group of rows, and the bars of figures in cells: lighter than [`ACCENT`].
pub(crate) const GROUP: Ink = [0xee, 0xf3, 0xf8];
pub(crate) const BAR: Ink = [0xbf, 0xd6, 0xec];

/// The colour of a mark, and where cells are filled, what is behind it.
pub(crate) fn tone(tone: Tone) -> (Ink, Option<Ink>) {
    match tone {
        Tone::Good => ([0x1e, 0x6b, 0x41], Some([0xe6, 0xf3, 0xeb])),
        Tone::Fair => ([0x7d, 0x52, 0x00], Some([0xfb, 0xf1, 0xdc])),
        Tone::Poor => ([0xa1, 0x2a, 0x1c], Some([0xfb, 0xe9, 0xe7])),
        Tone::Plain => (QUIET, None),
    }
}

/// A colour as office files write it, such as `1C5D99`.
pub(crate) fn hex([red, green, blue]: Ink) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The shares of a table's columns on paper, in percent of its width.
pub(crate) fn shares(table: &Table) -> Vec<f32> {
    let shares: Vec<_> = table.columns.iter().map(|column| share(table.kind, column.name)).collect();
    let taken: f32 = shares.iter().flatten().sum();
    let open = shares.iter().filter(|share| share.is_none()).count() as f32;
    // An extract may lack the column that takes what is left: then the others share it.
    let whole = if open == 0.0 { taken } else { 100.0 };
    let mut shares: Vec<_> =
        shares.into_iter().map(|share| share.unwrap_or((whole - taken) / open) * 100.0 / whole).collect();
    // Names don't wrap beside columns in which hardly anything is said.
    if let Some(title) = table.position("title") {
        let rare = |at: usize| table.rows.iter().filter(|row| row[at] != Cell::Empty).count() * 3 < table.rows.len();
        for at in (title + 1..shares.len()).filter(|at| rare(*at)) {
            let spare = (shares[at] - LEAST_SHARE).max(0.0) / 2.0;
            shares[at] -= spare;
            shares[title] += spare;
        }
    }
    shares
}

/// What the heading of a column needs, in percent.
const LEAST_SHARE: f32 = 11.0;

/// The share of a table that a column takes, in percent; `None` for an equal part of what is left.
fn share(table: &str, column: &str) -> Option<f32> {
    Some(match (table, column) {
        ("answers", "id") => 15.0,
        ("answers", "title") => 24.0,
        ("answers", "level") => 12.0,
        ("answers", "owner") => 15.0,
        ("soa", "id") => 8.5,
        ("soa", "title") => 18.0,
        ("soa", "decision") => 10.5,
        ("soa", "reasons") => 21.0,
        ("soa", "implemented") => 11.0,
        ("soa", "owner") => 11.5,
        ("findings", "place") => 20.0,
        ("findings", "rule") => 17.0,
        ("contradictions" | "points", "place") => 28.0,
        ("documents", "name") => 31.0,
        ("documents", "place") => 11.0,
        ("documents", "status") => 12.0,
        ("documents", "owner") => 14.0,
        ("documents", "reviewed") => 11.0,
        ("risks", "id") => 5.0,
        ("risks", "title") => 18.0,
        ("risks", "owner") => 11.0,
        ("risks", "likelihood") => 9.5,
        ("risks", "impact") => 7.5,
        ("risks", "risk-level") => 6.0,
        ("risks", "treatment") => 11.0,
        ("risks", "residual-likelihood") => 8.5,
        ("risks", "accepted") => 10.0,
        ("register", "id") => 15.0,
        ("register", "about" | "owner") => 12.0,
        ("register", "state") => 11.0,
        ("audit", "place") => 30.0,
        ("audit", "result") => 16.0,
        ("decisions", "what") => 46.0,
        ("evidence", "name") => 22.0,
        ("evidence", "place") => 14.0,
        ("evidence", "size") => 10.0,
        ("evidence", "sha256") => 34.0,
        ("quote", "question") => 35.0,
        ("facts", "answer") => 16.0,
        ("levels", "level") => 25.0,
        ("targets", "kind") => 46.0,
        ("readiness", "place") => 46.0,
        ("key", "id") => 9.0,
        _ => return None,
    })
}

/// The width of a column in workbooks, in letters: there is no edge of a page, so each has the room that it needs.
pub(crate) fn letters(kind: &str, column: &str) -> f64 {
    match (kind, column) {
        ("answers", "id") => 17.0,
        ("notes", "id") => 20.0,
        ("notes", "state" | "opinion") => 24.0,
        ("notes", "comment") => 60.0,
        ("notes", "by") => 20.0,
        ("requests", "asked" | "level") => 26.0,
        ("requests", "items") => 34.0,
        ("soa", "title") => 28.0,
        ("soa", "reasons") => 18.0,
        ("soa", "evidence" | "note") => 30.0,
        ("soa", "justification") => 34.0,
        ("plan", "phase") => 24.0,
        ("plan", "what") | (_, "title") => 34.0,
        ("plan", "effort") => 12.0,
        ("documents", "place") => 13.0,
        ("contradictions" | "points", "why") | ("quote", "answer") => 90.0,
        (_, "question") => 42.0,
        (_, "id") => 9.0,
        (_, "evidence" | "note" | "why" | "resolve" | "action" | "finding") => 42.0,
        (_, "name" | "place") => 36.0,
        (_, "reference" | "unlocks" | "rule") => 26.0,
        ("soa", "concepts" | "domains") => 24.0,
        ("soa", "capabilities") => 34.0,
        (_, "due" | "reviewed" | "risks" | "decision") => 12.0,
        (_, "owner" | "treatment" | "level" | "implemented" | "run_by") => 16.0,
        _ => 14.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readiness::report::model::Column;

    const REPORT: &str = include_str!("../../core/src/report/html/style.css");

    /// The colour that a sheet first gives a name: on light paper.
    fn named(sheet: &str, name: &str) -> Ink {
        let (_, rest) = sheet.split_once(&format!("--{name}: #")).unwrap_or_else(|| panic!("no colour is --{name}"));
        let number = u32::from_str_radix(&rest[..6], 16).expect("a colour");
        let [_, red, green, blue] = number.to_be_bytes();
        [red, green, blue]
    }

    #[test]
    fn every_format_has_the_colours_of_the_html_report() {
        let tones = [("good", Tone::Good), ("fair", Tone::Fair), ("poor", Tone::Poor)];
        let tones = tones.map(|(name, it)| (name, tone(it).0));
        let named_here = [
            ("text", TEXT),
            ("text-quiet", QUIET),
            ("border", BORDER),
            ("border-strong", STRONG_BORDER),
            ("accent", ACCENT),
            ("shade", SHADE),
        ];
        for (name, ink) in named_here.into_iter().chain(tones) {
            assert_eq!(hex(named(REPORT, name)), hex(ink), "--{name} of the HTML report");
        }
    }

    #[test]
    fn the_columns_of_a_table_fill_it() {
        let column = |name| Column { name, heading: String::new() };
        let table = |kind, columns: &[&'static str]| Table {
            kind,
            caption: String::new(),
            columns: columns.iter().copied().map(column).collect(),
            rows: Vec::new(),
            groups: Vec::new(),
        };
        let fills = |table: &Table| {
            let all: f32 = shares(table).iter().sum();
            assert!((all - 100.0).abs() < 0.01, "{}: {all}", table.kind);
        };
        for (kind, columns) in [("key", &["id", "title"][..]), ("soa", &["id", "title"]), ("other", &["a", "b", "c"])] {
            fills(&table(kind, columns));
        }
        // Names have the room of columns in which hardly anything is said.
        let mut statement = table("soa", &["id", "title", "decision", "reasons", "evidence"]);
        let full = shares(&statement);
        let said = || Cell::Words("Said".to_owned());
        statement.rows = vec![vec![said(), said(), said(), Cell::Empty, said()]; 3];
        fills(&statement);
        let scarce = shares(&statement);
        assert!(scarce[1] > full[1] && scarce[3] < full[3] && scarce[3] >= LEAST_SHARE, "{scarce:?}");
        assert_eq!([scarce[0], scarce[2], scarce[4]], [full[0], full[2], full[4]]);
    }
}
