//! How each field of each record is filled in through the page. What a field is called in its page follows from its name.

use e2e::{Random, Value, json};
use readiness::assessment::*;
use readiness::catalogue::{AuditId, ControlId, CustomId, FactId, ManagementReviewId, NonconformityId, RiskId};
use readiness::{Assessment, Catalogue, Date, Edit, Timestamp};
use std::mem::discriminant;

/// Something that can be filled in by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A field of a record.
    Field(Part, &'static Field),
    /// A fact about the organisation.
    Fact(FactId),
    /// Whether a control treats a risk: each link is a change of its own.
    Link(ControlId, RiskId),
}

/// One thing to do in a page, and what it says of which targets.
pub struct Step {
    /// For `fill.js`: page, where in it, what to open there first, and what to do.
    pub script: Value,
    /// What is said, the last word of this tab until it says another.
    pub said: Vec<(Target, FieldValue)>,
}

/// The records that are filled in. A decision takes along what depends on it, so another control is decided than the ones
/// whose fields are filled in; it is the same with a risk that is accepted.
pub struct Setting {
    catalogue: Catalogue,
    applies: [ControlId; 2],
    decided: ControlId,
    treats: ControlId,
    accepted: RiskId,
    risks: Vec<RiskId>,
    own: CustomId,
    registers: [Part; 3],
}

/// What the internal audit looks at.
const SAMPLED: &str = "4.1-issues";

impl Setting {
    pub fn new() -> Self {
        let catalogue = Catalogue::english();
        let control = |id| catalogue.parse_control(id).expect("a control");
        let risks: Vec<_> = ["R1", "R2"].into_iter().filter_map(RiskId::parse).collect();
        let [applies, decided, treats] = ["A.5.1", "A.8.30", "A.5.2"].map(control);
        let own = CustomId::parse("C.1").expect("an id");
        let registers = [
            Part::Nonconformity(NonconformityId::parse("NC1").expect("an id")),
            Part::Audit(AuditId::parse("IA1").expect("an id")),
            Part::ManagementReview(ManagementReviewId::parse("MR1").expect("an id")),
        ];
        Self {
            registers,
            applies: [applies, ControlId::Custom(own)],
            decided,
            treats,
            accepted: risks[0],
            risks,
            own,
            catalogue,
        }
    }

    /// What all tabs begin with.
    pub fn assessment(&self) -> Assessment {
        let now = Timestamp::new("2026-11-24T10:00:00Z");
        let mut assessment = Assessment::new("at-random".parse().expect("an id"), "At random", now.clone());
        let applies = Decision::Applicable { reasons: Reasons::default(), justification: "Words.".to_owned() };
        let mut edits = vec![Edit::Add(Part::Custom(self.own))];
        edits.extend(self.risks.iter().map(|id| Edit::Add(Part::Risk(*id))));
        edits.extend(self.applies.map(|id| Edit::control(id).decision(&applies)));
        edits.extend(self.registers.map(Edit::Add));
        if let [_, Part::Audit(audit), _] = self.registers {
            edits.push(Edit::audit(audit).sample(Sample::default().with([Sampled::new(SAMPLED)])));
        }
        edits.push(Edit::risk(self.accepted).residual_accepted(true));
        assessment.apply(&Edit::Batch(edits), &now);
        assessment
    }

    /// What can be read from a file.
    pub fn read(&self, file: &Value) -> Assessment {
        Assessment::from_value(file, &self.catalogue).expect("the site's own file")
    }

    /// All that is filled in.
    ///
    /// # Panics
    /// Where a field of a record is filled in nowhere.
    pub fn targets(&self) -> Vec<Target> {
        let answers = ["9.3.2-a", "9.3.2-b"].map(|id| Part::Answer(self.catalogue.parse_requirement(id).expect("it")));
        let documents =
            ["doc-scope", "doc-soa"].map(|id| Part::Document(self.catalogue.parse_document(id).expect("it")));
        let mut parts = vec![Part::Meta, Part::Profile, Part::Custom(self.own)];
        parts.extend(answers.into_iter().chain(documents));
        parts.extend(self.applies.into_iter().chain([self.decided, self.treats]).map(Part::Control));
        parts.extend(self.risks.iter().map(|id| Part::Risk(*id)));
        parts.extend(self.registers);
        let each = || parts.iter().flat_map(|part| part.said().map(|field| (*part, field)));
        let filled: Vec<_> = each().filter(|(part, field)| self.fills(*part, field)).collect();
        for (part, field) in each() {
            let is_same = |(of, it): &(Part, &Field)| discriminant(of) == discriminant(&part) && *it == field;
            assert!(filled.iter().any(is_same), "{part:?}: no tab fills in {field:?}");
        }
        let fields = filled.into_iter().filter(|(_, field)| !matches!(field.kind, Kind::Risks));
        let facts = self.catalogue.fact_ids().map(Target::Fact);
        let links = self.risks.iter().map(|risk| Target::Link(self.treats, *risk));
        fields.map(|(part, field)| Target::Field(part, field)).chain(facts).chain(links).collect()
    }

