//! One page for who runs the firm: can we book, when, what next, what it costs, and what to tell a customer who asks.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef, Word};
use crate::extract::Portion;
use crate::figures;
use crate::outcome::Outcome;
use crate::plan::{Action, Plan, audit_day};
use crate::quote::QuoteBrief;
use crate::report::model::{Block, Section};
use crate::target::Stage;
use crate::verdict::Verdict;

/// How many steps are told.
const STEPS: usize = 5;

/// What the page says.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// Whether to book an audit, in a sentence or two.
    pub booking: String,
    /// The verdict on each stage, with readiness.
    pub stages: Vec<String>,
    /// When what has to be held, and what no longer fits.
    pub when: Vec<String>,
    /// The next steps, at most five.
    pub steps: Vec<Step>,
    /// Auditor days over three years, and what they are to be multiplied with.
    pub cost: Vec<String>,
    /// What can be told to a customer who asks, a paragraph each. It says how far the work is, never how good it is.
    pub letter: Vec<String>,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is to be done, by whom, how much it is, and until when.
    pub words: String,
    /// Where it is done.
    pub item: Option<ItemRef>,
}

impl Owner {
    /// Puts it together from what was derived of an assessment.
    pub fn new(catalogue: &Catalogue, assessment: &Assessment, outcome: &Outcome, plan: &Plan) -> Self {
        let stage = |(stage, name): (Stage, Word)| {
            let verdict = outcome.judgement.get(stage).verdict.label(catalogue);
            let readiness = figures::interval(catalogue, *outcome.readiness.get(stage));
            format!("{}: {verdict}, {readiness}", catalogue.word(name))
        };
        let brief = QuoteBrief::new(catalogue, assessment);
        let people = assessment.profile.people_for_audit();
        Self {
            booking: catalogue.word(booking(outcome)).to_owned(),
            stages: Stage::ALL.into_iter().zip([Word::StageOne, Word::StageTwo]).map(stage).collect(),
            when: when(catalogue, assessment, plan),
            steps: plan.actions.iter().take(STEPS).map(|action| step(catalogue, assessment, action)).collect(),
            cost: vec![brief.audit_time(catalogue, people), catalogue.word(Word::OwnerRate).to_owned()],
            letter: letter(catalogue, assessment, outcome),
        }
    }

    /// The same as sections of a document.
    pub fn sections(&self, catalogue: &Catalogue) -> Vec<Section> {
        let texts = |texts: &[String]| texts.iter().cloned().map(Block::Text).collect::<Vec<_>>();
        let section = |id, heading, blocks| Section { id, heading: catalogue.word(heading).to_owned(), blocks };
        let mut book = texts(std::slice::from_ref(&self.booking));
        book.push(Block::List(self.stages.clone()));
        let steps = Block::List(self.steps.iter().map(|step| step.words.clone()).collect());
        [
            section("owner-book", Word::OwnerBook, book),
            section("owner-when", Word::OwnerWhen, texts(&self.when)),
            section("owner-steps", Word::OwnerSteps, vec![steps]),
            section("owner-cost", Word::OwnerCost, texts(&self.cost)),
            section("owner-letter", Word::OwnerLetter, texts(&self.letter)),
        ]
        .into()
    }
}

fn booking(outcome: &Outcome) -> Word {
    match (outcome.judgement.one.verdict, outcome.judgement.two.verdict) {
        (Verdict::Open, _) => Word::OwnerBookOpen,
        (Verdict::NotReady, _) => Word::OwnerBookNotReady,
        (Verdict::Nearly, _) => Word::OwnerBookNearly,
        (Verdict::Ready, Verdict::Ready) => Word::OwnerBookBoth,
        (Verdict::Ready, _) => Word::OwnerBookOne,
    }
}

/// The dates of both stages, where a certificate is wanted by a day.
fn dates<'a>(catalogue: &Catalogue, assessment: &Assessment) -> Option<[(&'a str, String); 3]> {
    let target = assessment.profile.target_date?;
    let [one, two] = Stage::ALL.map(|stage| figures::date(catalogue, audit_day(stage, target)));
    Some([("date", figures::date(catalogue, target)), ("one", one), ("two", two)])
}

fn when(catalogue: &Catalogue, assessment: &Assessment, plan: &Plan) -> Vec<String> {
    let dates = dates(catalogue, assessment).map(|dates| catalogue.tell(Word::ActionsStages, dates));
    let warnings = plan.warnings.iter().map(|warning| warning.words(catalogue));
    dates.into_iter().chain(warnings).collect()
}

fn step(catalogue: &Catalogue, assessment: &Assessment, action: &Action) -> Step {
    let owner = match &*action.owners {
        // An extract does not say on each line that it names nobody.
        _ if assessment.left_out().contains(Portion::Owners) => String::new(),
        [] => format!("{}. ", catalogue.word(Word::ActionsNobody)),
        owners => format!("{}. ", owners.join(", ")),
    };
    let due = match action.due {
        Some(due) => figures::date(catalogue, due.day),
        None => catalogue.word(Word::ActionsNoDate).to_owned(),
    };
    let words = [
        ("task", action.title(catalogue, assessment)),
        ("owner", owner),
        ("effort", action.effort.label(catalogue).to_owned()),
        ("due", due),
    ];
    Step { words: catalogue.tell(Word::OwnerStep, words), item: action.items().first().copied() }
}

fn letter(catalogue: &Catalogue, assessment: &Assessment, outcome: &Outcome) -> Vec<String> {
    let profile = &assessment.profile;
    let organisation = match profile.organisation.trim() {
        "" => catalogue.word(Word::OwnerUnnamed),
        name => name,
    };
    let scope = profile.scope.trim().replace('\n', " ");
    let state = [
        ("date", figures::date(catalogue, outcome.today)),
        ("answered", outcome.answered.to_string()),
        ("all", outcome.items.to_string()),
        ("decided", outcome.soa.decided.to_string()),
        ("controls", catalogue.controls.len().to_string()),
    ];
    // A customer is told no day that has passed already.
    let ahead = profile.target_date.is_some_and(|target| audit_day(Stage::One, target) >= outcome.today);
    let planned = dates(catalogue, assessment).filter(|_| ahead);
    let contact = [profile.contact.name.trim(), profile.contact.email.trim()];
    let contact: Vec<_> = contact.into_iter().filter(|text| !text.is_empty()).collect();
    [
        Some(catalogue.say(Word::OwnerLetterIntent, &[("organisation", organisation)])),
        (!scope.is_empty()).then(|| catalogue.say(Word::OwnerLetterScope, &[("scope", &scope)])),
        Some(catalogue.tell(Word::OwnerLetterState, state)),
        planned.map(|dates| catalogue.tell(Word::OwnerLetterDates, dates)),
        Some(catalogue.word(Word::OwnerLetterCaveat).to_owned()),
        (!contact.is_empty()).then(|| catalogue.say(Word::OwnerLetterContact, &[("contact", &contact.join(", "))])),
    ]
    .into_iter()
    .flatten()
    .collect()
}
