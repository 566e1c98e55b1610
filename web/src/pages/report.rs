//! What can be handed over: a report that a certification body can open and check, and files to go on with.

mod choice;
mod lock;

use crate::browser::{say_exported, today};
use crate::components::export::{Export, save, use_export};
use crate::components::{Begin, heading, lead};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use choice::Choice;
use lock::Lock;
use readiness::catalogue::Word;
use readiness::extract::{Portion, Portions, Preset};
use readiness::figures;
use readiness::{Assessment, Outcome, Report, report};
use yew::prelude::*;

/// A file that can be made: its name in tests and in the worker, its words, and what it can't do without.
struct Format {
    id: &'static str,
    name: Word,
    about: Word,
    /// It is not offered where this is left out.
    needs: &'static [Portion],
    make: Make,
}

/// Makes the text of a file.
type MakeHere = fn(&Report<'_>, &Assessment) -> String;

/// What makes a file.
enum Make {
    /// This program, at once: the ending, the media type, and how.
    Here(&'static str, &'static str, MakeHere),
    /// The program beside the page.
    Beside,
}

/// The files by what they are for.
const FORMATS: [(Word, &[Format]); 3] = [
    (
        Word::ExportToSend,
        &[
            Format {
                id: "html",
                name: Word::ExportHtml,
                about: Word::ExportHtmlAbout,
                needs: &[],
                make: Make::Here("html", "text/html", |report, _| report.to_html()),
            },
            Format { id: "pdf", name: Word::ExportPdf, about: Word::ExportPdfAbout, needs: &[], make: Make::Beside },
            Format { id: "docx", name: Word::ExportDocx, about: Word::ExportDocxAbout, needs: &[], make: Make::Beside },
            Format {
                id: "soa-docx",
                name: Word::ExportSoaDocx,
                about: Word::ExportSoaDocxAbout,
                needs: &[Portion::Controls],
                make: Make::Beside,
            },
        ],
    ),
    (
        Word::ExportToWork,
        &[
            Format { id: "xlsx", name: Word::ExportXlsx, about: Word::ExportXlsxAbout, needs: &[], make: Make::Beside },
            Format {
                id: "soa-csv",
                name: Word::ExportSoa,
                about: Word::ExportSoaAbout,
                needs: &[Portion::Controls],
                make: Make::Here("soa.csv", "text/csv", |_, it| report::csv::soa(catalogue(), it)),
            },
            Format {
                id: "answers-csv",
                name: Word::ExportAnswers,
                about: Word::ExportAnswersAbout,
                needs: &[Portion::Answers],
                make: Make::Here("answers.csv", "text/csv", |_, it| report::csv::answers(catalogue(), it)),
            },
            Format {
                id: "md",
                name: Word::ExportMarkdown,
                about: Word::ExportMarkdownAbout,
                needs: &[],
                make: Make::Here("md", "text/markdown", |report, _| report.to_markdown()),
            },
        ],
    ),
    (
        Word::ExportToKeep,
        &[
            Format {
                id: "json",
                name: Word::ExportJson,
                about: Word::ExportJsonAbout,
                needs: &[],
                make: Make::Here("json", "application/json", |_, it| it.to_file(catalogue())),
            },
            Format { id: "zip", name: Word::ExportZip, about: Word::ExportZipAbout, needs: &[], make: Make::Beside },
            Format {
                id: "ciso-assistant",
                name: Word::ExportCiso,
                about: Word::ExportCisoAbout,
                needs: &[Portion::Answers, Portion::Controls],
                make: Make::Beside,
            },
        ],
    ),
];

/// The page.
#[component]
pub fn ReportPage() -> Html {
    let chosen = use_state_eq(Portions::default);
    let left_out = *chosen;
    let onchoose = {
        let chosen = chosen.setter();
        Callback::from(move |left_out| chosen.set(left_out))
    };
    // It is kept nowhere: whoever leaves the page types it again.
    let passphrase = use_state_eq(AttrValue::default);
    let onlock = {
        let passphrase = passphrase.setter();
        Callback::from(move |typed: String| passphrase.set(typed.into()))
    };
    let offered = |format: &&Format| !format.needs.iter().any(|needs| left_out.contains(*needs));
    html! {
        <>
            { heading(t(Word::MenuReport)) }
            { lead(t(Word::ExportLead)) }
            <Begin />
            <Choice {left_out} {onchoose} />
            <Preview {left_out} />
            <Lock passphrase={(*passphrase).clone()} oninput={onlock} />
            { for FORMATS.iter().map(|(purpose, formats)| html! {
                <section>
                    <h2>{ t(*purpose) }</h2>
                    <ul class="plain cards">
                        { for formats.iter().filter(offered).map(|format| html! {
                            <Card {format} {left_out} passphrase={(*passphrase).clone()} key={format.id} />
                        }) }
                    </ul>
                </section>
            }) }
            <p class="hint">{ t(Word::ExportWhere) }</p>
        </>
    }
}

#[derive(Properties)]
struct CardProps {
    format: &'static Format,
    left_out: Portions,
    /// What to lock the file with; empty if it stays open.
    passphrase: AttrValue,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.format.id, it.left_out, it.passphrase.clone());
        key(self) == key(other)
    }
}

