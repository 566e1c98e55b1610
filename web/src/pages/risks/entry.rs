//! One risk: what could happen, how bad, what is done about it, and by which controls.

use crate::browser::value_of;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::applicability::{link_risk, linked_controls};
use readiness::assessment::{Risk, Treatment};
use readiness::catalogue::{ControlId, RiskId, Word};
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
                <input type="text" data-testid={testid} value={value.to_owned()} oninput={move |event: InputEvent| change(&|risk| set(risk, value_of(&event)))} />
            </label>
        }
    };
    let scale = |label, testid: &'static str, value: Option<u8>, set: fn(&mut Risk, Option<u8>)| {
        let change = change.clone();
        html! {
            <label class="field"><span>{ t(label) }</span>
                <select data-testid={testid} onchange={move |event: Event| change(&|risk| set(risk, value_of(&event).parse().ok()))}>
                    <option value="" selected={value.is_none()}>{ t(Word::RiskUnrated) }</option>
                    { for (1..=5u8).map(|step| html! { <option value={step.to_string()} selected={value == Some(step)}>{ step }{ " – " }{ t(STEPS[usize::from(step - 1)]) }</option> }) }
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
        store().apply(Edit::Risk(id, None));
        let undo = Callback::from(|()| _ = store().undo());
        store().notify(say(Word::RiskRemoved, &[("id", &id.to_string())]), Some((t(Word::NoticeUndo), undo)));
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
                { scale(Word::RiskLikelihood, "risk-likelihood", risk.likelihood, |risk, step| risk.likelihood = step) }
                { scale(Word::RiskImpact, "risk-impact", risk.impact, |risk, step| risk.impact = step) }
            </div>
            <label class="choice"><input type="checkbox" checked={risk.residual_accepted} onchange={accept} data-testid="risk-accepted" />{ t(Word::RiskAccepted) }</label>
            <Links {id} {controls} />
            <button type="button" class="quiet" onclick={remove} data-testid="risk-remove">{ say(Word::RiskRemove, &[("id", &id.to_string())]) }</button>
        </article>
    }
}

const STEPS: [Word; 5] = [Word::RiskStep1, Word::RiskStep2, Word::RiskStep3, Word::RiskStep4, Word::RiskStep5];
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
    let add = move |event: Event| {
        if let Some(control) = catalogue.parse_control(&value_of(&event)) {
            link(control, true);
        }
    };
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
            <select aria-label={t(Word::RiskLink)} data-testid="risk-link" onchange={add}>
                <option value="" selected={true}>{ t(Word::RiskLink) }</option>
                { for catalogue.control_ids().filter(|control| !props.controls.contains(control)).map(|control| html! {
                    <option value={control.name(catalogue)}>{ name(control) }</option>
                }) }
            </select>
        </fieldset>
    }
}
