//! What the first parts of the site say is in the packs that come with them: the word of a page that came before its words
//! would be empty.

use crate::{check_content, project};
use content_compiler::Reach;
use std::collections::BTreeMap;

/// What is shown before the whole pack is there, and how far the pack reaches that is.
const SHOWN: [(Reach, &[&str]); 3] = [
    (Reach::FirstView, &["app.rs", "pages/home.rs", "components/later.rs", "components/notices.rs"]),
    (
        Reach::Questions,
        &[
            "components/calendar.rs",
            "components/evidence",
            "components/example_mark.rs",
            "components/extract_mark.rs",
            "components/guidance",
            "components/header.rs",
            "components/item.rs",
            "components/level.rs",
            "components/links.rs",
            "components/readiness_summary.rs",
            "components/reminder.rs",
            "components/save_mark.rs",
            "pages/ask.rs",
            "pages/clauses.rs",
            "pages/missing.rs",
            "pages/organisation",
            "pages/quick.rs",
            "pages/spine.rs",
            "pages/subclause.rs",
        ],
    ),
    (
        Reach::Results,
        &[
            "components/get_started.rs",
            "components/readiness_changes.rs",
            "components/verdict_tag.rs",
            "pages/dashboard.rs",
            "pages/plan",
            "pages/quick/estimate.rs",
            "pages/results",
        ],
    ),
];

#[test]
fn the_words_of_a_part_come_with_it() {
    let content = check_content::english().expect("content without a problem");
    let parts = |key: &str| key.split(['.', '-']).map(capital).collect::<String>();
    let known: BTreeMap<_, _> = content.words.iter().map(|word| (parts(&word.key), word)).collect();
    let sources = project::root().join("web/src");
    let mut late = Vec::new();
    for (reach, places) in SHOWN {
        for place in places {
            let files = project::files(&sources).expect("the sources");
            let mut files: Vec<_> = files.into_iter().filter(|file| file.starts_with(sources.join(place))).collect();
            files.push(sources.join(place).with_extension("rs"));
            files.retain(|file| file.is_file());
            assert!(!files.is_empty(), "there is no {place}");
            for text in files.iter().map(|file| project::text(file).expect("a source")) {
                let names =
                    text.split("Word::").skip(1).filter_map(|rest| rest.split(|it: char| !it.is_alphanumeric()).next());
                let words = names.filter_map(|name| known.get(name));
                late.extend(words.filter(|word| word.reach > reach).map(|word| format!("{place}: {}", word.key)));
            }
        }
    }
    assert!(late.is_empty(), "not in the pack that comes with it: {late:#?}");
}

fn capital(part: &str) -> String {
    part.chars().take(1).map(|it| it.to_ascii_uppercase()).chain(part.chars().skip(1)).collect()
}
