//! The way through, as a new person walks it: from the first click to results and plan, on to each next page by its end.

use e2e::{Browser, journey, json, site};

/// How many questions the quick start asks.
const QUICK: usize = 25;

journey!(a_new_person_answers_with_the_second_click_and_comes_to_results_and_a_plan_that_one_can_read);
async fn a_new_person_answers_with_the_second_click_and_comes_to_results_and_a_plan_that_one_can_read(
    browser: &mut Browser,
) {
    let site = site();
    browser.open(&site.address()).await;
    browser.eval(COUNTS, &[]).await;
    reads(browser).await;
    browser.click("start").await;
    browser.sees("quick-progress", &format!("Question 1 of {QUICK}")).await;
    browser.click_nth("quick-answer", 3).await;
    browser.sees("quick-progress", &format!("Question 2 of {QUICK}")).await;
    let first = reads(browser).await;
    assert_eq!(first.clicks, 2, "clicks to a first answer");
    for number in 2..=QUICK {
        browser.sees("quick-progress", &format!("Question {number} of {QUICK}")).await;
        reads(browser).await;
        browser.click_nth("quick-answer", 2 + number % 2).await;
    }
    browser.find("quick-estimate").await;

    // The firm's details are asked for now.
    goes_on(browser, "#/organisation", "Step 2 of 7").await;
    browser.fill("organisation-name", "Larch Ltd").await;
    browser.fill("people", "12").await;
    clicks(browser, "[data-testid^=fact-][data-testid$=-yes]").await;
    goes_on(browser, "#/clauses", "Step 3 of 7").await;
    goes_on(browser, "#/documents", "Step 4 of 7").await;
    clicks(browser, "[data-testid=status-draft]").await;
    goes_on(browser, "#/risks", "Step 5 of 7").await;
    goes_on(browser, "#/controls", "Step 6 of 7").await;
    browser.click("accept-suggestions").await;
    // The button goes; the focus is where it says what came of it.
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("completeness")).await;
    // What is left to do there is one click away.
    let listed = "return [document.querySelectorAll('.item.control').length,
        Number(document.querySelector('[data-testid=show-left]')?.textContent.match(/\\d+/))]";
    browser.click("show-left").await;
    let told = browser.eval(listed, &[]).await[1].clone();
    browser.becomes("what is left, and listed", listed, &[], &json!([told, told])).await;
    goes_on(browser, "#/results", "Step 7 of 7").await;
    browser.saved().await;
    browser.find("onward").await;
    // Measured on 30 November 2026: 4.9 screens.
    fits_screens(browser, 5.5).await;
    goes_on(browser, "#/plan", "Step 7 of 7").await;
    browser.find("action").await;
    let rows = browser.all("action").await.len();
    let whole = reads(browser).await;
    println!("to a first answer: {first:?}; to the plan, {rows} rows: {whole:?}");
    // Measured: 36 rows, 84 clicks, 7,400 words of which most are the 25 questions with their five answers.
    assert!(rows <= 40, "a plan of {rows} rows");
    assert!(whole.clicks <= 90 && whole.words <= 8_500, "{whole:?}");

    // Whoever comes back finds where they stand, and what comes next.
    browser.go("#/").await;
    browser
        .becomes("the firm", "return document.querySelector('.open-title').textContent", &[], &json!("Larch Ltd"))
        .await;
    for part in ["next-step", "stands", "target", "week", "way", "last-saved"] {
        browser.find(part).await;
    }
    browser.click("continue").await;
    browser.arrives("#/organisation").await;
    // A copy is called after the firm too.
    browser.go("#/data").await;
    let stored = "return document.querySelector('[data-testid=stored] strong')?.textContent";
    browser.becomes("what a copy is called", stored, &[], &json!("Larch Ltd")).await;
    // As `docs/hosting.md` promises.
    assert_eq!(browser.console_warnings().await.unwrap_or_default(), [""; 0]);
    assert_eq!(browser.console_errors().await, [""; 0]);
}

journey!(who_opens_a_page_before_anything_is_begun_can_begin_there);
async fn who_opens_a_page_before_anything_is_begun_can_begin_there(browser: &mut Browser) {
    let site = site();
    browser.open(&format!("{}#/results", site.address())).await;
    browser.find("library").await;
    browser.click("start").await;
    browser.sees("quick-progress", &format!("Question 1 of {QUICK}")).await;
}

