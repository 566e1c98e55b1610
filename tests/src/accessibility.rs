//! What assistive programs, narrow windows and other settings make of a page.

use crate::{Browser, Value, json};
use std::{env, fs};

/// What is expected of a page by axe-core: all of WCAG 2.2 at level AA, and what its makers hold to be good practice.
const RULES: &str = "{ resultTypes: ['violations'], runOnly: { type: 'tag', values: [
    'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }";

impl Browser {
    /// Shows pages as a window of this width in CSS pixels would, in a light or a dark scheme. Chromium only.
    pub async fn looks(&self, width: u32, scheme: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        // Without motion nothing is caught halfway between two colours.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Goes to a route and waits until its page is there and changes no more.
    pub async fn rests_at(&self, route: &str) {
        self.go(route).await;
        self.rests().await;
    }

    /// Waits until the page has a heading, loads nothing and changes no more.
    pub async fn rests(&self) {
        let script = "return (async () => {
            const pause = () => new Promise((done) => setTimeout(done, 60));
            let before = '';
            for (;;) {
                await pause();
                const main = document.querySelector('main');
                const now = location.hash + (main?.innerHTML ?? '');
                const shown = [...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility());
                if (shown && now === before && !main?.querySelector('[data-testid=loading]')) return true;
                before = now;
            }
        })()";
        self.eval(script, &[]).await;
    }

    /// What axe-core finds on the page: a line for each rule that an element breaks. Notices are closed and the page is
    /// at its top, since axe-core takes what lies under something else for smaller than it is.
    pub async fn barriers(&self) -> Vec<String> {
        let script = "for (const notice of document.querySelectorAll('[data-testid=notice]'))
                [...notice.querySelectorAll('button')].at(-1)?.click();
            scrollTo({ top: 0, behavior: 'instant' });
            return new Promise((done) => setTimeout(done, 50))";
        self.eval(script, &[]).await;
        if self.eval("return typeof window.axe", &[]).await != "object" {
            self.eval(&axe(), &[]).await;
        }
        let script = format!(
            "return window.axe.run(document, {RULES}).then((found) => found.violations.flatMap((rule) =>
                rule.nodes.map((node) => `${{rule.id}}: ${{node.target.join(' ')}} | ${{node.failureSummary}}`)))"
        );
        lines(&self.eval(&script, &[]).await)
    }

    /// What can be operated and has no name for a screen reader, and groups without one, by the accessibility tree.
    /// Chromium only.
    pub async fn nameless(&self) -> Vec<String> {
        const NAMED: [&str; 17] = [
            "button",
            "link",
            "textbox",
            "searchbox",
            "spinbutton",
            "combobox",
            "listbox",
            "checkbox",
            "radio",
            "radiogroup",
            "switch",
            "slider",
            "Date",
            "dialog",
            "DisclosureTriangle",
            "table",
            "navigation",
        ];
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        assert!(nodes.len() > 20, "the accessibility tree has only {} nodes", nodes.len());
        let text = |node: &Value, what: &str| node[what]["value"].as_str().unwrap_or_default().trim().to_owned();
        let parent_of = |node: &Value| nodes.iter().find(|other| other["nodeId"] == node["parentId"]);
        let mut found = Vec::new();
        for node in nodes.iter().filter(|node| node["ignored"] != true) {
            let (role, name) = (text(node, "role"), text(node, "name"));
            if NAMED.contains(&&*role) && name.is_empty() {
                found.push(format!("a {role} has no name (node {})", node["backendDOMNodeId"]));
            }
            if role == "radio" {
                let mut above = parent_of(node);
                while let Some(group) = above.filter(|group| !is_group(&text(group, "role"))) {
                    above = parent_of(group);
                }
                if above.is_none_or(|group| text(group, "name").is_empty()) {
                    found.push(format!("the radio button '{name}' is in no group with a name"));
                }
            }
        }
        found
    }

    /// What does not fit: a page that must be scrolled sideways, and text that its box cuts off.
    pub async fn cut_off(&self) -> Vec<String> {
        let script = "const found = [];
            const root = document.documentElement;
            const sticks = (element) => {
                const { left, right, width } = element.getBoundingClientRect();
                return width > 1 && (left < -0.5 || right > innerWidth + 0.5);
            };
            const scrolls = (element) => element && element !== document.body
                && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
            if (root.scrollWidth > innerWidth) {
                const wide = [...document.querySelectorAll('body *')].filter((it) => sticks(it) && !scrolls(it)).slice(-3);
                const names = wide.map((it) => `${it.localName}.${it.className} '${it.textContent.trim().slice(0, 40)}'`);
                found.push(`the page is ${root.scrollWidth} wide, not ${innerWidth}: ${names.join(', ')}`);
            }
            for (const element of document.querySelectorAll('body *')) {
                const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
                const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
                // One pixel wide: there for screen readers only.
                if (display === 'inline' || element.clientWidth <= 1 || !element.textContent.trim()) continue;
                const name = `${element.localName}.${element.className} '${element.textContent.trim().slice(0, 40)}'`;
                // What ends in dots is said in full elsewhere.
                if (hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
                    found.push(`${name} is cut off at its end`);
                if (hides(overflowY) && element.scrollHeight > element.clientHeight + 2)
                    found.push(`${name} is cut off at its foot: ${element.scrollHeight} in ${element.clientHeight}`);
                if (element.matches('button, .button, .tag, label') && !hides(overflowX) && element.scrollWidth > element.clientWidth + 2)
                    found.push(`${name} is wider than its box: ${element.scrollWidth} in ${element.clientWidth}`);
            }
            return found";
        lines(&self.eval(script, &[]).await)
    }

    /// Has everything of the page laid out, also what is far below the view and what browsers do only when it is near;
    /// on demand with the spacing of text that WCAG 1.4.12 names, as a person's own style sheet would.
    pub async fn lays_out(&self, spaced: bool) {
        let script = "const whole = '* { content-visibility: visible !important }';
            const spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                p { margin-bottom: 2em !important }`;
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0] ? whole + spaced : whole);
            document.adoptedStyleSheets = [sheet]";
        self.eval(script, &[json!(spaced)]).await;
    }

    /// Buttons and fields smaller than 24 by 24 CSS pixels, and links outside of running text that are.
    pub async fn small_targets(&self) -> Vec<String> {
        let script = "const targets = 'button, summary, select, input:not([type=hidden]), textarea, a[href]';
            const found = [];
            for (const target of document.querySelectorAll(targets)) {
                if (!target.checkVisibility({ opacityProperty: false })) continue;
                // The label of a radio button or box is a part of its target.
                const label = target.matches('input') ? target.closest('label') : null;
                const { width, height } = (label ?? target).getBoundingClientRect();
                if (width < 1 || (width >= 24 && height >= 24)) continue;
                if (target.matches('.skip:not(:focus)')) continue;
                const text = target.textContent.trim();
                if (target.localName === 'a') {
                    const block = target.closest('p, li, dd, dt, td, th, h1, h2, h3, h4, span, div');
                    if (block && block.textContent.trim().length > text.length) continue;
                    const { lineHeight } = getComputedStyle(target);
                    // In a list of lines the line is what one hits.
                    if (target.parentElement.getBoundingClientRect().height >= 24 || parseFloat(lineHeight) >= 24) continue;
                }
                found.push(`${target.localName}.${target.className} '${text || target.name}' is ${width} by ${height}`);
            }
            return found";
        lines(&self.eval(script, &[]).await)
    }
}

fn is_group(role: &str) -> bool {
    role == "radiogroup" || role == "group"
}

/// The source of axe-core, which `cargo xtask test` installs and names.
fn axe() -> String {
    let path = env::var("STAGE_ZERO_AXE").expect("run `cargo xtask test`, or name axe.min.js in $STAGE_ZERO_AXE");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path} can't be read: {error}"))
}

pub(crate) fn lines(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
