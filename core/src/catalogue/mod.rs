//! What the standard asks: 146 requirements, 93 controls, 25 documents, and the words of one language about them.
//!
//! The structure is the same in every language; ids are positions in it, and exist only by parsing.

mod ids;
mod item_ref;
mod language;
mod pack;
mod when;
mod words;

pub use ids::{
    AuditId, ControlId, CustomId, DocumentId, FactId, ManagementReviewId, NonconformityId, RequirementId, RiskId,
};
pub use item_ref::ItemRef;
pub use language::{LANGUAGES, Language, STRUCTURE};
pub use pack::PackError;
pub use when::When;
pub use words::{Arg, Word};

use std::ops::Range;

/// The catalogue of one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    /// The catalogue's name in files, `iso27001-2022-amd1`.
    pub id: &'static str,
    /// The language of its texts, a BCP 47 tag such as `en`.
    pub language: &'static str,
    /// Clauses 4 to 10.
    pub clauses: Vec<Clause>,
    /// Sub-clauses 4.1 to 10.2.
    pub subclauses: Vec<Subclause>,
    /// The requirements, in the order of the standard.
    pub requirements: Vec<Requirement>,
    /// The questions of the quick start, in the order in which they are asked; the first view has none.
    pub quick: Vec<Quick>,
    /// The four themes of Annex A.
    pub themes: Vec<Theme>,
    /// The controls of Annex A, in its order.
    pub controls: Vec<Control>,
    /// The documents that the standard asks for.
    pub documents: Vec<Document>,
    /// The yes/no questions of the profile.
    pub facts: Vec<Fact>,
    /// The reading pages.
    pub pages: Vec<Page>,
    /// Where the guidance of each clause, theme and page can be loaded: name and file.
    pub chunks: Vec<(&'static str, &'static str)>,
    /// The rules that controls call for, and that are drafted; the first questions need none.
    pub rules: Vec<Rule>,
    /// What people type for what the texts say; the first view has none.
    pub synonyms: Vec<Synonym>,
    words: Vec<&'static str>,
}

/// Rules that controls call for, of which there is a first version.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// The id of their draft, such as `rule-access`.
    pub id: &'static str,
    /// The ids of the controls that they stand for, with spaces between, the one that they are about most first.
    pub controls: &'static str,
    /// Their title.
    pub title: &'static str,
}

impl Rule {
    /// The controls that they stand for.
    pub fn control_ids(self, catalogue: &Catalogue) -> impl Iterator<Item = ControlId> {
        self.controls.split(' ').filter_map(|id| catalogue.parse_control(id))
    }
}

/// What people type for what the texts say: lists with spaces between ids, and with `;` between words and phrases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Synonym {
    /// Ids of the items that are meant, the best first: `A.8.5`, `4.3-document`, `6.1.2`, `learn/cost`.
    pub ids: &'static str,
    /// How the texts say it.
    pub words: &'static str,
    /// What people type.
    pub typed: &'static str,
}

/// One of clauses 4 to 10.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Its number, such as `4`.
    pub id: &'static str,
    /// A short title.
    pub title: &'static str,
    /// Its sub-clauses, as positions in [`Catalogue::subclauses`].
    pub subclauses: Range<usize>,
}

/// A sub-clause: the unit that likely findings speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Subclause {
    /// Its number, such as `6.1.2`.
    pub id: &'static str,
    /// A short title.
    pub title: &'static str,
    /// What there is to do for it, such as 'Write the security policy'; as a plan says it.
    pub todo: &'static str,
    /// The clause that it belongs to, as a position in [`Catalogue::clauses`].
    pub clause: usize,
    /// Its requirements, as positions in [`Catalogue::requirements`].
    pub requirements: Range<usize>,
}

/// What a requirement asks for; decides its targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something has been decided.
    Decision,
    /// Something is written down.
    Document,
    /// Something is done.
    Process,
    /// A record shows that it was done.
    Record,
}

impl Kind {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Document => "document",
            Self::Process => "process",
            Self::Record => "record",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Decision, Self::Document, Self::Process, Self::Record].into_iter().find(|kind| kind.name() == name)
    }
}

/// One requirement of clauses 4 to 10.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// Its id in files, such as `4.3-document`.
    pub id: &'static str,
    /// The sub-clause that it belongs to, as a position in [`Catalogue::subclauses`].
    pub subclause: usize,
    /// What it asks for.
    pub kind: Kind,
    /// A short title.
    pub title: &'static str,
    /// The question that one of the five levels answers.
    pub question: &'static str,
    /// What 'Defined', 'Operating' and 'Evidenced' look like here; empty in the first view, and where a language has no
    /// words for it.
    pub levels: [&'static str; 3],
}

/// One of the four themes of Annex A.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its id, such as `organizational`.
    pub id: &'static str,
    /// Its number in Annex A, 5 to 8.
    pub number: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its controls, as positions in [`Catalogue::controls`].
    pub controls: Range<usize>,
}

