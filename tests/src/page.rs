//! What a person does on a page and sees there. Everything waits for what it needs, and says what did not come.

use crate::{Browser, Engine};
use fantoccini::{
    Locator,
    elements::Element,
    error::{CmdError, ErrorStatus},
    key::Key,
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long something may take to appear: long enough for a machine on which several browsers and compilers work.
pub(crate) const PATIENCE: Duration = Duration::from_secs(45);
/// How often one looks whether it has.
pub(crate) const PAUSE: Duration = Duration::from_millis(50);

impl Browser {
    /// Opens an address.
    pub async fn open(&self, address: &str) {
        // A browser may say that a page is loaded while the one before is still there: that one gets a mark. In Firefox each
        // script has globals of its own, over those of the window.
        let leave = "const there = new URL(arguments[0], location.href);
            const leaves = there.href.split('#')[0] !== location.href.split('#')[0];
            if (leaves) window.isLeft = true;
            return leaves";
        let leaves = self.eval(leave, &[json!(address)]).await == json!(true);
        self.client().goto(address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
        if leaves {
            self.becomes("whether the page is the one before", "return 'isLeft' in window", &[], &json!(false)).await;
        }
    }

    /// Goes to a route of the page that is open, such as `#/clauses/4.3`, as a link does.
    pub async fn go(&self, route: &str) {
        self.eval("location.hash = arguments[0]", &[json!(route)]).await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client().refresh().await.expect("the page loads again");
    }

    /// The element with this test id, as soon as it is there.
    pub async fn find(&self, id: &str) -> Element {
        self.find_css(&selector(id)).await
    }

    /// The element with this test id inside the item with this id, as soon as it is there.
    pub async fn find_in(&self, item: &str, id: &str) -> Element {
        self.find_css(&selector_in(item, id)).await
    }

    async fn find_css(&self, css: &str) -> Element {
        self.nth(css, 0).await
    }

    /// One of those that a selector names, counted from 0, as soon as it is there.
    async fn nth(&self, css: &str, number: usize) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let all = self.client().find_all(Locator::Css(css)).await.expect("the page answers");
            if let Some(element) = all.into_iter().nth(number) {
                return element;
            }
            assert!(Instant::now() < deadline, "nothing is {css} ({number}) on {}", self.address().await);
            if let Some((item, _)) = css.split_once(' ') {
                // Far below the window it has its heading alone: a person scrolls there.
                let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
                self.eval(script, &[json!(item)]).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Does something with what is at a place, and what is refused, again with what is there then: the page may have drawn
    /// it anew since it was found, or still be moving it there.
    async fn with<T>(
        &self,
        css: &str,
        number: usize,
        act: impl AsyncFn(&Element) -> Result<T, CmdError>,
    ) -> Result<T, CmdError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let done = act(&self.nth(css, number).await).await;
            match done {
                Err(error) if is_passing(&error) && Instant::now() < deadline => tokio::time::sleep(PAUSE).await,
                done => return done,
            }
        }
    }

    /// All elements with this test id that are there now.
    pub async fn all(&self, id: &str) -> Vec<Element> {
        self.client().find_all(Locator::Css(&selector(id))).await.expect("the page answers")
    }

    /// All elements with this test id inside the item with this id that are there now.
    pub async fn all_in(&self, item: &str, id: &str) -> Vec<Element> {
        self.client().find_all(Locator::Css(&selector_in(item, id))).await.expect("the page answers")
    }

    /// Clicks on the element with this test id.
    pub async fn click(&self, id: &str) {
        self.click_nth(id, 0).await;
    }

    /// Clicks on one of those with this test id, counted from 0.
    pub async fn click_nth(&self, id: &str, number: usize) {
        self.click_at(&selector(id), number).await;
    }

    /// Clicks on the element with this test id inside an item.
    pub async fn click_in(&self, item: &str, id: &str) {
        self.click_nth_in(item, id, 0).await;
    }

    /// Clicks on one of those with this test id inside an item, counted from 0.
    pub async fn click_nth_in(&self, item: &str, id: &str, number: usize) {
        self.click_at(&selector_in(item, id), number).await;
    }

    pub(crate) async fn click_at(&self, css: &str, number: usize) {
        let clicked = self.with(css, number, async |element| self.clicks(element).await).await;
        clicked.unwrap_or_else(|error| panic!("{css} ({number}) can't be clicked: {error}"));
    }

    /// Clicks on an element that stays; `what` names it should that fail.
    pub async fn click_on(&self, element: &Element, what: &str) {
        let deadline = Instant::now() + PATIENCE;
        while let Err(error) = self.clicks(element).await {
            let is_there = is_passing(&error) && !error.is_stale_element_reference();
            assert!(is_there && Instant::now() < deadline, "'{what}' can't be clicked: {error}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn clicks(&self, element: &Element) -> Result<(), CmdError> {
        self.brings_into_view(element).await?;
        element.click().await
    }

    /// Scrolls to an element: in the middle of the view nothing that stays in place, such as the header, lies over it.
    async fn brings_into_view(&self, element: &Element) -> Result<(), CmdError> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.client().execute(script, vec![as_value(element)]).await.map(drop)
    }

    /// Types into the field with this test id in place of what is there; a path, if it is a field for a file.
    pub async fn fill(&self, id: &str, text: &str) {
        self.type_into(&selector(id), text).await;
    }

    /// Types into the field with this test id inside an item, in place of what is there.
    pub async fn fill_in(&self, item: &str, id: &str, text: &str) {
        self.type_into(&selector_in(item, id), text).await;
    }

    async fn type_into(&self, css: &str, text: &str) {
        let typed = self.with(css, 0, async |field| self.types_into(field, text).await).await;
        typed.unwrap_or_else(|error| panic!("{css} can't be typed into: {error}"));
    }

    async fn types_into(&self, field: &Element, text: &str) -> Result<(), CmdError> {
        let kind = field.attr("type").await?.unwrap_or_default();
        if kind != "file" {
            self.brings_into_view(field).await?;
            field.clear().await?;
        }
        if text.is_empty() {
            // WebKit's driver takes it for a text that is missing.
            return Ok(());
        }
        if kind == "date" && self.engine() == Engine::WebKit {
            return self.puts_into(field, text).await;
        }
        let typed = match (kind.as_str(), self.engine(), text.split('-').collect::<Vec<_>>().as_slice()) {
            // Chromium's field is typed into as an English person does, Firefox's driver takes the date as it is.
            ("date", Engine::Chromium, [year, month, day]) => format!("{month}{day}{year}"),
            // Its driver leaves out what ends a line.
            (_, Engine::WebKit, _) => text.replace('\n', &char::from(Key::Enter).to_string()),
            _ => text.to_owned(),
        };
        field.send_keys(&typed).await
    }

    /// Has the page believe that a text was typed: WebKitGTK's field for a date has a calendar and takes no keys.
    async fn puts_into(&self, field: &Element, text: &str) -> Result<(), CmdError> {
        let script = "const [field, text] = arguments;
            field.focus();
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
            for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }))";
        self.client().execute(script, vec![as_value(field), json!(text)]).await.map(drop)
    }

    /// Presses keys where the focus is; [`crate::Key`] has those without a letter.
    pub async fn press(&self, keys: &str) {
        loop {
            let focused = self.client().active_element().await.expect("something has the focus");
            match focused.send_keys(keys).await {
                // The page has drawn it anew since: no key was pressed.
                Err(error) if error.is_stale_element_reference() => {}
                pressed => return pressed.expect("keys can be pressed"),
            }
        }
    }

    /// The visible text of the element with this test id.
    pub async fn text(&self, id: &str) -> String {
        self.with(&selector(id), 0, async |element| element.text().await).await.expect("the page answers")
    }

    /// Waits until the text of the element with this test id is the expected one.
    pub async fn sees(&self, id: &str, expected: &str) {
        let script = "const part = document.querySelector(arguments[0]); return part && part.textContent.trim()";
        self.becomes(&format!("the text of '{id}'"), script, &[json!(selector(id))], &json!(expected)).await;
    }

    /// Waits until a script of the page returns the expected value.
    pub async fn becomes(&self, what: &str, script: &str, arguments: &[Value], expected: &Value) {
        self.becomes_within(PATIENCE, what, script, arguments, expected).await;
    }

    /// As [`Browser::becomes`], for what takes longer than a page.
    pub async fn becomes_within(
        &self,
        patience: Duration,
        what: &str,
        script: &str,
        arguments: &[Value],
        expected: &Value,
    ) {
        let deadline = Instant::now() + patience;
        loop {
            let present = self.eval(script, arguments).await;
            if present == *expected {
                return;
            }
            assert!(Instant::now() < deadline, "{what} is {present}, not {expected}, on {}", self.address().await);
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until a timer of the page, set now, is over: all that the page itself has set for earlier has happened then.
    pub async fn comes_after(&self, timer: Duration) {
        let milliseconds = u64::try_from(timer.as_millis()).expect("a short time");
        self.eval("return new Promise((done) => setTimeout(done, arguments[0]))", &[json!(milliseconds)]).await;
    }

    /// Runs a script in the page, with `arguments[0]` and so on, and gives what it returns; a promise is awaited.
    pub async fn eval(&self, script: &str, arguments: &[Value]) -> Value {
        let result = self.client().execute(script, arguments.to_vec()).await;
        result.unwrap_or_else(|error| panic!("the script fails: {error}\n{script}"))
    }

    /// The address of the page.
    pub async fn address(&self) -> String {
        self.client().current_url().await.map_or_else(|error| format!("no page ({error})"), String::from)
    }
}

/// Looks again and again until there is something, which must be soon.
///
/// # Panics
/// When it does not come: with what it should have been.
pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < deadline, "{what} did not come within {} s", PATIENCE.as_secs());
        tokio::time::sleep(PAUSE).await;
    }
}

/// An element as an argument of a script.
fn as_value(element: &Element) -> Value {
    serde_json::to_value(element).expect("an element is JSON")
}

/// Whether the same can be done a moment later: it was drawn anew, is not shown yet, or something lies over it still.
fn is_passing(error: &CmdError) -> bool {
    use ErrorStatus::{ElementClickIntercepted, ElementNotInteractable, NoSuchElement, StaleElementReference};
    let passing = [StaleElementReference, NoSuchElement, ElementNotInteractable, ElementClickIntercepted];
    matches!(error, CmdError::Standard(said) if passing.contains(&said.error))
}

fn selector(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

fn selector_in(item: &str, id: &str) -> String {
    format!("[data-item-id=\"{item}\"] {}", selector(id))
}
