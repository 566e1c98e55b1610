//! What is typed is there, whenever and however one leaves: by a reload, a link of ours or another address, by closing the
//! tab; and after a SIGKILL nothing is missing but the last second. `cargo xtask torture` does this for long.

use e2e::{Browser, Random, journey, json, number, site, site_with};
use std::time::{Duration, Instant};

/// Fields of every kind of record: the page, the item, and the field.
const FIELDS: [(&str, &str, &str); 13] = [
    ("#/organisation", "", "organisation-name"),
    ("#/clauses/4.1", "4.1-climate", "note"),
    ("#/clauses/4.1", "4.1-climate", "evidence"),
    ("#/documents", "doc-nda", "reference"),
    ("#/documents", "doc-nda", "owner"),
    ("#/controls", "A.5.14", "note"),
    ("#/risks", "R1", "risk-title"),
    ("#/risks", "R1", "risk-owner"),
    ("#/quote", "", "quote-1"),
    ("#/review", "", "reviewer-name"),
    ("#/review", "4.1-climate", "comment"),
    ("#/review", "4.2-a", "comment"),
    ("#/review", "", "reply"),
];

/// How one leaves a page.
const WAYS: [&str; 5] = ["a reload", "the language link", "another address", "closing the tab", "a link of the host"];

journey!(what_is_typed_is_there_however_and_whenever_one_leaves);
async fn what_is_typed_is_there_however_and_whenever_one_leaves(browser: &mut Browser) {
    let (site, rounds) = (site(), number("STAGE_ZERO_LEAVINGS", 13));
    let mut random = Random::of_this_run();
    begins_a_review(browser, &site.address()).await;
    browser.open("about:blank").await;
    for round in 0..rounds {
        let ((route, item, field), way) = (FIELDS[round as usize % FIELDS.len()], *random.one_of(&WAYS));
        browser.open_in_new_tab(&format!("{}{route}", site.address())).await;
        let text = format!("Round {round} {}", "typed on and on ".repeat(random.below(4)));
        let wait = Duration::from_millis(random.below(300) as u64);
        type_into(browser, item, field, &text).await;
        tokio::time::sleep(wait).await;
        println!("round {round}: {way} {wait:?} after the last key in {field} {item}");
        leave(browser, way).await;
        browser.open(&format!("{}?again={round}{route}", site.address())).await;
        opens(browser, item, field).await;
        browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
        browser.sees_value(item, field, &text).await;
        browser.close_tab().await;
    }
}

journey!(a_browser_that_is_killed_while_one_types_loses_the_last_second_at_most);
async fn a_browser_that_is_killed_while_one_types_loses_the_last_second_at_most(browser: &mut Browser) {
    let (site, kills) = (site(), number("STAGE_ZERO_LEAVINGS", 3));
    let mut random = Random::of_this_run();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.saved().await;
    for round in 0..kills {
        let (route, item, field) = FIELDS[round as usize % 9];
        browser.open(&format!("{}?kill={round}{route}", site.address())).await;
        type_into(browser, item, field, "x").await;
        // When which key was taken.
        let mut taken = vec![('x', Instant::now())];
        let moment = Duration::from_millis(1_000 + random.below(3_000) as u64);
        let typing = async {
            for letter in "the quick brown fox jumps over the lazy dog ".chars().cycle() {
                browser.press(&letter.to_string()).await;
                taken.push((letter, Instant::now()));
            }
        };
        assert!(tokio::time::timeout(moment, typing).await.is_err(), "typing goes on and on");
        let killed = Instant::now();
        browser.kill();
        browser.open_again().await;
        browser.open(&format!("{}{route}", site.address())).await;
        opens(browser, item, field).await;
        let found = value(browser, item, field).await;
        let safe = taken.iter().filter(|(_, at)| killed - *at > Duration::from_secs(1)).count();
        let typed: String = taken.iter().map(|(letter, _)| letter).collect();
        println!("kill {round} in {field} {item}: {} keys, {safe} a second old, {} there", taken.len(), found.len());
        // The key that was on its way may be there, too.
        assert!(typed.starts_with(&found) || found.starts_with(&typed), "'{found}' of '{typed}'");
        assert!(found.len() >= safe, "'{found}' of '{typed}', of which {safe} keys were older than a second");
    }
}

