//! The README's pictures, taken of the built site with a sample firm inside. `cargo xtask screenshots` runs this, and
//! makes the files small.
//!
//! Nothing in them depends on the day or on the machine: the page's clock stands still, and the size, the scheme and the
//! place on the page are set.
#![forbid(unsafe_code)]

use e2e::{Browser, Engine, json, run, site};
use std::{env, fs, path::PathBuf};

/// A picture.
struct Picture {
    /// The file's name without its ending.
    name: &'static str,
    /// The window in CSS pixels; the picture has twice as many each way.
    window: (u32, u32),
    scheme: &'static str,
    /// The sample that is open.
    sample: &'static str,
    route: &'static str,
    /// What is done on the page first: a script.
    first: &'static str,
    /// What the window begins with, a bit below its upper edge; the top of the page if it is empty.
    at: &'static str,
}

const PICTURES: &[Picture] = &[
    Picture {
        name: "results",
        window: (1240, 700),
        scheme: "light",
        sample: "manufacturer",
        route: "#/results",
        first: "",
        at: "main .cards",
    },
    Picture {
        name: "question",
        window: (1000, 760),
        scheme: "light",
        sample: "manufacturer",
        route: "#/clauses/9.2.2",
        first: "document.querySelector('[data-testid=explain]').click()",
        at: ".item",
    },
    Picture {
        name: "maps",
        window: (1000, 760),
        scheme: "light",
        sample: "manufacturer",
        route: "#/results",
        first: "",
        at: "section:has([data-testid=map-table])",
    },
    Picture {
        name: "brief",
        window: (1000, 760),
        scheme: "light",
        sample: "software-firm",
        route: "#/quote",
        first: "",
        at: "",
    },
    Picture {
        name: "phone",
        window: (390, 760),
        scheme: "dark",
        sample: "manufacturer",
        route: "#/clauses/9.2.2",
        first: "",
        at: "",
    },
];

/// When all pictures were taken, as the page sees it.
const NOW: &str = "2026-11-24T09:30:00Z";

fn main() {
    let folder = PathBuf::from(env::var_os("STAGE_ZERO_PICTURES").expect("run `cargo xtask screenshots`"));
    run(Browser::start(Engine::Chromium), "screenshots", async |browser: &mut Browser| {
        let site = site();
        stop_the_clock(browser).await;
        browser.open(&site.address()).await;
        let mut open = "";
        for picture in PICTURES {
            if open != picture.sample {
                browser.open_example(picture.sample).await;
                open = picture.sample;
            }
            let png = take(browser, picture).await;
            fs::write(folder.join(format!("{}.png", picture.name)), png).expect("the picture can be written");
        }
    });
}

/// Gives every page that is opened from now on a clock that stands still, in London.
async fn stop_the_clock(browser: &Browser) {
    let script = format!(
        "const now = Date.parse('{NOW}');
        globalThis.Date = class extends Date {{
            constructor(...given) {{ given.length ? super(...given) : super(now) }}
            static now() {{ return now }}
        }}"
    );
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": "Europe/London" })).await;
}

async fn take(browser: &Browser, picture: &Picture) -> Vec<u8> {
    let (width, height) = picture.window;
    browser.looks(width, picture.scheme).await;
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 500 });
    browser.devtools("Emulation.setDeviceMetricsOverride", size).await;
    browser.rests_at(picture.route).await;
    browser.lays_out(false).await;
    browser.eval(picture.first, &[]).await;
    browser.rests().await;
    // The pointer leaves what it has clicked.
    browser.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 1, "y": 1 })).await;
    let script = "document.activeElement.blur();
        const bare = new CSSStyleSheet();
        bare.replaceSync('* { scrollbar-width: none }');
        document.adoptedStyleSheets.push(bare);
        const part = arguments[0] && document.querySelector(arguments[0]);
        if (arguments[0] && !part) throw new Error(`nothing on the page is ${arguments[0]}`);
        const top = part ? part.getBoundingClientRect().top + scrollY - 68 : 0;
        scrollTo({ top, behavior: 'instant' });
        return document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300)))";
    browser.eval(script, &[json!(picture.at)]).await;
    let taken = browser.client().screenshot().await;
    taken.expect("the browser takes a picture")
}
