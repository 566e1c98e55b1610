//! Assessments at random, as the JSON of their files: from next to nothing to next to perfect, so that every rule and
//! every verdict comes up.

use super::method::Register;
use serde_json::{Map, Value, json};

/// A small generator of numbers, the same ones for a seed on every machine (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `end`, which is left out.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }
}

const LEVELS: [&str; 5] = ["not_started", "planned", "defined", "operating", "evidenced"];

/// How an assessment is drawn, in hundredths.
struct Temper {
    /// Answered at all.
    answered: u64,
    /// Where it should be, of what is answered.
    good: u64,
    /// Justified, planned or approved, of what is decided.
    proper: u64,
    /// In place, of the controls that apply.
    in_place: u64,
}

/// An assessment; the same one for a seed.
pub fn assessment(register: &Register, seed: u64) -> Value {
    let dice = &mut Dice::new(seed);
    let any = [0, 30, 60, 80, 90, 96, 98, 99, 100];
    let [answered, good, proper] = match dice.below(4) {
        // Near to the end: next to nothing is amiss, or a few things are.
        0 => [100, dice.one(&[99, 100]), dice.one(&[99, 100])],
        1 => [dice.one(&[99, 100]), dice.one(&[98, 99, 100]), dice.one(&[97, 99, 100])],
        2 => [dice.one(&[94, 97, 100]), dice.one(&[50, 85, 95]), dice.one(&any)],
        _ => [dice.one(&any), dice.one(&any), dice.one(&any)],
    };
    let temper = Temper { answered, good, proper, in_place: if dice.percent(10) { 5 } else { good } };
    let own = dice.below(4);
    let controls = register.controls.iter().cloned().chain((1..=own).map(|n| format!("C.{n}")));
    let controls: Vec<String> = controls.collect();
    json!({
        "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "random",
        "profile": profile(dice),
        "answers": answers(register, &temper, dice),
        "documents": documents(register, &temper, dice),
        "controls": controls.iter().filter_map(|id| Some((id.clone(), control(&temper, dice)?))).collect::<Map<_, _>>(),
        "custom_controls": (1..=own).map(|n| json!({ "id": format!("C.{n}"), "name": "Own" })).collect::<Value>(),
        "risks": risks(&temper, dice),
    })
}

fn profile(dice: &mut Dice) -> Value {
    let people = [0, 1, 10, 11, 45, 46, 60, 175, 176, 900, 1175, 1176, 5000];
    let mut profile = json!({ "people": dice.one(&people) });
    if dice.percent(30) {
        profile["people_full_time"] = dice.one(&people).into();
    }
    profile
}

fn risks(temper: &Temper, dice: &mut Dice) -> Value {
    let whole = json!({
        "id": "R1", "title": "One", "owner": "Ada", "likelihood": 2, "impact": 3, "treatment": "retain",
        "residual_accepted": true,
    });
    if dice.percent(temper.proper) { json!([whole]) } else { json!([whole, { "id": "R2", "title": "Two" }]) }
}

fn owner(dice: &mut Dice) -> &'static str {
    dice.one(&["", "Ada", "Ada", "Grace", "  "])
}

/// Some days before and after the day on which the assessments are looked at, and that day.
fn date(dice: &mut Dice) -> Value {
    let days = ["2025-11-23", "2025-11-24", "2025-11-25", "2026-11-23", "2026-11-24", "2026-11-25", "2027-05-01"];
    if dice.percent(40) { Value::Null } else { dice.one(&days).into() }
}

fn answers(register: &Register, temper: &Temper, dice: &mut Dice) -> Map<String, Value> {
    let mut answers = Map::new();
    // Whole sub-clauses are better or worse than the others.
    let mut subclause = ("", 0);
    for [id, of, kind] in &register.requirements {
        if subclause.0 != *of {
            subclause = (of, if dice.percent(100 - temper.good) { dice.one(&[0, 40, 70]) } else { temper.good });
        }
        let needed = if *kind == "record" { 4 } else { 3 };
        let level = match dice.percent(subclause.1) {
            true => Some(LEVELS[needed - dice.below(2) as usize * usize::from(dice.percent(4))]),
            false => Some(dice.one(&LEVELS)),
        };
        let level = level.filter(|_| dice.percent(temper.answered));
        let evidence = if dice.percent(temper.proper) { json!(["Minutes of March"]) } else { json!([]) };
        answers.insert(
            (*id).into(),
            json!({ "level": level, "evidence": evidence, "owner": owner(dice), "due": date(dice) }),
        );
    }
    answers
}

fn documents(register: &Register, temper: &Temper, dice: &mut Dice) -> Map<String, Value> {
    let mut documents = Map::new();
    for [id, ..] in &register.documents {
        let status = match dice.percent(temper.proper) {
            true => Some("approved"),
            false => Some(dice.one(&["missing", "draft", "approved"])),
        };
        let status = status.filter(|_| dice.percent(temper.answered));
        documents.insert((*id).into(), json!({ "status": status, "owner": owner(dice), "reviewed": date(dice) }));
    }
    documents
}

fn control(temper: &Temper, dice: &mut Dice) -> Option<Value> {
    if !dice.percent(temper.answered) {
        return None;
    }
    let proper = dice.percent(temper.proper);
    if dice.percent(10) {
        let words = if proper { "There are no such rooms." } else { dice.one(&["", "  "]) };
        return Some(json!({ "decision": "excluded", "justification": words }));
    }
    let reasons = match proper {
        true => vec![dice.one(&["legal", "contractual"])],
        false => ["risk", "legal", "contractual", "business"].into_iter().filter(|_| dice.percent(35)).collect(),
    };
    let level = if dice.percent(temper.in_place) {
        Some("operating")
    } else {
        Some(dice.one(&["not_started", "planned", "planned", "defined", "operating"]))
    };
    Some(json!({
        "decision": "applicable",
        "reasons": reasons,
        "justification": if dice.percent(30) { "Laptops leave the office." } else { "" },
        "risks": if dice.percent(30) { json!(["R1"]) } else { json!([]) },
        "level": level.filter(|_| dice.percent(temper.answered)),
        "owner": if proper { "Grace" } else { owner(dice) },
        "due": if proper { json!("2027-05-01") } else { date(dice) },
    }))
}
