//! The content as typed, owned values: what the renderers read.

use crate::block::{Block, ListItem};
use crate::reach::Reach;
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
    /// The questions of the quick start, in the order in which they are asked.
    pub quick: Vec<Quick>,
    /// Reading pages by id.
    pub pages: Vec<Page>,
    /// First versions of documents and rules by id.
    pub drafts: Vec<Draft>,
    /// The glossary, in the order of its file.
    pub terms: Vec<Term>,
    /// The words of the interface, in the order of their file.
    pub words: Vec<Word>,
    /// What people type for what the texts say, those with items of their own first.
    pub synonyms: Vec<Synonym>,
    /// Words that English has no more, as lines to print: they can go.
    pub outdated: Vec<String>,
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
    /// What there is to do for it, as a plan says it.
    pub todo: String,
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

/// A question of the quick start: one that needs no context, with the requirements and controls that it answers.
#[derive(Clone, Debug, Default)]
pub struct Quick {
    /// `two_step`
    pub id: String,
    /// Ids of the requirements and controls that get its answer.
    pub answers: Vec<String>,
    /// Whether an auditor would likely call its absence a major nonconformity.
    pub is_major: bool,
    /// What a person is asked.
    pub question: String,
    /// What an auditor would stop on where it is not there.
    pub stop: String,
    /// What is good where it is.
    pub strength: String,
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
    /// The values of its other attributes, see `attributes.rs`; none where its file has no line for them.
    pub attributes: u32,
    /// When it is suggested.
    pub when: When,
    /// The document that is required where the control applies.
    pub document: Option<String>,
    /// Ids of the requirements that it leans on.
    pub requirements: Vec<String>,
    /// What it is for.
    pub purpose: Vec<Block>,
    /// What a Statement of Applicability can say where it applies, one plain sentence or two.
    pub applies: String,
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
    /// Whether it is written down, or a record of what was done.
    pub kind: Kind,
    /// Whether its absence is likely a major nonconformity; else it is a minor one, or nobody asks for it.
    pub missing_is_major: bool,
    /// Whether stage 1 looks for it.
    pub stage_one: bool,
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
    /// What the firm itself judges necessary.
    Own,
    /// Where this control applies.
    With(String),
}

impl Mandatory {
    /// As in front matter and pack: `always`, `own` or the control's id.
    pub fn name(&self) -> &str {
        match self {
            Self::Always => "always",
            Self::Own => "own",
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
    /// What a Statement of Applicability can say where it is true, one plain sentence or two.
    pub yes: String,
    /// The same where it is not.
    pub no: String,
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

/// A first version of a document, or of rules that controls call for.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// `doc-scope`, as the document; or `rule-access`
    pub id: String,
    /// Its title; empty where it is a document, which has its name.
    pub title: String,
    /// Ids of the controls that a rule stands for; none where it is a document.
    pub controls: Vec<String>,
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
    /// Its other forms in a sentence, where the plural of English is not enough. They are not shown.
    pub forms: Vec<String>,
    /// Phrases that have the term's word in them and mean something else.
    pub except: Vec<String>,
    /// Whether its title is an everyday word too, so that not every mention means the term.
    pub everyday: bool,
    /// What it means.
    pub meaning: Vec<Block>,
}

/// What people type for what the texts say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// Ids of the items that are meant, the best first: `A.8.5`, `4.3-document`, `6.1.2`, `learn/cost`.
    pub ids: Vec<String>,
    /// How the texts say it.
    pub words: Vec<String>,
    /// What people type.
    pub typed: Vec<String>,
}

/// A word, or a phrase, of the interface.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// `home.start-new`
    pub key: String,
    /// The file of English that has it: `interface/site.properties`.
    pub file: String,
    /// Its text, placeholders inside.
    pub text: String,
    /// Its English text; the same where the language is English.
    pub english: String,
    /// The smallest pack that has it; those of smaller packs come first.
    pub reach: Reach,
}
