//! What certification bodies ask before they quote, filled in from the assessment.

use crate::browser::{copy, value_of};
use crate::components::{heading, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::assessment::{Profile, ProfileChange, QuoteDetail};
use readiness::catalogue::Word;
use readiness::quote::{Question, QuoteBrief};
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
                <p class="warning">{ brief.audit_time(catalogue(), assessment.profile.people) }</p>
                <dl>
                    { for brief.points.iter().map(|(question, answer)| point(*question, answer.as_deref(), &assessment.profile)) }
                </dl>
                <button type="button" class="button" onclick={|_| copy_brief()} data-testid="copy-brief">{ t(Word::BriefCopy) }</button>
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
                    <input type="text" id={id(detail)} data-testid={id(detail)} value={profile.quote.get(detail).to_owned()} placeholder={answer.unwrap_or_default().to_owned()}
                        oninput={move |event: InputEvent| store().apply(Edit::Profile(ProfileChange::Quote(detail, value_of(&event))))} />
                </dd>
            } else {
                <dt>{ label }</dt>
                <dd>
                    if let Some(answer) = answer {
                        { answer.to_owned() }
                    } else {
                        { gap }{ " " }<a href={Route::Organisation.href()}>{ t(Word::BriefFill) }</a>
                    }
                </dd>
            }
        </div>
    }
}

fn id(detail: QuoteDetail) -> String {
    format!("quote-{}", detail as u8)
}

fn copy_brief() {
    let text = store().read(|assessment| {
        let brief = QuoteBrief::new(catalogue(), assessment);
        let mut text = String::new();
        for (question, answer) in &brief.points {
            let answer = answer.as_deref().unwrap_or(t(Word::BriefGap));
            text.push_str(question.label(catalogue()));
            text.push_str(": ");
            text.push_str(answer);
            text.push('\n');
        }
        text.push_str(&brief.audit_time(catalogue(), assessment.profile.people));
        text
    });
    spawn_local(async move {
        let copied = copy(&text.unwrap_or_default()).await.is_ok();
        store().notify(t(if copied { Word::BriefCopied } else { Word::BriefNotCopied }).to_owned(), None);
    });
}
