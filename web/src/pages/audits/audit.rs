//! An internal audit and its working paper: what to look at, where the evidence is said to be, what was seen.

use super::fields::Fields;
use super::removal;
use crate::browser::{today, value_of};
use crate::components::item_links;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::assessment::{AuditResult, InternalAudit, Part, Sample, Sampled};
use readiness::audits::{self, About};
use readiness::catalogue::{AuditId, Word};
use readiness::{Assessment, Edit, ItemRef, Outcome};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`AuditCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// Which one.
    pub id: AuditId,
    /// Whether its fields are seen at first.
    pub open: bool,
}

/// One internal audit.
#[component]
pub fn AuditCard(props: &CardProps) -> Html {
    // The paper shows what other parts say: evidence, owners, what is in the register.
    use_topic(Topic::Assessment);
    let id = props.id;
    let page = store().read(|assessment| {
        let audit = assessment.internal_audits.get(&id)?;
        let owned = audits::owned_by_auditors(catalogue(), assessment, audit);
        let independence = audits::independence(catalogue(), assessment, audit);
        Some(html! {
            <details class="card risk" open={props.open} data-testid="audit" data-item-id={id.to_string()} id={id.to_string()}>
                <summary data-testid="record-open">
                    <h2>{ id.to_string() }{ " " }{ audit.scope.clone() }</h2>
                    <span class="tag none">{ audit.date.map_or_else(|| t(Word::AuditsNoDate).to_owned(), |day| readiness::figures::short_date(catalogue(), day)) }</span>
                </summary>
                <Fields part={Part::Audit(id)} fields={InternalAudit::FIELDS} />
                <h3>{ t(Word::AuditSample) }</h3>
                if !owned.is_empty() {
                    <div class="warning" data-testid="owned"><p>{ independence }</p>{ item_links(owned) }</div>
                } else if let Some(words) = independence {
                    <p data-testid="independent">{ words }</p>
                }
                <p class="actions">
                    <button type="button" class="button second" onclick={move |_| suggest(id)} data-testid="suggest-sample">{ t(Word::AuditsSuggest) }</button>
                </p>
                <p class="hint">{ t(Word::AuditsSuggestHint) }</p>
                <ul class="plain">{ for audit.sample.iter().enumerate().map(|(index, sampled)| paper(assessment, id, index, sampled)) }</ul>
                <form class="line" onsubmit={move |event: SubmitEvent| add(id, &event)}>
                    <input type="text" list="abouts" aria-label={t(Word::AuditsItem)} placeholder={t(Word::AuditsItem)} data-testid="sample-new" />
                    <button type="submit" class="button second" data-testid="sample-add">{ t(Word::AuditsItemAdd) }</button>
                </form>
                { removal(Part::Audit(id)) }
            </details>
        })
    });
    page.flatten().unwrap_or_default()
}

/// A row of the paper, with what its fields need.
fn paper(assessment: &Assessment, audit: AuditId, index: usize, sampled: Sampled) -> Html {
    let known = audits::clues(catalogue(), assessment, &sampled.item);
    let title = known.as_ref().map_or("", |clues| clues.item.title(catalogue(), assessment)).to_owned();
    let registered = audits::registered(assessment, audit, &sampled).map(|id| id.to_string());
    let can_register = audits::register(assessment, audit, &sampled).is_some();
    let (question, evidence, owner) =
        known.map(|clues| (clues.question, clues.evidence.join("; "), clues.owner)).unwrap_or_default();
    html! { <Row key={index} {audit} {index} {sampled} {title} {question} {evidence} {owner} {registered} {can_register} /> }
}

/// Properties of [`Row`].
#[derive(PartialEq, Properties)]
struct RowProps {
    audit: AuditId,
    index: usize,
    sampled: Sampled,
    title: String,
    question: String,
    evidence: String,
    owner: String,
    registered: Option<String>,
    can_register: bool,
}

/// One thing that the audit looks at.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { audit, index, sampled, .. } = props;
    let (audit, index) = (*audit, *index);
    // Each key goes on from the last one, and all are taken back together.
    let typing = use_mut_ref(|| false);
    let named = |word| format!("{}: {}", t(word), sampled.item);
    let typed = {
        let typing = typing.clone();
        move |event: InputEvent| {
            let goes_on = typing.replace(true);
            change(audit, index, goes_on, |it| it.seen = value_of(&event));
        }
    };
    let choose = move |event: Event| {
        let name = value_of(&event);
        let result = AuditResult::ALL.into_iter().find(|result| result.name() == name);
        change(audit, index, false, |it| it.result = result);
    };
    let remove = move |_| make(audit, |sample| sample.replaced(index, None), false);
    let register = {
        let sampled = sampled.clone();
        move |_| {
            let edit = store().read(|assessment| audits::register(assessment, audit, &sampled)).flatten();
            edit.into_iter().for_each(|edit| store().apply(edit));
        }
    };
    html! {
        <li class="sampled" data-testid="sampled" data-sampled={sampled.item.clone()} onfocusin={move |_: FocusEvent| *typing.borrow_mut() = false}>
            <div>
                <p><strong>{ sampled.item.clone() }{ " " }{ props.title.clone() }</strong>{ if props.owner.is_empty() { String::new() } else { format!(" ({})", props.owner) } }</p>
                <p class="hint">{ props.question.clone() }</p>
                if !props.evidence.is_empty() { <p class="hint">{ t(Word::AuditLook) }{ ": " }{ props.evidence.clone() }</p> }
            </div>
            <div>
                <textarea rows="2" data-testid="seen" aria-label={named(Word::AuditSeen)} placeholder={t(Word::AuditSeen)} value={sampled.seen.clone()} oninput={typed} />
                <p class="row">
                    <select data-testid="result" aria-label={named(Word::AuditResult)} onchange={choose}>
                        <option value="" selected={sampled.result.is_none()}>{ t(Word::AuditNotLooked) }</option>
                        { for AuditResult::ALL.into_iter().map(|result| html! {
                            <option value={result.name()} selected={sampled.result == Some(result)}>{ result.label(catalogue()) }</option>
                        }) }
                    </select>
                    if let Some(id) = &props.registered {
                        <span class="hint" data-testid="registered">{ say(Word::AuditsRegistered, &[("id", id)]) }</span>
                    } else if props.can_register {
                        <button type="button" class="button second" onclick={register} data-testid="register">{ t(Word::AuditsRegisterIt) }</button>
                    }
                    <button type="button" class="quiet" aria-label={say(Word::AuditsRemove, &[("id", &sampled.item)])} onclick={remove} data-testid="sampled-remove">{ "×" }</button>
                </p>
            </div>
        </li>
    }
}

/// Changes an entry of the sample; `goes_on` where it is one step with the last change.
fn change(audit: AuditId, index: usize, goes_on: bool, set: impl FnOnce(&mut Sampled)) {
    make(
        audit,
        |sample| {
            let mut sampled = sample.iter().nth(index)?;
            set(&mut sampled);
            sample.replaced(index, Some(sampled))
        },
        goes_on,
    );
}

fn make(audit: AuditId, change: impl FnOnce(&Sample) -> Option<Sample>, goes_on: bool) {
    let changed = store().read(|assessment| change(&assessment.internal_audits.get(&audit)?.sample)).flatten();
    let Some(sample) = changed else { return };
    let edit = Edit::audit(audit).sample(sample);
    if goes_on { store().apply_more(edit) } else { store().apply(edit) }
}

/// Adds items that are not among the sample yet.
fn put_in(audit: AuditId, items: &[ItemRef]) {
    let ids = items.iter().map(|item| item.name(catalogue()).into_owned());
    make(
        audit,
        |sample| {
            let known: Vec<_> = sample.iter().map(|it| it.item).collect();
            let new: Vec<_> = ids.filter(|id| !known.contains(id)).map(Sampled::new).collect();
            (!new.is_empty()).then(|| sample.with(new))
        },
        false,
    );
}

/// Adds what the risks suggest.
fn suggest(audit: AuditId) {
    let items = store().read(|assessment| {
        let outcome = Outcome::new(catalogue(), assessment, today());
        audits::suggest(catalogue(), assessment, &outcome.findings)
    });
    put_in(audit, &items.unwrap_or_default());
}

/// Adds what the line says: an item, or all requirements of a clause.
fn add(audit: AuditId, event: &SubmitEvent) {
    event.prevent_default();
    let form = event.target().and_then(|form| form.dyn_into::<HtmlElement>().ok());
    let line = form.and_then(|form| form.query_selector("input").ok().flatten());
    let Some(line) = line.and_then(|line| line.dyn_into::<HtmlInputElement>().ok()) else { return };
    let items = match About::parse(catalogue(), &line.value()) {
        Some(About::Item(item)) => vec![item],
        Some(About::Clause(number)) => {
            let of = |id: &str| id.strip_prefix(number.as_str()).is_some_and(|it| it.is_empty() || it.starts_with('.'));
            let all = catalogue().requirement_ids();
            all.filter(|id| of(catalogue().subclause_of(*id).id)).map(ItemRef::from).collect()
        }
        None if line.value().trim().is_empty() => return,
        None => return store().notify(say(Word::AuditsUnknownItem, &[("text", &line.value())]), None),
    };
    put_in(audit, &items);
    line.set_value("");
    let _ = line.focus();
}
