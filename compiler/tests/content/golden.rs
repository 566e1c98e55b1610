//! What is rendered from the small folder, as it was. `UPDATE_GOLDEN=1` writes it anew.

use crate::sandbox::Sandbox;
use content_compiler::{Reach, chunks, html, pack, words_enum};
use std::path::Path;

#[track_caller]
fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return std::fs::write(path, text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(golden, text, "If that is right: UPDATE_GOLDEN=1 cargo test -p content-compiler");
}

#[test]
fn the_pack_is_in_the_order_of_the_standard() {
    assert_golden("en.pack", &pack(&Sandbox::whole().content("en"), Reach::Whole));
}

#[test]
fn a_smaller_pack_has_the_same_records_but_for_words_and_less_text() {
    let content = Sandbox::whole().content("en");
    assert_golden("en-first-view.pack", &pack(&content, Reach::FirstView));
    assert_golden("en-questions.pack", &pack(&content, Reach::Questions));
}

#[test]
fn the_words_are_rust() {
    assert_golden("words.rs", &words_enum(&Sandbox::whole().content("en")));
}

#[test]
fn guidance_is_in_pieces() {
    let pieces = chunks(&Sandbox::whole().content("en"));
    let visible = |text: &str| {
        let picture =
            |mark: char| char::from_u32(0x2400 + u32::from(mark)).filter(|_| ('\u{2}'..='\u{8}').contains(&mark));
        text.chars().map(|mark| picture(mark).unwrap_or(mark)).collect::<String>()
    };
    let all: String = pieces.iter().map(|it| format!("===== {} {}\n{}", it.name, it.file, visible(&it.text))).collect();
    assert_golden("guidance.txt", &all);
}

#[test]
fn another_text_is_another_file() {
    let file = |sandbox: Sandbox, name: &str| {
        let pieces = chunks(&sandbox.content("en"));
        pieces.into_iter().find(|it| it.name == name).unwrap().file
    };
    let changed =
        || Sandbox::whole().replace("en/requirements/4.3.md", "The cloud is left out.", "The van is left out.");
    assert_ne!(file(Sandbox::whole(), "clause-4"), file(changed(), "clause-4"));
    assert_eq!(file(Sandbox::whole(), "glossary"), file(changed(), "glossary"));
}

#[test]
fn html_is_escaped() {
    let sandbox =
        Sandbox::whole().replace("en/requirements/4.3.md", "The cloud is left out.", "A & B say \"no\" to `<script>`.");
    let requirements = &sandbox.content("en").clauses[0].subclauses[0].requirements;
    assert_eq!(html(&requirements[0].gap), "<p>A &amp; B say &quot;no&quot; to <code>&lt;script&gt;</code>.</p>\n");
    assert_golden("meaning.html", &html(&requirements[1].meaning));
}
