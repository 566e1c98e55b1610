//! Who the organisation is: what a certification body asks first, and the facts that the suggestions need.

mod facts;
mod field;

use crate::components::{heading, lead, use_slices};
use crate::store::{store, use_part};
use crate::text::t;
use facts::Facts;
use field::{Count, Email, day, line};
use readiness::Edit;
use readiness::assessment::Part;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn Organisation() -> Html {
    // First what a window shows.
    let drawn = use_slices(2, 1, 1);
    let profile = use_part(Part::Profile, |assessment| assessment.profile.clone());
    html! {
        <>
            { heading(t(Word::MenuOrganisation)) }
            { lead(t(Word::OrganisationLead)) }
            <section>
                <h2>{ t(Word::OrganisationWho) }</h2>
                { line("organisation-name", Word::OrganisationName, None, profile.organisation, |text| Edit::profile().organisation(text)) }
                <div class="pair">
                    <Count id="people" label={Word::OrganisationPeople} hint={Word::OrganisationPeopleHint} value={profile.people} onchange={Callback::from(|number| store().apply(Edit::profile().people(number)))} />
                    <Count id="people-full-time" label={Word::OrganisationFullTime} hint={Word::OrganisationFullTimeHint} value={profile.people_full_time} onchange={Callback::from(|number| store().apply(Edit::profile().people_full_time(number)))} />
                    <Count id="sites" label={Word::OrganisationSites} hint={Word::OrganisationSitesHint} value={profile.sites} onchange={Callback::from(|number| store().apply(Edit::profile().sites(number)))} />
                    { line("sector", Word::OrganisationSector, None, profile.sector, |text| Edit::profile().sector(text)) }
                    { line("country", Word::OrganisationCountry, None, profile.country, |text| Edit::profile().country(text)) }
                </div>
                { line("scope", Word::OrganisationScope, Some(Word::OrganisationScopeHint), profile.scope, |text| Edit::profile().scope(text)) }
                <div class="pair">
                    { day("target-date", Word::OrganisationTarget, Word::OrganisationTargetHint, profile.target_date, true, |day| Edit::profile().target_date(day)) }
                </div>
                <div class="pair">
                    { line("contact-name", Word::OrganisationContactName, None, profile.contact.name, |text| Edit::contact().name(text)) }
                    <Email id="contact-email" label={Word::OrganisationContactEmail} value={profile.contact.email} />
                </div>
            </section>
            <section>
                <h2>{ t(Word::OrganisationIsms) }</h2>
                <p>{ t(Word::OrganisationIsmsText) }</p>
                <div class="pair">
                    { day("operating-since", Word::ReportOperatingSince, Word::OrganisationSinceHint, profile.operating_since, false, |day| Edit::profile().operating_since(day)) }
                    <Count id="nonconformities-open" label={Word::ReportNonconformitiesOpen} hint={Word::OrganisationOpenHint} least=0 value={profile.nonconformities_open} onchange={Callback::from(|number| store().apply(Edit::profile().nonconformities_open(number)))} />
                </div>
                { line("audit-covered", Word::ReportAuditCovered, Some(Word::OrganisationCoveredHint), profile.audit_covered, |text| Edit::profile().audit_covered(text)) }
                { line("answered-by", Word::ReportAnsweredBy, Some(Word::OrganisationAnsweredHint), profile.answered_by, |text| Edit::profile().answered_by(text)) }
            </section>
            if drawn > 1 { <Facts /> }
        </>
    }
}
