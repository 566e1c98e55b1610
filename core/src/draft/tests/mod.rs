//! What drafts say for the samples, and what must hold for all of them.

mod papers;

use super::place::{self, Place};
use super::{Change, Draft, Origin, Template, all, changes, of, table};
use crate::assessment::{Assessment, Decision, Edit};
use crate::catalogue::{Catalogue, ItemRef, LANGUAGES};
use crate::date::{Date, Timestamp};
use std::collections::BTreeSet;
use std::path::Path;

fn today() -> Date {
    Date::parse("2026-11-24").expect("a day")
}

fn sample(catalogue: &Catalogue, name: &str) -> Assessment {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/fixtures/samples/{name}.json"));
    Assessment::from_file(&std::fs::read_to_string(file).expect("the sample"), catalogue).expect("a valid sample")
}

fn changed(assessment: &Assessment, edit: &Edit) -> Assessment {
    let mut changed = assessment.clone();
    changed.apply(edit, &Timestamp::new("2026-11-24T10:00:00Z"));
    changed
}

fn places(text: &'static str) -> Vec<Place<'static>> {
    text.match_indices('{').map(|(at, _)| Place::at(&text[at..]).unwrap_or_else(|| panic!("{text}")).0).collect()
}

#[test]
fn every_document_has_a_draft_and_the_rules_stand_behind_them() {
    let catalogue = Catalogue::english();
    let ids: Vec<_> = Template::all("en").iter().map(|template| template.id).collect();
    let documents: Vec<_> = catalogue.documents.iter().map(|document| document.id).collect();
    assert_eq!(ids[..documents.len()], documents);
    assert!(ids[documents.len()..].iter().all(|id| id.starts_with("rule-")) && ids.len() > documents.len());
}

/// What is wrong with a place in a line of the content; `None` where something fills it.
fn problem(catalogue: &Catalogue, template: &Template, text: &str, place: &Place<'_>) -> Option<&'static str> {
    let item = |id: &&str| place::item(catalogue, id);
    let (all, alone) = (place.ids.iter().all(|id| item(id).is_some()), Place::alone(text).is_some());
    let right = match place.name {
        "if" | "unless" => {
            let holds = |id: &&str| matches!(item(id), Some(ItemRef::Fact(_) | ItemRef::Control(_)));
            let heads = text.trim_start_matches(['#', '-', ' ']).starts_with('{') && place.gap.is_none();
            (heads && !place.ids.is_empty() && place.ids.iter().all(holds)).then_some(()).ok_or("no condition")
        }
        // A table by hand stands in the place of a register that holds nothing.
        "blank" | "audits" | "nonconformities" | "actions" | "decisions" => {
            let rows = place.ids.len() == 1 && place.ids[0].parse::<usize>().is_ok();
            let columns = place.gap.is_some_and(|columns| (2..=6).contains(&columns.split("; ").count()));
            (rows && columns && alone).then_some(()).ok_or("a table has a number of rows, and two to six columns")
        }
        name if table::block(name).is_some() => (all && alone).then_some(()).ok_or("a block stands alone"),
        name if name.is_empty() || name == "today" || place::derived(name).is_some() => {
            place.ids.is_empty().then_some(()).ok_or("it is of no item")
        }
        _ => {
            let none = Assessment::default();
            let filled = place::sources(catalogue, &none, today(), template, place).len();
            (all && filled >= place.ids.len().max(1)).then_some(()).ok_or("nothing fills it")
        }
    };
    right.err()
}

#[test]
fn whatever_stands_between_braces_is_filled_by_something() {
    let catalogue = Catalogue::english();
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for template in Template::all(language.code) {
            let name = format!("content/{}/drafts/{}.md", language.code, template.id);
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(&name);
            // A language without a text of its own has the English one.
            let Ok(text) = std::fs::read_to_string(file) else { continue };
            for (line, text) in text.lines().enumerate() {
                let found = text.match_indices('{').map(|(at, _)| Place::at(&text[at..]));
                for place in found {
                    let problem =
                        place.map_or(Some("it does not end"), |(it, _)| problem(&catalogue, &template, text, &it));
                    wrong.extend(problem.map(|problem| format!("{name}:{}: {text}: {problem}", line + 1)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_place_that_nothing_fills_is_named() {
    let catalogue = Catalogue::english();
    let template = &Template::all("en")[0];
    let of = |text: &'static str| problem(&catalogue, template, text, &places(text)[0]);
    for right in
        ["{scope?which?}", "{audit.date?when?}", "{review.minutes}", "{owner A.8.13}", "{open?how many?}", "{agenda}"]
    {
        assert_eq!(of(right), None, "{right}");
    }
    for wrong in [
        "{scopes?which?}",
        "{audit.day?when?}",
        "{owner A.9.13}",
        "{open 4.1}",
        "{agendas}",
        "Not {agenda}",
        "{if 4.1} a",
    ] {
        assert!(of(wrong).is_some(), "{wrong}");
    }
}

#[test]
fn every_language_has_the_places_of_english() {
    let of = |language: &str| -> Vec<_> {
        let named = |template: &Template| {
            let places = template.lines.iter().flat_map(|(_, text)| places(text));
            let mut names: Vec<_> = places.map(|it| (it.name, it.ids, it.gap.is_some())).collect();
            names.sort();
            (template.id, names)
        };
        Template::all(language).iter().map(named).collect()
    };
    let english = of("en");
    for language in LANGUAGES {
        for (ours, theirs) in english.iter().zip(of(language.code)) {
            assert_eq!(*ours, theirs, "{}", language.code);
        }
    }
}

#[test]
fn a_draft_asks_only_for_what_the_answers_do_not_say() {
    let catalogue = Catalogue::english();
    for name in ["software-firm", "manufacturer", "consultancy"] {
        let assessment = sample(&catalogue, name);
        let mut told = String::new();
        for draft in all(&catalogue, &assessment, today()) {
            let markdown = draft.to_markdown(&catalogue);
            for gap in &draft.gaps {
                told += &format!("{}: {}\n", draft.id, gap.text);
                let said =
                    gap.about.iter().filter(|it| matches!(it, Origin::Field(_))).any(|it| draft.origins.contains(it));
                assert!(!said, "{name}, {}: {} is said elsewhere", draft.id, gap.text);
            }
            assert!(!markdown.contains(['{', '}']), "{name}, {}", draft.id);
        }
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/golden/{name}.gaps.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &told).expect("written");
        }
        assert_eq!(told, std::fs::read_to_string(&golden).expect("the golden file"), "{name}");
    }
}

#[test]
fn an_answer_closes_its_gap_and_changes_nothing_else() {
    let catalogue = Catalogue::english();
    let before = sample(&catalogue, "consultancy");
    let after = changed(&before, &Edit::profile().scope("Advice to banks, by all four of us.".to_owned()));
    for id in ["doc-scope", "doc-policy", "doc-soa"] {
        let [one, other] = [&before, &after].map(|it| of(&catalogue, it, id, today()).expect("a draft"));
        assert_eq!(one.gaps.len(), other.gaps.len() + 1, "{id}");
        let came: Vec<_> =
            changes(&catalogue, &one, &other).into_iter().filter(|it| matches!(it, Change::Came(_))).collect();
        // The sentence, and where it comes from.
        assert!(came.len() <= 2, "{id}: {came:?}");
    }
}

#[test]
fn what_the_firm_does_not_do_is_left_out_and_what_is_not_known_is_asked() {
    let catalogue = Catalogue::english();
    let fact = catalogue.parse_fact("uses_cloud").expect("a fact");
    let own = "ends after a set time";
    let with = |answer| {
        let assessment = changed(&sample(&catalogue, "consultancy"), &Edit::Fact(fact, answer));
        of(&catalogue, &assessment, "rule-classification", today()).expect("a draft").to_markdown(&catalogue)
    };
    let question = catalogue.fact(fact).question;
    assert!(with(Some(true)).contains(own) && !with(Some(true)).contains(question));
    assert!(!with(Some(false)).contains(own) && !with(Some(false)).contains(question));
    assert!(with(None).contains(&format!("{question}\\] A link")) && with(None).contains(own));
}

#[test]
fn rules_whose_controls_are_all_excluded_are_not_drafted_unless_asked_for() {
    let catalogue = Catalogue::english();
    let assessment = sample(&catalogue, "consultancy");
    let id = catalogue.parse_control("A.8.13").expect("a control");
    let excluded = Decision::Excluded { justification: "No data of our own.".to_owned() };
    let without = changed(&assessment, &Edit::control(id).decision(&excluded));
    let has = |it: &Assessment| all(&catalogue, it, today()).iter().any(|draft| draft.id == "rule-backup");
    assert!(has(&assessment) && !has(&without));
    assert!(of(&catalogue, &without, "rule-backup", today()).is_some());
    assert_eq!(of(&catalogue, &without, "rule-nothing", today()), None);
}

#[test]
fn what_a_person_wrote_stays_where_it_is_whatever_is_derived() {
    let catalogue = Catalogue::english();
    let id = catalogue.parse_document("doc-scope").expect("a document");
    let before = sample(&catalogue, "software-firm");
    let own = Edit::document(id).own_text("Our flat in Bath is out.\n\nSo is {scope}.".to_owned());
    let with = changed(&before, &own);
    let draft = |it: &Assessment| of(&catalogue, it, "doc-scope", today()).expect("a draft");
    let came: Vec<_> = changes(&catalogue, &draft(&before), &draft(&with));
    let line = |text: &str| Change::Came(text.to_owned());
    assert_eq!(came, [line("What we add"), line("Our flat in Bath is out."), line("So is {scope}.")]);
    let moved = changed(&with, &Edit::profile().scope("Another one.".to_owned()));
    let told = changes(&catalogue, &draft(&with), &draft(&moved));
    assert!(
        !told.is_empty()
            && told.iter().all(|it| !matches!(it, Change::Gone(text) | Change::Came(text) if text.contains("Bath")))
    );
    // It is only in the draft of its document.
    assert!(
        all(&catalogue, &with, today()).iter().filter(|it| it.to_markdown(&catalogue).contains("Bath")).count() == 1
    );
}

/// Every word of a draft is in the content or in the assessment, or is a figure.
#[test]
fn no_word_comes_from_nowhere() {
    const CONTENT: &str = include_str!(concat!(env!("OUT_DIR"), "/en.pack"));
    const TEMPLATES: &str = include_str!(concat!(env!("OUT_DIR"), "/en.drafts"));
    fn words(text: &str) -> BTreeSet<&str> {
        text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.chars().any(char::is_alphabetic)).collect()
    }
    let catalogue = Catalogue::english();
    for name in ["software-firm", "manufacturer", "consultancy"] {
        let assessment = sample(&catalogue, name);
        let file = assessment.to_value(&catalogue).to_string().replace("\\n", " ");
        let known: BTreeSet<_> = [CONTENT, TEMPLATES, &file].into_iter().flat_map(words).collect();
        for draft in all(&catalogue, &assessment, today()) {
            let text = draft.to_markdown(&catalogue);
            let strange: Vec<_> = words(&text).into_iter().filter(|word| !known.contains(word)).collect();
            assert!(strange.is_empty(), "{name}, {}: {strange:?}", draft.id);
        }
    }
}

#[test]
fn an_empty_assessment_has_every_draft_and_every_draft_says_what_is_missing() {
    for language in LANGUAGES {
        let mut catalogue = Catalogue::english();
        catalogue.language = language.code;
        let drafts: Vec<Draft> = all(&catalogue, &Assessment::default(), today());
        assert!(drafts.len() >= 30, "{}", drafts.len());
        for draft in &drafts {
            assert!(!draft.gaps.is_empty() && !draft.to_markdown(&catalogue).contains(['{', '}']), "{}", draft.id);
        }
    }
}
