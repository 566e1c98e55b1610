//! The content as typed, owned values: what the renderers read.

use std::collections::BTreeSet;

/// All content in one language.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The language's folder, `en`.
    pub language: String,
    /// Clause groups, 4 to 10 and then Annex A.
    pub clauses: Vec<Clause>,
    /// Annex A themes by number.
    pub themes: Vec<Theme>,
    /// Documents in the order of the standard.
    pub documents: Vec<Document>,
    /// The questions of the profile, in the order of their file.
    pub facts: Vec<Fact>,
    /// Reading pages by id.
    pub pages: Vec<Page>,
    /// The glossary, in the order of its file.
    pub terms: Vec<Term>,
    /// The words of the interface, in the order of their file.
    pub words: Vec<Word>,
    /// Names of the texts that this language has itself, rather than from English.
    pub(crate) written: BTreeSet<String>,
}

impl Content {
    /// Whether a text is the language's own, by the name that [`crate::missing`] would give it.
    pub(crate) fn has_own(&self, text: &str) -> bool {
        self.written.contains(text)
    }
}

/// A clause group, `4` to `10` or `A`.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// `4` … `10`, `A`
    pub id: String,
    /// Its title in our words.
    pub title: String,
    /// What it is for.
    pub summary: Vec<Block>,
    /// What has to exist on paper.
    pub mandatory: Vec<ListItem>,
    /// Its sub-clauses by number; none in Annex A.
    pub subclauses: Vec<Subclause>,
}

/// A sub-clause with its requirements.
#[derive(Clone, Debug, Default)]
pub struct Subclause {
    /// `6.1.2`
    pub id: String,
    /// Its title in our words.
    pub title: String,
    /// What it is for.
    pub summary: Vec<Block>,
    /// Its requirements in the order of the register.
    pub requirements: Vec<Requirement>,
}

/// One requirement of clauses 4 to 10.
#[derive(Clone, Debug, Default)]
pub struct Requirement {
    /// `4.3-document`
    pub id: String,
    /// What kind of thing satisfies it.
    pub kind: Kind,
    /// Its title in our words.
    pub title: String,
    /// What a person is asked, one plain paragraph.
    pub question: String,
    /// Ids of the documents that it leans on.
    pub documents: Vec<String>,
    /// Ids of the controls that it leans on.
    pub controls: Vec<String>,
    /// Ids of the requirements that it leans on.
    pub requirements: Vec<String>,
    /// Whether it is one of the few questions that a first estimate asks.
    pub quick: bool,
    /// What is asked, and why.
    pub meaning: Vec<Block>,
    /// An example from a small firm.
    pub small_firm: Vec<Block>,
    /// What the level 'defined' looks like here.
    pub defined: Vec<Block>,
    /// What the level 'operating' looks like here.
    pub operating: Vec<Block>,
    /// What the level 'evidenced' looks like here.
    pub evidenced: Vec<Block>,
    /// Artefacts that an auditor may ask for.
    pub evidence: Vec<ListItem>,
    /// A common gap.
    pub gap: Vec<Block>,
}

/// What kind of thing satisfies a requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Something has been decided.
    #[default]
    Decision,
    /// Something is written down.
    Document,
    /// Something is done.
    Process,
    /// Something has left a record.
    Record,
}

impl Kind {
    /// The kind that a front matter names.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Decision, Self::Document, Self::Process, Self::Record].into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in front matter and pack.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Document => "document",
            Self::Process => "process",
            Self::Record => "record",
        }
    }
}

/// A theme of Annex A with its controls.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// `organizational`
    pub id: String,
    /// `5` to `8`, the number of its clause in Annex A.
    pub number: u8,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Vec<Block>,
    /// Documents that are typical, not required.
    pub suggested: Vec<ListItem>,
    /// Its controls by number.
    pub controls: Vec<Control>,
}

