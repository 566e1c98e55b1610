//! Who the organisation is: what a certification body asks first, and the facts that the suggestions need.

mod facts;
mod field;

use crate::components::{heading, lead};
use crate::store::use_part;
use crate::text::t;
use facts::Facts;
use field::{Count, Email, change, day, line};
use readiness::assessment::{Part, ProfileChange as C};
use readiness::catalogue::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn Organisation() -> Html {
    let profile = use_part(Part::Profile, |assessment| assessment.profile.clone());
    html! {
        <>
            { heading(t(Word::MenuOrganisation)) }
            { lead(t(Word::OrganisationLead)) }
            <section>
                <h2>{ t(Word::OrganisationWho) }</h2>
                { line("organisation-name", Word::OrganisationName, None, profile.organisation, C::Organisation) }
                <div class="pair">
                    <Count id="people" label={Word::OrganisationPeople} hint={Word::OrganisationPeopleHint} value={profile.people} onchange={Callback::from(|number| change(C::People(number)))} />
                    <Count id="sites" label={Word::OrganisationSites} hint={Word::OrganisationSitesHint} value={profile.sites} onchange={Callback::from(|number| change(C::Sites(number)))} />
                    { line("sector", Word::OrganisationSector, None, profile.sector, C::Sector) }
                    { line("country", Word::OrganisationCountry, None, profile.country, C::Country) }
                </div>
                { line("scope", Word::OrganisationScope, Some(Word::OrganisationScopeHint), profile.scope, C::Scope) }
                <div class="pair">
                    { day("target-date", Word::OrganisationTarget, Word::OrganisationTargetHint, profile.target_date, C::TargetDate) }
                </div>
                <div class="pair">
                    { line("contact-name", Word::OrganisationContactName, None, profile.contact.name, C::ContactName) }
                    <Email id="contact-email" label={Word::OrganisationContactEmail} value={profile.contact.email} />
                </div>
            </section>
            <Facts />
        </>
    }
}