journey!(steady_typing_is_stored_while_it_goes_on);
async fn steady_typing_is_stored_while_it_goes_on(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.find("organisation-name").await;
    // A key every 100 ms without a pause; each time what is stored then.
    let script = "const field = document.querySelector('[data-testid=organisation-name]');
        const open = indexedDB.open('stage-zero');
        const database = await new Promise((go) => { open.onsuccess = () => go(open.result) });
        const stored = () => new Promise((go) => {
            const all = database.transaction('parts').objectStore('parts').getAll();
            all.onsuccess = () => go(Math.max(0, ...all.result.map((text) => (text.match(/k+/) ?? '')[0]?.length ?? 0)));
        });
        const missing = [];
        for (let typed = 1; typed <= 40; typed += 1) {
            field.value = 'k'.repeat(typed);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise((go) => setTimeout(go, 100));
            missing.push(typed - (await stored()));
        }
        database.close();
        return Math.max(...missing);";
    let missing = browser.eval(&format!("return (async () => {{ {script} }})()"), &[]).await;
    assert!(
        missing.as_u64().is_some_and(|missing| missing <= 10),
        "{missing} keys, so more than a second, were not stored"
    );
}

journey!(what_one_tab_leaves_takes_nothing_from_another);
async fn what_one_tab_leaves_takes_nothing_from_another(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.explain("4.1-climate", "Before", "Register").await;
    browser.saved().await;
    // A note as a page leaves it that had no time, and meanwhile another field of the same record was changed.
    let note = "const id = sessionStorage['stage-zero-open'];
        const record = (note, updated) => JSON.stringify({ note, evidence: ['Register'], updated });
        const head = (updated) => JSON.stringify({ title: 'My assessment', updated });
        localStorage['stage-zero-left-test'] = [id,
            ['parts', `${id}/answers/4.1-climate`, record('Before', ''), record('Typed last', '2099-01-01T00:00:00.000Z')].join('\\t'),
            ['assessments', id, head(''), head('2099-01-01T00:00:00.000Z')].join('\\t')].join('\\n')";
    browser.go("#/clauses/4.1").await;
    browser.fill_in("4.1-climate", "evidence", "Another register").await;
    browser.answer("4.1-climate", 3).await;
    browser.saved().await;
    browser.eval(note, &[]).await;
    browser.reload().await;
    opens(browser, "4.1-climate", "note").await;
    browser.sees_value("4.1-climate", "note", "Typed last").await;
    browser.sees_value("4.1-climate", "evidence", "Another register").await;
    browser.sees_answer("4.1-climate", Some(3)).await;
    browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
    // Of an assessment that is no longer there, nothing comes back.
    browser.eval("localStorage['stage-zero-left-test'] = 'gone\\nassessments\\tgone\\t\\t{\"title\":\"Ghost\",\"updated\":\"\"}'", &[]).await;
    browser.reload().await;
    browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
    browser.go("#/assessments").await;
    browser.sees_assessments(&["My assessment"]).await;
}

journey!(what_was_decided_together_stays_together_when_a_page_goes);
async fn what_was_decided_together_stays_together_when_a_page_goes(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/controls").await;
    browser.click_in("A.8.30", "excluded").await;
    browser.fill_in("A.8.30", "justification", "Nobody develops for us.").await;
    browser.saved().await;
    let excluded = browser.exported().await["controls"]["A.8.30"].clone();
    // A page that went did not know yet, and left a note before that; its own field comes along, its decision does not.
    let note = |updated: &str| {
        let now = json!({ "unsure": true, "owner": "Ann" });
        let script = "const [now, updated] = arguments, id = sessionStorage['stage-zero-open'];
            const head = JSON.stringify({ title: 'My assessment', updated });
            localStorage['stage-zero-left-test'] = [id,
                ['parts', `${id}/controls/A.8.30`, '', JSON.stringify(now), 'decision,reasons,justification,unsure'].join('\\t'),
                ['assessments', id, head, head, ''].join('\\t')].join('\\n')";
        (script, [now, json!(updated)])
    };
    for (updated, is_late) in [("2000-01-01T00:00:00.000Z", true), ("2099-01-01T00:00:00.000Z", false)] {
        let (script, arguments) = note(updated);
        browser.eval(script, &arguments).await;
        browser.reload().await;
        browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
        let control = browser.exported().await["controls"]["A.8.30"].clone();
        let decided = ["decision", "justification", "reasons", "unsure"].map(|name| control[name].clone());
        let expected = match is_late {
            true => ["decision", "justification", "reasons", "unsure"].map(|name| excluded[name].clone()),
            false => [json!(null), json!(""), json!([]), json!(true)],
        };
        assert_eq!((decided, &control["owner"]), (expected, &json!("Ann")), "{control}");
    }
}

