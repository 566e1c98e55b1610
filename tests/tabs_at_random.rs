//! Tabs that edit the same assessment at random end equal, and equal to the sum of their edits.

use e2e::{Browser, Random, Value, journey, json, number, site};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

/// The page that all tabs are on, and its items: all tabs write into the same records.
const PAGE: &str = "#/clauses/9.3.2";
/// How long a tab may take for all of its edits.
const PATIENCE: Duration = Duration::from_secs(300);

/// What one tab does, and what it did last to each field.
#[derive(Default)]
struct Tab {
    edits: Vec<Value>,
    last: BTreeMap<(String, &'static str), Value>,
}

journey!(two_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits);
async fn two_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits(browser: &mut Browser) {
    edit_at_random(browser, 2).await;
}

journey!(three_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits);
async fn three_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits(browser: &mut Browser) {
    edit_at_random(browser, 3).await;
}

async fn edit_at_random(browser: &Browser, tabs: usize) {
    let (site, edits) = (site(), number("STAGE_ZERO_EDITS", 120));
    let mut random = Random::of_this_run();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.saved().await;
    browser.go(PAGE).await;
    browser.find("item").await;
    for _ in 1..tabs {
        browser.open_in_new_tab(&format!("{}{PAGE}", site.address())).await;
        browser.find("item").await;
    }
    let ids = "return [...document.querySelectorAll('[data-testid=item]')].map((item) => item.dataset.itemId)";
    let items: Vec<String> = texts(&browser.eval(ids, &[]).await);
    let plans = plan(&mut random, &items, tabs, edits);
    for (tab, Tab { edits, .. }) in plans.iter().enumerate() {
        browser.go_to_tab(tab).await;
        browser.eval(EDIT, &[json!(edits)]).await;
    }
    for tab in 0..tabs {
        browser.go_to_tab(tab).await;
        browser.becomes_within(PATIENCE, "what is left to do", "return window.editsLeft", &[], &json!(0)).await;
        browser.saved().await;
    }
    compare(browser, &plans, &items).await;
    println!("{}: {tabs} tabs ended equal after {edits} edits", browser.kind().name());
}

/// Levels are everybody's; a note or an owner belongs to one tab, so that its last word is known.
fn plan(random: &mut Random, items: &[String], tabs: usize, edits: u64) -> Vec<Tab> {
    let mut plans: Vec<Tab> = (0..tabs).map(|_| Tab::default()).collect();
    for number in 0..edits {
        let item = random.below(items.len());
        let (field, tab, value) = match random.below(3) {
            0 => ("level", random.below(tabs), json!(random.below(5))),
            1 => ("note", item % tabs, json!(format!("Note {number}"))),
            _ => ("owner", (item + 1) % tabs, json!(format!("Owner {number}"))),
        };
        plans[tab].edits.push(json!([items[item], field, value]));
        plans[tab].last.insert((items[item].clone(), field), value);
    }
    plans
}

async fn compare(browser: &Browser, plans: &[Tab], items: &[String]) {
    let stored = browser.eval(STORED, &[json!(items)]).await;
    for tab in 0..plans.len() {
        browser.go_to_tab(tab).await;
        browser.becomes(&format!("what tab {tab} shows"), SHOWN, &[], &stored).await;
    }
    for item in items {
        for (field, index) in [("level", 0), ("note", 1), ("owner", 2)] {
            let lasts: BTreeSet<String> =
                plans.iter().filter_map(|tab| tab.last.get(&(item.clone(), field))).map(Value::to_string).collect();
            let found = &stored[item][index];
            let nothing = *found == Value::Null || *found == "";
            let right = if lasts.is_empty() { nothing } else { lasts.contains(&found.to_string()) };
            assert!(right, "{field} of {item} is {found}; last said of it was {lasts:?}");
        }
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Makes all edits by itself; tabs in the background get few timers, so it takes turns by messages.
const EDIT: &str = "const edits = arguments[0];
    window.editsLeft = edits.length;
    const { port1, port2 } = new MessageChannel();
    const turn = () => new Promise((go) => { port1.onmessage = go; port2.postMessage(0) });
    const find = (id, what) => document.querySelector(`[data-item-id=\"${id}\"] [data-testid=${what}]`);
    (async () => {
        for (const [id, what, value] of edits) {
            if (what === 'level') {
                find(id, 'answer').closest('fieldset').querySelectorAll('input')[value].click();
            } else {
                if (!find(id, what)) find(id, 'note-open').click();
                while (!find(id, what)) await turn();
                find(id, what).value = value;
                find(id, what).dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            for (let pause = window.editsLeft % 40 ? 3 : 300; pause > 0; pause--) await turn();
            window.editsLeft--;
        }
    })()";

/// What the page shows of each item: level, note, owner. Opens the fields that are closed.
const SHOWN: &str = "return (async () => {
    const shown = {};
    for (const item of document.querySelectorAll('[data-testid=item]')) {
        const field = (what) => item.querySelector(`[data-testid=${what}]`);
        if (!field('note')) field('note-open').click();
        while (!field('note')) await new Promise((go) => setTimeout(go));
        const level = [...item.querySelectorAll('[data-testid=answer] input')].findIndex((input) => input.checked);
        shown[item.dataset.itemId] = [level < 0 ? null : level, field('note').value, field('owner').value];
    }
    return shown;
})()";

/// The same, as the database has it.
const STORED: &str = "return new Promise((go, no) => {
    const open = indexedDB.open('stage-zero');
    open.onerror = no;
    open.onsuccess = () => {
        const store = open.result.transaction('parts').objectStore('parts');
        const [keys, values] = [store.getAllKeys(), store.getAll()];
        values.onsuccess = () => {
            open.result.close();
            const levels = ['not_started', 'planned', 'defined', 'operating', 'evidenced'];
            go(Object.fromEntries(arguments[0].map((id) => {
                const at = keys.result.findIndex((key) => key.endsWith(`/answers/${id}`));
                const { level, note, owner } = at < 0 ? { note: '', owner: '' } : JSON.parse(values.result[at]);
                return [id, [level ? levels.indexOf(level) : null, note, owner]];
            })));
        };
    };
})";
