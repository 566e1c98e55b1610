//! German over English.

use crate::sandbox::Sandbox;
use content_compiler::{missing, pack};

#[test]
fn a_language_falls_back_to_english_text_by_text() {
    let german = Sandbox::whole().content("de");
    let requirements = &german.clauses[0].subclauses[0].requirements;
    assert_eq!(requirements[1].question, "Steht Ihr Geltungsbereich auf Papier?");
    assert_eq!(requirements[0].question, "Have you decided what your rules cover?");
    assert_eq!(german.words[2].text, "{count} {count?Teil:Teile} von {name}");
    assert_eq!(german.words[0].text, "Stage Zero");
    assert!(pack(&german).starts_with("catalogue\tiso27001-2022-amd1\tde\n"));
}

#[test]
fn structure_comes_from_english() {
    let (english, german) = (Sandbox::whole().content("en"), Sandbox::whole().content("de"));
    let ids = |content: &content_compiler::Content| {
        let records = pack(content);
        let ids = records.lines().map(|it| it.split('\t').take(2).map(str::to_owned).collect::<Vec<_>>());
        ids.filter(|it| !["catalogue", "chunk", "word"].contains(&it[0].as_str())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&english), ids(&german));
}

#[test]
fn a_page_is_taken_as_a_whole() {
    let german = Sandbox::whole().content("de");
    let page = &german.pages[0];
    assert_eq!((page.title.as_str(), page.body.len()), ("Der Weg", 2));
}

#[test]
fn what_a_language_lacks_is_listed() {
    let (english, german) = (Sandbox::whole().content("en"), Sandbox::whole().content("de"));
    let lacking = missing(&english, &german);
    for text in [
        "requirements/4.3.md: title",
        "requirements/4.3.md: introduction",
        "requirements/4.3.md 4.3-document: Meaning",
        "requirements/4.3.md 4.3-boundaries: Question",
        "controls/A.5.2.md: name",
        "facts.md remote_work: Why",
        "learn/journey.md: summary",
        "interface: app.name",
    ] {
        assert!(lacking.contains(&text.to_owned()), "{text} of {lacking:#?}");
    }
    for text in ["requirements/4.3.md 4.3-document: Question", "learn/journey.md: body", "interface: count.items"] {
        assert!(!lacking.contains(&text.to_owned()), "{text}");
    }
    assert_eq!(missing(&english, &english), [""; 0]);
}

#[test]
fn what_english_does_not_have_is_a_problem() {
    let sandbox = Sandbox::whole()
        .append("de/requirements/4.3.md", "\n## Notes\nMehr.\n\n# 4.3-more\ntitle: Mehr\n")
        .append("de/interface/site.properties", "more.words = Mehr\n")
        .write("de/controls/A.5.3.md", "---\nname: Trennung\n---\n");
    assert_eq!(
        sandbox.problems("de"),
        [
            "de/controls/A.5.3.md:1: English has no such file",
            "de/interface/site.properties:2: English has no word 'more.words' here",
            "de/requirements/4.3.md:7: English has no section 'Notes' here",
            "de/requirements/4.3.md:10: English has no item '4.3-more' here",
        ]
    );
}

#[test]
fn a_fact_about_an_item_is_the_same_in_every_language() {
    let sandbox = Sandbox::whole().replace(
        "de/requirements/4.3.md",
        "title: Der Geltungsbereich ist aufgeschrieben\n",
        "title: Der Geltungsbereich ist aufgeschrieben\nkind: record\ndocuments: doc-scope\n",
    );
    assert_eq!(sandbox.problems("de"), ["de/requirements/4.3.md:3: 'kind' is 'document' in English"]);
}

#[test]
fn the_placeholders_are_those_of_english() {
    let sandbox = Sandbox::whole().replace("de/interface/site.properties", "von {name}", "von {ding}");
    assert_eq!(
        sandbox.problems("de"),
        ["de/interface/site.properties:1: the placeholders of 'count.items' differ from English"]
    );
}
