//! A person without a mouse: keys only, wherever the focus is.

use crate::{
    Browser, Key, json,
    page::{PATIENCE, PAUSE},
};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use std::time::Instant;

/// No page has so many stops.
const STOPS: usize = 400;

impl Browser {
    /// Presses a key and lets it go.
    pub async fn key(&self, key: impl Into<char>) {
        let value = key.into();
        self.keys([KeyAction::Down { value }, KeyAction::Up { value }]).await;
    }

    /// Presses a key while Control is held.
    pub async fn key_with_control(&self, value: char) {
        let control = char::from(Key::Control);
        let keys = [
            KeyAction::Down { value: control },
            KeyAction::Down { value },
            KeyAction::Up { value },
            KeyAction::Up { value: control },
        ];
        self.keys(keys).await;
    }

    /// Types a text where the focus is.
    pub async fn types(&self, text: &str) {
        self.keys(text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }])).await;
    }

    async fn keys(&self, actions: impl IntoIterator<Item = KeyAction>) {
        let all = actions.into_iter().fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.client().perform_actions(all).await.expect("keys can be pressed");
    }

    /// Presses Tab until the focus is on what a selector names; at each stop the focus must be seen.
    pub async fn tab_to(&self, css: &str) {
        let tab = char::from(Key::Tab);
        self.stop_at(css, &[KeyAction::Down { value: tab }, KeyAction::Up { value: tab }]).await;
    }

    /// Presses Shift and Tab until the focus is on what a selector names.
    pub async fn tab_back_to(&self, css: &str) {
        let (tab, shift) = (char::from(Key::Tab), char::from(Key::Shift));
        let keys = [
            KeyAction::Down { value: shift },
            KeyAction::Down { value: tab },
            KeyAction::Up { value: tab },
            KeyAction::Up { value: shift },
        ];
        self.stop_at(css, &keys).await;
    }

    async fn stop_at(&self, css: &str, keys: &[KeyAction]) {
        let script = "const at = document.activeElement;
            if (at.matches(arguments[0]) || at === document.body) return at === document.body ? '' : 'there';
            // A radio button or the field of a file shows the focus on its label.
            const shows = [at, at.closest('label, .level, .button')].some((part) => {
                if (!part) return false;
                const { outlineStyle, outlineWidth } = getComputedStyle(part);
                return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            });
            const box = at.getBoundingClientRect();
            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return shows && inside ? '' : `${shows ? 'out of sight' : 'no outline'}: ${at.outerHTML.slice(0, 200)}`";
        self.waits_for(css).await;
        for _ in 0..STOPS {
            self.keys(keys.iter().cloned()).await;
            let at = self.eval(script, &[json!(css)]).await;
            match at.as_str().unwrap_or_default() {
                "there" => return,
                "" => {}
                unseen => panic!("the focus can't be seen: {unseen} on {}", self.address().await),
            }
        }
        panic!("{STOPS} times Tab lead to no {css} on {}", self.address().await);
    }

    async fn waits_for(&self, css: &str) {
        let deadline = Instant::now() + PATIENCE;
        while self.eval("return !!document.querySelector(arguments[0])", &[json!(css)]).await != true {
            assert!(Instant::now() < deadline, "nothing is {css} on {}", self.address().await);
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the page is at a route and the focus is on its heading.
    pub async fn arrives_at_heading(&self, route: &str) {
        self.arrives(route).await;
        let script = "const at = document.activeElement; return at.localName === 'h1' && at.checkVisibility()";
        self.becomes("whether the heading has the focus", script, &[], &json!(true)).await;
    }
}
