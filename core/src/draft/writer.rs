//! Writing a draft: line by line, with what stands between braces filled in, left out, or asked for.

use super::place::{self, FilledFrom, Place};
use super::template::Template;
use super::{Gap, Origin};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef};
use crate::date::Date;
use crate::report::model::{Block, Section};

/// Writes a block of a draft.
pub(super) type Write = fn(&mut Writer<'_>, &Place<'_>);

/// A draft as it grows.
pub(super) struct Writer<'a> {
    pub catalogue: &'a Catalogue,
    pub assessment: &'a Assessment,
    pub template: &'a Template,
    pub today: Date,
    sections: Vec<Section>,
    gaps: Vec<Gap>,
    origins: Vec<Origin>,
}

impl<'a> Writer<'a> {
    pub fn new(catalogue: &'a Catalogue, assessment: &'a Assessment, template: &'a Template, today: Date) -> Self {
        Self { catalogue, assessment, template, today, sections: vec![], gaps: vec![], origins: vec![] }
    }

    /// Writes what the template says; `blocks` knows the blocks by their names.
    pub fn write(&mut self, blocks: fn(&str) -> Option<Write>) {
        let mut left_out = true;
        for (mark, text) in &self.template.lines {
            if *mark == "h" {
                left_out = match self.applying(text) {
                    Some((asked, heading)) => {
                        let heading = self.filled(heading);
                        self.section("draft", heading, asked.map(Block::Text).into_iter().collect());
                        false
                    }
                    None => true,
                };
            } else if !left_out && let Some((asked, text)) = self.applying(text) {
                self.line(mark, text, asked, blocks);
            }
        }
        // Where all of it is left out, a heading says nothing.
        self.sections.retain(|section| !section.blocks.is_empty());
    }

    /// A line, behind the question whether it holds, where that is not known.
    fn line(&mut self, mark: &str, text: &str, asked: Option<String>, blocks: fn(&str) -> Option<Write>) {
        if let Some(place) = Place::alone(text)
            && let Some(write) = blocks(place.name)
        {
            asked.into_iter().for_each(|asked| self.push(Block::Text(asked)));
            return write(self, &place);
        }
        let Some(text) = self.fill(text) else { return };
        let text = asked.map_or_else(|| text.clone(), |asked| format!("{asked} {text}"));
        match (mark, self.sections.last_mut().and_then(|section| section.blocks.last_mut())) {
            ("-", Some(Block::List(points))) => points.push(text),
            ("-", _) => self.push(Block::List(vec![text])),
            _ => self.push(Block::Text(text)),
        }
    }

    /// Adds a section.
    pub fn section(&mut self, id: &'static str, heading: String, blocks: Vec<Block>) {
        self.sections.push(Section { id, heading, blocks });
    }

    /// Adds something to the last section.
    pub fn push(&mut self, block: Block) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// Adds points to the last section; nothing where there are none.
    pub fn push_list(&mut self, points: Vec<String>) {
        if !points.is_empty() {
            self.push(Block::List(points));
        }
    }

    /// Lets the last section lie across the page: its table is wide.
    pub fn widen(&mut self) {
        if let Some(section) = self.sections.last_mut() {
            section.id = "risks";
        }
    }

    /// Remembers where something comes from.
    pub fn origins_of(&mut self, origins: impl IntoIterator<Item = Origin>) {
        for origin in origins {
            if !self.origins.contains(&origin) {
                self.origins.push(origin);
            }
        }
    }

    /// A gap, as it stands in the draft.
    pub fn gap(&mut self, text: &str, about: Vec<Origin>) -> String {
        self.gaps.push(Gap { text: text.to_owned(), about });
        format!("[{text}]")
    }

    /// A text with its places filled in; empty where it would say nothing.
    pub fn filled(&mut self, text: &str) -> String {
        self.fill(text).unwrap_or_default()
    }

    /// A text with its places filled in; `None` where something is not said for which the text does not ask.
    fn fill(&mut self, text: &str) -> Option<String> {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            filled.push_str(&rest[..start]);
            let (place, after) = Place::at(&rest[start..])?;
            filled.push_str(&self.value(&place)?);
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }

    fn value(&mut self, place: &Place<'_>) -> Option<String> {
        if place.name == "today" {
            return Some(place::day(self.catalogue, self.today));
        }
        let Some((derive, word)) = place::derived(place.name) else { return self.field(place) };
        let (text, origin) = (derive(self.assessment, self.today), Origin::Field(word));
        self.said_or_asked((!text.is_empty()).then_some((text, origin)), place, vec![origin])
    }

    fn field(&mut self, place: &Place<'_>) -> Option<String> {
        let sources = place::sources(self.catalogue, self.assessment, self.today, self.template, place);
        let said = |source: &FilledFrom| {
            Some((place::said(self.catalogue, self.assessment, source.part?, source.field)?, source.origin))
        };
        let first = sources.iter().find_map(said);
        self.said_or_asked(first, place, sources.iter().map(|source| source.origin).collect())
    }

    /// What was said, or else the gap for it, if the place asks.
    fn said_or_asked(
        &mut self,
        said: Option<(String, Origin)>,
        place: &Place<'_>,
        about: Vec<Origin>,
    ) -> Option<String> {
        match said {
            Some((text, origin)) => {
                self.origins_of([origin]);
                Some(text)
            }
            None => place.gap.map(|gap| self.gap(gap, about)),
        }
    }

    /// What is left of a line behind its condition, with the question where it is not known whether that holds; `None`
    /// where the line is left out.
    fn applying<'t>(&mut self, text: &'t str) -> Option<(Option<String>, &'t str)> {
        let Some((place, rest)) = Place::at(text).filter(|(place, _)| matches!(place.name, "if" | "unless")) else {
            return Some((None, text));
        };
        let items: Vec<ItemRef> = place.ids.iter().filter_map(|id| place::item(self.catalogue, id)).collect();
        let known = |it: &ItemRef| place::holds(self.assessment, *it);
        let open = items.iter().copied().find(|it| known(it).is_none());
        let holds = items.iter().any(|it| known(it) == Some(true));
        let none_holds = !holds && open.is_none();
        self.origins_of(items.iter().filter(|it| known(it).is_some()).map(|it| Origin::Item(*it)).collect::<Vec<_>>());
        match (place.name, open) {
            ("if", _) if none_holds => None,
            ("unless", _) if !none_holds => None,
            ("if", Some(open)) if !holds => Some((self.ask(open), rest.trim_start())),
            _ => Some((None, rest.trim_start())),
        }
    }

    /// The question whether something holds; once in a draft.
    fn ask(&mut self, item: ItemRef) -> Option<String> {
        let (question, about) = (place::question(self.catalogue, item), vec![Origin::Item(item)]);
        let is_new = !self.gaps.iter().any(|gap| gap.about == about && gap.text == question);
        is_new.then(|| self.gap(&question, about))
    }

    /// What was written, what is missing, and where it comes from.
    pub fn end(self) -> (Vec<Section>, Vec<Gap>, Vec<Origin>) {
        (self.sections, self.gaps, self.origins)
    }
}
