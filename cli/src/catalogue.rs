//! `stage-zero catalogue`: what the standard asks, as JSON.

use crate::Printed;
use readiness::Catalogue;
use readiness::attributes::{self, ATTRIBUTES};
use readiness::catalogue::{Control, Document, Mandatory, RequirementId, Subclause, When};
use readiness::scoring::Stage;
use serde_json::{Value, json};

pub fn run(catalogue: &Catalogue) -> Printed {
    let clauses = catalogue.clauses.iter().map(|clause| {
        let subclauses = catalogue.subclauses[clause.subclauses.clone()].iter();
        let subclauses: Value = subclauses.map(|it| subclause(catalogue, it)).collect();
        json!({ "id": clause.id, "title": clause.title, "subclauses": subclauses })
    });
    let themes = catalogue.themes.iter().map(|theme| {
        let controls = catalogue.controls[theme.controls.clone()].iter();
        let controls: Value = controls.map(|it| control(catalogue, it)).collect();
        json!({ "id": theme.id, "number": theme.number, "title": theme.title, "controls": controls })
    });
    let facts = catalogue.facts.iter().map(|it| json!({ "id": it.id, "question": it.question, "why": it.why }));
    let value = json!({
        "catalogue": catalogue.id,
        "language": catalogue.language,
        "clauses": clauses.collect::<Value>(),
        "themes": themes.collect::<Value>(),
        "documents": catalogue.documents.iter().map(|it| document(catalogue, it)).collect::<Value>(),
        "facts": facts.collect::<Value>(),
    });
    Printed::json(&value)
}

fn subclause(catalogue: &Catalogue, subclause: &Subclause) -> Value {
    let requirements = catalogue.requirement_ids_in(subclause.requirements.clone());
    let requirements: Value = requirements.map(|id| requirement(catalogue, id)).collect();
    json!({ "id": subclause.id, "title": subclause.title, "requirements": requirements })
}

fn requirement(catalogue: &Catalogue, id: RequirementId) -> Value {
    let requirement = catalogue.requirement(id);
    json!({
        "id": requirement.id,
        "kind": requirement.kind.name(),
        "title": requirement.title,
        "question": requirement.question,
        "targets": {
            "stage1": requirement.target(Stage::One, catalogue).name(),
            "stage2": requirement.target(Stage::Two, catalogue).name(),
        },
    })
}

fn control(catalogue: &Catalogue, control: &Control) -> Value {
    let when = match &control.when {
        When::Always => json!("always"),
        When::MorePeopleThan(limit) => json!({ "people_above": limit }),
        When::AnyOf(facts) => {
            json!({ "any_of": facts.iter().map(|fact| catalogue.fact(*fact).id).collect::<Value>() })
        }
    };
    let mut record = json!({
        "id": control.id,
        "name": control.name,
        "suggested_when": when,
        "document": control.document.map(|id| catalogue.document(id).id),
    });
    for (at, attribute) in ATTRIBUTES.iter().enumerate() {
        record[attribute.name] = attributes::values(control, at).map(|(name, _)| *name).collect();
    }
    record
}

fn document(catalogue: &Catalogue, document: &Document) -> Value {
    let mandatory = match document.mandatory {
        Mandatory::Always => json!("always"),
        Mandatory::Own => json!("own"),
        Mandatory::WhenApplicable(control) => json!({ "when_applicable": control.name(catalogue) }),
    };
    // Nobody misses what an organisation itself judges necessary.
    let missing = match document.mandatory {
        Mandatory::Own => Value::Null,
        _ => json!(if document.missing_is_major { "major" } else { "minor" }),
    };
    json!({
        "id": document.id,
        "where": document.place,
        "name": document.name,
        "summary": document.summary,
        "mandatory": mandatory,
        "kind": if document.is_record { "record" } else { "document" },
        "missing": missing,
        "stage1": document.stage_one,
        "about": document.about.iter().map(|id| catalogue.requirement(*id).id).collect::<Value>(),
    })
}
