//! The site under a host's own name: what `site.json` says takes effect, and nothing that it says can do harm.

use e2e::{Browser, HOSTILE, StaticServer, Value, copy_folder, dist, journey, json, serve};
use std::{fs, path::Path};
use tempfile::TempDir;

/// A host's copy of the site: its folder and its server.
struct Hosted {
    folder: TempDir,
    server: StaticServer,
}

impl Hosted {
    /// The built site with a file beside it; `None` removes the one that the site comes with.
    fn with(site: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy_folder(&dist(), folder.path());
        let logo = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/logo.svg");
        fs::create_dir_all(folder.path().join("host")).expect("the folder can be written");
        fs::copy(logo, folder.path().join("host/logo.svg")).expect("the logo can be copied");
        let server = serve(folder.path().to_owned());
        let hosted = Self { folder, server };
        hosted.says(site);
        hosted
    }

    /// The same with a value as its file.
    fn of(site: &Value) -> Self {
        Self::with(Some(&site.to_string()))
    }

    fn says(&self, site: Option<&str>) {
        let file = self.folder.path().join("site.json");
        match site {
            Some(text) => fs::write(file, text).expect("the file can be written"),
            None => fs::remove_file(file).expect("the site comes with a file to edit"),
        }
    }

    fn address(&self) -> String {
        self.server.address()
    }
}

const NAME: &str = "Harrow Vale Certification";
const BRAND: &str = "return document.querySelector('.brand').textContent";

/// A value of the page's style sheets, such as `--accent`.
async fn has_token(browser: &Browser, name: &str, expected: &str) {
    let script = "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim()";
    browser.becomes(name, script, &[json!(name)], &json!(expected)).await;
}

