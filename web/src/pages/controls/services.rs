//! Cloud services that the firm uses: what is set up there is said of the controls, once a person confirms it.

use crate::components::use_unfolded;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::services::{Group, LIKELY, SERVICES, Service};
use yew::prelude::*;

/// One tick a service, and below it what may be so there.
#[component]
pub fn Services() -> Html {
    let (drawn, draw) = use_unfolded(false);
    let used = use_state(|| [false; SERVICES.len()]);
    let confirmed = use_assessment(|assessment| {
        let of = |service: &Service| service.groups.iter().map(|it| it.is_confirmed(catalogue(), assessment)).collect();
        SERVICES.iter().map(of).collect::<Vec<Vec<bool>>>()
    });
    let tick = |index: usize, service: &'static Service| {
        let set = used.clone();
        let toggle = move |_: Event| {
            let mut next = *set;
            next[index] = !next[index];
            set.set(next);
        };
        html! {
            <label class="choice">
                <input type="checkbox" checked={used[index]} onchange={toggle} data-testid="service" />{ t(service.name) }
            </label>
        }
    };
    html! {
        <details class="card" ontoggle={draw} data-testid="services">
            <summary>{ t(Word::ServicesTitle) }</summary>
            if drawn {
                <p>{ t(Word::ServicesText) }</p>
                <p class="choices">{ for SERVICES.iter().enumerate().map(|(index, service)| tick(index, service)) }</p>
                { for SERVICES.iter().zip(&confirmed).enumerate().filter(|(index, _)| used[*index]).map(|(_, (service, done))| html! {
                    <section>
                        <h3>{ t(service.name) }</h3>
                        <ul class="plain">{ for service.groups.iter().zip(done).map(|(group, done)| one(group, *done)) }</ul>
                    </section>
                }) }
            }
        </details>
    }
}

/// What may be so, what it would say of which controls, and the button by which a person confirms it.
fn one(group: &'static Group, done: bool) -> Html {
    let catalogue = catalogue();
    let confirm = move |_| {
        if let Some(edit) = store().read(|assessment| group.confirm(catalogue, assessment)) {
            store().apply(edit);
            store().notify_done(say(Word::ServicesDone, &[("controls", &names(group))]));
        }
    };
    let args = [
        ("controls", names(group)),
        ("level", LIKELY.label(catalogue).to_owned()),
        ("evidence", group.evidence(catalogue).to_owned()),
    ];
    html! {
        <li class="do" data-testid="service-group">
            <p>{ group.says(catalogue) }<span class="hint">{ " " }{ tell(Word::ServicesWould, args) }</span></p>
            if done {
                <span class="tag good">{ t(Word::ServicesConfirmed) }</span>
            } else {
                <button type="button" class="button second" data-testid="service-confirm" onclick={confirm}
                    aria-label={say(Word::ServicesConfirmNamed, &[("says", group.says(catalogue))])}>{ t(Word::ServicesConfirm) }</button>
            }
        </li>
    }
}

fn names(group: &Group) -> String {
    group.controls(catalogue()).into_iter().map(|id| id.name(catalogue())).collect::<Vec<_>>().join(", ")
}
