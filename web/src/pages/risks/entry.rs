//! One risk: what could happen, how bad, what is done about it, and by which controls.

use super::scales::step_name;
use crate::browser::{day_of, is_checked, line_of, value_of};
use crate::components::use_unfolded;
use crate::store::{store, use_assessment, use_part};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::assessment::{Harm, Part, Risk, RiskEdit, Scale, Treatment};
use readiness::catalogue::{ControlId, RiskId, Word};
use readiness::picture::risk_shade;
use readiness::treatment::{link_risk, linked_controls};
use yew::prelude::*;

/// Properties of [`RiskCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The risk.
    pub id: RiskId,
    /// Whether its fields are seen at first.
    pub open: bool,
}

/// One risk. Its fields are drawn when it is unfolded.
#[component]
pub fn RiskCard(props: &CardProps) -> Html {
    let id = props.id;
    let (drawn, draw) = use_unfolded(props.open);
    let known = use_part(Part::Risk(id), |assessment| assessment.risks.get(&id).cloned());
    let Some(risk) = known else { return html! {} };
    html! {
        <details class="card risk" open={props.open} ontoggle={draw} data-testid="risk" data-item-id={id.to_string()} id={id.to_string()}>
            <summary data-testid="risk-open"><h2>{ id.to_string() }{ " " }{ risk.title.clone() }</h2>{ level(&risk) }</summary>
            if drawn {
                <Fields {id} {risk} />
            }
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct FieldsProps {
    id: RiskId,
    risk: Risk,
}

/// What is said of a risk.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let FieldsProps { id, risk } = props;
    let id = *id;
    let controls = use_assessment(|assessment| linked_controls(assessment, id));
    let scales = use_assessment(|assessment| assessment.profile.risk_scales.clone());
    let edit = Edit::risk(id);
    let text = |label, testid: &'static str, value: &str, of: fn(RiskEdit, String) -> Edit| {
        html! {
            <label class="field"><span>{ t(label) }</span>
                <textarea rows="1" data-testid={testid} value={value.to_owned()} oninput={move |event: InputEvent| store().apply(of(edit, line_of(&event)))} />
            </label>
        }
    };
    let rating = |scale, label, testid: &'static str, value: Option<u8>, of: fn(RiskId, Option<u8>) -> Edit| {
        html! {
            <label class="field"><span>{ t(label) }</span>
                <select data-testid={testid} onchange={move |event: Event| store().apply(of(id, value_of(&event).parse().ok()))}>
                    <option value="" selected={value.is_none()}>{ t(Word::RiskUnrated) }</option>
                    { for Scale::STEPS.map(|step| html! { <option value={step.to_string()} selected={value == Some(step)}>{ step }{ " – " }{ step_name(&scales, scale, step) }</option> }) }
                </select>
            </label>
        }
    };
    let treat = move |event: Event| {
        let name = value_of(&event);
        store().apply(edit.treatment(Treatment::ALL.into_iter().find(|treatment| treatment.name() == name)));
    };
    let (affects, accepted) = (risk.affects, risk.is_accepted());
    // Taking it back takes the day along, which says it too.
    let accept = move |event: Event| {
        let accepted = is_checked(&event);
        let date = if accepted { Vec::new() } else { vec![Edit::accepted(id).date(None)] };
        store().apply(Edit::Batch([edit.residual_accepted(accepted)].into_iter().chain(date).collect()));
    };
    // What is there now, not what was shown: the others may have changed since.
    let harms = move |harm, event: &Event| {
        let now = store().read(|assessment| assessment.risks.get(&id).map(|risk| risk.affects)).flatten();
        now.into_iter().for_each(|now| store().apply(edit.affects(now.with(harm, is_checked(event)))));
    };
    let remove = move |_| {
        let Some(removal) = store().read(|assessment| assessment.removal(Part::Risk(id))) else { return };
        store().apply(removal);
        store().notify_done(say(Word::RiskRemoved, &[("id", &id.to_string())]));
    };
    html! {
        <>
            { text(Word::RiskTitle, "risk-title", &risk.title, RiskEdit::title) }
            <div class="pair">
                { text(Word::RiskOwner, "risk-owner", &risk.owner, RiskEdit::owner) }
                <label class="field"><span>{ t(Word::RiskTreatment) }</span>
                    <select data-testid="risk-treatment" onchange={treat}>
                        <option value="" selected={risk.treatment.is_none()}>{ t(Word::RiskUntreated) }</option>
                        { for Treatment::ALL.into_iter().zip(TREATMENTS).map(|(treatment, word)| html! {
                            <option value={treatment.name()} selected={risk.treatment == Some(treatment)}>{ t(word) }</option>
                        }) }
                    </select>
                </label>
                { rating(Scale::Likelihood, Word::RiskLikelihood, "risk-likelihood", risk.likelihood, |id, step| Edit::risk(id).likelihood(step)) }
                { rating(Scale::Impact, Word::RiskImpact, "risk-impact", risk.impact, |id, step| Edit::risk(id).impact(step)) }
            </div>
            <fieldset class="choices">
                <legend>{ t(Word::ReportAffects) }</legend>
                { for Harm::ALL.into_iter().map(|harm| {
                    let change = move |event: Event| harms(harm, &event);
                    html! {
                        <label class="choice">
                            <input type="checkbox" checked={affects.contains(harm)} onchange={change} data-testid={format!("risk-{}", harm.name())} />
                            { harm.label(catalogue()) }
                        </label>
                    }
                }) }
            </fieldset>
            <div class="pair">
                { rating(Scale::Likelihood, Word::ReportResidualLikelihood, "risk-residual-likelihood", risk.residual.likelihood, |id, step| Edit::residual(id).likelihood(step)) }
                { rating(Scale::Impact, Word::ReportResidualImpact, "risk-residual-impact", risk.residual.impact, |id, step| Edit::residual(id).impact(step)) }
            </div>
            <label class="choice"><input type="checkbox" checked={accepted} onchange={accept} data-testid="risk-accepted" />{ t(Word::RiskAccepted) }</label>
            if risk.is_accepted() {
                <div class="pair">
                    <label class="field"><span>{ t(Word::ReportAcceptedOn) }</span>
                        <input type="date" data-testid="risk-accepted-on" value={risk.accepted.date.map(|day| day.to_string()).unwrap_or_default()}
                            onchange={move |event: Event| day_of(&event).into_iter().for_each(|day| store().apply(Edit::accepted(id).date(day)))} />
                    </label>
                    <label class="field"><span>{ t(Word::ReportAcceptedBy) }</span>
                        <input type="text" data-testid="risk-accepted-by" value={risk.accepted.by.clone()}
                            oninput={move |event: InputEvent| store().apply(Edit::accepted(id).by(value_of(&event)))} />
                    </label>
                </div>
            }
            <Links {id} {controls} />
            <button type="button" class="quiet" onclick={remove} data-testid="risk-remove">{ say(Word::RiskRemove, &[("id", &id.to_string())]) }</button>
        </>
    }
}

/// How grave it is: likelihood times impact, as the grid has it.
fn level(risk: &Risk) -> Html {
    let Some(level) = risk.likelihood.zip(risk.impact).map(|(likelihood, impact)| likelihood * impact) else {
        return html! { <span class="tag none">{ t(Word::RiskUnrated) }</span> };
    };
    html! { <span class={classes!("tag", risk_shade(level))}>{ say(Word::RiskLevel, &[("n", &level.to_string())]) }</span> }
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