/// A format: what it is for, and a button that makes it.
#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { format, left_out, ref passphrase } = *props;
    let export = use_export();
    let onclick = {
        let (export, passphrase) = (export.clone(), passphrase.clone());
        move |_| make(format, left_out, &passphrase, &export)
    };
    html! {
        <li class="card">
            <h3>{ t(format.name) }</h3>
            <p>{ t(format.about) }</p>
            <button type="button" class="button" data-testid={format!("download-{}", format.id)} disabled={export.is_busy()}
                aria-label={say(Word::ExportDownloadOf, &[("name", t(format.name))])} {onclick}>{ t(Word::ExportDownload) }</button>
            { export.progress() }
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct PreviewProps {
    left_out: Portions,
}

/// What the report will say first.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let catalogue = catalogue();
    let Some((outcome, organisation, left_out)) = use_assessment(|assessment| {
        let extract = assessment.extract(catalogue, props.left_out);
        Some((Outcome::new(catalogue, &extract, today()), extract.profile.organisation.clone(), extract.left_out()))
    }) else {
        return html! {};
    };
    let row = |name, judgement: &readiness::verdict::Judgement, interval| {
        let verdict = left_out.bears_findings().then(|| format!("{}, ", judgement.verdict.label(catalogue)));
        html! {
            <li><strong>{ t(name) }</strong>{ ": " }{ verdict }{ figures::interval(catalogue, interval) }</li>
        }
    };
    html! {
        <section class="card" data-testid="says">
            <h2>{ t(Word::ExportPreview) }</h2>
            if organisation.trim().is_empty() {
                <p class="warning">{ t(Word::ExportNoName) }{ " " }<a href={Route::Organisation.href()}>{ t(Word::MenuOrganisation) }</a></p>
            }
            <ul>
                if left_out.bears_readiness() {
                    { row(Word::StageOne, &outcome.judgement.one, outcome.readiness.one) }
                    { row(Word::StageTwo, &outcome.judgement.two, outcome.readiness.two) }
                } else {
                    <li>{ t(Word::ReportExtractNoReadiness) }</li>
                }
                if left_out.bears_findings() {
                    <li>{ say(Word::ExportFindings, &[("n", &outcome.findings.len().to_string())]) }</li>
                }
                if !left_out.contains(Portion::Controls) {
                    <li>{ say(Word::ExportDecided, &[("n", &outcome.soa.decided.to_string())]) }</li>
                }
            </ul>
        </section>
    }
}

/// Saves the report as the page that a certification body opens, without what such a body need not see.
pub fn save_report() {
    let html: MakeHere = |report, _| report.to_html();
    let left_out = Preset::CertificationBody.left_out();
    store().read(|assessment| {
        here("html", &assessment.extract(catalogue(), left_out), left_out, "html", "text/html", html);
    });
}

/// Makes a file in this program, of an extract that lacks some portions.
fn here(id: &str, extract: &Assessment, left_out: Portions, ending: &str, media_type: &str, make: MakeHere) {
    let outcome = Outcome::new(catalogue(), extract, today());
    let report = Report::new(catalogue(), extract, &outcome);
    if save(&format!("{}.{ending}", report.file_name()), media_type, &make(&report, extract)) {
        say_exported(id);
    }
    // These two can be opened again.
    if left_out == Portions::default() && ["json", "html"].contains(&ending) {
        store().taken();
    }
}

fn make(format: &Format, left_out: Portions, passphrase: &str, export: &Export) {
    store().read(|assessment| {
        // Whatever leaves is made from the extract, so nothing else can be in it.
        let extract = assessment.extract(catalogue(), left_out);
        match format.make {
            Make::Here(ending, media_type, make) if passphrase.is_empty() => {
                here(format.id, &extract, left_out, ending, media_type, make);
            }
            _ => {
                let (today, file) = (today().to_string(), extract.to_file(catalogue()));
                // What this page calls JSON is the assessment; there, it is the report as data.
                let name = if format.id == "json" { "assessment" } else { format.id };
                let mut job = vec!["file", catalogue().language, name, &today, &file];
                if !passphrase.is_empty() {
                    job[0] = "locked-file";
                    job.push(passphrase);
                }
                let id = format.id;
                export.start(job.into_iter().map(str::to_owned).collect(), move || say_exported(id));
            }
        }
    });
}
