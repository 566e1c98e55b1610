//! Audits and reviews: an internal audit from its sample to a nonconformity that is closed, and a management review.

use e2e::{Browser, journey, json, site};

journey!(an_audit_finds_something_that_is_followed_until_it_is_closed);
async fn an_audit_finds_something_that_is_followed_until_it_is_closed(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    browser.go("#/clauses/4.1").await;
    browser.explain("4.1-issues", "", "Minutes of March").await;
    browser.fill_in("4.1-issues", "owner", "Ada Byron").await;
    browser.saved().await;

    // A new audit comes with its paper: criteria, and a sample by risk with where the evidence is said to be. Whoever owns
    // something of it may not look at that.
    browser.go("#/audits").await;
    browser.click("add-audit").await;
    browser
        .becomes(
            "whether each sub-clause is there",
            "return document.querySelectorAll('[data-testid=sampled]').length >= 30",
            &[],
            &json!(true),
        )
        .await;
    let criteria = "return document.querySelector('[data-item-id=IA1] [data-testid=criteria]').value.length > 20";
    browser.becomes("whether it has criteria", criteria, &[], &json!(true)).await;
    browser.fill_in("IA1", "scope", "The whole firm").await;
    browser.fill_in("IA1", "auditors", "Grace Hopper, Ada Byron").await;
    browser.fill_in("IA1", "sample-new", "4.1-issues").await;
    browser.click_in("IA1", "sample-add").await;
    browser.sees_in_page("Minutes of March").await;
    browser.find_in("IA1", "owned").await;
    browser.fill_in("IA1", "auditors", "Grace Hopper").await;
    browser.becomes("whether independence is in doubt", COUNT, &[json!("owned")], &json!(0)).await;
    browser.find_in("IA1", "independent").await;
    let first = browser.eval("return document.querySelector('[data-testid=sampled]').dataset.sampled", &[]).await;
    browser.fill_in("IA1", "seen", "Nobody wrote them down").await;
    put(browser, "IA1", "result", "minor").await;

    // One click brings it into the register, where it goes on until it is closed.
    browser.click_in("IA1", "register").await;
    browser.find_in("IA1", "registered").await;
    browser.click_in("NC1", "record-open").await;
    browser.sees_value("NC1", "finding", "Nobody wrote them down").await;
    browser.sees_value("NC1", "reference", "IA1").await;
    put(browser, "NC1", "due", "2020-01-01").await;
    browser.sees("state", "Open, date passed").await;
    browser.saved().await;
    browser.go("#/plan").await;
    browser.sees_in_page("Deal with NC1 (Nobody wrote them down)").await;
    browser.go("#/audits").await;
    browser.click_in("NC1", "record-open").await;
    browser.fill_in("NC1", "cause", "Nobody had the task").await;
    for field in ["done", "checked", "closed"] {
        put(browser, "NC1", field, "2026-01-02").await;
    }
    browser.sees("state", "Closed").await;
    browser.saved().await;
    let file = browser.exported().await;
    let one = &file["nonconformities"][0];
    assert_eq!((one["about"].as_str(), one["cause"].as_str()), (first.as_str(), Some("Nobody had the task")), "{one}");

    // It can be removed, and comes back.
    browser.go("#/audits").await;
    browser.click_in("NC1", "record-open").await;
    browser.click_in("NC1", "record-remove").await;
    browser.becomes("whether it is there", COUNT, &[json!("nonconformity")], &json!(0)).await;
    browser.click("undo").await;
    browser.find("nonconformity").await;
}

journey!(an_external_finding_is_compared_and_a_review_carries_on);
async fn an_external_finding_is_compared_and_a_review_carries_on(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.go("#/audits").await;
    browser.click("add-nonconformity").await;
    browser.fill_in("NC1", "finding", "The auditor’s own words").await;
    put(browser, "NC1", "source", "stage1").await;
    browser.sees_in_page("can’t be compared").await;
    browser.fill_in("NC1", "about", "9.2.2").await;
    browser
        .becomes(
            "the comparison",
            "return document.querySelector('[data-testid=foreseen]')?.textContent.includes(' of 1 finding') ?? false",
            &[],
            &json!(true),
        )
        .await;

    browser.click("add-review").await;
    browser.sees_in_page("1 nonconformity recorded, 1 open").await;
    browser.fill_in("MR1", "task-new", "Hire an auditor").await;
    browser.click_in("MR1", "task-add").await;
    browser.find_in("MR1", "task").await;
    browser.click("add-review").await;
    browser.sees_in_page("Hire an auditor (MR1)").await;
    browser.saved().await;
    browser.reload().await;
    browser.find_in("MR2", "agenda").await;
    let reviews = browser.exported().await["management_reviews"].clone();
    assert_eq!(reviews[0]["decisions"], json!(["Hire an auditor"]));
}

const COUNT: &str = "return document.querySelectorAll(`[data-testid=${arguments[0]}]`).length";

trait Seen {
    /// Waits until the page says something.
    async fn sees_in_page(&self, text: &str);
}

impl Seen for Browser {
    async fn sees_in_page(&self, text: &str) {
        let script = "return document.querySelector('main').textContent.includes(arguments[0])";
        self.becomes(&format!("whether the page says '{text}'"), script, &[json!(text)], &json!(true)).await;
    }
}

/// Chooses one of a list, or puts in a day.
async fn put(browser: &Browser, item: &str, id: &str, value: &str) {
    browser.find_in(item, id).await;
    let script = "const it = document.querySelector(`[data-item-id='${arguments[0]}'] [data-testid=${arguments[1]}]`);
        it.value = arguments[2];
        for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, { bubbles: true }))";
    browser.eval(script, &[json!(item), json!(id), json!(value)]).await;
}