journey!(a_page_that_lives_stores_what_it_has_noted_by_itself);
async fn a_page_that_lives_stores_what_it_has_noted_by_itself(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/controls").await;
    browser.click_in("A.8.30", "excluded").await;
    browser.saved().await;
    // While the database is busy, the page is hidden: what waits is noted.
    keeps_busy(browser).await;
    browser.click_in("A.8.30", "unsure").await;
    browser.eval("dispatchEvent(new Event('visibilitychange'))", &[]).await;
    let noted = "const name = Object.keys(localStorage).find((name) => name.startsWith('stage-zero-left'));
        return [name, localStorage[name]]";
    let noted = browser.eval(noted, &[]).await;
    assert!(noted[1].as_str().is_some_and(|note| note.contains("\tdecision,reasons,justification,unsure")), "{noted}");
    browser.eval("window.isFree = true", &[]).await;
    browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
    browser.click_in("A.8.30", "excluded").await;
    browser.saved().await;
    // As if it had not come to take the note back yet: a page that begins meanwhile does not bring back what it says.
    browser.eval("localStorage[arguments[0][0]] = arguments[0][1]", &[noted]).await;
    browser.open_in_new_tab(&format!("{}#/organisation", site.address())).await;
    browser.find("organisation-name").await;
    let control = browser.exported().await["controls"]["A.8.30"].clone();
    assert_eq!((&control["decision"], &control["unsure"]), (&json!("excluded"), &json!(null)), "{control}");
}

journey!(where_nobody_knows_whether_a_page_lives_its_note_doubles_and_loses_nothing);
async fn where_nobody_knows_whether_a_page_lives_its_note_doubles_and_loses_nothing(browser: &mut Browser) {
    // As without https; and it is known when a page has asked the database for something.
    let (_folder, site) = site_with(
        "Object.defineProperty(navigator, 'locks', { value: undefined });
        const begin = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...all) { window.hasAsked = true; return begin.apply(this, all) }",
    );
    let another = format!("{}#/clauses/4.1", site.address());
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    let mut text = String::new();
    for word in ["one", " two", " three"] {
        opens(browser, "4.1-climate", "note").await;
        keeps_busy(browser).await;
        browser.press(word).await;
        browser.eval("dispatchEvent(new Event('visibilitychange'))", &[]).await;
        browser.becomes("what is noted", NOTES, &[], &json!(1)).await;
        // Another page comes and takes it in, while the first stores it and goes on.
        browser.open_in_new_tab(&another).await;
        browser.becomes("whether it has asked", "return window.hasAsked === true", &[], &json!(true)).await;
        browser.go_to_tab(0).await;
        browser.eval("window.isFree = true", &[]).await;
        browser.press("!").await;
        text += &format!("{word}!");
        browser.saved().await;
        browser.go_to_tab(1).await;
        opens(browser, "4.1-climate", "note").await;
        browser.sees_value("4.1-climate", "note", &text).await;
        assert_eq!(browser.exported().await["answers"]["4.1-climate"]["note"], text);
        browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
        browser.close_tab().await;
        browser.sees_value("4.1-climate", "note", &text).await;
    }
}

journey!(what_a_page_has_left_that_takes_long_to_go_comes_into_the_one_that_has_begun_meanwhile);
async fn what_a_page_has_left_that_takes_long_to_go_comes_into_the_one_that_has_begun_meanwhile(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.explain("4.1-climate", "Before", "Register").await;
    browser.saved().await;
    browser.open(&format!("{}no-such-page", site.address())).await;
    let leave =
        "const id = sessionStorage['stage-zero-open'], head = JSON.stringify({ title: 'My assessment', updated: '' });
        const record = (note) => JSON.stringify({ note });
        localStorage['stage-zero-left-test'] = [id,
            ['parts', `${id}/answers/4.1-climate`, record('Before'), record('Typed last'), ''].join('\\t'),
            ['assessments', id, head, head, ''].join('\\t')].join('\\n');
        const go = (held) => new Promise((gone) => { window.goes = gone; held('lives') });
        return new Promise((held) => navigator.locks.request('stage-zero-left-test', () => go(held)))";
    assert_eq!(browser.eval(leave, &[]).await, "lives");
    browser.open_in_new_tab(&format!("{}#/clauses/4.1", site.address())).await;
    opens(browser, "4.1-climate", "note").await;
    browser.sees_value("4.1-climate", "note", "Before").await;
    browser.go_to_tab(0).await;
    browser.eval("window.goes()", &[]).await;
    browser.go_to_tab(1).await;
    browser.sees_value("4.1-climate", "note", "Typed last").await;
    browser.becomes("what is noted", NOTES, &[], &json!(0)).await;
}

