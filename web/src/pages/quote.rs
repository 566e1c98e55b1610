//! What certification bodies ask before they quote, filled in from the assessment.

use super::report::save_report;
use crate::browser::{copy, host, line_of, today};
use crate::components::{heading, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::assessment::{Profile, QuoteDetail};
use readiness::catalogue::Word;
use readiness::quote::{Question, QuoteBrief};
use readiness::{Assessment, Edit};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn Quote() -> Html {
    use_topic(Topic::Assessment);
    let page = store().read(|assessment| {
        let brief = QuoteBrief::new(catalogue(), assessment);
        let gaps = brief.gaps().count();
        html! {
            <>
                <p role="status" data-testid="quote-gaps">{ if gaps == 0 { t(Word::BriefComplete).to_owned() } else { say(Word::BriefGaps, &[("n", &gaps.to_string())]) } }</p>
                <p class="warning">{ brief.audit_time(catalogue(), assessment.profile.people_for_audit()) }</p>
                <dl>
                    { for brief.points.iter().map(|(question, answer)| point(*question, answer.as_deref(), &assessment.profile)) }
                </dl>
                { send(&brief, assessment) }
            </>
        }
    });
    html! {
        <>
            { heading(t(Word::MenuQuote)) }
            { lead(t(Word::BriefLead)) }
            { page.unwrap_or_default() }
        </>
    }
}

/// A question with its answer: a field where only the brief asks it, else a link to where it is answered.
fn point(question: Question, answer: Option<&str>, profile: &Profile) -> Html {
    let label = question.label(catalogue());
    let gap = html! { if answer.is_none() { <span class="tag warn">{ t(Word::BriefGap) }</span> } };
    html! {
        <div class="point">
            if let Question::Detail(detail) = question {
                <dt><label for={id(detail)}>{ label }</label>{ " " }{ gap }</dt>
                <dd>
                    <textarea rows="1" id={id(detail)} data-testid={id(detail)} value={profile.quote.get(detail).to_owned()} placeholder={answer.unwrap_or_default().to_owned()}
                        oninput={move |event: InputEvent| store().apply(Edit::quote(detail, line_of(&event)))} />
                    if answer.is_none() && !detail.usual().is_empty() {
                        <div class="row" role="group" aria-label={label}>{ for detail.usual().iter().map(|word| usual(detail, *word)) }</div>
                    }
                </dd>
            } else {
                <dt>{ label }</dt>
                <dd>
                    if let Some(answer) = answer {
                        { answer.to_owned() }
                        if question == Question::WantedDate && profile.target_date.is_some_and(|day| day < today()) {
                            <p class="hint">{ t(Word::OrganisationPast) }{ " " }<a href={Route::Organisation.href()}>{ t(Word::ActionsTarget) }</a></p>
                        }
                    } else {
                        { gap }{ " " }<a href={Route::Organisation.href()}>{ t(Word::BriefFill) }</a>
                    }
                </dd>
            }
        </div>
    }
}

/// A button that gives an answer that many give.
fn usual(detail: QuoteDetail, word: Word) -> Html {
    let onclick = move |_| store().apply(Edit::quote(detail, t(word).to_owned()));
    html! { <button type="button" class="link" data-testid={format!("{}-usual", id(detail))} {onclick}>{ t(word) }</button> }
}

fn id(detail: QuoteDetail) -> String {
    format!("quote-{}", detail as u8)
}

/// What to do with it: to the host of the site, if they take requests, or to take along.
fn send(brief: &QuoteBrief, assessment: &Assessment) -> Html {
    let (form, email) = (host::says("quote_link"), host::says("quote_email"));
    let copy = html! { <button type="button" class="button second" onclick={|_| copy_brief()} data-testid="copy-brief">{ t(Word::BriefCopy) }</button> };
    let report = html! { <button type="button" class="button second" onclick={|_| save_report()} data-testid="brief-report">{ t(Word::BriefDownload) }</button> };
    let within = html! { <p class="hint">{ t(Word::BriefReportHolds) }{ " " }<a href={Route::Report.href()}>{ t(Word::BriefReportElse) }</a></p> };
    if form.is_empty() && email.is_empty() {
        return html! {
            <section>
                <h2>{ t(Word::BriefFiles) }</h2>
                <p>{ t(Word::BriefFilesText) }</p>
                <div class="actions">{ copy }{ report }</div>
                { within }
            </section>
        };
    }
    let name = receiver(&form, &email);
    let say = |word| say(word, &[("name", &name)]);
    html! {
        <section class="card" data-testid="send">
            <h2>{ t(Word::BriefSendTitle) }</h2>
            <ol>
                <li><p>{ t(Word::BriefSendAttach) }</p><p>{ report }</p>{ within }</li>
                <li>
                    if !form.is_empty() {
                        <p>{ say(Word::BriefSendForm) }</p>
                        // The form has no field for this text that we could fill in, so it comes along to be pasted.
                        <p><a class="button" href={form.clone()} target="_blank" rel="noopener noreferrer" onclick={|_| copy_brief()} data-testid="send-form">{ say(Word::BriefSendTo) }</a></p>
                    }
                    if !email.is_empty() {
                        <p>{ say(Word::BriefSendMail) }</p>
                        <p><a class={if form.is_empty() { "button" } else { "button second" }} href={brief.draft(catalogue(), assessment, &email)} data-testid="send-mail">
                            { say(if form.is_empty() { Word::BriefSendTo } else { Word::BriefSendByMail }) }
                        </a></p>
                    }
                </li>
                <li><p>{ t(Word::BriefSendLast) }</p></li>
            </ol>
            { copy }
        </section>
    }
}

/// Whom it goes to: the host by name, or by the place of their form or mail.
fn receiver(form: &str, email: &str) -> String {
    let name = host::says("name");
    if !name.is_empty() {
        return name;
    }
    let place = form.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    place.or_else(|| email.rsplit('@').next()).unwrap_or_default().to_owned()
}

fn copy_brief() {
    let text = store().read(|assessment| QuoteBrief::new(catalogue(), assessment).to_text(catalogue(), assessment));
    spawn_local(async move {
        let copied = copy(&text.unwrap_or_default()).await.is_ok();
        store().notify(t(if copied { Word::BriefCopied } else { Word::BriefNotCopied }).to_owned(), None);
    });
}
