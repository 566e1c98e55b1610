//! A browser that is killed at any moment has lost nothing that was 'Saved', and left nothing half-written.
//!
//! Answers, notes and imports are written one after the other while the clock runs; at a random moment all processes
//! of the browser get SIGKILL. Then it starts again, and the database and the page must hold what was saved. What was
//! being written at that moment may be there as a whole, or not at all. `cargo xtask torture` does this for long.

use e2e::{Browser, Random, Value, eventually, journey, json, number, site};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::OpenOptions,
    io::Write,
    time::Duration,
};

/// What is answered: items and the page that each is on.
const ITEMS: [(&str, &str); 6] = [
    ("#/clauses/4.1", "4.1-issues"),
    ("#/clauses/4.1", "4.1-climate"),
    ("#/clauses/4.4", "4.4-isms"),
    ("#/clauses/5.2", "5.2-a"),
    ("#/clauses/5.2", "5.2-b"),
    ("#/clauses/10.1", "10.1-improvement"),
];
const LEVELS: [&str; 5] = ["not_started", "planned", "defined", "operating", "evidenced"];
/// The assessment that is worked on; the others are imports.
const WORK: &str = "Torture Ltd";

/// What a person has seen saved, and what was on its way when the browser was killed.
#[derive(Default)]
struct Expected {
    /// Each field (`item level` or `item note`) and its value.
    fields: BTreeMap<String, String>,
    /// The field that is being written, and its new value.
    under_way: Option<(String, String)>,
    /// The imports that were complete.
    imports: BTreeSet<String>,
    /// The import that is being written.
    importing: Option<String>,
}

/// What came of a run.
#[derive(Debug, Default)]
struct Count {
    saved: usize,
    imported: usize,
    under_way: usize,
    kept_though_unconfirmed: usize,
}

journey!(a_browser_that_is_killed_at_any_moment_loses_nothing_that_was_saved);
async fn a_browser_that_is_killed_at_any_moment_loses_nothing_that_was_saved(browser: &mut Browser) {
    let (site, kills) = (site(), number("STAGE_ZERO_KILLS", 4));
    let mut random = Random::of_this_run();
    let (mut expected, mut count) = (Expected::default(), Count::default());
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Torture Ltd").await;
    browser.saved().await;
    for round in 0..kills {
        let moment = Duration::from_millis(random.below(2_500) as u64);
        let work = work(browser, round, &mut random, &mut expected, &mut count);
        assert!(tokio::time::timeout(moment, work).await.is_err(), "work goes on and on");
        browser.kill();
        browser.open_again().await;
        browser.open(&format!("{}#/assessments", site.address())).await;
        browser.find("start").await;
        check(browser, &mut expected, &mut count).await;
        browser.open_by_title(WORK).await;
        let answered = expected.fields.keys().filter(|field| field.ends_with(" level")).count();
        browser.sees("answered-count", &answered.to_string()).await;
        if (round + 1) % 10 == 0 {
            println!("{} kills: {count:?}", round + 1);
        }
    }
    println!("{} survived {kills} kills: {count:?}, nothing lost", browser.engine().name());
    // In the end the page itself gives all of it back.
    let file = browser.exported().await;
    for (field, value) in &expected.fields {
        let (item, what) = field.split_once(' ').expect("a field has two words");
        assert_eq!(&file["answers"][item][what], value, "{field}");
    }
    assert_eq!(file["profile"]["organisation"], "Torture Ltd");
}

journey!(half_a_record_that_a_killed_browser_has_left_costs_nothing,
    only chromium: "a kill between its two steps of writing a record is rare, and empties its database two starts later");
async fn half_a_record_that_a_killed_browser_has_left_costs_nothing(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", WORK).await;
    browser.saved().await;
    browser.kill();
    // A checksum, a length of 100 bytes, the kind 'whole'; the 100 bytes are missing.
    let half = browser.database_log(&site.address());
    let log = OpenOptions::new().append(true).open(&half).expect("the log");
    (&log).write_all(&[1, 2, 3, 4, 100, 0, 1]).expect("room on the disk");
    for level in [1, 2, 3] {
        browser.open_again().await;
        browser.open(&format!("{}#/clauses/4.4", site.address())).await;
        browser.sees_answer("4.4-isms", Some(level - 1).filter(|level| *level > 0)).await;
        browser.answer("4.4-isms", level).await;
        browser.saved().await;
        assert_eq!(browser.exported().await["profile"]["organisation"], WORK);
        // What was written since the half is safe once Chromium has begun a new log, as it was told to.
        eventually("a new log", async || (!half.exists()).then_some(())).await;
        browser.kill();
    }
    browser.open_again().await;
}

/// Does one thing after the other, without an end; what it awaits has been seen saved.
async fn work(browser: &Browser, round: u64, random: &mut Random, expected: &mut Expected, count: &mut Count) {
    for turn in 0.. {
        if random.below(8) == 0 {
            let title = format!("Import {round}.{turn}");
            expected.importing = Some(title.clone());
            browser.eval(&script(IMPORT), &[json!(title), json!(WORK)]).await;
            expected.importing = None;
            expected.imports.insert(title);
            count.imported += 1;
            continue;
        }
        let (route, item) = *random.one_of(&ITEMS);
        let (what, value) = match random.below(2) {
            0 => ("level", LEVELS[random.below(5)].to_owned()),
            _ => ("note", format!("Round {round}, turn {turn}: {}", "x".repeat(random.below(3_000)))),
        };
        let field = format!("{item} {what}");
        if expected.fields.get(&field) == Some(&value) {
            continue;
        }
        let shown = LEVELS.iter().position(|level| *level == value).map_or_else(|| json!(value), |level| json!(level));
        expected.under_way = Some((field.clone(), value.clone()));
        browser.eval(&script(CHANGE), &[json!(route), json!(item), json!(what), shown]).await;
        expected.under_way = None;
        expected.fields.insert(field, value);
        count.saved += 1;
    }
}

