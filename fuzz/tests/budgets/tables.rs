//! Workbooks that come back and lists of requests, of growing size. None does harm.

use readiness::{Assessment, Catalogue, report};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A workbook that is put together, part by part.
#[derive(Default)]
struct Book {
    /// The rows of each sheet.
    sheets: Vec<String>,
    strings: String,
    styles: String,
}

impl Book {
    /// One sheet of somebody else's, after that of our answers with some rows below its headings.
    fn of(ours: &str, others: String) -> Self {
        let headings = report::answers(&Catalogue::english(), &Assessment::default()).columns;
        let mut head = text_cell("stage-zero 1 answers en id,title,level,evidence,note,owner,due a");
        headings.iter().for_each(|it| head.push_str(&text_cell(&it.heading)));
        Self { sheets: vec![format!("<row>{head}</row>{ours}"), others], ..Self::default() }
    }

    /// The file, in which the length of what it unpacks to is that of what is packed.
    fn stored(&self) -> Vec<u8> {
        self.packed(CompressionMethod::Stored)
    }

    fn packed(&self, method: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, content: &str| {
            zip.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("begun");
            zip.write_all(content.as_bytes()).expect("written");
        };
        let (mut named, mut related) = (String::new(), String::new());
        put("_rels/.rels", "<a><b Id='w' Type='/officeDocument' Target='x/w'/></a>");
        for (at, rows) in self.sheets.iter().enumerate() {
            write!(named, "<sheet name='Sheet {at}' id='s{at}'/>").expect("a text grows");
            write!(related, "<b Id='s{at}' Type='/worksheet' Target='s{at}'/>").expect("a text grows");
            put(&format!("x/s{at}"), &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
        }
        related.push_str("<b Id='t' Type='/sharedStrings' Target='t'/><b Id='y' Type='/styles' Target='y'/>");
        put("x/_rels/w.rels", &format!("<a>{related}</a>"));
        put("x/w", &format!("<workbook><sheets>{named}</sheets></workbook>"));
        put("x/t", &format!("<sst>{}</sst>", self.strings));
        put("x/y", &format!("<styleSheet>{}</styleSheet>", self.styles));
        zip.finish().expect("an archive").into_inner()
    }
}

fn text_cell(text: &str) -> String {
    format!("<c t='inlineStr'><is><t>{text}</t></is></c>")
}

/// So many pieces, each with its number.
fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

fn rows(count: usize, cells: &str) -> String {
    format!("<row>{cells}</row>").repeat(count)
}

pub fn cells(size: usize) -> Vec<u8> {
    Book::of("", rows(500 * size, &"<c><v>1</v></c>".repeat(10))).stored()
}

pub fn strings_used_once(size: usize) -> Vec<u8> {
    let others = each(3_000 * size, |at| format!("<row><c t='s'><v>{at}</v></c></row>"));
    let strings = each(3_000 * size, |at| format!("<si><t>{at}</t></si>"));
    Book { strings, ..Book::of("", others) }.stored()
}

pub fn strings_that_nobody_uses(size: usize) -> Vec<u8> {
    Book { strings: "<si/>".repeat(10_000 * size), ..Book::of("", String::new()) }.stored()
}

pub fn one_string(size: usize) -> Vec<u8> {
    let strings = format!("<si><t>{}</t></si>", "long ".repeat(50));
    Book { strings, ..Book::of("", rows(2_000 * size, "<c t='s'><v>0</v></c>")) }.stored()
}

pub fn long_texts(size: usize) -> Vec<u8> {
    let text = "_x0041_&amp;&#66;<r>".to_owned() + &"&lt;_x".repeat(1_000) + "</r>";
    Book::of("", rows(10 * size, &text_cell(&text))).stored()
}

pub fn sheets(size: usize) -> Vec<u8> {
    let mut book = Book::of("", String::new());
    book.sheets.extend(vec![rows(20, &text_cell("Owner").repeat(5)); 10 * size]);
    book.stored()
}

pub fn wide_rows(size: usize) -> Vec<u8> {
    Book::of("", rows(2, &text_cell("Name").repeat(500 * size))).stored()
}

pub fn styles(size: usize) -> Vec<u8> {
    let own = each(1_000 * size, |at| format!("<numFmt numFmtId='{at}' formatCode='&quot;y&quot;0'/>"));
    let styles = own + "<cellXfs>" + &each(1_000 * size, |at| format!("<xf numFmtId='{at}'/>")) + "</cellXfs>";
    Book { styles, ..Book::of("", rows(1_000 * size, "<c s='9'><v>40000</v></c>")) }.stored()
}

pub fn deep(size: usize) -> Vec<u8> {
    let text = "<r>".repeat(2_000 * size) + "a" + &"</r>".repeat(2_000 * size);
    Book::of("", rows(1, &text_cell(&text))).stored()
}

pub fn attributes(size: usize) -> Vec<u8> {
    let attributes = each(1_000 * size, |at| format!(" a{at}=''"));
    Book::of("", format!("<row{attributes}><c{attributes}><v>1</v></c></row>")).stored()
}

/// Rows about one and the same requirement, of which each says something else.
pub fn rows_about_one(size: usize) -> Vec<u8> {
    let row = |at| format!("<row>{}<c r='F{at}' t='str'><v>{at}</v></c></row>", text_cell("4.1-issues - - - - - - -"));
    Book::of(&each(500 * size, |at| row(at + 2)), String::new()).stored()
}

pub fn marks(size: usize) -> Vec<u8> {
    let mark = "4.1-issues".to_owned() + &" -".repeat(1_000 * size);
    Book::of(&rows(3, &text_cell(&mark)), String::new()).stored()
}

/// It unpacks to some hundred times as much.
pub fn packed(size: usize) -> Vec<u8> {
    Book::of("", rows(1, "").repeat(20_000 * size)).packed(CompressionMethod::Deflated)
}

fn list(rows: &str) -> Vec<u8> {
    format!("No.,Request\n{rows}").into()
}

pub fn list_of_cells(size: usize) -> Vec<u8> {
    list(&("1,".repeat(20) + "1\n").repeat(200 * size))
}

pub fn list_of_quotes(size: usize) -> Vec<u8> {
    list(&format!("1,\"{}\"\n", "\"\"".repeat(10_000 * size)))
}

/// Cells that name all controls, and all clauses, again and again.
pub fn list_of_ranges(size: usize) -> Vec<u8> {
    list(&format!("1,\"{}\"\n", "A.5.1-A.8.34 clause 4.1-10.2 ".repeat(100 * size)))
}

pub fn list_of_words(size: usize) -> Vec<u8> {
    list(&format!("1,\"{}\"\n", "a b 1 1.1 A.5 C.1 doc-x\n".repeat(500 * size)))
}

/// Requests of which each asks for all that there is.
pub fn list_of_everything(size: usize) -> Vec<u8> {
    list(&"1,A.5.1-A.8.34 clause 4.1-10.2\n".repeat(10 * size))
}
