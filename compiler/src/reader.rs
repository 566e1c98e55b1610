//! What every kind of item is read with: it turns passages into blocks and keeps, for the
//! checks that follow, every text, every reference and every problem met on the way.

use crate::block::{Block, Inline, ListItem, plain};
use crate::grammar::{Entry, Item, Passage, Source};
use crate::link::Target;
use crate::markdown::{self, Part};

use crate::problem::{Location, Problem};

/// What a text is to the checks of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Question,
    Meaning,
    Prose,
}

/// A text without its marks: of a section, of a title.
#[derive(Debug)]
pub(crate) struct Text {
    pub role: Role,
    pub parts: Vec<Part>,
}

/// A place that names an item.
#[derive(Debug)]
pub(crate) struct Reference {
    pub place: Location,
    pub target: Target,
}

#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub problems: Vec<Problem>,
    pub texts: Vec<Text>,
    pub references: Vec<Reference>,
    /// Words of the interface whose text is of an earlier English.
    pub outdated: Vec<String>,
}

impl Reader {
    pub fn problem(&mut self, place: &Location, message: impl Into<String>) {
        self.problems.push(place.problem(message));
    }

    /// A file that is one item: its id is its name, and nothing else is inside.
    pub fn one_item(&mut self, source: &Source) {
        if let Some(entry) = source.head.entry("id")
            && entry.value != source.stem()
        {
            self.problem(&entry.place, format!("'id: {}' in a file for {}", entry.value, source.stem()));
        }
        for item in &source.items {
            self.problem(&item.place, format!("'# {}' in a file that is one item", item.id));
        }
    }

    /// A title, or another text in one line.
    pub fn title(&mut self, item: &Item, key: &str) -> String {
        if let Some(entry) = item.entry(key) {
            self.note(&entry.place, &entry.value);
        }
        item.value(key).to_owned()
    }

    /// A section's paragraphs and lists.
    pub fn blocks(&mut self, item: &Item, section: &str, role: Role) -> Vec<Block> {
        item.section(section).map_or_else(Vec::new, |passage| self.passage(passage, role))
    }

    pub fn passage(&mut self, passage: &Passage, role: Role) -> Vec<Block> {
        let parsed = markdown::parse(passage);
        self.problems.extend(parsed.problems);
        let links = parsed.links.into_iter();
        self.references.extend(links.map(|(place, target)| Reference { place, target }));
        self.texts.push(Text { role, parts: parsed.parts });
        parsed.blocks
    }

    /// A section that is one paragraph without marks: it is carried as plain text.
    pub fn line(&mut self, item: &Item, section: &str, role: Role) -> String {
        let blocks = self.blocks(item, section, role);
        match blocks.as_slice() {
            [] => String::new(),
            [Block::Paragraph(inlines)] => match inlines.as_slice() {
                [Inline::Text(text)] => text.clone(),
                _ => {
                    self.section_problem(item, section, "has no marks and no links");
                    plain(inlines)
                }
            },
            _ => {
                self.section_problem(item, section, "is one paragraph");
                String::new()
            }
        }
    }

    /// A section that is one list.
    pub fn list(&mut self, item: &Item, section: &str) -> Vec<ListItem> {
        let mut blocks = self.blocks(item, section, Role::Prose);
        match (blocks.pop(), blocks.is_empty()) {
            (None, _) => Vec::new(),
            (Some(Block::List(items)), true) => items,
            _ => {
                self.section_problem(item, section, "is one list, '- …' a point");
                Vec::new()
            }
        }
    }

    /// A section that is one list without lists inside.
    pub fn flat_list(&mut self, item: &Item, section: &str) -> Vec<ListItem> {
        let items = self.list(item, section);
        if items.iter().any(|point| !point.children.is_empty()) {
            self.section_problem(item, section, "is a list without lists inside");
        }
        items
    }

    /// Artefacts that an auditor may ask for: two to five.
    pub fn evidence(&mut self, item: &Item) -> Vec<ListItem> {
        let items = self.flat_list(item, "Evidence");
        if item.section("Evidence").is_some() && !(2..=5).contains(&items.len()) {
            let what = format!("has two to five points, not {}", items.len());
            self.section_problem(item, "Evidence", &what);
        }
        items
    }

    /// The ids in an entry, separated by spaces.
    pub fn ids(&mut self, item: &Item, key: &str, target: fn(String) -> Target) -> Vec<String> {
        let Some(entry) = item.entry(key) else {
            return Vec::new();
        };
        let ids: Vec<String> = entry.value.split_whitespace().map(str::to_owned).collect();
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                self.problem(&entry.place, format!("'{id}' is there twice"));
            }
            self.refer(entry, target(id.clone()));
        }
        ids
    }

    pub fn refer(&mut self, entry: &Entry, target: Target) {
        self.references.push(Reference { place: entry.place.clone(), target });
    }

    /// Keeps a text of one line for the checks of its language.
    pub fn note(&mut self, place: &Location, text: &str) {
        let part = Part { place: place.clone(), text: text.to_owned() };
        self.texts.push(Text { role: Role::Prose, parts: vec![part] });
    }

    fn section_problem(&mut self, item: &Item, section: &str, what: &str) {
        let found = item.sections.iter().find(|it| it.name == section);
        let place = found.map_or(&item.place, |it| &it.place).clone();
        self.problem(&place, format!("the section '{section}' {what}"));
    }
}
