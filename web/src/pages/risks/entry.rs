//! One risk: what could happen, how bad, what is done about it, and by which controls.

use super::scales::step_name;
use crate::browser::{line_of, value_of};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::assessment::{Risk, Scale, Treatment};
use readiness::catalogue::{ControlId, RiskId, Word};
use readiness::treatment::{link_risk, linked_controls, remove_risk};
use yew::prelude::*;

/// Properties of [`RiskCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The risk.
    pub id: RiskId,
}

/// One risk.
#[component]
pub fn RiskCard(props: &CardProps) -> Html {
    let id = props.id;
    let known = use_assessment(|assessment| assessment.risks.get(&id).cloned());
    let controls = use_assessment(|assessment| linked_controls(assessment, id));
    let scales = use_assessment(|assessment| assessment.profile.risk_scales.clone());
    let Some(risk) = known else { return html! {} };
    let change = {
        let risk = risk.clone();
        move |change: &dyn Fn(&mut Risk)| {
            let mut risk = risk.clone();
            change(&mut risk);
            store().apply(Edit::Risk(id, Some(risk)));
        }
    };
    let text = |label, testid: &'static str, value: &str, set: fn(&mut Risk, String)| {
        let change = change.clone();
        html! {
            <label class="field"><span>{ t(label) }</span>
                <textarea rows="1" data-testid={testid} value={value.to_owned()} oninput={move |event: InputEvent| change(&|risk| set(risk, line_of(&event)))} />
            </label>
        }
    };
    let rating = |scale, label, testid: &'static str, value: Option<u8>, set: fn(&mut Risk, Option<u8>)| {
        let change = change.clone();
        html! {
            <label class="field"><span>{ t(label) }</span>
                <select data-testid={testid} onchange={move |event: Event| change(&|risk| set(risk, value_of(&event).parse().ok()))}>
                    <option value="" selected={value.is_none()}>{ t(Word::RiskUnrated) }</option>
                    { for Scale::STEPS.map(|step| html! { <option value={step.to_string()} selected={value == Some(step)}>{ step }{ " – " }{ step_name(&scales, scale, step) }</option> }) }
                </select>
            </label>
        }
    };
    let treat = {
        let change = change.clone();
        move |event: Event| {
            let name = value_of(&event);
            change(&|risk| risk.treatment = Treatment::ALL.into_iter().find(|treatment| treatment.name() == name));
        }
    };
    let accept = {
        let change = change.clone();
        move |_: Event| change(&|risk| risk.residual_accepted = !risk.residual_accepted)
    };
    let remove = move |_| {
        let Some(removal) = store().read(|assessment| remove_risk(assessment, id)) else { return };
        store().apply(removal);
        store().notify_done(say(Word::RiskRemoved, &[("id", &id.to_string())]));
    };
    html! {
        <article class="card" data-testid="risk" data-item-id={id.to_string()} id={id.to_string()}>
            <h2>{ id.to_string() }{ " " }{ risk.title.clone() }</h2>
            { text(Word::RiskTitle, "risk-title", &risk.title, |risk, title| risk.title = title) }
            <div class="pair">
                { text(Word::RiskOwner, "risk-owner", &risk.owner, |risk, owner| risk.owner = owner) }
                <label class="field"><span>{ t(Word::RiskTreatment) }</span>
                    <select data-testid="risk-treatment" onchange={treat}>
                        <option value="" selected={risk.treatment.is_none()}>{ t(Word::RiskUntreated) }</option>
                        { for Treatment::ALL.into_iter().zip(TREATMENTS).map(|(treatment, word)| html! {
                            <option value={treatment.name()} selected={risk.treatment == Some(treatment)}>{ t(word) }</option>
                        }) }
                    </select>
                </label>
                { rating(Scale::Likelihood, Word::RiskLikelihood, "risk-likelihood", risk.likelihood, |risk, step| risk.likelihood = step) }
                { rating(Scale::Impact, Word::RiskImpact, "risk-impact", risk.impact, |risk, step| risk.impact = step) }
            </div>
            <label class="choice"><input type="checkbox" checked={risk.residual_accepted} onchange={accept} data-testid="risk-accepted" />{ t(Word::RiskAccepted) }</label>
            <Links {id} {controls} />
            <button type="button" class="quiet" onclick={remove} data-testid="risk-remove">{ say(Word::RiskRemove, &[("id", &id.to_string())]) }</button>
        </article>
    }
}

const TREATMENTS: [Word; 4] = [Word::RiskModify, Word::RiskRetain, Word::RiskAvoid, Word::RiskShare];

#[derive(PartialEq, Properties)]
struct LinksProps {
    id: RiskId,
    controls: Vec<ControlId>,
}

/// The controls that treat the risk.
#[component]
fn Links(props: &LinksProps) -> Html {
    let id = props.id;
    let catalogue = catalogue();
    let name = |control: ControlId| match catalogue.control(control) {
        Some(it) => format!("{} {}", it.id, it.name),
        None => control.name(catalogue),
    };
    let link = move |control: ControlId, linked: bool| {
        if let Some(edit) = store().read(|assessment| link_risk(assessment, control, id, linked)) {
            store().apply(edit);
        }
    };
    // Two steps: with the keyboard alone, a list reports each entry that is passed on the way.
    let chosen = use_state(String::new);
    let choose = {
        let chosen = chosen.setter();
        move |event: Event| chosen.set(value_of(&event))
    };
    let add = {
        let chosen = chosen.clone();
        move |_| {
            if let Some(control) = catalogue.parse_control(&chosen) {
                chosen.set(String::new());
                link(control, true);
            }
        }
    };
    let own = use_assessment(|assessment| assessment.custom_controls.keys().copied().collect::<Vec<_>>());
    let all = catalogue.control_ids().chain(own.into_iter().map(ControlId::Custom));
    let free: Vec<_> = all.filter(|control| !props.controls.contains(control)).collect();
    html! {
        <fieldset class="field">
            <legend>{ t(Word::RiskControls) }</legend>
            <ul class="plain">
                { for props.controls.iter().map(|control| {
                    let control = *control;
                    html! {
                        <li class="row">
                            { name(control) }
                            <button type="button" class="quiet" aria-label={say(Word::RiskUnlink, &[("control", &name(control))])} onclick={move |_| link(control, false)}>{ "×" }</button>
                        </li>
                    }
                }) }
            </ul>
            <div class="pair">
                <label class="field"><span>{ t(Word::RiskLink) }</span>
                    <select data-testid="risk-link" onchange={choose}>
                        <option value="" selected={chosen.is_empty()}>{ t(Word::RiskChooseControl) }</option>
                        { for free.into_iter().map(|control| {
                            let id = control.name(catalogue);
                            let selected = *chosen == id;
                            html! { <option value={id} {selected}>{ name(control) }</option> }
                        }) }
                    </select>
                </label>
                <p><button type="button" class="button second" onclick={add} data-testid="risk-link-add">{ t(Word::RiskLinkAdd) }</button></p>
            </div>
        </fieldset>
    }
}