/// What was said to be wrong with the file.
async fn problems(browser: &Browser) -> Vec<String> {
    let problems = browser.eval("return window.stageZeroHost?.problems ?? []", &[]).await;
    problems.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

journey!(a_host_s_name_logo_colours_words_and_links_are_those_of_the_site);
async fn a_host_s_name_logo_colours_words_and_links_are_those_of_the_site(browser: &mut Browser) {
    let site = json!({
        "name": NAME, "logo": "host/logo.svg", "language": "de", "intro": ["Prepare here.", "Then ask us."],
        "colours": { "light": { "accent": "#0b6e4f", "header": "#0b6e4f" } },
        "privacy": "https://harrow-vale.example/privacy", "imprint": "imprint.html",
        "embed": { "parents": ["https://harrow-vale.example"] },
    });
    let host = Hosted::of(&site);
    browser.open(&host.address()).await;
    browser.watches_its_policy().await;
    browser.becomes("the name", BRAND, &[], &json!(NAME)).await;
    browser.becomes("the language", "return document.documentElement.lang", &[], &json!("de")).await;
    browser.click("language-en").await;
    browser.becomes("the language", "return document.documentElement.lang", &[], &json!("en")).await;
    browser.watches_its_policy().await;
    let drawn = "return document.querySelector('.brand img')?.naturalWidth";
    browser.becomes("the width of the logo", drawn, &[], &json!(36)).await;
    let header = "return getComputedStyle(document.querySelector('.top')).backgroundColor";
    browser.becomes("the colour of the header", header, &[], &json!("rgb(11, 110, 79)")).await;
    has_token(browser, "--accent", "#0b6e4f").await;
    let intro = "return [...document.querySelectorAll('[data-testid=intro]')].map((it) => it.textContent)";
    browser.becomes("the words of the host", intro, &[], &json!(["Prepare here.", "Then ask us."])).await;
    let link = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.getAttribute('href')";
    browser.becomes("the link", link, &[json!("privacy")], &site["privacy"]).await;
    browser.becomes("the link", link, &[json!("imprint")], &site["imprint"]).await;
    // The contract with what embeds the site.
    browser.becomes("who may embed it", "return window.stageZeroHost.parents", &[], &site["embed"]["parents"]).await;
    browser.go("#/learn").await;
    let title = "return document.title";
    browser.becomes("the title", title, &[], &json!(format!("Learn – {NAME}"))).await;
    assert_eq!(problems(browser).await, Vec::<String>::new());
    browser.kept_its_policy().await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

journey!(a_bad_pair_of_colours_keeps_the_standard_ones_and_is_named_with_its_reason);
async fn a_bad_pair_of_colours_keeps_the_standard_ones_and_is_named_with_its_reason(browser: &mut Browser) {
    let host = Hosted::with(Some(
        "{\n\"name\": \"Harrow Vale\",\n\"colours\": { \"light\": {\n\"accent\": \"#ffcc00\",\n\"header\": \"#0b6e4f\" } }\n}",
    ));
    browser.open(&host.address()).await;
    browser.becomes("the name", BRAND, &[], &json!("Harrow Vale")).await;
    let (_, accent) = include_str!("../web/styles/site.css").split_once("--accent: ").expect("the main colour");
    has_token(browser, "--accent", &accent[.."#rrggbb".len()]).await;
    has_token(browser, "--header", "#0b6e4f").await;
    let problems = problems(browser).await;
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    for part in ["line 4, colours.light.accent", "#ffcc00 has a contrast of 1.41 to the page", "would do"] {
        assert!(problem.contains(part), "{part} in: {problem}");
    }
    if let Some(warnings) = browser.console_warnings().await {
        let named = warnings.iter().filter(|it| it.contains("site.json, line 4, colours.light.accent")).count();
        assert_eq!(named, 1, "{warnings:?}");
    }
}

journey!(script_in_every_text_of_a_host_is_only_text);
async fn script_in_every_text_of_a_host_is_only_text(browser: &mut Browser) {
    let host = Hosted::of(&json!({
        "name": HOSTILE[2], "intro": HOSTILE, "logo": HOSTILE[2], "privacy": HOSTILE[2], "imprint": "data:text/html,x",
        "colours": { "light": { "accent": "#fff;}</style><script>window.hit=1</script>" } },
        "quote": { "link": "javascript:window.hit=1", "email": "a@b.example?bcc=c@d.example" },
        "guidance": { "4.1-issues": { "text": HOSTILE, "link": HOSTILE[2], "link_name": HOSTILE[3] } },
    }));
    browser.open(&host.address()).await;
    browser.becomes("the name", BRAND, &[], &json!(HOSTILE[2])).await;
    browser.watches_its_policy().await;
    let intro = "return [...document.querySelectorAll('[data-testid=intro]')].map((it) => it.textContent)";
    browser.becomes("the words of the host", intro, &[], &json!(HOSTILE)).await;
    browser.is_only_text().await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.1").await;
    browser.click_in("4.1-issues", "explain").await;
    assert!(browser.text("host-guidance").await.contains(HOSTILE[0]));
    browser.is_only_text().await;
    browser.go("#/quote").await;
    browser.find("copy-brief").await;
    assert!(browser.all("send").await.is_empty(), "there is nobody to send it to");
    browser.is_only_text().await;
    browser.kept_its_policy().await;
    // What was refused: logo, two links, colour, form, address, and the link of the guidance.
    assert_eq!(problems(browser).await.len(), 7, "{:?}", problems(browser).await);
}

journey!(without_a_file_that_says_something_the_site_is_the_standard_one_and_loads_no_more);
async fn without_a_file_that_says_something_the_site_is_the_standard_one_and_loads_no_more(browser: &mut Browser) {
    let host = Hosted::with(None);
    let not_found = "<!doctype html><title>Not found</title><p style=\"x: y\">404";
    for site in [None, Some("{}"), Some(""), Some("{ \"name\": \"Harrow\" "), Some(not_found), Some("{\"name\": 7}")] {
        if let Some(text) = site {
            host.says(Some(text));
        }
        browser.open("about:blank").await;
        browser.open(&host.address()).await;
        browser.find("start").await;
        browser.becomes("the name", BRAND, &[], &json!("Stage Zero")).await;
        let reader = browser.requests().await.into_iter().filter(|it| it.contains("/host-")).count();
        let says_something = site.is_some_and(|text| text.len() > 2);
        assert_eq!(reader > 0, says_something, "{site:?} loads {reader} files to read it");
        assert_eq!(problems(browser).await.len(), usize::from(says_something), "{site:?}");
    }
    browser.start_assessment().await;
    browser.saved().await;
}

journey!(what_a_host_hides_is_gone_and_what_they_know_of_everybody_is_there);
async fn what_a_host_hides_is_gone_and_what_they_know_of_everybody_is_there(browser: &mut Browser) {
    let host = Hosted::of(&json!({
        "name": NAME, "hide": ["quick_start", "examples", "review", "verify"],
        "facts": { "uses_cloud": true, "own_cabling": false },
        "guidance": {
            "4.1-issues": { "text": ["We ask for three.", "One line each."], "link": "https://harrow-vale.example/4-1", "link_name": "Our notes" },
        },
    }));
    browser.open(&host.address()).await;
    browser.find("start").await;
    let shown = "return [...document.querySelectorAll(arguments[0])].filter((it) => it.checkVisibility()).length";
    for gone in ["[data-view=quick]", "[data-testid=verify]", "[data-view=review]", "[data-view=verify]"] {
        browser.becomes(gone, shown, &[json!(gone)], &json!(0)).await;
    }
    browser.becomes("what is not hidden", shown, &[json!("[data-view=quote]")], &json!(1)).await;
    for route in ["#/quick", "#/review", "#/verify"] {
        browser.go(route).await;
        let heading = "return document.querySelector('main h1[tabindex]')?.textContent";
        browser.becomes("the page", heading, &[], &json!("There is no such page")).await;
    }
    browser.go("#/assessments").await;
    browser.find("open-file").await;
    assert!(browser.all("example-consultancy").await.is_empty(), "there are no examples");
    browser.start_assessment().await;
    browser.saved().await;
    browser.go("#/clauses/4.1").await;
    browser.click_in("4.1-issues", "explain").await;
    let said = browser.text("host-guidance").await;
    for part in [NAME, "We ask for three.", "One line each.", "Our notes"] {
        assert!(said.contains(part), "{part} in: {said}");
    }
    let facts = browser.exported().await["profile"]["facts"].clone();
    assert_eq!(facts, json!({ "uses_cloud": true, "own_cabling": false }));
}

journey!(a_quote_brief_goes_to_the_host_s_form_or_into_a_mail_draft_and_nothing_is_sent);
async fn a_quote_brief_goes_to_the_host_s_form_or_into_a_mail_draft_and_nothing_is_sent(browser: &mut Browser) {
    let form = "https://harrow-vale.example/quote?from=stage-zero";
    let host = Hosted::of(&json!({ "name": NAME, "quote": { "link": form, "email": "quotes@harrow-vale.example" } }));
    browser.open(&host.address()).await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "Harbour & Co").await;
    browser.saved().await;
    browser.go("#/quote").await;
    assert!(browser.text("send-form").await.contains(&format!("Send to {NAME}")));
    let attributes =
        "const it = document.querySelector('[data-testid=send-form]'); return [it.href, it.target, it.rel]";
    assert_eq!(browser.eval(attributes, &[]).await, json!([form, "_blank", "noopener noreferrer"]));
    let draft = browser.eval("return document.querySelector('[data-testid=send-mail]').href", &[]).await;
    let draft = draft.as_str().expect("an address");
    assert!(draft.starts_with("mailto:quotes@harrow-vale.example?subject=") && draft.len() <= 1800, "{draft}");
    assert!(draft.contains("Harbour%20%26%20Co") && draft.contains("attached"), "{draft}");
    browser.click("brief-report").await;
    let report = fs::read_to_string(browser.downloaded(".html").await).expect("the report can be read");
    assert!(report.contains("Harbour &amp; Co"), "the report to attach is there");
    assert!(!report.contains(NAME), "a report says the same wherever it was made");
    let address = host.address();
    for request in browser.requests().await {
        assert!(request.starts_with(&address), "the site asked for {request}");
    }
    // Without a name, people see where it goes.
    host.says(Some(&json!({ "quote": { "email": "quotes@harrow-vale.example" } }).to_string()));
    browser.open("about:blank").await;
    browser.open(&format!("{address}#/quote")).await;
    browser.sees("send-mail", "Send to harrow-vale.example").await;
    assert!(browser.all("send-form").await.is_empty(), "there is no form");
}

journey!(a_host_s_name_and_logo_are_there_without_a_network_too);
async fn a_host_s_name_and_logo_are_there_without_a_network_too(browser: &mut Browser) {
    let host = Hosted::of(&json!({ "name": NAME, "logo": "host/logo.svg" }));
    let address = host.address();
    browser.open(&address).await;
    let kept = "return navigator.serviceWorker.controller?.state === 'activated'";
    browser.becomes("kept by the browser", kept, &[], &json!(true)).await;
    drop(host);
    browser.open("about:blank").await;
    browser.open(&address).await;
    browser.becomes("the name", BRAND, &[], &json!(NAME)).await;
    let drawn = "return document.querySelector('.brand img')?.naturalWidth";
    browser.becomes("the width of the logo", drawn, &[], &json!(36)).await;
}