/// Counts from now on what a person does, and what they could have read.
const COUNTS: &str = "window.walk = { clicks: 0, words: 0 };
    addEventListener('click', ({ target }) => {
        // A click on a label is one on its field too.
        if (target.matches('input') || !target.closest('label')) walk.clicks += 1;
    }, true)";

/// What it took so far.
#[derive(Debug)]
#[allow(dead_code, reason = "the seconds are told, and depend on the machine")]
struct Walked {
    clicks: u64,
    words: u64,
    seconds: u64,
}

/// Reads the page.
async fn reads(browser: &Browser) -> Walked {
    let script = "walk.words += document.querySelector('main').innerText.split(/\\s+/).length;
        return [walk.clicks, walk.words, Math.round(performance.now() / 1000)]";
    let read = browser.eval(script, &[]).await;
    let [clicks, words, seconds] = [0, 1, 2].map(|index| read[index].as_u64().expect("a number"));
    Walked { clicks, words, seconds }
}

/// Results are read in so many screens of 800 pixels, all that is folded away aside.
async fn fits_screens(browser: &Browser, screens: f64) {
    browser.find("maps").await;
    let height = "return document.documentElement.scrollHeight / 800";
    let height = browser.eval(height, &[]).await.as_f64().expect("a height");
    assert!(height < screens, "results are {height} screens high");
}

journey!(the_results_of_an_example_fit_six_screens_and_are_whole_on_paper);
async fn the_results_of_an_example_fit_six_screens_and_are_whole_on_paper(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    fits_screens(browser, 6.0).await;
    // What a browser does before and after it prints.
    let folded = "if (arguments[0]) dispatchEvent(new Event(arguments[0]));
        return document.querySelectorAll('main details:not([open])').length";
    let before = browser.eval(folded, &[json!("")]).await;
    assert!(before.as_u64() > Some(10), "{before} folds");
    browser.becomes("what is folded on paper", folded, &[json!("beforeprint")], &json!(0)).await;
    browser.becomes("what is folded after that", folded, &[json!("afterprint")], &before).await;
}

journey!(tasks_of_ones_own_are_part_of_the_plan_and_each_change_is_taken_back);
async fn tasks_of_ones_own_are_part_of_the_plan_and_each_change_is_taken_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/plan").await;
    for what in ["Ask two firms for a quote", "Tell the team"] {
        browser.fill("task-new", what).await;
        browser.click("task-add").await;
    }
    let said =
        "return [...document.querySelectorAll('[data-testid=task]')].map((row) => [...row.querySelectorAll('input')]
        .map((it) => it.type === 'checkbox' ? it.checked : it.value).join())";
    let open = |first: &str| json!([first, "false,Tell the team,,"]);
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,,")).await;
    browser.fill("task-owner", "Ada").await;
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,Ada,")).await;
    browser.click("task-done").await;
    let done = json!(["false,Tell the team,,", "true,Ask two firms for a quote,Ada"]);
    browser.becomes("the tasks", said, &[], &done).await;
    browser.saved().await;
    let today = "return new Date().toLocaleDateString('sv')";
    let today = browser.eval(today, &[]).await;
    let file = browser.exported().await;
    let first = json!({ "what": "Ask two firms for a quote", "owner": "Ada", "done": today });
    assert_eq!(file["plan"], json!({ "tasks": [first, "Tell the team"] }));

    browser.go("#/plan").await;
    browser.click("undo").await;
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,Ada,")).await;
    // What was typed in one field is one step.
    browser.click("undo").await;
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,,")).await;
    browser.click("task-remove").await;
    browser.becomes("the tasks", said, &[], &json!(["false,Tell the team,,"])).await;
    browser.click("notice-action").await;
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,,")).await;
    browser.saved().await;
    browser.reload().await;
    browser.becomes("the tasks", said, &[], &open("false,Ask two firms for a quote,,")).await;
}

