//! Comparing two states of an assessment: what moved, and which findings came and went.

use crate::assessment::{Assessment, ControlEntry, Decided, DocumentStatus, Edit, Entries, Level};
use crate::catalogue::{ControlId, ItemRef};
use crate::findings::Finding;
use crate::merge::item;
use crate::outcome::{Outcome, PerStage};
use crate::scoring::{Interval, Soa};
use crate::verdict::Verdict;
use std::collections::{BTreeSet, HashSet};

/// Something before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change<T> {
    /// What it was.
    pub before: T,
    /// What it is.
    pub after: T,
}

impl<T: PartialEq> Change<T> {
    /// Whether it is the same as before.
    pub fn is_none(&self) -> bool {
        self.before == self.after
    }
}

/// What a person can see move about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The level of a requirement or a control; `None` is open.
    Level(Option<Level>),
    /// The status of a document; `None` while nothing was said.
    Document(Option<DocumentStatus>),
    /// What was decided about a control.
    Decision(Option<Decided>),
    /// Whether it is there: one of a list that grows and shrinks, such as a risk.
    There(bool),
}

/// An item that moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Move {
    /// What moved.
    pub item: ItemRef,
    /// From where to where.
    pub state: Change<State>,
}

impl Move {
    /// The state that has the item, or had it before it went: what it is called is there.
    pub fn known_in<'a>(&self, before: &'a Assessment, after: &'a Assessment) -> &'a Assessment {
        if self.state.after == State::There(false) { before } else { after }
    }
}

/// What changed in what is derived.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Readiness overall.
    pub readiness: PerStage<Change<Interval>>,
    /// Readiness of each clause, in the order of the catalogue.
    pub clauses: Vec<PerStage<Change<Interval>>>,
    /// The verdicts.
    pub verdict: PerStage<Change<Verdict>>,
    /// The state of the Statement of Applicability.
    pub soa: Change<Soa>,
    /// Findings that were there and are no longer.
    pub gone: Vec<Finding>,
    /// Findings that were not there before. A finding that is graded anew has gone and come.
    pub came: Vec<Finding>,
}

impl Comparison {
    /// Compares two outcomes against the same catalogue.
    pub fn new(before: &Outcome, after: &Outcome) -> Self {
        let clauses = before.clauses.iter().zip(&after.clauses);
        let verdict =
            |outcome: &Outcome| PerStage { one: outcome.judgement.one.verdict, two: outcome.judgement.two.verdict };
        Self {
            readiness: both(before.readiness, after.readiness),
            clauses: clauses.map(|(before, after)| both(*before, *after)).collect(),
            verdict: both(verdict(before), verdict(after)),
            soa: Change { before: before.soa, after: after.soa },
            gone: without(&before.findings, &after.findings),
            came: without(&after.findings, &before.findings),
        }
    }
}

fn both<T>(before: PerStage<T>, after: PerStage<T>) -> PerStage<Change<T>> {
    PerStage {
        one: Change { before: before.one, after: after.one },
        two: Change { before: before.two, after: after.two },
    }
}

fn without(findings: &[Finding], others: &[Finding]) -> Vec<Finding> {
    let known: HashSet<_> = others.iter().map(Finding::identity).collect();
    findings.iter().filter(|finding| !known.contains(&finding.identity())).cloned().collect()
}

/// What moved from one state of an assessment to another: levels, documents' statuses and decisions, in the order of
/// the standard; what came and went of risks, of controls of the organisation's own, and of the registers. What was said about
/// it comes and goes with it. Notes, owners and the like are not movements.
pub fn moves(before: &Assessment, after: &Assessment) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut push = |item: ItemRef, before, after| {
        let state = Change { before, after };
        if !state.is_none() {
            moves.push(Move { item, state });
        }
    };
    for id in keys(&before.answers, &after.answers) {
        push(id.into(), State::Level(before.level(id)), State::Level(after.level(id)));
    }
    for id in keys(&before.documents, &after.documents) {
        let status = |assessment: &Assessment| State::Document(assessment.document_status(id));
        push(id.into(), status(before), status(after));
    }
    let states = [before, after];
    for id in keys(&before.controls, &after.controls) {
        if let ControlId::Custom(own) = id
            && !states.iter().all(|state| state.custom_controls.contains_key(&own))
        {
            continue;
        }
        let decision = |assessment: &Assessment| State::Decision(assessment.decision(id).decided());
        let level = |assessment: &Assessment| State::Level(control(assessment, id).and_then(|it| it.item.level));
        push(id.into(), decision(before), decision(after));
        push(id.into(), level(before), level(after));
    }
    let listed: BTreeSet<_> = states.iter().flat_map(|it| it.parts()).filter(|part| part.is_numbered()).collect();
    for part in listed {
        let there = |state: &Assessment| State::There(state.entry(part).is_some());
        if let Some(item) = item(&Edit::Add(part)) {
            push(item, there(before), there(after));
        }
    }
    moves
}

fn control(assessment: &Assessment, id: ControlId) -> Option<&ControlEntry> {
    assessment.controls.get(&id)
}

fn keys<K: Ord + Copy, V>(one: &Entries<K, V>, other: &Entries<K, V>) -> BTreeSet<K> {
    one.keys().chain(other.keys()).copied().collect()
}
