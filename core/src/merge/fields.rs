//! A part as its fields.

use crate::assessment::{
    Assessment, ControlChange, DocumentChange, Edit, Item, ItemChange, Part, ProfileChange, QuoteDetail, RiskScales,
    Scale,
};
use crate::catalogue::Catalogue;

impl Assessment {
    /// The fields of a part, each as the edit that makes it what it is: always as many, and in the same order. A risk, a
    /// control of the organisation's own and what this version does not know are one field each.
    pub fn fields(&self, part: Part, catalogue: &Catalogue) -> Vec<Edit> {
        match part {
            Part::Meta => vec![Edit::Title(self.title.clone())],
            Part::Profile => self.profile_fields(catalogue),
            Part::Answer(id) => {
                let item = self.answers.get(&id).map(|answer| answer.item.clone()).unwrap_or_default();
                item_fields(item).map(|change| Edit::Answer(id, change)).collect()
            }
            Part::Document(id) => {
                use DocumentChange as C;
                let it = self.documents.get(&id).cloned().unwrap_or_default();
                let fields =
                    [C::Status(it.status), C::Reference(it.reference), C::Owner(it.owner), C::Reviewed(it.reviewed)];
                fields.map(|change| Edit::Document(id, change)).into()
            }
            Part::Control(id) => {
                let it = self.controls.get(&id).cloned().unwrap_or_default();
                let own = [ControlChange::Decision(it.decision), ControlChange::Risks(it.risks)];
                own.into_iter()
                    .chain(item_fields(it.item).map(ControlChange::Item))
                    .map(|change| Edit::Control(id, change))
                    .collect()
            }
            Part::Custom(id) => vec![Edit::Custom(id, self.custom_controls.get(&id).cloned())],
            Part::Risk(id) => vec![Edit::Risk(id, self.risks.get(&id).cloned())],
            Part::Rest => vec![Edit::Rest(self.rest.clone())],
        }
    }

    fn profile_fields(&self, catalogue: &Catalogue) -> Vec<Edit> {
        use ProfileChange as C;
        let it = &self.profile;
        let RiskScales { likelihood, impact } = &it.risk_scales;
        let plain = [
            C::Organisation(it.organisation.clone()),
            C::People(it.people),
            C::Sites(it.sites),
            C::Sector(it.sector.clone()),
            C::Country(it.country.clone()),
            C::Scope(it.scope.clone()),
            C::TargetDate(it.target_date),
            C::ContactName(it.contact.name.clone()),
            C::ContactEmail(it.contact.email.clone()),
        ];
        let quote = QuoteDetail::ALL.into_iter().map(|detail| C::Quote(detail, it.quote.get(detail).to_owned()));
        let steps =
            [(Scale::Likelihood, likelihood), (Scale::Impact, impact)].into_iter().flat_map(|(scale, names)| {
                Scale::STEPS.zip(names).map(move |(step, name)| C::RiskStep(scale, step, name.clone()))
            });
        let facts = catalogue.fact_ids().map(|id| Edit::Fact(id, self.facts.get(&id).copied()));
        plain.into_iter().chain(quote).chain(steps).map(Edit::Profile).chain(facts).collect()
    }
}

fn item_fields(item: Item) -> impl Iterator<Item = ItemChange> {
    use ItemChange as C;
    [C::Level(item.level), C::Note(item.note), C::Evidence(item.evidence), C::Owner(item.owner), C::Due(item.due)]
        .into_iter()
}
