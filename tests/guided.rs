//! What guides a person: the quick start, keys in a question, and the palette.

use e2e::{Browser, Key, journey, json, site, site_with};

/// The test id of what has the focus, or else its id.
const FOCUSED: &str = "const at = document.activeElement; return at.dataset.testid || at.id";
/// How many questions the quick start asks.
const QUICK: usize = 25;
/// How many requirements its questions answer.
const QUICK_ANSWERS: usize = 23;

journey!(a_press_before_the_program_has_come_counts_and_pressed_again_it_begins_one_assessment);
async fn a_press_before_the_program_has_come_counts_and_pressed_again_it_begins_one_assessment(browser: &mut Browser) {
    let early =
        "addEventListener('DOMContentLoaded', () => document.querySelector('[data-testid=start-early]').click())";
    let (_folder, site) = site_with(early);
    browser.open(&site.address()).await;
    browser.sees("quick-progress", &format!("Question 1 of {QUICK}")).await;
    browser.go("#/").await;
    browser.find("start").await;
    let thrice = "const start = document.querySelector('[data-testid=start]');
        for (let times = 0; times < 3; times += 1) start.click()";
    browser.eval(thrice, &[]).await;
    browser.sees("quick-progress", &format!("Question 1 of {QUICK}")).await;
    browser.go("#/assessments").await;
    browser.find("assessment").await;
    assert_eq!(browser.all("assessment").await.len(), 2, "one for each button");
}

journey!(the_quick_start_ends_with_an_estimate_and_counts_for_the_whole);
async fn the_quick_start_ends_with_an_estimate_and_counts_for_the_whole(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.click("start").await;
    browser.sees("quick-progress", &format!("Question 1 of {QUICK}")).await;
    browser.becomes("the focus", "return document.activeElement.localName", &[], &json!("h1")).await;

    // By keys: an answer goes on, and begins an assessment; one can skip and go back.
    browser.press("3").await;
    browser.sees("quick-progress", &format!("Question 2 of {QUICK}")).await;
    browser.becomes("the focus", FOCUSED, &[], &json!("quick-question")).await;
    browser.press("j").await;
    browser.sees("quick-progress", &format!("Question 3 of {QUICK}")).await;
    browser.press(&Key::Left.to_string()).await;
    browser.sees("quick-progress", &format!("Question 2 of {QUICK}")).await;

    // By the buttons, to the end.
    for number in 2..=QUICK {
        browser.sees("quick-progress", &format!("Question {number} of {QUICK}")).await;
        assert_eq!(browser.all("quick-answer").await.len(), 5, "a question has five levels");
        browser.click_nth("quick-answer", number % 5).await;
    }
    browser.find("quick-estimate").await;
    browser.becomes("the focus", FOCUSED, &[], &json!("quick-question")).await;
    browser.sees("answered-count", &QUICK_ANSWERS.to_string()).await;
    let count = "return document.querySelectorAll(`[data-testid=${arguments[0]}] li`).length";
    browser.becomes("what an auditor would stop on", count, &[json!("quick-stops")], &json!(8)).await;
    browser.becomes("what is good", count, &[json!("quick-strengths")], &json!(3)).await;
    let shown = browser.text("quick-estimate").await;
    let overall = "return [...document.querySelectorAll('[data-testid=score-overall] dd')]
        .map((interval) => interval.textContent.replace(/\\s/g, ' '))";
    let overall = browser.eval(overall, &[]).await;
    let intervals = overall.as_array().expect("a list");
    assert!(!intervals.is_empty(), "every page shows how ready one is");
    for interval in intervals.iter().filter_map(|text| text.as_str()) {
        assert!(
            shown.contains(interval),
            "the estimate '{shown}' is the readiness that every page shows: '{interval}'"
        );
    }
    browser.saved().await;

    browser.reload().await;
    browser.find("quick-estimate").await;
    browser.go("#/clauses/10.2").await;
    browser.sees_answer("10.2-b2", Some(0)).await;
    browser.sees_answer("10.2-d", Some(0)).await;
    browser.sees_answer("10.2-e", None).await;
    let backup = browser.exported().await["controls"]["A.8.13"].clone();
    assert_eq!((backup["level"].as_str(), backup["decision"].as_str()), (Some("defined"), None), "{backup}");
}

