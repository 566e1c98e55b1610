//! The plan of action and milestones: the risk register and the action plan.

use super::value::{OURS, end_of, line, props, prose};
use super::{Oscal, beside};
use crate::todo::{self, Todo};
use readiness::assessment::{Harm, Risk, Treatment};
use readiness::catalogue::{RiskId, Word};
use readiness::{ItemRef, treatment};
use serde_json::{Value, json};

impl Oscal<'_> {
    /// The plan.
    pub fn plan_of_action(&self) -> Value {
        let all = todo::all(self.source);
        let register = self.source.assessment.risks.iter().map(|(id, risk)| self.registered(*id, risk));
        let risks: Vec<_> = register.chain(all.iter().map(|todo| self.to_do(todo))).collect();
        let mut items: Vec<_> = all.iter().map(|todo| self.item(todo)).collect();
        // A plan without an item is none to OSCAL.
        if items.is_empty() {
            let nothing = self.word(Word::OscalNothingOpen);
            items.push(json!({ "uuid": self.uuid(&["action"]), "title": nothing, "description": nothing }));
        }
        json!({
            "uuid": self.uuid(&["plan-of-action"]),
            "metadata": self.metadata(self.titled(Word::OscalMilestones)),
            "import-ssp": beside("system-security-plan"),
            "system-id": self.system_id(),
            "risks": risks,
            "poam-items": items,
        })
    }

    /// An action, as the risk that it is there for.
    fn to_do(&self, todo: &Todo) -> Value {
        let (title, text) = (&todo.title, text(todo));
        let about = [
            ("phase", todo.phase.to_owned()),
            ("grade", todo.grade.map_or(String::new(), |grade| grade.name().to_owned())),
            ("effort", todo.effort_name().to_owned()),
        ];
        let items = todo.items.iter().map(|item| ("item", item.clone()));
        let task = json!({
            "uuid": self.uuid(&["action", &todo.key, "task"]),
            "type": "action",
            "title": title,
            "timing": todo.due.map(|day| json!({ "on-date": { "date": end_of(day) } })),
            "responsible-roles": self.owned_by(todo.owners.iter().map(String::as_str)),
        });
        json!({
            "uuid": self.uuid(&["action", &todo.key, "risk"]),
            "title": title,
            "description": text,
            "statement": text,
            "status": "open",
            "deadline": todo.due.map(end_of),
            "props": props(about.into_iter().chain(items)),
            "origins": self.origins(),
            "remediations": [{
                "uuid": self.uuid(&["action", &todo.key, "remediation"]),
                "lifecycle": "planned",
                "title": title,
                "description": text,
                "tasks": [task],
            }],
        })
    }

    fn item(&self, todo: &Todo) -> Value {
        let risk = self.uuid(&["action", &todo.key, "risk"]);
        let about = [("action-id", todo.key.clone()), ("owner", todo.owners.join(", "))];
        json!({
            "uuid": self.uuid(&["action", &todo.key]),
            "title": todo.title,
            "description": text(todo),
            "props": props(about),
            "related-risks": [{ "risk-uuid": risk }],
        })
    }

    /// A risk of the register.
    fn registered(&self, id: RiskId, risk: &Risk) -> Value {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let number = id.to_string();
        let title = line(ItemRef::Risk(id).title(catalogue, assessment));
        let mut about = vec![
            ("register-id", number.clone()),
            ("owner", risk.owner.clone()),
            ("residual-accepted", risk.is_accepted().to_string()),
            ("accepted-by", risk.accepted.by.clone()),
            ("accepted-on", risk.accepted.date.map_or(String::new(), |day| day.to_string())),
        ];
        about.extend(risk.affects.iter().map(|harm: Harm| ("affects", harm.name().to_owned())));
        let facet = |name: &str, state: &str, step: Option<u8>| {
            let value = step?.to_string();
            Some(
                json!({ "name": name, "system": OURS, "value": value, "props": [{ "name": "state", "value": state }] }),
            )
        };
        let facets = [
            facet("likelihood", "initial", risk.likelihood),
            facet("impact", "initial", risk.impact),
            facet("likelihood", "adjusted", risk.residual.likelihood),
            facet("impact", "adjusted", risk.residual.impact),
        ];
        let facets: Vec<_> = facets.into_iter().flatten().collect();
        let rated = (!facets.is_empty()).then(|| json!([{ "origin": self.origins()[0], "facets": facets }]));
        let response = risk.treatment.map(|treatment| {
            let kind = match treatment {
                Treatment::Modify => "mitigate",
                Treatment::Retain => "accept",
                Treatment::Avoid => "avoid",
                Treatment::Share => "share",
            };
            json!([{
                "uuid": self.uuid(&["risk", &number, "response"]),
                "lifecycle": "planned",
                "title": treatment.label(catalogue),
                "description": self.word(Word::OscalTreatment),
                "props": [{ "name": "type", "value": kind }],
            }])
        });
        let controls = treatment::linked_controls(assessment, id);
        let known: Vec<_> = self.controls().collect();
        let factors = controls.into_iter().filter(|control| known.contains(control)).map(|control| {
            let title = ItemRef::Control(control).title(catalogue, assessment);
            json!({
                "uuid": self.uuid(&["risk", &number, &self.control_id(control)]),
                "implementation-uuid": self.done_by(control),
                "description": line(&format!("{} {title}", control.name(catalogue))),
            })
        });
        json!({
            "uuid": self.uuid(&["risk", &number]),
            "title": title,
            "description": title,
            "statement": title,
            "status": if risk.is_accepted() { "deviation-approved" } else { "open" },
            "props": props(about),
            "origins": self.origins(),
            "characterizations": rated,
            "mitigating-factors": factors.collect::<Vec<_>>(),
            "remediations": response,
        })
    }
}

/// What an action says, or its title where it says no more.
fn text(todo: &Todo) -> String {
    let text = prose(&todo.steps.join("\n\n"));
    if text.is_empty() { todo.title.clone() } else { text }
}
