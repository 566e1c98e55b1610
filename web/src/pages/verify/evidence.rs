//! Evidence files that came with a report: whether they are the ones that it names.

use super::Checked;
use crate::browser::making::Making;
use crate::browser::{fingerprint, read_bytes};
use crate::components::{FileDrop, table};
use crate::text::{catalogue, say, t, tell};
use readiness::ItemRef;
use readiness::assessment::Fingerprint;
use readiness::catalogue::Word;
use readiness::evidence::{Known, files, known};
use readiness::file::Limit;
use readiness::job::{Event, Job};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// A file that was given, and what the report says about it; or why it could not be read.
struct Given {
    name: String,
    sha256: String,
    found: Result<(Known, Vec<ItemRef>), String>,
}

#[derive(PartialEq, Properties)]
pub struct EvidenceProps {
    pub checked: Rc<Checked>,
}

/// The place to drop them, and a row for each.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let assessment = props.checked.assessment.clone();
    let given = use_mut_ref(Vec::<Given>::new);
    // An archive is unpacked beside the page for as long as this lives.
    let unpacking = use_mut_ref(Vec::<Making>::new);
    let update = use_force_update();
    let add = {
        let (assessment, given) = (assessment.clone(), given.clone());
        Callback::from(move |files: Result<Vec<Fingerprint>, (String, String)>| {
            let of = |file: Fingerprint| {
                let found = Ok(known(&assessment, &file));
                Given { name: file.name, sha256: file.sha256, found }
            };
            match files {
                Ok(files) => given.borrow_mut().extend(files.into_iter().map(of)),
                Err((name, why)) => given.borrow_mut().push(Given { name, sha256: String::new(), found: Err(why) }),
            }
            update.force_update();
        })
    };
    let onfile = {
        let (assessment, unpacking) = (assessment.clone(), unpacking.clone());
        Callback::from(move |file: File| {
            let (assessment, add, unpacking) = (assessment.clone(), add.clone(), unpacking.clone());
            spawn_local(async move {
                let Ok(whole) = fingerprint(&file).await else {
                    return add.emit(Err((file.name(), t(Word::FileUnreadable).to_owned())));
                };
                let is_named = known(&assessment, &whole).0 != Known::NotNamed;
                if is_named
                    || file.size() > Limit::REPORT.longest as f64
                    || !file.name().to_lowercase().ends_with(".zip")
                {
                    return add.emit(Ok(vec![whole]));
                }
                match inside(&file, whole, add.clone()).await {
                    Some(making) => unpacking.borrow_mut().push(making),
                    None => add.emit(Err((file.name(), t(Word::OpenNoProgram).to_owned()))),
                }
            });
        })
    };
    let named = files(&assessment).count();
    if named == 0 {
        return html! {};
    }
    let given = given.borrow();
    let missing: Vec<_> = files(&assessment)
        .map(|(_, evidence)| &evidence.file)
        .filter(|file| !given.iter().any(|it| it.sha256.eq_ignore_ascii_case(&file.sha256) || it.name == file.name))
        .map(|file| file.name.clone())
        .collect();
    let head = html! { <tr><th scope="col">{ t(Word::EvidenceFile) }</th><th scope="col">{ t(Word::VerifyEvidenceAnswer) }</th><th scope="col">{ t(Word::EvidenceFor) }</th></tr> };
    html! {
        <section class="card" data-testid="evidence-check">
            <h2>{ t(Word::VerifyEvidence) }</h2>
            <p>{ tell(Word::VerifyEvidenceLead, [("n", named.to_string())]) }</p>
            <FileDrop label={Word::VerifyEvidenceDrop} testid="evidence-given" accept="" many=true {onfile} />
            <div aria-live="polite">
                if !given.is_empty() {
                    { table(Word::VerifyEvidenceTable, "evidence-found", head, given.iter().map(row).collect()) }
                    if !missing.is_empty() {
                        <p data-testid="evidence-missing">{ say(Word::VerifyEvidenceMissing, &[("files", &missing.join(", "))]) }</p>
                    }
                }
            </div>
        </section>
    }
}

/// Has the files of an archive looked at beside the page; `None` if that can't be done.
async fn inside(
    file: &File,
    whole: Fingerprint,
    add: Callback<Result<Vec<Fingerprint>, (String, String)>>,
) -> Option<Making> {
    let bytes = read_bytes(file).await.ok()?;
    let name = file.name();
    let hear = move |event, _| match event {
        Some(Event::Fingerprints(files)) if files.is_empty() => add.emit(Ok(vec![whole.clone()])),
        Some(Event::Fingerprints(files)) => {
            let each = files.into_iter().map(|(name, sha256)| Fingerprint { name, size: None, sha256 });
            add.emit(Ok(each.collect()));
        }
        Some(Event::Failed(why)) => add.emit(Err((name.clone(), why))),
        Some(_) => {}
        None => add.emit(Err((name.clone(), t(Word::OpenNoProgram).to_owned()))),
    };
    Making::start(Job::Fingerprints { language: catalogue().spoken() }, Some(bytes), hear).ok()
}

fn row(given: &Given) -> Html {
    let (tone, name, answer, items) = match &given.found {
        Ok((known, items)) => {
            let tone = match known {
                Known::AsNamed => "good",
                Known::Changed => "bad",
                Known::NotNamed => "warn",
            };
            (tone, known.name(), known.label(catalogue()).to_owned(), items.as_slice())
        }
        Err(why) => ("warn", "unreadable", why.clone(), &[][..]),
    };
    let items: Vec<_> = items.iter().map(|item| item.name(catalogue()).into_owned()).collect();
    html! {
        <tr data-testid="evidence-row" data-answer={name}>
            <th scope="row"><bdi>{ given.name.clone() }</bdi></th>
            <td><span class={classes!("tag", tone)}>{ answer }</span></td>
            <td>{ items.join(", ") }</td>
        </tr>
    }
}
