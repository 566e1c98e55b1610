//! What a person does in Stage Zero itself.

use crate::{Browser, Value, eventually, json};
use std::fs;

impl Browser {
    /// Starts an assessment, from the first page or the list.
    pub async fn start_assessment(&self) {
        self.click("start").await;
        // The first question, or where a host hides the quick start, the organisation.
        let there = "return ['#/quick', '#/organisation'].includes(location.hash)";
        self.becomes("whether it has begun", there, &[], &json!(true)).await;
        self.go("#/organisation").await;
        self.find("organisation-name").await;
    }

    /// Chooses one of the five levels for the requirement or control on the page, 0 to 4.
    pub async fn answer(&self, item: &str, level: usize) {
        self.find_in(item, "answer").await;
        let answers = self.all_in(item, "answer").await;
        assert_eq!(answers.len(), 5, "{item} has five levels");
        self.click_nth_in(item, "answer", level).await;
    }

    /// Opens the fields of an item and writes a note and a reference to evidence.
    pub async fn explain(&self, item: &str, note: &str, evidence: &str) {
        self.click_in(item, "note-open").await;
        self.fill_in(item, "note", note).await;
        self.fill_in(item, "evidence", evidence).await;
    }

    /// Which of the five levels the page shows for an item, as soon as it is the expected one.
    pub async fn sees_answer(&self, item: &str, level: Option<usize>) {
        let script = "const item = document.querySelector(`[data-item-id=\"${arguments[0]}\"]`);
            if (!item) return 'no item';
            const inputs = [...item.querySelectorAll('[data-testid=answer] input')];
            const chosen = inputs.findIndex((input) => input.checked);
            return chosen < 0 ? null : chosen";
        self.becomes(&format!("the level of {item}"), script, &[json!(item)], &json!(level)).await;
    }

    /// Waits until the field of an item, or of the page if the item is empty, holds a text.
    pub async fn sees_value(&self, item: &str, id: &str, expected: &str) {
        let script = "const item = arguments[0] ? `[data-item-id=\"${arguments[0]}\"] ` : '';
            const field = document.querySelector(`${item}[data-testid=\"${arguments[1]}\"]`);
            const whole = item && !field && document.querySelector(item);
            if (whole) {
                // Far below the window it has its heading alone, and what is folded away is not drawn.
                whole.scrollIntoView({ block: 'center' });
                for (const folded of [whole, ...whole.querySelectorAll('details')]) folded.open = true;
            }
            return field && field.value";
        self.becomes(&format!("'{id}' {item}"), script, &[json!(item), json!(id)], &json!(expected)).await;
    }

    /// Waits until the page says that everything is stored.
    pub async fn saved(&self) {
        let script = "return document.querySelector('[data-testid=save-state]')?.dataset.state";
        self.becomes("the state of saving", script, &[], &json!("saved")).await;
    }

    /// The open assessment, as the report page exports it.
    pub async fn exported(&self) -> Value {
        self.go("#/report").await;
        self.click("download-assessment").await;
        let file = self.downloaded(".json").await;
        let text = fs::read_to_string(&file).expect("the download can be read");
        fs::remove_file(&file).expect("the download can be removed");
        serde_json::from_str(&text).expect("the export is JSON")
    }

    /// Opens one of the examples of the home page.
    pub async fn open_example(&self, name: &str) {
        self.go("#/assessments").await;
        self.click(&format!("example-{name}")).await;
        self.arrives("#/results").await;
    }

    /// Waits until the page is at a route.
    pub async fn arrives(&self, route: &str) {
        self.becomes("the place", "return location.hash", &[], &json!(route)).await;
    }

    /// The titles of the assessments on the list, in order of the alphabet.
    pub async fn sees_assessments(&self, expected: &[&str]) {
        let script = "return [...document.querySelectorAll('[data-testid=assessment] [data-testid=open]')]
            .map((title) => title.textContent).sort()";
        self.becomes("the list of assessments", script, &[], &json!(expected)).await;
    }

    /// Opens an assessment of the list by its title, and waits until it is open.
    pub async fn open_by_title(&self, title: &str) {
        self.go("#/assessments").await;
        self.click_in_entry(title, "open").await;
        self.arrives("#/clauses").await;
        self.becomes("the open one", "return document.querySelector('.open-title').textContent", &[], &json!(title))
            .await;
    }

    /// Clicks on what has this test id in the entry of the list with this title.
    pub async fn click_in_entry(&self, title: &str, id: &str) {
        // Which of those buttons it is; none while the list lacks it.
        let script = "const buttons = [...document.querySelectorAll(`[data-testid=assessment] [data-testid=${arguments[1]}]`)];
            const title = (it) => it.closest('[data-testid=assessment]').querySelector('[data-testid=open]')?.textContent;
            return buttons.findIndex((it) => title(it) === arguments[0])";
        let listed = async || {
            let at = self.eval(script, &[json!(title), json!(id)]).await;
            at.as_u64().and_then(|at| usize::try_from(at).ok())
        };
        let number = eventually(&format!("'{id}' of '{title}'"), listed).await;
        self.click_at(&format!("[data-testid=assessment] [data-testid=\"{id}\"]"), number).await;
    }

    /// Removes the only assessment of the list.
    pub async fn removes(&self, assessment: &Value) {
        self.go("#/assessments").await;
        self.deletes(title(assessment)).await;
        self.sees_assessments(&[]).await;
    }

    /// Deletes the assessment of the list with this title.
    pub async fn deletes(&self, title: &str) {
        self.click_in_entry(title, "delete").await;
        self.click_in_entry(title, "delete-sure").await;
    }

    /// Writes a file into the browser's folder, as if somebody had sent it, and gives its path.
    pub fn written(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let file = self.downloads().with_file_name(name);
        fs::write(&file, content).expect("the folder can be written");
        file.display().to_string()
    }

    /// Types into all free fields of the page, as the browser would tell it, and says how many those were.
    pub async fn fill_everything(&self, text: &str) -> u64 {
        self.eval("for (const folded of document.querySelectorAll('main details')) folded.open = true", &[]).await;
        self.rests().await;
        let script = "const fields = document.querySelectorAll(
        'main textarea, main input:not([type]), main input[type=text], main input[type=search], main input[type=email]');
    let count = 0;
    for (const field of [...fields].slice(0, 40)) {
        if (!field.isConnected) continue;
        const kind = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, arguments[0]);
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
        count += 1;
    }
    return count;";
        self.eval(script, &[json!(text)]).await.as_u64().unwrap_or(0)
    }
}

/// The title of an exported assessment.
pub fn title(file: &Value) -> &str {
    file["title"].as_str().expect("a title")
}
