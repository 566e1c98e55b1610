//! The register of documents at a glance: a tile for each, in the order of the standard.

use super::frame::{frame, label, rect};
use crate::assessment::{Assessment, DocumentStatus};
use crate::catalogue::{Catalogue, DocumentId, Word};
use crate::markup::Node;

const ACROSS: i32 = 6;
const TILE: (i32, i32) = (118, 44);

/// How a tile looks: class, colour without a style sheet, sign.
struct Look(&'static str, &'static str, &'static str);

/// Draws all documents of the register.
pub fn documents(catalogue: &Catalogue, assessment: &Assessment) -> Node {
    let mut counts = [0usize; 5];
    let tiles: Vec<_> = catalogue
        .document_ids()
        .zip(0..)
        .map(|(id, index)| {
            let (position, look) = look(catalogue, assessment, id);
            counts[position] += 1;
            let status = assessment.document_state(catalogue, id);
            tile(catalogue, id, (&look, status), (index % ACROSS * TILE.0, index / ACROSS * TILE.1))
        })
        .collect();
    let rows = (i32::try_from(tiles.len()).unwrap_or(0) + ACROSS - 1) / ACROSS;
    let counts = counts.map(|count| count.to_string());
    let [approved, draft, missing, open, unneeded] = &counts;
    let description = catalogue.say(
        Word::PictureDocumentsDescription,
        &[("approved", approved), ("draft", draft), ("missing", missing), ("open", open), ("unneeded", unneeded)],
    );
    let title = catalogue.word(Word::PictureDocumentsTitle).to_owned();
    frame("documents", (ACROSS * TILE.0, rows * TILE.1), title, description).children(tiles)
}

fn look(catalogue: &Catalogue, assessment: &Assessment, id: DocumentId) -> (usize, Look) {
    match assessment.document_status(id) {
        Some(DocumentStatus::Approved) => (0, Look("level-3", "#9fcbb1", "✓")),
        Some(DocumentStatus::Draft) => (1, Look("level-1", "#f6e3bf", "~")),
        Some(DocumentStatus::Missing) => (2, Look("level-0", "#f3d3cc", "✗")),
        None if assessment.is_spared(catalogue.document(id).mandatory) => (4, Look("level-none", "#e6e9ee", "–")),
        None => (3, Look("level-open", "#ffffff", "·")),
    }
}

fn tile(catalogue: &Catalogue, id: DocumentId, (look, status): (&Look, &str), at: (i32, i32)) -> Node {
    let Look(class, fill, sign) = look;
    let document = catalogue.document(id);
    let shape = rect(at, (TILE.0 - 6, TILE.1 - 6), class, fill).with("rx", "4");
    Node::new("g")
        .child(Node::new("title").text(format!("{}: {status}", document.name)))
        .child(if *class == "level-open" { shape.with("stroke", "#7a8492") } else { shape })
        .child(label((at.0 + 8, at.1 + 16), document.place).class("on-level").with("font-size", "11"))
        .child(label((at.0 + 8, at.1 + 31), format!("{sign} {status}")).class("on-level").with("font-size", "11"))
}
