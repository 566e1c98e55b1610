//! A made-up language, accented and a third longer, and its twin that is read from the right: whatever is cut, overlaps
//! or is not of the content shows. The site has to be built of the very content that lies here.

use crate::accessibility::{collect, unfold};
use content_compiler::{chunks, language_packs, made_up};
use e2e::{Browser, PAGES, copy_folder, dist, journey, json, serve};
use std::{collections::BTreeSet, fs, path::Path};

/// The language in whose place the made-up ones are served.
const STAND_IN: &str = "es";

journey!(a_made_up_language_fits_and_every_word_is_of_the_content,
    only chromium: "its protocol alone sets the width");
async fn a_made_up_language_fits_and_every_word_is_of_the_content(browser: &mut Browser) {
    let mut found = Vec::new();
    for from_the_right in [false, true] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy_folder(&dist(), folder.path());
        // The program loads what it says later by the language that the page speaks: it has to be a kind of the other.
        let language = format!("{STAND_IN}-{}", if from_the_right { "XB" } else { "XA" });
        speak(folder.path(), from_the_right, &language);
        let site = serve(folder.path().to_owned());
        browser.open(&format!("{}?lang={STAND_IN}", site.address())).await;
        browser.open_example("manufacturer").await;
        browser.becomes("its language", "return document.documentElement.lang", &[], &json!(language)).await;
        // What a person wrote is in English.
        let written = words(&browser.exported().await.to_string().replace('"', " "));
        browser.lays_out(false).await;
        for width in [1280, 320] {
            browser.looks(width, "light").await;
            for route in PAGES {
                browser.rests_at(route).await;
                unfold(browser).await;
                let place = format!("{route} at {width} in {language}");
                collect(&mut found, &place, browser.cut_off().await);
                collect(&mut found, &place, browser.overlaps().await);
                let english = browser.eval(ENGLISH, &[]).await;
                let english = english.as_array().into_iter().flatten().filter_map(|line| line.as_str());
                let ours = english.filter(|line| !words(line).is_subset(&written));
                collect(&mut found, &place, ours.map(|line| format!("not of the content: {line}")).collect());
            }
        }
    }
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

/// Every text of the page with a word in plain letters: what neither content nor its language has written.
const ENGLISH: &str = "const found = new Set();
    const plain = (text) => (text.match(/\\p{L}+/gu) ?? [])
        .some((word) => word.length > 2 && /^[A-Za-z]+$/.test(word) && /[aeiou]/.test(word));
    const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = shown.nextNode()); ) {
        if (text.parentElement.closest('script, style, code, kbd, textarea, [lang]:not(html)')) continue;
        if (plain(text.data)) found.add(text.data.trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
            if (plain(element.getAttribute(name) ?? '')) found.add(element.getAttribute(name));
    return [...found]";

/// The words of a text that are long enough to tell something, and plain; ids, names of files and capitals are no words.
fn words(text: &str) -> BTreeSet<String> {
    let is_id =
        |it: &str| it.trim_start_matches(|it: char| !it.is_alphanumeric()).starts_with(|it: char| it.is_ascii_digit());
    let said = text.split_whitespace().filter(|it| !is_id(it) && !it.contains(".json"));
    let words = said.flat_map(|it| it.split(|it: char| !it.is_alphabetic()));
    let words = words.filter(|it| it.len() > 2 && it.is_ascii() && it.contains(|it: char| it.is_lowercase()));
    words.map(str::to_owned).collect()
}

/// Puts the made-up language in the place of another one.
fn speak(site: &Path, from_the_right: bool, language: &str) {
    let mut content = made_up(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"), from_the_right);
    language.clone_into(&mut content.language);
    let packs = language_packs(&content, |pack| pack);
    for (kind, pack) in ["first-view", "questions", "results", "rest"].into_iter().zip(&packs) {
        let start = format!("{STAND_IN}-{kind}-");
        let files = fs::read_dir(site.join("lang")).expect("the site has languages").flatten();
        let names = files.filter_map(|file| file.file_name().into_string().ok());
        for name in names.filter(|name| name.starts_with(&start)) {
            let file = site.join("lang").join(name);
            match file.extension().is_some_and(|kind| kind == "txt") {
                true => fs::write(&file, &pack.text).expect("the pack can be written"),
                false => fs::remove_file(&file).expect("its compressed form can be removed"),
            }
        }
    }
    for chunk in chunks(&content) {
        fs::write(site.join("guidance").join(chunk.file), chunk.text).expect("the guidance can be written");
    }
    // What keeps the site would not take these for its own.
    fs::remove_file(site.join("service.js")).ok();
}
