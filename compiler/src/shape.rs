//! Which entries and sections an item of a kind has; what is missing, unknown or doubled.

use crate::grammar::{Entry, Item, Section};
use crate::problem::{Location, Problem};

/// What one kind of item has.
pub(crate) struct Shape {
    pub entries: &'static [&'static str],
    pub optional_entries: &'static [&'static str],
    pub sections: &'static [&'static str],
    pub optional_sections: &'static [&'static str],
    /// Text between the entries and the first section.
    pub intro: bool,
}

impl Shape {
    pub const EMPTY: Self =
        Self { entries: &[], optional_entries: &[], sections: &[], optional_sections: &[], intro: false };

    pub fn check(&self, item: &Item, problems: &mut Vec<Problem>) {
        self.check_entries(item, problems);
        self.check_sections(item, problems);
        if !self.intro && !item.intro.is_empty() {
            problems.push(item.intro.place.problem("text outside any section"));
        }
    }

    fn check_entries(&self, item: &Item, problems: &mut Vec<Problem>) {
        for name in self.entries {
            if item.entry(name).is_none() {
                problems.push(item.place.problem(format!("'{name}: …' is missing")));
            }
        }
        let known = |entry: &Entry| {
            let name = entry.key.as_str();
            self.entries.contains(&name) || self.optional_entries.contains(&name)
        };
        for entry in item.entries.iter().filter(|entry| !known(entry)) {
            let message = format!("the key '{}' is unknown here", entry.key);
            problems.push(entry.place.problem(message));
        }
        let names = item.entries.iter().map(|entry| (&entry.key, &entry.place));
        doubled(names, "the key", problems);
    }

    fn check_sections(&self, item: &Item, problems: &mut Vec<Problem>) {
        for name in self.sections {
            if item.section(name).is_none() {
                problems.push(item.place.problem(format!("'## {name}' is missing")));
            }
        }
        let known = |section: &Section| {
            let name = section.name.as_str();
            self.sections.contains(&name) || self.optional_sections.contains(&name)
        };
        for section in item.sections.iter().filter(|section| !known(section)) {
            let message = format!("the section '{}' is unknown here", section.name);
            problems.push(section.place.problem(message));
        }
        for section in &item.sections {
            if section.passage.is_empty() {
                let message = format!("the section '{}' is empty", section.name);
                problems.push(section.place.problem(message));
            }
        }
        let names = item.sections.iter().map(|it| (&it.name, &it.place));
        doubled(names, "the section", problems);
    }
}

/// A problem at every name that has been there before.
pub(crate) fn doubled<'a>(
    names: impl Iterator<Item = (&'a String, &'a Location)>,
    what: &str,
    problems: &mut Vec<Problem>,
) {
    let mut seen = std::collections::BTreeMap::new();
    for (name, place) in names {
        if let Some(first) = seen.insert(name, place) {
            let message = format!("{what} '{name}' is there twice, first at {}:{}", first.file, first.line);
            problems.push(place.problem(message));
        }
    }
}
