//! First versions of documents, to take away.

use crate::browser::today;
use crate::components::export::use_export;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::draft::DraftFormat;
use readiness::job::Job;
use yew::prelude::*;

/// Properties of [`Drafts`].
#[derive(PartialEq, Properties)]
pub struct DraftsProps {
    /// The id of the document; empty for all of them in one file.
    #[prop_or_default]
    pub document: &'static str,
}

/// Buttons that make the draft of a document, or all drafts.
#[component]
pub fn Drafts(props: &DraftsProps) -> Html {
    let (document, export) = (props.document, use_export());
    let what = t(if document.is_empty() { Word::DraftAll } else { Word::DraftOne });
    let button = |format: DraftFormat| {
        let word = match format {
            DraftFormat::Docx => Word::DraftAsWord,
            DraftFormat::Markdown => Word::DraftAsMarkdown,
        };
        let making = export.clone();
        let made = move |_| {
            let file = store().read(|assessment| assessment.to_file(catalogue())).unwrap_or_default();
            let (language, today, document) = (catalogue().spoken(), today(), document.to_owned());
            making.start(Job::Draft { language, format, today, document, assessment: file }, || ());
        };
        html! {
            <button type="button" class="link" onclick={made} disabled={export.is_busy()} data-testid={format!("draft-{}", format.name())}>
                { say(word, &[("what", what)]) }
            </button>
        }
    };
    html! {
        <>
            <p class="row">{ for DraftFormat::ALL.into_iter().map(button) }</p>
            { export.progress() }
        </>
    }
}