journey!(a_click_on_a_page_of_the_second_program_does_nothing_in_the_first);
async fn a_click_on_a_page_of_the_second_program_does_nothing_in_the_first(browser: &mut Browser) {
    let site = site();
    browser.open(&format!("{}#/quick", site.address())).await;
    browser.click("explain").await;
    let explained = "return document.querySelector('[data-testid=explain]').getAttribute('aria-expanded')";
    browser.becomes("the explanation", explained, &[], &json!("true")).await;
    let menu = "return document.querySelector('.menu-button').getAttribute('aria-expanded')";
    assert_eq!(browser.eval(menu, &[]).await, json!("false"), "only what was clicked has heard of it");
}

journey!(keys_answer_only_the_question_that_has_the_focus);
async fn keys_answer_only_the_question_that_has_the_focus(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/5.2?item=5.2-a").await;
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("5.2-a")).await;
    browser.press("4").await;
    browser.sees_answer("5.2-a", Some(3)).await;
    browser.press("j").await;
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("5.2-b")).await;
    browser.press("2").await;
    browser.sees_answer("5.2-b", Some(1)).await;
    browser.press("k").await;
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("5.2-a")).await;

    // In a field a digit is a digit.
    browser.click_in("5.2-a", "note-open").await;
    browser.fill_in("5.2-a", "note", "Version 1, jointly with Kim").await;
    browser.sees_value("5.2-a", "note", "Version 1, jointly with Kim").await;
    browser.sees_answer("5.2-a", Some(3)).await;

    // Outside of a question nothing happens.
    browser.eval("document.querySelector('h1').focus()", &[]).await;
    browser.press("1").await;
    browser.press("j").await;
    browser.becomes("the focus", "return document.activeElement.localName", &[], &json!("h1")).await;
    browser.sees_answer("5.2-a", Some(3)).await;
    browser.sees("answered-count", "2").await;
}

journey!(the_palette_finds_a_place_by_a_few_letters);
async fn the_palette_finds_a_place_by_a_few_letters(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/clauses/4.3").await;
    browser.find_in("4.3-a", "explain").await;
    let open = format!("{}k{}", Key::Control, Key::Null);

    browser.eval("document.querySelector('[data-item-id=\"4.3-a\"] [data-testid=explain]').focus()", &[]).await;
    browser.press(&open).await;
    browser.becomes("the focus", FOCUSED, &[], &json!("palette-field")).await;
    browser.press(&Key::Escape.to_string()).await;
    browser.becomes("the palette", "return document.querySelector('[data-testid=palette]')", &[], &json!(null)).await;
    browser.becomes("the focus", FOCUSED, &[], &json!("explain")).await;

    browser.press(&open).await;
    browser.becomes("the focus", FOCUSED, &[], &json!("palette-field")).await;
    browser.press("backup 8.13").await;
    let chosen = "const field = document.querySelector('[role=combobox]');
        const option = document.getElementById(field.getAttribute('aria-activedescendant'));
        return option && option.ariaSelected === 'true' && option.textContent.split(' ')[0]";
    browser.becomes("the chosen entry", chosen, &[], &json!("A.8.13")).await;
    browser.press(&Key::Enter.to_string()).await;
    browser.arrives("#/controls/A.8.13").await;
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("A.8.13")).await;

    // By what people call it, and by what only the guidance says.
    browser.press(&open).await;
    browser.becomes("the focus", FOCUSED, &[], &json!("palette-field")).await;
    browser.press("mfa").await;
    browser.becomes("the chosen entry", chosen, &[], &json!("A.8.5")).await;
    browser.press(&Key::Backspace.to_string().repeat(3)).await;
    browser.press("smart speaker").await;
    browser.becomes("the chosen entry", chosen, &[], &json!("A.6.7")).await;
    browser.press(&Key::Escape.to_string()).await;
    browser.becomes("the palette", "return document.querySelector('[data-testid=palette]')", &[], &json!(null)).await;

    // With the mouse, from the menu, and with arrows; what fits nothing says so.
    browser.click("find").await;
    browser.becomes("the focus", FOCUSED, &[], &json!("palette-field")).await;
    browser.press("qqqq").await;
    browser.becomes("the entries", "return document.querySelectorAll('[role=option]').length", &[], &json!(0)).await;
    browser.press(&Key::Backspace.to_string().repeat(4)).await;
    browser.press(&format!("risk{}", Key::Down)).await;
    browser
        .becomes(
            "the chosen entry",
            "return document.querySelector('[role=option][aria-selected=true]').id",
            &[],
            &json!("palette-1"),
        )
        .await;
    browser.press(&Key::Up.to_string()).await;
    browser.press(&Key::Enter.to_string()).await;
    browser.arrives("#/risks").await;
}