    fn fills(&self, part: Part, field: &Field) -> bool {
        let is_decision = field.joint && matches!(field.name, "decision" | "unsure");
        match part {
            Part::Control(id) if id == self.decided => is_decision,
            Part::Control(id) if id == self.treats => matches!(field.kind, Kind::Risks),
            Part::Control(_) => !is_decision && !matches!(field.kind, Kind::Risks),
            Part::Risk(id) if id == self.accepted => field.name != "residual_accepted",
            Part::Risk(_) => within(part, field) != "accepted",
            _ => true,
        }
    }

    /// Whether an assessment holds this value.
    pub fn holds(&self, assessment: &Assessment, target: Target) -> FieldValue {
        match target {
            Target::Field(part, field) => assessment.value(part, field),
            Target::Fact(id) => FieldValue::Choice(assessment.facts.get(&id).map(|yes| u8::from(*yes))),
            Target::Link(control, risk) => {
                FieldValue::Flag(assessment.risks_of(control).any(|(linked, _)| linked == risk))
            }
        }
    }

    /// The page on which something is filled in.
    pub fn page(&self, target: Target) -> String {
        let name = match target {
            Target::Link(..) | Target::Field(Part::Risk(_), _) => "risks".to_owned(),
            Target::Fact(_) => "organisation".to_owned(),
            Target::Field(part, field) => match (part, within(part, field)) {
                (Part::Meta, "") => "assessments".to_owned(),
                (Part::Meta, "plan") => "plan".to_owned(),
                (Part::Profile, "quote") => "quote".to_owned(),
                (Part::Profile, "risk_scales") => "risks".to_owned(),
                (Part::Profile, _) if field.name == "risk_criterion" => "risks".to_owned(),
                (Part::Profile, _) => "organisation".to_owned(),
                (Part::Answer(_), _) => "clauses/9.3.2".to_owned(),
                (Part::Document(_), _) => "documents".to_owned(),
                (Part::Nonconformity(_) | Part::Audit(_) | Part::ManagementReview(_), _) => "audits".to_owned(),
                (Part::Control(id), _) => format!("controls/{}", id.name(&self.catalogue)),
                _ => "controls".to_owned(),
            },
        };
        format!("#/{name}")
    }

    /// One way to fill something in, with something that was said nowhere else.
    pub fn step(&self, target: Target, number: usize, random: &mut Random) -> Step {
        let (root, open, act, said) = match target {
            Target::Field(part, field) => self.field(part, field, number, random),
            Target::Fact(id) => {
                let yes = random.below(2);
                let act = json!([[
                    "click",
                    format!("[data-testid=fact-{}-{}]", self.catalogue.fact(id).id, ["no", "yes"][yes]),
                    0,
                    null
                ]]);
                (String::new(), "", act, vec![(target, FieldValue::Choice(Some(yes as u8)))])
            }
            Target::Link(control, risk) => {
                let linked = random.below(2) == 1;
                let act = json!([["link", "[data-testid=risk-link]", 0, [control.name(&self.catalogue), linked]]]);
                (item(&risk.to_string()), "", act, vec![(target, FieldValue::Flag(linked))])
            }
        };
        Step { script: json!([self.page(target), format!("main {root}"), open, act]), said }
    }