/// One control of Annex A.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// Its id in files, such as `A.8.25`.
    pub id: &'static str,
    /// The theme that it belongs to, as a position in [`Catalogue::themes`].
    pub theme: usize,
    /// What it does: any of `P` (preventive), `D` (detective), `C` (corrective).
    pub types: &'static str,
    /// When it is usually needed.
    pub when: When,
    /// The document that is required when the control applies.
    pub document: Option<DocumentId>,
    /// Its short name.
    pub name: &'static str,
    /// What a Statement of Applicability can say where it applies; empty in the first view.
    pub applies: &'static str,
    /// Its attributes as a number, see [`crate::attributes`]; empty in the first view.
    pub attributes: &'static str,
}

impl Control {
    /// The names of its types in files.
    pub fn type_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.types.chars().map(|letter| match letter {
            'P' => "preventive",
            'D' => "detective",
            _ => "corrective",
        })
    }
}

/// When a document of the register is mandatory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mandatory {
    /// Whatever the Statement of Applicability says.
    Always,
    /// If the organisation itself judges it necessary: nobody counts it.
    Own,
    /// When this control applies.
    WhenApplicable(ControlId),
}

/// A document that the standard asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id in files, such as `doc-scope`.
    pub id: &'static str,
    /// The place in the standard that asks for it, such as `6.1.3 d`.
    pub place: &'static str,
    /// The sub-clause that asks for it, as a position in [`Catalogue::subclauses`]; `None` if a control does.
    pub subclause: Option<usize>,
    /// When it is mandatory.
    pub mandatory: Mandatory,
    /// Whether it is a record of what was done, which can't be written before.
    pub is_record: bool,
    /// Whether its absence is likely a major nonconformity, where it is always mandatory.
    pub missing_is_major: bool,
    /// Whether stage 1 looks for it.
    pub stage_one: bool,
    /// The requirements that are about it.
    pub about: Vec<RequirementId>,
    /// Its name.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub summary: &'static str,
}

/// A yes/no question about the organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its id in files, such as `develops_software`.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// What a Statement of Applicability can say where the answer is yes, and where it is no; empty in the first view.
    pub stands: [&'static str; 2],
}

/// A question of the quick start: it needs no context, and its answer is that of requirements and controls.
#[derive(Debug, Clone, PartialEq)]
pub struct Quick {
    /// Its id, such as `two_step`.
    pub id: &'static str,
    /// The requirements and controls that get its answer, the one that it is about most first.
    pub answers: Vec<ItemRef>,
    /// Whether an auditor would likely call it a major nonconformity where it is not there.
    pub is_major: bool,
    /// The question.
    pub question: &'static str,
    /// What an auditor would stop on where it is not there; empty before all texts are here.
    pub stop: &'static str,
    /// What is good where it is there; empty before all texts are here.
    pub strength: &'static str,
}

/// A reading page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its id, such as `journey`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
}

impl Catalogue {
    /// The English catalogue, as it was compiled into this build.
    ///
    /// # Panics
    /// Never in a build that passed its tests: the pack is made by the same build.
    pub fn english() -> Self {
        Self::embedded(include_str!(concat!(env!("OUT_DIR"), "/en.pack")))
    }

    fn embedded(pack: &'static str) -> Self {
        match Self::read(&[pack]) {
            Ok(catalogue) => catalogue,
            Err(error) => panic!("the embedded catalogue was checked when it was built: {error}"),
        }
    }

    /// The requirement of an id.
    pub fn requirement(&self, id: RequirementId) -> &Requirement {
        &self.requirements[id.index()]
    }

    /// The Annex A control of an id; `None` for a control of the organisation's own.
    pub fn control(&self, id: ControlId) -> Option<&Control> {
        id.annex().map(|index| &self.controls[index])
    }

    /// The document of an id.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.index()]
    }

    /// The documents that are always mandatory.
    pub fn always_mandatory(&self) -> impl Iterator<Item = DocumentId> {
        self.document_ids().filter(|id| self.document(*id).mandatory == Mandatory::Always)
    }

    /// The fact of an id.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }

    /// The sub-clause that a requirement belongs to.
    pub fn subclause_of(&self, id: RequirementId) -> &Subclause {
        &self.subclauses[self.requirement(id).subclause]
    }

    /// The position of a sub-clause, such as that of `6.1.2`.
    pub fn subclause(&self, id: &str) -> Option<usize> {
        self.subclauses.iter().position(|subclause| subclause.id == id)
    }

    /// The file of a guidance chunk, such as `clause-4`.
    pub fn chunk(&self, name: &str) -> Option<&'static str> {
        self.chunks.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    }

    /// The ids of a run of requirements, such as those of a sub-clause.
    pub fn requirement_ids_in(
        &self,
        run: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = RequirementId> + ExactSizeIterator + use<> {
        run.map(RequirementId::at)
    }

    /// The requirements of a clause, as positions in [`Catalogue::requirements`].
    pub fn requirements_of(&self, clause: &Clause) -> Range<usize> {
        let subclauses = &self.subclauses[clause.subclauses.clone()];
        match (subclauses.first(), subclauses.last()) {
            (Some(first), Some(last)) => first.requirements.start..last.requirements.end,
            _ => 0..0,
        }
    }
}
