//! The headings that a document can start from, to take away.

use super::export::{save, use_export};
use super::{Chunk, use_chunk};
use crate::browser::{copy, today};
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::catalogue::{DocumentId, Word};
use readiness::job::Job;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`Skeleton`].
#[derive(PartialEq, Properties)]
pub struct SkeletonProps {
    /// The document.
    pub id: DocumentId,
}

/// Buttons that copy and download the headings of a document as Markdown, once its guidance is there.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    let document = catalogue().document(props.id);
    let export = use_export();
    let Chunk::Text(chunk) = use_chunk("documents".into()) else { return html! {} };
    let id = document.id;
    let copied = {
        let chunk: Rc<str> = chunk.clone();
        move |_| {
            let text = markdown(&chunk, id, document.name);
            spawn_local(async move {
                let word = if copy(&text).await.is_ok() { Word::SkeletonCopied } else { Word::SkeletonNotCopied };
                store().notify(t(word).to_owned(), None);
            });
        }
    };
    let file = id.trim_start_matches("doc-");
    let saved = {
        let chunk = chunk.clone();
        move |_| {
            save(&format!("{file}.md"), "text/markdown", &markdown(&chunk, id, document.name));
        }
    };
    let made = {
        let export = export.clone();
        move |_| {
            let organisation = store().read(|assessment| assessment.profile.organisation.clone()).unwrap_or_default();
            let headings = markdown(&chunk, id, document.name);
            let (language, today) = (catalogue().spoken(), today());
            let job = Job::Skeleton { language, name: file.to_owned(), today, organisation, markdown: headings };
            export.start(job, || ());
        }
    };
    html! {
        <>
        <p class="row">
            <button type="button" class="link" onclick={copied} data-testid="skeleton-copy">{ t(Word::SkeletonCopy) }</button>
            <button type="button" class="link" onclick={saved} data-testid="skeleton-save">{ t(Word::SkeletonSave) }</button>
            <button type="button" class="link" onclick={made} disabled={export.is_busy()} data-testid="skeleton-docx">{ t(Word::SkeletonDocx) }</button>
        </p>
        { export.progress() }
        </>
    }
}

/// The name of a document and its headings, as Markdown.
fn markdown(chunk: &str, id: &str, name: &str) -> String {
    let item = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
    let skeleton =
        item.take_while(|line| !line.starts_with('@')).skip_while(|line| !line.starts_with("=\tskeleton")).skip(1);
    let mut markdown = format!("# {name}\n");
    for line in skeleton.take_while(|line| !line.starts_with('=')) {
        let (level, text) =
            if line.starts_with('+') { ("###", &line[2..]) } else { ("##", line.get(2..).unwrap_or("")) };
        markdown.extend(["\n", level, " ", text, "\n"]);
    }
    markdown
}
