//! The settings of each browser, as its driver wants to be told.

use crate::Engine;
use serde_json::{Map, Value, json};
use std::path::Path;

/// What is asked of a driver: the browser's own settings and folders.
pub fn of(engine: Engine, storage: bool, proxy: Option<&str>, folder: &Path) -> Map<String, Value> {
    let mut wanted = settings(engine, storage, folder);
    if let Some(proxy) = proxy {
        send_through(proxy, engine, &mut wanted);
    }
    let Value::Object(wanted) = wanted else { unreachable!() };
    wanted
}

fn settings(engine: Engine, storage: bool, folder: &Path) -> Value {
    let profile = folder.join("profile").display().to_string();
    let downloads = folder.join("downloads").display().to_string();
    let timeouts = json!({ "pageLoad": 60_000, "script": 60_000 });
    match engine {
        Engine::Chromium => json!({
            "timeouts": timeouts,
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-breakpad", "--no-first-run",
                    "--window-size=1280,900", "--lang=en-GB", format!("--user-data-dir={profile}"),
                ],
                "prefs": {
                    "intl.accept_languages": "en-GB",
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                    "profile.default_content_setting_values.cookies": if storage { 1 } else { 2 },
                },
            },
        }),
        Engine::Firefox => json!({
            "timeouts": timeouts,
            "moz:firefoxOptions": {
                "args": ["-headless", "-profile", profile],
                "env": { "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900" },
                "prefs": {
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    // Its list of downloads would take the focus.
                    "browser.download.alwaysOpenPanel": false,
                    "browser.download.always_ask_before_handling_new_types": false,
                    // It would open each PDF that it has saved, in a tab before ours, which is hidden then: with one timer a
                    // second.
                    "pdfjs.disabled": true,
                    "intl.accept_languages": "en",
                    "network.cookie.cookieBehavior": if storage { 5 } else { 2 },
                    "toolkit.telemetry.enabled": false,
                    // It starts processes for pages that may be opened next; each journey opens one.
                    "dom.ipc.processPrelaunch.enabled": false,
                    "datareporting.policy.dataSubmissionEnabled": false,
                },
            },
        }),
        Engine::WebKit => json!({
            "timeouts": timeouts,
            "webkitgtk:browserOptions": {
                "binary": concat!(env!("CARGO_MANIFEST_DIR"), "/src/webkit-browser.py"),
                "args": ["--automation"],
            },
        }),
    }
}

/// Has the browser use a proxy for everything: without being told so, both go to this machine directly.
fn send_through(proxy: &str, engine: Engine, capabilities: &mut Value) {
    let (host, port) = proxy.rsplit_once(':').expect("a host and a port");
    let port: u16 = port.parse().expect("a port");
    match engine {
        Engine::Chromium => {
            let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut().expect("arguments");
            arguments.push(format!("--proxy-server=http://{proxy}").into());
            arguments.push("--proxy-bypass-list=<-loopback>".into());
        }
        Engine::Firefox => {
            let preferences = &mut capabilities["moz:firefoxOptions"]["prefs"];
            preferences["network.proxy.type"] = json!(1);
            for scheme in ["http", "ssl"] {
                preferences[format!("network.proxy.{scheme}")] = json!(host);
                preferences[format!("network.proxy.{scheme}_port")] = json!(port);
            }
            preferences["network.proxy.no_proxies_on"] = json!("");
            preferences["network.proxy.allow_hijacking_localhost"] = json!(true);
        }
        Engine::WebKit => unimplemented!("no journey sends WebKit through a proxy"),
    }
}