/// A control of Annex A.
#[derive(Clone, Debug, Default)]
pub struct Control {
    /// `A.5.19`
    pub id: String,
    /// Its short name.
    pub name: String,
    /// How it works: one to three of them, in the order of [`ControlType::ALL`].
    pub types: Vec<ControlType>,
    /// When it is suggested.
    pub when: When,
    /// The document that is required where the control applies.
    pub document: Option<String>,
    /// Ids of the requirements that it leans on.
    pub requirements: Vec<String>,
    /// What it is for.
    pub purpose: Vec<Block>,
    /// What small firms do.
    pub small_firm: Vec<Block>,
    /// When leaving it out is defensible.
    pub leaving_out: Vec<Block>,
    /// A sample justification.
    pub justification: Vec<Block>,
    /// Artefacts that an auditor may ask for.
    pub evidence: Vec<ListItem>,
    /// A common gap.
    pub gap: Vec<Block>,
}

/// How a control acts on a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ControlType {
    /// Before something happens.
    Preventive,
    /// While it happens.
    Detective,
    /// After it happened.
    Corrective,
}

impl ControlType {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Preventive, Self::Detective, Self::Corrective];

    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Preventive => "preventive",
            Self::Detective => "detective",
            Self::Corrective => "corrective",
        }
    }

    /// Its letter in the pack.
    pub fn letter(self) -> char {
        match self {
            Self::Preventive => 'P',
            Self::Detective => 'D',
            Self::Corrective => 'C',
        }
    }
}

/// When a control is suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// To every firm.
    #[default]
    Always,
    /// If one of these facts holds.
    AnyOf(Vec<String>),
    /// If more people than this work there.
    MorePeopleThan(u32),
}

/// A document that the standard asks for.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// `doc-scope`
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where the standard asks for it: `6.1.3 d` or `A.5.10`.
    pub location: String,
    /// When it is mandatory.
    pub mandatory: Mandatory,
    /// Ids of the requirements that are about it.
    pub about: Vec<String>,
    /// What it is, one plain paragraph.
    pub summary: String,
    /// What it must hold.
    pub holds: Vec<ListItem>,
    /// How long it usually is.
    pub length: Vec<Block>,
    /// Its headings, nested at most once.
    pub skeleton: Vec<ListItem>,
}

/// When a document is mandatory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mandatory {
    /// For every firm.
    #[default]
    Always,
    /// Where this control applies.
    With(String),
}

impl Mandatory {
    /// As in front matter and pack: `always` or the control's id.
    pub fn name(&self) -> &str {
        match self {
            Self::Always => "always",
            Self::With(control) => control,
        }
    }
}

/// A question of the profile.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// `develops_software`
    pub id: String,
    /// The question, one plain paragraph.
    pub question: String,
    /// Why it is asked, one plain paragraph.
    pub why: String,
}

/// A reading page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// `journey`
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// All of it, section names as headings.
    pub body: Vec<Block>,
}

/// A term of the glossary.
#[derive(Clone, Debug, Default)]
pub struct Term {
    /// `statement-of-applicability`
    pub id: String,
    /// The term as it is written.
    pub title: String,
    /// Other ways to write it.
    pub also: Vec<String>,
    /// Phrases that have the term's word in them and mean something else.
    pub except: Vec<String>,
    /// Whether its title is an everyday word too, so that not every mention means the term.
    pub everyday: bool,
    /// What it means.
    pub meaning: Vec<Block>,
}

/// A word, or a phrase, of the interface.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// `home.start-new`
    pub key: String,
    /// Its text, placeholders inside.
    pub text: String,
    /// Its English text; the same where the language is English.
    pub english: String,
    /// Whether the first view needs it: those words come first.
    pub first: bool,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a reading page.
    Heading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with dashes.
    List(Vec<ListItem>),
}

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// Its text.
    pub inlines: Vec<Inline>,
    /// The points below it; they have none themselves.
    pub children: Vec<ListItem>,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// `**strong**`
    Strong(Vec<Inline>),
    /// `*emphasis*`
    Emphasis(Vec<Inline>),
    /// `` `code` ``
    Code(String),
    /// A link to an item (a hash route) or outside (https).
    Link {
        /// `#/controls/A.5.19` or `https://…`
        href: String,
        /// Its text, always plain.
        text: String,
    },
}

/// The text of inlines without their marks.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Link { text, .. } => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
        })
        .collect()
}
