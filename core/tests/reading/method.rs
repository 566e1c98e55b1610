//! The readiness method, version 2, read from its text alone: over the JSON of an assessment and the register as tables,
//! with nothing of the core. Written to be compared with it, so it is plain rather than quick. The contradictions are not
//! told one by one in the text: whether any stands is an argument.

mod verdicts;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What the register says: requirements as (id, sub-clause, kind), documents as (id, where, mandatory, missing, stage1).
pub struct Register {
    pub requirements: Vec<[&'static str; 3]>,
    pub documents: Vec<[&'static str; 5]>,
    pub controls: Vec<String>,
}

impl Register {
    pub fn read() -> Self {
        let rows = |table: &'static str| table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
        let themes = [(5, 37), (6, 8), (7, 14), (8, 34)];
        Self {
            requirements: rows(include_str!("requirements.tsv")).map(|row| [row[0], row[1], row[2]]).collect(),
            documents: rows(include_str!("documents.tsv"))
                .map(|row| [row[0], row[1], row[2], row[4], row[5]])
                .collect(),
            controls: themes
                .iter()
                .flat_map(|(theme, last)| (1..=*last).map(move |n| format!("A.{theme}.{n}")))
                .collect(),
        }
    }
}

/// A likely finding: rule, grade, where, and the items behind it, sorted by their ids.
pub type Finding = (String, String, String, Vec<String>);

pub struct Reading<'a> {
    register: &'a Register,
    assessment: &'a Value,
    today: &'a str,
}

const LEVELS: [&str; 5] = ["not_started", "planned", "defined", "operating", "evidenced"];
const CARRIED_OUT: [&str; 10] = [
    "6.1.2-c1",
    "6.1.2-d1",
    "6.1.2-d2",
    "6.1.2-d3",
    "6.1.2-e1",
    "6.1.2-e2",
    "6.1.3-a",
    "6.1.3-c",
    "8.2-perform",
    "8.2-document",
];

/// `part` of `whole` in tenths of a percent, rounded half up.
fn tenths(part: i64, whole: i64) -> i64 {
    (2000 * part + whole) / (2 * whole)
}

fn level_of(record: &Value) -> Option<i64> {
    let level = record["level"].as_str()?;
    LEVELS.iter().position(|name| *name == level).map(|at| at as i64)
}

fn said(text: &Value) -> bool {
    text.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn strings(items: impl IntoIterator<Item = impl ToString>) -> Vec<String> {
    let mut strings: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    strings.sort();
    strings
}

/// Clause 9.2 or 9.3.
fn is_audit_or_review(subclause: &str) -> bool {
    subclause.starts_with("9.2") || subclause.starts_with("9.3")
}

impl<'a> Reading<'a> {
    pub fn new(register: &'a Register, assessment: &'a Value, today: &'a str) -> Self {
        Self { register, assessment, today }
    }

    fn answer(&self, id: &str) -> &Value {
        &self.assessment["answers"][id]
    }

    fn level(&self, id: &str) -> Option<i64> {
        level_of(self.answer(id))
    }

    fn no_evidence(&self, id: &str) -> bool {
        self.answer(id)["evidence"].as_array().is_none_or(Vec::is_empty)
    }

    fn target(&self, [id, subclause, kind]: &[&str; 3], stage: u8) -> i64 {
        let second = match *kind {
            "decision" | "document" => 2,
            "process" => 3,
            "record" => 4,
            other => panic!("no such kind: {other}"),
        };
        let first = match *kind {
            _ if CARRIED_OUT.contains(id) => 3,
            _ if is_audit_or_review(subclause) => 2,
            "record" => 1,
            _ => 2,
        };
        if stage == 1 { first } else { second }
    }

    /// Readiness of the requirements that `keep` keeps, as (low, high) in twelfths, and their number.
    fn twelfths(&self, stage: u8, keep: impl Fn(&[&str; 3]) -> bool) -> (i64, i64, i64) {
        self.register.requirements.iter().filter(|row| keep(row)).fold((0, 0, 0), |(low, high, count), row| {
            let target = self.target(row, stage);
            match self.level(row[0]) {
                Some(level) => {
                    (low + 12 * level.min(target) / target, high + 12 * level.min(target) / target, count + 1)
                }
                None => (low, high + 12, count + 1),
            }
        })
    }

    pub fn interval(&self, stage: u8, keep: impl Fn(&[&str; 3]) -> bool) -> Value {
        let (low, high, count) = self.twelfths(stage, keep);
        json!({ "low": tenths(low, 12 * count), "high": tenths(high, 12 * count) })
    }

    pub fn subclauses(&self) -> Vec<&'static str> {
        let mut all: Vec<&str> = self.register.requirements.iter().map(|row| row[1]).collect();
        all.dedup();
        all
    }

    fn of_subclause(&self, finding: &mut Vec<Finding>, subclause: &str) {
        let rows: Vec<&[&str; 3]> = self.register.requirements.iter().filter(|row| row[1] == subclause).collect();
        let answered: Vec<(&[&str; 3], i64)> =
            rows.iter().filter_map(|row| Some((*row, self.level(row[0])?))).collect();
        if answered.is_empty() {
            return;
        }
        let mut push = |rule: &str, grade: &str, items: Vec<String>| {
            finding.push((rule.into(), grade.into(), subclause.into(), items));
        };
        let below = strings(answered.iter().filter(|(row, level)| *level < self.target(row, 2)).map(|(row, _)| row[0]));
        let short = answered.iter().filter(|(row, level)| match row[2] {
            "process" | "record" => *level < 3,
            _ => *level < 2,
        });
        let short = short.count();
        if answered.iter().all(|(_, level)| *level <= 1) && 2 * answered.len() >= rows.len() {
            let grade = if ["6.3", "7.1", "10.1"].contains(&subclause) { "minor" } else { "major" };
            push("absent", grade, strings(answered.iter().map(|(row, _)| row[0])));
        } else if short >= 3 && 2 * short > answered.len() {
            push("systemic", "major", below);
        } else if !below.is_empty() {
            push("partial", "minor", below);
        }
        let bare = |(row, _): &&(&[&str; 3], i64)| self.no_evidence(row[0]);
        let (unproven, others): (Vec<_>, Vec<_>) =
            answered.iter().filter(bare).partition(|(row, level)| row[2] == "record" && *level == 4);
        let reached =
            strings(others.iter().filter(|(row, level)| *level >= self.target(row, 2)).map(|(row, _)| row[0]));
        if !unproven.is_empty() {
            push("unproven_record", "minor", strings(unproven.iter().map(|(row, _)| row[0])));
        }
        if !reached.is_empty() {
            push("no_evidence", "opportunity", reached);
        }
    }

    fn of_documents(&self, findings: &mut Vec<Finding>) {
        for [id, place, mandatory, missing, _] in &self.register.documents {
            let status = self.assessment["documents"][id]["status"].as_str();
            let mut push = |rule: &str, grade: &str| findings.push((rule.into(), grade.into(), (*id).into(), vec![]));
            match (*mandatory, status) {
                ("always", Some("missing")) => push("document_missing", missing),
                ("always", Some("draft")) => push("document_draft", "minor"),
                ("always" | "own", _) => {}
                (_, Some("missing" | "draft")) if self.decision(place) == Some("applicable") => {
                    push("control_document", "minor")
                }
                _ => {}
            }
        }
    }

    fn control(&self, id: &str) -> &Value {
        &self.assessment["controls"][id]
    }

    fn decision(&self, id: &str) -> Option<&str> {
        self.control(id)["decision"].as_str().filter(|decision| *decision != "undecided")
    }

    fn justified(&self, id: &str) -> bool {
        let control = self.control(id);
        let has = |reason: &str| control["reasons"].as_array().is_some_and(|all| all.iter().any(|one| one == reason));
        let linked = control["risks"].as_array().is_some_and(|risks| !risks.is_empty());
        let words = said(&control["justification"]);
        match self.decision(id) {
            Some("applicable") => {
                has("legal") || has("contractual") || (has("risk") && (linked || words)) || (has("business") && words)
            }
            Some(_) => words,
            None => false,
        }
    }

    /// The applicable controls, own ones included.
    fn applicable(&self) -> Vec<String> {
        let own = self.assessment["custom_controls"].as_array().into_iter().flatten();
        let own = own.map(|control| control["id"].as_str().expect("an id").to_owned());
        let all = self.register.controls.iter().cloned().chain(own);
        all.filter(|id| self.decision(id) == Some("applicable")).collect()
    }

    fn of_controls(&self, findings: &mut Vec<Finding>) {
        let (decided, undecided): (Vec<&String>, Vec<&String>) =
            self.register.controls.iter().partition(|id| self.decision(id).is_some());
        let mut incomplete: Vec<&String> = decided.iter().copied().filter(|id| !self.justified(id)).collect();
        if decided.len() >= 75 {
            incomplete.extend(undecided);
        }
        if !incomplete.is_empty() {
            let grade = if incomplete.len() >= 24 { "major" } else { "minor" };
            findings.push(("soa_incomplete".into(), grade.into(), "6.1.3".into(), strings(incomplete)));
        }
        let levels: Vec<(String, i64)> = self
            .applicable()
            .into_iter()
            .filter_map(|id| level_of(self.control(&id)).map(|level| (id, level)))
            .collect();
        let low: Vec<&String> = levels.iter().filter(|(_, level)| *level <= 1).map(|(id, _)| id).collect();
        let unplanned = low.iter().filter(|id| {
            let control = self.control(id);
            let in_time = control["due"].as_str().is_some_and(|due| due >= self.today);
            !(said(&control["owner"]) && in_time)
        });
        let unplanned = strings(unplanned);
        if !unplanned.is_empty() {
            findings.push(("control_gap".into(), "minor".into(), "8.3".into(), unplanned));
        }
        if levels.len() >= 10 && 2 * low.len() > levels.len() {
            findings.push(("treatment_not_implemented".into(), "major".into(), "8.3".into(), strings(low)));
        }
    }

    pub fn findings(&self) -> BTreeSet<Finding> {
        let mut all = Vec::new();
        for subclause in self.subclauses() {
            self.of_subclause(&mut all, subclause);
        }
        self.of_documents(&mut all);
        self.of_controls(&mut all);
        let count = all.len();
        let all: BTreeSet<Finding> = all.into_iter().collect();
        assert_eq!(all.len(), count, "no finding twice");
        all
    }

    pub fn soa(&self) -> Value {
        let count = |keep: &dyn Fn(&String) -> bool| self.register.controls.iter().filter(|id| keep(id)).count() as i64;
        let justified = count(&|id| self.justified(id));
        let applicable = self.applicable();
        let thirds: i64 = applicable.iter().map(|id| level_of(self.control(id)).unwrap_or(0).min(3)).sum();
        json!({
            "decided": count(&|id| self.decision(id).is_some()),
            "justified": justified,
            "complete": tenths(justified, 93),
            "implementation": if applicable.is_empty() { 0 } else { tenths(thirds, 3 * applicable.len() as i64) },
        })
    }

    /// Days of the initial audit, of a surveillance, of the recertification, and of three years.
    pub fn days(&self) -> Option<[f64; 4]> {
        let profile = &self.assessment["profile"];
        let people = profile["people_full_time"].as_f64().or(profile["people"].as_f64())?;
        let table = [
            (10, 5.0),
            (15, 6.0),
            (25, 7.0),
            (45, 8.5),
            (65, 10.0),
            (85, 11.0),
            (125, 12.0),
            (175, 13.0),
            (275, 14.0),
            (425, 15.0),
            (625, 16.5),
            (875, 17.5),
            (1175, 18.5),
        ];
        let (_, initial) = table.into_iter().find(|(last, _)| people <= f64::from(*last)).filter(|_| people > 0.0)?;
        let half_up = |days: f64| (days * 2.0).ceil() / 2.0;
        let (surveillance, recertification) = (half_up(initial / 3.0), half_up(initial * 2.0 / 3.0));
        Some([initial, surveillance, recertification, initial + 2.0 * surveillance])
    }

    /// The points to check that the text tells whole, as (check, what it is about): the documents out of date, and the
    /// items whose action's date has passed. Controls and requirements with a date count as actions until their target.
    pub fn points(&self) -> BTreeSet<(String, String)> {
        let mut points = BTreeSet::new();
        let dated =
            ["doc-risk-assessment-results", "doc-audit-programme", "doc-management-review", "doc-policy", "doc-soa"];
        for id in dated {
            let Some(reviewed) = self.assessment["documents"][id]["reviewed"].as_str() else { continue };
            let year: i32 = reviewed[..4].parse().expect("a year");
            if format!("{:04}{}", year + 1, &reviewed[4..]).as_str() < self.today {
                points.insert(("out-of-date".into(), id.into()));
            }
        }
        for row in &self.register.requirements {
            let open = self.level(row[0]).is_none_or(|level| level < self.target(row, 2));
            if open && self.answer(row[0])["due"].as_str().is_some_and(|due| due < self.today) {
                points.insert(("due-passed".into(), row[0].into()));
            }
        }
        for id in self.applicable() {
            let open = level_of(self.control(&id)).is_none_or(|level| level < 3);
            if open && self.control(&id)["due"].as_str().is_some_and(|due| due < self.today) {
                points.insert(("due-passed".into(), id));
            }
        }
        points
    }

    /// Whether somebody owns more than half of everything that has an owner, and something of the internal audit too.
    pub fn same_person(&self) -> bool {
        let mut owns: BTreeMap<&str, usize> = BTreeMap::new();
        let of = |part: &str| self.assessment[part].as_object().into_iter().flatten().map(|(_, record)| record);
        let risks = self.assessment["risks"].as_array().into_iter().flatten();
        let everything = of("answers").chain(of("documents")).chain(of("controls")).chain(risks);
        let mut all = 0;
        for owner in
            everything.filter_map(|record| record["owner"].as_str()).map(str::trim).filter(|owner| !owner.is_empty())
        {
            *owns.entry(owner).or_default() += 1;
            all += 1;
        }
        let audits = |person: &str| {
            let items = self.register.requirements.iter().filter(|row| row[1].starts_with("9.2"));
            let items = items.map(|row| &self.answer(row[0])["owner"]);
            let programme = &self.assessment["documents"]["doc-audit-programme"]["owner"];
            items.chain([programme]).any(|owner| owner.as_str().is_some_and(|owner| owner.trim() == person))
        };
        owns.iter().any(|(person, count)| 2 * count > all && audits(person))
    }
}