journey!(a_row_of_the_plan_is_called_done_where_it_stands_and_taken_back);
async fn a_row_of_the_plan_is_called_done_where_it_stands_and_taken_back(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.open_example("manufacturer").await;
    browser.go("#/plan").await;
    browser.find("action-done").await;
    let first = "return document.querySelector('[data-testid=action] summary').textContent";
    let before = browser.eval(first, &[]).await;
    browser.click("action-done").await;
    let says = browser.text("action-says").await;
    assert!(says.contains("4.2-c"), "{says}");
    browser.click("action-yes").await;
    browser
        .becomes("the question", "return !document.querySelector('[data-testid=action-says]')", &[], &json!(true))
        .await;
    assert_ne!(browser.eval(first, &[]).await, before);
    browser.go("#/clauses/4.2").await;
    browser.sees_answer("4.2-c", Some(2)).await;
    browser.click("undo").await;
    browser.sees_answer("4.2-c", Some(1)).await;
    browser.go("#/plan").await;
    browser.becomes("the first row", first, &[], &before).await;
}

/// Goes on by the button at the end of the page.
async fn goes_on(browser: &Browser, to: &str, step: &str) {
    browser.click("onward").await;
    browser.arrives(to).await;
    let said = "return document.querySelector('[data-testid=step] strong')?.textContent";
    browser.becomes("the step", said, &[], &json!(step)).await;
    reads(browser).await;
}

/// Clicks on everything that a selector names.
async fn clicks(browser: &Browser, css: &str) {
    browser.rests().await;
    let script = "const all = [...document.querySelectorAll(arguments[0])]; all.forEach((it) => it.click()); return all.length > 0";
    browser.becomes(css, script, &[json!(css)], &json!(true)).await;
}

journey!(one_question_at_a_time_by_single_keys_and_back_to_the_place_one_left,
    only chromium firefox: "WebKitGTK's driver does not tell of the way back in one document");
async fn one_question_at_a_time_by_single_keys_and_back_to_the_place_one_left(browser: &mut Browser) {
    let site = site();
    browser.open(&site.address()).await;
    browser.start_assessment().await;
    browser.go("#/ask").await;
    browser.click_in("4.1-issues", "note-open").await;
    browser.becomes("the focus", "return document.activeElement.dataset.testid", &[], &json!("note")).await;
    browser.fill_in("4.1-issues", "note", "Asked one by one").await;
    browser.eval("document.querySelector('.item').focus()", &[]).await;
    browser.press("4").await;
    browser.sees_answer("4.1-issues", Some(3)).await;
    browser.press("j").await;
    browser.arrives("#/ask/4.1-climate").await;
    browser.becomes("the focus", "return document.activeElement.id", &[], &json!("4.1-climate")).await;
    browser.press("k").await;
    browser.arrives("#/ask/4.1-issues").await;
    browser.sees_answer("4.1-issues", Some(3)).await;

    // A term says what it means where it stands; from the glossary one comes back to the same place, as it was.
    browser.go("#/clauses/9.2.2").await;
    browser.click_in("9.2.2-b", "explain").await;
    browser.click_in("9.2.2-b", "term-mention").await;
    browser.find_in("9.2.2-b", "meaning").await;
    comes_back_from_the_glossary(browser, "#/clauses/9.2.2", "9.2.2-b").await;
    // So it is far down a page whose items have their fields only when one comes to them.
    browser.go("#/controls").await;
    browser.click_in("A.8.9", "explain").await;
    browser.find_in("A.8.9", "guidance").await;
    comes_back_from_the_glossary(browser, "#/controls", "A.8.9").await;
}

/// Goes to the glossary out of what is open in an item, and back.
async fn comes_back_from_the_glossary(browser: &Browser, route: &str, item: &str) {
    let top = format!("return Math.round(document.getElementById('{item}').getBoundingClientRect().top / 20)");
    let leave = "document.getElementById(arguments[0]).focus();
        setTimeout(() => { location.hash = '#/learn/glossary' }, 100)";
    browser.eval("document.getElementById(arguments[0]).scrollIntoView()", &[json!(item)]).await;
    let before = browser.eval(&top, &[]).await;
    browser.eval(leave, &[json!(item)]).await;
    browser.arrives("#/learn/glossary").await;
    browser.eval("history.back()", &[]).await;
    browser.arrives(route).await;
    let open = "return !!document.getElementById(arguments[0])?.querySelector('[data-testid=guidance]')";
    browser.becomes("what was open", open, &[json!(item)], &json!(true)).await;
    browser.becomes("the place", &top, &[], &before).await;
}
