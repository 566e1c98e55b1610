//! Two tabs on one assessment: each shows what the other does, and nothing is lost.

use e2e::{Browser, Value, journey, json, site};

journey!(two_tabs_show_each_others_changes);
async fn two_tabs_show_each_others_changes(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.saved().await;
    browser.open_in_new_tab(&format!("{}#/clauses/5.2", site.address())).await;
    browser.answer("5.2-a", 3).await;
    browser.saved().await;

    browser.go_to_tab(0).await;
    browser.go("#/clauses/5.2").await;
    browser.sees_answer("5.2-a", Some(3)).await;
    browser.sees("answered-count", "1").await;
    browser.answer("5.2-a", 1).await;
    browser.answer("5.2-b", 4).await;
    browser.explain("5.2-b", "Written in the first tab", "Policy v2").await;
    browser.saved().await;

    browser.go_to_tab(1).await;
    browser.sees_answer("5.2-a", Some(1)).await;
    browser.sees_answer("5.2-b", Some(4)).await;
    browser.click_in("5.2-b", "note-open").await;
    browser.sees_value("5.2-b", "note", "Written in the first tab").await;
    browser.fill_in("5.2-b", "owner", "Ada of the second tab").await;
    browser.saved().await;

    // The pages of another part too.
    browser.go_to_tab(0).await;
    browser.sees_value("5.2-b", "owner", "Ada of the second tab").await;
    browser.go("#/organisation").await;
    browser.fill("organisation-name", "Two Tabs Ltd").await;
    browser.saved().await;
    browser.go_to_tab(1).await;
    browser.go("#/organisation").await;
    browser.sees_value("", "organisation-name", "Two Tabs Ltd").await;
    assert_eq!(browser.exported().await["answers"]["5.2-b"]["note"], "Written in the first tab");
}

journey!(two_tabs_at_work_at_once_lose_nothing);
async fn two_tabs_at_work_at_once_lose_nothing(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.saved().await;
    browser.go("#/clauses/9.3.2").await;
    browser.find_in("9.3.2-a", "answer").await;
    browser.open_in_new_tab(&format!("{}#/clauses/6.2", site.address())).await;
    browser.find_in("6.2-a", "answer").await;
    // Both click on, whichever is in front.
    answer_by_itself(browser).await;
    browser.go_to_tab(0).await;
    answer_by_itself(browser).await;
    for (tab, all) in [(0, 10), (1, 13)] {
        browser.go_to_tab(tab).await;
        browser.becomes("the number of answers here", "return window.answersGiven", &[], &json!(all)).await;
        browser.saved().await;
    }
    for tab in [0, 1] {
        browser.go_to_tab(tab).await;
        browser.sees("answered-count", "23").await;
    }
    browser.open_in_new_tab(&site.address()).await;
    let file = browser.exported().await;
    let answers = file["answers"].as_object().expect("answers");
    let open = answers.iter().filter(|(_, answer)| answer["level"] == Value::Null).count();
    assert_eq!((answers.len(), open), (23, 0), "every answer of both tabs is stored");
}

journey!(a_tab_whose_assessment_is_deleted_says_so_until_it_is_put_back);
async fn a_tab_whose_assessment_is_deleted_says_so_until_it_is_put_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("consultancy").await;
    let before = browser.exported().await;
    browser.go("#/clauses/4.4").await;
    browser.find_in("4.4-isms", "answer").await;
    browser.open_in_new_tab(&format!("{}#/assessments", site.address())).await;
    browser.click("delete").await;
    browser.click("delete-sure").await;
    browser.find("notice-action").await;

    browser.go_to_tab(0).await;
    browser.find("storage-trouble").await;
    browser.go_to_tab(1).await;
    browser.click("notice-action").await;
    browser.find("assessment").await;
    browser.go_to_tab(0).await;
    browser.saved().await;
    assert_eq!(browser.exported().await, before);

    // What is changed while it is gone can't end up in another assessment.
    browser.go("#/clauses/4.4").await;
    browser.find_in("4.4-isms", "answer").await;
    browser.go_to_tab(1).await;
    browser.click("delete").await;
    browser.click("delete-sure").await;
    browser.go_to_tab(0).await;
    browser.find("storage-trouble").await;
    browser.answer("4.4-isms", 4).await;
    browser.go("#/").await;
    browser.start_assessment().await;
    browser.fill("organisation-name", "A new beginning").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.exported().await["answers"], json!({}));
}

/// Answers every item of the page by and by, without waiting for anything.
async fn answer_by_itself(browser: &Browser) {
    let script = "const items = [...document.querySelectorAll('[data-testid=item]')];
        window.answersGiven = 0;
        const timer = setInterval(() => {
            const item = items[window.answersGiven];
            if (!item) return clearInterval(timer);
            item.querySelectorAll('[data-testid=answer] input')[window.answersGiven % 5].click();
            window.answersGiven++;
        }, 40)";
    browser.eval(script, &[]).await;
}
