//! Values of the file, each with the place where it stands, and what is found wrong on the way.

use crate::Problem;
use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use std::collections::BTreeSet;

/// A value, and where it stands.
#[derive(Clone)]
pub struct Field<'file> {
    /// Its place, such as `colours.light.accent`; empty for the file as a whole.
    pub place: String,
    /// Its last name, such as `accent`.
    pub name: String,
    at: usize,
    value: &'file Value<'file>,
}

/// What was found wrong so far.
pub struct Problems {
    /// Where each line but the first begins to be another.
    breaks: Vec<usize>,
    found: Vec<Problem>,
}

impl Problems {
    /// Nothing yet.
    pub fn new(text: &str) -> Self {
        Self { breaks: text.match_indices('\n').map(|(at, _)| at).collect(), found: Vec::new() }
    }

    /// Everything, in the order of lines.
    pub fn into_list(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }

    /// Says that a value is not taken over.
    pub fn add(&mut self, field: &Field<'_>, what: impl Into<String>) {
        let line = 1 + self.breaks.partition_point(|at| *at < field.at);
        self.found.push(Problem { line, entry: field.place.clone(), what: what.into() });
    }
}

impl<'file> Field<'file> {
    /// The file as a whole.
    pub fn root(value: &'file Value<'file>) -> Self {
        Self { place: String::new(), name: String::new(), at: value.start(), value }
    }

    fn inner(&self, name: &str, at: usize, value: &'file Value<'file>) -> Self {
        let dot = if self.place.is_empty() { "" } else { "." };
        Self { place: format!("{}{dot}{name}", self.place), name: name.to_owned(), at, value }
    }

    /// The entries between braces, each name once; nothing if it is no such value.
    pub fn entries(&self, problems: &mut Problems) -> Vec<Self> {
        let Some(object) = self.value.as_object() else {
            problems.add(self, "this is a list of entries between braces: { \"…\": … }");
            return Vec::new();
        };
        let (mut entries, mut names) = (Vec::new(), BTreeSet::new());
        for property in &object.properties {
            let name = match &property.name {
                ObjectPropName::String(name) => &*name.value,
                ObjectPropName::Word(name) => name.value,
            };
            let entry = self.inner(name, property.range.start, &property.value);
            match names.insert(name) {
                true => entries.push(entry),
                false => problems.add(&entry, "this is there already, further up; remove one of the two"),
            }
        }
        entries
    }

    /// The entries between braces whose names are among these; the others are said to be unknown.
    pub fn known(&self, names: &[&str], problems: &mut Problems) -> Vec<Self> {
        let (known, unknown) = self.entries(problems).into_iter().partition(|it| names.contains(&&*it.name));
        for entry in unknown as Vec<Self> {
            problems.add(&entry, format!("there is no such entry here; there are: {}", names.join(", ")));
        }
        known
    }

    /// The values between brackets.
    pub fn list(&self, problems: &mut Problems) -> Vec<Self> {
        let Some(array) = self.value.as_array() else {
            problems.add(self, "this is a list between brackets: [ … ]");
            return Vec::new();
        };
        let value = |(index, value): (usize, &'file Value<'file>)| {
            let place = format!("{}[{index}]", self.place);
            Self { place, name: String::new(), at: value.start(), value }
        };
        array.elements.iter().enumerate().map(value).collect()
    }

    /// Whether this is a list between brackets.
    pub fn is_list(&self) -> bool {
        self.value.as_array().is_some()
    }

    /// `true` or `false`.
    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        let flag = self.value.as_boolean_lit().map(|flag| flag.value);
        if flag.is_none() {
            problems.add(self, "this is true or false, without quotation marks");
        }
        flag
    }

    /// A text of at most so many characters, all of which can be seen, without the spaces around it.
    pub fn text(&self, longest: usize, problems: &mut Problems) -> Option<String> {
        let Some(text) = self.value.as_string_lit() else {
            problems.add(self, "this is a text between quotation marks");
            return None;
        };
        let text = text.value.trim();
        let what = if text.is_empty() {
            "this is empty: write something, or remove the entry".to_owned()
        } else if let Some(odd) = text.chars().find(|sign| is_unseen(*sign)) {
            format!("there is a character in it that can't be seen (U+{:04X}): remove it", u32::from(odd))
        } else if text.chars().count() > longest {
            format!("it has {} characters, and {longest} are the most", text.chars().count())
        } else {
            return Some(text.to_owned());
        };
        problems.add(self, what);
        None
    }

    /// An address of a kind.
    pub fn address(&self, kind: fn(&str) -> Result<(), &'static str>, problems: &mut Problems) -> Option<String> {
        let text = self.text(500, problems)?;
        match kind(&text) {
            Ok(()) => Some(text),
            Err(expected) => {
                problems.add(self, format!("'{text}' is not used: {expected}"));
                None
            }
        }
    }

    /// Paragraphs: one text, or a list of them. Returned as a paragraph a line.
    pub fn paragraphs(&self, problems: &mut Problems) -> Option<String> {
        const LONGEST: usize = 2000;
        let all = match self.is_list() {
            true => self.list(problems).iter().filter_map(|it| it.text(LONGEST, problems)).collect(),
            false => Vec::from_iter(self.text(LONGEST, problems)),
        };
        Some(all.join("\n")).filter(|text| !text.is_empty())
    }
}

/// Control characters, and those that turn the direction of what follows: they could make a text look like another.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