    fn field(&self, part: Part, field: &'static Field, number: usize, random: &mut Random) -> Way {
        let value = self.value(field, number, random);
        let says = |value: &FieldValue| vec![(Target::Field(part, field), value.clone())];
        let (root, test) = self.place(part, field);
        let put = |value: String| json!([["put", test, 0, value]]);
        let name = |choice: &Choice, at: usize| choice.names[at];
        let (open, act) = match (part, field.kind, &value) {
            (Part::Meta, Kind::Text, FieldValue::Text(text)) if field.name == "title" => {
                ("[data-testid=rename]", put(text.clone()))
            }
            (_, Kind::Text, FieldValue::Text(text)) => (NOTE, put(text.clone())),
            (_, Kind::Nth(index, _), FieldValue::Text(text)) => {
                let at = usize::from(index) + if field.name == "impact" { 5 } else { 0 };
                ("", json!([["put", test, at, text]]))
            }
            (_, Kind::Number(_), FieldValue::Number(number)) => {
                ("", put(number.map_or_else(String::new, |it| it.to_string())))
            }
            (_, Kind::Day, FieldValue::Day(day)) => (NOTE, put(day.map_or_else(String::new, |it| it.to_string()))),
            // Whoever does not know takes the level back, and the other way round.
            (Part::Answer(_), Kind::Flag, _) => {
                let level = Item::FIELDS.iter().find(|field| field.name == "level").expect("the level");
                let said = [
                    (Target::Field(part, field), FieldValue::Flag(true)),
                    (Target::Field(part, level), FieldValue::Choice(None)),
                ];
                return (root, "", json!([["click", "[data-testid=unsure] input", 0, null]]), said.into());
            }
            (Part::Control(_), Kind::Flag, _) => {
                return (root, "", json!([["click", "[data-testid=unsure]", 0, null]]), self.decision(None, true));
            }
            (_, Kind::Flag, FieldValue::Flag(yes)) => ("", json!([["check", test, 0, yes]])),
            (Part::Answer(_) | Part::Control(_), Kind::Choice(_), FieldValue::Choice(Some(level)))
                if field.name == "level" =>
            {
                let act = json!([["click", format!("input[data-field=level][value=\"{level}\"]"), 0, null]]);
                let mut said = says(&value);
                said.extend(
                    part.said()
                        .filter(|it| it.name == "unsure" && matches!(part, Part::Answer(_)))
                        .map(|it| (Target::Field(part, it), FieldValue::Flag(false))),
                );
                return (root, "", act, said);
            }
            (Part::Document(_), Kind::Choice(choice), FieldValue::Choice(Some(at))) => {
                ("", json!([["click", format!("[data-testid=status-{}]", name(choice, (*at).into())), 0, null]]))
            }
            (Part::Control(_), Kind::Choice(choice), FieldValue::Choice(Some(at))) if field.joint => {
                let test = format!("[data-testid={}]", name(choice, (*at).into()));
                return (root, "", json!([["click", test, 0, null]]), self.decision(Some(*at), false));
            }
            (_, Kind::Choice(choice), FieldValue::Choice(at)) => {
                (NOTE, put(at.map_or("", |at| name(choice, at.into())).to_owned()))
            }
            (_, Kind::Choices(choice), FieldValue::Choices(bits)) => {
                let of = if matches!(part, Part::Control(_)) { "reason" } else { "risk" };
                let boxes = choice
                    .names
                    .iter()
                    .enumerate()
                    .map(|(at, name)| json!([format!("[data-testid={of}-{name}]"), bits & (1 << at) != 0]));
                let boxes: Vec<_> = boxes.collect();
                ("", json!([["choose", boxes[0][0], 0, boxes]]))
            }
            (_, Kind::Tasks, FieldValue::Evidence(tasks)) => {
                ("", json!([["task", "[data-testid=task-new]", 0, tasks[0].what]]))
            }
            (_, Kind::Sample, FieldValue::Evidence(sample)) => {
                ("", json!([["put", "[data-testid=seen]", 0, sample[0].r#where]]))
            }
            (_, Kind::Evidence, FieldValue::Evidence(pieces)) => (NOTE, piece(&pieces[0])),
            (_, kind, value) => panic!("{part:?} {field:?}: no page fills in {value:?} of {kind:?}"),
        };
        (root, open, act, says(&value))
    }

    /// A decision is one thing: whether it applies, and whether nobody knows.
    fn decision(&self, decided: Option<u8>, unsure: bool) -> Vec<(Target, FieldValue)> {
        let part = Part::Control(self.decided);
        let values = [("decision", FieldValue::Choice(decided)), ("unsure", FieldValue::Flag(unsure))];
        let field = |name| part.said().find(|field| field.joint && field.name == name).expect("a field");
        values.map(|(name, value)| (Target::Field(part, field(name)), value)).into()
    }

    /// The element that a field is in, and the selector of the field within it.
    fn place(&self, part: Part, field: &Field) -> (String, String) {
        let name = field.name.replace('_', "-");
        let within = within(part, field);
        let (root, id) = match part {
            Part::Meta if within.is_empty() => ("[data-testid=assessment]".to_owned(), "rename-field".to_owned()),
            Part::Meta => (String::new(), format!("{within}-{name}")),
            Part::Profile => (
                String::new(),
                match (within, field.name) {
                    ("", "organisation") => "organisation-name".to_owned(),
                    ("contact", _) => format!("contact-{name}"),
                    ("quote", _) => {
                        let at = QuoteDetails::FIELDS.iter().position(|it| it == field).expect("a detail");
                        format!("quote-{at}")
                    }
                    ("risk_scales", _) => "risk-step".to_owned(),
                    _ => name,
                },
            ),
            Part::Answer(id) => (item(id.name(&self.catalogue)), name),
            Part::Document(id) => (item(id.name(&self.catalogue)), name),
            Part::Control(id) => (
                item(&id.name(&self.catalogue)),
                match (within, field.name) {
                    ("run_by", "name") => "run-by".to_owned(),
                    ("run_by", _) => format!("run-{name}"),
                    _ => name,
                },
            ),
            Part::Custom(_) => (".own".to_owned(), format!("own-{name}")),
            Part::Risk(id) => (
                item(&id.to_string()),
                match (within, field.name) {
                    ("residual", _) => format!("risk-residual-{name}"),
                    ("accepted", "date") => "risk-accepted-on".to_owned(),
                    ("accepted", _) => format!("risk-accepted-{name}"),
                    (_, "residual_accepted") => "risk-accepted".to_owned(),
                    _ => format!("risk-{name}"),
                },
            ),
            Part::Nonconformity(_) | Part::Audit(_) | Part::ManagementReview(_) => {
                (item(&part.id(&self.catalogue)), name)
            }
            Part::Unknown => unreachable!("it has no fields"),
        };
        (root, format!("[data-testid={id}]"))
    }

    fn value(&self, field: &Field, number: usize, random: &mut Random) -> FieldValue {
        let day = |random: &mut Random| Date::parse("2027-01-01").expect("a day").plus_days(random.below(3000) as i32);
        match field.kind {
            Kind::Text | Kind::Nth(..) => FieldValue::Text(format!("{} {number}", field.name)),
            Kind::Number(most) => FieldValue::Number(Some(1 + random.below(most.min(1000) as usize) as u32)),
            Kind::Day => FieldValue::Day(Some(day(random))),
            Kind::Flag => FieldValue::Flag(random.below(2) == 1),
            Kind::Choice(choice) => FieldValue::Choice(Some(random.below(choice.names.len()) as u8)),
            Kind::Choices(choice) => FieldValue::Choices(random.below(1 << choice.names.len()) as u8),
            Kind::Evidence => {
                let mut piece = Evidence::default();
                for field in Evidence::FIELDS.iter().chain(Fingerprint::FIELDS) {
                    piece.set(field.at, &self.value(field, number, random));
                }
                // The file that `fill.js` makes.
                (piece.file.size, piece.file.sha256) = (Some(7), SHA256.to_owned());
                FieldValue::Evidence(vec![piece])
            }
            Kind::Tasks => {
                FieldValue::Evidence(vec![Evidence { what: format!("task {number}"), ..Evidence::default() }])
            }
            Kind::Sample => {
                FieldValue::Evidence(vec![Evidence { r#where: format!("seen {number}"), ..Evidence::from(SAMPLED) }])
            }
            Kind::Texts | Kind::Risks | Kind::Moment => panic!("{field:?}: no value of {:?} is made", field.kind),
        }
    }
}

/// The fields of an item are behind a button; elsewhere there is none.
const NOTE: &str = "[data-testid=note-open]";
/// The SHA-256 of the word `minutes`.
const SHA256: &str = "90e63d85fa1ab2c8ed65222f3ebd794b1e524b4b7cf84bec451542d0451b2985";

/// Where it is, what opens it, what to do, and what that says.
type Way = (String, &'static str, Value, Vec<(Target, FieldValue)>);

fn within(part: Part, field: &Field) -> &'static str {
    part.tables().iter().find(|table| table.fields.contains(field)).map_or("", |table| table.within)
}

fn item(id: &str) -> String {
    format!("[data-item-id=\"{id}\"]")
}

/// All that can be said of a piece of evidence, field by field.
fn piece(piece: &Evidence) -> Value {
    let more = |field: &Field| match (piece.get(field.at), field.name) {
        (Some(FieldValue::Text(text)), "what") => json!(["put", "[data-testid=evidence]", 0, text]),
        (Some(FieldValue::Text(text)), name) => json!(["more", format!("[data-testid=evidence-{name}]"), 0, text]),
        (Some(FieldValue::Day(Some(day))), name) => {
            json!(["more", format!("[data-testid=evidence-{name}]"), 0, day.to_string()])
        }
        (value, name) => panic!("{name}: no page fills in {value:?}"),
    };
    let file = json!(["file", "[data-testid=evidence-file]", 0, [piece.file.name, "minutes"]]);
    Evidence::FIELDS.iter().map(more).chain([file]).collect()
}
