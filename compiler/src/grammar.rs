//! The outer grammar of a content file, before any Markdown is parsed:
//!
//! ```text
//! file     = [ "---" entry* "---" ] passage section* item*
//! entry    = key ":" value                      one a line
//! item     = "# " id  entry*  ""  passage section*
//! section  = "## " name  passage
//! passage  = lines of Markdown, neither "# …" nor "## …"
//! ```
//!
//! The entries of an item end at the first empty line, or at its first section.
//! Nothing is dropped silently: a line that fits nowhere is a problem.

use crate::problem::{Location, Problem};

/// A `key: value` line.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub key: String,
    pub value: String,
    pub place: Location,
}

/// A run of Markdown and the place of its first line.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub text: String,
    pub place: Location,
}

impl Passage {
    fn starting_at(place: Location) -> Self {
        Self { text: String::new(), place }
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A `## Name` with the passage under it.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub name: String,
    pub place: Location,
    pub passage: Passage,
}

/// A `# id` with all that belongs to it; or the part of a file above its first item.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub id: String,
    pub place: Location,
    pub entries: Vec<Entry>,
    pub intro: Passage,
    pub sections: Vec<Section>,
}

impl Item {
    fn new(id: &str, place: Location) -> Self {
        Self {
            id: id.to_owned(),
            intro: Passage::starting_at(place.clone()),
            place,
            entries: Vec::new(),
            sections: Vec::new(),
        }
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub fn value(&self, key: &str) -> &str {
        self.entry(key).map_or("", |entry| &entry.value)
    }

    pub fn section(&self, name: &str) -> Option<&Passage> {
        let section = self.sections.iter().find(|section| section.name == name);
        section.map(|section| &section.passage)
    }

    fn open_passage(&mut self) -> &mut Passage {
        match self.sections.last_mut() {
            Some(section) => &mut section.passage,
            None => &mut self.intro,
        }
    }
}

/// One file: what stands above its first `# id`, and its items.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Its path inside the language's folder, `/` between the parts.
    pub path: String,
    pub head: Item,
    pub items: Vec<Item>,
}

impl Source {
    /// The file's name without folder and `.md`; the head's id too.
    pub fn stem(&self) -> &str {
        &self.head.id
    }
}

/// Parses one file; `shown` is the path that problems name.
pub(crate) fn parse(path: &str, shown: &str, text: &str, problems: &mut Vec<Problem>) -> Source {
    let start = Location::start_of(shown);
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let mut source = Source { path: path.to_owned(), head: Item::new(stem, start.clone()), items: Vec::new() };
    let mut lines = text.lines().enumerate().map(|(index, line)| (start.at(index + 1), line)).peekable();
    for (place, line) in lines.clone() {
        if line.chars().any(char::is_control) {
            problems.push(place.problem("a tab or another control character; use spaces"));
        }
    }

    if lines.next_if(|(_, line)| *line == "---").is_some() {
        loop {
            match lines.next() {
                Some((_, "---")) => break,
                Some((place, line)) => source.head.entries.extend(entry(place, line, problems)),
                None => {
                    problems.push(start.problem("the front matter has no closing line '---'"));
                    break;
                }
            }
        }
    }

    let mut among_entries = false;
    for (place, line) in lines {
        let item = source.items.last_mut().unwrap_or(&mut source.head);
        if let Some(name) = line.strip_prefix("## ") {
            among_entries = false;
            item.sections.push(Section {
                name: name.trim().to_owned(),
                passage: Passage::starting_at(place.at(place.line + 1)),
                place,
            });
        } else if let Some(id) = line.strip_prefix("# ") {
            among_entries = true;
            source.items.push(Item::new(id.trim(), place));
        } else if among_entries && !line.trim().is_empty() {
            item.entries.extend(entry(place, line, problems));
        } else {
            if among_entries {
                among_entries = false;
                item.intro.place = place;
            } else if item.sections.is_empty() && item.intro.text.is_empty() {
                item.intro.place = place;
            }
            let passage = item.open_passage();
            passage.text.push_str(line);
            passage.text.push('\n');
        }
    }
    source
}

fn entry(place: Location, line: &str, problems: &mut Vec<Problem>) -> Option<Entry> {
    let parts = line.split_once(':').map(|(k, v)| (k.trim(), v.trim()));
    match parts {
        Some((key, value)) if is_key(key) && !value.is_empty() => {
            Some(Entry { key: key.to_owned(), value: value.to_owned(), place })
        }
        _ => {
            problems.push(place.problem(format!("expected 'key: value', found '{line}'")));
            None
        }
    }
}

fn is_key(key: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase();
    key.bytes().next().is_some_and(letter) && key.bytes().all(|byte| letter(byte) || byte.is_ascii_digit())
}
