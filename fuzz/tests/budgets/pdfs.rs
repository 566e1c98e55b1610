//! PDFs of growing size in which many objects share one. None does harm.

use super::inputs::made;
use flate2::{Compression, write::ZlibEncoder};
use formats::Format;
use serde_json::{Value, json};
use std::io::Write as _;

/// A document that is put together, object by object. The first one is its root, the second the tree of its pages.
struct Builder(Vec<Vec<u8>>);

/// The numbers of the objects that every document has.
const ROOT: usize = 1;
const PAGES: usize = 2;
const NAMES: usize = 3;
const FIRST: usize = 8;

impl Builder {
    /// A document that carries an assessment and the result of a report; `names` is what leads to them.
    fn new(names: impl FnOnce(&str) -> String) -> Self {
        let report: Value = serde_json::from_slice(&made(Format::Json)).expect("JSON");
        let file = |name: &str, at: usize| format!("<</Type/Filespec/F({name})/UF({name})/EF<</F {at} 0 R>>>>");
        let mut it = Self(Vec::new());
        it.add(&format!("<</Type/Catalog/Pages {PAGES} 0 R/Names<</EmbeddedFiles {NAMES} 0 R>>>>"), None);
        it.add("", None);
        it.add(&names("(a)4 0 R(b)5 0 R"), None);
        it.add(&file("stage-zero-assessment.json", 6), None);
        it.add(&file("stage-zero-result.json", 7), None);
        it.add("", Some(report["assessment"].to_string().as_bytes()));
        it.add("", Some(json!({ "today": "2026-11-24" }).to_string().as_bytes()));
        it
    }

    fn plain() -> Self {
        Self::new(|files| format!("<</Names[{files}]>>"))
    }

    /// Adds an object, and gives its number.
    fn add(&mut self, head: &str, stream: Option<&[u8]>) -> usize {
        let mut object = head.as_bytes().to_vec();
        if let Some(content) = stream {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
            packed.write_all(content).expect("packed");
            let packed = packed.finish().expect("packed");
            object = format!("<</Length {}/Filter/FlateDecode>>\nstream\n", packed.len()).into_bytes();
            object.extend(packed);
            object.extend(b"\nendstream");
        }
        self.0.push(object);
        self.0.len()
    }

    /// The document with so many pages, each with the same in it.
    fn with_pages(mut self, count: usize, each: &str) -> Vec<u8> {
        let first = self.0.len() + 1;
        for _ in 0..count {
            self.add(&format!("<</Type/Page/Parent {PAGES} 0 R{each}>>"), None);
        }
        let kids: String = (first..first + count).map(|at| format!("{at} 0 R ")).collect();
        self.0[PAGES - 1] = format!("<</Type/Pages/MediaBox[0 0 9 9]/Count {count}/Kids[{kids}]>>").into_bytes();
        let (mut pdf, mut table) = (b"%PDF-1.7\n".to_vec(), String::from("0000000000 65535 f \n"));
        for (at, object) in self.0.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", pdf.len());
            pdf.extend(format!("{} 0 obj\n", at + 1).bytes());
            pdf.extend(object);
            pdf.extend(b"\nendobj\n");
        }
        let (xref, size) = (pdf.len(), self.0.len() + 1);
        let end =
            format!("xref\n0 {size}\n{table}trailer\n<</Size {size}/Root {ROOT} 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        pdf.extend(end.bytes());
        pdf
    }
}

pub fn pages(size: usize) -> Vec<u8> {
    Builder::plain().with_pages(500 * size, "")
}

/// All pages draw the same stream, which unpacks to much.
pub fn one_stream(size: usize) -> Vec<u8> {
    let mut it = Builder::plain();
    let shared = it.add("", Some(&vec![b' '; 200_000]));
    it.with_pages(50 * size, &format!("/Contents {shared} 0 R"))
}

/// All pages have the same notes on them.
pub fn one_list_of_notes(size: usize) -> Vec<u8> {
    let mut it = Builder::plain();
    let notes = "<</Subtype/Text/Contents(a)>>".repeat(100 * size);
    let shared = it.add(&format!("[{notes}]"), None);
    it.with_pages(50 * size, &format!("/Annots {shared} 0 R"))
}

/// Half of the document is the record of one attached file, and the other half says that it is attached.
pub fn one_record(size: usize) -> Vec<u8> {
    let mut it = Builder::new(|files| format!("<</Names[{files}{}]>>", format!("(c){FIRST} 0 R").repeat(2_000 * size)));
    let shared = it.add(&format!("<</Type/Filespec/F(c)/Desc({})>>", "a".repeat(20_000 * size)), None);
    assert_eq!(shared, FIRST);
    it.with_pages(1, "")
}

/// A node of the tree of names is its own child, many times over.
pub fn circle(size: usize) -> Vec<u8> {
    let again = format!("{NAMES} 0 R ").repeat(2_000 * size);
    let more = "(c)4 0 R".repeat(1_000 * size);
    Builder::new(|files| format!("<</Names[{files}{more}]/Kids[{again}]>>")).with_pages(1, "")
}
