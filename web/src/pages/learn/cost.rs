//! What the audits may cost: the days of the method, times a rate that a person types. Nothing of it is kept.

use crate::browser::value_of;
use crate::components::table;
use crate::store::use_assessment;
use crate::text::{catalogue, t};
use readiness::audit_time::{AuditDays, audit_time};
use readiness::catalogue::Word;
use readiness::figures;
use yew::prelude::*;

/// The rate that it begins with, as in the example on the page.
const RATE: u32 = 1_000;

/// Two fields, and a row for each audit of a certificate's three years.
#[component]
pub fn Cost() -> Html {
    let people = use_assessment(|assessment| assessment.profile.people_for_audit());
    let typed = use_state_eq(|| None::<String>);
    let rate = use_state_eq(|| RATE.to_string());
    let field = |label, testid: &'static str, value: String, oninput: Callback<String>| {
        html! {
            <label class="field">
                <span>{ t(label) }</span>
                <input type="text" inputmode="numeric" data-testid={testid} {value} oninput={move |event: InputEvent| oninput.emit(value_of(&event))} />
            </label>
        }
    };
    let shown = (*typed).clone().unwrap_or_else(|| people.map(|people| people.to_string()).unwrap_or_default());
    let (set_people, set_rate) = (typed.setter(), rate.setter());
    let figures = shown.trim().parse().ok().and_then(audit_time).zip(rate.trim().parse::<u32>().ok());
    html! {
        <section class="card" data-testid="cost">
            <h2>{ t(Word::CostTitle) }</h2>
            <p>{ t(Word::CostText) }</p>
            <div class="pair">
                { field(Word::CostPeople, "cost-people", shown, Callback::from(move |text| set_people.set(Some(text)))) }
                { field(Word::CostRate, "cost-rate", (*rate).clone(), Callback::from(move |text| set_rate.set(text))) }
            </div>
            <div aria-live="polite">
                if let Some((time, rate)) = figures {
                    { table(Word::CostTable, "cost-table", head(), html! {
                        <>
                            { row(Word::CostFirst, time.initial(), rate) }
                            { row(Word::CostSecond, time.surveillance(), rate) }
                            { row(Word::CostThird, time.surveillance(), rate) }
                            { row(Word::CostSum, time.three_years(), rate) }
                            { row(Word::CostAgain, time.recertification(), rate) }
                        </>
                    }) }
                } else {
                    <p class="hint">{ t(Word::CostNone) }</p>
                }
            </div>
            <p class="hint">{ t(Word::QuoteNotAQuote) }</p>
        </section>
    }
}

fn head() -> Html {
    html! { <tr><th scope="col">{ t(Word::CostAudit) }</th><th scope="col">{ t(Word::CostDays) }</th><th scope="col">{ t(Word::CostMoney) }</th></tr> }
}

fn row(name: Word, days: AuditDays, rate: u32) -> Html {
    let money = (u64::from(days.half_days()) * u64::from(rate)).div_ceil(2);
    let days = figures::number(catalogue(), days);
    html! { <tr><th scope="row">{ t(name) }</th><td>{ days }</td><td>{ figures::amount(catalogue(), money) }</td></tr> }
}