/// Reads the database as it lies there, compares, and goes on from what is there.
async fn check(browser: &Browser, expected: &mut Expected, count: &mut Count) {
    let found = browser.eval(&script(READ), &[]).await;
    assert_eq!(found["damaged"], json!([]), "every record can be read");
    assert_eq!(found["orphans"], json!([]), "no record is without its assessment");
    assert_eq!(found["incomplete"], json!([]), "every import is whole");
    let titles: BTreeSet<String> = texts(&found["imports"]);
    let importing = expected.importing.take();
    count.under_way += usize::from(importing.is_some() || expected.under_way.is_some());
    if let Some(title) = importing.filter(|title| titles.contains(title)) {
        count.kept_though_unconfirmed += 1;
        expected.imports.insert(title);
    }
    assert_eq!(titles, expected.imports, "the imports");
    let under_way = expected.under_way.take();
    let value = |field: &str| {
        let (item, what) = field.split_once(' ').expect("a field has two words");
        found["answers"][item][what].as_str().unwrap_or_default().to_owned()
    };
    if let Some((field, new)) = under_way
        && value(&field) == new
    {
        count.kept_though_unconfirmed += 1;
        expected.fields.insert(field, new);
    }
    for (field, saved) in &expected.fields {
        assert_eq!(&value(field), saved, "{field} was saved");
    }
}

fn texts(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Waiting as a person does: until the mark has said 'Saving' and then 'Saved'.
fn script(body: &str) -> String {
    format!("return (async (...given) => {{ {TOOLS} {body} }})(...arguments)")
}

const TOOLS: &str = "
    const find = (css) => document.querySelector(css);
    const until = async (test) => { let is; while (!(is = test())) await new Promise((go) => setTimeout(go, 3)); return is };
    const mark = () => find('[data-testid=save-state]');
    const saved = async (act) => {
        const states = [];
        const observer = new MutationObserver(() => states.push(mark().dataset.state));
        observer.observe(mark(), { attributes: true });
        act();
        await until(() => states.includes('pending') && states.at(-1) === 'saved');
        observer.disconnect();
    };";

const CHANGE: &str = "
    const [route, id, what, value] = given;
    if (location.hash !== route) location.hash = route;
    const item = `[data-item-id=\"${id}\"]`;
    await until(() => find(`${item} [data-testid=answer] input`));
    if (what === 'level') {
        const level = document.querySelectorAll(`${item} [data-testid=answer] input`)[value];
        await saved(() => level.click());
    } else {
        if (!find(`${item} [data-testid=note]`)) find(`${item} [data-testid=note-open]`).click();
        const note = await until(() => find(`${item} [data-testid=note]`));
        await saved(() => { note.value = value; note.dispatchEvent(new InputEvent('input', { bubbles: true })) });
    }";

const IMPORT: &str = "
    const [title, work] = given;
    const file = await (await fetch('examples/software-firm.json')).json();
    Object.assign(file, { title, id: 'import-' + title.replaceAll(' ', '-') });
    location.hash = '#/assessments';
    const input = await until(() => find('[data-testid=open-file]'));
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify(file)], 'import.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => find('.open-title').textContent === title && mark().dataset.state === 'saved');
    location.hash = '#/assessments';
    const entry = () => [...document.querySelectorAll('[data-testid=open]')].find((it) => it.textContent === work);
    (await until(entry)).click();
    await until(() => find('.open-title').textContent === work);";

const READ: &str = "
    const open = indexedDB.open('stage-zero');
    const database = await new Promise((go, no) => { open.onsuccess = () => go(open.result); open.onerror = no });
    const all = (store) => new Promise((go, no) => {
        const from = database.transaction(store).objectStore(store);
        const [keys, values] = [from.getAllKeys(), from.getAll()];
        values.onsuccess = () => go(keys.result.map((key, index) => [key, values.result[index]]));
        values.onerror = no;
    });
    const [heads, parts, versions] = [await all('assessments'), await all('parts'), await all('backups')];
    database.close();
    const damaged = [], records = {};
    const read = (key, text) => { try { return JSON.parse(text) } catch { damaged.push(key) } };
    for (const [key, text] of parts) {
        const [id, ...rest] = key.split('/');
        read(key, text);
        (records[id] ??= {})[rest.join('/')] = text;
    }
    for (const [key, text] of versions) text.split('\\n').forEach((line, at) => read(key, at ? line.slice(line.indexOf('\\t') + 1) : line));
    const titles = Object.fromEntries(heads.map(([id, text]) => [id, read(id, text)?.title]));
    // The one that is worked on is called after its firm.
    const imports = Object.keys(titles).filter((id) => titles[id]?.startsWith('Import '));
    const whole = JSON.stringify(records[imports[0]]);
    const mine = Object.keys(titles).find((id) => !imports.includes(id));
    const answers = Object.fromEntries(Object.entries(records[mine] ?? {})
        .filter(([key]) => key.startsWith('answers/'))
        .map(([key, text]) => [key.slice(8), JSON.parse(text)]));
    return {
        damaged, answers,
        orphans: Object.keys(records).filter((id) => !(id in titles)),
        incomplete: imports.filter((id) => JSON.stringify(records[id]) !== whole || Object.keys(records[id]).length < 200),
        imports: imports.map((id) => titles[id]),
    };";
