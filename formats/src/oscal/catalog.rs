//! The catalogue in our own words, and the profile that takes all of it.

use super::value::{label, line, props, prose};
use super::{Names, Oscal, beside, names};
use readiness::ItemRef;
use readiness::catalogue::{Control, ControlId, RequirementId, Word};
use readiness::target::Stage;
use serde_json::{Value, json};

impl Oscal<'_> {
    /// A group for each clause and sub-clause, and for each theme of Annex A.
    pub fn catalog(&self) -> Value {
        let (catalogue, own) = (self.source.catalogue, &self.source.assessment.custom_controls);
        let clauses = catalogue.clauses.iter().map(|clause| {
            let subclauses = catalogue.subclauses[clause.subclauses.clone()].iter().map(|subclause| {
                let controls = catalogue.requirement_ids_in(subclause.requirements.clone());
                let controls: Vec<_> = controls.map(|id| self.requirement(id)).collect();
                group(&format!("clause-{}", subclause.id), subclause.id, subclause.title, ("controls", controls))
            });
            let subclauses: Vec<_> = subclauses.collect();
            group(&format!("clause-{}", clause.id), clause.id, clause.title, ("groups", subclauses))
        });
        let themes = catalogue.themes.iter().map(|theme| {
            let controls = catalogue.control_ids().skip(theme.controls.start).take(theme.controls.len());
            let controls: Vec<_> = controls.map(|id| self.control(id)).collect();
            let number = format!("A.{}", theme.number);
            group(&format!("annex-{}", number.to_lowercase()), &number, theme.title, ("controls", controls))
        });
        let own_controls: Vec<_> = own.keys().map(|id| self.control(ControlId::Custom(*id))).collect();
        let own_controls = group("own-controls", "C", self.word(Word::PlanOwnControls), ("controls", own_controls));
        let groups: Vec<_> = clauses.chain(themes).chain((!own.is_empty()).then_some(own_controls)).collect();
        // The same for everybody who has no controls of their own.
        let uuid = match own.is_empty() {
            true => Names::of("catalogue", &format!("{}:{}", catalogue.id, catalogue.language)).uuid(&["catalog"]),
            false => self.uuid(&["catalog"]),
        };
        json!({ "uuid": uuid, "metadata": self.metadata(self.titled(Word::OscalCatalog)), "groups": groups })
    }

    /// All of it: what is excluded is said where the controls are, since they have to be in the profile for that.
    pub fn profile(&self) -> Value {
        let mut import = beside("catalog");
        import["include-all"] = json!({});
        json!({
            "uuid": self.uuid(&["profile"]),
            "metadata": self.metadata(self.titled(Word::OscalProfile)),
            "imports": [import],
            "merge": { "as-is": true },
        })
    }

    fn requirement(&self, id: RequirementId) -> Value {
        let catalogue = self.source.catalogue;
        let requirement = catalogue.requirement(id);
        let target = |stage| requirement.target(stage, catalogue).name().to_owned();
        let more = props([
            ("kind", requirement.kind.name().to_owned()),
            ("stage1-target", target(Stage::One)),
            ("stage2-target", target(Stage::Two)),
        ]);
        described(&names::requirement(catalogue, id), requirement.id, requirement.title, requirement.question, more)
    }

    fn control(&self, id: ControlId) -> Value {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let name = id.name(catalogue);
        let title = match line(ItemRef::Control(id).title(catalogue, assessment)) {
            title if title.is_empty() => name.clone(),
            title => title,
        };
        let types = catalogue.control(id).into_iter().flat_map(Control::type_names);
        let more = props(types.map(|kind| ("control-type", kind.to_owned())));
        described(&self.control_id(id), &name, &title, &title, more)
    }
}

fn group(id: &str, number: &str, title: &str, (kind, inside): (&str, Vec<Value>)) -> Value {
    json!({ "id": id, "title": line(title), "props": [label(number)], kind: inside })
}

fn described(id: &str, number: &str, title: &str, says: &str, more: Vec<Value>) -> Value {
    let props: Vec<_> = [label(number)].into_iter().chain(more).collect();
    let statement = json!({ "id": names::statement(id), "name": "statement", "prose": prose(says) });
    json!({ "id": id, "title": line(title), "props": props, "parts": [statement] })
}