journey!(a_page_that_one_comes_back_to_knows_what_was_done_meanwhile);
async fn a_page_that_one_comes_back_to_knows_what_was_done_meanwhile(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.saved().await;
    leave(browser, "a link of the host").await;
    browser.open_in_new_tab(&format!("{}#/organisation", site.address())).await;
    browser.fill("organisation-name", "Meanwhile Ltd").await;
    browser.saved().await;
    browser.go_to_tab(0).await;
    browser.client().back().await.expect("the browser goes back");
    browser.sees_value("", "organisation-name", "Meanwhile Ltd").await;
}

/// Keeps the database busy, until the page is told that it is free.
async fn keeps_busy(browser: &Browser) {
    let busy = "window.isFree = false;
        const open = indexedDB.open('stage-zero');
        const database = await new Promise((go) => { open.onsuccess = () => go(open.result) });
        const store = database.transaction(['assessments', 'parts'], 'readwrite').objectStore('parts');
        const on = () => window.isFree ? database.close() : (store.get('').onsuccess = on);
        on();";
    browser.eval(&format!("return (async () => {{ {busy} }})()"), &[]).await;
}

/// How many notes of pages that went are there.
const NOTES: &str = "return Object.keys(localStorage).filter((name) => name.startsWith('stage-zero-left')).length";

/// Opens a review to reply to, and a report as its reviewer, so that there are answers and comments to write.
async fn begins_a_review(browser: &Browser, site: &str) {
    browser.open(site).await;
    browser.open_example("consultancy").await;
    let id = browser.eval("return sessionStorage['stage-zero-open']", &[]).await;
    let review = json!({ "format": "stage-zero-review", "version": 1, "id": "r", "about": { "id": id },
        "reviewer": { "name": "Ada" }, "remarks": { "answers": { "4.1-issues": { "mark": "question" } } } });
    browser.go("#/review").await;
    browser.fill("review-file", &browser.written("review.json", review.to_string())).await;
    browser.find("reply").await;
    browser.go("#/report").await;
    browser.click("preset-everything").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;
    browser.go("#/verify").await;
    browser.fill("verify-file", &report.display().to_string()).await;
    browser.click("open-reviewer").await;
    browser.arrives("#/review").await;
    browser.find("reviewer-name").await;
    browser.saved().await;
}

/// Types with real keys into a field, which it empties first.
async fn type_into(browser: &Browser, item: &str, field: &str, text: &str) {
    opens(browser, item, field).await;
    match item {
        "" => browser.fill(field, text).await,
        _ => browser.fill_in(item, field, text).await,
    }
}

/// Opens the fields of an item where this one is not shown yet, as soon as there is something to click on. An item of a long
/// page has nothing but its heading at first, and one with a note opens by itself.
pub async fn opens(browser: &Browser, item: &str, field: &str) {
    let script = "const item = arguments[0] ? document.querySelector(`[data-item-id=\"${arguments[0]}\"]`) : document;
        const [there, button] = [arguments[1], 'note-open'].map((id) => item?.querySelector(`[data-testid=\"${id}\"]`));
        for (const part of document.querySelectorAll('main details')) if (item?.contains(part)) part.open = true;
        if (!there) item?.scrollIntoView?.({ block: 'center' });
        if (!there && button?.ariaExpanded === 'false') button.click();
        return Boolean(there)";
    browser.becomes("the item", script, &[json!(item), json!(field)], &json!(true)).await;
}

async fn value(browser: &Browser, item: &str, field: &str) -> String {
    let script = "const item = arguments[0] ? `[data-item-id=\"${arguments[0]}\"] ` : '';
        return document.querySelector(`${item}[data-testid=\"${arguments[1]}\"]`) !== null";
    browser.becomes("the field", script, &[json!(item), json!(field)], &json!(true)).await;
    let read = script.replace(" !== null", ".value");
    browser.eval(&read, &[json!(item), json!(field)]).await.as_str().unwrap_or_default().to_owned()
}

/// Leaves the page, as a person does or as one of our links does.
async fn leave(browser: &Browser, way: &str) {
    let script = match way {
        "a reload" => "location.reload()",
        // The other language, whichever is spoken now.
        "the language link" => "document.querySelector('[data-testid^=language-]').click()",
        "another address" => "location.href = 'about:blank'",
        "a link of the host" => {
            "const link = Object.assign(document.createElement('a'), { href: 'read/index.html' });
            document.querySelector('footer').append(link);
            link.click()"
        }
        _ => {
            browser.close_tab().await;
            return browser.open_in_new_tab("about:blank").await;
        }
    };
    browser.eval(&format!("window.isOld = true; {script}"), &[]).await;
    let gone = "return window.isOld === undefined && document.readyState === 'complete'";
    browser.becomes("the other page", gone, &[], &json!(true)).await;
}
