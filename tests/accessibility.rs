//! Nobody is kept out: every page in light and dark, on a phone and on a desk, as axe-core, the accessibility tree and a
//! ruler see it. Chromium only: its protocol sets the scheme and gives the tree.

use e2e::{Browser, PAGES, journey, json, site};
use std::collections::BTreeSet;

/// A window of this width is what zooming a desk's 1280 pixels to 400 % leaves.
const NARROW: u32 = 320;
const WIDE: u32 = 1280;

journey!(no_page_has_a_barrier_in_light, only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn no_page_has_a_barrier_in_light(browser: &mut Browser) {
    no_page_has_a_barrier(browser, WIDE, "light").await;
}

journey!(no_page_has_a_barrier_in_dark, only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn no_page_has_a_barrier_in_dark(browser: &mut Browser) {
    no_page_has_a_barrier(browser, WIDE, "dark").await;
}

journey!(no_narrow_page_has_a_barrier_in_light,
    only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn no_narrow_page_has_a_barrier_in_light(browser: &mut Browser) {
    no_page_has_a_barrier(browser, NARROW, "light").await;
}

journey!(no_narrow_page_has_a_barrier_in_dark,
    only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn no_narrow_page_has_a_barrier_in_dark(browser: &mut Browser) {
    no_page_has_a_barrier(browser, NARROW, "dark").await;
}

async fn no_page_has_a_barrier(browser: &mut Browser, width: u32, scheme: &str) {
    let site = site();
    browser.open(&site.address()).await;
    let mut found = Vec::new();
    browser.find("start").await;
    browser.rests().await;
    collect(&mut found, "before anything is open", browser.barriers().await);
    browser.open_example("software-firm").await;
    browser.lays_out(false).await;
    browser.looks(width, scheme).await;
    for route in routes(browser).await {
        browser.rests_at(&route).await;
        unfold(browser).await;
        collect(&mut found, &route, browser.barriers().await);
    }
    assert!(found.is_empty(), "axe-core found {}:\n{}", found.len(), found.join("\n"));
}

journey!(no_report_has_a_barrier, only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn no_report_has_a_barrier(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("software-firm").await;
    browser.go("#/report").await;
    browser.click("download-html").await;
    let report = browser.downloaded(".html").await;
    browser.open(&format!("file://{}", report.display())).await;
    let mut found = Vec::new();
    for (width, scheme) in [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light")] {
        browser.looks(width, scheme).await;
        collect(&mut found, &format!("the report at {width} in {scheme}"), browser.barriers().await);
    }
    collect(&mut found, "the report", browser.nameless().await);
    assert!(found.is_empty(), "in the report axe-core found {}:\n{}", found.len(), found.join("\n"));
}

journey!(every_page_fits_a_narrow_window_and_names_what_it_offers,
    only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn every_page_fits_a_narrow_window_and_names_what_it_offers(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.lays_out(false).await;
    browser.looks(NARROW, "light").await;
    let mut found = Vec::new();
    for route in routes(browser).await {
        browser.rests_at(&route).await;
        unfold(browser).await;
        collect(&mut found, &route, browser.nameless().await);
        collect(&mut found, &route, browser.small_targets().await);
        collect(&mut found, &route, browser.cut_off().await);
        browser.lays_out(true).await;
        collect(&mut found, &format!("{route} with spaced text"), browser.cut_off().await);
        browser.lays_out(false).await;
    }
    assert!(found.is_empty(), "{} do not fit:\n{}", found.len(), found.join("\n"));
}

journey!(pages_that_are_read_from_the_right_fit_and_nothing_overlaps,
    only chromium: "its protocol alone sets scheme and width, and gives the tree");
async fn pages_that_are_read_from_the_right_fit_and_nothing_overlaps(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.lays_out(false).await;
    let mut found = Vec::new();
    for width in [WIDE, NARROW] {
        browser.looks(width, "light").await;
        for route in PAGES {
            browser.rests_at(route).await;
            unfold(browser).await;
            collect(&mut found, &format!("{route} at {width}"), browser.overlaps().await);
            browser.reads_from_the_right().await;
            let place = format!("{route} at {width} from the right");
            collect(&mut found, &place, browser.cut_off().await);
            collect(&mut found, &place, browser.overlaps().await);
        }
    }
    assert!(found.is_empty(), "{} do not fit:\n{}", found.len(), found.join("\n"));
}

/// Every page: those of the menu, those beside it, and all that can be read.
async fn routes(browser: &Browser) -> BTreeSet<String> {
    browser.go("#/learn").await;
    browser.find("nav").await;
    browser.rests().await;
    let script = "const links = document.querySelectorAll('[data-testid=nav], main a[href^=\"#/learn/\"]');
        return [...links].map((link) => link.getAttribute('href'))";
    let links = browser.eval(script, &[]).await;
    let links = links.as_array().into_iter().flatten().filter_map(|link| link.as_str());
    let routes: BTreeSet<_> = links.chain(PAGES).map(str::to_owned).collect();
    assert!(routes.len() > PAGES.len(), "no page to read is linked: {routes:?}");
    routes
}

/// Opens the first of each kind of thing that unfolds, so that what is in it is looked at too.
pub async fn unfold(browser: &Browser) {
    let script = "const main = document.querySelector('main');
        for (const part of main.querySelectorAll('details:not([open])')) part.open = true;
        const kinds = new Set();
        for (const button of main.querySelectorAll('button[aria-expanded=false]')) {
            const kind = button.dataset.testid ?? button.textContent;
            if (kinds.has(kind)) continue;
            kinds.add(kind);
            button.click();
        }
        return kinds.size";
    if browser.eval(script, &[]).await != json!(0) {
        browser.rests().await;
    }
}

pub fn collect(all: &mut Vec<String>, place: &str, found: Vec<String>) {
    all.extend(found.into_iter().map(|line| format!("{place}: {line}")));
}
