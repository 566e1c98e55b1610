//! Files that a person opens: those that are no good say why and change nothing.

use e2e::{Browser, Value, journey, json, site, title};
use std::fs;

journey!(a_file_that_is_no_good_says_why_and_changes_nothing);
async fn a_file_that_is_no_good_says_why_and_changes_nothing(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    let before = browser.exported().await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    browser.go("#/assessments").await;
    browser.sees_assessments(&[title(&before)]).await;

    let with = |field: &str, value: Value| {
        let mut file = before.clone();
        file[field] = value;
        file.to_string()
    };
    let mut wrong_level = before.clone();
    wrong_level["answers"]["4.1-issues"]["level"] = json!("perfect");
    let half = |text: &str| text.chars().take(text.chars().count() / 2).collect::<String>();
    let files: [(&str, String, &str); 9] = [
        ("holiday.json", "Dear diary".to_owned(), "not a Stage Zero file"),
        ("empty.json", String::new(), "ends too early"),
        ("packages.json", json!({ "name": "left-pad", "version": "1.3.0" }).to_string(), "not a Stage Zero assessment"),
        ("page.html", "<!doctype html><p>Hello</p>".to_owned(), "not a Stage Zero assessment"),
        ("future.json", with("version", json!(99)), "version 99"),
        ("other.json", with("catalogue", json!("iso9001-2015")), "iso9001-2015"),
        ("level.json", wrong_level.to_string(), "answers, 4.1-issues, level"),
        ("half.json", half(&before.to_string()), "ends too early"),
        ("half.html", half(&report), "ends too early"),
    ];
    for (name, content, expected) in files {
        is_refused(browser, name, content.as_bytes(), expected).await;
    }
    let mut long = before.to_string().into_bytes();
    long.resize(50_000_000, b' ');
    is_refused(browser, "long.json", &long, "50 MB").await;
    long.resize(81_000_000, b' ');
    is_refused(browser, "longer.json", &long, "80 MB").await;
    // Bytes that are no text in any encoding that we read.
    is_refused(browser, "photo.json", &[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10], "not text, and no PDF or ZIP").await;

    browser.sees_assessments(&[title(&before)]).await;
    assert_eq!(browser.exported().await, before, "what was open is as it was");
    browser.reload().await;
    assert_eq!(browser.exported().await, before, "what is stored is as it was");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(entries_that_this_version_does_not_know_are_named_and_kept);
async fn entries_that_this_version_does_not_know_are_named_and_kept(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let known = browser.exported().await;
    let mut file = known.clone();
    file["id"] = json!("of-a-newer-version");
    file["title"] = json!("From the future");
    file["answers"]["4.5-quantum"] = json!({ "level": "defined" });
    file["profile"]["facts"]["has_robots"] = json!(true);
    file["mood"] = json!({ "of": "the firm" });
    // What an older version left of a control of one's own that was removed.
    file["controls"]["C.7"] = known["controls"]["A.5.14"].clone();

    browser.go("#/assessments").await;
    browser.fill("open-file", &browser.written("future.json", file.to_string().as_bytes())).await;
    let says = "const notice = document.querySelector('[data-testid=notice]')?.textContent ?? '';
        return [...arguments].every((id) => notice.includes(id))";
    let ids = [json!("4.5-quantum"), json!("has_robots"), json!("C.7")];
    browser.becomes("whether the unknown entries and what remains are named", says, &ids, &json!(true)).await;
    assert_eq!(browser.exported().await, file, "what is unknown is written back");
    browser.reload().await;
    assert_eq!(browser.exported().await, file, "and was stored");

    browser.go("#/assessments").await;
    browser.sees_assessments(&[title(&known), "From the future"]).await;
    browser.open_by_title(title(&known)).await;
    assert_eq!(browser.exported().await, known, "the other one is as it was");
}

journey!(a_file_opened_twice_is_one_assessment_until_it_differs);
async fn a_file_opened_twice_is_one_assessment_until_it_differs(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let first = browser.exported().await;
    browser.open_example("consultancy").await;
    browser.go("#/assessments").await;
    browser.sees_assessments(&[title(&first)]).await;

    browser.go("#/clauses/4.4").await;
    browser.answer("4.4-isms", 4).await;
    browser.saved().await;
    let changed = browser.exported().await;
    // Nothing happens before it is said what should.
    browser.go("#/assessments").await;
    browser.click("example-consultancy").await;
    browser.click("clash-not").await;
    browser.sees_assessments(&[title(&first)]).await;
    browser.click("example-consultancy").await;
    browser.click("clash-beside").await;
    browser.arrives("#/results").await;
    browser.go("#/assessments").await;
    let copy = format!("{} (copy)", title(&first));
    browser.sees_assessments(&[title(&first), &copy]).await;
    browser.open_by_title(title(&first)).await;
    assert_eq!(browser.exported().await, changed, "the file did not overwrite what was changed here");
}

journey!(a_file_never_reaches_another_assessment);
async fn a_file_never_reaches_another_assessment(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    let id = before["id"].as_str().expect("an id");
    // Each is where something of the other is stored, or could end early in a key, a line or a range.
    for other in [
        format!("{id}/answers"),
        format!("{id}/"),
        format!("{id}/meta/"),
        format!("{id}\n"),
        format!("{id} "),
        "".into(),
    ] {
        let mut file = before.clone();
        file["id"] = json!(other);
        file["answers"] = json!({});
        is_refused(browser, "reaching.json", file.to_string().as_bytes(), "an id of 1 to 64 letters").await;
    }
    // One that only begins alike is another, and what is done to it is done to it alone.
    let mut file = before.clone();
    file["id"] = json!(format!("{id}0"));
    file["title"] = json!("Begins alike");
    browser.go("#/assessments").await;
    browser.fill("open-file", &browser.written("alike.json", file.to_string().as_bytes())).await;
    browser.arrives("#/results").await;
    browser.go("#/assessments").await;
    browser.deletes("Begins alike").await;
    browser.sees_assessments(&[title(&before)]).await;
    browser.open_by_title(title(&before)).await;
    assert_eq!(browser.exported().await, before);
}

journey!(what_an_older_version_stored_under_an_odd_id_comes_in_under_a_new_one);
async fn what_an_older_version_stored_under_an_odd_id_comes_in_under_a_new_one(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/snapshots").await;
    browser.click("keep-snapshot").await;
    browser.find("snapshot").await;
    let mut before = browser.exported().await;
    // As one has stored it who took any text for an id; the keys of the first begin like those of the other.
    let id = before["id"].as_str().expect("an id").to_owned();
    let olds = [format!("{id}/answers"), "b c/\u{fc}".to_owned()];
    browser.eval(STORE_UNDER, &[json!(id), json!(olds)]).await;
    browser.reload().await;
    browser.go("#/assessments").await;
    browser.deletes(title(&before)).await;
    browser.find("notice-action").await;
    for left in [2, 1] {
        let count = "return document.querySelectorAll('[data-testid=old-name]').length";
        browser.becomes("how many can't be opened", count, &[], &json!(left)).await;
        browser.click("old-move").await;
        // That is no change that can be taken back, as the removal before it was.
        let offers = "return document.querySelector('[data-testid=notice]') && document.querySelectorAll('[data-testid=notice-action]').length";
        browser.becomes("how much can be taken back", offers, &[], &json!(0)).await;
    }
    let (one, other) = (format!("Old {id}/answers"), "Old b c/\u{fc}");
    browser.sees_assessments(&[&one, other]).await;
    assert!(browser.all("old-names").await.is_empty(), "nothing is left under an old name");
    for title in [&one, other] {
        browser.open_by_title(title).await;
        let now = browser.exported().await;
        (before["id"], before["title"]) = (now["id"].clone(), json!(title));
        assert_eq!(now, before, "nothing in it has changed");
        browser.go("#/snapshots").await;
        browser.find("snapshot").await;
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// Stores copies of an assessment, with all that is kept of it, under any texts and other titles.
const STORE_UNDER: &str = "const [id, olds] = arguments;
    const answer = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return (async () => {
        const database = await answer(indexedDB.open('stage-zero'));
        const stores = ['assessments', 'parts', 'backups', 'snapshots', 'copies'];
        const transaction = database.transaction(stores, 'readwrite');
        const done = new Promise((resolve) => (transaction.oncomplete = resolve));
        for (const name of stores) {
            const store = transaction.objectStore(name);
            const [keys, records] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
            keys.forEach((key, at) => {
                if (key !== id && !key.startsWith(`${id}/`)) return;
                for (const old of olds) {
                    let record = records[at];
                    if (name === 'assessments') record = JSON.stringify({ ...JSON.parse(record), title: `Old ${old}` });
                    if (name === 'snapshots') record = record.replaceAll(JSON.stringify(id), JSON.stringify(old));
                    store.put(record, old + key.slice(id.length));
                }
            });
        }
        await done;
        database.close();
    })()";

/// Opens a file that is refused with these words, and changes nothing.
pub async fn is_refused(browser: &Browser, name: &str, content: &[u8], expected: &str) {
    // Away and back, so that the message is no earlier one.
    browser.go("#/").await;
    browser.find("library").await;
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    assert!(browser.all("file-problem").await.is_empty(), "no file has been refused yet");
    browser.fill("open-file", &browser.written(name, content)).await;
    let says =
        "return document.querySelector('[data-testid=file-problem]')?.textContent.includes(arguments[0]) ?? false";
    browser
        .becomes(&format!("whether {name} is refused with '{expected}'"), says, &[json!(expected)], &json!(true))
        .await;
    let message = browser.text("file-problem").await;
    assert!(message.contains("Nothing has changed"), "{name}: {message}");
    assert!(browser.address().await.ends_with("#/assessments"), "{name} leads nowhere");
}
