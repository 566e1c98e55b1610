//! One page for who runs the firm, to read, to save as a file, and with a letter to copy.

use crate::browser::{copy, today};
use crate::components::export::use_export;
use crate::components::{heading, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use readiness::job::Job;
use readiness::owner::Owner;
use readiness::{Format, Outcome, Plan};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn OwnerPage() -> Html {
    use_topic(Topic::Assessment);
    let export = use_export();
    let page = store().read(|open| {
        // What an extract leaves out would seem to be still to do.
        open.left_out().supports_findings().then(|| {
            let outcome = Outcome::new(catalogue(), open, today());
            Owner::new(catalogue(), open, &outcome, &Plan::of(catalogue(), open, &outcome))
        })
    });
    let Some(owner) = page.flatten() else {
        return html! { <>{ heading(t(Word::OwnerTitle)) }<p>{ t(Word::ReportExtractNoFindings) }</p></> };
    };
    let make = {
        let export = export.clone();
        move |_| {
            let (language, format) = (catalogue().spoken(), Format::Owner);
            store().read(|open| {
                let (assessment, passphrase) = (open.to_file(catalogue()), String::new());
                export.start(Job::Make { language, format, today: today(), assessment, passphrase }, || ());
            });
        }
    };
    let letter = owner.letter.join("\n\n");
    let copy_it = move |_| {
        let letter = letter.clone();
        spawn_local(async move {
            let copied = copy(&letter).await.is_ok();
            store().notify(t(if copied { Word::BriefCopied } else { Word::BriefNotCopied }).to_owned(), None);
        });
    };
    html! {
        <div>
            { heading(t(Word::OwnerTitle)) }
            { lead(t(Word::OwnerLead)) }
            <h2>{ t(Word::OwnerBook) }</h2>
            <p data-testid="owner-book"><strong>{ owner.booking }</strong></p>
            <ul>{ for owner.stages.into_iter().map(|stage| html! { <li>{ stage }</li> }) }</ul>
            <h2>{ t(Word::OwnerWhen) }</h2>
            { texts(owner.when) }
            <h2>{ t(Word::OwnerSteps) }</h2>
            <ol data-testid="owner-steps">
                { for owner.steps.into_iter().map(|step| html! {
                    <li>{ step.words }if let Some(item) = step.item { { " " }<a href={Route::from(item).href()} aria-label={format!("{} {}", t(Word::OwnerGo), item.name(catalogue()))}>{ t(Word::OwnerGo) }</a> }</li>
                }) }
            </ol>
            <h2>{ t(Word::OwnerCost) }</h2>
            { texts(owner.cost) }
            <p><a href={Route::Page("cost", None).href()}>{ crate::pages::learn::title("cost") }</a></p>
            <section class="card" data-testid="owner-letter">
                <h2>{ t(Word::OwnerLetter) }</h2>
                { texts(owner.letter) }
            </section>
            <div class="actions">
                <button type="button" class="button" disabled={export.is_busy()} onclick={make} data-testid="owner-file">{ t(Word::OwnerDownload) }</button>
                <button type="button" class="button second" onclick={copy_it} data-testid="owner-copy">{ t(Word::OwnerCopy) }</button>
            </div>
            { export.progress() }
        </div>
    }
}

fn texts(texts: Vec<String>) -> Html {
    texts.into_iter().map(|text| html! { <p>{ text }</p> }).collect()
}
