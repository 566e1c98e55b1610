//! What an attacker would write, and whether any of it came to life.

use crate::{Browser, Value, json};

/// Texts that run or load something wherever they are taken for more than text.
pub const HOSTILE: [&str; 6] = [
    "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>",
    "\"><svg onload=window.hit=1><a href=\"javascript:window.hit=1\">",
    "javascript:window.hit=1//",
    "' autofocus onfocus='window.hit=1' x='",
    "</script><script>window.hit=1</script><!--",
    "</textarea></title></style><iframe srcdoc=\"<script>parent.hit=1</script>\">",
];

/// The names of what a person types freely in an assessment file.
const FREE: [&str; 23] = [
    "certificates",
    "consultant",
    "email",
    "justification",
    "languages",
    "locations",
    "name",
    "note",
    "organisation",
    "own_text",
    "outsourced",
    "owner",
    "platforms",
    "reference",
    "scope",
    "sector",
    "shifts",
    "soa_version",
    "source",
    "title",
    "label",
    "acceptance",
    "withheld",
];

/// An assessment with a hostile text in every place for free text, and in places that no version of ours has.
pub fn hostile_assessment(sample: &str) -> Value {
    let mut file = serde_json::from_str(sample).expect("the sample is JSON");
    let mut count = 0;
    poison(&mut file, &mut count);
    assert!(count > 200, "only {count} texts are hostile");
    for (index, text) in HOSTILE.iter().enumerate() {
        file[format!("unknown-{index}")] = json!(text);
        file["answers"][text] = json!({ "level": "defined", "note": text });
        file["documents"][text] = json!({ "status": "approved", "reference": text });
    }
    file
}

fn poison(value: &mut Value, count: &mut usize) {
    let hostile = |count: &mut usize| {
        *count += 1;
        json!(HOSTILE[*count % HOSTILE.len()])
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(_) if FREE.contains(&&**name) => *value = hostile(count),
                    Value::Array(list) if name == "evidence" => list.iter_mut().for_each(|it| *it = hostile(count)),
                    other => poison(other, count),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| poison(value, count)),
        _ => {}
    }
}

impl Browser {
    /// From now on, keeps every violation of the page's policy until the page is left.
    pub async fn watches_its_policy(&self) {
        let script = "window.violations = [];
            document.addEventListener('securitypolicyviolation', (event) =>
                window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));";
        self.eval(script, &[]).await;
    }

    /// Checks that the page's policy was never violated since it is watched.
    pub async fn kept_its_policy(&self) {
        let violations = self.eval("return window.violations", &[]).await;
        assert_eq!(violations, json!([]), "at {}", self.address().await);
    }

    /// Checks that no text of the page has become a script, a handler, a frame, a picture or a running link.
    pub async fn is_only_text(&self) {
        let script = "const alive = [];
            if (window.hit) alive.push('something ran');
            for (const element of document.querySelectorAll('*')) {
                const name = element.localName;
                const type = element.getAttribute('type');
                const data = name === 'script' && (type === 'application/json' || type === 'application/ld+json');
                const ours = name === 'script' && element.src.startsWith(new URL('.', location.href.split('#')[0]).href);
                if (['script', 'iframe', 'object', 'embed', 'base', 'img'].includes(name) && !data && !ours)
                    alive.push(element.outerHTML);
                for (const { name, value } of element.attributes) {
                    if (name.startsWith('on') || name === 'style' || name === 'srcdoc') alive.push(`${name}=${value}`);
                    if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) &&
                        /^[^a-z]*(javascript|data:text|vbscript)/i.test(value)) alive.push(`${name}=${value}`);
                }
            }
            return alive;";
        assert_eq!(self.eval(script, &[]).await, json!([]), "at {}", self.address().await);
    }
}
