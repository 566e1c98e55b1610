//! The organisation's own names for the steps of likelihood and impact.

use crate::browser::value_of;
use crate::components::use_unfolded;
use crate::store::{store, use_assessment};
use crate::text::t;
use readiness::Edit;
use readiness::assessment::{RiskScales, Scale};
use readiness::catalogue::Word;
use yew::prelude::*;

const USUAL: [Word; 5] = [Word::RiskStep1, Word::RiskStep2, Word::RiskStep3, Word::RiskStep4, Word::RiskStep5];

/// What a step is called: by the organisation, else by us.
pub fn step_name(scales: &RiskScales, scale: Scale, step: u8) -> String {
    scales.name(scale, step).unwrap_or(usual(step)).to_owned()
}

fn usual(step: u8) -> &'static str {
    t(USUAL[usize::from(step - 1)])
}

/// A field for the name of each step.
#[component]
pub fn Scales() -> Html {
    let (RiskScales { likelihood, impact }, criterion) = use_assessment(|assessment| {
        (assessment.profile.risk_scales.clone(), assessment.profile.risk_criterion.clone())
    });
    let (drawn, draw) = use_unfolded(false);
    let accept = |event: InputEvent| store().apply(Edit::profile().risk_criterion(value_of(&event)));
    html! {
        <details class="card" ontoggle={draw} data-testid="risk-scales">
            <summary>{ t(Word::RiskScales) }</summary>
            if drawn {
                <p>{ t(Word::RiskScalesText) }</p>
                <label class="field">
                    <span>{ t(Word::ReportRiskCriterion) }</span>
                    <span class="hint">{ t(Word::RiskCriterionHint) }</span>
                    <textarea rows="2" data-testid="risk-criterion" value={criterion} oninput={accept} />
                </label>
                { steps(Scale::Likelihood, t(Word::RiskLikelihood), &likelihood) }
                { steps(Scale::Impact, t(Word::RiskImpact), &impact) }
            }
        </details>
    }
}

fn steps(scale: Scale, title: &'static str, names: &[String; 5]) -> Html {
    let field = |(step, name): (u8, &String)| {
        let oninput = move |event: InputEvent| {
            store().apply(Edit::risk_step(scale, step, value_of(&event)));
        };
        html! {
            <label class="field"><span>{ title }{ " " }{ step }</span>
                <input type="text" data-testid="risk-step" value={name.clone()} placeholder={usual(step)} {oninput} />
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{ title }</legend>
            <div class="pair">{ for Scale::STEPS.zip(names).map(field) }</div>
        </fieldset>
    }
}
