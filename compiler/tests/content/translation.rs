//! German over English.

use crate::sandbox::Sandbox;
use content_compiler::{Reach, chunks, is_guidance, language_packs, missing, pack};

#[test]
fn a_language_falls_back_to_english_text_by_text() {
    let german = Sandbox::whole().content("de");
    let requirements = &german.clauses[0].subclauses[0].requirements;
    assert_eq!(requirements[1].question, "Steht Ihr Geltungsbereich auf Papier?");
    assert_eq!(requirements[0].question, "Have you decided what your rules cover?");
    assert_eq!(german.words[2].text, "{count} {count?Teil:Teile} von {name}");
    assert_eq!(german.words[0].text, "Stage Zero");
    assert!(pack(&german, Reach::Whole).starts_with("catalogue\tiso27001-2022-amd1\tde\n"));
}

#[test]
fn structure_comes_from_english() {
    let (english, german) = (Sandbox::whole().content("en"), Sandbox::whole().content("de"));
    let ids = |content: &content_compiler::Content| {
        let records = pack(content, Reach::Whole);
        let ids = records.lines().map(|it| it.split('\t').take(2).map(str::to_owned).collect::<Vec<_>>());
        // What a level looks like is told only in a language's own words.
        ids.filter(|it| !["catalogue", "synonym", "chunk", "word", "levels"].contains(&it[0].as_str()))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&english), ids(&german));
}

#[test]
fn what_a_level_looks_like_is_told_in_the_language_or_not_at_all() {
    let records = |language| pack(&Sandbox::whole().content(language), Reach::Whole).matches("\nlevels\t").count();
    assert_eq!((records("en"), records("de")), (2, 0));
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
        "requirements/4.3.md: todo",
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
        .write("de/controls/A.5.3.md", "---\nname: Trennung\n---\n");
    assert_eq!(
        sandbox.problems("de"),
        [
            "de/controls/A.5.3.md:1: English has no such file",
            "de/requirements/4.3.md:7: English has no section 'Notes' here",
            "de/requirements/4.3.md:10: English has no item '4.3-more' here",
        ]
    );
}

#[test]
fn a_word_that_english_dropped_is_told_and_does_no_harm() {
    let german = Sandbox::whole().append("de/interface/site.properties", "more.words = Mehr\n").content("de");
    assert_eq!(german.outdated.len(), 1, "{:?}", german.outdated);
    assert!(german.outdated[0].ends_with("site.properties:2: English has no word 'more.words' here"));
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
fn a_text_with_other_placeholders_than_english_is_lacking() {
    let sandbox = Sandbox::whole().replace("de/interface/site.properties", "von {name}", "von {ding}");
    let (english, german) = (sandbox.content("en"), sandbox.content("de"));
    assert_eq!(german.words[2].text, "{count} {count?item:items} of {name}");
    assert!(missing(&english, &german).contains(&"interface: count.items".to_owned()));
}

#[test]
fn a_page_without_a_body_of_its_own_keeps_the_english_one() {
    let sandbox = Sandbox::whole().write("de/learn/journey.md", "---\ntitle: Der Weg\n---\n");
    let (english, german) = (sandbox.content("en"), sandbox.content("de"));
    assert_eq!(german.pages[0].title, "Der Weg");
    assert_eq!(german.pages[0].body, english.pages[0].body);
    assert!(missing(&english, &german).contains(&"learn/journey.md: body".to_owned()));
}

#[test]
fn guidance_that_is_english_only_says_so() {
    let chunk = |language: &str| {
        let chunks = chunks(&Sandbox::whole().content(language));
        chunks.into_iter().find(|chunk| chunk.name == "clause-4").expect("clause 4").text
    };
    assert!(chunk("de").contains("=\tmeaning\ten\n"));
    assert!(!chunk("en").contains("\ten\n"));
    let german = Sandbox::whole().append("de/requirements/4.3.md", "\n## Meaning\nEin Blatt genügt.\n").content("de");
    let text = &chunks(&german)[0].text;
    assert!(text.contains("=\tmeaning\np\tEin Blatt genügt.\n"), "{text}");
}

#[test]
fn a_language_has_long_sentences_and_terms_of_its_own() {
    let long = "wort ".repeat(29);
    let sandbox = Sandbox::whole()
        .write("de/terms.txt", "Maßnahme: Control\n")
        .append("de/requirements/4.3.md", &format!("\n## Gap\nEin Control, {{n}}.\n\n## Meaning\n{long}.\n"));
    let problems = sandbox.problems("de");
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].contains("'control' in 'Ein Control") && problems[0].ends_with("write 'Maßnahme'"));
    assert!(problems[1].contains("a sentence of 29 words, at most 28"));
}

#[test]
fn packs_of_a_language_are_named_by_their_content() {
    let file = |sandbox: &Sandbox| language_packs(&sandbox.content("de"), |pack| pack)[1].file.clone();
    let (before, changed) =
        (Sandbox::whole(), Sandbox::whole().write("de/facts.md", "# remote_work\n## Why\nDarum.\n"));
    assert!(file(&before).starts_with("lang/de-") && file(&before).ends_with(".txt"));
    assert_ne!(file(&before), file(&changed));
}

#[test]
fn the_first_view_of_a_language_is_words_and_titles_alone() {
    let [first_view, ..] = language_packs(&Sandbox::whole().content("de"), |pack| pack);
    let mut records: Vec<_> = first_view.text.lines().map(|it| it.split('\t').next().unwrap_or_default()).collect();
    records.dedup();
    assert_eq!(records, ["catalogue", "word"], "and titles, if there were a page that the foot names");
}

#[test]
fn what_is_always_shown_is_told_from_guidance() {
    for shown in
        ["interface: app.name", "requirements/4.3.md 4.3-a: Question", "controls/A.5.1.md: name", "facts.md x: Why"]
    {
        assert!(!is_guidance(shown), "{shown}");
    }
    for guidance in ["requirements/4.3.md 4.3-a: Gap", "learn/journey.md: body", "glossary.md x: Meaning"] {
        assert!(is_guidance(guidance), "{guidance}");
    }
}
